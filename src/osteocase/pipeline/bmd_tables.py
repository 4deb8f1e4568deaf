"""Densitometry in tables: vendor printouts (a row a site), courses (a row a measure, a column a time) and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.bmd_measures import FIELDS, Site, fits, is_site, readings_in, side_near, site_of
from osteocase.pipeline.quantities import MINUS, Quantity
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.tableheads import cell_time
from osteocase.pipeline.tables import Cell, Row, Table
from osteocase.pipeline.timelinks import heading_time
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["table_bmd"]

_LEVEL_ROW = re.compile(r"\s*[Ll]([1-5])(?:\s*[-‐‑–—,]\s*[Ll]?([1-5]))?(?:\s*\((?:total|mean)\))?\s*", re.IGNORECASE)
_NUMBERS_ONLY = re.compile(rf"(?:[<>≤≥]?\s*[{MINUS}+]?\s?\d+(?:[.,]\d+)?\s*%?\*?\s*)+")
_VALUE = re.compile(r"\d[.,]\d|\d\s?%")
_DIFFERENCE = re.compile(r"\b(?:diff|difference|LSC|CV|reference|normal)\b", re.IGNORECASE)


@dataclass
class _Exam:
    site: Site | None
    time: TimeMention | None
    cells: list[Cell] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Columns:
    """What the head of a densitometry table says of its columns."""

    rows: int
    """Number of head rows."""
    measures: dict[int, str] = field(default_factory=dict)
    """Column to measure word; ``ignore`` for what is no result."""
    times: dict[int, TimeMention] = field(default_factory=dict)
    sites: dict[int, Site] = field(default_factory=dict)
    series: dict[int, list[str]] = field(default_factory=dict)
    """Column to the measures of the several numbers in each of its cells, in order."""


def table_bmd(scan: Scan, table: Table) -> list[Draft]:
    """Drafts of the densitometry results in one table; none when it is no densitometry table."""
    has_sites = bool(scan.mentions_in(table.start, table.end, "bmd_site"))
    if not scan.words_in(table.start, table.end, "densitometry") and not (has_sites and _measure_over(scan, table)):
        return []
    columns = _columns(scan, table)
    shared = heading_time(scan, table.start) if table.start else None
    over = _site_over(scan, table)
    exams: list[_Exam] = []
    group: Site | None = over
    group_measure: str | None = _measure_over(scan, table)
    for row in table.rows[columns.rows :]:
        previous = _previous_exam(scan, row)
        if previous is not None:
            _read_previous(scan, exams, row, previous)
            continue
        column = _label_column(scan, row)
        label = row.cells[column] if row.cells else None
        if label is None or _DIFFERENCE.search(label.text):
            continue
        filled = [cell for cell in row.cells[column + 1 :] if cell.text and cell is not label]
        site = _label_site(scan, table, label, group, over)
        measure = _measure_in(scan, label)
        if not filled:
            group = site or group
            group_measure = measure or group_measure
            continue
        group = site if site is not None and not columns.measures else group
        if site is None and measure is None and _names_something_else(scan, label, columns):
            continue
        for quantity, name in _in_label(scan, label, columns):
            _add(scan, exams, label, site or group, name, shared, quantity)
        row_time = cell_time(scan, label) if not site and measure is None else None
        for index, cell in enumerate(row.cells):
            if index <= column or not cell.text:
                continue
            classified = _class_of(scan, cell)
            if classified:
                _classify(exams, site, classified)
                continue
            where = columns.sites.get(index) or site or group
            what = columns.measures.get(index) or measure or (group_measure if columns.times or columns.sites else None)
            when = columns.times.get(index) or row_time or _row_date(scan, row) or shared
            if index in columns.series:
                for quantity, name in zip(_numbers(scan, cell), columns.series[index], strict=False):
                    _add(scan, exams, cell, where, name, when, quantity)
                continue
            _read_cell(scan, exams, cell, where, what, when)
    return [_draft(scan, exam) for exam in exams if exam.fields]


def _names_something_else(scan: Scan, label: Cell, columns: _Columns) -> bool:
    """A label such as ``Arms`` or ``Trunk``: the row is of a part that is no site of measurement."""
    if columns.sites or not re.search(r"[^\W\d_]{3}", label.text):
        return False
    in_times = scan.times_in(label.start, label.end)
    previous = re.match(r"(?:previous|prior|last|current|today|now)\b", label.text, re.IGNORECASE)
    return not in_times and previous is None and not scan.words_in(label.start, label.end, "densitometry")


def _in_label(scan: Scan, label: Cell, columns: _Columns) -> list[tuple[Quantity, str]]:
    """Numbers that stand in the label: ``Femoral neck 0.701`` where the gap to the column is a single space."""
    numbers = _numbers(scan, label)
    named = _measures_of_cell(scan, label, numbers, None)
    if named or "bmd" not in columns.measures.values():
        return named
    areal = [item for item in numbers if re.fullmatch(r"[01][.,]\d{3}", scan.text[item.start : item.number_end])]
    return [(item, "bmd") for item in areal[-1:]]


def _previous_exam(scan: Scan, row: Row) -> TimeMention | None:
    """The date of an earlier examination that a line repeats under the present one: ``previous (2019/05/30) 0.641``."""
    if not row.cells or re.match(r"(?:previous|prior|last)\b", row.cells[0].text, re.IGNORECASE) is None:
        return None
    return next((time for time in scan.times_in(row.start, row.end) if time.kind == "date"), None)


def _read_previous(scan: Scan, exams: list[_Exam], row: Row, time: TimeMention) -> None:
    """Numbers of the earlier examination; a change in the same line is that of the present one."""
    if not exams:
        return
    present = exams[-1]
    for cell in row.cells:
        for quantity, name in _measures_of_cell(scan, cell, _numbers(scan, cell), None):
            if name == "change":
                present.fields.setdefault("change_percent", quantity.value)
                present.fields.setdefault("change_from", "previous")
                present.cells.append(cell)
            else:
                _add(scan, exams, cell, present.site, name, time, quantity)
    if exams[-1] is not present:
        exams.remove(present)
        exams.append(present)


def _label_column(scan: Scan, row: Row) -> int:
    """The cell that names the row: the first, or in message lines the one of the first four with a site."""
    for index, cell in enumerate(row.cells[:4]):
        if scan.mentions_in(cell.start, cell.end, "bmd_site") or _LEVEL_ROW.fullmatch(cell.text):
            return index
    return 0


def _columns(scan: Scan, table: Table) -> _Columns:
    """Head rows are the rows at the top without numbers of their own; their cells are read together by column."""
    columns = _Columns(rows=0)
    texts: dict[int, list[Cell]] = {}
    for row in table.rows[:4]:
        numbers = [cell for cell in row.cells[1:] if _NUMBERS_ONLY.fullmatch(cell.text) or _VALUE.search(cell.text)]
        dated = [cell for cell in row.cells[1:] if cell_time(scan, cell) is not None]
        footnotes = [cell for cell in numbers if re.fullmatch(r"\d", cell.text)]
        if len(numbers) > len(footnotes) and len(dated) < max(2, len(numbers)):
            break
        distinct = {cell.start for cell in row.cells if cell.text}
        if len(distinct) <= 1:
            if texts or row is not table.rows[0]:
                break
            columns.rows += 1  # a title over the head
            continue
        for index, cell in enumerate(row.cells):
            if cell.text:
                texts.setdefault(index, []).append(cell)
        columns.rows += 1
    for index, cells in texts.items():
        _read_head_cell(scan, columns, index, cells)
    _settle_sites(scan, table, columns)
    return columns


def _settle_sites(scan: Scan, table: Table, columns: _Columns) -> None:
    """Sites in the head count only where the rows name none; a column without one goes with the column before it."""
    rows = table.rows[columns.rows :]
    named = [row for row in rows if row.cells and scan.mentions_in(row.cells[0].start, row.cells[0].end, "bmd_site")]
    if len(named) * 2 > len(rows):
        columns.sites.clear()
    last: Site | None = None
    for index in sorted({*columns.measures, *columns.sites}):
        last = columns.sites.get(index, last)
        if last is not None and index in columns.measures and columns.sites:
            columns.sites.setdefault(index, last)


def _read_head_cell(scan: Scan, columns: _Columns, index: int, cells: list[Cell]) -> None:
    joined = " ".join(cell.text for cell in cells)
    for cell in cells:
        heads = [_measure_of(scan, head) or "ignore" for head in re.split(r"\s{2,}", cell.text)]
        if len(heads) > 1 and sum(head != "ignore" for head in heads) > 1:
            columns.series[index] = heads
    measure = _measure_of(scan, joined)
    if measure is not None:
        columns.measures[index] = measure
    for cell in cells:
        time = cell_time(scan, cell)
        if time is not None and index > 0 and measure not in {"change", "change_in_cells"}:
            columns.times[index] = time
        sites = [mention for mention in scan.mentions_in(cell.start, cell.end, "bmd_site") if is_site(scan, mention)]
        level = _LEVEL_ROW.fullmatch(cell.text) or (
            re.match(r"\s*[Ll]([1-5])\s*[-‐‑–—]\s*[Ll]?([1-5])(?=\s)", cell.text) if measure is not None else None
        )
        if sites and index > 0:
            site = site_of(scan, sites[0], cell.start, cell.end)
            columns.sites[index] = site._replace(side=site.side or _bare_side(cell.text))
        elif level is not None and level[2] is not None and index > 0:
            columns.sites[index] = Site("lumbar_spine", cell.start, cell.end, f"L{level[1]}-L{level[2]}", None)


def _measure_of(scan: Scan, text: str) -> str | None:
    """The measure that a heading names; a percentage of young adults is YAM, of peers is not kept."""
    words = scan.knowledge.groups.get("densitometry", {})
    plain = list(normal_words(text))
    letters = [word for word in plain if word[0].isalpha() or word == "%"]
    found: list[tuple[int, str]] = []
    for length in range(min(6, len(letters)), 0, -1):
        for first in range(len(letters) - length + 1):
            value = words.get(" ".join(letters[first : first + length]))
            if value is not None and not value.startswith("class:") and value != "device":
                found.append((length, value))
    if not found:
        return "bmd" if re.search(r"g\s?/\s?cm", text) else None
    values = [value for _, value in found]
    if "change" in values or re.search(r"[Δ∆]", text):
        return "change" if "%" in text else "change_in_cells"
    if "t_score" in values:
        return "t_score"
    if "z_score" in values:
        return "z_score"
    best = max(found)[1]
    if best == "ignore" or ("ignore" in values and "bmd" not in values):
        return "ignore"
    if best == "age_matched":
        return "ignore"
    return best


def _measure_in(scan: Scan, label: Cell) -> str | None:
    return _measure_of(scan, label.text)


_WHOLE = {"hip": "total_hip", "femur": "total_hip", "femoral_neck": "total_hip", "distal_radius": "forearm"}
"""Site over a table to the site that its row ``Total`` stands for."""


def _label_site(scan: Scan, table: Table, label: Cell, group: Site | None, over: Site | None) -> Site | None:
    """The site that a row's label names; a bare level belongs to the spine, ``Total`` to the site over the table."""
    level = _LEVEL_ROW.fullmatch(label.text.split("(")[0].strip())
    if level is None and _measure_of(scan, label.text) is not None:
        level = re.match(r"\s*[Ll]([1-5])(?:\s*[-‐‑–—]\s*[Ll]?([1-5]))?(?=\s)", label.text)
    if level is not None:
        region = f"L{level[1]}" if level[2] is None else f"L{level[1]}-L{level[2]}"
        return Site("lumbar_spine", label.start, label.end, region, None)
    side: str | None = (
        side_near(scan.text, label.start, label.start, label.end, label.end)
        or _bare_side(label.text)
        or (over.side if over else None)
    )
    plain = " ".join(
        word for word in normal_words(label.text) if word not in {"left", "right", "lt", "rt", "mean", "l", "r"}
    )
    if plain in {"total", "overall"} and over is not None:
        if re.search(r"\bmean\b", label.text, re.IGNORECASE):
            side = "bilateral"
        whole = _WHOLE.get(over.id, over.id)
        if whole == "lumbar_spine":
            return Site(whole, label.start, label.end, over.region or _measured_levels(scan, table), None)
        return Site(whole, label.start, label.end, over.region, side)
    if plain in {"1/3", "1 / 3", "33 %", "33", "one third"} and over is not None:
        return Site("distal_radius", label.start, label.end, None, side)
    if plain == "mid":
        return Site("forearm", label.start, label.end, "mid", side)
    sites = [mention for mention in scan.mentions_in(label.start, label.end, "bmd_site") if is_site(scan, mention)]
    if not sites:
        return None
    best = max(sites, key=lambda mention: (mention.end - mention.start, -mention.start))
    site = site_of(scan, best, label.start, label.end)
    mean = (
        "bilateral"
        if re.search(r"\bmean\b", label.text, re.IGNORECASE) and site.id in {"femoral_neck", "total_hip"}
        else None
    )
    return site._replace(side=mean or site.side or (side if site.id not in {"lumbar_spine", "whole_body"} else None))


def _bare_side(label: str) -> str | None:
    match = re.search(r"\b(left|right|lt|rt)\b", label, re.IGNORECASE) or re.search(r"[\s(]([LR])\)?$", label)
    sides = {"left": "left", "lt": "left", "l": "left", "right": "right", "rt": "right", "r": "right"}
    return sides[match[1].lower()] if match else None


def _measured_levels(scan: Scan, table: Table) -> str | None:
    """``Total`` of a printout stands for the vertebrae listed over it."""
    levels = [
        int(match[1])
        for row in table.rows
        if row.cells and (match := _LEVEL_ROW.fullmatch(row.cells[0].text)) and match[2] is None
    ]
    if len(levels) < 2:
        return None
    return f"L{min(levels)}-L{max(levels)}"


def _site_over(scan: Scan, table: Table) -> Site | None:
    """The site named in the lines over a table: ``Scan Type: a Lumbar Spine``, ``DUALFEMUR BONE DENSITY``."""
    left = max(0, table.start - 400)
    sites = [mention for mention in scan.mentions_in(left, table.start, "bmd_site") if is_site(scan, mention)]
    head = table.rows[0]
    inside = [mention for mention in scan.mentions_in(head.start, head.end, "bmd_site") if is_site(scan, mention)]
    if len(inside) == 1 and not re.search(r"\d[.,]\d", scan.text[head.start : head.end]):
        return site_of(scan, inside[0], head.start, head.end)
    return site_of(scan, sites[-1], left, table.start) if sites else None


def _measure_over(scan: Scan, table: Table) -> str | None:
    """The measure that the line over a table names for all its numbers: ``DXA results over time (T-score)``."""
    before = scan.text[max(0, table.start - 120) : table.start].rstrip("\n")
    line = before[before.rfind("\n") + 1 :]
    head = table.rows[0]
    measure = _measure_of(scan, line) or (_measure_of(scan, head.cells[0].text) if head.cells else None)
    return measure if measure in FIELDS else None


def _row_date(scan: Scan, row: Row) -> TimeMention | None:
    for cell in row.cells[:3]:
        times = [time for time in scan.times_in(cell.start, cell.end) if time.kind == "date" and time.end <= cell.end]
        told = re.match(r"(?:previous|prior|last)\s*\(?", cell.text, re.IGNORECASE)
        if times and (told is not None or times[0].end - times[0].start >= len(cell.text) - 1):
            return times[0]
    return None


def _read_cell(
    scan: Scan, exams: list[_Exam], cell: Cell, site: Site | None, measure: str | None, time: TimeMention | None
) -> None:
    quantities = _numbers(scan, cell)
    if not quantities:
        return
    for quantity, name in _measures_of_cell(scan, cell, quantities, measure):
        _add(scan, exams, cell, site, name, time, quantity)


def _numbers(scan: Scan, cell: Cell) -> list[Quantity]:
    return [item for item in scan.quantities_in(cell.start, cell.end) if item.number_end <= cell.end]


def _add(
    scan: Scan,
    exams: list[_Exam],
    cell: Cell,
    site: Site | None,
    name: str,
    time: TimeMention | None,
    quantity: Quantity,
) -> None:
    """File one number under the examination of its site and time."""
    if name not in FIELDS or site is None:
        return
    field_name = FIELDS[name]
    if not fits(field_name, quantity.value):
        return
    if field_name in {"t_score", "z_score"} and re.search(
        r"[.,]\d{3}$", scan.text[quantity.start : quantity.number_end]
    ):
        return  # no printout gives a score to three decimals: this is a density under the wrong head
    exam = next((exam for exam in exams if _same(exam, site, time) and field_name not in exam.fields), None)
    if exam is None:
        exam = _Exam(site, time)
        exams.append(exam)
    exam.cells.append(cell)
    exam.fields[field_name] = quantity.value
    if field_name == "change_percent":
        exam.fields.setdefault("change_from", "baseline")
    if quantity.comparator and field_name in {"t_score", "z_score"}:
        exam.fields[f"{field_name}_comparator"] = quantity.comparator


def _measures_of_cell(
    scan: Scan, cell: Cell, quantities: list[Quantity], measure: str | None
) -> list[tuple[Quantity, str]]:
    """The measure of each number in a cell; a cell may name its own: ``T -2.5``."""
    own = scan.words_in(cell.start, cell.end, "densitometry")
    if own and len(quantities) > 1:
        by_start = {item.start: item for item in quantities}
        names = {field_name: name for name, field_name in FIELDS.items()}
        return [
            (by_start[reading.start]._replace(value=reading.value), names[reading.measure])
            for reading in readings_in(scan, cell.start, cell.end)
            if reading.start in by_start
        ]
    if own:
        named = []
        for quantity in quantities:
            labels = [word for word in own if word.end <= quantity.start]
            if labels:
                named.append((quantity, scan.knowledge.words[labels[-1].id].value or ""))
            elif quantity.unit == "g/cm2":
                named.append((quantity, "bmd"))
        return named
    if measure == "change_in_cells":
        return [(quantity, "change") for quantity in quantities[:1] if quantity.unit == "%"]
    if measure is None:
        return [
            (item, "bmd")
            for item in quantities
            if item.unit == "g/cm2" or re.fullmatch(r"[01][.,]\d{3}", scan.text[item.start : item.number_end])
        ]
    if len(quantities) > 1 and measure != "bmd":
        return [(quantities[0], measure)] if quantities[0].start == cell.start else []
    return [(quantities[0], measure)]


def _class_of(scan: Scan, cell: Cell) -> str | None:
    """The class that a cell holds in words and nothing else."""
    for word in scan.words_in(cell.start, cell.end, "densitometry"):
        value = scan.knowledge.words[word.id].value or ""
        if value.startswith("class:") and word.end - word.start >= len(cell.text) - 2:
            return value.removeprefix("class:")
    return "normal" if cell.text.lower() == "normal" else None


def _classify(exams: list[_Exam], site: Site | None, classified: str) -> None:
    if exams and site is not None and exams[-1].site == site:
        exams[-1].fields.setdefault("classification", classified)


def _same(exam: _Exam, site: Site, time: TimeMention | None) -> bool:
    if exam.site is None or (exam.site.id, exam.site.region, exam.site.side) != (site.id, site.region, site.side):
        return False
    if exam.time is None or time is None:
        return exam.time is time
    return (exam.time.start, exam.time.end) == (time.start, time.end)


def _draft(scan: Scan, exam: _Exam) -> Draft:
    """One record; its source is the stretch of its cells, which may run over several rows of a course."""
    cells = sorted(exam.cells)
    site = exam.site
    first, last = cells[0], cells[-1]
    draft: Draft = {
        "start": first.start,
        "end": last.end,
        "rule": "bmd.table",
        "site": site.id if site else None,
        "region": site.region if site else None,
        "side": site.side if site else None,
        "time": time_draft(scan.text, exam.time) if exam.time is not None else None,
        **exam.fields,
    }
    if "\n" in scan.text[first.start : last.end]:
        draft["end"] = first.end
        draft["also"] = [(cell.start, cell.end) for cell in cells[1:]]
    return draft
