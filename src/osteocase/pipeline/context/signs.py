"""What forms say by a sign instead of a word: ``fever (-)``, ``[ ] smoking``, ``steroids: N``, ``T12 fracture?``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from osteocase.pipeline.matching import regular as re

if TYPE_CHECKING:
    from osteocase.pipeline.scan import Scan

__all__ = ["sign_beside"]

_SIGN = re.compile(r"[ \t]{0,3}[(\[:=?|]")
"""What each sign behind a statement begins with."""
_MINUS = re.compile(
    r"[ \t]{0,2}(?:[(\[][ \t]?[-–—−‐ー][ \t]?[)\]]|[:=][ \t]{0,2}[(\[]?[-–—−][)\]]?(?=[ \t]*(?:[,;\n|]|$)))"
)
_MINUS_BEFORE = re.compile(
    r"[(\[][ \t]?[-–—−‐][ \t]?[)\]][ \t]{0,2}(?:(?:current|active|any|illicit|recent|h/o|hx)\s+){0,2}$"
)
_SIGNS_FIRST = re.compile(r"[ \t]*(?:[-*•●○◦▪·o][ \t]+)?[(\[][ \t]?[-–—−‐+][ \t]?[)\]]")
"""``○ (-) Smoking``: a line that begins with a sign sets its signs before what they tell of."""
_ANSWER_N = re.compile(r"[ \t]{0,3}[:=?|][ \t]{0,3}N(?=[ \t]*(?:[,;.|)\n]|$|[A-Z]))")
_ANSWER_Y = re.compile(r"[:=?|][ \t]{0,3}Y(?=[ \t]*(?:[,;.|)\n]|$|[A-Z]))")
_EMPTY_BOX = re.compile(r"(?:\[[ _]{1,3}\]|☐|□)[ \t]{0,3}(?:\w+[ \t]){0,2}$")
_MARKED_BOX = re.compile(r"\[[xX✓✔]\]|☒|☑|■|✓")
_ASKED = re.compile(
    r"[ \t]?\?(?=[ \t]*(?:$|[,;)\n]|(?:MRI|CT|X-?ray|to|for|needs?|will|plan|advise|refer|DXA|check|await|arrange"
    r"|request)\b))",
    re.MULTILINE | re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\W{0,9}(?:do|does|did|is|are|was|were|has|have|had|any|ever|what|why|when|how|which|who|can|could|would|should)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _answers_yes(text: str) -> bool:
    """Whether the form answers ``Y`` somewhere, so that its ``N`` is a no and not a ``normal``."""
    return _ANSWER_Y.search(text) is not None


@lru_cache(maxsize=8)
def _has_boxes(text: str) -> bool:
    """Whether some box of the form is marked, so that an empty one says something."""
    return _MARKED_BOX.search(text) is not None


def sign_beside(scan: Scan, start: int, end: int) -> tuple[str, int, int, str] | None:
    """Category, start, end and rule of the sign that stands beside a stretch, or None."""
    text = scan.text
    is_signed = _SIGN.match(text, end) is not None
    minus = _MINUS.match(text, end) if is_signed else None
    if minus is not None:
        return "negated", minus.start(), minus.end(), "sign.minus"
    if text[max(0, start - 8) : start].count(")") or text[max(0, start - 8) : start].count("]"):
        line = text.rfind("\n", 0, start) + 1
        before = _MINUS_BEFORE.search(text, max(line, start - 30), start)
        if before is not None and _SIGNS_FIRST.match(text, line) is not None:
            return "negated", before.start(), before.end(), "sign.minus"
    answer = _ANSWER_N.match(text, end) if is_signed else None
    if answer is not None and _answers_yes(text):
        return "negated", answer.start(), answer.end(), "sign.no"
    lead = max(0, start - 40)
    box = _EMPTY_BOX.search(text[lead:start]) if _has_boxes(text) else None
    if box is not None:
        return "negated", lead + box.start(), lead + box.end(), "sign.box"
    asked = _ASKED.match(text, end) if is_signed else None
    if asked is not None:
        left, _ = scan.sentence_at(start)
        if _QUESTION.match(text, left) is None and (left < start or len(text[start:end].split()) > 1):
            return "uncertain", asked.start(), asked.end(), "sign.question"
    return None
