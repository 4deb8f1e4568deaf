"""Two results of one site in one sentence, now and before: whose the change is, and whose the one time beside them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Any, Protocol

from osteocase.pipeline.bmd.dates import exam_times
from osteocase.pipeline.bmd.measures import Reading
from osteocase.pipeline.bmd.sites import Site
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import TimeMention

__all__ = ["partners", "same_site", "settle_courses", "times_over", "untimed"]


class Exam(Protocol):
    """What one examination has told of one site."""

    site: Site | None
    time: TimeMention | None
    earlier: bool
    start: int
    end: int
    fields: dict[str, Any]


_DIRECTLY = re.compile(
    r"\s*(?:SD|g\s?/\s?cm\S*)?\s*(?:(?:in|on|at|of|from|dated|back\s+in|measured\s+in)\s+)?", re.IGNORECASE
)
"""Between a number and the time that is its own: ``(was -2.3 in 2019)``."""
_VALUES = frozenset({"t_score", "z_score", "bmd_g_cm2", "yam_percent"})


def same_site(left: Site | None, right: Site | None) -> bool:
    """Whether two results are of one site, side and region."""
    if left is None or right is None:
        return left is right
    return (left.id, left.side, left.region) == (right.id, right.side, right.region)


def partners(bound: Sequence[tuple[Reading, Site | None]]) -> dict[int, int]:
    """``hip .721 / .743 / .738, T -1.8 / -1.7 / -1.7``: the start of each score to that of the density in its place.

    Only where a site has two rows and more of equal length, one measure after the other.
    """
    rows: list[tuple[str, Site | None, list[int]]] = []
    for reading, site in bound:
        if reading.measure == "change":
            continue
        if rows and rows[-1][0] == reading.measure and same_site(rows[-1][1], site):
            rows[-1][2].append(reading.start)
        else:
            rows.append((reading.measure, site, [reading.start]))
    found: dict[int, int] = {}
    for first, second in pairwise(rows):
        if len(first[2]) == len(second[2]) > 1 and same_site(first[1], second[1]):
            found.update(
                {later: found.get(earlier, earlier) for earlier, later in zip(first[2], second[2], strict=True)}
            )
    return found


_LISTED = re.compile(r"\s*%?\s*(?:,|/|\band\b|&|then)\s*(?:and\s+|then\s+)?(?:by\s+)?[+]?", re.IGNORECASE)


def untimed(scan: Scan, bound: Sequence[tuple[Reading, Site | None]], timed: Container[int]) -> set[int]:
    """``gains of 8%, 11% and 14% at the spine``: where the changes of a list start whose times nobody tells."""
    found: set[int] = set()
    for (one, here), (other, there) in pairwise(bound):
        if one.measure != "change" or other.measure != "change" or not same_site(here, there):
            continue
        listed = _LISTED.fullmatch(scan.text, one.end, other.start) is not None
        if listed and not {one.start, other.start} & found and one.start not in timed:
            found |= {one.start, other.start}
        elif listed and one.start in found:
            found.add(other.start)
    return found


def settle_courses(scan: Scan, exams: Sequence[Exam]) -> None:
    """``rose by 7.9 % (0.812 to 0.876)``: the change is that of the later value, the time not that of the earlier.

    ``T-score -1.8 (was -2.3 in 2019)``: a time right behind the earlier value is that of it alone.
    """
    for first, second in pairwise(exams):
        if _is_time_of_second(scan, first, second):
            first.time = None
    for exam in exams:
        later = next(
            (other for other in exams if exam.earlier and not other.earlier and same_site(exam.site, other.site)), None
        )
        if later is None:
            continue
        if exam.time is not None and exam.time is later.time:
            exam.time = None
        for name in ("change_percent", "change_from"):
            if name in exam.fields and name not in later.fields:
                later.fields[name] = exam.fields.pop(name)


def _is_time_of_second(scan: Scan, first: Exam, second: Exam) -> bool:
    """Two values of one measure and site are of two examinations; the time stands right behind the second."""
    if first.time is None or first.time is not second.time or not same_site(first.site, second.site):
        return False
    if not first.fields.keys() & second.fields.keys() & _VALUES or not first.end <= second.start < second.end:
        return False
    return _DIRECTLY.fullmatch(scan.text, second.end, first.time.start) is not None


_VALUE = re.compile(r"\d[.,]\d")
_ROWS_BACK = 8
"""Lines between a row and its head."""


def times_over(scan: Scan, start: int, bound: list[tuple[Reading, Site | None]]) -> dict[int, TimeMention]:
    """The times of a row under a head of as many: ``DXA 2019 2021`` over ``Hip T-score -1.5 -1.6``."""
    if len(bound) < 2 or len({(reading.measure, site) for reading, site in bound}) > 1:
        return {}
    end = scan.text.rfind("\n", 0, start + 1)
    for _ in range(_ROWS_BACK):
        left = scan.text.rfind("\n", 0, max(end, 0)) + 1
        line = scan.text[left : max(end, 0)]
        if end <= 0 or not line.strip():
            return {}
        times = exam_times(scan, left, end)
        if len(times) > 1:
            if len(times) != len(bound):
                return {}
            return {reading.start: time for (reading, _), time in zip(bound, sorted(times), strict=True)}
        if _VALUE.search(line) is None:
            return {}
        end = left - 1
    return {}
