"""Answers of form fields: ``Smoking: no``, ``Falls - none``, ``Alcohol | never``, ``Steroids? Yes``."""

from __future__ import annotations

import re
from enum import Enum

__all__ = ["FieldAnswer", "field_answer"]


class FieldAnswer(Enum):
    """What a form field says of its own name."""

    YES = "yes"
    NO = "no"
    FORMER = "former"
    UNKNOWN = "unknown"


_FIELD = re.compile(
    r"[ \t]*(?:\([^)\n]{0,30}\)[ \t]*)?"
    r"(?:use|usage|intake|status|history|consumption|abuse|exposure|habit|habits|known|sustained|confirmed|ever)?[ \t]*"
    r"(?:\(?(?:[<>≥≤]|over|more\s+than|in\s+the|in|for|since|before|after)[ \t]?[^:=?|\n]{1,28}(?=[:=?|]))?"
    r"(?:[:=?|\t][ \t|,]*|[ \t][-–—][ \t]+)"
    r"(?:(?P<unknown>unknown|not known|not recorded|not documented|not assessed|n/?a\b|not applicable|not available"
    r"|not asked|unable to obtain)"
    r"|(?P<former>ex\b|former(?:ly)?\b|quit\b|stopped\b|previous(?:ly)?\b|past\b|in the past)"
    r"|(?P<no>(?:no|none|nil|never|negative|denied|denies|neg|absent|false)\b(?!\s+(?:more than|less than|longer))"
    r"|N\b(?!\w)|0(?![\d.,]))"
    r"|(?P<yes>(?:yes|positive|present|current(?:ly)?|true|pos)\b|Y\b(?!\w)))"
    r"|[ \t]{1,3}(?P<bare>(?-i:[NY]))(?=[ \t]*(?:$|[\n,;]))",
    re.IGNORECASE,
)


def field_answer(text: str, position: int) -> FieldAnswer | None:
    """The answer that follows a field name which ends at ``position``; None where it is no form field."""
    match = _FIELD.match(text, position)
    if match is None:
        return None
    if match["bare"] is not None:
        return FieldAnswer.NO if match["bare"] == "N" else FieldAnswer.YES
    for answer in FieldAnswer:
        if match[answer.value] is not None:
            return answer
    return None
