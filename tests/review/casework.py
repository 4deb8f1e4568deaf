"""A small case written by hand, a reader that finds its facts by plain search, and the simplest way to join notes.

The tests of the review, the assistant and the terminal application share it, so that none of them needs the pipeline.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar

from osteocase.errors import CaseError
from osteocase.records import (
    Anchor,
    Axis,
    Bmd,
    CareItem,
    CaseHeader,
    CaseRecord,
    Check,
    Derived,
    Event,
    Finding,
    Fracture,
    Lab,
    Note,
    NoteHeader,
    NoteRecord,
    Patient,
    Record,
    ReferenceInterval,
    Score,
    Source,
    Time,
    Timepoint,
    Treatment,
)
from osteocase.review import AddNote, Session

RecordType = TypeVar("RecordType", bound=Record)

FIRST_VISIT = """\
First visit, 2 May 2021

A 34-year-old woman with back pain since late pregnancy, three weeks after the birth of her second child.
She does not smoke. Her mother broke a hip at 71.
Spine films: T7, T9 and T11 compression fractures. Pain on the VAS 9.

Intact PTH 94.2 pg/mL (10-65)
TSH 0.283 mU/L (0.61-4.23)
P1NP 95.8 ng/mL (16.8-70.1)
25-OH vitamin D 9.1 ng/mL (>30)

Lumbar spine L1-L4 0.842 g/cm2, T-score -2.2
Total hip 0.721 g/cm2, T-score -1.8

Romosozumab 210 mg monthly was begun.
"""

SIX_MONTHS = """\
Six months on romosozumab

VAS 3. No new fracture.
P1NP 56 ng/mL (16.8-70.1)
Lumbar spine L1-L4 0.995 g/cm2, T-score -1.1, up 13 %
Total hip 0.743 g/cm2, T-score -1.7
"""

ONE_YEAR = """\
Twelve months on romosozumab

Romosozumab was stopped after 12 doses. VAS 2.
P1NP 26.9 ng/mL (16.8-70.1)
TSH 1.9 mU/L (0.61-4.23)
Lumbar spine L1-L4 1.028 g/cm2, T-score -0.9
Total hip 0.738 g/cm2, T-score -1.7
"""

TEXTS = {"first-visit": FIRST_VISIT, "six-months": SIX_MONTHS, "one-year": ONE_YEAR}
MONTHS = {"first-visit": "0", "six-months": "6", "one-year": "12"}
LABELS = {"0": "Baseline", "6": "6 months", "12": "12 months"}

_ANALYTES = {
    "Intact PTH": ("pth", "PTH"),
    "TSH": ("tsh", "TSH"),
    "P1NP": ("p1np", "P1NP"),
    "25-OH vitamin D": ("25_oh_vitamin_d", "25-hydroxyvitamin D"),
    "Calcium": ("calcium", "Calcium"),
}
_LAB = re.compile(
    r"(?P<name>Intact PTH|TSH|P1NP|25-OH vitamin D|Calcium):? (?P<value>\d+(?:\.\d+)?) (?P<unit>[a-zA-Z]+/[a-zA-Z]+)"
    r"(?: \((?P<reference>[>\d.-]+)\))?"
)
_BMD = re.compile(
    r"(?P<site>Lumbar spine|Total hip)(?: (?P<region>L1-L4))? (?P<bmd>\d\.\d{3}) g/cm2"
    r"(?:, T-score (?P<t>-?\d\.\d))?(?:, up (?P<change>[\d.]+) %)?"
)
_LEVEL = re.compile(r"\b(?P<level>T\d+|L[1-5])\b(?= and| compression|,)")
_TREATMENT = re.compile(
    r"(?P<name>[Rr]omosozumab|[Dd]enosumab|[Tt]eriparatide|[Aa]lendronate)(?: (?P<dose>\d+) (?P<unit>mg|µg)"
    r"(?: (?P<frequency>monthly|weekly|daily|every \d+ months))?)?(?: from (?P<start>\w+ \d{4}))?(?P<rest>[^.\n]*)"
)
_VAS = re.compile(r"VAS (?P<value>\d+)")


def source(note: Note, start: int, end: int) -> Source:
    return Source(note=note.id, start=start, end=end, text=note.text[start:end])


def a_note(note_id: str, text: str) -> Note:
    return Note(id=note_id, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def plain_read(note: Note) -> NoteRecord:
    """Find the few kinds of facts that the notes here tell."""
    months = Decimal(MONTHS[note.id]) if note.id in MONTHS else None
    time = Time(text=LABELS[str(months)], kind="label", months=months) if months is not None else None
    maker = _Maker(note)
    return NoteRecord(
        note=NoteHeader(
            id=note.id,
            path=note.path,
            title=note.text.split("\n", 1)[0][:60] or None,
            kind="letter",
            sha256=note.sha256,
        ),
        patient=_patient(note),
        labs=tuple(_lab(maker, match, time) for match in _LAB.finditer(note.text)),
        bmd=tuple(_bmd(maker, match, time) for match in _BMD.finditer(note.text)),
        fractures=_fractures(maker, time),
        treatments=_treatments(maker, time),
        scores=tuple(
            maker.make(Score, match.span(), name="vas", name_text="VAS", value=Decimal(match["value"]), time=time)
            for match in _VAS.finditer(note.text)
        ),
        findings=_findings(maker),
        events=tuple(
            maker.make(Event, match.span(), kind="delivery", label="birth of the child")
            for match in re.finditer("birth", note.text)
        ),
    )


def join_notes(
    notes: Sequence[NoteRecord],
    *,
    case_id: str,
    title: str | None = None,
    anchor: Anchor | None = None,
    same_patient: bool = False,
) -> CaseRecord:
    """Notes to a case without merging: each list one after the other, and the one check of arithmetic."""
    if not same_patient and any("another patient" in (note.note.title or "") for note in notes):
        raise CaseError("the notes are about two patients", hint="keep one case for each patient")
    labs, bmd = _joined(notes, "labs"), _joined(notes, "bmd")
    spine = {row.time.months: row for row in bmd if row.site == "lumbar_spine" and row.time and row.bmd_g_cm2}
    checks: list[Check] = []
    derived: list[Derived] = []
    if Decimal(0) in spine and Decimal(6) in spine:
        base, later = spine[Decimal(0)], spine[Decimal(6)]
        assert base.bmd_g_cm2 is not None
        assert later.bmd_g_cm2 is not None
        change = (100 * (later.bmd_g_cm2 / base.bmd_g_cm2 - 1)).quantize(Decimal("0.1"))
        derived.append(
            Derived(
                id="derived-1",
                kind="bmd_change_from_baseline",
                label="Change of lumbar spine BMD from baseline",
                value=change,
                unit="%",
                formula="(later / baseline - 1) x 100",
                records=(base.id, later.id),
                months=Decimal(6),
            )
        )
        if later.change_percent is not None and later.change_percent != change:
            checks.append(
                Check(
                    id="check-1",
                    kind="arithmetic",
                    severity="warning",
                    message=f"the stated increase of {later.change_percent} % at 6 months does not follow",
                    records=(base.id, later.id),
                    stated=f"{later.change_percent} %",
                    computed=f"{change} %",
                )
            )
    patients = [note.patient for note in notes if note.patient != Patient()]
    months = sorted({row.time.months for row in (*labs, *bmd) if row.time and row.time.months is not None})
    return CaseRecord(
        case=CaseHeader(
            id=case_id,
            title=title or "Case",
            axis=Axis(anchor=anchor or "treatment_start", label="first dose of romosozumab"),
        ),
        notes=tuple(note.note for note in notes),
        patient=patients[-1] if patients else Patient(),
        labs=labs,
        bmd=bmd,
        fractures=_joined(notes, "fractures"),
        treatments=_joined(notes, "treatments"),
        scores=_joined(notes, "scores"),
        findings=_joined(notes, "findings"),
        events=_joined(notes, "events"),
        timepoints=tuple(Timepoint(label=LABELS.get(str(month), f"{month} months"), months=month) for month in months),
        derived=tuple(derived),
        checks=tuple(checks),
        care=(
            CareItem(item="5a", title="Patient information", state="present"),
            CareItem(item="11", title="Discussion", state="needs_author", reason="only the author can write it"),
            CareItem(item="13", title="Informed consent", state="missing", reason="no note mentions it"),
        ),
    )


def a_session(*names: str, **options: Any) -> Session:
    """A session with the named notes of the case read and added; all of them when none is named."""
    session = Session(case_id="case-1", build=join_notes, title="Post-partum spine fractures", **options)
    for name in names or TEXTS:
        note = a_note(name, TEXTS[name])
        session.apply(AddNote(note=note, read=plain_read(note)))
    return session


class _Maker:
    """Numbers the records of a note."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.counts: dict[type[Record], int] = {}

    def make(self, model: type[RecordType], span: tuple[int, int], **fields: Any) -> RecordType:
        number = self.counts[model] = self.counts.get(model, 0) + 1
        record_id = f"{self.note.id}/{model.__name__.lower()}-{number}"
        rule = f"plain.{model.__name__.lower()}"
        return model(id=record_id, source=source(self.note, *span), rule=rule, **fields)


def _joined(notes: Sequence[NoteRecord], name: str) -> tuple[Any, ...]:
    return tuple(record for note in notes for record in getattr(note, name))


def _lab(maker: _Maker, match: re.Match[str], time: Time | None) -> Lab:
    analyte, name = _ANALYTES[match["name"]]
    value = Decimal(match["value"])
    reference = None
    if match["reference"]:
        low, _, high = match["reference"].lstrip(">").partition("-")
        reference = ReferenceInterval(
            low=Decimal(low), high=Decimal(high) if high else None, text=match["reference"].replace("-", "–")
        )
    flag = None
    if reference is not None:
        below = reference.low is not None and value < reference.low
        above = reference.high is not None and value > reference.high
        flag = "low" if below else "high" if above else "normal"
    return maker.make(
        Lab,
        match.span(),
        analyte=analyte,
        name=name,
        name_text=match["name"],
        value=value,
        unit=match["unit"],
        canonical_value=value,
        canonical_unit=match["unit"],
        reference=reference,
        flag=flag,
        flag_basis="computed" if flag else None,
        time=time,
    )


def _bmd(maker: _Maker, match: re.Match[str], time: Time | None) -> Bmd:
    return maker.make(
        Bmd,
        match.span(),
        site="lumbar_spine" if match["site"] == "Lumbar spine" else "total_hip",
        region=match["region"],
        bmd_g_cm2=Decimal(match["bmd"]),
        t_score=Decimal(match["t"]) if match["t"] else None,
        change_percent=Decimal(match["change"]) if match["change"] else None,
        change_from="baseline" if match["change"] else None,
        time=time,
    )


def _fractures(maker: _Maker, time: Time | None) -> tuple[Fracture, ...]:
    found = [
        maker.make(Fracture, match.span(), bone="vertebra", level=match["level"], kind="compression", time=time)
        for line in re.finditer(r"[^\n]*fracture[^\n]*", maker.note.text)
        for match in _LEVEL.finditer(maker.note.text, line.start(), line.end())
    ]
    for match in re.finditer("mother broke a (hip)", maker.note.text):
        found.append(maker.make(Fracture, match.span(), bone="hip", subject="mother", temporality="historical"))
    for match in re.finditer("No new fracture", maker.note.text):
        found.append(maker.make(Fracture, match.span(), status="absent", time=time))
    return tuple(found)


def _treatments(maker: _Maker, time: Time | None) -> tuple[Treatment, ...]:
    found = []
    for match in _TREATMENT.finditer(maker.note.text):
        stopped = "stopped" in match["rest"]
        started = "begun" in match["rest"] or bool(match["start"])
        if not (stopped or started or match["dose"]):
            continue
        start = Time(text=match["start"], kind="date") if match["start"] else time if started else None
        end = match.end("start") if match["start"] else match.start("rest")
        found.append(
            maker.make(
                Treatment,
                (match.start(), end),
                agent=match["name"].lower(),
                name=match["name"],
                kind="drug",
                dose=Decimal(match["dose"]) if match["dose"] else None,
                dose_unit=match["unit"],
                frequency=match["frequency"],
                status="stopped" if stopped else "started" if started else "ongoing",
                start=start,
                stop=time if stopped else None,
            )
        )
    return tuple(found)


def _findings(maker: _Maker) -> tuple[Finding, ...]:
    found = [
        maker.make(Finding, match.span(), concept="back_pain", name="back pain", kind="symptom")
        for match in re.finditer("back pain", maker.note.text)
    ]
    found += [
        maker.make(Finding, match.span(), concept="smoking", name="smoking", kind="risk_factor", status="absent")
        for match in re.finditer("does not smoke", maker.note.text)
    ]
    return tuple(found)


def _patient(note: Note) -> Patient:
    match = re.search(r"(\d+)-year-old woman", note.text)
    if match is None:
        return Patient()
    words = source(note, *match.span())
    return Patient(age_years=Decimal(match[1]), sex="female", sources={"age_years": words, "sex": words})
