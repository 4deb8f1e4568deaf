"""One note of a batch before it is read: which case it belongs to, what it is called, and where its words are."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["Item"]


@dataclass(frozen=True, slots=True)
class Item:
    """A note to be read; its words are in the file ``path`` or, from a table, here."""

    note: str
    """Id of the note; different for all notes of one case."""
    case: str | None
    """Id of the case; null where notes are not grouped."""
    path: str
    """File of the note, or file and row of the table."""
    size: int
    """Bytes, as far as they are known without reading."""
    text: str | None = None
    """The words where they came from a table; null where ``path`` is to be read."""
    fault: str | None = None
    """Why this note cannot be read, where that is known already."""

    def as_json(self) -> dict[str, Any]:
        """The item as plain data for a worker."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Item:
        """The item that ``as_json`` wrote."""
        return cls(**data)
