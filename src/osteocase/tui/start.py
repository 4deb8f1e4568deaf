"""Puts the application together with osteocase's own parts; what is slow to import comes in behind the first screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from osteocase.tui.app import OsteocaseApp
from osteocase.tui.themes import DEFAULT_THEME

if TYPE_CHECKING:
    from osteocase.lexicon import Lexicon
    from osteocase.records import Anchor, CaseRecord, Note, NoteRecord
    from osteocase.review import Session
    from osteocase.tui.parts import Parts
    from osteocase.tui.reader import Reader
    from osteocase.tui.talk import Conversation

__all__ = ["new_app", "new_parts"]


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
        notes: notes, or folders of notes, to read first; or the id or title of a kept case.
        folder: where files are written; the current folder when left out.
        database: SQLAlchemy URL of the case library; the user's own file when left out.
        keep: whether cases are kept at all.
    """
    case = str(notes[0]) if len(notes) == 1 and not os.path.exists(notes[0]) else None
    title = notes[0].resolve().name if len(notes) == 1 and os.path.isdir(notes[0]) else None
    make = partial(
        new_parts, patterns=tuple(patterns), folder=folder, database=database, keep=keep, case=case, title=title
    )
    return OsteocaseApp(make, theme=_first_theme(), first_notes=() if case else notes)


def new_parts(
    *,
    patterns: Sequence[Path] = (),
    folder: Path | None = None,
    database: str | None = None,
    keep: bool = True,
    case: str | None = None,
    title: str | None = None,
) -> Parts:
    """What the application works with, by the user's settings; ``case`` is the id or title of a kept one.

    Raises:
        InputError: the user's settings are wrong.
        LibraryError: there is no such case.
    """
    from osteocase.review import UNTITLED, Session
    from osteocase.tui.conversions import Conversions
    from osteocase.tui.parts import Parts
    from osteocase.tui.reader import ProcessReader
    from osteocase.tui.settings import keymap_of, read_settings
    from osteocase.tui.shelf import Shelf

    settings = read_settings()
    patterns = (*settings.patterns, *patterns)
    reader = ProcessReader(patterns=patterns)

    def converse(session: Session) -> Conversation:
        return _conversation(session, reader, tuple(patterns))

    factors = Conversions(lambda: _lexicon(tuple(patterns)))
    shelf = Shelf(_build, url=database or settings.database, conversions=factors, admit=_admit)
    if keep or case is not None:
        session = shelf.find(case) if case is not None else shelf.new(title or UNTITLED)
        session = session if keep else session.copied()
    else:
        session = Session(case_id="case", title=title or UNTITLED, build=_build, conversions=factors, admit=_admit)
    return Parts(
        session=session,
        reader=reader,
        shelf=shelf if keep else None,
        conversation=converse,
        folder=folder or settings.folder or Path.cwd(),
        theme=settings.theme,
        keymap=keymap_of(settings),
    )


def _first_theme() -> str:
    """The theme of the first screen; what is wrong in the settings is told when they are checked."""
    from osteocase.tui.places import settings_path

    try:
        settings = settings_path().read_text(encoding="utf-8")
    except (OSError, ValueError):
        return DEFAULT_THEME
    import tomllib  # most people have no settings, and the first screen waits for it

    try:
        theme = tomllib.loads(settings).get("theme")
    except ValueError:
        return DEFAULT_THEME
    return theme if isinstance(theme, str) else DEFAULT_THEME


def _build(
    notes: Sequence[NoteRecord],
    *,
    case_id: str,
    title: str | None = None,
    anchor: Anchor | None = None,
    same_patient: bool = False,
) -> CaseRecord:
    from osteocase.case import build_case

    return build_case(notes, case_id=case_id, title=title, anchor=anchor, same_patient=same_patient)


def _admit(notes: Sequence[Note], note: Note) -> None:
    from osteocase.case import refuse_other_patient

    refuse_other_patient(notes, note)


@cache
def _lexicon(patterns: tuple[Path, ...]) -> Lexicon:
    """The words and units, read once for all who ask."""
    from osteocase.lexicon import default_lexicon

    return default_lexicon(patterns)


def _conversation(session: Session, reader: Reader, patterns: tuple[Path, ...]) -> Conversation:
    from osteocase.assistant.engine import Assistant
    from osteocase.assistant.words.vocabulary import Vocabulary
    from osteocase.case import build_case
    from osteocase.records import NoteHeader, NoteRecord

    # The rules of the case are loaded now, behind the screen, and not while the first note is awaited.
    build_case((NoteRecord(note=NoteHeader(id="none")),), case_id=session.state.case_id)

    def read(note: Note) -> NoteRecord:
        return reader.read(note, progress=lambda _step, _steps, _doing: None, cancelled=lambda: False)

    return Assistant(session, read=read, vocabulary=Vocabulary(_lexicon(patterns)))
