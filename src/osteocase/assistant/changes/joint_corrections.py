"""Several corrections of one sentence, made in one step: ``the ALP was 94 and the PTH 5.1``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from osteocase.assistant.changes.corrections import correct
from osteocase.assistant.changes.guarding import SAME
from osteocase.assistant.changes.pairing import paired, with_own_date, with_own_time
from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.subjects.targets import by_old_value, by_told_value
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.review import Edit, Session

__all__ = ["Joint", "joint"]


@dataclass(frozen=True)
class Joint:
    """What the parts change together; nothing where the sentence is better taken as a whole."""

    edits: tuple[Edit, ...] = ()
    question: str | None = None
    """What is not clear of one part, so that none is made."""
    about: Selection | None = None
    """What that part names."""


def joint(whole: Heard, parts: Sequence[Heard], session: Session, vocabulary: Vocabulary, focus: str | None) -> Joint:
    """The edits of all parts; a part that tells what is recorded already changes nothing."""
    edits: list[Edit] = []
    for part in parts:
        found = by_told_value(part, select(part, session, vocabulary), session, vocabulary)
        found = by_old_value(part, found, session, vocabulary)
        wish = correct(part, found, session, vocabulary, focus)
        if wish.edits:
            edits += [one for one in wish.edits if one not in edits]
        elif not (wish.question or "").startswith(SAME):
            grounds = any(one.grounds is not None for one in parts)  # of which the whole would lose the reason
            if not (paired(whole) or with_own_time(whole) or with_own_date(whole) or grounds):
                return Joint()
            names = " and ".join({one.casefold(): one for one in found.asked}.values())
            text = f"{names}: {wish.question} Nothing was changed; say each by itself."
            return Joint(question=text, about=found)  # neither the one nor the other, rather than half of it
    return _merged(edits)


_TWICE = "Two values are told of one record, so nothing was changed. Say which value is of which time."


def _merged(edits: Sequence[Edit]) -> Joint:
    """One edit a record; none where two parts tell its one field differently."""
    fields: dict[str, dict[str, Any]] = {}
    for one in edits:
        known = fields.setdefault(one.record, {})
        if any(name in known and known[name] != value for name, value in one.fields.items()):
            return Joint(question=_TWICE)
        known |= one.fields
    return Joint(edits=tuple(Edit(record=record, fields=new) for record, new in fields.items()))
