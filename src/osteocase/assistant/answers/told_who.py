"""Who did something, as an answer: a person of the notes, the names under them, or that nobody is named."""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.assistant.answers.nearest_sentences import Question, best_of, is_shown, quoting, words_of
from osteocase.assistant.answers.persons import UNNAMED, asks_author, signatures
from osteocase.assistant.subjects.finding import is_agent
from osteocase.assistant.subjects.passages import Passage, holds, passages_of
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.subjects.wanted import WHO
from osteocase.lexicon import default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["told_who"]

_CLOSE_WITH = "The notes are signed:"
_LEAST = 0.55
"""Share of a question's weight that a sentence must cover."""
_DECLINED = ("unknown", "advice")
_FEW = 2
"""Sentences that are taken for the answer as they are."""
_MOST = 3


def told_who(turn: Turn, question: Question, *, denied: bool) -> Turn:
    """A person of the notes; what is recorded of a thing tells nobody's name.

    Args:
        turn: the answer so far.
        question: what is asked.
        denied: whether the answer says that nothing is told.
    """
    say = question.heard.say
    if asks_author(say):
        signed = list(signatures(question.session))
        return quoting(replace(turn, records=()), signed, question.session, _CLOSE_WITH) if signed else _unnamed(turn)
    operating = _operating(question) if _OPERATED.search(say) else []
    if operating:
        return quoting(replace(turn, records=()), operating, question.session)
    drugs = question.heard.ids("treatment")
    if drugs and not any(is_agent(one, drug) for one in question.session.case.treatments for drug in drugs):
        names = " or ".join(default_lexicon().entries["treatment"][one].label for one in drugs[:_FEW])
        return replace(
            turn, intent="ask.passage", reply=f"Nothing about {names} is recorded in this case.", sources=(), records=()
        )
    told = [one for one in question.ranked if is_shown(one.passage, turn) and question.needed <= one.held]
    quotes = turn.intent == "ask.passage" and bool(turn.sources) and (len(turn.sources) <= _FEW or bool(told))
    if quotes or (not denied and WHO.held.search(words_of(turn.reply))):
        return turn
    best = best_of(question, question.ranked, _LEAST) or _giving(turn, question.session)
    if best:
        return quoting(replace(turn, records=()), best, question.session)
    return turn if turn.intent in _DECLINED and question.heard.unknown_words else _unnamed(turn)


_OPERATED = re.compile(
    r"\b(?:operat\w*|surgeon|(?:did|do|performed|carried\s+out|took)\b[^?]*\b(?:surgery|operation|out|procedure)|surgery)\b",
    re.IGNORECASE,
)
_SURGEON = re.compile(
    r"\b(?i:surgeons?|operators?)\b\s*[:–-]?\s*(?:\(?(?:Dr|Mr|Ms|Mrs|Miss|Prof)\b\.?|[A-Z][a-z]+)"
    r"|\b(?:operated|operation|performed|done|carried\s+out)\s+(?:on\s+)?by\b"
)
_TITLED = re.compile(r"\b(?:Dr|Mr|Ms|Mrs|Miss|Prof|Professor)\b\.?\s+[A-Z]")


def _operating(question: Question) -> list[Passage]:
    """The sentences that name who operated: a line for the surgeon, or a name beside the operation itself."""
    session = question.session
    named = [one for one in passages_of(session) if _SURGEON.search(one.text)]
    done = [
        normal_words(one.name) for one in session.case.treatments if one.kind in ("surgery", "procedure") and one.name
    ]
    beside = [
        one for one in passages_of(session) if _TITLED.search(one.text) and any(holds(one.text, key) for key in done)
    ]
    return (named or beside)[:_MOST]


def _unnamed(turn: Turn) -> Turn:
    if turn.intent in _DECLINED:
        return replace(turn, reply=f"{UNNAMED} Say help for what I can do.")
    return replace(turn, intent="ask.passage", reply=UNNAMED, sources=(), records=())


def _giving(turn: Turn, session: Session) -> list[Passage]:
    """The sentences that name a person with a drug of the answer: who gives it."""
    drugs = [one for one in session.records if one.id in turn.records and isinstance(one, Treatment)]
    names = [normal_words(one.name) for one in drugs if one.name]
    people = [one for one in passages_of(session) if WHO.held.search(one.text)]
    return [one for one in people if any(holds(one.text, name) for name in names)][:_MOST]
