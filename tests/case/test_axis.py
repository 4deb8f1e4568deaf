"""Month zero is chosen by rule, and every time that the notes tell lands at its month."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase.case import build_case
from osteocase.errors import CaseError
from osteocase.records import Anchor, CaseRecord, Time
from tests.case.making import NoteWriter, after, before_now, label, on


def case_of(*notes: NoteWriter, anchor: Anchor | None = None) -> CaseRecord:
    return build_case([note.record() for note in notes], case_id="test", anchor=anchor)


def months(case: CaseRecord, analyte: str = "pth") -> list[str]:
    """Months and precision of all results of one analyte."""
    times = [lab.time for lab in case.labs if lab.analyte == analyte and lab.time is not None]
    return [f"{time.months} {time.precision}" for time in times]


def note_with(time: Time | None, date: str | None = "2023-07-10") -> NoteWriter:
    note = NoteWriter("n9", date)
    note.lab("pth", "50", "pg/mL", None, time)
    return note


def drug_note() -> NoteWriter:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment("denosumab", status="started", start=label("today", "note_date"))
    return note


def everything() -> NoteWriter:
    note = drug_note()
    note.event("delivery", on("2022-11-20"))
    note.fracture(level="T9", acuity="acute", time=on("2022-12-24"))
    note.treatment("vertebroplasty", "surgery", status="completed", start=on("2023-01-02"))
    note.lab("pth", "50", "pg/mL", None, on("2023-01-10"))
    return note


def test_the_first_dose_of_the_main_drug_comes_first() -> None:
    axis = case_of(everything()).case.axis
    assert (axis.anchor, axis.date, axis.label) == ("treatment_start", "2023-01-10", "first dose of denosumab")


@pytest.mark.parametrize(
    ("anchor", "date", "months_later"),
    [("delivery", "2022-11-20", "1.67"), ("fracture", "2022-12-24", "0.54"), ("surgery", "2023-01-02", "0.26")],
)
def test_the_user_may_count_from_another_event(anchor: Anchor, date: str, months_later: str) -> None:
    case = case_of(everything(), anchor=anchor)
    assert (case.case.axis.anchor, case.case.axis.date) == (anchor, date)
    assert months(case) == [f"{months_later} day"]


def test_an_event_that_no_note_tells_cannot_be_month_zero() -> None:
    with pytest.raises(CaseError, match="no menopause") as told:
        case_of(drug_note(), anchor="menopause")
    assert told.value.hint == "choose one of: treatment_start, baseline"


def test_without_a_drug_the_delivery_is_month_zero_then_the_fracture_then_the_first_visit() -> None:
    delivery, fracture, visit = (NoteWriter("n1", "2023-01-10") for _ in range(3))
    delivery.event("delivery", on("2022-11-20"))
    fracture.fracture(level="T9", acuity="acute", time=on("2022-12-24"))
    visit.lab("pth", "50", "pg/mL")
    found = [case_of(note).case.axis for note in (delivery, fracture, visit)]
    assert [(axis.anchor, axis.date) for axis in found] == [
        ("delivery", "2022-11-20"),
        ("fracture", "2022-12-24"),
        ("baseline", "2023-01-10"),
    ]


def test_a_delivery_of_long_ago_is_history_and_not_month_zero() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.event("delivery", on("1990-05-05"))
    assert case_of(note).case.axis.anchor == "baseline"


def test_vitamin_d_beside_the_drug_is_not_the_main_drug() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment("eldecalcitol", status="started", start=on("2022-06-01"))
    note.treatment("romosozumab", status="started", start=on("2023-01-10"))
    assert case_of(note).case.axis.label == "first dose of romosozumab"


def test_a_drug_stopped_early_gives_way_to_the_one_that_went_on() -> None:
    first, second = NoteWriter("n1", "2020-02-12"), NoteWriter("n2", "2020-10-06")
    first.treatment("alendronate", status="started", start=label("today", "note_date"))
    second.treatment("alendronate", status="stopped", stop=on("2020-06"), reason="heartburn")
    second.treatment("denosumab", status="started", start=on("2020-10-05"))
    assert case_of(first, second).case.axis.date == "2020-10-05"


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (on("2023-07-10"), "6 day"),
        (on("2023-07"), "6.2 month"),
        (on("2022"), "-6.3 year"),
        (after("6", "treatment_start"), "6 month"),
        (after("2", "treatment_start", "week"), "0.46 day"),
        (after("6", "baseline"), "6 about"),
        (label("before treatment"), "0 about"),
        (label("today", "note_date"), "6 day"),
        (before_now("3"), "3 month"),
        (after("1", "note_date", "year"), "18 year"),
        (None, "6 month"),
        (label("at the last visit", None), "6 about"),
    ],
)
def test_a_stated_time_lands_at_its_month(time: Time | None, expected: str) -> None:
    assert months(case_of(drug_note(), note_with(time))) == [expected]


def test_ten_months_after_a_course_of_twelve_is_month_22() -> None:
    start, last = NoteWriter("n1", "2021-03-22"), NoteWriter("n2", None)
    start.treatment("romosozumab", status="started", start=label("today", "note_date"))
    last.treatment("romosozumab", status="completed", duration_value="12", duration_unit="month", duration="12 months")
    last.lab("pth", "50", "pg/mL", None, after("10", "treatment_stop"))
    assert months(case_of(start, last)) == ["22 month"]


def test_a_time_after_the_previous_event_counts_from_the_sentence_before() -> None:
    note = NoteWriter("n2", "2024-01-10")
    note.lab("tsh", "1.9", "mU/L", None, after("3", "treatment_start"))
    note.lab("pth", "50", "pg/mL", None, after("2", "previous_event"))
    assert months(case_of(drug_note(), note)) == ["5 month"]


def test_an_age_is_placed_through_the_age_of_the_note() -> None:
    note = drug_note()
    note.patient(age_years="60")
    note.event("menopause", Time(text="at 50", kind="age", offset=after("50", "birth", "year").offset, anchor="birth"))
    (menopause,) = (event for event in case_of(note).events if event.kind == "menopause")
    assert menopause.time is not None
    assert (menopause.time.months, menopause.time.precision) == (Decimal(-120), "year")


def test_history_without_a_date_gets_no_month() -> None:
    note = drug_note()
    note.finding("smoking", "risk_factor", temporality="historical")
    note.fracture("radius", temporality="historical")
    case = case_of(note)
    assert case.findings[0].time is None
    assert case.fractures[0].time is None


def test_an_undated_note_takes_its_place_from_the_visit_that_it_tells() -> None:
    note = NoteWriter("n2", None)
    note.event("visit", after("6", "treatment_start"))
    note.lab("pth", "50", "pg/mL")
    assert months(case_of(drug_note(), note)) == ["6 month"]


def test_two_dates_of_the_first_dose_are_told_with_both_quotes() -> None:
    one, other = NoteWriter("n2", "2023-07-10"), NoteWriter("n3", "2023-08-10")
    one.treatment("denosumab", status="ongoing", start=on("2023-01-10"))
    other.treatment("denosumab", status="ongoing", start=on("2023-03-10"))
    case = case_of(drug_note(), one, other)
    assert case.case.axis.date == "2023-01-10"
    (check,) = (check for check in case.checks if check.rule == "times_disagree")
    assert (check.stated, check.computed) == ("2023-03-10", "2023-01-10")
    assert {source.note for source in check.sources} >= {"n2", "n3"}


def test_a_date_that_the_others_refute_does_not_move_the_axis() -> None:
    notes = [NoteWriter(f"n{number}", f"2023-0{number}-10") for number in (2, 3, 4)]
    for note, date in zip(notes, ("2023-01-10", "2013-01-10", "2023-01-10"), strict=True):
        note.treatment("denosumab", status="ongoing", start=on(date))
    assert case_of(*notes).case.axis.date == "2023-01-10"


def test_an_onset_of_four_months_and_one_at_the_end_of_pregnancy_do_not_agree() -> None:
    note = NoteWriter("n1", "2021-03-15")
    pain = note.finding("back_pain", "symptom")
    note.event("delivery", on("2021-02-12"))
    note.event("symptom_onset", before_now("4"), label="onset of back pain", records=(pain,))
    note.event("symptom_onset", after("36", "conception", "week"), label="onset of back pain", records=(pain,))
    case = case_of(note)
    assert {check.rule for check in case.checks} & {"times_disagree", "onsets_disagree"}


def test_an_open_date_is_read_in_the_order_that_the_other_notes_prove() -> None:
    letter, summary = NoteWriter("n1", "2020-12-02"), NoteWriter("n2", "2020-09-28")
    letter.event("visit", Time(text="12/02/2020", kind="date", date="2020-12-02"))
    letter.lab("pth", "50", "pg/mL", None, Time(text="05/02/2020", kind="date", date="2020-05-02"))
    summary.event("visit", Time(text="28/09/2020", kind="date", date="2020-09-28"))
    case = case_of(letter, summary)
    assert [note.date for note in case.notes] == ["2020-02-12", "2020-09-28"]
    assert case.labs[0].time is not None
    assert case.labs[0].time.date == "2020-02-05"


def test_open_dates_stay_where_the_case_proves_both_orders() -> None:
    letter, other, third = (NoteWriter(f"n{number}", "2020-12-02") for number in (1, 2, 3))
    letter.event("visit", Time(text="12/02/2020", kind="date", date="2020-12-02"))
    other.event("imaging", Time(text="28/09/2020", kind="date", date="2020-09-28"))
    third.event("imaging", Time(text="09/28/2020", kind="date", date="2020-09-28"))
    assert {note.date for note in case_of(letter, other, third).notes} == {"2020-12-02"}


def test_a_course_begun_for_twelve_months_and_completed_ended_after_them() -> None:
    start, end = NoteWriter("n1", "2021-03-22"), NoteWriter("n2", "2022-03-23")
    start.treatment(
        "romosozumab", status="started", start=label("today", "note_date"), duration="12 months",
        duration_value="12", duration_unit="month",
    )  # fmt: skip
    end.treatment("romosozumab", status="completed")
    (drug,) = case_of(start, end).treatments
    assert drug.stop is not None
    assert str(drug.stop.months) == "12"
