"""Which of two days, or of two sides, is right, in answer to the assistant's question: by itself or by its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.answers.next_question import OpenQuestion
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Check, Time
from osteocase.review import Edit, Session

__all__ = ["settled_day", "settled_side"]

_LONGEST = 14
_WRONG = frozenset(("wrong", "incorrect", "false", "mistake", "typo", "error"))
_PLACE = re.compile(
    r"\W*(?:(?:ok|no|yes|well|take|use|keep|i think|it is|it['’]s)\W+)*the\s+"
    r"(?P<place>first|1st|former|second|2nd|latter|last)"
    r"(?:\s+(?:one|day|date|side))?(?:\s+(?:is|was)\s+(?:right|correct|true))?\W*",
    re.IGNORECASE,
)


def _check_asked(heard: Heard, question: OpenQuestion | None, session: Session) -> Check | None:
    """The conflict that was asked about, where this may be the answer to it."""
    if question is None or not question.fresh or heard.is_question or len(heard.words) > _LONGEST:
        return None
    if heard.has("add", "delete", "defer", "patient_field") or heard.starts_with("accept"):
        return None
    return next((one for one in session.case.checks if f"check/{one.id}" == question.key), None)


def settled_day(heard: Heard, question: OpenQuestion | None, session: Session) -> tuple[Edit, ...]:
    """``4 March 2022 is right``, ``the first one``: which of two days is that of what was asked about."""
    check = _check_asked(heard, question, session)
    days = _DAY.findall(f"{check.stated} {check.computed}") if check is not None else []
    if check is None or len(days) != len(("one", "other")) or days[0] == days[1]:
        return ()
    right = _right_of(heard, check, days, heard.dates)
    if right is None:
        return ()
    known = {record.id: record for record in session.records}
    edits: list[Edit] = []
    for record in (known[one] for one in check.records if one in known):
        told = {name: getattr(record, name, None) for name in ("start", "stop", "time")}
        fields = {
            name: Time(text=right, kind="date", date=right)
            for name, time in told.items()
            if isinstance(time, Time) and time.date in days
        }
        edits += [Edit(record=record.id, fields=fields)] if fields else []
    return tuple(edits)


def settled_side(heard: Heard, question: OpenQuestion | None, session: Session) -> tuple[Edit, ...]:
    """``the left one is right``, ``it was the right wrist``: which of two sides is that of what was asked about."""
    check = _check_asked(heard, question, session)
    sides = (check.stated or "").split(" / ") if check is not None else []
    if check is None or set(sides) != {"left", "right"} or heard.levels or heard.figures:
        return ()
    said = [one[0].casefold() for one in _SIDE_SAID.finditer(heard.say)]
    right = _right_of(heard, check, sides, said)
    known = {record.id: record for record in session.records}
    wrong = [one for one in check.records if one in known and getattr(known[one], "side", None) in {*sides} - {right}]
    return tuple(Edit(record=one, fields={"side": right}) for one in wrong) if right is not None else ()


def _right_of(heard: Heard, check: Check, ways: Sequence[str], said: Sequence[str]) -> str | None:
    """Which of two tellings is meant, by itself or by its place in the question; null where it is not clear."""
    hit = [one for one in ways if any(one.startswith(word) for word in said)]
    wrong = bool(_WRONG & set(heard.words)) or _NOT_SAID.search(heard.say) is not None
    if len(hit) == 1:
        others = [one for one in ways if one != hit[0]]
        return others[0] if wrong else hit[0]
    if len(hit) > 1 and len(said) > 1 and re.search(r"\bnot\b", heard.say, re.IGNORECASE):
        return next(one for one in ways if one.startswith(said[0]))  # ``the left, not the right``
    place = _PLACE.fullmatch(heard.say)
    at = [check.message.casefold().find(one) for one in ways]
    if hit or place is None or -1 in at:
        return None
    first = place["place"].lower() in ("first", "former", "1st")
    return ways[0] if first == (at[0] < at[1]) else ways[1]


_DAY = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
_SIDE_SAID = re.compile(r"\bleft\b|(?<!is )(?<!was )(?<!are )(?<!['’]s )\bright\b", re.IGNORECASE)
_NOT_SAID = re.compile(
    r"^\W*(?:(?:no|it|that)\W+)*(?:(?:is|was)\s+)?not\b|\b(?:is|was)(?:\s+not|n['’]t)\s+(?:right|correct|true)\b",
    re.IGNORECASE,
)
