"""What a change made of a record where its line stays the same: a day within the month that it shows."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.records import Time
from osteocase.review import Change, Edit

__all__ = ["in_days"]


def in_days(record_id: str, changes: Sequence[Change]) -> str:
    """The new dates of a record; empty where there are none."""
    told = [
        f"{name} {value.date}"
        for change in changes
        if isinstance(change, Edit) and change.record == record_id
        for name, value in change.fields.items()
        if isinstance(value, Time) and value.date is not None
    ]
    return ", ".join(told)
