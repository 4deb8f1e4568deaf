"""Dates as notes write them, read to ISO for replacing them: day, month and year, or month and year."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["iso_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"\s*(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})\s*")
_NAMED = re.compile(
    r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?)?[\s/.-]*(?P<month>[a-z]{3,9})\.?[\s/.,-]*(?P<rest>.*)",
    re.IGNORECASE,
)


def iso_date(words: str) -> str | None:
    """``12 February 2021`` as ``2021-02-12``, ``Feb 2021`` as ``2021-02``; null where no year is told.

    Of ``05/02/2020`` the day comes first unless it cannot: the axis tells a place in months, for which either order is
    near enough to keep the date itself out of the text.
    """
    numeric = _NUMERIC.fullmatch(words)
    if numeric:
        return _numeric(*numeric.groups())
    named = _NAMED.fullmatch(words.strip())
    month = named["month"].casefold()[:3] if named else ""
    if named is None or month not in _MONTHS:
        return None
    numbers = re.findall(r"\d+", named["rest"])
    day = named["first"]
    if day is None and len(numbers) == 2:
        day, numbers = numbers[0], numbers[1:]
    year = _year(numbers[0]) if len(numbers) == 1 and len(numbers[0]) in (2, 4) else None
    if year is None:
        return None
    return _written(year, _MONTHS.index(month) + 1, int(day) if day else None)


def _numeric(first: str, second: str, third: str) -> str | None:
    if len(first) == 4:
        return _written(int(first), int(second), int(third))
    year = _year(third)
    day, month = int(first), int(second)
    if month > 12:
        day, month = month, day
    return _written(year, month, day) if year is not None else None


def _year(digits: str) -> int | None:
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 50 else 1900 + int(digits)


def _written(year: int, month: int, day: int | None) -> str | None:
    try:
        return date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return None
