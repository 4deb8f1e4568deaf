"""Other patients: a number of a record or an age that the notes of this case do not hold belongs to somebody else."""

from __future__ import annotations

import re

from osteocase.review import Session

__all__ = ["as_patient", "of_other_age", "other_record"]

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


_BY_AGE = re.compile(
    r"\b(?P<lead>(?:(?:of|for|in|on|about|with|from|by|did|does|has|was|is)\s+)?(?:the|this|that|our|my))\s+"
    r"(?P<age>\d{1,3})[\s-]*(?:y/?o|yrs?[\s-]*olds?|years?[\s-]*olds?)\b"
    r"(?:\s+(?:patient|lady|woman|man|gentleman|female|male|girl|boy|child|student)\b)?",
    re.IGNORECASE,
)
"""``for the 74 yo``: who is meant, and no new age."""


def as_patient(say: str) -> str:
    """The utterance with a patient who is called by the age as the patient."""
    return _BY_AGE.sub(lambda match: f"{match['lead'].rpartition(' ')[0]} the patient".lstrip(), say)


def of_other_age(say: str, session: Session) -> bool:
    """Whether somebody is called by an age that the patient has at no time of the case."""
    first = session.case.patient.age_years
    match = _BY_AGE.search(say)
    if match is None or first is None:
        return False
    years = sorted(int(note.date[:4]) for note in session.case.notes if note.date)
    span = years[-1] - years[0] + 1 if years else 0
    return not first - span - 1 <= int(match["age"]) <= first + span + 1
