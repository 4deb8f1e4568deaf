"""What notes that follow one another may say without a contradiction, and slips that only they show together."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.case import build_case
from osteocase.reading import read_text
from osteocase.records import CaseRecord


def case_of(*texts: str) -> CaseRecord:
    notes = [pipeline.extract(read_text(text, note_id=f"n{number}")) for number, text in enumerate(texts, start=1)]
    return build_case(notes, case_id="c")


def told(*texts: str) -> set[str | None]:
    """Rules of the checks that are no gaps."""
    return {check.rule for check in case_of(*texts).checks if check.kind != "missing"}


def test_a_lower_dose_begins_later_than_the_drug() -> None:
    first = "Clinic 2017-10-10\nWoman of 40 years. Prednisolone 5 mg daily since 2016-01-18.\n"
    then = "Clinic 2019-05-14\nWoman of 42 years. Prednisolone 2.5 mg daily since 2018-01-08.\n"
    assert told(first, then) == set()
    assert told(first, then.replace("2.5 mg", "5 mg")) == {"times_disagree"}


def test_what_was_stopped_years_ago_may_begin_anew() -> None:
    letter = (
        "Clinic, 3 September 2018\nMan of 52 years. Testosterone was stopped in 2014. "
        "Testosterone undecanoate 1 g intramuscularly was started today.\n"
    )
    later = (
        "Clinic, 9 September 2019\nMan of 53 years. Testosterone undecanoate 1 g every 12 weeks since September 2018.\n"
    )
    assert told(letter, later) == set()


def test_no_fall_since_then_denies_no_fall_of_then() -> None:
    ward = "Ward summary, 14 December 2021\nShe fell at home on 1 December 2021.\n"
    review = "Review, 25 January 2022\nNo falls since discharge.\n"
    assert told(ward, review) == set()


@pytest.mark.parametrize(("doses", "rules"), [("7", set()), ("17", {"stated_doses"})])
def test_doses_are_counted_by_their_interval(doses: str, rules: set[str]) -> None:
    case = told(
        "Clinic, 10 September 2018\nWoman of 60 years. Ibandronate 3 mg i.v. every 3 months started today.\n",
        f"Clinic, 16 March 2020\nWoman of 61 years. Ibandronate 3 mg i.v. every 3 months: {doses} injections from "
        "10 September 2018 to 9 March 2020, completed.\n",
    )
    assert case == rules


def test_one_first_day_in_two_years_is_told() -> None:
    first = "Clinic, 5 March 2018\nMan of 60 years. Azathioprine 100 mg daily was started on 12 February 2018.\n"
    then = "Clinic, 9 March 2020\nMan of 62 years. Azathioprine 100 mg daily since 12 February 2018.\n"
    assert told(first, then) == set()
    assert "start_year_differs" in told(first, then.replace("since 12 February 2018", "since 12 February 2019"))


def test_a_plan_for_last_year_is_told() -> None:
    plan = "Clinic, 18 January 2021\nWoman of 70 years. We plan teriparatide 20 ug daily from 1 February {year}.\n"
    assert "planned_for_the_past" not in told(plan.format(year=2021))
    assert "planned_for_the_past" in told(plan.format(year=2020))


def test_as_many_levels_as_are_counted() -> None:
    note = "Clinic, 18 January 2021\nWoman of 70 years. Osteoporosis with {count} vertebral fractures (T11, T12, L2).\n"
    assert told(note.format(count="three")) == set()
    assert told(note.format(count="four")) == {"stated_fracture_count"}


def test_grams_of_what_is_taken_in_milligrams() -> None:
    notes = [f"Clinic, {day}\nMan of 50 years. Letrozole 2.5 {{}} daily.\n" for day in ("3 May 2020", "4 May 2020")]
    assert told(*(note.format("mg") for note in notes)) == set()
    assert {"doses_disagree", "impossible_dose"} <= told(notes[0].format("mg"), notes[1].format("g"))


def test_a_visit_missed_after_the_note_was_written_is_no_slip() -> None:
    visit = "Clinic 2022-03-02\nWoman of 40 years, well. Calcium 2.31 mmol/L.\n"
    assert told(visit + "Addendum 2022-04-06: did not attend.\n") == set()
    assert told(visit + "DXA 2022-04-06: spine T-score -2.1.\n") != set()


def test_results_without_a_unit_are_told_together() -> None:
    case = case_of("Clinic 2022-03-02\nWoman of 40 years. Calcium 9.4, albumin 4.2, PTH 40 pg/mL.\n")
    (check,) = [check for check in case.checks if check.rule == "unit_missing"]
    assert check.message == "2 results (calcium and albumin) have no unit."
    assert len(check.records) == 2


def test_advice_to_stop_breastfeeding_is_a_word_of_weaning() -> None:
    visit = (
        "Clinic 2022-03-02\nWoman of 40 years, exclusively breastfeeding. Romosozumab 210 mg monthly started today.\n"
    )
    assert "given_while_breastfeeding" in told(visit)
    assert "given_while_breastfeeding" not in told(visit + "Plan: stop breastfeeding.\n")
    assert case_of(visit + "Plan: stop breastfeeding.\n").patient.lactating is True


def test_a_value_that_the_value_of_the_day_is_compared_with_is_not_of_that_day() -> None:
    first = "Clinic 2022-03-02\nWoman of 40 years. P1NP 95.8 ug/L.\n"
    then = "Clinic 2022-09-02\nP1NP 56 ug/L (was 95.8). PTH 42 pg/mL, down from 94.2.\n"
    case = case_of(first, then)
    assert [(lab.name, str(lab.value), lab.time and lab.time.date) for lab in case.labs] == [
        ("procollagen type 1 N-terminal propeptide", "95.8", "2022-03-02"),
        ("procollagen type 1 N-terminal propeptide", "56", "2022-09-02"),
        ("parathyroid hormone", "42", "2022-09-02"),
        ("parathyroid hormone", "94.2", None),
    ]


def test_a_note_that_is_carried_on_at_later_visits_is_no_slip() -> None:
    visit = "Clinic 2022-03-02\nWoman of 40 years. Calcium 2.31 mmol/L on 2022-03-01.\n"
    entries = (
        "F/U 2022-06-10: calcium 2.28 mmol/L, PTH 5.2 pmol/L.\nF/U 2022-09-12: calcium 2.33 mmol/L, PTH 5.0 pmol/L.\n"
    )
    assert "told_before_it_was" not in told(visit + entries)
    assert "told_before_it_was" in told(visit.replace("2022-03-01", "2023-03-01") + entries)
