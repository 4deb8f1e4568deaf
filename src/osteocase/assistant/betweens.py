"""Two times that are told by what happened: ``from the first dose to the last visit``, ``between birth and scan``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.hearing import Heard, Moment
from osteocase.assistant.passages import passages_of
from osteocase.assistant.times import months_of
from osteocase.assistant.vocabulary import Hit
from osteocase.records import Record
from osteocase.review import Session

__all__ = ["with_betweens"]

_BETWEEN = re.compile(
    r"\b(?:between|from)\s+(?P<one>[^?.;]{3,60}?)\s+(?:and|to|until|till|up to)\s+(?P<two>[^?;]{3,60}?)\s*[?.]?$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:last|latest|final|most recent)\s+(?:visit|scan|dxa|follow[- ]?up|check|note|time|value)|\bnow\b|\btoday\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first|initial)\s+(?:visit|consult\w*|clinic|note|time|appointment|value)\b|\bpresentation\b", re.IGNORECASE
)
_START = re.compile(
    r"\bbaseline\b|\b(?:start|beginning)\s+(?:of\s+)?(?:the\s+)?(?:treatment|therapy)\b|^\s*(?:the\s+)?start\s*$",
    re.IGNORECASE,
)
_SCAN = re.compile(r"\b(?P<which>first|last|second)\s+(?:scan|dxa|dexa|bmd|densitometry)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?P<which>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)(?:\s+(?:infusion|injection|dose)\b|\s*$)",
    re.IGNORECASE,
)
_IN_WORDS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}

_BARE = re.compile(r"(?:the\s+)?(?:first|second|third|fourth|fifth|\d\w\w)", re.IGNORECASE)

Place = Callable[[Heard, list[int]], Moment | None]


def with_betweens(heard: Heard, session: Session, place: Place) -> Heard:
    """The utterance with both times as months, where both are known; else as it was.

    Args:
        heard: the utterance.
        session: the case.
        place: the moment that words of it name, such as the end of a treatment.
    """
    wanted = heard.has("trend", "duration", "extreme", "ask") or "difference" in heard.words
    if not wanted or heard.has("correct", "add", "delete", "accept"):
        return heard
    match = _BETWEEN.search(heard.say)
    if match is None:
        return heard
    doses = any(word in ("infusion", "injection", "dose") for word in heard.words)
    if any(_BARE.fullmatch(match[name]) for name in ("one", "two")) and not doses:
        return heard
    found = [_months(heard, match.span(name), match[name], session, place) for name in ("one", "two")]
    if any(one is None for one in found) or all(told for one in found if one is not None for told in [one[1]]):
        return heard
    first, second = (one[0] for one in found if one is not None)
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


def _months(
    heard: Heard, span: tuple[int, int], text: str, session: Session, place: Place
) -> tuple[Decimal, bool] | None:
    """Position of what a half names, and whether it was said as a number or a date, which others understand."""
    inside = [at for at, offset in enumerate(heard.offsets) if span[0] <= offset < span[1]]
    if heard.months is not None and span[0] <= heard.months_at < span[1]:
        return heard.months, True
    if any(span[0] <= at < span[1] for at in heard.dates_at):
        return None
    ends = [point.months for point in session.case.timepoints if point.months is not None]
    scan = _SCAN.search(text)
    if scan is not None:
        rows: list[Record] = [one for one in session.case.bmd if months_of(one) is not None]
        times = sorted({months_of(one) or Decimal(0) for one in rows})
        number = {"first": 0, "second": 1, "last": -1}[scan["which"].lower()]
        return (times[number], False) if -len(times) <= number < len(times) else None
    ordinal = _ORDINAL.search(text)
    if ordinal is not None:
        return _of_dose(_IN_WORDS.get(ordinal["which"].lower(), ordinal["which"].lower()), session)
    if _LAST.search(text) and ends:
        return max(ends), False
    if _FIRST.search(text) and ends:
        return min(ends), False
    moment = place(heard, inside) if inside else None
    if moment is not None:
        return moment.months, False
    return (Decimal(0), False) if _START.search(text) else None


def _of_dose(which: str, session: Session) -> tuple[Decimal, bool] | None:
    """When the third infusion was: the visit of the note that tells it."""
    said = re.compile(rf"\b{which}\s+(?:\w+\s+)?(?:infusion|injection|dose)\b", re.IGNORECASE)
    notes = {one.note for one in passages_of(session) if said.search(one.text)}
    dates = [note.date for note in session.case.notes if note.id in notes and note.date]
    points = [
        point.months for point in session.case.timepoints for record in point.records
        if point.months is not None and record.split("/")[0] in notes
    ]  # fmt: skip
    if not dates or not points:
        return (Decimal(0), False) if which == "first" and session.case.case.axis.anchor == "treatment_start" else None
    return (min(points) if which == "first" else max(points)), False
