"""Who the note is about, and what must never become the patient's."""

from __future__ import annotations

from typing import Any

import pytest

from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.patient.find import find_patient
from osteocase.pipeline.scan import scan_text


def patient_of(text: str) -> dict[str, Any]:
    """Fields of the patient that a text states, as strings and numbers."""
    draft = find_patient(scan_text(text, knowledge_of()))
    return {name: value for name, value in draft.items() if name not in {"sources", "converted"}}


F, M = {"sex": "female"}, {"sex": "male"}

SENTENCES: list[tuple[str, dict[str, Any]]] = [
    (
        "A 5-foot-4-inch, 130-pound, 68-year-old woman was seen.",
        {"age_years": "68", "height_cm": "162.6", "weight_kg": "59.0", **F},
    ),
    ("He carried a 6-foot-2-inch, 80-pound plank.", M),
    # the heads of prints, forms and letters
    ("Patient female, born 1951 (71 years).", {"age_years": "71", **F}),
    ("Pat.: M, born 1944, 79 y.", {"age_years": "79", **M}),
    ("Male patient, 52 years, HIV since 2001.", {"age_years": "52", **M}),
    ("Pt: BROWN, A   | F | 63y | MRN 4410", {"age_years": "63", **F}),
    ("The above mentioned patient, 58 y., is in our care.", {"age_years": "58"}),
    ("Re: Master K, 12 yrs, boy.", {"age_years": "12", **M}),
    ("Patient: DOB 03/04/1941 (82)", {"age_years": "82"}),
    ("91 lady from a nursing home.", {"age_years": "91", **F}),
    ("79 yo Korean F", {"age_years": "79", "ethnicity": "Korean", **F}),
    ("Re: boy aged 7 years 2 months", {"age_years": "7", **M}),
    ("14 y.o. male BIB dad after a fall.", {"age_years": "14", **M}),
    ("Rose T, 44 yrs, Para 0. Caucasian.", {"age_years": "44", "ethnicity": "Caucasian", "parity": 0}),
    ("Age/Sex: 70 F, African American", {"age_years": "70", "ethnicity": "African American", **F}),
    ("Hypertension, 12 years.", {}),
    ("Birth Date:\t08/19/1956   67.4 years\tReferring Physician: T. O.", {"age_years": "67.4"}),
    (
        "AP Spine: L2-L4           Female  73.1 y  155.0 cm  49.0 kg",
        {"age_years": "73.1", "height_cm": "155.0", "weight_kg": "49.0", **F},
    ),
    # age and sex
    ("A 61-year-old woman.", {"age_years": "61", **F}),
    ("61 year old man with back pain.", {"age_years": "61", **M}),
    ("61 y/o F with hip pain.", {"age_years": "61", **F}),
    ("61 yo male.", {"age_years": "61", **M}),
    ("A 61 y.o. female.", {"age_years": "61", **F}),
    ("61F with back pain.", {"age_years": "61", **F}),
    ("F/61", {"age_years": "61", **F}),
    ("57 y F. Back pain.", {"age_years": "57", **F}),
    ("68M. Fell off a ladder.", {"age_years": "68", **M}),
    ("History: 83y F. Hip pain.", {"age_years": "83", **F}),
    ("Age/Sex: 59 Yrs / F", {"age_years": "59", **F}),
    ("7 yo M, asthmatic.", {"age_years": "7", **M}),
    ("8 y 5 m girl, short stature.", {"age_years": "8", **F}),
    ("Female, 57, postmenopausal.", {"age_years": "57", "menopausal_status": "postmenopausal", **F}),
    ("Mr T, 63. Known myeloma.", {"age_years": "63", **M}),
    ("I saw Mr Anders (64) today.", {"age_years": "64", **M}),
    ("Re: Mrs Ada Q., age 71", {"age_years": "71", **F}),
    ("Mrs P, rm 12, 92 yrs", {"age_years": "92", **F}),
    ("5 month old male infant.", M),
    ("Age/Sex: 61/F", {"age_years": "61", **F}),
    ("Age: 61\nSex: Female\n", {"age_years": "61", **F}),
    ("Gender: M", M),
    ("A sixty-one-year-old lady.", {"age_years": "61", **F}),
    ("This pleasant 74 year old lady was seen.", {"age_years": "74", **F}),
    ("The patient is a 52-year-old self-employed consultant. He was seen today.", {"age_years": "52", **M}),
    ("A 27-year-old right-handed Nigerian male student.", {"age_years": "27", "ethnicity": "Nigerian", **M}),
    ("She is 61 years old.", {"age_years": "61", **F}),
    ("Her age is 90.", {"age_years": "90", **F}),
    ("aged 34 years", {"age_years": "34"}),
    ("I reviewed this lady, now 77, today.", {"age_years": "77", **F}),
    ("Female   74 years   Ht 158.0 cm", {"age_years": "74", "height_cm": "158.0", **F}),
    ("32 yrs / F, P2L2, lactating", {"age_years": "32", "parity": 2, "lactating": True, **F}),
    ("Hysterectomy + BSO aged 41.", {"menopausal_status": "postmenopausal", "menopause_age_years": "41"}),
    ("A 68-year-old status post fall.", {"age_years": "68"}),
    ("A woman in her thirties.", {"age_text": "in her thirties", **F}),
    ("A middle-aged woman.", {"age_text": "middle-aged", **F}),
    ("Mrs Brown was reviewed.", F),
    ("Mr. Brown was reviewed.", M),
    ("This gentleman has osteoporosis.", M),
    ("She was seen. Her pain is better.", F),
    # ethnicity
    ("A 34-year-old Japanese woman.", {"age_years": "34", "ethnicity": "Japanese", **F}),
    ("A 69-year-old African American gentleman.", {"age_years": "69", "ethnicity": "African American", **M}),
    ("An 85-year-old black female.", {"age_years": "85", "ethnicity": "black", **F}),
    ("A white male of 70.", {"age_years": "70", "ethnicity": "white", **M}),
    ("Ethnicity: Hispanic", {"ethnicity": "Hispanic"}),
    ("He is of Nigerian descent.", {"ethnicity": "Nigerian", **M}),
    # body
    (
        "Height 162.8 cm, weight 46.5 kg, BMI 17.5 kg/m2.",
        {"height_cm": "162.8", "weight_kg": "46.5", "bmi_kg_m2": "17.5"},
    ),
    (
        "(height, 158.4 cm; weight, 51.5 kg; body mass index, 20.53 kg/m\u00b2)",
        {"height_cm": "158.4", "weight_kg": "51.5", "bmi_kg_m2": "20.53"},
    ),
    ("Ht: 163 cm  Wt: 60.1 kg", {"height_cm": "163", "weight_kg": "60.1"}),
    ("She weighs in at 61kg 164cm today.", {"height_cm": "164", "weight_kg": "61", **F}),
    ("On arrival (5 ft 1 in, 118 lb).", {"height_cm": "154.9", "weight_kg": "53.5"}),
    ("Height: 5\u20196.\nWeight: 169 lb.", {"height_cm": "167.6", "weight_kg": "76.7"}),
    ("Height is 5 feet 4 inches.", {"height_cm": "162.6"}),
    ("She is 5'4\" tall and weighs 132 pounds.", {"height_cm": "162.6", "weight_kg": "59.9", **F}),
    ("Weight: 140 lb (63.5 kg)", {"weight_kg": "63.5"}),
    ("Weight 9 stone 4 lb.", {"weight_kg": "59.0"}),
    ("Height 1.63 m.", {"height_cm": "163"}),
    ("BMI of 23.", {"bmi_kg_m2": "23"}),
    ("Body mass index (BMI) was 19.1.", {"bmi_kg_m2": "19.1"}),
    # reproduction
    ("G3P3.", {"gravidity": 3, "parity": 3}),
    ("G3 P2.", {"gravidity": 3, "parity": 2}),
    ("Gravida 3, para 2.", {"gravidity": 3, "parity": 2}),
    ("G2P1001.", {"gravidity": 2, "parity": 1}),
    ("A primiparous woman.", {"parity": 1, **F}),
    ("Nulliparous.", {"parity": 0}),
    ("One month after delivering her third child.", {"parity": 3, "pregnancy_status": "postpartum", **F}),
    ("She delivered her second baby in May.", {"parity": 2, **F}),
    ("She is 32 weeks pregnant.", {"pregnancy_status": "pregnant", **F}),
    ("She is not pregnant.", {"pregnancy_status": "not_pregnant", **F}),
    ("Seen six weeks postpartum.", {"pregnancy_status": "postpartum"}),
    ("She is breastfeeding.", {"lactating": True, **F}),
    ("She is not breastfeeding.", {"lactating": False, **F}),
    ("She was breastfeeding; weaned at three months.", {"lactating": False, **F}),
    ("A postmenopausal woman.", {"menopausal_status": "postmenopausal", **F}),
    ("Premenopausal.", {"menopausal_status": "premenopausal"}),
    ("Menopause at 51.", {"menopausal_status": "postmenopausal", "menopause_age_years": "51"}),
    ("Menopause at the age of 48.", {"menopausal_status": "postmenopausal", "menopause_age_years": "48"}),
    ("She is an 81-year-old married grandmother who lives in Leeds.", {"age_years": "81", **F}),
    ("- Sleep: 6-year-old soft mattress", {}),
    ("The 4-year-old hip prosthesis is well seated.", {}),
    ("BACKGROUND INFORMATION:\nReferring diagnosis: LBP\n52-years-old.", {"age_years": "52"}),
    (
        "sex=F ; age=66 ; ht_cm=161 ; wt_kg=55.5 ; ethn=South Asian",
        {"age_years": "66", "ethnicity": "South Asian", "height_cm": "161", "weight_kg": "55.5", **F},
    ),
    ("Mdm Tan, 75 / F / Chinese", {"age_years": "75", "ethnicity": "Chinese", **F}),
    ("ED card, time seen 04:10\nF, 66 y\nBack pain.", {"age_years": "66", **F}),
    ("Woman, 34 years old, referred because of low bone mass.", {"age_years": "34", **F}),
    ("ECG: QTc 502 ms. Rx given.", {}),
    ("Seen at 11:25 M 70", {"age_years": "70", "sex": "male"}),
    ("A retired bus driver aged 71 years was brought in.", {"age_years": "71"}),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_what_a_note_states_of_its_patient(sentence: str, expected: dict[str, Any]) -> None:
    assert patient_of(sentence) == expected


BODY: list[tuple[str, dict[str, Any]]] = [
    ("A woman, 147.5 cm, 43.0 kg.", {"height_cm": "147.5", "weight_kg": "43.0"}),
    ("She is 151 cm, 57 kg.", {"height_cm": "151", "weight_kg": "57"}),
    ("Weight on file 51 kg (June).", {"weight_kg": "51"}),
    ("Height 61 1/2 inches, weight 120 pounds.", {"height_cm": "156.2", "weight_kg": "54.4"}),
    ("Her height had decreased from 165 to 160 cm.", {"height_cm": "160"}),
    ("She is 4 cm shorter than in her passport, now 158 cm.", {"height_cm": "158"}),
]


@pytest.mark.parametrize(("sentence", "expected"), BODY, ids=[sentence[:60] for sentence, _ in BODY])
def test_height_and_weight_in_short(sentence: str, expected: dict[str, Any]) -> None:
    """Height and weight without their names, with fractions of inches, and after a loss of height."""
    told = patient_of(sentence)
    assert {name: told[name] for name in told if name in {"height_cm", "weight_kg", "bmi_kg_m2"}} == expected


NOT_THE_PATIENTS: list[tuple[str, str]] = [
    ("Her 71-year-old mother broke her hip.", "age_years"),
    ("Her mother broke her femoral neck at 71 years old.", "age_years"),
    ("FAMILY HISTORY: Father, 80 years old, osteoporosis.", "age_years"),
    ("The fracture is 2 years old.", "age_years"),
    ("She broke her wrist at the age of 14.", "age_years"),
    ("When she was 14 years old she fell.", "age_years"),
    ("Patient 1: a 33-year-old woman. Patient 2: a 40-year-old man.", "age_years"),
    ("Birth weight 3200 g.", "weight_kg"),
    ("She lost 110 pounds.", "weight_kg"),
    ("Weight loss of 5 kg.", "weight_kg"),
    ("Ideal body weight 55 kg.", "weight_kg"),
    ("Loss of height at T12 of 30 %.", "height_cm"),
    ("Disc height 8 mm.", "height_cm"),
    ("Her mother is postmenopausal.", "menopausal_status"),
    ("Useful in postmenopausal women.", "menopausal_status"),
    ("Pregnancy- and lactation-associated osteoporosis.", "lactating"),
    ("White blood cell count 5.4.", "ethnicity"),
    ("If she becomes pregnant, stop the drug.", "pregnancy_status"),
    ("She is accompanied by her husband, a 70-year-old man.", "age_years"),
]


@pytest.mark.parametrize(("sentence", "field"), NOT_THE_PATIENTS)
def test_data_of_others_and_of_the_past_never_become_the_patients(sentence: str, field: str) -> None:
    assert field not in patient_of(sentence)


def test_converted_fields_are_named() -> None:
    draft = find_patient(scan_text("Height 5 ft 4 in, weight 60 kg.", knowledge_of()))
    assert draft["converted"] == ("height_cm",)


def test_each_field_knows_its_words() -> None:
    text = "A 61-year-old woman, weight 46.5 kg."
    draft = find_patient(scan_text(text, knowledge_of()))
    assert {name: text[start:end] for name, (start, end) in draft["sources"].items()} == {
        "age_years": "61-year-old",
        "sex": "woman",
        "weight_kg": "weight 46.5 kg",
    }


def test_a_clear_majority_of_pronouns_tells_the_sex() -> None:
    assert patient_of("She rests. Her pain is less. His letter arrived.") == {}
    assert patient_of("She rests. Her pain is less. She walks.") == {"sex": "female"}
