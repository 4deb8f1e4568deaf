"""Times that count from the very thing they stand before: ``six months after the first tablet of alendronic acid``.

Such words tell where the note stands and not when the drug began: the drug began six months before the note. Where the
words before the thing do not say so much, a time that ends with ``after`` and counts from nothing known is dropped
rather than counted from whatever was told before. What goes on now did not begin now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar

from osteocase.case.months import date_position
from osteocase.case.without_year import Order, in_its_year, slashed_order
from osteocase.records import Event, Fracture, Lab, NoteRecord, Offset, Record, Time, Treatment

__all__ = ["settle_own_times"]

Told = TypeVar("Told", bound=Record)

_OPEN = re.compile(
    r"\b(?:after|since|following|from)(?:\s+(?:the|a|an|her|his|their|this|that|its))?\s*$", re.IGNORECASE
)
_NOW = frozenset({"now", "currently", "at present", "presently", "still", "to date"})
_RECALLED = frozenset({"past", "ongoing", "completed", "stopped"})
"""States of a treatment that was there before the note."""
_EVENTS = frozenset({"treatment_start", "surgery", "fracture"})


def settle_own_times(notes: Sequence[NoteRecord]) -> tuple[NoteRecord, ...]:
    """The notes with such times turned round or dropped."""
    return tuple(_settled(note, *_days_around(notes, note)) for note in notes)


def _days_around(notes: Sequence[NoteRecord], note: NoteRecord) -> tuple[str | None, str]:
    """The day before or on which a note was written, and the day since when: its own, else those of the notes whose
    names stand before and behind its name."""
    if note.note.date is not None:
        return note.note.date, ""
    dated = sorted((other.note.id, other.note.date) for other in notes if other.note.date is not None)
    before = [date for name, date in dated if name < note.note.id]
    behind = [date for name, date in dated if name > note.note.id]
    return (behind[0], before[-1]) if before and behind and before[-1] <= behind[0] else (None, "")


def _settled(note: NoteRecord, written: str | None, since: str) -> NoteRecord:
    turned: dict[str, Time | None] = {}
    treatments = []
    for item in note.treatments:
        if _goes_on(item):
            treatments.append(item.model_copy(update={"start": None}))
            continue
        own = _own_time(item)
        if own is not None and item.start is not None:
            turned[item.start.text] = own
            treatments.append(item.model_copy(update=_from_its_end(item, own)))
        else:
            treatments.append(item)
    changes: dict[str, Any] = {"treatments": tuple(treatments)}
    going_on = frozenset(item.id for item in note.treatments if _goes_on(item))
    events = (_event(event, turned, going_on) for event in note.events)
    changes["events"] = tuple(event for event in events if event is not None)
    changes["fractures"] = tuple(_fracture(item) for item in note.fractures)
    order = slashed_order(note)
    for name in ("scores", "fractures", "events", "findings", "labs", "bmd"):
        records = changes.get(name, getattr(note, name))
        changes[name] = tuple(_in_its_year(item, written, since, order) for item in records)
    if _of_the_operation(note):
        changes["labs"] = tuple(_from_the_operation(item) for item in changes["labs"])
    return note.model_copy(update=changes)


def _in_its_year(item: Told, written: str | None, since: str, order: Order | None) -> Told:
    """``in June`` is the last June before the note, ``13/03`` the last 13 March.

    In a note without a day of its own it is one between those of the notes around it, or none.
    """
    time: Time | None = getattr(item, "time", None)
    if time is None or time.date is not None or (time.offset is not None and time.offset.value) or written is None:
        return item
    if item.review != "unreviewed" or getattr(item, "status", "present") == "planned":
        return item
    dated = in_its_year(time, written, order)
    if dated is time or (since and (time.anchor is not None or not since <= (dated.date or "") <= written)):
        return item
    return item.model_copy(update={"time": dated})


def _of_the_operation(note: NoteRecord) -> bool:
    """The note is about an operation of its own days, from which ``day 2`` counts."""
    written = note.note.date
    dates = [
        item.start.date
        for item in note.treatments
        if item.kind == "surgery"
        and item.subject == "patient"
        and item.start is not None
        and item.start.date is not None
    ]
    return written is not None and any(
        len(date) == len(written) == 10 and abs(date_position(written) - date_position(date)) <= _STAY for date in dates
    )


_STAY = Decimal(1)
"""Months within which a note about an operation tells the days after it."""


def _from_the_operation(item: Lab) -> Lab:
    """``calcium 7.9 on day 2`` and the first PTH during an operation count from the operation."""
    time = item.time
    if time is not None and time.date is None and _MINUTES.match(time.text) is not None:
        at_once = {"kind": "relative", "anchor": "surgery", "offset": Offset(value=Decimal(0), unit="day")}
        return item.model_copy(update={"time": time.model_copy(update={**at_once, "precision": "day"})})
    if time is None or time.anchor != "baseline" or time.offset is None:
        return item
    if time.offset.value and time.offset.unit != "day":
        return item
    offset = time.offset.model_copy(update={"unit": "day"})
    counted = time.model_copy(update={"kind": "relative", "anchor": "surgery", "offset": offset, "precision": "day"})
    return item.model_copy(update={"time": counted})


_MINUTES = re.compile(r"(?:at\s+)?\d+\s?(?:min(?:ute)?s?|h(?:ou)?rs?)\b", re.IGNORECASE)


def _is_open(time: Time | None) -> bool:
    """A distance from something that the words of the time do not name."""
    return (
        time is not None
        and time.anchor == "previous_event"
        and time.offset is not None
        and _OPEN.search(time.text) is not None
    )


def _own_time(item: Treatment) -> Time | None:
    """The start of a treatment whose words begin with the distance from it."""
    start = item.start
    if item.review != "unreviewed" or not _is_open(start) or item.status not in _RECALLED:
        return None
    assert start is not None
    assert start.offset is not None
    if not item.source.text.startswith(start.text):
        return None
    offset = start.offset.model_copy(update={"value": -start.offset.value})
    return start.model_copy(update={"anchor": "note_date", "offset": offset})


def _from_its_end(item: Treatment, own: Time) -> dict[str, Time | None]:
    """``10 months since her 12-month course of X ended``: a whole course is counted from its end."""
    whole = item.status in ("completed", "stopped") and item.duration is not None and item.stop is None
    return {"start": None, "stop": own} if whole else {"start": own}


def _goes_on(item: Treatment) -> bool:
    now = item.start is not None and item.start.text.casefold() in _NOW
    return now and item.status == "ongoing" and item.review == "unreviewed"


def _event(event: Event, turned: dict[str, Time | None], going_on: frozenset[str]) -> Event | None:
    """The event with its time set right; null where it only tells that a treatment goes on."""
    if event.kind == "treatment_start" and event.records and going_on.issuperset(event.records):
        return None
    if event.kind not in _EVENTS or event.review != "unreviewed" or not _is_open(event.time):
        return event
    assert event.time is not None
    return event.model_copy(update={"time": turned.get(event.time.text)})


def _fracture(item: Fracture) -> Fracture:
    return item.model_copy(update={"time": None}) if item.review == "unreviewed" and _is_open(item.time) else item
