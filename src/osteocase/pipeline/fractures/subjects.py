"""The level that a denied or doubted fracture is told of, though the fracture word has no place of its own.

``L1 was inspected and has no fracture``, ``irregular endplate at T8, likely a Schmorl node, not a fracture``, ``minor
height reduction at L1; a fracture cannot be ruled out``.
"""

from __future__ import annotations

from osteocase.pipeline.fractures.before import left_edge, places_before
from osteocase.pipeline.fractures.roles import Trait
from osteocase.pipeline.fractures.words import Place, Words
from osteocase.pipeline.matching import regular as re

__all__ = ["SHAPE_WORD", "doubted_level", "is_likeness", "is_told_of_levels", "is_unsure", "shape_before"]

_PREDICATE = re.compile(
    r"(?:[\s:,(–—-]|\b(?:is|was|has|have|had|shows?|showed|were|are|with|appears?|appeared|remains?|inspected|examined|checked|seen"
    r"|looks?|normal|intact|unremarkable|preserved|maintained|spared|clear|height|in|of|and|also|both|all|vertebra[le]?|bod(?:y|ies)"
    r"|levels?|without|no|not|nor|any|free|evidence|signs?|an?|regarded|considered|thought|felt|as|be|to|definite|acute|new"
    r"|fresh|further|recent|old|obvious|visible|there|show)\b)*",
    re.IGNORECASE,
)
"""What may stand between a level and the fracture that it does not have: no other finding."""
_OPENS_CLAUSE = frozenset(
    {".", ",", ";", ":", "(", "and", "but", "while", "whereas", "the", "vertebra", "vertebrae", "-", "•", "*"}
)
_CONTRAST = re.compile(
    r"\b(?:not|rather\s+than|instead\s+of)\s+(?:(?:truly|really|actually|regarded|considered|felt|thought|interpreted|counted"
    r"|read|regard|consider|count|read|to|be|as|it|this|that|them|an?|true|real|old|new)\s+)*\Z",
    re.IGNORECASE,
)
_LIKENESS = re.compile(
    r"\b(?:mistaken\s+(?:for|as)|confused\s+with|mimick?(?:s|ing|ed)?|simulat(?:es|ing)|differentiated\s+from|distinguished\s+from"
    r"|distinguish(?:ed)?\s+\w+\s+from|(?:that|which|to)\s+(?:(?:would|could|might)\s+)?(?:suggest|indicate)|worr(?:y|ies|ied|ying)\s+about)\s+(?:(?:an?|the|old|true|real|acute|compression|vertebral|hip|wrist|another)\s+){0,3}\Z",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:not|no)\s+(?:certain|certainly|definitely|necessarily|convincingly|conclusively|unequivocally|clearly)\s+(?:an?\s+|to\s+be\s+(?:an?\s+)?)?"
    r"(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
SHAPE_WORD = re.compile(
    r"\b(?:wedg\w+|height|deform\w+|end[\s-]?plates?|irregular\w*|biconcav\w*|compress\w+|depress\w+|flatten\w+|concav\w+)\b",
    re.IGNORECASE,
)
_REACH = 40
"""Words before a doubted fracture within which the level stands that is misshapen."""


def is_likeness(text: str, floor: int, start: int) -> bool:
    """``a haemangioma, not to be mistaken for a fracture``: what something only looks like."""
    return _LIKENESS.search(text, max(floor, start - 70), start) is not None


def is_unsure(text: str, floor: int, start: int) -> bool:
    """``not certainly a fracture``: neither told as present nor as absent."""
    return _UNSURE.search(text, max(floor, start - 60), start) is not None


def is_told_of_levels(text: str, words: Words, position: int, index: int) -> bool:
    """Whether a denial speaks of the very levels whose last word is at ``position``.

    They are its subject (``T11 and T12 have no fracture``), or what they show is set against a fracture (``D8 end-plate
    irregularity, not fracture``). "Degenerative change from C4 to C7 without fracture" says nothing of C4.
    """
    items = words.items
    edge = items[left_edge(words, index)].start
    if _CONTRAST.search(text, max(items[position].end, edge - 60), edge) is not None:
        return True
    between = _PREDICATE.match(text, items[position].end, edge)
    if between is None or between.end() != edge:
        return False
    first = _first_of_list(words, position)
    if first == 0 or items[first].opens_line:
        return True
    return items[first - 1].lower in _OPENS_CLAUSE and not (
        items[first - 1].lower in {"and", "the"} and _hangs(words, first)
    )


def _first_of_list(words: Words, position: int) -> int:
    listed = [place for place in places_before(words, position + 1) if place.levels]
    return words.index_at(listed[0].start) if listed else position


def _hangs(words: Words, first: int) -> bool:
    """True where the words before the list end in another noun phrase: ``disc bulges at L4 and L5``."""
    before = words.items[max(0, first - 3) : first - 1]
    return any(word.place is not None or word.lower in {"of", "at", "in", "from"} for word in before)


def doubted_level(text: str, words: Words, index: int) -> list[Place]:
    """The misshapen level before a fracture that is only considered."""
    items = words.items
    edge = left_edge(words, index)
    for position in range(edge - 1, max(-1, edge - 1 - _REACH), -1):
        word = items[position]
        if (
            word.trigger is not None
            and word.trigger is not items[index].trigger
            and word.text[:4].lower() in {"frac", "fx"}
        ):
            return []
        if word.place is None:
            continue
        if not word.place.levels:
            continue
        near = text[items[max(0, position - 8)].start : items[min(len(items) - 1, position + 6)].end]
        return [word.place] if SHAPE_WORD.search(near) is not None else []
    return []


def shape_before(words: Words, index: int, places: list[Place]) -> Trait | None:
    """The kind of deformity told of a level that may be broken: ``wedging of T7, not certainly a fracture``."""
    first = words.index_at(min(place.start for place in places))
    for word in words.items[max(0, first - 6) : min(index, first + 8)]:
        if "fracture_kind" in word.roles:
            return (word.roles["fracture_kind"], word.start, word.end)
    return None
