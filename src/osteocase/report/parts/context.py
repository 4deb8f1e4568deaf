"""What every part is built from: the case without rejected records, its sources and the choices of the profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from osteocase.records import CaseRecord, Record, Time
from osteocase.report.document import Picture, ReviewState
from osteocase.report.ledger import Ledger
from osteocase.report.numbers import month_label
from osteocase.report.profiles import Profile

__all__ = [
    "Context",
    "NarrativeSection",
    "Sentence",
    "TimeColumn",
    "in_time",
    "months_of",
    "time_column",
    "time_columns",
]


class Sentence(Protocol):
    """One sentence of the narrative and the ids of the records that it tells."""

    @property
    def text(self) -> str:
        """The sentence, plain text."""

    @property
    def records(self) -> Sequence[str]:
        """Ids of the records that it rests on."""


class NarrativeSection(Protocol):
    """A stretch of narrative under one heading: generated from records, or written by an author."""

    @property
    def title(self) -> str:
        """Heading, such as ``Presentation``."""

    @property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences in order."""

    @property
    def author(self) -> str | None:
        """Who wrote it; None where the program did."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a part may look at."""

    case: CaseRecord
    """The case without the records that a reviewer rejected."""
    ledger: Ledger
    """Sources of the whole case, the rejected records among them."""
    profile: Profile
    state: ReviewState
    narrative: Sequence[NarrativeSection] | None
    pictures: tuple[Picture, ...]


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
        return TimeColumn(month_label(months).capitalize(), months)
    time: Time | None = getattr(record, "time", None)
    if time is None:
        return TimeColumn("Time not told", None)
    return TimeColumn(time.date or time.text, None)


def time_columns(case: CaseRecord, records: Sequence[Record]) -> tuple[TimeColumn, ...]:
    """All columns that the records need, in order of time; those off the axis come last, in the order of the text."""
    found: dict[TimeColumn, None] = {}
    for record in records:
        found.setdefault(time_column(case, record))
    placed = sorted((column for column in found if column.months is not None), key=lambda column: column.months or 0)
    return (*placed, *(column for column in found if column.months is None))
