"""Widths of a table's columns: from the contents, in the largest type that fits, else in panels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from osteocase.report.document import Cell, Column, Row, Run, Table
from osteocase.report.pdf.fonts import FontBook, printable
from osteocase.report.pdf.look import SMALL_TABLE, TABLE_NARROW, Style
from osteocase.report.pdf.typeset import Units

__all__ = ["MARKS", "MARK_GAP", "MARK_SIZE", "MeasuredCell", "Measures", "NumberSlots", "Panel", "plan_table"]

GAP = 7.0
"""Space between two columns, points."""
AFTER_NUMBERS = 6.0
"""Further space between a column of numbers, which ends at its right, and one of text, which begins at its left."""
TREND_WIDTH = 58.0
LONGEST_WORD = 120.0
"""A longer word may be broken before it makes its column wider."""
MARKS = {"low": "▼", "high": "▲"}
MARK_SIZE = 0.8
MARK_GAP = 2.0

_DECIMAL = re.compile(r"^[<>≤≥+−]*\s?\d+(?P<fraction>\.\d+)?(?P<rest>[^/\w]*)$")


@dataclass(frozen=True, slots=True)
class MeasuredCell:
    """A cell with its text measured; for a plain number the widths before and from the decimal point on."""

    cell: Cell
    units: Units
    mark: str | None
    before: float | None = None
    beyond: float = 0.0


@dataclass(frozen=True, slots=True)
class NumberSlots:
    """Widths in a column of numbers: before and from the decimal point on, and for the flags."""

    before: float
    beyond: float
    mark: float


class Measures:
    """All cells of a table measured in one style."""

    def __init__(self, table: Table, style: Style, book: FontBook, anchors: frozenset[str]) -> None:
        self.style = style
        self.book = book
        self.anchors = anchors
        self._mark = book.width(MARKS["high"], style.size * MARK_SIZE) + MARK_GAP
        self.heads = [self._head(column) for column in table.columns]
        self.rows = [
            [self._cell(cell, row, column) for cell, column in zip(row.cells, table.columns, strict=False)]
            for row in table.rows
        ]
        values = [cells for cells, row in zip(self.rows, table.rows, strict=True) if row.kind == "values"]
        self.natural: list[float] = []
        self.least: list[float] = []
        self.slots: list[NumberSlots | None] = []
        for place, column in enumerate(table.columns):
            self._column(column, [cells[place] for cells in values], self.heads[place])

    def _head(self, column: Column) -> tuple[Units, Units | None]:
        title = Units((Run(column.title),), replace(self.style, bold=True), self.book)
        return title, Units((Run(column.unit, tone="quiet"),), self.style, self.book) if column.unit else None

    def _cell(self, cell: Cell, row: Row, column: Column) -> MeasuredCell:
        mark = MARKS.get(cell.flag or "")
        text = cell.text
        if mark or row.tone != "plain" or cell.target is not None or row.kind == "group":
            text = tuple(
                replace(
                    run,
                    bold=run.bold or mark is not None or row.kind == "group",
                    tone=row.tone if run.tone == "plain" else run.tone,
                    target=run.target or cell.target,
                    link_ink=run.target is not None,
                )
                for run in text
            )
        units = Units(text, self.style, self.book, self.anchors)
        if column.kind != "number":
            return MeasuredCell(cell, units, mark)
        plain = printable(cell.plain)
        match = _DECIMAL.match(plain)
        if match is None:
            return MeasuredCell(cell, units, mark)
        cut = match.start("fraction") if match.group("fraction") else match.start("rest")
        bold = any(run.bold for run in text)
        before = self.book.width(plain[:cut], self.style.size, bold=bold)
        return MeasuredCell(cell, units, mark, before, units.natural - before)

    def _column(self, column: Column, cells: Sequence[MeasuredCell], head: tuple[Units, Units | None]) -> None:
        title, unit = head
        head_natural = max(title.natural, unit.natural if unit else 0.0)
        head_least = max(title.longest, unit.natural if unit else 0.0)
        if column.kind == "trend":
            self._keep(max(TREND_WIDTH, head_least), max(TREND_WIDTH, head_least), None)
            return
        if column.kind in ("text", "page"):
            natural = max((cell.units.natural for cell in cells), default=0.0)
            longest = max((cell.units.longest for cell in cells), default=0.0)
            self._keep(max(natural, head_least), max(min(longest, LONGEST_WORD), head_least), None)
            return
        mark = self._mark if any(cell.mark for cell in cells) else 0.0
        slots = NumberSlots(
            max((cell.before for cell in cells if cell.before is not None), default=0.0),
            max((cell.beyond for cell in cells if cell.before is not None), default=0.0),
            mark,
        )
        words = max((min(cell.units.longest, LONGEST_WORD) for cell in cells if cell.before is None), default=0.0)
        width = max(slots.before + slots.beyond, words, head_least) + mark
        self._keep(max(width, head_natural + mark), width, slots)

    def _keep(self, natural: float, least: float, slots: NumberSlots | None) -> None:
        self.natural.append(natural)
        self.least.append(least)
        self.slots.append(slots)

    def fit(self, columns: Sequence[Column], places: Sequence[int], width: float) -> list[float] | None:
        """Widths of the columns at these places that fill the width; None where not even the least fit."""
        room = width - sum(gaps(columns, places))
        least = [self.least[place] for place in places]
        if sum(least) > room + 0.01:
            return None
        natural = [self.natural[place] for place in places]
        if sum(natural) <= room:
            spare = room - sum(natural)
            shares = [columns[place].weight if columns[place].kind == "text" else 0.5 for place in places]
            total = sum(shares)
            return [wide + spare * share / total for wide, share in zip(natural, shares, strict=True)]
        # heads of numbers wrap before words of the rows do
        wrapped = [
            natural[index] if columns[place].kind == "text" else least[index] for index, place in enumerate(places)
        ]
        if sum(wrapped) <= room:
            wanted = [wide - narrow for wide, narrow in zip(natural, wrapped, strict=True)]
            part = min(1.0, (room - sum(wrapped)) / (sum(wanted) or 1.0))
            return [narrow + part * more for narrow, more in zip(wrapped, wanted, strict=True)]
        kinds = [columns[place].kind for place in places]
        kept = [wide if kind != "text" else small for wide, small, kind in zip(natural, least, kinds, strict=True)]
        weights = [columns[place].weight for place in places]
        return _shared(room, natural, kept if sum(kept) <= room else least, weights)


def _shared(room: float, natural: list[float], least: list[float], weights: list[int]) -> list[float]:
    """The room dealt out: narrow columns get what they want, the wide ones share the rest by weight."""
    widths = list(least)
    open_places = set(range(len(natural)))
    while open_places:
        rest = room - sum(widths[place] for place in range(len(widths)) if place not in open_places)
        total = sum(weights[place] for place in open_places)
        shares = {place: rest * weights[place] / total for place in open_places}
        modest = [place for place in open_places if natural[place] <= shares[place]]
        stiff = [place for place in open_places if least[place] >= shares[place]]
        if not modest and not stiff:
            for place in open_places:
                widths[place] = shares[place]
            break
        for place in stiff or modest:
            widths[place] = least[place] if stiff else natural[place]
            open_places.discard(place)
    spare = room - sum(widths)
    total = sum(weights)
    return [wide + spare * weight / total for wide, weight in zip(widths, weights, strict=True)]


def gaps(columns: Sequence[Column], places: Sequence[int]) -> list[float]:
    """Space between each two neighbours of the columns at these places."""
    return [
        GAP + (AFTER_NUMBERS if columns[left].kind == "number" and columns[right].kind != "number" else 0.0)
        for left, right in pairwise(places)
    ]


@dataclass(frozen=True, slots=True)
class Panel:
    """Which columns of a table stand side by side, where and how wide, and the measured cells."""

    measures: Measures
    places: list[int]
    widths: list[float]
    xs: list[float]


def plan_table(table: Table, width: float, book: FontBook, anchors: frozenset[str]) -> list[Panel]:
    """One panel in the largest type that fits, or several where the columns do not fit even in the smallest."""
    styles = (SMALL_TABLE, *TABLE_NARROW[2:]) if table.small else TABLE_NARROW
    places = list(range(len(table.columns)))
    for style in styles:
        measures = Measures(table, style, book, anchors)
        widths = measures.fit(table.columns, places, width)
        if widths is not None:
            return [_panel(measures, table.columns, places, widths)]
    measures = Measures(table, styles[1], book, anchors)
    panels = []
    for places in _dealt(table, measures, width):
        widths = measures.fit(table.columns, places, width)
        if widths is None:
            widths = [(width - sum(gaps(table.columns, places))) / len(places)] * len(places)
        panels.append(_panel(measures, table.columns, places, widths))
    return panels


def _panel(measures: Measures, columns: Sequence[Column], places: list[int], widths: list[float]) -> Panel:
    xs = [0.0]
    for wide, gap in zip(widths, gaps(columns, places), strict=False):
        xs.append(xs[-1] + wide + gap)
    return Panel(measures, places, widths, xs)


def _dealt(table: Table, measures: Measures, width: float) -> list[list[int]]:
    """Columns dealt out to panels as evenly as they go; the columns of words at the left come with each panel."""
    key = []
    for place, column in enumerate(table.columns):
        if column.kind != "text":
            break
        key.append(place)
    key = key or [0]
    rest = [place for place in range(len(table.columns)) if place not in key]
    if not rest:
        return [key]
    room = width - sum(measures.least[place] + GAP for place in key)
    wide = sum(measures.least[place] + GAP + AFTER_NUMBERS / 2 for place in rest)
    count = min(len(rest), max(2, -int(-wide // max(room, 40.0))))
    size = -(-len(rest) // count)
    return [[*key, *rest[begin : begin + size]] for begin in range(0, len(rest), size)]
