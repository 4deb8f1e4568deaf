"""Other patients: a number of a record that the notes of this case do not hold belongs to somebody else."""

from __future__ import annotations

import re

from osteocase.review import Session

__all__ = ["other_record"]

_NUMBER = re.compile(
    r"\b(?:records?|charts?|files?|case|folder|patients?|dossier|mrn|hospital (?:number|no)|pid|study id)\b"
    r"\W+(?:(?:of|for|no|nr|number|the|with|id|patient|case|called|is)\W+){0,4}"
    r"(?P<number>[A-Z]{1,5}[-/ ]?\d{3,}|\d{5,})(?![\w./-])"
)


def other_record(say: str, session: Session) -> str | None:
    """The number of a record, as typed, that stands in no note of the case."""
    match = _NUMBER.search(say)
    if match is None:
        return None
    plain = _plain(match["number"])
    known = [session.state.case_id, session.state.title or "", *(note.text for note in session.state.notes.values())]
    return None if any(plain in _plain(text) for text in known) else match["number"]


def _plain(text: str) -> str:
    return re.sub(r"[-/ ]", "", text).casefold()
