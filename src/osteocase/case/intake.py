"""Puts the notes of a case in one order, whatever order they came in, and refuses notes of several patients."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from osteocase.case.day_order import settle_day_order
from osteocase.case.entries import by_entries
from osteocase.case.own_times import settle_own_times
from osteocase.case.population import GROWN_FROM
from osteocase.errors import CaseError, SeveralPatientsError
from osteocase.records import NoteRecord, Patient, Record, RecordLists, to_json

__all__ = ["SPLIT_HINT", "Intake", "take_in"]

SPLIT_HINT = (
    "keep each patient's notes in one folder, or split them: --split-by folder, prefix or field:NAME; "
    "--same-patient if it is one patient"
)
"""The way out for whoever gave notes of several patients."""

_RECORD_LISTS = tuple(RecordLists.model_fields)


@dataclass(frozen=True)
class Intake:
    """The notes of one case, oldest first, each content once."""

    notes: tuple[NoteRecord, ...]
    """Without the records that a reviewer rejected."""
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Note id to the ids of further notes with the same words."""
    everything: tuple[NoteRecord, ...] = ()
    """All notes, copies among them, in the same order."""
    wholes: dict[str, str] = field(default_factory=dict)
    """Id of each dated entry of a note, which stands in ``notes`` by itself, to the id of that note."""


def take_in(notes: Sequence[NoteRecord], *, same_patient: bool = False) -> Intake:
    """Order the notes by date and id, set copies aside, drop what a reviewer rejected.

    Raises:
        CaseError: there is no note, two different notes share an id, or the notes tell of several patients.
    """
    if not notes:
        raise CaseError("there is no note to make a case of", hint="give at least one note")
    notes = settle_day_order(notes)
    named = Counter(note.note.id for note in notes)
    alike = Counter(_outline(note) for note in notes)
    ordered = sorted(
        notes,
        key=lambda note: (note.note.date or "9999", note.note.id, to_json(note) if named[note.note.id] > 1 else ""),
    )
    by_content: dict[str, str] = {}
    seen: dict[str, str] = {}
    kept: list[NoteRecord] = []
    everything: list[NoteRecord] = []
    copies: dict[str, list[str]] = {}
    for note in ordered:
        twofold = named[note.note.id] > 1 or alike[_outline(note)] > 1
        content = _content(note) if twofold else note.note.id
        if note.note.id in seen:
            if seen[note.note.id] != content:
                raise CaseError(
                    "two different notes have the same name", place=note.note.id, hint="rename one of the files"
                )
            continue
        seen[note.note.id] = content
        everything.append(note)
        if content in by_content:
            copies.setdefault(by_content[content], []).append(note.note.id)
            continue
        by_content[content] = note.note.id
        kept.append(_without_rejected(note))
    if not same_patient:
        _refuse_several_patients(kept)
    parts, wholes = by_entries(kept)
    doubles = {note: tuple(names) for note, names in copies.items()}
    return Intake(settle_own_times(parts), doubles, tuple(everything), wholes)


def _outline(note: NoteRecord) -> tuple[object, ...]:
    """What notes that say the same have in common, and other notes hardly ever."""
    return note.note.sha256, note.note.date, *(len(getattr(note, name)) for name in _RECORD_LISTS)


def _content(note: NoteRecord) -> str:
    """What a note says, without the names that only tell notes apart."""
    data = note.model_dump(mode="json")
    for name in ("id", "path"):
        data["note"].pop(name)
    return json.dumps(_nameless(data, note.note.id), sort_keys=True)


def _nameless(value: Any, note_id: str) -> Any:
    if isinstance(value, dict):
        return {key: _nameless(item, note_id) for key, item in value.items() if not (key == "note" and item == note_id)}
    if isinstance(value, list):
        return [_nameless(item, note_id) for item in value]
    if isinstance(value, str):
        return value.removeprefix(f"{note_id}/")
    return value


def _without_rejected(note: NoteRecord) -> NoteRecord:
    kept: dict[str, tuple[Record, ...]] = {
        name: tuple(record for record in getattr(note, name) if record.review != "rejected") for name in _RECORD_LISTS
    }
    return note.model_copy(update=kept)


def _refuse_several_patients(notes: Sequence[NoteRecord]) -> None:
    """One odd value is a slip to be told as a conflict; two in the same pair of notes are another person."""
    for index, one in enumerate(notes):
        for other in notes[index + 1 :]:
            differing = _differences(one, other)
            if len(differing) >= 2:
                raise SeveralPatientsError(
                    f"{one.note.id} and {other.note.id} tell of different patients ({'; '.join(differing)})",
                    hint=SPLIT_HINT,
                )


def _differences(one: NoteRecord, other: NoteRecord) -> list[str]:
    here, there = one.patient, other.patient
    found: list[str] = []
    if here.sex and there.sex and here.sex != there.sex:
        found.append(f"{here.sex} and {there.sex}")
    gap = _age_gap(one, other)
    if gap is not None and gap > 3:
        found.append(f"aged {here.age_years} and {there.age_years}")
    grows = any(patient.age_years is not None and patient.age_years < GROWN_FROM for patient in (here, there))
    for name, allowed, unit in () if grows else (("height_cm", 8, "cm"), ("weight_kg", 25, "kg")):
        first, second = getattr(here, name), getattr(there, name)
        if first is not None and second is not None and abs(first - second) > allowed:
            found.append(f"{first} {unit} and {second} {unit}")
    return found


def _age_gap(one: NoteRecord, other: NoteRecord) -> int | None:
    """Years by which two stated ages disagree once the time between the notes is taken off."""
    ages: tuple[Patient, Patient] = (one.patient, other.patient)
    if ages[0].age_years is None or ages[1].age_years is None:
        return None
    passed = 0
    if one.note.date and other.note.date:
        passed = int(other.note.date[:4]) - int(one.note.date[:4])
    return abs(int(ages[1].age_years - ages[0].age_years) - passed)
