"""Taking changes back: the last one or several, all of this talk, or the acceptance of what is named.

Notes that came when the case was opened are nobody's change: ``undo`` leaves them in the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from osteocase.assistant.changes.revoking import is_revoked
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.records import Record
from osteocase.review import Accept, AddNote, Change, Defer, Reject, Reopen, Session, Several
from osteocase.review.telling import told
from osteocase.review.wording import word

__all__ = ["calls_back", "came_with_case", "left_alone", "make_again", "take_back"]

_NOTHING = (
    "There is nothing to take back: no change was made since the case was opened. Its notes stay; to take one out, "
    "say: remove the note …"
)
_OK = frozenset(
    ("ok", "okay", "acceptance", "acceptances", "accept", "accepted", "accepting", "approval", "approvals", "approve",
     "approved", "confirmation", "confirmations", "confirm", "confirmed", "tick", "ticks", "unaccept", "signature")
)  # fmt: skip
_ALL = frozenset(("everything", "all", "anything", "whole"))
_MINE = frozenset(("change", "changes", "changed", "did", "done", "corrections", "edits", "everything"))


def came_with_case(session: Session) -> int:
    """How many of the first changes only brought notes in."""
    changes = session.changes
    return next((at for at, change in enumerate(changes) if not _only_notes(change)), len(changes))


def take_back(
    heard: Heard, found: Selection, session: Session, came: int, before: int
) -> tuple[Reply, tuple[Change, ...]]:
    """Take back what is meant, and say what it was.

    Args:
        heard: what is said.
        found: the records that it names.
        session: the case.
        came: number of the first changes that opened the case.
        before: number of changes that stood before this talk.
    """
    words = set(heard.words)
    restored = _restored(heard, found, session)
    if restored is not None:
        return restored
    if found.named and (words & _OK or _REOPENS.search(heard.say)):
        return _reopened(found, session)
    if len(session.changes) <= came:
        return Reply(_NOTHING), ()
    if not found.named and words & _ALL and words & _MINE:
        back = []
        while len(session.changes) > max(came, before):
            change = session.undo()
            back += [told(change, session)] if change is not None else []
        return Reply(f"Taken back: {'; '.join(back)}." if back else _NOTHING), ()
    named = {record.id for record in found.records}
    taken: list[str] = []
    for _one in range(_how_many(heard)):
        if len(session.changes) <= came:
            break
        last = session.changes[-1]
        if taken and _only_notes(last):
            break  # ``undo both`` takes no note out beside what was changed in it
        touched = set(_records_of(last))
        if named and touched and not touched & named:
            if not taken:
                return Reply(f"The last change is another one: {told(last, session)}. Say undo to take that back."), ()
            break
        if not taken and (part := _part_of(last, found, session)):
            made = session.apply(Reopen(records=tuple(one.id for one in part)))
            rest = "The others stay as they were decided. Say undo to decide on these again as well."
            return of_records(f"Taken back, of these only:\n{lines(part)}\n{rest}", part), (made,)
        change = session.undo()
        taken += [told(change, session)] if change is not None else []
    return Reply(f"Taken back: {'; '.join(taken)}." if taken else _NOTHING), ()


def _part_of(last: Change, found: Selection, session: Session) -> list[Record]:
    """``undo the TSH``, where it was accepted or rejected with others: those of them that are named; none for all."""
    if not found.named or not isinstance(last, Accept | Reject | Defer):
        return []
    known = {record.id: record for record in session.records}
    ids, names = {one.id for one in found.records}, [one.casefold() for one in found.asked]
    touched = [known[one] for one in last.records if one in known]
    named = [one for one in touched if one.id in ids or any(name in word(one).what.casefold() for name in names)]
    return named if len(named) < len(touched) else []


def make_again(heard: Heard, session: Session) -> Reply:
    """Make one or several changes again that were taken back."""
    made: list[str] = []
    for _one in range(_how_many(heard)):
        change = session.redo()
        made += [told(change, session)] if change is not None else []
    return Reply(f"Made again: {'; '.join(made)}." if made else "There is nothing to make again.")


def left_alone(heard: Heard, found: Selection, session: Session, *, changed: bool) -> tuple[Reply, tuple[Change, ...]]:
    """Leave all as it is; ``leave it as it was``, said of what was changed just now, takes that back.

    Args:
        heard: what is said.
        found: the records that it names.
        session: the case.
        changed: whether the turn before changed something.
    """
    last = session.changes[-1] if session.changes else None
    named = {record.id for record in found.records}
    if not changed or last is None or (named and not named & set(_records_of(last))):
        return Reply("Then all is left as it is. Nothing was changed."), ()
    if _AS_BEFORE.search(heard.say):
        change = session.undo()
        return Reply(f"Taken back: {told(change, session)}." if change is not None else _NOTHING), ()
    return Reply(f"The last change stands: {told(last, session)}. Say undo to take it back."), ()


def calls_back(say: str, heard: Heard, turn: Turn | None, asked: Sequence[str], session: Session) -> bool:
    """Whether what is said takes back the change before: ``no, the old one was right``, ``take that out again``.

    Args:
        say: all that is said.
        heard: what is left of it without its courtesies.
        turn: the turn before.
        asked: records of the assistant's question, which has two numbers to choose from.
        session: the case.
    """
    changed = turn is not None and bool(turn.changes)
    if is_revoked(say, turn, session):
        return True
    old_right = _OLD_RIGHT.search(heard.say) is not None and not heard.is_question
    of_choice = (
        turn is not None and bool(set(turn.records) & set(asked)) and _OTHER_OF_TWO.search(heard.say) is not None
    )
    return changed and (old_right or of_choice)


_OTHER_OF_TWO = re.compile(
    r"^\W*(?:(?:no|nope|sorry|wait|actually|oh|rather|i meant?|it (?:is|was)|take|make (?:it|that))\W+)+"
    r"the (?:other|first|second|former|latter)(?:\s+(?:one|number|value))?\W*$",
    re.IGNORECASE,
)
_OLD_RIGHT = re.compile(
    r"\b(?:old|previous|original|first|earlier|recorded) (?:one|value|figure|number|date|entry|version|text)?\s*"
    r"(?:was|is) (?:right|correct|ok|fine|better)(?: after all)?\W*$"
    r"|\b(?:was|were) (?:right|correct|fine|ok) (?:before|as (?:it|they) (?:was|were)|the first time)\W*$",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(
    r"\b(?:as|like|how|the way) (?:it|that|they|things) (?:was|were|had been)\b|\b(?:as|like) before\b", re.IGNORECASE
)
_HOW_MANY = re.compile(
    r"\b(?:last|latest|previous|past|recent)\s+(?P<last>\d+|[a-z]+)\b"
    r"|\b(?P<times>\d+|[a-z]+)\s+(?:times|changes|corrections|steps|edits|decisions|things)\b",
    re.IGNORECASE,
)


def _how_many(heard: Heard) -> int:
    """``undo the last two``, ``redo twice``: so many changes; one unless it is said."""
    words = set(heard.words)
    if words & {"twice", "both"}:
        return len(("one", "other"))
    for match in _HOW_MANY.finditer(heard.say):
        said = (match["last"] or match["times"]).casefold()
        number = int(said) if said.isdecimal() else NUMBER_WORDS.get(said, 0) if len(said) > len("a ") else 0
        if number:
            return int(number)
    return 1


_REOPENS = re.compile(r"\b(?:re-?open|un-?accept|un-?review)(?:ed|ing)?\b", re.IGNORECASE)
_RESTORES = re.compile(
    r"\b(?:restore|reinstate|re-?open|bring back|put back|un-?\s?delete|un-?\s?reject|un-?\s?remove|recover)\b|"
    r"\b(?:bring|put|want|get|take)\b.{2,40}\bback\b",
    re.IGNORECASE,
)
_REJECTED = frozenset(("rejected", "deleted", "removed", "discarded", "rejections", "deletions"))


def _restored(heard: Heard, found: Selection, session: Session) -> tuple[Reply, tuple[Change, ...]] | None:
    """``restore the TSH``: what was rejected and is named, whatever was done since; null where it is not so meant."""
    if not _RESTORES.search(heard.say) or set(heard.words) & _OK:
        return None
    gone = [one for one in session.records if one.review == "rejected"]
    every = bool(set(heard.words) & _ALL and set(heard.words) & _REJECTED)
    names = [one.casefold() for one in found.asked]
    meant = gone if every else [one for one in gone if any(name in word(one).what.casefold() for name in names)]
    last = set(_records_of(session.changes[-1])) if session.changes else set[str]()
    if not meant or {one.id for one in meant} <= last:
        return None
    made = session.apply(Reopen(records=tuple(one.id for one in meant)))
    return of_records(f"Taken in again:\n{lines(meant)}\nSay undo to reject it again.", meant), (made,)


def _reopened(found: Selection, session: Session) -> tuple[Reply, tuple[Change, ...]]:
    """``take back the ok for the P1NP``: of these only."""
    accepted: list[Record] = [record for record in found.records if record.review == "accepted"]
    what = " and ".join(dict.fromkeys(found.asked)) or "that"
    if not accepted:
        return Reply(f"No acceptance of {what} stands, so nothing was taken back."), ()
    made = session.apply(Reopen(records=tuple(record.id for record in accepted)))
    return of_records(f"No longer accepted:\n{lines(accepted)}\nSay undo to accept them again.", accepted), (made,)


def _only_notes(change: Change) -> bool:
    if isinstance(change, Several):
        return all(_only_notes(one) for one in change.changes)
    return isinstance(change, AddNote)


def _records_of(change: Change) -> Iterator[str]:
    if isinstance(change, Several):
        for one in change.changes:
            yield from _records_of(one)
    yield from getattr(change, "records", ())
    named = getattr(change, "record", None)
    if isinstance(named, str):
        yield named
