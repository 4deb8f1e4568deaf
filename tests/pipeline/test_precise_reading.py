"""What stands beside a fact and is told of another: times, lists of denials, searches for a disease, the next entry."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.reading import read_text
from osteocase.records import NoteRecord
from tests.pipeline.finding_strings import told


def read(text: str) -> NoteRecord:
    return pipeline.extract(read_text(text))


def when(text: str, concept: str) -> str | None:
    times = [finding.time for finding in read(text).findings if finding.concept == concept]
    assert times, f"{concept} is not read"
    return times[0].text if times[0] is not None else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a list that goes on to its last item is denied as a whole
        (
            "He did not report hip pain, any swelling of hands and feet or muscle weakness.",
            ["- hip_pain", "- muscle_weakness"],
        ),
        (
            "The work-up excluded myeloma, coeliac disease, hyperthyroidism, primary hyperparathyroidism, vitamin D "
            "deficiency and hypercalciuria.",
            [
                "- coeliac_disease", "- hypercalciuria", "- hyperparathyroidism", "- hyperthyroidism",
                "- multiple_myeloma", "- vitamin_d_deficiency",
            ],
        ),
        ("She was not at all unhappy today, has kyphosis, and smokes or vapes.", ["kyphosis", "smoking", "vaping"]),
        (
            "Myeloma was excluded, she has osteoporosis and hypertension.",
            ["- multiple_myeloma", "hypertension", "osteoporosis"],
        ),
        # the adjective of a receptor denies no cancer
        ("In 2015 a HER2-negative breast cancer was removed.", ["breast_cancer"]),
        ("She had triple negative breast cancer.", ["breast_cancer"]),
        ("Breast cancer screening negative.", []),
        # what is looked for, or warded off, need not be there
        ("No one has ever sent her for an assessment for osteoporosis.", []),
        ("He sees us for an osteoporosis evaluation.", []),
        ("Enoxaparin was given for DVT prevention.", []),
        ("She was seen for the evaluation of osteoporosis.", ["osteoporosis"]),
        ("He was investigated for hypercalciuria.", ["? hypercalciuria"]),
        # causes of a disease are not the disease; nor is the worry about a drug an event
        ("Secondary causes for osteoporosis were ruled out.", ["- secondary_osteoporosis"]),
        ("I am nervous about side effects.", []),
        # what a drug may do is not what it has done
        ("He was warned that the tablets have side effects such as heartburn.", []),
        ("She has read of side effects like heartburn and leg fractures.", []),

        ("She had side effects from risedronate such as heartburn.", ["adverse_event", "gastrointestinal_intolerance"]),
        # the rival diagnosis
        ("The main differential at her age is malignancy.", ["? malignancy"]),
    ],
)  # fmt: skip
def test_only_what_is_told_of_the_patient_is_a_finding(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "concept", "expected"),
    [
        # a date of birth is no date of a disease
        ("DOB 03/04/1970 Indication: early menopause", "early_menopause", None),
        # the event that another is placed by has no time in it
        ("Hip pain after a fall.", "falls", None),
        ("Four months after renal transplantation she felt well.", "organ_transplant", None),
        ("She fell two weeks ago.", "falls", "two weeks ago"),
        # in a list the time behind one item is not that of the next
        ("Wrist fracture 12 years ago, hip osteoarthritis and asthma.", "osteoarthritis", None),
        ("Oophorectomy at age 41, wrist fracture 12 years ago, asthma.", "asthma", None),
        ("In 2015 she developed hypertension, then asthma.", "hypertension", "In 2015"),
        ("Three years ago he fell, and got back pain.", "back_pain", "Three years ago"),
        # the time of the treatment between is that of the treatment
        ("Osteoporosis on risedronate since 2018.", "osteoporosis", None),
        ("Osteoporosis since 2018, on risedronate.", "osteoporosis", "2018"),
        # what "and" opens with a time is told of what follows
        ("Her back pain went on and after two months she was sent to us.", "back_pain", None),
        # the day of going home is no day of the story
        ("Discharge date: 4 May 2023\n\nHe has osteoporosis.", "osteoporosis", None),
    ],
)  # fmt: skip
def test_a_finding_has_its_own_time_or_none(text: str, concept: str, expected: str | None) -> None:
    assert (when(text, concept) or "").lower().removeprefix("in ") == (expected or "").lower().removeprefix("in ")


def test_the_age_of_one_relative_is_not_that_of_the_next() -> None:
    (heart,) = read("Her mother died at 91 years of age, her father after a myocardial infarction.").findings
    assert (heart.subject, heart.time) == ("father", None)


def test_a_fracture_that_a_drug_may_cause_is_nobodys() -> None:
    assert not read("She has read of side effects like heartburn and leg fractures.").fractures


def test_a_laboratory_value_is_not_of_the_time_since_when_something_goes_on() -> None:
    text = "He had denosumab in May. Since then he has been admitted twice with cramps. Serum magnesium was 0.8 mmol/L."
    (magnesium,) = read(text).labs
    assert magnesium.time is None


def treatments(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (item.agent, str(item.status), item.start.text if item.start is not None else None)
        for item in read(text).treatments
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a patient tells of herself is no order
        ("I swim daily, eat fish and take vitamin D 1000 IU.", [("vitamin_d", "ongoing", None)]),
        # given up: told behind the name, or as a refusal to go on
        ("Risedronate 35 mg weekly, which she has not taken for six weeks.", [("risedronate", "stopped", None)]),
        ("He declined to continue denosumab.", [("denosumab", "stopped", None)]),
        # in the brackets behind a dated disease stands the drug of today
        ("Hypertension since 2004 (ramipril currently)", [("ramipril", "ongoing", None)]),
        # the next act, and the next entry, have their own times
        ("The GP prescribed naproxen and saw her again three weeks later.", [("naproxen", "past", None)]),
        ("Reflux - uses antacids\n2018: colitis", [("antacid", "ongoing", None)]),
    ],
)  # fmt: skip
def test_a_treatment_has_its_own_status_and_time(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert treatments(text) == expected


def test_the_number_of_the_next_line_is_no_part_of_a_reason() -> None:
    first, _ = read("1. Tramadol 50 mg every 6 hours as needed for back pain\n2. Ramipril 5 mg daily").treatments
    assert first.reason == "back pain"


def test_a_height_in_feet_is_no_foot() -> None:
    fractures = read(
        "A twelve foot fall left her with a fracture of the left tibia. No fracture of the left foot."
    ).fractures
    assert [(item.bone, str(item.status)) for item in fractures] == [("tibia", "present"), ("foot", "absent")]
