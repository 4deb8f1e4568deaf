"""What runs behind the screen, in threads: loading the reader, reading notes, writing files. It posts messages only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import App
from textual.worker import get_current_worker

from osteocase.errors import OsteocaseError
from osteocase.records import Note
from osteocase.review import AddNote, Foreseen, Session
from osteocase.tui.messages import (
    EngineReady,
    NoteRead,
    ReadingCancelled,
    ReadingFailed,
    ReadingProgress,
    ReportFailed,
    ReportMade,
    ShelfReady,
)  # fmt: skip
from osteocase.tui.reader import Cancelled, Reader
from osteocase.tui.shelf import Shelf

__all__ = ["load_reader", "load_shelf", "read_note", "write_file"]


def load_reader(app: App[None], reader: Reader) -> None:
    """Load the reader behind the first screen."""
    try:
        reader.start()
    except OsteocaseError as error:
        app.post_message(ReadingFailed("", error.title, str(error)))
    else:
        app.post_message(EngineReady())


def load_shelf(app: App[None], shelf: Shelf) -> None:
    """Open the case library behind the first screen."""
    try:
        cases = shelf.cases()
    except OsteocaseError as error:
        app.post_message(ShelfReady(f"{error.title}: {error}. Nothing will be saved.", failed=True))
        return
    count = f"{len(cases)} case{' is' if len(cases) == 1 else 's are'} kept"
    words = f"{count}; f9 opens one. The last was “{cases[0].title}”." if cases else ""
    app.post_message(ShelfReady(words, failed=False))


def read_note(app: App[None], reader: Reader, note: Note, session: Session) -> None:
    """Read one note; every way that it can end is told by a message."""
    worker = get_current_worker()

    def tell(step: int, steps: int, doing: str) -> None:
        app.post_message(ReadingProgress(note.id, step, steps, doing))

    try:
        read = reader.read(note, progress=tell, cancelled=lambda: worker.is_cancelled)
    except Cancelled:
        app.post_message(ReadingCancelled(note.id))
    except OsteocaseError as error:
        app.post_message(ReadingFailed(note.id, error.title, str(error)))
    except Exception as error:  # noqa: BLE001 - a reader that fails must not take the screen with it
        reason = f"the reader failed ({type(error).__name__})"
        app.post_message(ReadingFailed(note.id, "Cannot read the note", reason))
    else:
        change = AddNote(note=note, read=read)
        app.post_message(NoteRead(change, _foreseen(session, change)))


def _foreseen(session: Session, change: AddNote) -> Foreseen | None:
    """The case with the note in it; what makes it impossible is told when the note is added."""
    try:
        return session.foresee(change)
    except OsteocaseError:
        return None


def write_file(app: App[None], make: Callable[[], Path]) -> None:
    """Have a file written and tell where it is."""
    try:
        path = make()
    except OsteocaseError as error:
        app.post_message(ReportFailed(error.title, str(error)))
    except Exception as error:  # noqa: BLE001 - a report that fails must not take the screen with it
        app.post_message(ReportFailed("Cannot write the file", f"writing it failed ({type(error).__name__})"))
    else:
        app.post_message(ReportMade(path))
