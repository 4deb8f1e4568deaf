"""The calendar date beside a position on the axis: ``6 months, 2021-09-22``, where the notes tell the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.record_times import ON_THE_DAY, date_of
from osteocase.records import Record, Source, Time, Treatment
from osteocase.review import Session
from osteocase.review.wording import when, word

__all__ = ["moment_text", "places_of_times", "times_text", "with_dates"]


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
        dated = replace(plain, when=times_text(record, session)).sentence()
        if dated != plain.sentence():
            line = re.search(rf"{re.escape(plain.sentence())}$", text, re.MULTILINE)
            text = text[: line.start()] + dated + text[line.end() :] if line is not None else text
    return text


def places_of_times(records: Sequence[Record], session: Session) -> tuple[Source, ...]:
    """Where the times of these records are told, when that is in another note than the one that tells the record first.

    An end is often told by a later note, and what two notes deny has the day of the later one.
    """
    days = {note.id: note.date for note in session.case.notes}
    found: list[Source] = []
    for record in records:
        others = [one for one in record.also if one.note != record.source.note]
        for time in filter(None, (getattr(record, name, None) for name in ("time", "start", "stop"))):
            date = date_of(time, record, session)
            if _tells(record.source, time, date, session) and not _is_ahead(record.source, time, session):
                continue
            of_day = [one for one in others if _is_day(days.get(one.note), time, session)]
            found += [*(one for one in others if _tells(one, time, date, session)), *of_day][:1]
    return tuple(dict.fromkeys(found))


def _tells(place: Source, time: Time, date: str | None, session: Session) -> bool:
    """Whether the words of that place hold the words of the time, or its note is of that day."""
    said = " ".join(time.text.split()).casefold()
    if said and said in " ".join(place.text.split()).casefold():
        return not _is_ahead(place, time, session)
    return date is not None and any(note.id == place.note and note.date == date for note in session.case.notes)


def _is_ahead(place: Source, time: Time, session: Session) -> bool:
    """Whether the note was written before that time: what it tells of it is a plan."""
    date = next((note.date for note in session.case.notes if note.id == place.note), None)
    day = months_of_day(date, session) if date is not None else None
    return day is not None and time.months is not None and day < time.months - ON_THE_DAY


def _is_day(date: str | None, time: Time, session: Session) -> bool:
    day = months_of_day(date, session) if date is not None else None
    return day is not None and time.months is not None and abs(day - time.months) <= ON_THE_DAY


def times_text(record: Record, session: Session) -> str:
    """The time of a record with its date; of a treatment its beginning and its end."""
    if not isinstance(record, Treatment):
        return moment_text(getattr(record, "time", None), record, session)
    begin, end = (moment_text(time, record, session) for time in (record.start, record.stop))
    if begin and end:
        return f"{begin} to {end}"
    return begin or (f"until {end}" if end else "")
