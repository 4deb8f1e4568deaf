"""Absent, possible, past and relatives' fractures; words that only look like a fracture."""

from __future__ import annotations

import pytest

from tests.pipeline.fracture_strings import told

SENTENCES: list[tuple[str, list[str]]] = [
    ("No fracture of the hip.", ["- hip"]),
    ("No evidence of fracture.", ["- somewhere"]),
    ("No further fractures.", ["- somewhere"]),
    ("No further vertebral fractures occurred.", ["- vertebra"]),
    ("No new vertebral fractures at 22 months.", ["- vertebra"]),
    ("Radiographs show no acute fracture of the right wrist.", ["- wrist right acute"]),
    ("X-ray of the right knee: joint space kept. No acute fractures.", ["- knee right acute"]),
    ("X-rays of the left ankle were taken. These reveal no evidence of fracture.", ["- ankle left"]),
    ("Films of the cervical spine were obtained. These reveal no fracture.", ["- vertebra"]),
    ("Left hip: No fracture.", ["- hip left"]),
    (
        "CERVICAL SPINE: Degenerative changes from C4-C7. Heights are maintained without acute fracture.",
        ["- vertebra acute"],
    ),
    ("Swelling about the right orbit and facial bones without underlying fracture.", ["- facial_bones right"]),
    ("She denies any previous fractures.", ["- < somewhere"]),
    ("A hip fracture was ruled out.", ["- hip"]),
    ("Negative for fracture of the scaphoid.", ["- scaphoid"]),
    ("Fractures: none.", ["- somewhere"]),
    ("Suspected fracture of the scaphoid.", ["? scaphoid"]),
    ("Possible compression fracture of T12.", ["? vertebra T12 compression"]),
    ("A fracture of L1 cannot be excluded.", ["? vertebra L1"]),
    ("X-ray of the left ankle was ordered to rule out fracture.", ["? ankle left"]),
    ("History of T9 vertebral fracture.", ["< vertebra T9"]),
    ("Has had hip fractures x2.", ["< hip x2"]),
    ("Previous wrist fracture.", ["< wrist"]),
    ("PAST MEDICAL HISTORY:\n1. Compression fractures.\n2. Hypertension.\n", ["< vertebra compression"]),
    ("She broke her wrist ten years ago.", ["< wrist"]),
    ("Status post left hip fracture.", ["< hip left"]),
    ("Her mother broke her femoral neck at 71 years of age.", ["< femur.neck (mother)"]),
    ("Her mother broke her hip.", ["< hip (mother)"]),
    (
        "He had a metatarsal fracture in 2016. His sister has had stress fractures.",
        ["< metatarsal", "< somewhere stress (sibling)"],
    ),
    ("Family history: father with a hip fracture.", ["< hip (father)"]),
    ("Her husband had a wrist fracture.", ["wrist (other)"]),
    ("No hip fracture but an old wrist fracture.", ["- hip", "< wrist chronic"]),
    ("T7 fracture. No fracture of the hip.", ["- hip", "vertebra T7"]),
    ("She broke a metatarsal in 2016, no other fractures.", ["- < somewhere", "< metatarsal"]),
    ("No fracture of the sacrum or of the visible pelvis.", ["- pelvis", "- sacrum"]),
    ("Looser's zone in the left femoral neck.", ["femur.neck left pseudofracture"]),
    ("Previous # R ankle 1999.", ["< ankle right"]),
    ("Parental hip fracture: no", ["- < hip (parent)"]),
    ("Previous fracture: unknown", []),
    ("Neither parent had a hip fracture.", ["- < hip (parent)"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_status_time_and_person_of_a_fracture(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


NO_FRACTURES = [
    "Her fracture risk is high.",
    "She is at high risk of fracture.",
    "At increased risk of further vertebral fractures.",
    "Seen in the fracture clinic.",
    "Referred by the fracture liaison service.",
    "FRAX 10-year probability of major osteoporotic fracture 18 %, hip fracture 4.2 %.",
    "The 10-year risk of hip fracture is 5 %.",
    "Alendronate to prevent fractures.",
    "Treatment reduces fractures.",
    "Prevention of further fractures was discussed.",
    "Vertebral fracture assessment was not done.",
    "If she has a new fracture, call us.",
    "Return if you suspect a fracture.",
    "The plate had fractured.",
    "Both screws broke.",
    "Hardware fracture was seen.",
    "A broken tooth was extracted.",
    "Her waters broke at 38 weeks.",
    "She broke out in a rash.",
    "Broken sleep for a week.",
    "Collapsed lung on the left.",
    "She collapsed at home.",
    "Kyphotic deformity of the spine.",
    "Hallux valgus deformity.",
    "Wound dehiscence of the left hip.",
    "Number of tablets: #20.",
    "Under stress at work; pelvic pain.",
    "The fracture is healing well.",
    "Lactate and ejection fraction 45 %.",
    "Spinal cord compression at T7.",
    "Wedge-shaped opacity in the lung.",
    "10-year probability: major osteoporotic fracture 28 %, hip fracture 12 %.",
    "Spine films to look for silent vertebral fractures.",
    "The risk of another vertebral fracture is high.",
]


@pytest.mark.parametrize("sentence", NO_FRACTURES)
def test_words_that_only_look_like_a_fracture_make_no_record(sentence: str) -> None:
    assert told(sentence) == []
