"""The state of a record by mark, word and colour, so that none of the three alone has to tell it."""

from __future__ import annotations

from dataclasses import dataclass

from osteocase.records import Record
from osteocase.review import ListName, Session
from osteocase.review.queue import conflicting

__all__ = ["Mark", "hue", "mark_of"]


@dataclass(frozen=True)
class Mark:
    """How a state looks."""

    sign: str
    word: str
    colour: str
    """Name of a theme variable."""


_UNREVIEWED = Mark("·", "not reviewed", "text-muted")
_MARKS = {
    "unreviewed": _UNREVIEWED,
    "accepted": Mark("✓", "accepted", "text-success"),
    "edited": Mark("✎", "corrected", "text-accent"),
    "rejected": Mark("✗", "rejected", "text-error"),
}
_DEFERRED = Mark("…", "decide later", "text-muted")
_ADDED = Mark("+", "added by the author", "text-accent")
_CONFLICT = Mark("!", "in doubt, not reviewed", "text-warning")

_ON_DARK: dict[ListName, str] = {
    "labs": "#82aaff", "bmd": "#5ec4b6", "fractures": "#ff8b98", "treatments": "#a5d46a", "scores": "#c3a6ff",
    "findings": "#e8b86d", "events": "#9aa7c7",
}  # fmt: skip
_ON_LIGHT: dict[ListName, str] = {
    "labs": "#1f4fb4", "bmd": "#0b6b60", "fractures": "#b3172f", "treatments": "#3d6b08", "scores": "#6a35b8",
    "findings": "#8a5300", "events": "#4a5672",
}  # fmt: skip


def hue(name: ListName, *, dark: bool) -> str:
    """The colour of one kind of record on a dark or a light ground; in the note it always comes with an underline."""
    return (_ON_DARK if dark else _ON_LIGHT)[name]


def mark_of(record: Record, session: Session, doubtful: frozenset[str] | None = None) -> Mark:
    """The mark of a record; ``doubtful`` saves looking the conflicts up again for every row."""
    if record.review == "unreviewed":
        if session.decision(record.id).deferred:
            return _DEFERRED
        in_doubt = conflicting(session.case) if doubtful is None else doubtful
        return _CONFLICT if record.id in in_doubt else _UNREVIEWED
    if record.rule == "author" and record.review == "accepted":
        return _ADDED
    return _MARKS[record.review]
