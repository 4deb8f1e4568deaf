"""Puts one error at a time into clean cases: a changed digit, sign, side, date, unit, level, sex, order or status.

Each seed changes one field of one record of one note, as a slip of the pen or of the keyboard would, and names the
record that a check has to point at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from osteocase.records import Bmd, Finding, Fracture, Lab, NoteRecord, Record, Score, Time, Treatment
from tests.case.clean import CLEAN

__all__ = ["Seed", "seeds"]


@dataclass(frozen=True)
class Seed:
    """One case with one error in it."""

    case: str
    kind: str
    """``digit``, ``sign``, ``side``, ``date``, ``unit``, ``level``, ``sex``, ``order``, ``status``, ``duplicate``."""
    what: str
    """The change in words."""
    target: str
    """Id of the changed record, or ``patient/<field>``."""
    notes: tuple[NoteRecord, ...]


def seeds(cases: Mapping[str, Callable[[], list[NoteRecord]]] = CLEAN) -> Iterator[Seed]:
    """Every seed of every clean case, in one order."""
    for case, make in cases.items():
        notes = make()
        for index, note in enumerate(notes):
            for record, field, value, kind in _changes(note):
                changed = record.model_copy(update={field: value, **_without_flag(record, field)})
                lists = {
                    name: tuple(changed if item is record else item for item in getattr(note, name))
                    for name in ("labs", "bmd", "fractures", "treatments", "scores", "findings")
                }
                what = f"{record.id} {field}: {_words(getattr(record, field))} to {_words(value)}"
                yield Seed(case, kind, what, record.id, _with(notes, index, note.model_copy(update=lists)))
            for field, value, kind in _patient_changes(note):
                patient = note.patient.model_copy(update={field: value})
                what = f"{note.note.id} patient.{field}: {getattr(note.patient, field)} to {value}"
                changed_note = note.model_copy(update={"patient": patient})
                yield Seed(case, kind, what, f"patient/{field}", _with(notes, index, changed_note))


def _without_flag(record: Record, field: str) -> dict[str, Any]:
    """A flag that the program computed is computed anew from the changed value."""
    computed = isinstance(record, Lab) and field == "value" and record.flag_basis == "computed"
    return {"flag": None, "flag_basis": None} if computed else {}


def _with(notes: list[NoteRecord], index: int, note: NoteRecord) -> tuple[NoteRecord, ...]:
    return (*notes[:index], note, *notes[index + 1 :])


def _words(value: object) -> str:
    return value.text if isinstance(value, Time) else str(value)


Change = tuple[Record, str, Any, str]


def _changes(note: NoteRecord) -> Iterator[Change]:
    for lab in note.labs:
        yield from _lab_changes(lab)
    for row in note.bmd:
        yield from _bmd_changes(row)
    for fracture in note.fractures:
        yield from _fracture_changes(fracture)
    for score in note.scores:
        yield from _score_changes(score)
    for treatment in note.treatments:
        yield from _treatment_changes(treatment)
    for finding in note.findings:
        yield from _finding_changes(finding)


def _other_digit(value: Decimal, place: int) -> Decimal:
    """The same number with one digit changed; ``place`` counts from the left over the digits."""
    written = str(value)
    places = [
        index for index, sign in enumerate(written) if sign.isdigit() and written[:index].strip("-0.") + sign != "0"
    ]
    at = places[min(place, len(places) - 1)]
    return Decimal(f"{written[:at]}{(int(written[at]) + 4) % 10 or 3}{written[at + 1 :]}")


def _swapped(value: Decimal) -> Decimal | None:
    """Two neighbouring digits exchanged: 0.842 to 0.482."""
    digits = [(index, sign) for index, sign in enumerate(str(value)) if sign.isdigit()]
    for (first, one), (second, other) in pairwise(digits):
        if one != other and str(value)[:first].strip("-0.") + one != "0":
            signs = list(str(value))
            signs[first], signs[second] = other, one
            return Decimal("".join(signs))
    return None


def _lab_changes(lab: Lab) -> Iterator[Change]:
    if lab.value is None:
        return
    yield lab, "value", _other_digit(lab.value, 1), "digit"
    swapped = _swapped(lab.value)
    if swapped is not None:
        yield lab, "value", swapped, "digit"
    unit = _OTHER_UNIT.get(lab.unit or "")
    if unit is not None:
        yield lab, "unit", unit, "unit"
    yield from _date_changes(lab, "time")


_OTHER_UNIT = {"mg/dL": "mmol/L", "mmol/L": "mg/dL", "ng/mL": "pg/mL", "pg/mL": "pmol/L", "nmol/L": "ng/mL",
               "umol/L": "mg/dL", "mU/dL": "U/L", "pmol/L": "pg/mL", "g/L": "g/dL"}  # fmt: skip


def _bmd_changes(row: Bmd) -> Iterator[Change]:
    if row.bmd_g_cm2 is not None:
        yield row, "bmd_g_cm2", _other_digit(row.bmd_g_cm2, 1), "digit"
    if row.t_score is not None:
        yield row, "t_score", -row.t_score, "sign"
        yield row, "t_score", _other_digit(row.t_score, 0), "digit"
    if row.z_score is not None:
        yield row, "z_score", -row.z_score, "sign"
    if row.change_percent is not None:
        yield row, "change_percent", _other_digit(row.change_percent, 0), "digit"
        yield row, "change_percent", -row.change_percent, "sign"
    if row.side is not None:
        yield row, "side", "right" if row.side == "left" else "left", "side"
    yield from _date_changes(row, "time")


def _date_changes(record: Record, field: str) -> Iterator[Change]:
    """The year before, the year after, or the month one off: the usual slips with dates."""
    time: Time | None = getattr(record, field)
    if time is None or time.date is None or len(time.date) != 10:
        return
    year, month, day = time.date.split("-")
    for date in (f"{int(year) - 1}-{month}-{day}", f"{int(year) + 1}-{month}-{day}"):
        yield record, field, time.model_copy(update={"date": date, "text": date}), "date"


def _fracture_changes(fracture: Fracture) -> Iterator[Change]:
    if fracture.status != "present":
        return
    if fracture.level is not None:
        letter, number = fracture.level[0], int(fracture.level[1:])
        other = f"{letter}{number + 1}" if number < (12 if letter == "T" else 5) else f"{letter}{number - 2}"
        yield fracture, "level", other, "level"
        yield fracture, "status", "absent", "status"
    if fracture.side is not None:
        yield fracture, "side", "right" if fracture.side == "left" else "left", "side"
    if fracture.subject == "patient" and fracture.time is not None and fracture.time.date is not None:
        year, rest = fracture.time.date[:4], fracture.time.date[4:]
        date = f"{int(year) + 4}{rest}"
        yield fracture, "time", fracture.time.model_copy(update={"date": date, "text": date}), "date"


def _score_changes(score: Score) -> Iterator[Change]:
    if score.name == "least_significant_change":
        return
    yield score, "value", (score.max or Decimal(10)) * 10 + 1, "digit"


def _treatment_changes(item: Treatment) -> Iterator[Change]:
    if item.dose is not None and item.agent in ("romosozumab", "alendronate", "zoledronate", "eldecalcitol"):
        yield item, "dose", item.dose * 10, "digit"
    if item.dose_unit in ("mg", "ug"):
        yield item, "dose_unit", "g" if item.dose_unit == "mg" else "mg", "unit"
    if item.start is not None and item.stop is not None:
        date = f"{int(item.stop.date[:4]) + 1}-06-01" if item.stop.date else "2023-06-01"
        yield item, "start", item.start.model_copy(update={"date": date, "text": date}), "order"
    for field in ("start", "stop"):
        yield from _date_changes(item, field)


def _finding_changes(finding: Finding) -> Iterator[Change]:
    if finding.concept in ("secondary_osteoporosis", "hyperthyroidism", "smoking", "osteoporosis"):
        return  # told once: a changed status is another patient, not a contradiction
    if finding.concept == "hyperparathyroidism" and finding.status != "present":
        yield finding, "status", "present", "status"


def _patient_changes(note: NoteRecord) -> Iterator[tuple[str, Any, str]]:
    patient = note.patient
    if patient.sex is not None:
        yield "sex", "male" if patient.sex == "female" else "female", "sex"
    if patient.age_years is not None:
        yield "age_years", _other_digit(patient.age_years, 0), "digit"
        yield "age_years", patient.age_years + 11, "digit"
    if patient.height_cm is not None:
        yield "height_cm", _other_digit(patient.height_cm, 1), "digit"
    if patient.weight_kg is not None and patient.bmi_kg_m2 is not None:
        yield "weight_kg", _other_digit(patient.weight_kg, 0), "digit"
    if patient.bmi_kg_m2 is not None:
        swapped = _swapped(patient.bmi_kg_m2)
        if swapped is not None:
            yield "bmi_kg_m2", swapped, "digit"
