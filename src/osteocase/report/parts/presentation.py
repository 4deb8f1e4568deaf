"""The presentation part: who the patient is, what was found, denied and scored, and what the family has."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.case.wording import person_noun
from osteocase.records import Finding, Score
from osteocase.report.document import Block, Cell, Column, Part, Row, Run, Table, Terms, Text
from osteocase.report.numbers import number, score_result
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import TimeColumn, in_time, time_column, time_columns, times_words, when
from osteocase.report.wording import capital, is_scale, person, plain, score_name

__all__ = ["patient_words", "presentation"]


def presentation(context: Context) -> Part | None:
    """The part, or None where the notes tell nothing of it."""
    blocks: list[Block] = []
    terms = (*_patient(context), *_findings(context))
    if terms:
        blocks.append(Terms(terms))
    scores = _scores(context)
    if scores:
        blocks.append(scores)
    return Part("presentation", "Presentation", tuple(blocks)) if blocks else None


def patient_words(context: Context) -> list[str]:
    """The patient in few words, for the identity line."""
    patient = context.case.patient
    words = []
    who = person_noun(patient.sex, patient.age_years, "patient")
    if patient.age_years is not None:
        words.append(f"{who}, {number(patient.age_years)} years")
    else:
        words.append(f"{who}, {patient.age_text}" if patient.age_text else who)
    if patient.menopausal_status:
        words.append(patient.menopausal_status)
    if patient.pregnancy_status and patient.pregnancy_status != "not_pregnant":
        words.append(patient.pregnancy_status)
    if patient.lactating:
        words.append("lactating")
    return words


_FIELDS = (
    ("age_years", "Age", "years"), ("age_text", "Age", ""), ("sex", "Sex", ""), ("ethnicity", "Ethnicity", ""),
    ("height_cm", "Height", "cm"), ("weight_kg", "Weight", "kg"), ("bmi_kg_m2", "BMI", "kg/m²"),
    ("menopausal_status", "Menopause", ""), ("menopause_age_years", "Age at menopause", "years"),
    ("gravidity", "Pregnancies", ""), ("parity", "Births", ""), ("pregnancy_status", "Pregnancy", ""),
)  # fmt: skip


def _patient(context: Context) -> tuple[tuple[str, Text], ...]:
    """One line on the person, one on the body."""
    patient = context.case.patient
    runs: list[Run] = []
    for field, label, unit in _FIELDS:
        value = getattr(patient, field)
        if value is None or (field == "age_text" and patient.age_years is not None):
            continue
        words = number(value) if hasattr(value, "as_tuple") else plain(str(value))
        if runs:
            runs.append(Run("; "))
        runs.append(Run(f"{label.lower() if runs and label != 'BMI' else label} {words} {unit}".rstrip()))
        runs.extend(context.ledger.cite((f"patient/{field}",)))
    if patient.lactating is not None:
        runs.append(Run("; lactating" if patient.lactating else "; not lactating"))
        runs.extend(context.ledger.cite(("patient/lactating",)))
    return (("Patient", tuple(runs)),) if runs else ()


_KINDS = (
    ("Diagnoses", ("diagnosis",), "Excluded or denied"),
    ("Symptoms and signs", ("symptom", "sign"), "Absent"),
    ("Risk factors", ("risk_factor",), "Denied"),
    ("History", ("history",), "Denied"),
    ("Imaging", ("imaging",), "Not seen"),
    ("Adverse events", ("adverse_event",), "Reported as absent"),
    ("Outcomes", ("outcome",), "Not reached"),
)
"""Title, kinds of finding, and what the notes' denial of one is called."""


def _findings(context: Context) -> tuple[tuple[str, Text], ...]:
    own = [record for record in context.case.findings if record.subject == "patient"]
    family = [record for record in context.case.findings if record.subject != "patient"]
    terms: list[tuple[str, Text]] = []
    for title, kinds, denied in _KINDS:
        of_kind = [record for record in own if record.kind in kinds]
        present = [record for record in of_kind if record.status != "absent"]
        absent = [record for record in of_kind if record.status == "absent"]
        told = _join(context, present) if present else ()
        if absent:
            both = frozenset(record.name for record in present)
            lead = Run(f"{denied}: ", italic=True)
            told = (*told, Run(". " if present else ""), lead, *_join(context, absent, dated=both))
        if told:
            terms.append((title, told))
    if family:
        terms.append(("Family", _join(context, family)))
    return tuple(terms)


def _join(context: Context, records: Sequence[Finding], dated: frozenset[str] = frozenset()) -> Text:
    """Findings in one line, those of one name together with all their times and sources.

    Those of ``dated`` are told elsewhere too, so that they get their time even where a time would say little.
    """
    groups: dict[str, list[Finding]] = {}
    for record in records:
        groups.setdefault(_finding_words(record), []).append(record)
    runs: list[Run] = []
    for words, group in groups.items():
        if runs:
            runs.append(Run("; "))
        times = _times(context, group, always=group[0].name in dated)
        told = f"{words} ({times})" if times else words
        runs.append(Run(told if runs else capital(told)))
        runs.extend(context.ledger.cite(record.id for record in group))
    return tuple(runs)


def _times(context: Context, records: Sequence[Finding], *, always: bool) -> str:
    """``months 0, 6 and 22``; nothing where a time would say nothing."""
    told = [
        when(context.case, record.time)
        for record in sorted(records, key=in_time)
        if always or (record.kind in ("symptom", "sign", "imaging", "adverse_event") and record.status != "absent")
    ]
    return times_words(tuple(dict.fromkeys(time for time in told if time))).removeprefix("at ")


def _finding_words(record: Finding) -> str:
    words = record.name
    if record.subject != "patient":
        words = f"{person(record.subject).lower()}: {words.removeprefix('family history of ')}"
        if record.subject_age_years is not None:
            words += f" at {number(record.subject_age_years)} years"
        if record.status == "absent":
            words += " denied"
    if record.status == "possible":
        words += " (possible)"
    if record.detail:
        words += f", {record.detail}"
    return words


def _scores(context: Context) -> Table | None:
    scores = tuple(score for score in context.case.scores if is_scale(score))
    if not scores:
        return None
    columns = time_columns(context.case, scores)
    rows: dict[str, list[Score]] = {}
    for score in scores:
        rows.setdefault(score.name, []).append(score)
    head = [Column("Score", header=True, weight=2), Column("Scale")]
    head.extend(Column(column.label, kind="number") for column in columns)
    head.append(Column("Source"))
    return Table(
        name="scores",
        caption="Scores",
        columns=tuple(head),
        rows=tuple(_score_row(context, row, columns) for row in rows.values()),
    )


def _score_row(context: Context, scores: Sequence[Score], columns: Sequence[TimeColumn]) -> Row:
    first = scores[0]
    name = score_name(first)
    scale = f"{number(first.min or first.value * 0)}–{number(first.max)}" if first.max is not None else first.unit or ""
    cells = [Cell((Run(name + (f", {first.body_site}" if first.body_site else "")),)), Cell((Run(scale),))]
    for column in columns:
        here = [score for score in scores if time_column(context.case, score) == column]
        words = " / ".join(dict.fromkeys(score_result(score).split("/")[0] for score in here))
        target = context.ledger.target(here[0].id) if here else None
        cells.append(Cell((Run(words),) if words else (), target=target))
    cells.append(Cell(context.ledger.numbers(score.id for score in scores)))
    return Row(tuple(cells))
