"""The records of one note in the order of the text, each with the words that it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.text import Text

from osteocase.case import record_label
from osteocase.cli.document_view import plain_table
from osteocase.cli.plain import visible
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Record, Score, Treatment, printed_unit
from osteocase.report.numbers import lab_result, number, score_result, signed

if TYPE_CHECKING:
    from osteocase.records import NoteRecord, Patient, Time

__all__ = ["KINDS", "note_view", "time_words", "value_words"]

KINDS = {
    Lab: "lab",
    Bmd: "bone density",
    Fracture: "fracture",
    Treatment: "treatment",
    Score: "score",
    Finding: "finding",
    Event: "event",
}
"""What each kind of record is called."""
_PATIENT_WORDS = {"sources", "converted"}


def note_view(record: NoteRecord) -> Iterator[Any]:
    """Head, patient and one table of everything that was read out of the note."""
    head = record.note
    yield Text(visible(" · ".join(filter(None, (head.title or head.id, head.kind, head.date)))), style="bold")
    told = _patient(record.patient)
    if told:
        yield Text(visible(told))
    rows = sorted(_records(record), key=lambda each: (each.source.start, each.source.end, each.id))
    if not rows:
        yield Text("Nothing was found in this note.")
        return
    table = plain_table("", "kind", "what", "value", "when", "in the note's words")
    for each in rows:
        cells = (KINDS[type(each)], record_label(each), value_words(each), time_words(getattr(each, "time", None)))
        table.add_row(*(Text(visible(cell)) for cell in cells), _quote(each))
    yield table


def _records(record: NoteRecord) -> Iterator[Record]:
    yield from record.labs
    yield from record.bmd
    yield from record.fractures
    yield from record.treatments
    yield from record.scores
    yield from record.findings
    yield from record.events


def _patient(patient: Patient) -> str:
    """What the note tells of who the patient is, field by field."""
    told = patient.model_dump(exclude=_PATIENT_WORDS, exclude_none=True)
    return ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in told.items())


def value_words(record: Record) -> str:
    """What a record says of its subject, in short: value, status, dose."""
    match record:
        case Lab():
            interval = f"(reference {record.reference.text})" if record.reference else None
            return _words(lab_result(record), printed_unit(record.unit) or record.unit_text, interval, record.flag)
        case Bmd():
            return _densitometry(record)
        case Score():
            return score_result(record)
        case Fracture():
            return _words(record.acuity, record.kind, _state(record), _relative(record.subject))
        case Treatment():
            amount = record.dose_text or (number(record.dose) if record.dose is not None else None)
            return _words(amount, record.dose_unit, record.route, record.frequency, record.status, record.duration)
        case Finding():
            return _words(_state(record), _relative(record.subject), record.detail)
        case _:
            return ""


def _densitometry(bmd: Bmd) -> str:
    parts = (
        (bmd.bmd_g_cm2, "{} g/cm²"),
        (bmd.t_score, "T {}"),
        (bmd.z_score, "Z {}"),
        (bmd.yam_percent, "YAM {} %"),
        (bmd.tbs, "TBS {}"),
    )
    told = [words.format(number(value)) for value, words in parts if value is not None]
    if bmd.change_percent is not None:
        told.append(f"change {signed(bmd.change_percent)} %")
    return ", ".join([*told, *([bmd.classification] if bmd.classification else [])])


def _state(record: Fracture | Finding) -> str:
    return _words(record.status, "in the past" if record.temporality == "historical" else None)


def _relative(subject: str) -> str | None:
    return None if subject == "patient" else f"({subject})"


def time_words(time: Time | None) -> str:
    """A time in the note's words, on one line; empty where there is none."""
    return " ".join(time.text.split()) if time else ""


def _quote(record: Record) -> Text:
    """The words on one line; a long stretch of text is cut in the middle."""
    words = " ".join(record.source.text.split())
    return Text(visible(words if len(words) <= 60 else f"{words[:40]} … {words[-15:]}"), style="dim")


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
