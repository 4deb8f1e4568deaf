"""Arguments of a command to notes and their records, with progress on stderr where the work is long."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from osteocase.records import CaseRecord, Note, NoteRecord

__all__ = ["STDIN", "Options", "case_name", "extract_all", "note_paths", "read_one", "stored_case", "with_progress"]

STDIN = Path("-")
"""How standard input is named on the command line."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Options:
    """What is given before the command and holds for all of them."""

    patterns: tuple[Path, ...] = ()
    """Folders of patterns laid over osteocase's own."""
    max_bytes: int = 16_000_000
    """Largest note that is read, bytes."""
    day_first: bool | None = None
    """Order of dates such as 3/5/2021 where the user says it; None where the notes are to tell it."""


def note_paths(arguments: Sequence[Path]) -> tuple[tuple[Path, str], ...]:
    """The notes that the arguments name, folders searched, each with its id.

    Raises:
        InputError: a folder is missing or holds no note.
    """
    from osteocase.reading import note_ids, notes_at

    paths: list[Path] = []
    for argument in arguments:
        paths += [argument] if argument == STDIN else notes_at(argument)
    named = note_ids([Path("stdin") if path == STDIN else path for path in paths])
    return tuple(zip(paths, named, strict=True))


def read_one(path: Path, note_id: str, options: Options) -> Note:
    """Read the note at a path, or from standard input.

    Raises:
        InputError: it cannot be read as a note.
    """
    from osteocase.reading import read_bytes, read_file

    if path == STDIN:
        data = sys.stdin.buffer.read(options.max_bytes + 1)
        return read_bytes(data, note_id=note_id, max_bytes=options.max_bytes)
    return read_file(path, note_id=note_id, max_bytes=options.max_bytes)


def extract_all(notes: Sequence[Note], options: Options) -> tuple[NoteRecord, ...]:
    """Records of all notes of a case, in their order."""
    from osteocase import pipeline

    day_first = options.day_first
    if day_first is None:
        day_first = pipeline.date_order(note.text for note in notes)
    return tuple(
        pipeline.extract(note, patterns=options.patterns, day_first=day_first)
        for note in with_progress(notes, "Reading notes")
    )


def with_progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """The items, with a bar on stderr while a person looks on and there is more than one."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=label, console=Console(stderr=True), transient=True)


def stored_case(path: Path) -> CaseRecord:
    """The case that a JSON file holds.

    Raises:
        InputError: the file cannot be read.
        RecordError: it holds no case.
    """
    from osteocase.errors import InputError
    from osteocase.records import CaseRecord, from_json

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("it cannot be read", place=str(path), hint="look at the path and its permissions") from error
    return from_json(CaseRecord, data, place=str(path))


def case_name(arguments: Sequence[Path]) -> str:
    """The folder's name, or that of the first note."""
    from osteocase.reading import note_ids

    first = arguments[0]
    if first == STDIN:
        return "case"
    (name,) = note_ids([first.resolve()])
    return name or "case"
