"""A file, bytes or pasted text to one note, within a limit of size."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from osteocase.errors import InputError
from osteocase.reading.decode import decode
from osteocase.reading.stored import stored_text
from osteocase.records.note import Note

__all__ = ["MAX_BYTES", "plain_id", "read_bytes", "read_file", "read_text", "shown_path"]

MAX_BYTES = 16_000_000
"""Largest note that is read unless told otherwise, bytes. The longest hospital records stay far below it."""


def read_file(path: Path, *, note_id: str | None = None, max_bytes: int = MAX_BYTES) -> Note:
    """Read one file; its id is the file's name without the suffix unless ``note_id`` is given.

    Raises:
        InputError: there is no such file, it cannot be opened, is too large, empty or not text.
    """
    place = shown_path(path)
    try:
        if path.is_dir():
            raise InputError("this is a folder, not a note", place=place, hint="`osteocase case` reads a folder")
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except OSError as error:
        raise InputError(_reason(error), place=place, hint="look at the path and its permissions") from error
    return read_bytes(data, note_id=note_id or plain_id(path.stem), path=place, max_bytes=max_bytes)


def read_bytes(data: bytes, *, note_id: str, path: str | None = None, max_bytes: int = MAX_BYTES) -> Note:
    """Read bytes of any encoding that :func:`osteocase.reading.decode` can tell.

    Raises:
        InputError: too large, empty or not text.
    """
    place = path or note_id
    if len(data) > max_bytes:
        raise InputError(
            f"larger than the limit of {_megabytes(max_bytes)} for one note",
            place=place,
            hint="split it into notes, or raise the limit with --max-size",
        )
    text, encoding = decode(data, place=place)
    return _note(text, note_id=note_id, path=path, encoding=encoding)


def read_text(text: str, *, note_id: str = "pasted", path: str | None = None, max_bytes: int = MAX_BYTES) -> Note:
    """Take text that is decoded already, such as a paste.

    Raises:
        InputError: too large, empty or not text.
    """
    place = path or note_id
    if len(text) > max_bytes:
        raise InputError(f"larger than the limit of {_megabytes(max_bytes)} for one note", place=place)
    if "\x00" in text:
        raise InputError("this is binary data, not text", place=place, hint="give a plain-text note")
    return _note(text, note_id=note_id, path=path, encoding=None)


def shown_path(path: Path) -> str:
    """A path as it is shown and stored: a name that is no valid Unicode keeps a sign for each byte that is not."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _note(text: str, *, note_id: str, path: str | None, encoding: str | None) -> Note:
    text = stored_text(text)
    if not text.strip():
        raise InputError("there is no text in it", place=path or note_id, hint="give a note with words")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Note(id=note_id, text=text, path=path, encoding=encoding, sha256=digest)


def plain_id(stem: str) -> str:
    """A file name as an id: what cannot be printed becomes an underscore."""
    name = os.fsencode(stem).decode("utf-8", errors="replace")
    return "".join(character if character.isprintable() else "_" for character in name)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "you may not read it"
    return f"it cannot be opened ({error.strerror or error.__class__.__name__})"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"
