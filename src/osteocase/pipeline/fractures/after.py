"""The places after a fracture word: ``fracture of the left hip``, ``fractures at T7, T9 and T11``, ``broke her wrist``.

A list goes on while its members are joined, and ends before a member that has a fracture word or another noun of its
own: "fracture of the hip and knee pain" breaks the hip alone.
"""

from __future__ import annotations

from osteocase.pipeline.fractures.between import past_comma, past_levels, past_others, past_time
from osteocase.pipeline.fractures.function_words import (
    BREAKS,
    DETERMINERS,
    HYPHENS,
    JOINTS,
    LOCATORS,
    PREPOSITIONS,
    SEEN,
)
from osteocase.pipeline.fractures.sides import with_sides
from osteocase.pipeline.fractures.words import Place, Word, Words

__all__ = ["places_after", "places_from"]

_LOOSE_JOINTS = frozenset({"including", "namely", "at", "involving", "affecting", "from", "in", "of", "(", ":", "like"})
_ABOUT = frozenset({
    "grade", "genant", "sq", "type", "i", "ii", "iii", "mild", "moderate", "severe", "minimal", "marked", "new",
    "known", "same", "approx", "approximately", "about", "~", "circa", "ca", "once", "twice", "thrice",
})  # fmt: skip
_BEFORE_TIME = frozenset({"in", "on", "at", "since", "of", "during", "from", "after", "-", "–", "—", ","})
"""Words that stand between a place and the time when it broke."""
_BEFORE_NAME = DETERMINERS | HYPHENS | LOCATORS | {"of", "at", "in"}
_AFTERWARDS = frozenset({"post", "status", "s"})
"""``fracture at L4 post vertebroplasty``, ``of the hip s/p pinning``: what was done to the bone afterwards."""
_PERHAPS = frozenset(
    {"probably", "likely", "possibly", "presumably", "perhaps", "most", "ie", "mostly", "mainly", "namely"}
)
_UNKNOWN_AFTER = 3
_SHAPES = frozenset({"deformity", "deformities"})
"""``an old fracture deformity of the clavicle`` is one thing."""


def places_after(words: Words, index: int, *, strict: bool = False) -> list[Place]:
    """Places that follow the fracture word at ``index``; ``strict`` takes only what a preposition ties directly."""
    items = words.items
    position, slack = _after_word(items, index), 0
    while position < len(items) and slack <= (0 if strict else _UNKNOWN_AFTER):
        word = items[position]
        if word.place is not None:
            if strict and not word.place.levels:
                return []
            return _list_from(words, position, index)
        if word.trigger is not None and not (position == index + 1 and word.lower in _SHAPES):
            return []
        if word.lower in PREPOSITIONS:
            found = _list_from(words, position + 1, index)
            past = max(past_levels(items, position), past_time(items, position))
            if found or past == position:
                return found
            position = past
            continue
        if word.text in {",", "(", ":", "-", "–", "—"}:
            closing = _closing(items, position) if word.text == "(" else None
            found = _list_from(words, position + 1, index, tight=True, limit=closing)
            if not found and word.text == "," and (past := past_comma(items, position)) > position:
                position = past
                continue
            if found or word.text != "(":
                return found
            if closing is None:
                return []
            position = closing + 1
            continue
        if word.describes or word.lower in DETERMINERS or word.lower in SEEN or word.lower in _SHAPES:
            position += 1
            continue
        if (past := past_others(items, position)) > position:
            position = past
            continue
        if word.lower in BREAKS or word.lower in JOINTS or not word.text[0].isalnum():
            return []
        slack += 1
        position += 1
    return []


def _after_word(items: list[Word], index: int) -> int:
    """Index after the fracture word, which may be a term of several words."""
    position = index + 1
    while (
        position < len(items)
        and items[position].trigger is not None
        and items[position].trigger is items[index].trigger
    ):
        position += 1
    return position


def places_from(words: Words, position: int, index: int) -> list[Place]:
    """The list of places that starts at the word at ``position``."""
    return _list_from(words, position, index)


def _closing(items: list[Word], position: int) -> int | None:
    for spot in range(position + 1, min(len(items), position + 12)):
        if items[spot].text == ")":
            return spot
    return None


def _list_from(
    words: Words, position: int, index: int, *, tight: bool = False, limit: int | None = None
) -> list[Place]:
    """The list of places that starts at ``position`` and ends before ``limit``, the bracket that closes around it."""
    items = words.items
    found: list[Place] = []
    spot = _next_place(items, position, tight=tight)
    last = position
    while spot is not None and (limit is None or spot < limit):
        place = items[spot].place
        assert place is not None
        end = spot
        while end + 1 < len(items) and items[end + 1].place is place:
            end += 1
        if _own_noun(items, end + 1, opened=tight or bool(found)):
            if tight:
                return []  # ", T3 and T7 subacute fractures" is a phrase of its own
            break
        if place not in found:
            found.append(place)
        last = end + 1
        spot = _next_member(items, last, place)
    return with_sides(words, found, index + 1, last)


def _next_place(items: list[Word], position: int, *, tight: bool) -> int | None:
    """Index of the place that a noun phrase starting at ``position`` names."""
    unknown = 0
    spot = position
    while spot < len(items):
        word = items[spot]
        if word.place is not None and word.trigger is None:
            return spot
        if "head" in word.roles and _runs_through(items, position, spot):
            spot += 1
            continue
        if word.trigger is not None or "head" in word.roles or "device" in word.roles:
            return None
        if (
            word.describes
            or word.lower in DETERMINERS
            or word.lower in HYPHENS
            or word.lower in LOCATORS
            or "modality" in word.roles
            or (word.lower in PREPOSITIONS and not tight)
            or (word.text == "%" and spot > position and items[spot - 1].text.isdecimal())
        ):
            pass
        elif (
            word.lower in JOINTS
            and spot > position
            and _tells_where(items[spot - 1])
            and spot + 1 < len(items)
            and _tells_where(items[spot + 1])
        ):
            pass  # "the 8th and 9th ribs", "the superior and inferior endplates"
        elif word.lower in BREAKS or word.lower in JOINTS or not word.text[0].isalnum():
            return None
        else:
            unknown += 1
            if (tight and word.lower not in _PERHAPS) or unknown > _UNKNOWN_AFTER:
                return None
        spot += 1
    return None


_WEAK_SPOTS = frozenset({"lesion", "lesions", "metastasis", "metastases", "mass", "tumor", "tumour"})


def _tells_where(word: Word) -> bool:
    return word.describes or word.lower in LOCATORS


def _runs_through(items: list[Word], position: int, spot: int) -> bool:
    """``a fracture through a lytic lesion in the proximal femur``: the line of the break, not a noun of its own."""
    if (
        items[spot].lower not in _WEAK_SPOTS
        or spot + 1 >= len(items)
        or items[spot + 1].lower not in {"in", "of", "at"}
    ):
        return False
    return any(word.lower == "through" for word in items[max(0, position - 1) : spot])


def _own_noun(items: list[Word], position: int, *, opened: bool) -> bool:
    """True where the place belongs to another noun (``hip pain``) or, in a list, to a fracture word of its own."""
    unknown = 0
    for word in items[position : position + 5]:
        if "head" in word.roles and word.place is None:
            return True
        if word.trigger is not None:
            return opened
        if word.lower in _AFTERWARDS:
            return False
        if word.lower in HYPHENS:
            continue
        if word.place is not None or not word.text[0].isalnum() or word.lower in BREAKS | JOINTS | PREPOSITIONS:
            return False
        if not word.describes:
            unknown += 1
            if unknown > 1:
                return False
    return False


def _next_member(items: list[Word], position: int, place: Place) -> int | None:
    """Index of the next place of a list after ``place``."""
    spot = position
    if spot < len(items) and items[spot].place is not None and items[spot].trigger is None:
        return spot if _is_related(place, items[spot].place) else None  # "the L1 transverse process"
    while spot < len(items) and _adds_to_member(items, spot):
        if items[spot].text == "(":
            closing = _closing(items, spot)
            if closing is None or any(item.place is not None for item in items[spot:closing]):
                break
            spot = closing
        spot += 1
    if spot >= len(items):
        return None
    word = items[spot]
    if word.place is not None and word.trigger is None and place.levels and word.place.is_general and word.place.part:
        return spot  # "L2 and L3 left transverse processes"
    joined = False
    while spot < len(items) and items[spot].lower in JOINTS:
        joined = True
        spot += 1
    if joined:
        if spot + 1 < len(items) and items[spot].lower == "as" and items[spot + 1].lower == "well":
            spot += 3
        return _next_place_in_list(items, spot)
    if word.lower == "as" and [item.lower for item in items[spot : spot + 3]] == ["as", "well", "as"]:
        return _next_place_in_list(items, spot + 3)
    if word.lower in _LOOSE_JOINTS and "time" in items[spot - 1].roles and word.lower == "of":
        return None  # "T11 after kyphoplasty of T12"
    if word.lower in _LOOSE_JOINTS:
        following = _next_place(items, spot + 1, tight=False)
        if following is None:
            return None
        return following if _is_related(place, items[following].place) else None
    return None


def _adds_to_member(items: list[Word], spot: int) -> bool:
    """A word that tells more of the member before it: ``wrist (2009)``, ``distal radius aged 60``, ``ribs in 2018``."""
    word = items[spot]
    if word.describes or "time" in word.roles or word.text in {")", "(", "%"} or word.lower in _ABOUT:
        return True
    following = items[spot + 1] if spot + 1 < len(items) else None
    if word.lower == "on" and following is not None and following.lower == "the":
        return spot + 2 < len(items) and "side" in items[spot + 2].roles  # "the ribs on the right and the sternum"
    if word.lower == "the" and items[spot - 1].lower == "on":
        return True
    return word.lower in _BEFORE_TIME and following is not None and "time" in following.roles


def _is_related(place: Place, other: Place | None) -> bool:
    """True where one place tells the other more exactly."""
    if other is None:
        return False
    is_spine = place.is_general and other.bone in {"vertebra", "sacrum"}
    return is_spine or place.bone == other.bone or place.bone in other.within or other.bone in place.within


def _next_place_in_list(items: list[Word], position: int) -> int | None:
    unknown = 0
    for spot in range(position, len(items)):
        word = items[spot]
        if word.place is not None and word.trigger is None:
            return spot
        if word.trigger is not None or word.lower in BREAKS or "head" in word.roles:
            return None
        if word.describes or word.lower in _BEFORE_NAME or "time" in word.roles:
            continue
        if word.lower in JOINTS and spot + 1 < len(items):
            between_parts = (
                items[spot - 1].describes and items[spot + 1].describes
            )  # "the third and fourth metatarsals"
            around_time = (
                "time" in items[spot - 1].roles or "time" in items[spot + 1].roles
            )  # "and, the same year, of two ribs"
            if spot > position - 1 and (between_parts or around_time):
                continue
        unknown += 1
        if unknown > 1 or not word.text[0].isalpha() or word.lower in JOINTS | PREPOSITIONS:
            return None
    return None
