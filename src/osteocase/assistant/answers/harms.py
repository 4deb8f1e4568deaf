"""What a drug did to the patient: the records of adverse events, and the sentences that tell of a reaction in words.

Notes tell of reactions in passing (``rigors five hours later``), so that the records alone would deny what a sentence
tells. Those sentences are quoted beside the records: they name the drug, or stand next to one that does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.answers.presence import state_of
from osteocase.assistant.subjects.counted_doses import BONE_DRUGS, DRIPS, JABS, is_drip
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, holds, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.lexicon import AlikeEntry, default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.records import Finding, Source, Treatment
from osteocase.review import Session

__all__ = ["harmed", "with_harms"]

_TROUBLE = re.compile(
    r"\b(?:problems?|troubles?|issues?|difficult(?:y|ies)|bad effects?|upsets?|complain\w*|bother\w*|react(?:ed|s)?)\s+"
    r"(?:about|of|with|w/?|from|on|after|to|under|during|by|because\s+of|due\s+to)\b",
    re.IGNORECASE,
)
_ILL = re.compile(
    r"\bma(?:ke|de)\s+(?:her|him)\s+(?:feel\s+)?(?:ill|sick|unwell|feverish|poorly)\b"
    r"|\b(?:feel|felt|fall|fell|get|got|was|become|became)\s+(?:ill|unwell|sick|poorly|feverish)\s+(?:after|with|from|on|following)\b",
    re.IGNORECASE,
)
"""``did the first infusion make him ill?``"""
"""``problems with the denosumab``: what it did, and no disagreement of the records."""
_OF_PATIENT = re.compile(
    r"\bside effects? of (?:her|his|the)\b|\bside effects?\b(?=.*\b(?:in|with)\s+(?:her|him|this|his)\b)", re.IGNORECASE
)
"""``side effects of her risedronate``, ``… of it in her case``: those that she had, and no general knowledge."""
_COMPLICATIONS = re.compile(
    r"\bcomplications?\b|\b(?:recovery|course)\s+(?:was\s+)?(?:entirely\s+)?(?:uneventful|unremarkable)\b",
    re.IGNORECASE,
)
_TOLERATES = re.compile(r"\b(?:tolerat\w+|cop(?:e|ed|ing)\s+with|agree[ds]?\s+with|get(?:s|ting)?\s+on\s+with)\b", re.I)
"""Asks whether it went well, not whether something went wrong."""
_OPERATED = re.compile(
    r"\b(?:op|operation|surgery|operated|surgical|nailing|arthroplasty|replacement)\b", re.IGNORECASE
)
_COMPLICATES = re.compile(r"\bcomplicat\w+|\buneventful\w*", re.IGNORECASE)
_ASKED = "side effects"
_GIVEN = re.compile(r"\b(?:infusions?|injections?|doses?|drips?|shots?|tablets?)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|never|without|denie[sd]|nil|neither|nor|none|free of|nothing)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.]\s|\s(?:and|but)\s")
_ORDINAL = re.compile(r"\b(?P<which>first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th)\b", re.IGNORECASE)
_MOST = 4
_REACH = 4
"""Sentences through which ``them`` is still the drug that was named."""


def with_harms(heard: Heard) -> Heard:
    """``any trouble with the tablets?`` asks for side effects of the drug, and for no check of the records."""
    place = _TROUBLE.search(heard.say)
    drug = any(hit.topic == "treatment" and hit.end > hit.start for hit in heard.hits)
    place = place or _OF_PATIENT.search(heard.say) or _ILL.search(heard.say)
    behind = heard.say[0 if _ILL.search(heard.say) else place.end() :] if place is not None else ""
    if place is None or not (drug or _GIVEN.search(behind) or _OPERATED.search(behind)):
        return heard
    other = ("conflict", "advice")
    kept = tuple(replace(hit, group="filler") if hit.group in other else hit for hit in heard.hits)
    at = next((one for one, offset in enumerate(heard.offsets) if offset >= place.start()), 0)
    hit = Hit(at, at + 1, "utterance", "finding_adverse_event", "finding_kind", "adverse_event")
    return replace(heard, hits=(*kept, hit))


def harmed(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """Side effects with the sentences that tell them; null where none are asked for, or no sentence tells more."""
    operated = _OPERATED.search(heard.say) is not None and "adverse_event" in heard.values("finding_kind")
    other = heard.has("correct", "add", "delete", "accept", "defer", "count", "when", "source")
    if other or not (operated or found.asked == [_ASKED]):
        return None
    if operated and not any(one for one in agents_meant(heard, session) if one in _bone_drugs(session)):
        told = [one for one in passages_of(session) if _COMPLICATES.search(one.text)]
        return quoted(told) if told else None
    agents = agents_meant(heard, session)
    if _COMPLICATIONS.search(heard.say) and not agents and heard.moment is None:
        told = [one for one in passages_of(session) if _COMPLICATIONS.search(one.text)]
        if told:  # those of an operation; what a drug did is another matter
            return quoted(told)
    known = found.records
    if agents and not known:  # ``after the infusion`` tells the drug, and reactions are told without their day
        known = [one for one in session.case.findings if one.kind == "adverse_event" and one.subject == "patient"]
    found.records = [one for one in known if not _is_of_other(one.source, agents, session)]
    of_others = len(found.records) < len(known)
    rows = [one for one in found.records if isinstance(one, Finding) and one.subject == "patient"]
    told, which = _sentences(heard, agents, session), _which(heard)
    if not told and (which or (of_others and not rows)):
        what = f"the {which} dose" if which else f"that drug ({', '.join(sorted(agents)).replace('_', ' ')})"
        return Reply(f"Of {what} no side effect is recorded, neither that there was one nor that there was none.")
    if not told:
        return of_records(f"Yes, tolerated:\n{lines(rows)}", rows) if _is_well(rows, heard) else None
    if which:
        rows = [one for one in rows if any(_is_told(each, [one]) for each in told)]
    affirmed = [one for one in told if not _is_denied(one.text)]
    there = any(state_of(one) == "there" for one in rows) or bool(affirmed)
    if len(rows) > 0 and not there and all(_is_told(one, rows) for one in told):  # the records say all of it
        return of_records(f"Yes, tolerated:\n{lines(rows)}", rows) if _is_well(rows, heard) else None
    if affirmed:  # ``feverish for a day; no other side effects`` denies nothing of what it tells
        rows = [one for one in rows if state_of(one) == "there" or not any(_is_told(each, [one]) for each in affirmed)]
    denied = "No:" if rows else "No, in these words:"
    head = ("Yes:" if there else denied) if is_polar(heard) or there is False else ""
    if _TOLERATES.search(heard.say):
        head = "Not without side effects:" if there else "Yes, tolerated:"
    records = of_records(lines(rows), rows) if rows else Reply("")
    said = quoted(told)
    text = "\n".join(filter(None, (head, records.text, said.text)))
    return Reply(text, tuple(dict.fromkeys((*records.sources, *said.sources))), records.records)


def _is_well(rows: Sequence[Finding], heard: Heard) -> bool:
    """``did she tolerate it?``, where side effects are told as absent."""
    return bool(rows) and bool(_TOLERATES.search(heard.say)) and all(state_of(one) == "absent" for one in rows)


def agents_meant(heard: Heard, session: Session) -> set[str]:
    """The drugs that are spoken of: by name, or by the way they are given where the case tells drugs given so."""
    named = {hit.id for hit in heard.drugs}
    words = set(heard.words)
    if named or not words & (DRIPS | JABS):
        return named
    return {
        one.agent
        for one in session.case.treatments
        if one.subject == "patient"
        and one.kind == "drug"
        and one.drug_class in BONE_DRUGS
        and state_of(one) == "there"
        and (is_drip(one) if words & DRIPS else _is_injected(one))
    }


def _bone_drugs(session: Session) -> set[str]:
    return {one.agent for one in session.case.treatments if one.drug_class in BONE_DRUGS}


def _is_injected(one: Treatment) -> bool:
    """Under the skin, as all drugs for the bones are but the bisphosphonates, where no way is told."""
    return one.route == "subcutaneous" or (one.route is None and one.drug_class != "bisphosphonate")


def _is_of_other(place: Source, agents: Collection[str], session: Session) -> bool:
    """Whether the drug that is named last before it is another one than those that are asked for."""
    return bool(agents) and _is_of(place, agents, session) is False


def _is_of(place: Source, agents: Collection[str], session: Session, reach: int | None = None) -> bool | None:
    """Whether the drug for the bones that a note names last before a place is one of these; null where none is.

    Args:
        place: where a reaction is told.
        agents: drugs or their classes.
        session: the case.
        reach: sentences before it that are looked through; all of its note where this is null.
    """
    own = _names_of_drugs(agents, session)
    others = [
        normal_words(one.name)
        for one in session.case.treatments
        if one.drug_class in BONE_DRUGS and not {one.agent, one.drug_class}.intersection(agents)
    ]
    until = [one for one in passages_of(session) if one.note == place.note and one.start <= place.start]
    for one in until[::-1][:reach]:
        if any(holds(one.text, key) for key in own):
            return True
        if any(holds(one.text, key) for key in others):
            return False
    return None


@cache
def _reacted() -> re.Pattern[str]:
    """The words that notes have for a reaction."""
    begun = "|".join(r"\s+".join(one.split()) for one in default_lexicon().of(AlikeEntry)["reaction"].notes)
    return re.compile(rf"(?<!\w)(?:{begun})\w*", re.IGNORECASE)


def _sentences(heard: Heard, agents: Collection[str], session: Session) -> list[Passage]:
    reacted = _reacted()
    named = bool(heard.drugs)
    typed = [heard.words[hit.start : hit.end] for hit in heard.drugs if hit.end > hit.start]
    keys = [*typed, *_names_of_drugs(agents or _bone_drugs(session), session)]
    kept: list[Passage] = []
    every = list(passages_of(session))
    for at, one in enumerate(every):
        if not reacted.search(one.text) or _is_of_other(one.source, agents, session):
            continue
        near = [other for other in every[max(0, at - 1) : at + 2] if other.note == one.note]
        of_drug = any(holds(other.text, key) for other in near for key in keys)
        of_drug = of_drug or (named and _is_of(one.source, agents, session, _REACH) is True)
        if of_drug or _GIVEN.search(one.text) or (not named and _TAKEN.search(one.text)):
            kept.append(one)
    if (which := _which(heard)) is not None:
        numbered = [
            one
            for one in kept
            if any(re.search(rf"\b{which}\b", other.text, re.IGNORECASE) for other in _beside(one, every))
        ]
        kept = numbered or [one for one in kept if _ORDINAL.search(one.text) is None]
    affirmed = [one for one in kept if not _is_denied(one.text)]
    return [*affirmed, *(one for one in kept if one not in affirmed)][:_MOST]


_TAKEN = re.compile(r"\b(?:tolerat|side[- ]effect|adverse|reaction)\w*", re.IGNORECASE)


def _beside(passage: Passage, every: Sequence[Passage]) -> list[Passage]:
    """The sentence and the one before it in the same note."""
    at = every.index(passage)
    return [one for one in every[max(0, at - 1) : at + 1] if one.note == passage.note]


def _which(heard: Heard) -> str | None:
    """``after the second infusion``: the dose that is asked for."""
    match = _ORDINAL.search(heard.say)
    return match["which"].casefold() if match is not None else None


def _names_of_drugs(agents: Collection[str], session: Session) -> list[tuple[str, ...]]:
    """Names that the case has for the drugs that are spoken of."""
    return [
        normal_words(one.name)
        for one in session.case.treatments
        if one.subject == "patient" and {one.agent, one.drug_class}.intersection(agents)
    ]


def _is_denied(text: str) -> bool:
    """Whether every clause that tells of a reaction denies it; ``tolerated without side effects``."""
    pattern = _reacted()
    told = [clause for clause in _CLAUSE.split(text) if pattern.search(clause)]
    well = re.compile(r"\btolerat\w+\b.{0,20}\bwell\b|\bwell\s+tolerated\b|\btolerated?s?\b", re.IGNORECASE)
    return all(_DENIED.search(clause) or well.search(clause) for clause in told)


def _is_told(passage: Passage, rows: Sequence[Finding]) -> bool:
    return any(
        place.note == passage.note and passage.start <= place.start < passage.end
        for one in rows
        for place in (one.source, *one.also)
    )
