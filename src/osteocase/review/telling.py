"""A change in a few words, for people: what undo takes back, what redo makes again."""

from __future__ import annotations

from osteocase.errors import RecordError
from osteocase.review import (
    Accept,
    AddNote,
    AddRecord,
    Change,
    Comment,
    Defer,
    Edit,
    EditPatient,
    Reject,
    RemoveNote,
    Rename,
    Reopen,
    Session,
    SetAnchor,
    Several,
)
from osteocase.review.wording import word

__all__ = ["told"]

_VERBS = {"accept": "accepted", "reject": "rejected", "defer": "put off", "reopen": "opened again"}


def told(change: Change, session: Session) -> str:
    """What a change did."""
    match change:
        case Accept() | Reject() | Defer() | Reopen():
            return f"{_VERBS[change.kind]} {_names(change.records, session)}"
        case Edit(record=record, fields=fields):
            return f"corrected {_names((record,), session)}: {', '.join(name.replace('_', ' ') for name in fields)}"
        case Comment(record=record):
            return f"comment on {_names((record,), session)}"
        case EditPatient(fields=fields):
            return f"patient: {', '.join(name.replace('_', ' ') for name in fields)}"
        case AddRecord(record=record):
            return f"added {word(record).what}"
        case AddNote(note=note):
            return f"added the note {note.id}"
        case RemoveNote(note=note_id):
            return f"removed the note {note_id}"
        case SetAnchor(anchor=anchor):
            return f"month 0 is the {anchor.replace('_', ' ')}" if anchor else "month 0 chosen by the program"
        case Rename(title=title):
            return f"title: {title}"
        case Several(changes=changes):
            return told(changes[0], session) + (f" and {len(changes) - 1} more" if len(changes) > 1 else "")


def _names(ids: tuple[str, ...], session: Session) -> str:
    if len(ids) > 1:
        return f"{len(ids)} records"
    try:
        return word(session.record(ids[0])).what
    except RecordError:
        return "a record"
