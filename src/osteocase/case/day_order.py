"""Reads ``05/02/2020`` in the order that the other dates of the case prove, where its own note leaves it open.

``28/09/2020`` can only be day before month, and so can ``11/08/2022`` in a file named ``2022-08-11``. Where a case has
such dates and none that can only be month before day, the open ones are read the same way, and so the other way round.
Where nothing proves an order, results in SI units and none in conventional ones speak for day before month: who
measures calcium in mmol/L does not write the month first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from osteocase.records import NoteRecord, Record, RecordLists, Time

__all__ = ["settle_day_order"]

Order = Literal["day", "month"]

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-_.]?(?P<month>[01]\d)[-_.]?(?P<day>[0-3]\d)(?!\d)")
"""A date in the name of a file: year, month, day."""
_TIMES = ("time", "start", "stop")
_TELLING = frozenset({
    "calcium", "calcium_corrected", "creatinine", "phosphorus", "25_oh_vitamin_d", "pth", "albumin", "glucose",
})  # fmt: skip
_SI = frozenset({"mmol/L", "umol/L", "nmol/L", "pmol/L", "g/L"})
_CONVENTIONAL = frozenset({"mg/dL", "ng/mL", "pg/mL", "g/dL"})


def settle_day_order(notes: Sequence[NoteRecord]) -> tuple[NoteRecord, ...]:
    """The notes with their open dates in the order that the case proves; unchanged where it proves none or both."""
    proved: set[Order] = {proof for note in notes for proof in _proofs(note)}
    if not proved and _is_in_si_units(notes):
        proved = {"day"}
    if len(proved) != 1:
        return tuple(notes)
    (order,) = proved
    return tuple(_in_order(note, order) for note in notes)


def _times(note: NoteRecord) -> Iterator[tuple[Record, str, Time]]:
    for name in RecordLists.model_fields:
        for record in getattr(note, name):
            for field in _TIMES:
                time: Time | None = getattr(record, field, None)
                if time is not None:
                    yield record, field, time


def _proofs(note: NoteRecord) -> Iterator[Order]:
    named = _NAMED.search(note.note.id)
    for _, _, time in _times(note):
        match = _NUMERIC.search(time.text)
        if match is None:
            continue
        if named is not None and int(named["month"]) != int(named["day"]):
            numbers = (int(match[1]), int(match[3]), match[4][-2:])
            if numbers == (int(named["day"]), int(named["month"]), named["year"][-2:]):
                yield "day"
            elif numbers == (int(named["month"]), int(named["day"]), named["year"][-2:]):
                yield "month"
        if match[2] != "." and int(match[1]) != int(match[3]):
            if int(match[1]) > 12:
                yield "day"
            elif int(match[3]) > 12:
                yield "month"


def _is_in_si_units(notes: Sequence[NoteRecord]) -> bool:
    units = {lab.unit for note in notes for lab in note.labs if lab.analyte in _TELLING}
    return bool(units & _SI) and not units & _CONVENTIONAL


def _in_order(note: NoteRecord, order: Order) -> NoteRecord:
    """Swap day and month wherever an open date was read in the other order."""
    swapped: dict[tuple[str, str], Time] = {}
    dates: dict[str, str] = {}
    for record, field, time in _times(note):
        own = record.review == "unreviewed" or time.day_order is not None  # a reviewer's own date says no order
        date = _other_reading(time, order) if own else None
        if date is not None and time.date is not None:
            swapped[record.id, field] = time.model_copy(update={"date": date, "day_order": f"{order}_first"})
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
