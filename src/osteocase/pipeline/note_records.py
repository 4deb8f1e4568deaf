"""A scan with its drafts to a NoteRecord: the one file that knows both the drafts and the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from osteocase.pipeline.corrections import with_corrections
from osteocase.pipeline.header import date_of, note_facts
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.text.plain_text import Places
from osteocase.pipeline.text.sections import SectionSpan
from osteocase.records import (
    Bmd,
    Event,
    Finding,
    Fracture,
    Lab,
    Note,
    NoteHeader,
    NoteRecord,
    Patient,
    Record,
    Score,
    Section,
    Treatment,
)

__all__ = ["LISTS", "note_record"]

RecordType = TypeVar("RecordType", bound=Record)
Quote = Callable[[int, int], dict[str, Any]]
"""Tells the source of a stretch of the text that was read, as the fields of ``records.Source``."""

LISTS: tuple[tuple[str, str, type[Record]], ...] = (
    ("labs", "lab", Lab),
    ("bmd", "bmd", Bmd),
    ("fractures", "fracture", Fracture),
    ("treatments", "treatment", Treatment),
    ("scores", "score", Score),
    ("findings", "finding", Finding),
    ("events", "event", Event),
)
"""Each list with what the ids of its records begin with, and its model."""


def note_record(note: Note, scan: Scan, drafts: Mapping[str, Any]) -> NoteRecord:
    """Make the records of one note from the drafts that the components made of its scan."""
    drafts = with_corrections(scan, scan.knowledge, drafts)
    quote = partial(_source, note, scan.places)
    lists: dict[str, tuple[Record, ...]] = {}
    names: dict[tuple[str | int, ...], str] = {}
    for name, prefix, model in LISTS:
        lists[name] = tuple(
            _record(model, draft, quote, f"{note.id}/{prefix}-{number}", names)
            for number, draft in enumerate(_in_text_order(drafts.get(name, [])), start=1)
        )
        for draft, record in zip(_in_text_order(drafts.get(name, [])), lists[name], strict=True):
            spot: tuple[str | int, ...] = (name, draft["start"], draft["end"])
            while spot in names:  # ``fractures of the ankle in 2012 and of two ribs in 2017``: both in one stretch
                spot = (*spot, 1)
            names[spot] = record.id
    facts = note_facts(scan)
    header = NoteHeader(
        id=note.id,
        path=note.path,
        title=facts.title,
        date=date_of(scan, note.id),
        kind=facts.kind,
        sections=tuple(_section(scan, item) for item in scan.sections),
        encoding=note.encoding,
        sha256=note.sha256,
    )
    return NoteRecord.model_validate({"note": header, "patient": _patient(drafts.get("patient", {}), quote), **lists})


def _in_text_order(drafts: list[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (draft["start"], draft["end"]))


def _record(
    model: type[RecordType], draft: Draft, quote: Quote, name: str, names: Mapping[tuple[str | int, ...], str]
) -> RecordType:
    """``names`` maps (list, start, end) to the ids of the records made so far, which an event may point to.

    Of several in one stretch the second has a 1 behind it, the third two of them.
    """
    fields = {key: value for key, value in draft.items() if key not in {"start", "end", "also", "times", "told"}}
    if "told" in draft:
        spots = (spot if spot in names else spot[:3] for spot in map(tuple, draft["told"]))
        fields["records"] = tuple(names[spot] for spot in spots if spot in names)
    return model.model_validate(
        {
            **fields,
            **draft.get("times", {}),  # a treatment's start and stop, whose names the offsets have taken
            "id": name,
            "source": quote(draft["start"], draft["end"]),
            "also": tuple(quote(start, end) for start, end in draft.get("also", ())),
        }
    )


def _section(scan: Scan, found: SectionSpan) -> Section:
    edge = scan.places.edge
    return Section(name=found.name, start=edge(found.start), end=edge(found.end))


def _patient(draft: Draft, quote: Quote) -> Patient:
    """``draft["sources"]`` maps a field to its (start, end)."""
    sources = {field: quote(start, end) for field, (start, end) in draft.get("sources", {}).items()}
    return Patient.model_validate({**draft, "sources": sources})


def _source(note: Note, places: Places, start: int, end: int) -> dict[str, Any]:
    start, end = places.stored(start, end)
    return {"note": note.id, "start": start, "end": end, "text": note.text[start:end]}
