"""Each of several times that one utterance names, alone: ``P1NP at 6 and 12 months``, ``2020 vs now``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.subjects.finding import same_thing
from osteocase.assistant.subjects.times import at_time, in_time, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record
from osteocase.review import Session

__all__ = ["names_several_times", "at_points", "nearest_to", "points_of"]

_NEAR = Decimal("3.5")
"""Months that the nearest measurement may lie beside an event."""


def points_of(heard: Heard) -> list[Heard]:
    """The utterance once for each time in it, in the order in which they are said."""
    bare = tuple(hit for hit in heard.hits if hit.group != "time")
    none = replace(
        heard, hits=bare, months=None, other_months=None, date=None, dates=(), dates_at=(), moment=None, moments=()
    )
    placed: list[tuple[int, Heard]] = []
    if heard.months is not None:
        placed.append((heard.months_at, replace(none, months=heard.months)))
    if heard.other_months is not None:
        placed.append((heard.months_at + 1, replace(none, months=heard.other_months)))
    placed += [
        (at, replace(none, date=date, dates=(date,), dates_at=(at,)))
        for date, at in zip(heard.dates, heard.dates_at, strict=False)
    ]
    seen: set[str] = set()
    for hit in heard.hits:
        if hit.topic == "utterance" and hit.group == "time" and hit.end > hit.start and hit.value not in seen:
            seen.add(str(hit.value))
            placed.append((heard.offsets[hit.start], replace(none, hits=(*bare, hit))))
    for at, moment in heard.moments:
        others = [place for place, _one in placed] + [place for place, _one in heard.moments if place != at]
        if moment.relation != "between" and any(_apart(heard.say, at, place) for place in others):
            placed.append((at, replace(none, moment=moment)))
    return [one for _at, one in sorted(placed, key=lambda pair: pair[0])]


def _apart(say: str, one: int, other: int) -> bool:
    """Whether two times stand side by side: in ``the last PTH after surgery`` they are one."""
    return _BESIDE.search(say[min(one, other) : max(one, other)]) is not None


_BESIDE = re.compile(r"\b(?:and|or|vs|versus|compared|than|to|against)\b|[,&/]", re.IGNORECASE)


def at_points(records: Sequence[Record], points: Sequence[Heard], session: Session) -> list[list[Record]]:
    """What was found at each of the times, of one thing."""
    found: list[list[Record]] = []
    for point in points:
        there, _told = at_time(records, point, session, same_thing)
        found.append(in_time(there, session) or nearest_to(records, point.months))
    return found


def nearest_to(records: Sequence[Record], wanted: Decimal | None) -> list[Record]:
    """The one measured nearest to it: a scan is seldom made on the day of a first dose."""
    placed = [(abs(at - wanted), one) for one in records if wanted is not None and (at := months_of(one)) is not None]
    near = [pair for pair in placed if pair[0] <= _NEAR]
    return [min(near, key=lambda pair: pair[0])[1]] if near else []


_TIMES = (
    r"(?:onset|admission|discharge|intake|presentation|baseline|start|first|follow[- ]?up|last|now|today|"
    r"\d+\s*(?:m|mo|months?|y|years?))"
)
_SEVERAL_TIMES = re.compile(
    rf"\b{_TIMES}\b\s*,\s*(?:at\s+)?{_TIMES}\b.{{0,12}}?\b(?:and|&)\s+(?:at\s+)?{_TIMES}\b", re.IGNORECASE
)
"""``at onset, at discharge and now``."""


def names_several_times(say: str) -> bool:
    """Whether three times are named one after the other: what is asked for is the course."""
    return _SEVERAL_TIMES.search(say) is not None
