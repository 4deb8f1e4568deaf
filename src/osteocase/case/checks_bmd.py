"""Checks that recompute what the notes state: changes in BMD, body mass index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from osteocase.case.derive_bmd import change_percent, comparable
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.same import half_unit
from osteocase.case.series import BmdSeries, baseline_of, months_of
from osteocase.case.wording import at_months, number, signed
from osteocase.lexicon import CheckEntry
from osteocase.records import Bmd

__all__ = ["FUNCTIONS"]


def stated_change(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A change in per cent that the note's own BMD values do not give, within the rounding of all three numbers.

    Message: ``site``, ``at``, ``stated``, ``start``, ``value``, ``computed``, ``other`` (where else the figure fits).
    """
    for series in facts.bmd:
        for item in series.values:
            if item.change_percent is None:
                continue
            value = _value_at(item, series.values)
            starts = _starts(facts, item, series)
            pairs = [(start, value) for start in starts if value is not None and comparable(start, value)]
            if not pairs or any(_fits(item.change_percent, start, end) for start, end in pairs):
                continue
            start, end = pairs[0]
            assert start.bmd_g_cm2 is not None
            assert end.bmd_g_cm2 is not None
            computed = change_percent(end.bmd_g_cm2, start.bmd_g_cm2)
            yield Told(
                records=tuple(dict.fromkeys((item.id, start.id, end.id))),
                values={
                    "site": series.label,
                    "at": at_months(item.time),
                    "stated": signed(item.change_percent, _places(item.change_percent)),
                    "start": number(start.bmd_g_cm2),
                    "value": number(end.bmd_g_cm2),
                    "computed": signed(computed),
                    "other": _fits_elsewhere(item, start, series),
                },
                stated=number(item.change_percent),
                computed=number(computed, 1),
            )


def _value_at(item: Bmd, values: Sequence[Bmd]) -> Bmd | None:
    if item.bmd_g_cm2 is not None:
        return item
    return next(
        (other for other in values if other.bmd_g_cm2 is not None and months_of(other) == months_of(item)), None
    )


def _starts(facts: Facts, item: Bmd, series: BmdSeries) -> list[Bmd]:
    """What a stated change may count from: the baseline; the value before; any earlier one where it is not told."""
    from_treatment = facts.timeline.axis.anchor in ("treatment_start", "surgery")
    at = months_of(item) or Decimal(0)
    earlier = [other for other in series.values if other.bmd_g_cm2 is not None and (months_of(other) or 0) < at]
    if not earlier:
        return []
    baseline = baseline_of(series.values, from_treatment=from_treatment)
    if item.change_from == "previous":
        return [earlier[-1]]
    if item.change_from == "baseline" and baseline in earlier:
        return [baseline, *(other for other in earlier if months_of(other) == months_of(baseline))]
    first = [baseline] if baseline in earlier else []
    return [*first, *earlier[::-1]]


def _fits(stated: Decimal, start: Bmd, end: Bmd) -> bool:
    assert start.bmd_g_cm2 is not None
    assert end.bmd_g_cm2 is not None
    half = half_unit(stated)
    low = change_percent(end.bmd_g_cm2 - half_unit(end.bmd_g_cm2), start.bmd_g_cm2 + half_unit(start.bmd_g_cm2))
    high = change_percent(end.bmd_g_cm2 + half_unit(end.bmd_g_cm2), start.bmd_g_cm2 - half_unit(start.bmd_g_cm2))
    return low - half <= stated <= high + half


def _fits_elsewhere(item: Bmd, start: Bmd, series: BmdSeries) -> str:
    """A change that fits another time point was most likely taken from there."""
    assert item.change_percent is not None
    for other in series.values:
        if other.bmd_g_cm2 is None or months_of(other) in (months_of(item), months_of(start)):
            continue
        if (months_of(other) or 0) > (months_of(start) or 0) and _fits(item.change_percent, start, other):
            return f" The figure agrees with the value {at_months(other.time)}."
    return ""


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def stated_bmi(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A body mass index that height and weight of the same note do not give.

    Message: ``stated``, ``computed``, ``height``, ``weight``.
    """
    for note in facts.notes:
        patient = note.patient
        if patient.bmi_kg_m2 is None or not patient.height_cm or not patient.weight_kg:
            continue
        height, weight = patient.height_cm, patient.weight_kg
        low = (weight - half_unit(weight)) / ((height + half_unit(height)) / 100) ** 2
        high = (weight + half_unit(weight)) / ((height - half_unit(height)) / 100) ** 2
        half = half_unit(patient.bmi_kg_m2)
        if "height_cm" in patient.converted or "weight_kg" in patient.converted:
            low, high = low * Decimal("0.98"), high * Decimal("1.02")  # feet and pounds are rounded to whole inches
        if low - half <= patient.bmi_kg_m2 <= high + half:
            continue
        computed = weight / (height / 100) ** 2
        fields = ("bmi_kg_m2", "height_cm", "weight_kg")
        yield Told(
            records=tuple(f"patient/{name}" for name in fields),
            values={
                "stated": number(patient.bmi_kg_m2),
                "computed": number(computed, 1),
                "height": number(height),
                "weight": number(weight),
            },
            stated=number(patient.bmi_kg_m2),
            computed=number(computed, 1),
            sources=tuple(patient.sources[name] for name in fields if name in patient.sources),
            key=note.note.id,
        )


FUNCTIONS: Mapping[str, Mechanism] = {"stated_change": stated_change, "stated_bmi": stated_bmi}
