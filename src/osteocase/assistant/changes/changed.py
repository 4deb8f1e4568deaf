"""What a change made of a record: how it stands now, and new days within the month that its line shows."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.assistant.subjects.finding import same_thing
from osteocase.assistant.subjects.times import date_of
from osteocase.records import Record, Time
from osteocase.review import Change, Edit, Reject, Session
from osteocase.review.wording import word

__all__ = ["after_change", "in_days", "told_lines"]

_MOST = 8
"""Records of one change that are told one by one."""


def after_change(record: Record, session: Session) -> Record:
    """The record as it stands now; where it was taken into another one, that of the same thing at the same words.

    ``fractures of T8, L1 and L3`` are three records of one place, and only one of them is what L1 has become.
    """
    ids = {one.id: one for one in session.records}
    places = {record.source, *record.also}
    there = [one for one in ids.values() if type(one) is type(record) and places & {one.source, *one.also}]
    same = [one for one in there if same_thing(one) == same_thing(record)]
    return ids.get(record.id) or next(iter([*same, *there]), record)


def told_lines(
    changes: Sequence[Change], records: Sequence[Record], session: Session, changed: Session, *, only_old: bool = False
) -> str:
    """The records of a change, as they stood and as they stand then.

    Args:
        changes: what is changed.
        records: the records that it is of, as they stood.
        session: the case before.
        changed: the case after, which may be the same one.
        only_old: of what is rejected no new state is told.
    """
    gone = {one for change in changes if isinstance(change, Reject) for one in change.records}
    told: list[str] = []
    for record in records[:_MOST]:
        before, after = word(record).sentence(), word(after_change(record, changed)).sentence()
        if before == after:
            after = in_days(record, changes, session) or _in_fields(record, changes) or after
        after = "rejected" if record.id in gone else after
        alone = before == after or (only_old and record.id in gone)
        told.append(before if alone else f"{before}\n  now: {after}")
    count = f"{len(records)} records:\n" if len(records) > 1 else ""
    more = f"\nand {len(records) - _MOST} more" if len(records) > _MOST else ""
    return f"{count}{chr(10).join(told)}{more}"


def _in_fields(record: Record, changes: Sequence[Change]) -> str:
    """The new content of fields that the line of a record does not show; empty where there is none."""
    told = [
        f"{name.replace('_', ' ')} {value}"
        for change in changes
        if isinstance(change, Edit) and change.record == record.id
        for name, value in change.fields.items()
        if isinstance(value, str) and getattr(record, name, None) != value
    ]
    return ", ".join(told)


def in_days(record: Record, changes: Sequence[Change], session: Session) -> str:
    """The new dates of a record, with the old ones; empty where there are none."""
    told = [
        f"{name} {value.date}{_was(record, name, value.date, session)}"
        for change in changes
        if isinstance(change, Edit) and change.record == record.id
        for name, value in change.fields.items()
        if isinstance(value, Time) and value.date is not None
    ]
    return ", ".join(told)


def _was(record: Record, name: str, new: str, session: Session) -> str:
    old = date_of(getattr(record, name, None), record, session)
    if old == new:
        return " in every note"  # one of them told another day
    return f", not {old}" if old is not None else ""
