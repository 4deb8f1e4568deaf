"""Facts with a number: laboratory results, bone densitometry and scores."""

from __future__ import annotations

from typing import Literal

from osteocase.records.base import Flag, Model, Number, Record, Subject
from osteocase.records.time import Time

__all__ = ["Bmd", "BmdSite", "Comparator", "Lab", "ReferenceInterval", "Score"]

Comparator = Literal["<", "<=", ">", ">="]
BmdSite = Literal[
    "lumbar_spine", "total_hip", "femoral_neck", "distal_radius", "forearm", "whole_body", "trochanter",
    "wards_triangle", "hip", "femur", "calcaneus", "thoracic_spine", "intertrochanteric", "ultradistal_radius",
]  # fmt: skip


class ReferenceInterval(Model):
    """The reference interval printed in the note for one result, in the result's own unit."""

    low: Number | None = None
    high: Number | None = None
    text: str
    """As written: ``"8.8–10.1"``, ``">30"``, ``"normal up to 45"``."""


class Lab(Record):
    """One laboratory result of blood, urine or another body fluid."""

    analyte: str
    """Stable key, such as ``calcium_corrected`` or ``25_oh_vitamin_d``."""
    name: str
    """Name for people."""
    name_text: str | None = None
    """Name as the note writes it."""
    loinc: str | None = None
    """LOINC code where one is known for the analyte. LOINC is a trademark of Regenstrief Institute, Inc."""
    value: Number | None = None
    """The number as written, in ``unit``."""
    value_high: Number | None = None
    """Upper end where the note states a range as the result (``4 to 4.5``)."""
    comparator: Comparator | None = None
    qualitative: str | None = None
    """Result where there is no plain number: ``normal``, ``negative``, ``elevated``, a titre ``1:320`` (with
    ``comparator`` where it is a bound), ``2+``."""
    unit: str | None = None
    """UCUM code of the unit that the note gives."""
    unit_text: str | None = None
    """Unit as written."""
    canonical_value: Number | None = None
    """``value`` in ``canonical_unit``; computed."""
    canonical_unit: str | None = None
    reference: ReferenceInterval | None = None
    flag: Flag | None = None
    flag_basis: Literal["stated", "computed"] | None = None
    """``stated`` when the note marks the result, ``computed`` when it follows from the printed interval."""
    specimen: str | None = None
    """``blood``, ``urine``, ... where it is told or part of the analyte."""
    subject: Subject = "patient"
    time: Time | None = None


class Bmd(Record):
    """Bone densitometry at one site and one time (DXA unless ``modality`` says otherwise).

    T-score and Z-score are in standard deviations; ``yam_percent`` is per cent of the young adult mean as used by the
    Japanese criteria (Soen S et al., J Bone Miner Metab 2013;31:247-57).
    """

    site: BmdSite | None = None
    region: str | None = None
    """Vertebrae or part measured, such as ``L1-L4``."""
    side: Literal["left", "right", "bilateral"] | None = None
    bmd_g_cm2: Number | None = None
    """Areal bone mineral density, g/cm²."""
    t_score: Number | None = None
    t_score_high: Number | None = None
    """Other end where the note tells a range of T-scores."""
    t_score_comparator: Comparator | None = None
    z_score: Number | None = None
    z_score_comparator: Comparator | None = None
    yam_percent: Number | None = None
    change_percent: Number | None = None
    """Change in BMD stated in the note, per cent, signed."""
    change_from: str | None = None
    """What the stated change counts from: ``baseline`` or ``previous``."""
    tbs: Number | None = None
    """Trabecular bone score, no unit."""
    classification: str | None = None
    """Class in words where the note gives one: ``osteoporosis``, ``osteopenia``, ``normal``, ``below_expected``."""
    machine: str | None = None
    """Maker and model as written."""
    time: Time | None = None


class Score(Record):
    """A pain, function or risk score with a number, or a vital sign."""

    name: str
    """Stable key: ``vas``, ``nrs``, ``rdq``, ``odi``, ``eq5d``, ``frax_major``, ``frax_hip``, ..."""
    name_text: str | None = None
    value: Number
    value_high: Number | None = None
    min: Number | None = None
    max: Number | None = None
    unit: str | None = None
    body_site: str | None = None
    time: Time | None = None
