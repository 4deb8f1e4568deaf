"""An answer before it becomes a turn: words, the places that they rest on, and the records they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from osteocase.errors import OsteocaseError
from osteocase.records import Fracture, Record, Source
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["MOST", "Reply", "lines", "of_records", "refused", "told_as_new", "with_new"]

MOST = 18
"""Records told one by one; of more the first and the latest are told, and the rest is counted."""
_FIRST = 6


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


def refused(error: OsteocaseError | ValidationError) -> Reply:
    """What cannot be done, by the session's own words or by those of the model that refuses a value."""
    why = error.message if isinstance(error, OsteocaseError) else error.errors()[0]["msg"].removeprefix("Value error, ")
    return Reply(f"That is not possible: {why}. Nothing was changed.")


def lines(records: Sequence[Record], *, whole: bool = False) -> str:
    """One line a record, as many as a reader takes in; the rest of a long list is had by ``show all of them``."""
    told = [word(record).sentence() for record in records]
    if len(told) > MOST and not whole:
        left = len(told) - MOST
        told[_FIRST : _FIRST + left] = [f"… and {left} more between; say “show all of them”"]
    return "\n".join(told)


_NEW = re.compile(r"\b(?P<word>new|further|fresh|other|additional|more|subsequent)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_BEFORE = 30
"""Characters before what is denied within which ``new`` stands."""


def with_new(reply: Reply, session: Session) -> str:
    """The answer with ``no new vertebral fracture`` where the note denies new ones only."""
    text = reply.text
    for record in session.records:
        if record.id in reply.records and isinstance(record, Fracture) and record.status == "absent":
            said = next(
                (found["word"] for one in (record.source, *record.also) if (found := told_as_new(one, session))), None
            )
            plain = word(record).sentence()
            if said is not None and plain.startswith("No ") and not _NEW.match(f"{plain[3:].split()[0]} "):
                text = text.replace(plain, f"No {said.lower()} {plain[3:]}")
    return text


def told_as_new(place: Source, session: Session) -> re.Match[str] | None:
    """The word by which a note denies new ones only: ``no new fracture``."""
    note = session.state.notes.get(place.note)
    return _NEW.search(note.text[max(0, place.start - _BEFORE) : place.start]) if note is not None else None
