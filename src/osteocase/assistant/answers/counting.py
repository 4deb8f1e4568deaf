"""How many: records, drugs, doses, notes and examinations, each of the patient."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.answers.absence import asked_for, close_to, nothing
from osteocase.assistant.answers.out_of_range import abnormal
from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.answers.ranges import lacks_range, reference_range
from osteocase.assistant.answers.standing import current_treatments
from osteocase.assistant.answers.times_told import blood_days, examinations
from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Finding, Fracture, Lab, Record, Treatment
from osteocase.review import Session

__all__ = ["DOSES", "MEDICINES", "count"]

_OFTEN = re.compile(r"\bhow\s+(?:often|many\s+times)\b", re.IGNORECASE)
_SCANS = frozenset(
    ("scan", "scans", "scanned", "often", "times", "dxa", "dxas", "dexa", "densitometry", "examinations")
)
DOSES = frozenset(("dose", "doses", "injection", "injections", "infusion", "infusions", "shots", "jabs", "times"))
MEDICINES = frozenset(("drug", "drugs", "medicine", "medicines", "medication", "medications", "meds", "pills"))


def count(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """How many, of the patient and not excluded."""
    if "notes" in heard.values("record_kind"):
        return _notes_of(heard, session)
    bare = reference_range(heard, found, session, vocabulary) if lacks_range(heard) else None
    if bare is not None:
        return bare
    there = [
        one
        for one in found.records
        if getattr(one, "subject", "patient") == "patient" and getattr(one, "status", "present") != "absent"
    ]
    if re.search(r"\bvertebra|\bspin(?:e|al)\b", heard.say, re.IGNORECASE) and "sacrum" not in heard.words:
        there = [one for one in there if not isinstance(one, Fracture) or one.bone == "vertebra"]
    if heard.has("abnormal", "high", "low") and there and all(isinstance(one, Lab) for one in there):
        return abnormal(heard, found, session, vocabulary, focus)
    if (
        "often" in heard.words
        and there
        and all(isinstance(one, Treatment) for one in there)
        and not DOSES & set(heard.words)
    ):
        return of_records(lines(there), there)
    if found.arguments.get("list") == "treatments" and MEDICINES & set(heard.words):
        return _drugs(there, heard, session)
    if found.arguments.get("list") == "labs" and _OFTEN.search(heard.say):
        return blood_days(there, session)
    there = _falls_once(there)
    if there and all(isinstance(one, Bmd) for one in there) and _SCANS & set(heard.words):
        return examinations(there, session)
    if all(isinstance(one, Finding) and one.detail for one in there) and there:
        return of_records(lines(there), there)  # how many pack-years
    dosed = [one for one in there if isinstance(one, Treatment)]
    if dosed == there and there and DOSES & set(heard.words) and found.arguments.keys() & {"agent", "list"}:
        most = {one.agent: one for one in sorted(dosed, key=lambda one: one.doses_given or 0) if one.doses_given}
        told = [f"{one.name}: {one.doses_given} doses" for one in most.values()]
        drugs: list[Record] = [one for one in dosed if one.kind in ("drug", "supplement")]
        return of_records("\n".join(told) or f"How many is not told for {asked_for(found)}:\n{lines(drugs)}", drugs)
    number = sum(one.count or 1 if isinstance(one, Fracture) else 1 for one in there)
    if (not there and "subject" in found.arguments) or heard.has("relative"):
        return nothing(heard, found, session, vocabulary) if not there else of_records(lines(there), there)
    if not there:
        return Reply(f"None: no {asked_for(found)} is recorded as present.")
    return of_records(f"{number}:\n{lines(there)}", there)


def _notes_of(heard: Heard, session: Session) -> Reply:
    """The notes, or those of the time that is asked for."""
    names = list(session.state.notes)
    whole = f"{len(names)} note{'' if len(names) == 1 else 's'}: {', '.join(names)}."
    moment = heard.moment if heard.moment is not None and heard.moment.until is not None else None
    if heard.date is None and moment is None:
        return Reply(whole)
    days = {note.id: note.date or "" for note in session.case.notes}
    there = [name for name, day in days.items() if heard.date is not None and day.startswith(heard.date)]
    if moment is not None and moment.until is not None:
        places = {name: months_of_day(day, session) for name, day in days.items() if day}
        there = [name for name, at in places.items() if at is not None and moment.months <= at <= moment.until]
    if there:
        return Reply(f"{'Yes, ' if is_polar(heard) else ''}{len(there)} of that time: {', '.join(there)}.")
    return Reply(f"No note is of that time. There are {whole}")


def _drugs(there: Sequence[Record], heard: Heard, session: Session) -> Reply:
    """How many drugs: those taken now, or those ever given."""
    drugs = [one for one in there if isinstance(one, Treatment) and one.kind in ("drug", "supplement")]
    if {"on", "taking", "takes", "take", "now", "currently", "current"} & set(heard.words):
        reply = current_treatments(drugs, session)
        return Reply(f"{len(reply.records)}:\n{reply.text}", reply.sources, reply.records)
    given = [one for one in drugs if one.status in ("started", "ongoing", "completed", "stopped", "past")]
    first = list({one.agent: one for one in reversed(given)}.values())[::-1]
    return of_records(f"{len(first)}:\n{lines(first)}", first)


def _falls_once(there: Sequence[Record]) -> list[Record]:
    """A fall that is told as an event and as a finding is one fall."""
    if not all(getattr(one, "concept", getattr(one, "kind", "")) in ("falls", "fall") for one in there):
        return list(there)
    kept: dict[Decimal, Record] = {}
    for one in there:
        months = months_of(one)
        if months is not None and not any(close_to(months, at) for at in kept):
            kept[months] = one
    return list(kept.values()) or list(there)
