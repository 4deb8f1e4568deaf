"""Times that one treatment has from another: X ends when Y begins, and what is told once for a list is told of each."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import time_draft
from osteocase.pipeline.times.words import TimeMention
from osteocase.pipeline.treatments.found import HANDS_ON, Found
from osteocase.pipeline.treatments.lists import list_gap
from osteocase.pipeline.treatments.periods import Times

__all__ = ["date_operation", "hand_over", "share_times"]

_SWITCHED = re.compile(
    r"\b(?:switched|changed|converted|transitioned|swapped|replaced|substituted|rotated)\b", re.IGNORECASE
)
_SWITCHED_FROM = re.compile(
    r"\b(?:switched|changed|converted|transitioned|swapped)\s+(?:over\s+)?from\s+(?:\w+\s+)?$", re.IGNORECASE
)
_OPERATED_ON = re.compile(
    r"(?:^|\n)[ \t]*(?:date(?: of (?:the )?(?:surgery|operation|procedure|op))?|(?:surgery|operation|procedure|op) date"
    r"|d\.?o\.?s\.?)[ \t]*[:.,-]?[ \t]*$",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"[\s,(]*(?:(?:in|on|at|from|around|about|since)\s+(?:the\s+)?)?", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since|from|beginning(?: in| on)?|starting(?: in| on| at)?)\s+(?:the\s+)?(?:about\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)
_LEAD = 15
"""Characters behind the new drug in which its time may stand."""


def hand_over(scan: Scan, found: Sequence[Found], told: list[Times]) -> None:
    """``X was switched to Y in 2020``, ``from X to Y in 2020``: X ends when Y begins."""
    for (item, times), (following, after) in itertools.pairwise(zip(found, told, strict=True)):
        if item.status is None or following.status is None or "stop" in times or not item.is_drug:
            continue
        sentence = scan.sentence_at(item.mention.start)
        if following.mention.start >= sentence[1]:
            continue
        end = max(item.end, item.mention.end)
        from_this = _SWITCHED_FROM.search(scan.text[max(sentence[0], item.mention.start - 40) : item.mention.start])
        verb = _SWITCHED.search(scan.text, end, following.mention.start)
        if not (verb or from_this) or re.search(r"[;]|\d\)", scan.text[end : following.mention.start]):
            continue
        time = _time_of_switch(scan, item, following, verb.start() if verb else None)
        if time is None:
            continue
        drafted = (time_draft(scan.text, time), (time.start, time.end))
        times["stop"] = drafted
        if times.get("start", ("", None))[1] == drafted[1]:
            del times["start"]
        if following.status in {"started", "ongoing", "past", "stopped", "completed"}:
            after.setdefault("start", drafted)


def _time_of_switch(scan: Scan, item: Found, following: Found, verb: int | None) -> TimeMention | None:
    """The time right before the verb, right behind the new drug, or at the head of the sentence."""
    end, after = max(item.end, item.mention.end), max(following.end, following.mention.end)
    dated = [time for time in scan.times_in(end, verb or end) if time.kind in {"date", "relative"}]
    if dated:
        return dated[-1]
    for time in scan.times_in(after, after + _LEAD):
        if time.kind in {"date", "relative"} and _AT_ONCE.fullmatch(scan.text, after, time.start):
            return time
    left = scan.sentence_at(item.mention.start)[0]
    if verb is None:
        for time in scan.times_in(left, item.mention.start):
            if time.kind in {"date", "relative"} and not scan.mentions_in(left, item.mention.start, "treatment"):
                return time
    return None


def share_times(scan: Scan, found: Sequence[Found], told: list[Times]) -> None:
    """``received X and Y on 9 November``, ``started on X, Y and Z at diagnosis``: told once for all of a list."""
    pairs = list(itertools.pairwise(range(len(found))))
    for one, other in [*reversed(pairs), *((other, one) for one, other in pairs)]:
        taker, giver = found[one], found[other]
        if told[one] or not told[other] or taker.status is None or taker.status != giver.status:
            continue
        if (
            taker.verdict.cue is None
            or taker.verdict.cue != giver.verdict.cue
            or taker.verdict.after != giver.verdict.after
        ):
            continue
        first, second = (taker, giver) if one < other else (giver, taker)
        if not list_gap(scan, first, second):
            continue
        outside = [
            (name, value)
            for name, value in told[other].items()
            if (value[1][0] >= second.end if one < other else value[1][1] <= first.mention.start)
            and "(" not in scan.text[second.end : value[1][0]]
        ]
        bare = not any(_SINCE.search(scan.text[max(0, span[0] - 30) : span[0]]) for _, (_, span) in outside)
        if bare or (not taker.has_dose and not giver.has_dose):
            told[one] = dict(outside)


def date_operation(scan: Scan, found: Sequence[Found], told: list[Times]) -> None:
    """The operation of a report was done on the day that its head gives."""
    dated = [
        time
        for time in scan.times_in(0, len(scan.text))
        if time.kind == "date" and _OPERATED_ON.search(scan.text[max(0, time.start - 40) : time.start])
    ]
    named = [time for time in dated if "date:" not in scan.text[max(0, time.start - 8) : time.start].lower()]
    if len({scan.text[time.start : time.end] for time in named or dated}) != 1:
        return
    time = (named or dated)[0]
    for item, times in zip(found, told, strict=True):
        if item.status == "completed" and item.entry.kind in HANDS_ON and not times:
            times["start"] = (time_draft(scan.text, time), (time.start, time.end))
