"""Findings of a sentence as short strings: ``- smoking`` is absent, ``?`` possible, ``<`` of the past."""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.findings.find import find_findings
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text

_SIGNS = {"present": "", "absent": "- ", "possible": "? "}


def findings_of(text: str) -> list[dict[str, Any]]:
    """Drafts of the findings of a text."""
    return find_findings(scan_text(text, knowledge_of()))


def told(text: str) -> list[str]:
    """The findings of a text as short strings, sorted."""
    return sorted(told_of(draft) for draft in findings_of(text))


def told_of(draft: dict[str, Any]) -> str:
    """One finding as a short string."""
    past = "< " if draft["temporality"] == "historical" else ""
    person = "" if draft["subject"] == "patient" else f" ({draft['subject']}"
    if person:
        person += f" {draft['subject_age_years']})" if draft.get("subject_age_years") else ")"
    return f"{_SIGNS[draft['status']]}{past}{draft['concept']}{person}"
