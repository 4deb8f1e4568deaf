"""When something was: a date, an age, a label, or a distance from another event."""

from __future__ import annotations

from datetime import date as Date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from osteocase.records.base import Model, Number

__all__ = ["Anchor", "Offset", "Precision", "Time", "TimeKind", "TimeUnit"]

TimeKind = Literal["date", "relative", "age", "label"]
TimeUnit = Literal["day", "week", "month", "year"]
DayOrder = Literal["day_first", "month_first"]
Precision = Literal["day", "month", "year", "about"]
Anchor = Literal[
    "treatment_start", "treatment_stop", "delivery", "conception", "symptom_onset", "baseline", "note_date",
    "surgery", "fracture", "menopause", "birth", "weaning", "previous_event", "diagnosis",
]  # fmt: skip

_WHOLE = len("2024-03-05")


def _in_calendar(date: str) -> str:
    year, month, day = (int(part) for part in f"{date}-01-01"[:_WHOLE].split("-"))
    try:
        Date(year, month, day)
    except ValueError:
        raise ValueError(f"{date} is no date of the calendar") from None
    return date


IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_in_calendar)]
"""A date as far as it is known: ``2024``, ``2024-03`` or ``2024-03-05``; one that the calendar has."""


class Offset(Model):
    """A distance in time, negative before the anchor and positive after it."""

    value: Number
    unit: TimeUnit


class Time(Model):
    """A time as the note tells it, and where it lies on the case's axis once that is known."""

    text: str
    """The note's own words, such as ``"10 months after the last dose"``."""
    kind: TimeKind
    date: IsoDate | None = None
    """ISO date as far as it is known."""
    day_order: DayOrder | None = None
    """How ``date`` was read where the words allow two readings (``3/5/2021``); null where they allow one only."""
    end: IsoDate | None = None
    """End of a period, ISO as ``date``."""
    offset: Offset | None = None
    """Distance from ``anchor``; for ``kind="age"`` the age."""
    anchor: Anchor | None = None
    """The event that the offset counts from."""
    months: Number | None = None
    """Signed position on the case's axis in months; null until the case resolves it."""
    precision: Precision | None = None
    """How exact the position is."""
