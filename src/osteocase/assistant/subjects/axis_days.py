"""Days of the calendar as positions on the axis of a case."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as Date
from datetime import timedelta
from decimal import Decimal

from osteocase.review import Session

__all__ = ["DAYS_A_MONTH", "months_of_day", "zero_day"]

DAYS_A_MONTH = Decimal("30.4375")
_DAY = len("2024-03-05")


def zero_day(session: Session) -> Date | None:
    """The day of month zero; where its month alone is told, counted back from a visit whose day and place are known."""
    axis = session.case.case.axis.date
    if axis is not None and len(axis) >= _DAY:
        return Date.fromisoformat(axis)
    for one in session.case.events:
        time = one.time
        if time is not None and time.date is not None and time.months is not None and len(time.date) >= _DAY:
            return Date.fromisoformat(time.date) - timedelta(days=round(time.months * DAYS_A_MONTH))
    return None


def months_of_day(date: str, session: Session, *, last: bool = False) -> Decimal | None:
    """Position of the first or the last day of a date on the axis; null where month zero has no day.

    Args:
        date: ISO, a day, a month or a year.
        session: the case.
        last: the last day of the month or the year.
    """
    zero = zero_day(session)
    if zero is None:
        return None
    parts = [int(part) for part in date.split("-")]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (monthrange(parts[0], month)[1] if last else 1)
    return Decimal((Date(parts[0], month, day) - zero).days) / DAYS_A_MONTH
