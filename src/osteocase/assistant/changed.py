"""What a change made of a record where its line stays the same: a day within the month that it shows."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.assistant.times import date_of
from osteocase.records import Record, Time
from osteocase.review import Change, Edit, Session

__all__ = ["in_days"]


def in_days(record: Record, changes: Sequence[Change], session: Session) -> str:
    """The new dates of a record, with the old ones; empty where there are none."""
    told = [
        f"{name} {value.date}{_was(record, name, session)}"
        for change in changes
        if isinstance(change, Edit) and change.record == record.id
        for name, value in change.fields.items()
        if isinstance(value, Time) and value.date is not None
    ]
    return ", ".join(told)


def _was(record: Record, name: str, session: Session) -> str:
    old = date_of(getattr(record, name, None), record, session)
    return f", not {old}" if old is not None else ""
