"""Ages told right behind a list of vertebral levels: ``T9 and T11 acute, T3 and T7 subacute``.

Where the note has told vertebral fractures before and an image is spoken of, such a level is a fracture of its own,
though no word of its sentence says so: ``MRI: T9, T11 fresh, T3 older``.
"""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.fractures.levels import LevelMention, find_levels
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan

__all__ = ["add_ages_of_levels"]

_JOINS = re.compile(
    r"\s*(?:,\s*and|,|and|&|\+|/)\s*(?:(?:at|in|the|also|sacrum|sacral\s+ala)\b\s*(?:\([^()\n]{0,20}\)\s*)?[,&+]?\s*(?:and\s+)?){0,5}",
    re.IGNORECASE,
)
_SACRUM = (
    r"(?:,?\s*(?:as\s+well\s+as|and|&|\+)?\s*(?:in\s+)?(?:the\s+)?(?:(?:right|left|R|L|both|bilateral)\s+)?"
    r"(?:sacrum|sacral\s+alae?)\b\s*(?:\([^()\n]{0,20}\))?)"
)
_SIGNAL = (
    r"(?:[:,(–-]?\s*(?:(?:is|are|were|was)\s+)?(?:(?:low|dark|hypointense|high|bright|hyperintense|increased|decreased|raised|reduced)"
    r"\s+(?:signal\s+)?(?:on\s+|in\s+)?(?:T1|T2|STIR)w?[\s,]*(?:and\s+|but\s+)?){1,3}[(,–-]?\s*)"
)
_TO_AGE = re.compile(
    rf"\s*{_SACRUM}?\s*{_SIGNAL}?"
    r"\s*(?:(?:vertebra[el]?|(?:vertebral\s+)?bod(?:y|ies)|levels?|is|are|was|were|look(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|being|to\s+be|"
    r"both|more|rather|all|now|probably|likely)\b|[=:(,–-])?\s*(?:(?:is|are|was|were|look(?:s|ed)?|both|more|rather|all|to\s+be)\b\s*){0,2}",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:[.,;:)\n(]|\Z|(?:and|but|whereas|while|on|in|with)\b"
    r"|(?:\w+\s+)?(?:fractures?|fx|#s?)(?!\w)(?!\s*(?:of|at|in|:|[TL]\d)))",
    re.IGNORECASE,
)
_OF_FRACTURE = re.compile(r"(?:fractures?|fx|vcfs?|#s?)\s*(?:(?:of|at|in|the)\s+)*$", re.IGNORECASE)
_FRACTURE = re.compile(r"\s*(?:\w+\s+)?(?:fractures?|fx|#s?)(?!\w)", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\A|[.;:,(\n])\s*(?:(?:and|also|with|shows?|showed|the|levels?|vertebra[el]?|o?edema|marrow|bone|signal|at|in|of|stir|high|"
    r"increased|mri?|ct|but|only|t-?spine|spine|thoracic|lumbar)\b\s*|(?:on\s+|of\s+)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\.?\s*|[-–]\s+)*$",
    re.IGNORECASE,
)
"""What may stand in a clause before its levels: ``haemangioma of L3, old`` is of something else."""
_REACH = 90
"""Characters that a list of levels may be long."""
_BRACKET = 24
_STORY = 700
"""Characters over which the fractures told before may stand."""


class _Aged(NamedTuple):
    levels: tuple[str, ...]
    start: int
    end: int
    acuity: str


def add_ages_of_levels(scan: Scan, drafts: list[Draft]) -> None:
    """Give levels the age that is told right behind them, and add those that were not told as fractures before."""
    for aged in _aged_levels(scan):
        sentence = scan.sentence_index(aged.start)
        told = [draft for draft in drafts if draft["level"] in aged.levels and draft["status"] == "present"]
        for draft in told:
            starts = (draft["start"], *(start for start, _ in draft["also"]))
            is_here = any(scan.sentence_index(start) == sentence for start in starts)
            if is_here or draft.get("acuity") is None:
                draft["acuity"] = aged.acuity
                draft["temporality"] = "historical" if aged.acuity == "chronic" else draft["temporality"]
            if not is_here:
                draft["also"] = sorted({*draft["also"], (aged.start, aged.end)})
        _not_of_others(drafts, aged)
        missing = tuple(level for level in aged.levels if not any(draft["level"] == level for draft in drafts))
        if (missing or told) and _FRACTURE.match(scan.text, aged.end) is None and _is_imaged(scan, drafts, aged):
            drafts += _new(scan, aged, missing)
            drafts += _sacrum(scan, drafts, aged)


def _not_of_others(drafts: list[Draft], aged: _Aged) -> None:
    """``T3/T7 subacute, right sacral ala fracture``: the age of levels is none of another bone behind them."""
    for draft in drafts:
        covers = draft["start"] <= aged.start and aged.end < draft["end"]
        if covers and draft["bone"] != "vertebra" and draft.get("acuity") == aged.acuity:
            draft["acuity"] = None
            draft["temporality"] = "current" if draft["temporality"] == "historical" else draft["temporality"]


def _aged_levels(scan: Scan) -> list[_Aged]:
    words = scan.knowledge.words
    found = []
    for mention in scan.by_group.get("acuity", ()):
        acuity = words[mention.id].value or ""
        if acuity.endswith("_signal"):
            continue
        if _ENDS.match(scan.text, mention.end) is None:
            found += _levels_behind(scan, mention, acuity)
            continue
        start, _ = scan.sentence_at(mention.start)
        levels = find_levels(scan.text, max(start, mention.start - _REACH), mention.start, scan.knowledge)
        run = _last_list(scan, levels)
        if not run or _TO_AGE.fullmatch(scan.text, run[-1].end, mention.start) is None:
            continue
        context = scan.context(mention.start, mention.end)
        if context.negated or context.hypothetical or context.subject != "patient":
            continue
        told = tuple(level for item in run for level in item.levels)
        exact = next((each for each in scan.words_in(mention.end, mention.end + _BRACKET, "acuity")), None)
        if exact is not None and scan.text[mention.end : exact.start].strip() == "(":
            acuity = words[exact.id].value or acuity  # "older (subacute)"
        found.append(_Aged(told, run[0].start, mention.end, acuity))
    return found


_CLAUSE_OPENS = re.compile(r"(?:\A|[.;:(\n]|,\s+and|,)\s*$")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;)\n]|\Z)")


def _levels_behind(scan: Scan, mention: Mention, acuity: str) -> list[_Aged]:
    """``Recent fractures of T9 and T11. Subacute T3/T7.``: an age that opens a clause of levels alone."""
    if _CLAUSE_OPENS.search(scan.text, max(0, mention.start - 8), mention.start) is None:
        return []
    run: list[LevelMention] = []
    last = mention.end
    for level in find_levels(scan.text, mention.end, min(len(scan.text), mention.end + _REACH), scan.knowledge):
        between = scan.text[last : level.start]
        if between.strip() if not run else _JOINS.fullmatch(between) is None:
            break
        run.append(level)
        last = level.end
    sacrum = _OF_SACRUM.match(scan.text, last) if run else None
    last = sacrum.end() if sacrum is not None else last
    if not run or "\n" in scan.text[mention.end : last] or _CLAUSE_ENDS.match(scan.text, last) is None:
        return []
    context = scan.context(mention.start, last)
    if context.negated or context.hypothetical or context.subject != "patient":
        return []
    return [_Aged(tuple(name for level in run for name in level.levels), mention.start, last, acuity)]


def _last_list(scan: Scan, levels: list[LevelMention]) -> list[LevelMention]:
    """The levels that stand in one list up to the last one; a level with a word of its own ends it."""
    run = levels[-1:]
    for level in reversed(levels[:-1]):
        if _JOINS.fullmatch(scan.text, level.end, run[0].start) is None:
            break
        run = [level, *run]
    if len(run) > 1 and _OF_FRACTURE.search(scan.text, max(0, run[0].start - 24), run[0].start):
        joined = re.search(r"\band\b|&", scan.text[run[-2].end : run[-1].start])
        return run if joined else run[-1:]  # "fracture of L4, T12 old"
    return run


def _is_imaged(scan: Scan, drafts: list[Draft], aged: _Aged) -> bool:
    """Whether the sentence, or the one before it, speaks of an image, or the fractures before were seen on one, and
    vertebral fractures were told before."""
    seen = any(draft.get("modality") and draft["level"] and draft["start"] < aged.start for draft in drafts)
    if not (seen or _images(scan, aged)) or _LEAD.search(scan.text, max(0, aged.start - _REACH), aged.start) is None:
        return False
    if _is_osteoporotic(scan):
        return True
    return any(
        draft["bone"] == "vertebra"
        and draft["level"] is not None
        and draft["status"] == "present"
        and draft["subject"] == "patient"
        and draft["part"] in {None, "endplate"}
        and 0 <= aged.start - draft["start"] < _STORY
        for draft in drafts
    )


def _is_osteoporotic(scan: Scan) -> bool:
    """The note calls the patient osteoporotic: a level that an image shows acute is broken."""
    names = (mention for mention in scan.by_topic.get("finding", ()) if mention.id in _OSTEOPOROSES)
    contexts = (scan.context(mention.start, mention.end) for mention in names)
    return any(not (told.negated or told.hypothetical) and told.subject == "patient" for told in contexts)


_OSTEOPOROSES = frozenset({"osteoporosis", "pregnancy_lactation_osteoporosis", "glucocorticoid_osteoporosis"})
_SIDES = re.compile(r"\b(?:(?P<right>right|R)|(?P<left>left|L)|(?P<both>both|bilateral))\b", re.IGNORECASE)
_OF_SACRUM = re.compile(_SACRUM, re.IGNORECASE)


def _sacrum(scan: Scan, drafts: list[Draft], aged: _Aged) -> list[Draft]:
    """``T9, T11 and right sacral ala: high STIR (acute)``: the sacrum that is told with such levels."""
    match = _OF_SACRUM.search(scan.text, aged.start, aged.end)
    if match is None:
        return []
    found = _SIDES.search(match.group())
    side, part = found and found.lastgroup, "ala" if "ala" in match.group().lower() else None
    told = [draft for draft in drafts if draft["bone"] == "sacrum"]
    if not told:
        (draft,) = _new(scan, aged, ("sacrum",))
        place = {"bone": "sacrum", "level": None, "part": part, "side": side}
        return [{**draft, **place, "start": match.start(), "end": aged.end}]
    if len(told) == 1 and told[0]["status"] == "present" and told[0].get("side") in {None, side}:
        further = {"side": side, "part": part, "acuity": aged.acuity}
        missing = {name: value for name, value in further.items() if value is not None and told[0].get(name) is None}
        told[0].update(missing)
        if missing:
            told[0]["also"] = sorted({*told[0]["also"], (match.start(), aged.end)})
    return []


def _images(scan: Scan, aged: _Aged) -> list[Mention]:
    """Words for images in the heading over the levels, in their sentence and in the one before."""
    section = scan.section_at(aged.start)
    left = scan.sentences[max(0, scan.sentence_index(aged.start) - 1)][0]
    headed = scan.words_in(section.start, section.body, "modality")
    return headed + scan.words_in(max(left, section.body), aged.end, "modality")


def _new(scan: Scan, aged: _Aged, levels: tuple[str, ...]) -> list[Draft]:
    images = _images(scan, aged)
    shared: Draft = {
        "bone": "vertebra",
        "number": None,
        "part": None,
        "side": None,
        "status": "present",
        "acuity": aged.acuity,
        "temporality": "historical" if aged.acuity == "chronic" else "current",
        "subject": "patient",
        "modality": scan.knowledge.words[images[-1].id].value if images else None,
        "time": None,
        "start": aged.start,
        "end": aged.end,
        "also": [],
        "rule": "fractures.by_age",
    }
    return [{**shared, "level": level} for level in levels]
