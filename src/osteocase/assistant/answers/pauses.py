"""Whether a drug was paused, missed or interrupted: no record has a field for that, so the notes are quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.passages import Passage, holds, keys_of, passages_of, quoted
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Treatment
from osteocase.review import Session

__all__ = ["asks_pause", "paused"]

_IDLE = r"(?:paused?|pausing|on\s+hold|with-?held|suspended|interrupt\w*|temporarily\s+stopped)"
_HELD = (
    r"(?:(?:was|were|is|are|been|being|got)\s+(?:\w+ly\s+)?held|held\s+(?:for|since|until|during|because|in\s+view))"
)
_BREAK = (
    r"(?:(?:drug|treatment|bisphosphonate|therapy)\s+holidays?|"
    r"(?:breaks?|interruptions?|pauses?|gaps?)\s+(?:in|from|of)\b)"
)
_ASKS = re.compile(
    rf"\b(?:{_IDLE}|{_BREAK})|\b(?:was|were|is|are|been)\s+[^?]*?\bheld\W*(?:$|at\b|for\b|ever\b|temporarily\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:{_IDLE}|{_HELD}|{_BREAK}|miss(?:ed|ing)\s+(?:(?!appointment|visit)\w+\s+){{0,3}}?(?:doses?|weeks?|months?|days?|injections?|"
    r"infusions?|tablets?|none)|(?:not|never)\s+miss\w*|not\s+given|omitted|skipped|lapsed?|restart\w*|resum(?:ed|ing|ption)|"
    r"without\s+(?:a\s+)?(?:break|pause|gap)|uninterrupted)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|none|without(?:\s+an?y?)?)\s+(?:\w+\s+){0,2}?(?:paus\w+|interrupt\w+|miss\w+|breaks?|gaps?|held|omitted|skipped)\b"
    r"|\bmissed\s+none\b|\buninterrupted\b",
    re.IGNORECASE,
)
_OVER = ("stopped", "completed", "past")


def asks_pause(heard: Heard, found: Selection) -> bool:
    """Whether it is asked if, when or for how long a drug that is named was paused."""
    if not heard.is_question or heard.has("correct", "add", "delete", "accept", "reason", "relative"):
        return False
    named = "agent" in found.arguments or found.arguments.get("list") == "treatments"
    return named and _ASKS.search(heard.say) is not None


def paused(heard: Heard, found: Selection, session: Session, _vocabulary: Vocabulary) -> Reply | None:
    """The sentences that tell a pause of it, or deny one; else that none is told, with what is told of the drug."""
    if not asks_pause(heard, found):
        return None
    drugs = [one for one in found.records if isinstance(one, Treatment) and one.subject == "patient"]
    drugs = [one for one in drugs if one.status not in ("planned", "mentioned", "declined", "contraindicated")]
    if not drugs:
        return None
    keys = [*keys_of(heard, found), *(normal_words(one.name) for one in drugs)]
    told = _told(list(dict.fromkeys(keys)), drugs, session)
    ids = tuple(one.id for one in drugs)
    if told:
        denied = all(_DENIED.search(one.text) for one in told)
        said = quoted(told, "No, in these words:" if denied else "The notes say:")
        if all(one.status in _OVER for one in drugs):
            return Reply(f"{said.text}\n{lines(drugs)}", said.sources, ids)
        return Reply(said.text, said.sources, ids)
    over = all(one.status in _OVER for one in drugs)
    head = "No pause is told in the notes, only its end:" if over else "No pause is told in the notes. What is told:"
    return of_records(f"{head}\n{lines(drugs)}", drugs)


def _told(keys: Sequence[tuple[str, ...]], drugs: Sequence[Treatment], session: Session) -> list[Passage]:
    """Sentences of a pause that name the drug, or that stand behind one that does and name no other."""
    agents = {one.agent for one in drugs}
    others = {
        normal_words(one.name)
        for one in session.case.treatments
        if one.agent not in agents and one.kind in ("drug", "supplement")
    }
    told: list[Passage] = []
    before: Passage | None = None
    for one in passages_of(session):
        follows = before is not None and before.note == one.note and any(holds(before.text, key) for key in keys)
        follows = follows and not any(holds(one.text, other) for other in others)
        if _TOLD.search(one.text) and (follows or any(holds(one.text, key) for key in keys)):
            told.append(one)
        before = one
    return told
