"""A result's flag follows from the interval that the notes print for it, and from nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase.case import computed_flag
from osteocase.case.flags import with_flags
from osteocase.records import Lab
from tests.case.making import NoteWriter


def lab_of(value: str, reference: str | None, **more: object) -> Lab:
    note = NoteWriter("n1")
    note.lab("pth", value, "pg/mL", reference, **more)  # type: ignore[arg-type]
    return note.record().labs[0]


@pytest.mark.parametrize(
    ("value", "comparator", "reference", "flag"),
    [
        ("8.6", None, "8.8-10.1", "low"),
        ("8.8", None, "8.8-10.1", "normal"),
        ("10.1", None, "8.8-10.1", "normal"),
        ("10.2", None, "8.8-10.1", "high"),
        ("9.1", None, ">30", "low"),
        ("30", None, ">30", "low"),
        ("31", None, ">30", "normal"),
        ("5", None, "<5", "high"),
        ("4", None, "<5", "normal"),
        ("3", "<", "5-10", "low"),
        ("5", "<", "5-10", "low"),
        ("8", "<", "5-10", None),
        ("4", "<", "<5", "normal"),
        ("35", "<", ">30", None),
        ("100", ">", "5-10", "high"),
        ("8", ">", "5-10", None),
        ("35", ">", ">30", "normal"),
        ("50", None, None, None),
    ],
)
def test_the_flag_follows_from_the_printed_interval(
    value: str, comparator: str | None, reference: str | None, flag: str | None
) -> None:
    assert computed_flag(lab_of(value, reference, comparator=comparator)) == flag


def test_a_stated_flag_stays_as_the_note_marks_it() -> None:
    (lab,) = with_flags([lab_of("50", "10-65", flag="high", flag_basis="stated")])
    assert (lab.flag, lab.flag_basis) == ("high", "stated")


def test_a_follow_up_without_an_interval_takes_the_only_one_that_the_notes_print() -> None:
    first, second = with_flags([lab_of("50", "10-65"), lab_of("94.2", None)])
    assert (first.flag, second.flag, second.flag_basis) == ("normal", "high", "computed")
    assert second.reference is None


def test_no_interval_is_borrowed_where_the_notes_print_two() -> None:
    labs = with_flags([lab_of("50", "10-65"), lab_of("50", "15-70"), lab_of("94.2", None)])
    assert [lab.flag for lab in labs] == ["normal", "normal", None]


def test_a_result_given_as_a_range_is_low_only_where_all_of_it_is() -> None:
    assert computed_flag(lab_of("8.6", "8.8-10.1", value_high=Decimal("8.9"))) == "normal"
    assert computed_flag(lab_of("8.5", "8.8-10.1", value_high=Decimal("8.7"))) == "low"
