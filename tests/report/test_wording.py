"""Titles, names, times and courses as a journal would print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase.records import (
    Bmd,
    CaseHeader,
    CaseRecord,
    Derived,
    Event,
    Finding,
    Fracture,
    NoteHeader,
    Source,
    Time,
    Timepoint,
    Treatment,
)
from osteocase.report import build_document, render_markdown
from osteocase.report.document import Columns, Document, Figure, Table
from osteocase.report.figuredata import TrendChart
from osteocase.report.parts.title import working_title
from osteocase.report.timeplace import times_words
from osteocase.report.wording import class_words, counted, treatment_words

SOURCE = Source(note="n", start=0, end=4, text="told")


def at(months: str) -> Time:
    return Time(text=f"month {months}", kind="relative", months=Decimal(months))


def fracture(level: str | None, number: int, **more: object) -> Fracture:
    values = {"bone": "vertebra", "level": level, **more}
    return Fracture(id=f"n/f{number}", source=SOURCE, rule="r", **values)  # type: ignore[arg-type]


def drug(agent: str, number: int, **more: object) -> Treatment:
    values = {"name": agent, "kind": "drug", "status": "ongoing", "source": SOURCE, **more}
    return Treatment(id=f"n/t{number}", rule="r", agent=agent, **values)  # type: ignore[arg-type]


def table(document: Document, name: str) -> Table:
    blocks = [block for part in document.parts for block in part.blocks]
    blocks += [inner for block in blocks if isinstance(block, Columns) for inner in block.right]
    return next(block for block in blocks if isinstance(block, Table) and block.name == name)


def case(**lists: object) -> CaseRecord:
    return CaseRecord(case=CaseHeader(id="c1", title="c1"), **lists)  # type: ignore[arg-type]


DIAGNOSIS = Finding(id="n/d", source=SOURCE, rule="r", concept="osteoporosis", name="osteoporosis", kind="diagnosis")


@pytest.mark.parametrize(
    ("fractures", "expected"),
    [
        ((), "Osteoporosis treated with romosozumab"),
        ((("T8", {}),), "Osteoporosis with a fracture of T8 treated with romosozumab"),
        ((("T9", {}), ("T7", {})), "Osteoporosis with multiple vertebral fractures treated with romosozumab"),
        (
            ((None, {"bone": "radius", "part": "distal", "side": "left"}),),
            "Osteoporosis with a fracture of the left distal radius treated with romosozumab",
        ),
    ],
)
def test_a_case_without_a_title_gets_one_of_its_records(
    fractures: tuple[tuple[str | None, dict[str, object]], ...], expected: str
) -> None:
    broken = tuple(fracture(level, place, **more) for place, (level, more) in enumerate(fractures))
    told = case(fractures=broken, findings=(DIAGNOSIS,), treatments=(drug("romosozumab", 1, start=at("0")),))
    assert working_title(told, named=False) == expected
    document = build_document(told)
    assert document.title == f"{expected}: a case report"
    assert "working title" in document.identity[0].text
    assert build_document(told, profile="bmj-case-reports").title == expected


def test_a_title_that_someone_gave_stays() -> None:
    told = case(findings=(DIAGNOSIS,))
    named = told.model_copy(update={"case": told.case.model_copy(update={"title": "Bones after birth"})})
    assert build_document(named).title == "Bones after birth"
    assert "working title" not in build_document(named).identity[0].text


def test_fractures_stand_in_anatomical_order() -> None:
    told = case(fractures=tuple(fracture(level, place) for place, level in enumerate(("T11", "L2", "T7", "C5"))))
    rows = table(build_document(told), "fractures").rows
    assert [row.cells[0].plain for row in rows if row.kind == "values"] == ["C5", "T7", "T11", "L2"]


def test_treatments_stand_by_purpose_and_doses_of_one_drug_together() -> None:
    told = case(
        treatments=(
            drug("prednisolone", 1, drug_class="glucocorticoid", dose=Decimal(60), dose_unit="mg", start=at("-2")),
            drug("denosumab", 2, drug_class="rankl_inhibitor"),
            drug("amlodipine", 3, drug_class="calcium_channel_blocker"),
            drug("prednisolone", 4, drug_class="glucocorticoid", dose=Decimal(15), dose_unit="mg"),
        )
    )
    shown = table(build_document(told), "treatment")
    assert [(row.kind, row.cells[0].plain) for row in shown.rows] == [
        ("group", "Osteoporosis drugs"), ("values", "Denosumab (RANKL inhibitor)"),
        ("group", "Other drugs and supplements"), ("values", "Prednisolone (glucocorticoid)"),
        ("values", "Prednisolone"), ("values", "Amlodipine (calcium channel blocker)"),
    ]  # fmt: skip
    assert [column.title for column in shown.columns] == ["Treatment", "Dose and route", "Start", "State", "Source"]


def test_a_dose_that_a_later_note_changes_is_told_with_the_next_one() -> None:
    def told(number: int, dose: str, *notes: str, **more: object) -> Treatment:
        first, *rest = (Source(note=note, start=0, end=4, text="told") for note in notes)
        return drug("prednisone", number, source=first, also=tuple(rest), dose=Decimal(dose), dose_unit="mg", **more)

    records = (
        told(1, "15", "a", "b"), told(2, "7.5", "c"), told(3, "2.5", "d"), told(4, "1", "d", status="planned"),
        told(5, "5", "d", status="stopped"),
    )  # fmt: skip
    document = build_document(
        case(treatments=records, notes=tuple(NoteHeader(id=name) for name in ("a", "b", "c", "d")))
    )
    shown = {row.cells[1].plain: row.cells[-2].plain for row in table(document, "treatment").rows}
    assert shown == {
        "15 mg": "then 7.5 mg", "7.5 mg": "then 2.5 mg", "2.5 mg": "ongoing", "1 mg": "planned", "5 mg": "stopped",
    }  # fmt: skip


def test_the_course_has_one_line_a_month_with_what_was_begun_together() -> None:
    romosozumab, vitamin = drug("romosozumab", 1, start=at("0")), drug("eldecalcitol", 2, start=at("0"))

    def event(number: int, kind: str, label: str, months: str, *records: str) -> Event:
        values = {"kind": kind, "label": label, "time": at(months), "records": records}
        return Event(id=f"n/e{number}", source=SOURCE, rule="r", **values)  # type: ignore[arg-type]

    told = case(
        treatments=(romosozumab, vitamin),
        events=(
            event(1, "visit", "visit", "0"), event(2, "treatment_start", "romosozumab started", "0", romosozumab.id),
            event(3, "treatment_start", "eldecalcitol started", "0", vitamin.id), event(4, "visit", "visit", "6"),
        ),
    )  # fmt: skip
    rows = table(build_document(told), "course").rows
    assert [(row.cells[0].plain, row.cells[1].plain) for row in rows] == [
        ("0", "Romosozumab and eldecalcitol started"), ("6", "Visit"),
    ]  # fmt: skip


def test_densitometry_has_a_row_for_each_site_and_time_and_only_columns_that_tell_something() -> None:
    def scan(number: int, months: str, value: str, **more: object) -> Bmd:
        values = {"site": "total_hip", "side": "left", "bmd_g_cm2": Decimal(value), "time": at(months), **more}
        return Bmd(id=f"n/b{number}", source=SOURCE, rule="r", **values)  # type: ignore[arg-type]

    def change(kind: str, value: str) -> Derived:
        return Derived(
            id=f"{kind}-1", kind=kind, label="change", value=Decimal(value), formula="f", records=("n/b1", "n/b2")
        )

    told = case(
        bmd=(scan(1, "0", "0.721", t_score=Decimal("-1.8")), scan(2, "12", "0.738")),
        derived=(change("bmd_change_from_baseline", "2.358"), change("bmd_change_from_baseline_absolute", "0.017")),
        timepoints=(Timepoint(label="Baseline", months=Decimal(0)), Timepoint(label="12 months", months=Decimal(12))),
    )
    shown = table(build_document(told), "densitometry")
    assert [(column.title, column.unit) for column in shown.columns] == [
        ("Site", None), ("Time", None), ("BMD", "g/cm²"), ("T-score", "SD"), ("Change vs baseline", "%"),
        ("Change vs baseline", "g/cm²"), ("Source", None),
    ]  # fmt: skip
    assert [[cell.plain for cell in row.cells[:-1]] for row in shown.rows] == [
        ["Total hip, left", "Baseline", "0.721", "−1.8", "", ""], ["", "12 months", "0.738", "", "+2.4", "+0.017"],
    ]  # fmt: skip
    assert all(cell.target for row in shown.rows for cell in row.cells[2:-1] if cell.plain)


def test_a_limit_of_the_centre_in_g_cm2_is_told_and_drawn_in_per_cent_of_the_baseline() -> None:
    scans = tuple(
        Bmd(id=f"n/b{n}", source=SOURCE, rule="r", site="total_hip", bmd_g_cm2=Decimal(value), time=at(months))
        for n, months, value in ((1, "0", "0.750"), (2, "12", "0.801"))
    )
    verdict = "+6.8 % reaches the least significant change of 0.030 g/cm² (the centre's own, by its notes)"
    told = case(
        bmd=scans,
        derived=(
            Derived(
                id="c", kind="bmd_change_from_baseline", label="change", value=Decimal("6.8"), text=verdict,
                formula="f", records=("n/b1", "n/b2"), significant=True,
            ),
        ),
        timepoints=(Timepoint(label="Baseline", months=Decimal(0)), Timepoint(label="12 months", months=Decimal(12))),
    )  # fmt: skip
    document = build_document(told)
    notes = ["".join(run.text for run in note) for note in table(document, "densitometry").notes]
    assert "* Reaches the least significant change: Total hip 0.030 g/cm² (the centre's own, by its notes)." in notes
    charts = [block.data for part in document.parts for block in part.blocks if isinstance(block, Figure)]
    assert [one.lsc_percent for chart in charts if isinstance(chart, TrendChart) for one in chart.series] == [
        Decimal("4.0")
    ]


def test_a_report_without_its_sources_cites_none() -> None:
    told = case(findings=(DIAGNOSIS,), fractures=(fracture("T8", 1),))
    assert "source-" in render_markdown(build_document(told, parts=["summary", "fractures", "sources"]))
    alone = render_markdown(build_document(told, parts=["summary", "fractures"]))
    assert "source-" not in alone
    assert "Source" not in alone


def test_small_words() -> None:
    assert [class_words(key) for key in ("rankl_inhibitor", "active_vitamin_d", "beta_blocker")] == [
        "RANKL inhibitor", "active vitamin D", "beta blocker",
    ]  # fmt: skip
    assert [counted(amount, "note") for amount in (0, 1, 2)] == ["0 notes", "1 note", "2 notes"]
    assert times_words(("month 6",)) == "at month 6"
    assert times_words(("month 0", "month 6", "month 22")) == "at months 0, 6 and 22"
    assert times_words(()) == ""


def test_a_treatment_of_a_relative_is_told_with_the_relative() -> None:
    operation = Treatment(
        id="n/treatment-1", source=SOURCE, rule="test", agent="open_reduction_internal_fixation", name="osteosynthesis",
        kind="procedure", status="past", subject="mother",
    )  # fmt: skip
    assert treatment_words(operation)[1] == "past (mother)"
    assert treatment_words(operation.model_copy(update={"subject": "patient"}))[1] == "past"
