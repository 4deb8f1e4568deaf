"""What several clean cases had in common and was told wrong: each family by a few lines of a note of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osteocase import pipeline
from osteocase.case import build_case
from osteocase.case.wording import fracture_label, person_noun, unit_words
from osteocase.reading import read_text
from osteocase.records import CaseRecord, Fracture, NoteRecord, Source


def note(text: str, name: str = "1") -> NoteRecord:
    return pipeline.extract(read_text(text, note_id=name), day_first=True)


def case(*texts: str) -> CaseRecord:
    return build_case(tuple(note(text, str(number)) for number, text in enumerate(texts, 1)), case_id="c")


def rules(told: CaseRecord) -> set[str | None]:
    return {check.rule for check in told.checks}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Denosumab 60 mg subcutaneously was given today and is to be repeated every 6 months.", "every 6 months"),
        ("Zoledronic acid 5 mg intravenously, first infusion today, to be repeated once a year.", "once a year"),
        ("Oestradiol patch 100 micrograms per 24 h, changed twice weekly.", "twice weekly"),
        ("Zoledronic acid 0.05 mg/kg, that is 1.25 mg intravenously, every 6 months.", "every 6 months"),
        ("Vitamin D 1000 IU. Bloods to be repeated monthly.", None),
    ],
)
def test_how_often_is_told_behind_the_first_dose(sentence: str, told: str | None) -> None:
    assert [item.frequency for item in note(sentence).treatments] == [told]


def test_the_two_ends_of_a_course_of_pain_have_their_own_times() -> None:
    told = case("Clinic note 10 December 2020. VAS fell from 70 mm in June to 10 mm.")
    assert [(item.value, item.time.date if item.time else None) for item in told.scores] == [
        (Decimal(70), "2020-06"), (Decimal(10), "2020-12-10"),
    ]  # fmt: skip
    assert [(item.value, item.time) for item in note("Pain has gone from VAS 8 at the onset to VAS 2.").scores][1] == (
        Decimal(2), None,
    )  # fmt: skip
    assert "pain_free" not in {item.concept for item in note("Pain has gone from VAS 8 to VAS 2.").findings}


def test_the_days_after_an_operation_count_from_it() -> None:
    told = case(
        "Clinic 12 July 2022. 52-year-old woman. Calcium 11.9 mg/dL (8.5-10.5), PTH 386 pg/mL (15-65). "
        "Refer for parathyroidectomy.",
        "DISCHARGE CARD\nDOA: 02-Aug-2022 DOS: 03-Aug-2022 DOD: 08-Aug-2022\n"
        "Left inferior parathyroidectomy on 03-Aug-2022.\n"
        "Calcium 10.1 mg/dL on day 1, 7.9 mg/dL on day 2, 8.3 mg/dL on day 4 (8.5-10.5).",
    )
    assert (told.case.axis.anchor, told.case.axis.date) == ("surgery", "2022-08-03")
    calcium = [(str(item.value), item.time.months if item.time else None, item.flag) for item in told.labs
               if item.analyte == "calcium"]  # fmt: skip
    assert calcium == [
        ("11.9", Decimal("-0.7"), "high"), ("10.1", Decimal("0.03"), "normal"), ("7.9", Decimal("0.07"), "low"),
        ("8.3", Decimal("0.13"), "low"),
    ]  # fmt: skip
    assert [point.label for point in told.timepoints] == ["Before surgery", "1 day", "2 days", "4 days"]
    assert "labs_disagree" not in rules(told)


def test_what_is_stopped_in_a_list_is_the_drug_before_it() -> None:
    told = note(
        "Clinic note 23.05.2022\nMedication: pantoprazole stopped in January 2022, ferrous sulfate 100 mg daily.\n\n"
        "Plan: Continue ferrous sulfate until August 2022."
    )
    assert {item.agent: item.status for item in told.treatments} == {
        "pantoprazole": "stopped", "ferrous_sulfate": "ongoing",
    }  # fmt: skip


def test_a_disease_that_is_to_be_excluded_is_not_told_as_present() -> None:
    told = note("Haematology appointment 18.11.2021 for exclusion of myeloma.")
    assert [(item.concept, item.status) for item in told.findings] == [("multiple_myeloma", "possible")]
    asked = note("Question: multiple myeloma?")
    assert [item.status for item in asked.findings] == ["possible"]


def test_an_older_fracture_of_the_first_note_is_not_new_in_the_last() -> None:
    told = case(
        "Discharge summary 12 November 2021. Acute compression fracture of L1. Older compression fracture of T7.",
        "Clinic 23 May 2022. Vertebral fractures of T7 and L1. No new fractures.",
    )
    assert {course.label: course.verdict for course in told.ledger} == {"T7": "old", "L1": "baseline"}
    assert "new_though_denied" not in rules(told)


def test_of_drugs_given_one_after_the_other_the_first_is_month_zero() -> None:
    told = case(
        "Clinic 3 February 2016. Teriparatide 20 mcg daily for 18 months, first dose on 10 February 2016.",
        "Clinic 16 August 2017. She completed teriparatide 20 mcg daily (10 February 2016 to 10 August 2017). "
        "Denosumab 60 mg subcutaneously was given today.",
        "Clinic 21 August 2019. Four injections of denosumab 60 mg (16 August 2017, 14 February 2018, 15 August 2018 "
        "and 13 February 2019). Zoledronic acid 5 mg was infused today.",
    )
    assert (told.case.axis.label, told.case.axis.date) == ("first dose of teriparatide", "2016-02-10")
    assert "unusual_dose" not in rules(told)


def test_two_results_of_one_test_on_two_days_are_no_slip() -> None:
    told = case(
        "Clinic 26 August 2020. CTX was 310 ng/L on 19 February 2020 and 385 ng/L on 19 August 2020. Calcium 2.39 "
        "mmol/L, creatinine 75 umol/L and PTH 5.1 pmol/L on 19 August 2020."
    )
    assert "date_slip" not in rules(told)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Eldecalcitol 7.5 µg daily.", "unusual_dose"),
        ("Eldecalcitol 0.75 µg daily.", None),
        ("Zoledronate 4 mg IV monthly.", "unusual_dose"),
        ("Multiple myeloma. Zoledronate 4 mg IV monthly.", None),
        ("Multiple myeloma. Zoledronate 8 mg IV monthly.", "unusual_dose"),
        ("No malignancy. Denosumab 120 mg monthly.", "unusual_dose"),
        ("VAS 70 mm.", None),
    ],
)
def test_numbers_that_no_label_and_no_scale_has(text: str, rule: str | None) -> None:
    told = rules(case(f"Clinic 3 June 2020. {text}"))
    assert {"unusual_dose", "score_off_scale"} & told == ({rule} if rule else set())


def test_one_printed_interval_cannot_be_that_of_two_units() -> None:
    told = case(
        "Clinic 3 June 2020. 25-OH vitamin D 31 nmol/L (50-150).",
        "Clinic 3 June 2021. 25-OH vitamin D 78 ng/mL (50-150).",
    )
    assert "units_differ" in rules(told)
    alike = case(
        "Clinic 3 June 2020. Ferritin 31 ng/mL (15-150).", "Clinic 3 June 2021. Ferritin 78 ug/L (15-150)."
    )  # fmt: skip
    assert "units_differ" not in rules(alike)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [("RTC 3 months.", set()), ("RTC in 6 months with labs.", set()), ("Hit by a car in an RTC in 2010.", {"trauma"})],
)
def test_return_to_clinic_is_no_accident(text: str, concepts: set[str]) -> None:
    assert {item.concept for item in note(text).findings} == concepts


def test_words_that_people_use() -> None:
    source = Source(note="n", start=0, end=1, text="x")

    def broken(bone: str, part: str, side: str | None = None) -> str:
        told = Fracture(id="n/fracture/1", rule="t", source=source, bone=bone, part=part, side=side, status="present")  # type: ignore[arg-type]
        return fracture_label(told)

    assert [broken("humerus", "shaft", "right"), broken("femur", "distal"), broken("radius", "distal", "left"),
            broken("femur", "neck", "left")] == [
        "right humeral shaft", "distal femur", "left distal radius", "left femoral neck",
    ]  # fmt: skip
    assert [person_noun("male", Decimal(8), "patient"), person_noun("female", Decimal(66), "patient"),
            person_noun(None, None, "patient")] == ["boy", "woman", "patient"]  # fmt: skip
    assert [unit_words("m[IU]/mL"), unit_words("[iU]/L"), unit_words("g/cm2")] == ["mIU/mL", "IU/L", "g/cm²"]
