"""Which record a correction is of: by its old value, by its side, by what broke; or that it may be another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.subjects.finding import PAIN_SCALES, Selection, same_bone, same_thing, select, values_of
from osteocase.assistant.subjects.passages import sentence_of
from osteocase.assistant.subjects.times import at_time
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Finding, Fracture, Lab, Record, Score
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = [
    "another_side",
    "at_told_place",
    "another_time",
    "another_value",
    "broken_ones",
    "by_old_value",
    "by_told_value",
    "of_side_too",
    "of_side",
    "side_told",
]

_AGO = re.compile(r"\b(?:days?|weeks?|months?|years?) ago\b", re.IGNORECASE)
_BROKE = frozenset(("broke", "broken", "fractured"))
_ROUNDED = Decimal("0.02")
"""How far, of its size, a value may be off that somebody remembers."""


def by_old_value(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Selection:
    """``47 rather than 74 at first``: the value that is wrong names the record where the time names another one."""
    found = _pain_measured(heard, found, session)
    wrong = {figure.value for figure in heard.figures if figure.negated}
    if not wrong or not found.named or any(wrong & set(values_of(one)) for one in found.records):
        return found
    ever = select(heard, session, vocabulary, with_time=False)
    having: list[Record] = [
        one for one in ever.records if isinstance(one, Lab | Bmd | Score) and wrong & set(values_of(one))
    ]
    elsewhere = (heard.months is None and heard.date is None) or not found.records
    return replace(found, records=having) if len(having) == 1 and elsewhere else found


def _pain_measured(heard: Heard, found: Selection, session: Session) -> Selection:
    """``back pain was 5/10 in 2022``: a number is one of the pain scale, and none of the complaint."""
    told = found.records and all(isinstance(one, Finding) and "pain" in one.concept for one in found.records)
    if not told or not any(one.unit is None and not one.negated for one in heard.figures):
        return found
    scales: list[Record] = [one for one in session.case.scores if one.name in PAIN_SCALES and one.body_site is None]
    there, _told = at_time(scales, heard, session, same_thing)
    return replace(found, records=there) if there else found


def by_told_value(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Selection:
    """``the P1NP of 56 was at 7 months``: the value names the record, and the time is what is new."""
    if not found.named or (heard.months is None and heard.date is None):
        return found
    ever = select(heard, session, vocabulary, with_time=False)
    known = {figure.value for figure in heard.figures if figure.start < heard.months_at}
    told = [record for record in ever.records if known & set(values_of(record))]
    others = [one for one in found.records if one not in told and same_thing(one) in map(same_thing, told)]
    if others and any(_IS_NEW.search(heard.say[: one.start]) for one in heard.figures if one.value in known):
        return found  # ``it was 9.3 at 24 months``, where another value is recorded of then
    if told:
        ever.records = told
        ever.arguments |= found.arguments
    lasting = _LASTED.search(heard.say) is not None  # ``for 7 years`` is no time of the case
    return ever if told or (not found.records and (lasting or not heard.figures)) else found


_IS_NEW = re.compile(r"\b(?:was|is|were|are|be|to|read|reads|as)\s+[-−–+<>]?$", re.IGNORECASE)
_LASTED = re.compile(r"\bfor\s+(?:about\s+|only\s+)?(?:\d+|[a-z]+)\s+(?:days|weeks|months|years)\b", re.IGNORECASE)


def at_told_place(heard: Heard, records: list[Record], session: Session) -> list[Record]:
    """``the VAS at discharge was 4``: of the values of one stay, the one whose own words tell that it is of then."""
    said = _STAY.search(heard.say)
    if said is None or len(records) < 2 or not all(isinstance(one, Lab | Score) for one in records):
        return records
    then = re.compile(rf"\b{said['when']}\b", re.IGNORECASE)
    named = [one for one in records if then.search(sentence_of(one.source, session))]
    return named if len(named) == 1 else records


_STAY = re.compile(r"\b(?:at|on|upon)\s+(?P<when>discharge|admission|arrival|presentation|intake)\b", re.IGNORECASE)


def of_side(heard: Heard, records: list[Record], session: Session) -> list[Record]:
    """``wrong side, it was the right hip``: what has a wrong side is what broke, not the place that was measured."""
    densities = any(isinstance(one, Bmd) for one in records)
    if not densities or heard.figures or heard.unit or heard.date or not {"left", "right"} & set(heard.words):
        return records
    if _SCANS & set(heard.words):
        wrong = {"left": "right", "right": "left"}.get(side_told(heard) or "")
        return [one for one in records if not isinstance(one, Bmd) or one.side == wrong] or records
    bones = heard.ids("bone")
    broken = [one for one in session.case.fractures if one.subject == "patient" and one.status != "absent"]
    there: list[Record] = [one for one in broken if any(same_bone(one, bone) for bone in bones)]
    return there or records


_SAID_SIDE = re.compile(
    r"\b(left|right|bilateral)\b(?!\s+(?:the|her|his|a|hospital|ward|after|in|on|with)\b)", re.IGNORECASE
)
_NOT_SIDE = re.compile(r"\bnot\s+(?:the\s+|on the\s+)?(left|right)\b", re.IGNORECASE)
_IS_SIDE = re.compile(r"\b(?:left|right)\s*(?:one|side|sided|hand|ala)?\s*(?:$|[.,;!]|not\b|please\b)", re.IGNORECASE)
_SCANS = frozenset(("scan", "scans", "dxa", "dxas", "dexa", "dexas", "density", "densities", "bmd", "densitometry"))


def side_told(heard: Heard) -> str | None:
    """The side that is right: ``left, not right``; a side that only names the bone is the same one."""
    said = [match.group(1).lower() for match in _SAID_SIDE.finditer(heard.say)]
    wrong = {match.group(1).lower() for match in _NOT_SIDE.finditer(heard.say)}
    right = [one for one in said if one not in wrong]
    if not right or not (heard.ids("bone") or _IS_SIDE.search(heard.say) or wrong):
        return None
    return right[-1]


def broken_ones(heard: Heard, records: list[Record]) -> list[Record]:
    """What broke has a day; what did not has none."""
    if heard.date is None or heard.has("no"):
        return records
    broken = [one for one in records if isinstance(one, Fracture | Finding)]
    present: list[Record] = [one for one in broken if one.status != "absent"]
    return present if present and len(broken) == len(records) else records


def another_time(heard: Heard, records: Sequence[Record]) -> str | None:
    """``she broke her wrist in 2010``, where that of 2019 is recorded: it may be another fracture."""
    if _AGO.search(heard.say) and not heard.is_question:
        return "Ago, counted from which day? Say its date instead, such as: it was in November 2020."
    if heard.date is None or not _BROKE & set(heard.words) or heard.has("correct") or heard.levels or len(records) != 1:
        return None
    time = getattr(records[0], "time", None)
    old = time.date if time is not None else None
    if old is None or old[:4] == heard.date[:4]:
        return None
    return f"It is recorded of {old}. Say add … if it is another one, or: it was on {heard.date}, to correct it."


def another_side(heard: Heard, records: Sequence[Record]) -> str | None:
    """``the left femur is broken too``, where the right one is recorded: another fracture, and no other side of it."""
    side = side_told(heard) or next((one for one in ("left", "right") if one in heard.words), None)
    broken = [one for one in records if isinstance(one, Fracture)]
    sides = {one.side for one in broken}
    if side is None or not broken or not _TOO.search(heard.say) or side in sides or not sides & {"left", "right"}:
        return None
    return f"Recorded is the other side, so nothing was changed. Say add … to add that of the {side}."


_TOO = re.compile(r"\b(?:too|also|as\s+well|likewise|additionally|in\s+addition)\b", re.IGNORECASE)


def of_side_too(heard: Heard, records: Sequence[Record]) -> list[Record]:
    """Of fractures those of the side that is told to be broken too; none where no side is, or none is recorded."""
    said = {one for one in ("left", "right") if one in heard.words}
    mine: list[Record] = [one for one in records if isinstance(one, Fracture) and one.side in said]
    return mine if len(said) == 1 and _TOO.search(heard.say) else []


def another_value(heard: Heard, records: Sequence[Record]) -> str | None:
    """``47, not 74``, where 72 is recorded there: it may be another one that is meant."""
    wrong = [figure.value for figure in heard.figures if figure.negated]
    measured = [one for one in records if isinstance(one, Lab | Bmd | Score)]
    if not wrong or not measured or len(measured) < len(records) or len({same_thing(one) for one in measured}) > 1:
        return None
    known = {value for one in measured for value in values_of(one)}
    new = {figure.value for figure in heard.figures if not figure.negated}
    if new & known or any(
        abs(one - value) < _ROUNDED * max(abs(value), Decimal(1)) for one in wrong for value in known
    ):
        return None
    shown = ", ".join(f"{one:f}" for one in wrong)
    return f"No {shown} is recorded there: {'; '.join(word(one).sentence() for one in measured[:4])}. Which is meant?"
