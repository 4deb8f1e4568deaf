"""Checks of densitometry: stated changes, scores against BMD, classes, sides and times of the same numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from osteocase.case.derive_bmd import change_percent, comparable
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.reference_fit import Misfit, fit_reference, reference_groups
from osteocase.case.same import agree, half_unit, same_time
from osteocase.case.series import BmdSeries, baseline_of, months_of
from osteocase.case.wording import at_months, listed, number, signed, site_label
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


def scores_against_bmd(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A printed T-score, YAM % or BMD that fits no young adult reference which the other rows fit.

    Message: ``what``, ``site``, ``at``, ``bmd``, ``others``.
    """
    for rows in reference_groups(facts.case.bmd):
        fit = fit_reference(rows)
        if fit.region and not fit.misfits:
            continue
        blamed = fit.misfits or tuple(Misfit(row, "t_score") for row in rows)
        records = tuple(dict.fromkeys(misfit.record.id for misfit in blamed))
        words = [_misfit_words(misfit) for misfit in blamed]
        rest = [row.id for row in rows if row.id not in records]
        yield Told(
            records=(*records, *rest),
            values={
                "what": listed(list(dict.fromkeys(words)), "or"),
                "site": site_label(rows[0]),
                "others": f"the other rows ({len(rest)})" if rest else "its own BMD and the other score",
            },
            stated="; ".join(words),
        )


def _misfit_words(misfit: Misfit) -> str:
    names = {"t_score": "T-score", "yam_percent": "YAM %", "bmd_g_cm2": "BMD"}
    value = getattr(misfit.record, misfit.field)
    return f"{names[misfit.field]} {number(value) if value is not None else ''} {at_months(misfit.record.time)}"


def t_above_z(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A T-score above the Z-score of the same scan: from 40 on, the mean of one's age lies below that of the young.

    ``limits``: ``age``, ``slack``. Message: ``site``, ``at``, ``t_score``, ``z_score``.
    """
    if facts.age is None:
        return
    for item in facts.case.bmd:
        if item.t_score is None or item.z_score is None or facts.age < entry.limits["age"]:
            continue
        if item.t_score > item.z_score + entry.limits["slack"]:
            yield Told(
                records=(item.id,),
                values={
                    "site": site_label(item),
                    "at": at_months(item.time),
                    "t_score": number(item.t_score),
                    "z_score": number(item.z_score),
                },
                stated=f"T {number(item.t_score)}, Z {number(item.z_score)}",
            )


def score_direction(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """BMD rises while the Z-score of the same site falls by more than rounding, or the other way.

    Message: ``site``, ``first``, ``second``.
    """
    for series in facts.bmd:
        rows = [item for item in series.values if item.bmd_g_cm2 is not None and item.z_score is not None]
        for one, other in pairwise(rows):
            assert one.bmd_g_cm2 is not None
            assert other.bmd_g_cm2 is not None
            assert one.z_score is not None
            assert other.z_score is not None
            gained, scored = other.bmd_g_cm2 - one.bmd_g_cm2, other.z_score - one.z_score
            # A year of age lifts the Z-score of an unchanged bone, so a rise beside a small loss is no contradiction.
            years = ((months_of(other) or Decimal(0)) - (months_of(one) or Decimal(0))) / 12
            expected = gained / entry.limits["deviation"]
            if abs(scored - expected) > entry.limits["slack"] + years * entry.limits["a_year"]:
                yield Told(
                    records=(other.id, one.id),
                    values={"site": series.label, "first": _row_words(one), "second": _row_words(other)},
                    stated=f"{_row_words(one)}; {_row_words(other)}",
                )


def _row_words(item: Bmd) -> str:
    told = [
        f"{name} {number(value)}{unit}"
        for name, value, unit in (
            ("BMD", item.bmd_g_cm2, " g/cm²"),
            ("T-score", item.t_score, ""),
            ("Z-score", item.z_score, ""),
        )
        if value is not None
    ]
    return f"{', '.join(told)} {at_months(item.time)}"


def class_against_score(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A class in words that the T-score of the same statement does not have.

    ``limits``: ``osteoporosis`` and ``normal``, T-scores of the WHO classes.
    Message: ``site``, ``stated``, ``t_score``, ``computed``.
    """
    osteoporosis, normal = entry.limits["osteoporosis"], entry.limits["normal"]
    for item in facts.case.bmd:
        if item.t_score is None or item.classification is None or item.t_score_comparator is not None:
            continue
        computed = (
            "osteoporosis" if item.t_score <= osteoporosis else "normal" if item.t_score >= normal else "osteopenia"
        )
        if item.classification in ("osteoporosis", "osteopenia", "normal") and item.classification != computed:
            yield Told(
                records=(item.id,),
                values={
                    "site": site_label(item),
                    "stated": item.classification,
                    "t_score": number(item.t_score),
                    "computed": computed,
                },
                stated=item.classification,
                computed=computed,
            )


def same_numbers_elsewhere(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """The same BMD with the same scores at two times, or on both sides: more likely one scan with a slip.

    Message: ``bmd``, ``one``, ``other``.
    """
    rows = [item for item in facts.case.bmd if item.bmd_g_cm2 is not None and item.site is not None]
    for one, other in combinations(rows, 2):
        if one.site != other.site or one.bmd_g_cm2 != other.bmd_g_cm2 or not agree(one.region, other.region):
            continue
        apart = one.time is not None and other.time is not None and not same_time(one.time, other.time)
        sides = one.side is not None and other.side is not None and one.side != other.side
        if (apart or sides) and agree(one.t_score, other.t_score) and agree(one.z_score, other.z_score):
            assert one.bmd_g_cm2 is not None
            yield Told(
                records=(one.id, other.id),
                values={
                    "bmd": number(one.bmd_g_cm2),
                    "one": f"{site_label(one)} {at_months(one.time)} (“{one.source.text}”)",
                    "other": f"{site_label(other)} {at_months(other.time)} (“{other.source.text}”)",
                },
                stated=f"{site_label(one)} {at_months(one.time)} / {site_label(other)} {at_months(other.time)}",
            )


FUNCTIONS: Mapping[str, Mechanism] = {
    "stated_change": stated_change,
    "scores_against_bmd": scores_against_bmd,
    "t_above_z": t_above_z,
    "score_direction": score_direction,
    "class_against_score": class_against_score,
    "same_numbers_elsewhere": same_numbers_elsewhere,
}
