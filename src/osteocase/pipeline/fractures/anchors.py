"""The bone that a fracture word without place leans on: a misshapen level, an implant, an operation, ``through it``."""

from __future__ import annotations

from osteocase.pipeline.fractures.before import left_edge
from osteocase.pipeline.fractures.sides import with_sides
from osteocase.pipeline.fractures.subjects import SHAPE_WORD
from osteocase.pipeline.fractures.words import Place, Words, plain_words_of
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = [
    "beside_implant",
    "doubted_before",
    "is_line_of_told",
    "is_operated",
    "is_through_it",
    "named_last",
    "of_implant",
    "operated_before",
]

_REACH = 4
"""Sentences before the fracture word within which its implant is named."""
_LEADING = 5
"""Words before a doubted fracture that opens its clause."""
_OPERATED = re.compile(
    r"\b(?:pinn(?:ed|ing)|nail(?:ed|ing)|plat(?:ed|ing)|fixed|fixation|replaced|replacement|\w*arthroplasty|orif|thr|tha|dhs|hemi|operated"
    r"|operation|screwed)\b"
)
_FOR_A_LIKE_ONE = re.compile(
    r"\b(?:for|after|following)\s+(?:(?:an?|the|her|his)\s+)?(?:(?:similar|same|like|previous|prior|earlier)\s+(?:\w+\s+)?)?\Z",
    re.IGNORECASE,
)
_THROUGH_IT = re.compile(
    r"\s+(?:through|across|in|of|at)\s+(?:it|them|this|these|the\s+lesion|this\s+lesion)\b", re.IGNORECASE
)
_LINE_REACH = 2
"""Sentences before a fracture line in which its fracture is told."""
_IMPLANT = re.compile(
    r"\b(?:nails?|plates?|stem|prosthes[ie]s|arthroplasty|replacement|hemi|THR|TKR|THA|TKA|cup|components?|implant|screws?)\b",
    re.IGNORECASE,
)
_BESIDE_IMPLANT = 44
_OF_BONE = re.compile(r"\b(?P<bone>humeral|femoral|tibial)\s+(?:\w+\s+)?\Z", re.IGNORECASE)


def doubted_before(scan: Scan, words: Words, index: int, sentence: int) -> list[Place]:
    """``Minor height reduction at L1; a fracture cannot be ruled out``: the misshapen level of the clause before."""
    if sentence == 0 or index > _LEADING:
        return []
    start, end = scan.sentences[sentence - 1]
    if "\n" in scan.text[end : words.start] or SHAPE_WORD.search(scan.text, start, end) is None:
        return []
    levels = [place for place in plain_words_of(scan, start, end).places if place.levels]
    return levels if len(levels) == 1 else []


def named_last(scan: Scan, words: Words, index: int, sentence: int) -> list[Place]:
    """``The femoral shaft has a lytic lesion; no fracture through it``: the bone that the clause before names."""
    before = [place for place in words.places if place.end <= words.items[index].start]
    if not before and sentence:
        near = plain_words_of(scan, *scan.sentences[sentence - 1])
        return with_sides(near, near.places[-1:], 0, len(near.items))
    return with_sides(words, before[-1:], 0, index)


def of_implant(words: Words, index: int) -> bool:
    """``periprosthetic``, ``peri-implant``."""
    return any(word.lower.startswith("peri") for word in words.items[max(0, index - 3) : index])


def beside_implant(scan: Scan, words: Words, index: int, sentence: int) -> list[Place]:
    """The bone that holds the nail, plate or prosthesis around which something broke: named with it here or before."""
    spans = [(words.items[index].end, words.end), (words.start, words.items[index].start)]
    spans += [scan.sentences[earlier] for earlier in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1)]
    for start, end in spans:
        near = plain_words_of(scan, start, end)
        bones = [
            mention
            for mention in scan.mentions_in(start, end, "bone")
            if scan.knowledge.bones[mention.id].bone != "vertebra"
        ]
        for match in _IMPLANT.finditer(scan.text, start, end):
            before = [one for one in bones if one.start <= match.start() and match.start() - one.end <= _BESIDE_IMPLANT]
            after = [one for one in bones if 0 < one.start - match.end() <= _BESIDE_IMPLANT]
            for one in (*reversed(before), *after):
                entry = scan.knowledge.bones[one.id]
                place = Place(one.start, one.end, entry.bone, within=entry.within, entry=entry.id)
                return with_sides(near, [place], 0, len(near.items))
            adjective = _OF_BONE.search(scan.text, max(start, match.start() - 20), match.start())
            if adjective is not None:
                bone = {"humeral": "humerus", "femoral": "femur", "tibial": "tibia"}[adjective["bone"].lower()]
                return [Place(adjective.start(), match.end(), bone, entry=bone)]
    return []


def operated_before(scan: Scan, words: Words, index: int) -> list[Place]:
    """``The right hip was pinned in 2002 for a similar fracture``: the bone within the operation's own words."""
    edge = words.items[left_edge(words, index)].start
    lead = _FOR_A_LIKE_ONE.search(scan.text, max(words.start, edge - 40), words.items[index].start)
    if lead is None:
        return []
    floor = max(words.start, lead.start() - 90)
    bones = list(scan.mentions_in(floor, lead.start(), "bone"))
    if (
        not bones
        or _OPERATED.search(scan.text[bones[-1].start - 20 if bones[-1].start > 20 else 0 : lead.start()].lower())
        is None
    ):
        return []
    entry = scan.knowledge.bones[bones[-1].id]
    near = words.items[max(0, words.index_at(bones[-1].start) - 3) : words.index_at(bones[-1].start)]
    side = next((word.roles["side"] for word in near if "side" in word.roles), None)
    return [
        Place(
            bones[-1].start, bones[-1].end, entry.bone, part=entry.part, within=entry.within, side=side, entry=entry.id
        )
    ]


def is_operated(words: Words, place: Place, index: int) -> bool:
    """``had her hip pinned in 2003 after a similar fracture``: what was operated on is what had broken."""
    text = " ".join(word.lower for word in words.items[max(0, words.index_at(place.start) - 3) : index])
    return _OPERATED.search(text) is not None


def is_through_it(scan: Scan, words: Words, index: int) -> bool:
    """``no fracture through it``: of a bone that was named before."""
    return _THROUGH_IT.match(scan.text, words.items[index].end) is not None


def is_line_of_told(scan: Scan, words: Words, index: int, sentence: int) -> bool:
    """``STIR: sacral fracture. CT shows a fracture line``: the line of the fracture that was told right before."""
    trigger = words.items[index].trigger
    if trigger is None or "line" not in scan.text[trigger.start : trigger.end].lower():
        return False
    first = scan.sentences[max(0, sentence - _LINE_REACH)][0]
    told = scan.words_in(first, words.start, "fracture_word")
    return any(not scan.context(word.start, word.end).negated for word in told)
