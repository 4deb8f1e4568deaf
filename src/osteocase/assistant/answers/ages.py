"""How old the patient was when something happened: as a note tells it, or from the age of another note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from math import floor

from osteocase.assistant.answers.absence import of_patient
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import date_of, dated, time_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Event, Finding, Fracture, Record, Treatment
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["age_at", "age_then"]

_DAYS_A_YEAR = 365.25
_SAME_TIME = 60
"""Days within which the age that a note tells is the age at the event."""
_ENDS = frozenset(("stop", "stopped", "end", "ended", "finished", "finish", "discontinued", "off", "completed"))
_KINDS: tuple[type[Record], ...] = (Fracture, Treatment, Event, Finding)
"""Of several kinds of records that share a name, what has happened at an age."""


def age_at(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """The age at what is named; null where no age is asked for, or that of somebody else."""
    if "age_years" not in heard.values("patient_field") or not found.records:
        return None
    whose = [one for one in found.records if not of_patient(one)]
    if heard.has("relative") or "subject" in found.arguments:
        return of_records("\n".join(word(one).sentence() for one in whose), whose) if whose else None
    happened = _happened([one for one in found.records if of_patient(one)])
    told: list[str] = []
    used: list[Record] = []
    for record in happened:
        time = time_of(record)
        if isinstance(record, Treatment):  # the age at its end is not that at its beginning
            time = record.stop if _ENDS & set(heard.words) else record.start
        day = date_of(time, record, session) or dated(time.months if time is not None else None, session, 7)
        age = _age(day, session) if day is not None else None
        if age is not None:
            told.append(f"{word(record).what} ({day}): {age}")
            used.append(record)
    if not told and happened and all(read.patient.age_years is None for read in session.state.read.values()):
        return of_records(f"How old is not told in any note. Told is:\n{lines(happened)}", happened)
    if not told:
        return None
    return of_records("\n".join(dict.fromkeys(told)), used)


def age_then(heard: Heard, session: Session) -> Reply | None:
    """``how old is she now?``: the age of another note than the first; null where no time is told."""
    if "age_years" not in heard.values("patient_field") or heard.has("relative", "source"):
        return None
    dates = sorted(note.date for note in session.case.notes if note.date and len(note.date) == len("2024-03-05"))
    times = heard.values("time")
    day = heard.date or dated(heard.months, session, 7)
    if day is None and dates and times[:1] in (("last",), ("first",), ("baseline",)):
        day = dates[-1 if times[0] == "last" else 0]
    age = _age(day, session) if day is not None else None
    places = tuple(place for name, place in session.case.patient.sources.items() if name == "age_years")
    return Reply(f"Age ({day}): {age}", places) if age is not None else None


def _happened(records: Sequence[Record]) -> list[Record]:
    for kind in _KINDS:
        there = [
            one
            for one in records
            if isinstance(one, kind) and time_of(one) is not None and getattr(one, "status", "present") != "absent"
        ]
        if there:
            return there
    return []


def _age(day: str, session: Session) -> str | None:
    """The age on a day, from the note that tells one nearest to it."""
    when, exact = _day(day), len(day) == len("2024-03-05")
    told = [
        (abs((_day(note.date) - when).days), read.patient.age_years, note.date)
        for note in session.case.notes
        if note.date and len(note.date) == len("2024-03-05") and (read := session.state.read.get(note.id)) is not None
        and read.patient.age_years is not None
    ]  # fmt: skip
    if not told:
        return None
    days, age, on = min(told, key=lambda one: one[0])
    if days <= _SAME_TIME:
        return f"{age} years (told on {on})"
    years = (when - _day(on)).days / _DAYS_A_YEAR
    spread = 0.0 if exact else (1 / 12 if len(day) == len("2024-03") else 1.0)
    youngest, oldest = floor(float(age) + years), floor(float(age) + 0.997 + years + spread)
    shown = f"{youngest}" if youngest == oldest else f"{youngest} to {oldest}"
    return f"{shown} years (computed: {age} on {on})"


def _day(text: str) -> Date:
    return Date.fromisoformat((text + "-01-01")[: len("2024-03-05")] if len(text) < len("2024-03-05") else text)
