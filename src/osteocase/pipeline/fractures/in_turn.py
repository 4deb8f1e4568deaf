"""Several breaks of one bone told in turn behind it: ``both wrists, left in 2009 and right in 2014``."""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.fractures.numbers import NUMBERED, ORDINALS
from osteocase.pipeline.fractures.region_side import sides_in_turn
from osteocase.pipeline.fractures.times import fracture_times
from osteocase.pipeline.fractures.words import Place, Words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import TimeMention

__all__ = ["places_in_turn"]

_NAME = re.compile(r"[A-Za-z]+")
_HEAD = re.compile(
    r"(?:['’]s?|s)?(?:\s?(?:stress\s+)?(?:fractures?|fxs?|#s?)(?!\w))?(?:\s?x\s?\d\b)?\s?[(:,–-]\s?", re.IGNORECASE
)
_ITEM = re.compile(
    r"(?:(?:and|then|the)\s+)*(?P<side>left|right|lt|rt|l|r)?\b\.?\s?(?P<ordinal>\d(?=st|nd|rd|th)|"
    + "|".join(ORDINALS[:5])
    + r")(?:st|nd|rd|th)?\b\s?(?:(?:in|at|on)\s+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?(?:[,;/&]|\band\b)\s?(?:and\s)?", re.IGNORECASE)


def places_in_turn(scan: Scan, words: Words, index: int, places: list[Place]) -> list[tuple[Place, TimeMention]]:
    """Each break with its own time; empty where the text tells no such row."""
    if len(places) != 1 or places[0].bone in {"vertebra", "rib"}:
        return []
    start = max(words.items[index].end, places[0].end)
    if sides := sides_in_turn(scan, words, start):
        return [(replace(places[0], side=side), time) for side, time in sides]
    if sides := _behind_their_times(scan, words, start):
        return [(replace(places[0], side=side), time) for side, time in sides]
    if places[0].bone not in NUMBERED:
        return []
    name = _NAME.match(scan.text, places[0].start)  # the place itself reaches over the number behind it
    return _numbered(scan, words, max(words.items[index].end, name.end() if name else 0), places[0])


def _numbered(scan: Scan, words: Words, start: int, place: Place) -> list[tuple[Place, TimeMention]]:
    """``metatarsal fractures (left 3rd 2012, right 2nd 2015, left 5th 2017)``."""
    head = _HEAD.match(scan.text, start, words.end)
    if head is None:
        return []
    position, found = head.end(), []
    for time in fracture_times(scan, start, words.end):
        item = _ITEM.match(scan.text, position, words.end)
        if item is None or not item.start("ordinal") < time.start <= item.end():
            break
        told = item["ordinal"].lower()
        number = int(told) if told.isdecimal() else ORDINALS.index(told) + 1
        side = item["side"] and ("left" if item["side"][0] in "lL" else "right")
        span = (item.start("ordinal"), item.end("ordinal"))
        found.append((replace(place, start=span[0], end=span[1], numbers=(number,), side=side or place.side), time))
        between = _BETWEEN.match(scan.text, time.end, words.end)
        if between is None:
            break
        position = between.end()
    return found if len(found) > 1 else []


_SIDE = re.compile(r"\s?(?P<side>left|right|lt|rt|l|r)\b", re.IGNORECASE)


def _behind_their_times(scan: Scan, words: Words, start: int) -> list[tuple[str, TimeMention]]:
    """``wrist fractures x 2 (2009 left, 2014 right)``: each side behind the time at which it broke."""
    head = _HEAD.match(scan.text, start, words.end)
    if head is None:
        return []
    position, found = head.end(), []
    for time in fracture_times(scan, start, words.end):
        side = _SIDE.match(scan.text, time.end, words.end)
        if side is None or scan.text[position : time.start].strip():
            break
        found.append(("left" if side["side"][0] in "lL" else "right", time))
        between = _BETWEEN.match(scan.text, side.end(), words.end)
        if between is None:
            break
        position = between.end()
    return found if len(found) > 1 else []
