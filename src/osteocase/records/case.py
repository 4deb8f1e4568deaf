"""The records of one note, and of one case that several notes tell."""

from __future__ import annotations

from typing import Literal

from osteocase.records.base import SCHEMA_VERSION, Basis, Model, Number
from osteocase.records.clinical import Event, Finding, Fracture, Treatment
from osteocase.records.measurement import Bmd, Lab, Score
from osteocase.records.note import NoteHeader
from osteocase.records.patient import Patient
from osteocase.records.time import Anchor

__all__ = ["Axis", "CareItem", "CaseHeader", "CaseRecord", "Check", "Derived", "NoteRecord", "RecordLists", "Timepoint"]

CheckKind = Literal["conflict", "arithmetic", "range", "narrative", "missing", "privacy"]
Severity = Literal["error", "warning", "info"]


class RecordLists(Model):
    """The seven lists that a note and a case have in common, each in the order of the text."""

    labs: tuple[Lab, ...] = ()
    bmd: tuple[Bmd, ...] = ()
    fractures: tuple[Fracture, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    scores: tuple[Score, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()


class NoteRecord(RecordLists):
    """Everything read out of one note."""

    schema_version: str = SCHEMA_VERSION
    note: NoteHeader
    patient: Patient = Patient()


class Axis(Model):
    """Month zero of the case and the rule that chose it."""

    anchor: Anchor | None = None
    date: str | None = None
    """ISO date of month zero as far as it is known."""
    label: str | None = None
    """Month zero in words: ``"first dose of romosozumab"``."""


class CaseHeader(Model):
    """Name and axis of a case."""

    id: str
    title: str
    axis: Axis = Axis()


class Timepoint(Model):
    """One column of the case's tables."""

    label: str
    months: Number | None = None
    date: str | None = None


class Derived(Model):
    """A value that was computed, with its inputs and formula."""

    id: str
    kind: str
    """Stable key, such as ``bmd_change_from_baseline`` or ``bmi``."""
    label: str
    value: Number | None = None
    unit: str | None = None
    text: str | None = None
    """Result in words where it is no number."""
    formula: str
    records: tuple[str, ...] = ()
    """Ids of the records it was computed from."""
    months: Number | None = None
    """Position on the axis that the value belongs to."""
    basis: Basis = "computed"


class Check(Model):
    """A note to the author: something disagrees, is out of range, or is missing."""

    id: str
    kind: CheckKind
    severity: Severity
    message: str
    records: tuple[str, ...] = ()
    stated: str | None = None
    computed: str | None = None


class CareItem(Model):
    """State of one item of the CARE checklist (Gagnier JJ et al., J Med Case Rep 2013;7:223)."""

    item: str
    title: str
    state: Literal["present", "partial", "missing", "not_applicable", "needs_author"]
    records: tuple[str, ...] = ()
    reason: str | None = None


class CaseRecord(RecordLists):
    """One case: the merged records of its notes on one axis of time, with derived values, checks and CARE states."""

    schema_version: str = SCHEMA_VERSION
    case: CaseHeader
    notes: tuple[NoteHeader, ...] = ()
    patient: Patient = Patient()
    timepoints: tuple[Timepoint, ...] = ()
    derived: tuple[Derived, ...] = ()
    checks: tuple[Check, ...] = ()
    care: tuple[CareItem, ...] = ()
