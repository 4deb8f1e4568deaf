"""The same fact told in several notes is one record; facts that disagree stay apart and are told."""

from __future__ import annotations

import pytest

from osteocase.case import build_case
from osteocase.errors import CaseError
from osteocase.records import CaseRecord, NoteRecord
from tests.case.making import NoteWriter, after, label, on


def case_of(*notes: NoteWriter | NoteRecord) -> CaseRecord:
    return build_case([note.record() if isinstance(note, NoteWriter) else note for note in notes], case_id="test")


def rules(case: CaseRecord) -> set[str | None]:
    return {check.rule for check in case.checks if check.kind != "missing"}


def started(date: str = "2023-01-10") -> NoteWriter:
    """A dated note in which denosumab is begun, so that months count from there."""
    note = NoteWriter("n1", date)
    note.treatment("denosumab", status="started", start=label("today", "note_date"))
    return note


def test_one_result_in_two_notes_is_one_record_with_two_sources() -> None:
    sheet, letter = NoteWriter("n1", "2023-01-11"), NoteWriter("n2", "2023-01-14")
    sheet.lab("pth", "94.2", "pg/mL", "10-65", on("2023-01-10"))
    letter.lab("pth", "94.2", "pg/mL")
    (pth,) = case_of(sheet, letter).labs
    assert [source.note for source in (pth.source, *pth.also)] == ["n1", "n2"]
    assert pth.reference is not None


def test_the_merged_record_is_completed_from_the_sparser_one() -> None:
    sheet, letter = NoteWriter("n1", "2023-01-11"), NoteWriter("n2", "2023-01-14")
    sheet.lab("pth", "94.2", None, None, on("2023-01-10"))
    letter.lab("pth", "94.2", "pg/mL", "10-65")
    (pth,) = case_of(sheet, letter).labs
    assert (pth.unit, pth.flag, pth.flag_basis) == ("pg/mL", "high", "computed")


def test_two_results_of_one_day_that_differ_stay_apart_and_are_told_with_both_quotes() -> None:
    sheet, letter = NoteWriter("n1", "2023-01-11"), NoteWriter("n2", "2023-01-11")
    one = sheet.lab("pth", "94.2", "pg/mL", "10-65", on("2023-01-10"))
    other = letter.lab("pth", "49.2", "pg/mL", "10-65", on("2023-01-10"))
    case = case_of(sheet, letter)
    assert [str(lab.value) for lab in case.labs] == ["94.2", "49.2"]
    (check,) = (check for check in case.checks if check.rule == "labs_disagree")
    assert set(check.records) == {one, other}
    assert "94.2" in check.message
    assert "49.2" in check.message


def test_one_result_in_two_units_is_one_record() -> None:
    sheet, letter = NoteWriter("n1", "2023-01-11"), NoteWriter("n2", "2023-01-12")
    day = on("2023-01-10")
    sheet.lab("calcium", "8.6", "mg/dL", None, day, canonical_value="8.6", canonical_unit="mg/dL")
    letter.lab("calcium", "2.15", "mmol/L", None, day, canonical_value="8.617", canonical_unit="mg/dL")
    assert len(case_of(sheet, letter).labs) == 1


def test_before_treatment_is_the_result_of_the_weeks_before_the_first_dose() -> None:
    sheet, start, later = NoteWriter("n0", "2022-12-20"), started(), NoteWriter("n2", "2023-07-10")
    sheet.lab("p1np", "95.8", "ng/mL", None, on("2022-12-19"))
    later.lab("p1np", "95.8", "ng/mL", None, label("before treatment"))
    later.lab("p1np", "41.0", "ng/mL", None, after("6", "treatment_start"))
    case = case_of(sheet, start, later)
    assert [(str(lab.value), str(lab.time and lab.time.months)) for lab in case.labs] == [
        ("95.8", "-0.7"),
        ("41.0", "6"),
    ]


def test_the_same_value_at_another_visit_is_another_result() -> None:
    first, second = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-07-10")
    first.lab("creatinine", "0.66", "mg/dL")
    second.lab("creatinine", "0.66", "mg/dL")
    assert len(case_of(first, second).labs) == 2


def test_densitometry_told_in_parts_is_one_row() -> None:
    report, letter = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-01-20")
    report.bmd("lumbar_spine", on("2023-01-10"), region="L1-L4", bmd_g_cm2="0.842", t_score="-2.2")
    letter.bmd("lumbar_spine", on("2023-01-10"), t_score="-2.2", z_score="-1.1")
    (row,) = case_of(report, letter).bmd
    assert [str(value) for value in (row.region, row.bmd_g_cm2, row.t_score, row.z_score)] == [
        "L1-L4",
        "0.842",
        "-2.2",
        "-1.1",
    ]


def test_a_hip_without_a_side_belongs_to_the_side_whose_number_it_repeats() -> None:
    report, letter = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-01-20")
    day = on("2023-01-10")
    report.bmd("total_hip", day, side="left", bmd_g_cm2="0.690", t_score="-2.5")
    report.bmd("total_hip", day, side="right", bmd_g_cm2="0.702", t_score="-2.4")
    letter.bmd("total_hip", day, t_score="-2.4")
    told = {row.side: [source.note for source in row.also] for row in case_of(report, letter).bmd}
    assert told == {"left": [], "right": ["n2"]}


def test_hip_and_femoral_neck_of_the_mother_are_one_fracture() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-02-10")
    one.fracture("hip", subject="mother", temporality="historical")
    other.fracture("femur", part="neck", subject="mother", temporality="historical")
    (fracture,) = case_of(one, other).fractures
    assert (fracture.bone, fracture.part) == ("femur", "neck")


def test_a_wrist_broken_twice_is_two_fractures() -> None:
    note = NoteWriter("n1", "2023-01-10")
    for year in ("2010", "2021"):
        note.fracture("radius", part="distal", side="left", time=on(f"{year}-05-01"), temporality="historical")
    assert len(case_of(note).fractures) == 2


def test_a_course_is_one_record_from_its_start_to_its_stop() -> None:
    first, second, third = started(), NoteWriter("n2", "2023-07-10"), NoteWriter("n3", "2024-01-10")
    second.treatment("denosumab", status="ongoing", dose="60", dose_unit="mg")
    third.treatment("denosumab", status="stopped", stop=on("2024-01-10"), reason="hypocalcaemia")
    (drug,) = case_of(first, second, third).treatments
    assert (drug.status, str(drug.dose), drug.reason) == ("stopped", "60", "hypocalcaemia")
    assert drug.start is not None
    assert drug.stop is not None
    assert (str(drug.start.months), str(drug.stop.months)) == ("0", "12")


def test_a_drug_of_the_past_is_not_the_course_that_begins_later() -> None:
    before, start = NoteWriter("n0", "2023-01-01"), NoteWriter("n1", "2023-06-10")
    before.treatment("alendronate", status="past")
    start.treatment("alendronate", status="started", start=on("2023-06-10"))
    assert sorted(item.status for item in case_of(before, start).treatments) == ["past", "started"]


def test_a_plan_goes_into_the_course_that_fulfils_it() -> None:
    plan, start = NoteWriter("n0", "2023-01-01"), started()
    plan.treatment("denosumab", status="planned")
    (drug,) = case_of(plan, start).treatments
    assert drug.status == "started"
    assert len(drug.also) == 1


def test_a_denied_habit_is_told_once_whatever_the_wording() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-02-10")
    one.finding("smoking", "risk_factor", "absent", words="never smoked")
    other.finding("smoking", "risk_factor", "absent", words="non-smoker", temporality="historical")
    (finding,) = case_of(one, other).findings
    assert len(finding.also) == 1


def test_present_and_absent_in_one_month_is_a_conflict_a_year_apart_it_is_a_change() -> None:
    one, near, far = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-02-10"), NoteWriter("n3", "2024-03-10")
    one.finding("smoking", "risk_factor", "present")
    near.finding("smoking", "risk_factor", "absent")
    far.finding("smoking", "risk_factor", "absent")
    assert "findings_disagree" in rules(case_of(one, near))
    assert "findings_disagree" not in rules(case_of(one, far))


def test_a_correction_wins_and_says_so() -> None:
    report, addendum = NoteWriter("n1", "2023-01-11"), NoteWriter("n2", "2023-01-20")
    report.lab("tsh", "2.83", "mU/L", "0.61-4.23", on("2023-01-10"))
    addendum.lab("tsh", "0.283", "mU/L", "0.61-4.23", on("2023-01-10"), correction=True)
    case = case_of(report, addendum)
    assert [str(lab.value) for lab in case.labs] == ["0.283"]
    assert [str(lab.value) for lab in case.superseded.labs] == ["2.83"]
    (check,) = (check for check in case.checks if check.rule == "corrected")
    assert (check.stated, check.computed, check.severity) == ("2.83", "0.283", "info")
    assert "labs_disagree" not in rules(case)


def test_everything_under_an_addendum_corrects_what_stood_before() -> None:
    report, later = NoteWriter("n1", "2023-01-11"), NoteWriter("n2", "2023-01-20")
    report.fracture("radius", part="distal", side="left", time=on("2023-01-09"))
    later.section("addendum")
    later.fracture("radius", part="distal", side="right", time=on("2023-01-09"))
    case = case_of(report, later)
    assert [item.side for item in case.fractures] == ["right"]
    assert [item.side for item in case.superseded.fractures] == ["left"]


def test_what_a_reviewer_rejected_takes_no_part() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.lab("pth", "94.2", "pg/mL", "10-65", review="rejected")
    note.lab("tsh", "1.9", "mU/L", "0.6-4.2")
    assert [lab.analyte for lab in case_of(note).labs] == ["tsh"]


def test_what_a_reviewer_edited_leads_the_merged_record() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-01-10")
    one.score("vas", "7", "0", "10")
    other.lab("pth", "94.2", "pg/mL", None, on("2023-01-09"))
    other.lab("pth", "94.2", "pg/mL", "10-65", on("2023-01-09"), review="edited")
    (pth,) = case_of(one, other).labs
    assert pth.review == "edited"


def test_notes_of_two_patients_are_refused_with_a_way_out() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-01-12")
    one.patient(sex="female", age_years="34")
    other.patient(sex="male", age_years="71")
    with pytest.raises(CaseError, match="n1 and n2 tell of different patients") as told:
        case_of(one, other)
    assert told.value.hint is not None
    assert "one folder" in told.value.hint


def test_a_single_odd_field_is_a_conflict_and_no_other_patient() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-01-12")
    one.patient(sex="female", age_years="71")
    other.patient(sex="male", age_years="71")
    case = case_of(one, other)
    (check,) = (check for check in case.checks if check.rule == "patient_disagrees")
    assert check.records == ("patient/sex",)
    assert [source.note for source in check.sources] == ["n1", "n2"]


def test_an_age_grows_with_the_years_between_the_notes() -> None:
    one, other = NoteWriter("n1", "2020-01-10"), NoteWriter("n2", "2023-01-12")
    one.patient(age_years="71")
    other.patient(age_years="74")
    assert "patient_disagrees" not in rules(case_of(one, other))


def test_no_note_is_no_case() -> None:
    with pytest.raises(CaseError, match="no note"):
        case_of()


def test_two_different_notes_of_one_name_are_refused() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n1", "2023-01-10")
    one.lab("pth", "94.2", "pg/mL")
    other.lab("pth", "49.2", "pg/mL")
    with pytest.raises(CaseError, match="two different notes have the same name"):
        case_of(one, other)


def test_a_correction_that_names_the_wrong_value_replaces_it_whatever_its_day_and_keeps_the_rest() -> None:
    first, addendum = NoteWriter("n1", "2022-05-04"), NoteWriter("n2", "2022-05-20")
    first.lab("25_oh_vitamin_d", "19", "ng/mL", ">30", on("2022-05-04"))
    first.fracture(level="L1", kind="wedge", acuity="acute")
    first.treatment(
        "zoledronate", dose="4", dose_unit="mg", route="intravenous", status="started", start=on("2022-05-04")
    )
    addendum.lab("25_oh_vitamin_d", "29", "ng/mL", None, correction=True, replaces="19")
    addendum.fracture(level="L2", correction=True, replaces="L1")
    addendum.treatment("zoledronate", dose="5", dose_unit="mg", status="mentioned", correction=True, replaces="4")
    case = case_of(first, addendum)
    (lab,), (fracture,), (drug,) = case.labs, case.fractures, case.treatments
    assert lab.reference is not None
    assert lab.time is not None
    assert (str(lab.value), lab.reference.text, lab.time.date, lab.flag) == ("29", ">30", "2022-05-04", "low")
    assert (fracture.level, fracture.kind, fracture.acuity) == ("L2", "wedge", "acute")
    assert (str(drug.dose), drug.route, drug.status, drug.start is not None) == ("5", "intravenous", "started", True)
    assert [str(item.value) for item in case.superseded.labs] == ["19"]
    told = [check.message for check in case.checks if check.rule == "corrected"]
    assert len(told) == 3
    assert all("the correction stands" in message for message in told)


def test_the_day_of_an_addendum_does_not_correct_the_day_of_the_report() -> None:
    first, addendum = NoteWriter("n1", "2022-05-04"), NoteWriter("n2", "2022-05-20", "addendum")
    first.event("visit", on("2022-05-04"))
    addendum.event("visit", on("2022-05-20"))
    assert [event.time.date for event in case_of(first, addendum).events if event.time] == ["2022-05-04", "2022-05-20"]
