"""Measurements over time points as tables for the terminal: laboratory, bone density, scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from rich.table import Table
from rich.text import Text

from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.records import Bmd, CaseRecord, Flag, Lab, Score, Time

__all__ = ["bmd_course", "lab_course", "number", "plain_table", "score_course", "with_flag"]

UNPLACED = "no time told"
_FLAG_STYLES: dict[str, str] = {"low": "bold blue", "high": "bold red"}
_FLAG_SIGNS = {"low": "↓ low", "high": "↑ high"}
"""A sign and a word, so that nobody depends on colour."""

Measurement = TypeVar("Measurement", "Lab", "Bmd", "Score")
Row = tuple[str, ...]


def lab_course(case: CaseRecord) -> Table | None:
    """Results by analyte and unit, with the printed reference interval and the flag."""
    labs = [lab for lab in case.labs if lab.subject == "patient"]
    return _course(
        "Laboratory",
        case,
        labs,
        heads=("analyte", "unit", "reference"),
        row=lambda lab: (lab.name, lab.unit or lab.unit_text or "", _reference(lab)),
        cell=lambda lab: with_flag(_lab_value(lab), lab.flag),
    )


def bmd_course(case: CaseRecord) -> Table | None:
    """Bone density by site: value, scores, and the stated beside the computed change from baseline."""
    rows: list[tuple[str, Callable[[Bmd], str | None]]] = [
        ("BMD g/cm²", lambda bmd: number(bmd.bmd_g_cm2)),
        ("T-score", lambda bmd: _range(bmd.t_score_comparator, bmd.t_score, bmd.t_score_high)),
        ("Z-score", lambda bmd: _range(bmd.z_score_comparator, bmd.z_score, None)),
        ("YAM %", lambda bmd: number(bmd.yam_percent)),
        ("TBS", lambda bmd: number(bmd.tbs)),
        ("class", lambda bmd: bmd.classification),
        ("change %, stated", lambda bmd: _signed(bmd.change_percent)),
    ]
    columns = _columns(case, [bmd.time for bmd in case.bmd])
    table = plain_table("Bone density", "site", "quantity", *columns)
    for place in dict.fromkeys(_place(bmd) for bmd in case.bmd):
        here = [bmd for bmd in case.bmd if _place(bmd) == place]
        shown = place
        for label, value in rows:
            cells = _cells(columns, ((_column(case, bmd.time), value(bmd)) for bmd in here))
            shown = _add(table, (shown, label), cells)
        computed = ((_column_of_months(case, months), _signed(change)) for months, change in _changes(case, here))
        _add(table, (shown, "change %, computed"), _cells(columns, computed))
    return table if table.row_count else None


def score_course(case: CaseRecord) -> Table | None:
    """Scores and vital signs by name."""
    return _course(
        "Scores",
        case,
        list(case.scores),
        heads=("score", "unit"),
        row=lambda score: (_words(score.name_text or score.name.upper(), score.body_site), score.unit or ""),
        cell=lambda score: Text(visible(_range(None, score.value, score.value_high) or "")),
    )


def plain_table(title: str, *heads: str) -> Table:
    """An empty table in the one style that all of them have."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", show_edge=False)
    for head in heads:
        table.add_column(Text(visible(head)), overflow="fold")
    return table


def number(value: Decimal | None) -> str | None:
    """A number as the note writes it, with a true minus sign."""
    return None if value is None else f"{value:f}".replace("-", "−")


def with_flag(value: str, flag: Flag | None) -> Text:
    """A value with its flag as a sign and a word."""
    text = Text(visible(value))
    if flag in _FLAG_SIGNS:
        text.append(f" {_FLAG_SIGNS[flag]}", style=_FLAG_STYLES[flag])
    return text


def _course(
    title: str,
    case: CaseRecord,
    measurements: Sequence[Measurement],
    *,
    heads: tuple[str, ...],
    row: Callable[[Measurement], Row],
    cell: Callable[[Measurement], Text],
) -> Table | None:
    if not measurements:
        return None
    columns = _columns(case, [each.time for each in measurements])
    table = plain_table(title, *heads, *columns)
    for key in dict.fromkeys(row(each) for each in measurements):
        here = [(_column(case, each.time), cell(each)) for each in measurements if row(each) == key]
        _add(table, key, _cells(columns, here))
    return table


def _columns(case: CaseRecord, times: Iterable[Time | None]) -> tuple[str, ...]:
    """The time points that have something to show, in their order; what has no time comes last."""
    used = {_column(case, time) for time in times}
    placed = [point.label for point in case.timepoints if point.label in used]
    return (*placed, *([UNPLACED] if UNPLACED in used else []))


def _column(case: CaseRecord, time: Time | None) -> str:
    return UNPLACED if time is None or time.months is None else _column_of_months(case, time.months)


def _column_of_months(case: CaseRecord, months: Decimal | None) -> str:
    placed = [point for point in case.timepoints if point.months is not None]
    if months is None or not placed:
        return UNPLACED
    return min(placed, key=lambda point: abs((point.months or Decimal(0)) - months)).label


def _cells(columns: Sequence[str], values: Iterable[tuple[str, str | Text | None]]) -> list[Text]:
    cells = {column: Text() for column in columns}
    for column, value in values:
        if value is None or column not in cells:
            continue
        if cells[column]:
            cells[column].append("; ")
        cells[column].append_text(value if isinstance(value, Text) else Text(visible(value)))
    return list(cells.values())


def _add(table: Table, heads: Row, cells: Sequence[Text]) -> str:
    """Add a row unless it is empty; the word for the first column of the next row of the same group."""
    if not any(cells):
        return heads[0]
    table.add_row(*(Text(visible(head)) for head in heads), *cells)
    return ""


def _changes(case: CaseRecord, measurements: Sequence[Bmd]) -> list[tuple[Decimal | None, Decimal | None]]:
    ids = {bmd.id for bmd in measurements}
    return [
        (derived.months, derived.value)
        for derived in case.derived
        if derived.kind == "bmd_change_from_baseline" and ids.intersection(derived.records)
    ]


def _place(bmd: Bmd) -> str:
    return _words((bmd.site or "site not told").replace("_", " "), bmd.region, bmd.side)


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _reference(lab: Lab) -> str:
    return lab.reference.text if lab.reference else ""


def _lab_value(lab: Lab) -> str:
    return _range(lab.comparator, lab.value, lab.value_high) or lab.qualitative or ""


def _range(comparator: str | None, value: Decimal | None, high: Decimal | None) -> str | None:
    if value is None:
        return None
    sign = {"<=": "≤ ", ">=": "≥ ", "<": "< ", ">": "> "}.get(comparator or "", "")
    upper = f" to {number(high)}" if high is not None else ""
    return f"{sign}{number(value)}{upper}"


def _signed(value: Decimal | None) -> str | None:
    if value is None:
        return None
    return f"+{number(value)}" if value > 0 else number(value)
