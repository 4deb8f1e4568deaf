"""Words of notes that follow a patient: ages, last doses, comparisons, situations, exceptions and numbers of files."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.reading import read_text
from osteocase.records import NoteRecord


def read(text: str) -> NoteRecord:
    return pipeline.extract(read_text(text))


@pytest.mark.parametrize(
    ("words", "age", "sex"),
    [
        ("Man, 58, gardener, seen for back pain.", 58, "male"),
        ("Woman of 63 years. No fracture.", 63, "female"),
        ("Woman, born 3 March 1990, 31 years", 31, "female"),
        ("Record 7731, 66 years, f", 66, "female"),
        ("Clinic 3 May 2020\n79 years. Fell in the kitchen.", 79, None),
        ("That would be usual for a woman of 50. She is well.", None, "female"),
        ("She lives with her son, a man of 40.", None, "male"),
    ],
)
def test_an_age_beside_a_noun(words: str, age: int | None, sex: str | None) -> None:
    patient = read(words).patient
    assert (patient.age_years, patient.sex) == (age, sex)


def test_a_body_mass_index_of_then_is_not_that_of_now() -> None:
    patient = read(
        "Tablets stopped in May 2019 (weight then 50.0 kg, bmi 18.0).\n\n166.0 cm   54.0 kg   bmi 19.6\n"
    ).patient
    assert [str(value) for value in (patient.height_cm, patient.weight_kg, patient.bmi_kg_m2)] == [
        "166.0",
        "54.0",
        "19.6",
    ]


def test_the_last_dose_is_no_first_one() -> None:
    note = read("Control 20.01.2020\nLast injection of teriparatide on 06.01.2020 after 24 months.\n")
    assert [item.start for item in note.treatments] == [None]


def test_two_dates_joined_by_signs_of_a_day_are_no_period() -> None:
    note = read("Visit 2017-10-10\nPrednisolone 2.5 mg/d from 2017-03-08.\n")
    assert [(item.start and item.start.date, item.stop) for item in note.treatments] == [("2017-03-08", None)]


@pytest.mark.parametrize("words", ["beyond", "besides", "apart from", "other than"])
def test_a_fracture_that_a_denial_leaves_out_is_not_denied(words: str) -> None:
    note = read(f"No fracture {words} T12 and L3, which have healed.")
    told = {(item.status, item.level) for item in note.fractures}
    assert ("absent", None) in told
    assert told <= {("absent", None), ("present", "T12"), ("present", "L3")}


@pytest.mark.parametrize(
    "words",
    [
        "Breastfeeding was given up on 9 May 2021.",
        "She gave up breastfeeding in May 2021.",
        "Breastfed until May 2021.",
    ],
)
def test_weaning_has_a_time(words: str) -> None:
    note = read(f"Clinic, 2 August 2021. {words}")
    assert note.patient.lactating is False
    assert [event.time and (event.time.date or "")[:7] for event in note.events if event.kind == "weaning"] == [
        "2021-05"
    ]


def test_a_drug_beside_an_adjective_does_not_date_the_menopause() -> None:
    note = read("73 y.o. woman with postmenopausal osteoporosis on denosumab since 03/02/2016.")
    assert [event.kind for event in note.events] == ["treatment_start"]


def test_two_situations_in_one_sentence() -> None:
    note = read("Pain on admission NRS 8/10, on discharge NRS 2/10.")
    told = [(str(item.value), item.time and item.time.text) for item in note.scores]
    assert told == [("8", "on admission"), ("2", "on discharge")]


@pytest.mark.parametrize(
    ("words", "labs"),
    [
        ("Case number: NTX-0815\nSex: female", []),
        ("File TSH 0412, man of 50.", []),
        ("1. Osteoporosis.\n2. Calcium and vitamin D.\n3. Return in May.", []),
        ("CTX at 3 and 6 months after the infusion.", []),
        ("Na-139, K-4.2", [("sodium", "139", None), ("potassium", "4.2", None)]),
        ("Ca 2.31 (2.15-2.55) mmol/L | K 3.1 (3.5-5.0) L", [("calcium", "2.31", "mmol/L"), ("potassium", "3.1", None)]),
    ],
)
def test_what_is_a_result_and_what_its_unit(words: str, labs: list[tuple[str, str, str | None]]) -> None:
    assert [(lab.analyte, str(lab.value), lab.unit) for lab in read(words).labs] == labs


def test_a_heading_behind_another_study_dates_the_table() -> None:
    note = read(
        "DXA    2019-04-12, GE Lunar iDXA. L1-L4 0.901 g/cm2, T -2.3.\n\nBLOOD AND URINE 2019-05-02, fasting\n"
        "  Phosphate        0.61  L   mmol/L    0.80-1.50\n  Magnesium        0.83      mmol/L    0.70-1.00\n"
    )
    assert [lab.time and lab.time.date for lab in note.labs] == ["2019-05-02", "2019-05-02"]


def test_a_study_behind_a_result_keeps_its_date() -> None:
    note = read("TTG IgA 90 U/mL (ref <7), duodenal biopsies 20 February 2014: Marsh 3a.")
    assert [lab.time for lab in note.labs] == [None]


def test_numbers_and_brackets_before_their_sites() -> None:
    note = read(
        "BMD was 0.803 g/cm2 (T-score -2.6) in the lumbar spine and 0.655 g/cm2 (T-score -2.0) in the femoral neck."
    )
    assert [(row.site, str(row.bmd_g_cm2), str(row.t_score)) for row in note.bmd] == [
        ("lumbar_spine", "0.803", "-2.6"),
        ("femoral_neck", "0.655", "-2.0"),
    ]
