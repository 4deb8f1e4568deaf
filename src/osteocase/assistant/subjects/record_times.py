"""When a record was: its place on the axis of the case, its date, and several of them in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import DAYS_A_MONTH, months_of_day, zero_day
from osteocase.records import Bmd, Lab, Record, Score, Time, Treatment
from osteocase.review import Session

__all__ = ["ON_THE_DAY", "date_of", "dated", "in_time", "months_of", "note_date", "with_place",
           "runs_at_zero", "time_of", "told_at"]  # fmt: skip

ON_THE_DAY = Decimal("0.5")
"""Months within which something was at that time and not only near it."""


def time_of(record: Record) -> Time | None:
    """The time of a record; of a treatment its start, else its end."""
    return getattr(record, "time", None) or getattr(record, "start", None) or getattr(record, "stop", None)


def told_at(record: Record, session: Session) -> Decimal | None:
    """Position of a record, or of the note that tells it: 2.5 mg daily is the dose at the time of that note."""
    months = months_of(record)
    if not isinstance(record, Treatment):
        return months
    if record.start is not None and record.start.months is not None:
        return months
    told = note_date(record, session)
    if told is None or len(told) < len("2024-03-05"):
        return months
    return months_of_day(told, session)


def note_date(record: Record, session: Session) -> str | None:
    """The date of the note that tells a record."""
    return next((note.date for note in session.case.notes if note.id == record.source.note), None)


def months_of(record: Record) -> Decimal | None:
    """Position of a record on the axis."""
    time = time_of(record)
    return time.months if time is not None else None


def date_of(time: Time | None, record: Record, session: Session) -> str | None:
    """The date that a time tells: its own, that of the note for ``today``, or the one that the axis gives for it."""
    if time is None:
        return None
    if time.date is not None:
        return time.date
    if time.anchor == "note_date" and (time.offset is None or time.offset.value == 0):
        # The case knows the dates of its notes better than each note alone: 05/10/2022 can be read in two ways. Where
        # several notes tell the record, it is the one that lies at this time.
        dates = {note.id: note.date for note in session.case.notes}
        places = list(dict.fromkeys(dates.get(place.note) for place in (record.source, *record.also)))
        fitting = [one for one in places if one is not None and _lies_at(one, time.months, session)]
        return fitting[0] if fitting else None
    return None


def _lies_at(date: str, months: Decimal | None, session: Session) -> bool:
    if months is None or len(date) < len("2024-03-05"):
        return True
    day = months_of_day(date, session)
    return day is None or abs(day - months) <= ON_THE_DAY


def in_time(records: Sequence[Record], session: Session | None = None) -> list[Record]:
    """Each record once, those of one thing in the order of time; those without a time stay where they are."""
    once = list({record.id: record for record in records}.values())
    place = {one.id: told_at(one, session) if session is not None else months_of(one) for one in once}
    return sorted(once, key=lambda record: (place[record.id] is None, place[record.id] or Decimal(0)))


def with_place(records: Sequence[Record], same_thing: Callable[[Record], tuple[object, ...]]) -> list[Record]:
    """Without values that no month is told for, where others of the same thing have one: they are no last value."""
    things = {same_thing(one) for one in records if months_of(one) is not None}
    return [
        one
        for one in records
        if months_of(one) is not None or not isinstance(one, Lab | Bmd | Score) or same_thing(one) not in things
    ]


def dated(months: Decimal | None, session: Session, places: int) -> str | None:
    """A position on the axis as a month or a year; the day would be more than is known."""
    zero = zero_day(session)
    if months is None or zero is None or places > len("2024-03"):
        return None
    return (zero + timedelta(days=float(months * DAYS_A_MONTH))).isoformat()[:places]


def runs_at_zero(one: Record) -> bool:
    """What begins at month zero, or is told to go on beyond it; not a course that was over years before."""
    start, stop = getattr(one, "start", None), getattr(one, "stop", None)
    begun = start is not None and start.months is not None and start.months <= _FIRST_MONTH
    return begun and getattr(one, "status", None) != "past" and (stop is None or stop.months is None or stop.months > 0)


_FIRST_MONTH = Decimal(1)
