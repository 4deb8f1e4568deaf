"""The place of a fracture word that names none: the film that is being read, the heading above it, the exam's title.

"X-rays of the right knee were taken. These reveal no fracture." is about the right knee.
"""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.pipeline.fracture_sites import combine, left_edge, places_after, places_before
from osteocase.pipeline.fracture_words import Place, Words, words_of
from osteocase.pipeline.scan import Scan

__all__ = ["place_by_imaging", "place_in_sentence"]

_REACH = 4
"""Sentences that an imaging study's findings may lie after its naming."""
_HEADING = re.compile(
    r"(?:^|[\n.,;])[ \t]*(?:[-*•]|\d{1,2}[.)])?[ \t]*(?P<title>[A-Za-z][A-Za-z /&()-]{2,60}?)[ \t]*:(?=[\s,])"
)


def place_in_sentence(scan: Scan, words: Words, index: int, *, negated: bool) -> list[Place]:
    """The nearest place before the fracture word in its own sentence, where the words between let it be the subject.

    Levels count only for a fracture that is there: "degenerative change from C4 to C7 without fracture" says nothing of
    C4, so the spine at large takes their place.
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
            found = _with_list(words, position, absent=negated)
            if negated and any(item.levels for item in found):
                return [Place(place.start, place.end, "vertebra", entry="vertebra")]
            return found
        position -= 1
    return []


def _is_headed(words: Words, position: int) -> bool:
    following = position + 1
    while following < len(words.items) and words.items[following].place is words.items[position].place:
        following += 1
    return following < len(words.items) and "head" in words.items[following].roles


def _with_list(words: Words, position: int, *, absent: bool) -> list[Place]:
    """The place at an index with the ones that are listed before it, and their sides."""
    return combine(places_before(words, position + 1), absent=absent)


def place_by_imaging(scan: Scan, sentence: int) -> list[Place]:
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
