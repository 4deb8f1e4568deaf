"""Tables on the page: decimals aligned, flags beside their numbers, heads repeated where a table runs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from osteocase.report.document import Cell, Row, Table
from osteocase.report.figures.sparkline import draw_sparkline
from osteocase.report.palette import INK, PALE, QUIET, RULE, VERMILION_TEXT
from osteocase.report.pdf.boxes import Box, Stack
from osteocase.report.pdf.look import RULE_HEAVY, RULE_LIGHT, Style
from osteocase.report.pdf.pen import Pen
from osteocase.report.pdf.sketching import draw_sketch
from osteocase.report.pdf.structure import Node
from osteocase.report.pdf.tableplan import MARK_GAP, MARK_SIZE, MeasuredCell, NumberSlots, Panel
from osteocase.report.pdf.typeset import Line

__all__ = ["TableBox", "set_panel"]

PAD_ROW = 2.2
NOTES_GAP = 3.0
"""Space between the last row and the notes, points."""
WHOLE = 200.0
"""A table no higher than this is not torn between two pages, points."""
FIRST_ROWS = 4
"""Rows of values that a torn table has at least on its first page."""
LAST_ROWS = 4
"""Rows that it has at least on its last page."""
NEAR_ROWS = 5
"""How many rows earlier a table is torn where its rows stand in groups."""
TREND_ROW = 15.0
"""Least height of a row with a course in it, points."""


@dataclass(slots=True)
class _SetCell:
    lines: list[Line]
    x: float
    """From the table's left edge."""
    mark: str | None
    mark_x: float
    trend_width: float
    cell: Cell
    node: Node


@dataclass(slots=True)
class _SetRow:
    cells: list[_SetCell]
    height: float
    row: Row


def set_panel(table: Table, panel: Panel, element: Node) -> TableBox:
    """Set all cells of a panel; their elements are made here, in reading order. Notes are given to the box later."""
    measures = panel.measures
    style = measures.style
    total = panel.xs[-1] + panel.widths[-1]
    head = _set_head(table, panel, element.add("THead").add("TR"))
    body = element.add("TBody")
    rows = []
    for row, measured in zip(table.rows, measures.rows, strict=True):
        line = body.add("TR")
        if row.kind == "group":
            node = line.add("TH", scope="Row", span=len(panel.places))
            lines = measured[0].units.lines(total)
            rows.append(_SetRow([_SetCell(lines, 0.0, None, 0.0, 0.0, row.cells[0], node)], _height(lines, style), row))
            continue
        cells = []
        for place, wide, x in zip(panel.places, panel.widths, panel.xs, strict=True):
            node = line.add("TH", scope="Row") if table.columns[place].header else line.add("TD")
            cells.append(_set_cell(measured[place], measures.slots[place], wide, x, node))
        least = TREND_ROW if any(cell.cell.trend for cell in cells) else 0.0
        rows.append(_SetRow(cells, max(least, *(_height(cell.lines, style) for cell in cells)), row))
    return TableBox(total, style, head, rows)


def _set_head(table: Table, panel: Panel, line: Node) -> _SetRow:
    measures = panel.measures
    cells = []
    for place, wide, x in zip(panel.places, panel.widths, panel.xs, strict=True):
        title, unit = measures.heads[place]
        slots = measures.slots[place]
        room = wide - slots.mark if slots else wide
        lines = [*title.lines(room), *(unit.lines(room) if unit else ())]
        if slots:
            for head_line in lines:
                _shift(head_line, room - head_line.width)
        cells.append(_SetCell(lines, x, None, 0.0, 0.0, Cell(), line.add("TH", scope="Column")))
    deepest = max(len(cell.lines) for cell in cells)
    for cell in cells:
        cell.lines = [Line([], 0.0)] * (deepest - len(cell.lines)) + cell.lines
    return _SetRow(cells, deepest * measures.style.leading + 2 * PAD_ROW, Row(()))


def _shift(line: Line, x: float) -> None:
    for segment in line.segments:
        segment.x += x


def _set_cell(measured: MeasuredCell, slots: NumberSlots | None, width: float, x: float, node: Node) -> _SetCell:
    cell, units = measured.cell, measured.units
    if slots is None:
        return _SetCell(units.lines(width), x, None, 0.0, width, cell, node)
    edge = width - slots.mark
    mark_x = x + edge + MARK_GAP
    if measured.before is None:
        lines = units.lines(edge)
        for line in lines:
            _shift(line, max(0.0, edge - line.width))
        return _SetCell(lines, x, measured.mark, mark_x, width, cell, node)
    indent = edge - slots.beyond - measured.before
    mark_x = x + indent + units.natural + MARK_GAP
    return _SetCell(units.lines(width + 100.0), x + indent, measured.mark, mark_x, width, cell, node)


def _height(lines: Sequence[Line], style: Style) -> float:
    return max(len(lines), 1) * style.leading + 2 * PAD_ROW


class TableBox:
    """Rows of one panel, or of the part of it that stands on one page."""

    before = 3.0
    after = 5.0
    keep_with_next = False

    def __init__(
        self, width: float, style: Style, head: _SetRow, rows: list[_SetRow], *, notes: Stack | None = None,
        repeated: bool = False, closed: bool = True,
    ) -> None:  # fmt: skip
        self.width = width
        self.style = style
        self.head = head
        self.rows = rows
        self.notes = notes
        """Small print that stands below the last row and is never torn from it."""
        self.repeated = repeated
        self.closed = closed

    @property
    def height(self) -> float:
        """Head, rows and notes."""
        return self._notes_from + (self.notes.height if self.notes is not None else 0.0)

    @property
    def _notes_from(self) -> float:
        rows = self.head.height + sum(row.height for row in self.rows)
        return rows + NOTES_GAP if self.notes is not None else rows

    @property
    def least(self) -> float:
        """A low table whole; else the head with its first rows of values and the group heads over them."""
        if self.height <= WHOLE and not self.repeated:
            return self.height
        taken = 0.0
        values = 0
        for row in self.rows:
            taken += row.height
            values += row.row.kind == "values"
            if values == FIRST_ROWS or taken > WHOLE:
                break
        return self.head.height + min(taken, WHOLE)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Between two rows; a group's head goes with its first row, and no single row is left behind."""
        used = self.head.height
        for place, row in enumerate(self.rows):
            if used + row.height <= room + 0.01:
                used += row.height
                continue
            return self._cut(place, room)
        return self._cut(len(self.rows) - 2, room) if len(self.rows) > 3 else None

    def _cut(self, cut: int, room: float) -> tuple[Box, Box] | None:
        if len(self.rows) - cut < LAST_ROWS and cut > 2 * LAST_ROWS:
            cut = len(self.rows) - LAST_ROWS
        cut = self._at_a_rule(cut)
        if cut > 2 and self.rows[cut - 2].row.kind == "group":
            cut -= 2  # a group's head with a single row goes with the rest of its group
        while cut and self.rows[cut - 1].row.kind == "group":
            cut -= 1
        if cut == 0:
            return self._split_row(room)
        return self._part(self.rows[:cut]), self._part(self.rows[cut:], last=True)

    def _at_a_rule(self, cut: int) -> int:
        """The last place not far before the cut at which a rule sets rows apart, such as those of one site."""
        if cut < len(self.rows) and not self.rows[cut].row.rule:
            for place in range(cut - 1, max(cut - NEAR_ROWS, 3) - 1, -1):
                if self.rows[place].row.rule and len(self.rows) - place >= LAST_ROWS:
                    return place
        return cut

    def _split_row(self, room: float) -> tuple[Box, Box] | None:
        """The first row is itself higher than the room: its lines are dealt out."""
        first = self.rows[0]
        fit = int((room - self.head.height - 2 * PAD_ROW) / self.style.leading)
        if fit < 3:
            return None
        upper = [replace(cell, lines=cell.lines[:fit]) for cell in first.cells]
        lower = [replace(cell, lines=cell.lines[fit:], mark=None, cell=Cell()) for cell in first.cells]
        if not any(cell.lines for cell in lower):
            return None
        head = _SetRow(upper, max(_height(cell.lines, self.style) for cell in upper), first.row)
        rest = _SetRow(
            lower, max(_height(cell.lines, self.style) for cell in lower), replace(first.row, anchor=None, rule=False)
        )
        return self._part([head]), self._part([rest, *self.rows[1:]], last=True)

    def _part(self, rows: list[_SetRow], *, last: bool = False) -> TableBox:
        return TableBox(
            self.width, self.style, self.head, rows, notes=self.notes if last else None,
            repeated=last or self.repeated, closed=last and self.closed,
        )  # fmt: skip

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Rules and grounds first, then the cells in reading order."""
        self._draw_rules(pen, x, top)
        self._draw_row(pen, self.head, x, top, artifact=self.repeated)
        y = top - self.head.height
        for row in self.rows:
            pen.anchor(row.row.anchor, y)
            self._draw_row(pen, row, x, y)
            y -= row.height
        if self.notes is not None:
            self.notes.draw(pen, x, top - self._notes_from)

    def _draw_rules(self, pen: Pen, x: float, top: float) -> None:
        right = x + self.width
        pen.begin_artifact()
        y = top - self.head.height
        for place, row in enumerate(self.rows):
            if row.row.kind == "group":
                pen.area(x, y - row.height, self.width, row.height, PALE)
            if place:
                heavy = row.row.rule
                pen.rule(x, y, right, y, QUIET if heavy else RULE, RULE_LIGHT * (2 if heavy else 1))
            y -= row.height
        pen.rule(x, top, right, top, INK, RULE_HEAVY)
        pen.rule(x, top - self.head.height, right, top - self.head.height, INK, RULE_HEAVY / 2)
        pen.rule(x, y, right, y, INK if self.closed else RULE, RULE_HEAVY if self.closed else RULE_LIGHT)
        pen.end()

    def _draw_row(self, pen: Pen, row: _SetRow, x: float, top: float, *, artifact: bool = False) -> None:
        style = self.style
        first = top - PAD_ROW - 0.5 * (style.leading - style.size) - 0.79 * style.size
        if artifact:
            pen.begin_artifact("Pagination")
            for cell in row.cells:
                pen.plain_lines(cell.lines, x + cell.x, first, style.leading)
            pen.end()
            return
        for cell in row.cells:
            if cell.lines:
                pen.lines(cell.lines, x + cell.x, first, style.leading, cell.node)
            if cell.mark:
                pen.begin(cell.node)
                size = style.size * MARK_SIZE
                pen.text(cell.mark, x + cell.mark_x, first, pen.book.face(), size, VERMILION_TEXT)
                pen.end()
            if cell.cell.trend is not None:
                pen.begin_artifact()
                sketch = draw_sparkline(cell.cell.trend, cell.trend_width, row.height - 3.2)
                draw_sketch(pen, sketch, x + cell.x, top - row.height + 1.6)
                pen.end()
