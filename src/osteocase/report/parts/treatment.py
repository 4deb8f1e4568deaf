"""The treatment part: what was given, how, from when to when, and what the notes leave out."""

from __future__ import annotations

from osteocase.records import Treatment
from osteocase.report.document import Cell, Column, Part, Row, Run, Table, Text
from osteocase.report.numbers import number
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import when
from osteocase.report.wording import capital, plain

__all__ = ["treatment"]

_SPOKEN_OF = ("mentioned", "planned", "declined", "contraindicated")


def treatment(context: Context) -> Part | None:
    """The part, or None where no treatment is told."""
    records = [record for record in context.case.treatments if record.subject == "patient"]
    if not records:
        return None
    table = Table(
        name="treatment",
        caption="Treatment",
        columns=(
            Column("Treatment", header=True, weight=3),
            Column("Dose and route", weight=2),
            Column("Start", weight=2),
            Column("Stop", weight=2),
            Column("Duration"),
            Column("State"),
            Column("Source"),
        ),
        rows=tuple(_row(context, record) for record in records),
    )
    return Part("treatment", "Treatment", (table,))


def _row(context: Context, record: Treatment) -> Row:
    name = capital(record.name) + (f" ({plain(record.drug_class)})" if record.drug_class else "")
    stop = when(context.case, record.stop)
    return Row(
        (
            Cell((Run(name),), target=context.ledger.target(record.id)),
            Cell(_dose(record)),
            Cell((Run(when(context.case, record.start)),)),
            Cell((Run(stop),)),
            Cell((Run(_duration(record)),)),
            Cell((Run(plain(record.status) + (f": {record.reason}" if record.reason else "")),)),
            Cell(context.ledger.numbers((record.id,))),
        )
    )


def _dose(record: Treatment) -> Text:
    dose = record.dose_text or (number(record.dose) if record.dose is not None else "")
    if dose and record.dose_unit and record.dose_unit not in dose:
        dose = f"{dose} {record.dose_unit}"
    told = [word for word in (dose, record.route, record.frequency) if word]
    if record.doses_given is not None:
        told.append(f"{record.doses_given} doses")
    if record.kind in ("drug", "supplement") and not dose and record.status not in _SPOKEN_OF:
        told.insert(0, "dose not told")
    return (Run(", ".join(told), tone="plain"),) if told else ()


def _duration(record: Treatment) -> str:
    if record.duration:
        return record.duration
    if record.duration_value is not None and record.duration_unit:
        plural = "" if record.duration_value == 1 else "s"
        return f"{number(record.duration_value)} {record.duration_unit}{plural}"
    return ""
