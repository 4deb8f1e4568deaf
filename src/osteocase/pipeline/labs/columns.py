"""Rows of laboratory prints whose columns a copy has pulled apart.

A viewer's text has one space between cells, the days of the columns over several lines, or all cells of one column
before those of the next. What a number belongs to is then told by counting alone: as many values in a line as the head
has days, as many cells in a column as there are names. Where the counts differ nothing is bound.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.labs.rows import NameIndex
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.table_heads import Head
from osteocase.pipeline.text.tables import Cell, Row
from osteocase.pipeline.times.find import TimeMention

__all__ = ["ColumnRow", "copied_columns", "dated_rows"]

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):?[0-5]\d(?:\s?[ap]\.?m\.?|\s?h(?:rs?|ours?)?)?", re.IGNORECASE)
_VALUE = re.compile(r"[<>≤≥]?\d+(?:[.,]\d+)*[*†]?|[-–—]{1,3}")
_FLAG = re.compile(r"\(?(?:HH|LL|H|L|\*{1,2}|A)\)?")
_INTERVAL = re.compile(
    r"[(\[]?(?:[<>≤≥]\s?)?\d+(?:[.,]\d+)?(?:\s?[-–—]\s?\d+(?:[.,]\d+)?)[)\]]?|[(\[]?[<>≤≥]\s?\d+(?:[.,]\d+)?[)\]]?"
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?\s[-–—]\s\d+(?:[.,]\d+)?(?=\s)|\S+")
_QUALIFIER = re.compile(r"[A-Za-z(][A-Za-z(),/-]*")
_VALUE_LINE = re.compile(
    r"[<>≤≥]?\s?\d+(?:[.,]\d+)*\s?[*†]?(?:\s?(?P<unit>[A-Za-zµμ%][^\s\d]{0,9}(?:/[\w.^µμ]{1,8})*))?(?:\s?\(?[HL]\)?)?"
)
_HEAD_WORDS = frozenset(
    {"latest", "most", "recent", "rng", "no", "sample", "specimen", "collected", "collection", "on"}
)
"""Words of heads beyond those that name a column."""
_MOST_ROWS = 200


class ColumnRow(NamedTuple):
    """A row with what its head says, and the stretch of the text that it was read from."""

    row: Row
    head: Head
    start: int
    end: int


@dataclass
class _Line:
    start: int
    end: int
    text: str


def _lines(scan: Scan) -> list[_Line]:
    """The lines that hold anything and stand in no table, without the white space at their ends."""
    found: list[_Line] = []
    offset = 0
    starts = scan.table_starts
    for written in scan.text.split("\n"):
        text = written.strip()
        start = offset + len(written) - len(written.lstrip())
        place = bisect_right(starts, start) - 1
        if text and not (place >= 0 and start < scan.tables[place].end):
            found.append(_Line(start, start + len(text), text))
        offset += len(written) + 1
    return found


def dated_rows(scan: Scan, names: NameIndex) -> list[ColumnRow]:
    """The rows under heads that name two days and more, or one beside the name of another column:
    ``Lab Units 05/06/23`` over ``CALCIUM mg/dL 10.9``."""
    lines = _lines(scan)
    found: list[ColumnRow] = []
    index = 0
    while index < len(lines):
        head = _dated_head(scan, lines, index)
        if head is None:
            index += 1
            continue
        is_sure = bool(_times_of(scan, lines[index])[1])
        times, index = head
        while index < len(lines):
            step = _dated_row(scan, names, lines, index, times)
            if step is None or not (is_sure or step[0] is None or step[0].head.times):
                break
            if step[0] is not None:
                found.append(step[0])
            index, is_sure = step[1], True
    return found


def _dated_head(scan: Scan, lines: list[_Line], index: int) -> tuple[list[TimeMention], int] | None:
    """The times of the columns under a head, and the index of the line behind it."""
    line = lines[index]
    times, rest = _times_of(scan, line)
    words = _head_words(scan)
    if not times or any(word not in words for word in rest):
        return None
    index += 1
    while index < len(lines):
        further, beside = _times_of(scan, lines[index])
        if _CLOCK.fullmatch(lines[index].text) is not None:
            index += 1
        elif further and not beside and all(time.kind == "date" for time in further):
            times, index = [*times, *further], index + 1
        else:
            break
    return (times, index) if len(times) > 1 or rest else None


def _times_of(scan: Scan, line: _Line) -> tuple[list[TimeMention], list[str]]:
    """The times in a line, and the words beside them."""
    times = [
        time
        for time in scan.times_in(line.start, line.end)
        if line.start <= time.start < line.end and time.kind in {"date", "relative", "label"}
        if scan.text[time.start : time.end].lower() not in _HEAD_WORDS
    ]
    rest, left = "", line.start
    for time in times:
        rest += scan.text[left : time.start] + " "
        left = max(left, time.end)
    rest += scan.text[left : line.end] if left < line.end else ""
    words = [word for word in rest.split() if _CLOCK.fullmatch(word) is None]
    return times, [word.strip(" .,:()|").lower() for word in words if word.strip(" .,:()|-–—")]


def _head_words(scan: Scan) -> set[str]:
    return {word for term in scan.knowledge.groups.get("table_header", {}) for word in term.split()} | _HEAD_WORDS


def _dated_row(
    scan: Scan, names: NameIndex, lines: list[_Line], index: int, times: list[TimeMention]
) -> tuple[ColumnRow | None, int] | None:
    """The row that starts in a line, and the index of the line behind it; without a row where its name is unknown."""
    line = lines[index]
    name = _opening_name(names, line)
    if name is None:
        tail = line.text.split()[-len(times) :]
        is_row = len(line.text.split()) > len(times) and all(_VALUE.fullmatch(word) for word in tail)
        return (None, index + 1) if is_row and line.text[:1].isalpha() else None
    end = index + 1
    while end < len(lines) and not re.search(r"\d", scan.text[name.end : lines[end - 1].end]) and end - index < 4:
        # A long name is wrapped, its unit and values stand in a line of their own.
        if end - index > 1 and re.search(r"\d", lines[end - 1].text):
            break
        end += 1
    read = _cells(scan, name, lines[end - 1].end, len(times))
    if read is None:
        return None
    cells, roles, values = read
    whole = len(values) == len(times)
    head = Head(row=-1, roles=roles, times=dict(zip(values, times, strict=True)) if whole else {})
    row = Row(line.start, lines[end - 1].end, tuple(cells))
    return ColumnRow(row, head, line.start, row.end), end


def _opening_name(names: NameIndex, line: _Line) -> Mention | None:
    """The name that a line opens with; it may go on in the next line."""
    return next(
        (name for name in names.names if line.start <= name.start <= line.start + 3 and name.start < line.end), None
    )


def _cells(scan: Scan, name: Mention, end: int, count: int) -> tuple[list[Cell], dict[int, str], list[int]] | None:
    """The cells of a row behind its name: qualifiers, a unit, an interval, at most ``count`` values, and again a unit
    or an interval. None where anything else stands there or there are more values."""
    cells = [Cell(name.start, name.end, scan.text[name.start : name.end])]
    roles: dict[int, str] = {}
    values: list[int] = []
    closed = False
    for match in _TOKEN.finditer(scan.text[name.end : end]):
        word = match.group()
        cell = Cell(name.end + match.start(), name.end + match.end(), word)
        if _VALUE.fullmatch(word) is not None and not closed:
            roles[len(cells)] = "time" if count else "result"
            values.append(len(cells))
            cells.append(cell)
        elif values and _FLAG.fullmatch(word) is not None:
            continue
        elif _is_unit(scan, word) and "unit" not in roles.values():
            roles[len(cells)], closed = "unit", bool(values)
            cells.append(cell)
        elif _INTERVAL.fullmatch(word) is not None and "range" not in roles.values():
            roles[len(cells)], closed = "range", bool(values)
            cells.append(cell)
        elif values or _QUALIFIER.fullmatch(word.strip(",:")) is None:
            return None
    if not values or len(values) > count:
        return None
    if len(values) < count:
        roles.update(dict.fromkeys(values, "result"))
    return cells, roles, values


def _is_unit(scan: Scan, word: str) -> bool:
    if re.search(r"[A-Za-zµμ%]", word) is None:
        return False
    return (
        scan.knowledge.unit_of(word) is not None
        or re.fullmatch(r"(?:x?10\S{1,4}|[A-Za-zµμ]{1,5})(?:/\S+){1,2}", word) is not None
    )


def copied_columns(scan: Scan, names: NameIndex) -> tuple[list[list[ColumnRow]], list[tuple[int, int]]]:
    """The rows of each print that was copied one column after the other, and the stretches that look like one but whose
    columns are not of one length."""
    lines = _lines(scan)
    found: list[list[ColumnRow]] = []
    aside: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        run: list[tuple[Mention, _Line]] = []
        while index + len(run) < len(lines) and (name := _whole_name(scan, names, lines[index + len(run)])) is not None:
            run.append((name, lines[index + len(run)]))
        if len(run) < 2:
            index += 1
            continue
        columns, end = _columns(scan, lines, index + len(run))
        values = [column for column in columns if column.role in {"result", "time"}]
        if values and all(len(column.lines) == len(run) for column in columns):
            found.append(_rows_of(run, columns))
        elif values:
            aside.append((lines[index].start, lines[end - 1].end))
        index = max(end, index + len(run))
    return found, aside


@dataclass
class _Column:
    role: str
    time: TimeMention | None
    lines: list[_Line]


def _whole_name(scan: Scan, names: NameIndex, line: _Line) -> Mention | None:
    """The name that a line holds with nothing but a word or two beside it."""
    name = _opening_name(names, line)
    if name is None or name.end > line.end:
        return None
    rest = scan.text[name.end : line.end]
    return name if not re.search(r"[\d:;.]", rest) and len(rest.split()) <= 2 else None


def _columns(scan: Scan, lines: list[_Line], index: int) -> tuple[list[_Column], int]:
    """The columns behind a column of names, each perhaps under a line that names it, and the index behind them."""
    words = scan.knowledge.groups.get("table_header", {})
    found: list[_Column] = []
    while index < len(lines):
        start = index
        role = words.get(" ".join(normal_words(lines[index].text)))
        times, beside = _times_of(scan, lines[index])
        time = times[0] if len(times) == 1 and not beside else None
        if role is not None or time is not None:
            index += 1
        kind = _kind(scan, lines[index]) if index < len(lines) else None
        is_named = role is not None or time is not None
        if kind is None or (role in {"unit", "range"} and kind != role):
            return found, start
        if not is_named and any(column.role == kind for column in found):
            return found, start
        cells: list[_Line] = []
        while index < len(lines) and _kind(scan, lines[index]) == kind:
            cells.append(lines[index])
            index += 1
        if kind == "result" and len(cells) == 1:
            return found, start
        found.append(_Column(role if role == "statistic" else kind, time, cells))
    return found, index


def _kind(scan: Scan, line: _Line) -> str | None:
    """What a line that holds one cell is: ``result``, ``unit`` or ``range``."""
    if _VALUE_LINE.fullmatch(line.text) is not None:
        return "result"
    if _INTERVAL.fullmatch(line.text.replace(" ", "")) is not None:
        return "range"
    return "unit" if " " not in line.text and _is_unit(scan, line.text) else None


def _rows_of(run: list[tuple[Mention, _Line]], columns: list[_Column]) -> list[ColumnRow]:
    rows: list[ColumnRow] = []
    last = max(line.end for column in columns for line in column.lines)
    for place, (name, line) in enumerate(run[:_MOST_ROWS]):
        cells = [Cell(line.start, line.end, line.text)]
        head = Head(row=-1)
        for number, column in enumerate(columns, start=1):
            cell = column.lines[place]
            cells.append(Cell(cell.start, cell.end, cell.text))
            head.roles[number] = column.role
            if column.time is not None:
                head.times[number] = column.time
        rows.append(ColumnRow(Row(name.start, last, tuple(cells)), head, run[0][1].start, last))
    return rows
