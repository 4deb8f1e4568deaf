"""Cells of a densitometry table that hold more than one number: ``0.612 (YAM 61%)``, ``-2.1 / 0.745``, ``0.88 (-2.4)``.

Such a cell is read whole: its column says when and where, its own labels say what. A cell without labels is read as the
cells before it were, or by what its head names in order, or by the form of its numbers.
"""

from __future__ import annotations

from osteocase.pipeline.bmd.labels import labels_in
from osteocase.pipeline.bmd.measures import FIELDS, assign, looks_like
from osteocase.pipeline.bmd.numbers import Number
from osteocase.pipeline.bmd.rows import Column, Line, matched
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.text.tables import Cell
from osteocase.pipeline.times.find import TimeMention

__all__ = ["CellValue", "by_form", "values_in_cells"]

CellValue = tuple[Number, str, Column | None, dict[str, str | None]]
"""A number, its measure, its column, and what else its words tell."""


def by_form(number: Number) -> str | None:
    """What a number is that nothing names: three decimals are a density, a sign makes a T-score or a change."""
    if number.unit == "g/cm2" or (number.places == 3 and not number.sign and number.unit is None):
        return "bmd"
    if number.unit == "%" and number.sign:
        return "change"
    return "t_score" if number.sign and number.places in {1, 2} and number.unit in {None, "SD"} else None


def values_in_cells(
    scan: Scan, line: Line, columns: list[Column], measure: str | None, template: list[str]
) -> list[CellValue] | None:
    """The values of a line whose cells hold several numbers or a date of their own; None where no cell does.

    ``measure`` is what the row names for all of its numbers. ``template`` is what the cells before have held; it is
    brought up to date.
    """
    held = _filled(scan, line)
    apart = any(column.time is not None or column.site is not None for column in columns)
    shared = len({column.head for column in columns}) < len(columns)
    several = any(len(numbers) > 1 for _, numbers in held)
    dated = sum(_own_time(scan, cell, numbers) is not None for cell, numbers in held) > 1
    if not dated and not (several and (apart or shared)):
        return None
    found: list[CellValue] = []
    for (cell, numbers), heads in zip(held, _heads_of(line, columns, [cell for cell, _ in held]), strict=True):
        time = _own_time(scan, cell, numbers)
        column = heads[0] if heads else None
        if time is not None:
            column = (column or Column(0.0, None, None, None))._replace(time=time)
        named = [head.measure for head in heads if head.measure is not None]
        for number, told, extra in _read(scan, cell, numbers, named, measure, template):
            own = next((head for head in heads if head.measure == told), None)
            found.append((number, told, column if own is None or time is not None else own, extra))
    return found


def _filled(scan: Scan, line: Line) -> list[tuple[Cell, list[Number]]]:
    """The cells that hold numbers or the sign that a number is missing, the label of the row left out."""
    held: list[tuple[Cell, list[Number]]] = []
    for cell in line.cells:
        numbers = [number for number in line.numbers if cell.start <= number.number_start < cell.end]
        blank = any(cell.start <= left < cell.end for left, _ in line.blanks)
        if not numbers and not (blank and held) and not (blank and line.style != "aligned"):
            continue
        held.append((cell, numbers))
    return held


def _own_time(scan: Scan, cell: Cell, numbers: list[Number]) -> TimeMention | None:
    """The date with which a cell opens: ``2023-05-02: 0.945``."""
    times = [time for time in scan.times_in(cell.start, cell.end) if time.kind == "date" and time.start == cell.start]
    if not times or not numbers or numbers[0].start < times[0].end:
        return None
    return times[0] if re.fullmatch(r"\s?[:=]?\s*\(?", scan.text[times[0].end : numbers[0].start]) else None


def _heads_of(line: Line, columns: list[Column], cells: list[Cell]) -> list[list[Column]]:
    """The columns over each cell: those of one head cell."""
    groups: list[list[Column]] = []
    for column in columns:
        if groups and groups[-1][0].head == column.head:
            groups[-1].append(column)
        else:
            groups.append([column])
    if not groups:
        return [[] for _ in cells]
    if line.style != "aligned":
        return [
            next((group for group in groups if int(group[0].at) == line.column_at(cell.start)), []) for cell in cells
        ]
    tokens: list[tuple[float, float, Number | None]] = [
        (float(cell.start - line.start), float(cell.end - line.start), None) for cell in cells
    ]
    heads = [group[0]._replace(at=sum(column.at for column in group) / len(group), measure=None) for group in groups]
    if len(tokens) == len(heads):
        return groups
    return [groups[index] if index is not None else [] for index in matched(tokens, heads)]


def _read(
    scan: Scan, cell: Cell, numbers: list[Number], named: list[str], measure: str | None, template: list[str]
) -> list[tuple[Number, str, dict[str, str | None]]]:
    """The numbers of one cell with their measures."""
    labels = labels_in(scan, cell.start, cell.end)
    if labels:
        readings = assign(scan, cell.start, cell.end, numbers, labels, [], [], "t_score")
        if len(readings) == len(numbers):
            template[:] = [reading.measure for reading in readings]
        return [(reading.number._replace(value=reading.value), reading.measure, reading.extra) for reading in readings]
    order = named if len(named) > 1 or measure is None else [measure]
    if len(named) < 2 and len(template) == len(numbers) > 1 and all(map(looks_like, numbers, template)):
        order = template
    found: list[tuple[Number, str, dict[str, str | None]]] = []
    left = list(order)
    for number in numbers:
        told = next((name for name in left if looks_like(number, name)), None) if order else by_form(number)
        if told is None or any(told == known for _, known, _ in found):
            continue
        left = left[left.index(told) + 1 :] if told in left else left
        comparator = number.comparator if told in {"t_score", "z_score"} else None
        if told in FIELDS:
            found.append((number, told, {f"{FIELDS[told]}_comparator": comparator} if comparator else {}))
    if len(found) == len(numbers) > 1:
        template[:] = [name for _, name, _ in found]
    return found
