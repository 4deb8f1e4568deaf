"""Bones that the fracture word leaves out because the words before it have named them.

``fractures of the 6th and 7th ribs, possible fracture of the 8th``; ``wedge deformity of T12, consistent with an old
compression fracture``.
"""

from __future__ import annotations

from dataclasses import replace

from osteocase.pipeline.fractures.after import places_after, places_from
from osteocase.pipeline.fractures.before import left_edge, places_before
from osteocase.pipeline.fractures.numbers import NUMBERED, ORDINALS
from osteocase.pipeline.fractures.places import combine
from osteocase.pipeline.fractures.words import Place, Words
from osteocase.pipeline.matching import regular as re

__all__ = ["after_yes", "bone_of_ordinal", "levels_behind", "read_as"]

_OF_THE = re.compile(
    r"\s+(?:of|in|at)\s+(?:the\s+)?(?:(?P<side>left|right)\s+)?(?P<ordinal>\w+)\s*(?=[.,;)]|\Z|and\b)", re.IGNORECASE
)
_COUNTED = re.compile(r"(?P<number>1[0-2]|[1-9])(?:st|nd|rd|th)", re.IGNORECASE)
_READ_AS = re.compile(
    r"(?:\b(?:consistent|compatible|in\s+keeping|in\s+line)\s+with|\b(?:representing|represents?|suggest(?:s|ing|ive\s+of)|indicat(?:es|ing|ive\s+of)"
    r"|reflect(?:s|ing)|typical\s+of|characteristic\s+of|diagnostic\s+of|interpreted\s+as|regarded\s+as|due\s+to|from|likely|presumably|probably|c/w))"
    r"\s+(?:(?:an?|the|most|likely|probable|age[\s-]indeterminate)\s+)*\Z",
    re.IGNORECASE,
)
_SHAPED = re.compile(
    r"\A(?:deform\w*|wedg\w*|biconcav\w*|crush\w*|collaps\w*|loss|height|compress\w*|anterior|vertebral?|vertebra|endplate|end|flatten\w*|reduc\w*)\Z",
    re.IGNORECASE,
)
"""Words of shape, which another word may call a fracture."""
_YES = re.compile(r"[^\n:;.,]{0,36}?(?:\[[xX✓]\]\s{0,2})?\byes\b\s{0,4}[(:,–-]{1,2}\s?", re.IGNORECASE)
_REACH = 24


def bone_of_ordinal(words: Words, index: int, text: str) -> list[Place]:
    """``fracture of the 8th`` behind ribs that were named: the same bone with that number."""
    match = _OF_THE.match(text, words.items[index].end, words.end)
    if match is None:
        return []
    counted = _COUNTED.fullmatch(match["ordinal"])
    word = match["ordinal"].lower()
    number = int(counted["number"]) if counted is not None else ORDINALS.index(word) + 1 if word in ORDINALS else None
    before = [place for place in words.places if place.end <= words.items[index].start]
    if number is None or not before or before[-1].bone not in NUMBERED:
        return []
    told = before[-1]
    side = (match["side"] or "").lower() or None
    part = told.part if told.part not in ORDINALS else None
    start, end = match.span("ordinal")
    return [
        replace(told, start=start, end=end, numbers=(number,), levels=(), part=part, side=side or _side_of(words, told))
    ]


def after_yes(words: Words, index: int, text: str) -> list[Place]:
    """``Previous fracture after 50   [x] yes  (L wrist, 2018)``: what a form's answer names."""
    answer = _YES.match(text, words.items[index].end, words.end)
    if answer is None:
        return []
    spot = words.index_at(answer.end())
    return places_from(words, spot, index) if spot < len(words.items) else []


def _side_of(words: Words, place: Place) -> str | None:
    first = words.index_at(place.start)
    near = words.items[max(0, first - 3) : first + 3]
    return next((word.roles["side"] for word in near if "side" in word.roles), None)


def read_as(words: Words, index: int, text: str) -> list[Place]:
    """The misshapen levels that a fracture word without place explains."""
    edge = words.items[left_edge(words, index)].start
    if _READ_AS.search(text, max(words.start, edge - 50), edge) is None:
        return []
    own = words.items[index].trigger
    for spot in range(left_edge(words, index) - 1, max(-1, index - _REACH - 1), -1):
        word = words.items[spot]
        if word.text == ";":
            return []
        if word.trigger is None or word.trigger is own:
            continue
        if _SHAPED.match(word.text) is None:
            return []
        told = combine([*places_before(words, spot), *places_after(words, spot)])
        return [place for place in told if place.levels]
    return []


_NAMES_LEVELS = re.compile(
    r"[^.:()\n]{0,60}?(?:[,;–—-]\s*(?:(?:this|these|they|which|it|those)\s+(?:\w+\s+)?(?:concern(?:ed|s|ing)?|involv(?:ed|es?|ing)"
    r"|affect(?:ed|s|ing)?|were|are|was|is|being)|namely|viz\.?|i\.?\s?e\.?,?|concerning|involving|affecting)\s+"
    r"(?:(?:those|that|the\s+levels?|levels?)\s+(?:of\s+|at\s+)?)?(?:the\s+)?"
    r"|\b(?:locations?|places?|sites?|levels?|vertebrae?|fractures?|followed|occurred|seen|found|noted|identified|observed"
    r"|diagnosed)\s*[(]\s?(?:the\s+)?)",
    re.IGNORECASE,
)
"""``of three thoracic vertebrae were seen, this concerned``; ``some in unusual locations (``"""
_IN_LIST = re.compile(
    r"\s*(?:vertebra[el]?|vertebral\s+bod(?:y|ies)|levels?|bod(?:y|ies))?\s*,?\s*(?:and|&|as\s+well\s+as)?\s*(?:(?:in|at|also|of|(?:the\s+)?case|the)\s+){0,6}[(]?",
    re.IGNORECASE,
)


def levels_behind(words: Words, index: int, places: list[Place], text: str) -> list[Place]:
    """The levels of vertebral fractures that were counted or told at large before: ``two vertebrae, namely L2, L4``."""
    if words.items[index].lower not in {"fracture", "fractures", "fx", "fxs"} or any(
        place.bone != "vertebra" or place.part is not None for place in places
    ):
        return []
    last = max([words.items[index].end, *(place.end for place in places)])
    lead = _NAMES_LEVELS.match(text, last, words.end)
    if lead is None:
        return []
    between = words.items[words.index_at(last) : words.index_at(lead.end())]
    if any("head" in word.roles or word.lower in {"no", "not", "without", "but"} for word in between):
        return []
    found: list[Place] = []
    position = lead.end()
    for place in words.places:
        if place.start < position:
            continue
        if place.bone != "vertebra" or (found and not _IN_LIST.fullmatch(text, position, place.start)):
            break
        if not found and text[position : place.start].strip():
            break
        found.append(place)
        position = place.end
    return [place for place in combine(found) if place.levels]
