"""Side and part of a place: told before it, after it, later in the clause, or of the region around it."""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.fracture_function_words import BREAKS, DETERMINERS, HYPHENS, JOINTS, PREPOSITIONS
from osteocase.pipeline.fracture_words import Place, Words

__all__ = ["side_near", "side_of_region", "with_sides"]


def with_sides(words: Words, places: list[Place], first: int, last: int) -> list[Place]:
    """Places with their sides; in a list a side holds for the members after it until another is told."""
    sided: list[Place] = []
    inherited: str | None = None
    for place in places:
        side = _side_before(words, place, first) or _side_after(words, place)
        part = _part_beside(words, place)
        if side is None and place.bone not in {"vertebra", "sacrum"}:
            side = inherited
        inherited = side
        sided.append(replace(place, side=side, part=place.part or part))
    return sided


def _first_index(words: Words, place: Place) -> int:
    return words.index_at(place.start)


def _side_before(words: Words, place: Place, first: int) -> str | None:
    unknown = 0
    for position in range(_first_index(words, place) - 1, max(-1, first - 4), -1):
        word = words.items[position]
        if "side" in word.roles and word.trigger is None:
            return word.roles["side"]
        if word.trigger is not None or word.place is not None or word.lower in JOINTS or word.lower in BREAKS:
            return None
        if word.lower in PREPOSITIONS and word.lower != "of":
            return None
        if not word.text[0].isalnum() and word.lower not in HYPHENS:
            return None
        if not word.describes and word.lower not in DETERMINERS:
            unknown += 1
            if unknown > 2:
                return None
    return None


def _side_after(words: Words, place: Place) -> str | None:
    """``femur, left``; ``hip (right)``; ``wrist on the left``."""
    items = words.items
    position = words.index_at(place.end)
    opened = False
    while position < len(items) and items[position].lower in {",", "(", "on", "the"}:
        opened = True
        position += 1
    if position >= len(items) or not opened or "side" not in items[position].roles:
        return None
    following = position + 1
    while following < len(items) and items[following].roles.get("side") == items[position].roles["side"]:
        following += 1
    if following < len(items) and (items[following].place is not None or items[following].describes):
        return None
    return items[position].roles["side"]


def _part_beside(words: Words, place: Place) -> str | None:
    """A part told beside the bone: ``midshaft clavicle``, ``neck of the talus``, ``fifth metatarsal``."""
    if place.part is not None or place.bone == "vertebra":
        return None
    items = words.items
    position = _first_index(words, place) - 1
    steps = 0
    while position >= 0 and steps < 4:
        word = items[position]
        if "fracture_part" in word.roles and word.place is None and word.trigger is None:
            return word.roles["fracture_part"]
        if word.lower not in {"of", "the"} and "side" not in word.roles:
            return None
        position -= 1
        steps += 1
    return None


def side_near(words: Words, index: int) -> str | None:
    """A side told after the fracture word in the same clause: ``fracture, left.``, ``fracture in 2010 on the left``."""
    items = words.items
    position = index + 1
    while position < len(items) and items[position].text in {",", "("}:
        position += 1
    if position < len(items) and "side" in items[position].roles:
        following = items[position + 1] if position + 1 < len(items) else None
        if following is None or not following.text[0].isalnum() or following.lower in BREAKS | JOINTS:
            return items[position].roles["side"]
    for spot in range(index + 1, min(len(items), index + 9)):
        word = items[spot]
        if word.place is not None or word.trigger is not None or word.text in {".", ";"}:
            return None
        if "side" in word.roles and items[spot - 1].lower in {"the", "on"}:
            return word.roles["side"]
    return None


def side_of_region(words: Words, place: Place) -> str | None:
    """The side told of the region that holds the bone: ``the left hip is a femoral neck fracture``."""
    for other in words.places:
        if other is not place and other.bone in place.within:
            side = _side_before(words, other, words.index_at(other.start)) or _side_after(words, other)
            if side is not None:
                return side
    return None
