"""A note given twice adds its sources to the facts and changes nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osteocase.records import CaseRecord, Record, RecordLists, Source

__all__ = ["with_copies"]


def with_copies(case: CaseRecord, copies: Mapping[str, tuple[str, ...]]) -> CaseRecord:
    """The case with every source repeated for the notes that say the same words.

    ``copies`` is the id of a note to the ids of further notes with its content.
    """
    if not copies:
        return case
    lists: dict[str, Any] = {
        name: tuple(_with_copies(record, copies) for record in getattr(case, name)) for name in RecordLists.model_fields
    }
    return case.model_copy(update=lists)


def _with_copies(record: Record, copies: Mapping[str, tuple[str, ...]]) -> Record:
    repeated = [
        Source(note=name, start=source.start, end=source.end, text=source.text)
        for source in (record.source, *record.also)
        for name in copies.get(source.note, ())
    ]
    return record.model_copy(update={"also": (*record.also, *repeated)}) if repeated else record
