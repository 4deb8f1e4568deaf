"""The trend of bone density: change from baseline at each site, the least significant change and the treatment."""

from __future__ import annotations

import re
from decimal import Decimal

from osteocase.case.drugs import osteoporosis_drugs
from osteocase.lexicon import default_lexicon
from osteocase.records import Derived, Treatment
from osteocase.report.document import Figure
from osteocase.report.figuredata import (
    ScoreChart,
    ScorePoint,
    ScoreSeries,
    TrendChart,
    TrendPoint,
    TrendSeries,
    TrendShade,
)
from osteocase.report.numbers import month_tick, number, signed
from osteocase.report.parts.bmd_sites import BASELINE_CHANGE, changes_of, disputed, site_name, sites
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import time_column
from osteocase.report.wording import capital

__all__ = ["score_figure", "trend_figure"]

_LIMIT = re.compile(r"least significant change of ([0-9.]+) (%|g/cm²)")


def _limit(derived: Derived, baseline: Decimal | None) -> Decimal | None:
    """Least significant change that the derived value was held against, per cent of the baseline."""
    match = _LIMIT.search(derived.text or "")
    if match is None:
        return None
    limit = Decimal(match.group(1))
    if match.group(2) == "%":
        return limit
    return (100 * limit / baseline).quantize(Decimal("0.1")) if baseline else None


def trend_figure(context: Context) -> Figure | None:
    """The figure, or None where no change could be computed."""
    series = []
    for site in sites(context.case.bmd):
        changes = changes_of(context, site, BASELINE_CHANGE)
        base = {derived.records[0] for derived in changes.values()}
        start = next((record.bmd_g_cm2 for record in site if record.id in base), None)
        limit = next((found for derived in changes.values() if (found := _limit(derived, start)) is not None), None)
        points = []
        for record in site:
            months, derived = time_column(context.case, record).months, changes.get(record.id)
            if months is None or record.bmd_g_cm2 is None or (derived is None and record.id not in base):
                continue
            change = derived.value if derived is not None and derived.value is not None else Decimal(0)
            stated = record.change_percent if disputed(context, record) else None
            points.append(TrendPoint(months, record.bmd_g_cm2, change, stated))
        if len(points) > 1:
            series.append(TrendSeries(site_name(site), tuple(points), limit))
    if not series:
        return None
    ticks = tuple(sorted({point.months for one in series for point in one.points}))
    label = context.case.case.axis.label
    data = TrendChart(tuple(series), _shades(context, ticks[-1]), f"months from {label}" if label else "months", ticks)
    told = "; ".join(
        f"{one.name} " + ", ".join(f"{signed(p.change, 1)} % at month {month_tick(p.months)}" for p in one.points[1:])
        for one in series
    )
    limits = [f"{one.name} ±{number(one.lsc_percent)} %" for one in series if one.lsc_percent is not None]
    differing = len({one.lsc_percent for one in series if one.lsc_percent is not None}) > 1
    lines = "; dotted lines: where it is larger" if differing else ""
    limit_words = f" Grey: changes below the least significant change{lines} ({', '.join(limits)})." if limits else ""
    shaded = f" Shaded: {', '.join(shade.label for shade in data.shades)}." if data.shades else ""
    crossed = " Crosses: stated changes that the values contradict." if _has_crosses(data) else ""
    return Figure(
        "trend",
        data,
        f"Change in bone mineral density from baseline, computed.{limit_words}{shaded}{crossed}",
        f"Line chart of the change in bone mineral density from baseline: {told}.",
    )


_MOST_SITES = 4


def score_figure(context: Context) -> Figure | None:
    """T-scores over time, or None where WHO's classes are not made for the patient or no site was measured twice."""
    who = [criterion for criterion in context.case.criteria if criterion.id.startswith("who_")]
    if not who or any(criterion.state == "not_applicable" for criterion in who):
        return None
    series = []
    for site in sites(context.case.bmd):
        points: dict[Decimal, Decimal] = {}
        for record in site:
            months = time_column(context.case, record).months
            if months is not None and record.t_score is not None and record.t_score_high is None:
                points.setdefault(months, record.t_score)
        if len(points) > 1:
            told = tuple(ScorePoint(months, points[months]) for months in sorted(points))
            series.append(ScoreSeries(site_name(site), told))
    if not series:
        return None
    shown = tuple(series[:_MOST_SITES])
    ticks = tuple(sorted({point.months for one in shown for point in one.points}))
    label = context.case.case.axis.label
    words = "; ".join(
        f"{one.name} " + ", ".join(f"{number(p.value)} at month {month_tick(p.months)}" for p in one.points)
        for one in shown
    )
    return Figure(
        "t-scores",
        ScoreChart(shown, f"months from {label}" if label else "months", ticks),
        "T-scores as stated, on the bands of WHO’s classes (lines at −1.0 and −2.5).",
        f"Line chart of T-scores: {words}.",
    )


def _shades(context: Context, last: Decimal) -> tuple[TrendShade, ...]:
    """Osteoporosis drugs while they were given, the one that month zero counts from first; none overlaps another."""
    drugs = [
        (start, record)
        for record in osteoporosis_drugs(context.case.treatments, default_lexicon())
        if (start := record.start.months if record.start is not None else None) is not None
    ]
    shades: list[TrendShade] = []
    for start, record in sorted(drugs, key=lambda item: (item[0] != 0, item[1].kind != "drug", item[0])):
        end = min(_end(record, start, last), last)
        if end > start and all(end <= other.start or start >= other.end for other in shades):
            shades.append(TrendShade(start, end, capital(record.name)))
    return tuple(sorted(shades, key=lambda shade: shade.start))


def _end(record: Treatment, start: Decimal, last: Decimal) -> Decimal:
    if record.stop is not None and record.stop.months is not None:
        return record.stop.months
    if record.duration_unit == "month" and record.duration_value is not None and record.status != "ongoing":
        return start + record.duration_value
    return last


def _has_crosses(data: TrendChart) -> bool:
    return any(point.stated is not None for series in data.series for point in series.points)
