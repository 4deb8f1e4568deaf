"""A decision on a record leaves its date in the order that the case proves."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteocase.case import build_case
from osteocase.pipeline import extract
from osteocase.reading import find_notes, read_file
from osteocase.records import Time
from osteocase.review import Accept, AddNote, Change, Edit, Session, Several

CASE = Path(__file__).parents[1] / "data" / "cases" / "pmr-man"
EGFR = "2-2022-08-11-six-month-review/lab-4"


@pytest.mark.parametrize(
    ("change", "date"),
    [
        (Accept(records=(EGFR,)), "2022-08-04"),
        (Edit(record=EGFR, fields={"value": "38"}), "2022-08-04"),
        (Edit(record=EGFR, fields={"time": Time(text="2022-04-08", kind="date", date="2022-04-08")}), "2022-04-08"),
    ],
)
def test_a_decision_keeps_the_order_of_day_and_month(change: Change, date: str) -> None:
    notes = [read_file(path) for path in find_notes(CASE)]
    session = Session(case_id="pmr", build=build_case)
    session.apply(Several(changes=tuple(AddNote(note=note, read=extract(note)) for note in notes)))
    session.apply(change)
    dates = [one.time.date for one in session.case.labs if one.id == EGFR and one.time is not None]
    assert dates == [date]
