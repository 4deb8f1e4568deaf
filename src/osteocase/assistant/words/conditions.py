"""Wishes that hang on a condition: ``if the DXA is from 2018, delete it``."""

from __future__ import annotations

import re

__all__ = ["NO_CONDITION", "is_conditional"]

NO_CONDITION = (
    "I act on no condition, so nothing was changed. Ask first whether it is so, then say what is to be done without "
    "if: accept the PTH."
)
_POLITE = (
    r"(?:possible|you\b|i\b|we\b|i['’]|necessary|needed|required|so\b|need be|any\b|at all|available|ok(?:ay)?\b|"
    r"(?:that|this|it)(?:['’]s|\s+is)\s+(?:ok(?:ay)?|fine|possible|all right|alright|no trouble)\b)"
)
_CONDITION = re.compile(
    r"(?:^\W*(?:(?:and|but|so|ok|okay|then|well|please|also|only)[\s,]+)*|[,;.:?]\s*|"
    r"(?<!as )(?<!even )(?<!wonder )(?<!know )(?<!sure )(?<!ask )(?<!see )(?<!check )(?<!tell )(?<!me )\b)"
    rf"(?:if|unless|provided\s+that|provided|assuming(?:\s+that)?|suppos(?:e|ing)(?:\s+that)?|as\s+long\s+as)\s+(?!{_POLITE})",
    re.IGNORECASE,
)


def is_conditional(say: str) -> bool:
    """Whether what is said hangs on a condition, and is no question and no politeness (``if you like``)."""
    return _CONDITION.search(say) is not None
