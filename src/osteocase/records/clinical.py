"""Facts told in words: fractures, treatments, findings and events."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from osteocase.records.base import Number, Record, Status, Subject, Temporality
from osteocase.records.time import Time, TimeUnit

__all__ = [
    "Event", "EventKind", "Finding", "FindingKind", "Fracture", "Treatment", "TreatmentKind",
    "TreatmentStatus",
]  # fmt: skip

Side = Literal["left", "right", "bilateral"]
Acuity = Literal["acute", "subacute", "chronic"]
TreatmentKind = Literal["drug", "supplement", "orthosis", "surgery", "procedure", "lifestyle"]
TreatmentStatus = Literal[
    "started", "ongoing", "completed", "stopped", "planned", "declined", "contraindicated", "past", "mentioned",
]  # fmt: skip
FindingKind = Literal[
    "symptom", "sign", "diagnosis", "risk_factor", "imaging", "history", "adverse_event", "outcome",
]  # fmt: skip
EventKind = Literal[
    "symptom_onset", "delivery", "conception", "weaning", "menopause", "visit", "imaging", "laboratory", "densitometry",
    "diagnosis", "treatment_start", "treatment_stop", "surgery", "fracture", "fall", "loss_to_follow_up", "outcome",
    "other",
]  # fmt: skip


class Fracture(Record):
    """One fracture of one bone or one vertebral level, told as present, absent or possible.

    Grades follow Genant HK et al., J Bone Miner Res 1993;8:1137-48 (semiquantitative, 0 to 3).
    """

    bone: str | None = None
    """``vertebra``, ``sacrum``, ``pelvis``, ``femur``, ``hip``, ``radius``, ...; null where the note names no place."""
    level: str | None = Field(default=None, pattern=r"^(C[1-7]|T([1-9]|1[0-2])|L[1-6]|S[1-5])$")
    """Vertebral level, such as ``T7``."""
    side: Side | None = None
    part: str | None = None
    """Part of the bone: ``neck``, ``ala``, ``distal``, ``shaft``, ..."""
    number: int | None = Field(default=None, ge=1, le=12)
    """Which rib, metatarsal, metacarpal, finger or toe, where the note tells it."""
    kind: str | None = None
    """``compression``, ``wedge``, ``burst``, ``insufficiency``, ``stress``, ``atypical``, ..."""
    acuity: Acuity | None = None
    genant_grade: Number | None = Field(default=None, ge=0, le=3)
    height_loss_percent: Number | None = None
    """Loss of vertebral height, per cent."""
    fragility: bool | None = None
    """True where the note calls it a fragility, low-trauma or osteoporotic fracture; false where it denies that."""
    count: int | None = Field(default=None, ge=1)
    """Number of fractures where the note counts them without naming levels."""
    modality: str | None = None
    """Imaging that showed it: ``radiograph``, ``mri``, ``ct``, ``vfa``, ``scintigraphy``."""
    status: Status = "present"
    temporality: Temporality = "current"
    subject: Subject = "patient"
    time: Time | None = None


class Treatment(Record):
    """A drug, supplement, orthosis, operation or habit that the patient takes, took, plans or declines."""

    agent: str
    """Stable key, generic name in snake case: ``romosozumab``, ``calcium_vitamin_d``."""
    name: str
    """As written in the note."""
    kind: TreatmentKind
    drug_class: str | None = None
    dose: Number | None = None
    dose_text: str | None = None
    """Dose as written where it is more than one number: ``"10/40 mg"``, ``"1-2 tablets"``."""
    dose_unit: str | None = None
    route: str | None = None
    """``oral``, ``subcutaneous``, ``intravenous``, ..."""
    frequency: str | None = None
    """As written: ``"once a week"``, ``"b.i.d."``."""
    doses_given: int | None = Field(default=None, ge=0)
    """Number of doses that the note counts: of a course that is begun or planned those ordered, else those given."""
    status: TreatmentStatus = "mentioned"
    start: Time | None = None
    stop: Time | None = None
    duration: str | None = None
    """How long, as written: ``"12 months"``."""
    duration_value: Number | None = None
    duration_unit: TimeUnit | None = None
    reason: str | None = None
    """Why it was started, stopped or refused, in the note's words."""
    subject: Subject = "patient"


class Finding(Record):
    """A symptom, sign, diagnosis, risk factor or other finding, present, absent or possible, of anyone."""

    concept: str
    """Stable key, such as ``back_pain`` or ``smoking``."""
    name: str
    kind: FindingKind
    status: Status = "present"
    temporality: Temporality = "current"
    subject: Subject = "patient"
    subject_age_years: Number | None = None
    """Age of the relative at the time of the finding, where told."""
    body_site: str | None = None
    detail: str | None = None
    """Amount or qualifier in the note's words, such as ``"20 pack-years"``."""
    time: Time | None = None


class Event(Record):
    """Something that happened at a time: a delivery, a visit, the first dose of a drug."""

    kind: EventKind
    label: str
    time: Time | None = None
    records: tuple[str, ...] = ()
    """Ids of the records told at that time."""
