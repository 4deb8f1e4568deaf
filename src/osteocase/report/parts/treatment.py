"""The treatment part: what was given, how, from when to when, and what the notes leave out."""

from __future__ import annotations

from decimal import Decimal

from osteocase.records import Treatment
from osteocase.report.document import Cell, Column, Part, Row, Run, Table, Text
from osteocase.report.numbers import number
from osteocase.report.parts.columns import without_empty_columns
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import when
from osteocase.report.wording import capital, class_words, counted, for_bone, plain, treatment_name

__all__ = ["treatment"]

_SPOKEN_OF = ("mentioned", "planned", "declined", "contraindicated")


def treatment(context: Context) -> Part | None:
    """The part, or None where no treatment is told."""
    records = [record for record in context.case.treatments if record.subject == "patient"]
    if not records:
        return None
    bone = {item.id for item in records if for_bone(item)}
    first: dict[str, int] = {}
    for place, record in enumerate(records):
        first.setdefault(record.agent, place)
    groups = (
        ("Osteoporosis drugs", [item for item in records if item.id in bone]),
        (
            "Other drugs and supplements",
            [item for item in records if item.id not in bone and item.kind in ("drug", "supplement")],
        ),
        (
            "Operations, orthoses and other measures",
            [item for item in records if item.id not in bone and item.kind not in ("drug", "supplement")],
        ),
    )
    filled = [(title, group) for title, group in groups if group]
    rows: list[Row] = []
    for title, group in filled:
        if len(filled) > 1:
            rows.append(Row((Cell((Run(title, bold=True),)),), kind="group", rule=bool(rows)))
        # courses of one agent stand together, in time: a dose that was changed is read from line to line
        ordered = sorted(group, key=lambda item: (first[item.agent], _start(item), item.status != "past"))
        for place, record in enumerate(ordered):
            rows.append(_row(context, record, again=place > 0 and ordered[place - 1].agent == record.agent))
    table = Table(
        name="treatment",
        caption="Treatment",
        columns=(
            Column("Treatment", header=True, weight=3),
            Column("Dose and route", weight=3),
            Column("Start"),
            Column("Stop"),
            Column("Duration"),
            Column("State"),
            Column("Source"),
        ),
        rows=tuple(rows),
    )
    return Part("treatment", "Treatment", (without_empty_columns(table),))


def _start(record: Treatment) -> Decimal:
    months = record.start.months if record.start is not None else None
    return months if months is not None else Decimal("Infinity")


def _row(context: Context, record: Treatment, *, again: bool) -> Row:
    name = capital(treatment_name(record))
    kind = class_words(record.drug_class) if record.drug_class and not again else ""
    if kind and kind.lower() not in name.lower():
        name = f"{name} ({kind})"
    target = context.ledger.target(record.id)
    later = _later_dose(context, record)
    state = plain(record.status) if later is None else f"then {_amount(later)}"
    told = (
        (Run(name),),
        _dose(record),
        _text(when(context.case, record.start)),
        _text(when(context.case, record.stop)),
        _text(_duration(record)),
        _text(state + (f" ({record.reason})" if record.reason else "")),
    )
    cited = (record.id,) if later is None else (record.id, later.id)
    return Row((*(Cell(text, target=target) for text in told), Cell(context.ledger.numbers(cited))))


def _later_dose(context: Context, record: Treatment) -> Treatment | None:
    """The next dose of a drug that is told as taken still, where only later notes tell it: 15 mg, then 7.5 mg."""
    if record.status not in ("started", "ongoing") or record.dose is None or record.stop is not None:
        return None
    place = {note.id: number for number, note in enumerate(context.case.notes)}
    last = max(place.get(source.note, 0) for source in (record.source, *record.also))
    following = [
        (place.get(other.source.note, 0), other)
        for other in context.case.treatments
        if other.agent == record.agent
        and other.subject == record.subject
        and other.status not in _SPOKEN_OF
        and other.dose is not None
        and (other.dose, other.dose_unit) != (record.dose, record.dose_unit)
        and min(place.get(source.note, 0) for source in (other.source, *other.also)) > last
    ]
    return min(following, key=lambda one: one[0])[1] if following else None


def _amount(record: Treatment) -> str:
    dose = record.dose_text or (number(record.dose) if record.dose is not None else "")
    return f"{dose} {record.dose_unit}" if dose and record.dose_unit and record.dose_unit not in dose else dose


def _text(words: str) -> Text:
    return (Run(words),) if words else ()


def _dose(record: Treatment) -> Text:
    dose = _amount(record)
    told = [word for word in (dose, record.route, _every(record.frequency)) if word]
    if record.doses_given is not None:
        told.append(counted(record.doses_given, "dose"))
    if record.kind in ("drug", "supplement") and not dose and record.status not in _SPOKEN_OF:
        told.insert(0, "dose not told")
    return _text(", ".join(told))


def _every(frequency: str | None) -> str | None:
    """``per day`` for the ``/day`` of ``7.5 mg/day``."""
    return f"per {frequency[1:].strip()}" if frequency and frequency.startswith("/") else frequency


def _duration(record: Treatment) -> str:
    if record.duration:
        return record.duration
    if record.duration_value is not None and record.duration_unit:
        plural = "" if record.duration_value == 1 else "s"
        return f"{number(record.duration_value)} {record.duration_unit}{plural}"
    return ""
