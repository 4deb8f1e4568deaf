"""The closing step of every question: the sentences of the notes that answer it, where nothing else did.

A denial stands only if no sentence comes near enough to the question. An answer from records stays as it is where it
covers the telling words of the question and the kind of thing that is asked for; where it leaves some open that a
sentence tells, the sentence goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from osteocase.assistant.asked_terms import terms_of
from osteocase.assistant.asking import asks_warned
from osteocase.assistant.dated import with_dates
from osteocase.assistant.hearing import Heard
from osteocase.assistant.passages import Passage, holds, of_time, passages_of, quoted
from osteocase.assistant.persons import UNNAMED, asks_author, signatures
from osteocase.assistant.prospects import Manner, manner_of, tells_plan
from osteocase.assistant.reply import lines
from osteocase.assistant.sentences import Near, Sentences, Term, roots, sentences_of
from osteocase.assistant.turn import Turn
from osteocase.assistant.wanted import WHO, WHY, Kind, kind_asked
from osteocase.lexicon import default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.records import Bmd, Lab, Score, Treatment
from osteocase.review import Session

__all__ = ["closed"]

_CLOSED = frozenset(
    ("ask.value", "ask.presence", "ask.when", "ask.duration", "ask.count", "ask.trend", "ask.abnormal", "ask.extreme",
     "ask.passage", "ask.reason", "ask.patient", "ask.source", "unknown", "advice")
)  # fmt: skip
_DECLINED = ("unknown", "advice")
_WISHES = ("delete", "accept", "defer", "undo", "redo", "title", "stranger", "report", "export")
_DENIES = re.compile(
    r"^(?:Not told|Nothing (?:about|of|is told)|None: no|None is told|No: nothing|No record holds|That is not told|"
    r"No time is told|It is not told|No note tells|No drug is|I find no sentence|How (?:many|long) is not|"
    r"No sentence says|I did not understand)|\bnot told in any note\b|"
    r"^That is for you to judge|\bnothing about\b|\bis not told\b|^I only tell what the notes say",
)
_SAID = re.compile(
    r"^\W*(?:(?:please|can|could|would) you (?:tell|show|say|find|see|check|please)|do you (?:know|see|find))\b", re.I
)
_HAPPENED = re.compile(r"\bwhat happened\b", re.IGNORECASE)
_NEGATED = re.compile(r"\bwhy\b[^?]*(?:\b(?:not?|never)\b|n['’]t\b)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|never|none|without|declin\w+|refus\w+|contraindicat\w+)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|did|had)\b", re.IGNORECASE)
_ASKS_AHEAD = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?:(?:is|are)\s+(?:there\b[^?]*|she|he|they|it|the\s+\w+|\w+)\s+(?:meant|supposed|due|going|"
    r"scheduled|"
    r"planned|expected)|will)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"— note \S+")
_IDENTIFIES = re.compile(
    r"\b(?:hospital|case|phone|telephone|insurance|nhs|record) (?:number|no)\b|\bmrn\b|\bher name\b|\bhis name\b|"
    r"\baddress\b",
    re.I,
)
_PLANNING = frozenset(("plan", "intend", "intention", "propos", "suggest", "recommend", "advis", "suppos"))
_CLOSE_WITH = "The notes are signed:"
_NO_REASON = "I find no sentence that gives the reason outright. The nearest that the notes say:"
_LEAST = 0.55
"""Share of a question's weight that a sentence must cover to stand in the place of a denial."""
_LEAST_OF_ADVICE = 0.75
_LEAST_BESIDE = 0.6
_CLOSE = 0.85
"""Share of the best sentence's rank that another must have to be quoted with it."""
_NEARER = 0.15
"""How much more of the question other sentences must cover than those that are quoted."""
_HELD, _TIMED = 1.3, 1.15
"""Worth of the kind of thing that is asked for, and of the time that is spoken of."""
_ENOUGH = 80
"""Characters by which a sentence is known that is quoted already."""
_MEASURED = frozenset(("analyte", "site", "score", "measure"))
_RARE = 2
"""Sentences up to which a word that carries a sentence tells something all the same: ``failed``."""
_MOST = 3
_MOST_BESIDE = 2
_MOST_RECORDS = 5


def closed(turn: Turn, heard: Heard, session: Session) -> Turn:
    """The answer with the sentences of the notes that it leaves out; the answer itself where it needs none."""
    if turn.changes or turn.command or turn.intent not in _CLOSED or not _asks(heard, turn):
        return turn
    index = sentences_of(session)
    kind = kind_asked(heard.say)
    if turn.intent == "ask.source" and not (kind is WHO and asks_author(heard.say)):
        kind = None  # ``where did you get it from?``
    declined = turn.intent in _DECLINED
    terms = terms_of(
        heard,
        default_lexicon(),
        told_by=kind.told_by if kind is not None else None,
        every=declined or asks_warned(heard),
    )
    if (kind is not None and kind.plans) or declined:
        terms = tuple(one for one in terms if not _PLANNING & {word for words in one.near for word in words})
    manner = _manner(heard) if declined else None
    question = _Question(heard, session, index, terms, kind, manner)
    if kind is WHO:
        return _who(turn, question)
    if _DENIES.search(turn.reply):
        return _instead_of_denial(turn, question)
    if turn.intent == "ask.source":
        return turn
    if turn.intent in ("ask.passage", "ask.reason") and not turn.records:
        return _nearer(turn, question)
    return _beside(turn, question)


@dataclass(frozen=True)
class _Question:
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
        return kind if kind is not None and kind.needed and not kind.held.search(_words_of(reply)) else None


def _asks(heard: Heard, turn: Turn) -> bool:
    """Whether it asks for something of this case: no wish, no advice, no knowledge of medicine, no talk."""
    say = _SAID.sub("", heard.say)
    if heard.has("stranger") or (heard.figures and not heard.is_question) or _IDENTIFIES.search(say):
        return False
    if turn.intent not in _DECLINED:
        return True
    manner = _manner(heard)
    if (heard.has(*_WISHES) and not heard.is_question) or manner is Manner.JUDGED:
        return False
    return heard.is_question and (turn.intent == "unknown" or manner is not Manner.OTHER)


def _manner(heard: Heard) -> Manner:
    care = any(hit.topic == "treatment" or hit.group == "modality" for hit in heard.hits)
    return manner_of(_SAID.sub("", heard.say), names_care=care)


def _best(
    question: _Question, ranked: Sequence[Near], least: float, must: frozenset[Term] = frozenset()
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
    if kind is not None and kind.asked is WHY.asked and _NEGATED.search(heard.say):  # ``why was no infusion given?``
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
    if ahead and not _WAS.search(heard.say):
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


def _instead_of_denial(turn: Turn, question: _Question) -> Turn:
    """The sentences in the place of a denial; what is recorded and does not answer it stands behind them.

    Where the thing itself is recorded, a sentence that only names it tells nothing more than the denial does. What is
    measured is told by its own name: the neck of a broken femur is no density of the femoral neck.
    """
    must, ranked = frozenset[Term](), question.ranked
    if turn.records and question.kind_left_open("" if turn.intent == "ask.reason" else turn.reply) is None:
        must = question.open_in(turn.reply.partition("\n")[2])  # not in the words of the denial itself
        if not must:
            return turn
    elif not turn.records and _MEASURED & turn.arguments.keys():
        chosen = {term for term in question.terms if term.named or term.known}
        ranked = [one for one in ranked if chosen & (one.own if "score" in turn.arguments else one.literal)]
    sure = question.kind is not None and question.kind.needed
    best = _best(question, ranked, _LEAST_OF_ADVICE if turn.intent == "advice" and not sure else _LEAST, must)
    if best:
        return _quoting(turn, best, question.session)
    if turn.intent == "advice" and question.kind is WHY and question.declined is Manner.TOLD:
        near = _best(replace(question, kind=replace(WHY, needed=False)), ranked, _LEAST_OF_ADVICE)
        if len(near) > 1 and not _NEGATED.search(question.heard.say):
            return turn
        before = question.index.before(near[0]) if near else None
        told = [*([before] if before is not None else []), *near[:1]]
        return _quoting(turn, told, question.session, _NO_REASON) if told else turn
    return turn


def _quoting(turn: Turn, best: Sequence[Passage], session: Session, head: str | None = None) -> Turn:
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


def _who(turn: Turn, question: _Question) -> Turn:
    """A person of the notes; what is recorded of a thing tells nobody's name."""
    say = question.heard.say
    if asks_author(say):
        signed = list(signatures(question.session))
        return _quoting(replace(turn, records=()), signed, question.session, _CLOSE_WITH) if signed else _unnamed(turn)
    told = [one for one in question.ranked if _is_shown(one.passage, turn) and question.needed <= one.held]
    quotes = turn.intent == "ask.passage" and bool(turn.sources) and (len(turn.sources) <= _MOST_BESIDE or bool(told))
    if quotes or (not _DENIES.search(turn.reply) and WHO.held.search(_words_of(turn.reply))):
        return turn
    best = _best(question, question.ranked, _LEAST) or _giving(turn, question.session)
    if best:
        return _quoting(replace(turn, records=()), best, question.session)
    return turn if turn.intent in _DECLINED and question.heard.unknown_words else _unnamed(turn)


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


def _nearer(turn: Turn, question: _Question) -> Turn:
    """Other sentences than those that are quoted, where they come nearer to the question."""
    kind, needed = question.kind, question.needed
    told = [one for one in question.ranked if _is_shown(one.passage, turn)]
    named = not (kind is not None and kind.plans) or any(needed <= one.held for one in told)
    if kind is not None and named and kind.held.search(_words_of(turn.reply)):
        return turn
    wants = kind is not None and kind.needed and kind.narrated
    shown = 0.0 if wants else max((one.share for one in told), default=0.0)
    best = _best(question, [one for one in question.ranked if one.share > shown + _NEARER], _LEAST)
    return _quoting(turn, best, question.session) if best else turn


def _beside(turn: Turn, question: _Question) -> Turn:
    """A sentence beside an answer from records that leaves a word of the question or its kind open."""
    shown = [one for one in question.session.records if one.id in turn.records]
    if (
        shown
        and all(isinstance(one, Lab | Bmd | Score) for one in shown)
        and any(one.named for one in question.terms)
        and question.kind is not WHY
    ):
        return turn  # a value is what is asked for
    kind = question.kind
    if not turn.records and kind is not None and kind.needed and kind.held.search(_words_of(turn.reply)):
        return turn  # sentences that tell it are quoted already
    open_, wants = question.open_in(turn.reply), question.kind_left_open(turn.reply)
    wants = wants if wants is not None and wants.beside else None
    if not open_ and wants is None:
        return turn
    ranked = question.ranked
    if turn.records and wants is None:  # one word alone does not tell that a sentence is about the same
        ranked = [one for one in ranked if len(one.held) > 1]
    best = _best(question, ranked, _LEAST_BESIDE, open_)
    if not best and turn.intent == "ask.presence" and _ASKS_AHEAD.search(question.heard.say):
        return replace(turn, reply="That is not told in any note.", sources=(), records=())
    best = [one for one in best if not _is_shown(one, turn)][:_MOST_BESIDE]
    if not best:
        return turn
    told = quoted(best)
    if wants is not None and wants.plans and not _WAS.search(question.heard.say):
        return _quoting(replace(turn, records=()), best, question.session)  # what was is no plan
    parts = (told.text, turn.reply) if wants is not None else (turn.reply, told.text)
    return replace(turn, reply="\n".join(parts), sources=tuple(dict.fromkeys((*turn.sources, *told.sources))))


def _words_of(reply: str) -> str:
    """An answer without the names of the notes that it quotes: ``2-bone-clinic`` tells no number and no clinic."""
    return _NOTE.sub("", reply)


def _narrated(turn: Turn, question: _Question) -> Turn:
    """Values that were measured, or a sentence where no value can answer: how it broke, why, what was done."""
    kind = question.kind
    if kind is None or not kind.narrated or _HAPPENED.search(question.heard.say):
        return turn
    best = _best(question, question.ranked, _LEAST_BESIDE)
    return _quoting(replace(turn, records=()), best, question.session) if best else turn


def _is_shown(passage: Passage, turn: Turn) -> bool:
    return " ".join(passage.text.split())[:_ENOUGH] in " ".join(turn.reply.split())
