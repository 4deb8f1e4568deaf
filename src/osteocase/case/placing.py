"""Gives every record of every note its place on the axis: its own time, else the day of the note it stands in.

A fact without a time of its own belongs to the note's day only where it is a measurement or a present state; history,
risk factors and plans stay without a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar

from osteocase.case.axis import Timeline
from osteocase.case.months import coarsest, plain
from osteocase.case.timegraph import Position
from osteocase.records import (
    Bmd,
    Event,
    Finding,
    Fracture,
    Lab,
    NoteRecord,
    Record,
    RecordLists,
    Score,
    Time,
    Treatment,
)

__all__ = ["NOTE_DATE_WORDS", "is_note_date", "place_notes"]

NOTE_DATE_WORDS = "date of the note"
"""Stands as the text of a time that no words of the note tell."""

_STATES = frozenset({"symptom", "sign", "outcome", "adverse_event", "imaging"})
_EVENTS_OF_THE_DAY = frozenset({"visit", "imaging", "laboratory", "densitometry"})

AnyRecord = TypeVar("AnyRecord", bound=Record)


def is_note_date(time: Time) -> bool:
    """True for a time that was taken from the date of the note."""
    return time.anchor == "note_date" and time.text == NOTE_DATE_WORDS


def place_notes(notes: Sequence[NoteRecord], timeline: Timeline) -> tuple[NoteRecord, ...]:
    """The same notes with the months of every time filled in as far as the case tells them."""
    return tuple(_place_note(note, timeline) for note in notes)


def _place_note(note: NoteRecord, timeline: Timeline) -> NoteRecord:
    day, earlier = _day_of(note, timeline), _told_beside(note)
    placed: dict[str, Record] = {}
    previous: Position | None = None
    in_text_order = sorted(
        (record for name in RecordLists.model_fields for record in getattr(note, name)),
        key=lambda record: (record.source.start, record.id),
    )
    for record in in_text_order:
        changed = _place_record(record, note, timeline, previous, None if record.id in earlier else day)
        placed[record.id] = changed
        time = getattr(changed, "time", None)
        if time is not None and time.months is not None and not is_note_date(time):
            previous = Position(time.months, time.precision or "day", Decimal(0))
    lists: dict[str, Any] = {
        name: tuple(placed[record.id] for record in getattr(note, name)) for name in RecordLists.model_fields
    }
    return note.model_copy(update=lists)


def _told_beside(note: NoteRecord) -> frozenset[str]:
    """Ids of results that a later result of the same statement stands before: ``P1NP 56 (was 95.8)``.

    The quotation of such a value begins with that of the value of the day, which it is compared with.
    """
    told: list[tuple[str, Lab | Score]] = [(lab.analyte, lab) for lab in note.labs]
    told += [(score.name, score) for score in note.scores]
    found: set[str] = set()
    first: dict[tuple[str, int], int] = {}
    for name, record in sorted(told, key=lambda item: (item[1].source.start, item[1].source.end)):
        end = first.setdefault((name, record.source.start), record.source.end)
        behind = record.source.text[end - record.source.start :]
        if record.time is None and _WAS_BEFORE.match(behind) is not None:
            found.add(record.id)
    return frozenset(found)


_WAS_BEFORE = re.compile(
    r"[^\w.;]*(?:(?:up|down|improved|increased|decreased|risen|fallen)\s+)?(?:was|from|prev\w*|earlier|vs\.?|versus)\b",
    re.IGNORECASE,
)
"""Between the value of a day and the one before it; in ``from 70 to 10`` the second is that of the day."""


def _day_of(note: NoteRecord, timeline: Timeline) -> Time | None:
    """The day of the note as a time, for facts that have none."""
    position = timeline.note_position(note.note.id)
    if position is None:
        return None
    return Time(
        text=NOTE_DATE_WORDS,
        kind="label",
        anchor="note_date",
        date=note.note.date,
        months=plain(position.months),
        precision=coarsest("month", position.precision),
    )


def _place_record(
    record: AnyRecord, note: NoteRecord, timeline: Timeline, previous: Position | None, day: Time | None
) -> AnyRecord:
    if isinstance(record, Treatment):
        ends = {
            name: timeline.place(end, note.note.id, previous)
            for name, end in (("start", record.start), ("stop", record.stop))
            if end is not None
        }
        return record.model_copy(update=ends) if ends else record
    time: Time | None = getattr(record, "time", None)
    of_patient = getattr(record, "subject", "patient") == "patient"
    if time is not None and (of_patient or time.kind != "age"):
        time = timeline.place(time, note.note.id, previous)
    if _belongs_to_the_day(record) and of_patient and day is not None:
        if time is None:
            time = day
        elif time.months is None and time.kind == "label" and _OF_ANOTHER_DAY.match(time.text) is None:
            time = time.model_copy(update={"months": day.months, "precision": "about"})
    return record if time is None else record.model_copy(update={"time": time})


_OF_ANOTHER_DAY = re.compile(
    r"(?:pre|post|before|after|prior\s+to)[\s-]*(?:the\s+|her\s+|his\s+)?(?:tx|transplant\w*|treatment|therapy|rx|op\b|op\w*tion|surgery|"
    r"surgical\w*|operative\w*)|\d+(?:/(?:12|52)|\s*(?:m|mo|months?|weeks?|wks?|y|yrs?|years?))\s+(?:post|after|later)\b|(?:pre|post)\Z",
    re.IGNORECASE,
)
"""``Pre-Tx``, ``6/12 post``: columns of a chart that stand at other days than that of the note."""


def _belongs_to_the_day(record: Record) -> bool:
    if isinstance(record, Lab | Bmd | Score):
        return True
    if isinstance(record, Fracture):
        return record.temporality == "current"
    if isinstance(record, Finding):
        return record.temporality == "current" and record.kind in _STATES
    return isinstance(record, Event) and record.kind in _EVENTS_OF_THE_DAY
