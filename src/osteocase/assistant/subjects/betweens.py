"""Two times that are told by what happened: ``from the first dose to the last visit``, ``between birth and scan``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.counted_doses import DOSES, DRIPS, JABS, doses_told
from osteocase.assistant.subjects.happenings import HAPPENED
from osteocase.assistant.subjects.named_times import scan_times
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.assistant.words.vocabulary import Hit
from osteocase.review import Session

__all__ = ["with_betweens"]

_BETWEEN = re.compile(
    r"\b(?:between|from)\s+(?P<one>[^?.;]{3,60}?)\s+(?:and|to|until|till|up to)\s+(?P<two>[^?;]{3,60}?)\s*[?.]?$",
    re.IGNORECASE,
)
_START = re.compile(
    r"\bbaseline\b|\b(?:start|beginning)\s+(?:of\s+)?(?:the\s+)?(?:treatment|therapy)\b|^\s*(?:the\s+)?start\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:the\s+)?(?:first|second|third|fourth|fifth|\d\w\w)", re.IGNORECASE)

Place = Callable[[Heard, list[int]], Moment | None]


def with_betweens(heard: Heard, session: Session, place: Place) -> Heard:
    """The utterance with both times as months, where both are known; else as it was.

    Args:
        heard: the utterance.
        session: the case.
        place: the moment that words of it name, such as the end of a treatment.
    """
    happened = _WHAT_WAS.search(heard.say) is not None and not heard.has("trend", "duration", "extreme")
    wanted = heard.has("trend", "duration", "extreme", "ask") or "difference" in heard.words or happened
    if not wanted or heard.has("correct", "add", "delete", "accept"):
        return heard
    two = _TWO.search(heard.say)
    if two is not None and heard.has("duration"):
        return _two_of_row(heard, two, session)
    if heard.has("duration") and not heard.has("trend", "extreme"):
        return heard  # how much time lay between two things is told with the records of both
    match = _BETWEEN.search(heard.say)
    if match is None:
        return _between_scans(heard, session)
    if match["one"].casefold().split()[-1] == "first" and match["two"].casefold().startswith(("last", "the last")):
        return heard  # ``from the first to the last scan``: the whole course
    if _places(heard, match) and "fracture" not in heard.words:
        return heard  # ``between spine and hip``
    found = [_months(heard, match, name, session, place) for name in ("one", "two")]
    if happened and match["two"] and heard.other_months is not None and heard.months is not None:
        return _within(heard, match, heard.months, heard.other_months)
    if any(one is None for one in found) or all(told for one in found if one is not None for told in [one[1]]):
        return heard
    first, second = (one[0] for one in found if one is not None)
    if happened:
        return _within(heard, match, first, second)
    inside = {at for at, offset in enumerate(heard.offsets) if match.start("one") <= offset < match.end("two")}
    hits = tuple(
        Hit(hit.start, hit.end, "utterance", "moment", "filler")
        if hit.start in inside and (hit.topic in ("treatment", "event", "bone") or hit.group in ("time", "record_kind"))
        else hit
        for hit in heard.hits
    )
    hits = tuple(hit for hit in hits if not (hit.topic == "bmd_site" and hit.start in inside))
    return replace(
        heard, hits=hits, months=first, other_months=second, months_at=match.start("one"), between=(first, second),
        date=None, dates=(), dates_at=(), moment=None, levels=(),
    )  # fmt: skip


_TWO = re.compile(
    r"\b(?:(?P<end>last|latest|most recent|first)\s+(?:two|2)|(?:two|2)\s+(?P<end2>last|latest|most recent|first)"
    r"|(?P<both>both|(?:the|her|his|these|those)\s+(?:two|2)))\s+"
    r"(?:\w+\s+){0,2}?(?P<what>doses|injections|infusions|shots|jabs|scans|dxas?|dexas?)\b",
    re.IGNORECASE,
)


def _two_of_row(heard: Heard, match: re.Match[str], session: Session) -> Heard:
    """``how far apart were the last two doses?``: the places of both, where they are told."""
    inside = {at for at, offset in enumerate(heard.offsets) if match.start() <= offset < match.end()}
    times: Sequence[Decimal | None] = scan_times(session)
    if match["what"].lower() in DOSES:
        said = {match["what"].lower()}
        agents = [hit.id for hit in heard.hits if hit.topic == "treatment" and hit.end > hit.start]
        days = doses_told(agents, session, infused=bool(said & DRIPS), injected=bool(said & JABS))
        times = [months_of_day(day, session) for day in days]
    pair = times[:2] if (match["end"] or match["end2"] or "").lower() == "first" else times[-2:]
    if (match["both"] and len(times) != 2) or len(pair) != 2 or pair[0] is None or pair[1] is None:
        return heard
    hits = tuple(
        Hit(hit.start, hit.end, "utterance", "moment", "filler") if hit.start in inside else hit for hit in heard.hits
    )
    return replace(heard, hits=hits, between=(pair[0], pair[1]))


def _within(heard: Heard, match: re.Match[str], first: Decimal, second: Decimal) -> Heard:
    """``what happened between the wrist and the hip fracture?``: what tells the times is not what is asked for."""
    inside = [at for at, offset in enumerate(heard.offsets) if match.start() <= offset < match.end("two")]
    end = max(inside) + 1
    hits = tuple(hit for hit in heard.hits if not (inside[0] <= hit.start < end and hit.end > hit.start))
    known = Hit(inside[0], end, "utterance", "moment", "filler")
    moment = Moment("between", min(first, second), max(first, second))
    return replace(
        heard, hits=(*hits, known), months=None, other_months=None, date=None, dates=(), dates_at=(), levels=(),
        moment=moment,
    )  # fmt: skip


_WHAT_WAS = re.compile(
    rf"{HAPPENED.pattern}|\bwhat\s+(?:did|was|were|has)\s+(?:she|he|the\s+patient)?\s*(?:get|given|take|taking|taken|receive|"
    r"have|on)\b|\bwhat\s+(?:treatments?|drugs?|medication)\b|\bwhich\s+(?:treatments?|drugs?)\b",
    re.IGNORECASE,
)
_SCANS = re.compile(
    r"\bbetween (?:the |her |his |these |those |both )?(?:two |2 |first two )?"
    r"(?:scans|dxas?|dexas?|densitometries|bmds)\b",
    re.IGNORECASE,
)


def _between_scans(heard: Heard, session: Session) -> Heard:
    """``any falls between the two scans?``: of what is no density, the time from the one scan to the other."""
    match, times = _SCANS.search(heard.say), scan_times(session)
    inside = {
        at for at, offset in enumerate(heard.offsets) if match is not None and match.start() <= offset < match.end()
    }
    own = [hit for hit in heard.hits if hit.start not in inside and hit.end > hit.start]
    other = any(hit.topic in ("finding", "event", "treatment", "bone") or hit.group in _LISTS for hit in own)
    other = other or any(hit.group in ("summary", "family") for hit in own)
    density = any(hit.topic == "bmd_site" or hit.group in ("measure", "trend") for hit in own if hit.group != "family")
    fell = any(hit.value == "finding:falls event:fall" for hit in own)
    if match is None or len(times) != 2 or not other or (density and not fell):
        return heard
    hits = tuple(
        Hit(hit.start, hit.end, "utterance", "moment", "filler") if hit.start in inside else hit for hit in heard.hits
    )
    return replace(heard, hits=hits, moment=Moment("between", times[0], times[1]))


_LISTS = ("record_kind", "finding_kind")


def _places(heard: Heard, match: re.Match[str]) -> bool:
    """Whether both halves name a place that is measured."""
    at = [heard.offsets[hit.start] for hit in heard.hits if hit.topic == "bmd_site" and hit.end > hit.start]
    return all(any(match.start(half) <= one < match.end(half) for one in at) for half in ("one", "two"))


def _months(
    heard: Heard, match: re.Match[str], half: str, session: Session, place: Place
) -> tuple[Decimal, bool] | None:
    """Position of what a half names, and whether it was said as a number or a date, which others understand."""
    start, end = match.span(half)
    if heard.months is not None and start <= heard.months_at < end:
        return heard.months, True
    if any(start <= at < end for at in heard.dates_at):
        return None
    if _BARE.fullmatch(match[half]):  # ``the first and the second scan``
        end = match.end("two")
    inside = [at for at, offset in enumerate(heard.offsets) if start <= offset < end]
    if any(heard.words[at].startswith(("discharge", "admi")) for at in inside):
        return None  # of days apart, which are told in days
    moment = place(heard, inside) if inside else None
    if moment is not None:
        return moment.months, False
    return (Decimal(0), False) if _START.search(match[half]) else None
