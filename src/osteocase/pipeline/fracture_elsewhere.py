"""The place of a fracture word that names none: the film that is being read, the heading above it, the exam's title.

"X-rays of the right knee were taken. These reveal no fracture." is about the right knee.
"""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.pipeline.context import Context
from osteocase.pipeline.fracture_after import places_after
from osteocase.pipeline.fracture_before import left_edge, places_before
from osteocase.pipeline.fracture_places import combine
from osteocase.pipeline.fracture_traits import Trait
from osteocase.pipeline.fracture_words import Place, Words, words_of
from osteocase.pipeline.scan import Scan

__all__ = ["imaging_of", "places_elsewhere"]

_JOINING = frozenset({"has", "have", "had", "shows", "showed", "show", "is", "with", ":", "demonstrates"})
_REACH = 4
"""Sentences that an imaging study's findings may lie after its naming."""
_HEADING = re.compile(
    r"(?:^|[\n.,;])[ \t]*(?:[-*•]|\d{1,2}[.)])?[ \t]*(?P<title>[A-Za-z][A-Za-z /&()-]{2,60}?)[ \t]*:(?=[\s,])"
)


def places_elsewhere(
    scan: Scan, words: Words, index: int, sentence: int, places: list[Place], context: Context
) -> list[Place]:
    """Places told outside the fracture word's own phrase; exact levels only complete a general spine."""
    found = _in_sentence(words, index, negated=context.negated)
    if places:
        leveled = [place for place in found if place.bone == "vertebra" and place.levels]
        told = next((place for place in places if place.part), None)
        between = words.items[words.index_at(found[-1].end) : index] if leveled else []
        if leveled and any(word.lower in _JOINING for word in between):
            return combine([*leveled, *([told] if told is not None else [])])
        return []
    if context.negated and _is_further(words, index):
        return []
    if found and _is_subject(words, found[-1], index, context):
        return found
    return _by_imaging(scan, sentence)


def _is_further(words: Words, index: int) -> bool:
    """``no other fractures`` is told of the whole skeleton."""
    return any(word.lower in {"other", "further", "additional"} for word in words.items[max(0, index - 3) : index])


def _is_subject(words: Words, place: Place, index: int, context: Context) -> bool:
    """Between the place and the fracture word no clause may begin anew."""
    between = words.items[words.index_at(place.end) : index]
    if any(word.lower in {"after", "before", "because", "since", "who", "despite"} for word in between):
        return False
    return len(between) <= (25 if context.negated else 14)


def _in_sentence(words: Words, index: int, *, negated: bool) -> list[Place]:
    """The nearest place before the fracture word in its own sentence, where the words between let it be the subject.

    Levels count only for a fracture that is there: "degenerative change from C4 to C7 without fracture" says nothing of
    C4, so the spine at large takes their place. A place that another fracture word has taken is none.
    """
    items = words.items
    position = left_edge(words, index) - 1
    while position >= 0:
        word = items[position]
        if (word.trigger is not None and word.trigger is not items[index].trigger) or word.text == ";":
            return []
        place = word.place
        if place is not None:
            if _is_headed(words, position):
                position -= 1
                continue
            if _is_taken(words, position, index):
                return []
            found = combine(places_before(words, position + 1), absent=negated)
            if negated and any(item.levels for item in found):
                return [Place(place.start, place.end, "vertebra", entry="vertebra")]
            return found
        position -= 1
    return []


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
    return following < len(words.items) and "head" in words.items[following].roles


def _by_imaging(scan: Scan, sentence: int) -> list[Place]:
    """The one place that the imaging study of the sentences before, or the heading above, is about."""
    section = scan.section_at(scan.sentences[sentence][0])
    for earlier in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
        start, end = scan.sentences[earlier]
        if start < section.start:
            break
        if not scan.words_in(start, end, "modality"):
            continue
        places = _imaged(scan, start, end)
        if places:
            return places
    return _by_heading(scan, sentence, section.start, section.body) or _by_title(scan)


def _imaged(scan: Scan, start: int, end: int) -> list[Place]:
    """Places that stand beside a word for imaging: ``X-ray of the right knee``, ``left hip films``."""
    words = words_of(scan, start, end, [])
    found: list[Place] = []
    for position, word in enumerate(words.items):
        if "modality" not in word.roles:
            continue
        places = places_after(words, position) or places_before(words, position)
        found += [place for place in places if place not in found]
    return _without_levels(combine(found))


def _without_levels(places: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in places:
        plain = replace(place, levels=()) if place.levels else place
        if not any(other.bone == plain.bone and other.side == plain.side for other in kept):
            kept.append(plain)
    return kept if len(kept) == 1 else []


def _by_heading(scan: Scan, sentence: int, start: int, body: int) -> list[Place]:
    position = scan.sentences[sentence][0]
    heading = None
    for match in _HEADING.finditer(scan.text, start, position + 1):
        heading = match
    spans = [(heading.start("title"), heading.end("title"))] if heading is not None else []
    if body > start:
        spans.append((start, body))
    for left, right in spans:
        if position - right > 900:
            continue
        words = words_of(scan, left, right, [])
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
