"""What a batch makes of its units: the parts that a worker writes for one unit, and how they become whole files.

A product is given by the caller, so that this room needs neither the report nor the exports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from osteocase.records import CaseRecord, NoteRecord, to_json

__all__ = ["CASES", "NOTES", "Product", "Sink", "UnitResult", "chained"]


@dataclass(frozen=True)
class UnitResult:
    """Everything that was read in one unit, in its order."""

    notes: tuple[tuple[str | None, NoteRecord], ...]
    """(case, note) pairs; the case is null where notes are not grouped."""
    cases: tuple[CaseRecord, ...]


class Sink(Protocol):
    """Takes the parts of one unit after the other and makes whole files of them."""

    def add(self, parts: Mapping[str, bytes]) -> None:
        """Take the parts of the next unit, those of other products among them."""

    def close(self) -> Iterable[Path]:
        """Finish the files; gives their paths."""


@dataclass(frozen=True)
class Product:
    """One kind of output."""

    name: str
    parts: Callable[[UnitResult], Mapping[str, bytes]]
    """Parts of one unit by name."""
    sink: Callable[[Path], Sink]
    """Makes the whole files in a folder."""
    each_case: bool = False
    """True where the parts of each case are made by themselves, so that one that fails takes no other along."""


class _Chain:
    """One part after the other in one file."""

    def __init__(self, path: Path, name: str, head: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._name = path, name
        self._stream = path.open("wb")
        self._stream.write(head)

    def add(self, parts: Mapping[str, bytes]) -> None:
        self._stream.write(parts.get(self._name, b""))

    def close(self) -> Iterable[Path]:
        self._stream.close()
        return [self._path]


def chained(name: str, *, head: bytes = b"", place: str | None = None) -> Callable[[Path], Sink]:
    """A sink that puts the parts of one name one after the other, below a first line, into the file ``place``."""
    return lambda folder: _Chain(folder / (place or name), name, head)


def _note_lines(result: UnitResult) -> Mapping[str, bytes]:
    return {"notes.jsonl": "".join(to_json(record) + "\n" for _, record in result.notes).encode("utf-8")}


def _case_lines(result: UnitResult) -> Mapping[str, bytes]:
    return {"cases.jsonl": "".join(to_json(record) + "\n" for record in result.cases).encode("utf-8")}


NOTES = Product("notes", _note_lines, chained("notes.jsonl"))
"""``notes.jsonl``: one note a line, as ``osteocase extract`` writes it."""
CASES = Product("cases", _case_lines, chained("cases.jsonl"))
"""``cases.jsonl``: one case a line, as ``osteocase case --format json`` writes it."""
