"""Measurements of one visit stand in one column, whatever day each was taken."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase.case import build_case, months_label
from osteocase.records import CaseRecord
from tests.case.making import NoteWriter, label, on


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ("0", "Baseline"),
        ("6", "6 months"),
        ("6.3", "6 months"),
        ("6.5", "6.5 months"),
        ("1", "1 month"),
        ("-8", "8 months before"),
        ("0.3", "9 days"),
        ("-0.03", "1 day before"),
    ],
)
def test_a_position_has_its_usual_name(months: str, words: str) -> None:
    assert months_label(Decimal(months)) == words


def columns(*dates: str, anchor: bool = True) -> list[tuple[str, int]]:
    note = NoteWriter("n1", "2023-01-10")
    if anchor:
        note.treatment("denosumab", status="started", start=label("today", "note_date"))
    for number, date in enumerate(dates):
        note.lab("pth" if number % 2 else "tsh", f"5{number}", "pg/mL", None, on(date))
    case: CaseRecord = build_case([note.record()], case_id="test")
    return [(point.label, len(point.records)) for point in case.timepoints]


def test_the_work_up_before_the_first_dose_is_the_baseline() -> None:
    assert columns("2022-11-02", "2023-01-09") == [("Baseline", 2)]


def test_a_lab_and_a_scan_two_weeks_apart_share_their_column() -> None:
    assert columns("2023-07-03", "2023-07-17") == [("6 months", 2)]


def test_two_values_of_one_series_never_share_a_column() -> None:
    assert columns("2023-07-03", "2024-01-10", "2023-07-20") == [("6 months", 1), ("6 months", 1), ("12 months", 1)]


def test_what_was_measured_days_after_the_first_dose_is_no_second_baseline() -> None:
    assert columns("2023-01-08", "2023-01-08", "2023-01-16") == [("Baseline", 2), ("6 days", 1)]


def test_of_two_values_before_the_first_dose_the_last_is_the_baseline() -> None:
    assert columns("2022-11-02", "2024-01-10", "2023-01-09") == [
        ("2 months before", 1),
        ("Baseline", 1),
        ("12 months", 1),
    ]


def test_without_treatment_months_count_from_the_first_visit() -> None:
    assert columns("2023-01-10", "2023-07-10", anchor=False) == [("First visit", 1), ("6 months", 1)]


def test_a_value_that_no_note_places_is_not_lost() -> None:
    note, bare = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", None)
    note.treatment("denosumab", status="started", start=label("today", "note_date"))
    bare.lab("pth", "50", "pg/mL")
    case = build_case([note.record(), bare.record()], case_id="test")
    assert [(point.label, point.months, len(point.records)) for point in case.timepoints] == [
        ("Time not told", None, 1)
    ]
    assert {check.rule for check in case.checks} >= {"no_time"}
