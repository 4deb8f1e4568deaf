"""Values that follow from the records of a case, each with its inputs and the formula that made it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from osteocase.case.axis import Timeline
from osteocase.case.derive_bmd import derive_bmd
from osteocase.case.derive_bmd import least_significant_change as limits_of
from osteocase.case.derive_labs import derive_labs
from osteocase.case.months import plain
from osteocase.case.reference_fit import derive_reference_fits
from osteocase.case.series import months_of, score_series
from osteocase.case.wording import fracture_label, listed
from osteocase.lexicon import FormulaEntry, Lexicon
from osteocase.records import Derived, Fracture, Patient, RecordLists

__all__ = ["derive", "patient_age"]


def derive(
    lists: RecordLists,
    patient: Patient,
    timeline: Timeline,
    lexicon: Lexicon,
    least_significant_change: Mapping[str, Decimal] | None = None,
) -> tuple[Derived, ...]:
    """All derived values of a case, in the order bone density, laboratory, patient, treatment, fractures, scores.

    ``least_significant_change`` is the centre's own, per cent by site; the ISCD ceiling stands in for missing sites.
    """
    formulas = lexicon.of(FormulaEntry)
    from_treatment = timeline.axis.anchor in ("treatment_start", "surgery")
    own = least_significant_change or {}
    limit = limits_of(lists.scores, formulas["least_significant_change"], own)
    return (
        *derive_bmd(lists.bmd, formulas, limit, from_treatment=from_treatment),
        *derive_reference_fits(lists.bmd, patient, lexicon),
        *derive_labs(lists.labs, patient, patient_age(patient, timeline), formulas, from_treatment=from_treatment),
        *_patient(patient, formulas),
        *_ages(lists, patient, timeline, formulas),
        *_durations(lists, formulas),
        *_fractures(lists, formulas),
        *_scores(lists),
    )


def patient_age(patient: Patient, timeline: Timeline) -> Decimal | None:
    """Expected age in years at month zero: a stated age is one of completed years, half a year short on average."""
    source = patient.sources.get("age_years")
    if patient.age_years is None:
        return None
    told_at = timeline.note_position(source.note) if source is not None else None
    return patient.age_years + Decimal("0.5") - (told_at.months / 12 if told_at is not None else 0)


def _patient(patient: Patient, formulas: Mapping[str, FormulaEntry]) -> Iterator[Derived]:
    if patient.height_cm and patient.weight_kg:
        formula = formulas["bmi"]
        metres = patient.height_cm / 100
        yield Derived(
            id="bmi",
            kind="bmi",
            label=formula.label,
            value=plain(patient.weight_kg / (metres * metres)),
            unit=formula.unit,
            formula=formula.formula,
            records=("patient/weight_kg", "patient/height_cm"),
        )


def _ages(
    lists: RecordLists, patient: Patient, timeline: Timeline, formulas: Mapping[str, FormulaEntry]
) -> Iterator[Derived]:
    """Age at deliveries, fractures and first doses, in completed years."""
    age = patient_age(patient, timeline)
    if age is None:
        return
    for event in lists.events:
        if event.kind not in ("delivery", "fracture", "treatment_start", "menopause", "surgery"):
            continue
        if event.time is None or event.time.months is None:
            continue
        years = (age + event.time.months / 12) // 1
        yield Derived(
            id=f"age_at_event:{event.id}",
            kind="age_at_event",
            label=f"age at {event.label}",
            value=plain(years, 0),
            unit="a",
            text="within a year" if event.time.precision != "day" else None,
            formula=formulas["age_at_event"].formula,
            records=("patient/age_years", event.id),
            months=event.time.months,
        )


def _durations(lists: RecordLists, formulas: Mapping[str, FormulaEntry]) -> Iterator[Derived]:
    for item in lists.treatments:
        if item.subject != "patient" or item.start is None or item.stop is None:
            continue
        if item.start.months is None or item.stop.months is None:
            continue
        yield Derived(
            id=f"treatment_duration:{item.id}",
            kind="treatment_duration",
            label=f"length of treatment with {item.name}",
            value=plain(item.stop.months - item.start.months, 1),
            unit="mo",
            formula=formulas["treatment_duration"].formula,
            records=(item.id,),
            months=item.start.months,
        )


def _fractures(lists: RecordLists, formulas: Mapping[str, FormulaEntry]) -> Iterator[Derived]:
    """Vertebral levels, and all fractures, told as present in the patient."""
    present = [item for item in lists.fractures if item.subject == "patient" and item.status == "present"]
    levels = sorted((item for item in present if item.level is not None), key=_level_order)
    others = [item for item in present if item.level is None and item.bone not in (None, "vertebra")]
    for kind, label, items in (
        ("vertebral_fracture_count", "vertebral fractures", levels),
        ("fracture_count", "fractures", [*levels, *others]),
    ):
        if items:
            yield Derived(
                id=kind,
                kind=kind,
                label=label,
                value=Decimal(len(items)),
                unit="1",
                text=listed([fracture_label(item) for item in items]),
                formula=formulas["fracture_count"].formula,
                records=tuple(item.id for item in items),
            )


def _level_order(fracture: Fracture) -> tuple[int, int]:
    level = fracture.level or "S5"
    return "CTLS".index(level[0]), int(level[1:])


def _scores(lists: RecordLists) -> Iterator[Derived]:
    """Change of each score from its first value."""
    for (name, _), values in score_series(lists.scores).items():
        first = values[0]
        for item in values[1:]:
            if months_of(item) != months_of(first) and item.unit == first.unit:
                yield Derived(
                    id=f"score_change_from_baseline:{item.id}",
                    kind="score_change_from_baseline",
                    label=f"change in {item.name_text or name.upper()} from the first value",
                    value=item.value - first.value,
                    unit=item.unit,
                    formula="value − first value",
                    records=(first.id, item.id),
                    months=months_of(item),
                )
