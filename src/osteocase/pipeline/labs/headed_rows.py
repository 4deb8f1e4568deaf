"""Rows of results under a heading that lists their times: ``Bloods (Apr 21 / Oct 21)`` over ``Ca 8.6 / 8.4``.

A row is read where it holds one result, or a dash, for each time of the heading; two such rows prove the heading.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from osteocase.pipeline.labs.annotations import Annotation
from osteocase.pipeline.labs.values import accepts, lab_draft
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.text.quantities import Quantity
from osteocase.pipeline.times.find import TimeMention, time_draft
from osteocase.pipeline.times.words import MONTHS

__all__ = ["Block", "headed_rows", "of_no_single_column"]

_ITEM = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s?['’]?(?:20)?\d\d|(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?"
    r"|\d{1,2}\.\d{1,2}\.(?:20)?\d\d|baseline|BL|pre|M\s?\d{1,2}"
    r"|(?:month|week|year)\s\d{1,2}|\d{1,2}\s?(?:months?|mo|m|weeks?|wks?|w|years?|yrs?|y)|\d{1,2})"
)
_SIGN = r"\s?(?:/|,|;|\||→|->|>)\s?"
_HEADING = re.compile(rf"(?<![\w.,/])(?P<times>{_ITEM}(?:{_SIGN}{_ITEM}){{1,7}})\s?\)?\s?:?[ \t]*(?=\n)", re.IGNORECASE)
_LONGEST_HEADING = 120
_LISTS = re.compile(r"[\dA-Za-z]\s?(?:/|,|;|\||→|->|>)\s?[\dA-Za-z]")
_LISTS_RESULTS = re.compile(r"\d\s?(?:/|,|;|\||→|->|>)\s?[<>≤≥]?\s?(?:\d|[-–—]|n)")
_TIME = re.compile(_ITEM, re.IGNORECASE)
_UNIT = re.compile(r"(?P<unit>m|w|y)[a-z]*\Z", re.IGNORECASE)
_UNITS = {"m": "month", "w": "week", "y": "year"}
_MONTH_AND_YEAR = re.compile(r"(?P<month>[A-Za-z]{3})[a-z]*\.?\s?['’]?(?P<year>(?:20)?\d\d)")
_COUNTED = re.compile(r"(?:M|month|week|year)?\s?(?P<number>\d{1,2})\s?[a-z]*", re.IGNORECASE)
_VALUE = r"(?:[<>≤≥]?\s?\d+(?:[.,]\d+)?|[-–—]|nd|n/?a)"
_ROW = re.compile(
    rf"(?P<name>[^\n]{{1,60}}?)\s{{0,20}}[:=]?\s{{0,20}}(?P<values>(?<![\w.,]){_VALUE}(?:{_SIGN}{_VALUE}){{1,7}})"
    r"(?:\s{0,4}(?P<unit>[A-Za-zµμ%][^\s,;()]{0,14}))?[ \t]*[.;]?[ \t]*(?:\n|\Z)",
    re.IGNORECASE,
)
_RESULT = re.compile(_VALUE, re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*(?:[-*•·–][ \t]*)?")


class Block(NamedTuple):
    """The lines under a heading of several times."""

    start: int
    end: int
    times: TimeMention
    """All of them, as the time of a result that stands there alone."""


def headed_rows(scan: Scan, names: Sequence[Mention]) -> tuple[list[Draft], list[tuple[int, int]], list[Block]]:
    """Drafts of the rows under headings that list times, the lines that they stand in, and the blocks they make."""
    drafts: list[Draft] = []
    aside: list[tuple[int, int]] = []
    blocks: list[Block] = []
    for match in _headings(scan):
        times = _times(scan, match)
        made: list[Draft] = []
        lines: list[tuple[int, int]] = []
        below = _lines_below(scan, match.end()) if times else []
        for left, right in below:
            row = _row(scan, names, left, right, times)
            if row:
                made += row
                lines.append((left, right))
        if len(lines) >= _LEAST_ROWS:
            drafts += made
            aside += lines
            whole = TimeMention(*match.span("times"), "relative", anchor="previous_event")
            blocks.append(Block(match.end(), below[-1][1], whole))
    return drafts, aside, blocks


def _headings(scan: Scan) -> Iterator[re.Match[str]]:
    """Lines that end with a list of times, over a line that lists results."""
    lines = scan.text.split("\n")
    left = 0
    for line, below in pairwise(lines):
        right = left + len(line)
        if len(line) <= _LONGEST_HEADING and _LISTS_RESULTS.search(below) and _LISTS.search(line):
            match = _HEADING.search(scan.text, left, right + 1)
            if match is not None:
                yield match
        left = right + 1


_LEAST_ROWS = 2
_RULE = "labs.headed_row"


def of_no_single_column(scan: Scan, drafts: list[Draft], blocks: Sequence[Block]) -> list[Draft]:
    """The drafts, those that stand alone under a heading of several times with all of these: of which one they are,
    nobody tells."""
    kept = []
    for draft in drafts:
        at = bisect_right(blocks, draft["start"], key=lambda block: block.start) - 1
        block = blocks[at] if at >= 0 and draft["start"] < blocks[at].end else None
        words = (draft.get("time") or {}).get("text") or ""
        if block is not None and draft["rule"] != _RULE and words in scan.text[block.times.start : block.times.end]:
            draft = {**draft, "time": time_draft(scan.text, block.times)}
        kept.append(draft)
    return kept


def _lines_below(scan: Scan, end: int) -> list[tuple[int, int]]:
    """The lines from an offset to the next empty one."""
    lines = []
    left = end + 1
    while left < len(scan.text):
        right = scan.text.find("\n", left)
        right = len(scan.text) if right < 0 else right
        if not scan.text[left:right].strip():
            break
        lines.append((left, right))
        left = right + 1
    return lines


def _times(scan: Scan, heading: re.Match[str]) -> list[TimeMention]:
    """The times of a heading in their order; none where they do not follow one another, or are bare numbers."""
    items = list(_TIME.finditer(scan.text, heading.start("times"), heading.end("times")))
    last = _UNIT.search(items[-1].group())
    shared = _UNITS[last["unit"].lower()] if last is not None else None
    found = [_time(item, shared) for item in items]
    dates = [time.date for time in found if time is not None and time.date is not None]
    offsets = [int(time.value) for time in found if time is not None and time.value is not None]
    grows = all(one < other for one, other in pairwise(dates)) and all(one < other for one, other in pairwise(offsets))
    end = heading.end("times")
    times = [
        time._replace(end=end) if scan.text[time.start : time.end].isdecimal() and time.unit else time
        for time in found
        if time is not None
    ]
    return times if len(times) == len(items) and grows and not (dates and len(dates) != len(times)) else []


def _time(item: re.Match[str], shared: str | None) -> TimeMention | None:
    words, spot = item.group(), item.span()
    if words.lower() in {"baseline", "bl", "pre"}:
        return TimeMention(*spot, "label", value="0", unit="month", anchor="baseline")
    named = _MONTH_AND_YEAR.fullmatch(words)
    if named is not None and named["month"].lower() in MONTHS:
        year = named["year"] if len(named["year"]) > 2 else f"20{named['year']}"
        date = f"{year}-{MONTHS.index(named['month'].lower()) + 1:02d}"
        return TimeMention(*spot, "date", date, precision="month")
    if re.fullmatch(r"(?:19|20)\d\d(?:-\d\d)?", words) is not None:
        return TimeMention(*spot, "date", words, precision="year" if len(words) == 4 else "month")
    day = re.fullmatch(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:20)?\d\d)", words)
    if day is not None:
        year = day["y"] if len(day["y"]) > 2 else f"20{day['y']}"
        return TimeMention(*spot, "date", f"{year}-{int(day['m']):02d}-{int(day['d']):02d}", precision="day")
    if re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", words) is not None:
        return TimeMention(*spot, "date", words, precision="day")
    counted = _COUNTED.fullmatch(words)
    unit = _UNIT.search(words)
    told = _UNITS[unit["unit"].lower()] if unit is not None else "month" if words[0] in "Mm" else shared
    if counted is None or told is None:
        return None
    return TimeMention(*spot, "relative", value=counted["number"], unit=told, anchor="baseline")


def _row(scan: Scan, names: Sequence[Mention], left: int, right: int, times: Sequence[TimeMention]) -> list[Draft]:
    """Drafts of a line that has a name and one value for each time."""
    bullet = _BULLET.match(scan.text, left, right)
    match = _ROW.match(scan.text, bullet.end() if bullet is not None else left, min(right + 1, len(scan.text)))
    if match is None:
        return []
    begin, end = match.span("name")
    plain = (each for each in scan.mentions_in(begin, end, "analyte") if each.covered in {"", "bone"})
    at = bisect_left(names, begin, key=lambda each: each.start)
    name = next((each for each in (*names[at : at + 1], *plain) if begin <= each.start and each.end <= end), None)
    values = list(_RESULT.finditer(scan.text, match.start("values"), match.end("values")))
    if name is None or len(values) != len(times) or scan.text[match.start("name") : name.start].strip():
        return []
    entry = scan.knowledge.analytes.get(name.id)
    last = next((each for each in scan.quantities_in(left, right) if each.end > values[-1].end()), None)
    unit = (last.unit, last.unit_text) if last is not None and match["unit"] else (None, None)
    drafts: list[Draft] = []
    for value, time in zip(values, times, strict=True):
        written = re.fullmatch(r"(?P<sign>[<>≤≥])?\s?(?P<number>\d+(?:[.,]\d+)?)", value.group())
        if written is None:
            continue
        number = written["number"].replace(",", ".")
        begin = value.start() + written.start("number")
        quantity = Quantity(value.start(), value.end(), value.end(), "number", number, None, written["sign"], *unit)
        if entry is None or not accepts(scan, entry, quantity._replace(start=begin)):
            return []
        drafts += lab_draft(
            scan, name, quantity, Annotation(value.end(), None, None), flag_word=None,
            time=time_draft(scan.text, time), rule=_RULE,
        )  # fmt: skip
    return drafts
