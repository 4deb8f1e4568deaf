"""Side and part of a place: told before it, after it, later in the clause, or of the region around it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from osteocase.pipeline.fractures.function_words import BREAKS, DETERMINERS, HYPHENS, JOINTS, LOCATORS, PREPOSITIONS
from osteocase.pipeline.fractures.numbers import ORDINALS
from osteocase.pipeline.fractures.words import Place, Word, Words

__all__ = ["part_of_phrase", "side_near", "side_of_phrase", "side_of_region", "with_sides"]

_ARCS = frozenset({"anterior", "posterior", "lateral", "anterolateral", "posterolateral"})
_LEFT_SO = frozenset({"alone", "untreated", "unfixed", "untouched", "as", "in", "her", "him", "to", "open"})
_SIDE_LEADS = frozenset({",", "(", "on", "the"})
_SINGLE = frozenset({"sternum", "coccyx", "nasal"})
_BARE_ORDINALS = frozenset({"third", "3rd", "second", "2nd", "first", "1st", "fourth", "4th", "fifth", "5th"})
"""``the third fracture`` counts fractures and names no part."""
_MIDLINE = frozenset({"vertebra", "sacrum", "coccyx", "sternum", "nasal"})
"""Bones in the middle of the body take no side from the member of a list before them."""
_LIMB_PAIRS = ({"radius", "ulna"}, {"tibia", "fibula"})
_SIDE_REACH = 14
"""Words after a fracture within which its side may stand in the same clause."""
_LISTED_ALIKE = 6
"""Members of a list whose common side may stand behind the last."""
"""Words that lead from a bone to the side told after it."""


def with_sides(words: Words, places: list[Place], first: int, last: int) -> list[Place]:
    """Places with their sides; in a list a side holds for the members after it until another is told."""
    sided: list[Place] = []
    inherited: str | None = None
    before: Place | None = None
    of_processes = any(place.part == "transverse_process" for place in places)  # "left L3 and L4 transverse processes"
    for place in places:
        side = _side_inside(words, place) or _side_before(words, place, first)
        if side is None or (side == "bilateral" and _is_both(words, place)):
            side = _side_after(words, place) or side
        part = _part_beside(words, place)
        if (
            side is None
            and (place.bone not in _MIDLINE or (of_processes and before and before.levels))
            and not _new_event(words, before, place)
        ):
            side = inherited
        inherited, before = side, place
        own = None if part is not None and place.part in ORDINALS else place.part
        sided.append(replace(place, side=side, part=own or part))
    return _with_common_side(words, _with_common_part(sided))


def _is_both(words: Words, place: Place) -> bool:
    """``both pubic rami on the left``: two bones of one side."""
    first = words.index_at(place.start)
    return any(word.lower == "both" for word in words.items[max(0, first - 2) : first])


def _with_common_part(sided: list[Place]) -> list[Place]:
    """``distal third of radius & ulna``: both bones of a limb break at the height that is told once."""
    if len(sided) != 2 or {sided[0].bone, sided[1].bone} not in _LIMB_PAIRS or sided[1].part is not None:
        return sided
    if sided[0].part not in {"distal", "proximal", "shaft"}:
        return sided
    return [sided[0], replace(sided[1], part=sided[0].part)]


def _with_common_side(words: Words, sided: list[Place]) -> list[Place]:
    """``transverse processes of L2 and L3 on the right``, ``tibia and fibula, right``: a side behind the last member
    is that of all before it."""
    if not 1 < len(sided) <= _LISTED_ALIKE or sided[-1].side is None or any(place.side for place in sided[:-1]):
        return sided
    last = words.index_at(sided[-1].end)
    behind = [word.lower for word in words.items[last : last + 2]]
    is_one_limb = len(sided) == 2 and {sided[0].bone, sided[1].bone} in _LIMB_PAIRS
    if (behind != ["on", "the"] and not (is_one_limb and behind[:1] in ([","], ["("]))) or any(
        _new_event(words, one, other) for one, other in pairwise(sided)
    ):
        return sided
    return [replace(place, side=sided[-1].side if place.bone not in _SINGLE else None) for place in sided]


def _new_event(words: Words, before: Place | None, place: Place) -> bool:
    """True where the member before has a time of its own: ``left wrist in 2009 and hip in 2015``."""
    if before is None:
        return False
    between = words.items[words.index_at(before.end) : words.index_at(place.start)]
    return any("time" in word.roles for word in between)


def _first_index(words: Words, place: Place) -> int:
    return words.index_at(place.start)


def _side_inside(words: Words, place: Place) -> str | None:
    """``neck of left femur``; ``rib fractures right 6th to 8th``."""
    own = words.items[words.index_at(place.start) : words.index_at(place.end)]
    if "+" in place.bone:  # "both bones (L) forearm"
        own = [word for word in own if word.lower != "both"]
    return next((word.roles["side"] for word in own if "side" in word.roles and word.trigger is None), None)


def part_of_phrase(words: Words, first: int, index: int) -> str | None:
    """A part told of the fracture word itself: ``an oblique diaphyseal fracture of the left femur``."""
    for position in range(index - 1, first - 1, -1):
        word = words.items[position]
        if word.place is not None:
            return None
        if "fracture_part" in word.roles and not (word.lower in _BARE_ORDINALS and position == index - 1):
            return word.roles["fracture_part"]
    return None


def side_of_phrase(words: Words, first: int, index: int) -> str | None:
    """A side told of the fracture word itself: ``bilateral insufficiency fractures of the femoral neck``."""
    for position in range(index - 1, first - 1, -1):
        word = words.items[position]
        if word.place is not None:
            return None
        if "side" in word.roles:
            return word.roles["side"]
    return None


def _side_before(words: Words, place: Place, first: int) -> str | None:
    unknown = 0
    for position in range(_first_index(words, place) - 1, max(-1, first - 7), -1):
        word = words.items[position]
        if "side" in word.roles and word.trigger is None:
            return word.roles["side"]
        if word.lower == "either" and unknown == 0 and "or" not in _lower(words, place.end, 3):
            return "bilateral"
        if word.lower == "and" and _joins_parts(words, position):
            continue
        if word.trigger is not None or word.place is not None or word.lower in JOINTS or word.lower in BREAKS:
            return None
        if word.lower in PREPOSITIONS and word.lower != "of":
            return None
        if not word.text[0].isalnum() and word.lower not in HYPHENS:
            return None
        if not word.describes and word.lower not in DETERMINERS and word.lower not in LOCATORS:
            unknown += 1
            if unknown > 2:
                return None
    return None


def _joins_parts(words: Words, position: int) -> bool:
    """``right anterior column and posterior wall acetabular fracture``: parts of one bone."""
    if not 0 < position < len(words.items) - 1:
        return False
    return words.items[position - 1].lower in LOCATORS and words.items[position + 1].lower in LOCATORS


def _lower(words: Words, start: int, count: int) -> set[str]:
    first = words.index_at(start)
    return {word.lower for word in words.items[first : first + count]}


def _side_after(words: Words, place: Place) -> str | None:
    """``femur, left``; ``hip (right)``; ``wrist on the left``; ``NOF 2017 (R)``; ``neck of femur L.``."""
    items = words.items
    position = words.index_at(place.end)
    opened = False
    behind = [word.lower for word in items[position : position + 9]]
    if " ".join(behind[:3]) == "on either side" or (
        "on" in behind and behind[behind.index("on") : behind.index("on") + 3] == ["on", "either", "side"]
    ):
        return "bilateral"
    if (
        position + 1 < len(items)
        and items[position].lower in {"-", "–", "—", ":"}
        and "side" in items[position + 1].roles
    ):
        position, opened = position + 1, True
    while position < len(items) and (items[position].lower in _SIDE_LEADS or "time" in items[position].roles):
        opened = opened or items[position].lower in _SIDE_LEADS
        position += 1
    if position >= len(items) or "side" not in items[position].roles:
        return None
    following = position + 1
    told = items[position].roles["side"]
    while following < len(items) and (items[following].roles.get("side") == told or items[following].lower == "side"):
        following += 1
    if _counts_views(items, following):
        return told
    if following < len(items) and (items[following].place is not None or items[following].describes):
        return None
    closed = (
        following >= len(items)
        or items[following].text in {".", ",", ";", ")", "("}
        or items[following].lower in BREAKS
        or items[following].lower in JOINTS
        or "time" in items[following].roles
    )
    if items[position].lower == "left" and following < len(items) and items[following].lower in _LEFT_SO:
        return None  # ``a small crack, left alone``
    if items[position].lower == "both" and not closed:
        return None  # ``T12 and L1, both new``
    return items[position].roles["side"] if opened or closed else None


def _counts_views(items: list[Word], position: int) -> bool:
    """``XR wrist left 3 views``: the title of an examination goes on with how many films there are."""
    films = {"view", "views", "projections", "films"}
    return any(word.lower in films for word in items[position : position + 3])


def _part_beside(words: Words, place: Place) -> str | None:
    """A part told beside the bone: ``midshaft clavicle``, ``neck of the talus``, ``fifth metatarsal``."""
    if place.part not in {None, *ORDINALS} or place.bone == "vertebra":
        return None
    if place.bone == "rib":
        return _arc_of_rib(words, place)
    items = words.items
    after = words.index_at(place.end)
    if after < len(items) and "fracture_part" in items[after].roles and items[after].place is None:
        following = items[after + 1] if after + 1 < len(items) else None
        if following is None or following.place is None:
            return items[after].roles["fracture_part"]
    if after + 1 < len(items) and items[after].text == "," and "fracture_part" in items[after + 1].roles:
        last = after + 1
        while last < len(items) and "fracture_part" in items[last].roles and items[last].place is None:
            last += 1
        if last > after + 1 and (last >= len(items) or items[last].text in {",", ".", ";", ")"}):
            return items[after + 1].roles["fracture_part"]  # "fracture, right fibula, distal third, oblique"
    bracket = items[after : after + 3]
    if len(bracket) == 3 and bracket[0].text == "(" and bracket[2].text == ")":
        told = bracket[1].roles.get("fracture_part")
        if told is not None:
            return told
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


def _arc_of_rib(words: Words, place: Place) -> str | None:
    """``the posterior right 5th rib``, ``7th rib posterior``."""
    first, after = words.index_at(place.start), words.index_at(place.end)
    near = [
        *reversed(words.items[max(0, first - 3) : first]),
        *words.items[first:after],
        *words.items[after : after + 2],
    ]
    for word in near:
        if word.lower.removesuffix("ly") in _ARCS:
            return word.lower.removesuffix("ly")
    return None


def side_near(words: Words, index: int) -> str | None:
    """A side told after the fracture word in the same clause: ``fracture, left.``, ``fracture 2018 (left, fixed)``."""
    items = words.items
    own = items[index].trigger
    while own is not None and index + 1 < len(items) and items[index + 1].trigger is own:
        index += 1
    position = index + 1
    while position < len(items) and (items[position].text in {",", "("} or "time" in items[position].roles):
        position += 1
    if position < len(items) and "side" in items[position].roles:
        following = items[position + 1] if position + 1 < len(items) else None
        ends = following is None or not following.text[0].isalnum() or following.lower in BREAKS | JOINTS
        if ends or (following is not None and "time" in following.roles):
            return items[position].roles["side"]
    for spot in range(index + 1, min(len(items), index + _SIDE_REACH)):
        word = items[spot]
        if word.place is not None or word.trigger is not None or word.text in {".", ";"}:
            return None
        if "side" in word.roles and (items[spot - 1].lower in {"the", "on"} or _is_set_off(items, spot)):
            return word.roles["side"]
    return None


def _is_set_off(items: list[Word], spot: int) -> bool:
    """``an atypical fracture with a beak, left, after nine years``: a side between two commas."""
    closed = spot + 1 >= len(items) or items[spot + 1].text in {",", ".", ";"}
    return closed and items[spot - 1].text == ","


def side_of_region(words: Words, place: Place) -> str | None:
    """The side told of the region that holds the bone: ``the left hip is a femoral neck fracture``."""
    for other in words.places:
        if other is not place and other.bone in place.within:
            side = _side_before(words, other, words.index_at(other.start)) or _side_after(words, other)
            if side is not None:
                return side
    return None
