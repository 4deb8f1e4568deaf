"""Dates and distances as signed decimal months, and how exact they are.

A date counts as ``year * 12 + month + (day - 1) / 30.4375``: the same day of two months lies a whole number of months
apart, whatever the lengths of the months between.
"""

from __future__ import annotations

import calendar
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from osteocase.records import Offset, Precision, Time

__all__ = [
    "DAYS_A_MONTH", "coarsest", "date_of", "date_position", "date_precision", "offset_months", "plain", "spread",
    "time_precision",
]  # fmt: skip

DAYS_A_MONTH = Decimal("30.4375")
"""Mean length of a month in the Gregorian calendar."""

_UNIT_MONTHS = {
    "day": 1 / DAYS_A_MONTH,
    "week": 7 / DAYS_A_MONTH,
    "month": Decimal(1),
    "year": Decimal(12),
}
_ORDER: tuple[Precision, ...] = ("day", "month", "about", "year")
_SPREAD: dict[Precision, Decimal] = {
    "day": Decimal("0.1"),
    "month": Decimal("0.75"),
    "about": Decimal("1.5"),
    "year": Decimal("9"),
}


def plain(value: Decimal, places: int = 2) -> Decimal:
    """A number rounded to ``places`` without trailing zeros: ``6.00`` becomes ``6``, ``-0.30`` becomes ``-0.3``."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN).normalize()
    if rounded == 0:
        return Decimal(0)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def date_position(text: str) -> Decimal:
    """Months since year 0 of an ISO date; a month without a day counts as its middle, a year as its middle."""
    parts = [int(part) for part in text.split("-")]
    year, month, day = (*parts, None, None)[:3]
    assert year is not None
    if month is None:
        return Decimal(year * 12 + 6)
    if day is None:
        return Decimal(year * 12 + month - 1) + Decimal("0.5")
    return Decimal(year * 12 + month - 1) + (day - 1) / DAYS_A_MONTH


def date_of(position: Decimal) -> date | None:
    """The day at a position that ``date_position`` counts; null outside the calendar."""
    whole = int(position // 1)
    year, month = divmod(whole, 12)
    if not 1 <= year <= 9999:
        return None
    day = int(((position - whole) * DAYS_A_MONTH).to_integral_value()) + 1
    return date(year, month + 1, min(day, calendar.monthrange(year, month + 1)[1]))


def date_precision(text: str) -> Precision:
    """How exact an ISO date is by its length."""
    return "day" if len(text) == 10 else "month" if len(text) == 7 else "year"


def offset_months(offset: Offset) -> Decimal:
    """A distance in months, signed."""
    return offset.value * _UNIT_MONTHS[offset.unit]


def coarsest(*precisions: Precision | None) -> Precision:
    """The least exact of several; ``day`` when all are null."""
    known = [precision for precision in precisions if precision is not None]
    return max(known, key=_ORDER.index) if known else "day"


def time_precision(time: Time) -> Precision:
    """How exact a stated time is: what the note says of it, else its date or its unit."""
    if time.precision is not None:
        return time.precision
    if time.date is not None:
        return date_precision(time.date)
    if time.offset is None or time.kind == "label":
        return "day" if time.anchor == "note_date" else "about"
    return {"day": "day", "week": "day", "month": "month", "year": "year"}[time.offset.unit]  # type: ignore[return-value]


def spread(precision: Precision | None) -> Decimal:
    """Months by which a time of this precision may be off: 3 days, 3 weeks, 6 weeks, 9 months."""
    return _SPREAD[precision or "day"]
