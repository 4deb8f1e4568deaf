"""Review of a case: decisions as values, undo without end, the case library. No screen, no text matching."""

from __future__ import annotations

from osteocase.review.changes import (
    LIST_MODELS,
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
from osteocase.review.session import Admit, BuildCase, Foreseen, Journal, Progress, Session, Step
from osteocase.review.state import AUTHOR_NOTE, UNTITLED, Decision, ReviewState, fresh_note_id

__all__ = [
    "AUTHOR_NOTE",
    "LIST_MODELS",
    "LIST_NAMES",
    "UNTITLED",
    "Accept",
    "AddNote",
    "AddRecord",
    "Admit",
    "BuildCase",
    "Change",
    "Comment",
    "Decision",
    "Defer",
    "Edit",
    "EditPatient",
    "Foreseen",
    "Journal",
    "ListName",
    "Progress",
    "Redate",
    "Reject",
    "RemoveNote",
    "Rename",
    "Reopen",
    "ReviewState",
    "Session",
    "SetAnchor",
    "Several",
    "Step",
    "fresh_note_id",
]
