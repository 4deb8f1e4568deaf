"""Several orders in one line: ``accept all labs and then make the PDF``, ``a PDF and a Word version please``."""

from __future__ import annotations

import re

__all__ = ["head_and_order"]

_JOINT = re.compile(
    r"\s*[,;.]?\s+(?:and\s+then|then|and\s+after\s+that|and\s+also|and|plus|as\s+well\s+as)\s+|\s*[;,]\s+|\s*[.!]\s+",
    re.IGNORECASE,
)
_OUTPUT = (
    r"(?:an?\s+|the\s+|my\s+)?(?:case\s+)?(?:pdf|word(?:\s+(?:version|file|document|doc))?|docx|json)"
    r"(?:\s+(?:report|file|version|export))?"
)
_VERB = r"(?:make|create|write|give\s+me|export|save|produce|generate|print|build|get\s+me|do)"
_ORDER = re.compile(
    rf"^(?:{_VERB}\s+(?:me\s+)?{_OUTPUT}(?:\s+as\s+(?:json|word|pdf))?|(?:export|save)\s+(?:it\s+|that\s+|everything\s+|the\s+case\s+)?"
    rf"(?:to|as|in)\s+{_OUTPUT}|make\s+the\s+report|undo(?:\s+(?:it|that|this))?|(?:go\s+to\s+)?(?:the\s+)?next(?:\s+record)?|"
    r"open\s+the\s+pdf|accept\s+(?:all|everything|the\s+rest)\b[\w ]{0,30}|"
    r"(?:show(?:\s+me)?|open|go\s+to)\s+(?:the\s+)?(?:labs?|fractures?|treatments?|bmd|timeline|checks?|conflicts|"
    r"care(?:\s+checklist)?|summary|sources))"
    r"(?:\s+(?:please|pls|now|too|as\s+well))*\W*$",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^{_OUTPUT}(?:\s+(?:please|pls|now|too|as\s+well|both))*\W*$", re.IGNORECASE)
_MAKES = re.compile(rf"\b{_VERB}\b.*\b{_OUTPUT}", re.IGNORECASE)
_DOES = re.compile(
    r"^\W*(?:(?:please|pls|ok|okay|now|can\s+you|could\s+you|first)[\s,]+)*"
    r"(?:accept|confirm|approve|delete|remove|reject|drop|add|correct|change|set|make|create|write|export|save|give|rename|"
    r"call|open|show|undo|redo|list|print|produce|generate|mark|defer|put)\b",
    re.IGNORECASE,
)


def head_and_order(say: str) -> tuple[str, str] | None:
    """What comes first, and the order at the end of the line; null where there is but one wish.

    The end must be an order that stands for itself; a second name (``accept the ALP and the PTH``) is none.
    """
    joints = list(_JOINT.finditer(say))
    for joint in reversed(joints):
        head, tail = say[: joint.start()].strip(" ,;."), say[joint.end() :].strip()
        if not head or not tail or not _DOES.match(head):
            continue
        if _ORDER.match(tail):
            return head, tail
        if _BARE.match(tail) and _MAKES.search(head):
            return head, f"make {tail}" if re.search(r"pdf", tail, re.IGNORECASE) else f"export as {_kind(tail)}"
    return None


def _kind(tail: str) -> str:
    return "JSON" if "json" in tail.casefold() else "Word"
