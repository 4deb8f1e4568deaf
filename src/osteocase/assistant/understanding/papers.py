"""Whether a paper is to be opened: the PDF that was made, or a note of the case."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.words.hearing import Heard

__all__ = ["opens_note", "opens_pdf"]

_LIBRARIES = frozenset(
    ("pubmed", "medline", "embase", "cochrane", "google", "internet", "web", "literature", "online", "library")
)
"""Where papers of others are looked for; osteocase looks for none."""
_PAPERS = frozenset(("letter", "note", "report", "sheet", "summary", "paper", "document"))
_DISAGREES = frozenset(("discrepancy", "discrepancies", "conflict", "conflicts", "contradiction", "contradictions"))
_VALUES = frozenset(("which", "whose", "what", "how", "list", "no", "number", "count"))
_WHAT_IT_SAYS = re.compile(
    r"(?:and |so |but )?what (?:does|did|do) (?:the|that|this|her|his) [\w /-]{3,40} "
    r"(?:say|says|show|tell|state|read)(?: us)?\W*",
    re.IGNORECASE,
)


def opens_pdf(heard: Heard, _found: Selection) -> bool:
    """``open it``, after the PDF was made."""
    if not heard.has("look") or heard.has("add"):
        return False
    return heard.has("report") or (
        heard.starts_with("look") and len(heard.words) - heard.lead <= 3 and heard.points_back
    )


def opens_note(heard: Heard, found: Selection) -> bool:
    """``open the discharge summary``."""
    if heard.has("stranger") or _DISAGREES & set(heard.words):
        return False
    if heard.starts_with("look") and not heard.is_question and not heard.has("progress"):
        return True
    if _LIBRARIES & set(heard.words):
        return False
    if _WHAT_IT_SAYS.fullmatch(heard.say.strip()) and "notes" in heard.values("record_kind") and not found.named:
        return True
    paper = heard.starts_with("ask") and "notes" in heard.values("record_kind") and heard.first not in _VALUES
    return paper and not found.named and bool(_PAPERS & set(heard.words)) and not heard.has("source", "summary")
