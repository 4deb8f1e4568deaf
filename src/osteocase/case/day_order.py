"""Reads ``05/02/2020`` in the order that the other dates of the case prove, where its own note leaves it open.

``28/09/2020`` can only be day before month. Where a case has such dates and none that can only be month before day, the
open ones of notes without a proof of their own are read the same way, and so the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from osteocase.records import NoteRecord, Record, RecordLists, Time

__all__ = ["settle_day_order"]

Order = Literal["day", "month"]

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_TIMES = ("time", "start", "stop")


def settle_day_order(notes: Sequence[NoteRecord]) -> tuple[NoteRecord, ...]:
    """The notes with their open dates in the order that the case proves; unchanged where it proves none or both."""
    proofs = [set(_proofs(note)) for note in notes]
    proved = set().union(*proofs) if proofs else set()
    if len(proved) != 1:
        return tuple(notes)
    (order,) = proved
    return tuple(note if own else _in_order(note, order) for note, own in zip(notes, proofs, strict=True))


def _times(note: NoteRecord) -> Iterator[tuple[Record, str, Time]]:
    for name in RecordLists.model_fields:
        for record in getattr(note, name):
            for field in _TIMES:
                time: Time | None = getattr(record, field, None)
                if time is not None:
                    yield record, field, time


def _proofs(note: NoteRecord) -> Iterator[Order]:
    for _, _, time in _times(note):
        match = _NUMERIC.search(time.text)
        if match is not None and match[2] != "." and int(match[1]) != int(match[3]):
            if int(match[1]) > 12:
                yield "day"
            elif int(match[3]) > 12:
                yield "month"


def _in_order(note: NoteRecord, order: Order) -> NoteRecord:
    """Swap day and month wherever an open date was read in the other order."""
    swapped: dict[tuple[str, str], Time] = {}
    dates: dict[str, str] = {}
    for record, field, time in _times(note):
        date = _other_reading(time, order) if record.review == "unreviewed" else None
        if date is not None and time.date is not None:
            swapped[record.id, field] = time.model_copy(update={"date": date})
            dates[time.date] = date
    if not swapped:
        return note
    lists: dict[str, Any] = {
        name: tuple(_with_times(record, swapped) for record in getattr(note, name)) for name in RecordLists.model_fields
    }
    header = note.note.model_copy(update={"date": dates.get(note.note.date or "", note.note.date)})
    return note.model_copy(update={**lists, "note": header})


def _other_reading(time: Time, order: Order) -> str | None:
    match = _NUMERIC.search(time.text)
    if match is None or match[2] == "." or time.date is None or len(time.date) != 10:
        return None
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if order == "day" else (second, first)
    date = f"{time.date[:4]}-{month:02d}-{day:02d}"
    return date if max(first, second) <= 12 and date != time.date else None


def _with_times(record: Record, swapped: dict[tuple[str, str], Time]) -> Record:
    changed = {field: swapped[record.id, field] for field in _TIMES if (record.id, field) in swapped}
    return record.model_copy(update=changed) if changed else record
