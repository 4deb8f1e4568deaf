"""Fractures as ten kinds of physicians write them: signs, eponyms, lists, forms, relatives, shapes, own times."""

from __future__ import annotations

import pytest

from tests.pipeline.fracture_strings import fractures_of, told

SENTENCES: list[tuple[str, list[str]]] = [
    ("Broke both femoral shafts, left in 2008 and right in 2013.", ["< femur.shaft left", "< femur.shaft right"]),
    ("Hip fractures in her mother and aunt.", ["< hip (mother)", "< hip (aunt)"]),
    ("Her sister and mother both having had hip fractures, she is worried.", ["< hip (sibling)", "< hip (mother)"]),
    ("In 2016 she broke her left ankle; at 14 she fractured her right clavicle.", ["< ankle left", "< clavicle right"]),
    ("She broke both ankles, the right in 2003 and the left in 2011.", ["< ankle right", "< ankle left"]),
    ("Bilateral Colles' fractures (L 2004, R 2013).", ["< radius.distal left colles", "< radius.distal right colles"]),
    ("Hip fractures: right 2014, left 2019.", ["< hip right", "< hip left"]),
    ("Fracture of both humeri in 2015.", ["< humerus bilateral"]),
    ("The fracture of Th8 was considered old.", ["< vertebra T8 chronic"]),
    ("The L2 fracture was thought to be acute.", ["vertebra L2 acute"]),
    ("A fracture of L2 was considered.", ["? vertebra L2"]),
    ("A fracture was considered unlikely.", ["- somewhere"]),
    ("Bilateral L5 pars fractures.", ["vertebra.lamina L5 bilateral"]),
    ("Spiral fracture of the tibia and fibula, left.", ["tibia left spiral", "fibula left spiral"]),
    ("Broken radius and ulna (R).", ["radius right", "ulna right"]),
    ("Fracture of the wrist and hip, left.", ["wrist", "hip left"]),
    (
        "A stress fracture of the right third metatarsal and a stress reaction of the left tibia.",
        ["metatarsal.third right stress"],
    ),
    ("Right hip hemiarthroplasty for a neck of femur fracture.", ["femur.neck right"]),
    ("Left THR after right hip fracture.", ["hip right"]),
    ("# NOF 2017 (R), DHS.", ["< femur.neck right"]),
    ("L 5th metatarsal # 2017.", ["< metatarsal.fifth left"]),
    ("R olecranon # 2014, # of distal L femur around tip of rod.", ["< ulna.olecranon right", "femur.distal left"]),
    ("No hip #.", ["- hip"]),
    ("C spine screening: no #.", ["- vertebra"]),
    ("X-ray no fresh #.", ["- somewhere acute"]),
    ("Parental hip #: father, aged 84.", ["< hip (father)"]),
    ("D12 compression # 2015.", ["< vertebra T12 compression"]),
    ("Stress # of the tibia.", ["tibia stress"]),
    ("Amenorrhoea, low density for age with stress #.", ["somewhere stress"]),
    ("L Colles 2014.", ["< radius.distal left colles"]),
    ("Right Colles in 2016 treated in plaster.", ["< radius.distal right colles"]),
    ("Past fractures: L Colles 2014, R NOF 2019.", ["< radius.distal left colles", "< femur.neck right"]),
    ("Chip # L triquetrum.", ["triquetrum left avulsion"]),
    (
        "Minimally displaced fractures ribs 4-7 on the left.",
        [
            "rib.fourth left nondisplaced",
            "rib.fifth left nondisplaced",
            "rib.sixth left nondisplaced",
            "rib.seventh left nondisplaced",
        ],
    ),
    ("Serial rib fractures right 6th to 8th.", ["rib.sixth right", "rib.seventh right", "rib.eighth right"]),
    ("Healed old fracture R 10th rib.", ["< rib.tenth right chronic"]),
    ("XR L hand: no bony injury.", ["- hand left"]),
    ("No bony injury on the ankle films.", ["- ankle"]),
    ("Her late sister also broke a hip.", ["< hip (sibling)"]),
    ("FH: Hip fracture - sister, at 71", ["< hip (sibling)"]),
    ("FHx: mother hip # at 80, father nil.", ["< hip (mother)"]),
    ("No fractures in brother.", ["- < somewhere (sibling)"]),
    ("The brother has Bechterew's disease, no fractures.", ["- < somewhere (sibling)"]),
    ("No hip # in either parent.", ["- < hip (parent)"]),
    ("Brother with PKD, no family history of osteoporosis or hip fracture.", ["- < hip (family)"]),
    ("Mother (OI also) had hip # at 44.", ["< hip (mother)"]),
    ("Father reported to have had a broken arm at 10.", ["< arm (father)"]),
    ("Her maternal grandmother had had a hip fracture at the age of 79.", ["< hip (grandmother)"]),
    ("She had broken no bone before.", ["- < somewhere"]),
    ("Never broken a bone before.", ["- < somewhere"]),
    ("Has never broken any bones.", ["- < somewhere"]),
    ("Denies bone pain, fractures.", ["- somewhere"]),
    ("No new fractures occurred.", ["- somewhere"]),
    ("No pathological fracture.", ["- somewhere pathological"]),
    (
        "Old compression fractures: Th12 and L1 (SQ grade 3 and 2 respectively).",
        ["< vertebra T12 compression chronic grade=3", "< vertebra L1 compression chronic grade=2"],
    ),
    (
        "There is a mild (grade 1) wedge deformity of T8 and a moderate grade 2 biconcave fracture of T12.",
        ["vertebra T8 wedge grade=1", "vertebra T12 biconcave grade=2"],
    ),
    ("Genant 1 loss of height at T7 and T9.", ["vertebra T7 grade=1", "vertebra T9 grade=1"]),
    ("?T12 wedge on lateral CXR.", ["? vertebra T12 wedge"]),
    ("Anterior wedging of T8 and T9.", ["vertebra T8 wedge", "vertebra T9 wedge"]),
    ("L1 is wedged anteriorly.", ["vertebra L1 wedge"]),
    ("T12 and L1 wedge, lifting toddler.", ["vertebra T12 wedge", "vertebra L1 wedge"]),
    (
        "Compression deformities T6 and T9, chronic appearing. No rib fx.",
        ["< vertebra T6 compression chronic", "< vertebra T9 compression chronic", "- rib"],
    ),
    ("Fell and broke her left shoulder, a two part fracture of the surgical neck.", ["humerus.neck left"]),
    (
        "Fractured left distal radius aged 60 & pubic rami at 64, both low trauma.",
        ["< radius.distal left fragile", "< pelvis.pubic_ramus fragile"],
    ),
    ("No fracture in either humerus.", ["- humerus bilateral"]),
    ("Sustained fractures of the left 5th-7th ribs.", ["rib.fifth left", "rib.sixth left", "rib.seventh left"]),
    ("Old healed wedge fracture of L4.", ["< vertebra L4 wedge chronic"]),
    ("Remote L1 compression fracture.", ["< vertebra L1 compression chronic"]),
    ("Closed fracture of neck of left femur.", ["femur.neck left"]),
    ("Ankle fracture 2018 (left, ORIF).", ["< ankle left"]),
    ("Pathological fracture mid-diaphysis R humerus through a lytic lesion.", ["humerus.shaft right pathological"]),
    ("Bilateral insufficiency fractures of the femoral neck.", ["femur.neck bilateral insufficiency"]),
    ("Both L pubic rami fractured.", ["pelvis.pubic_ramus left"]),
    ("Wrist # 2015 after trip.", ["< wrist"]),
    ("Unstable distraction fracture Th10.", ["vertebra T10 distraction"]),
    ("CT excluded a fracture of the pelvis.", ["- pelvis"]),
    ("Mid thoracic wedge fracture, probably T7.", ["vertebra T7 wedge"]),
    ("The L1 vertebra shows 40% loss of height, STIR high, T1 low.", ["vertebra L1 acute loss=40%"]),
    ("s/p ORIF of a left ankle fracture in 2010.", ["< ankle left"]),
    ("Hx of fx R hip s/p hemiarthroplasty.", ["< hip right"]),
    ("No acute fracture or dislocation.", ["- somewhere acute"]),
    ("CT C-spine negative for fracture.", ["- vertebra"]),
    ("Fracture of the L1 was excluded by CT.", ["- vertebra L1"]),
    ("Concerning for occult fracture of the left hip.", ["? hip left occult"]),
    ("Suspicious for insufficiency fracture of the sacrum.", ["? sacrum insufficiency"]),
    ("May represent a subtle fracture of the radial head.", ["? radius.head"]),
    ("Cannot exclude fracture of the scaphoid.", ["? scaphoid"]),
    ("R/o fracture of the right foot.", ["? foot right"]),
    ("Query fracture of L2.", ["? vertebra L2"]),
    ("?fracture left wrist.", ["? wrist left"]),
    ("In 2015 she fractured her right wrist.", ["< wrist right"]),
    ("As a child he broke his left arm.", ["< arm left"]),
    ("Fractured her nose as a teenager.", ["< nasal"]),
    ("Broke his collarbone aged 12.", ["< clavicle"]),
    ("Broke her ankle at the age of 25.", ["< ankle"]),
    ("Broke her wrist 10 years ago.", ["< wrist"]),
    ("Left ankle fracture at age 30.", ["< ankle left"]),
    (
        "Compression fractures of D10 down to L2.",
        [
            "vertebra T10 compression",
            "vertebra T11 compression",
            "vertebra T12 compression",
            "vertebra L1 compression",
            "vertebra L2 compression",
        ],
    ),
    (
        "Compression fractures from D10 down to L2.",
        [
            "vertebra T10 compression",
            "vertebra T11 compression",
            "vertebra T12 compression",
            "vertebra L1 compression",
            "vertebra L2 compression",
        ],
    ),
    ("Fractures of T7, 9 and 11.", ["vertebra T7", "vertebra T9", "vertebra T11"]),
    ("SQ 1 fracture of T6.", ["vertebra T6 grade=1"]),
    ("Fracture Lt. distal radius.", ["radius.distal left"]),
    ("Fracture (R) hip.", ["hip right"]),
    ("Rt NOF fracture.", ["femur.neck right"]),
    ("Bilateral pubic rami fractures.", ["pelvis.pubic_ramus bilateral"]),
    ("Broken neck of femur.", ["femur.neck"]),
    (
        "She sustained a fracture of her right proximal humerus after she fell from standing height.",
        ["humerus.proximal right fragile"],
    ),
    ("L3 fracture after lifting a bucket.", ["vertebra L3 fragile"]),
    ("Acute on chronic compression fracture of T12.", ["vertebra T12 compression acute"]),
    (
        "Recent fracture of T11, old fractures of T8 and T9.",
        ["vertebra T11 acute", "< vertebra T8 chronic", "< vertebra T9 chronic"],
    ),
    ("Healed fractures of T8 and T10, no oedema.", ["< vertebra T8 chronic", "< vertebra T10 chronic"]),
    ("She has three compression fractures.", ["vertebra compression x3"]),
    ("Patient has multiple osteoporotic fractures.", ["somewhere fragile"]),
    ("She has no prior history of fracture.", ["- < somewhere"]),
    ("Without fracture.", ["- somewhere"]),
    ("XR pelvis: no #. Soft tissue only.", ["- pelvis"]),
    ("Xray thoracic spine - nil fracture.", ["- vertebra"]),
    ("Her dad broke his hip aged 77.", ["< hip (father)"]),
    ("Mum had a Colles fracture in her 60s.", ["< radius.distal colles (mother)"]),
    ("Aunt with hip fracture.", ["< hip (aunt)"]),
    ("Maternal aunt broke her wrist.", ["< wrist (aunt)"]),
    ("Two brothers had multiple fractures.", ["< somewhere (sibling)"]),
    ("Her son broke his arm last year.", ["< arm (child)"]),
    ("The right hip fracture was fixed with a nail.", ["hip right"]),
    ("L2-L4 compression fractures.", ["vertebra L2 compression", "vertebra L3 compression", "vertebra L4 compression"]),
    ("Vertebral fractures at T12 (2018) and L1 (2020).", ["< vertebra T12", "< vertebra L1"]),
    ("T12# and L3#.", ["vertebra T12", "vertebra L3"]),
    ("#T12, #L1.", ["vertebra T12", "vertebra L1"]),
    ("# both bones R forearm.", ["radius right", "ulna right"]),
    ("Vertebra plana at T7.", ["vertebra T7"]),
    ("Periprosthetic fracture around the left total hip.", ["hip left periprosthetic"]),
    ("The patient fell, fracturing her left hip.", ["hip left"]),
    (
        "He was found to have fractures of the T4, T5 and T6 vertebral bodies.",
        ["vertebra T4", "vertebra T5", "vertebra T6"],
    ),
    ("Occult fracture of the femoral neck could not be ruled out.", ["? femur.neck occult"]),
    ("No vertebral compression fracture deformities.", ["- vertebra compression"]),
    ("There is no fracture, subluxation or dislocation of the right shoulder.", ["- shoulder right"]),
    ("Unhealed fracture of the fifth metatarsal.", ["metatarsal.fifth acute"]),
    ("Nonunion of the left tibial fracture.", ["tibia left"]),
    ("She was treated conservatively for bilateral sacral alar fractures.", ["sacrum.ala bilateral"]),
    ("Intracapsular # neck of femur L.", ["femur.neck left"]),
    ("Right distal radius and ulnar styloid fracture.", ["radius.distal right", "ulna.styloid right"]),
    ("Fragility fracture history: wrist 2009, T12 2015.", ["< wrist fragile", "< vertebra T12 fragile"]),
    ("History of fractures: right wrist (2003), left ankle (2011).", ["< wrist right", "< ankle left"]),
    ("Prior fractures: No", ["- < somewhere"]),
    ("Fractures since last visit: 0", ["- somewhere"]),
    ("Any fractures? No", ["- somewhere"]),
    ("Fx hx: L wrist age 50, R hip age 72", ["< wrist left", "< hip right"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_fractures_are_read_in_every_hand(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


NO_FRACTURES = [
    "Evenity #7 given today.",
    "HOSPITAL DAY #6.",
    "Refill #3, dispense #30.",
    "s/p ORIF left ankle 2010.",
    "No acute osseous abnormality.",
    "Stress fracture protocol was started.",
    "She uses a bed pan and a fracture pan.",
    "Seen by the fracture liaison nurse.",
    "Wound dehiscence after hip hemiarthroplasty.",
    "The fracture was fixed with a plate and screws.",
]


@pytest.mark.parametrize("sentence", NO_FRACTURES)
def test_signs_services_and_procedures_are_no_fractures(sentence: str) -> None:
    assert told(sentence) == []


HISTORY = """Fracture history (her list)
- age 2: L tibia
- age 9: L radius and ulna
- 39: T12 and L1 wedge, lifting the shopping
- none between 20 and 38
"""


def test_bones_listed_under_a_heading_are_broken_at_the_time_of_their_item() -> None:
    read = [(draft["bone"], draft["level"], draft["status"], draft["time"]["text"]) for draft in fractures_of(HISTORY)]
    assert read == [
        ("tibia", None, "present", "age 2"),
        ("radius", None, "present", "age 9"),
        ("ulna", None, "present", "age 9"),
        ("vertebra", "T12", "present", "39"),
        ("vertebra", "L1", "present", "39"),
        (None, None, "absent", "between 20 and 38"),
    ]


ASSESSMENT = """Level   Shape        Grade   Deformity
T6      Normal       0       -
T7      Wedge        1       22 %
T12     Biconcave    2       35 %
L1      Crush        3       44 %
"""


def test_a_table_of_vertebral_assessment_gives_each_deformed_level_with_its_grade() -> None:
    assert told(ASSESSMENT) == [
        "vertebra L1 crush grade=3",
        "vertebra T12 biconcave grade=2",
        "vertebra T7 wedge grade=1",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Previous fractures: left wrist in 2009, right hip in 2019.", {"wrist": "2009", "hip": "2019"}),
        (
            "2019 stress fracture of the left tibia, 2020 stress fracture of the foot.",
            {"tibia": "2019", "foot": "2020"},
        ),
        ("She broke her left wrist at 62, her ankle at 68.", {"wrist": "at 62", "ankle": "at 68"}),
        ("Index fracture: L distal radius   Date of fracture: 02/08/2021", {"radius": "02/08/2021"}),
    ],
)
def test_each_member_of_a_list_has_its_own_time(text: str, expected: dict[str, str]) -> None:
    assert {draft["bone"]: draft["time"]["text"] for draft in fractures_of(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X-ray: fracture of the ribs 4-6 on the left.", ["rib.fifth left", "rib.fourth left", "rib.sixth left"]),
        ("VFA: no vertebral fracture from T6 to L4.", ["- vertebra"]),
        ("?hip fracture. CT: no hip fracture.", ["- hip"]),
        ("Pain in the left foot. MRI showed a fracture of the calcaneus.", ["calcaneus left"]),
        ("L SHOULDER: Arthritis. Old healed fracture of the distal clavicle.", ["< clavicle.distal left chronic"]),
        (
            "No infiltrate. compression deformities of T6 and T9.",
            ["vertebra T6 compression", "vertebra T9 compression"],
        ),
    ],
)
def test_a_report_is_read_as_its_reader_reads_it(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


def test_numbers_of_ribs_and_rays_are_kept() -> None:
    read = [
        (draft["bone"], draft["number"]) for draft in fractures_of("Fractures of the 5th and 6th ribs, 2nd metatarsal.")
    ]
    assert read == [("rib", 5), ("rib", 6), ("metatarsal", 2)]
