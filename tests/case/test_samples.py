"""The sample notes, read and merged the whole way, come out as the cases that they tell."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from osteocase.case import build_case, narrate
from osteocase.pipeline import extract, load
from osteocase.reading import find_notes, read_file
from osteocase.records import CaseRecord

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@lru_cache(maxsize=8)
def sample(name: str) -> CaseRecord:
    nlp = load()
    notes = [extract(read_file(path), nlp=nlp) for path in find_notes(SAMPLES / name)]
    return build_case(notes, case_id=name)


@pytest.mark.parametrize(
    ("name", "axis"),
    [
        ("plo-romosozumab", "2021-03-22"),
        ("denosumab-hip-wrist", "2020-10-05"),
        ("glucocorticoid-man", "2019-01-08"),
        ("clean-a", "2021-03-02"),
        ("clean-b", "2020-06-15"),
    ],
)
def test_months_count_from_the_first_dose(name: str, axis: str) -> None:
    assert (sample(name).case.axis.anchor, sample(name).case.axis.date) == ("treatment_start", axis)


def test_the_founding_patient_has_31_results_and_eight_scans_over_four_columns() -> None:
    case = sample("plo-romosozumab")
    assert (len(case.labs), len(case.bmd)) == (31, 8)
    assert [(point.label, str(point.months)) for point in case.timepoints] == [
        ("Baseline", "0"),
        ("6 months", "6"),
        ("12 months", "12"),
        ("22 months", "22"),
    ]
    assert all(lab.flag is not None and lab.reference is not None for lab in case.labs)


def test_the_founding_patient_is_told_what_its_authors_were_not() -> None:
    rules = {check.rule for check in sample("plo-romosozumab").checks}
    assert {
        "stated_change", "missed_by_radiograph", "hyperthyroidism_denied", "secondary_osteoporosis_denied",
        "low_calcium_with_antiresorptive", "corrected_though_normal", "z_scores_missing", "age_missing",
        "change_below_limit", "gain_after_stop", "opposite_markers", "given_while_breastfeeding", "regimen_missing",
        "cardiovascular_history_missing", "abnormal_not_repeated", "work_up", "nothing_after_anabolic",
    } <= rules  # fmt: skip


def test_the_stated_gain_is_the_only_error_of_the_founding_patient() -> None:
    errors = [check for check in sample("plo-romosozumab").checks if check.severity == "error"]
    assert [(check.rule, check.stated, check.computed) for check in errors] == [("stated_change", "13", "18.2")]


def test_the_founding_patient_has_her_levels_her_treatments_and_no_second_first_dose() -> None:
    case = sample("plo-romosozumab")
    spine = {(item.level, item.kind, item.acuity) for item in case.fractures if item.level is not None}
    assert spine == {
        ("T3", None, "subacute"),
        ("T7", "compression", "subacute"),
        ("T9", "compression", "acute"),
        ("T11", "compression", "acute"),
    }
    course = {
        (
            item.agent,
            item.status,
            *(str(time and time.months and round(time.months)) for time in (item.start, item.stop)),
        )
        for item in case.treatments
        if item.agent in {"romosozumab", "jewett_orthosis", "teriparatide"}
    }
    assert course == {
        ("romosozumab", "completed", "0", "12"),
        ("jewett_orthosis", "stopped", "0", "2"),
        ("teriparatide", "contraindicated", "None", "None"),
    }
    started = [item.label for item in case.events if item.kind == "treatment_start" and "omosozumab" in item.label]
    assert len(started) == 1


def test_no_level_of_the_founding_patient_is_new_at_22_months() -> None:
    assert {(row.label, row.verdict) for row in sample("plo-romosozumab").ledger} == {
        ("T3", "baseline"),
        ("T7", "baseline"),
        ("T9", "baseline"),
        ("T11", "baseline"),
        ("right sacral ala", "baseline"),
    }


@pytest.mark.parametrize("name", ["clean-a", "clean-b", "glucocorticoid-man"])
def test_no_error_is_told_of_a_case_without_one(name: str) -> None:
    assert [check.message for check in sample(name).checks if check.severity == "error"] == []


def test_a_table_of_densities_below_one_has_its_dates_over_it() -> None:
    """``0.880`` is a density, not the head of a column at month 0."""
    hips = [row for row in sample("clean-b").bmd if row.site == "total_hip"]
    assert [(str(row.bmd_g_cm2), row.time.date if row.time else None) for row in hips] == [
        ("0.756", "2020-06-08"),
        ("0.778", "2021-06-08"),
        ("0.797", "2022-06-08"),
    ]


def test_doses_are_as_many_as_the_last_note_counts_and_an_earlier_cast_is_over() -> None:
    found = {item.agent: (item.status, item.doses_given) for item in sample("clean-b").treatments}
    assert (found["zoledronate"][1], found["cast"][0]) == (3, "past")


def test_the_fracture_that_led_to_the_treatment_counts_for_the_criteria() -> None:
    def met(name: str, criterion: str) -> list[str]:
        found = next(item for item in sample(name).criteria if item.id == criterion)
        return [arm.id for arm in found.arms if arm.state == "met"]

    assert met("denosumab-hip-wrist", "japan_2012_primary_osteoporosis") == ["I-1"]
    assert met("denosumab-hip-wrist", "aace_2020_very_high_risk") == ["recent", "multiple", "frax_hip"]
    assert met("glucocorticoid-man", "aace_2020_very_high_risk") == ["multiple", "harmful_drug"]


@pytest.mark.parametrize("name", ["clean-a", "clean-b", "glucocorticoid-man"])
def test_a_limit_that_the_notes_state_is_the_one_that_changes_are_held_against(name: str) -> None:
    verdicts = {item.text for item in sample(name).derived if item.kind == "bmd_change_from_baseline"}
    assert verdicts
    assert all("the centre's own, by its notes" in (text or "") for text in verdicts)


def test_a_dose_that_was_lowered_from_note_to_note_ends_with_the_last_one() -> None:
    prednisone = [item for item in sample("glucocorticoid-man").treatments if item.agent == "prednisone"]
    ends = {str(item.dose): item.stop.date for item in prednisone if item.stop is not None}
    assert ends == {"2.5": "2020-05"}
    assert {str(item.dose) for item in prednisone} == {"60", "15", "7.5", "2.5"}


def test_the_images_of_the_founding_patient_tell_what_each_of_them_showed() -> None:
    sentences = [line.text for section in narrate(sample("plo-romosozumab")) for line in section.sentences]
    assert (
        "Magnetic resonance imaging showed subacute fractures of T3 and T7 and acute fractures of T9, T11 and the "
        "right sacral ala."
    ) in sentences
    assert "Radiographs showed fractures of T7, T9 and T11." in sentences
