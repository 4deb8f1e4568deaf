"""An answer before it becomes a turn: words, the places that they rest on, and the records they speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osteocase.records import Record, Source
from osteocase.review.wording import word

__all__ = ["Reply", "lines", "of_records"]

_MOST = 14
"""Records told one by one; more are counted."""


@dataclass(frozen=True)
class Reply:
    """What is answered."""

    text: str
    sources: tuple[Source, ...] = ()
    records: tuple[str, ...] = ()


def of_records(text: str, records: Sequence[Record]) -> Reply:
    """An answer that rests on records."""
    sources = tuple(dict.fromkeys(record.source for record in records))
    return Reply(text, sources, tuple(record.id for record in records))


def lines(records: Sequence[Record]) -> str:
    """One line a record, as many as a reader takes in."""
    told = [word(record).sentence() for record in records[:_MOST]]
    if len(records) > _MOST:
        told.append(f"and {len(records) - _MOST} more")
    return "\n".join(told)
