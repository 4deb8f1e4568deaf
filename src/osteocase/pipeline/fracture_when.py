"""When a fracture was: the time told beside it, and whether it belongs to the past."""

from __future__ import annotations

import re

from osteocase.pipeline.context import Context, Cue
from osteocase.pipeline.fracture_before import left_edge
from osteocase.pipeline.fracture_traits import Trait
from osteocase.pipeline.fracture_words import Words
from osteocase.pipeline.header import note_date
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.timelinks import is_comparison
from osteocase.pipeline.times import TimeMention

__all__ = ["fracture_time", "is_long_ago", "temporality"]

_BARE_YEAR = re.compile(r"(?:[\s,(–—-]|\b(?:R|L|left|right)\b)*(?P<year>(?:19|20)\d\d)(?![\d/-])")
_BARE_AGE = re.compile(
    r"[\s,(]*(?:at|aged|age)\s+(?:the\s+age\s+of\s+)?(?P<age>[1-9]\d)(?=\s*(?:[.,;)]|$|and\b|\n))",
    re.IGNORECASE,
)
_AGE_WORDS = frozenset(
    {"old", "remote", "healed", "chronic", "well healed", "old healed", "longstanding", "long standing"}
)
"""Words that ``acuity`` holds already: an old vertebral fracture is still there."""


def fracture_time(scan: Scan, words: Words, start: int, end: int) -> TimeMention | None:
    """The time told of the stretch: right after it, later in the clause, inside it, or opening the sentence."""
    year = _BARE_YEAR.match(scan.text, end)
    if year is not None:
        return TimeMention(year.start("year"), year.end("year"), "date", year["year"], precision="year")
    age = _BARE_AGE.match(scan.text, end)
    if age is not None:
        begin = age.start() + len(age.group()) - len(age.group().lstrip(" ,(\n"))
        return TimeMention(begin, age.end(), "age", value=age["age"], unit="year", anchor="birth")
    times = [
        time
        for time in scan.times_in(words.start, words.end)
        if time.kind != "duration" and time.end <= words.end and not is_comparison(scan, time)
    ]
    after = [time for time in times if time.start >= end]
    if after:
        gap = scan.text[end : after[0].start]
        if len(gap) <= 60 and not re.search(r"[;.]\s|\bbut\b|\band\b[^,]{12,}", gap):
            return after[0]
    inside = [time for time in times if start <= time.start < end]
    before = [time for time in times if time.end <= start]
    if inside or not before:
        return inside[0] if inside else None
    gap = scan.text[before[-1].end : start]
    return before[-1] if not re.search(r"[;]|\bbut\b", gap) and len(gap) <= 90 else None


def is_long_ago(scan: Scan, time: TimeMention | None) -> bool:
    """True for a calendar year before the note's own, and for a bare year in a note without a date."""
    if time is None or time.kind != "date" or time.date is None:
        return False
    date = note_date(scan)
    if date is None:
        return time.precision == "year"
    years = int(date[:4]) - int(time.date[:4])
    return years > 1 or (years == 1 and (time.precision == "year" or time.date[5:7] < date[5:7]))


def temporality(
    scan: Scan, words: Words, index: int, context: Context, time: TimeMention | None, traits: dict[str, Trait]
) -> str:
    """``historical`` by the words around it, by the age or year in which it happened, or as a relative's fracture."""
    if context.subject not in {"patient", "other"} and not context.negated:
        return "historical"
    if (time is not None and time.kind == "age") or (is_long_ago(scan, time) and not context.negated):
        return "historical"
    if any(
        scan.text[cue.start : cue.end].lower().startswith("never") for cue in context.cues if cue.category == "negated"
    ):
        return "historical"
    if not context.negated and "acuity" in traits and traits["acuity"][0] == "acute":
        return "current"
    cues = [
        cue
        for cue in context.cues
        if cue.category == "historical"
        and not _of_another(words, index, cue)
        and not ("acuity" in traits and " ".join(scan.text[cue.start : cue.end].lower().split()) in _AGE_WORDS)
    ]
    return "historical" if cues else "current"


def _of_another(words: Words, index: int, cue: Cue) -> bool:
    """True where a cue such as ``old`` stands in another fracture's phrase: ``old T8 fracture, fracture of L1``."""
    for position in range(index):
        word = words.items[position]
        if word.trigger is not None and word.trigger is not words.items[index].trigger:
            edge = words.items[left_edge(words, position)].start
            if edge <= cue.start < word.start:
                return True
    return False
