"""What clinicians shorten in writing, spelt out before an utterance is taken apart: ``#``, ``h/o``, ``6/12``."""

from __future__ import annotations

import re

__all__ = ["spelt_out"]

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_POLITE = (
    r"^(?:(?:please|hello|hi|sorry|ok|so|well|now)[, ]+)*(?:would|could|can|will|may)\s+you\s+"
    r"(?:please\s+|kindly\s+|just\s+|possibly\s+|perhaps\s+)*(?:mind\s+)?"
    r"(?:tell(?:ing)?|show(?:ing)?|giv(?:e|ing)|remind(?:ing)?|read(?:ing)?|list(?:ing)?)(?:\s+out)?(?:\s+(?:me|us))?\b"
)
"""How people ask for something, before what they ask for."""
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, flags), new)
    for pattern, new, flags in (
        (_POLITE, "tell me", re.IGNORECASE),
        (
            r"^i\s+(?:should|would)\s+be\s+(?:very\s+)?(?:grateful|glad|obliged|happy)\s+(?:for|to have|to see)\b",
            "give me",
            re.IGNORECASE,
        ),
        (r"\b(?:no|nr|n)\.?\s+of\b(?=\s+\w+\s+\w*(?:s|dose|doses)\b)", "number of", re.IGNORECASE),
        (r"\b([A-Z][A-Z0-9]*\d?[A-Z]{1,}\d?)s\b", r"\1", 0),
        (
            r"^(?:could|can|may|might)\s+(?:i|we)\s+(?:please\s+|just\s+)?(?:have|get|see|know)\b",
            "give me",
            re.IGNORECASE,
        ),
        (r"\bno\.(?=\s+[a-z])", "number", 0),
        (r"#s\b", " fractures ", 0),
        (r"(?<!\w)#(?!\d)", " fracture ", 0),
        (r"\bh/o\b|\bhx of\b", "history of", re.IGNORECASE),
        (r"\bc/o\b", "complains of", re.IGNORECASE),
        (r"\bf/u\b", "follow up", re.IGNORECASE),
        (r"\bs/e\b", "side effects", re.IGNORECASE),
        (r"\by/n\b", "", re.IGNORECASE),
        (r"\bw/o\b", "without", re.IGNORECASE),
        (r"\bb4\b", "before", re.IGNORECASE),
        (r"\bs/p\b", "after", re.IGNORECASE),
        (r"\bo/e\b", "on examination", re.IGNORECASE),
        (r"\bd/c\b", "delete", re.IGNORECASE),
        (r"\bdx/tx\b", "diagnosis and treatment", re.IGNORECASE),
        (r"\s&\s", " and ", 0),
        (r"(?<![\d/.])(\d{1,2})/12\b(?![/.]\d)", r"\1 months", 0),
        (r"(?<![\d/.])(\d{1,2})/52\b(?![/.]\d)", r"\1 weeks", 0),
        (r"\bM\s?(\d{1,2})\b(?!\s*months)", r"month \1", 0),
        (r"(?<![\w.])(\d{1,2})\s?M\b(?!/)", r"\1 months", 0),
        (rf"\b(\d{{1,2}})(?:st|nd|rd|th)\s+(?:of\s+)?(?=(?:{_MONTHS})[a-z]*\b)", r"\1 ", re.IGNORECASE),
        (rf"\b(\d{{1,2}})\s+of\s+(?=(?:{_MONTHS})[a-z]*\b)", r"\1 ", re.IGNORECASE),
    )
)


def spelt_out(say: str) -> str:
    """The utterance in full words."""
    for pattern, new in _RULES:
        say = pattern.sub(new, say)
    return say
