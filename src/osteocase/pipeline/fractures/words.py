"""One sentence as the fracture grammar sees it: its words, each with the parts it can play.

A word may break ("fracture"), be a place ("hip", "T9"), tell side, kind, part or age, join, or end the phrase.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property

from osteocase.pipeline.fractures.levels import LevelMention, find_levels
from osteocase.pipeline.fractures.numbers import NUMBERED, numbers_beside
from osteocase.pipeline.fractures.times import fracture_times
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["Place", "Word", "Words", "plain_words_of", "words_of"]

_TOKEN = re.compile(
    r"(?<=,)(?:1[0-2]|[1-9])(?![\d.])|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*\d*|[^\s\w]"
)
"""Words, numbers and signs; the numbers of ``Th3,7,9`` are three."""

_SHORTENED = re.compile(r"\b(?:lt|rt|l|r|ant|post|prox|dist|sup|inf|comp|approx|bilat|vert|prev|fx)\Z", re.IGNORECASE)
"""Words whose full stop only shortens them: ``fracture lt. distal radius``."""
_RULE_OUT = re.compile(r"r\s?/\s?o\b", re.IGNORECASE)
"""``R/o hip fracture`` names no side."""
_BREAKS_NEXT = re.compile(r"\s(?:fractures?|fx|#)", re.IGNORECASE)
"""``hip fracture repair`` is an operation, and still tells of the hip that broke."""
_COUNTED = re.compile(r"\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
_DESCRIBING = frozenset({"side", "fracture_kind", "fracture_part", "acuity", "low_trauma", "number"})


@dataclass(frozen=True)
class Place:
    """Where something broke: a bone or part of it, with levels where the note tells them."""

    start: int
    end: int
    bone: str
    """Two bones are joined with ``+``."""
    part: str | None = None
    levels: tuple[str, ...] = ()
    spine_region: str | None = None
    within: tuple[str, ...] = ()
    side: str | None = None
    part_of: str | None = None
    entry: str = ""
    """Id of the bone entry; ``level`` for a bare vertebral level."""
    numbers: tuple[int, ...] = ()
    """Which ribs, metatarsals, metacarpals or digits."""

    @property
    def is_general(self) -> bool:
        """True for a spine or vertebra without level: any level told beside it is meant."""
        return self.bone == "vertebra" and not self.levels


@dataclass
class Word:
    """One word or sign with its roles."""

    start: int
    end: int
    text: str
    trigger: Mention | None = None
    place: Place | None = None
    opens_line: bool = False
    """A capital after a line break: a line of its own, not a broken one."""
    roles: dict[str, str] = field(default_factory=dict)
    """Word group to value: ``side``, ``fracture_kind``, ``fracture_part``, ``acuity``, ``low_trauma``, ``modality``,
    ``number``, ``head``, ``device``, ``time``."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def describes(self) -> bool:
        """True where the word may stand inside a noun phrase about a fracture."""
        return bool(self.roles.keys() & _DESCRIBING) or _COUNTED.fullmatch(self.text) is not None


@dataclass
class Words:
    """The words of one sentence."""

    start: int
    end: int
    items: list[Word]
    places: list[Place]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.items]

    def index_at(self, position: int) -> int:
        """Index of the first word at or after an offset."""
        return bisect_left(self._starts, position)


def words_of(scan: Scan, start: int, end: int, triggers: list[Mention]) -> Words:
    """The words between two offsets with their roles; ``triggers`` are the fracture words that count."""
    items = [
        Word(match.start(), match.end(), match.group(), opens_line=_opens_line(scan.text, match.start()))
        for match in _TOKEN.finditer(scan.text, start, end)
        if match.group() != "." or _SHORTENED.search(scan.text, max(start, match.start() - 8), match.start()) is None
    ]
    words = Words(start, end, items, [])
    starts = [word.start for word in items]
    for group, mention in _roles(scan, start, end):
        for word in items[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]:
            word.roles.setdefault(group, scan.knowledge.words[mention.id].value or mention.id)
    _mark_times(scan, words, starts)
    _mark_places(scan, words, starts)
    for trigger in triggers:
        for word in items[bisect_left(starts, trigger.start) : bisect_left(starts, trigger.end)]:
            word.trigger = trigger
    return words


def _opens_line(text: str, start: int) -> bool:
    before = start - 1
    while before >= 0 and text[before] in " \t":
        before -= 1
    return before >= 0 and text[before] == "\n" and text[start].isupper()


def plain_words_of(scan: Scan, start: int, end: int) -> Words:
    """``words_of`` without fracture words, worked out once for each stretch."""
    known: dict[tuple[int, int], Words] = scan.facts.setdefault("fracture.words", {})
    if (start, end) not in known:
        known[start, end] = words_of(scan, start, end, [])
    return known[start, end]


_GROUPS = ("side", "fracture_kind", "fracture_part", "acuity", "low_trauma", "modality", "number")


def _roles(scan: Scan, start: int, end: int) -> list[tuple[str, Mention]]:
    found: list[tuple[str, Mention]] = [
        (scan.knowledge.words[mention.id].group, mention)
        for mention in scan.words_in(start, end, *_GROUPS)
        if scan.text[mention.start : mention.end].lower() not in {"a", "an"}
        and _RULE_OUT.match(scan.text, mention.start) is None
    ]
    for mention in scan.words_in(start, end, "not_fracture"):
        value = scan.knowledge.words[mention.id].value
        if value in {"head", "device"}:
            found.append((value, mention))
    return found


def _mark_times(scan: Scan, words: Words, starts: list[int]) -> None:
    for time in fracture_times(scan, words.start, words.end):
        for word in words.items[bisect_left(starts, time.start) : bisect_left(starts, time.end)]:
            word.roles["time"] = time.kind


def _mark_places(scan: Scan, words: Words, starts: list[int]) -> None:
    levels = [_level_place(level) for level in find_levels(scan.text, words.start, words.end, scan.knowledge)]
    places = list(levels)
    named_apart = scan.words_in(words.start, words.end, "not_fracture")
    for mention in scan.mentions_in(words.start, words.end, "bone"):
        if mention.covered == "treatment" and _BREAKS_NEXT.match(scan.text, mention.end) is None:
            continue
        if any(word.start < mention.start and mention.end <= word.end for word in named_apart):
            continue  # the C-arm is no arm
        near = next((level for level in levels if level.start < mention.end and mention.start <= level.end + 1), None)
        place = _bone_place(scan, mention)
        if place.bone in NUMBERED:
            numbers, start, end = numbers_beside(scan.text, place.start, place.end, words.end)
            place = replace(place, numbers=numbers, start=start, end=end)
        if near is not None and place.bone in {"vertebra", "sacrum"} and place.part is None:
            _claim(words, starts, mention.start, mention.end, near)
        elif near is None or mention.start >= near.end:
            places.append(place)
    places.sort(key=lambda place: (place.start, -place.end))
    for place in places:
        _claim(words, starts, place.start, place.end, place)
    words.places = places


def _claim(words: Words, starts: list[int], start: int, end: int, place: Place) -> None:
    for word in words.items[bisect_left(starts, start) : bisect_left(starts, end)]:
        if word.place is None:
            word.place = place


def _level_place(level: LevelMention) -> Place:
    bone = "sacrum" if all(name.startswith("S") for name in level.levels) else "vertebra"
    return Place(level.start, level.end, bone, levels=level.levels, entry="level")


def _bone_place(scan: Scan, mention: Mention) -> Place:
    entry = scan.knowledge.bones[mention.id]
    levels = (entry.level,) if entry.level else ()
    return Place(
        mention.start,
        mention.end,
        entry.bone,
        part=entry.part,
        levels=levels,
        spine_region=entry.spine_region,
        within=entry.within,
        part_of=entry.part_of,
        entry=entry.id,
    )
