"""The head of a table: which row it is, and what each column holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.table_corners import corner_day, has_one_result
from osteocase.pipeline.statements.time_links import heading_time
from osteocase.pipeline.text.tables import Cell, Row, Table
from osteocase.pipeline.times.find import TimeMention

__all__ = ["Head", "cell_time", "head_of", "is_of_others", "is_of_several"]


@dataclass
class Head:
    """What the head row of a table says of its columns."""

    row: int
    """Index of the head row; -1 where there is none."""
    roles: dict[int, str] = field(default_factory=dict)
    """Column to ``test``, ``result``, ``unit``, ``range``, ``flag``, ``time``, ``previous`` or ``statistic``."""
    times: dict[int, TimeMention] = field(default_factory=dict)
    """Column to the time that its values belong to."""
    analytes: dict[int, Mention] = field(default_factory=dict)
    """Column to the analyte that it holds, in tables with one line a time."""
    shared_time: TimeMention | None = None
    """Time of the whole table, from a heading over it."""
    unit_text: str | None = None
    """Unit that the head gives for all values."""


_LABS_OF = re.compile(r"(?:labs?|bloods?|results?)\s?[(:]", re.IGNORECASE)
"""``Labs (3/1/22 | 12/7/21)``: the first of the days stands behind the title."""
_MONTHS = re.compile(r"(?P<number>\d{1,3})\s*(?:mo|mos|mth|mths|m|months?|/12)\.?", re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,'’/-]*(?P<year>(?:19|20)?\d\d)"
    r"(?:\s*\([^()]{0,30}\))?",
    re.IGNORECASE,
)
_NUMBERED_MONTH = re.compile(r"(?P<number>0?[1-9]|1[0-2])/(?P<year>(?:19|20)?\d\d)(?:\s*\([^()]{0,30}\))?")
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LABEL = re.compile(
    r"(?:before|pre|post|initial|start|first visit|baseline|BL|pre-treatment|0(?![.,]\d)|adm|admission|admit|"
    r"latest|most recent|newest|"
    r"presentation|disch|dischg|d/c|discharge|day|d\d|pod|nadir|peak|after|today|now|"
    r"previous|last|yesterday|week|wk|month|visit|follow[ -]?up|f/u|"
    r"at|on|am|pm|diagnosis|current|recent|\d{1,2}/\d{1,2})\b[\w\s./#+-]{0,30}",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}")


def head_of(scan: Scan, table: Table) -> Head:
    """The head of a table: the first of its top rows that names columns; a head without a row when only the heading
    over the table gives a time."""
    shared = heading_time(scan, table.start) if table.start else None
    for index, row in enumerate(table.rows[:6]):
        day = corner_day(scan, row)
        head = _read_head(scan, index, _under_label(scan, table, index, row))
        if head is None and day is not None and has_one_result(scan, row):
            head = Head(row=index)
        if head is not None and head.analytes and _names_rows(scan, table.rows[index + 1 :]):
            continue
        if head is not None and head.times and _has_one_result(scan, index + 1, table.rows[index + 1 :][:1]):
            continue
        if head is not None:
            over = heading_time(scan, table.start) if index == 0 else _time_over(scan, table.rows[:index]) or shared
            head.shared_time = (day if set(head.times) <= {0} else None) or over
            _take_days_under(scan, table, head)
            return head
    return Head(row=-1, shared_time=shared)


def _take_days_under(scan: Scan, table: Table, head: Head) -> None:
    """``Result   Previous`` with a row of days under it: each day is that of the column that it stands under."""
    under = table.rows[head.row + 1].cells if head.row + 1 < len(table.rows) else ()
    named = [(column, cell) for column, cell in enumerate(under) if cell.text]
    if named and named[0][0] == 0 and not re.search(r"\d", named[0][1].text):
        named = named[1:]  # "Date"
    days = {column: cell_time(scan, cell) for column, cell in named}
    columns = [column for column, role in sorted(head.roles.items()) if role in {"result", "previous", "time"}]
    if not days or head.analytes or any(day is None or day.kind != "date" for day in days.values()):
        return
    if len(under) == len(table.rows[head.row].cells):
        told = dict(days)
    else:
        told = dict(zip(columns, days.values(), strict=True)) if len(days) == len(columns) else {}
    if told and set(told) <= set(columns):
        head.times |= {column: day for column, day in told.items() if day is not None}
        head.roles |= dict.fromkeys(told, "time")
        head.row += 1


def _has_one_result(scan: Scan, index: int, under: tuple[Row, ...]) -> bool:
    """Whether the row below is the head of one column of results, so that the days over it are those of the sheet:
    ``Drawn 2021-11-08   Printed 2021-11-09``."""
    head = _read_head(scan, index, under[0]) if under else None
    roles = list(head.roles.values()) if head is not None and not head.times else []
    return roles.count("result") == 1 and "previous" not in roles and bool({"unit", "range"} & set(roles))


def _under_label(scan: Scan, table: Table, index: int, row: Row) -> Row:
    """A head of times alone, without a cell over the labels of the rows, moved over the columns of the values."""
    told = [cell for place, cell in enumerate(row.cells) if cell.text and cell not in row.cells[:place]]
    width = max((sum(bool(cell.text) for cell in other.cells) for other in table.rows[index + 1 :]), default=0)
    if len(told) < 2 or len(told) != width - 1 or not row.cells[0].text:
        return row
    if any(cell_time(scan, cell) is None for cell in told):
        return row
    labels = [other.cells[0] for other in table.rows[index + 1 :] if other.cells and other.cells[0].text]
    if any(cell_time(scan, cell) is not None for cell in labels):
        return row
    return row._replace(cells=(Cell(row.start, row.start, ""), *told))


def _names_rows(scan: Scan, rows: tuple[Row, ...]) -> bool:
    """Whether the rows are named by analytes, so that a row above them with two names is one of results in words:
    ``Serum immunofixation   No monoclonal band``."""
    for row in rows[:3]:
        first = next((cell for cell in row.cells[:1] if cell.text), None)
        if first is None:
            continue
        names = scan.mentions_in(first.start, first.end, "analyte")
        if any(name.start - first.start <= 3 for name in names):
            return True
    return False


def _time_over(scan: Scan, rows: tuple[Row, ...]) -> TimeMention | None:
    """The date that the lines over the head give: when the sample was collected, else any."""
    times = [time for row in rows for time in scan.times_in(row.start, row.end) if time.kind == "date"]
    collected = [
        time
        for time in times
        if re.search(
            r"collect\w*[\s:]*$|drawn[\s:]*$|sampl\w*[\s:]*$",
            scan.text[max(0, time.start - 20) : time.start],
            re.IGNORECASE,
        )
    ]
    return next(iter(collected or times), None)


def _read_head(scan: Scan, index: int, row: Row) -> Head | None:
    head = Head(row=index)
    words = scan.knowledge.groups.get("table_header", {})
    in_months = any(re.search(r"\bmonths?\b", cell.text, re.IGNORECASE) for cell in row.cells[:1])
    for column, cell in enumerate(row.cells):
        if not cell.text:
            continue
        role = words.get(" ".join(normal_words(re.sub(r"\(.*?\)", "", cell.text))))
        if role is not None:
            head.roles[column] = role
        time = cell_time(scan, cell, bare_months=in_months)
        if time is not None and column == 0 and _LABS_OF.match(cell.text) is not None:
            head.times[0] = time
            head.roles[0] = "time"
            continue
        if time is not None and column > 0 and role in {None, "result", "previous"}:
            head.times[column] = time
            head.roles[column] = "time"
            continue
        if role is None:
            names = [
                mention
                for mention in scan.mentions_in(cell.start, cell.end, "analyte")
                if mention.start - cell.start <= 3
            ]
            if names and not re.search(r"\d\s*$", scan.text[names[0].end : cell.end]):
                head.analytes[column] = names[0]
    first = row.cells[0].text if row.cells else ""
    first_is_label = bool(first) and (head.roles.get(0) in {"test", "time"} or not re.search(r"\d", first))
    if len({name.start for name in head.analytes.values()}) >= 2 and not head.times and not _has_values(row, head):
        return head
    head.analytes = {}
    if len(head.times) >= 1 and (len(head.times) >= 2 or len(head.roles) >= 2) and (first_is_label or not first):
        return head
    if len(head.roles) >= 2 and set(head.roles.values()) & {"result", "unit", "range", "test"}:
        return head
    return None


def is_of_others(scan: Scan, row: Row) -> bool:
    """Whether a row is labelled as what others have: ``Mean``, ``SD``, ``Controls``."""
    words = scan.knowledge.groups.get("table_header", {})
    return bool(row.cells) and words.get(" ".join(normal_words(row.cells[0].text))) == "statistic"


def _has_values(row: Row, head: Head) -> bool:
    """Whether numbers stand between the names of a row: then it is a line of results, no head."""
    cells = [cell for column, cell in enumerate(row.cells) if column not in head.analytes]
    return any(re.match(r"[(<>≤≥:=\s]*\d+(?:[.,]\d+)*(?![\w,.])", cell.text) for cell in cells)


def cell_time(scan: Scan, cell: Cell, *, bare_months: bool = False) -> TimeMention | None:
    """The time that a head cell names: a time expression, ``6 mo``, or a bare number in a row headed ``months``."""
    times = [time for time in scan.times_in(cell.start, cell.end) if time.end <= cell.end]
    if times and (times[0].end - times[0].start) * 2 >= len(cell.text):
        return times[0]._replace(kind="relative" if times[0].kind == "duration" else times[0].kind)
    match = _MONTHS.fullmatch(cell.text) or (_BARE.fullmatch(cell.text) if bare_months else None)
    if match is not None:
        number = match.groupdict().get("number") or match.group()
        return TimeMention(cell.start, cell.end, "relative", value=number, unit="month", anchor="baseline")
    if re.fullmatch(r"(?:19|20)\d{2}", cell.text):
        return TimeMention(cell.start, cell.end, "date", cell.text, precision="year")
    if re.fullmatch(
        r"(?:d|m|w|wk|y|yr|v|day|visit|month|week|year)\s?\d{1,3}|\d{1,2}/(?:12|52|7)|\d{1,3}\s?(?:h|hrs?|hours?|mins?)",
        cell.text,
        re.IGNORECASE,
    ):
        return TimeMention(cell.start, cell.end, "label")
    month = _MONTH_AND_YEAR.fullmatch(cell.text) or _NUMBERED_MONTH.fullmatch(cell.text)
    if month is not None:
        return TimeMention(cell.start, cell.end, "date", _month_date(month), precision="month")
    if (
        re.match(r"(?:before|pre|initial|start|first visit|baseline|0(?!\w|[.,]\d))", cell.text, re.IGNORECASE)
        and len(cell.text) < 40
    ):
        if _before_something_else(scan, cell):
            return TimeMention(cell.start, cell.end, "label")
        return TimeMention(cell.start, cell.end, "label", value="0", unit="month", anchor="baseline")
    if _LABEL.fullmatch(cell.text) is not None:
        return TimeMention(cell.start, cell.end, "label")
    return times[0] if times else None


_BEFORE_ELSE = re.compile(
    r"(?:before|pre)[\s-]*(?:the\s+)?(?:(?P<unclear>tx)|transplant\w*|dialysis|h[ae]*modialysis|hd|pregnan\w*|menopaus\w*)\b",
    re.IGNORECASE,
)
_TRANSPLANT = SharedPattern(r"\b(?:transplant\w*|(?:kidney|renal|liver|heart|lung|marrow|cell)\s+tx)\b")


def _before_something_else(scan: Scan, cell: Cell) -> bool:
    """``Pre-Tx`` in a chart of a transplant and ``before pregnancy`` are no beginning of a treatment."""
    match = _BEFORE_ELSE.match(cell.text)
    if match is None:
        return False
    return match["unclear"] is None or _TRANSPLANT.first(scan.indexed) is not None


def _month_date(match: re.Match[str]) -> str:
    """``Jan-22`` and ``01/22`` as ``2022-01``; two figures of a year mean the last hundred years."""
    groups = match.groupdict()
    name = groups.get("month")
    number = _SHORT_MONTHS.index(name.lower()) + 1 if name else int(groups["number"] or 0)
    year = groups["year"]
    full = year if len(year) == 4 else f"{'20' if int(year) < 50 else '19'}{year}"
    return f"{full}-{number:02d}"


_PERSONS = re.compile(
    r"(?:case|patient|pt|subject|participant|proband)s?(?:\s*(?:no|id|number|code|#)\.?)?(?:\s*#)?", re.IGNORECASE
)
_COUNTED = re.compile(r"\bn\s*=\s*\d", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:case|patient|pt|subject|p)?\s*#?\d{1,3}\.?", re.IGNORECASE)


def is_of_several(scan: Scan, table: Table) -> bool:
    """Whether a table tells of several persons: a row each, numbered under ``Case``; ``Controls (n = 20)``;
    nothing but means and their scatter."""
    heads = [cell for cell in table.rows[0].cells if cell.text]
    if any(_COUNTED.search(cell.text) for cell in heads):
        return True
    words = scan.knowledge.groups.get("table_header", {})
    roles = [words.get(" ".join(normal_words(cell.text))) for cell in heads[1:]]
    if len(roles) > 1 and all(role == "statistic" for role in roles):
        return True
    if not heads or _PERSONS.fullmatch(heads[0].text.strip("* ")) is None:
        return False
    firsts = [row.cells[0].text for row in table.rows[1:] if row.cells and row.cells[0].text.strip("|-: ")]
    return len(firsts) > 1 and len(set(firsts)) == len(firsts) and all(_ORDINAL.fullmatch(text) for text in firsts)
