"""The places of the notes that an answer rests on, in a few lines for those who see no note beside it."""

from __future__ import annotations

from osteocase.assistant.subjects.passages import sentence_of
from osteocase.assistant.subjects.turn import Turn
from osteocase.records import Source
from osteocase.review import AUTHOR_NOTE, Session

__all__ = ["places_told"]

_FEW = 3
"""Words up to which a place is told with its sentence: ``T9`` alone says nothing."""
_LONGEST = 100
"""Characters of one place."""
_MOST = 4
"""Places told of one note."""


def places_told(turn: Turn, session: Session) -> str:
    """``Source: note 2021-03-16-laboratory: “Intact PTH 94.2 H pg/mL 10 - 65”``, one line a note; empty where none.

    A place whose words the answer quotes already is left out, and so are those of records that were just changed.
    """
    if turn.changes:
        return ""
    by_note: dict[str, list[str]] = {}
    for place in turn.sources:
        words = _words(place, session)
        if f"note {place.note}" in turn.reply and _plain(place.text) in _plain(turn.reply):
            continue
        told = by_note.setdefault(place.note, [])
        if words not in told:
            told.append(words)
    rows = []
    for note, told in by_note.items():
        where = "stated by you" if note == AUTHOR_NOTE else f"note {note}"
        left = len(told) - _MOST
        shown = [*told[: _MOST - 1], told[-1]] if left > 0 else told
        more = f"; and {left} more" if left > 0 else ""
        rows.append(f"  Source: {where}: " + "; ".join(f"“{one}”" for one in shown) + more)
    return "\n".join(rows)


def _words(place: Source, session: Session) -> str:
    own = _plain(place.text)
    if len(own.split()) > _FEW:
        return own if len(own) <= _LONGEST else f"{own[: _LONGEST - 2].rstrip()} …"
    text = _plain(sentence_of(place, session))
    if len(text) <= _LONGEST:
        return text
    at = max(0, text.find(own) + len(own) // 2 - _LONGEST // 2)
    begin = text.rfind(" ", 0, at) + 1 if at else 0
    shown = text[begin : begin + _LONGEST]
    end = shown if begin + _LONGEST >= len(text) else f"{shown.rsplit(' ', 1)[0]} …"
    return f"{'… ' if begin else ''}{end}"


def _plain(text: str) -> str:
    return " ".join(text.split())
