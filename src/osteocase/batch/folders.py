"""Notes in folders, found one folder at a time so that memory stays flat, in an order that depends on names alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Literal

from osteocase.batch.items import Item
from osteocase.errors import InputError
from osteocase.reading import is_note_name, note_ids, plain_id, shown_path

__all__ = ["Grouping", "folder_items"]

Grouping = Literal["folder", "prefix", "none"]
"""How files become cases: the folder that a note lies in, the beginning of its name, or not at all."""


def folder_items(folder: Path, *, grouping: Grouping, separator: str, label: str | None = None) -> Iterator[Item]:
    """All notes below a folder, the notes of one case next to each other.

    Args:
        folder: where to look; hidden files and folders are passed over.
        grouping: what makes a case.
        separator: what ends the beginning of a name, for ``grouping="prefix"``.
        label: stands before every case id, where several folders are read.

    Raises:
        InputError: a folder cannot be read.
    """

    def refuse(error: OSError) -> None:
        raise InputError("a folder cannot be read", place=str(error.filename), hint="look at its permissions")

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        notes = sorted(name for name in names if is_note_name(name))
        case_of = _case_of(Path(parent), folder, grouping, separator, label)
        for case, group in groupby(sorted(notes, key=lambda name: (case_of(name) or "", name)), key=case_of):
            paths = [Path(parent, name) for name in group]
            for path, note in zip(paths, note_ids(paths), strict=True):
                yield _item(path, note if case is not None else _lone_id(path, folder), case)


def _case_of(
    parent: Path, folder: Path, grouping: Grouping, separator: str, label: str | None
) -> Callable[[str], str | None]:
    inside = shown_path(parent.relative_to(folder))
    place = "/".join(part for part in (label, None if inside == "." else inside) if part)

    def case(name: str) -> str | None:
        if grouping == "none":
            return None
        if grouping == "folder":
            return place or shown_path(Path(folder.resolve().name)) or "case"
        start = plain_id(Path(name).stem).partition(separator)[0]
        return f"{place}/{start}" if place else start

    return case


def _lone_id(path: Path, folder: Path) -> str:
    """A note without a case is named by its path below the folder."""
    return shown_path(path.relative_to(folder).with_suffix(""))


def _item(path: Path, note: str, case: str | None) -> Item:
    try:
        size, fault = path.stat().st_size, None
    except OSError as error:
        size, fault = 0, f"it cannot be opened ({error.strerror})"
    return Item(note=note, case=case, path=str(path), size=size, fault=fault)
