"""The patient as all notes together tell: each field from the first note that tells it, with its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from osteocase.records import NoteRecord, Patient, Source

__all__ = ["PATIENT_FIELDS", "merge_patient"]

PATIENT_FIELDS = tuple(name for name in Patient.model_fields if name not in ("sources", "converted"))

_LATEST = frozenset({"parity", "gravidity", "menopausal_status", "menopause_age_years"})
"""Fields that only grow: the last note knows best. Everything else is told as it was at the first visit."""


def merge_patient(notes: Sequence[NoteRecord]) -> Patient:
    """One patient of notes in order of time; a value that several notes share wins over one that stands alone."""
    fields: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    converted: list[str] = []
    for name in PATIENT_FIELDS:
        told = [(note, value) for note in notes if (value := getattr(note.patient, name)) is not None]
        if not told:
            continue
        if name in _LATEST:
            told.reverse()
        elif name == "sex":
            told.sort(key=lambda item: -sum(value == item[1] for _, value in told))
        note, value = told[0]
        fields[name] = value
        if name in note.patient.sources:
            sources[name] = note.patient.sources[name]
        if name in note.patient.converted:
            converted.append(name)
    return Patient(**fields, sources=sources, converted=tuple(converted))
