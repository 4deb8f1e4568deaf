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
from osteocase.assistant.dated import with_dates
from osteocase.assistant.hearing import Heard
from osteocase.assistant.passages import Passage, of_time, quoted
from osteocase.assistant.reply import lines
from osteocase.assistant.sentences import Near, Sentences, Term, roots, sentences_of
from osteocase.assistant.turn import Turn
from osteocase.assistant.wanted import Kind, kind_asked
from osteocase.lexicon import default_lexicon
from osteocase.records import Bmd, Lab, Score
from osteocase.review import Session

__all__ = ["closed"]

_CLOSED = frozenset(
    ("ask.value", "ask.presence", "ask.when", "ask.duration", "ask.count", "ask.trend", "ask.abnormal", "ask.extreme",
     "ask.passage", "ask.reason", "ask.patient", "ask.source", "unknown", "advice")
)  # fmt: skip
_WISHES = ("delete", "accept", "defer", "undo", "redo", "title", "stranger", "report", "export")
_DENIES = re.compile(
    r"^(?:Not told|Nothing (?:about|of|is told)|None: no|None is told|No: nothing|No record holds|That is not told|"
    r"No time is told|It is not told|No note tells|No drug is|I find no sentence|How (?:many|long) is not|"
    r"No sentence says|I did not understand)|\bnot told in any note\b|"
    r"\bnothing about\b|\bis not told\b|^I only tell what the notes say",
)
_ADVISED = re.compile(
    r"\b(?:should|would|will|shall|ought|must|recommend(?:ed)? (?:dose|for|in)|guidelines?|suggest|safe|risks?|"
    r"meaning|means?|normal(?:ly)?|"
    r"usual(?:ly)?|typical(?:ly)?|generally|in general|best|better than|good|costs?|can|could|may|might|going to|"
    r"expect\w*|you|evidence|literature|"
    r"trials?|studies|patients|people|women|men|others?)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^\W*(?:(?:please|can|could|would) you (?:tell|show|say|find|see|check|please)|do you (?:know|see|find))\b", re.I
)
_GENERAL = re.compile(
    r"\b(?:does|do)\b(?!\s+(?:she|he|her|his|they|we|the|this|that|any|it)\b)|^\W*what\s+(?:is|are)\s+(?!the\b|her\b|"
    r"his\b|she\b|he\b)",
    re.I,
)
_JUDGES = re.compile(r"\b(?:work(?:s|ed|ing)?|cure[sd]?|effective|help(?:ed|s)?|worth|successful)\b", re.IGNORECASE)
_IDENTIFIES = re.compile(
    r"\b(?:hospital|case|phone|telephone|insurance|nhs|record) (?:number|no)\b|\bmrn\b|\bher name\b|\bhis name\b|"
    r"\baddress\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|did|had|has|have|been|wasn|weren|didn)\b|\bwhat brought\b|\bwhy (?:no|not)\b|"
    r"^\W*why\b(?!.*\b(?:does|do|is|are)\b)",
    re.IGNORECASE,
)
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
_MOST = 3
_MOST_BESIDE = 2
_MOST_RECORDS = 5


def closed(turn: Turn, heard: Heard, session: Session) -> Turn:
    """The answer with the sentences of the notes that it leaves out; the answer itself where it needs none."""
    if turn.changes or turn.command or turn.intent not in _CLOSED or not _asks(heard, turn):
        return turn
    index = sentences_of(session)
    kind = kind_asked(heard.say) if turn.intent != "ask.source" else None  # ``where did you get it from?``
    terms = terms_of(heard, default_lexicon(), told_by=kind.told_by if kind is not None else None)
    question = _Question(heard, session, index, terms, kind)
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

    @cached_property
    def ranked(self) -> list[Near]:
        """Sentences that hold something of it."""
        return self.index.ranked(self.terms)

    @property
    def needed(self) -> frozenset[Term]:
        """What must stand in an answer: the things that are named, and what a relative is asked to have."""
        of_relative = self.heard.has("relative")
        return frozenset(term for term in self.terms if term.named or (term.known and of_relative))

    def open_in(self, reply: str) -> frozenset[Term]:
        """Words of the question that stand in the notes and that an answer says nothing of."""
        said = frozenset(roots(reply))
        return frozenset(
            term
            for term in self.terms
            if not (term.known or term.light or (term.named and not term.relative))
            and self.index.frequency(term)
            and not any(said.issuperset(words) for words in term.near | term.distant)
        )

    def kind_left_open(self, reply: str) -> Kind | None:
        """The kind of thing that is asked for, if an answer does not hold it."""
        kind = self.kind
        return kind if kind is not None and kind.needed and not kind.held.search(reply) else None


def _asks(heard: Heard, turn: Turn) -> bool:
    """Whether it asks for something of this case: no wish, no advice, no knowledge of medicine, no talk."""
    say = _SAID.sub("", heard.say)
    if heard.has("stranger") or (heard.figures and not heard.is_question) or _IDENTIFIES.search(say):
        return False
    if turn.intent in ("unknown", "advice"):
        if (heard.has(*_WISHES) and not heard.is_question) or _ADVISED.search(say) or _GENERAL.search(say):
            return False
        return bool(_PAST.search(say)) and not _JUDGES.search(say) if turn.intent == "advice" else heard.is_question
    return True


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
    fit = [one for one in ranked if one.share >= least and one.own and (not must or must & one.own)]
    fit = [one for one in fit if question.needed <= one.held]
    if heard.date is not None:
        fit = [one for one in fit if _is_of(one.passage, heard.date, session)]
    leads = {one.passage: _lead(one.passage, kind, question.index) for one in fit}
    if kind is not None and kind.needed:
        fit = [one for one in fit if leads[one.passage] is not None]
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
    led = [each for one in best for each in (leads[one] or one, one)]
    return list(dict.fromkeys(led))[:_MOST]


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
    best = _best(question, ranked, _LEAST_OF_ADVICE if turn.intent == "advice" else _LEAST, must)
    return _quoting(turn, best, question.session) if best else turn


def _quoting(turn: Turn, best: Sequence[Passage], session: Session) -> Turn:
    """The sentences, and the records of the answer behind them."""
    told = quoted(best)
    records = [one for one in session.records if one.id in turn.records][:_MOST_RECORDS]
    text = with_dates(f"{told.text}\nRecorded:\n{lines(records)}", records, session) if records else told.text
    return replace(
        turn,
        intent="ask.passage" if turn.intent in ("unknown", "advice") else turn.intent,
        reply=text,
        sources=tuple(dict.fromkeys((*told.sources, *(one.source for one in records)))),
        records=tuple(one.id for one in records),
    )


def _nearer(turn: Turn, question: _Question) -> Turn:
    """Other sentences than those that are quoted, where they come nearer to the question."""
    if question.kind is not None and question.kind.held.search(turn.reply):
        return turn
    shown = max((one.share for one in question.ranked if _is_shown(one.passage, turn)), default=0.0)
    best = _best(question, [one for one in question.ranked if one.share > shown + _NEARER], _LEAST)
    return _quoting(turn, best, question.session) if best else turn


def _beside(turn: Turn, question: _Question) -> Turn:
    """A sentence beside an answer from records that leaves a word of the question or its kind open."""
    shown = [one for one in question.session.records if one.id in turn.records]
    if shown and all(isinstance(one, Lab | Bmd | Score) for one in shown) and any(one.named for one in question.terms):
        return turn  # a value is what is asked for
    kind = question.kind
    if not turn.records and kind is not None and kind.needed and kind.held.search(turn.reply):
        return turn  # sentences that tell it are quoted already
    open_, wants = question.open_in(turn.reply), question.kind_left_open(turn.reply)
    wants = wants if wants is not None and wants.beside else None
    if not open_ and wants is None:
        return turn
    ranked = question.ranked
    if turn.records and wants is None:  # one word alone does not tell that a sentence is about the same
        ranked = [one for one in ranked if len(one.held) > 1]
    best = _best(question, ranked, _LEAST_BESIDE, open_)
    best = [one for one in best if not _is_shown(one, turn)][:_MOST_BESIDE]
    if not best:
        return turn
    told = quoted(best)
    parts = (told.text, turn.reply) if wants is not None else (turn.reply, told.text)
    return replace(turn, reply="\n".join(parts), sources=tuple(dict.fromkeys((*turn.sources, *told.sources))))


def _is_shown(passage: Passage, turn: Turn) -> bool:
    return " ".join(passage.text.split())[:_ENOUGH] in " ".join(turn.reply.split())
