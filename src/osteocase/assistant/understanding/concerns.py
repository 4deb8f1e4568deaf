"""The answer to the question for the patient's main concerns: ``mainly back pain``, ``she was afraid of falling``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from osteocase.assistant.answers.next_question import OpenQuestion
from osteocase.assistant.understanding.tabs import Tab
from osteocase.assistant.understanding.understood import Understood
from osteocase.assistant.words.hearing import Heard
from osteocase.records import NoteRecord, RecordLists
from osteocase.review import Session

__all__ = ["of_concern"]


def of_concern(
    heard: Heard, question: OpenQuestion | None, session: Session, read_words: Callable[[str], NoteRecord]
) -> Understood | None:
    """What is told of the concerns: a symptom to be added, or that none was read; null where it is no such answer."""
    if question is None or not _may_tell(heard, question):
        return None
    told = read_words(heard.say)
    known = {one.concept for one in session.case.findings if one.status == "present"}
    read = _only_symptoms(told, known)
    if read is not None:
        return Understood(heard, "answer.yes", heard.say, read)
    of_time = heard.has("time") or heard.months is not None or heard.date is not None or heard.words[:1] == ("i",)
    if told.findings or of_time or not _TELLS_CONCERN.search(heard.say):
        return None
    return Understood(heard, "talk", shows=Tab(None, text=f"{_NO_SYMPTOM} {question.text}"))


def _may_tell(heard: Heard, question: OpenQuestion | None) -> bool:
    """Whether it may answer what the main concerns were: ``mainly back pain``, ``she was afraid of falling``."""
    if question is None or question.key != "care/5b" or not question.fresh or heard.is_question or heard.figures:
        return False
    if heard.has(*_OF_ORDERS) or heard.has("ask", "when", "list", "trend") or heard.starts_with("relative"):
        return False
    return len(heard.words) > 1 or not heard.has("no", "yes")


_OF_ORDERS = (
    "add", "delete", "accept", "defer", "undo", "redo", "report", "export", "help", "next", "correct", "leave", "title",
)  # fmt: skip


_NO_SYMPTOM = "I read no symptom in that which a record could hold, so nothing was added; say it in other words."
_TELLS_CONCERN = re.compile(
    r"\b(?:main(?:ly)?|concern\w*|complain\w*|worr(?:y|ied|ies)|afraid|fear\w*|anxious|scared|"
    r"came (?:because|for|with)|presenting|troubled|bothered|difficult\w*|unable)\b",
    re.IGNORECASE,
)


def _only_symptoms(read: NoteRecord, known: Collection[str]) -> NoteRecord | None:
    """What was read of the patient's complaints alone; null where there is none that is not recorded."""
    told = tuple(
        one
        for one in read.findings
        if one.kind == "symptom" and one.status == "present" and one.subject == "patient" and one.concept not in known
    )
    bare: dict[str, object] = dict.fromkeys(RecordLists.model_fields, ())
    return read.model_copy(update={**bare, "findings": told}) if told else None
