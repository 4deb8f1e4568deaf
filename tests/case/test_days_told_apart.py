"""Values of other days than that of the note: they stand nowhere, or at their own day, and contradict nothing."""

from __future__ import annotations

from decimal import Decimal

from osteocase.case import build_case
from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import CaseRecord


def of(*texts: str) -> CaseRecord:
    """The case of some notes."""
    notes = [extract(read_text(text, note_id=f"note-{number}")) for number, text in enumerate(texts)]
    return build_case(notes, case_id="test")


def conflicts(case: CaseRecord) -> list[str]:
    """Messages of the conflicts of a case."""
    return [check.message for check in case.checks if check.kind == "conflict"]


def test_columns_before_and_after_a_transplant_are_not_of_the_day_of_the_note() -> None:
    case = of(
        "Review - 9 Sep 2020\nKidney Tx Mar 2018.\n\n"
        "            Pre-Tx   6/12 post   Sep 2020\nAdj Ca       2.12      2.38        2.41\nALP          142       98"
        "          121\n"
    )
    placed = {str(item.value): item.time is not None and item.time.months is not None for item in case.labs}
    assert placed == {"2.12": False, "142": False, "2.38": False, "98": False, "2.41": True, "121": True}
    assert conflicts(case) == []


def test_a_column_before_treatment_is_the_beginning_of_the_treatment() -> None:
    case = of(
        "Review - 9 Sep 2020\nStarted denosumab 9 Mar 2020.\n\n"
        "            Pre-Tx   Sep 2020\nAdj Ca       2.12      2.41\n"
    )
    assert [(str(item.value), item.time and round(item.time.months or 0)) for item in case.labs] == [
        ("2.12", 0),
        ("2.41", 6),
    ]


def test_a_day_after_an_operation_contradicts_no_value_before_it() -> None:
    case = of(
        "ED note 4 May 2020\nHip fracture. Hgb 12.1.",
        "Discharge summary 9 May 2020\nHip fracture, hemiarthroplasty 5 May 2020. "
        "Hgb nadir 7.6 on POD 2, 9.1 at discharge.",
    )
    assert {str(item.value) for item in case.labs} == {"12.1", "7.6", "9.1"}
    assert conflicts(case) == []


def test_two_values_of_one_day_after_an_operation_do_contradict() -> None:
    text = "Hip fracture, hemiarthroplasty 5 May 2020. Hgb {} on POD 2."
    case = of("Note 9 May 2020\n" + text.format("7.6"), "Note 10 May 2020\n" + text.format("8.9"))
    assert len(conflicts(case)) == 1


def test_a_ward_round_without_a_year_lies_between_its_neighbours() -> None:
    texts = {
        "1_ed": "ED note 12/1/2026\nFracture of the left hip. Hb 104, eGFR 31, Ca 2.05.\nPMH: knee replacement 2011.",
        "2_op": "Operation: Left cemented hemiarthroplasty\n14/1/26  Surgeon: Mr T.\nIndication: hip fracture",
        "3_ward": "WR POD1 Hb 88.\nOrthogeriatrics 16/1: PTH 11.8, eGFR 30, Ca 2.27.",
        "4_gp": "GP note 10/3/2026: Prolia 60 mg s/c given today.",
    }
    case = build_case([extract(read_text(text, note_id=name)) for name, text in texts.items()], case_id="test")
    days = {item.analyte: item.time and item.time.date for item in case.labs if item.source.note == "3_ward"}
    assert days["pth"] == days["egfr"] == "2026-01-16"
    (first_day,) = [item for item in case.labs if str(item.value) == "88"]
    assert first_day.time is not None
    assert first_day.time.months is not None
    assert abs(first_day.time.months) < 3  # not that of the knee
    assert conflicts(case) == []


def test_a_pharmacy_tells_when_a_drug_was_handed_out() -> None:
    case = of(
        "GP summary 14/02/2023\nForteo 20 mcg sc daily (started 3/3/22).",
        "Dispense history\n12/03/2022 Forteo 250 mcg/mL pen\n09/04/2022 Forteo pen\n28/09/2023 Aclasta 5mg/100mL\n",
        "Letter of 5 November 2024\nCompleted 18 months of teriparatide in Aug 2023, then had IV zoledronate 5 mg on "
        "3 October 2023.",
    )
    starts = {item.agent: item.start and item.start.date for item in case.treatments}
    assert starts == {"teriparatide": "2022-03-03", "zoledronate": "2023-10-03"}
    assert conflicts(case) == []
    assert {item.dose for item in case.treatments if item.agent == "teriparatide"} == {Decimal(20)}


def test_a_disease_of_years_ago_heads_no_results_of_today() -> None:
    case = of(
        "5 November 2024\nDear colleague,\nIdiopathic osteoporosis with two vertebral fractures in 2021.\n"
        "DXA last week (29/10/24): L1-4 0.842 (T -2.3).\nP1NP 24, CTX 148 ng/L.\n"
    )
    assert {item.analyte: item.time and item.time.date for item in case.labs} == {
        "p1np": "2024-11-05",
        "ctx": "2024-11-05",
    }
