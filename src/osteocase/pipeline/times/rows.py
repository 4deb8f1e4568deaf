"""Rows of results with their times, in which the unit of the times is said once."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["OLDEST_OFFSET", "unit_of_row"]

OLDEST_OFFSET = 49
"""A number from here on behind ``at`` is rather an age."""
_RESULT_BEFORE = re.compile(r"\d(?:\s?[^\W\d]{1,4}(?:/[\w.]{1,6})?|\s?%)?,?\s{1,3}(?:\([^()]{0,12}\)\s)?$")
_UNIT = r"\b(?:at|after|by)\s+(?:the\s+)?[\w.]+[\s-]+(?P<u>months?|mo|weeks?|wks?|years?|yrs?)\b"
_UNIT_BEFORE = re.compile(rf"{_UNIT}(?:[^.;\n]|\.(?=\d)){{0,60}}$", re.IGNORECASE)
_UNIT_AHEAD = re.compile(rf"(?:[^.;\n]|\.(?=\d)){{0,60}}?{_UNIT}", re.IGNORECASE)


def unit_of_row(match: re.Match[str]) -> str | None:
    """The unit of a bare number behind a result: ``0.995 at six months, 1.028 at twelve and 1.063 at 22``."""
    text, start = match.string, match.start()
    if _RESULT_BEFORE.search(text, max(0, start - 24), start) is None:
        return None
    told = _UNIT_BEFORE.search(text, max(0, start - 90), start) or _UNIT_AHEAD.match(text, match.end())
    return told["u"] if told is not None else None
