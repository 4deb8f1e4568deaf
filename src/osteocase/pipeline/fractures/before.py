"""The places before a fracture word: ``left hip fracture``, ``T7, T9 and T11 fractures``.

The grammar walks words to the left and stops at verbs, clause words and foreign nouns, so that "hip pain, wrist
fracture" breaks the wrist alone.
"""

from __future__ import annotations

from osteocase.pipeline.fractures.function_words import BREAKS, DETERMINERS, HYPHENS, JOINTS, PREPOSITIONS
from osteocase.pipeline.fractures.sides import with_sides
from osteocase.pipeline.fractures.words import Place, Word, Words

__all__ = ["left_edge", "places_before"]

_UNKNOWN_BEFORE = 2


def places_before(words: Words, index: int) -> list[Place]:
    """Places in the noun phrase that ends with the fracture word at ``index``, in the order of the text."""
    items = words.items
    first = left_edge(words, index)
    found: list[Place] = []
    for position in range(first, index):
        place = items[position].place
        if place is not None and place not in found and not _is_taken(items, position, index):
            found.append(place)
    return with_sides(words, found, first, index)


def left_edge(words: Words, index: int) -> int:
    """Index of the first word of the noun phrase that ends with the fracture word."""
    items = words.items
    own = items[index].trigger if index < len(items) else None
    position, first, unknown = index - 1, index, 0
    listed = False
    while position >= 0 and not items[position + 1 if position + 1 < len(items) else position].opens_line:
        word = items[position]
        step: int | None = position - 1
        if word.trigger is not None:
            step = step if word.trigger is own else None
        elif word.place is not None or word.describes:
            step = None if word.place is not None and "head" in word.roles else step
            first, unknown = (position, 0) if step is not None else (first, unknown)
        elif word.lower in JOINTS:
            step = _over_joint(items, position, first, index, listed=listed)
            if step is not None and items[step].place is not None and items[min(first, index)].place is None:
                step = None if _names_place_after(items, index) else step
            listed = listed or (step is not None and any(item.text != "," for item in items[step + 1 : position + 1]))
        elif word.text == ")":
            opened = _opening(items, position)
            step = opened - 1 if opened is not None else None
        elif "time" in word.roles or _is_dash(items, position):
            step = None
        elif word.lower not in HYPHENS:
            unknown += 1
            step = None if unknown > _UNKNOWN_BEFORE or _ends_phrase(word) else step
        if step is None:
            break
        position = step
    return first


def _is_dash(items: list[Word], position: int) -> bool:
    """``pelvis and left hip - displaced fracture``: a dash between spaces opens what was found."""
    if items[position].text not in {"-", "–", "—"} or position == 0 or position + 1 >= len(items):
        return False
    return items[position - 1].end < items[position].start and items[position].end < items[position + 1].start


def _names_place_after(items: list[Word], index: int) -> bool:
    """``neck of femur, and healing fractures of the ribs``: the phrase has its own place behind it."""
    after = items[index + 1 : index + 2]
    return (
        bool(after)
        and after[0].lower in {"of", "at", "involving"}
        and any(word.place is not None for word in items[index + 2 : index + 7])
    )


def _ends_phrase(word: Word) -> bool:
    """True for signs, verbs, prepositions, articles and foreign nouns."""
    is_function_word = word.lower in BREAKS or word.lower in PREPOSITIONS or word.lower in DETERMINERS
    return is_function_word or not word.text[0].isalnum() or "head" in word.roles or "device" in word.roles


def _over_joint(items: list[Word], position: int, first: int, index: int, *, listed: bool) -> int | None:
    """Index of the list member before the joint at ``position``; None where the joint joins no places."""
    left = position - 1
    if left >= 0 and items[left].lower in JOINTS:
        left -= 1
    if left < 0 or first == index or first - position > 2:
        return None
    member = items[left]
    if member.trigger is not None or not (member.place is not None or member.describes):
        return None
    comma_only = all(item.text == "," for item in items[left + 1 : position + 1])
    if comma_only and not listed and not _both_alike(member, items[first]):
        return None
    right = items[first].place
    if member.place is None or (member.place.levels and right is not None and right.levels):
        return left
    return None if _belongs_to_head(items, left) else left


def _both_alike(left: Word, right: Word) -> bool:
    """True where a comma alone may join two words: two levels, or two words that describe."""
    if left.place is not None and right.place is not None:
        return bool(left.place.levels) and bool(right.place.levels)
    return left.place is None and left.describes


def _belongs_to_head(items: list[Word], position: int) -> bool:
    """True for ``pain in the hip and wrist fracture``: the hip is where the pain is."""
    spot = position
    while spot >= 0 and (items[spot].place is not None or items[spot].describes or items[spot].lower in DETERMINERS):
        spot -= 1
    if spot < 1 or items[spot].lower not in {"in", "on", "over", "of", "to", "onto"}:
        return False
    return "head" in items[spot - 1].roles or items[spot - 1].lower in {"fell", "fall", "landed", "landing", "down"}


def _is_taken(items: list[Word], position: int, index: int) -> bool:
    """True where the next noun takes the bone for itself: ``hip pain``."""
    following = position + 1
    return following < index and "head" in items[following].roles and items[following].place is None


def _opening(items: list[Word], position: int) -> int | None:
    for spot in range(position - 1, max(-1, position - 8), -1):
        if items[spot].text == "(":
            return spot
    return None
