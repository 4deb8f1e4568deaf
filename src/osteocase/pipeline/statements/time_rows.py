"""Times in a row that go to the results of a row in their order: ``at 3 and 6 months``, ``before and after surgery``.

``CTX was 0.6 and 0.2 at 3 and 6 months`` and ``VAS before and after the operation was 8 and 2`` tell one time for each
result. A row of another length says nothing that could be taken apart: its times are then of no single result.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.result_dates import BOTH_SIDES, result_times
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["told_in_rows"]

_AND = r"(?:\s*,\s*(?:and|&)\s+|\s+(?:and|&|then)\s+|\s*[,/&]\s*)"
_LIST_WORDS = re.compile(rf"{_AND}(?:(?:at|on|in|after|by)\s+)?(?:the\s+)?", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:and|then)\b|[&/]", re.IGNORECASE)
"""What stands before the last time of a row; ``in 2010, before alendronate`` is one time told twice."""
_SHARED_UNIT = re.compile(
    rf"(?P<items>\d{{1,3}}(?:{_AND}\d{{1,3}})*){_AND}(?P<last>\d{{1,3}})[\s-]*"
    r"(?P<unit>hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
"""``3, 6 and 12 months``: the unit of the last is that of all."""
_ALONE = re.compile(
    r"\b(?P<number>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[\s-](?P<unit>day|week|month|year)s?\b"
    r"(?!\s*(?:old|of age|ago))",
    re.IGNORECASE,
)
"""``1 month`` in ``baseline, 1 month and 6 months``"""
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_MONTH = re.compile(_MONTH_NAME)
_MONTHS_LISTED = re.compile(
    rf"(?<!\w){_MONTH_NAME}(?:{_AND}{_MONTH_NAME})+(?:\s(?:19|20)\d\d)?(?=\)|\s*[.;]|\s+respectively)"
)
"""``(Oct, Dec, Feb)``, ``in May and July 2020``"""
_NUMBER = re.compile(r"\d+")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NEXT_LISTED = re.compile(rf"(?:\s?[^\W\d][^\s,;]{{0,11}})?{_AND}[<>≤≥]?\s?\d[\d.,]*\s?[^\s,;]{{0,12}}")
_BETWEEN_VALUES = 40
"""Characters within which the next number of a row of results follows."""
_COUNTED_UNITS = {"day", "week", "month", "year"}


class _Row(NamedTuple):
    start: int
    end: int
    times: tuple[TimeMention, ...]


def told_in_rows(scan: Scan, drafts: list[Draft], key: Callable[[Draft], Hashable | None]) -> list[Draft]:
    """The drafts of a text with the times that rows of times give them.

    Args:
        key: what makes results ones of one row, such as the analyte; None for a draft that has no number.
    """
    groups: dict[tuple[tuple[int, int], Hashable], list[Draft]] = {}
    for draft in drafts:
        if (of := key(draft)) is not None and scan.table_at(draft["start"]) is None:
            groups.setdefault((scan.sentence_at(draft["end"] - 1), of), []).append(draft)
    changed: dict[int, Draft] = {}
    for ((start, end), _), group in groups.items():
        for row in _rows(scan, start, end):
            for draft, time in _with_times(scan, sorted(group, key=lambda draft: draft["end"]), row):
                changed[id(draft)] = {**draft, "time": time_draft(scan.text, time) if time is not None else None}
    for draft in drafts:
        if draft.get("time") is None and id(draft) not in changed and key(draft) is not None:
            day = _day_of_row(scan, draft["start"])
            if day is not None:
                changed[id(draft)] = {**draft, "time": time_draft(scan.text, day)}
    return [changed.get(id(draft), draft) for draft in drafts]


_LEADING = 48
"""Characters of a row in which its day stands."""
_CELL_EDGE = re.compile(r" {2}|\t|\|")


def _day_of_row(scan: Scan, start: int) -> TimeMention | None:
    """``2   16/11/20   given   Ca 2.31``: the one day of a row that a result stands in a later cell of."""
    if scan.table_at(start) is None:
        return None
    line = scan.text.rfind("\n", 0, start) + 1
    dates = [time for time in scan.times_in(line, start) if time.kind == "date"]
    if len(dates) != 1 or dates[0].start - line > _LEADING or _CELL_EDGE.search(scan.text, dates[0].end, start) is None:
        return None
    return dates[0]


def _with_times(scan: Scan, group: Sequence[Draft], row: _Row) -> Iterator[tuple[Draft, TimeMention | None]]:
    """The drafts whose time a row of times settles, each with its own; None where the row says nothing of it."""
    ends = [draft["end"] for draft in group]
    stands_apart = row.end <= ends[0] or row.start >= ends[-1]
    if not stands_apart:
        return
    told = [(draft.get("time") or {}).get("text") for draft in group]
    if None not in told and len(set(told)) == len(row.times) == len(group):
        return  # each has one of its own already
    if len(group) == len(row.times) and _is_run(scan, ends, row):
        yield from zip(group, row.times, strict=True)
        return
    inside = {scan.text[time.start : time.end] for time in row.times} | {scan.text[row.start : row.end]}
    apart = len(group) - len(row.times)
    if apart > 0 and row.start >= ends[-1] and _is_list_of_its_own(scan, ends, apart):
        yield from zip(group[apart:], row.times, strict=True)
        group, told = group[:apart], told[:apart]
    for draft, text in zip(group, told, strict=True):
        if text in inside or (text and scan.text[row.start : row.end] in text):
            yield draft, None


def _is_list_of_its_own(scan: Scan, ends: Sequence[int], first: int) -> bool:
    """Whether the numbers from ``first`` on are one list, which the number before them does not belong to:
    ``18 U/L, which had been 21 and 16 in 2012 and 2014``."""
    joined = [_NEXT_LISTED.fullmatch(scan.text, left, right) is not None for left, right in pairwise(ends)]
    return all(joined[first:]) and not joined[first - 1]


def _is_run(scan: Scan, ends: Sequence[int], row: _Row) -> bool:
    """Whether the numbers that end there follow each other with no time between."""
    return all(
        right - left <= _BETWEEN_VALUES
        and not any(not row.start <= time.start < row.end for time in result_times(scan, left, right))
        for left, right in pairwise(ends)
    )


def _rows(scan: Scan, start: int, end: int) -> list[_Row]:
    """The rows of two times and more in a sentence."""
    found: list[_Row] = []
    for match in BOTH_SIDES.finditer(scan.text, start, end):
        times = tuple(TimeMention(*match.span(name), "label") for name in ("first", "second"))
        found.append(_Row(match.start(), match.end(), times))
    for match in _MONTHS_LISTED.finditer(scan.text, start, end):
        months = [TimeMention(*item.span(), "date", precision="month") for item in _MONTH.finditer(match.group())]
        left = match.start()
        times = tuple(time._replace(start=time.start + left, end=time.end + left) for time in months)
        found.append(_Row(match.start(), match.end(), (*times[:-1], times[-1]._replace(end=match.end()))))
    run: list[TimeMention] = []
    for time in [*_single_times(scan, start, end), None]:
        if time is not None and (not run or _LIST_WORDS.fullmatch(scan.text, run[-1].end, time.start)):
            run.append(time)
            continue
        if (
            len(run) > 1
            and _JOINS.search(scan.text, run[-2].end, run[-1].start)
            and not any(run[0].start < row.end and row.start < run[-1].end for row in found)
        ):
            found.append(_Row(run[0].start, run[-1].end, tuple(_with_unit(scan, run))))
        run = [time] if time is not None else []
    return found


def _with_unit(scan: Scan, run: list[TimeMention]) -> list[TimeMention]:
    """The times of a row, each bare number in the words that give its unit: ``3 and 6 months``."""
    kept: list[TimeMention] = []
    end = run[-1].end
    for time in reversed(run):
        is_bare = time.kind != "date" and scan.text[time.start : time.end].isdecimal()
        end = end if is_bare else time.end
        kept.insert(0, time._replace(end=end))
    return kept


def _single_times(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """The times of a sentence, those with a unit in common taken apart."""
    shared: list[TimeMention] = []
    spans: list[tuple[int, int]] = []
    for match in _SHARED_UNIT.finditer(scan.text, start, end):
        unit = match["unit"].lower()
        spans.append((match.start(), match.end()))
        for number in _NUMBER.finditer(scan.text, match.start(), match.end("last")):
            end = match.end() if number.start() == match.start("last") else number.end()
            spot = (number.start(), end)
            if unit in _COUNTED_UNITS:
                shared.append(TimeMention(*spot, "relative", value=number.group(), unit=unit, anchor="baseline"))
            else:
                shared.append(TimeMention(*spot, "label"))
    plain = [
        time
        for time in result_times(scan, start, end)
        if time.kind != "duration" and not any(time.start < right and left < time.end for left, right in spans)
    ]
    taken = [*((time.start, time.end) for time in result_times(scan, start, end)), *spans]
    for match in _ALONE.finditer(scan.text, start, end):
        if not any(match.start() < right and left < match.end() for left, right in taken):
            word = match["number"].lower()
            value = str(_NUMBERS.index(word) + 1) if word in _NUMBERS else word
            unit = match["unit"].lower()
            shared.append(TimeMention(*match.span(), "relative", value=value, unit=unit, anchor="baseline"))
    return sorted([*plain, *shared], key=lambda time: time.start)
