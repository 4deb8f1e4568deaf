"""Fractures as reports and letters tell them: answered doubts, exceptions, several films, grades, lists, events."""

from __future__ import annotations

import pytest

import osteocase
from tests.pipeline.fracture_strings import told

SENTENCES: list[tuple[str, list[str]]] = [
    ("She was first thought to have cracked a rib, but the CT was clean.", ["- rib"]),
    ("Initially called a fracture of the sacrum, it turned out to be a Tarlov cyst.", ["- sacrum"]),
    ("Suspected scaphoid fracture on Monday; MRI on Thursday ruled it out.", ["- scaphoid"]),
    ("X-ray was suspicious for an L1 fracture but the MRI showed only a Schmorl node.", ["- vertebra L1"]),
    ("Fracture of L1 was suspected on plain film and confirmed by CT.", ["vertebra L1"]),
    ("No fracture other than the known T12.", ["- somewhere", "vertebra T12"]),
    ("No fracture ever apart from a toe 2 years ago.", ["- < somewhere", "< toe"]),
    (
        "X-rays of the pelvis, both hips and the lumbar spine did not show any fracture.",
        ["- hip bilateral", "- pelvis", "- vertebra"],
    ),
    ("L1, L3 and L5: neither fracture nor oedema.", ["- vertebra L1", "- vertebra L3", "- vertebra L5"]),
    ("Left hip joint space narrowed. No fracture on the left side.", ["- hip left"]),
    ("He X-rayed the left hip and told her nothing was broken.", ["- hip left"]),
    ("He broke both heels in 2009.", ["< calcaneus bilateral"]),
    ("Small crack at the greater trochanter, left alone.", ["femur.greater_trochanter"]),
    ("She felt a crack in her hip.", []),
    ("Cracked heels, emollient given.", []),
    ("Non-union of the left scaphoid, known for years.", ["scaphoid left"]),
    ("Avulsion of the ulnar styloid.", ["ulna.styloid avulsion"]),
    ("Vancouver B2 periprosthetic fracture around the left stem.", ["femur left periprosthetic"]),
    (
        "Hardware from the previous hip fracture repair is intact, no periprosthetic fracture.",
        ["- hip periprosthetic", "< hip"],
    ),
    ("Her femur is sound: no atypical femur fracture on long-leg films.", ["- femur atypical"]),
    (
        "Genant grade 3 crush fracture T12, grade 1 wedge T8.",
        ["vertebra T12 crush grade=3", "vertebra T8 wedge grade=1"],
    ),
    ("Known fracture of T8, no oedema. Genant 2.", ["vertebra T8 chronic grade=2"]),
    (
        "A 50% compression of L2 and an older compression at T12.",
        ["< vertebra T12 compression chronic", "vertebra L2 compression loss=50%"],
    ),
    ("Compression of the L5 nerve root and of the cord at T9.", []),
    (
        "Acute fractures of T7 and T8 with subacute ones at T10.",
        ["vertebra T10 subacute", "vertebra T7 acute", "vertebra T8 acute"],
    ),
    ("VCF of L4, T12 old.", ["< vertebra T12 compression chronic", "vertebra L4 compression"]),
    (
        "Transverse process fractures of L2 and L3 on the right.",
        ["vertebra.transverse_process L2 right", "vertebra.transverse_process L3 right"],
    ),
    (
        "Comminuted fracture of the right distal radius and an ulnar styloid fracture.",
        ["radius.distal right comminuted", "ulna.styloid right"],
    ),
    (
        "Views of the left wrist were taken. They show a distal radius fracture. No scaphoid fracture is seen.",
        ["- scaphoid left", "radius.distal left"],
    ),
    ("# shaft of Rt humerus, spiral.", ["humerus.shaft right spiral"]),
    ("Past fractures\nWrist - left, 2008\nAnkle - right, 2015", ["< ankle right", "< wrist left"]),
    (
        "Fracture list given by the family: L femoral shaft (aged 2), R tibia (aged 4).",
        ["< femur.shaft left", "< tibia right"],
    ),
    ("Index fracture: R neck of humerus, fracture date 19/11/24.", ["humerus.neck right"]),
    ("L Colles # 2018, wedge # T12 found at the same time.", ["< radius.distal left colles", "< vertebra T12 wedge"]),
    (
        "Stress fx L 2nd metatarsal at 19 running track, no adult fx.",
        ["- < somewhere", "< metatarsal.second left stress"],
    ),
    ("He broke a rib on the left, which has healed.", ["< rib left"]),
    ("Last winter she had a T11 compression fracture.", ["< vertebra T11 compression"]),
    ("Fractured coccyx during her first delivery.", ["< coccyx"]),
    ("FH: sister - wrist fracture at 64.", ["< wrist (sibling)"]),
    ("Mother: NOF # aged 79       Father: nil known", ["< femur.neck (mother)"]),
    ("Denosumab reduces vertebral fractures by 68 %.", []),
    ("FRAX, ten-year probability\n  Hip Fracture: 3.9%", []),
    ("No vertebral deformity from T5 to L5.", ["- vertebra"]),
    ("Fracture 1: R wrist 2012. Fracture 2: L hip 2020.", ["< hip left", "< wrist right"]),
]


@pytest.mark.parametrize(("text", "fractures"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_what_a_report_tells_is_read_whole(text: str, fractures: list[str]) -> None:
    """All fractures of the text and no other."""
    assert told(text) == sorted(fractures)


def test_a_vertebra_of_grade_nought_is_no_fracture() -> None:
    read = osteocase.read("T8 Genant 0, T9 Genant 2.")
    assert [(item.level, str(item.genant_grade)) for item in read.fractures] == [("T9", "2")]
