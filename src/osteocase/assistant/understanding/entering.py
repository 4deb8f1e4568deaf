"""An addition carried out: what is new, what the case holds already, and what stands against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from osteocase.assistant.answers import overview
from osteocase.assistant.changes.adding import additions, nothing_added
from osteocase.assistant.changes.axis import moved
from osteocase.assistant.changes.denials import denied_of
from osteocase.assistant.changes.known_already import known_already, told_by
from osteocase.assistant.changes.patients import of_other_day
from osteocase.assistant.changes.taken_in import against, with_known_unit
from osteocase.assistant.subjects.finding import Selection, values_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.turn import Turn, turn_of
from osteocase.assistant.understanding.understood import Understood
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, NoteRecord, Record, Score
from osteocase.review import AUTHOR_NOTE, AddRecord, Change, Reject, Session, Several

__all__ = ["ASKS_TIME", "completed", "entered", "tells_time_alone"]

ASKS_TIME = "No time was said"

_ANOTHER = frozenset(("another", "second", "third", "new", "further", "again", "repeat"))
"""Words that say that it is not the one which is known."""


def entered(
    understood: Understood,
    read: NoteRecord,
    found: Selection,
    session: Session,
    read_words: Callable[[str], NoteRecord],
    vocabulary: Vocabulary,
    doubts: Callable[[list[Change]], str | None],
) -> Turn:
    """Add what is told and is not known yet, and say what is known already.

    Args:
        understood: the utterance, and the words in it that tell it.
        read: what was read in them.
        found: what it names.
        session: the case, which is changed.
        read_words: reads other words for the same.
        vocabulary: names of what people abbreviate.
        doubts: why what is new is to be asked for first; null where it is not.
    """
    words, heard, intent = understood.words, understood.heard, understood.intent
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
    if (meant := _put_in_place(new, old)) and intent == "add":
        session.undo()
        return turn_of(heard, "add", found, of_records(f"{_OF_WHEN}\n{lines(meant)}", meant))
    was = _taken_over(new, old)
    already = f"Recorded already: {lines(known)}\n" if known else ""
    other = [one for one in against(new, session) if one.id not in {gone.id for gone in denied}]
    was += f"In the place of: {lines(denied)}\n" if denied else ""
    still = f"It is also recorded: {lines(other)}\n" if other else ""
    when = f"{ASKS_TIME}; you can say it now, such as: it was in May 2021.\n" if _lack_time(made, new) else ""
    text = f"Added: {shown}\n{was}{already}{unit}{still}{when}{moved(axis, session)}Say undo to take it back."
    return turn_of(heard, intent, found, of_records(text, new), (made,))


class _Listens(Protocol):
    def heard(self, say: str) -> Heard: ...
    def additions(self, say: str) -> list[Change]: ...


def completed(say: str, added: Heard | None, listener: _Listens, *, changed: bool) -> str | None:
    """An addition with what is told of it now, such as ``on the left``; null where that is nothing of it.

    Args:
        say: what is said behind it.
        added: the sentence that was to add something.
        listener: hears other words.
        changed: whether it added something, which may be corrected as well.
    """
    names = listener.heard(say)
    if added is None or not added.has("add") or not _is_detail(names) or (changed and names.has("correct")):
        return None
    before, start, rest = listener.additions(added.say), added.say.rstrip(" .,;:!"), _LEADS_TO.sub("", say)
    ways = (f"{start} {rest}", f"{start}, {rest}")
    return next((way for way in ways if _completes(before, listener.additions(way), names)), None)


_LEADS_TO = re.compile(
    r"^\W*(?:(?:ah|oh|ok|okay|sorry|and|so|well|it|that|this|she|he|the (?:unit|date|dose|side|day|start)|was|is|took|"
    r"measured|started|given|had)\W+)*",
    re.IGNORECASE,
)


def _is_detail(heard: Heard) -> bool:
    """``60 mg weekly``, ``mmol/L, 1 June 2021``: nothing but what an addition can leave out."""
    if heard.is_question or heard.unknown_words or len(heard.words) > _FEW + _FEW or heard.has(*_NO_DETAIL):
        return False
    named = any(hit.topic in ("analyte", "treatment", "finding", "score") for hit in heard.hits)
    told = heard.figures or heard.date or heard.months is not None or heard.unit or heard.frequencies
    side = {"left", "right"} & set(heard.words)
    place = any(hit.topic in ("bone", "bmd_site") for hit in heard.hits)
    of_course = _ROUTE.search(heard.say) or _YEAR.search(heard.say)
    return bool(told or side or place or of_course) and not named and not heard.starts_with("list")


_NO_DETAIL = (
    "ask", "count", "source", "summary", "extreme", "trend", "abnormal", "advice", "stranger",
    "delete", "accept", "defer", "add", "report", "export", "help", "leave", "retract", "title", "axis", "gap", "undo",
    "redo", "relative", "conflict", "no", "next", "record_kind",
)  # fmt: skip
_ROUTE = re.compile(
    r"\b(?:po|sc|s/c|iv|im|oral(?:ly)?|subcutaneous(?:ly)?|intravenous(?:ly)?|by mouth|infusion|injection)\b", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _completes(before: Sequence[Change], after: Sequence[Change], heard: Heard) -> bool:
    """Whether a sentence with what is told now tells the same facts as the one before, and more of one of them.

    Args:
        before: what the sentence before would add.
        after: what it would add with what is told now.
        heard: what is told now.
    """
    had, has = ([one.record for one in changes if isinstance(one, AddRecord)] for changes in (before, after))
    if not had:
        return bool(has)
    if len(had) != len(has) or any(type(one) is not type(other) for one, other in zip(had, has, strict=True)):
        return False
    placed = any(getattr(one, "bone", None) or getattr(one, "site", None) for one in had)
    if placed and any(hit.topic in ("bone", "bmd_site") for hit in heard.hits):
        return False  # ``the right hip``, behind a broken rib
    pairs = [(_stated(one), _stated(other)) for one, other in zip(had, has, strict=True)]
    return all(one.items() <= other.items() for one, other in pairs) and any(one != other for one, other in pairs)


_OF_READING = frozenset(
    ("id", "source", "also", "rule", "status", "temporality", "flag", "flag_basis", "canonical_value",
     "canonical_unit", "unit", "name_text", "qualitative", "dose_text", "fragility")
)  # fmt: skip
"""What changes with the words alone, or follows from another field."""


def _stated(record: Record) -> dict[str, object]:
    """What a record states, by field."""
    return {
        name: repr(value)
        for name in type(record).model_fields
        if name not in _OF_READING and (value := getattr(record, name)) not in (None, (), "")
    }


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


_OF_WHEN = (
    "Is that another one, or what is recorded put right? Nothing was added. Say when it was measured, "
    "or: it should be …"
)


def _put_in_place(new: list[Record], old: list[Record]) -> list[Record]:
    """What was measured and is recorded, in whose place another number without a time of its own would stand."""
    places = {place for record in new for place in (record.source, *record.also)}
    measured = [one for one in old if isinstance(one, Lab | Score) and one.source in places]
    return [one for one in measured if not any(set(values_of(one)) & set(values_of(record)) for record in new)]


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
