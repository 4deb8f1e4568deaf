"""Which column of the case's tables a record belongs to, and how its time is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.records import CaseRecord, Record, Time
from osteocase.report.numbers import month_tick

__all__ = ["TimeColumn", "in_time", "months_of", "time_column", "time_columns", "times_words", "when"]


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """A column of a course table; ``months`` is None where the notes do not place it on the axis."""

    label: str
    months: Decimal | None


def months_of(record: Record) -> Decimal | None:
    """Place of a record on the case's axis."""
    time: Time | None = getattr(record, "time", None)
    return time.months if time is not None else None


def in_time(record: Record) -> Decimal:
    """Key that sorts records by their place on the axis; those without one come last."""
    months = months_of(record)
    return months if months is not None else Decimal("Infinity")


def time_column(case: CaseRecord, record: Record) -> TimeColumn:
    """The column that a record belongs to: the case's time point, else its month, else the note's words."""
    months = months_of(record)
    for point in case.timepoints:
        if record.id in point.records or (months is not None and point.months == months):
            return TimeColumn(point.label, point.months)
    if months is not None:
        return TimeColumn(f"Month {month_tick(months)}", months)
    time: Time | None = getattr(record, "time", None)
    return TimeColumn(time.date or time.text, None) if time is not None else TimeColumn("Time not told", None)


def time_columns(case: CaseRecord, records: Sequence[Record]) -> tuple[TimeColumn, ...]:
    """All columns that the records need, in order of time; those off the axis come last, in the order of the text."""
    found: dict[TimeColumn, None] = {}
    for record in records:
        found.setdefault(time_column(case, record))
    placed = sorted((column for column in found if column.months is not None), key=lambda column: column.months or 0)
    return (*placed, *(column for column in found if column.months is None))


_COUNTED = re.compile(r"baseline|\d+ months?(?: before)?", re.IGNORECASE)
"""Names of time points that say no more than their month does."""


def times_words(times: Sequence[str]) -> str:
    """Times within a sentence: ``at month 6``, ``at months 6, 12 and 22``, ``at month 0, in 2019``."""
    if len(times) > 1 and all(time.startswith("month ") for time in times):
        months = [time.removeprefix("month ") for time in times]
        return f"at months {', '.join(months[:-1])} and {months[-1]}"
    return f"at {', '.join(times)}" if times else ""


def when(case: CaseRecord, time: Time | None, record: Record | None = None) -> str:
    """A time within a line: its month, or the case's own name for it, else the note's words; empty where none is told.

    Columns are headed by names (``6 months``); within a line ``month 6`` cannot be taken for a length of time.
    """
    for point in case.timepoints:
        here = record is not None and record.id in point.records
        if here or (time is not None and time.months is not None and point.months == time.months):
            named = point.months is None or not _COUNTED.fullmatch(point.label)
            if named and not (point.label.startswith("Before ") and record is None):
                return point.label  # the operation itself is not before it
            if point.months is None:
                return point.label
            return f"month {month_tick(point.months)}"
    if time is None:
        return ""
    return f"month {month_tick(time.months)}" if time.months is not None else time.date or time.text
