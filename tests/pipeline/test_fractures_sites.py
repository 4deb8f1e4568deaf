"""Fractures outside the spine: bone, part, side, kind, number."""

from __future__ import annotations

import pytest

from osteocase.pipeline.fractures.find import find_fractures
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from tests.pipeline.fracture_strings import fractures_of, told

SENTENCES: list[tuple[str, list[str]]] = [
    ("Left hip fracture.", ["hip left"]),
    ("Fracture of the left hip.", ["hip left"]),
    ("Hip fracture, right.", ["hip right"]),
    ("Fractured neck of femur (left).", ["femur.neck left"]),
    ("# L NOF, fixed with a dynamic hip screw.", ["femur.neck left"]),
    ("Right femoral neck fracture, Garden III.", ["femur.neck right"]),
    ("Displaced subcapital fracture of the right femur.", ["femur.neck right displaced"]),
    ("Right intertrochanteric femur fracture.", ["femur.intertrochanteric right"]),
    ("Left subtrochanteric fracture.", ["femur.subtrochanteric left"]),
    ("Atypical fracture of the left femoral shaft.", ["femur.shaft left atypical"]),
    ("Periprosthetic distal femur fracture on the right.", ["femur.distal right periprosthetic"]),
    ("Fracture of the right sacral ala.", ["sacrum.ala right"]),
    ("Bilateral sacral insufficiency fractures.", ["sacrum bilateral insufficiency"]),
    ("Fractures of the left superior and inferior pubic rami.", ["pelvis.pubic_ramus left"]),
    ("Acetabular fracture on the left.", ["pelvis.acetabulum left"]),
    ("Insufficiency fracture of the pelvis.", ["pelvis insufficiency"]),
    ("Colles' fracture of the right wrist.", ["radius.distal right colles"]),
    ("Smith's fracture of the left wrist.", ["radius.distal left smith"]),
    ("Distal radius fracture, left.", ["radius.distal left"]),
    ("Fracture of the distal end of the right radius.", ["radius.distal right"]),
    ("DRF left.", ["radius.distal left"]),
    ("Left wrist fracture.", ["wrist left"]),
    ("She broke her left wrist.", ["wrist left"]),
    ("She had broken her arm.", ["arm"]),
    ("He has a broken hip.", ["hip"]),
    ("Her right ankle was broken.", ["ankle right"]),
    ("He fractured three ribs.", ["rib x3"]),
    ("Multiple left rib fractures.", ["rib left"]),
    ("Fractures of the left 8th and 9th ribs.", ["rib.eighth left", "rib.ninth left"]),
    ("A valgus-impacted, three-part fracture of the left proximal humerus.", ["humerus.proximal left valgus-impacted"]),
    ("Fracture of the surgical neck of the humerus.", ["humerus.neck"]),
    ("Midshaft clavicle fracture.", ["clavicle.shaft"]),
    ("Fracture of the sternum.", ["sternum"]),
    ("Left tibial plateau fracture.", ["tibia.plateau left"]),
    ("Tibia-fibula fracture on the right.", ["fibula right", "tibia right"]),
    ("Tib-fib fracture.", ["fibula", "tibia"]),
    ("Open tibial shaft fracture, right.", ["tibia.shaft right open"]),
    ("Bimalleolar fracture of the left ankle.", ["ankle.bimalleolar left bimalleolar"]),
    ("Weber B fracture of the lateral malleolus.", ["ankle.lateral_malleolus weber b"]),
    ("Stress fracture of the second metatarsal.", ["metatarsal.second stress"]),
    ("Lisfranc fracture, left foot.", ["foot left lisfranc"]),
    ("Jones fracture of the right foot.", ["metatarsal.fifth right jones"]),
    ("Insufficiency fracture of the calcaneus.", ["calcaneus insufficiency"]),
    ("Transverse fracture of the patella.", ["patella transverse"]),
    ("Scaphoid fracture.", ["scaphoid"]),
    ("Mandibular fracture.", ["mandible"]),
    ("Nasal bone fracture.", ["nasal"]),
    ("Depressed skull fracture.", ["skull depressed"]),
    ("Left hip and right wrist fractures.", ["hip left", "wrist right"]),
    ("Right femoral and tibia fractures.", ["femur right", "tibia right"]),
    ("Hip, wrist and vertebral fractures.", ["hip", "vertebra", "wrist"]),
    ("Fractures of the right wrist and left humerus.", ["humerus left", "wrist right"]),
    ("Fracture of the radius and ulna.", ["radius", "ulna"]),
    (
        "Left proximal humerus fracture as well as an undisplaced left hip fracture.",
        ["hip left nondisplaced", "humerus.proximal left"],
    ),
    ("The left hip is a nondisplaced femoral neck fracture.", ["femur.neck left nondisplaced"]),
    ("Left hip fracture. X-ray confirms a displaced femoral neck fracture.", ["femur.neck left displaced"]),
    ("Fracture of the hip and knee pain.", ["hip"]),
    ("Knee pain after a wrist fracture.", ["wrist"]),
    ("Pain in the hip and wrist fracture.", ["wrist"]),
    ("ORIF of a right ankle fracture.", ["ankle right"]),
    ("Right hip fractures x2.", ["hip right x2"]),
    ("Two hip fractures.", ["hip x2"]),
    ("Multiple fractures.", ["somewhere"]),
    ("Low-energy fracture of the wrist.", ["wrist fragile"]),
    ("Fragility fracture of the humerus.", ["humerus fragile"]),
    ("She broke her hip in a fall from standing height.", ["hip fragile"]),
    ("Pelvic fracture in a road traffic accident.", ["pelvis traumatic-cause"]),
    ("Traumatic fracture of the tibia.", ["tibia traumatic traumatic-cause"]),
    ("Closed fx L wrist.", ["wrist left"]),
    ("Fx R distal radius.", ["radius.distal right"]),
    ("Greenstick fracture of the left forearm.", ["forearm left greenstick"]),
    ("Fracture of the base of the fifth metatarsal.", ["metatarsal.base"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_a_broken_bone_is_told_with_its_part_side_and_kind(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


def test_the_source_holds_the_words_of_the_fracture() -> None:
    text = "On examination, a displaced fracture of the left distal radius was seen."
    (draft,) = fractures_of(text)
    assert text[draft["start"] : draft["end"]] == "displaced fracture of the left distal radius"


def test_the_second_telling_of_a_fracture_stands_in_also() -> None:
    text = "Left hip fracture. She was taken to theatre for the left hip fracture."
    (draft,) = fractures_of(text)
    assert [text[start:end] for start, end in draft["also"]] == ["left hip fracture"]


def test_the_imaging_that_showed_a_fracture_is_named() -> None:
    (draft,) = fractures_of("MRI of the spine showed a fracture of T9.")
    assert draft["modality"] == "mri"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("She broke her left wrist in 2015.", "2015"),
        ("On 3 May 2023 she fractured her hip.", "3 May 2023"),
        ("Her mother broke her femoral neck at 71 years of age.", "at 71 years of age"),
        ("Vertebral fractures were found two months after delivery.", "two months after delivery"),
    ],
)
def test_the_time_told_beside_a_fracture_belongs_to_it(sentence: str, words: str) -> None:
    (draft,) = fractures_of(sentence)
    assert draft["time"]["text"] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X-ray: incomplete AFF R.", [("right", "present")]),
        ("Complete L AFF, incomplete R AFF.", [("left", "present"), ("right", "present")]),
        ("AFF of the left femur in 2018, nailed.", [("left", "present")]),
        ("No AFF.", [(None, "absent")]),
        ("We discussed ONJ and AFF.", []),
        ("Side effects: AFF, ONJ.", []),
        ("AFF risk is low.", []),
    ],
)
def test_an_atypical_fracture_by_its_initials(text: str, expected: list[tuple[str | None, str]]) -> None:
    """Initials alone may be a harm that was spoken of: one that happened has its side, its extent or its year."""
    found = find_fractures(scan_text(text, knowledge_of()))
    assert [(draft["side"], draft["status"]) for draft in found] == expected
    assert all((draft["bone"], draft["kind"]) == ("femur", "atypical") for draft in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No family fractures, no falls.", [("family", "absent", None)]),
        ("No family hip fracture.", [("family", "absent", "hip")]),
        ("No family doctor since the fracture of L1.", [("patient", "present", "vertebra")]),
        ("FH: nobody broke a hip.", [("family", "absent", "hip")]),
        ("Nobody has told her of the fracture of L1.", [("patient", "present", "vertebra")]),
    ],
)
def test_whose_a_denied_fracture_is(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = find_fractures(scan_text(text, knowledge_of()))
    assert [(draft["subject"], draft["status"], draft["bone"]) for draft in found] == expected
