"""The places in the phrase of one fracture word, by the kind of word it is: noun, verb, sign, collapse or deformity."""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.fractures.after import places_after, places_from
from osteocase.pipeline.fractures.before import left_edge, places_before
from osteocase.pipeline.fractures.function_words import BREAKS, JOINTS, PASSIVE, SELF
from osteocase.pipeline.fractures.places import combine
from osteocase.pipeline.fractures.shapes import is_inborn, is_of_bone
from osteocase.pipeline.fractures.words import Place, Word, Words

__all__ = [
    "breaks_nothing_named",
    "device_broke",
    "excepted_places",
    "is_denied",
    "is_fracture",
    "is_told_again",
    "other_side",
    "own_places",
    "without_ranges",
]

_MORPHOLOGY = frozenset({"compression", "wedge", "biconcave", "crush"})
"""Kinds that make a deformity a fracture (Genant HK et al., J Bone Miner Res 1993;8:1137-48)."""
_SPINE_ONLY = frozenset({"collapse", "deformity", "shape"})
_LEVEL_REACH = 10
"""Words before a word of shape within which its level stands."""
_LONGEST_DENIED = 2
"""Levels of one range that a denial may clear one by one."""
_IS = frozenset(
    {"is", "was", "were", "are", "a", "an", "the", "of", "only", "in", "at", "break", "breaks", ":", "his", "her"}
)
_DENIALS = frozenset({"nil", "zero"})
_HEARD = frozenset({"heard", "felt", "hear", "feel", "feels", "hears", "hearing", "feeling", "audible", "loud"})
"""A crack that is heard or felt is no finding."""
_EXCEPTS = frozenset({
    "other than", "beyond", "apart from", "aside from", "except for", "except", "besides", "save for", "bar", "barring",
    "exception of", "outside of",
})  # fmt: skip
_COMPARED = frozenset({
    "lesser", "milder", "smaller", "larger", "second", "third", "older", "newer", "similar", "another", "further",
    "slighter", "severe", "worse", "other", "earlier", "later", "previous", "recent", "mild", "moderate", "slight",
    "healed", "healing",
})  # fmt: skip
_DISC = frozenset({"disc", "disk", "interspace", "joint", "space"})
"""``disc space collapse at L3-4`` breaks no bone."""
_SOME_BONE = frozenset({"bone", "bones", "anything", "something", "nothing"})


def own_places(words: Words, index: int, value: str, *, absent: bool) -> tuple[list[Place], str]:
    """Places around the fracture word at ``index`` and the rule that found them."""
    places, rule = _around(words, index, value, absent=absent)
    if value in _SPINE_ONLY:
        places = [place for place in places if place.bone == "vertebra"]
    return places, rule


def _around(words: Words, index: int, value: str, *, absent: bool) -> tuple[list[Place], str]:
    before = places_before(words, index) if value != "sign" else _level_before(words, index)
    is_passive = value in {"collapse", "shape"} and not before and index > 0 and words.items[index - 1].lower in PASSIVE
    if value == "verb" or is_passive:
        places, rule = _verb_places(words, index)
        return (places, rule) if places else (_split(combine(_after_colon(words, index))), rule)
    trigger = words.items[index].trigger
    implied = (
        word.place for word in words.items[index : index + 12] if word.trigger is trigger and word.place is not None
    )
    before += [place for place in [next(implied, None)] if place is not None and place not in before]
    exact = [place for place in before if not place.is_general]
    after = places_after(words, index, strict=bool(exact) and not _follows_at_once(words, index))
    if exact and after and (not _fit(exact, after) or _is_film(words, after[-1])):
        after = []
    if absent and after and _is_next_line(words, index, after[0]):
        after = []
    if value in {"shape", "deformity"} and not absent and not any(place.levels for place in (*before, *after)):
        after = _level_left(words, index)
    places = combine([*before, *after], absent=absent)
    return _split(places), "fractures.before" if before else "fractures.after"


def without_ranges(places: list[Place]) -> list[Place]:
    """Places of a denied fracture: ``no fracture from T6 to L4`` clears the spine, ``none of T8 and L1`` two levels."""
    kept: list[Place] = []
    for place in places:
        plain = replace(place, levels=()) if len(place.levels) > _LONGEST_DENIED else place
        if plain.levels or not any(other.is_general and plain.is_general for other in kept):
            kept.append(plain)
    return kept


def excepted_places(words: Words, index: int) -> list[Place]:
    """The places that a denial leaves out: ``no fracture other than the known T12``, ``apart from a toe nothing``."""
    items = words.items
    for spot in (*range(index + 1, min(len(items), index + 9)), *range(max(0, index - 14), index)):
        phrase = " ".join(word.lower for word in items[spot : spot + 2])
        if phrase in _EXCEPTS or items[spot].lower in _EXCEPTS:
            start = spot + (2 if phrase in _EXCEPTS else 1)
            if not any(word.trigger is not None for word in items[start : start + 6]) or start <= index < start + 12:
                found = [
                    place
                    for place in places_from(words, start, index)
                    if start > index or place.end <= items[index].start
                ]
                return _split(combine(found))
    return []


def is_denied(words: Words, index: int) -> bool:
    """``nil fracture``, ``had broken no bone``: denied by a word within the fracture's own phrase."""
    first = left_edge(words, index)
    if any(word.lower in _DENIALS for word in words.items[max(0, first - 1) : index]):
        return True
    if any(word.lower == "nothing" for word in words.items[max(0, index - 3) : index]):
        return True
    following = [word.lower for word in words.items[index + 1 : index + 4]]
    if following and following[0] in {"broken", "fractured"}:  # behind "has"
        following = following[1:]
    if following[1:2] == ["."] and following[2:] and following[2].isdecimal():
        return False  # "fracture no. 2": a number
    return bool(following) and following[0] in {"no", "nothing"} and not (following[1:] and following[1] == "longer")


def breaks_nothing_named(words: Words, index: int) -> bool:
    """``never broken a bone``, ``never fractured``: a verb that speaks of bones at large."""
    items = words.items
    if any(word.lower in _SOME_BONE for word in items[index + 1 : index + 4]):
        return True
    return any(word.lower in {"never", "nothing"} for word in items[max(0, index - 3) : index])


def is_fracture(words: Words, index: int, value: str, places: list[Place], *, negated: bool = False) -> bool:
    """False for a deformity that is none of a vertebra, and for verbs, signs and collapses that take no bone."""
    if value == "again":
        return is_told_again(words, index) and bool(places)
    if value == "shape":
        return not negated and any(place.levels for place in places) and is_of_bone(words, index)
    if value == "injury":
        return negated
    if value == "crack":
        return bool(places) and not any(word.lower in _HEARD for word in words.items[max(0, index - 4) : index])
    if value == "verb" and not places:
        return breaks_nothing_named(words, index)
    if value == "deformity" and negated and any(_is_vertebral(words, place) for place in places):
        return True
    if value == "deformity" and not negated and is_inborn(words, index):
        return False
    if value == "deformity":
        kinds = {word.roles.get("fracture_kind") for word in words.items[left_edge(words, index) : index]}
        if negated and kinds & _MORPHOLOGY:
            return True
        graded = any(word.lower in {"genant", "grade", "sq", "gr", "semiquantitative"} for word in words.items)
        aged = any(
            word.roles.get("acuity", "_signal")[-7:] != "_signal" for word in words.items[max(0, index - 4) : index + 9]
        )
        return bool(places) and (
            bool(kinds & _MORPHOLOGY) or ((graded or (aged and not negated)) and any(place.levels for place in places))
        )
    if value == "collapse" and any(word.lower in _DISC for word in words.items[max(0, index - 3) : index]):
        return False
    return bool(places) or value not in {"collapse", "sign"}


def is_told_again(words: Words, index: int) -> bool:
    """``with subacute ones at T10``, ``a lesser one of L3``, ``none of L1``: a fracture told before."""
    items = words.items
    own = items[index].trigger
    if not any(word.trigger is not None and word.trigger is not own for word in items[:index]):
        return False
    if items[index].lower in {"none", "not", "nor"}:
        return True
    before = items[index - 1] if index else None
    if before is None or (items[index].lower == "one" and "number" in before.roles):
        return False
    if before.lower in {"the", "that"}:
        after = items[index + 1 : index + 3]
        return bool(after) and after[0].lower in {"of", "at", "in"}
    return before.describes or before.lower in _COMPARED


def other_side(words: Words, index: int) -> list[Place]:
    """``broke her left wrist in 2011 and the right one in 2016``: the same bone of the side that is told."""
    side = words.items[index - 1].roles.get("side") if index else None
    before = [place for place in words.places if place.end <= words.items[index].start and not place.levels]
    if side is None or not before or not is_told_again(words, index):
        return []
    return [replace(before[-1], side=side)] if before[-1].side not in {side, "bilateral"} else []


def _is_vertebral(words: Words, place: Place) -> bool:
    """``no vertebral deformity``, ``no deformity of T8``; that of a spine is its curve."""
    named = words.items[max(0, words.index_at(place.start) - 3) : words.index_at(place.end)]
    return bool(place.levels) or any(word.lower.startswith("vertebra") for word in named)


def _level_before(words: Words, index: int) -> list[Place]:
    place = words.items[index - 1].place if index else None
    return [place] if place is not None and place.levels else []


def _follows_at_once(words: Words, index: int) -> bool:
    """A bone right after the fracture word: ``intracapsular # neck of femur``."""
    following = index + 1
    while following < len(words.items) and words.items[following].describes and words.items[following].place is None:
        following += 1
    return following < len(words.items) and words.items[following].place is not None


def _level_left(words: Words, index: int) -> list[Place]:
    """The level that is told last before a word of shape: ``T8: Genant 2``, ``L1 shows 40 % loss of height``."""
    for word in reversed(words.items[max(0, index - _LEVEL_REACH) : index]):
        if word.trigger is not None or word.text == ";":
            return []
        if word.place is not None:
            return [word.place] if word.place.levels else []
    return []


def _is_next_line(words: Words, index: int, place: Place) -> bool:
    """``L1  no fracture`` above ``L3  wedge``: the level that opens the next line has a finding of its own."""
    first = words.index_at(place.start)
    return first > index and words.items[first].opens_line and bool(place.levels)


def _is_film(words: Words, place: Place) -> bool:
    """``femur fracture on long-leg films``: the leg is what the film shows."""
    following = words.items[words.index_at(place.end) :][:1]
    return bool(following) and "modality" in following[0].roles


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


def _after_colon(words: Words, index: int) -> list[Place]:
    """``has broken three bones: the left wrist and two ribs``."""
    for spot in range(index + 1, min(len(words.items), index + 12)):
        if words.items[spot].trigger not in (None, words.items[index].trigger) or words.items[spot].text == ";":
            return []
        if words.items[spot].text in {":", "–", "—", "("} and any(
            word.lower in _SOME_BONE for word in words.items[index + 1 : spot]
        ):
            return places_after(words, spot - 1)
    return []


def _is_far(words: Words, index: int, place: Place) -> bool:
    """A verb takes only an object that follows at once: ``broke her wrist``, not ``broke it and hurt her wrist``."""
    between = words.items[index + 1 : words.index_at(place.start)]
    trigger = words.items[index].trigger
    if trigger is not None and "break" in trigger.id and {word.lower for word in between} <= _IS:
        return False
    return len(between) > 6 or any(word.lower in BREAKS or word.lower in JOINTS for word in between)


def _split(places: list[Place]) -> list[Place]:
    return [replace(place, bone=bone) for place in places for bone in place.bone.split("+")]


def _is_endplate(items: list[Word], position: int) -> bool:
    """The plate of ``superior end-plate fracture`` is bone."""
    return items[position].place is not None or any(
        word.lower == "end" for word in items[max(0, position - 2) : position]
    )


def device_broke(words: Words, index: int, value: str) -> bool:
    """True for plates, catheters and teeth: ``the plate had fractured``, ``a broken tooth``, ``hardware fracture``."""
    items = words.items
    before = index - 1
    if value == "verb":
        while before >= 0 and (items[before].lower in PASSIVE or items[before].lower in SELF):
            before -= 1
    is_device = before >= 0 and "device" in items[before].roles and not _is_endplate(items, before)
    if is_device and not items[index].opens_line:
        return True
    after = index + 1
    while after < len(items) and after < index + 5 and (items[after].lower in SELF or items[after].describes):
        after += 1
    return after < len(items) and "device" in items[after].roles
