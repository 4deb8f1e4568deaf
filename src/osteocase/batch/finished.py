"""A finished unit as one file, so that it is there whole or not at all: its parts, and what became of each note."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from osteocase.batch.storage import Storage

__all__ = ["SUFFIX", "Finished", "key_of", "load", "save"]

SUFFIX = ".zip"
_TOLD = "unit.json"
_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows: the same unit is the same file whenever it was written."""


@dataclass(frozen=True)
class Finished:
    """A finished unit."""

    notes: tuple[dict[str, Any], ...]
    """Each note with its case, path, hash and status, and the reason where it was set aside."""
    cases: int
    failed_cases: tuple[dict[str, Any], ...]
    """Cases that could not be merged, with the reason."""
    size: int
    """Bytes of all notes."""
    time_limit: float | None
    """Seconds that some note did not get along with; null where every note did."""
    parts: Mapping[str, bytes]

    @property
    def failed(self) -> int:
        """Notes that were set aside."""
        return sum(1 for note in self.notes if note["status"] != "read")


def key_of(unit: str, digests: Sequence[str | None]) -> str:
    """Name of a finished unit: it changes with the settings, the names of the notes and every word in them."""
    return hashlib.sha256(json.dumps([unit, *digests]).encode()).hexdigest()


def save(storage: Storage, key: str, finished: Finished) -> None:
    """Write a finished unit in one step.

    Raises:
        OutputError: it cannot be written.
    """
    told = {
        "notes": finished.notes,
        "cases": finished.cases,
        "failed_cases": finished.failed_cases,
        "size": finished.size,
        "time_limit": finished.time_limit,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in [(_TOLD, json.dumps(told).encode()), *sorted(finished.parts.items())]:
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    storage.write(key + SUFFIX, stream.getvalue())


def load(storage: Storage, key: str, *, parts: bool = True) -> Finished | None:
    """A finished unit, with its parts or without; null when there is none."""
    data = storage.read(key + SUFFIX)
    if data is None:
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        told: dict[str, Any] = json.loads(archive.read(_TOLD))
        content = {name: archive.read(name) for name in archive.namelist() if parts and name != _TOLD}
    return Finished(
        notes=tuple(told["notes"]),
        cases=told["cases"],
        failed_cases=tuple(told["failed_cases"]),
        size=told["size"],
        time_limit=told["time_limit"],
        parts=content,
    )
