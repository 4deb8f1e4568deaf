"""Fractures: each fracture word with its places, what is told of them, and whose they are; one record a level or bone.

Words that only speak of fractures (risk, prevention, clinics, broken plates) make no record. Start reading at
``find_fractures``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.pipeline.context import Context, Cue
from osteocase.pipeline.finding_fields import FieldAnswer, field_answer
from osteocase.pipeline.fracture_elsewhere import place_by_imaging, place_in_sentence
from osteocase.pipeline.fracture_levels import find_levels
from osteocase.pipeline.fracture_merge import merge_fractures
from osteocase.pipeline.fracture_sites import (
    combine,
    left_edge,
    places_after,
    places_before,
    side_near,
    side_of_region,
)
from osteocase.pipeline.fracture_traits import Trait, kind_rank, near_time, place_traits, shared_traits
from osteocase.pipeline.fracture_words import BREAKS, JOINTS, Place, Words, words_of
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["find_fractures"]

_MORPHOLOGY = frozenset({"compression", "wedge", "biconcave", "crush"})
"""Kinds that make a deformity a fracture (Genant HK et al., J Bone Miner Res 1993;8:1137-48)."""
_CONDITION = re.compile(r"\b(?:if|unless|should you|in case)\b[^.;:]*$", re.IGNORECASE)
_PASSIVE = frozenset(["is", "was", "were", "are", "been", "has", "have", "had", "also", "be", "being", "got", "both"])
_SELF = frozenset(
    ["itself", "themselves", "of", "the", "a", "an", "her", "his", "its", "their", "internal", "external", "fixation"]
)
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "her", "his", "their", "its", "said"])
_SIGNAL = {"acute_signal": "acute", "chronic_signal": "chronic"}


def find_fractures(scan: Scan) -> list[Draft]:
    """Drafts of all fractures of a text, merged where the text tells one twice."""
    if "fractures" not in scan.facts:
        scan.facts["fractures"] = _read_fractures(scan)
    found: list[Draft] = scan.facts["fractures"]
    return found


def _read_fractures(scan: Scan) -> list[Draft]:
    triggers = _triggers(scan)
    by_sentence: dict[int, list[Mention]] = {}
    for trigger in triggers:
        by_sentence.setdefault(scan.sentence_index(trigger.start), []).append(trigger)
    drafts: list[Draft] = []
    for sentence, found in sorted(by_sentence.items()):
        start, end = scan.sentences[sentence]
        words = words_of(scan, start, end, found)
        for trigger in found:
            drafts += _of_trigger(scan, words, trigger, sentence)
    merged = merge_fractures(drafts, kind_rank(scan.knowledge))
    _add_signal(scan, merged)
    return merged


def _triggers(scan: Scan) -> list[Mention]:
    """Fracture words that are no part of a risk, a service or an imaging method."""
    mentions = [mention for mention in scan.by_group.get("fracture_word", ()) if _counts(scan, mention)]
    values = scan.knowledge.words
    covers = [
        (word.start, word.end)
        for word in scan.by_group.get("not_fracture", ())
        if values[word.id].value in {"risk", "other"}
    ]
    covers += [(word.start, word.end) for word in scan.by_group.get("modality", ())]
    return [
        mention
        for mention in mentions
        if not any(start <= mention.start and mention.end <= end for start, end in covers)
    ]


def _counts(scan: Scan, mention: Mention) -> bool:
    return scan.section_at(mention.start).effect != "not_patient"


def _value(scan: Scan, trigger: Mention) -> str:
    return scan.knowledge.words[trigger.id].value or "noun"


def _of_trigger(scan: Scan, words: Words, trigger: Mention, sentence: int) -> list[Draft]:
    index = words.index_at(trigger.start)
    value = _value(scan, trigger)
    context = scan.context(trigger.start, trigger.end)
    if context.hypothetical or _CONDITION.search(scan.text[words.start : trigger.start]):
        return []
    answer = field_answer(scan.text, trigger.end)
    if answer is FieldAnswer.UNKNOWN or _device_broke(words, index, value):
        return []
    if answer is FieldAnswer.NO:
        context = replace(context, negated=True)
    places, rule = _places(words, index, value, absent=context.negated)
    if value in {"collapse", "deformity"}:
        places = [place for place in places if place.bone == "vertebra"]
    if not _is_fracture(scan, words, index, value, places):
        return []
    if not places or all(place.is_general and value not in {"collapse", "deformity"} for place in places):
        subject = _elsewhere(scan, words, index, sentence, places, context)
        if subject:
            places, rule = subject, "fractures.by_context"
    shared = shared_traits(scan, words, index, places)
    if not places:
        places = _implied_by_kind(scan, words, index, shared)
    if not places and value != "noun":
        return []
    side = side_near(words, index) if places and not any(place.side for place in places) else None
    places = [place if place.side or side else replace(place, side=side_of_region(words, place)) for place in places]
    time = near_time(scan, words, *_span(words, index, places, {}))
    drafts = []
    for place in places or [None]:
        traits = {**shared, **(place_traits(scan, words, place, places) if place is not None else {})}
        drafts += _drafts(scan, words, index, place, traits, context, time, rule, side, places)
    return drafts


def _implied_by_kind(scan: Scan, words: Words, index: int, traits: dict[str, Trait]) -> list[Place]:
    """The bone that the kind alone means: a compression fracture is one of the spine."""
    kind = traits["kind"][0] if "kind" in traits else None
    word = words.items[index]
    return [
        Place(word.start, word.end, bone.bone, entry=bone.id)
        for bone in scan.knowledge.bones.values()
        if kind is not None and kind in bone.kinds
    ]


def _is_fracture(scan: Scan, words: Words, index: int, value: str, places: list[Place]) -> bool:
    if value == "deformity":
        edge = left_edge(words, index)
        kinds = {word.roles.get("fracture_kind") for word in words.items[edge:index]}
        graded = any(word.lower in {"genant", "grade"} for word in words.items)
        return bool(places) and (bool(kinds & _MORPHOLOGY) or (graded and any(place.levels for place in places)))
    if value in {"collapse", "verb", "sign"}:
        return bool(places)
    return True


def _places(words: Words, index: int, value: str, *, absent: bool) -> tuple[list[Place], str]:
    """Places around the fracture word and the rule that found them."""
    trigger = words.items[index].trigger
    implied = next(
        (word.place for word in words.items[index:] if word.trigger is trigger and word.place is not None), None
    )
    before = places_before(words, index) if value != "sign" else _level_before(words, index)
    if value == "verb":
        return _verb_places(words, index)
    if value == "collapse" and not before and index and words.items[index - 1].lower in _PASSIVE:
        return _verb_places(words, index)
    if implied is not None and implied not in before:
        before.append(implied)
    if value == "sign" and not before and not _sign_counts(words, index):
        return [], "fractures.after"
    exact = [place for place in before if not place.is_general]
    after = places_after(words, index, strict=bool(exact))
    if exact and after and not _fit(exact, after):
        after = []
    places = combine([*before, *after], absent=absent)
    return _split(places), "fractures.before" if before else "fractures.after"


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
    if after and not _far(words, index, after[0]):
        return _split(combine(after)), "fractures.verb"
    position = index - 1
    while position >= 0 and words.items[position].lower in _PASSIVE:
        position -= 1
    if position >= 0 and position < index and words.items[position].place is not None:
        return _split(combine(places_before(words, position + 1))), "fractures.verb"
    return [], "fractures.verb"


def _far(words: Words, index: int, place: Place) -> bool:
    """A verb takes only an object that follows at once: ``broke her left wrist``, not ``broke it and hurt her wrist``."""
    between = words.items[index + 1 : words.index_at(place.start)]
    return len(between) > 6 or any(word.lower in BREAKS or word.lower in JOINTS for word in between)


def _split(places: list[Place]) -> list[Place]:
    return [replace(place, bone=bone) for place in places for bone in place.bone.split("+")]


def _device_broke(words: Words, index: int, value: str) -> bool:
    """True for plates, catheters and teeth: ``the plate had fractured``, ``a broken tooth``, ``hardware fracture``."""
    items = words.items
    before = index - 1
    if value == "verb":
        while before >= 0 and (items[before].lower in _PASSIVE or items[before].lower in _SELF):
            before -= 1
    if before >= 0 and "device" in items[before].roles:
        return True
    after = index + 1
    while after < len(items) and after < index + 5 and (items[after].lower in _SELF or items[after].describes):
        after += 1
    return after < len(items) and "device" in items[after].roles


def _elsewhere(
    scan: Scan, words: Words, index: int, sentence: int, places: list[Place], context: Context
) -> list[Place]:
    """The place told outside the fracture word's own phrase; exact levels only complete a general spine."""
    found = place_in_sentence(scan, words, index, negated=context.negated)
    if places:
        leveled = [place for place in found if place.bone == "vertebra" and place.levels]
        part = next((place.part for place in places if place.part), None)
        between = words.items[words.index_at(found[-1].end) : index] if leveled else []
        if leveled and any(
            word.lower in {"has", "have", "had", "shows", "showed", "show", "is", "with", ":", "demonstrates"}
            for word in between
        ):
            return [replace(place, part=place.part or part) for place in leveled]
        return []
    if found and _subject_like(words, found[-1], index, context):
        return found
    return place_by_imaging(scan, sentence)


def _subject_like(words: Words, place: Place, index: int, context: Context) -> bool:
    """Between the place and the fracture word no clause may begin anew."""
    between = words.items[words.index_at(place.end) : index]
    if any(word.lower in {"after", "before", "because", "since", "who", "despite"} for word in between):
        return False
    return len(between) <= (25 if context.negated else 14)


def _span(words: Words, index: int, places: list[Place], traits: dict[str, Trait]) -> tuple[int, int]:
    trigger = words.items[index].trigger
    assert trigger is not None
    near = [place for place in places if abs(place.start - trigger.start) < 400]
    first = words.items[left_edge(words, index)].start
    starts = [trigger.start, first, *(place.start for place in near), *(trait[1] for trait in traits.values())]
    ends = [trigger.end, *(place.end for place in near), *(trait[2] for trait in traits.values())]
    return min(starts), max(ends)


def _drafts(
    scan: Scan, words: Words, index: int, place: Place | None, traits: dict[str, Trait], context: Context,
    time: TimeMention | None, rule: str, side: str | None, places: list[Place],
) -> list[Draft]:  # fmt: skip
    kept = {name: trait for name, trait in traits.items() if name != "modality" or abs(trait[1] - words.start) < 400}
    spanned = {name: trait for name, trait in kept.items() if name not in {"modality", "fragility"}}
    start, end = _span(words, index, places, spanned)
    shared: Draft = {
        "bone": place.bone if place is not None else None,
        "side": (place.side or side) if place is not None else None,
        "part": place.part if place is not None else None,
        "status": context.status,
        "temporality": _temporality(words, index, context, time, kept),
        "subject": context.subject,
        "time": time_draft(scan.text, time) if time is not None else None,
        "start": start,
        "end": end,
        "also": [],
        "rule": rule,
        "within": place.within if place is not None else (),
        "definite": place is None and _is_definite(words, index),
        **{name: trait[0] for name, trait in kept.items()},
    }
    if shared.get("kind") == "traumatic" and shared.get("fragility") is None:
        shared["fragility"] = False
    if context.negated:
        shared["fragility"] = None
    levels: tuple[str | None, ...] = place.levels if place is not None and place.levels else (None,)
    return [{**shared, "level": level} for level in levels]


def _is_definite(words: Words, index: int) -> bool:
    """``the fracture``, ``her second fracture``: one that was told before."""
    before = left_edge(words, index) - 1
    return before >= 0 and words.items[before].lower in _DEFINITE


def _temporality(words: Words, index: int, context: Context, time: TimeMention | None, traits: dict[str, Trait]) -> str:
    """Historical by the words around it, by the age at which it happened, or because a word calls it old."""
    if time is not None and time.kind == "age":
        return "historical"
    if "acuity" in traits and not context.negated:
        if traits["acuity"][0] == "chronic":
            return "historical"
        if traits["acuity"][0] == "acute":
            return "current"
    cues = [cue for cue in context.cues if cue.category == "historical" and not _of_another(words, index, cue)]
    return "historical" if cues else "current"


def _of_another(words: Words, index: int, cue: Cue) -> bool:
    """True where a cue such as ``old`` stands in the phrase of another fracture: ``old T8 fracture, fracture of L1``."""
    for position in range(index):
        word = words.items[position]
        if word.trigger is not None and word.trigger is not words.items[index].trigger:
            edge = words.items[left_edge(words, position)].start
            if edge <= cue.start < word.start:
                return True
    return False


def _add_signal(scan: Scan, drafts: list[Draft]) -> None:
    """Acuity from imaging signal, for levels that no word calls acute or old."""
    for mention in scan.by_group.get("acuity", ()):
        acuity = _SIGNAL.get(scan.knowledge.words[mention.id].value or "")
        if acuity is None or (scan.context(mention.start, mention.end).negated and acuity == "acute"):
            continue
        start, end = _signal_clause(scan, mention)
        levels = {level for found in find_levels(scan.text, start, end, scan.knowledge) for level in found.levels}
        for draft in drafts:
            same = draft["level"] in levels if levels else start <= draft["start"] < end
            if same and draft.get("acuity") is None and draft["status"] == "present":
                draft["acuity"] = acuity
                if not draft["start"] <= mention.start < draft["end"]:
                    draft["also"].append((mention.start, mention.end))


def _signal_clause(scan: Scan, mention: Mention) -> tuple[int, int]:
    """The clause around a word for signal: up to the semicolons, full stops or contrasts beside it."""
    start, end = scan.sentence_at(mention.start)
    text = scan.text
    for mark in (";", " but ", " whereas ", " while ", ", and T", ", with no "):
        left = text.rfind(mark, start, mention.start)
        start = left if left > start else start
        right = text.find(mark, mention.end, end)
        end = right if right >= 0 else end
    return start, end
