"""The bone density part: per site BMD, T, Z, YAM, and the stated beside the computed change."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from osteocase.records import Bmd, Check, Derived
from osteocase.report.document import Block, Cell, Column, Figure, Part, Row, Run, Table, Text
from osteocase.report.figuredata import TrendChart, TrendPoint, TrendSeries, TrendShade
from osteocase.report.numbers import month_tick, number, signed
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import TimeColumn, in_time, time_column, time_columns
from osteocase.report.wording import bmd_site, plain

__all__ = ["BASELINE_CHANGE", "change_words", "changes_of", "densitometry", "disputed", "site_name", "sites"]

_COMPARATOR = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}

_NOT_GIVEN = ("mentioned", "planned", "declined", "contraindicated")

BASELINE_CHANGE = "bmd_change_from_baseline"
PREVIOUS_CHANGE = "bmd_change_from_previous"


def densitometry(context: Context) -> Part | None:
    """The part, or None where no densitometry is told."""
    records = context.case.bmd
    if not records:
        return None
    columns = time_columns(context.case, records)
    head = [Column("Measure", header=True, weight=2), Column("Unit")]
    head.extend(Column(column.label, kind="number") for column in columns)
    head.append(Column("Source"))
    rows: list[Row] = []
    for place, site in enumerate(sites(records)):
        rows.append(Row((Cell((Run(site_name(site), bold=True),)),), kind="group", rule=place > 0))
        rows.extend(_site_rows(context, site, columns))
    blocks: list[Block] = [
        Table(
            name="densitometry",
            caption="Bone densitometry, stated and computed",
            columns=tuple(head),
            rows=tuple(rows),
            notes=_notes(context),
        )
    ]
    trend = _trend(context)
    if trend:
        blocks.append(trend)
    return Part("densitometry", "Bone density", tuple(blocks))


_LIMIT = re.compile(r"least significant change of ([0-9.]+) %")


def _limit(derived: Derived) -> Decimal | None:
    """Least significant change that the derived value was held against, per cent."""
    match = _LIMIT.search(derived.text or "")
    return Decimal(match.group(1)) if match else None


def _trend(context: Context) -> Figure | None:
    """The figure, or None where no change could be computed."""
    series = []
    for site in sites(context.case.bmd):
        changes = changes_of(context, site, BASELINE_CHANGE)
        limit = next((found for derived in changes.values() if (found := _limit(derived)) is not None), None)
        base = {derived.records[0] for derived in changes.values()}
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
    crossed = " Crosses: stated changes that the values contradict." if _has_crosses(data) else ""
    return Figure(
        "trend",
        data,
        f"Change in bone mineral density from baseline, computed.{limit_words}{crossed}",
        f"Line chart of the change in bone mineral density from baseline: {told}.",
    )


def _shades(context: Context, last: Decimal) -> tuple[TrendShade, ...]:
    """The drug that month zero counts from, while it was given."""
    if context.case.case.axis.anchor != "treatment_start":
        return ()
    for record in context.case.treatments:
        start = record.start.months if record.start is not None else None
        if record.kind != "drug" or record.subject != "patient" or record.status in _NOT_GIVEN or start != 0:
            continue
        stop = record.stop.months if record.stop is not None else None
        if stop is None and record.duration_unit == "month" and record.status != "ongoing":
            stop = record.duration_value
        return (TrendShade(start, stop if stop is not None else last, record.name),)
    return ()


def _has_crosses(data: TrendChart) -> bool:
    return any(point.stated is not None for series in data.series for point in series.points)


def sites(records: Sequence[Bmd]) -> list[tuple[Bmd, ...]]:
    """Records of one site together, in time; a record without region or side joins where only one is told."""
    groups: list[list[Bmd]] = []
    fullest_first = sorted(records, key=lambda record: (record.region is None) + (record.side is None))
    for record in fullest_first:
        fitting = [group for group in groups if all(_same_site(record, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(record)
        else:
            groups.append([record])
    place = {record.id: index for index, record in enumerate(records)}
    ordered = [tuple(sorted(group, key=lambda record: (in_time(record), place[record.id]))) for group in groups]
    return sorted(ordered, key=lambda group: min(place[record.id] for record in group))


def _same_site(one: Bmd, other: Bmd) -> bool:
    return one.site == other.site and all(
        left is None or right is None or left == right
        for left, right in ((one.region, other.region), (one.side, other.side))
    )


def site_name(records: Sequence[Bmd]) -> str:
    """Name of the site after the record that tells most of it."""
    return bmd_site(max(records, key=lambda record: (record.region is not None) + (record.side is not None)))


def changes_of(context: Context, records: Sequence[Bmd], kind: str) -> dict[str, Derived]:
    """Computed changes of a site, by the id of the later record."""
    own = {record.id for record in records}
    return {
        derived.records[-1]: derived
        for derived in context.case.derived
        if derived.kind == kind and derived.value is not None and derived.records and derived.records[-1] in own
    }


def disputed(context: Context, record: Bmd) -> Check | None:
    """The check that contradicts a record's stated change."""
    changed = {item.id for item in context.case.bmd if item.change_percent is not None}
    for check in context.case.checks:
        about = next((key for key in check.records if key in changed), None)
        if check.kind == "arithmetic" and check.severity == "error" and about == record.id and check.accepted is None:
            return check
    return None


_LEADING = re.compile(r"[+−-]?\d+(?:\.\d+)?(?= %)")


def change_words(derived: Derived) -> str:
    """A computed change with one decimal; where the program told it in words, the number of those words."""
    match = _LEADING.match(derived.text or "")
    return match.group(0) if match else signed(derived.value or Decimal(0), 1)


def _site_rows(context: Context, records: tuple[Bmd, ...], columns: tuple[TimeColumn, ...]) -> list[Row]:
    rows = []
    stated: tuple[tuple[str, str, Callable[[Bmd], str]], ...] = (
        ("BMD", "g/cm²", lambda record: _optional(record.bmd_g_cm2)),
        ("T-score", "SD", _t_score),
        ("Z-score", "SD", lambda record: _compared(record.z_score, record.z_score_comparator)),
        ("Young adult mean", "%", lambda record: _optional(record.yam_percent)),
        ("Trabecular bone score", "", lambda record: _optional(record.tbs)),
        ("Class in the notes", "", lambda record: plain(record.classification or "")),
    )
    for name, unit, tell in stated:
        told = [record for record in records if tell(record)]
        if told:
            rows.append(_row(context, name, unit, told, columns, tell))
    changed = [record for record in records if record.change_percent is not None]
    if changed:
        rows.append(_stated_change(context, changed, columns))
    for kind, name in (
        (BASELINE_CHANGE, "Change from baseline, computed"),
        (PREVIOUS_CHANGE, "Change from previous, computed"),
    ):
        computed = changes_of(context, records, kind)
        if computed:
            rows.append(_computed_change(context, name, computed, records, columns))
    return rows


def _optional(value: Decimal | None) -> str:
    return number(value) if value is not None else ""


def _compared(value: Decimal | None, comparator: str | None) -> str:
    return f"{_COMPARATOR[comparator] if comparator else ''}{number(value)}" if value is not None else ""


def _t_score(record: Bmd) -> str:
    text = _compared(record.t_score, record.t_score_comparator)
    return f"{text} to {number(record.t_score_high)}" if record.t_score_high is not None else text


def _row(
    context: Context,
    name: str,
    unit: str,
    records: Sequence[Bmd],
    columns: tuple[TimeColumn, ...],
    tell: Callable[[Bmd], str],
) -> Row:
    cells = [Cell((Run(name),)), Cell((Run(unit),))]
    for column in columns:
        here = [record for record in records if time_column(context.case, record) == column]
        words = " / ".join(dict.fromkeys(tell(record) for record in here))
        target = context.ledger.target(here[0].id) if here else None
        cells.append(Cell((Run(words),) if words else (), target=target))
    cells.append(Cell(context.ledger.numbers(record.id for record in records)))
    return Row(tuple(cells))


def _stated_change(context: Context, records: Sequence[Bmd], columns: tuple[TimeColumn, ...]) -> Row:
    bases = list(dict.fromkeys(record.change_from for record in records if record.change_from))
    name = f"Change from {bases[0]}, stated" if len(bases) == 1 else "Change, stated"
    cells = [Cell((Run(name),)), Cell((Run("%"),))]
    for column in columns:
        here = [record for record in records if time_column(context.case, record) == column]
        if not here:
            cells.append(Cell())
            continue
        wrong = any(disputed(context, record) for record in here)
        words = " / ".join(dict.fromkeys(signed(record.change_percent) for record in here if record.change_percent))
        runs: Text = (Run(f"{words} ×", bold=True, tone="alert"),) if wrong else (Run(words),)
        cells.append(Cell(runs, target=context.ledger.target(here[0].id)))
    cells.append(Cell(context.ledger.numbers(record.id for record in records)))
    return Row(tuple(cells))


def _computed_change(
    context: Context,
    name: str,
    computed: dict[str, Derived],
    records: Sequence[Bmd],
    columns: tuple[TimeColumn, ...],
) -> Row:
    cells = [Cell((Run(name, italic=True),)), Cell((Run("%"),))]
    for column in columns:
        here = [
            computed[record.id]
            for record in records
            if record.id in computed and time_column(context.case, record) == column
        ]
        words = " / ".join(dict.fromkeys(_marked_change(derived) for derived in here if derived.value is not None))
        cells.append(Cell((Run(words, italic=True),) if words else ()))
    used = {key for derived in computed.values() for key in derived.records}
    cells.append(Cell(context.ledger.numbers(used)))
    return Row(tuple(cells))


def _marked_change(derived: Derived) -> str:
    """The change; an asterisk where it reaches the least significant change."""
    return change_words(derived) + ("*" if derived.significant else "")


def _notes(context: Context) -> tuple[Text, ...]:
    notes: list[Text] = []
    if any(derived.kind in (BASELINE_CHANGE, PREVIOUS_CHANGE) for derived in context.case.derived):
        notes.append((Run("Lines in italics are computed: 100 × (BMD − earlier BMD) / earlier BMD.", tone="quiet"),))
    limits: dict[str, None] = {}
    for site in sites(context.case.bmd):
        for derived in changes_of(context, site, BASELINE_CHANGE).values():
            if derived.significant is not None and derived.text:
                words = derived.text[derived.text.find("least significant change") :]
                limits.setdefault(f"{site_name(site)}: {words}")
    if limits:
        told = f"* Change ≥ the least significant change. {'; '.join(limits)}."
        notes.append((Run(told, tone="quiet"),))
    if any(disputed(context, record) for record in context.case.bmd):
        notes.append(
            (
                Run("× ", bold=True, tone="alert"),
                Run("The stated change does not agree with the BMD values; see ", tone="quiet"),
                Run("Discrepancies", tone="quiet", target="part-discrepancies"),
                Run(".", tone="quiet"),
            )
        )
    machines = list(dict.fromkeys(record.machine for record in context.case.bmd if record.machine))
    told = f"Densitometer: {'; '.join(machines)}." if machines else "The notes do not name the densitometer."
    notes.append((Run(told, tone="quiet"),))
    return tuple(notes)
