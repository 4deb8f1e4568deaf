"""The narrative is made of records alone, in the words of a journal, with the same bytes every time."""

from __future__ import annotations

import pytest

from osteocase.case import build_case, narrate
from osteocase.case.prose import Phrase, article, join_phrases, sentence
from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import CaseRecord
from tests.case.founding import founding_notes
from tests.case.making import NoteWriter, label, on


def told(*notes: NoteWriter) -> dict[str, list[str]]:
    return sections(build_case([note.record() for note in notes], case_id="test"))


def sections(case: CaseRecord) -> dict[str, list[str]]:
    return {section.key: [line.text for line in section.sentences] for section in narrate(case)}


def test_the_founding_patient_reads_as_a_case_report() -> None:
    text = sections(build_case(founding_notes(), case_id="plo"))
    assert list(text) == ["background", "presentation", "diagnosis", "treatment", "follow_up", "outcome"]
    assert text["background"] == [
        "The patient was a middle-aged postpartum breastfeeding Japanese woman.",
        "She had given birth three times.",
        "Height was 162.8 cm, weight 46.5 kg and body mass index 17.54 kg/m².",
        "She reported no alcohol, crash dieting, glucocorticoid use or smoking.",
        "Her mother had broken a femoral neck at the age of 71.",
    ]
    assert text["treatment"][0] == "Romosozumab was given subcutaneously once a month for 12 months."
    assert text["outcome"] == [
        "At 13 months, she was lost to follow-up.",
        "At 22 months, no new vertebral fracture was seen.",
    ]
    assert text["follow_up"][0].startswith(
        "At 6 months, bone mineral density was 0.995 g/cm² at the lumbar spine L1–L4 "
        "(T-score −1.1, 86 % of the young adult mean, +18.2 % from baseline) and 0.743 g/cm² at the left total hip"
    )


def test_a_case_without_records_has_no_sentence() -> None:
    assert told(NoteWriter("n1", "2023-01-10")) == {}


def test_one_fracture_has_an_article_and_several_have_a_plural() -> None:
    one, two = NoteWriter("n1", "2023-01-10"), NoteWriter("n1", "2023-01-10")
    one.fracture(level="T9", modality="radiograph", acuity="acute")
    for level in ("T9", "T11"):
        two.fracture(level=level, modality="radiograph", acuity="acute")
    assert told(one)["diagnosis"] == ["Radiographs showed an acute fracture of T9."]
    assert told(two)["diagnosis"] == ["Radiographs showed acute fractures of T9 and T11."]


def test_a_man_is_he_and_an_unknown_patient_is_the_patient() -> None:
    man, unknown = NoteWriter("n1", "2023-01-10"), NoteWriter("n1", "2023-01-10")
    man.patient(sex="male", age_years="81")
    for note in (man, unknown):
        note.finding("back_pain", "symptom")
    assert told(man)["background"] == ["The patient was an 81-year-old man."]
    assert told(man)["presentation"] == ["He presented with back pain."]
    assert told(unknown)["presentation"] == ["The patient presented with back pain."]


def test_a_drug_stopped_early_is_told_with_its_reason() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment("denosumab", status="started", start=label("today", "note_date"), dose="60", dose_unit="mg")
    note.treatment("alendronate", status="stopped", start=on("2022-01-10"), stop=on("2022-07-10"), reason="heartburn")
    assert told(note)["treatment"] == [
        "Alendronate was given from 12 months before the start of treatment to 6 months before the start of treatment "
        "and stopped because of heartburn.",
        "Denosumab 60 mg was given from the start of treatment.",
    ]


def test_drugs_beside_the_osteoporosis_drugs_share_a_sentence_without_prescribers_letters() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment("denosumab", status="started", start=label("today", "note_date"), dose="60", dose_unit="mg")
    note.treatment("amlodipine", status="ongoing", dose="5", dose_unit="mg", frequency="OD")
    note.treatment(
        "acetaminophen", name="Paracetamol", status="ongoing", dose="1", dose_unit="g", frequency="up to QDS"
    )
    assert told(note)["treatment"] == [
        "Denosumab 60 mg was given from the start of treatment.",
        "Other drugs were amlodipine (5 mg once daily) and paracetamol (1 g up to four times daily).",
    ]


def test_changed_doses_of_one_drug_follow_its_first_sentence() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment(
        "prednisolone", status="ongoing", start=on("2023-01-10"), dose="60", dose_unit="mg", frequency="daily"
    )
    note.treatment(
        "prednisolone", words="prednisolone 15", status="ongoing", dose="15", dose_unit="mg", frequency="daily"
    )
    first, then = told(note)["treatment"]
    assert first.startswith("Prednisolone 60 mg was given daily from ")
    assert then == "A further dose was 15 mg daily."


def test_orthoses_and_operations_have_an_article_and_a_verb_of_their_own() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment("jewett_orthosis", kind="orthosis", name="Jewett orthosis", status="ongoing")
    note.treatment("closed_reduction", kind="procedure", name="was manipulated", status="completed")
    assert sorted(told(note)["treatment"]) == ["A Jewett orthosis was worn.", "A closed reduction was performed."]


def test_a_side_is_no_name_and_blood_is_given() -> None:
    text = "Ward, 20 May 2021\nLeft cemented hemiarthroplasty on 14 May 2021. Tx 1u RBC on 15 May 2021."
    case = build_case([extract(read_text(text, note_id="n"))], case_id="test")
    words = " ".join(sections(case)["treatment"])
    assert "A left cemented hemiarthroplasty was performed" in words
    assert "Packed red blood cells was given" not in words
    assert "acked red blood cells were given" in words


def test_results_outside_their_interval_stand_in_one_sentence_with_both_sides() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.lab("25_oh_vitamin_d", "9.1", "ng/mL", "> 30", flag="low")
    note.lab("pth", "94.2", "pg/mL", "10 - 65", flag="high")
    note.lab("phosphorus", "3.4", "mg/dL", "2.7 - 4.6", flag="normal")
    text = told(note)["diagnosis"]
    assert text[0].startswith("Laboratory tests showed low ")
    assert "(9.1 ng/mL; reference interval > 30), and high " in text[0]
    assert "(94.2 pg/mL; 10–65)" in text[0]
    assert text[1].endswith(" was within the reference interval.")


def test_the_text_tells_the_sites_that_diagnose_and_leaves_single_vertebrae_to_the_table() -> None:
    note = NoteWriter("n1", "2023-01-10")
    for region, value in (("L1-L4", "0.842"), ("L2", "0.801"), ("L3", "0.855")):
        note.bmd("lumbar_spine", region=region, bmd_g_cm2=value)
    note.bmd("trochanter", side="left", bmd_g_cm2="0.612")
    note.bmd("total_hip", side="left", bmd_g_cm2="0.721")
    assert told(note)["diagnosis"] == [
        "Bone mineral density was 0.842 g/cm² at the lumbar spine L1–L4 and 0.721 g/cm² at the left total hip."
    ]


@pytest.mark.parametrize(
    ("concept", "expected"),
    [
        ("pain_improved", "pain had improved"),
        ("able_to_hold_baby", "she was able to hold her baby"),
        ("returned_to_daily_activities", "she had returned to daily activities"),
        ("lost_to_follow_up", "she was lost to follow-up"),
        ("free_of_pain", "she was free of pain"),
        ("fracture_healed", "the fracture had healed"),
    ],
)
def test_an_outcome_is_a_clause_whatever_its_name_begins_with(concept: str, expected: str) -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(sex="female")
    note.finding(concept, "outcome")
    assert told(note)["outcome"] == [f"At the first visit, {expected}."]


def test_no_sentence_begins_with_a_figure() -> None:
    assert sentence("4 months before delivery, pain had begun").text == "Four months before delivery, pain had begun."
    assert sentence("12 weeks later").text == "Twelve weeks later."
    assert sentence("25-hydroxyvitamin D was low").text == "25-hydroxyvitamin D was low."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("81-year-old", "an"),
        ("18-year-old", "an"),
        ("11-year-old", "an"),
        ("74-year-old", "a"),
        ("110-year-old", "a"),
        ("American woman", "an"),
        ("European man", "a"),
        ("woman", "a"),
    ],
)
def test_the_article_fits_the_sound(words: str, expected: str) -> None:
    assert article(words) == expected


def test_a_sentence_keeps_the_records_of_its_phrases_once_and_in_order() -> None:
    phrases = [Phrase(text=name, records=(name, "shared")) for name in ("a", "b", "c")]
    line = sentence("found were ", join_phrases(phrases))
    assert line.text == "Found were a, b and c."
    assert line.records == ("a", "shared", "b", "c")


def test_the_words_are_the_same_every_time() -> None:
    first, second = (sections(build_case(founding_notes(), case_id="plo")) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("sex", "age", "expected"),
    [
        ("male", "8", "The patient was an 8-year-old boy."),
        ("female", "15", "The patient was a 15-year-old girl."),
        ("female", "16", "The patient was a 16-year-old woman."),
        ("male", None, "The patient was a man."),
    ],
)
def test_who_is_no_adult_is_a_boy_or_a_girl(sex: str, age: str | None, expected: str) -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(sex=sex, **({"age_years": age} if age else {}))
    assert told(note)["background"] == [expected]


def test_drink_is_told_as_drink_and_not_as_a_risk() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(sex="female")
    note.finding("alcohol", "risk_factor", detail="Two beers a week")
    note.finding("falls", "risk_factor")
    assert told(note)["background"][1:] == ["Risk factors included falls.", "She drank alcohol (two beers a week)."]


def test_doses_stand_in_the_order_of_the_notes_and_the_last_has_its_end() -> None:
    first, then = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-07-10")
    first.treatment("denosumab", status="started", start=label("today", "note_date"))
    first.treatment("prednisolone", status="ongoing", dose="7.5", dose_unit="mg", frequency="daily")
    then.treatment(
        "prednisolone", status="stopped", start=on("2023-04-10"), stop=on("2023-07-10"), dose="5", dose_unit="mg"
    )
    text = told(first, then)["treatment"]
    place = text.index("Prednisolone 7.5 mg was given daily.")
    assert text[place + 1] == "A further dose was 5 mg from 3 months to 6 months."


@pytest.mark.parametrize(
    ("told_of_it", "expected"),
    [
        (
            {"route": "intravenous", "status": "started"},
            "Zoledronate was given intravenously at the start of treatment.",
        ),
        ({"frequency": "once", "status": "completed"}, "Zoledronate was given once at the start of treatment."),
        (
            {"frequency": "a year", "status": "ongoing"},
            "Zoledronate was given yearly from the start of treatment onwards.",
        ),
    ],
)
def test_one_infusion_has_a_time_and_a_course_a_beginning(told_of_it: dict[str, str], expected: str) -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment("zoledronate", start=label("today", "note_date"), **told_of_it)
    assert told(note)["treatment"] == [expected]


@pytest.mark.parametrize(
    ("agent", "name", "expected"),
    [
        ("acetaminophen", "Paracetamol", "Another drug was paracetamol."),
        ("acetaminophen", "PANADOL", "Another drug was Panadol."),
        ("vitamin_d3", "Vitamin d3", "Another drug was vitamin D3."),
        ("intramedullary_nail", "Intramedullary nailing", "Intramedullary nailing was performed."),
        ("jewett_orthosis", "Jewett brace", "A Jewett brace was worn."),
    ],
)
def test_generic_names_are_small_and_proper_names_are_not(agent: str, name: str, expected: str) -> None:
    kinds = {"vitamin_d3": "supplement", "intramedullary_nail": "surgery", "jewett_orthosis": "orthosis"}
    note = NoteWriter("n1", "2023-01-10")
    note.treatment(agent, kind=kinds.get(agent, "drug"), name=name, status="ongoing")
    assert told(note)["treatment"] == [expected]


def test_two_results_of_one_test_before_treatment_stand_together() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.lab("creatinine", "118", "umol/L", "45 - 84", flag="high", time=on("2022-07-10"))
    note.lab("creatinine", "112", "umol/L", "45 - 84", flag="high")
    (text,) = told(note)["diagnosis"]
    assert text.endswith("(118, then 112 µmol/L; reference interval 45–84).")


@pytest.mark.parametrize(
    ("concepts", "expected"),
    [
        (
            ("osteoporosis", "pregnancy_lactation_osteoporosis"),
            "The diagnosis was pregnancy- and lactation-associated osteoporosis.",
        ),
        (("low_bone_density", "osteopenia", "osteoporosis"), "The diagnosis was osteoporosis."),
        (("secondary_osteoporosis", "osteoporosis"), "The diagnoses were secondary osteoporosis and osteoporosis."),
        (("osteopenia", "anorexia_nervosa"), "The diagnoses were osteopenia and anorexia nervosa."),
    ],
)  # fmt: skip
def test_a_general_diagnosis_is_left_out_beside_its_kind(concepts: tuple[str, ...], expected: str) -> None:
    note = NoteWriter("n1", "2023-01-10")
    for concept in concepts:
        note.finding(concept, "diagnosis")
    assert told(note)["diagnosis"] == [expected]


def test_fractures_of_before_the_case_are_told_with_their_times() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(sex="male")
    note.fracture(level="T8", modality="radiograph")
    note.fracture(bone="tibia", side="right", time=on("2020-01-10"), temporality="historical")
    note.fracture(bone="forearm", side="left", temporality="historical")
    assert told(note)["background"][1:] == [
        "He had earlier had fractures of the right tibia 36 months before the first visit and the left forearm."
    ]


def test_a_relative_whose_bone_is_not_told_had_a_fracture() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(sex="female")
    note.fracture(bone=None, subject="mother", temporality="historical")
    assert told(note)["background"][1:] == ["Her mother had had a fracture."]


def test_a_scale_without_letters_goes_by_its_name() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.score("wong_baker", "5", high="10")
    assert told(note)["presentation"] == ["The Wong-Baker faces scale score was 5 (range 0 to 10)."]


def test_what_happened_years_before_stands_before_its_time() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.finding("gastrointestinal_intolerance", "adverse_event", time=on("2020-01-10"))
    note.finding("atypical_femoral_fracture", "adverse_event", time=on("2022-12-10"))
    assert told(note)["outcome"] == [
        "Gastrointestinal intolerance occurred 36 months before the first visit.",
        "One month before the first visit, an atypical femoral fracture occurred.",
    ]


def test_a_fracture_of_before_the_first_visit_is_told_with_its_time() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.patient(sex="female")
    note.treatment("denosumab", status="started", start=label("today", "note_date"))
    note.fracture(bone="radius", part="distal", side="right", time=on("2022-11-10"))
    assert told(note)["diagnosis"] == [
        "She had a fracture of the right distal radius 2 months before the start of treatment."
    ]


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("TBLH", "0.512 g/cm² at the lumbar spine L1–L4 and 0.598 g/cm² at the whole body TBLH."),
        (None, "0.512 g/cm² at the lumbar spine L1–L4."),
    ],
)
def test_the_whole_body_less_the_head_is_told_and_the_whole_body_is_not(region: str | None, expected: str) -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.bmd("lumbar_spine", region="L1-L4", bmd_g_cm2="0.512")
    note.bmd("whole_body", region=region, bmd_g_cm2="0.598")
    assert told(note)["diagnosis"] == [f"Bone mineral density was {expected}"]


def test_what_was_possible_and_then_excluded_is_told_as_excluded_alone() -> None:
    first, second = NoteWriter("n1", "2023-01-10"), NoteWriter("n2", "2023-02-10")
    first.finding("multiple_myeloma", "diagnosis", "possible")
    first.finding("coeliac_disease", "diagnosis", "possible")
    second.finding("multiple_myeloma", "diagnosis", "absent")
    told = [
        line
        for lines in sections(build_case([first.record(), second.record()], case_id="test")).values()
        for line in lines
    ]
    assert "A possible diagnosis was coeliac disease." in told
    assert "Multiple myeloma was excluded." in told
