"""The course part: what happened, was given and was examined, a line for each month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from osteocase.case.wording import listed
from osteocase.records import Bmd, Event, Lab, Record, Score, Treatment
from osteocase.report.document import Cell, Column, Part, Row, Run, Table
from osteocase.report.numbers import month_tick
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import in_time, months_of, time_column
from osteocase.report.wording import capital, counted, is_scale, score_name, within

__all__ = ["course"]

_TURNS = {"treatment_start": "started", "treatment_stop": "stopped", "surgery": ""}


def course(context: Context) -> Part | None:
    """The part, or None where no event is told."""
    events = [event for event in sorted(context.case.events, key=in_time) if event.time is not None]
    if not events:
        return None
    by_time: dict[str, list[Event]] = {}
    for event in events:
        by_time.setdefault(_place(event), []).append(event)
    examined = _examinations(context)
    given = {record.id: record for record in context.case.treatments}
    anchor = context.case.case.axis.label
    table = Table(
        name="course",
        caption="Course" + (f", months from {anchor}" if anchor else ""),
        columns=(
            Column("Month", kind="number", header=True),
            Column("What happened", weight=3),
            Column("Examined", weight=3),
            Column("Source"),
        ),
        rows=tuple(_row(context, place, here, given, examined.get(place, "")) for place, here in by_time.items()),
    )
    return Part("course", "Course", (table,))


def _place(event: Event) -> str:
    """Its month, else the note's words for its time."""
    months = months_of(event)
    return month_tick(months) if months is not None else event.time.text if event.time is not None else ""


def _row(context: Context, place: str, events: Sequence[Event], given: dict[str, Treatment], examined: str) -> Row:
    told: dict[str, list[str]] = {}
    for event in events:
        if event.kind != "visit" or event.label != "visit":
            name, turn = _words(event, given)
            if name not in told.setdefault(turn, []):
                told[turn].append(name)
    words = (
        "; ".join(f"{listed(names)} {turn}" if turn else "; ".join(names) for turn, names in told.items()) or "visit"
    )
    keys = [key for event in events for key in (event.id, *event.records)]
    return Row(
        (
            Cell((Run(place),)),
            Cell((Run(capital(words)),), target=context.ledger.target(events[0].id)),
            Cell((Run(capital(examined)),), target="part-laboratory"),
            Cell(context.ledger.numbers(keys)),
        )
    )


def _words(event: Event, given: dict[str, Treatment]) -> tuple[str, str]:
    """What happened, and for a treatment whether it began or ended; its name as the report gives it everywhere."""
    record = next((given[key] for key in event.records if key in given), None)
    if record is None or event.kind not in _TURNS:
        return event.label, ""
    return within(record), _TURNS[event.kind]


def _examinations(context: Context) -> dict[str, str]:
    """What was measured at each month, by kind; the values stand in their own tables."""
    case = context.case
    labs = _by_month(context, [lab for lab in case.labs if lab.subject == "patient"])
    scans = _by_month(context, case.bmd)
    scores = _by_month(context, [score for score in case.scores if is_scale(score)])
    found: dict[str, str] = {}
    for place in dict.fromkeys((*labs, *scans, *scores)):
        told = []
        results = [record for record in labs.get(place, ()) if isinstance(record, Lab)]
        if results:
            outside = sum(lab.flag in ("low", "high") for lab in results)
            aside = f" ({outside} outside the interval)" if outside else ""
            told.append(f"{counted(len(results), 'laboratory test')}{aside}")
        if any(isinstance(record, Bmd) for record in scans.get(place, ())):
            told.append("densitometry")
        told.extend(dict.fromkeys(score_name(one) for one in scores.get(place, ()) if isinstance(one, Score)))
        found[place] = ", ".join(told)
    return found


def _by_month(context: Context, records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        months: Decimal | None = time_column(context.case, record).months
        if months is not None:
            found.setdefault(month_tick(months), []).append(record)
    return found
