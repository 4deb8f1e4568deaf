"""What is dated after the day of the note is planned; the day of the note is that of its head, not of its story."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.reading import read_text
from osteocase.records import NoteRecord


def read(text: str) -> NoteRecord:
    return pipeline.extract(read_text(text))


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Spine surgery, stay 2020-03-02 to 2020-03-11        no. 5", "2020-03-11"),
        ("Ward summary\nAdmitted 2 May 2022, discharged 9 May 2022", "2022-05-09"),
        ("Bone board summary, prepared 4 July 2023\nA woman of 50 was seen in 2021.", "2023-07-04"),
        ("BONE CLINIC - FIRST VISIT, 15 June 2020\nBack pain.", "2020-06-15"),
        ("She was admitted on 3 March 2020 after a fall at home.", None),
        ("BONE DENSITY STUDY\nCOMPARISON: March 3, 2021 and May 7, 2018.", None),
        ("At the first visit (18 January 2022) calcium was 2.3 mmol/L.", None),
        ("CUMULATIVE REPORT\nCollected   16.03.21   20.09.21   24.01.23\nCalcium   2.3   2.4   2.4", "2023-01-24"),
        ("Clinic 16.03.21, next visit 20.09.21", "2021-03-16"),
        ("Problems\n  Osteoporosis (dx 11-Feb-2016)\n  Asthma", None),
    ],
)
def test_a_note_is_of_the_day_at_its_head(head: str, date: str | None) -> None:
    assert read(f"{head}\n\nOsteoporosis.\n").note.date == date


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Denosumab 60 mg s.c., first injection 14 May 2021.", "planned"),
        ("Plan: alendronate 70 mg once a week from 1 June 2021.", "planned"),
        ("Teriparatide 20 ug s.c. daily, to be started on 3 May 2021.", "planned"),
        (
            "As bone was lost under letrozole we begin with zoledronic acid 4 mg i.v., first infusion 3 May 2021.",
            "planned",
        ),
        ("Alendronate 70 mg was started on 1 June 2021.", "started"),  # a slip: it stays to be told
        ("Alendronate 70 mg once a week since 1 June 2021.", "ongoing"),
        ("Alendronate 70 mg once a week since 1 March 2021.", "ongoing"),
    ],
)
def test_a_treatment_that_starts_after_its_note_is_planned(words: str, status: str) -> None:
    note = read(f"Bone clinic, 26 April 2021\n\n{words}\n")
    assert [item.status for item in note.treatments if item.start is not None] == [status]
    started = {event.kind for event in note.events} & {"treatment_start"}
    assert bool(started) == (status != "planned")


def test_what_is_to_end_later_goes_on() -> None:
    note = read("Bone clinic, 26 April 2021\n\nLetrozole 2.5 mg daily until January 2023.\n")
    assert [(item.status, item.stop and item.stop.date) for item in note.treatments] == [("ongoing", "2023-01")]


def test_a_planned_step_of_prednisolone_does_not_date_its_use() -> None:
    note = read("Visit 5 March 2018\n\nPrednisolone 7.5 mg daily. Next: prednisolone 5 mg from 1 April 2018.\n")
    uses = [item for item in note.findings if item.concept == "glucocorticoid_use"]
    assert [item.time and item.time.date for item in uses] == ["2018-03-05"]


def test_a_unit_of_enzymes_in_a_column_names_no_analyte() -> None:
    table = (
        "LABORATORY  sample 05.03.2018\nanalyte       value   flag   unit      range\n"
        "Calcium       2.41           mmol/L    2.20-2.60\nGGT           88      H      U/L       6-42\n"
    )
    labs = {lab.analyte: (str(lab.value), lab.unit, lab.reference and lab.reference.text) for lab in read(table).labs}
    assert labs == {"calcium": ("2.41", "mmol/L", "2.20-2.60"), "ggt": ("88", "U/L", "6-42")}


def test_densitometry_compared_with_an_earlier_day_is_of_today() -> None:
    note = read(
        "Clinic, 2 August 2021\n\nDensitometry today, Hologic Horizon A, against 14 January 2021:\n"
        " spine L1-L4   0.756 g/cm2, T -2.6, Z -2.5, plus 12.8 %\n"
    )
    assert [(str(row.bmd_g_cm2), row.time.date if row.time else None) for row in note.bmd] == [("0.756", None)]


def test_what_ended_on_the_day_of_the_visit_ends_then() -> None:
    note = read("Visit 21 May 2021, 2 months on romosozumab\n\nJewett brace taken off today for good.\n")
    brace = next(item for item in note.treatments if item.agent == "jewett_orthosis")
    assert brace.stop is not None
    assert (brace.status, brace.stop.text, brace.stop.anchor) == ("stopped", "today", "note_date")
    assert [item.status for item in note.treatments if item.agent == "romosozumab"] == ["ongoing"]


def test_the_date_of_the_visit_in_its_line_of_columns_begins_no_drug() -> None:
    note = read("Follow-up            11/17/2020            Chart 5521\nFinished teriparatide on 11/02/2020. Well.\n")
    (drug,) = note.treatments
    assert (drug.start, drug.stop.date if drug.stop else None) == (None, "2020-11-02")
