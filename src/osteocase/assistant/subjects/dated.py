"""The calendar date beside a position on the axis: ``6 months, 2021-09-22``, where the notes tell the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from osteocase.assistant.subjects.times import date_of
from osteocase.records import Record, Time, Treatment
from osteocase.review import Session
from osteocase.review.wording import when, word

__all__ = ["moment_text", "with_dates"]


_COUNTED = re.compile(
    r"^(?=.*\d)\W*(?:(?:at|on|post\w*|after|in)\s+)?(?:day\s*\d+|\d+\s*(?:min\w*|hours?|h|days?)\b)", re.I
)


def moment_text(time: Time | None, record: Record, session: Session) -> str:
    """A time in words with its date behind it, or with the day or hour that the note counts: ``month 0, day 2``."""
    shown, date = when(time), date_of(time, record, session)
    own = " ".join(time.text.split()) if time is not None and date is None and _COUNTED.search(time.text) else ""
    return ", ".join(dict.fromkeys(part for part in (shown, date or own) if part))


def with_dates(text: str, records: Sequence[Record], session: Session) -> str:
    """An answer whose lines tell records, with the date of each beside its month."""
    for record in records:
        plain = word(record)
        dated = replace(plain, when=_times(record, session)).sentence()
        if dated != plain.sentence():
            line = re.search(rf"{re.escape(plain.sentence())}$", text, re.MULTILINE)
            text = text[: line.start()] + dated + text[line.end() :] if line is not None else text
    return text


def _times(record: Record, session: Session) -> str:
    if not isinstance(record, Treatment):
        return moment_text(getattr(record, "time", None), record, session)
    begin, end = (moment_text(time, record, session) for time in (record.start, record.stop))
    if begin and end:
        return f"{begin} to {end}"
    return begin or (f"until {end}" if end else "")
