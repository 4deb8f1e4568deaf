"""Rows of laboratory tables before they are read: cells that name a role, rows that are sentences, wrapped names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.table_heads import Head, cell_time
from osteocase.pipeline.text.tables import Cell, Row, Table
from osteocase.pipeline.times.find import TimeMention

__all__ = [
    "NameIndex", "Wrapped", "as_message", "is_statement", "joined_rows", "row_time", "rows_of_lines", "rows_of_pair",
    "stacked_rows", "statement_rows", "without_tags",
]  # fmt: skip

_RESULT_LINE = re.compile(r"^[ \t]*(?:result|value|your value)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(r"(?P<tag>[A-Za-z][A-Za-z. ]{1,23}?)\s*:\s*(?=\S)")
_MORE_OF_NAME = re.compile(r"\(|(?i:serum|plasma|intact|total|urine|whole blood|by|level)\b|[a-z]")
_OWN_VALUE = re.compile(r"[\s=]*[<>]?\s?\d+(?:[.,]\d+)?\s?[A-Za-zµμ%]{1,6}(?:/|%|\s|$)")
"""``PTH 41 pg/mL``: a name with its own value lends its name to no row under it."""
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
    if not tagged or (tagged == 1 and "result" not in roles.values()):
        return row, head
    return row._replace(cells=tuple(cells)), replace(head, roles=roles)


_MESSAGE_FIELDS = {3: "test", 5: "result", 6: "unit", 7: "range", 8: "flag"}
"""Fields of an HL7 v2 observation segment (OBX) that a result is made of."""
_OBSERVED = 14
"""Field of the segment that holds when the observation was made."""
_STAMP = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d)?")


def as_message(row: Row, head: Head) -> tuple[Row, Head]:
    """An HL7 observation segment (``OBX|4|NM|2823-3^Potassium^LN||5.6|mmol/L|3.5-5.1|H``) with its fields in place."""
    if not row.cells or row.cells[0].text != "OBX" or len(row.cells) < 6:
        return row, head
    time = None
    if len(row.cells) > _OBSERVED and (stamp := _STAMP.match(row.cells[_OBSERVED].text)) is not None:
        cell = row.cells[_OBSERVED]
        time = TimeMention(cell.start, cell.end, "date", "-".join(stamp.group("y", "m", "d")), precision="day")
    places = [index for index in _MESSAGE_FIELDS if index < len(row.cells)]
    roles = {place: _MESSAGE_FIELDS[index] for place, index in enumerate(places)}
    return (
        row._replace(cells=tuple(row.cells[index] for index in places)),
        replace(head, roles=roles, times={}, shared_time=time or head.shared_time),
    )


def row_time(scan: Scan, row: Row, head: Head) -> TimeMention | None:
    """The date that stands in a cell of its own in a row: ``WBC  6.1  06/12/2020``."""
    if head.times:
        return None
    for index, cell in enumerate(row.cells):
        is_lead = index == 0 and head.roles.get(index) != "time"
        if is_lead or not cell.text or head.roles.get(index) not in {None, "time"}:
            continue
        time = cell_time(scan, cell)
        opens = time is not None and time.start - cell.start <= 1
        if (
            time is not None
            and opens
            and time.kind == "date"
            and _CLOCK.fullmatch(scan.text, time.end, cell.end) is not None
        ):
            return time
    return None


_CLOCK = re.compile(r"\S{0,2}|[ T,]{1,3}[0-2]?\d[:.h][0-5]\d(?:[:.][0-5]\d)?(?:\s?[AaPp]\.?[Mm]\.?|\s?h(?:rs)?)?")
"""Behind the day in a cell of its own: nothing, or the time of day."""


def statement_rows(scan: Scan, table: Table, head: Head, names: NameIndex) -> list[Row]:
    """The rows that are no rows but sentences with wide gaps: ``Ca 2.38   PO4 0.88   TSH N``."""
    return [row for row in table.rows[head.row + 1 :] if is_statement(scan, row, names)]


_TAGGED_LINE = re.compile(r"[ \t]*(?P<tag>[A-Za-z][A-Za-z. /&]{1,23}?)[ \t]*:[ \t]*(?P<rest>\S[^\n]*)")


def stacked_rows(scan: Scan, names: NameIndex) -> list[tuple[Row, Head]]:
    """Results printed with one field a line, as rows whose cells have their roles: ``Test: PTH``, ``Result: 74 pg/mL``,
    ``Reference: 15-65``, ``Flag: H``."""
    words = scan.knowledge.groups.get("table_header", {})
    found: list[tuple[Row, Head]] = []
    cells: list[Cell] = []
    roles: dict[int, str] = {}

    def close() -> None:
        if len(cells) > 1 and "result" in roles.values():
            found.append((Row(cells[0].start, cells[-1].end, tuple(cells)), Head(row=-1, roles=dict(roles))))
        cells.clear()
        roles.clear()

    offset = 0
    for line in scan.text.split("\n") if _RESULT_LINE.search(scan.text) is not None else ():
        match = _TAGGED_LINE.match(line)
        role = words.get(" ".join(normal_words(match["tag"]))) if match is not None else None
        if match is None or role is None:
            close()
            role, cell = (
                "test",
                Cell(offset + len(line) - len(line.lstrip()), offset + len(line.rstrip()), line.strip()),
            )
        else:
            cell = Cell(offset + match.start("rest"), offset + match.end("rest"), match["rest"].rstrip())
        offset += len(line) + 1
        if role == "test":
            close()
            inside = names.within(cell.start, cell.end)
            if not inside or inside[0].start > cell.start or re.search(r"\d", scan.text[inside[0].end : cell.end]):
                continue
        elif not cells or role in roles.values():
            continue
        roles[len(cells)] = role
        cells.append(cell)
    close()
    return found


def joined_rows(scan: Scan, rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Where the statements stand that rows make; a row that is set in goes on with the one right above it."""
    found: list[tuple[int, int]] = []
    for row in rows:
        is_set_in = scan.text[row.start : row.start + 1].isspace()
        if found and is_set_in and row.start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], row.end)
        else:
            found.append((row.start, row.end))
    return found


def is_statement(scan: Scan, row: Row, names: NameIndex) -> bool:
    """Whether most cells of a row, two at least, are a name with its result, and none a mere interval; or one cell
    tells several results: ``2023/05  ALP 340, P1NP 98``; or the row is a differential count."""
    cells = [cell for cell in row.cells if cell.text]
    told = 0
    if cells and cells[0].text == "OBX":
        return len(row.cells) > 3 and not row.cells[3].text
    for cell in cells:
        if _BARE_INTERVAL.fullmatch(cell.text) is not None:
            return False
        inside = names.within(cell.start, cell.end)
        results = [name for name in inside if _has_result(scan, name, cell)]
        if len(results) >= 2 and len(cells) <= 3:
            return True
        told += bool(results) and results[0] is inside[0] and inside[0].start - cell.start <= 2
    return (told >= 2 and told * 2 >= len(cells)) or _is_differential(scan, cells)


def _is_differential(scan: Scan, cells: Sequence[Cell]) -> bool:
    """``DLC   N 72 L 20 M 5 E 3``: letters of cells with their shares."""
    told = scan.words_in(cells[0].start, cells[0].end, "panel") if cells else []
    is_panel = bool(told) and scan.knowledge.words[told[0].id].value == "differential"
    return is_panel and re.search(r"[A-Za-z]", " ".join(cell.text for cell in cells[1:])) is not None


def _has_result(scan: Scan, name: Mention, cell: Cell) -> bool:
    after = scan.text[name.end : cell.end]
    if re.match(r"[\s:=]*[<>≤≥]?\s?\d", after) is not None:
        return True
    words = scan.words_in(name.end, cell.end, "result")
    return bool(words) and scan.text[name.end : words[0].start].strip(" :=") == ""


def rows_of_lines(scan: Scan, names: NameIndex) -> list[tuple[Row, Head]]:
    """Rows of a table that was copied with one cell a line: ``Test``, ``Reference interval``, ``Result`` over lines in
    this order again and again, of which the first is the name."""
    words = scan.knowledge.groups.get("table_header", {})
    cells, offset = list[Cell](), 0
    for line in scan.text.split("\n"):
        text = line.strip(" |\t")
        if text:
            start = offset + line.index(text)
            cells.append(Cell(start, start + len(text), text))
        offset += len(line) + 1
    roles = [words.get(" ".join(normal_words(cell.text))) if len(cell.text) < 40 else None for cell in cells]
    days = {place: time for place, cell in enumerate(cells) if (time := _day_alone(scan, cell)) is not None}
    roles = ["time" if place in days else role for place, role in enumerate(roles)]
    found: list[tuple[Row, Head]] = []
    index = 0
    while index < len(cells):
        width = next((step for step, role in enumerate(roles[index:]) if role is None), len(cells) - index)
        told = roles[index : index + width]
        if not 2 <= width <= 6 or told[0] != "test" or not {"result", "time"} & set(told):
            index += max(1, width)
            continue
        times = {place: days[index + place] for place in range(width) if index + place in days}
        index += width
        head = Head(row=-1, roles={place: role for place, role in enumerate(told) if role is not None}, times=times)
        while index + width <= len(cells) and _opens_with_name(cells[index], names):
            group = cells[index : index + width]
            found.append((Row(group[0].start, group[-1].end, tuple(group)), head))
            index += width
    return found


def _day_alone(scan: Scan, cell: Cell) -> TimeMention | None:
    """The day that a line holds alone."""
    if len(cell.text) > 20 or not re.search(r"\d", cell.text):
        return None
    time = cell_time(scan, cell)
    return time if time is not None and time.kind == "date" and (time.start, time.end) == cell[:2] else None


def _opens_with_name(cell: Cell, names: NameIndex) -> bool:
    inside = names.within(cell.start, cell.end)
    return bool(inside) and inside[0].start - cell.start <= 3 and re.search(r"\d\s*$", cell.text) is None


_PARTS = re.compile(r"\s*(?P<first>\d+(?:\.\d+)?)\s?(?P<flag>[HL*]?)\s?/\s?(?P<second>\d+(?:\.\d+)?)\s?[HL*]?\s*")


def rows_of_pair(scan: Scan, row: Row, names: NameIndex) -> list[Row]:
    """A row of two analytes with a slash between (``BUN/Cr   28/1.4   39/1.9``) as one row each; else the row."""
    label = next((cell for cell in row.cells[:1] if cell.text), None)
    inside = names.within(label.start, label.end) if label is not None else []
    if label is None or len(inside) < 2 or inside[0].start - label.start > 2:
        return [row]
    if scan.text[inside[0].end : inside[1].start].strip() != "/":
        return [row]
    parts = [_PARTS.fullmatch(cell.text) for cell in row.cells[1:]]
    if not any(parts) or any(
        part is None and re.search(r"\d", cell.text) for part, cell in zip(parts, row.cells[1:], strict=True)
    ):
        return [row]
    made = []
    for name, place in zip(inside[:2], ("first", "second"), strict=True):
        cells = [Cell(name.start, name.end, scan.text[name.start : name.end])]
        for part, cell in zip(parts, row.cells[1:], strict=True):
            start, end = (
                (cell.start + part.start(place), cell.start + part.end(place)) if part else (cell.start, cell.end)
            )
            cells.append(Cell(start, end, scan.text[start:end]))
        made.append(row._replace(cells=tuple(cells)))
    return made


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
            if re.search(r"\d\s*$|:\s*\S", after) is None and _OWN_VALUE.match(after) is None:
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
