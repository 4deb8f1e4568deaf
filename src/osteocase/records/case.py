"""The records of one note, and of one case that several notes tell."""

from __future__ import annotations

from typing import Literal

from osteocase.records.base import SCHEMA_VERSION, Basis, Model, Number, Source, Status
from osteocase.records.clinical import Event, Finding, Fracture, Treatment
from osteocase.records.measurement import Bmd, Lab, Score
from osteocase.records.note import NoteHeader
from osteocase.records.patient import Patient
from osteocase.records.time import Anchor

__all__ = [
    "Axis", "CareItem", "CaseHeader", "CaseRecord", "Check", "CheckKind", "Criterion", "CriterionArm",
    "CriterionState", "Derived", "FractureCourse", "FractureSighting", "NoteRecord", "RecordLists", "Redaction",
    "Replacement", "Timepoint",
]  # fmt: skip

CheckKind = Literal["conflict", "arithmetic", "range", "narrative", "missing", "privacy"]
Severity = Literal["error", "warning", "info"]
CriterionState = Literal["met", "not_met", "unknown", "not_applicable"]


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
    records: tuple[str, ...] = ()
    """Ids of the labs, densitometry results and scores that stand in this column."""


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
    significant: bool | None = None
    """For a change in BMD: whether it reaches the least significant change that ``text`` names."""
    basis: Basis = "computed"


class Check(Model):
    """A note to the author: something disagrees, is out of range, or is missing. Never advice to a patient."""

    id: str
    """Stable: the rule and the first record that it is about."""
    kind: CheckKind
    severity: Severity
    message: str
    records: tuple[str, ...] = ()
    """Ids of the records concerned; ``patient/<field>`` for a field of the patient."""
    stated: str | None = None
    computed: str | None = None
    rule: str | None = None
    """Id of the check in ``patterns/``."""
    sources: tuple[Source, ...] = ()
    """The words that disagree, where the records alone do not tell them."""
    accepted: str | None = None
    """The author's reason for leaving it as it is; null while the check is open."""


class FractureSighting(Model):
    """One note or image that tells of a fracture."""

    months: Number | None = None
    modality: str | None = None
    """``radiograph``, ``mri``, ``ct``, ...; null where the note names none."""
    status: Status = "present"
    acuity: str | None = None
    source: Source


class FractureCourse(Model):
    """One row of the fracture ledger: a level or bone, and every time that it was told of."""

    record: str
    """Id of the merged fracture record."""
    label: str
    """For people: ``T7``, ``sacrum (right ala)``."""
    verdict: Literal["baseline", "new", "old", "possible", "unknown"]
    """``baseline`` when seen with the first images, whatever the modality; ``new`` when first seen later, and not
    told as old; ``old`` when told as historical or chronic; ``unknown`` without a time."""
    first_seen: Number | None = None
    last_seen: Number | None = None
    sightings: tuple[FractureSighting, ...] = ()


class CriterionArm(Model):
    """One way to meet a criterion."""

    id: str
    label: str
    state: CriterionState
    reason: str
    """The values that decided it, or what is missing."""
    records: tuple[str, ...] = ()


class Criterion(Model):
    """A published criterion held against the case."""

    id: str
    name: str
    publication: str
    """Where the criterion is published, with its year."""
    state: CriterionState
    reason: str
    arms: tuple[CriterionArm, ...] = ()
    records: tuple[str, ...] = ()


class CareItem(Model):
    """State of one item of the CARE checklist (Gagnier JJ et al., J Med Case Rep 2013;7:223)."""

    item: str
    title: str
    state: Literal["present", "partial", "missing", "not_applicable", "needs_author"]
    records: tuple[str, ...] = ()
    reason: str | None = None


class Replacement(Model):
    """One identifier that was replaced, without its words."""

    letter: str
    """Class of the safe-harbour list, 45 CFR 164.514(b)(2)(i)(A) to (R)."""
    kind: str
    """The class in words: ``names``, ``record numbers``."""
    stand_in: str
    """What stands in its place, the same wherever it stood."""
    places: int
    """How often it stood in the notes."""


class Redaction(Model):
    """What the rules found and replaced. Rules find what they know; a person has to read the rest."""

    replaced: tuple[Replacement, ...] = ()
    for_a_person: tuple[str, ...] = ()
    """What only a person can take out, such as a photograph."""
    reviewed_by: str | None = None
    """Who has looked through the result; null for nobody yet."""


class CaseRecord(RecordLists):
    """One case: the merged records of its notes on one axis of time, with derived values, checks and CARE states."""

    schema_version: str = SCHEMA_VERSION
    case: CaseHeader
    notes: tuple[NoteHeader, ...] = ()
    patient: Patient = Patient()
    timepoints: tuple[Timepoint, ...] = ()
    derived: tuple[Derived, ...] = ()
    ledger: tuple[FractureCourse, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    checks: tuple[Check, ...] = ()
    care: tuple[CareItem, ...] = ()
    redaction: Redaction | None = None
    """What was replaced in this case; null while it holds the words of the notes as they are."""
    superseded: RecordLists = RecordLists()
    """Facts that a later note corrected; they take no part in tables, values or checks."""
