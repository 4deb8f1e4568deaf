"""Vertebral levels as notes write them: T9, Th9, D9, T7-9, L1 to L3, T12/L1, "the ninth thoracic vertebra".

A level is only a place; whether something broke there is for the fracture grammar. ``T1`` and ``T2`` of magnetic
resonance, ``vitamin D3`` and ``T-score -2.5`` are none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge

__all__ = ["LevelMention", "find_levels"]


class LevelMention(NamedTuple):
    """A stretch that names one vertebral level, or one end of a range and the levels between."""

    start: int
    end: int
    levels: tuple[str, ...]
    """Such as ``("T12", "L1")``, in the order from head to tail."""


_ORDER: tuple[str, ...] = (
    *(f"C{number}" for number in range(1, 8)),
    *(f"T{number}" for number in range(1, 13)),
    *(f"L{number}" for number in range(1, 6)),
    *(f"S{number}" for number in range(1, 6)),
)
_POSITION = {level: index for index, level in enumerate(_ORDER)}
_LETTERS = {"c": "C", "t": "T", "th": "T", "d": "T", "l": "L", "s": "S"}
_REGIONS = {"cervical": "C", "thoracic": "T", "dorsal": "T", "lumbar": "L", "sacral": "S"}

_LETTERED = re.compile(
    r"(?<![\w.])(?:(?P<upper>C|Th|TH|T|D|L|S)(?:\.\s?|[ ‐‑-]|\s#)?|(?P<lower>th|t|l))(?P<number>1[0-2]|[1-9])"
    r"(?:(?=(?:,(?:1[0-2]|[1-9])){2,}(?![\w%]|[.,]\d))|(?<=[Tt][Hh]\d)(?=,(?:1[0-2]|[1-9])(?![\w%]|[.,]\d))"
    r"|(?![\w%]|[.,]\d|\s?(?:st|nd|rd|th)\b))"
)
"""A level; ``Th3,7`` and ``T3,7,9`` are lists without spaces, ``T3,7`` may be a decimal."""
_RESONANCE = re.compile(
    r"(?:[\s/,-]*(?:and|&|or)?\s*T[12])?[\s-]*(?:weighted|weighting|WI\b|W\b|images?\b|imaging|sequences?\b|signal|hyper|hypo|iso|STIR"
    r"|FLAIR|fat|low|high|bright|dark|contrast|MR|relaxation|gradient|spin|sagittal|axial|coronal|intens)",
    re.IGNORECASE,
)
_ON_SEQUENCE = re.compile(
    r"\b(?:on|low|high|dark|bright|sagittal|axial|coronal|intermediate|reduced|decreased|increased|and|/)\s*$",
    re.IGNORECASE,
)
_SIGNAL_NEAR = re.compile(r"\b(?:stir|signal|flair|weighted|sequences?|gadolinium|fat[\s-]sat\w*)\b", re.IGNORECASE)
_VITAMIN = re.compile(
    r"(?:vit(?:amin)?s?\.?[\s-]*|hydroxy[\s-]*|calciferol[\s-]*|\bfree\s*|\bkappa\s*)$", re.IGNORECASE
)
_RIBS_AFTER = re.compile(
    r"(?:\s?(?:st|nd|rd|th))?(?:\s?(?:[-–,&/]|to|and)\s?\d{1,2}(?:st|nd|rd|th)?){0,5}\s(?:(?:posterior|lateral|anterior|post|ant|lat)\s)?"
    r"(?:ribs?|metatarsals?|metacarpals?|toes?|fingers?|MTs?|MCs?)\b",
    re.IGNORECASE,
)
"""``L 5-7 rib fractures`` are ribs of the left side."""
_DAY_AFTER = re.compile(r"\s?(?:post\b|after\b|of\s+(?:admission|treatment)|:?\s?(?:bloods|check)\b)", re.IGNORECASE)
"""``D5 post operation`` is a day."""
_SPINE_LETTERS = {"h": "C", "b": "T", "l": "L"}
_GERMAN = re.compile(r"(?<!\w)(?P<region>[HBL])WK\s?(?P<number>1[0-2]|[1-9])(?![\w%]|[.,]\d)")
"""``BWK 12``, ``LWK 1``: vertebral bodies in German reports."""
_RANGE = re.compile(
    r"\s*(?:-|‐|‑|–|—|−|\b(?:down|up)?\s?to\b|\bthrough\b|\btill\b|\bthru\b|\buntil\b)\s*", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:,\s*(?:and|&|or)?|and|&|/|\+)\s*", re.IGNORECASE)
_BARE_NUMBER = re.compile(
    r"(?P<number>1[0-2]|[1-9])(?![\w%]|[.,]\d)"
    r"(?=\s*(?:$|[,.;:)\]/&–-]|and\b|or\b|to\b|(?:[a-z]+\s){0,3}(?:fracture|vertebra|compression|wedge|level|bod|collapse|crush|burst|#))"
    r"|\s*\n)",
    re.IGNORECASE,
)

_TIGHT_NUMBER = re.compile(
    r"(?P<number>1[0-2]|[1-9])(?:(?=,(?:1[0-2]|[1-9])(?![\w%]|\.\d))|(?![\w%]|[.,]\d)(?=\s*(?:$|[,.;:)\]/&–\n-]|and\b|or\b|[a-z#])))",
    re.IGNORECASE,
)


def find_levels(text: str, start: int, end: int, knowledge: Knowledge) -> list[LevelMention]:
    """Every level told between two offsets, in order. A list gives one mention a member, a range one for all of it."""
    found = _lettered(text, start, end) + _in_words(text, start, end, knowledge) + _german(text, start, end)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[LevelMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _lettered(text: str, start: int, end: int) -> list[LevelMention]:
    found: list[LevelMention] = []
    position = start
    while match := _LETTERED.search(text, position, end):
        position = match.end()
        first = _level(match)
        if first is None or _is_no_level(text, match):
            continue
        spot, last, letter = match.start(), match.end(), first[0]
        while True:
            tail = _range_end(text, last, end, letter) or _between_end(text, spot, last, end, letter)
            if tail is not None and _POSITION[tail[0]] > _POSITION[first]:
                last = tail[1]
                found.append(LevelMention(spot, last, _between(first, tail[0])))
                letter = tail[0][0]
            else:
                found.append(LevelMention(spot, last, (first,)))
            following = _listed_number(text, last, end, letter)
            if following is None:
                break
            first, spot, last = following
        position = last
    return found


def _german(text: str, start: int, end: int) -> list[LevelMention]:
    found = []
    for match in _GERMAN.finditer(text, start, end):
        level = f"{_SPINE_LETTERS[match['region'].lower()]}{match['number']}"
        if level in _POSITION:
            found.append(LevelMention(match.start(), match.end(), (level,)))
    return found


def _level(match: re.Match[str]) -> str | None:
    letter = _LETTERS[(match["upper"] or match["lower"]).lower()]
    level = f"{letter}{match['number']}"
    return level if level in _POSITION else None


def _is_no_level(text: str, match: re.Match[str]) -> bool:
    """True for sequences of magnetic resonance, vitamins and complement, which look like levels."""
    if match.group() in {"T1", "T2"} and _is_sequence(text, match.start(), match.end()):
        return True
    if match.group()[0] in "LlTt" and _RIBS_AFTER.match(text, match.end()):
        return True
    if match.group()[0] == "D" and _DAY_AFTER.match(text, match.end()):
        return True
    return _VITAMIN.search(text[max(0, match.start() - 16) : match.start()]) is not None


def _is_sequence(text: str, start: int, end: int) -> bool:
    """``T1-weighted``, ``on T2``, ``low T1 and high STIR signal``."""
    if _RESONANCE.match(text, end):
        return True
    before = _ON_SEQUENCE.search(text[max(0, start - 14) : start])
    if before is None:
        return False
    return before.group().strip().lower() == "on" or _SIGNAL_NEAR.search(text, max(0, start - 40), end + 40) is not None


def _range_end(text: str, last: int, end: int, letter: str) -> tuple[str, int] | None:
    """The far end of a range that starts before ``last``: its level and the offset after it."""
    joint = _RANGE.match(text, last, end)
    if joint is None:
        return None
    lettered = _LETTERED.match(text, joint.end(), end)
    if lettered is not None:
        level = _level(lettered)
        return (level, lettered.end()) if level is not None else None
    bare = re.compile(r"(?P<number>1[0-2]|[1-9])(?![\w%]|[.,]\d)").match(text, joint.end(), end)
    if bare is None or re.match(r"\s*(?:months?|weeks?|days?|years?|mm|cm|kg|mg)\b", text[bare.end() : end]):
        return None
    level = f"{letter}{bare['number']}"
    return (level, bare.end()) if level in _POSITION else None


_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
_AND_LEVEL = re.compile(r"\s+(?:and|&)\s+(?=[A-Z]?[a-z]?\s?\d)")


def _between_end(text: str, spot: int, last: int, end: int, letter: str) -> tuple[str, int] | None:
    """The far end of ``between T5 and L4``."""
    joint = _AND_LEVEL.match(text, last, end)
    if joint is None or _BETWEEN.search(text, max(0, spot - 16), spot) is None:
        return None
    lettered = _LETTERED.match(text, joint.end(), end)
    level = _level(lettered) if lettered is not None else None
    return (level, lettered.end()) if level is not None and lettered is not None else None


def _listed_number(text: str, last: int, end: int, letter: str) -> tuple[str, int, int] | None:
    """A further member of a list that drops its letter (``T7, 9 and 11``): level, start and end."""
    joint = _LIST.match(text, last, end)
    if joint is None:
        return None
    bare = (_TIGHT_NUMBER if joint.group() == "," else _BARE_NUMBER).match(text, joint.end(), end)
    if bare is None:
        return None
    level = f"{letter}{bare['number']}"
    return (level, bare.start(), bare.end()) if level in _POSITION else None


def _between(first: str, last: str) -> tuple[str, ...]:
    return _ORDER[_POSITION[first] : _POSITION[last] + 1]


@lru_cache(maxsize=4)
def _word_pattern(knowledge: Knowledge) -> tuple[re.Pattern[str], dict[str, str]]:
    """``ninth and eleventh thoracic``, ``thoracic vertebrae 9 and 11`` as one expression, with the ordinals' values."""
    ordinals = {
        term: entry.value or ""
        for entry in knowledge.words.values()
        if entry.group == "ordinal"
        for term in entry.terms
    }
    ordinal = "|".join(sorted(ordinals, key=len, reverse=True)) or r"(?!)"
    region = "|".join(_REGIONS)
    joint = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
    pattern = re.compile(
        rf"\b(?P<from>{ordinal})(?:\s*[-–]\s*|\s+(?:to|through)\s+(?:the\s+)?)(?P<to>{ordinal})\s+(?P<region3>{region})\b"
        rf"|\b(?P<ordinals>(?:{ordinal})(?:{joint}(?:the\s+)?(?:{ordinal}))*)\s+(?P<region>{region})\b"
        rf"|\b(?P<region2>{region})\s+(?:vertebrae?|vertebral\s+bod(?:y|ies)|segments?|levels?)\s*(?:no\.?\s*|number\s*)?"
        rf"(?P<numbers>(?:1[0-2]|[1-9])(?:{joint}(?:1[0-2]|[1-9]))*)(?![\w%]|[.,]\d)",
        re.IGNORECASE,
    )
    return pattern, ordinals


def _in_words(text: str, start: int, end: int, knowledge: Knowledge) -> list[LevelMention]:
    pattern, ordinals = _word_pattern(knowledge)
    found = []
    for match in pattern.finditer(text, start, end):
        letter = _REGIONS[(match["region"] or match["region2"] or match["region3"]).lower()]
        if match["from"] is not None:  # "the ninth to twelfth thoracic vertebrae"
            first, last = (f"{letter}{ordinals[match[name].lower()]}" for name in ("from", "to"))
            if first in _POSITION and last in _POSITION and _POSITION[first] < _POSITION[last]:
                found.append(LevelMention(match.start(), match.end(), _between(first, last)))
            continue
        words = re.findall(r"\w+", (match["ordinals"] or match["numbers"]).lower())
        numbers = [ordinals.get(word, word) for word in words if word not in {"and", "the"}]
        levels = tuple(f"{letter}{number}" for number in numbers if f"{letter}{number}" in _POSITION)
        if levels:
            found.append(LevelMention(match.start(), match.end(), levels))
    return found
