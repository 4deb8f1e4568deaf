"""Days and months told without their year, ``13/03``, ``20 December``, ``in June``: the last one before the note."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from osteocase.records import NoteRecord, RecordLists, Time

__all__ = ["Order", "in_its_year", "slashed_order"]

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_LEAD = r"(?:(?:in|on|since|of|during|from|until|by)\s+)?"
_MONTH = re.compile(rf"{_LEAD}(?:early\s+|late\s+|mid[\s-]?)?{_NAME}", re.IGNORECASE)
_DAY = re.compile(
    rf"{_LEAD}(?:the\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAME}|{_NAME.replace('month', 'named')}\s+"
    r"(?P<after>\d{1,2})(?:st|nd|rd|th)?)",
    re.IGNORECASE,
)
_SLASHED = re.compile(rf"{_LEAD}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})", re.IGNORECASE)
_TODAY = re.compile(r"(?:early\s+|late\s+)?(?:today|tonight|this\s+(?:am|pm|morning|afternoon|evening))", re.IGNORECASE)
_FULL = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})(?:/(?:\d{4}|\d{2}))?(?!\d)")

_ADDED = timedelta(days=7)
"""What is added to a note days after it was begun keeps the year of the note: it is not almost a year old."""

Order = Literal["day_first", "month_first"]


def slashed_order(note: NoteRecord) -> Order | None:
    """Whether the slashed dates of a note have their day or their month first; null where none tells, or both do."""
    told: set[Order] = set()
    for name in RecordLists.model_fields:
        for record in getattr(note, name):
            for field in ("time", "start", "stop"):
                time: Time | None = getattr(record, field, None)
                match = _FULL.search(time.text) if time is not None else None
                if time is None or match is None:
                    continue
                if time.day_order is not None:
                    told.add(time.day_order)
                elif int(match[1]) > 12 >= int(match[2]):
                    told.add("day_first")
                elif int(match[2]) > 12 >= int(match[1]):
                    told.add("month_first")
    return told.pop() if len(told) == 1 else None


def in_its_year(time: Time, written: str, order: Order | None) -> Time:
    """The time with the date of the last such month or day on or before ISO date ``written``, or added in the week
    behind it; unchanged where its words are no month or day, or may be two."""
    month = _MONTH.fullmatch(time.text)
    if month is not None and len(written) >= len("2020-03"):
        number = _NAMES.index(month["month"][:3].lower()) + 1
        year = int(written[:4]) - (number > int(written[5:7]))
        return time.model_copy(update={"kind": "date", "date": f"{year:04}-{number:02}", "precision": "month"})
    if len(written) != len("2020-03-01"):
        return time
    if time.anchor == "note_date" and _TODAY.fullmatch(time.text) is not None:
        return time.model_copy(update={"date": written, "precision": "day"})
    told = _day_and_month(time.text, order)
    if told is None:
        return time
    latest = date.fromisoformat(written) + _ADDED
    for year in (latest.year, latest.year - 1):
        try:
            found = date(year, told[1], told[0])
        except ValueError:
            continue
        if found <= latest:
            return time.model_copy(update={"kind": "date", "date": found.isoformat(), "precision": "day"})
    return time


def _day_and_month(words: str, order: Order | None) -> tuple[int, int] | None:
    named = _DAY.fullmatch(words)
    if named is not None:
        month = named["month"] or named["named"]
        return int(named["day"] or named["after"]), _NAMES.index(month[:3].lower()) + 1
    slashed = _SLASHED.fullmatch(words)
    if slashed is None:
        return None
    first, second = int(slashed["first"]), int(slashed["second"])
    if first > 12 >= second or (order == "day_first" and second <= 12):
        return first, second
    if second > 12 >= first or (order == "month_first" and first <= 12):
        return second, first
    return (first, second) if first == second else None
