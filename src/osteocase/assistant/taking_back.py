"""Taking changes back: the last one, all of this talk, or the acceptance of what is named.

Notes that came when the case was opened are nobody's change: ``undo`` leaves them in the case.
"""

from __future__ import annotations

from collections.abc import Iterator

from osteocase.assistant.finding import Selection
from osteocase.assistant.hearing import Heard
from osteocase.assistant.reply import Reply, lines, of_records
from osteocase.records import Record
from osteocase.review import AddNote, Change, Reopen, Session, Several
from osteocase.review.telling import told

__all__ = ["came_with_case", "take_back"]

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
    if found.named and words & _OK:
        return _reopened(found, session)
    if len(session.changes) <= came:
        return Reply(_NOTHING), ()
    if not found.named and words & _ALL and words & _MINE:
        back = []
        while len(session.changes) > max(came, before):
            change = session.undo()
            back += [told(change, session)] if change is not None else []
        return Reply(f"Taken back: {'; '.join(back)}." if back else _NOTHING), ()
    last = session.changes[-1]
    touched, named = set(_records_of(last)), {record.id for record in found.records}
    if named and touched and not touched & named:
        return Reply(f"The last change is another one: {told(last, session)}. Say undo to take that back."), ()
    change = session.undo()
    return Reply(f"Taken back: {told(change, session)}." if change is not None else _NOTHING), ()


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
