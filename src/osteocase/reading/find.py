"""Which files of a folder are notes, in which order, and under which ids."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from osteocase.errors import InputError
from osteocase.reading.read import plain_id, shown_path

__all__ = ["SUFFIXES", "find_notes", "is_note_name", "note_ids", "notes_at"]

SUFFIXES = (".txt", ".md")
"""Suffixes of the files that are taken for notes, in lower case."""


def find_notes(folder: Path) -> tuple[Path, ...]:
    """All notes below a folder, sorted by path; hidden files and folders and a README are passed over.

    Raises:
        InputError: the folder is missing, is no folder, or holds no note.
    """
    place = shown_path(folder)
    if not os.path.isdir(folder):  # false, where is_dir() raises: a name too long, a folder that may not be entered
        what = "this is a file, not a folder" if os.path.exists(folder) else "there is no such folder"
        raise InputError(what, place=place, hint="give the folder that holds the notes of one case")

    def refuse(error: OSError) -> None:
        raise InputError("a folder in it cannot be read", place=str(error.filename), hint="look at its permissions")

    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if is_note_name(name)]
    if not found:
        raise InputError(
            "there is no note in this folder", place=place, hint=f"notes are files ending in {' or '.join(SUFFIXES)}"
        )
    return tuple(sorted(found, key=lambda path: path.parts))


def notes_at(path: Path) -> tuple[Path, ...]:
    """All notes of a folder, or the one file.

    Raises:
        InputError: the folder holds no note.
    """
    return find_notes(path) if os.path.isdir(path) else (path,)


def note_ids(paths: Sequence[Path]) -> tuple[str, ...]:
    """One id for each path, all different.

    An id is the file's stem; with its folders where stems meet, and with its suffix where that is not enough.
    The ids depend on the paths alone and not on their order, except where one path is given twice.
    """
    common = _common_folder(paths)
    ids = [plain_id(path.stem) for path in paths]
    for detail in (_with_folders, _with_suffix):
        count = Counter(ids)
        ids = [detail(path, common) if count[name] > 1 else name for path, name in zip(paths, ids, strict=True)]
    return tuple(_numbered(ids))


def is_note_name(name: str) -> bool:
    """Whether a file of this name is taken for a note."""
    lower = name.lower()
    return lower.endswith(SUFFIXES) and not lower.startswith((".", "readme."))


def _common_folder(paths: Sequence[Path]) -> Path:
    parents = [os.path.abspath(path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(parents))
    except ValueError:  # no path at all, or on several drives
        return Path()


def _with_folders(path: Path, common: Path) -> str:
    return "-".join(plain_id(part) for part in _relative(path, common).with_suffix("").parts)


def _with_suffix(path: Path, common: Path) -> str:
    return "-".join(plain_id(part) for part in _relative(path, common).parts)


def _relative(path: Path, common: Path) -> Path:
    return Path(os.path.relpath(os.path.abspath(path), common))


def _numbered(ids: Sequence[str]) -> list[str]:
    taken: set[str] = set(ids)
    used: set[str] = set()
    result: list[str] = []
    for name in ids:
        number, free = 1, name
        while free in used:
            number += 1
            candidate = f"{name}-{number}"
            free = candidate if candidate not in taken else name
        used.add(free)
        result.append(free)
    return result
