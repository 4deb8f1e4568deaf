"""The time that a story has come to: the one that opened a sentence before, or the visit that it last came to."""

from __future__ import annotations

from bisect import bisect_right

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.time_links import is_comparison
from osteocase.pipeline.times.find import TimeMention

__all__ = ["day_beside", "is_visit", "later", "opening_time", "time_between_visits", "time_of_story", "visits_told"]

_OPENING = re.compile(
    r"\W{0,3}(?:(?:results?|findings|bloods|follow[\s-]?up|review|visit|seen)\s+)?(?:(?:at|by|on|in|after|the)\s+){0,2}",
    re.IGNORECASE,
)
"""``At 12 months``, ``Results at 18 months``."""
_OPENINGS_BACK = 5
"""Sentences of a story over which the time holds that opened one."""


def opening_time(scan: Scan, start: int, end: int) -> TimeMention | None:
    """The only time of a sentence, with which it opens: ``At 12 months she walks unaided``."""
    times = [time for time in scan.times_in(start, end) if time.kind in {"relative", "date", "label"}]
    if len(times) != 1 or _OPENING.fullmatch(scan.text, start, times[0].start) is None:
        return None
    return None if is_comparison(scan, times[0]) else times[0]


def is_visit(time: TimeMention) -> bool:
    """``At 6 months``, ``Ten months after the last dose``; ``Five weeks ago`` and ``In 2019`` are of something else."""
    return time.kind == "relative" and time.anchor != "note_date"


def time_of_story(scan: Scan, position: int) -> TimeMention | None:
    """``At 6 months she was better. VAS 3, RDQ 3.``: the visit that opened a sentence before, in the same paragraph."""
    for left, right in reversed(scan.sentences[: scan.sentence_index(position)][-_OPENINGS_BACK:]):
        if "\n\n" in scan.text[right:position]:
            return None
        if (opening := opening_time(scan, left, right)) is not None:
            return opening if is_visit(opening) else None
        if any(time.kind != "duration" for time in scan.times_in(left, right)):
            return None
    return None


_APPOSED = re.compile(r"\s?[,(–—-]\s?(?:i\.e\.\s|that is,?\s|about\s|just\s|some\s)?")


def day_beside(scan: Scan, time: TimeMention) -> TimeMention:
    """``on 16 December 2022, ten months after the last dose``: one time told twice, which its date says best."""
    if time.kind != "relative":
        return time
    for other in scan.times_in(max(0, time.start - 40), time.start):
        if other.kind == "date" and other.date is not None and _APPOSED.fullmatch(scan.text, other.end, time.start):
            return other if len(other.date) >= len("2022-12") else time
    return time


_CAME = re.compile(
    r"\b(?:(?:first|next|then|last|again|re-?)?\s?(?:seen|reviewed|examined|assessed|evaluated|attended|presented|admitted)"
    r"|came(?:\s+back)?|consulted|returned|reappeared|re-?attended|visited|saw\s+(?:her|him|us|me))\b[^.;\d]{0,40}\Z",
    re.IGNORECASE,
)
"""``She first came to us on``, ``I saw him again in``: a visit, with its day behind it."""
_OF_NOW = re.compile(
    r"\b(?:today|currently|at\s+present|nowadays|is|are|am|has|have|remains?|continues?)\b", re.IGNORECASE
)


def time_between_visits(scan: Scan, position: int) -> TimeMention | None:
    """The visit to which a story of several visits has come at a position: ``She first came to us on 3 March 2020 ...
    Calcium was low at 2.05 mmol/L ... At six months ...``.

    A fact belongs to the visit before it in the same paragraph, and over the end of a paragraph only where the story
    comes to another visit behind it. None in a sentence of now, behind another day, and over a heading.
    """
    visits = visits_told(scan)
    index = bisect_right([visit.start for visit in visits], position) - 1
    if index < 0:
        return None
    visit = visits[index]
    section = scan.section_at(visit.start)
    if visit.start >= position or section != scan.section_at(position):
        return None
    left, right = scan.sentence_at(position)
    if _OF_NOW.search(scan.text, left, right) is not None or "\t" in scan.text[left:right]:
        return None
    if "\n\n" in scan.text[visit.end : position]:
        following = visits[index + 1] if index + 1 < len(visits) else None
        if following is None or scan.section_at(following.start) != section:
            return None
    others = (time for time in scan.times_in(visit.end, position) if time.kind == "date")
    return visit if next(others, None) is None else None


def later(heading: TimeMention | None, visit: TimeMention | None) -> TimeMention | None:
    """The one of a heading's time and a story's visit that stands nearer to what follows both."""
    return max((time for time in (heading, visit) if time is not None), key=lambda time: time.start, default=None)


def visits_told(scan: Scan) -> list[TimeMention]:
    """The visits that the sentences of a note come to, in order; none where it does not tell two of them."""
    if "story_visits" not in scan.facts:
        dated = (scan.sentence_at(time.start) for time in scan.times if time.kind in {"relative", "date", "label"})
        told = (_visit_of(scan, left, right) for left, right in dict.fromkeys(dated))
        found = [visit for visit in told if visit is not None]
        scan.facts["story_visits"] = found if len(found) > 1 else []
    visits: list[TimeMention] = scan.facts["story_visits"]
    return visits


def _visit_of(scan: Scan, left: int, right: int) -> TimeMention | None:
    opening = opening_time(scan, left, right)
    if opening is not None:
        return opening if is_visit(opening) else None
    for time in scan.times_in(left, right):
        if time.kind == "date" and time.date is not None and len(time.date) >= len("2020-03"):
            came = _CAME.search(scan.text, max(left, time.start - 60), time.start)
            return time if came is not None and not is_comparison(scan, time) else None
    return None
