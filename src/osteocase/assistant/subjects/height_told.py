"""How much height was lost, where one sentence tells both heights: ``height 157.5 cm (was 163)``."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["height_lost"]

_FORMER = re.compile(
    r"\b(?:was|used\s+to\s+be|were|remembers?|recalls?|from|previously|formerly|former|maximum|max|peak|tallest|"
    r"(?:at|in)\s+(?:age|youth|her|his)|young)\b",
    re.IGNORECASE,
)
_CM = re.compile(r"(?<![\d.,/])(?P<cm>1[2-9]\d(?:\.\d)?|20\d(?:\.\d)?)(?![\d/]|\.\d|\s*(?:kg|mm|mg|g/|lb|pounds))")
_FEET = re.compile(
    r"(?P<feet>[4-6])\s*(?:feet|foot|ft|')\s*(?P<inches>\d{1,2})(?:\s*[- ]\s*(?P<half>1/2|1/4|3/4)|(?P<part>\.\d+))?"
    r"\s*(?:inches|inch|in\b|\")",
    re.IGNORECASE,
)
_PARTS = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}
_CM_AN_INCH = Decimal("2.54")
_MOST_LOST = 30
"""Centimetres beyond which two numbers are no heights of one adult."""


def height_lost(sentence: str) -> str | None:
    """The loss with its two heights, computed; null where the sentence does not tell just two, now and before.

    Args:
        sentence: the words of a note.
    """
    if not _FORMER.search(sentence):
        return None
    feet = list(
        dict.fromkeys(
            int(one["feet"]) * 12 + int(one["inches"]) + _PARTS.get(one["half"] or "", Decimal(one["part"] or 0))
            for one in _FEET.finditer(sentence)
        )
    )
    if len(feet) == 2:
        lost = abs(feet[0] - feet[1])
        return f"{lost.normalize():f} in, {lost * _CM_AN_INCH:.1f} cm (computed from the two heights of that sentence)"
    heights = list(dict.fromkeys(Decimal(one["cm"]) for one in _CM.finditer(sentence)))
    if feet or len(heights) != 2 or not 0 < abs(heights[0] - heights[1]) < _MOST_LOST:
        return None
    low, high = sorted(heights)
    return f"{(high - low).normalize():f} cm (computed: from {high} to {low} cm)"
