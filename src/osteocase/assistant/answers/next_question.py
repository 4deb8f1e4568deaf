"""The one question that matters most next: what disagrees, then where month zero lies, then what CARE misses."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from osteocase.assistant.answers.overview import open_conflict
from osteocase.records import CheckKind
from osteocase.review import Session

__all__ = ["TELL_IT", "OpenQuestion", "asks_question", "next_question"]

_WHICH = "Which is right? Correct it here, or say no to leave it."
_TRUE = "If it is wrong, correct it here; or say no to leave it."
TELL_IT = "Tell it in a sentence then, or say no."
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
    conflict = open_conflict(session)
    if conflict is not None and f"check/{conflict.id}" not in asked:
        return OpenQuestion(
            f"check/{conflict.id}",
            f"{conflict.message} {_ASKED[conflict.kind]}",
            records=conflict.records,
        )
    axis = session.case.case.axis
    if session.state.notes and axis.anchor is None and axis.date is None and "axis" not in asked:
        return OpenQuestion(
            "axis",
            "I do not know where month 0 lies. Say for example: count the months from the first dose.",
        )
    for item in session.case.care:
        key = f"care/{item.item}"
        if item.state == "missing" and key not in asked:
            consent = "consent" in item.title.casefold()
            return OpenQuestion(
                key,
                f"For CARE item {item.item} ({item.title}) no note tells anything."
                + (
                    " Was written consent to publication obtained?"
                    if consent
                    else " Can you tell it? Say add …, or no."
                ),
                yes="She gave written consent to publication." if consent else None,
            )
    return None
