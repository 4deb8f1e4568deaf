"""Values of other days than that of the note: they stand nowhere, or at their own day, and contradict nothing."""

from __future__ import annotations

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
