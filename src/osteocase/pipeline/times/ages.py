"""Ages: those at which something was, and those of the person told of, which are no time."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["LIFE", "OF_RELATIVE", "is_age_of_somebody"]

LIFE = re.compile(
    r"\b(?:menopaus\w*|menarche|mother|father|sister|brother|parents?|aunt|uncle|grand\w+|died|death|fractur\w*|broke|"
    r"broken|diagnosed|hysterectomy|oophorectomy|onset|started|began|born|married|retired|stopped|periods?|"
    r"surgery|operat\w+|\w+(?:otomy|ectomy|plasty)|rods?|rodding|nail\w*|fixation|transplant\w*|removed)\b[^.;\n]{0,45}$",
    re.IGNORECASE,
)
"""What is told with the bare age at which it was: ``menopause at 52``."""

OF_RELATIVE = re.compile(
    r"\b(?:mother|father|mum|mom|dad|sister|brother|parents?|aunt|uncle|grand\w+|daughter|son)\b[^.;\n()]{1,60}\(\Z",
    re.IGNORECASE,
)
"""Before a bare age in brackets: what befell a relative."""

_SOMEBODY = re.compile(
    r"(?:\A|[.!?:]\s|\n)\s*(?:the|this|our|an?)\s+(?:[\w-]+\s+){0,4}?(?:patient|lady|gentleman|woman|man|female|male),?\s*\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:\A|[.!?:]\s|\n)\s*(?!(?:mother|father|sister|brother|son|daughter|grand\w+|aunt|uncle|mum|mom|dad)\b)"
    r"(?:m(?:rs?|s|iss)\.?\s+)?(?-i:[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,2})\s*,\s*\Z",
    re.IGNORECASE,
)
_DOES = re.compile(
    r",\s+(?!followed|treated|caused|healed|fixed|managed|complicated|resulted)"
    r"(?:who|was|is|has|had|presents|fell|broke|came|went|lives|[a-z]{3,}ed)\b"
)


def is_age_of_somebody(text: str, start: int, end: int) -> bool:
    """``Maria, aged 65, slipped``: how old the patient is now, not when something was."""
    left = max(0, start - 70)
    if _SOMEBODY.search(text, left, start) is not None:
        return True
    return _NAMED.search(text, left, start) is not None and _DOES.match(text, end) is not None
