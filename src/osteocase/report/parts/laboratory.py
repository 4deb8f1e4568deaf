"""The laboratory part: one row a test, one column a time point, with interval, flags, course and sources."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from osteocase.records import Flag, Lab, printed_unit
from osteocase.report.document import Block, Cell, Column, Columns, Part, Row, Run, Table, Text
from osteocase.report.figuredata import Sparkline, SparkPoint
from osteocase.report.numbers import interval, lab_result
from osteocase.report.parts.context import Context
from osteocase.report.parts.turnover import marker_changes, turnover_figure
from osteocase.report.timeplace import TimeColumn, time_column, time_columns
from osteocase.report.wording import capital

__all__ = ["laboratory"]


def laboratory(context: Context) -> Part | None:
    """The part, or None where no result is told."""
    own = tuple(lab for lab in context.case.labs if lab.subject == "patient")
    if not own:
        return None
    columns = time_columns(context.case, own)
    rows = _rows(own)
    with_trend = any(_numeric_times(labs) > 1 for labs in rows)
    head = [Column("Test", header=True, weight=3), Column("Unit"), Column("Reference", weight=1)]
    head.extend(Column(column.label, kind="number") for column in columns)
    if with_trend:
        head.append(Column("Course", kind="trend"))
    head.append(Column("Source"))
    months = [column.months for column in columns if column.months is not None]
    axis = (min(months), max(months)) if months else (Decimal(0), Decimal(0))
    table = Table(
        name="laboratory",
        caption=f"Laboratory results over {_count(len(columns), 'time point')}",
        columns=tuple(head),
        rows=tuple(_row(context, labs, columns, axis, with_trend=with_trend) for labs in rows),
        notes=_notes(own, with_trend=with_trend),
    )
    blocks: list[Block] = [table]
    turnover = turnover_figure(context)
    changes = marker_changes(context)
    if turnover and changes:
        blocks.append(Columns((turnover,), (changes,), 0.5))
    else:
        blocks.extend(block for block in (turnover, changes) if block is not None)
    return Part("laboratory", "Laboratory", tuple(blocks))


def _count(amount: int, word: str) -> str:
    return f"{amount} {word}" + ("" if amount == 1 else "s")


def _rows(labs: Sequence[Lab]) -> list[tuple[Lab, ...]]:
    """Results of one test in one unit and specimen together, in the order in which the tests first appear."""
    rows: dict[tuple[str, str | None, str | None], list[Lab]] = {}
    for lab in labs:
        rows.setdefault((lab.analyte, lab.unit or lab.unit_text, lab.specimen), []).append(lab)
    return [tuple(row) for row in rows.values()]


def _numeric_times(labs: Sequence[Lab]) -> int:
    return len({lab.time.months for lab in labs if lab.value is not None and lab.time and lab.time.months is not None})


def _row(
    context: Context,
    labs: tuple[Lab, ...],
    columns: tuple[TimeColumn, ...],
    axis: tuple[Decimal, Decimal],
    *,
    with_trend: bool,
) -> Row:
    first = labs[0]
    intervals = list(dict.fromkeys(interval(lab.reference) for lab in labs if lab.reference is not None))
    name = capital(first.name) + (f" ({first.specimen})" if first.specimen not in (None, "blood", "serum") else "")
    cells = [
        Cell((Run(name),)),
        Cell((Run(printed_unit(first.unit) or first.unit_text or ""),)),
        Cell((Run(" / ".join(intervals)),)),
    ]
    by_column: dict[TimeColumn, list[Lab]] = {}
    for lab in labs:
        by_column.setdefault(time_column(context.case, lab), []).append(lab)
    cells.extend(_result(context, by_column.get(column, [])) for column in columns)
    if with_trend:
        cells.append(Cell(trend=_sparkline(labs, axis)))
    cells.append(Cell(context.ledger.numbers(lab.id for lab in labs)))
    return Row(tuple(cells))


def _result(context: Context, labs: Sequence[Lab]) -> Cell:
    """One cell; two results of one time stand side by side, since the report does not choose between them."""
    if not labs:
        return Cell()
    words = list(dict.fromkeys(lab_result(lab) for lab in labs))
    flags: list[Flag] = [lab.flag for lab in labs if lab.flag not in (None, "normal")]
    return Cell(
        (Run(" / ".join(words)),),
        flag=flags[0] if flags else labs[0].flag,
        target=context.ledger.target(labs[0].id),
    )


def _sparkline(labs: Sequence[Lab], axis: tuple[Decimal, Decimal]) -> Sparkline | None:
    points = tuple(
        SparkPoint(lab.time.months, lab.value, lab.flag)
        for lab in labs
        if lab.value is not None and lab.comparator is None and lab.time is not None and lab.time.months is not None
    )
    if not points:
        return None
    reference = next((lab.reference for lab in labs if lab.reference is not None), None)
    low, high = (reference.low, reference.high) if reference else (None, None)
    return Sparkline(tuple(sorted(points, key=lambda point: point.months)), low, high, *axis)


def _notes(labs: Sequence[Lab], *, with_trend: bool) -> tuple[Text, ...]:
    words = "▲ above and ▼ below the reference interval"
    bases = {lab.flag_basis for lab in labs if lab.flag in ("low", "high")}
    if bases == {"stated"}:
        words += ", as marked in the notes"
    elif bases == {"computed"}:
        words += ", computed from the interval printed in the notes"
    elif bases:
        words += ", as marked in the notes or computed from the printed interval"
    words += ". Intervals are those of the notes; where none is printed the column is empty."
    if with_trend:
        words += " Course: results in time against the interval (band)."
    return ((Run(words, tone="quiet"),),)
