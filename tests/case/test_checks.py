"""Each check tells what stands where, and stays silent where a reader would."""

from __future__ import annotations

from decimal import Decimal
from string import Formatter
from typing import Any

import pytest

from osteocase.case import build_case
from osteocase.case.checks import FUNCTIONS
from osteocase.lexicon import AnalyteEntry, CheckEntry, FindingEntry, TreatmentEntry, default_lexicon
from osteocase.records import CaseRecord, Check
from tests.case.making import NoteWriter, after, label, on

ENTRIES = list(default_lexicon().of(CheckEntry).values())


def case_of(*notes: NoteWriter) -> CaseRecord:
    return build_case([note.record() for note in notes], case_id="test")


def told(rule: str, *notes: NoteWriter) -> list[Check]:
    return [check for check in case_of(*notes).checks if check.rule == rule]


def start(agent: str = "romosozumab", date: str = "2023-01-10", **more: Any) -> NoteWriter:
    note = NoteWriter("n1", date)
    note.treatment(agent, status="started", start=label("today", "note_date"), **more)
    return note


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_check_has_a_mechanism_that_tells_what_its_message_names(entry: CheckEntry) -> None:
    assert entry.function in FUNCTIONS
    told_by = (FUNCTIONS[entry.function].__doc__ or "").replace("\n", " ")
    names = {name for _, name, _, _ in Formatter().parse(entry.message) if name}
    assert {name for name in names if f"``{name}``" not in told_by} == set()


def test_every_id_that_a_check_names_is_known_to_the_lexicon() -> None:
    lexicon = default_lexicon()
    agents, analytes = set(lexicon.of(TreatmentEntry)), set(lexicon.of(AnalyteEntry))
    concepts = set(lexicon.of(FindingEntry))
    strange = []
    for entry in ENTRIES:
        strange += [agent for agent in entry.words.get("agents", ()) if agent not in agents]
        strange += [
            name for key in ("low", "high", "analytes") for name in entry.words.get(key, ()) if name not in analytes
        ]
        strange += [name for name in entry.words.get("risks", ()) if name not in concepts]
    assert strange == []


def test_every_mechanism_is_used() -> None:
    assert set(FUNCTIONS) == {entry.function for entry in ENTRIES}


def test_an_accepted_check_stays_with_its_reason() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.lab("pth", "94.2", "pg/mL", "10-65")
    (check,) = (check for check in case_of(note).checks if check.rule == "out_of_range")
    case = build_case([note.record()], case_id="test", accepted={check.id: "known, treated"})
    assert [item.accepted for item in case.checks if item.id == check.id] == ["known, treated"]


def test_a_change_that_belongs_to_another_time_point_is_named_so() -> None:
    first, year, last = start(), NoteWriter("n2", "2024-01-10"), NoteWriter("n3", "2024-11-10")
    first.bmd("lumbar_spine", bmd_g_cm2="0.842")
    year.bmd("lumbar_spine", bmd_g_cm2="1.028", change_percent="26.2", change_from="baseline")
    last.bmd("lumbar_spine", bmd_g_cm2="1.063")
    (check,) = told("stated_change", first, year, last)
    assert (check.stated, check.computed) == ("26.2", "22.1")
    assert check.message.endswith("The figure agrees with the value at month 22.")


@pytest.mark.parametrize(
    ("stated", "wrong"), [("18.2", False), ("18", False), ("18.1", False), ("13", True), ("-18.2", True)]
)
def test_a_stated_change_may_be_rounded_but_not_wrong(stated: str, wrong: bool) -> None:
    first, later = start(), NoteWriter("n2", "2023-07-10")
    first.bmd("lumbar_spine", bmd_g_cm2="0.842")
    later.bmd("lumbar_spine", bmd_g_cm2="0.995", change_percent=stated, change_from="baseline")
    assert bool(told("stated_change", first, later)) == wrong


def test_no_risk_factors_beside_a_low_body_mass_index_and_a_low_vitamin_d() -> None:
    note = start()
    note.patient(height_cm="162.8", weight_kg="46.5")
    note.lab("25_oh_vitamin_d", "9.1", "ng/mL", ">30")
    note.finding("osteoporosis_risk_factors", "history", "absent", words="no obvious risk factors")
    (check,) = told("no_risk_factors", note)
    assert "17.5 kg/m²" in check.message
    assert "9.1 ng/mL" in check.message


def test_a_drug_alone_beside_vitamin_d_and_a_brace_is_not_alone() -> None:
    note = start()
    note.finding("monotherapy", "history", words="romosozumab alone")
    note.treatment("activated_vitamin_d", status="started")
    note.treatment("jewett_orthosis", "orthosis", status="started")
    (check,) = told("alone_with_others", note)
    assert check.computed == "activated_vitamin_d, jewett_orthosis"


def test_low_calcium_before_romosozumab_is_told_and_normal_calcium_is_not() -> None:
    low, normal = start(), start()
    low.lab("calcium", "8.2", "mg/dL", "8.8-10.1", on("2023-01-05"))
    normal.lab("calcium", "9.2", "mg/dL", "8.8-10.1", on("2023-01-05"))
    assert told("low_calcium_with_antiresorptive", low)
    assert not told("low_calcium_with_antiresorptive", normal)


def test_teriparatide_beside_hyperparathyroidism_is_told() -> None:
    note = start("teriparatide")
    note.lab("pth", "94.2", "pg/mL", "10-65", on("2023-01-05"))
    assert told("teriparatide_with_hyperparathyroidism", note)


def test_nothing_after_denosumab_is_told_and_zoledronate_after_it_is_enough() -> None:
    stop = NoteWriter("n2", "2024-01-10")
    stop.treatment("denosumab", status="stopped", stop=on("2024-01-10"))
    assert told("nothing_after_denosumab", start("denosumab"), stop)
    stop.treatment("zoledronate", status="started", start=on("2024-05-10"))
    assert not told("nothing_after_denosumab", start("denosumab"), stop)


@pytest.mark.parametrize(
    ("dose", "unit", "frequency", "odd"),
    [
        ("210", "mg", "once a month", False),
        ("21", "mg", "once a month", True),
        ("210", "mg", "weekly", True),
        ("0.21", "g", "monthly", False),
        ("210", "g", None, True),
        ("105", "mg", "2 x", False),
        ("105", "mg", "monthly", True),
    ],
)
def test_a_dose_outside_the_labels_is_told(dose: str, unit: str, frequency: str | None, odd: bool) -> None:
    assert bool(told("unusual_dose", start(dose=dose, dose_unit=unit, frequency=frequency))) == odd


def test_a_course_of_romosozumab_beyond_twelve_months_is_told() -> None:
    note = NoteWriter("n2", "2024-10-10")
    note.treatment("romosozumab", status="completed", start=on("2023-01-10"), stop=on("2024-09-10"))
    assert told("course_too_long", start(), note)


def test_a_premenopausal_woman_without_z_scores_is_told() -> None:
    note = start()
    note.patient(sex="female", lactating=True)
    note.bmd("lumbar_spine", t_score="-2.2")
    assert told("z_scores_missing", note)
    note.bmd("total_hip", t_score="-2.0", z_score="-1.9")
    assert not told("z_scores_missing", note)


@pytest.mark.parametrize(
    ("t_score", "words", "wrong"), [("-2.6", "osteoporosis", False), ("-1.1", "osteoporosis", True)]
)
def test_a_class_in_words_has_to_fit_its_t_score(t_score: str, words: str, wrong: bool) -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.bmd("lumbar_spine", t_score=t_score, classification=words)
    assert bool(told("class_against_score", note)) == wrong


def test_a_result_that_life_does_not_allow_is_told() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.lab("calcium", "86", "mg/dL", "8.8-10.1")
    assert told("impossible_result", note)


def test_one_analyte_with_the_same_numbers_in_two_units_is_told() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-07-10")
    one.lab("p1np", "95.8", "ng/mL")
    other.lab("p1np", "56.0", "pg/mL")
    assert told("units_differ", one, other)


def test_a_panel_carried_forward_is_told() -> None:
    one, other = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-07-10")
    for note in (one, other):
        for analyte, value in (("calcium", "9.41"), ("phosphorus", "3.32"), ("creatinine", "0.66")):
            note.lab(analyte, value, "mg/dL")
    assert told("same_panel_twice", one, other)


def test_resorption_up_and_formation_down_is_told_and_the_effect_of_romosozumab_is_not() -> None:
    def rule(p1np: str, tracp: str) -> bool:
        first, later = start(), NoteWriter("n2", "2023-07-10")
        first.lab("p1np", "30", "ng/mL")
        first.lab("tracp_5b", "100", "mU/dL")
        later.lab("p1np", p1np, "ng/mL")
        later.lab("tracp_5b", tracp, "mU/dL")
        return bool(told("opposite_markers", first, later))

    assert rule("20", "260")
    assert not rule("60", "60")


def test_a_man_with_a_delivery_is_told() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(sex="male")
    note.event("delivery", on("2022-12-10"))
    (check,) = told("sex_against_facts", note)
    assert check.records[0] == "patient/sex"


def test_a_result_dated_after_its_note_is_told() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.lab("pth", "50", "pg/mL", None, on("2024-01-09"))
    assert told("told_before_it_was", note)


def test_two_statements_of_pain_better_and_scores_worse_are_told() -> None:
    first, later = start(), NoteWriter("n2", "2023-07-10")
    first.score("vas", "3", "0", "10")
    later.score("vas", "8", "0", "10")
    later.finding("pain_improved", "outcome")
    assert told("outcome_against_scores", first, later)


def test_an_abnormal_result_measured_again_is_no_gap() -> None:
    once, twice, later = start(), start(), NoteWriter("n2", "2023-07-10")
    for note in (once, twice):
        note.lab("tsh", "0.283", "mU/L", "0.610-4.23")
    later.lab("calcium", "9.2", "mg/dL")
    assert told("abnormal_not_repeated", once, later)
    later.lab("tsh", "1.9", "mU/L", "0.610-4.23")
    assert not told("abnormal_not_repeated", twice, later)


def test_messages_end_as_sentences_and_fill_every_gap() -> None:
    first, later = start(), NoteWriter("n2", "2023-07-10")
    first.lab("tsh", "0.283", "mU/L", "0.610-4.23")
    first.finding("hyperthyroidism", "diagnosis", "absent")
    later.score("vas", "30", "0", "10", after("6", "treatment_start"))
    for check in case_of(first, later).checks:
        assert check.message.endswith((".", "!")), check.message
        assert "{" not in check.message
        assert check.message[0] == check.message[0].upper()


def test_a_dose_in_grams_that_was_meant_in_milligrams_is_told() -> None:
    for agent, dose, unit, told_of in (
        ("calcium_citrate", "600", "g", True),
        ("calcium_citrate", "1.2", "g", False),
        ("methylprednisolone", "1", "g", False),
        ("prednisolone", "7.5", "g", True),
        ("acetaminophen", "1", "g", False),
    ):
        entry = default_lexicon().of(TreatmentEntry)[agent]
        note = NoteWriter("n1", "2023-01-10")
        note.treatment(agent, dose=dose, dose_unit=unit, status="ongoing", drug_class=entry.drug_class)
        assert bool(told("impossible_dose", note)) is told_of, (agent, dose, unit)


@pytest.mark.parametrize(("later", "date", "told_of"), [("0.640", "2018-05-20", True), ("0.640", "2019-05-20", False),
                                                        ("0.530", "2018-06-20", False)])  # fmt: skip
def test_a_density_that_jumps_within_weeks_is_told(later: str, date: str, told_of: bool) -> None:
    first, second = NoteWriter("n1", "2018-05-14"), NoteWriter("n2", date)
    first.bmd("lumbar_spine", on("2018-05-14"), bmd_g_cm2="0.512", region="L1-L4")
    second.bmd("lumbar_spine", on(date), bmd_g_cm2=later, region="L1-L4")
    assert bool(told("bmd_jump", first, second)) is told_of


@pytest.mark.parametrize(("height", "told_of"), [("130", False), ("167", True), ("118", True), ("123", False)])
def test_a_child_that_shrinks_or_shoots_up_is_told(height: str, told_of: bool) -> None:
    first, second = NoteWriter("n1", "2018-05-16"), NoteWriter("n2", "2018-11-21")
    first.patient(age_years="8", height_cm="124")
    second.patient(height_cm=height)
    assert bool(told("growth", first, second)) is told_of


def test_an_old_fracture_that_an_earlier_note_denies_or_calls_another_level_is_told() -> None:
    later = NoteWriter("n2", "2023-02-13")
    later.fracture(level="L2", acuity="chronic")
    other, denied = NoteWriter("n1", "2022-02-10"), NoteWriter("n1", "2022-02-10")
    other.fracture(level="L3", acuity="acute")
    denied.fracture(level="L2", status="absent")
    assert told("levels_disagree", other, later)
    assert told("present_and_absent", denied, later)
    same = NoteWriter("n1", "2022-02-10")
    same.fracture(level="L2", acuity="acute")
    assert told("levels_disagree", same, later) == []


def test_an_interval_of_another_unit_is_told() -> None:
    for value, unit, reference, told_of in (
        ("1.52", "mg/dL", "1.20-1.80", True),
        ("1.52", "mmol/L", "1.20-1.80", False),
        ("3.6", "mmol/L", "2.5-4.5", True),
        ("3.6", "mg/dL", "2.5-4.5", False),
    ):
        note = NoteWriter("n1", "2023-01-10")
        note.lab("phosphorus", value, unit, reference)
        assert bool(told("interval_in_another_unit", note)) is told_of, (value, unit)


def test_a_course_told_in_one_breath_is_no_contradiction() -> None:
    note = NoteWriter("n1", "2019-11-12")
    note.lab("pth", "16.4", "pmol/L", None, label("during the operation", "note_date"))
    record = note.record()
    source = record.labs[0].source
    second = record.labs[0].model_copy(update={"id": "n1/lab-2", "value": Decimal(2), "source": source})
    case = build_case([record.model_copy(update={"labs": (*record.labs, second)})], case_id="test")
    assert [check for check in case.checks if check.rule == "labs_disagree"] == []


def test_two_doses_at_two_times_of_the_day_are_one_regimen_and_two_of_one_time_are_not() -> None:
    for frequencies, told_of in ((("at bedtime", "in the morning"), False), (("twice daily", "twice daily"), True)):
        note = NoteWriter("n1", "2023-01-10")
        for dose, frequency in zip(("50", "25"), frequencies, strict=True):
            note.treatment("quetiapine", dose=dose, dose_unit="mg", frequency=frequency, status="ongoing")
        assert bool(told("doses_disagree", note)) is told_of


@pytest.mark.parametrize(
    ("concept", "denied", "present", "told_of"),
    [
        ("cardiovascular_event", "angina", "congestive heart failure", False),
        ("osteoporosis", "osteoporosis", "glucocorticoid-induced osteoporosis", True),
        ("osteoporosis", "glucocorticoid-induced osteoporosis", "osteoporosis", False),
        ("hyperparathyroidism", "hyperparathyroidism", "hyperparathyroidism", True),
    ],
)
def test_a_denial_contradicts_what_it_takes_in(concept: str, denied: str, present: str, told_of: bool) -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.finding(concept, "diagnosis", "absent", words=denied)
    note.finding(concept, "diagnosis", words=present)
    assert bool(told("findings_disagree", note)) is told_of


def test_the_only_note_is_the_first_visit_though_it_has_no_date() -> None:
    note = NoteWriter("n1")
    note.lab("calcium", "9.4", "mg/dL", "8.8-10.1")
    note.patient(age_years="77")
    case = case_of(note)
    assert [str(lab.time.months) for lab in case.labs if lab.time] == ["0"]
    assert "no_time" not in {check.rule for check in case.checks}
