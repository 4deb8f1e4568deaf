"""The places that a fracture word takes: before it ("left hip fracture"), after it ("fracture of the left hip"), in a
list on either side ("T7, T9 and T11 fractures").

The grammar walks words outwards from the fracture word and stops at verbs, clause words and foreign nouns, so that
"hip pain after a wrist fracture" breaks the wrist alone.
"""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.fracture_words import BREAKS, DETERMINERS, JOINTS, PREPOSITIONS, Place, Word, Words

__all__ = ["combine", "left_edge", "places_after", "places_before", "side_near", "side_of_region"]

_HYPHENS = frozenset("-‐‑–'’")
"""Signs inside or right after a word, which end nothing."""
_SEEN = frozenset(
    [
        "seen",
        "noted",
        "present",
        "found",
        "identified",
        "visible",
        "evident",
        "located",
        "visualized",
        "visualised",
        "detected",
        "diagnosed",
        "demonstrated",
        "suspected",
        "occurred",
        "developed",
        "sites",
        "site",
        "deformity",
        "deformities",
        "line",
        "lines",
        "pattern",
        "type",
        "healing",
        "changes",
        "again",
        "appears",
        "appear",
        "is",
        "was",
        "are",
        "were",
        "been",
        "being",
        "there",
    ]
)
"""Words that may stand between a fracture word and the preposition that names its place."""
_LOOSE_JOINTS = frozenset({"including", "namely", "at", "involving", "affecting", "from", "in", "of", "(", ":", "like"})
_UNKNOWN_BEFORE = 2
_UNKNOWN_AFTER = 3


def places_before(words: Words, index: int) -> list[Place]:
    """Places in the noun phrase that ends with the fracture word at ``index``, in the order of the text."""
    items = words.items
    first = left_edge(words, index)
    found: list[Place] = []
    for position in range(first, index):
        place = items[position].place
        if place is not None and place not in found and not _is_taken(items, position, index):
            found.append(place)
    return _with_sides(words, found, first, index)


def left_edge(words: Words, index: int) -> int:
    """Index of the first word of the noun phrase that ends with the fracture word."""
    items = words.items
    position, first, unknown = index - 1, index, 0
    listed = False
    while position >= 0:
        word = items[position]
        if word.trigger is not None:
            if word.trigger is items[index].trigger:
                position -= 1
                continue
            break
        if word.place is not None or word.describes:
            if word.place is not None and "head" in word.roles:
                break
            first, unknown = position, 0
        elif word.lower in JOINTS:
            left = position - 1
            if left >= 0 and items[left].lower in JOINTS:
                left -= 1
            if left < 0 or first == index or first - position > 2:
                break
            member = items[left]
            if member.trigger is not None or not (member.place is not None or member.describes):
                break
            comma_only = all(items[spot].text == "," for spot in range(left + 1, position + 1))
            if comma_only and not listed and not _both_alike(member, items[first]):
                break
            if member.place is not None and _belongs_to_head(items, left):
                break
            listed = listed or not comma_only
            position = left
            continue
        elif word.lower in _HYPHENS:
            pass
        elif word.text == ")":
            opened = _opening(items, position)
            if opened is None:
                break
            position = opened - 1
            continue
        elif (
            not word.text[0].isalnum()
            or word.lower in BREAKS
            or word.lower in PREPOSITIONS
            or word.lower in DETERMINERS
            or "head" in word.roles
            or "device" in word.roles
        ):
            break
        else:
            unknown += 1
            if unknown > _UNKNOWN_BEFORE:
                break
        position -= 1
    return first


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


def places_after(words: Words, index: int, *, strict: bool = False) -> list[Place]:
    """Places that follow the fracture word at ``index``; ``strict`` takes only what a preposition ties directly."""
    items = words.items
    position, slack = index + 1, 0
    while (
        position < len(items)
        and items[position].trigger is not None
        and items[position].trigger is items[index].trigger
    ):
        position += 1
    while position < len(items) and slack <= (0 if strict else _UNKNOWN_AFTER):
        word = items[position]
        if word.place is not None:
            if strict and not word.place.levels:
                return []
            return _list_from(words, position, index)
        if word.trigger is not None:
            return []
        if word.lower in PREPOSITIONS:
            return _list_from(words, position + 1, index)
        if word.text in {",", "(", ":", "-", "–", "—"}:
            found = _list_from(words, position + 1, index, tight=True)
            if found or word.text != "(":
                return found
            closing = _closing(items, position)
            if closing is None:
                return []
            position = closing + 1
            continue
        if word.describes or word.lower in DETERMINERS:
            position += 1
            continue
        if word.lower in _SEEN:
            position += 1
            continue
        if word.lower in BREAKS or word.lower in JOINTS or not word.text[0].isalnum():
            return []
        slack += 1
        position += 1
    return []


def _closing(items: list[Word], position: int) -> int | None:
    for spot in range(position + 1, min(len(items), position + 12)):
        if items[spot].text == ")":
            return spot
    return None


def _list_from(words: Words, position: int, index: int, *, tight: bool = False) -> list[Place]:
    """The list of places that starts at ``position``."""
    items = words.items
    found: list[Place] = []
    spot = _next_place(items, position, tight=tight)
    last = position
    while spot is not None:
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
    return _with_sides(words, found, index + 1, last)


def _next_place(items: list[Word], position: int, *, tight: bool) -> int | None:
    """Index of the place that a noun phrase starting at ``position`` names."""
    unknown = 0
    spot = position
    while spot < len(items):
        word = items[spot]
        if word.place is not None and word.trigger is None:
            return spot
        if word.trigger is not None or "head" in word.roles or "device" in word.roles:
            return None
        if (
            word.describes
            or word.lower in DETERMINERS
            or word.lower in _HYPHENS
            or "modality" in word.roles
            or (word.lower in PREPOSITIONS and not tight)
        ):
            pass
        elif (
            word.lower in JOINTS
            and spot > position
            and items[spot - 1].describes
            and spot + 1 < len(items)
            and items[spot + 1].describes
        ):
            pass  # "the 8th and 9th ribs"
        elif word.lower in BREAKS or word.lower in JOINTS or not word.text[0].isalnum():
            return None
        else:
            unknown += 1
            if tight or unknown > _UNKNOWN_AFTER:
                return None
        spot += 1
    return None


def _own_noun(items: list[Word], position: int, *, opened: bool) -> bool:
    """True where the place belongs to another noun (``hip pain``) or, in a list, to a fracture word of its own."""
    unknown = 0
    for word in items[position : position + 5]:
        if "head" in word.roles and word.place is None:
            return True
        if word.trigger is not None:
            return opened
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
    while spot < len(items) and (items[spot].describes or items[spot].text in {")", "("}):
        if items[spot].text == "(":
            closing = _closing(items, spot)
            if closing is None or any(item.place is not None for item in items[spot:closing]):
                break
            spot = closing
        spot += 1
    if spot >= len(items):
        return None
    word = items[spot]
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
    if word.lower in _LOOSE_JOINTS:
        following = _next_place(items, spot + 1, tight=False)
        if following is None:
            return None
        other = items[following].place
        assert other is not None
        related = (
            (place.is_general and other.bone in {"vertebra", "sacrum"})
            or place.bone in other.within
            or other.bone in place.within
        )
        return following if related or place.bone == other.bone else None
    return None


def _next_place_in_list(items: list[Word], position: int) -> int | None:
    spot = position
    while spot < len(items):
        word = items[spot]
        if word.place is not None and word.trigger is None:
            return spot
        if (
            (word.describes and word.trigger is None)
            or word.lower in DETERMINERS
            or word.lower in {"of", "at", "in"}
            or word.lower in _HYPHENS
        ):
            spot += 1
            continue
        return None
    return None


def _with_sides(words: Words, places: list[Place], first: int, last: int) -> list[Place]:
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
        if not word.text[0].isalnum() and word.lower not in _HYPHENS:
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


def combine(places: list[Place], *, absent: bool = False) -> list[Place]:
    """One place each: the exact one takes the side of the region that was told beside it.

    For an ``absent`` fracture the region stays: "orbit and facial bones without fracture" clears the face.
    """
    kept: list[Place] = []
    for place in places:
        kept = _take_in(kept, place, absent=absent)
    leveled = [place for place in kept if place.bone == "vertebra" and place.levels]
    if leveled:
        general = [place for place in kept if place.is_general]
        part = next((place.part for place in general if place.part), None)
        kept = [
            replace(place, part=place.part or part) if place in leveled else place
            for place in kept
            if not place.is_general
        ]
    return kept


def _take_in(kept: list[Place], place: Place, *, absent: bool) -> list[Place]:
    for position, other in enumerate(kept):
        if other.side and place.side and other.side != place.side:
            continue
        if other.bone == place.bone and not other.levels and not place.levels:
            if other.part and place.part and other.part != place.part:
                continue
            stays = other if other.part or not place.part else place
        elif other.bone in place.within:
            stays = other if absent else place
        elif place.bone in other.within:
            stays = place if absent else other
        else:
            continue
        merged = replace(stays, side=other.side or place.side)
        return [*kept[:position], merged, *kept[position + 1 :]]
    return [*kept, place]
