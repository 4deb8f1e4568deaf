"""Fractures: each fracture word with its places, what is told of them, and whose they are; one record a level or bone.

Words that only speak of fractures (risk, prevention, clinics, broken plates) make no record. Start reading at
``find_fractures``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.pipeline.context import Context
from osteocase.pipeline.finding_fields import FieldAnswer, field_answer
from osteocase.pipeline.fracture_around import device_broke, is_fracture, own_places
from osteocase.pipeline.fracture_before import left_edge
from osteocase.pipeline.fracture_elsewhere import imaging_of, places_elsewhere
from osteocase.pipeline.fracture_function_words import DEFINITE
from osteocase.pipeline.fracture_merge import merge_fractures
from osteocase.pipeline.fracture_sides import side_near, side_of_region
from osteocase.pipeline.fracture_signal import add_height_loss, add_signal
from osteocase.pipeline.fracture_traits import Trait, kind_rank, place_traits, shared_traits
from osteocase.pipeline.fracture_when import fracture_time, temporality
from osteocase.pipeline.fracture_words import Place, Words, words_of
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["find_fractures"]

_CONDITION = re.compile(
    r"\b(?:if|unless|should you|in case|to (?:look|check|search|screen|test) for|looking for|risks? (?:of|for))\b"
    r"[^.;:]*$",
    re.IGNORECASE,
)
"""Words that make of a fracture a question or a condition, not a statement."""


_PROBABILITY = re.compile(r"\bprobabilit(?:y|ies)\b|\b(?:10|ten)[\s-]years?\b", re.IGNORECASE)
_PERCENTAGE = re.compile(r"\s*(?:risk|probability)?\s*(?:is|of|was|:|=|\()?\s*\d{1,2}(?:\.\d+)?\s*(?:%|/|per\s?cent)")


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
    add_signal(scan, merged)
    add_height_loss(scan, merged)
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
    """False in literature, and for the percentages of FRAX: ``10-year probability: hip fracture 12 %``."""
    if scan.section_at(mention.start).effect == "not_patient":
        return False
    if _PERCENTAGE.match(scan.text, mention.end) is None:
        return True
    start, _ = scan.sentence_at(mention.start)
    if _PROBABILITY.search(scan.text, start, mention.start):
        return False
    return not any(score.id.startswith("frax") for score in scan.mentions_in(start, mention.end, "score"))


def _value(scan: Scan, trigger: Mention) -> str:
    return scan.knowledge.words[trigger.id].value or "noun"


def _of_trigger(scan: Scan, words: Words, trigger: Mention, sentence: int) -> list[Draft]:
    index = words.index_at(trigger.start)
    value = _value(scan, trigger)
    context = scan.context(trigger.start, trigger.end)
    if context.hypothetical or _CONDITION.search(scan.text[max(words.start, trigger.start - 300) : trigger.start]):
        return []
    answer = field_answer(scan.text, trigger.end)
    if answer is FieldAnswer.UNKNOWN or device_broke(words, index, value):
        return []
    if answer is FieldAnswer.NO:
        context = replace(context, negated=True)
    places, rule = own_places(words, index, value, absent=context.negated)
    if not is_fracture(words, index, value, places):
        return []
    shared = shared_traits(scan, words, index, places)
    if not places or (all(place.is_general for place in places) and value not in {"collapse", "deformity"}):
        told = places_elsewhere(scan, words, index, sentence, places, context)
        if told:
            places, rule = told, "fractures.by_context"
            shared = shared_traits(scan, words, index, places)
    if not places:
        places = _implied_by_kind(scan, words, index, shared)
    if not places and value != "noun":
        return []
    if "modality" not in shared and (modality := imaging_of(scan, sentence)) is not None:
        shared["modality"] = modality
    side = side_near(words, index) if places and not any(place.side for place in places) else None
    places = [place if place.side or side else replace(place, side=side_of_region(words, place)) for place in places]
    time = fracture_time(scan, words, *_span(words, index, places, {}))
    drafts: list[Draft] = []
    each: list[Place | None] = [*places] if places else [None]
    for place in each:
        traits = {**shared, **(place_traits(scan, words, index, place, places) if place is not None else {})}
        drafts += _drafts(scan, words, index, place, traits, context, time, rule, side, places)
    return drafts


def _implied_by_kind(scan: Scan, words: Words, index: int, traits: dict[str, Trait]) -> list[Place]:
    """The bone that the kind alone means: a compression fracture is one of the spine."""
    if "kind" not in traits:
        return []
    word, kind = words.items[index], traits["kind"][0]
    bones = [bone for bone in scan.knowledge.bones.values() if kind in bone.kinds]
    return [Place(word.start, word.end, bone.bone, entry=bone.id) for bone in bones]


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
    spanned = {name: trait for name, trait in traits.items() if name not in {"modality", "fragility"}}
    start, end = _span(words, index, places, spanned)
    shared: Draft = {
        "bone": place.bone if place is not None else None,
        "side": (place.side or side) if place is not None else None,
        "part": place.part if place is not None else None,
        "part_of": place.part_of if place is not None else None,
        "status": context.status,
        "temporality": temporality(scan, words, index, context, time, traits),
        "subject": context.subject,
        "time": time_draft(scan.text, time) if time is not None else None,
        "start": start,
        "end": end,
        "also": [],
        "rule": rule,
        "within": place.within if place is not None else (),
        "definite": place is None and _is_definite(words, index),
        **{name: trait[0] for name, trait in traits.items()},
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
    return before >= 0 and words.items[before].lower in DEFINITE
