"""When a record was, as the screens tell it."""

from __future__ import annotations

from osteocase.records import Record
from osteocase.review.wording import months_text, word

__all__ = ["told_when"]


def told_when(record: Record) -> str:
    """Its time in words; of a mere year the year, for its middle on the axis would sound like a month that is known."""
    words = word(record).when
    for field in ("time", "start", "stop"):
        time = getattr(record, field, None)
        if time is None or time.kind != "date" or time.months is None:
            continue
        if time.date is not None and time.date.isdecimal():
            words = words.replace(months_text(time.months), time.date, 1)
    return words
