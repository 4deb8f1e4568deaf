"""What may stand between a fracture word and its place: company, clauses, ages, injuries, ``at several levels``."""

from __future__ import annotations

from osteocase.pipeline.fractures.function_words import DETERMINERS, JOINTS, PREPOSITIONS, SEEN
from osteocase.pipeline.fractures.words import Word

__all__ = ["past_comma", "past_levels", "past_others", "past_time"]

_INJURIES = frozenset({
    "dislocation", "dislocations", "subluxation", "subluxations", "malalignment", "misalignment", "deformity",
    "effusion", "diastasis", "lesion", "lesions", "destruction", "avulsion", "listhesis",
    "fixation", "hemiarthroplasty", "arthroplasty", "replacement", "pinning", "nailing", "plating", "orif", "repair",
    "operation", "surgery", "kyphoplasty", "vertebroplasty", "nonunion", "malunion",
})  # fmt: skip
"""Nouns that share a place with a fracture word: ``no fracture, subluxation or dislocation of the shoulder``, ``a
fracture and nailing of the tibia``."""
_BEHIND_COMMA = frozenset({"of", "involving", "affecting", "including"})
"""``compression fractures, of T11 and L1``: a comma that parts nothing."""
_TIMES = frozenset(
    {"the", "past", "last", "previous", "recent", "few", "several", "two", "three", "years", "year", "months"}
)


def _past_injuries(items: list[Word], position: int) -> int:
    """Index after ``, subluxation or dislocation``, which share the place with the fracture; else ``position``."""
    spot = position
    while spot + 1 < len(items) and items[spot].lower in JOINTS:
        following = spot + 1
        while following < len(items) and (
            items[following].describes or items[following].lower in {"or", "acute", "obvious"}
        ):
            following += 1
        if following >= len(items) or items[following].lower not in _INJURIES:
            break
        spot = following + 1
    is_placed = spot < len(items) and items[spot].lower in {"of", "in", "at", "involving", "affecting"}
    return spot if spot > position and is_placed else position


def past_comma(items: list[Word], position: int) -> int:
    """Index after what a comma sets between the fracture and its place; else ``position``."""
    following = items[position + 1].lower if position + 1 < len(items) else ""
    ahead = position + 1 if following in _BEHIND_COMMA else position
    return max(ahead, _past_injuries(items, position), _past_age(items, position))


def past_levels(items: list[Word], position: int) -> int:
    """Index after ``at multiple levels``, where the levels follow in a bracket or behind a colon; else ``position``."""
    spot = position + 1
    while spot < min(len(items), position + 4) and (
        items[spot].describes or items[spot].lower in DETERMINERS or items[spot].lower in {"various", "different"}
    ):
        spot += 1
    opened = items[spot + 1 : spot + 2]
    is_list = bool(opened) and opened[0].text in {"(", ":", ",", "-", "–", "—"}
    return spot + 1 if is_list and items[spot].lower in {"levels", "sites", "places", "locations"} else position


def past_time(items: list[Word], position: int) -> int:
    """Index of the comma in ``fractures in the past, including T6 and T8``; else ``position``."""
    spot = position + 1
    while spot < min(len(items), position + 7) and ("time" in items[spot].roles or items[spot].lower in _TIMES):
        spot += 1
    opened = spot > position + 1 and spot + 1 < len(items) and items[spot].text in {",", "(", ":"}
    if not opened:
        return position
    place = items[spot + 1].place
    is_list = items[spot + 1].lower in _BEHIND_COMMA or (place is not None and bool(place.levels))
    return spot if is_list or items[spot].text != "," else position


def _past_company(items: list[Word], position: int) -> int:
    """Index of the preposition behind ``with height loss is noted at``; else ``position``."""
    seen = False
    for spot in range(position + 1, min(len(items), position + 9)):
        word = items[spot]
        if word.place is not None or word.trigger is not None or not word.text[0].isalnum():
            return position
        if seen and word.lower in PREPOSITIONS:
            return spot
        if items[spot - 1].lower in {"is", "are", "was", "were"} and (word.lower in SEEN or word.lower == "also"):
            seen = True
        elif seen and word.lower not in SEEN:
            return position
    return position


def _past_clause(items: list[Word], position: int) -> int:
    """Index of the preposition before the level in ``which the MRI could confirm at T8``; else ``position``."""
    for spot in range(position + 1, min(len(items) - 1, position + 10)):
        word = items[spot]
        if (
            word.place is not None
            or word.trigger is not None
            or not word.text[0].isalnum()
            or word.lower in {"not", "no"}
        ):
            return position
        following = items[spot + 1].place
        if word.lower in {"at", "in", "of", "involving", "from"} and following is not None and following.levels:
            return spot
    return position


def past_others(items: list[Word], position: int) -> int:
    """Index after what the fracture is told with: ``with height loss is noted``, ``or dislocation``."""
    if items[position].lower in {"with", "without"}:
        return _past_company(items, position)
    if items[position].lower in {"which", "that"}:
        return _past_clause(items, position)
    return _past_injuries(items, position) if items[position].lower in JOINTS else position


def _past_age(items: list[Word], position: int) -> int:
    """Index after ``, of uncertain age,``, which only describes the fracture; else ``position``."""
    for spot in range(position + 1, min(len(items), position + 7)):
        if items[spot].place is not None or items[spot].trigger is not None:
            return position
        if items[spot].text == ",":
            return spot + 1 if any(item.lower == "age" for item in items[position:spot]) else position
    return position
