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
    ("T12, L1 and L2 show no fracture.", ["- vertebra L1", "- vertebra L2", "- vertebra T12"]),
    ("CT cervical spine: no acute fracture or malalignment.", ["- vertebra acute"]),
    ("Old healed rib fractures on the left.", ["< rib left chronic"]),
    ("PSH: ORIF of left ankle fracture 2003.", ["< ankle left @2003"]),
    (
        "History of compression fractures at T7 and T9, treated with kyphoplasty in 2018.",
        ["< vertebra T7 compression @2018", "< vertebra T9 compression @2018"],
    ),
    ("His father had a hip fracture in his eighties.", ["< hip (father) @in his eighties"]),
    ("Denies any prior fractures.", ["- < somewhere"]),
    ("No pathologic fracture of the femur identified.", ["- femur pathological"]),
    ("MRI shows a nondisplaced fracture of the sacral ala on the right.", ["sacrum.ala right nondisplaced"]),
    ("Suspicious for an occult scaphoid fracture; repeat films in 10 days.", ["? scaphoid occult"]),
    (
        "X-ray left foot: healing fracture of the fifth metatarsal base, no new fracture.",
        ["- foot left", "metatarsal.base left subacute"],
    ),
    ("DXA showed a known L3 compression fracture.", ["vertebra L3 compression"]),
    (
        "Family history: mother with wrist fracture at 62, no hip fracture in parents.",
        ["- < hip (parent)", "< wrist (mother) @at 62"],
    ),
    ("She has lost height and may have a vertebral fracture.", ["? vertebra"]),
    ("Pt states she fractured her pelvis when she was 71.", ["< pelvis @when she was 71"]),
    ("No evidence of stress fracture in either tibia.", ["- tibia bilateral stress"]),
    ("Status post left femoral neck fracture with hemiarthroplasty in 2016.", ["< femur.neck left @2016"]),
    ("Humerus fracture last summer, healed without surgery.", ["< humerus @last summer"]),
    ("Severe collapse of T12, retropulsion of 5 mm.", ["vertebra T12"]),
    ("Collapsed at home, no fracture on imaging.", ["- somewhere"]),
    (
        "Acute on chronic back pain after lifting; films show an L2 superior endplate fracture with 20% height loss.",
        ["vertebra.endplate L2 loss=20%"],
    ),
    (
        "Thoracic spine: mild anterior wedging of T7 and T8, unchanged, likely old.",
        ["< vertebra T7 wedge chronic", "< vertebra T8 wedge chronic"],
    ),
    ("He denies having broken any bones.", ["- < somewhere"]),
    (
        "Patient had sustained a fall 3 weeks ago resulting in a right superior pubic ramus fracture.",
        ["pelvis.pubic_ramus right @3 weeks ago"],
    ),
    (
        "Known osteoporotic fractures of T6, T8 and T12 (2017, 2018 and 2020 respectively).",
        ["< vertebra T12 fragile @2020", "< vertebra T6 fragile @2017", "< vertebra T8 fragile @2018"],
    ),
    ("Right hip hemiarthroplasty 2019 for fracture.", ["< hip right @2019"]),
    ("Left total hip replacement for fractured neck of femur, 2021.", ["< femur.neck left @2021"]),
    ("Ribs: no displaced fracture.", ["- rib displaced"]),
    ("Bony structures: no acute fractures.", ["- somewhere acute"]),
    ("Compression fx L1 s/p vertebroplasty.", ["vertebra L1 compression"]),
    ("Fell in March and broke two ribs.", ["< rib x2 @March"]),
    ("No osteoporotic fractures in the family.", ["- < somewhere (family)"]),
    ("L4 vertebra plana.", ["vertebra L4"]),
    ("We worry about hip fracture if she falls again.", []),
    ("A fracture with loss of height is seen at L4.", ["vertebra L4"]),
    ("Fracture without displacement is noted in the right fibula.", ["fibula right"]),
    (
        "Chronic compression fractures, of the T9 and L2 bodies.",
        ["< vertebra L2 compression chronic", "< vertebra T9 compression chronic"],
    ),
    (
        "Vertebral fractures at several levels (T7, T10, L1-L2).",
        ["vertebra L1", "vertebra L2", "vertebra T10", "vertebra T7"],
    ),
    ("Multiple fractures, including right acetabular and left femoral.", ["femur left", "pelvis.acetabulum right"]),
    ("Old fracture deformity of the proximal humerus.", ["< humerus.proximal chronic"]),
    ("R/o wrist fracture.", ["? wrist"]),
    ("- T6 fx\n- Grade II splenic laceration", ["vertebra T6"]),
    (
        "Fractures: right 4th rib, sternum, L3 transverse process on the left.",
        ["rib.fourth right", "sternum", "vertebra.transverse_process L3 left"],
    ),
    ("L 4-6 rib fxs.", ["rib.fifth left", "rib.fourth left", "rib.sixth left"]),
    ("R 2-3 rib fx.", ["rib.second right", "rib.third right"]),
    ("Wedge deformity of L1 consistent with an old compression fracture.", ["< vertebra L1 wedge chronic"]),
    (
        "Loss of height of the L4 body without edema, compatible with a chronic compression fracture.",
        ["< vertebra L4 compression chronic"],
    ),
    (
        "Fractures of the right 4th and 5th ribs, possible fracture of the 6th.",
        ["? rib.sixth right", "rib.fifth right", "rib.fourth right"],
    ),
    ("Closed left trimalleolar ankle fracture.", ["ankle.trimalleolar left trimalleolar"]),
    ("Left femoral shaft fracture, atypical pattern.", ["femur.shaft left atypical"]),
    ("Prior fracture after 45   [x] yes  (R wrist, 2016)", ["< wrist right @2016"]),
    ("Parental hip #  father, aged 79", ["< hip (father) @aged 79"]),
    (
        "T12    normal\nL1-L2  no fracture\nL3     wedge grade 1",
        ["- vertebra L1", "- vertebra L2", "vertebra L3 wedge grade=1"],
    ),
    ("S/p nailing of a left tibial shaft fracture, POD 3.", ["tibia.shaft left @POD 3"]),
    ("Tibial eminence avulsion fracture.", ["tibia.intercondylar_eminence avulsion"]),
    (
        "In May she bent down and felt a crack. The film showed a compression fracture of T12.",
        ["vertebra T12 compression @May"],
    ),
    (
        "Bypass surgery in 1988, who tripped over the cat last night. She suffered a left hip fracture.",
        ["hip left @last night"],
    ),
    ("She fell on Monday. Compression fracture of L1, present in April also.", ["vertebra L1 compression"]),
    ("Fracture of the left clavicle, childhood", ["< clavicle left @childhood"]),
    ("T8 grade 0, T9 Genant grade 1.", ["vertebra T9 grade=1"]),
    (
        "[DXA]\nvisit|site|BMD g/cm2|T\nBL|L2-L4|0.742|-3.8\n\n[FX]\n"
        "prevalent@BL : T9  Genant 2\nprevalent@BL : L2  Genant 1\nhistory  : wrist, R, 2014, low energy=Y",
        ["< wrist right fragile @2014", "vertebra L2 grade=1", "vertebra T9 grade=2"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_sentence(text: str, expected: list[str]) -> None:
    assert told_with_times(text) == expected
