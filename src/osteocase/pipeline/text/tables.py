"""Tables in plain text: rows of cells split by tabs, pipes or runs of spaces, with what stands in each column.

A table is found by its shape alone; what a row means is for the components that read it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge

__all__ = ["Cell", "Row", "Table", "find_tables", "is_group_title", "row_style"]


class Cell(NamedTuple):
    """One cell: its words and where they stand."""

    start: int
    end: int
    text: str


class Row(NamedTuple):
    """One line of a table, its cells placed under the columns of the table; a blank cell is empty text."""

    start: int
    end: int
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Rows that belong together; ``head`` is the index of the first row of cells that are headings, or -1."""

    start: int
    end: int
    rows: tuple[Row, ...]
    style: str
    """``tab``, ``pipe``, ``semicolon`` or ``aligned``."""


_STYLES = ("tab", "pipe", "semicolon", "aligned")
_RULE = re.compile(r"^[\s|:+=_\-–—─═┼┬┴│┌┐└┘├┤]+$")
_GAP = re.compile(r" {2,}|\t+|\u00a0{2,}")
_LEADERS = re.compile(r" ?\.{3,} ?")
"""``Calcium ......... 10.9``: the dots lead the eye over a gap."""
_BULLET = re.compile(r"^[ \t]*(?:[*+\u2022\u00b7\u2023\u25aa\u25e6\u2013-]|\d{1,2}[.)])[ \t]+(?=\S)")
"""The mark of a list and the gap behind it, which makes no column: ``*   Calcium: 9.1``."""
_SEGMENT = re.compile(r"^(?:OBX\|\d*\|(?:TX|FT|ST)\|[^|]*\|[^|]*\||NTE\|\d*\|[^|]*\|)(?=[^|]*$)")
"""What stands before a line of running text in an HL7 message: the line is read as if it stood alone."""
_SEMICOLONS = re.compile(r"^(?:[^;]{0,40};(?=\S)){3,}[^;]{0,40};?$")
"""A line of a file whose values semicolons part, as where the comma is the decimal mark."""


def find_tables(text: str, knowledge: Knowledge) -> list[Table]:
    """Tables of at least two rows, in order, none overlapping."""
    tables: list[Table] = []
    block: list[tuple[int, str, str]] = []
    over: tuple[int, str, str] | None = None
    offset = 0
    gap = False
    for written in text.split("\n"):
        line = _LEADERS.sub(_as_gap, written) if "..." in written else written
        segment = _SEGMENT.match(line) if line.startswith(("OBX|", "NTE|")) else None
        lead = segment.end() if segment is not None else 0
        offset, line = offset + lead, line[lead:]
        line = _BULLET.sub(_as_gap, line)
        line = line.replace(";", "|") if _SEMICOLONS.match(line) else line
        style = row_style(line)
        rule = bool(block) and bool(line.strip()) and _RULE.match(line) is not None
        if block and not line.strip() and not gap:
            gap = True
        elif gap and not _goes_on(line, style, rule=rule, block=block):
            _close(block, tables)
            block = [(offset, line, style)] if style is not None else []
            over = (offset, line, "label") if is_group_title(line) else None
            gap = False
        elif style is None and not rule and not _single_cell_row(line, block):
            _close(block, tables)
            block = []
            over = (offset, line, "label") if is_group_title(line) else None
            gap = False
        else:
            if not block and over is not None:
                block.append(over)
            block.append((offset, line, style or ("rule" if rule else "label")))
            gap = False
        offset += len(line) + 1
    _close(block, tables)
    return tables


def _as_gap(match: re.Match[str]) -> str:
    return " " * len(match.group())


def row_style(line: str) -> str | None:
    """How the columns of a line are parted: ``tab``, ``pipe``, ``semicolon`` or ``aligned``; None where it has none."""
    stripped = line.strip()
    if not stripped or _RULE.match(line):
        return None
    if stripped.count("|") >= 2 or (stripped.count("|") == 1 and len(stripped) < 120 and " | " in stripped):
        return "pipe"
    if "\t" in stripped:
        return "tab"
    if stripped.count(";") >= 3 and "; " not in stripped:
        return "semicolon"
    cells = _GAP.split(stripped)
    if len(cells) >= 2 and not _is_prose(stripped):
        return "aligned"
    return None


def _is_prose(line: str) -> bool:
    """Dictated text has two spaces after a full stop, and recognised text between all words; neither is a column."""
    if line.endswith(".") and not re.search(r"\d", line):
        return True
    without = re.sub(r"[.:;?!,][\"')]?\s{2,}", ". ", line)
    return len(_GAP.split(without.strip())) < 2


def _single_cell_row(line: str, block: list[tuple[int, str, str]]) -> bool:
    """A short line without columns between rows: a group title such as ``Lumbar spine``, or a wrapped cell."""
    stripped = line.strip()
    return bool(block) and 0 < len(stripped) <= 40 and not stripped.endswith((".", ":", ";")) and "  " not in stripped


def _goes_on(line: str, style: str | None, *, rule: bool, block: list[tuple[int, str, str]]) -> bool:
    """Whether a table goes on after one blank line: with a group title in capitals, a rule, or a row of values like
    those above it; a row of words is the head of another table."""
    if rule or (is_group_title(line) and line.strip().isupper()):
        return True
    styles = [kind for _, _, kind in block if kind in _STYLES]
    return (
        style is not None and styles[-1:] == [style] and block[-1][2] == style and len(styles) > 2 and _has_value(line)
    )


def _has_value(line: str) -> bool:
    has_year = re.search(r"\b(?:19|20)\d{2}\b", line) is not None
    return not has_year and re.search(r"(?:^|\s)[<>≤≥]?\d+(?:[.,]\d+)?(?:\s|$)", line) is not None


def is_group_title(line: str) -> bool:
    """A line of a few words right over the first row: the group of the rows, such as ``Lumbar spine, L1-L4``."""
    words = re.sub(r"L[1-5]\s*[-–—]\s*L?[1-5]", "", line).split()
    return 0 < len(words) <= 4 and not re.search(r"[\d:.;]", "".join(words))


def _close(block: list[tuple[int, str, str]], tables: list[Table]) -> None:
    while block and block[-1][2] in {"rule", "label"}:
        block.pop()
    columns = [item for item in block if item[2] in _STYLES]
    if len(columns) < 2:
        return
    styles = [item[2] for item in columns]
    style = max(_STYLES, key=styles.count)
    if style == "pipe" and _parts_tables(columns):
        # One bar parts two tables that stand side by side; their own columns are parted by spaces.
        block = [(offset, line.replace("|", " "), kind) for offset, line, kind in block]
        style = "aligned"
    rows = [_row(offset, line, style) for offset, line, kind in block if kind != "rule"]
    if style == "aligned":
        rows = _align(rows)
    tables.append(Table(rows[0].start, rows[-1].end, tuple(rows), style))


def _parts_tables(columns: list[tuple[int, str, str]]) -> bool:
    """Whether the bars of most rows stand between columns of spaces: ``Calcium   9.2  | Haemoglobin   12.1``."""
    told = [line for _, line, kind in columns if kind == "pipe"]
    parted = [
        line for line in told if line.count("|") == 1 and all(_GAP.search(half.strip()) for half in line.split("|"))
    ]
    return len(parted) >= 2 and len(parted) * 2 > len(told)


def _row(offset: int, line: str, style: str) -> Row:
    cells: list[Cell] = []
    if style == "pipe":
        body_start, body_end = 0, len(line)
        if line.strip().startswith("|") and line.index("|") < 4:
            body_start = line.index("|") + 1
        if line.rstrip().endswith("|"):
            body_end = len(line.rstrip()) - 1
        position = body_start
        for piece in line[body_start:body_end].split("|"):
            cells.append(_cell(offset + position, piece))
            position += len(piece) + 1
    elif style in {"tab", "semicolon"}:
        position = 0
        for piece in line.split("\t" if style == "tab" else ";"):
            cells.append(_cell(offset + position, piece))
            position += len(piece) + 1
    else:
        for match in re.finditer(r"\S+(?:[ \u00a0]\S+)*", line):
            cells.append(Cell(offset + match.start(), offset + match.end(), match.group()))
    return Row(offset, offset + len(line), tuple(cells))


def _cell(start: int, piece: str) -> Cell:
    lead = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    return Cell(start + lead, start + lead + len(stripped), stripped)


MOST_COLUMNS = 120
"""Columns that a table may have; a line with more is no table that a clinician wrote."""


def _align(rows: list[Row]) -> list[Row]:
    """Put the cells of space-aligned rows under common columns by where they overlap.

    The fullest rows give the columns; a cell of words that stretches over several of them, as heads do, stands in each.
    """
    spans = [[(cell.start - row.start, cell.end - row.start) for cell in row.cells] for row in rows]
    columns = _columns(spans)
    if len(columns) > MOST_COLUMNS:
        return rows
    rows = [_parted(row, columns) for row in rows]
    spans = [[(cell.start - row.start, cell.end - row.start) for cell in row.cells] for row in rows]
    return [_placed(row, row_spans, columns) for row, row_spans in zip(rows, spans, strict=True)]


def _parted(row: Row, columns: list[tuple[int, int]]) -> Row:
    """A label that is so long that one space parts it from the number in the next column: ``iPTH pmol/L 88``."""
    if not row.cells:
        return row
    first, rest = row.cells[0], row.cells[1:]
    edge = next((left for left, _ in columns[1:2] if first.start - row.start < left < first.end - row.start), None)
    if edge is None:
        return row
    place = row.start + edge - first.start
    if first.text[place - 1 : place] != " " or not re.fullmatch(r"[<>]?\d[\d.,]*[ HL*]*", first.text[place:]):
        return row
    label = first.text[: place - 1].rstrip()
    cells = (
        Cell(first.start, first.start + len(label), label),
        Cell(first.start + place, first.end, first.text[place:]),
    )
    return row._replace(cells=(*cells, *rest))


def _placed(row: Row, spans: list[tuple[int, int]], columns: list[tuple[int, int]]) -> Row:
    cells = [Cell(row.end, row.end, "")] * len(columns)
    used = -1
    for cell, (left, right) in zip(row.cells, spans, strict=True):
        free = range(used + 1, len(columns))
        over = [index for index in free if min(right, columns[index][1]) > max(left, columns[index][0])]
        if not over and used == 0 and len(columns) > 2 and left < columns[0][1] and not re.search(r"\d", cell.text):
            cells[used] = _joined(cells[used], cell)  # "Ca  mmol/L" above "PTH pmol/L"
            continue
        if not over:
            nearest = min(free, key=lambda index: _distance(columns[index], left, right), default=None)
            if nearest is None:
                return row
            over = [nearest]
        if re.search(r"\d", cell.text) or len(over) == 1:
            over = [max(over, key=lambda index: min(right, columns[index][1]) - max(left, columns[index][0]))]
        for index in over:
            cells[index] = cell
        used = over[-1]
    return row._replace(cells=tuple(cells))


def _joined(first: Cell, second: Cell) -> Cell:
    """Two pieces of one cell, with the gap between them kept for the positions in the text."""
    return Cell(first.start, second.end, f"{first.text}{' ' * (second.start - first.end)}{second.text}")


def _distance(column: tuple[int, int], left: int, right: int) -> int:
    return abs((column[0] + column[1]) - (left + right))


def _columns(spans: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Columns from the rows with the most cells that at least two rows have; where those disagree, from all rows."""
    counts = [len(row) for row in spans if len(row) >= 2]
    if not counts:
        return [span for row in spans for span in row][:1]
    shared = [count for count in set(counts) if counts.count(count) >= 2]
    fullest = max(shared) if shared else max(counts)
    chosen = [row for row in spans if len(row) == fullest]
    columns = [(min(row[index][0] for row in chosen), max(row[index][1] for row in chosen)) for index in range(fullest)]
    if all(left[1] <= right[0] for left, right in pairwise(columns)):
        return columns
    return _covered([row for row in spans if len(row) >= 2])


def _covered(rows: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Columns as the stretches that are left after cutting the line wherever most rows have a gap."""
    width = max(right for row in rows for _, right in row)
    cover = [0] * (width + 1)
    for row in rows:
        for left, right in row:
            for position in range(left, right):
                cover[position] += 1
    threshold = max(1, len(rows) // 4)
    columns: list[tuple[int, int]] = []
    start = None
    for position in range(width + 1):
        filled = cover[position] >= threshold
        if filled and start is None:
            start = position
        elif not filled and start is not None:
            columns.append((start, position))
            start = None
    return columns
