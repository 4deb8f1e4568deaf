"""A case as a person reads it in a terminal: who, when, what was measured, found, done, and what does not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from rich.table import Table
from rich.text import Text

from osteocase.cli.courses import bmd_course, lab_course, number, plain_table, score_course
from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.records import CaseRecord, Check, Event, Finding, Fracture, Patient, RecordLists, Time, Treatment

__all__ = ["case_view", "event_table", "fact_tables", "finding_table", "fracture_table", "identity", "treatment_table"]

CareState = Literal["present", "partial", "missing", "not_applicable", "needs_author"]

_CHECK_MARKS = {
    "error": ("✗ error", "bold red"),
    "warning": ("! warning", "bold yellow"),
    "info": ("i info", "cyan"),
}
_CARE_WORDS: dict[CareState, str] = {
    "present": "present",
    "partial": "partly present",
    "missing": "missing",
    "needs_author": "for the author to write",
    "not_applicable": "not applicable",
}


def case_view(case: CaseRecord) -> Iterator[Any]:
    """Everything that the case holds, part after part, with an empty line between them."""
    yield Text(visible(case.case.title), style="bold")
    yield Text(visible(identity(case.patient)))
    yield Text(visible(_axis(case)), style="dim")
    parts: list[Any] = [
        lab_course(case),
        bmd_course(case),
        score_course(case),
        *fact_tables(case),
        _check_table(case.checks),
        _care(case),
    ]
    for part in parts:
        if part is not None:
            yield Text()
            yield part


def fact_tables(lists: RecordLists) -> tuple[Table | None, ...]:
    """The facts told in words; null where there is none."""
    return (
        fracture_table(lists.fractures),
        treatment_table(lists.treatments),
        finding_table(lists.findings),
        event_table(lists.events),
    )


def identity(patient: Patient) -> str:
    """Who the notes are about in one line: "34 years, female, 156 cm, 46 kg, lactating"."""
    menopause = patient.menopausal_status
    parts = [
        _unit(patient.age_years, "years") or patient.age_text,
        patient.sex,
        patient.ethnicity,
        _unit(patient.height_cm, "cm"),
        _unit(patient.weight_kg, "kg"),
        f"BMI {_unit(patient.bmi_kg_m2, 'kg/m²')}" if patient.bmi_kg_m2 is not None else None,
        f"gravida {patient.gravidity}" if patient.gravidity is not None else None,
        f"para {patient.parity}" if patient.parity is not None else None,
        menopause,
        (patient.pregnancy_status or "").replace("_", " ") or None,
        {True: "lactating", False: "not lactating"}.get(patient.lactating) if patient.lactating is not None else None,
    ]
    return ", ".join(part for part in parts if part) or "The notes tell nothing about who the patient is."


def fracture_table(fractures: Sequence[Fracture]) -> Table | None:
    """One row a fracture, told as present, absent or possible."""
    return _table(
        "Fractures",
        fractures,
        {
            "place": lambda f: _words(f.side, f.level, f.part, f.bone or "place not told", _times(f.count)),
            "kind": lambda f: _words(f.acuity, f.kind, f"Genant {f.genant_grade}" if f.genant_grade else None),
            "status": lambda f: _words(f.status, "past" if f.temporality == "historical" else None),
            "who": lambda f: f.subject,
            "when": lambda f: _time(f.time),
        },
    )


def treatment_table(treatments: Sequence[Treatment]) -> Table | None:
    """One row a treatment and regimen."""
    return _table(
        "Treatments",
        [each for each in treatments if each.subject == "patient"],
        {
            "treatment": lambda t: t.name,
            "dose": lambda t: _words(t.dose_text or number(t.dose), t.dose_unit, t.route, t.frequency),
            "status": lambda t: t.status,
            "from": lambda t: _time(t.start),
            "to": lambda t: _time(t.stop),
            "for": lambda t: t.duration,
        },
    )


def finding_table(findings: Sequence[Finding]) -> Table | None:
    """One row a finding; what is absent is told as absent."""
    return _table(
        "Findings",
        findings,
        {
            "finding": lambda f: _words(f.body_site, f.name),
            "status": lambda f: _words(f.status, "past" if f.temporality == "historical" else None),
            "who": lambda f: _words(f.subject, _at_age(f)),
            "detail": lambda f: f.detail,
            "when": lambda f: _time(f.time),
        },
    )


def event_table(events: Sequence[Event]) -> Table | None:
    """The course of events."""
    return _table("Timeline", events, {"when": lambda e: _time(e.time), "what": lambda e: e.label})


def _check_table(checks: Sequence[Check]) -> Table | None:
    if not checks:
        return None
    table = plain_table("Checks", "", "what does not agree or needs a look")
    for check in checks:
        word, style = _CHECK_MARKS[check.severity]
        table.add_row(Text(word, style=style), Text(visible(check.message)))
    return table


def _care(case: CaseRecord) -> Text | None:
    if not case.care:
        return None
    count = Counter(item.state for item in case.care)
    text = Text("CARE checklist", style="bold")
    states = ", ".join(f"{count[state]} {word}" for state, word in _CARE_WORDS.items() if count[state])
    text.append(f"\n{states}", style="not bold")
    missing = [f"{item.item} {item.title}" for item in case.care if item.state == "missing"]
    if missing:
        text.append(visible(f"\nmissing: {'; '.join(missing)}"), style="not bold")
    return text


def _axis(case: CaseRecord) -> str:
    axis = case.case.axis
    zero = axis.label or (axis.anchor or "").replace("_", " ")
    notes = f"{len(case.notes)} note{'' if len(case.notes) == 1 else 's'}"
    return f"{notes}; month 0 is the {zero}{f' ({axis.date})' if axis.date else ''}" if zero else notes


def _table(title: str, records: Sequence[Any], columns: dict[str, Callable[[Any], str | None]]) -> Table | None:
    """A table of records; a column that would stay empty is left out."""
    cells = {head: [value(record) or "" for record in records] for head, value in columns.items()}
    filled = {head: values for head, values in cells.items() if any(values)}
    if not filled:
        return None
    table = plain_table(title, *filled)
    for row in zip(*filled.values(), strict=True):
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table


def _time(time: Time | None) -> str | None:
    """The note's own words, with the month on the case's axis where it is known."""
    if time is None:
        return None
    words = " ".join(time.text.split())
    return words if time.months is None else f"month {number(time.months)} ({words})"


def _unit(value: Any, unit: str) -> str | None:
    return None if value is None else f"{number(value)} {unit}"


def _times(count: int | None) -> str | None:
    return f"× {count}" if count else None


def _at_age(finding: Finding) -> str | None:
    return f"at {number(finding.subject_age_years)}" if finding.subject_age_years is not None else None


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
