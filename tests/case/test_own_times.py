"""Times that count from what they stand before, what goes on now, the order of open dates, the main drug, children."""

from __future__ import annotations

import pytest

from osteocase.case import build_case
from osteocase.case.without_year import Order, in_its_year
from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import CaseRecord, Offset, Time
from tests.case.making import NoteWriter, label, on


def case_of(*notes: NoteWriter) -> CaseRecord:
    return build_case([note.record() for note in notes], case_id="test")


def start_note(agent: str = "alendronate", date: str = "2022-02-10") -> NoteWriter:
    note = NoteWriter("n1", date)
    note.treatment(agent, status="started", start=label("today", "note_date"))
    return note


def after_this(text: str, value: str, unit: str = "month") -> Time:
    """``Six months after the``: a distance from what the next words name."""
    offset = Offset.model_validate({"value": value, "unit": unit})
    return Time(text=text, kind="relative", offset=offset, anchor="previous_event")


def test_six_months_after_the_first_tablet_tells_where_the_note_stands() -> None:
    later = NoteWriter("n2")
    time = after_this("Six months after the", "6")
    words = "Six months after the first tablet of alendronic acid"
    later.treatment("alendronate", words=words, status="past", start=time)
    later.event("treatment_start", time, words=words)
    later.lab("calcium", "9.4", "mg/dL", "8.8-10.1")
    case = case_of(start_note(), later)
    assert [(item.agent, str(item.start.months)) for item in case.treatments if item.start] == [("alendronate", "0")]
    assert [str(lab.time.months) for lab in case.labs if lab.time] == ["6"]
    assert case.checks == () or "times_disagree" not in {check.rule for check in case.checks}


def test_one_year_after_the_removal_is_one_year_before_the_note() -> None:
    note = NoteWriter("n1", "2020-11-18")
    words = "One year after the removal of a parathyroid adenoma"
    time = after_this("One year after the", "1", "year")
    note.treatment("parathyroidectomy", "surgery", words=words, status="past", start=time)
    case = case_of(note)
    (item,) = case.treatments
    assert item.start is not None
    assert (str(item.start.months), item.start.precision) == ("-12", "year")
    assert case.case.axis.anchor == "baseline"  # an event known to its year makes no month zero


def test_a_drug_begun_after_something_else_does_not_count_from_itself() -> None:
    note = NoteWriter("n1", "2020-11-18")
    words = "Two weeks after the fall romosozumab was started"
    note.treatment("romosozumab", words=words, status="started", start=after_this("Two weeks after the", "2", "week"))
    (item,) = case_of(note).treatments
    assert item.start is not None
    assert item.start.anchor == "previous_event"


def test_a_fracture_is_not_placed_by_the_distance_from_its_nailing() -> None:
    note = NoteWriter("n1", "2022-03-14")
    note.fracture("femur", side="right", part="shaft", time=after_this("five months after", "5"))
    (fracture,) = case_of(note).fractures
    assert fracture.time is not None
    assert str(fracture.time.months) == "0"


def test_what_goes_on_now_did_not_begin_now() -> None:
    later = NoteWriter("n2", "2023-02-13")
    now = Time(text="now", kind="label", anchor="note_date")
    treatment = later.treatment("alendronate", status="ongoing", start=now)
    later.event("treatment_start", now, records=(treatment,))
    case = case_of(start_note(), later)
    assert [str(item.start.months) for item in case.treatments if item.start] == ["0"]
    assert [event.kind for event in case.events] == []


def ambiguous(name: str, date: str = "2022-11-08", text: str = "11/08/2022") -> NoteWriter:
    note = NoteWriter(name, date)
    note.event("visit", Time(text=text, kind="date", date=date))
    return note


@pytest.mark.parametrize(
    ("name", "unit", "date"),
    [
        ("2-2022-08-11-review", None, "2022-08-11"),
        ("20221108_review", None, "2022-11-08"),
        ("review", "mmol/L", "2022-08-11"),
        ("review", "mg/dL", "2022-11-08"),
        ("2022-11-08-review", "mmol/L", "2022-11-08"),
    ],
)
def test_an_open_date_is_read_as_the_file_is_named_or_by_the_units(name: str, unit: str | None, date: str) -> None:
    note = ambiguous(name)
    if unit is not None:
        note.lab("calcium", "2.4" if unit == "mmol/L" else "9.4", unit, None)
    assert case_of(note).notes[0].date == date


def test_a_drug_given_for_years_is_the_main_drug_though_it_was_stopped() -> None:
    first = start_note("denosumab", "2017-03-06")
    stopped = NoteWriter("n2", "2022-03-14")
    stopped.treatment("denosumab", status="stopped", stop=on("2021-09-09"))
    stopped.treatment("raloxifene", status="started", start=label("today", "note_date"))
    assert case_of(first, stopped).case.axis.label == "first dose of denosumab"


def test_a_drug_broken_off_early_gives_way_to_the_next() -> None:
    first = start_note("alendronate", "2020-02-12")
    later = NoteWriter("n2", "2020-10-05")
    later.treatment("alendronate", status="stopped", stop=on("2020-06"))
    later.treatment("denosumab", status="started", start=label("today", "note_date"))
    assert case_of(first, later).case.axis.label == "first dose of denosumab"


def child(number: int, date: str, height: str, age: str) -> NoteWriter:
    note = NoteWriter(f"n{number}", date)
    note.patient(sex="male", age_years=age, height_cm=height)
    note.treatment("zoledronate", dose="1.25", dose_unit="mg", route="intravenous", frequency="every 6 months",
                   status="ongoing")  # fmt: skip
    note.lab("calcium", "2.41", "mmol/L", "2.20-2.70")
    return note


def test_a_child_grows_is_dosed_by_weight_and_has_a_work_up_of_its_own() -> None:
    case = case_of(child(1, "2018-05-16", "124", "8"), child(2, "2019-05-22", "140", "9"))
    assert {"patient_disagrees", "unusual_dose", "work_up"} & {check.rule for check in case.checks} == set()


def test_a_grown_up_does_not_grow() -> None:
    case = case_of(child(1, "2018-05-16", "164", "48"), child(2, "2019-05-22", "170", "49"))
    assert {"patient_disagrees", "unusual_dose", "work_up"} <= {check.rule for check in case.checks}


def test_the_side_of_the_hip_is_asked_for_only_where_a_hip_was_measured() -> None:
    for site, asked in (("lumbar_spine", False), ("total_hip", True)):
        note = NoteWriter("n1", "2020-01-02")
        note.bmd(site, bmd_g_cm2="0.842", t_score="-2.2")
        assert ("hip_side" in {check.rule for check in case_of(note).checks}) is asked


def test_a_value_known_to_its_year_contradicts_no_other() -> None:
    note = NoteWriter("n1", "2020-11-18")
    note.lab("pth", "15.8", "pmol/L", None, on("2019-09-02"))
    note.lab("pth", "9.1", "pmol/L", None, on("2019", "year"))
    assert "labs_disagree" not in {check.rule for check in case_of(note).checks}


@pytest.mark.parametrize(
    ("words", "written", "order", "date"),
    [
        ("13/03", "2021-03-20", None, "2021-03-13"),
        ("20 December", "2022-11-14", None, "2021-12-20"),
        ("on 20th of December", "2022-11-14", None, "2021-12-20"),
        ("Dec 20", "2022-12-24", None, "2022-12-20"),
        ("11/05", "2021-05-18", "day_first", "2021-05-11"),
        ("05/11", "2021-05-18", "month_first", "2021-05-11"),
        ("11/05", "2021-05-18", None, None),
        ("31/04", "2021-05-18", "day_first", None),
        ("in June", "2021-05-18", None, "2020-06"),
        ("29 February", "2021-05-18", None, "2020-02-29"),
        ("two weeks", "2021-05-18", None, None),
        ("5/26", "2023-05-25", "month_first", "2023-05-26"),  # an addendum of the day after
        ("1/1", "2022-12-30", None, "2023-01-01"),
    ],
)
def test_a_day_without_its_year_is_the_last_one_before_the_note(
    words: str, written: str, order: Order | None, date: str | None
) -> None:
    assert in_its_year(Time(text=words, kind="date"), written, order).date == date


def test_days_without_a_year_are_in_the_order_of_the_note() -> None:
    text = "Admitted: 13/03/2021  Discharged: 20/03/2021\nBloods 7/03: calcium 2.15.\nDXA 09/03: spine T-score -2.2.\n"
    case = build_case([extract(read_text(text, note_id="n"))], case_id="c")
    assert [item.time and item.time.date for item in case.labs] == ["2021-03-07"]
    assert [item.time and item.time.date for item in case.bmd] == ["2021-03-09"]
