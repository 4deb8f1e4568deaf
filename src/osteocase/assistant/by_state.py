"""Lists of records by what was decided on them: ``what have I rejected?``, ``everything I have accepted``."""

from __future__ import annotations

import re

from osteocase.assistant.hearing import Heard
from osteocase.assistant.reply import Reply, lines, of_records
from osteocase.records import Record
from osteocase.review import Session

__all__ = ["by_state", "is_by_state"]

_DECIDED = r"accepted|approved|confirmed|rejected|deleted|removed|discarded|corrected|edited|changed|deferred|put off"
_BY_STATE = re.compile(
    rf"\b(?:(?:i|we)(?:['’]ve|\s+have|\s+had)?\s+(?:already\s+)?(?P<active>{_DECIDED})"
    rf"|(?:what|which|anything|everything|all|those|records?)\b.{{0,24}}?\b(?:is|are|was|were|been|has been|have been)"
    rf"\s+(?:already\s+)?(?P<passive>{_DECIDED})"
    rf"|(?:did|have|has)\s+(?:i|we|anyone)\s+(?:already\s+)?(?P<asked>accept(?:ed)?|reject(?:ed)?|delete[d]?|"
    rf"correct(?:ed)?|edit(?:ed)?|defer(?:red)?|remove[d]?|confirm(?:ed)?|put off)"
    rf"|(?:list|show|see|view)(?:\s+me)?(?:\s+(?:all|the))*\s+(?P<listed>{_DECIDED})(?:\s+(?:records?|ones|items|values))?\s*[.?]?$)",
    re.IGNORECASE,
)
_STATES = (
    ("accept", "accepted"), ("approv", "accepted"), ("confirm", "accepted"), ("reject", "rejected"),
    ("delet", "rejected"), ("remov", "rejected"), ("discard", "rejected"), ("correct", "edited"), ("edit", "edited"),
    ("chang", "edited"), ("defer", "deferred"), ("put off", "deferred"),
)  # fmt: skip
_NAMES = {"accepted": "accepted", "rejected": "rejected", "edited": "corrected", "deferred": "put off"}
_ORDERS = re.compile(r"^\W*(?:please\s+)?(?:undo|redo|restore|take|delete|reject|accept|revert|bring)\b", re.IGNORECASE)


def is_by_state(heard: Heard) -> bool:
    """Whether it asks what was decided on so far."""
    return _state(heard) is not None


def by_state(heard: Heard, session: Session) -> Reply | None:
    """The records that were decided on in the way that is asked for; null where nothing of that kind is asked."""
    state = _state(heard)
    if state is None:
        return None
    records: list[Record] = [one for one in session.records if _has(one, state, session)]
    name = _NAMES[state]
    asked = heard.first in ("did", "have", "has", "any", "is", "are", "was")
    if not records:
        return Reply(f"{'No: ' if asked else ''}0 records were {name} so far.")
    return of_records(f"{'Yes: ' if asked else ''}{len(records)} {name}:\n{lines(records)}", records)


def _has(record: Record, state: str, session: Session) -> bool:
    if state == "deferred":
        decision = session.state.decisions.get(record.id)
        return decision is not None and decision.deferred
    return record.review == state


def _state(heard: Heard) -> str | None:
    match = _BY_STATE.search(heard.say)
    if (
        match is None
        or _ORDERS.match(heard.say)
        or heard.figures
        or heard.first == "how"
        or heard.has("undo", "count", "source")
    ):
        return None
    said = next(text for text in match.groups() if text).casefold()
    return next((state for stem, state in _STATES if said.startswith(stem)), None)
