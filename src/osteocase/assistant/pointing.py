"""Which of the records that were told last are meant: ``that one``, ``the second``, ``the one from 2020``, ``them``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osteocase.assistant.choosing import chosen_of
from osteocase.assistant.hearing import Heard
from osteocase.records import Record
from osteocase.review import Session

__all__ = ["Pointed", "pointed_at"]

_SEVERAL = frozenset(("them", "those", "these", "all", "both", "they", "everything", "ones"))


@dataclass
class Pointed:
    """Records that may be meant."""

    records: list[Record]
    unclear: bool = False
    """Whether one of them is meant and it is not told which."""


def pointed_at(heard: Heard, spoken: Sequence[str], session: Session) -> Pointed:
    """The records told last that are meant, in the order in which they were told."""
    known = {record.id: record for record in session.records}
    told = [known[one] for one in spoken if one in known]
    if len(told) < 2:
        return Pointed(told)
    chosen = chosen_of(heard, told)
    if chosen:
        return Pointed(chosen)
    return Pointed(told, unclear=not _SEVERAL & set(heard.words))
