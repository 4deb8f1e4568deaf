"""Rows of laboratory tables before they are read: cells that name a role, rows that are sentences, wrapped names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.tableheads import Head, cell_time
from osteocase.pipeline.tables import Cell, Row, Table
from osteocase.pipeline.times import TimeMention

__all__ = ["NameIndex", "Wrapped", "is_statement", "row_time", "statement_rows", "without_tags"]

_TAG = re.compile(r"(?P<tag>[A-Za-z][A-Za-z. ]{1,23}?)\s*:\s*(?=\S)")
_MORE_OF_NAME = re.compile(r"\(|(?i:serum|plasma|intact|total|urine|whole blood|by|level)\b|[a-z]")
_BARE_INTERVAL = re.compile(r"[<>]?\s?\d+(?:[.,]\d+)*\s*[-–]\s*\d+(?:[.,]\d+)*\D{0,14}")


class NameIndex:
    """Names of a table, found by the cell in which they end."""

    def __init__(self, names: Sequence[Mention]) -> None:
        self.names = sorted(names, key=lambda name: name.end)
        self._ends = [name.end for name in self.names]

    def within(self, start: int, end: int) -> list[Mention]:
        """The names that end after ``start`` and not after ``end``, in order."""
        return self.names[bisect_right(self._ends, start) : bisect_right(self._ends, end)]


def without_tags(scan: Scan, row: Row, head: Head) -> tuple[Row, Head]:
    """A row whose cells name their own roles (``Test: PTH  Result: 77  Units: pg/mL``) and what they say of columns."""
    words = scan.knowledge.groups.get("table_header", {})
    cells, roles = list(row.cells), dict(head.roles)
    tagged = 0
    for index, cell in enumerate(row.cells):
        match = _TAG.match(cell.text)
        role = words.get(" ".join(normal_words(match["tag"]))) if match is not None else None
        if match is not None and role is not None:
            cells[index] = Cell(cell.start + match.end(), cell.end, cell.text[match.end() :])
            roles[index] = role
            tagged += 1
    if tagged < 2:
        return row, head
    return row._replace(cells=tuple(cells)), replace(head, roles=roles)


def row_time(scan: Scan, row: Row, head: Head) -> TimeMention | None:
    """The date that stands in a cell of its own in a row: ``WBC  6.1  06/12/2020``."""
    if head.times:
        return None
    for index, cell in enumerate(row.cells):
        if index == 0 or not cell.text or head.roles.get(index) not in {None, "time"}:
            continue
        time = cell_time(scan, cell)
        if time is not None and time.kind == "date" and time.end - time.start >= len(cell.text) - 2:
            return time
    return None


def statement_rows(scan: Scan, table: Table, head: Head, names: NameIndex) -> list[Row]:
    """The rows that are no rows but sentences with wide gaps: ``Ca 2.38   PO4 0.88   TSH N``."""
    if head.row >= 0:
        return []
    return [row for row in table.rows if is_statement(scan, row, names)]


def is_statement(scan: Scan, row: Row, names: NameIndex) -> bool:
    """Whether every cell of a row, two at least, is a name with its result, and none a mere interval."""
    cells = [cell for cell in row.cells if cell.text]
    told = 0
    for cell in cells:
        if _BARE_INTERVAL.fullmatch(cell.text) is not None:
            return False
        inside = [name for name in names.within(cell.start, cell.end) if name.start - cell.start <= 2]
        if inside and _has_result(scan, inside[0], cell):
            told += 1
    return told >= 2 and told * 2 >= len(cells)


def _has_result(scan: Scan, name: Mention, cell: Cell) -> bool:
    after = scan.text[name.end : cell.end]
    if re.match(r"[\s:=]*[<>≤≥]?\s?\d", after) is not None:
        return True
    words = scan.words_in(name.end, cell.end, "result")
    return bool(words) and scan.text[name.end : words[0].start].strip(" :=") == ""


class Wrapped:
    """A name that stands alone in its row and belongs to the rows under it: a long one, or the title of a course."""

    def __init__(self) -> None:
        self.name: Mention | None = None
        self.label: Cell | None = None
        self._rows = 0
        self._is_title = False

    def take(self, row: Row, inside: list[Mention]) -> bool:
        """Keep the name of a row that holds nothing else; True where the row is such a one."""
        filled = [cell for cell in row.cells if cell.text]
        if len(filled) == 1 and inside and inside[0].start - filled[0].start <= 3:
            after = filled[0].text[inside[0].end - filled[0].start :]
            if re.search(r"\d\s*$|:\s*\S", after) is None:
                self.name, self.label, self._rows, self._is_title = inside[0], filled[0], 0, False
                return True
        return False

    def _goes_on(self, first: Cell) -> bool:
        """Whether the first cell goes on with a wrapped label: ``25-Hydroxy Vitamin D,`` over ``Serum (CLIA)``."""
        is_open = self.label is not None and self.label.text.endswith((",", "(", "/", "-"))
        return not first.text or is_open or _MORE_OF_NAME.match(first.text) is not None

    def take_title(self, scan: Scan, table: Table, names: Sequence[Mention]) -> None:
        """Keep the name that stands alone in the line right above the table."""
        start = scan.text.rfind("\n", 0, max(0, table.start - 1)) + 1
        line = scan.text[start : table.start].rstrip("\n")
        title = Cell(start, start + len(line.rstrip(" :")), line.rstrip(" :"))
        if len(line) <= 48 and "\n" not in line:
            self._is_title = self.take(Row(start, title.end, (title,)), [name for name in names if start <= name.start])

    def lend(self, scan: Scan, row: Row) -> tuple[Mention, TimeMention | None] | None:
        """The kept name for a row without one: with the time that its first cell tells, or once for a wrapped label."""
        if self.name is None or not row.cells:
            return None
        time = cell_time(scan, row.cells[0]) if row.cells[0].text else None
        self._rows += 1
        if time is not None:
            return self.name, time
        if self._rows == 1 and not self._is_title and self._goes_on(row.cells[0]):
            return self.name, None
        self.name = None
        return None
