"""Checks for values, units and intervals that cannot be: outside life, outside the scale, in the wrong unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from osteocase.case.checks_range import result_words
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.wording import at_months, listed, number, site_label, unit_words
from osteocase.lexicon import AnalyteEntry, CheckEntry, ScoreEntry
from osteocase.records import Lab, Score

__all__ = ["FUNCTIONS"]

_BMD_LIMITS = ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "tbs")
_NAMES = {"bmd_g_cm2": "BMD", "t_score": "T-score", "z_score": "Z-score", "yam_percent": "YAM %", "tbs": "TBS"}


def impossible_result(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A result beyond the bounds that the analyte has in life or in the laboratory. Message: ``result``, ``bounds``."""
    analytes = facts.lexicon.of(AnalyteEntry)
    for lab in facts.case.labs:
        known = analytes.get(lab.analyte)
        value = lab.canonical_value if lab.canonical_value is not None else _converted(lab, known)
        if known is None or known.plausible is None or value is None:
            continue
        low, high = known.plausible.low, known.plausible.high
        if (low is not None and value < low) or (high is not None and value > high):
            bounds = f"{'' if low is None else number(low)} to {'' if high is None else number(high)}"
            yield Told(
                records=(lab.id,),
                values={"result": result_words(lab), "bounds": f"{bounds} {unit_words(known.canonical_unit)}"},
                stated=number(lab.value) if lab.value is not None else None,
            )


def _converted(lab: Lab, known: AnalyteEntry | None) -> Decimal | None:
    if known is None or lab.value is None:
        return None
    if lab.unit == known.canonical_unit:
        return lab.value
    factor = known.conversions.get(lab.unit or "")
    return None if factor is None else lab.value * factor


def interval_in_another_unit(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A printed interval that cannot be one of this analyte in this unit: the unit or the interval is wrong.

    ``limits``: usual upper ends by analyte, and the ``factor`` by which a printed one may differ; it may differ by
    ``doubtful`` only where it does not lie within ``fitting`` of the usual one in another unit.
    Message: ``result``, ``usual``.
    """
    analytes = facts.lexicon.of(AnalyteEntry)
    for lab in facts.case.labs:
        known = analytes.get(lab.analyte)
        bound = _bound(lab)
        if known is None or bound is None:
            continue
        limit = entry.limits.get(lab.analyte)
        factor = Decimal(1) if lab.unit == known.canonical_unit else known.conversions.get(lab.unit or "")
        if factor is None or limit is None or bound * factor <= 0:
            continue
        here = _ratio(bound * factor, limit)
        factors = (*known.conversions.values(), Decimal(1))
        elsewhere = min(_ratio(bound * other, limit) for other in factors)
        is_of_another = here > entry.limits["doubtful"] and elsewhere < entry.limits["fitting"]
        if here > entry.limits["factor"] or is_of_another:
            usual = f"{number(limit)} {unit_words(known.canonical_unit)}"
            yield Told(records=(lab.id,), values={"result": result_words(lab), "usual": usual}, stated=lab.unit)


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    """How many times the greater holds the smaller."""
    return max(one / other, other / one)


def _bound(lab: Lab) -> Decimal | None:
    """The upper end of the printed interval, else the lower one."""
    if lab.reference is None or lab.unit is None:
        return None
    return lab.reference.high if lab.reference.high is not None else lab.reference.low


def units_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """One analyte in two units where the bare numbers agree and the converted ones do not.

    ``limits``: ``alike``, ``apart``: greatest ratio of the numbers, least ratio of the converted values.
    Message: ``one``, ``other``.
    """
    analytes = facts.lexicon.of(AnalyteEntry)
    for analyte, labs in facts.labs.items():
        known = analytes.get(analyte)
        for one, other in combinations([lab for lab in labs if lab.value and lab.unit], 2):
            if one.unit == other.unit or one.value is None or other.value is None:
                continue
            bare = max(one.value / other.value, other.value / one.value)
            first, second = _converted(one, known), _converted(other, known)
            convertible = first is not None and second is not None and first > 0 and second > 0
            apart = (
                max(first / second, second / first) > entry.limits["apart"]  # type: ignore[operator]
                if convertible
                else True
            )
            if (bare <= entry.limits["alike"] and apart) or _one_interval_in_two_units(one, other, known):
                odd, usual = _odd_one(one, other, labs)
                yield Told(
                    records=(odd.id, usual.id),
                    values={"one": result_words(odd), "other": result_words(usual)},
                    stated=f"{one.unit} / {other.unit}",
                )
                break


def _one_interval_in_two_units(one: Lab, other: Lab, known: AnalyteEntry | None) -> bool:
    """The laboratory prints one interval; under another unit its numbers would be others."""
    here, there = one.reference, other.reference
    if known is None or here is None or there is None or (here.low, here.high) != (there.low, there.high):
        return False
    factors = [
        Decimal(1) if lab.unit == known.canonical_unit else known.conversions.get(lab.unit or "")
        for lab in (one, other)
    ]
    return None not in factors and factors[0] != factors[1] and (here.low, here.high) != (None, None)


def _odd_one(one: Lab, other: Lab, labs: tuple[Lab, ...]) -> tuple[Lab, Lab]:
    """The one whose unit fewer results of the course share, and the other."""
    units = [lab.unit for lab in labs]
    return (one, other) if units.count(one.unit) < units.count(other.unit) else (other, one)


def unit_missing(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Numbers without a unit, of analytes that have one, told together. Message: ``result``."""
    analytes = facts.lexicon.of(AnalyteEntry)
    bare: list[Lab] = []
    for lab in facts.case.labs:
        known = analytes.get(lab.analyte)
        if lab.value is not None and lab.unit is None and known is not None and known.canonical_unit not in (None, "1"):
            bare.append(lab)
    if len(bare) == 1:
        yield Told(records=(bare[0].id,), values={"result": f"{result_words(bare[0])} has"})
    elif bare:
        names = listed(list(dict.fromkeys(lab.name for lab in bare)))
        told = f"{len(bare)} results ({names}) have"
        yield Told(records=tuple(lab.id for lab in bare), values={"result": told}, key="labs")


def intervals_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Two printed intervals of one analyte and unit: another laboratory, or a slip. Message: ``one``, ``other``."""
    for labs in facts.labs.values():
        printed = [lab for lab in labs if lab.reference is not None]
        for one, other in combinations(printed, 2):
            assert one.reference is not None
            assert other.reference is not None
            if one.unit == other.unit and (one.reference.low, one.reference.high) != (
                other.reference.low,
                other.reference.high,
            ):
                yield Told(
                    records=(one.id, other.id),
                    values={"one": result_words(one), "other": result_words(other)},
                    stated=f"{one.reference.text} / {other.reference.text}",
                )
                break


def interval_upside_down(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A printed interval whose lower end lies above its upper end. Message: ``result``."""
    for lab in facts.case.labs:
        reference = lab.reference
        if reference is None or reference.low is None or reference.high is None or reference.low <= reference.high:
            continue
        yield Told(records=(lab.id,), values={"result": result_words(lab)}, stated=reference.text)


def impossible_bmd(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A densitometry value beyond what bone can have. ``limits``: ``<field>_low`` and ``<field>_high``.

    Message: ``what``, ``value``, ``site``, ``at``.
    """
    for item in facts.case.bmd:
        for name in _BMD_LIMITS:
            value = getattr(item, name)
            if value is None or entry.limits[f"{name}_low"] <= value <= entry.limits[f"{name}_high"]:
                continue
            yield Told(
                records=(item.id,),
                values={
                    "what": _NAMES[name],
                    "value": number(value),
                    "site": site_label(item),
                    "at": at_months(item.time),
                },
                stated=number(value),
            )


def score_off_scale(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A score outside its scale. Message: ``what``, ``value``, ``scale``, ``at``."""
    scales = facts.lexicon.of(ScoreEntry)
    for item in facts.case.scores:
        if not _on_scale(item, scales.get(item.name)):
            yield Told(
                records=(item.id,),
                values={
                    "what": (item.name_text or item.name).replace("_", " "),
                    "value": number(item.value),
                    "scale": f"{number(item.min or Decimal(0))} to {_top(item)}",
                    "at": at_months(item.time),
                },
                stated=number(item.value),
            )


def _top(item: Score) -> str:
    return number(item.max) if item.max is not None else f"{_WHOLE} %" if item.unit == "%" else "?"


_WHOLE = 100
"""Per cent of a scale or a probability."""


def _on_scale(item: Score, known: ScoreEntry | None) -> bool:
    if item.max is None and known is not None and known.maximum is not None and item.unit != "%":
        tenfold = 10 if known.kind == "pain" else 1  # ten centimetres are a hundred millimetres
        return item.value <= known.maximum * tenfold
    if item.unit == "%" and not 0 <= item.value <= _WHOLE:
        return False
    return (item.min is None or item.value >= item.min) and (item.max is None or item.value <= item.max)


def scales_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """One score on two scales. Message: ``what``, ``one``, ``other``."""
    rated = [item for item in facts.case.scores if item.max is not None]
    for one, other in combinations(rated, 2):
        if one.name == other.name and one.max != other.max:
            assert one.max is not None
            assert other.max is not None
            yield Told(
                records=(one.id, other.id),
                values={"what": one.name.replace("_", " "), "one": number(one.max), "other": number(other.max)},
                stated=f"{number(one.max)} / {number(other.max)}",
            )


def impossible_patient(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Height, weight, age or body mass index beyond what people have. ``limits``: ``<field>_low``, ``<field>_high``.

    Message: ``what``, ``value``.
    """
    seen: set[tuple[str, Decimal]] = set()
    for note in facts.notes:
        for name in ("age_years", "height_cm", "weight_kg", "bmi_kg_m2", "menopause_age_years"):
            value = getattr(note.patient, name)
            if value is None or entry.limits[f"{name}_low"] <= value <= entry.limits[f"{name}_high"]:
                continue
            if (name, value) not in seen:
                seen.add((name, value))
                yield Told(
                    records=(f"patient/{name}",),
                    values={"what": name.rsplit("_", 1)[0].replace("_", " "), "value": number(value)},
                    stated=number(value),
                    sources=(note.patient.sources[name],) if name in note.patient.sources else (),
                    key=f"{note.note.id}/{name}",
                )


FUNCTIONS: Mapping[str, Mechanism] = {
    "impossible_result": impossible_result,
    "interval_in_another_unit": interval_in_another_unit,
    "units_differ": units_differ,
    "unit_missing": unit_missing,
    "intervals_differ": intervals_differ,
    "interval_upside_down": interval_upside_down,
    "impossible_bmd": impossible_bmd,
    "score_off_scale": score_off_scale,
    "scales_differ": scales_differ,
    "impossible_patient": impossible_patient,
}
