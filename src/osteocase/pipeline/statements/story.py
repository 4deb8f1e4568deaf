"""The time that a story has come to: the one that opened a sentence before."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.time_links import is_comparison
from osteocase.pipeline.times.find import TimeMention

__all__ = ["is_visit", "opening_time", "time_of_story"]

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
