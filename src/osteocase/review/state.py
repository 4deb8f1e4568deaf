"""What a case is at one moment of its review, and how one change makes the next moment of it.

Everything here is a pure function over frozen values: the same changes in the same order give the same state, which is
what undo, resume after a crash and the audit trail rest on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from osteocase.errors import CaseError, RecordError
from osteocase.records import Anchor, Model, Note, NoteHeader, NoteRecord, Patient, Record, Review, Source
from osteocase.review.changes import (
    LIST_NAMES,
    Accept,
    AddNote,
    AddRecord,
    Change,
    Comment,
    Defer,
    Edit,
    EditPatient,
    ListName,
    Redate,
    Reject,
    RemoveNote,
    Rename,
    Reopen,
    SetAnchor,
    Several,
)

__all__ = ["AUTHOR_NOTE", "Decision", "ReviewState", "applied", "decided_notes", "fresh_note_id", "record_lists"]

ModelType = TypeVar("ModelType", bound=Model)

UNTITLED = "New case"
"""Title of a case that nobody has given one."""
AUTHOR_NOTE = "author"
"""Id of the note that holds, one a line, what the author said and no clinic note tells."""


class Decision(Model):
    """What the reviewer said of one record so far."""

    review: Review = "unreviewed"
    deferred: bool = False
    fields: dict[str, Any] = Field(default_factory=dict)
    """Edited fields and their new values."""
    reason: str | None = None
    comment: str | None = None


@dataclass(frozen=True)
class ReviewState:
    """Notes, what was read in them, and all decisions on it."""

    case_id: str
    title: str | None = None
    anchor: Anchor | None = None
    notes: Mapping[str, Note] = field(default_factory=dict)
    read: Mapping[str, NoteRecord] = field(default_factory=dict)
    """Note id to what the program read in it; no decision on a record changes it."""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """Record id to what the reviewer said of it."""
    patient: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the patient that the author set."""
    vouched: frozenset[str] = frozenset()
    """Notes of which the user said that they are of this patient, whatever they tell."""


def applied(state: ReviewState, change: Change) -> ReviewState:
    """The state after one change.

    Raises:
        RecordError: the change names a record that is not there, or values that its model refuses.
        CaseError: the note to add is already there, or the one to remove is not.
    """
    match change:
        case Several(changes=changes):
            for one in changes:
                state = applied(state, one)
            return state
        case Accept() | Reject() | Defer() | Reopen():
            return _decide(state, change.records, _DECISIONS[change.kind], getattr(change, "reason", None))
        case Comment(record=record_id, text=text):
            return _decide(state, (record_id,), _commented, text)
        case Edit():
            return _edit(state, change)
        case EditPatient():
            return _edit_patient(state, change)
        case AddRecord():
            return _add_record(state, change)
        case AddNote():
            return _add_note(state, change)
        case RemoveNote():
            return _remove_note(state, change)
        case Redate():
            return _redate(state, change)
        case SetAnchor(anchor=anchor):
            return replace(state, anchor=anchor)
        case Rename(title=title):
            return replace(state, title=title)


def record_lists(read: NoteRecord) -> Iterator[tuple[ListName, Record]]:
    """Every record of a note with the name of its list."""
    for name in LIST_NAMES:
        for record in getattr(read, name):
            yield name, record


def decided_notes(state: ReviewState, *, with_rejected: bool) -> tuple[NoteRecord, ...]:
    """What was read, with every decision laid over it: review states, edited fields, the author's patient data."""
    return tuple(_decided(read, state, with_rejected=with_rejected) for read in state.read.values())


def fresh_note_id(state: ReviewState, wish: str) -> str:
    """``wish``, or ``wish-2``, ``wish-3`` where the name is taken."""
    name, number = wish, 1
    while name in state.notes:
        number += 1
        name = f"{wish}-{number}"
    return name


def _accepted(old: Decision, _words: str | None) -> Decision:
    review: Review = "edited" if old.fields else "accepted"
    return old.model_copy(update={"review": review, "deferred": False, "reason": None})


def _rejected(old: Decision, reason: str | None) -> Decision:
    return old.model_copy(update={"review": "rejected", "deferred": False, "reason": reason})


def _deferred(old: Decision, _words: str | None) -> Decision:
    return old.model_copy(update={"deferred": True})


def _reopened(old: Decision, _words: str | None) -> Decision:
    return Decision(comment=old.comment)


def _commented(old: Decision, text: str | None) -> Decision:
    return old.model_copy(update={"comment": text or None})


_NextDecision = Callable[[Decision, str | None], Decision]
_DECISIONS: dict[str, _NextDecision] = {
    "accept": _accepted, "reject": _rejected, "defer": _deferred, "reopen": _reopened,
}  # fmt: skip


def _decide(state: ReviewState, ids: Iterable[str], following: _NextDecision, words: str | None) -> ReviewState:
    decisions = dict(state.decisions)
    known = {record.id for read in state.read.values() for _name, record in record_lists(read)}
    for record_id in ids:
        if record_id not in known:
            raise _unknown(record_id)
        decisions[record_id] = following(decisions.get(record_id, Decision()), words)
    return replace(state, decisions=decisions)


def _add_note(state: ReviewState, change: AddNote) -> ReviewState:
    note_id = change.note.id
    if note_id in state.notes:
        raise CaseError(f"a note named {note_id!r} is already in the case", hint="undo it first, or rename it")
    return replace(
        state,
        notes={**state.notes, note_id: change.note},
        read={**state.read, note_id: change.read},
        vouched=state.vouched | {note_id} if change.same_patient else state.vouched,
    )


def _remove_note(state: ReviewState, change: RemoveNote) -> ReviewState:
    if change.note not in state.notes:
        raise CaseError(f"no note named {change.note!r} is in the case")
    gone = {record.id for _name, record in record_lists(state.read[change.note])}
    return replace(
        state,
        decisions={key: decision for key, decision in state.decisions.items() if key not in gone},
        notes={key: note for key, note in state.notes.items() if key != change.note},
        read={key: read for key, read in state.read.items() if key != change.note},
    )


def _redate(state: ReviewState, change: Redate) -> ReviewState:
    if change.note not in state.read:
        raise CaseError(f"no note named {change.note!r} is in the case")
    read = state.read[change.note]
    header = read.note.model_copy(update={"date": change.date})
    return replace(state, read={**state.read, change.note: read.model_copy(update={"note": header})})


def _find(state: ReviewState, record_id: str) -> Record:
    for read in state.read.values():
        for _name, record in record_lists(read):
            if record.id == record_id:
                return record
    raise _unknown(record_id)


def _unknown(record_id: str) -> RecordError:
    return RecordError(f"no record is called {record_id!r}", hint="it may belong to a note that was removed")


def _edit(state: ReviewState, change: Edit) -> ReviewState:
    record = _find(state, change.record)
    old = state.decisions.get(change.record, Decision())
    fields = {**old.fields, **change.fields}
    for forbidden in ("id", "source", "also", "rule", "review"):
        if forbidden in change.fields:
            raise RecordError(f"{forbidden!r} cannot be edited", place=change.record)
    _edited(record, fields)
    decision = old.model_copy(
        update={"review": "edited", "deferred": False, "fields": fields, "reason": change.reason or old.reason}
    )
    return replace(state, decisions={**state.decisions, change.record: decision})


def _edited(record: Record, fields: Mapping[str, Any]) -> Record:
    return _validated(type(record), {**record.model_dump(), **fields}, record.id)


def _validated(model: type[ModelType], data: dict[str, Any], place: str) -> ModelType:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "record"
        message = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden":
            known = ", ".join(sorted(set(model.model_fields) - {"id", "source", "also", "rule", "review"}))
            raise RecordError(f"it has no field {name!r}", place=place, hint=f"its fields: {known}") from error
        raise RecordError(f"{name.replace('_', ' ')}: {message}", place=place) from error


def _edit_patient(state: ReviewState, change: EditPatient) -> ReviewState:
    fields = {**state.patient, **change.fields}
    _validated(Patient, fields, "patient")
    state, source = _said(state, change.words)
    read = state.read[AUTHOR_NOTE]
    sources = {**read.patient.sources, **dict.fromkeys(change.fields, source)}
    patient = _validated(Patient, {**read.patient.model_dump(), **fields, "sources": sources}, "patient")
    return replace(
        state, patient=fields, read={**state.read, AUTHOR_NOTE: read.model_copy(update={"patient": patient})}
    )


def _add_record(state: ReviewState, change: AddRecord) -> ReviewState:
    record = change.record
    home = record.source.note
    if change.words is not None:
        state, source = _said(state, change.words)
        record, home = record.model_copy(update={"source": source, "also": ()}), AUTHOR_NOTE
    elif home not in state.notes:
        raise RecordError(f"its source is in no note of the case ({home!r})", hint="add the note first")
    read = state.read[home]
    number = 1 + sum(1 for _name, other in record_lists(read) if "/added-" in other.id)
    record = record.model_copy(
        update={"id": f"{home}/added-{number}", "rule": "author", "review": "accepted", "basis": "stated"}
    )
    records = sorted((*getattr(read, change.list), record), key=lambda one: one.source.start)
    return replace(
        state,
        read={**state.read, home: read.model_copy(update={change.list: tuple(records)})},
        decisions={**state.decisions, record.id: Decision(review="accepted")},
    )


def _said(state: ReviewState, words: str) -> tuple[ReviewState, Source]:
    """The author's note grown by one line, and the span of that line."""
    words = " ".join(words.split())
    old = state.notes.get(AUTHOR_NOTE)
    before = old.text if old else ""
    text = f"{before}{words}\n"
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    note = Note(id=AUTHOR_NOTE, text=text, sha256=digest)
    header = NoteHeader(id=AUTHOR_NOTE, title="Stated by the author", kind="author", sha256=digest)
    read = state.read[AUTHOR_NOTE].model_copy(update={"note": header}) if old else NoteRecord(note=header)
    state = replace(state, notes={**state.notes, AUTHOR_NOTE: note}, read={**state.read, AUTHOR_NOTE: read})
    return state, Source(note=AUTHOR_NOTE, start=len(before), end=len(before) + len(words), text=words)


def _decided(read: NoteRecord, state: ReviewState, *, with_rejected: bool) -> NoteRecord:
    lists: dict[str, tuple[Record, ...]] = {}
    for name in LIST_NAMES:
        kept = []
        for record in getattr(read, name):
            decision = state.decisions.get(record.id)
            if decision is not None:
                if decision.review == "rejected" and not with_rejected:
                    continue
                edited = _edited(record, decision.fields) if decision.fields else record
                record = edited.model_copy(update={"review": decision.review})
            kept.append(record)
        lists[name] = tuple(kept)
    known = {name: value for name, value in state.patient.items() if getattr(read.patient, name) is not None}
    patient = _validated(Patient, {**read.patient.model_dump(), **known}, "patient") if known else read.patient
    return read.model_copy(update={**lists, "patient": patient})
