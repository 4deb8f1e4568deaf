"""Gathers measurements that belong together into the columns of the case's tables.

Values of one visit are drawn on different days: what lies within a month is one column, and everything of the three
months before the first dose is the baseline. Two values of one series never share a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from osteocase.case.axis import Timeline
from osteocase.case.derive_bmd import LSC_SCORE
from osteocase.case.months import DAYS_A_MONTH, plain
from osteocase.case.placing import is_note_date
from osteocase.records import Anchor, Bmd, Lab, RecordLists, Score, Timepoint

__all__ = ["find_timepoints", "months_label"]

Measured = Lab | Bmd | Score

_SPAN = Decimal(1)
_BASELINE_FROM, _BASELINE_TO = Decimal(-3), Decimal("0.25")
_NOMINAL = Decimal("0.4")
"""Months by which a visit may miss its month and still carry its name."""

_ZERO: dict[Anchor | None, str] = {
    "treatment_start": "Baseline",
    "surgery": "Before surgery",
    "delivery": "Delivery",
    "fracture": "Fracture",
}


def months_label(months: Decimal, zero: str = "Baseline") -> str:
    """A position in words: ``6 months``, ``8 months before``, ``10 days``."""
    if months == 0:
        return zero
    size = abs(months)
    if size < 1:
        days = int((size * DAYS_A_MONTH).to_integral_value(ROUND_HALF_UP))
        words = f"{days} day{'s' if days != 1 else ''}"
    else:
        rounded = plain(size, 0) if abs(size - plain(size, 0)) <= _NOMINAL else plain(size, 1)
        words = f"{rounded} month{'s' if rounded != 1 else ''}"
    return f"{words} before" if months < 0 else words


def find_timepoints(lists: RecordLists, timeline: Timeline) -> tuple[Timepoint, ...]:
    """Columns in order of time; values that no note places come last, in a column of their own."""
    scores = (score for score in lists.scores if score.name != LSC_SCORE)
    measured: list[Measured] = [*lists.labs, *lists.bmd, *scores]
    measured = [item for item in measured if getattr(item, "subject", "patient") == "patient"]
    placed = [item for item in measured if _months(item) is not None]
    lost = tuple(item.id for item in measured if _months(item) is None)
    zero = _ZERO.get(timeline.axis.anchor, "First visit")
    has_baseline = timeline.axis.anchor in ("treatment_start", "surgery")
    columns: list[Timepoint] = []
    for group in _groups(placed, timeline.axis.anchor):
        column = _column(group, zero, has_baseline, timeline.axis.anchor)
        if columns and columns[-1].label == column.label == zero:
            column = _days_behind(column, group)
        columns.append(column)
    if lost:
        columns.append(Timepoint(label="Time not told", records=lost))
    return tuple(columns)


def _days_behind(column: Timepoint, group: Sequence[Measured]) -> Timepoint:
    """A second column of month zero by its days: what was measured ten days after the first dose is no baseline."""
    months = plain(_position(group), 2)
    return column.model_copy(update={"label": months_label(months, column.label), "months": months})


def _months(item: Measured) -> Decimal | None:
    return item.time.months if item.time is not None else None


def _series(item: Measured) -> tuple[object, ...]:
    if isinstance(item, Lab):
        return ("lab", item.analyte, item.specimen)
    if isinstance(item, Bmd):
        return ("bmd", item.site, item.region, item.side)
    return ("score", item.name, item.body_site)


def _baseline_to(anchor: Anchor | None) -> Decimal:
    """A first dose changes nothing within a week; an operation changes calcium within hours."""
    return Decimal(0) if anchor == "surgery" else _BASELINE_TO


def _groups(items: Sequence[Measured], anchor: Anchor | None) -> list[list[Measured]]:
    ordered = sorted(items, key=lambda item: (_months(item), item.id))
    baseline: list[Measured] = []
    if anchor in ("treatment_start", "surgery"):
        # From the first dose backwards, so that of two values before it the last is the baseline.
        for item in sorted(ordered, key=lambda item: (abs(_months(item) or 0), item.id)):
            if _BASELINE_FROM <= (_months(item) or 0) <= _baseline_to(anchor) and not _collides(item, baseline):
                baseline.append(item)
    taken = {item.id for item in baseline}
    groups: list[list[Measured]] = []
    for item in ordered:
        if item.id in taken:
            continue
        last = groups[-1] if groups else None
        months = _months(item)
        first = _months(last[0]) if last else None
        apart = months is None or first is None or months - first > _SPAN
        apart = apart or (anchor == "surgery" and (first or 0) <= 0 < (months or 0))
        # A month told in words and a day found by date may lie on both sides of a column that has begun.
        if last is None or apart or _collides(item, last):
            groups.append([item])
        else:
            last.append(item)
    if baseline:
        groups.append(sorted(baseline, key=lambda item: (_months(item), item.id)))
    return sorted(groups, key=lambda group: (_place(group, baseline), group[0].id))


def _place(group: Sequence[Measured], baseline: Sequence[Measured]) -> Decimal:
    """Where a column stands: a baseline behind all that was measured before the first dose and left out of it."""
    position = _position(group)
    of_zero = any(item is member for item in group for member in baseline)
    return max(position, Decimal(0)) if of_zero and any((_months(item) or 0) > -1 for item in group) else position


def _collides(item: Measured, group: Sequence[Measured]) -> bool:
    """True when the group has another time of the same series; disagreeing values of one time do not collide."""
    return any(_series(item) == _series(other) and _months(item) != _months(other) for other in group)


def _position(group: Sequence[Measured]) -> Decimal:
    return median(months for item in group if (months := _months(item)) is not None)


def _column(group: Sequence[Measured], zero: str, has_baseline: bool, anchor: Anchor | None) -> Timepoint:
    position = _position(group)
    inside = [_BASELINE_FROM <= (_months(item) or 0) <= _baseline_to(anchor) for item in group]
    if has_baseline and all(inside) and any((_months(item) or 0) > -1 for item in group):
        position = Decimal(0)
    nominal = plain(position, 0)
    months = nominal if abs(position - nominal) <= _NOMINAL else plain(position, 1)
    if anchor == "surgery" and months == 0 and position > 0:
        months = plain(position, 2)  # the days after an operation are none before it
    dates = [
        item.time.date
        for item in group
        if item.time is not None and item.time.date is not None and not is_note_date(item.time)
    ] or [item.time.date for item in group if item.time is not None and item.time.date is not None]
    return Timepoint(
        label=months_label(months, zero),
        months=months,
        date=min(dates) if dates else None,
        records=tuple(item.id for item in group),
    )
