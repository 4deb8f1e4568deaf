"""A record of several dated entries, each read as a note of its day, and their facts as those of one note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.wordstarts import IndexedText
from osteocase.pipeline.note_records import LISTS
from osteocase.pipeline.text.dated_entries import DatedEntry, find_entries
from osteocase.pipeline.times.find import find_times
from osteocase.pipeline.times.order import day_order
from osteocase.records import (
    Bmd,
    Entry,
    Event,
    Fracture,
    Lab,
    Note,
    NoteRecord,
    Patient,
    Record,
    Score,
    Section,
    Source,
    Time,
)  # fmt: skip

__all__ = ["entries_of", "entry_notes", "joined", "order_of"]


def entries_of(text: str, knowledge: Knowledge, day_first: bool | None) -> list[DatedEntry]:
    """The dated entries of a note's text; none where it is one note."""

    def date_of(words: str) -> str | None:
        times = find_times(IndexedText(words), knowledge, day_first=order_of(text, day_first))
        return times[0].date if len(times) == 1 and times[0].kind == "date" else None

    return find_entries(text, date_of)


def order_of(text: str, day_first: bool | None) -> bool:
    """Whether the whole record writes its days first, which holds for each of its entries."""
    return day_order(text, day_first).day_first


def entry_notes(note: Note, entries: Sequence[DatedEntry]) -> list[Note]:
    """Each entry as a note of its own, with positions that count from its first character."""
    return [note.model_copy(update={"text": note.text[entry.start : entry.end]}) for entry in entries]


def joined(
    note: Note, entries: Sequence[DatedEntry], read: Sequence[NoteRecord]
) -> tuple[NoteRecord, list[dict[str, str]]]:
    """The records of all entries as those of the one note, and for each entry its record ids to those of the note.

    A result, and a fracture of the day, that has no time of its own gets the day of its entry.
    """
    names: list[dict[str, str]] = [{} for _ in entries]
    lists: dict[str, tuple[Record, ...]] = {}
    for name, prefix, _ in LISTS:
        number = 0
        for entry, part in enumerate(read):
            for record in getattr(part, name):
                number += 1
                names[entry][record.id] = f"{note.id}/{prefix}-{number}"
    for name, _, _ in LISTS:
        lists[name] = tuple(
            _moved(record, entry, names[number])
            for number, (entry, part) in enumerate(zip(entries, read, strict=True))
            for record in getattr(part, name)
        )
    header = read[0].note.model_copy(
        update={
            "date": max(entry.date for entry in entries),
            "sections": tuple(
                Section(name=section.name, start=section.start + entry.start, end=section.end + entry.start)
                for entry, part in zip(entries, read, strict=True)
                for section in part.note.sections
            ),
            "entries": tuple(Entry(start=entry.start, end=entry.end, date=entry.date) for entry in entries),
        }
    )
    record = NoteRecord(note=header, patient=_patient(entries, read))
    return record.model_copy(update=lists), names


def _moved(record: Record, entry: DatedEntry, names: dict[str, str]) -> Record:
    changes: dict[str, Any] = {
        "id": names[record.id],
        "source": _shifted(record.source, entry.start),
        "also": tuple(_shifted(source, entry.start) for source in record.also),
    }
    if isinstance(record, Event):
        changes["records"] = tuple(names.get(name, name) for name in record.records)
    if entry.words and _is_of_the_day(record):
        changes["time"] = Time(text=entry.words, kind="date", date=entry.date, precision="day")
    return record.model_copy(update=changes)


def _is_of_the_day(record: Record) -> bool:
    if isinstance(record, Fracture):
        return record.time is None and record.temporality == "current" and record.subject == "patient"
    return isinstance(record, Lab | Bmd | Score) and record.time is None


def _shifted(source: Source, by: int) -> Source:
    return source.model_copy(update={"start": source.start + by, "end": source.end + by})


def _patient(entries: Sequence[DatedEntry], read: Sequence[NoteRecord]) -> Patient:
    """Each field as the latest entry tells it."""
    fields: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    converted: set[str] = set()
    for entry, part in sorted(zip(entries, read, strict=True), key=lambda pair: pair[0].date):
        for name, value in part.patient:
            if name in {"sources", "converted"} or value is None:
                continue
            fields[name] = value
            converted.discard(name)
            converted |= {name} & set(part.patient.converted)
            if name in part.patient.sources:
                sources[name] = _shifted(part.patient.sources[name], entry.start)
    return Patient(**fields, sources=sources, converted=tuple(sorted(converted)))
