"""Fractures of a sentence as short strings, so that a table of sentences can hold whole expected sets.

``- vertebra T9 compression acute`` is an absent compression fracture of T9; ``?`` stands for possible, ``<`` for a
fracture of the past. Defaults (present, current, the patient's) are left out.
"""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.fractures.find import find_fractures
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text

_SIGNS = {"present": "", "absent": "- ", "possible": "? "}


def fractures_of(text: str) -> list[dict[str, Any]]:
    """Drafts of the fractures of a text."""
    return find_fractures(scan_text(text, knowledge_of()))


def told(text: str) -> list[str]:
    """The fractures of a text as short strings, sorted."""
    return sorted(_string(draft) for draft in fractures_of(text))


def told_with_times(text: str) -> list[str]:
    """The fractures of a text as short strings with their times behind an at sign, sorted."""
    return sorted(
        _string(draft) + (f" @{' '.join(draft['time']['text'].split())}" if draft.get("time") else "")
        for draft in fractures_of(text)
    )


def _string(draft: dict[str, Any]) -> str:
    place = draft["bone"] or "somewhere"
    if draft.get("part"):
        place += f".{draft['part']}"
    words = [place, draft.get("level"), draft.get("side"), draft.get("kind"), draft.get("acuity")]
    if draft.get("genant_grade") is not None:
        words.append(f"grade={draft['genant_grade']}")
    if draft.get("height_loss_percent") is not None:
        words.append(f"loss={draft['height_loss_percent']}%")
    words.append({True: "fragile", False: "traumatic-cause", None: None}[draft.get("fragility")])
    if draft.get("count") is not None:
        words.append(f"x{draft['count']}")
    if draft["subject"] != "patient":
        words.append(f"({draft['subject']})")
    past = "< " if draft["temporality"] == "historical" else ""
    return _SIGNS[draft["status"]] + past + " ".join(word for word in words if word)
