"""Several wishes in one sentence, taken apart: ``age at menopause, and did she take HRT?``."""

from __future__ import annotations

import re

__all__ = ["clauses"]

_MARKS = re.compile(
    r"\s*[?;]\s+|\s*[.!]\s+(?=[A-Z])|,\s+(?:and|but)\s+|\s+(?:and|but|plus)\s+|,\s+|\s+-\s+", re.IGNORECASE
)
_STRONG = re.compile(r"\s*[?;]\s+|\s*[.!]\s+(?=[A-Z])")
_MIDDLE = re.compile(r",\s+(?:and|plus|as well as)\s+|\s+plus\s+|\s*;\s+", re.IGNORECASE)
_MOST = 5


def clauses(say: str) -> list[list[str]]:
    """Ways to cut it, the coarsest first; each has at least two parts."""
    asked = say.rstrip().endswith("?")
    ways: list[list[str]] = []
    for marks in (_STRONG, _MIDDLE, _MARKS):
        parts = [part.strip(" ,.;") for part in _cut(say, marks)]
        parts = [part for part in parts if re.search(r"\w", part)]
        if 1 < len(parts) <= _MOST:
            closed = [f"{part}?" if asked and not part.endswith("?") else part for part in parts]
            if closed not in ways:
                ways.append(closed)
    return ways


def _cut(say: str, marks: re.Pattern[str]) -> list[str]:
    return marks.split(say)
