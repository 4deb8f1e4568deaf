"""Which of two tellings of one thing is right, in answer to the assistant's question: by value, place or note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.assistant.answers.next_question import OpenQuestion
from osteocase.assistant.changes.two_ways import settled_day, settled_side
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.lexicon.normal import normal_words
from osteocase.records import Check, Record
from osteocase.review import Edit, EditPatient, Session

__all__ = ["preferred", "tellings_of"]

_FIELDS = (
    "value",
    "bmd_g_cm2",
    "t_score",
    "z_score",
    "yam_percent",
    "change_percent",
    "tbs",
    "dose",
    "subject_age_years",
    "status",
)
"""What two tellings of one thing may tell differently."""
_PATIENT = "patient/"
_LONGEST = 14
_FEW = 4
"""Words of an answer that names a note alone: ``the DXA report``."""
_WRONG = frozenset(
    ("wrong", "incorrect", "false", "mistake", "mistaken", "typo", "error", "misprint", "slip", "misread")
)
_RIGHT = frozenset(
    ("right", "correct", "true", "trust", "believe", "take", "use", "keep", "go", "yes", "stands", "should", "is", "it",
     "counts", "prefer")
)  # fmt: skip
_DECIDES = frozenset(
    (
        "accept",
        "confirm",
        "approve",
        "delete",
        "remove",
        "drop",
        "reject",
        "discard",
        "undo",
        "revert",
        "restore",
        "defer",
    )
)
"""Orders, which stand for themselves."""
_CALLED = {
    "letter": ("letter",),
    "densitometry": ("dxa", "dexa", "scan", "printout", "densitometry", "densitometer", "print"),
    "laboratory": ("lab", "labs", "laboratory", "printout", "print"),
    "radiology": ("radiology", "radiograph", "imaging"),
    "discharge": ("discharge", "summary"),
}
"""Kinds of notes, and what people call them."""
_OF_NOTE = frozenset(("note", "letter", "report", "summary", "visit", "clinic", "sheet", "printout"))
_PLACES = re.compile(r"\b(?P<place>first|1st|former|second|2nd|latter|last)\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|none|both\s+(?:are\s+)?wrong)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Telling:
    """One of the tellings that disagree."""

    record: str
    note: str
    values: dict[str, object]


def preferred(
    heard: Heard, found: Selection, question: OpenQuestion | None, session: Session
) -> tuple[Edit | EditPatient, ...]:
    """The changes by which every telling says what the right one says; none where it is no such answer.

    ``-3.4, the letter was wrong``, ``the second one``, ``trust the printout``, ``neither, it was 12.5``.
    """
    if told := settled_day(heard, question, session) or settled_side(heard, question, session):
        return told
    check = next((one for one in session.case.checks if question and f"check/{one.id}" == question.key), None)
    if question is None or check is None or heard.is_question or len(heard.words) > _LONGEST:
        return ()
    says_so = bool((_RIGHT | _WRONG) & set(heard.words)) or _NEITHER.search(heard.say) is not None
    if heard.has("add", "undo") or _DECIDES & set(heard.words) or not (says_so or question.fresh):
        return ()
    if found.named and found.records and not {one.id for one in found.records} & set(check.records):
        return ()  # of something else
    tellings = tellings_of(check, session)
    if len(tellings) < 2:
        return ()
    third = _third(heard, tellings)
    if third is not None:
        return _as_told(tellings, third, heard.say)
    ways = [way(heard, tellings, session) for way in (_by_number, _by_place, _by_note)]
    chosen = [one for one in ways if one is not None]
    if not chosen or any(one != chosen[0] for one in chosen):
        return ()
    return _as_told(tellings, chosen[0].values, heard.say)


def tellings_of(check: Check, session: Session) -> tuple[Telling, ...]:
    """The tellings of one thing at one time that a check found to disagree; none where it is of another kind."""
    if check.kind != "conflict" or check.computed is not None or " / " not in (check.stated or ""):
        return ()
    if check.records and check.records[0].startswith(_PATIENT):
        field = check.records[0].removeprefix(_PATIENT)
        told = [(read.note.id, getattr(read.patient, field, None)) for read in session.state.read.values()]
        known = {f"{value}": note for note, value in reversed(told) if value is not None}
        values = {f"{value}": value for _note, value in told}
        parts = [part for part in (check.stated or "").split(" / ") if part in known]
        return tuple(Telling(check.records[0], known[part], {field: values[part]}) for part in parts)
    known_records = {record.id: record for record in session.records}
    records = [known_records[one] for one in check.records if one in known_records]
    if len({(type(one), getattr(one, "unit", None), getattr(one, "dose_unit", None)) for one in records}) != 1:
        return ()  # two numbers in two units
    differing = [name for name in _FIELDS if _differ(name, records)]
    return (
        tuple(Telling(one.id, one.source.note, {name: getattr(one, name) for name in differing}) for one in records)
        if differing
        else ()
    )


def _differ(name: str, records: Sequence[Record]) -> bool:
    told = [getattr(one, name, None) for one in records]
    return None not in told and len(set(told)) > 1


def _third(heard: Heard, tellings: Sequence[Telling]) -> dict[str, object] | None:
    """``neither, it was 12.5``: another number, where one number is told differently."""
    said = [figure.value for figure in heard.figures if not figure.negated]
    if not _NEITHER.search(heard.say) or len(said) != 1 or len(tellings[0].values) != 1:
        return None
    name, value = next(iter(tellings[0].values.items()))
    known = [one.values[name] for one in tellings]
    if not isinstance(value, Decimal) or said[0] in known:
        return None
    below = all(isinstance(one, Decimal) and one < 0 for one in known)
    return {name: -said[0] if below and said[0] > 0 else said[0]}


def _by_number(heard: Heard, tellings: Sequence[Telling], _session: Session) -> Telling | None:
    """The one whose number is said to be right, or of two the other one where a number is said to be wrong."""
    wrong = bool(_WRONG & set(heard.words)) and not _by_words(heard)
    said = [figure.value for figure in heard.figures if not figure.negated]
    denied = [figure.value for figure in heard.figures if figure.negated]
    if len(said) == 1 and wrong and not _RIGHT & (set(heard.words) - {"is", "it"}):
        said, denied = [], said
    meant = [one for one in tellings if any(_holds(one, number) for number in said)]
    if said:
        strange = [number for number in said if not any(_holds(one, number) for one in tellings)]
        return meant[0] if len(meant) == 1 and not strange else None
    left = [one for one in tellings if not any(_holds(one, number) for number in denied)]
    return left[0] if denied and len(left) == 1 else None


def _holds(telling: Telling, number: Decimal) -> bool:
    """A T-score is often said without its sign."""
    return any(isinstance(value, Decimal) and abs(value) == abs(number) for value in telling.values.values())


def _by_words(heard: Heard) -> bool:
    """``the letter was wrong``: it is a note that is called wrong, beside the number that is right."""
    words = {word for kind in _CALLED.values() for word in kind} | {"note", "report", "other"}
    return bool(words & set(heard.words))


def _by_place(heard: Heard, tellings: Sequence[Telling], _session: Session) -> Telling | None:
    places = _PLACES.findall(heard.say)
    if len(places) != 1 or heard.figures or len(tellings) != 2:
        return None
    if not (len(heard.words) <= _FEW or (_RIGHT | _WRONG) & set(heard.words)):
        return None
    first = places[0].lower() in ("first", "1st", "former")
    return tellings[0 if first != bool(_WRONG & set(heard.words)) else 1]


def _by_note(heard: Heard, tellings: Sequence[Telling], session: Session) -> Telling | None:
    """By a word of the note's name or kind that is not that of the other one."""
    names = [_names(one.note, session) for one in tellings]
    said = set(heard.words)
    if len(heard.date or "") == len("2024-03-01"):
        dates = {note.id: note.date for note in session.case.notes}
        of_day = [one for one in tellings if dates.get(one.note) == heard.date and _OF_NOTE & said]
        return of_day[0] if len(of_day) == 1 and not _WRONG & said else None
    hit = [
        one
        for at, one in enumerate(tellings)
        if said & (names[at] - set().union(*(other for place, other in enumerate(names) if place != at)))
    ]
    if len(hit) != 1 or not (len(heard.words) <= _FEW or (_RIGHT | _WRONG) & said):
        return None
    others = [one for one in tellings if one is not hit[0]]
    if not _WRONG & said:
        return hit[0]
    return others[0] if len(others) == 1 else None


def _names(note_id: str, session: Session) -> set[str]:
    note = session.state.read[note_id].note
    kind = next((one.kind for one in session.case.notes if one.id == note_id), None) or ""
    words = normal_words(f"{note_id} {note.title or ''} {kind}".replace("-", " ").replace("_", " "))
    return {word for word in words if word.isalpha() and len(word) > 2} | set(_CALLED.get(kind, ()))


def _as_told(tellings: Sequence[Telling], values: dict[str, object], words: str) -> tuple[Edit | EditPatient, ...]:
    """Every other telling with these values."""
    if tellings[0].record.startswith(_PATIENT):
        return (EditPatient(fields=dict(values), words=words),)
    return tuple(
        Edit(record=one.record, fields={name: value for name, value in values.items() if one.values[name] != value})
        for one in tellings
        if any(one.values[name] != value for name, value in values.items())
    )
