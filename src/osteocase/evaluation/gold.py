"""Gold files: found, checked and read; and which of them are held out."""

from __future__ import annotations

import difflib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from osteocase.errors import InputError, RecordError
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Model, Patient, Score, Treatment

__all__ = ["GOLD_LISTS", "GoldNote", "Part", "find_gold", "is_held_out", "read_gold"]

Part = Literal["all", "open", "held-out"]

SUFFIX = ".gold.json"
CASE_FILE = "case.gold.json"
"""Gold for a whole case, which is no gold for a note."""

GOLD_LISTS: dict[str, type[Model]] = {
    "labs": Lab,
    "bmd": Bmd,
    "fractures": Fracture,
    "treatments": Treatment,
    "scores": Score,
    "findings": Finding,
    "events": Event,
}
_NEEDED = {"labs": ("analyte",), "treatments": ("agent",), "scores": ("name", "value"), "findings": ("concept",)}
_REMARKS = ("comment", "note", "schema_version")


@dataclass(frozen=True)
class GoldNote:
    """What a person read out of one note: plain JSON with exact numbers."""

    name: str
    """Path of the note inside the folder without its ending, with ``/``."""
    path: Path
    note_path: Path
    patient: dict[str, Any] | None
    """None where the file says nothing of the patient."""
    lists: dict[str, list[dict[str, Any]]]
    """Only the lists that the file holds; a list may be empty."""


def is_held_out(stem: str) -> bool:
    """Whether a note belongs to the third that is kept aside: the MD5 of its name's UTF-8 bytes is divisible by 3.

    Chance decides, but the same way everywhere and for ever, and for files that nobody has written yet.
    """
    return int(hashlib.md5(stem.encode("utf-8"), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def find_gold(folder: Path, part: Part = "all") -> tuple[Path, ...]:
    """Gold files of a folder and its subfolders, in the order of their names.

    Raises:
        InputError: the folder is missing, or holds no gold file (of this part).
    """
    if not os.path.isdir(folder):
        raise InputError("there is no such folder", place=str(folder))
    found = sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.name != CASE_FILE)
    if not found:
        raise InputError(
            f"no gold file (NAME{SUFFIX}) in this folder",
            place=str(folder),
            hint=f"put NAME{SUFFIX} beside NAME.txt",
        )
    chosen = tuple(path for path in found if part == "all" or is_held_out(_stem(path)) == (part == "held-out"))
    if not chosen:
        raise InputError(f"none of the {len(found)} gold files here belongs to the part {part!r}", place=str(folder))
    return chosen


def read_gold(path: Path, folder: Path | None = None) -> GoldNote:
    """Read and check one gold file.

    Raises:
        InputError: the file or its note cannot be read.
        RecordError: it is no JSON, or a field of it is unknown or of the wrong kind; the message names the place.
    """
    note_path = path.with_name(_stem(path) + ".txt")
    if not note_path.is_file():
        raise InputError(f"the note {note_path.name} is missing beside its gold file", place=str(path))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error.__class__.__name__})", place=str(path)) from error
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except ValueError as error:
        raise RecordError(f"not JSON: {error}", place=str(path)) from error
    problem = _problem(data)
    if problem:
        raise RecordError(problem, place=str(path), hint="see docs/evaluation.md for what a gold file holds")
    name = (note_path.relative_to(folder) if folder is not None else Path(note_path.name)).with_suffix("").as_posix()
    lists = {key: list(data[key]) for key in GOLD_LISTS if key in data}
    return GoldNote(name=name, path=path, note_path=note_path, patient=data.get("patient"), lists=lists)


def _stem(path: Path) -> str:
    return path.name.removesuffix(SUFFIX)


def _problem(data: Any) -> str | None:
    """What is wrong with a gold file's content, in words; None when nothing is."""
    if not isinstance(data, dict):
        return "a gold file is an object with lists such as labs and fractures"
    for key in data:
        if key not in GOLD_LISTS and key != "patient" and key not in _REMARKS:
            return f"{key!r} is no list of a gold file{_nearest(key, (*GOLD_LISTS, 'patient'))}"
    patient = data.get("patient")
    if patient is not None and not isinstance(patient, dict):
        return "patient is not an object"
    for field in patient or {}:
        if field not in Patient.model_fields:
            return f"patient: {field!r} is no field of it{_nearest(field, Patient.model_fields)}"
    for name, model in GOLD_LISTS.items():
        rows = data.get(name, [])
        if not isinstance(rows, list):
            return f"{name} is not a list"
        for number, row in enumerate(rows):
            problem = _row_problem(row, name, model)
            if problem:
                return f"{name}[{number}]{problem}"
    return None


def _row_problem(row: Any, name: str, model: type[Model]) -> str | None:
    if not isinstance(row, dict):
        return " is not an object"
    for field in row:
        if field not in model.model_fields and field not in _REMARKS:
            return f": {field!r} is no field of it{_nearest(field, model.model_fields)}"
    for field in _NEEDED.get(name, ()):
        if row.get(field) is None:
            return f": {field!r} is missing"
    return None


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
