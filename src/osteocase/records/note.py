"""A note as it was read: one stored string to which all offsets refer."""

from __future__ import annotations

from osteocase.records.base import Model

__all__ = ["Entry", "Note", "NoteHeader", "Section"]


class Section(Model):
    """A stretch of the note under one heading."""

    name: str
    """Stable key of the section, such as ``laboratory`` or ``family_history``; ``body`` before any heading."""
    start: int
    end: int


class Entry(Model):
    """One dated entry of a note that holds several, such as a chart of consultations."""

    start: int
    """Offset of its first character in the note's stored text."""
    end: int
    date: str
    """ISO date of the entry; what it calls today."""


class NoteHeader(Model):
    """What the records say of a note: everything but its text."""

    id: str
    path: str | None = None
    """File that the note was read from, as given by the user; null for pasted text."""
    title: str | None = None
    date: str | None = None
    """ISO date of the note, as far as the note tells it."""
    kind: str | None = None
    """Kind of note, such as ``letter``, ``radiology``, ``laboratory``, ``densitometry`` or ``follow_up``."""
    sections: tuple[Section, ...] = ()
    entries: tuple[Entry, ...] = ()
    """The dated entries of a note that holds several, in its order and without gaps; ``date`` is that of the latest."""
    encoding: str | None = None
    """Encoding found on reading, such as ``utf-8`` or ``cp1252``."""
    sha256: str | None = None
    """Hash of the stored text, which tells whether a review still belongs to these words."""


class Note(Model):
    """A note that has been read but not yet understood."""

    id: str
    text: str
    """The stored string: line ends are ``\\n``; every source offset counts in it."""
    path: str | None = None
    encoding: str | None = None
    sha256: str
