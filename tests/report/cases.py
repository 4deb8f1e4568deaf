"""Cases of other kinds for the report: crowded, empty, Japanese, hostile."""

from __future__ import annotations

from decimal import Decimal

from osteocase.records import (
    CaseHeader,
    CaseRecord,
    Check,
    Finding,
    Lab,
    ReferenceInterval,
    Score,
    Source,
    Time,
    Timepoint,
    Treatment,
)  # fmt: skip
from tests.report.founding import founding_case

NASTY = (
    '<b>bold</b> &amp; <para> <img src="x"/> \x1b[31mred\x00 \u202eturned [link=x] '
    + "W" * 400
    + " 骨粗鬆症の症例 שלום עולם مرحبا 🦴 e\u0301 \ud800 =cmd()"
)
"""Markup of three kinds, a terminal escape, a null, a turned direction, a long word, five scripts, half a pair."""


def at(months: int) -> Time:
    return Time(text=f"month {months}", kind="relative", months=Decimal(months))


def lab(number: int, months: int, *, name: str | None = None) -> Lab:
    value = Decimal(f"{number}.{months:02d}")
    return Lab(
        id=f"sheet/lab-{number}-{months}",
        source=Source(note="sheet", start=0, end=len(str(value)), text=str(value)),
        rule="labs.table_cell",
        analyte=f"analyte_{number}",
        name=name or f"Analyte {number}",
        value=value,
        unit="mg/dL",
        reference=ReferenceInterval(low=Decimal(1), high=Decimal(20), text="1-20"),
        flag="high" if value > 20 else "normal",
        flag_basis="computed",
        time=at(months),
    )


def crowded_case(tests: int = 40, points: int = 12) -> CaseRecord:
    """40 tests over 12 time points."""
    months = [3 * place for place in range(points)]
    return CaseRecord(
        case=CaseHeader(id="crowded", title="Forty tests over twelve time points"),
        labs=tuple(lab(number, month) for number in range(1, tests + 1) for month in months),
        timepoints=tuple(Timepoint(label=f"{month} months", months=Decimal(month)) for month in months),
    )


def empty_case() -> CaseRecord:
    return CaseRecord(case=CaseHeader(id="empty", title="Nothing told"))


def japanese_case() -> CaseRecord:
    case = founding_case()
    findings = tuple(finding.model_copy(update={"name": "骨粗鬆症、腰背部痛"}) for finding in case.findings)
    header = CaseHeader(id="japanese", title="妊娠後骨粗鬆症による多発椎体骨折の一例")
    return case.model_copy(update={"case": header, "findings": findings})


def hostile_case() -> CaseRecord:
    """Every text that a note can reach is hostile."""
    source = Source(note=NASTY, start=0, end=len(NASTY), text=NASTY)
    return CaseRecord(
        case=CaseHeader(id=NASTY, title=NASTY),
        labs=(lab(1, 0, name=NASTY),),
        findings=(Finding(id="n/f", source=source, rule="r", concept="x", name=NASTY, kind="symptom"),),
        checks=(Check(id=NASTY, kind="conflict", severity="error", message=NASTY, stated=NASTY, computed=NASTY),),
        treatments=(
            Treatment(
                id="n/t", source=source, rule=NASTY, agent="x", name=NASTY, kind="drug", status="ongoing", start=at(0)
            ),
        ),
        scores=(Score(id="n/s", source=source, rule="r", name="vas", value=Decimal(3), max=Decimal(10), time=at(4)),),
    )
