"""Families of sentences about fractures: levels as subjects, doubts, implants, operations, ellipses, times told.

A string is that of ``told`` with the time of the fracture behind an at sign.
"""

from __future__ import annotations

import pytest

from tests.pipeline.fracture_strings import told_with_times

SENTENCES: list[tuple[str, list[str]]] = [
    ("T4 to T10 intact; T11 and T12 have no fracture.", ["- vertebra T11", "- vertebra T12"]),
    ("L3 was inspected and has no fracture.", ["- vertebra L3"]),
    ("L1-L2  no fracture", ["- vertebra L1", "- vertebra L2"]),
    ("T8, T9 - no fracture.", ["- vertebra T8", "- vertebra T9"]),
    ("L2, L4: normal, no fracture.", ["- vertebra L2", "- vertebra L4"]),
    ("Mild wedging of T7, not certainly a fracture.", ["? vertebra T7 wedge"]),
    ("Slight wedge shape of T9, doubtful fracture.", ["? vertebra T9 wedge"]),
    ("Minor height reduction at L1; a fracture cannot be ruled out.", ["? vertebra L1"]),
    ("Irregular endplate at T8, likely a Schmorl node, not fracture.", ["- vertebra T8"]),
    ("T10 appearance was not regarded as a fracture.", ["- vertebra T10"]),
    ("A haemangioma of L2, not to be mistaken for a fracture.", []),
    ("Skull: no lytic lesions. No fracture.", ["- skull"]),
    ("X-ray of the right hand. Soft tissue swelling. No fracture.", ["- hand right"]),
    ("Knee films - effusion, no #.", ["- knee"]),
    ("XR ankle: no fracture or dislocation.", ["- ankle"]),
    ("No periprosthetic fracture around the humeral nail.", ["- humerus periprosthetic"]),
    ("Nail in the left femur in good position. No periprosthetic fracture.", ["- femur left periprosthetic"]),
    ("The MRI shows a burst fracture of L1 and adds a lesser one of L3.", ["vertebra L1 burst", "vertebra L3"]),
    ("A crush fracture of T12 and a milder one, of uncertain age, of T8.", ["vertebra T12 crush", "vertebra T8"]),
    ("She broke her left wrist in 2011 and the right one in 2016.", ["< wrist left @2011", "< wrist right @2016"]),
    ("Fractures of 2 right ribs after a minor fall.", ["rib right fragile x2"]),
    ("Ulnar styloid avulsion.", ["ulna.styloid avulsion"]),
    ("Films show avulsion of the tip of the lateral malleolus.", ["ankle.lateral_malleolus avulsion"]),
    ("Salter-Harris II of the left distal radius.", ["radius.distal left salter-harris"]),
    ("Clinically suspected Salter-Harris I of the distal fibula.", ["? fibula.distal salter-harris"]),
    ("Vertebral collapse of L1 and L2, old.", ["< vertebra L1 chronic", "< vertebra L2 chronic"]),
    ("Settling of the T12 vertebral body.", ["vertebra T12"]),
    ("Mother had a Schenkelhalsfraktur at 77.", ["< femur.neck (mother) @at 77"]),
    ("Wedging of T8 and T9 by 25 %.", ["vertebra T8 wedge", "vertebra T9 wedge"]),
    ("She had her hip pinned in 2003 after a similar fracture.", ["< hip @2003"]),
    ("Coccyx contusion, r/o fracture.", ["? coccyx"]),
    ("X-ray of the ankle ordered to rule out fracture.", ["? ankle"]),
    ("Parental hip fracture: no", ["- < hip (parent)"]),
    ("No family history of hip fracture.", ["- < hip (family)"]),
    ("# distal third radius and ulna.", ["radius.distal", "ulna.distal"]),
    ("Both bone forearm fracture, left.", ["radius left", "ulna left"]),
    ("Closed fracture both bones (L) leg.", ["fibula left", "tibia left"]),
    ("Fell on the stairs two nights ago and broke her left hip.", ["hip left @two nights ago"]),
    (
        "Twisted his foot yesterday; X-ray: fracture of the base of the fifth metatarsal.",
        ["metatarsal.base @yesterday"],
    ),
    ("MRI spine 03/01/21: acute compression fracture of L2.", ["vertebra L2 compression acute @03/01/21"]),
    (
        "Compression deformities of L2 and L4, chronic.",
        ["< vertebra L2 compression chronic", "< vertebra L4 compression chronic"],
    ),
    ("Chronic appearing loss of vertebral height at T7.", ["< vertebra T7 chronic"]),
    ("PMH: clavicle fracture as a child.", ["< clavicle @as a child"]),
    ("His past history includes a broken collarbone and appendectomy.", ["< clavicle"]),
    (
        "DIAGNOSIS: Closed fracture of the right femoral neck.\nHISTORY: He was well till 03/01/21 when he had an RTA.",
        ["femur.neck right @03/01/21"],
    ),
    ("The right hip was pinned by my partner in 2002 for a similar fracture.", ["< hip right @2002"]),
    ("His left wrist was plated in 2015 after a similar fracture.", ["< wrist left @2015"]),
    (
        "She tripped two nights ago and has a left hip fracture. She also has T8 and T10 old compression fractures.",
        ["< vertebra T10 compression chronic", "< vertebra T8 compression chronic", "hip left @two nights ago"],
    ),
    ("Tripped over the dog five days ago. Calcaneus fracture on the left.", ["calcaneus left @five days ago"]),
    ("No fall. Fracture of T9 on MRI of 4 May 2021.", ["vertebra T9 @4 May 2021"]),
    (
        "Mrs. S fell last night; imaging shows a left intertrochanteric fracture.",
        ["femur.intertrochanteric left @last night"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_sentence(text: str, expected: list[str]) -> None:
    assert told_with_times(text) == expected
