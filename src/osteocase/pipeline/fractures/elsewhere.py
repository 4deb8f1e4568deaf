"""The place of a fracture word that names none: the film that is being read, the heading above it, the exam's title.

"Films of the right knee were obtained. They show no fracture." is about the right knee.
"""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.context.finder import Context
from osteocase.pipeline.fractures.after import places_after
from osteocase.pipeline.fractures.anchors import (
    beside_implant,
    doubted_before,
    is_operated,
    is_through_it,
    named_last,
    of_implant,
    operated_before,
)
from osteocase.pipeline.fractures.around import without_ranges
from osteocase.pipeline.fractures.before import left_edge, places_before
from osteocase.pipeline.fractures.densities import DENSITY
from osteocase.pipeline.fractures.function_words import BREAKS, JOINTS
from osteocase.pipeline.fractures.places import combine
from osteocase.pipeline.fractures.roles import Trait
from osteocase.pipeline.fractures.sides import with_sides
from osteocase.pipeline.fractures.subjects import doubted_level, is_told_of_levels
from osteocase.pipeline.fractures.words import Place, Words, plain_words_of
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["imaging_of", "places_elsewhere"]

_JOINING = frozenset({"has", "have", "had", "shows", "showed", "show", "is", "with", ":", "demonstrates"})
_MOST_IMAGED = 4
"""Regions of one examination that a denial may clear one by one."""
_LABEL_REACH = 5
_REACH = 4
"""Sentences that an imaging study's findings may lie after its naming."""
_ANY_BONE = frozenset({"other", "further", "additional", "previous", "prev", "prior", "past", "history"})
_NOT_DONE = re.compile(r"\bnot\s+(?:indicated|done|required|performed|needed|available|taken)\b", re.IGNORECASE)
_INJURED = frozenset(
    {"injured", "hurt", "twisted", "sprained", "injuring", "hurting", "banged", "jarred", "rolled", "inverted"}
)
_ASKED = re.compile(
    r"\br ?/ ?o\b|\br / o\b|\brule out\b|\?|\bquery\b|\bquestion\b|\bpossible\b|\bsuspected\b|\bsuspicious\b"
)
_QUESTION_REACH = 8
_HEADING = re.compile(
    r"(?:^|[\n.,;])[ \t]*(?:[-*•]|\d{1,2}[.)])?[ \t]*(?P<title>[A-Za-z][A-Za-z /&()-]{2,60}?)[ \t]*:(?=[\s,])"
    r"|(?:^|\n)[ \t]*(?:[-*•][ \t]*)?(?P<dashed>[A-Za-z][A-Za-z /&()]{2,40}?)[ \t]+[-–—][ \t]"
)


def places_elsewhere(
    scan: Scan, words: Words, index: int, sentence: int, places: list[Place], context: Context
) -> list[Place]:
    """Places told outside the fracture word's own phrase; exact levels only complete a general spine."""
    table = scan.table_at(words.items[index].start)
    floor = scan.text.rfind("\n", words.start, words.items[index].start) + 1 if table is not None else words.start
    found = _in_sentence(scan, words, index, negated=context.negated, floor=floor)
    if places:
        leveled = [place for place in found if place.bone == "vertebra" and place.levels]
        told = next((place for place in places if place.part), None)
        between = words.items[words.index_at(found[-1].end) : index] if leveled else []
        if leveled and any(word.lower in _JOINING for word in between):
            return combine([*leveled, *([told] if told is not None else [])])
        return []
    if context.uncertain and not context.negated:
        doubted = doubted_level(scan.text, words, index) or doubted_before(scan, words, index, sentence)
        if doubted:
            return doubted
    if context.negated and (_is_further(words, index) or _beside_density(scan.text, words, index)):
        return []
    if of_implant(words, index) and (held := beside_implant(scan, words, index, sentence)):
        return held
    if is_through_it(scan, words, index):
        return named_last(scan, words, index, sentence)
    if context.negated and not found:
        found = _of_other_side(scan, words, index, sentence) or _imaged(
            scan, words.start, words.items[index].start, most=_MOST_IMAGED
        )
        if found:
            return found
    if context.negated and len(found) == 1:
        listed = _imaged(scan, words.start, words.items[index].start, most=_MOST_IMAGED)
        if len(listed) > 1 and any(one.bone == found[0].bone for one in listed):
            return listed
    if found and _is_subject(words, found[-1], index, context):
        return found
    if not context.negated and (operated := operated_before(scan, words, index)):
        return operated
    return _by_imaging(scan, sentence, negated=context.negated)


def _of_other_side(scan: Scan, words: Words, index: int, sentence: int) -> list[Place]:
    """``Left hip space narrowed. No fracture on the left side``: the limb of that side that the line before names."""
    sides = {word.roles["side"] for word in words.items[index + 1 : index + 5] if "side" in word.roles}
    if len(sides) != 1 or sentence == 0 or any(word.place is not None for word in words.items):
        return []
    before = plain_words_of(scan, *scan.sentences[sentence - 1])
    sided = with_sides(before, [place for place in before.places if not place.levels], 0, len(before.items))
    found = combine([place for place in sided if place.side in sides])
    return found if len(found) == 1 else []


def _is_further(words: Words, index: int) -> bool:
    """``no other fractures`` is told of the whole skeleton."""
    return any(word.lower in _ANY_BONE for word in words.items[max(0, index - 3) : index])


_BESIDE_DENSITY = re.compile(
    r"\b(?:densit(?:y|ies|ometry|ometric)|BMD|T-?\s?scores?)\b[^.;:\n]{0,48}?\s(?:of|for|at|in)\s[^.;:\n]{1,60}?,?\s(?:and|but|with)\s+"
    r"(?:(?:there|she|he|have|has|had|were|was|been)\s+){0,3}(?:no|without)\b[^.;:\n]{0,24}$",
    re.IGNORECASE,
)
_FILMED = re.compile(r"\b(?:x-?\s?rays?|films?|radiograph\w*|CT|MRI|VFA|tomograph\w*)\b", re.IGNORECASE)


def _beside_density(text: str, words: Words, index: int) -> bool:
    """``good densities of her hip and spine, and no fractures``: the sites are those of what was measured."""
    start = words.items[index].start
    return _BESIDE_DENSITY.search(text, words.start, start) is not None and not _FILMED.search(text, words.start, start)


def _is_subject(words: Words, place: Place, index: int, context: Context) -> bool:
    """Between the place and the fracture word no clause may begin anew."""
    between = words.items[words.index_at(place.end) : index]
    if any(word.lower in {"before", "because", "since", "who", "despite"} for word in between):
        return False
    if any(word.lower == "after" for word in between) and not is_operated(words, place, index):
        return False
    return len(between) <= (25 if context.negated else 14)


def _in_sentence(scan: Scan, words: Words, index: int, *, negated: bool, floor: int) -> list[Place]:
    """The nearest place before the fracture word in its own sentence, where the words between let it be the subject.

    Levels of a denial count only where it is told of them: "degenerative change from C4 to C7 without fracture" says
    nothing of C4, so the spine at large takes their place. A place that another fracture word has taken is none.
    """
    items = words.items
    position = left_edge(words, index) - 1
    around_implant = of_implant(words, index)
    while position >= 0:
        word = items[position]
        other = word.trigger is not None and word.trigger is not items[index].trigger and not around_implant
        if other or word.text == ";" or word.start < floor:
            return []
        place = word.place
        if place is not None:
            if negated and DENSITY.search(scan.text, place.end, items[index].start) is not None:
                return []  # "femoral neck T-score -1.5, no fractures"
            if not negated and _is_headed(words, position) and not _is_asked_of(words, position, index):
                position -= 1
                continue
            if not around_implant and _is_taken(words, position, index):
                return []
            found = combine(places_before(words, position + 1), absent=negated)
            if not negated and items[index].lower in _SEVERAL:
                found = combine([*_members_before(words, position), *found])
            if negated and any(item.levels for item in found) and not _is_label(words, position, index):
                if is_told_of_levels(scan.text, words, position, index):
                    return without_ranges([item for item in found if item.levels])
                return [Place(place.start, place.end, "vertebra", entry="vertebra")]
            return found
        position -= 1
    return []


_SEVERAL = frozenset({"fractures", "fxs"})


def _members_before(words: Words, position: int) -> list[Place]:
    """``L3`` of ``uptake at L3 and the left sacral ala, in keeping with fractures``."""
    joint = left_edge(words, position + 1) - 2
    if joint < 1 or words.items[joint + 1].lower not in {"the", "her", "his", "both"}:
        return []
    return places_before(words, joint) if words.items[joint].lower in JOINTS and words.items[joint - 1].place else []


def _is_label(words: Words, position: int, index: int) -> bool:
    """``L1, L3 and L5: neither fracture nor oedema`` is told of those levels alone."""
    between = words.items[position + 1 : index]
    return 0 < len(between) <= _LABEL_REACH and between[0].text == ":"


def _is_taken(words: Words, position: int, index: int) -> bool:
    """True where another fracture word of the sentence has this place: ``broke a metatarsal, no other fractures``."""
    place = words.items[position].place
    for spot in range(position - 1, max(-1, position - 12), -1):
        word = words.items[spot]
        if word.trigger is not None and word.trigger is not words.items[index].trigger:
            return (
                any(other.start == place.start for other in places_after(words, spot)) if place is not None else False
            )
    return False


def _is_headed(words: Words, position: int) -> bool:
    following = position + 1
    while following < len(words.items) and words.items[following].place is words.items[position].place:
        following += 1
    near = words.items[following : following + 2]
    if near and (near[0].lower in BREAKS or near[0].lower in JOINTS or not near[0].text[0].isalnum()):
        return False
    return any("head" in word.roles for word in near)


def _is_asked_of(words: Words, position: int, index: int) -> bool:
    """``coccyx contusion, r/o fracture``: the question is asked of the bone that was hurt."""
    between = [word.lower for word in words.items[position + 1 : index]]
    text = " ".join(between[-4:])
    return len(between) <= _QUESTION_REACH and _ASKED.search(text) is not None


def _by_imaging(scan: Scan, sentence: int, *, negated: bool) -> list[Place]:
    """The one place that the imaging study before, or the heading above, is about; of a denial the few places."""
    section = scan.section_at(scan.sentences[sentence][0])
    for earlier in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
        start, end = scan.sentences[earlier]
        if start < section.start:
            break
        if not scan.words_in(start, end, "modality") or _NOT_DONE.search(scan.text, start, end):
            continue
        places = _imaged(scan, start, end, most=_MOST_IMAGED if negated else 1)
        if places:
            return places
    spine = _assessed_spine(scan, sentence)
    if spine:
        return spine
    return (
        _by_heading(scan, sentence, section.start, section.body)
        or _by_title(scan)
        or _by_injury(scan, sentence, section.start)
    )


def _assessed_spine(scan: Scan, sentence: int) -> list[Place]:
    """Vertebral fracture assessment looks at the spine, whether or not it says so."""
    for start, end in reversed(scan.sentences[max(0, sentence - _REACH) : sentence + 1]):
        for mention in scan.words_in(start, end, "modality"):
            if scan.knowledge.words[mention.id].value == "vfa":
                return [Place(mention.start, mention.end, "vertebra", entry="vertebra")]
    return []


def _by_injury(scan: Scan, sentence: int, floor: int) -> list[Place]:
    """The limb that the sentence before says was hurt: ``He injured his left wrist. X-ray showed no fracture.``"""
    start, end = scan.sentences[sentence]
    if sentence == 0 or not scan.words_in(start, end, "modality") or scan.sentences[sentence - 1][0] < floor:
        return []
    words = plain_words_of(scan, *scan.sentences[sentence - 1])
    for position, word in enumerate(words.items):
        if word.lower in _INJURED:
            return _without_levels(combine(places_after(words, position)))
    return []


def _imaged(scan: Scan, start: int, end: int, *, most: int = 1) -> list[Place]:
    """Places that stand beside a word for imaging: ``X-ray of the right knee``, ``left hip films``."""
    words = plain_words_of(scan, start, end)
    found: list[Place] = []
    for position, word in enumerate(words.items):
        if "modality" not in word.roles:
            continue
        colon = next((item.start for item in words.items[position + 2 :] if item.text == ":"), end)
        following = [place for place in places_after(words, position) if place.start < colon]  # what follows was found
        places = following or places_before(words, position)
        found += [place for place in places if place not in found]
    return _without_levels(combine(found), most=most)


def _without_levels(places: list[Place], *, most: int = 1) -> list[Place]:
    kept: list[Place] = []
    for place in places:
        plain = replace(place, levels=()) if place.levels else place
        if not any(other.bone == plain.bone and other.side == plain.side for other in kept):
            kept.append(plain)
    return kept if len(kept) <= most else []


def _by_heading(scan: Scan, sentence: int, start: int, body: int) -> list[Place]:
    position = scan.sentences[sentence][0]
    heading = None
    for match in _HEADING.finditer(scan.text, start, position + 1):
        heading = match
    name = "dashed" if heading is not None and heading["title"] is None else "title"
    spans = [(heading.start(name), heading.end(name))] if heading is not None else []
    if body > start:
        spans.append((start, body))
    for left, right in spans:
        if position - right > 900 or DENSITY.search(scan.text, right, position) is not None:
            continue
        words = plain_words_of(scan, left, right)
        places = [place for place in words.places if not place.levels]
        if places:
            sided = combine(places_before(words, len(words.items)) if words.items else places)
            return _without_levels(sided or places)
    return []


def _by_title(scan: Scan) -> list[Place]:
    """The region of the exam where the first lines name just one: ``MRI THORACIC SPINE``."""
    end = min(len(scan.text), 200)
    line_end = scan.text.find("\n", 0, end)
    end = line_end if line_end > 0 else end
    if not scan.words_in(0, end, "modality"):
        return []
    return _imaged(scan, 0, end)


def imaging_of(scan: Scan, sentence: int) -> Trait | None:
    """The imaging study that the sentence reports: named in the sentences before, or by the note's first line."""
    line_end = scan.text.find("\n")
    title = scan.words_in(0, line_end if 0 < line_end < 120 else 0, "modality")
    if len(title) == 1:
        return (scan.knowledge.words[title[0].id].value, title[0].start, title[0].end)
    start = scan.sentences[sentence][0]
    section = scan.section_at(start)
    for earlier in range(sentence - 1, max(-1, sentence - 3), -1):
        left, right = scan.sentences[earlier]
        if left < section.start:
            break
        found = scan.words_in(left, right, "modality")
        if found:
            return (scan.knowledge.words[found[-1].id].value, found[-1].start, found[-1].end)
    return None
