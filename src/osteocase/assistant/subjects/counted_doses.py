"""Doses that are counted: which day the third injection was, by the row of dates or the sentence that tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.finding import is_agent
from osteocase.assistant.subjects.passages import Passage, passages_of
from osteocase.assistant.subjects.record_times import date_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.naming import case_dates, writes_day_first
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["BONE_DRUGS", "DOSES", "DRIPS", "JABS", "dose_told", "doses_told", "is_drip", "ordinal_in"]

BONE_DRUGS = frozenset(
    ("bisphosphonate", "rankl_inhibitor", "sclerostin_inhibitor", "parathyroid_hormone_analogue", "strontium",
     "selective_estrogen_receptor_modulator", "osteoanabolic", "antiresorptive")
)  # fmt: skip
DOSES = frozenset(("injection", "injections", "dose", "doses", "shot", "shots", "jab", "jabs", "infusion", "infusions"))
DRIPS = frozenset(("infusion", "infusions", "drip", "drips", "infused"))
_BY_DRIP = frozenset(("zoledronate", "pamidronate"))
JABS = frozenset(("injection", "injections", "shot", "shots", "jab", "jabs"))


def is_drip(one: Treatment) -> bool:
    """Whether it is given into a vein."""
    return one.route == "intravenous" or one.agent in _BY_DRIP


_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "last": -1, "latest": -1, "final": -1,
}  # fmt: skip
_NAMES_OF = {
    number: "|".join(word for word, one in _ORDINALS.items() if one == number) for number in set(_ORDINALS.values())
}
_NEAR_DOSE = 3
"""Words between an ordinal and the dose that it counts: ``the fourth denosumab injection``."""


def ordinal_in(heard: Heard, words: Sequence[int], things: frozenset[str]) -> int | None:
    """Which one of such things is counted: 3 for ``the third infusion``, −1 for the last; null where none is."""
    if not words:
        return None
    end = heard.offsets[words[-1]] + len(heard.words[words[-1]])
    for match in _ORDINAL.finditer(heard.say, heard.offsets[words[0]], end):
        behind = re.findall(r"[a-z]+", heard.say[match.end() : end].lower())[:_NEAR_DOSE]
        if things & set(behind):
            return _ORDINALS[match.group().lower()]
    return None


_ORDINAL = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b", re.IGNORECASE)


def dose_told(
    number: int, agents: Sequence[str], session: Session, *, infused: bool = False, injected: bool = False
) -> tuple[str, Passage] | None:
    """The day of a counted dose (ISO), with its sentence; null where none tells it, or two drugs may be meant.

    A row of dates behind the doses is counted through; else the sentence must say that this dose was given.

    Args:
        number: 2 for the second.
        agents: drugs that are named; empty for any drug for the bones.
        session: the case.
        infused: an infusion is spoken of, which no injection under the skin is.
        injected: an injection is spoken of.
    """
    drugs = [
        one for one in session.case.treatments
        if one.subject == "patient" and one.status not in ("mentioned", "contraindicated", "declined", "planned")
        and (any(is_agent(one, agent) for agent in agents) if agents else one.drug_class in BONE_DRUGS)
    ]  # fmt: skip
    if infused != injected and not agents:
        drugs = [one for one in drugs if is_drip(one) == infused]
    found: dict[str, tuple[str, Passage]] = {}
    for agent, names in {one.agent: _names(drugs, one.agent) for one in drugs}.items():
        others = _names([one for one in session.case.treatments if one.agent != agent], None)
        told = _in_row(number, names, others, session) or _as_given(number, names, others, session)
        if told is not None:
            found[agent] = told
    return next(iter(found.values())) if len(found) == 1 else None


def doses_told(agents: Sequence[str], session: Session, *, infused: bool, injected: bool) -> list[str]:
    """The days of the doses (ISO) from the first one on, as far as each is told; empty where two drugs may be meant."""
    own = [one for one in session.case.treatments if one.subject == "patient" and one.drug_class in BONE_DRUGS]
    own = [one for one in own if infused == injected or is_drip(one) == infused]
    agents = agents or list(dict.fromkeys(one.agent for one in own))
    rows: list[list[str]] = []
    for agent in agents:
        starts = [date_of(one.start, one, session) or "" for one in own if one.agent == agent]
        first = dose_told(1, [agent], session, infused=infused, injected=injected)
        days = [first[0]] if first is not None else [one for one in starts if len(one) == len("2024-03-05")][:1]
        while days and (told := dose_told(len(days) + 1, [agent], session, infused=infused, injected=injected)):
            if told[0] <= days[-1]:
                break
            days.append(told[0])
        rows += [days] if len(days) > 1 else []
    return rows[0] if len(rows) == 1 else []


def _names(drugs: Sequence[Treatment], agent: str | None) -> set[str]:
    return {name.casefold() for one in drugs if agent in (None, one.agent) for name in (one.name, one.agent)}


def _tells_of(passage: Passage, names: set[str], others: set[str], session: Session) -> bool:
    """Whether a sentence is about a drug: it names it, or it names no other one in a note that does."""
    text = passage.text.casefold()
    if any(name in text for name in (*names, *others)):
        return any(name in text for name in names)
    return any(name in one.text.casefold() for one in session.notes if one.id == passage.note for name in names)


_ROW = re.compile(
    r"\b(?:doses|injections|infusions|shots|so\s+far)\b(?:[^.;()]{0,60}(?P<row>\([^()]*\)|:[^.;]*|\bon\b[^.;]*)"
    r"|\s+(?P<bare>\d{1,4}[/-]\d[^.;]*))",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:if|will|would|plan\w*|due|next|to be|until|when|should)\b", re.IGNORECASE)


def _in_row(number: int, names: set[str], others: set[str], session: Session) -> tuple[str, Passage] | None:
    for one in passages_of(session):
        plain = " ".join(one.text.split())
        for match in _ROW.finditer(plain):
            if not _tells_of(one, names, others, session) or _PLANNED.search(match.group()):
                continue
            days = [
                day.date
                for day in spoken_dates(match["row"] or match["bare"], case_dates(session), writes_day_first(session))
            ]
            if len(days) > 1 and number <= len(days) and days == sorted(days):
                return days[number - 1], one
    return None


def _as_given(number: int, names: set[str], others: set[str], session: Session) -> tuple[str, Passage] | None:
    """``seventh dose of 60 mg given today``, ``the fifth was given on 5 April 2022``."""
    said = re.compile(
        rf"(?:\b(?:{_NAMES_OF.get(number, number)})|(?P<hash>#\s?{number}))\b(?P<rest>[^.;]*)", re.IGNORECASE
    )
    days = {note.id: note.date for note in session.case.notes}
    for one in passages_of(session):
        plain = " ".join(one.text.split())
        match = said.search(plain)
        if match is None or _PLANNED.search(plain[max(0, match.start() - 30) : match.end()]):
            continue
        drug_today = _TODAY.search(match["rest"]) and any(name in match["rest"].casefold() for name in names)
        if not (_GIVEN.search(match["rest"]) or drug_today or match["hash"]):
            continue
        if not _tells_of(one, names, others, session):
            continue
        told = spoken_dates(match["rest"], case_dates(session), writes_day_first(session))
        before = spoken_dates(plain[: match.start()], case_dates(session), writes_day_first(session))
        if told or (match["hash"] and before):  # ``06/08/2019 Prolia #6``
            return (told[0] if told else before[-1]).date, one
        today = days.get(one.note)
        if today is not None and (_TODAY.search(match["rest"]) or (match["hash"] and _GIVEN.search(match["rest"]))):
            return today, one
    return None


_GIVEN = re.compile(r"\b(?:given|got|received|had|administered|injected|infused|infusion|injection|dose)\b", re.I)
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon)|at this visit)\b", re.IGNORECASE)
