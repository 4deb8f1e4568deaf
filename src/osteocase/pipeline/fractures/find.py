"""Fractures: each fracture word with its places, what is told of them, and whose they are; one record a level or bone.

Words that only speak of fractures (risk, prevention, clinics, broken plates) make no record. Start reading at
``find_fractures``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from osteocase.pipeline.context.finder import Context
from osteocase.pipeline.fractures.anchors import is_line_of_told
from osteocase.pipeline.fractures.around import (
    breaks_nothing_named,
    device_broke,
    excepted_places,
    is_denied,
    is_fracture,
    other_side,
    own_places,
    without_ranges,
)
from osteocase.pipeline.fractures.before import left_edge
from osteocase.pipeline.fractures.conditions import is_condition
from osteocase.pipeline.fractures.drafts import drafts_of
from osteocase.pipeline.fractures.elided import after_yes, bone_of_ordinal, levels_behind, read_as
from osteocase.pipeline.fractures.elsewhere import (
    imaging_of,
    places_elsewhere,
)
from osteocase.pipeline.fractures.function_words import DEFINITE
from osteocase.pipeline.fractures.in_turn import places_in_turn
from osteocase.pipeline.fractures.injury import (
    add_time_of_examination,
    add_time_of_injury,
    add_time_of_presentation,
)
from osteocase.pipeline.fractures.level_ages import add_ages_of_levels
from osteocase.pipeline.fractures.lists import fracture_lists, inline_lists, listed_fractures, with_lead_times
from osteocase.pipeline.fractures.merge import merge_fractures, without_answered_doubt, without_overruled_denial
from osteocase.pipeline.fractures.presupposed import is_presupposed, is_site_of_told
from osteocase.pipeline.fractures.refuted import is_confirmed, is_older_than_denied, is_refuted
from osteocase.pipeline.fractures.region_side import (
    side_is_open,
    side_of_operation,
    side_of_sentence,
    side_told_before,
)
from osteocase.pipeline.fractures.roles import Trait
from osteocase.pipeline.fractures.series import add_series
from osteocase.pipeline.fractures.shapes import places_of_shape
from osteocase.pipeline.fractures.sides import part_of_phrase, side_near, side_of_phrase, side_of_region
from osteocase.pipeline.fractures.sign import sign_meaning
from osteocase.pipeline.fractures.signal import (
    add_bracketed_age,
    add_grade,
    add_grade_of_levels,
    add_healed,
    add_height_loss,
    add_same_event,
    add_signal,
    add_told_later,
)
from osteocase.pipeline.fractures.subjects import is_unsure, shape_before
from osteocase.pipeline.fractures.tables import graded_levels, grading_tables
from osteocase.pipeline.fractures.traits import cause_is_of_another, kind_rank, place_traits, shared_traits
from osteocase.pipeline.fractures.triggers import find_triggers
from osteocase.pipeline.fractures.when import add_date_of_injury, fracture_time, temporality
from osteocase.pipeline.fractures.words import Place, Words, words_of
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.statements.form_fields import FieldAnswer, field_answer, ticked
from osteocase.pipeline.statements.past import still_holds
from osteocase.pipeline.statements.person import person_of, told_with
from osteocase.pipeline.times.find import TimeMention

__all__ = ["find_fractures"]

_BONE_OF_PART = {
    ("elbow", "supracondylar"): "humerus", ("knee", "supracondylar"): "femur", ("elbow", "lateral_condyle"): "humerus",
    ("elbow", "medial_condyle"): "humerus", ("elbow", "medial_epicondyle"): "humerus",
}  # fmt: skip
"""A part that tells the bone of the joint beside it."""
_MORE = frozenset({"new", "fresh", "further", "other", "additional", "pathological", "recent", "subsequent", "more"})
_ANOTHER = frozenset({"new", "another", "further", "subsequent", "additional"})
_COUNT_OF_NONE = re.compile(r"(?:(?![ ]{3})[^.;:\n,]){0,40}:\s?(?:0(?![\d.,])|none\b|nil\b|no\b)", re.IGNORECASE)
"""``Fractures since last visit: 0``."""
_DOUBT = re.compile(r"\b(?:favou?red|preferred|more\s+likely|rather)\s+(?:over|to|than)\s+(?:an?\s+)?\Z", re.IGNORECASE)
"""``a bipartite patella favoured over fracture``."""
_OF_FRACTURE = re.compile(
    r"\s+(?:of|at|in)\s+(?:(?:the|her|his|this|that|known|old|healing|L|T)\s?\d{0,2}\s+|[TLC]\d{1,2}\s+|\w+\s+){0,4}?(?:fractures?|fx)\b",
    re.IGNORECASE,
)
"""``no further collapse of the L1 fracture`` clears nothing."""


_OF_FAMILY = re.compile(
    r"\b(?:no|any|nil|denies|positive)\s+family\s+(?:(?:hip|wrist|spine|spinal|vertebral|fragility|osteoporotic|femoral|low[\s-]trauma)\s+){0,2}\Z",
    re.IGNORECASE,
)
"""``No family fractures``: those of relatives; ``no family doctor since the fracture`` is of the patient."""


def find_fractures(scan: Scan) -> list[Draft]:
    """Drafts of all fractures of a text, merged where the text tells one twice."""
    if "fractures" not in scan.facts:
        scan.facts["fractures"] = _read_fractures(scan)
    found: list[Draft] = scan.facts["fractures"]
    return found


def _read_fractures(scan: Scan) -> list[Draft]:
    headings, items = fracture_lists(scan)
    tables = grading_tables(scan)
    headings = sorted([*headings, *((table.start, table.end) for table, _ in tables)])
    triggers = [mention for mention in find_triggers(scan) if not _lies_in(mention, headings)]
    by_sentence: dict[int, list[Mention]] = {}
    for trigger in triggers:
        by_sentence.setdefault(scan.sentence_index(trigger.start), []).append(trigger)
    drafts: list[Draft] = []
    for sentence, found in sorted(by_sentence.items()):
        start, end = scan.sentences[sentence]
        words = words_of(scan, start, end, found)
        for trigger in found:
            drafts += _of_trigger(scan, words, trigger, sentence)
    told = [(draft, told_with(scan, draft["subject"], draft["start"])) for draft in drafts]
    drafts += [{**draft, "subject": other, "also": []} for draft, others in told for other in others]
    drafts += listed_fractures(scan, items, triggers)
    drafts += inline_lists(scan, drafts)
    drafts += graded_levels(scan, tables)
    with_lead_times(scan, drafts, items)
    drafts = without_overruled_denial(scan.text, without_answered_doubt(drafts))
    merged = merge_fractures(drafts, kind_rank(scan.knowledge))
    add_signal(scan, merged)
    add_height_loss(scan, merged)
    add_grade(scan, merged)
    add_grade_of_levels(scan, merged)
    add_told_later(scan, merged)
    add_bracketed_age(scan, merged)
    add_ages_of_levels(scan, merged)
    add_healed(scan, merged)
    add_same_event(scan, merged)
    add_series(scan, merged)
    add_date_of_injury(scan, merged)
    add_time_of_injury(scan, merged)
    add_time_of_examination(scan, merged)
    add_time_of_presentation(scan, merged)
    return merged


def _lies_in(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    place = bisect_right(spans, (mention.start, mention.end)) - 1
    return place >= 0 and mention.start < spans[place][1]


def _value(scan: Scan, trigger: Mention) -> str:
    return scan.knowledge.words[trigger.id].value or "noun"


def _context(scan: Scan, words: Words, trigger: Mention) -> Context:
    context = scan.context(trigger.start, trigger.end)
    of_family = _OF_FAMILY.search(scan.text, max(words.start, trigger.start - 40), trigger.start) is not None
    return replace(context, subject="family") if of_family and context.subject == "patient" else context


def _of_trigger(scan: Scan, words: Words, trigger: Mention, sentence: int) -> list[Draft]:
    index = words.index_at(trigger.start)
    value = _value(scan, trigger)
    meaning = sign_meaning(words, index) if value == "sign" else value
    context = _context(scan, words, trigger)
    if meaning is None or context.hypothetical or is_condition(scan, words, trigger):
        return []
    answer = ticked(scan.text, words.items[left_edge(words, index)].start, trigger.end)
    answer = answer or field_answer(scan.text, trigger.end)
    if answer is FieldAnswer.UNKNOWN or device_broke(words, index, meaning) or is_site_of_told(scan, words, index):
        return []
    if context.negated and meaning in {"collapse", "shape"} and _OF_FRACTURE.match(scan.text, trigger.end) is not None:
        return []
    if context.negated and (_denial_ended(scan, context, trigger.start) or is_presupposed(scan, words, index, context)):
        context = replace(context, negated=False)
    if _DOUBT.search(scan.text, max(words.start, trigger.start - 40), trigger.start):
        context = replace(context, uncertain=True)
    if is_unsure(scan.text, words.start, trigger.start):
        context = replace(context, negated=False, uncertain=True)
    if (
        trigger.id == "fracture_none"
        or answer is FieldAnswer.NO
        or is_denied(words, index)
        or _COUNT_OF_NONE.match(scan.text, trigger.end)
    ):
        context = replace(context, negated=True)
    places, rule = own_places(words, index, meaning, absent=context.negated)
    if meaning == "again" and not places:
        places = other_side(words, index)
    excepted: list[Place] = []
    if context.negated:
        excepted = excepted_places(words, index)
        places = without_ranges([place for place in places if place not in excepted])
    elif context.uncertain and is_confirmed(scan, words, trigger):
        context = replace(context, uncertain=False)
    elif is_refuted(scan, words, trigger, doubted=context.uncertain):
        context = replace(context, negated=True)
    if not is_fracture(words, index, meaning, places, negated=context.negated):
        return []
    rule = "fractures.shape" if meaning == "shape" else rule
    told = _told(scan, words, index, sentence, places, rule, meaning, context)
    if excepted:
        held = replace(context, negated=False)
        told += _told(scan, words, index, sentence, excepted, "fractures.excepted", meaning, held)
    return told


def _denial_ended(scan: Scan, context: Context, start: int) -> bool:
    """``no infiltrate. compression deformity of T6``: a full stop ends the denial though no capital follows."""
    cues = [cue for cue in context.cues if cue.category == "negated"]
    return bool(cues) and not any(still_holds(scan, cue, start) for cue in cues)


def _told(
    scan: Scan, words: Words, index: int, sentence: int, places: list[Place], rule: str, value: str, context: Context
) -> list[Draft]:
    if not places or all(place.is_general for place in places):
        elided = (
            bone_of_ordinal(words, index, scan.text)
            or read_as(words, index, scan.text)
            or after_yes(words, index, scan.text)
            or (levels_behind(words, index, places, scan.text) if not context.negated else [])
        )
        places, rule = (elided, "fractures.by_context") if elided else (places, rule)
    places = places_of_shape(scan, words, index, places) if rule == "fractures.shape" else places
    shared = shared_traits(scan, words, index, places)
    if not places or (all(place.is_general for place in places) and value not in {"collapse", "deformity", "shape"}):
        points_back = _points_back(words, index) or (
            not context.negated and is_line_of_told(scan, words, index, sentence)
        )
        of_relative = context.subject != "patient"  # the films and the bones told before are the patient's
        told = [] if points_back or of_relative else places_elsewhere(scan, words, index, sentence, places, context)
        if told:
            places, rule = _of_one_side(words, index, told), "fractures.by_context"
            shared = shared_traits(scan, words, index, places)
            if context.uncertain and "kind" not in shared and (kind := shape_before(words, index, told)) is not None:
                shared["kind"] = kind
    if not places:
        places = _implied_by_kind(scan, words, index, shared)
    if not places and value != "noun" and not (value == "verb" and breaks_nothing_named(words, index)):
        return []
    if "modality" not in shared and (modality := imaging_of(scan, sentence)) is not None:
        shared["modality"] = modality
    places = _sided(scan, words, index, sentence, places, context)
    drafts: list[Draft] = []
    each: list[Place | None] = [*places] if places else [None]
    turns = places_in_turn(scan, words, index, places)
    if turns:
        each = [place for place, _ in turns]
        shared.pop("count", None)  # of all, of which each is one
    for turn, place in enumerate(each):
        traits = {**shared, **(place_traits(scan, words, index, place, places) if place is not None else {})}
        if place is not None and cause_is_of_another(words, traits, place, places):
            del traits["fragility"]
        time = turns[turn][1] if turns else None
        drafts += _drafts(scan, words, index, place, traits, context, rule, places, time)
    return drafts


def _of_one_side(words: Words, index: int, places: list[Place]) -> list[Place]:
    """``X-ray of both hips: no fracture on the left``: of the limbs that were filmed, the one that is told of."""
    if side_near(words, index) not in {"left", "right"}:
        return places
    return [replace(place, side=None) if place.side == "bilateral" else place for place in places]


def _sided(scan: Scan, words: Words, index: int, sentence: int, places: list[Place], context: Context) -> list[Place]:
    """Places with the side that is told beside the fracture word, of the region around them, or over them."""
    if not places:
        return places
    side = None
    if not any(place.side for place in places):
        side = side_near(words, index) or side_of_phrase(words, left_edge(words, index), index)
        if side is None and all(place.start == words.items[index].start for place in places):
            side = side_of_sentence(words, index)
    sided = []
    for place in places:
        own = place.side or side or side_of_region(words, place)
        if own is None and side_is_open(place):
            first = min(place.start, words.items[left_edge(words, index)].start)
            own = side_of_operation(scan, words, first)
        if own is None and side_is_open(place) and context.subject == "patient":
            own = side_told_before(scan, words, index, sentence, place)
        sided.append(replace(place, side=own))
    if len(sided) == 1 and sided[0].part is None and sided[0].bone not in {"vertebra", "rib"}:
        part = part_of_phrase(words, left_edge(words, index), index)
        bone = _BONE_OF_PART.get((sided[0].bone, part or ""), sided[0].bone)
        within = (sided[0].bone,) if bone != sided[0].bone else sided[0].within
        sided = [replace(sided[0], part=part, bone=bone, within=within)]
    return sided


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
    scan: Scan, words: Words, index: int, place: Place | None, traits: dict[str, Trait], context: Context, rule: str,
    places: list[Place], told_at: TimeMention | None = None,
) -> list[Draft]:  # fmt: skip
    spanned = {name: trait for name, trait in traits.items() if name not in {"modality", "fragility"}}
    start, end = _span(words, index, places, spanned)
    time = told_at or fracture_time(scan, words, *_span(words, index, places, {}), places, place)
    answer = field_answer(scan.text, place.end) if place is not None and place.start > words.items[index].end else None
    is_older = place is not None and context.status == "absent" and is_older_than_denied(scan, place.start)
    status = "present" if is_older else context.status
    told: dict[str, object] = {
        "status": "absent" if answer is FieldAnswer.NO else status,
        "temporality": temporality(scan, words, index, context, time, traits),
        "subject": person_of(scan, context, words.items[index].start),
        "start": start,
        "end": end,
        "rule": rule,
        "definite": place is None and _is_definite(words, index),
        "again": place is None and _is_told_again(scan, words, index),
        "another": any(word.lower in _ANOTHER for word in words.items[max(0, index - 4) : index]),
        "others": any(word.lower == "other" for word in words.items[max(0, index - 3) : index]),
    }
    if told["subject"] not in {"patient", "other"}:
        told["temporality"] = "historical"
    return drafts_of(scan, place, traits, time, told)


def _points_back(words: Words, index: int) -> bool:
    """``the MRI demonstrated this fracture``: the film is of the region, the fracture was named before."""
    return index > 0 and words.items[index - 1].lower in {"this", "these", "said"}


def _is_told_again(scan: Scan, words: Words, index: int) -> bool:
    """``her X-rays did not reveal a fracture``: the films that were read above, unless it speaks of new fractures."""
    if any(word.lower in _MORE for word in words.items[max(0, index - 3) : index]):
        return False
    return bool(scan.words_in(words.start, words.items[index].start, "modality"))


_ITS_OWN = frozenset(
    {"union", "healing", "site", "consolidation", "reduction", "fixation", "alignment", "fragments", "fragment"}
)
"""``fracture union was achieved`` speaks of a fracture that was told."""


def _is_definite(words: Words, index: int) -> bool:
    """``the fracture``, ``her second fracture``: one that was told before."""
    before = left_edge(words, index) - 1
    following = words.items[index + 1].lower if index + 1 < len(words.items) else ""
    if following in _ITS_OWN:
        return True
    return before >= 0 and words.items[before].lower in DEFINITE
