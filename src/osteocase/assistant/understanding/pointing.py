"""Which of the records that were told last are meant: ``that one``, ``the second``, ``the one from 2020``, ``them``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osteocase.assistant.subjects.finding import same_thing
from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.understanding.choosing import chosen_of, described
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record
from osteocase.review import Session

__all__ = ["Pointed", "of_told", "pointed_at"]

_THEY = frozenset(("they", "them", "both", "these", "those"))
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
    chosen = described(heard, told, Selection(), session)
    if chosen:
        return Pointed(chosen)
    return Pointed(told, unclear=not _SEVERAL & set(heard.words))


def of_told(
    heard: Heard, spoken: Sequence[str], listed: Sequence[str], records: Sequence[Record], session: Session
) -> list[Record]:
    """Of what a question names, the records that were told last; of a list the first or the second, if that is said.

    Args:
        heard: the question.
        spoken: records that were told last.
        listed: records of the last list of several.
        records: those that the question names.
        session: the case.
    """
    known = {record.id: record for record in session.records}
    named = {record.id for record in records}
    shown = [known[one] for one in spoken if one in known and one in named]
    if not heard.has("time"):
        of_more = {same_thing(one) for one in records} - {same_thing(one) for one in shown}
        if len(shown) == 1 and of_more and _THEY & set(heard.words):  # ``are they normal?``, after two that were asked
            return list(records)
        return shown or list(records)
    row = spoken if len(spoken) > 1 else listed if set(spoken) <= set(listed) else ()
    told = [known[one] for one in row if one in known and getattr(known[one], "subject", "patient") == "patient"]
    there = [one for one in told if getattr(one, "status", "present") != "absent"] or told
    if len(there) < 2 or not {type(one) for one in there} & {type(one) for one in (records or there)}:
        return list(records)
    return chosen_of(heard, there) or list(records)
