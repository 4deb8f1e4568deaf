"""A note of several dated entries counts in a case as several notes, and is one note again in what comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from osteocase.records import CaseRecord, Entry, NoteRecord, Record, RecordLists, Source

__all__ = ["by_entries", "following_entry", "with_whole_notes"]


def by_entries(notes: Sequence[NoteRecord]) -> tuple[list[NoteRecord], dict[str, str]]:
    """The notes, those of several entries as one note an entry, oldest first, and the ids of these with the note's."""
    parts: list[NoteRecord] = []
    wholes: dict[str, str] = {}
    for note in notes:
        if not note.note.entries:
            parts.append(note)
            continue
        for number, entry in enumerate(note.note.entries, start=1):
            part = _part(note, entry, number)
            wholes[part.note.id] = note.note.id
            parts.append(part)
    if wholes:
        parts.sort(key=lambda note: note.note.date or "9999")
    return parts, wholes


def _part(note: NoteRecord, entry: Entry, number: int) -> NoteRecord:
    name = f"{note.note.id}, {entry.date}" + (f" ({number})" if _is_of_a_double_day(note, entry) else "")

    def holds(source: Source) -> bool:
        return source.note == note.note.id and entry.start <= source.start < entry.end

    def renamed(source: Source) -> Source:
        return source.model_copy(update={"note": name})

    def moved(record: Record) -> Record:
        also = tuple(renamed(source) if holds(source) else source for source in record.also)
        return record.model_copy(update={"source": renamed(record.source), "also": also})

    told = {field: source for field, source in note.patient.sources.items() if holds(source)}
    lists: dict[str, Any] = {
        name: tuple(moved(record) for record in getattr(note, name) if holds(record.source))
        for name in RecordLists.model_fields
    }
    patient = note.patient.model_copy(
        update={
            **{field: None for field in note.patient.sources if field not in told},
            "sources": {field: renamed(source) for field, source in told.items()},
        }
    )
    header = note.note.model_copy(update={"id": name, "date": entry.date, "entries": ()})
    return note.model_copy(update={"note": header, "patient": patient, **lists})


def following_entry(part: NoteRecord, parts: Sequence[NoteRecord]) -> str | None:
    """The day of the entry behind one entry of a note; until then whoever keeps the record may have added to it."""
    if not _ENTRY.search(part.note.id):
        return None
    whole = part.note.id.rpartition(", ")[0]
    own = part.note.date or ""
    days = (other.note.date for other in parts if other.note.id.rpartition(", ")[0] == whole)
    return min((day for day in days if day is not None and day > own), default=None)


_ENTRY = re.compile(r", \d{4}-\d\d-\d\d(?: \(\d+\))?\Z")


def _is_of_a_double_day(note: NoteRecord, entry: Entry) -> bool:
    return sum(other.date == entry.date for other in note.note.entries) > 1


def with_whole_notes(case: CaseRecord, wholes: Mapping[str, str]) -> CaseRecord:
    """The case with every source in the note that the user knows, ``wholes`` being the id of an entry to its note's."""
    if not wholes:
        return case
    data = {name: _whole(getattr(case, name), wholes) for name in CaseRecord.model_fields}
    return case.model_copy(update=data)


def _whole(value: Any, wholes: Mapping[str, str]) -> Any:
    if isinstance(value, Source):
        return value.model_copy(update={"note": wholes[value.note]}) if value.note in wholes else value
    if isinstance(value, tuple):
        return tuple(_whole(item, wholes) for item in value)
    if isinstance(value, dict):
        return {name: _whole(item, wholes) for name, item in value.items()}
    fields = getattr(type(value), "model_fields", None)
    if fields is None:
        return value
    changed = {name: _whole(getattr(value, name), wholes) for name in fields}
    kept = {name: item for name, item in changed.items() if item is not getattr(value, name)}
    return value.model_copy(update=kept) if kept else value
