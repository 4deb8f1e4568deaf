"""A question as it is held against the sentences of the notes: which of them come nearest and are of the right kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from osteocase.assistant.subjects.dated import with_dates
from osteocase.assistant.subjects.passages import Passage, of_time, quoted
from osteocase.assistant.subjects.prospects import Manner, manner_of, tells_plan
from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.subjects.sentences import Near, Sentences, Term, roots
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.subjects.wanted import NEGATED, WHO, WHY, Kind
from osteocase.assistant.words.hearing import Heard
from osteocase.review import Session

__all__ = [
    "WAS",
    "Question",
    "best_of",
    "is_shown",
    "manner_asked",
    "quoting",
    "without_courtesy",
    "words_of",
]

_SAID = re.compile(
    r"^\W*(?:(?:please|can|could|would) you (?:tell|show|say|find|see|check|please)|do you (?:know|see|find))\b", re.I
)
_NOT = re.compile(r"\b(?:no|not|never|none|without|declin\w+|refus\w+|contraindicat\w+)\b", re.IGNORECASE)
WAS = re.compile(r"\b(?:was|were|did|had)\b", re.IGNORECASE)
_NOTE = re.compile(r"— note \S+")
_CLOSE = 0.85
"""Share of the best sentence's rank that another must have to be quoted with it."""
_HELD, _TIMED = 1.3, 1.15
"""Worth of the kind of thing that is asked for, and of the time that is spoken of."""
_ENOUGH = 80
"""Characters by which a sentence is known that is quoted already."""
_RARE = 2
"""Sentences up to which a word that carries a sentence tells something all the same: ``failed``."""
_MOST = 3
_MOST_RECORDS = 5


@dataclass(frozen=True)
class Question:
    """A question with its telling words and the kind of thing that it asks for."""

    heard: Heard
    session: Session
    index: Sentences
    terms: tuple[Term, ...]
    kind: Kind | None
    declined: Manner | None = None
    """How it is put, where it was declined."""

    @cached_property
    def ranked(self) -> list[Near]:
        """Sentences that hold something of it."""
        return self.index.ranked(self.terms)

    @property
    def needed(self) -> frozenset[Term]:
        """What must stand in an answer: the things that are named, and what a relative is asked to have."""
        of_relative = self.heard.has("relative")
        must = frozenset(term for term in self.terms if term.named or (term.known and of_relative))
        if self.declined is None and self.kind is not WHO:
            return must
        return must | {term for term in self.terms if not term.light and self.index.frequency(term)}

    def owns(self, near: Near) -> bool:
        """Whether a sentence holds something in its own words; of its kind it may go on with the one before."""
        return bool(near.own) or (self.declined is not None and self.kind is not None and self.kind.needed)

    def fits(self, near: Near) -> bool:
        """Whether a sentence is of the right form: what is planned is told by one that plans."""
        note = next((one.text for one in self.session.notes if one.id == near.passage.note), "")
        return self.declined is not Manner.PLANNED or tells_plan(near.passage, note)

    def open_in(self, reply: str) -> frozenset[Term]:
        """Words of the question that stand in the notes and that an answer says nothing of."""
        said = frozenset(roots(reply))
        return frozenset(
            term
            for term in self.terms
            if not (
                term.known or (term.light and self.index.frequency(term) > _RARE) or (term.named and not term.relative)
            )
            and self.index.frequency(term)
            and not any(said.issuperset(words) for words in term.near | term.distant)
        )

    def kind_left_open(self, reply: str) -> Kind | None:
        """The kind of thing that is asked for, if an answer does not hold it."""
        kind = self.kind
        if kind is not None and kind.plans and "“" not in reply:
            return kind  # a record holds what was given, not what is to be done
        return kind if kind is not None and kind.needed and not kind.held.search(words_of(reply)) else None


def without_courtesy(say: str) -> str:
    """A question without ``could you tell me``."""
    return _SAID.sub("", say)


def manner_asked(heard: Heard) -> Manner:
    """What it asks for, by the way it is put and by what it names."""
    care = any(hit.topic == "treatment" or hit.group == "modality" for hit in heard.hits)
    return manner_of(without_courtesy(heard.say), names_care=care)


def best_of(
    question: Question, ranked: Sequence[Near], least: float, must: frozenset[Term] = frozenset()
) -> list[Passage]:
    """The sentences that come nearest, the best first; none where none comes near enough.

    Args:
        question: what is asked.
        ranked: sentences to choose from.
        least: share of the question's weight that one must cover.
        must: terms of which one must stand there, if any are given.
    """
    kind, heard, session = question.kind, question.heard, question.session
    fit = [one for one in ranked if one.share >= least and question.owns(one) and (not must or must & one.own)]
    fit = [one for one in fit if question.needed <= one.held and question.fits(one)]
    if heard.date is not None:
        fit = [one for one in fit if _is_of(one.passage, heard.date, session)]
    leads = {one.passage: _lead(one.passage, kind, question.index) for one in fit}
    if kind is not None and kind.needed:
        fit = [one for one in fit if leads[one.passage] is not None]
    if kind is not None and kind.asked is WHY.asked and NEGATED.search(heard.say):  # ``why was no infusion given?``
        fit = [one for one in fit if _NOT.search(one.passage.text)] or fit
    if not fit:
        return []
    timed = set(of_time([one.passage for one in fit], heard, session))
    rank = {
        one.passage: one.share
        * (_HELD if leads[one.passage] is not None else 1.0)
        * (_TIMED if one.passage in timed else 1.0)
        for one in fit
    }
    top = max(rank.values())
    best = sorted((one for one in rank if rank[one] >= _CLOSE * top), key=lambda one: -rank[one])
    ahead = question.declined is Manner.PLANNED or (kind is not None and kind.plans)
    if ahead and not WAS.search(heard.say):
        best = _latest(best, session)
    led = [each for one in best for each in (question.index.leans_on(one) or leads[one] or one, one)]
    return list(dict.fromkeys(led))[:_MOST]


def _latest(found: Sequence[Passage], session: Session) -> list[Passage]:
    """The plans of the last note that has one: the others were carried out or given up since."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    last = max(dates.get(one.note, "") for one in found)
    return [one for one in found if dates.get(one.note, "") == last]


def _lead(passage: Passage, kind: Kind | None, index: Sentences) -> Passage | None:
    """The sentence that tells the kind of thing: itself, or the one that it goes on with; null if neither does."""
    before = index.before(passage) if kind is not None and kind.led else None
    for one in (passage, before):
        if kind is not None and one is not None and kind.held.search(one.text):
            return one
    return None


def _is_of(passage: Passage, date: str, session: Session) -> bool:
    """Whether a sentence tells of a day, month or year that is asked for: by its note's date or by its own words."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    return dates.get(passage.note, "").startswith(date) or date[:4] in passage.text


def quoting(turn: Turn, best: Sequence[Passage], session: Session, head: str | None = None) -> Turn:
    """The sentences, and the records of the answer behind them."""
    told = quoted(best, head) if head is not None else quoted(best)
    records = [one for one in session.records if one.id in turn.records][:_MOST_RECORDS]
    text = with_dates(f"{told.text}\nRecorded:\n{lines(records)}", records, session) if records else told.text
    return replace(
        turn,
        intent="ask.passage" if turn.intent in ("unknown", "advice") else turn.intent,
        reply=text,
        sources=tuple(dict.fromkeys((*told.sources, *(one.source for one in records)))),
        records=tuple(one.id for one in records),
    )


def words_of(reply: str) -> str:
    """An answer without the names of the notes that it quotes: ``2-bone-clinic`` tells no number and no clinic."""
    return _NOTE.sub("", reply)


def is_shown(passage: Passage, turn: Turn) -> bool:
    """Whether an answer quotes the sentence already."""
    return " ".join(passage.text.split())[:_ENOUGH] in " ".join(turn.reply.split())
