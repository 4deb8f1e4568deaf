"""The closing step of every question: the sentences of the notes that answer it, where nothing else did.

A denial stands only if no sentence comes near enough to the question. An answer from records stays as it is where it
covers the telling words of the question and the kind of thing that is asked for; where it leaves some open that a
sentence tells, the sentence goes with it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.assistant.answers.asked_terms import terms_of
from osteocase.assistant.answers.asking import asks_warned
from osteocase.assistant.answers.done_about import NOTHING_DONE
from osteocase.assistant.answers.dose_ends import NO_DAY
from osteocase.assistant.answers.nearest_sentences import (
    WAS,
    Question,
    best_of,
    is_shown,
    manner_asked,
    quoting,
    without_courtesy,
    words_of,
)
from osteocase.assistant.answers.persons import asks_author
from osteocase.assistant.answers.plans import is_of_plan
from osteocase.assistant.answers.told_who import told_who
from osteocase.assistant.answers.unplaced import with_nothing_changed
from osteocase.assistant.subjects.passages import quoted
from osteocase.assistant.subjects.prospects import Manner
from osteocase.assistant.subjects.sentences import Term, sentences_of
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.subjects.wanted import NAMED, NEGATED, WHO, WHY, kind_asked
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon import default_lexicon
from osteocase.records import Bmd, Lab, Score
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
_LENGTH = re.compile(r"(?:about )?(?:less than a month|\d[\d.]* (?:days?|months?))[^\n(]*\(computed")
_THEN = re.compile(r"\btaken then \(")
"""What was taken at a time, by the records."""
_ASKS_AHEAD = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?:(?:is|are)\s+(?:there\b[^?]*|she|he|they|it|the\s+\w+|\w+)\s+(?:meant|supposed|due|going|"
    r"scheduled|"
    r"planned|expected)|will)\b",
    re.IGNORECASE,
)
_IDENTIFIES = re.compile(
    r"\b(?:hospital|case|phone|telephone|insurance|nhs|record) (?:number|no)\b|\bmrn\b|\bher name\b|\bhis name\b|"
    r"\baddress\b",
    re.I,
)
_PLANNING = frozenset(("plan", "intend", "intention", "propos", "suggest", "recommend", "advis", "suppos"))
_NO_REASON = "I find no sentence that gives the reason outright. The nearest that the notes say:"
_LEAST = 0.55
"""Share of a question's weight that a sentence must cover to stand in the place of a denial."""
_LEAST_OF_ADVICE = 0.75
_LEAST_BESIDE = 0.6
_NEARER = 0.15
"""How much more of the question other sentences must cover than those that are quoted."""
_MEASURED = frozenset(("analyte", "site", "score", "measure"))
_MOST_BESIDE = 2


def closed(turn: Turn, heard: Heard, session: Session) -> Turn:
    """The answer with the sentences of the notes that it leaves out; the answer itself where it needs none."""
    if (unplaced := with_nothing_changed(turn, heard)) is not turn:
        return unplaced
    if turn.reply.startswith(NO_DAY):
        return turn
    if turn.changes or turn.command or turn.intent not in _CLOSED or is_of_plan(heard) or not _asks(heard, turn):
        return turn
    if (turn.intent == "ask.duration" and _LENGTH.match(turn.reply)) or _THEN.search(turn.reply.partition("\n")[0]):
        return turn  # the time from one thing to the other
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
    manner = manner_asked(heard) if declined else None
    question = Question(heard, session, index, terms, kind, manner)
    if kind is NAMED:
        named = best_of(question, question.ranked, _LEAST)
        nameless = replace(
            turn, intent="ask.passage", reply="That name is not told in any note.", sources=(), records=()
        )
        return quoting(replace(turn, records=()), named, session) if named else nameless
    if kind is WHO:
        return told_who(turn, question, denied=_DENIES.search(turn.reply) is not None)
    sought = turn.reply.startswith(("No drug is told as begun after it", NOTHING_DONE))
    if sought and turn.sources:
        return turn  # the sentences were looked for already
    if _DENIES.search(turn.reply):
        return _instead_of_denial(turn, question)
    if turn.intent == "ask.source":
        return turn
    if turn.intent in ("ask.passage", "ask.reason") and not turn.records:
        return _nearer(turn, question)
    return _beside(turn, question)


def _asks(heard: Heard, turn: Turn) -> bool:
    """Whether it asks for something of this case: no wish, no advice, no knowledge of medicine, no talk."""
    say = without_courtesy(heard.say)
    if heard.has("stranger") or (heard.figures and not heard.is_question) or _IDENTIFIES.search(say):
        return False
    if turn.intent not in _DECLINED:
        return True
    manner = manner_asked(heard)
    if (heard.has(*_WISHES) and not heard.is_question) or manner is Manner.JUDGED:
        return False
    return heard.is_question and (turn.intent == "unknown" or manner is not Manner.OTHER)


def _instead_of_denial(turn: Turn, question: Question) -> Turn:
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
    best = best_of(question, ranked, _LEAST_OF_ADVICE if turn.intent == "advice" and not sure else _LEAST, must)
    if best:
        return quoting(turn, best, question.session)
    if turn.intent == "advice" and question.kind is WHY and question.declined is Manner.TOLD:
        near = best_of(replace(question, kind=replace(WHY, needed=False)), ranked, _LEAST_OF_ADVICE)
        if len(near) > 1 and not NEGATED.search(question.heard.say):
            return turn
        before = question.index.before(near[0]) if near else None
        told = [*([before] if before is not None else []), *near[:1]]
        return quoting(turn, told, question.session, _NO_REASON) if told else turn
    return turn


def _nearer(turn: Turn, question: Question) -> Turn:
    """Other sentences than those that are quoted, where they come nearer to the question."""
    kind, needed = question.kind, question.needed
    told = [one for one in question.ranked if is_shown(one.passage, turn)]
    named = not (kind is not None and kind.plans) or any(needed <= one.held for one in told)
    if kind is not None and named and kind.held.search(words_of(turn.reply)):
        return turn
    wants = kind is not None and kind.needed and kind.narrated
    shown = 0.0 if wants else max((one.share for one in told), default=0.0)
    best = best_of(question, [one for one in question.ranked if one.share > shown + _NEARER], _LEAST)
    return quoting(turn, best, question.session) if best else turn


def _beside(turn: Turn, question: Question) -> Turn:
    """A sentence beside an answer from records that leaves a word of the question or its kind open."""
    shown = [one for one in question.session.records if one.id in turn.records]
    if (
        shown
        and all(isinstance(one, Lab | Bmd | Score) for one in shown)
        and (question.heard.moment is not None or any(one.named for one in question.terms))
        and question.kind is not WHY
    ):
        return turn  # a value is what is asked for
    kind = question.kind
    if not turn.records and kind is not None and kind.needed and kind.held.search(words_of(turn.reply)):
        return turn  # sentences that tell it are quoted already
    open_, wants = question.open_in(turn.reply), question.kind_left_open(turn.reply)
    wants = wants if wants is not None and wants.beside else None
    if not open_ and wants is None:
        return turn
    ranked = question.ranked
    if turn.records and wants is None:  # one word alone does not tell that a sentence is about the same
        ranked = [one for one in ranked if len(one.held) > 1]
    best = best_of(question, ranked, _LEAST_BESIDE, open_)
    if not best and turn.intent == "ask.presence" and _ASKS_AHEAD.search(question.heard.say):
        return replace(turn, reply="That is not told in any note.", sources=(), records=())
    best = [one for one in best if not is_shown(one, turn)][:_MOST_BESIDE]
    if not best:
        return turn
    told = quoted(best)
    if wants is not None and wants.plans and not WAS.search(question.heard.say):
        return quoting(replace(turn, records=()), best, question.session)  # what was is no plan
    parts = (told.text, turn.reply) if wants is not None else (turn.reply, told.text)
    return replace(turn, reply="\n".join(parts), sources=tuple(dict.fromkeys((*turn.sources, *told.sources))))
