"""The time that statements of densitometry leave open for later ones: of a head, a sentence, a part of a story."""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.bmd.dates import exam_times, heading_of_exam, is_compared, is_of_another
from osteocase.pipeline.bmd.times import has_number_in_brackets
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements import story
from osteocase.pipeline.statements.births import is_birth
from osteocase.pipeline.times.find import TimeMention

__all__ = ["Told", "carried_time", "is_of_now", "opening_time"]


class Told(NamedTuple):
    """The time of an examination that was told, and where."""

    time: TimeMention | None = None
    end: int = 0
    """End of the statement that told it."""
    headed: bool = False
    """True where it stands over the results, so that it outlasts a blank line."""
    left: TimeMention | None = None
    """The time of the examination before, where another one has begun whose time is not told."""
    aside: TimeMention | None = None
    """The time of the examination that a line is about which recalls an earlier one."""


_SINCE = re.compile(
    r"\b(?:since|until|due|planned|scheduled|repeat|rescan|next|eligible after|born|started|from age)\s*(?:in|on"
    r"|the)?\s*$",
    re.IGNORECASE,
)
_PRIOR = re.compile(
    r"\b(?:prior|previous|last|earlier|prev)\s+(?:(?:DE?XA|BMD|scan|study|densitometry)\s*)?[(:]?\s*(?:(?:on|of|from|in)\s+)?\Z",
    re.IGNORECASE,
)
"""``Prior DXA 4/2021: spine -1.9``: the next line is of the examination before it again."""
_FIRST = re.compile(r"^\W*(?:\w+\W+){0,8}$")


def carried_time(scan: Scan, start: int, end: int, told: Told) -> Told:
    """The time that holds for the statements from here on."""
    if told.aside is not None and "\n" in scan.text[told.end : start]:
        told = Told(told.aside, told.end, headed=True)
    devices = [
        word
        for word in scan.words_in(start, end, "densitometry")
        if scan.knowledge.words[word.id].value in {"device", "bmd"}
    ]
    times = [
        time
        for time in exam_times(scan, start, end)
        if not is_compared(scan, time)
        and not has_number_in_brackets(scan, time)
        and not is_birth(scan, time)
        and not _SINCE.search(scan.text[max(0, time.start - 24) : time.start])
    ]
    dates = [time for time in times if time.kind == "date"] or [
        time for time in times if time.kind in {"relative", "label"}
    ]
    if devices and len(dates) == 1:
        recalled = _PRIOR.search(scan.text, max(0, dates[0].start - 30), dates[0].start) is not None
        return Told(dates[0], end, headed=True, aside=told.time if recalled else None)
    if (
        len(dates) == 1
        and dates[0].end - start < 60
        and _FIRST.match(scan.text[start : dates[0].start])
        and dates[0].kind == "date"
    ):
        headed = re.match(r"\s*[:)\-–]|\s*$", scan.text[dates[0].end : end]) is not None
        return Told(dates[0], end, headed=headed and bool(devices or scan.words_in(start, end, "densitometry")))
    if len(dates) == 1 and dates[0] is opening_time(scan, start, end):
        return Told(dates[0], end)
    if scan.text[told.end : start].count("\n") > 1 and not told.headed:
        told = Told()
    if not times and (opened := _time_of_clause_before(scan, start) or _time_since(scan, told, start)) is not None:
        return Told(opened, end)
    if devices and not times and (led := _time_of_sentence_before(scan, start)) is not None:
        return Told(led, end, headed=True)
    if told.time is None:
        heading = heading_of_exam(scan, start)
        visit = story.time_between_visits(scan, start) if not times else None
        nearer = story.later(heading, visit)
        if nearer is not None and (told.left is None or nearer.end <= told.left.start or told.left.end <= nearer.start):
            return Told(nearer, end, headed=False)
    return told


def opening_time(scan: Scan, start: int, end: int) -> TimeMention | None:
    """The only time of a sentence, with which it opens, and which no result is compared with."""
    first = story.opening_time(scan, start, end)
    if first is None or is_compared(scan, first) or is_of_another(scan, first):
        return None
    others = (
        time for time in exam_times(scan, start, end) if time.start != first.start and not is_compared(scan, time)
    )
    return first if next(others, None) is None else None


def _time_of_clause_before(scan: Scan, start: int) -> TimeMention | None:
    """``At 12 months the pain was 2; spine 1.028 g/cm2; hip 0.738``: one sentence, of one time."""
    index = scan.sentence_index(start)
    if scan.text[scan.sentences[index][0] : start].strip() or is_of_now(scan, start):
        return None
    for left, right in reversed(scan.sentences[max(0, index - _OPENINGS_BACK) : index]):
        if not scan.text[left:right].rstrip().endswith(";") or "\n" in scan.text[right:start]:
            return None
        if (opening := opening_time(scan, left, right)) is not None:
            return opening if story.is_visit(opening) or opening.precision == "day" else None
        if exam_times(scan, left, right):
            return None
    return None


_PRESENT = re.compile(r"\b(?:is|are|now|today|currently)\b", re.IGNORECASE)


def is_of_now(scan: Scan, start: int) -> bool:
    """``In 2019 the hip was -2.0; the spine is -2.5``: what stands from ``start`` on is not of 2019."""
    return _PRESENT.search(scan.text, start, scan.sentence_at(start)[1]) is not None


def _time_since(scan: Scan, told: Told, start: int) -> TimeMention | None:
    """The time that has opened a sentence since an examination was told: the story has moved on to it."""
    for left, right in reversed(scan.sentences[: scan.sentence_index(start)][-_OPENINGS_BACK:]):
        if left < told.end or "\n\n" in scan.text[right:start]:
            return None
        opening = opening_time(scan, left, right)
        if opening is not None:
            has_moved = story.is_visit(opening) and (not told.headed or "\n\n" in scan.text[told.end : left])
            return opening if has_moved else None
        if scan.words_in(left, right, "densitometry"):
            return None
    return None


def _time_of_sentence_before(scan: Scan, start: int) -> TimeMention | None:
    """``At 12 months she walks unaided. Repeat DXA: ...``: the time that opens a sentence before, in the same line."""
    index = scan.sentence_index(start)
    if index == 0 or start - scan.sentences[index][0] > 24:
        return None
    for left, right in reversed(scan.sentences[max(0, index - _OPENINGS_BACK) : index]):
        if "\n" in scan.text[right:start] or scan.words_in(left, right, "densitometry"):
            return None
        if (opening := opening_time(scan, left, right)) is not None:
            return opening
    return None


_OPENINGS_BACK = 5
"""Sentences before a scan within which the time of the visit opens one."""
