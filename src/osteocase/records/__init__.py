"""The record contract: what osteocase reads out of notes, as frozen Pydantic models."""

from __future__ import annotations

from osteocase.records.base import (
    SCHEMA_VERSION,
    Basis,
    Flag,
    Model,
    Number,
    Record,
    Review,
    Source,
    Status,
    Subject,
    Temporality,
)
from osteocase.records.case import (
    Axis,
    CareItem,
    CaseHeader,
    CaseRecord,
    Check,
    CheckKind,
    Criterion,
    CriterionArm,
    CriterionState,
    Derived,
    FractureCourse,
    FractureSighting,
    NoteRecord,
    RecordLists,
    Redaction,
    Replacement,
    Timepoint,
)
from osteocase.records.clinical import Event, Finding, Fracture, Treatment
from osteocase.records.json import from_json, to_json
from osteocase.records.measurement import Bmd, BmdSite, Comparator, Lab, ReferenceInterval, Score
from osteocase.records.note import Entry, Note, NoteHeader, Section
from osteocase.records.patient import Patient, Sex
from osteocase.records.time import Anchor, Offset, Precision, Time
from osteocase.records.units import printed_unit

__all__ = [
    "SCHEMA_VERSION", "Anchor", "Axis", "Basis", "Bmd", "BmdSite", "CareItem", "CaseHeader", "CaseRecord", "Check",
    "CheckKind", "Comparator", "Criterion", "CriterionArm", "CriterionState", "Derived", "Entry", "Event", "Finding",
    "Flag", "Fracture", "FractureCourse", "FractureSighting", "Lab", "Model", "Note", "NoteHeader", "NoteRecord",
    "Number", "Offset", "Patient", "Precision", "Record", "RecordLists", "Redaction", "ReferenceInterval",
    "Replacement", "Review", "Score", "Section", "Sex", "Source", "Status", "Subject", "Temporality", "Time",
    "Timepoint", "Treatment", "from_json", "printed_unit", "to_json",
]  # fmt: skip
