"""Densitometry in tables: vendor printouts (a row a site), courses (a row a measure, a column a time) and lists.

A head line says what stands in the columns; a title says of which site the rows are; each number then has its measure
from its own cell, its column, its row or the line over the table, in this order, and only where it can be that measure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from osteocase.pipeline.bmd.binding import bind
from osteocase.pipeline.bmd.cells import CellValue, by_form, values_in_cells
from osteocase.pipeline.bmd.dates import comparison_time
from osteocase.pipeline.bmd.labels import Label, labels_in
from osteocase.pipeline.bmd.measures import FIELDS, assign, fits, looks_like
from osteocase.pipeline.bmd.numbers import Number
from osteocase.pipeline.bmd.over_table import measure_over, order_over, site_over
from osteocase.pipeline.bmd.rows import Column, Line, columns_of, corner_date, read_line, under
from osteocase.pipeline.bmd.sites import FAMILY, GENERIC, Site, complete, sites_in
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.table_heads import cell_time
from osteocase.pipeline.text.tables import Cell, Table
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["table_bmd"]

_NO_RESULT = re.compile(
    r"\b(?:diff|difference|LSC|CV|reference|normal range|ref\.? range|asymmetry|std|risk|FRAX|MOF|BMI|weight|height"
    r"|age)\b",
    re.IGNORECASE,
)
_OF_NO_SITE = re.compile(
    r"\A[\s|•*-]*(?:T|Th|D)\d{1,2}(?!\d|\s*score)\b|\b(?:wedge\w*|biconcav\w*|crush|genant|SQ\s?\d|fractured?|deform\w*)\b"
    r"|\badjusted\s+for\b|-adjusted\b",
    re.IGNORECASE,
)
"""Rows of a vertebral fracture assessment that stand under the results, and a Z-score that is adjusted for height."""
_SUBDIVIDED = re.compile(r"[^|\s]\s{2,}[^|\s]")
_EARLIER = re.compile(r"\s*(?:previous|prior|last|prev)\b", re.IGNORECASE)


@dataclass
class _Exam:
    site: Site
    time: TimeMention | None
    earlier: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Grid:
    """What is known while the rows of a table are read."""

    group: Site | None
    measure: str | None
    shared: TimeMention | None
    columns: list[Column] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    exams: dict[tuple[object, ...], list[_Exam]] = field(default_factory=dict)
    last: Site | None = None
    levels: list[int] = field(default_factory=list)
    led: tuple[TimeMention, int] | None = None
    """The time before the site of a row, and where that site stands: it goes on for rows that leave its place empty."""
    site_at: int | None = None
    """Where the rows so far have their site, behind another cell."""
    template: list[str] = field(default_factory=list)
    """Measures of the cells so far that hold several numbers."""


def table_bmd(
    scan: Scan, table: Table, shared: TimeMention | None, columns: list[Column], site: Site | None, *, active: bool
) -> tuple[list[Draft], list[Column]]:
    """Drafts of the densitometry results in one table, and its columns; no drafts when it is no densitometry table.

    ``shared`` is the time of the examination over the table, ``columns`` are those of the table before, which hold
    where this one has no head, ``site`` is the site told before it; ``active`` says that densitometry is the subject.
    """
    words = [
        word for word in scan.words_in(table.start, table.end, "densitometry")
        if not (scan.knowledge.words[word.id].value or "").startswith(("class", "ignore"))
    ]  # fmt: skip
    over = measure_over(scan, table)
    if not words and not (over or active):
        return [], []
    over_site = site_over(scan, table) or site
    if over_site is None and not sites_in(scan, table.start, table.end):
        return [], []
    grid = _Grid(over_site, over, shared, [] if words else columns, template=order_over(scan, table))
    style = table.style
    if (
        style == "pipe"
        and sum(_SUBDIVIDED.search(scan.text[row.start : row.end]) is not None for row in table.rows) > 1
    ):
        style = "aligned"  # bars between two tables side by side, columns of their own in each
    after_results = False
    for row in table.rows:
        line = read_line(scan, row, style)
        if _is_head(scan, line, grid):
            if after_results:
                grid.heads, after_results = [], False
            grid.heads.append(line)
            grid.columns = columns_of(scan, grid.heads, grid.group)
            grid.shared = corner_date(line, grid.columns) or grid.shared
            _title(scan, line, grid)
            continue
        if not any(cell.text for cell in line.cells):
            continue
        if not line.numbers and not (line.blanks and line.sites):
            _title(scan, line, grid)
            _class_of_row(scan, line, grid)
            continue
        after_results = True
        _read_row(scan, line, grid)
    drafts = [_draft(scan, exam) for exams in grid.exams.values() for exam in exams if exam.fields]
    return sorted(drafts, key=lambda draft: int(draft["start"])), grid.columns


def _is_head(scan: Scan, line: Line, grid: _Grid) -> bool:
    """A line that names columns and has no result: two measures, times or sites, or a measure over the first head."""
    if line.results:
        return False
    plain = [number for number in line.numbers if number.value.isdecimal() and int(number.value) > 9]
    first = line.cells[0] if line.cells else None
    filled = [cell for cell in line.cells if cell.text]
    named = {label.measure for label in line.labels}
    if plain and line.sites and len(named) < 2:
        return False
    times = sum(cell_time(scan, cell) is not None for cell in filled[1:])
    whole = [site for site in line.sites if site.id in FAMILY]
    if not line.labels and not times and len(whole) < 2:
        return False
    heads = len(line.labels) + max(times, len(line.times)) + len(whole)
    if (
        heads >= 2
        and len(filled) >= 2
        and not (
            len(whole) < 2
            and first is not None
            and line.sites
            and line.sites[0].start == first.start
            and not line.labels
            and not line.times
        )
    ):
        return True
    goes_on = bool(line.labels) or (bool(times or line.times) and not line.sites)
    if goes_on and grid.heads and not grid.exams and filled:
        return True
    return len(line.labels) == 1 and len(filled) >= 2 and not line.numbers and line.labels[0].start > filled[0].end


def _title(scan: Scan, line: Line, grid: _Grid) -> None:
    """A line without results that names one site is the title of the rows after it."""
    whole = [site for site in line.sites if site.id != "side"]
    if len(whole) == 1 and not (grid.columns and any(column.site for column in grid.columns)):
        site = complete(whole[0], grid.group if whole[0].id.startswith("part:") else None)
        if site is not None and grid.group is not None and FAMILY.get(site.id) == FAMILY.get(grid.group.id):
            site = site._replace(side=site.side or grid.group.side, region=site.region or grid.group.region)
        if site is not None:
            if (
                grid.group is None
                or site.id != grid.group.id
                or site.side
                or site.region
                or FAMILY.get(site.id) != FAMILY.get(grid.group.id)
            ):
                grid.group = site
            grid.last = None
            grid.levels = []
    dates = [time for time in line.times if time.kind == "date"]
    if len(dates) == 1 and not grid.columns and not grid.exams:
        grid.shared = dates[0]
    named = [label.measure for label in line.labels if label.measure in FIELDS]
    if len(named) == 1 and not any(column.measure for column in grid.columns):
        grid.measure = named[0]


def _read_row(scan: Scan, line: Line, grid: _Grid) -> None:
    first = line.numbers[0].start if line.numbers else line.end
    label_text = scan.text[line.start : min(first, line.end)]
    is_none = _NO_RESULT.search(label_text) and not line.sites
    if (
        is_none
        or _OF_NO_SITE.search(label_text)
        or re.search(r"\b(?:diff|difference|LSC)\b", label_text, re.IGNORECASE)
    ):
        return
    site, row_time, leads = _row_head(scan, line, grid)
    row_time = row_time or _led_on(line, grid, site)
    if line.style == "aligned" and leads and row_time is not None and site is not None:
        grid.led = row_time, site.start - line.start
    whole = [exact for piece in line.sites if piece.id != "side" and (exact := complete(piece, grid.group)) is not None]
    if (
        not grid.columns
        and len(whole) > 1
        and any(whole[0].end < number.start < whole[-1].start for number in line.numbers)
    ):
        _read_list(scan, line, grid, whole, row_time)
        return
    earlier = _EARLIER.match(label_text) is not None and site is None
    if site is None and not earlier and _names_something_else(scan, line, grid, label_text):
        return
    base = site or grid.last or grid.group
    if site is not None:
        grid.last = site
        if line.cells and site.start >= line.cells[0].end:
            grid.site_at = line.column_at(site.start)
    own = [label for label in line.labels if label.measure in FIELDS or label.measure in {"ignore", "age_matched"}]
    in_row = next((label.measure for label in own if label.measure in FIELDS and label.end <= first), None)
    values = values_in_cells(scan, line, grid.columns, in_row or grid.measure, grid.template)
    if values is None:
        values = _own_readings(scan, line, grid, own)
    if values is None:
        values = _column_readings(line, grid, own)
    for number, measure, column, extra in values:
        where = (column.site if column is not None and site is None else None) or base
        before = column is not None and column.earlier
        time = (column.time if column is not None else None) or (
            comparison_time(scan) if before else row_time or grid.shared
        )
        if measure == "change":
            time = grid.shared if earlier else time
            basis = "previous" if earlier else column.basis if column is not None else None
            extra = {"change_from": extra.get("change_from") or basis}
        if where is not None:
            typed = column is not None and column.measure is not None
            _add(grid, number, measure, where, time, extra, line.start, typed=typed, earlier=before)
    _class_of_row(scan, line, grid)


def _read_list(scan: Scan, line: Line, grid: _Grid, sites: list[Site], time: TimeMention | None) -> None:
    """A row that lists several sites, each with its numbers, is read as a sentence is."""
    spans = [(site.start, site.end) for site in line.sites]
    readings = assign(
        scan, line.start, line.end, line.numbers, labels_in(scan, line.start, line.end), spans, [], "t_score"
    )
    for reading, site in bind(scan, readings, sites, grid.group, []):
        if site is not None:
            number = reading.number._replace(value=reading.value)
            _add(grid, number, reading.measure, site, time or grid.shared, reading.extra, line.start, typed=False)


def _row_head(scan: Scan, line: Line, grid: _Grid) -> tuple[Site | None, TimeMention | None, bool]:
    """The site and the time that a row names for itself, and whether the time stands first."""
    first = line.numbers[0].start if line.numbers else line.end
    site: Site | None = None
    for piece in line.sites:
        if piece.id == "side" and site is None and grid.last is not None and piece.start - line.start < 4:
            site = grid.last._replace(side=piece.side, start=piece.start, end=piece.end)
            continue
        if piece.id == "side":
            site = site._replace(side=site.side or piece.side) if site is not None else None
            continue
        exact = _whole_for(scan, piece, grid, line)
        if exact is None:
            continue
        if site is None or (FAMILY.get(site.id) == FAMILY.get(exact.id) and site.id in GENERIC and piece.start < first):
            site = exact if site is None else exact._replace(start=site.start, side=exact.side or site.side)
    if site is not None and site.region is not None and re.fullmatch(r"L\d", site.region):
        grid.levels.append(int(site.region[1]))
    times = [time for time in line.times if time.start < first or not line.results or time.end <= first + 1]
    times = [time for time in times if time.kind in {"date", "relative", "label", "age"}]
    time = times[0] if times else None
    return site, time, time is not None and (site is None or time.start < site.start)


def _whole_for(scan: Scan, piece: Site, grid: _Grid, line: Line) -> Site | None:
    site = complete(piece, grid.group or grid.last)
    if site is not None and piece.id == "part:total":
        if site.id == "lumbar_spine" and (site.region is None or re.fullmatch(r"L\d", site.region)):
            several = len(grid.levels) >= 2 and _gapless(grid.levels)
            site = site._replace(region=f"L{min(grid.levels)}-L{max(grid.levels)}" if several else None)
        if re.search(r"\bmean\b", scan.text[line.start : line.end], re.IGNORECASE):
            site = site._replace(side="bilateral")
    if (
        site is not None
        and site.id in {"femoral_neck", "total_hip"}
        and re.search(r"\bmean\b", scan.text[site.start : site.end + 8], re.IGNORECASE)
    ):
        site = site._replace(side="bilateral")
    return site


def _gapless(levels: list[int]) -> bool:
    return sorted(levels) == list(range(min(levels), max(levels) + 1))


def _names_something_else(scan: Scan, line: Line, grid: _Grid, label: str) -> bool:
    """A label such as ``Arms`` or ``Trunk``: the row is of a part that is no site of measurement."""
    if grid.site_at is not None and (there := _cell_at(line, grid.site_at)) is not None:
        named = re.search(r"[^\W\d_]{3}", there.text) is not None
        if named and not scan.times_in(there.start, there.end) and not labels_in(scan, there.start, there.end):
            return True
    own = any(known.start < line.start + len(label) for known in line.labels)
    if not re.search(r"[^\W\d_]{3}", label) or line.times or own:
        return False
    return re.match(r"\s*(?:current|today|now|baseline|follow|visit|scan|yr|year|month)", label, re.IGNORECASE) is None


def _led_on(line: Line, grid: _Grid, site: Site | None) -> TimeMention | None:
    """``DXA today  L1-L4 ...`` and under it, set in as far, ``R neck ...``: both are of today."""
    if grid.led is None or site is None or line.style != "aligned" or not line.cells:
        return None
    time, place = grid.led
    return time if abs(line.cells[0].start - line.start - place) <= 2 and place > 3 else None


def _cell_at(line: Line, place: int) -> Cell | None:
    """The cell in the column of the sites; in aligned lines, the one that starts there."""
    if line.style == "aligned":
        return next((cell for cell in line.cells if abs(cell.start - line.start - place) <= 1), None)
    return line.cells[place] if place < len(line.cells) else None


def _is_beside(scan: Scan, label: Label, number: Number) -> bool:
    """Whether a number stands in the cell of its label, after it or right before it."""
    if label.end <= number.start:
        return number.start - label.end <= 12 and "|" not in scan.text[label.end : number.start]
    between = scan.text[number.end : label.start]
    return 0 <= label.start - number.end <= 2 and "|" not in between and "\t" not in between


def _own_readings(scan: Scan, line: Line, grid: _Grid, own: list[Label]) -> list[CellValue] | None:
    """Numbers of a row that names the measures beside them: ``0.842 g/cm2  T = -2.5``; None where it does not."""
    beside = labels_in(scan, line.start, line.end)
    named = [label for label in beside if any(_is_beside(scan, label, number) for number in line.numbers[:40])]
    in_message = line.style == "pipe" and re.match(r"\s*OBX\b", scan.text[line.start : line.end]) is not None
    times = any(column.time is not None or column.site is not None for column in grid.columns)
    alone = bool(line.numbers) and len({label.measure for label in named}) == 1  # in a column of its own
    head = line.numbers[0].start if alone else line.cells[0].end if line.cells else line.start
    if not in_message and (not named or (times and all(label.start < head for label in named))):
        return None
    if not in_message and any(column.measure for column in grid.columns) and len(named) * 2 < len(line.numbers):
        return None
    spans = [(site.start, site.end) for site in line.sites]
    readings = assign(scan, line.start, line.end, line.numbers, beside, spans, [], "t_score")
    columns = dict(under(line, grid.columns)) if grid.columns else {}
    found: list[CellValue] = []
    for reading in readings:
        column = columns.get(reading.number)
        if column is not None and column.measure not in {None, reading.measure}:
            column = None
        found.append((reading.number._replace(value=reading.value), reading.measure, column, reading.extra))
    return found


def _column_readings(line: Line, grid: _Grid, own: list[Label]) -> list[CellValue]:
    """Numbers of a row by their columns, else by the measure of the row or of the table."""
    in_row = next((label.measure for label in own if label.measure in FIELDS), None)
    found: list[CellValue] = []
    typed = any(column.measure for column in grid.columns)
    for number, column in under(line, grid.columns):
        measure = column.measure if column is not None else None
        if in_row == "tbs":
            measure = "tbs" if measure in {None, "bmd", "tbs"} else None
        elif measure is None and (in_row or grid.measure) and not (typed and in_row is None):
            measure = in_row or grid.measure
        if measure is None and not typed and in_row != "tbs":
            measure = by_form(number)
            if measure == "t_score" and any(
                known == "t_score" and _is_one_exam(column, other) for _, known, other, _ in found
            ):
                measure = "z_score"  # printouts give BMD, T-score and Z-score in this order
            if measure is not None and any(known == measure for _, known, _, _ in found) and not grid.columns:
                measure = None
        typed = in_row == "change" or (column is not None and column.measure == "change")
        in_percent = measure == "change" and typed and number.unit is None and not number.places
        if measure in FIELDS and (looks_like(number, measure) or in_percent):
            extra = {f"{FIELDS[measure]}_comparator": number.comparator} if measure in {"t_score", "z_score"} else {}
            found.append((number, measure, column, extra))
    return found


def _is_one_exam(one: Column | None, other: Column | None) -> bool:
    """False for columns of two sites or two times: what stands under both is the same measure."""
    if one is None or other is None:
        return True
    return one.site == other.site and one.time == other.time


def _add(
    grid: _Grid, number: Number, measure: str, site: Site, time: TimeMention | None, extra: dict[str, str | None],
    start: int, *, typed: bool, earlier: bool = False,
) -> None:  # fmt: skip
    """File one number under the examination of its site and time."""
    name = FIELDS[measure]
    value = number.value.lstrip("-") if measure == "bmd" else number.value
    if not fits(name, value):
        return
    key = (site.id, site.region, site.side, earlier, (time.start, time.end) if time is not None else None)
    exams = grid.exams.setdefault(key, [])
    if (typed or measure == "change") and any(name in exam.fields and start <= exam.spans[0][0] for exam in exams):
        return  # a second change, against the last scan, or a second Z-score, adjusted for height: one is kept
    exam = next((known for known in exams if name not in known.fields), None)
    if exam is None:
        exam = _Exam(site, time, earlier)
        exams.append(exam)
    exam.spans.append((number.start, number.end))
    exam.fields[name] = value
    exam.fields.update({key: told for key, told in extra.items() if told is not None})


def _class_of_row(scan: Scan, line: Line, grid: _Grid) -> None:
    """A class in words in a cell of its own belongs to the result of its row."""
    if not grid.exams:
        return
    last = line.numbers[-1].end if line.numbers else line.start
    classified = next((found for cell in line.cells if (found := _class_of(scan, cell, last)) is not None), None)
    if classified is None:
        return
    for exams in grid.exams.values():
        for exam in exams[-1:]:
            if exam.spans and line.start <= exam.spans[0][0] < line.end:
                exam.fields.setdefault("classification", classified)


def _class_of(scan: Scan, cell: Cell, last: int) -> str | None:
    """The class that a cell holds in words and nothing else, or that an arrow after the last number leads to."""
    arrow = (
        re.match(r"[\s()-]*(?:-+>|=+>|→|:|=)\s*", scan.text[last : last + 12])
        if cell.start <= last < cell.end
        else None
    )
    if arrow is not None:
        cell = Cell(last + arrow.end(), cell.end, scan.text[last + arrow.end() : cell.end])
    for word in scan.words_in(cell.start, cell.end, "densitometry"):
        value = scan.knowledge.words[word.id].value or ""
        if value.startswith("class:") and word.end - word.start >= len(cell.text) - 2:
            return value.removeprefix("class:")
    return "normal" if cell.text.lower() == "normal" else None


def _draft(scan: Scan, exam: _Exam) -> Draft:
    """One record; its source is the stretch of its numbers, which may run over several rows of a course."""
    spans = sorted(exam.spans)
    first, last = spans[0], spans[-1]
    draft: Draft = {
        "start": first[0],
        "end": last[1],
        "rule": "bmd.table",
        "site": exam.site.id,
        "region": exam.site.region,
        "side": exam.site.side if exam.site.id not in {"lumbar_spine", "whole_body"} else None,
        "time": time_draft(scan.text, exam.time) if exam.time is not None else None,
        "earlier": exam.earlier,
        **exam.fields,
    }
    if "\n" in scan.text[first[0] : last[1]]:
        draft["end"] = first[1]
        draft["also"] = spans[1:]
    return draft
