"""The one question that matters most next: what disagrees, then where month zero lies, then what CARE misses."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from osteocase.assistant.answers.overview import open_conflict
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Check, CheckKind
from osteocase.review import Session

__all__ = ["Asking", "OpenQuestion", "asks_question", "next_question", "question_of"]

_WHICH = "Which is right? Correct it here, or say no to leave it."
_TRUE = "If it is wrong, correct it here; or say no to leave it."
_ASKED: dict[CheckKind, str] = {
    "conflict": _WHICH,
    "arithmetic": _WHICH,
    "range": _TRUE,
    "narrative": _TRUE,
    "privacy": _TRUE,
    "missing": "Can you tell it? Say it in a sentence, or say no to leave it.",
}
"""What is asked about a check: statements that disagree want a choice, an odd one a second look, a gap the fact."""


@dataclass(frozen=True)
class OpenQuestion:
    """Something that the assistant would like to know."""

    key: str
    """Names it, so that it is not asked again once it was answered or waved away."""
    text: str
    yes: str | None = None
    """The fact that a plain yes states; null where yes alone answers nothing."""
    records: tuple[str, ...] = ()
    fresh: bool = True
    """Whether it stands in the last reply, so that a bare word answers it."""

    @property
    def after_yes(self) -> str:
        """What is said to a yes that answers nothing."""
        how = "Say which one then, or say no." if _WHICH in self.text else "Tell it in a sentence then, or say no."
        return f"{how} {self.text}"


class Asking:
    """What the assistant has asked, and what it would like to know now."""

    def __init__(self) -> None:
        self.open: OpenQuestion | None = None
        self.records: tuple[str, ...] = ()
        """What the question before was about, and what the open one is about."""
        self._asked: set[str] = set()
        self._taken: tuple[int, OpenQuestion | None] = (0, None)

    def next(self, session: Session) -> str:
        """Ask the next question."""
        return self.put(next_question(session, self._asked))

    def put(self, question: OpenQuestion | None) -> str:
        """Ask this question."""
        before = self.open.records if self.open is not None else ()
        self.open = question
        self.records = (*before, *(question.records if question is not None else ()))
        return question.text if question is not None else "I have no more questions."

    def is_of_other(self, heard: Heard) -> bool:
        """Whether a dose is told that the open question does not ask for: of which drug it is was not said."""
        return self.open is not None and "dose" in heard.words and "not tell the dose" not in self.open.text

    def leaves(self, heard: Heard, session: Session) -> Reply:
        """The open question is waved away, or what is told stays as it is."""
        self.close()
        kept = bool(heard.figures) or bool(_KEPT & set(heard.words))
        return Reply(f"{'It stays as it is told.' if kept else 'That is left open.'} {self.next(session)}")

    def close(self) -> None:
        """The open question was answered, or waved away: it is not asked again."""
        if self.open is not None:
            self._asked.add(self.open.key)

    def behind(self, text: str, session: Session) -> Reply:
        """What was told, with the next question and the words that it is about."""
        asked, question = self.next(session), self.open
        if question is None:
            return Reply(text)
        known = [one for one in session.records if one.id in question.records]
        return of_records(f"{text}\n{asked}", known)

    def goes_on(self, turn: Turn, session: Session) -> Turn:
        """The answer was taken: what it changed, and the next question; a fact beside a conflict leaves that open."""
        beside = turn.intent == "answer.yes" and self.open is not None and self.open.key.startswith("check/")
        if self.open is not None and not (beside and _is_open(self.open, session)):
            self.close()
            self._taken = (len(session.changes), self.open)
        return replace(turn, reply=f"{turn.reply}\n{self.next(session)}")

    def after(self, turn: Turn, session: Session) -> Turn:
        """The turn as it is told; where it took an answer back, its question is open again."""
        changes, question = self._taken
        if turn.intent == "undo" and question is not None and len(session.changes) < changes:
            self._taken = (0, None)
            self._asked.discard(question.key)
            turn = replace(turn, reply=f"{turn.reply}\n{self.put(question)}")
        if turn.intent == "ask.conflict":
            alone = [check for check in session.case.checks if f"! {check.message}" in turn.reply]
            if len(alone) == 1:
                self.put(question_of(alone[0]))
                return replace(turn, reply=f"{turn.reply}\n{_asked(alone[0])}")
        if self.open is not None and turn.changes and not _is_open(self.open, session):
            return self.goes_on(turn, session)
        if self.open is not None and self.open.fresh and turn.intent == "unknown" and _may_be_answer(turn.say):
            turn = replace(turn, reply=f"{turn.reply}\nStill open: {self.open.text}")
        if self.open is not None:
            self.open = replace(self.open, fresh=self.open.text in turn.reply)
        return turn


_KEPT = frozenset(("stated", "right", "correct", "first", "former"))
_LONGEST_ANSWER = 3


def _may_be_answer(say: str) -> bool:
    """Whether it is so short that it may have been meant as the answer to what was asked."""
    return len(say.split()) <= _LONGEST_ANSWER and not say.rstrip().endswith("?")


def _is_open(question: OpenQuestion, session: Session) -> bool:
    """Whether what was asked is still to be known."""
    kind, _, name = question.key.partition("/")
    if kind == "check":
        return any(one.id == name and one.accepted is None for one in session.case.checks)
    if kind == "care":
        return any(one.item == name and one.state == "missing" for one in session.case.care)
    return session.case.case.axis.anchor is None


def asks_question(say: str) -> bool:
    """``what was the question?``, ``why do you ask?``: the question is to be told again."""
    return _AGAIN.fullmatch(say.strip()) is not None


_AGAIN = re.compile(
    r"(?:(?:sorry|pardon|and|so|ok|okay|please|hm+|can you|could you)[\s,]+)*(?:"
    r"(?:repeat|tell me|say|ask)(?:\s+(?:me\s+)?(?:the|that|your))?(?:\s+(?:last|open))?\s+question(?:\s+again)?|"
    r"ask (?:me )?again|what(?:['’]s| is| was) (?:the|your|that)(?:\s+(?:last|open))? question(?:\s+again)?|"
    r"what did you (?:ask|want to know)(?: me)?|"
    r"what do you (?:mean(?: by that)?|want to (?:know|ask)(?: me)?)|what else do you (?:want|need) to know|"
    r"why (?:do|did) you (?:ask|want to know)(?: that)?|i (?:do not|don['’]?t) understand (?:the|your|that) question|"
    r"(?:any|your|the) (?:open |more )?questions?(?:\s+for me)?)\W*",
    re.IGNORECASE,
)


def next_question(session: Session, asked: Container[str]) -> OpenQuestion | None:
    """The next question that was not asked yet, or null when there is none."""
    left = [check for check in session.case.checks if f"check/{check.id}" in asked]
    known = {(one.rule, one.stated, one.computed) for one in left if one.stated and one.computed}
    passed = [one.id for one in session.case.checks if one in left or (one.rule, one.stated, one.computed) in known]
    conflict = open_conflict(session, passed)
    if conflict is not None:
        return question_of(conflict)
    axis = session.case.case.axis
    if session.state.notes and axis.anchor is None and axis.date is None and "axis" not in asked:
        return OpenQuestion(
            "axis",
            "I do not know where month 0 lies. Say for example: count the months from the first dose.",
        )
    gap = open_conflict(session, passed, gaps=True)
    if gap is not None:
        return question_of(gap)
    for item in session.case.care:
        key = f"care/{item.item}"
        if item.state == "missing" and key not in asked and not item.item.startswith(_ABSTRACT):
            consent = "consent" in item.title.casefold()
            return OpenQuestion(
                key,
                f"For CARE item {item.item} ({item.title}) no note tells anything."
                + (
                    " Was written consent to publication obtained?"
                    if consent
                    else " Can you tell it? Say it in a sentence, or say no to leave it."
                ),
                yes="She gave written consent to publication." if consent else None,
            )
    return None


_ABSTRACT = "3"
"""Items of the abstract, which repeats what other items hold: those are asked for."""


def question_of(check: Check) -> OpenQuestion:
    """What is asked about a check."""
    return OpenQuestion(f"check/{check.id}", f"{check.message} {_asked(check)}", records=check.records)


def _asked(check: Check) -> str:
    """Which is right, where two things are told; else whether it is right."""
    alone = check.stated is not None and check.computed is None and " / " not in check.stated
    return _TRUE if check.kind == "conflict" and alone else _ASKED[check.kind]
