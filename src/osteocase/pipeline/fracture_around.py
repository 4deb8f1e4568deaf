"""The places in the phrase of one fracture word, by the kind of word it is: noun, verb, sign, collapse or deformity."""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.fracture_after import places_after
from osteocase.pipeline.fracture_before import left_edge, places_before
from osteocase.pipeline.fracture_function_words import BREAKS, JOINTS, PASSIVE, SELF
from osteocase.pipeline.fracture_places import combine
from osteocase.pipeline.fracture_words import Place, Words

__all__ = ["device_broke", "is_fracture", "own_places"]

_MORPHOLOGY = frozenset({"compression", "wedge", "biconcave", "crush"})
"""Kinds that make a deformity a fracture (Genant HK et al., J Bone Miner Res 1993;8:1137-48)."""
_SPINE_ONLY = frozenset({"collapse", "deformity"})


def own_places(words: Words, index: int, value: str, *, absent: bool) -> tuple[list[Place], str]:
    """Places around the fracture word at ``index`` and the rule that found them."""
    places, rule = _around(words, index, value, absent=absent)
    if value in _SPINE_ONLY:
        places = [place for place in places if place.bone == "vertebra"]
    return places, rule


def _around(words: Words, index: int, value: str, *, absent: bool) -> tuple[list[Place], str]:
    before = places_before(words, index) if value != "sign" else _level_before(words, index)
    is_passive = value == "collapse" and not before and index > 0 and words.items[index - 1].lower in PASSIVE
    if value == "verb" or is_passive:
        return _verb_places(words, index)
    trigger = words.items[index].trigger
    implied = (word.place for word in words.items[index:] if word.trigger is trigger and word.place is not None)
    before += [place for place in [next(implied, None)] if place is not None and place not in before]
    if value == "sign" and not before and not _sign_counts(words, index):
        return [], "fractures.after"
    exact = [place for place in before if not place.is_general]
    after = places_after(words, index, strict=bool(exact))
    if exact and after and not _fit(exact, after):
        after = []
    places = combine([*before, *after], absent=absent)
    return _split(places), "fractures.before" if before else "fractures.after"


def is_fracture(words: Words, index: int, value: str, places: list[Place]) -> bool:
    """False for a deformity that is none of a vertebra, and for verbs, signs and collapses that take no bone."""
    if value == "deformity":
        kinds = {word.roles.get("fracture_kind") for word in words.items[left_edge(words, index) : index]}
        graded = any(word.lower in {"genant", "grade"} for word in words.items)
        return bool(places) and (bool(kinds & _MORPHOLOGY) or (graded and any(place.levels for place in places)))
    return bool(places) or value not in {"collapse", "verb", "sign"}


def _level_before(words: Words, index: int) -> list[Place]:
    place = words.items[index - 1].place if index else None
    return [place] if place is not None and place.levels else []


def _sign_counts(words: Words, index: int) -> bool:
    """``#`` means a fracture only right before a bone, never before a number."""
    for word in words.items[index + 1 : index + 4]:
        if word.place is not None:
            return True
        if not word.describes or word.text[0].isdigit():
            return False
    return False


def _fit(before: list[Place], after: list[Place]) -> bool:
    """True where the places after the word are the same as those before it, told more or less exactly."""
    return any(
        one.bone == other.bone or one.bone in other.within or other.bone in one.within
        for one in before
        for other in after
    )


def _verb_places(words: Words, index: int) -> tuple[list[Place], str]:
    """``broke her left wrist``, ``a broken hip``, ``L1 is fractured``."""
    after = places_after(words, index)
    if after and not _is_far(words, index, after[0]):
        return _split(combine(after)), "fractures.verb"
    position = index - 1
    while position >= 0 and words.items[position].lower in PASSIVE:
        position -= 1
    if 0 <= position < index and words.items[position].place is not None:
        return _split(combine(places_before(words, position + 1))), "fractures.verb"
    return [], "fractures.verb"


def _is_far(words: Words, index: int, place: Place) -> bool:
    """A verb takes only an object that follows at once: ``broke her wrist``, not ``broke it and hurt her wrist``."""
    between = words.items[index + 1 : words.index_at(place.start)]
    return len(between) > 6 or any(word.lower in BREAKS or word.lower in JOINTS for word in between)


def _split(places: list[Place]) -> list[Place]:
    return [replace(place, bone=bone) for place in places for bone in place.bone.split("+")]


def device_broke(words: Words, index: int, value: str) -> bool:
    """True for plates, catheters and teeth: ``the plate had fractured``, ``a broken tooth``, ``hardware fracture``."""
    items = words.items
    before = index - 1
    if value == "verb":
        while before >= 0 and (items[before].lower in PASSIVE or items[before].lower in SELF):
            before -= 1
    if before >= 0 and "device" in items[before].roles:
        return True
    after = index + 1
    while after < len(items) and after < index + 5 and (items[after].lower in SELF or items[after].describes):
        after += 1
    return after < len(items) and "device" in items[after].roles
