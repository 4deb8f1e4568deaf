"""What the notes say of when things were, as statements for the graph of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from osteocase.case.months import date_position, date_precision, offset_months, time_precision
from osteocase.case.timegraph import CALENDAR, Statement
from osteocase.records import Anchor, Event, Fracture, NoteRecord, Offset, Precision, Record, Time, Treatment

__all__ = [
    "GIVEN", "anchor_node", "first_note", "is_index_fracture", "note_node", "note_statements", "position_statement",
    "told_first_visit",
]  # fmt: skip

GIVEN = frozenset({"started", "ongoing", "completed", "stopped", "past"})
"""States of a treatment that the patient has had."""

GESTATION_MONTHS = Decimal("9.2")
"""40 weeks from the last menstrual period to delivery, as gestational age is counted; no note has to say so."""

_SINGLE_EVENTS = frozenset({"delivery", "conception", "menopause", "weaning", "symptom_onset"})
_VISIT_ANCHORS = frozenset(
    {"delivery", "treatment_start", "treatment_stop", "surgery", "symptom_onset", "menopause", "weaning"}
)


def note_node(note_id: str) -> str:
    """The node for the day that a note was written."""
    return f"note:{note_id}"


def first_note(notes: Sequence[NoteRecord]) -> str | None:
    """The note of the first visit: the first that is dated, else the only one."""
    dated = next((note.note.id for note in notes if note.note.date), None)
    return dated or (notes[0].note.id if len(notes) == 1 else None)


def told_first_visit(notes: Sequence[NoteRecord]) -> Event | None:
    """The visit that a course begins with, where the first note sums it up: ``She came on 3 March. ... At six months``.

    It is the last dated visit told before the first result at a distance from the beginning; null where the first note
    tells no such result, so that it is of the first visit itself.
    """
    note = next((note for note in notes if note.note.id == first_note(notes)), None)
    if note is None or note.note.date is None:
        return None
    told = [(record.time, record.source.start) for record in note.labs]
    told += [(record.time, record.source.start) for record in note.bmd]
    told += [(record.time, record.source.start) for record in note.scores]
    later = [
        start
        for time, start in told
        if time is not None and time.anchor == "baseline" and time.offset is not None and time.offset.value > 0
    ]
    visits = [
        event
        for event in note.events
        if event.kind == "visit"
        and event.time is not None
        and event.time.date is not None
        and event.time.date < note.note.date
        and event.source.start < min(later, default=0)
    ]
    return max(visits, key=lambda event: event.source.start, default=None)


def anchor_node(anchor: Anchor, note_id: str, main_drug: str | None) -> str | None:
    """The node that a time counts from; null where only the running text could tell it."""
    if anchor == "previous_event":
        return None
    if anchor == "note_date":
        return note_node(note_id)
    if anchor in ("treatment_start", "treatment_stop") and main_drug is not None:
        return f"{anchor}:{main_drug}"
    return anchor


def position_statement(
    node: str, time: Time, note_id: str, main_drug: str | None, record: Record | None = None, *, assumed: bool = False
) -> Statement | None:
    """One stated time as a statement about ``node``; null where the words place it nowhere."""
    records = (record.id,) if record is not None else ()
    source = record.source if record is not None else None

    def told(earlier: str, months: Decimal, exact: Precision) -> Statement:
        return Statement(earlier, node, months, exact, records, source, assumed)

    if time.date is not None:
        return told(CALENDAR, date_position(time.date), date_precision(time.date))
    length = offset_months(time.offset) if time.offset is not None else Decimal(0)
    if time.kind == "age":
        return told("birth", length + 6, "year") if time.offset else None
    if time.anchor is None or (time.offset is None and time.kind != "label"):
        return None
    if time.anchor == "birth" and time.offset is None:
        return None  # "as an adult" is no day
    origin = anchor_node(time.anchor, note_id, main_drug)
    if origin is None or origin == node:
        return None
    return told(origin, length, time_precision(time))


def note_statements(notes: Sequence[NoteRecord], main_drug: str | None) -> tuple[Statement, ...]:
    """Everything that the notes say, and what may be assumed where they say nothing."""
    found: list[Statement] = []
    first, steps = first_note(notes), _dose_steps(notes)
    for note in notes:
        here = note_node(note.note.id)
        if note.note.date is not None:
            date = note.note.date
            found.append(Statement(CALENDAR, here, date_position(date), date_precision(date)))
        if note.patient.age_years is not None:
            found.append(Statement("birth", here, note.patient.age_years * 12 + 6, "year"))
        for treatment in note.treatments:
            if treatment.id in steps:
                continue
            if treatment.subject == "patient" and treatment.status in GIVEN:
                found += _treatment_statements(treatment, note.note.id, main_drug)
        found += _event_statements(note, main_drug, is_first=note.note.id == first or note.note.date is None)
    found += _planned_lengths(notes)
    found += _recurring(notes, main_drug)
    found.append(Statement("conception", "delivery", GESTATION_MONTHS, "month"))
    visit = told_first_visit(notes)
    if visit is not None and visit.time is not None and visit.time.date is not None:
        date = visit.time.date
        found.append(
            Statement(CALENDAR, "baseline", date_position(date), date_precision(date), (visit.id,), visit.source)
        )
    if main_drug is not None:
        found.append(Statement("baseline", f"treatment_start:{main_drug}", Decimal(0), "about", assumed=True))
    elif first is not None and visit is None:
        found.append(Statement("baseline", note_node(first), Decimal(0), "about", assumed=True))
    return tuple(found)


def _dose_steps(notes: Sequence[NoteRecord]) -> frozenset[str]:
    """Ids of treatments that tell since when a dose is taken which is not the one the drug was begun with.

    ``prednisolone 2.5 mg since January 2018`` after ``5 mg since 2016`` dates the dose, not the drug.
    """
    dated: dict[str, list[tuple[str, Treatment]]] = {}
    for note in notes:
        for item in note.treatments:
            date = item.start.date if item.start is not None else None
            if item.subject == "patient" and item.status in GIVEN and item.dose is not None and date is not None:
                dated.setdefault(item.agent, []).append((date, item))
    steps: set[str] = set()
    for told in dated.values():
        earliest = min(date for date, _ in told)
        begun = {item.dose for date, item in told if date == earliest}
        steps |= {item.id for _, item in told if item.dose not in begun}
    return frozenset(steps)


def _treatment_statements(treatment: Treatment, note_id: str, main_drug: str | None) -> Iterator[Statement]:
    start, stop, here = f"treatment_start:{treatment.agent}", f"treatment_stop:{treatment.agent}", note_node(note_id)
    told = {
        start: position_statement(start, treatment.start, note_id, main_drug, treatment) if treatment.start else None,
        stop: position_statement(stop, treatment.stop, note_id, main_drug, treatment) if treatment.stop else None,
    }
    yield from (statement for statement in told.values() if statement is not None)
    first = treatment.start
    if first is not None and first.anchor == "treatment_start" and first.offset is not None:
        # "6 months after the start of romosozumab" tells where the note stands, not where the drug began.
        since = offset_months(first.offset)
        if since > 0 and treatment.agent == main_drug:
            yield Statement(start, here, since, time_precision(first), (treatment.id,), treatment.source)
    length = _duration(treatment)
    if length is not None and treatment.status in ("completed", "stopped", "past"):
        # How long a drug had been taken when a note was written is not how long it was taken in all.
        so_far = treatment.status == "past"
        yield Statement(start, stop, length, "month", (treatment.id,), treatment.source, assumed=so_far)
    if length is not None and treatment.status == "ongoing" and told[start] is None:
        yield Statement(start, here, length, "about", assumed=True)
    if treatment.status == "started" and told[start] is None:
        yield Statement(start, here, Decimal(0), "about", assumed=True, records=(treatment.id,))
    if treatment.status in ("completed", "stopped") and told[stop] is None:
        yield Statement(stop, here, Decimal(0), "about", assumed=True, records=(treatment.id,))


def _planned_lengths(notes: Sequence[NoteRecord]) -> Iterator[Statement]:
    """A course begun "for 12 months" and told as completed later ran for as long as it was meant to."""
    courses = [item for note in notes for item in note.treatments if item.subject == "patient"]
    completed = {item.agent for item in courses if item.status == "completed"}
    for item in courses:
        length = _duration(item)
        if length is None or _is_so_far(item):
            continue
        if item.agent in completed and item.status in ("started", "ongoing"):
            start, stop = f"treatment_start:{item.agent}", f"treatment_stop:{item.agent}"
            yield Statement(start, stop, length, "month", (item.id,), item.source)


def _is_so_far(item: Treatment) -> bool:
    """``2 months on romosozumab``: how long it has been taken, told before its name, not how long it is meant to be."""
    words = item.source.text.casefold()
    return item.status == "ongoing" and item.duration is not None and words.startswith(item.duration.casefold())


def _duration(treatment: Treatment) -> Decimal | None:
    if treatment.duration_value is None or treatment.duration_unit is None:
        return None
    return offset_months(Offset(value=treatment.duration_value, unit=treatment.duration_unit))


def _event_statements(note: NoteRecord, main_drug: str | None, *, is_first: bool) -> Iterator[Statement]:
    visits = [
        event
        for event in note.events
        if event.kind == "visit" and event.time is not None and event.time.anchor in _VISIT_ANCHORS
    ]
    for event in note.events:
        if event.kind in _SINGLE_EVENTS and event.time is not None:
            statement = position_statement(_event_node(event, note), event.time, note.note.id, main_drug, event)
            if statement is not None:
                yield statement
    if len(visits) == 1 and visits[0].time is not None:
        # "She came one month after delivery" tells the visit of the first letter; a later letter may only recall it.
        here = note_node(note.note.id)
        statement = position_statement(here, visits[0].time, note.note.id, main_drug, visits[0], assumed=not is_first)
        if statement is not None:
            yield statement


def _event_node(event: Event, note: NoteRecord) -> str:
    """Onsets of two symptoms are two events; every other kind here happens once in a case."""
    if event.kind != "symptom_onset":
        return event.kind
    concepts = sorted({finding.concept for finding in note.findings if finding.id in event.records})
    return f"symptom_onset:{concepts[0]}" if concepts else "symptom_onset"


def _recurring(notes: Sequence[NoteRecord], main_drug: str | None) -> Iterator[Statement]:
    """Index fracture, operation and diagnosis: events that may happen again, so only the first telling counts."""
    seen: set[str] = set()
    done_long_ago = {item.id for note in notes for item in note.treatments if item.status == "past"}
    of_now = any(
        item.kind == "surgery" and item.status in GIVEN and item.status != "past" and item.start is not None
        for note in notes
        for item in note.treatments
    )
    for note in notes:
        told: list[tuple[str, Time | None, Record]] = [
            (event.kind, event.time, event)
            for event in note.events
            if event.kind in ("surgery", "fracture", "diagnosis")
        ]
        told += [
            ("surgery", item.start, item) for item in note.treatments if item.kind == "surgery" and item.status in GIVEN
        ]
        told += [("fracture", item.time, item) for item in note.fractures if is_index_fracture(item)]
        for node, time, record in told:
            if node in seen or time is None:
                continue
            if node == "surgery" and of_now and done_long_ago & {record.id, *getattr(record, "records", ())}:
                continue  # "day 2" counts from the hip of this stay, not from the knee of 2011
            statement = position_statement(node, time, note.note.id, main_drug, record)
            if statement is not None:
                seen.add(node)
                yield statement


def is_index_fracture(fracture: Fracture) -> bool:
    """A fracture of the patient that brought the patient here, not one of long ago."""
    return (
        fracture.subject == "patient"
        and fracture.status == "present"
        and fracture.temporality == "current"
        and fracture.acuity != "chronic"
    )
