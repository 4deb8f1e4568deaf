"""The side of a broken bone that is told without one: of the limb that the words before it are about."""

from __future__ import annotations

from bisect import bisect_right

from osteocase.pipeline.fractures.densities import DENSITY
from osteocase.pipeline.fractures.sides import with_sides
from osteocase.pipeline.fractures.times import fracture_times
from osteocase.pipeline.fractures.words import Place, Words, plain_words_of
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import TimeMention

__all__ = ["side_is_open", "side_of_operation", "side_of_sentence", "side_told_before", "sides_in_turn"]

_UNPAIRED = frozenset({
    "vertebra", "sacrum", "coccyx", "pelvis", "sternum", "skull", "facial_bones", "nasal", "mandible", "maxilla", "rib",
})  # fmt: skip
_JOINTS_OF_TWO = frozenset({"wrist", "ankle", "elbow"})
_BACK, _BACK_FOR_SAME, _PLACES_BACK = 3, 9, 8
"""Sentences that the side of the region may lie before: ``left foot pain; MRI: fracture of the talus``."""


def side_is_open(place: Place) -> bool:
    """True for a bone that has a fellow on the other side and is told without a side."""
    return place.side is None and place.bone not in _UNPAIRED


def side_told_before(scan: Scan, words: Words, index: int, sentence: int, place: Place) -> str | None:
    """The side of the limb that the words before are about: in the sentence, the film or heading above, the complaint.

    Only where all that is told of the bone or the region around it has one side. A fracture with a time of its own
    may have been on the other side.
    """
    near = words.items[max(0, index - 12) : index + 12]
    if any("time" in word.roles for word in near) and not any(word.lower == "same" for word in near):
        return None
    found = _sides_of(words, place, words.items[index].start)
    if found == {"bilateral"}:
        return side_of_sentence(words, index, one=True) if _is_single(words, index) else "bilateral"
    if found:
        return found.pop() if len(found) == 1 else None
    if any("side" in word.roles for word in words.items[:index]):
        return side_of_sentence(words, index)
    section = scan.section_at(words.start)
    is_same = any(word.lower == "same" for word in near)
    back = _BACK_FOR_SAME if is_same else _BACK
    for earlier in range(sentence - 1, max(-1, sentence - 1 - back), -1):
        start, end = scan.sentences[earlier]
        if (start < section.start and not is_same) or DENSITY.search(scan.text, start, end):
            break
        found = _sides_of(plain_words_of(scan, start, end), place, end)
        if found:
            return found.pop() if len(found) == 1 else None
    return _side_of_exam(scan, words.start, place)


_TITLE = 160
"""Characters of a report within which its exam is named: ``EXAM: XR left ankle, 3 views``."""


def _side_of_exam(scan: Scan, position: int, place: Place) -> str | None:
    """The side of the one region that the exam is of, in a report that names no other side of it before."""
    first = [span for span in scan.sentences[:4] if span[0] < min(_TITLE, position)]
    if not any(scan.words_in(start, end, "modality") for start, end in first):
        return None
    told = {
        side
        for start, end in scan.sentences[:40]
        if start < position
        for side in _sides_of(plain_words_of(scan, start, end), place, min(end, position))
    }
    titled = {side for start, end in first for side in _sides_of(plain_words_of(scan, start, end), place, end)}
    return titled.pop() if len(told) == 1 and told == titled else None


def _is_single(words: Words, index: int) -> bool:
    """A single fracture on films of both limbs is on one side: ``X-ray both hips: a femoral neck fracture``."""
    return not words.items[index].lower.endswith("s")


def side_of_sentence(words: Words, index: int, *, one: bool = False) -> str | None:
    """The one side that the sentence names before a fracture; with ``one`` left or right alone."""
    sides = {word.roles["side"] for word in words.items[:index] if "side" in word.roles}
    sides -= {"bilateral"} if one else set()
    return sides.pop() if len(sides) == 1 else None


def _in_one_limb(other: Place, place: Place) -> bool:
    """The same bone, the region around it, or a bone of the same joint: the ulnar styloid beside the distal radius."""
    if other.bone == place.bone or other.bone in place.within or place.bone in other.within:
        return True
    return bool(set(other.within[:1]) & set(place.within[:1]) & _JOINTS_OF_TWO)


def _sides_of(words: Words, place: Place, before: int) -> set[str]:
    """Sides told of the bone, or of a region that holds it, before an offset."""
    last = bisect_right(words.places, before, key=lambda told: told.start)
    return {
        sided.side
        for other in words.places[max(0, last - _PLACES_BACK) : last]
        if other.end <= before and _in_one_limb(other, place)
        for sided in with_sides(words, [other], words.index_at(other.start), words.index_at(other.end))
        if sided.side is not None
    }


_OPERATED_FOR = re.compile(
    r"(?:\s+(?:in|on|at|nail|screws?|plate)\s+[\w/-]+)?,?\s+(?:(?:done|performed|placed|inserted|carried\s+out|was|were)\s+)*"
    r"(?:(?:in|on)\s+[\w/-]+\s+)?(?:for|after|following|to\s+treat|because\s+of|due\s+to|secondary\s+to|2/2)\s+"
    r"(?:(?:an?|the|her|his|displaced|acute|old|previous|prior|fragility|osteoporotic|closed)\s+)*",
    re.IGNORECASE,
)
_OPERATED_SIDE = re.compile(r"\b(?P<side>left|right|lt|rt|l|r)\b\.?", re.IGNORECASE)


def side_of_operation(scan: Scan, words: Words, start: int) -> str | None:
    """``right hip replacement for a neck of femur fracture``: the side of what was done for the fracture that starts
    there."""
    for done in scan.mentions_in(max(words.start, start - 90), start, "treatment"):
        if scan.knowledge.treatments[done.id].kind != "surgery":
            continue
        if _OPERATED_FOR.fullmatch(scan.text, done.end, start) is None:
            continue
        sides = {
            found["side"][0].lower()
            for found in _OPERATED_SIDE.finditer(scan.text, max(words.start, done.start - 14), done.end)
        }
        if len(sides) == 1:
            return "left" if sides == {"l"} else "right"
    return None


_NEXT_SIDE = re.compile(
    r"(?:['’]s?)?(?:\s?(?:fractures?|fxs?|#s?)(?!\w))?(?:\s?x\s?2\b)?"
    r"[\s,;:()–-]*(?:(?:and|then|the|with|her|his|on)\s+)*(?P<side>left|right|lt|rt|l|r)\b\.?(?:\s+(?!(?:was|in|at|on)\b)[a-z]+)?\s*"
    r"[,(:–-]?\s*(?:(?:was|broken|in|at|on|aged?|@|during|when|since)\s+)*",
    re.IGNORECASE,
)


def sides_in_turn(scan: Scan, words: Words, start: int) -> list[tuple[str, TimeMention]]:
    """``both wrists, left in 2009 and right in 2014``: each side with the time at which it broke; empty where not both
    are told so."""
    found: list[tuple[str, TimeMention]] = []
    for word in words.items[words.index_at(start) :]:
        if "fracture_part" not in word.roles:
            break
        start = word.end  # "both femoral shafts"
    for time in fracture_times(scan, start, words.end):
        match = _NEXT_SIDE.match(scan.text, start, words.end)
        if match is None or not match.start("side") < time.start <= match.end():
            break
        found.append(("left" if match["side"][0] in "lL" else "right", time))
        start = time.end
    return found if {side for side, _ in found} == {"left", "right"} and len(found) == 2 else []
