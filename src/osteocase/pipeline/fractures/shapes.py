"""Words that tell a vertebral fracture by its shape alone: ``T12 wedge``, ``loss of height at T7``, ``T8 Genant 2``.

Beside a fracture word they only describe it, so they count for themselves only where none is near.
"""

from __future__ import annotations

from bisect import bisect_left

from osteocase.pipeline.fractures.words import Place, Words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_inborn", "is_of_bone", "places_of_shape", "without_near_shapes"]

_NEAR = 70
"""Characters within which a fracture word takes the words of shape for its own."""


_NEXT_LEVEL = re.compile(r"\n[ \t]*(?:[TLDC]|Th)\s?\d{1,2}\b[:\t ]")
"""A line that a level opens has a finding of its own."""
_SAME_PHRASE = 12
"""Characters between two words of shape of one phrase: ``Genant 1 loss of height``."""


def without_near_shapes(scan: Scan, triggers: list[Mention]) -> list[Mention]:
    """Triggers without the words of shape that describe another trigger of their sentence."""
    values = scan.knowledge.words
    spoken = [trigger for trigger in triggers if values[trigger.id].value not in {"shape", "again"}]
    starts = [trigger.start for trigger in spoken]
    kept: list[Mention] = []
    last: Mention | None = None
    for trigger in triggers:
        if values[trigger.id].value == "shape":
            place = bisect_left(starts, trigger.start)
            low, high = scan.sentence_at(trigger.start)
            before = spoken[place - 1] if place else None
            after = spoken[place] if place < len(spoken) else None
            if before is not None and _NEXT_LEVEL.search(scan.text, before.end, trigger.end) is not None:
                before = None
            if before is not None and before.start >= low and trigger.start - before.end < _NEAR:
                continue
            if after is not None and after.start < high and after.start - trigger.end < _NEAR:
                continue
            if last is not None and last.start >= low and trigger.start - last.end < _SAME_PHRASE:
                continue
            last = trigger
        kept.append(trigger)
    return kept


_NOT_BROKEN = re.compile(
    r"\b(?:physiologic\w*|scheuermann\w*|degenerative|developmental|congenital|disc|disk|discs|disks|limbus|normal\s+variant|"
    r"artefact\w*|artifact\w*|osteotomy|resection|cord|nerves?|roots?|thecal|canal|cauda|neural|foramin\w*|vascular|venous)\b",
    re.IGNORECASE,
)
"""Words beside which a wedged or lower vertebra is no broken one."""


def is_of_bone(words: Words, index: int) -> bool:
    """False where a disc, a nerve or a normal variant is told; ``compression`` alone needs its level before it."""
    around = words.items[max(0, index - 12) : index + 12]
    own = words.items[index].trigger
    if own is not None and words.items[index].lower == "compression" and own.end == words.items[index].end:
        place = words.items[index - 1].place if index else None
        if place is None or not place.levels:
            return False  # "T7 compression", not "with compression stockings"
    return _NOT_BROKEN.search(" ".join(word.text for word in around)) is None


_GOES_ON_AS_LIST = re.compile(r"\s*(?:[,.;)&/\n(]|(?:and|genant|SQ|grade)\b|\Z)", re.IGNORECASE)


def places_of_shape(scan: Scan, words: Words, index: int, places: list[Place]) -> list[Place]:
    """The places of a word of shape that has one before it: in ``T12 wedge, L2 after kyphoplasty`` L2 has words of its
    own."""
    word = words.items[index]
    if not any(place.levels and place.end <= word.start for place in places):
        return places
    return [
        place for place in places if place.start < word.end or _GOES_ON_AS_LIST.match(scan.text, place.end) is not None
    ]


_INBORN = frozenset({"developmental", "congenital", "physiologic", "physiological", "scheuermann", "scheuermann's"})
_INBORN_REACH = 14


def is_inborn(words: Words, index: int) -> bool:
    """``mild biconcave deformities of L3 and L4 are probably developmental``."""
    for word in words.items[index : index + _INBORN_REACH]:
        if word.text in {".", ";"} or (word.trigger is not None and word.trigger is not words.items[index].trigger):
            return False
        if word.lower in _INBORN:
            return True
    return False
