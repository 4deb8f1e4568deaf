"""Laboratory results of a text as short strings: ``pth 202.8 pmol/L (1.6..6.9) high``, ``hiv 'negative'``."""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text


def told(text: str) -> list[str]:
    """The laboratory results of a text as short strings, sorted."""
    return sorted(string_of(draft) for draft in find_labs(scan_text(text, knowledge_of())))


def string_of(draft: dict[str, Any]) -> str:
    """One result as a short string."""
    parts = [draft["analyte"]]
    if draft.get("value") is not None:
        parts.append(f"{draft.get('comparator') or ''}{draft['value']}")
    else:
        parts.append(f"{draft.get('comparator') or ''}'{draft.get('qualitative')}'")
    if draft.get("unit"):
        parts.append(draft["unit"])
    reference = draft.get("reference")
    if reference:
        parts.append(f"({reference.get('low') or ''}..{reference.get('high') or ''})")
    if draft.get("flag"):
        parts.append(draft["flag"])
    return " ".join(parts)
