"""Several names with a value each in one correction: ``the ALP was 94 and the PTH 5.1``, each with its own."""

from __future__ import annotations

import re

from osteocase.assistant.words.hearing import Heard

__all__ = ["one_value_each", "paired", "with_own_date", "with_own_side", "with_own_state", "with_own_time"]

_VALUED = frozenset(("analyte", "score"))
_TRAILS = " ,;."


def _names(heard: Heard) -> list[tuple[int, int]]:
    """Where each name of what is measured stands."""
    return sorted(
        {
            (heard.offsets[hit.start], heard.offsets[hit.end] if hit.end < len(heard.words) else len(heard.say))
            for hit in heard.hits
            if hit.topic in _VALUED and hit.end > hit.start
        }
    )


def one_value_each(heard: Heard) -> bool:
    """False where several things are named that one new value cannot be of."""
    return len(_names(heard)) < 2 or len({one.value for one in heard.figures if not one.negated}) != 1


def paired(heard: Heard) -> list[str]:
    """The utterance in one part for each name with its value; none where they do not stand in pairs."""
    names = _names(heard)
    told = [one for one in heard.figures if not one.negated]
    if len(names) < 2 or len(names) != len(told):
        return []
    starts = [start for start, _end in names]
    ends = [*starts[1:], len(heard.say)]
    lead = heard.say[: starts[0]]
    if all(start < one.start < end for start, one, end in zip(starts, told, ends, strict=True)):
        parts = [heard.say[start:end].strip(_TRAILS) for start, end in zip(starts, ends, strict=True)]
        parts = [part.removesuffix(" the").removesuffix(" her").removesuffix(" his") for part in parts]
        parts = [part.strip(_TRAILS).removesuffix(" and").strip(_TRAILS) for part in parts]
        shared = _TIME_AT_END.search(parts[-1])  # ``P1NP 57, CTX 415 at baseline``
        if shared is not None and not any(_TIME_IN.search(part) for part in (lead, *parts[:-1])):
            parts = [*(f"{part}{shared['time']}" for part in parts[:-1]), parts[-1]]
        return [lead + _verb(part, heard.say) for part in parts]
    if told[0].start > starts[-1]:  # ``ALP and PTH were 94 and 5.1``
        named = [heard.say[start:end].strip(_TRAILS) for start, end in names]
        return [f"{lead}{name} was {one.value} {one.unit or ''}".strip() for name, one in zip(named, told, strict=True)]
    return []


def with_own_state(heard: Heard) -> list[str]:
    """``the L3 was old, T8 recent``: one part for each state with its vertebrae; none where there is one state."""
    hits = [hit for hit in heard.hits if hit.topic == "utterance" and hit.group == "fracture_state"]
    states = sorted({(heard.offsets[hit.start], str(hit.value or hit.id)): hit for hit in hits}.items())
    levels = [(match.start(), match[0]) for match in _LEVEL.finditer(heard.say)]
    if len({state for (_at, state), _hit in states}) < 2 or len(levels) < 2 or _DENIED.search(heard.say):
        return []
    said = [(at, " ".join(heard.words[hit.start : hit.end])) for (at, _state), hit in states]
    first = said[0][0] < levels[0][0]
    parts: list[str] = []
    for place, (at, word) in enumerate(said):
        low = at if first else (said[place - 1][0] if place else -1)
        high = (said[place + 1][0] if place + 1 < len(said) else len(heard.say)) if first else at
        mine = [level for start, level in levels if low < start < high]
        if not mine:
            return []
        parts.append(f"{' and '.join(mine)} {'was' if len(mine) == 1 else 'were'} {word}")
    return parts


def with_own_side(heard: Heard) -> list[str]:
    """``he broke the right femur, and the tibia was the left one``: one part for each bone with its side."""
    bones = {
        hit.id: hit
        for hit in reversed(heard.hits)
        if hit.topic == "bone" and hit.end > hit.start and hit.group != "family"
    }
    named = sorted(bones.values(), key=lambda hit: hit.start)
    if len(named) < 2 or _DENIED.search(heard.say) or heard.figures or heard.date is not None:
        return []
    parts: list[str] = []
    ends = [*(heard.offsets[hit.start] for hit in named[1:]), len(heard.say)]
    for hit, end in zip(named, ends, strict=True):
        start, stop = heard.offsets[hit.start], heard.offsets[hit.end - 1] + len(heard.words[hit.end - 1])
        side = _SIDE_BEFORE.search(heard.say[:start]) or _SIDE_BEHIND.search(heard.say[stop:end])
        if side is None:
            return []
        parts.append(f"the {heard.say[start:stop]} fracture was on the {side['side'].lower()}")
    return parts if len({part.rpartition(" ")[2] for part in parts}) > 1 else []


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WHEN = (
    r"(?:(?:at|in|on|after|by)\s+(?:the\s+|her\s+|his\s+)?"
    r"(?:baseline|start|beginning|end|(?:first|second|third|last|latest)\s+(?:visit|time)|first|last"
    r"|(?:a|one|two|three)\s+years?|(?:month\s+)?\d{1,2}(?:\s*(?:months?|mo|weeks?|wks?|years?)(?:\s+visit)?)?(?![\w.])"
    rf"|(?:\d{{1,2}}\s+)?(?:{_MONTH}\s+)?(?:19|20)\d\d|\d{{4}}-\d\d-\d\d|{_MONTH}(?!\s+(?:19|20)\d\d))"
    r"|finally|initially)(?![\w])"
)
_NUMBER = r"[-−–+]?\d+(?:[.,]\d+)?(?:\s?(?!at\b|in\b|on\b|after\b|by\b|and\b|but\b|to\b|was\b)[a-zµ%]+(?:/[\w.]+)?)?"
_VALUE_TIME = rf"(?:to\s+)?(?P<value>{_NUMBER})\s+(?P<time>{_WHEN})"
_TIME_VALUE = rf"(?P<time>{_WHEN})\s*,?\s+(?:(?:it\s+)?(?:was|is|to)\s+)?(?P<value>{_NUMBER})"
_AND = r"(?:\s*[,;]\s*(?:and\s+|but\s+|then\s+)?|\s+(?:and|but|then)\s+)"
_ORDERS = tuple(
    (
        re.compile(one, re.IGNORECASE),
        re.compile(re.sub(r"\?P<\w+>", "?:", rf"{one}(?:{_AND}{one})+\W*"), re.IGNORECASE),
    )
    for one in (_VALUE_TIME, _TIME_VALUE)
)
_TIME_IN = re.compile(rf"\b{_WHEN}", re.IGNORECASE)
_TIME_AT_END = re.compile(rf"(?P<time>,?\s+{_WHEN})\W*$", re.IGNORECASE)
_LEAD = re.compile(r"^\W*(?:please\s+)?(?:change|set|correct|make|put|amend)\s+", re.IGNORECASE)
_TAIL = re.compile(r"[\s,:]*\b(?:was|is|were|are|to|should (?:be|read)|be|read|reads)?\s*$", re.IGNORECASE)
_OF_TIMES = frozenset(("analyte", "score", "bmd_site"))


def with_own_time(heard: Heard) -> list[str]:
    """``the VAS was 8 at baseline and 4 at 6 months``: one part for each value with its time; none else.

    The time may stand first, too: ``the VAS at 6 months was 4 and at 12 months 2``.
    """
    if _DENIED.search(heard.say):
        return []
    for one, row in _ORDERS:
        chain = next((match for match in row.finditer(heard.say) if match.end() >= len(heard.say.rstrip())), None)
        if chain is None:
            continue
        head = _TAIL.sub("", _LEAD.sub("", heard.say[: chain.start()]))
        if not _is_of_one(heard, chain.start()) or re.search(r"[,;]", head):
            return []
        told = [(each["value"], each["time"]) for each in one.finditer(chain[0])]
        whole = [(value, re.sub(r"(?<=at )(\d+)$", r"\1 months", time)) for value, time in told]
        return [f"{head} was {value} {time}" for value, time in whole]
    return []


def with_own_date(heard: Heard) -> list[str]:
    """``the wrist fracture was on 4 May and the hip fracture on 2 June``: one part for each thing with its day.

    None where the things and the days do not stand in pairs, or one thing is named.
    """
    names = {
        heard.offsets[hit.start]: hit.id
        for hit in heard.hits if hit.topic in ("bone", "treatment") and hit.end > hit.start and hit.group != "family"
    }  # fmt: skip
    levels = {match.start(): match[0] for match in _LEVEL.finditer(heard.say)}
    starts = sorted(levels or names)
    if len(starts) != len(heard.dates) or len(starts) < 2 or heard.figures or _DENIED.search(heard.say):
        return []
    if len({*(levels or names).values()}) < len(starts):
        return []
    ends = [*starts[1:], len(heard.say)]
    placed = zip(starts, sorted(heard.dates_at), ends, strict=True)
    if not all(start < at < end for start, at, end in placed):
        return []
    parts = [_AND_BEHIND.sub("", heard.say[start:end]).strip(_TRAILS) for start, end in zip(starts, ends, strict=True)]
    verb = next((match for part in parts if (match := _LINK.search(part))), None)
    if verb is None or not _LINK.search(parts[0]):
        return []
    noun = "the fracture of " if levels or any(hit.topic == "bone" for hit in heard.hits) else ""
    told = []
    for part in parts:
        whole = part if _LINK.search(part) else _BEFORE_DAY.sub(rf" {verb[0]}\g<at>", part, count=1)
        whole = whole if _LINK.search(whole) else _BEFORE_YEAR.sub(f" {verb[0]} in ", whole, count=1)
        whole = _WAS_YEAR.sub(r"\g<was> in ", whole)
        told.append(f"{noun}{whole}" if levels else f"the {whole}" if noun else whole)
    return told if all(_LINK.search(part) for part in told) else []


_AND_BEHIND = re.compile(
    r"[\s,;]*(?:\b(?:and|but|then|while)\b[\s,]*)?(?:\b(?:the|her|his|that of)\b\s*)*$", re.IGNORECASE
)
_LINK = re.compile(
    r"\b(?:was|were|is|happened|occurred)\b(?:\s+(?:started|begun|stopped|given|ended|discontinued|broken))?",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(r"(?P<at>\s+(?:on|in|since|from)\s+)(?=[\w/]*\d|[a-z]+\s+\d)", re.IGNORECASE)


_BEFORE_YEAR = re.compile(r"\s+(?=(?:19|20)\d\d\b)")
_WAS_YEAR = re.compile(r"(?P<was>\b(?:was|is))\s+(?=(?:19|20)\d\d\W*$)", re.IGNORECASE)


def _is_of_one(heard: Heard, end: int) -> bool:
    """Whether one thing alone that is measured is named before a place; a T-score is one of its site."""
    named: dict[int, str] = {}
    for hit in heard.hits:
        pain = hit.topic == "finding" and "pain" in hit.id
        if (hit.topic in _OF_TIMES or pain) and hit.end > hit.start and heard.offsets[hit.start] < end:
            named[hit.end] = hit.id
    return len(named) == 1


_SIDE_BEFORE = re.compile(r"\b(?P<side>left|right)\s+$", re.IGNORECASE)
_SIDE_BEHIND = re.compile(
    r"^[^,;]*?\b(?:was|is|on|were|to)\s+(?:on\s+)?(?:the\s+)?(?P<side>left|right)\b", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:Th|[CTL])(?:1[0-2]|[1-9])\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|rather than|instead of|never)\b|n['’]t\b", re.IGNORECASE)


def _verb(part: str, say: str) -> str:
    """The part with the verb that was said once for all."""
    words = part.casefold().split()
    if {"was", "is", "were", "are", "should", "reads", "to", "be", ":"} & set(words):
        return part
    at = next(
        (place for place, letter in enumerate(part) if letter.isdecimal() and place and part[place - 1] in " -−"), 0
    )
    cut = part[:at].rstrip("-−+ ")
    return f"{cut} was {part[len(cut) :].strip()}" if at else part
