"""The ledger knows which fracture was there, which is new, and which only another image had missed."""

from __future__ import annotations

from typing import Any

from osteocase.case import build_case
from osteocase.records import CaseRecord
from tests.case.making import NoteWriter, label, on


def case_of(*notes: NoteWriter) -> CaseRecord:
    return build_case([note.record() for note in notes], case_id="test")


def visit(name: str, date: str, *levels: str, modality: str = "radiograph", **more: Any) -> NoteWriter:
    note = NoteWriter(name, date)
    for level in levels:
        note.fracture(level=level, modality=modality, **more)
    return note


def first() -> NoteWriter:
    note = visit("n1", "2023-01-10", "T7", "T9")
    note.treatment("denosumab", status="started", start=label("today", "note_date"))
    return note


def verdicts(case: CaseRecord) -> dict[str, str]:
    return {course.label: course.verdict for course in case.ledger}


def test_a_level_that_only_the_mri_of_the_same_days_shows_is_not_new() -> None:
    mri, later = visit("n2", "2023-01-14", "T3", modality="mri"), visit("n3", "2024-01-10", "T3", "T7", "T9")
    case = case_of(first(), mri, later)
    assert verdicts(case) == {"T3": "baseline", "T7": "baseline", "T9": "baseline"}
    (check,) = (check for check in case.checks if check.rule == "missed_by_radiograph")
    assert (check.stated, check.computed) == ("T7 and T9", "T3, T7 and T9")


def test_a_level_first_seen_a_year_later_is_new() -> None:
    assert verdicts(case_of(first(), visit("n2", "2024-01-10", "T7", "T9", "L1"))) == {
        "T7": "baseline",
        "T9": "baseline",
        "L1": "new",
    }


def test_an_old_fracture_is_old_wherever_it_is_first_told() -> None:
    later = visit("n2", "2024-01-10", "L2", acuity="chronic")
    later.fracture("radius", part="distal", side="left", temporality="historical", time=on("2015"))
    assert verdicts(case_of(first(), later)) == {
        "T7": "baseline",
        "T9": "baseline",
        "L2": "old",
        "left distal radius": "old",
    }


def test_no_new_fracture_beside_a_new_level_is_told() -> None:
    later = visit("n2", "2024-01-10", "T7", "T9", "L1")
    denial = later.fracture(status="absent")
    (check,) = (check for check in case_of(first(), later).checks if check.rule == "new_though_denied")
    assert denial in check.records
    assert check.computed == "L1"


def test_no_new_fracture_beside_the_known_ones_is_not_told() -> None:
    later = visit("n2", "2024-01-10", "T7", "T9")
    later.fracture(status="absent")
    assert not [check for check in case_of(first(), later).checks if check.kind == "conflict"]


def test_every_sighting_keeps_its_image_and_its_words() -> None:
    case = case_of(first(), visit("n2", "2024-01-10", "T7", modality="mri", acuity="chronic"))
    (course,) = (course for course in case.ledger if course.label == "T7")
    assert [(item.modality, item.acuity, item.source.note) for item in course.sightings] == [
        ("radiograph", None, "n1"),
        ("mri", "chronic", "n2"),
    ]
    assert (str(course.first_seen), str(course.last_seen)) == ("0", "12")


def test_a_level_that_another_list_has_one_off_is_told() -> None:
    other = visit("n2", "2023-01-20", "T7", "T10")
    (check,) = (check for check in case_of(first(), other).checks if check.rule == "levels_disagree")
    assert check.stated == "T9 / T10"
    assert {source.note for source in check.sources} == {"n1", "n2"}


def test_a_broken_vertebra_told_as_whole_is_told() -> None:
    later = NoteWriter("n2", "2024-01-10")
    later.fracture(level="T9", status="absent")
    assert {check.rule for check in case_of(first(), later).checks} >= {"present_and_absent"}


def test_left_in_one_note_and_right_in_another_is_told_and_both_in_one_note_is_not() -> None:
    one, other, both = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-01-12"), NoteWriter("n3", "2023-01-13")
    one.fracture("femur", part="neck", side="left")
    other.fracture("femur", part="neck", side="right")
    both.fracture("femur", part="neck", side="left")
    both.fracture("femur", part="neck", side="right")
    assert "sides_disagree" in {check.rule for check in case_of(one, other).checks}
    assert "sides_disagree" not in {check.rule for check in case_of(one, both).checks}


def test_a_fracture_years_after_images_that_showed_none_is_new() -> None:
    clear, later = NoteWriter("n1", "2023-01-10"), visit("n2", "2026-01-10", "L1")
    clear.fracture(status="absent", modality="vfa")
    clear.treatment("denosumab", status="started", start=label("today", "note_date"))
    assert verdicts(case_of(clear, later)) == {"L1": "new"}


def test_a_history_without_fractures_is_no_image_of_the_case() -> None:
    asked, seen = NoteWriter("n1", "2023-01-10"), visit("n2", "2026-01-10", "L1")
    asked.fracture(bone=None, status="absent", temporality="historical")
    asked.treatment("denosumab", status="started", start=label("today", "note_date"))
    assert verdicts(case_of(asked, seen)) == {"L1": "baseline"}


def test_that_the_left_femur_is_whole_does_not_deny_a_new_fracture_of_the_right() -> None:
    def rules(side: str) -> set[str | None]:
        later = NoteWriter("n2", "2024-01-10")
        later.fracture(bone="femur", part="shaft", side="right", modality="radiograph")
        later.fracture(bone="femur", part="shaft", side=side, status="absent", modality="radiograph")
        return {check.rule for check in case_of(first(), later).checks}

    assert "new_though_denied" not in rules("left")
    assert "new_though_denied" in rules("right")
