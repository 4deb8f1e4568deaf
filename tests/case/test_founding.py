"""The founding patient comes out whole: one axis, both courses, the ledger, and the contradictions it was known for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase.case import build_case
from osteocase.records import CaseRecord
from tests.case.founding import ONCE, ROUTINE, founding_notes


@pytest.fixture(scope="module")
def case() -> CaseRecord:
    return build_case(founding_notes(), case_id="plo")


def test_months_count_from_the_first_dose_of_romosozumab(case: CaseRecord) -> None:
    assert case.case.axis.model_dump() == {
        "anchor": "treatment_start",
        "date": "2021-03-22",
        "label": "first dose of romosozumab",
    }
    columns = [(point.label, str(point.months)) for point in case.timepoints]
    assert columns == [("Baseline", "0"), ("6 months", "6"), ("12 months", "12"), ("22 months", "22")]


def test_ten_months_after_the_last_of_twelve_months_is_month_22(case: CaseRecord) -> None:
    (visit,) = (event for event in case.events if event.time and event.time.anchor == "treatment_stop")
    assert visit.time is not None
    assert visit.time.months == 22
    assert visit.time.precision == "month"


def test_all_31_results_stand_in_their_columns_with_flag_and_interval(case: CaseRecord) -> None:
    column = {record: int(point.months or 0) for point in case.timepoints for record in point.records}
    found = {(lab.analyte, column[lab.id]): (str(lab.value), lab.unit, lab.flag, lab.flag_basis) for lab in case.labs}
    low = {("calcium_corrected", 0), ("calcium_corrected", 6), ("calcium_corrected", 12), ("tracp_5b", 12)}
    low |= {("25_oh_vitamin_d", 0), ("tsh", 0)}
    high = {("tracp_5b", 0), ("p1np", 0), ("pth", 0)}

    def flag(key: tuple[str, int]) -> str:
        return "low" if key in low else "high" if key in high else "normal"

    expected = {
        (analyte, months): (value, unit, flag((analyte, months)), "computed")
        for analyte, (unit, _, values) in ROUTINE.items()
        for months, value in zip((0, 6, 12, 22), values, strict=True)
    }
    expected |= {(analyte, 0): (v, unit, flag((analyte, 0)), "computed") for analyte, (v, unit, _) in ONCE.items()}
    assert found == expected
    assert len(case.labs) == 31
    assert all(lab.reference is not None for lab in case.labs)


def test_both_sites_have_four_time_points_each_told_once(case: CaseRecord) -> None:
    names = ("site", "bmd_g_cm2", "yam_percent", "t_score", "change_percent")
    rows = sorted(" ".join(str(getattr(item, name)) for name in names) for item in case.bmd)
    assert rows == [
        "lumbar_spine 0.842 73 -2.2 None",
        "lumbar_spine 0.995 86 -1.1 13",
        "lumbar_spine 1.028 89 -0.9 22.1",
        "lumbar_spine 1.063 92 -0.6 26.2",
        "total_hip 0.721 75 -1.8 None",
        "total_hip 0.738 77 -1.7 2.4",
        "total_hip 0.743 77 -1.7 3.1",
        "total_hip 0.747 78 -1.6 3.6",
    ]


def test_a_value_told_in_two_notes_keeps_both_sources(case: CaseRecord) -> None:
    (six,) = (item for item in case.bmd if item.bmd_g_cm2 == Decimal("0.995"))
    assert [source.note for source in (six.source, *six.also)] == ["2021-09-22-six-months", "2022-03-23-twelve-months"]


def test_changes_from_baseline_are_computed_with_the_least_significant_change(case: CaseRecord) -> None:
    changes = {
        (item.label.split(" from ")[0], item.months): (item.value, item.significant)
        for item in case.derived
        if item.kind == "bmd_change_from_baseline"
    }
    spine, hip = "change in BMD of the lumbar spine (L1-L4)", "change in BMD of the left total hip"
    assert changes == {
        (spine, 6): (Decimal("18.171"), True),
        (spine, 12): (Decimal("22.09"), True),
        (spine, Decimal("22.1")): (Decimal("26.247"), True),
        (hip, 6): (Decimal("3.051"), False),
        (hip, 12): (Decimal("2.358"), False),
        (hip, Decimal("22.1")): (Decimal("3.606"), False),
    }
    assert all(
        "ISCD ceiling; the centre's own is not given" in (item.text or "")
        for item in case.derived
        if item.kind == "bmd_change_from_baseline"
    )


def test_the_gain_after_stopping_is_below_the_least_significant_change(case: CaseRecord) -> None:
    (last,) = (
        item
        for item in case.derived
        if item.kind == "bmd_change_from_previous" and item.months and item.months > 20 and "spine" in item.label
    )
    assert (last.value, last.significant) == (Decimal("3.405"), False)


def test_the_printed_scores_fit_one_reference_each(case: CaseRecord) -> None:
    fits = {item.label: item.text for item in case.derived if item.kind == "bmd_reference_fit"}
    assert set(fits) == {
        "young adult reference behind the scores of the lumbar spine (L1-L4)",
        "young adult reference behind the scores of the left total hip",
    }
    assert all(text is not None and text.endswith("fits Japanese women, GE Lunar DPX") for text in fits.values())


def test_fractures_are_one_record_a_level_with_the_acuity_of_the_mri(case: CaseRecord) -> None:
    present = {
        (item.level or f"{item.side} {item.bone} {item.part}", item.acuity)
        for item in case.fractures
        if item.subject == "patient" and item.status == "present"
    }
    assert present == {
        ("T3", "subacute"),
        ("T7", "subacute"),
        ("T9", "acute"),
        ("T11", "acute"),
        ("right sacrum ala", "acute"),
    }


def test_t3_missed_by_the_first_radiograph_is_not_new_at_22_months(case: CaseRecord) -> None:
    assert [(row.label, row.verdict) for row in case.ledger] == [
        ("T3", "baseline"),
        ("T7", "baseline"),
        ("T9", "baseline"),
        ("T11", "baseline"),
        ("right sacral ala", "baseline"),
    ]


def test_the_course_of_romosozumab_is_one_record_from_first_dose_to_month_12(case: CaseRecord) -> None:
    (drug,) = (item for item in case.treatments if item.agent == "romosozumab")
    assert (drug.status, drug.route, drug.frequency) == ("completed", "subcutaneous", "once a month")
    assert drug.start is not None
    assert drug.stop is not None
    assert drug.start.months == 0
    assert drug.stop.months == 12


def test_the_orthosis_came_off_at_two_months(case: CaseRecord) -> None:
    (brace,) = (item for item in case.treatments if item.agent == "jewett_orthosis")
    assert brace.stop is not None
    assert (brace.status, brace.stop.months) == ("stopped", Decimal("1.97"))


def test_the_family_history_stays_with_the_mother(case: CaseRecord) -> None:
    mother = [item for item in case.fractures if item.subject == "mother"]
    assert [(item.bone, item.part, item.temporality) for item in mother] == [("femur", "neck", "historical")]
    (finding,) = (item for item in case.findings if item.concept == "family_fracture")
    assert finding.subject_age_years == 71


def test_the_known_contradictions_are_told_with_both_sides(case: CaseRecord) -> None:
    errors = {check.id: check for check in case.checks if check.severity == "error"}
    assert set(errors) == {"stated_change:2021-09-22-six-months/bmd-1"}
    change = errors["stated_change:2021-09-22-six-months/bmd-1"]
    assert (change.stated, change.computed) == ("13", "18.2")
    assert change.records == ("2021-09-22-six-months/bmd-1", "2021-03-16-dxa/bmd-1")
    (thyroid,) = (check for check in case.checks if check.rule == "hyperthyroidism_denied")
    assert thyroid.records == ("2021-03-22-start/finding-3", "2021-03-16-laboratory/lab-9")
    assert "TSH" in thyroid.message.upper()
    assert "0.283" in thyroid.message
