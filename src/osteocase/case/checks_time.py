"""Checks of the order of things: a stop before its start, a result dated after its note, two dates of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from osteocase.case.entries import following_entry
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.months import date_position, plain
from osteocase.case.placing import is_note_date
from osteocase.case.statements import GIVEN
from osteocase.case.timegraph import CALENDAR
from osteocase.case.wording import at_months, listed, number, record_label
from osteocase.lexicon import CheckEntry
from osteocase.records import Bmd, Event, Lab, NoteRecord, Record, RecordLists, Time, Treatment

__all__ = ["FUNCTIONS"]


def statements_of_time(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A stated date or distance that the other statements contradict.

    Message: ``what``, ``quote``, ``stated``, ``found``.
    """
    for item in facts.timeline.contradictions():
        statement = item.statement
        told = {node: _node_words(node) for node in (statement.earlier, statement.later)}
        if statement.earlier == CALENDAR:
            stated = facts.timeline.date_text(item.stated)
            found = facts.timeline.date_text(item.found)
        else:
            stated = _distance(item.stated, told[statement.earlier])
            found = _distance(item.found, told[statement.earlier])
        told_by = [record for one in (statement, *item.against) for record in one.records]
        sources = [one.source for one in (statement, *item.against) if one.source is not None]
        yield Told(
            records=tuple(dict.fromkeys(facts.names.get(record, record) for record in told_by)),
            values={
                "what": told[statement.later],
                "quote": statement.source.text if statement.source is not None else "",
                "stated": stated,
                "found": found,
            },
            stated=stated,
            computed=found,
            sources=tuple(sources),
            key=None if told_by else f"{statement.earlier}>{statement.later}",
        )


def _distance(months: Decimal, origin: str) -> str:
    words = "after" if months >= 0 else "before"
    return f"{number(plain(abs(months), 1))} months {words} {origin}"


def _node_words(node: str) -> str:
    kind, _, name = node.partition(":")
    words = {
        "treatment_start": "the first dose of",
        "treatment_stop": "the last dose of",
        "note": "the note",
        "symptom_onset": "the onset of" if name else "the onset of symptoms",
    }
    head = words.get(kind, f"the {kind.replace('_', ' ')}")
    return f"{head} {name if kind == 'note' else name.replace('_', ' ')}".strip()


def stop_before_start(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A treatment that ends before it begins. Message: ``what``, ``start``, ``stop``."""
    for item in facts.case.treatments:
        start, stop = _months(item.start), _months(item.stop)
        if start is None or stop is None or start <= stop + Decimal("0.1"):
            continue
        assert item.start is not None
        assert item.stop is not None
        yield Told(
            records=(item.id,),
            values={
                "what": item.name,
                "start": f"“{item.start.text}” ({at_months(item.start)})",
                "stop": f"“{item.stop.text}” ({at_months(item.stop)})",
            },
            stated=f"{item.start.text} / {item.stop.text}",
        )


def _months(time: Time | None) -> Decimal | None:
    return time.months if time is not None else None


_OVER = frozenset({"stopped", "completed", "past"})


def told_before_it_was(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A result, image or event dated after the note that tells it as done. ``limits``: ``slack`` (months).

    Where most of a note lies after its date, the date is told as wrong, once. Message: ``what``, ``quote``, ``note``,
    ``date``.
    """
    for note in facts.notes:
        if note.note.date is None or len(note.note.date) != 10:
            continue
        following = following_entry(note, facts.notes)
        written = date_position(following or note.note.date)
        ahead = _ends_that_lie_ahead(note)
        later = [
            (record, time)
            for name in RecordLists.model_fields
            for record in getattr(note, name)
            for time in _times_of_doing(record, ahead)
            if time.date is not None and len(time.date) >= 7 and not is_note_date(time)
            if date_position(time.date) > written + entry.limits["slack"] + (0 if len(time.date) == 10 else 1)
        ]
        if _is_carried_on(note, [(record.source.start, time.date or "") for record, time in later]):
            continue
        groups = [later] if len({time.date for _, time in later}) > 1 or len(later) > 3 else [[pair] for pair in later]
        for group in groups:
            if group:
                yield Told(
                    records=tuple(dict.fromkeys(facts.names[record.id] for record, _ in group)),
                    values={
                        "what": listed(list(dict.fromkeys(record_label(record) for record, _ in group))),
                        "quote": listed(list(dict.fromkeys(time.text for _, time in group))),
                        "note": note.note.id,
                        "date": note.note.date or "",
                    },
                    stated=listed(list(dict.fromkeys(time.date or "" for _, time in group))),
                    computed=note.note.date,
                    sources=tuple(record.source for record, _ in group),
                )


def _is_carried_on(note: NoteRecord, later: list[tuple[int, str]]) -> bool:
    """Whether a note goes on with entries of later visits: several days in their order, behind all of its own day.

    ``later`` holds where each later fact stands, and its day.
    """
    days = [day for _, day in sorted(later)]
    if len(set(days)) < _ENTRIES:
        return False
    if len(later) <= _FEW and date_position(max(days)) > date_position(note.note.date or "") + _SOON:
        return False
    latest = accumulate(days, max)
    if any(date_position(one) > date_position(other) + _RECALLED for one, other in zip(latest, days, strict=True)):
        return False
    first, written = min(later)[0], note.note.date or ""
    records = (record for name in RecordLists.model_fields for record in getattr(note, name))
    dated = (
        (record.source.start, time.date) for record in records if (time := getattr(record, "time", None)) is not None
    )
    return all(start < first for start, date in dated if date is not None and date <= written)


_ENTRIES, _FEW, _RECALLED, _SOON = 2, 3, 3, 2
"""An entry may recall what was done in the months before it."""


def _ends_that_lie_ahead(note: NoteRecord) -> frozenset[str]:
    """Ids of the treatments of a note that go on: their end is a plan, and so is an event that tells it."""
    return frozenset(item.id for item in note.treatments if item.status not in _OVER)


def _times_of_doing(record: Record, ahead: frozenset[str]) -> Iterator[Time]:
    """When it was; plans lie in the future by right, as does the end of what goes on, or that the author told since."""
    if isinstance(record, Treatment):
        told_since = record.review == "edited" and record.stop is not None and record.stop.text == record.stop.date
        ends = (record.start, record.stop if record.status in _OVER and not told_since else None)
        yield from (end for end in ends if end is not None and record.status in GIVEN)
        return
    if getattr(record, "kind", None) == "loss_to_follow_up" or getattr(record, "concept", None) == "lost_to_follow_up":
        return  # a visit that was missed is entered into the note before it
    if isinstance(record, Event) and record.kind == "treatment_stop" and ahead.intersection(record.records):
        return
    if getattr(record, "status", "present") != "present" or getattr(record, "subject", "patient") != "patient":
        return
    time: Time | None = getattr(record, "time", None)
    if time is not None:
        yield time


def far_from_the_rest(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A dated result many months from the note that prints it and from every other measurement.

    ``limits``: ``months``. Message: ``what``, ``quote``, ``note``.
    """
    places = sorted(
        point.months for point in facts.case.timepoints if point.months is not None and len(point.records) > 1
    )
    for note in facts.notes:
        written = facts.timeline.note_position(note.note.id)
        if written is None:
            continue
        for record in (*note.labs, *note.bmd):
            time: Time | None = getattr(record, "time", None)
            if time is None or time.date is None or is_note_date(time) or time.months is None:
                continue
            if len(time.date) < len("2020-01"):
                continue  # a bare year recalls what was long ago
            alone = all(abs(time.months - place) > entry.limits["months"] for place in places)
            if alone and written.months - time.months > entry.limits["months"]:
                yield Told(
                    records=(facts.names[record.id],),
                    values={"what": record_label(record), "quote": time.text, "note": note.note.id},
                    stated=time.date,
                    sources=(record.source,),
                )


def date_slip(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A date of one record that differs in one part from the date that the other records of its note share.

    ``limits``: ``others``, how many at least share it. Message: ``what``, ``quote``, ``usual``, ``note``.
    """
    everywhere = Counter(
        time.date for note in facts.notes for item in (*note.labs, *note.bmd) if (time := _own_date(item)) is not None
    )
    for note in facts.notes:
        for records in (note.labs, note.bmd):
            dated = [(item, time) for item in records if (time := _own_date(item)) is not None]
            here = Counter(time.date for _, time in dated)
            for item, time in dated:
                usual = next((date for date, count in here.items() if count >= entry.limits["others"]), None)
                if (
                    usual is None
                    or time.date is None
                    or everywhere[time.date] > 1
                    or time.date == note.note.date
                    or _is_in_a_row(item, records, usual)
                    or not _one_part_off(time.date, usual)
                    or abs(date_position(time.date) - date_position(usual)) <= _NEAR_DAYS
                ):
                    continue
                yield Told(
                    records=(facts.names[item.id],),
                    values={"what": record_label(item), "quote": time.text, "usual": usual, "note": note.note.id},
                    stated=time.date,
                    computed=usual,
                    sources=(item.source,),
                )


_NEAR_DAYS = Decimal("0.23")
"""Months: within a week another test may well have been done on another day."""


def _is_in_a_row(item: Lab | Bmd, records: Sequence[Lab | Bmd], usual: str) -> bool:
    """``310 on 19 February and 385 on 19 August``: the one thing measured on both days is told as a course."""
    return isinstance(item, Lab) and any(
        isinstance(other, Lab)
        and other.analyte == item.analyte
        and other.value != item.value
        and (time := _own_date(other)) is not None
        and time.date == usual
        for other in records
    )


def _own_date(record: Record) -> Time | None:
    """The calendar day that a result tells of itself."""
    time: Time | None = getattr(record, "time", None)
    own = time is not None and time.date is not None and len(time.date) == 10 and not is_note_date(time)
    return time if own else None


def _one_part_off(date: str, usual: str) -> bool:
    """Another year, month or day, and the rest the same."""
    return sum(one != other for one, other in zip(date.split("-"), usual.split("-"), strict=True)) == 1


def given_after_stop(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A drug told as going on in a note written well after the same course was stopped.

    ``limits``: ``months``. Message: ``what``, ``quote``, ``note``, ``stop``.
    """
    courses = {
        item.id: item
        for item in facts.case.treatments
        if item.status in ("stopped", "completed") and _months(item.stop) is not None and item.subject == "patient"
    }
    for note in facts.notes:
        written = facts.timeline.note_position(note.note.id)
        for item in note.treatments:
            course = courses.get(facts.names[item.id])
            if course is None or written is None or item.status != "ongoing" or course.stop is None:
                continue
            if written.months > (course.stop.months or 0) + entry.limits["months"]:
                yield Told(
                    records=(course.id,),
                    values={
                        "what": course.name,
                        "quote": item.source.text,
                        "note": note.note.id,
                        "stop": f"“{course.stop.text}” ({at_months(course.stop)})",
                    },
                    stated=f"{item.source.text} / {course.stop.text}",
                    sources=(item.source, course.source),
                )


def same_panel_twice(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """All results of one day repeated to the last digit on another: copied forward, or one of the dates is wrong.

    ``limits``: ``analytes``, the least number of results. Message: ``one``, ``other``, ``results``.
    """
    days: dict[Decimal, dict[str, Lab]] = {}
    for labs in facts.labs.values():
        for lab in labs:
            if lab.time is not None and lab.time.months is not None and lab.value is not None:
                days.setdefault(lab.time.months, {})[lab.analyte] = lab
    ordered = sorted(days)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            shared = days[one].keys() & days[other].keys()
            equal = [name for name in shared if days[one][name].value == days[other][name].value]
            if len(shared) >= entry.limits["analytes"] and len(equal) == len(shared) and other - one > Decimal("0.3"):
                names = sorted(equal)
                yield Told(
                    records=tuple(record for name in names for record in (days[one][name].id, days[other][name].id)),
                    values={
                        "one": f"month {number(one)}",
                        "other": f"month {number(other)}",
                        "results": ", ".join(days[one][name].name for name in names),
                    },
                    stated=f"month {number(one)} / month {number(other)}",
                )


FUNCTIONS: Mapping[str, Mechanism] = {
    "statements_of_time": statements_of_time,
    "stop_before_start": stop_before_start,
    "told_before_it_was": told_before_it_was,
    "far_from_the_rest": far_from_the_rest,
    "date_slip": date_slip,
    "given_after_stop": given_after_stop,
    "same_panel_twice": same_panel_twice,
}
