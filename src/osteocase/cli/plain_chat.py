"""The conversation about a case on stdin and stdout, with the report and the JSON written to the current folder."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TextIO, cast

from osteocase.cli.notes import Options
from osteocase.cli.output import emit, write
from osteocase.cli.plain import visible
from osteocase.errors import LibraryError
from osteocase.review import UNTITLED, Session

__all__ = ["plain_chat"]


def plain_chat(
    options: Options, notes: Sequence[Path], *, json: bool = False, keep: bool = True, database: str | None = None
) -> None:
    """Converse until the input ends or the user leaves; with ``keep`` the case stays in the library.

    Raises:
        LibraryError: what is named is no file, no folder and no kept case.
    """
    from osteocase.assistant.plain import converse

    session, paths = _session(notes, keep=keep, database=database)
    converse(
        io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"),
        cast("TextIO", _Told(harmless=not json)),
        session=session,
        patterns=options.patterns,
        paths=paths,
        commands={
            "make_pdf": lambda: _make_report(session, "pdf"),
            "make_docx": lambda: _make_report(session, "docx"),
            "open_pdf": lambda: _open_pdf(session),
            "save_json": lambda: _save_json(session),
        },
        json=json,
    )


def _session(notes: Sequence[Path], *, keep: bool, database: str | None) -> tuple[Session, Sequence[Path]]:
    """The case to speak of, and the notes to read into it first."""
    from osteocase.case import build_case, refuse_other_patient

    named = notes[0] if len(notes) == 1 else None
    title = named.resolve().name if named is not None and os.path.isdir(named) else UNTITLED
    if named is not None and not os.path.exists(named):
        return _kept(str(named), keep=keep, database=database), ()
    if keep:
        from osteocase.review.library import Library

        try:
            return Library(database).new(build=build_case, title=title, admit=refuse_other_patient), notes
        except LibraryError as error:
            sys.stderr.write(f"{error.title}: {error}. Nothing will be saved.\n")
    name = "chat" if title == UNTITLED else title
    return Session(case_id=name, title=title, build=build_case, admit=refuse_other_patient), notes


def _kept(name: str, *, keep: bool, database: str | None) -> Session:
    from osteocase.case import build_case, refuse_other_patient
    from osteocase.review.library import Library

    library = Library(database)
    info = library.find(name)
    if info is None:
        raise LibraryError(f"there is no file, folder or case {name!r}", place=library.place)
    session = library.open(info.id, build=build_case, admit=refuse_other_patient)
    return session if keep else session.copied()


def _file_name(session: Session) -> str:
    """Name of the files: the title of the case, where it has one."""
    title = session.case.case.title
    return "chat" if title == UNTITLED else re.sub(r"[^\w.-]+", "-", title).strip(".-") or "chat"


class _Told(io.TextIOBase):
    """Standard output for words to a person, where control characters become signs, or for JSON, which escapes them."""

    def __init__(self, *, harmless: bool) -> None:
        self._harmless = harmless

    def write(self, text: str) -> int:
        """Write the text at once."""
        emit(visible(text) if self._harmless else text)
        return len(text)


def _make_report(session: Session, kind: Literal["pdf", "docx"]) -> str:
    from osteocase.cli.report import report_bytes

    return _written(Path(f"{_file_name(session)}.{kind}"), report_bytes(session.case, kind, notes=session.notes))


def _open_pdf(session: Session) -> str:
    from osteocase.tui.viewer import open_file

    path = Path(f"{_file_name(session)}.pdf")
    if not path.exists():
        return "No PDF was made yet. Say: make the PDF."
    open_file(path)
    return f"Opening {path}"


def _save_json(session: Session) -> str:
    from osteocase.records import to_json

    return _written(Path(f"{_file_name(session)}.json"), (to_json(session.case, indent=2) + "\n").encode("utf-8"))


def _written(path: Path, data: bytes) -> str:
    write(data, path)
    return f"Wrote {path.resolve()}"
