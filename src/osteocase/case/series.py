"""Courses of one quantity over time: results of one analyte, BMD of one site, values of one score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.case.same import agree
from osteocase.case.wording import site_label
from osteocase.records import Bmd, Lab, Score

__all__ = ["BmdSeries", "baseline_of", "bmd_series", "lab_series", "months_of", "score_series"]

_BASELINE_TO = Decimal("0.25")


def months_of(record: Lab | Bmd | Score) -> Decimal | None:
    """Place of a measurement on the axis."""
    return record.time.months if record.time is not None else None


@dataclass(frozen=True)
class BmdSeries:
    """Densitometry of one site over time, in order; values that no note places are left out."""

    site: str
    label: str
    values: tuple[Bmd, ...]


def bmd_series(records: Sequence[Bmd]) -> tuple[BmdSeries, ...]:
    """One course a site, region and side; a value without side or region joins where only one is told."""
    groups: list[list[Bmd]] = []
    full = sorted(records, key=lambda item: (item.site or "", -((item.region is not None) + (item.side is not None))))
    for item in full:
        if item.site is None or months_of(item) is None:
            continue
        fitting = [
            group
            for group in groups
            if group[0].site == item.site
            and all(agree(item.region, other.region) and agree(item.side, other.side) for other in group)
        ]
        if len(fitting) == 1:
            fitting[0].append(item)
        else:
            groups.append([item])
    found: list[BmdSeries] = []
    for group in groups:
        ordered = tuple(sorted(group, key=lambda item: (months_of(item), item.id)))
        fullest = max(ordered, key=lambda item: (item.region is not None) + (item.side is not None))
        found.append(BmdSeries(str(group[0].site), site_label(fullest), ordered))
    return tuple(sorted(found, key=lambda series: (series.site, series.label)))


def baseline_of(values: Sequence[Bmd], *, from_treatment: bool) -> Bmd | None:
    """The value that changes count from: the last before the first dose, else the first."""
    measured = [item for item in values if item.bmd_g_cm2 is not None]
    if not measured:
        return None
    before = [item for item in measured if (months_of(item) or 0) <= _BASELINE_TO]
    if not from_treatment or not before:
        return measured[0]
    last = max(months_of(item) or 0 for item in before)
    return _most_told([item for item in before if (months_of(item) or 0) == last])


def _most_told(values: Sequence[Bmd]) -> Bmd:
    """Of values that disagree at one time, the one that more notes tell."""
    return min(values, key=lambda item: (-len(item.also), item.id))


def lab_series(records: Sequence[Lab]) -> dict[str, tuple[Lab, ...]]:
    """Results of the patient by analyte, in order of time; those without a place come last."""
    found: dict[str, list[Lab]] = {}
    for lab in records:
        if lab.subject == "patient":
            found.setdefault(lab.analyte, []).append(lab)
    far = Decimal("Infinity")
    return {
        analyte: tuple(sorted(labs, key=lambda lab: (far if (at := months_of(lab)) is None else at, lab.id)))
        for analyte, labs in sorted(found.items())
    }


def score_series(records: Sequence[Score]) -> dict[tuple[str, str | None], tuple[Score, ...]]:
    """Values of one score at one body site, in order of time."""
    found: dict[tuple[str, str | None], list[Score]] = {}
    for score in records:
        if months_of(score) is not None and score.name != "least_significant_change":
            found.setdefault((score.name, score.body_site), []).append(score)
    return {
        key: tuple(sorted(scores, key=lambda score: (months_of(score), score.id)))
        for key, scores in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    }
