"""An addition carried out: what is new, what the case holds already, and what stands against it."""

from __future__ import annotations

from collections.abc import Callable

from osteocase.assistant import overview
from osteocase.assistant.adding import additions, nothing_added
from osteocase.assistant.axis import moved
from osteocase.assistant.finding import Selection
from osteocase.assistant.guarding import denied_of
from osteocase.assistant.hearing import Heard
from osteocase.assistant.known_already import known_already, told_by
from osteocase.assistant.patients import of_other_day
from osteocase.assistant.reply import Reply, lines, of_records
from osteocase.assistant.taken_in import against, with_known_unit
from osteocase.assistant.turn import Turn, turn_of
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, NoteRecord, Record, Score
from osteocase.review import AUTHOR_NOTE, AddRecord, Change, Reject, Session, Several

__all__ = ["ASKS_TIME", "entered", "tells_time_alone"]

ASKS_TIME = "No time was said"

_ANOTHER = frozenset(("another", "second", "third", "new", "further", "again", "repeat"))
"""Words that say that it is not the one which is known."""


def entered(
    words: str,
    read: NoteRecord,
    heard: Heard,
    intent: str,
    found: Selection,
    session: Session,
    *,
    read_words: Callable[[str], NoteRecord],
    vocabulary: Vocabulary,
    doubts: Callable[[list[Change]], str | None],
) -> Turn:
    """Add what is told and is not known yet, and say what is known already.

    Args:
        words: the words that tell it.
        read: what was read in them.
        heard: the utterance.
        intent: how it was understood.
        found: what it names.
        session: the case, which is changed.
        read_words: reads other words for the same.
        vocabulary: names of what people abbreviate.
        doubts: why what is new is to be asked for first; null where it is not.
    """
    changes = additions(words, read, heard, read_words=read_words, vocabulary=vocabulary)
    if not changes:
        return turn_of(heard, "add", found, Reply(nothing_added(words, read)))
    told_of = next((of_other_day(one.fields, heard, session) for one in changes if one.kind == "edit_patient"), None)
    if told_of is not None:
        return turn_of(heard, intent, found, Reply(told_of))
    changes, unit = with_known_unit(changes, session)
    known: list[Record] = []
    left: list[Change] = []
    for change in changes:
        there = known_already(change, session, AUTHOR_NOTE)
        known += there or []
        left += [change] if there is None else []
    if not left:
        return turn_of(heard, intent, found, _nothing_new(heard, known, overview.of_patient(changes, session)))
    held = doubts(left)
    if held is not None:
        return turn_of(heard, "add", found, Reply(held))
    denied = denied_of([one.record for one in left if isinstance(one, AddRecord)], session)
    if denied:
        left.append(Reject(records=tuple(one.id for one in denied), reason=words))
    old = list(session.records)
    before, axis = set(session.state.decisions), session.case.case.axis
    made = session.apply(left[0] if len(left) == 1 else Several(changes=tuple(left)))
    new = [one for one in told_by(session, before, AUTHOR_NOTE) if one.id not in {gone.id for gone in denied}]
    shown = "\n".join(filter(None, (lines(new) if new else "", overview.of_patient(left, session))))
    was = _taken_over(new, old)
    already = f"Recorded already: {lines(known)}\n" if known else ""
    other = [one for one in against(new, session) if one.id not in {gone.id for gone in denied}]
    was += f"In the place of: {lines(denied)}\n" if denied else ""
    still = f"It is also recorded: {lines(other)}\n" if other else ""
    when = f"{ASKS_TIME}; you can say it now, such as: it was in May 2021.\n" if _lack_time(made, new) else ""
    text = f"Added: {shown}\n{was}{already}{unit}{still}{when}{moved(axis, session)}Say undo to take it back."
    return turn_of(heard, intent, found, of_records(text, new), (made,))


def tells_time_alone(heard: Heard) -> bool:
    """``March 2021``, in answer to the missing time of what was added."""
    timed = heard.date is not None or heard.months is not None
    named = any(hit.topic != "utterance" and hit.topic != "event" for hit in heard.hits)
    return timed and not named and not heard.is_question and len(heard.words) <= _FEW and not heard.unknown_words


_FEW = 5


def _nothing_new(heard: Heard, known: list[Record], of_patient: str) -> Reply:
    """What is recorded already; of a further one it must be said what tells it from that."""
    if known and _ANOTHER & set(heard.words):
        told = (
            "Nothing tells it from the one that is recorded, so nothing was added. Say the time of the other one too:"
        )
        return of_records(f"{told}\n{lines(known)}", known)
    return of_records(f"That is recorded already, so nothing was added:\n{lines(known) or of_patient}", known)


def _taken_over(new: list[Record], old: list[Record]) -> str:
    """How a record read before that an addition completed or changed: ``Genant grade 2`` where 3 is told now."""
    places = {place for record in new for place in (record.source, *record.also)}
    kinds = {type(record) for record in new if not isinstance(record, Event)}
    before = [
        one
        for one in old
        if one.source in places and type(one) in kinds and (not isinstance(one, Finding) or one.detail is not None)
    ]
    return f"Recorded before as: {lines(before)}\n" if before else ""


def _lack_time(change: Change, records: list[Record]) -> bool:
    """Whether what was added was measured or happened at a time, and none is known of it."""
    one = change.changes[0] if isinstance(change, Several) and len(change.changes) == 1 else change
    return isinstance(one, AddRecord) and any(
        isinstance(record, Lab | Bmd | Score | Fracture)
        and record.time is None
        and getattr(record, "subject", "patient") == "patient"
        and getattr(record, "status", "present") == "present"
        for record in records
    )
