"""Rows of densitometry tables: which are heads, what their columns hold, and which number stands under which head."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from osteocase.pipeline.bmd.changes import basis_of
from osteocase.pipeline.bmd.labels import Label, labels_in
from osteocase.pipeline.bmd.measures import looks_like
from osteocase.pipeline.bmd.numbers import Number, masked, numbers_in
from osteocase.pipeline.bmd.sites import FAMILY, Site, complete, sites_in
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.table_heads import cell_time
from osteocase.pipeline.text.tables import Cell, Row
from osteocase.pipeline.times.find import TimeMention

__all__ = ["Column", "Line", "columns_of", "corner_date", "matched", "read_line", "under"]


@dataclass
class Line:
    """One row of a table, read: its cells and what stands in them."""

    start: int
    end: int
    cells: list[Cell]
    """Cells as the line has them, with their own positions."""
    style: str
    sites: list[Site] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    """Dashes and ``n/a`` that hold the place of a number."""

    @property
    def results(self) -> list[Number]:
        """Numbers written as results are: with a sign, decimals or a unit."""
        return [
            number for number in self.numbers if number.sign or number.places or number.unit in {"%", "g/cm2", "SD"}
        ]

    def column_at(self, position: int) -> int:
        """Index of the cell that holds a position; in aligned lines, the distance from the line's start."""
        if self.style == "aligned":
            return position - self.start
        for index, cell in enumerate(self.cells):
            if position <= cell.end:
                return index
        return len(self.cells) - 1


class Column(NamedTuple):
    """What a head says of one column."""

    at: float
    """Index of the column; in aligned tables, the middle of the head in characters from the start of the line."""
    measure: str | None
    site: Site | None
    time: TimeMention | None
    basis: str | None = None
    """What a change counts from."""
    earlier: bool = False
    """True for a value of the examination before: ``Prior BMD``."""
    head: int = 0
    """Which head cell the column comes from; several columns of one head cell share the cells under it."""


_BLANK = re.compile(
    r"(?:(?<=\s\s)|(?<=[|\t])|(?<=[|\t]\s)|(?<=[+*]\s)|(?<=\d\s))(?:[-‐‑–—−]{1,3}(?!\s?\.?\d)|n\.?/?[ad]\.?|nil|none"
    r"|\.{2,3}|not done|unch\w*|excl\w*|baseline)(?=\s\s|\s*$|\s*[|\t]|\s[-‐‑–—−]\s)",
    re.IGNORECASE | re.MULTILINE,
)


def _is_time_head(scan: Scan, cell: Cell) -> bool:
    """Whether a head cell is a time and nothing else: ``Baseline`` alone is the second line of ``Change vs``."""
    time = _time_in(scan, cell)
    return time is not None and (time.kind in {"date", "relative"} or time.value is not None)


def _times_alone(scan: Scan, line: Line) -> bool:
    """Whether a head line holds times and nothing else."""
    return all(_is_time_head(scan, cell) for cell in line.cells if cell.text) and len(line.times) > 1


def _levels_in(cell: Cell) -> list[Site]:
    """The vertebra that a cell holds and nothing else: ``L3`` over a column."""
    match = re.fullmatch(r"[Ll]([1-5])", cell.text)
    return [Site("lumbar_spine", cell.start, cell.end, f"L{match[1]}", None)] if match else []


_YEAR = re.compile(r"[\s|]*((?:19[89]|20[0-4])\d)(?=[\s|])")


def read_line(scan: Scan, row: Row, style: str) -> Line:
    """A row with everything in it that densitometry reads."""
    cells = [cell for cell in row.cells if cell.start < row.end or cell.text]
    if style == "aligned":
        cells = [
            Cell(match.start(), match.end(), match.group())
            for match in re.finditer(r"[^\s|]+(?:[ \u00a0][^\s|]+)*", scan.text[row.start : row.end])
        ]
        cells = [Cell(cell.start + row.start, cell.end + row.start, cell.text) for cell in cells]
        cells = _with_changes(scan, cells)
    if style == "pipe" and cells and (label := _LABELLED.match(cells[0].text)) is not None:
        place = cells[0].start + label.end()
        cells = [
            Cell(cells[0].start, place - 1, label.group().rstrip()),
            Cell(place, cells[0].end, scan.text[place : cells[0].end]),
            *cells[1:],
        ]
    line = Line(row.start, row.end, cells, style)
    line.sites = sites_in(scan, row.start, row.end)
    held = {site.start for site in line.sites}
    levels = [level for cell in cells for level in _levels_in(cell)]
    if len(levels) > 1:  # over columns; a level alone may be that of a fracture
        line.sites += [level for level in levels if level.start not in held]
        line.sites.sort(key=lambda site: site.start)
    line.labels = labels_in(scan, row.start, row.end, head=True)
    line.times = [time for time in scan.times_in(row.start, row.end) if time.kind != "duration"]
    year = _YEAR.match(scan.text, row.start, row.end)
    if year is not None and not (line.times and line.times[0].start < year.end()):
        line.times.insert(0, TimeMention(year.start(1), year.end(1), "date", year[1], precision="year"))
    masks = [
        *((site.start, site.end) for site in line.sites),
        *((label.start, label.end) for label in line.labels),
        *((time.start, time.end) for time in line.times if time.hides_numbers),
        *((time.start, time.end) for time in scan.times_in(row.start, row.end) if time.hides_numbers),
    ]
    line.numbers = numbers_in(scan, row.start, row.end, masked(scan, row.start, row.end, masks))
    line.blanks = [(match.start(), match.end()) for match in _BLANK.finditer(scan.text, row.start, row.end)]
    return line


_LABELLED = re.compile(r"[^\W\d_][^:\d|]{1,30}:\s+(?=[-‐‑–—−+]?\.?\d)")
"""``Spine: -2.5 | -2.2``: the label of a row and its first cell in one."""
_BRACKETED_CHANGE = re.compile(r"[(]\s?[-‐‑–−+]\s?\d+(?:\.\d+)?\s?%\s?[*]?[)]")
_FULL_RESULT = re.compile(r"\d\s?g/cm\S*[,;]?\s+[TZ]\b.*\d\Z")


def _with_changes(scan: Scan, cells: list[Cell]) -> list[Cell]:
    """A change in brackets belongs to the full result before it, behind any gap: ``1.012 g/cm2, T -0.6  (+7%)``."""
    joined: list[Cell] = []
    for cell in cells:
        last = joined[-1] if joined else None
        if last is not None and _BRACKETED_CHANGE.fullmatch(cell.text) and _FULL_RESULT.search(last.text):
            joined[-1] = Cell(last.start, cell.end, scan.text[last.start : cell.end])
        else:
            joined.append(cell)
    return joined


def corner_date(line: Line, columns: list[Column]) -> TimeMention | None:
    """``DXA 16 Mar | BMD | T | YAM``: the day of the examination in the corner of a head that has no other times."""
    if not line.cells or any(column.time is not None for column in columns):
        return None
    first = next((cell for cell in line.cells if cell.text), line.cells[0])
    dates = [time for time in line.times if time.kind == "date" and time.end <= first.end and time.precision == "day"]
    return dates[0] if len(dates) == 1 else None


def columns_of(scan: Scan, lines: list[Line], group: Site | None) -> list[Column]:
    """The columns that head lines, one under the other, describe together; ``group`` is the site over the table."""
    base = max(lines, key=lambda line: (sum(bool(cell.text) for cell in line.cells), line.start))
    stacks = [(*_extent(base, index, cell), [cell]) for index, cell in enumerate(base.cells) if cell.text]
    for line in lines:
        if line is not base:
            _stack(scan, stacks, line)
    columns: list[Column] = []
    for head, (left, right, cells) in enumerate(stacks):
        first = left == stacks[0][0] and left < (4 if base.style == "aligned" else 1)
        cells.sort()
        last = next((column.site for column in reversed(columns) if column.site is not None), None)
        whole = group or last
        found = _columns_of_cell(scan, left, right, cells, whole, first=first, style=base.style)
        columns += [column._replace(head=head) for column in found]
    if columns and columns[0].measure is not None and stacks[0][0] < 4 and len(columns) > 1:
        rest = columns[1:]
        if not any(column.measure for column in rest) and any(column.site or column.time for column in rest):
            columns = rest  # "BMD (g/cm2)" over the row labels is the measure of the whole table
    return _with_sites(columns)


def _extent(line: Line, index: int, cell: Cell) -> tuple[float, float]:
    """Where a head cell lies: its index, in aligned lines its characters."""
    if line.style != "aligned":
        return float(index), float(index)
    return float(cell.start - line.start), float(cell.end - line.start)


def _stack(scan: Scan, stacks: list[tuple[float, float, list[Cell]]], line: Line) -> None:
    """File the cells of a head line under the columns of the fullest one: a measure to the columns that it overlaps, a
    site or time, which may stand over several columns, to all that are nearest to it."""
    cells = [(_extent(line, index, cell), cell) for index, cell in enumerate(line.cells) if cell.text]
    wide = [
        (extent, cell)
        for extent, cell in cells
        if not _measures(cell.text, labels_in(scan, cell.start, cell.end, head=True))
        and "%" not in cell.text
        and (
            sites_in(scan, cell.start, cell.end)
            or _levels_in(cell)
            or (_is_time_head(scan, cell) and (cell.start < stacks[0][2][0].start or _times_alone(scan, line)))
        )
    ]
    under = [left for left, _, _ in stacks if left >= 4]
    each = len(under) // len(wide) if wide and len(under) % len(wide) == 0 else 0
    for left, right, stacked in stacks:
        for (start, end), cell in cells:
            near = min(right, end) - max(left, start) >= (1 if line.style == "aligned" else 0)
            if line.style == "aligned" and start < 1 <= left:
                continue  # the title of the row labels, however long it is
            if near and not any(cell is other for _, other in wide):
                stacked.append(cell)
        if wide and line.style == "aligned" and (left >= 4 or wide[0][0][0] < 1):
            if each > 1 and left >= 4:  # as many columns under each
                stacked.append(wide[under.index(left) // each][1])
            else:
                stacked.append(min(wide, key=lambda item: _apart(item[0], (left, right)))[1])
        else:
            stacked += [cell for (start, _), cell in wide if start == left]


def _apart(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """How far two stretches of a line are apart, and for those that meet their middles."""
    gap = max(one[0] - other[1], other[0] - one[1], 0.0)
    return gap, abs(one[0] + one[1] - other[0] - other[1])


def _columns_of_cell(
    scan: Scan, left: float, right: float, cells: list[Cell], group: Site | None, *, first: bool, style: str
) -> list[Column]:
    labels = [label for cell in cells for label in labels_in(scan, cell.start, cell.end, head=True)]
    time = next((found for cell in cells if (found := _time_in(scan, cell)) is not None), None) if not first else None
    named = [
        complete(site, group) for cell in cells for site in sites_in(scan, cell.start, cell.end) or _levels_in(cell)
    ]
    sites = [site for site in named if site is not None and site.id in FAMILY]
    site = sites[0] if sites and not first else None
    joined = " ".join(cell.text for cell in cells).replace("_", " ")
    measures = _several(scan, cells) or _measures(joined, labels)
    if measures and time is not None and time.kind == "label" and time.value is None:
        time = None  # the AM of age-matched is no morning
    if not measures:
        if time is None and site is None:
            measure = "percent" if _PERCENT_ALONE.fullmatch(joined) else None
            return [Column((left + right) / 2, measure, None, None)] if not first else []
        return [Column((left + right) / 2, None, site, time)]
    if measures in (["change"], ["plain_change"]):
        return [Column((left + right) / 2, measures[0], site, None, basis_of("", joined))]
    earlier = _PRIOR.search(joined) is not None
    if first and len(measures) == 1 and style != "aligned":
        return [] if not labels else [Column((left + right) / 2, measures[0], site, time, None, earlier)]
    if len(measures) == 1:
        return [Column((left + right) / 2, measures[0], site, time, None, earlier)]
    if style != "aligned":
        return [
            Column(left + place / 100, measure, site, time, None, earlier) for place, measure in enumerate(measures)
        ]
    width = (right - left) / len(measures)
    return [
        Column(left + width * (place + 0.5), measure, site, time, None, earlier)
        for place, measure in enumerate(measures)
    ]


_PERCENT_ALONE = re.compile(r"\W*%\W*")
"""A head that says no more than that its column is in per cent: the column after it says of whom."""
_PRIOR = re.compile(r"\b(?:prior|previous|prev|last|old)\b", re.IGNORECASE)


def _time_in(scan: Scan, cell: Cell) -> TimeMention | None:
    """The time of a head cell, also beside a measure: ``2019 T``, ``Z-score (05/2023)``."""
    dates = [time for time in scan.times_in(cell.start, cell.end) if time.kind == "date" and time.end <= cell.end]
    time = dates[0] if dates else cell_time(scan, cell)
    if time is not None:
        return time
    year = re.search(r"(?<![\w./-])(?:19[89]|20[0-4])\d(?![\w./-])", cell.text)
    if year is None:
        return None
    left = cell.start + year.start()
    return TimeMention(left, left + 4, "date", year.group(), precision="year")


def _several(scan: Scan, cells: list[Cell]) -> list[str]:
    """The measures of a head cell that holds several heads with gaps between them: ``g/cm²   T    %chg``."""
    for cell in cells:
        pieces = [Cell(cell.start + match.start(), cell.start + match.end(), match.group())
                  for match in re.finditer(r"\S+(?:[ \u00a0]\S+)*", cell.text)]  # fmt: skip
        found = [_measures(piece.text, labels_in(scan, piece.start, piece.end, head=True)) for piece in pieces]
        if len(found) > 1 and all(found):
            return [names[0] for names in found]
    return []


_CHANGE = re.compile(
    r"[Δ∆]|\bch(?:an)?ge?s?\b|%\s*(?:vs|from|over|versus|since)\b|\b(?:vs|versus|from)\.?\s+(?:base|prev|prior|BL\b|first|last)",
    re.IGNORECASE,
)

_YEARLY = re.compile(r"(?:/|\bper)\s?(?:yr|year|annum)\b|\bannual|\bp\.a\.", re.IGNORECASE)
"""A rate of change is none since a date."""
_SCATTER = re.compile(
    r"(?:BMD\s+)?(?:SD|S\.D\.|std\.?\s*dev\w*\.?|standard\s+deviation|SEM?|variance)(?:\s+(?:of\s+)?BMD)?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
"""How far densities scatter is no density."""
_GRAMS_LAST = re.compile(r"\b[TZ](?:-?\s?scores?)?\s*[(/,]\s*(?:BMD\s*)?[(]?g\s?/\s?cm", re.IGNORECASE)


def _measures(joined: str, labels: list[Label]) -> list[str]:
    """The measures of a head cell in order; ``young adult`` over ``T-score`` is the T-score."""
    found = list(dict.fromkeys(label.measure for label in labels))
    if _YEARLY.search(joined) or _SCATTER.fullmatch(joined) is not None:
        return ["ignore"]
    if _CHANGE.search(joined) or "change" in found:
        in_grams = re.search(r"g\s?/\s?cm", joined) is not None and "%" not in joined
        return ["ignore"] if in_grams else ["change"] if "%" in joined else ["plain_change"]
    if not found:
        return (
            ["bmd"]
            if re.search(r"g\s?/\s?cm", joined)
            else ["ignore"]
            if re.fullmatch(r"\W*(?:\(?years\)?|age|area|bmc)\W*", joined, re.IGNORECASE)
            else []
        )
    grams = re.search(r"g\s?/\s?cm", joined)
    if grams is not None and "bmd" not in found and "ignore" not in found:
        found.insert(len(found) if _GRAMS_LAST.search(joined) else 0, "bmd")
    if "t_score" in found and "z_score" not in found:
        found = [name for name in found if name not in {"yam", "age_matched"}]
    if "z_score" in found and "t_score" not in found:
        found = [name for name in found if name not in {"yam", "age_matched"}]
    if "ignore" in found and ("bmd" not in found or re.search(r"\bCV\b|LSC", joined)):
        return ["ignore"]
    return [name for name in found if name != "ignore"] or ["ignore"]


def _with_sites(columns: list[Column]) -> list[Column]:
    """A column without a site goes with the site of the column before it, where heads name sites at all; a change
    without a per cent sign is told in g/cm² where another column tells it in per cent."""
    in_percent = any(column.measure == "change" for column in columns)
    columns = sorted(columns, key=lambda column: column.at)
    columns = [
        column._replace(measure="ignore" if in_percent else "change") if column.measure == "plain_change" else column
        for column in columns
    ]
    columns = [
        column._replace(measure=_OF_WHOM.get(following.measure if following is not None else None))
        if column.measure == "percent"
        else column
        for column, following in zip_longest(columns, columns[1:])
    ]
    last: Site | None = None
    settled = []
    for column in columns:
        last = column.site or last
        settled.append(column if column.site or column.measure is None else column._replace(site=last))
    return settled


_OF_WHOM: dict[str | None, str] = {"t_score": "yam", "z_score": "ignore"}
"""Printouts give the per cent of young adults before the T-score, that of the same age before the Z-score."""


def under(line: Line, columns: list[Column]) -> list[tuple[Number, Column | None]]:
    """Each number of a line with the column that it stands under."""
    if line.style != "aligned":
        return [(number, _by_index(line, columns, number)) for number in line.numbers]
    heads = [
        column for column in columns if column.measure is not None or column.time is not None or column.site is not None
    ]
    tokens: list[tuple[float, float, Number | None]] = [
        (number.number_start - line.start, number.number_end - line.start, number)
        for number, following in zip_longest(line.numbers, line.numbers[1:])
        if not _in_grams(number, following)
    ]
    first = min((token[0] for token in tokens), default=0.0)
    tokens += [
        (left - line.start, right - line.start, None)
        for left, right in line.blanks
        if left - line.start > first or not tokens
    ]
    tokens.sort(key=lambda item: item[:2])
    if not heads:
        return [(number, None) for _, _, number in tokens if number is not None]
    if len(tokens) == len(heads):
        pairs = list(zip(tokens, heads, strict=True))
        if all(token[2] is None or _may_be(token[2], column) for token, column in pairs):
            return [(token[2], column) for token, column in pairs if token[2] is not None]
    found = zip(tokens, matched(tokens, heads), strict=True)
    return [(token[2], heads[at] if at is not None else None) for token, at in found if token[2] is not None]


def _in_grams(number: Number, following: Number | None) -> bool:
    """The difference before its per cent, ``0.031 (4.0%)``: it is the per cent that a record holds."""
    if following is None or following.unit != "%" or number.unit == "%" or following.number_start - number.end > 3:
        return False
    return number.places >= 2 and abs(float(number.value)) < 0.3


def _may_be(number: Number, column: Column) -> bool:
    return column.measure is None or looks_like(number, column.measure)


def _by_index(line: Line, columns: list[Column], number: Number) -> Column | None:
    index = line.column_at(number.number_start)
    here = [column for column in columns if int(column.at) == index]
    if len(here) > 1:
        order = [item for item in line.numbers if line.column_at(item.number_start) == index].index(number)
        return here[min(order, len(here) - 1)]
    return here[0] if here else None


def matched(tokens: list[tuple[float, float, Number | None]], heads: list[Column]) -> list[int | None]:
    """For each token the index of its head: tokens and heads in order at the least distance; a number never goes
    under a head that it cannot be."""
    unfit, skip = 1_000.0, 60.0
    rows, width = len(tokens), len(heads)
    best = [[0.0] * (width + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(width + 1):
            if i == 0:
                best[i][j] = 0.0
                continue
            choices = [best[i - 1][j] + skip]
            if j:
                choices += [best[i][j - 1], best[i - 1][j - 1] + _cost(tokens[i - 1], heads[j - 1], unfit)]
            best[i][j] = min(choices)
    found: list[int | None] = []
    i, j = rows, width
    while i:
        if j and best[i][j] == best[i][j - 1]:
            j -= 1
        elif j and best[i][j] == best[i - 1][j - 1] + _cost(tokens[i - 1], heads[j - 1], unfit):
            found.append(j - 1)
            i, j = i - 1, j - 1
        else:
            found.append(None)
            i -= 1
    return found[::-1]


def _cost(token: tuple[float, float, Number | None], head: Column, unfit: float) -> float:
    if token[2] is not None and not _may_be(token[2], head):
        return unfit
    return abs((token[0] + token[1]) / 2 - head.at)
