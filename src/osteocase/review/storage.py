"""The tables of the case library, their versions, and how a change is written into a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import simplejson
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    insert,
    inspect,
    select,
)

from osteocase.errors import LibraryError
from osteocase.review.changes import Change

__all__ = ["CASES", "NOTES", "TRAIL", "VERSION", "change_from_row", "change_to_row", "migrate"]

_METADATA = MetaData()
CASES = Table(
    "osteocase_case",
    _METADATA,
    Column("id", String(64), primary_key=True),
    Column("title", String(200), nullable=False),
    Column("first_title", String(200), nullable=False),
    Column("created", String(40), nullable=False),
    Column("changed", String(40), nullable=False, index=True),
    Column("steps", Integer, nullable=False),
    Column("notes", Integer, nullable=False),
    Column("archived", Boolean, nullable=False),
)
NOTES = Table(
    "osteocase_note",
    _METADATA,
    Column("case_id", String(64), ForeignKey(CASES.c.id), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("text", Text, nullable=False),
)
TRAIL = Table(
    "osteocase_trail",
    _METADATA,
    Column("case_id", String(64), ForeignKey(CASES.c.id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("who", String(200), nullable=False),
    Column("action", String(16), nullable=False),
    Column("change", Text),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("reason", Text),
    Column("rules", Text),
    Column("patterns", String(64)),
    Column("notes", Text),
)
_VERSIONS = Table("osteocase_version", _METADATA, Column("version", Integer, primary_key=True, autoincrement=False))

_CHANGE: TypeAdapter[Change] = TypeAdapter(Change)


def _first_tables(connection: Connection) -> None:
    _METADATA.create_all(connection)


_STEPS: tuple[Callable[[Connection], None], ...] = (_first_tables,)
"""Each leads from the version of its place to the next one."""
VERSION = len(_STEPS)


def migrate(connection: Connection) -> None:
    """Bring a database to this version.

    Raises:
        LibraryError: it is of a newer osteocase.
    """
    version = 0
    if inspect(connection).has_table(_VERSIONS.name):
        version = max(connection.scalars(select(_VERSIONS.c.version)), default=0)
    if version > VERSION:
        raise LibraryError(
            f"it was written by a newer osteocase (version {version} of its tables, this one knows {VERSION})",
            hint="install the newer osteocase, or name another database",
        )
    for number in range(version, VERSION):
        _STEPS[number](connection)
        connection.execute(insert(_VERSIONS).values(version=number + 1))


def change_to_row(change: Change) -> tuple[str, dict[str, str]]:
    """A change as JSON, and the texts of its notes by their hashes: each text is stored once, apart from the trail."""
    data = change.model_dump()
    texts: dict[str, str] = {}
    for note in _notes_in(data):
        texts[note["sha256"]] = note.pop("text")
    return simplejson.dumps(data, use_decimal=True, ensure_ascii=False), texts


def change_from_row(row: str, texts: Mapping[str, str]) -> Change:
    """The change that ``change_to_row`` wrote.

    Raises:
        LibraryError: the row is damaged.
    """
    try:
        data = simplejson.loads(row, use_decimal=True)
        for note in _notes_in(data):
            note["text"] = texts[note["sha256"]]
        return _CHANGE.validate_python(data)
    except (ValueError, KeyError, ValidationError) as error:
        raise LibraryError("a step of the trail cannot be read", hint="open a copy from before the damage") from error


def _notes_in(data: dict[str, Any]) -> list[dict[str, Any]]:
    if data["kind"] == "add_note":
        return [data["note"]]
    if data["kind"] == "several":
        return [note for one in data["changes"] for note in _notes_in(one)]
    return []
