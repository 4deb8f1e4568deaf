"""Puts the application together with osteocase's own parts; what is slow to import comes in behind the first screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osteocase.records import Anchor, CaseRecord, Note, NoteRecord
from osteocase.review import Session
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.reader import ProcessReader, Reader
from osteocase.tui.settings import keymap_of, read_settings
from osteocase.tui.shelf import Shelf
from osteocase.tui.talk import Conversation

__all__ = ["new_app"]


def new_app(
    *,
    patterns: Sequence[Path] = (),
    notes: Sequence[Path] = (),
    folder: Path | None = None,
    database: str | None = None,
    keep: bool = True,
) -> OsteocaseApp:
    """The application on a new case with the user's settings, ready to run; arguments go before settings.

    Args:
        patterns: overlay folders of patterns.
        notes: notes, or folders of notes, to read first.
        folder: where files are written; the current folder when left out.
        database: SQLAlchemy URL of the case library; the user's own file when left out.
        keep: whether cases are kept at all.

    Raises:
        InputError: the user's settings are wrong.
    """
    settings = read_settings()
    patterns = (*settings.patterns, *patterns)
    reader = ProcessReader(patterns=patterns)

    def converse(session: Session) -> Conversation:
        return _conversation(session, reader, tuple(patterns))

    return OsteocaseApp(
        None if keep else Session(case_id="case", title="New case", build=_build),
        reader=reader,
        shelf=Shelf(_build, url=database or settings.database) if keep else None,
        conversation=converse,
        folder=folder or settings.folder,
        theme=settings.theme,
        keymap=keymap_of(settings),
        first_notes=notes,
    )


def _build(
    notes: Sequence[NoteRecord], *, case_id: str, title: str | None = None, anchor: Anchor | None = None
) -> CaseRecord:
    from osteocase.case import build_case

    return build_case(notes, case_id=case_id, title=title, anchor=anchor)


def _conversation(session: Session, reader: Reader, patterns: tuple[Path, ...]) -> Conversation:
    from osteocase.assistant.engine import Assistant
    from osteocase.assistant.vocabulary import Vocabulary
    from osteocase.lexicon import default_lexicon

    def read(note: Note) -> NoteRecord:
        return reader.read(note, progress=lambda _step, _steps, _doing: None, cancelled=lambda: False)

    return Assistant(session, read=read, vocabulary=Vocabulary(default_lexicon(patterns)))
