"""Vertebral fractures by every habit of naming a level."""

from __future__ import annotations

import pytest

import osteocase
from tests.pipeline.fracture_strings import fractures_of, told


def _vertebrae(levels: str, rest: str = "") -> list[str]:
    return sorted(f"vertebra {level} {rest}".strip() for level in levels.split())


SENTENCES: list[tuple[str, list[str]]] = [
    ("Compression fracture of T9.", _vertebrae("T9", "compression")),
    ("Th9 compression fracture.", _vertebrae("T9", "compression")),
    ("Wedge fracture of D9.", _vertebrae("T9", "wedge")),
    ("Fracture of the ninth thoracic vertebra.", _vertebrae("T9")),
    ("There is a fracture of the 9th thoracic vertebral body.", _vertebrae("T9")),
    ("Fractures of the seventh, ninth and eleventh thoracic vertebrae.", _vertebrae("T7 T9 T11")),
    ("The first lumbar vertebra is fractured.", _vertebrae("L1")),
    ("Fractures of thoracic vertebrae 7 and 9.", _vertebrae("T7 T9")),
    ("Compression fractures at T7, T9, and T11.", _vertebrae("T7 T9 T11", "compression")),
    ("T7, 9 and 11 vertebral fractures.", _vertebrae("T7 T9 T11")),
    ("Vertebral fractures T7-T9.", _vertebrae("T7 T8 T9")),
    ("Vertebral fractures T7-9.", _vertebrae("T7 T8 T9")),
    ("Vertebral fractures from T12 to L2.", _vertebrae("T12 L1 L2")),
    ("Compression fractures L1 to L3.", _vertebrae("L1 L2 L3", "compression")),
    ("Fractures of T11 through L1.", _vertebrae("T11 T12 L1")),
    ("T12/L1 fractures.", _vertebrae("T12 L1")),
    ("Crush fractures of D11, D12 & L1.", _vertebrae("T11 T12 L1", "crush")),
    ("Burst fracture L2.", _vertebrae("L2", "burst")),
    ("L2 burst fracture with retropulsion.", _vertebrae("L2", "burst")),
    ("Fractures: T8, T12, L1.", _vertebrae("T8 T12 L1")),
    ("Multiple vertebral fractures (T8, T12 and L1).", _vertebrae("T8 T12 L1")),
    ("Vertebral fractures were seen at T6 and T8.", _vertebrae("T6 T8")),
    ("Fractures of several vertebrae including T12, L1 and L2.", _vertebrae("T12 L1 L2")),
    ("T12 vertebral compression fracture.", _vertebrae("T12", "compression")),
    ("VCF T12 and L1.", _vertebrae("T12 L1", "compression")),
    ("OVCF at L1.", _vertebrae("L1", "compression fragile")),
    ("Collapse of T12 with kyphotic angulation.", _vertebrae("T12")),
    ("T12 has collapsed.", _vertebrae("T12")),
    ("Vertebral collapse at D12 and L2.", _vertebrae("T12 L2")),
    ("Compression deformity of T8.", _vertebrae("T8", "compression")),
    ("Biconcave deformities of L2 and L3.", _vertebrae("L2 L3", "biconcave")),
    ("Superior endplate fracture of L2.", ["vertebra.endplate L2"]),
    ("The 12th thoracic vertebral body has an endplate fracture.", ["vertebra.endplate T12"]),
    ("L3 superior endplate fracture.", ["vertebra.endplate L3"]),
    ("T-12 fracture.", _vertebrae("T12")),
    ("t12 wedge compression fracture", _vertebrae("T12", "wedge")),
    ("#L1 after lifting.", _vertebrae("L1", "fragile")),
    ("L1 # seen on X-ray.", _vertebrae("L1")),
    (
        "Old fractures of T8 and T9, fresh fracture of L1.",
        sorted(["< vertebra T8 chronic", "< vertebra T9 chronic", "vertebra L1 acute"]),
    ),
    (
        "Recent fractures of T9 and T11, subacute fractures of T3 and T7 and a recent fracture of the sacrum.",
        sorted(
            ["vertebra T9 acute", "vertebra T11 acute", "vertebra T3 subacute", "vertebra T7 subacute", "sacrum acute"]
        ),
    ),
    ("Genant grade 2 fracture of T12.", _vertebrae("T12", "grade=2")),
    ("Wedge fracture of T8, Genant grade 3.", _vertebrae("T8", "wedge grade=3")),
    (
        "VFA: T8 wedge deformity (grade 1), L1 biconcave deformity (grade 2).",
        sorted(["vertebra T8 wedge grade=1", "vertebra L1 biconcave grade=2"]),
    ),
    ("T12 compression fracture with 40% loss of height.", _vertebrae("T12", "compression loss=40%")),
    ("Compression fracture of L1 with a height loss of about 30 %.", _vertebrae("L1", "compression loss=30%")),
    (
        "Fractures at T12 (30% height loss) and L1 (50% height loss).",
        sorted(["vertebra T12 loss=30%", "vertebra L1 loss=50%"]),
    ),
    ("MRI shows bone marrow oedema at T9. Fractures of T7 and T9.", sorted(["vertebra T7", "vertebra T9 acute"])),
    (
        "Fractures of T3 and T9. T9 is hyperintense on STIR; T3 shows normal marrow signal.",
        sorted(["vertebra T9 acute", "vertebra T3 chronic"]),
    ),
    ("Compression fractures of T12 and L1 without marrow oedema.", _vertebrae("T12 L1", "compression chronic")),
    ("The L2 fracture is described as being chronic.", ["< vertebra L2 chronic"]),
    ("Fractures of T12 and L2 are old.", sorted(["< vertebra T12 chronic", "< vertebra L2 chronic"])),
    ("Seven vertebral fractures.", ["vertebra x7"]),
    ("She has 5 vertebral compression fractures.", ["vertebra compression x5"]),
    ("Multiple vertebral fractures.", ["vertebra"]),
    ("Compression fractures.", ["vertebra compression"]),
    ("Lumbar spine fracture.", ["vertebra"]),
    (
        "Fractures of the left transverse processes of L2 and L3.",
        ["vertebra.transverse_process L2 left", "vertebra.transverse_process L3 left"],
    ),
    ("Hangman's fracture.", ["vertebra C2 hangman"]),
    ("Type II odontoid fracture.", ["vertebra.odontoid C2"]),
    ("S1 insufficiency fracture.", ["sacrum S1 insufficiency"]),
    ("Vertebral fractures of T7 and T9. The T7 fracture is subacute.", sorted(["vertebra T7 subacute", "vertebra T9"])),
    ("Compression fracture of L1. The fracture is unchanged.", _vertebrae("L1", "compression")),
    (
        "Several vertebral fractures (T9 and T11 acute) and an acute sacral fracture.",
        ["sacrum acute", "vertebra T11 acute", "vertebra T9 acute"],
    ),
    (
        "A grade 2 compression fracture of L1 and a grade 1 wedge fracture of T12.",
        ["vertebra L1 compression grade=2", "vertebra T12 wedge grade=1"],
    ),
    (
        "Burst fracture of L1 with loss of 50% of the anterior height. Fracture of the left L1 transverse process.",
        ["vertebra L1 burst loss=50%", "vertebra.transverse_process L1 left"],
    ),
    ("Compression fracture of T12. XR today: T12 wedge ~40% height loss.", ["vertebra T12 compression loss=40%"]),
    ("Two vertebral fractures: T12 and L1 are broken.", ["vertebra L1", "vertebra T12"]),
    ("Seven vertebral fractures: T5, T6.", sorted(["vertebra T5", "vertebra T6"])),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_every_level_of_a_vertebral_fracture_is_one_record(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


GRADES = [
    ("X-ray: T9, T12 wedge (SQ grade 1, grade 2), L2 biconcave.", {"T9": "1", "T12": "2", "L2": None}),
    (
        "Vertebral fractures T8, T11, L1 and L2 in June 2022.\n\nMRI showed four fresh fractures (T8 and L1 grade 2, "
        "the other two grade 1).",
        {"T8": "2", "T11": "1", "L1": "2", "L2": "1"},
    ),
    (
        "Vertebral fractures T8, T11, L1 and L2 in June 2022.\n\nMRI showed fresh fractures (T8 and L1 grade 2, the "
        "other three grade 1).",
        {"T8": "2", "T11": None, "L1": "2", "L2": None},
    ),
    (
        "Vertebral fractures of L4 and L5.\n\nMRI: L4 grade 1 anterolisthesis, L5 grade 2 disc degeneration.",
        {"L4": None, "L5": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), GRADES, ids=[text[:40] for text, _ in GRADES])
def test_each_level_has_its_own_grade(text: str, expected: dict[str, str | None]) -> None:
    grades = {draft["level"]: draft.get("genant_grade") for draft in fractures_of(text) if draft["level"]}
    assert grades == expected


NO_LEVELS = [
    "Fracture seen on T1-weighted and T2-weighted images.",
    "T-score -2.5 at the hip.",
    "25-hydroxyvitamin D3 was 12 ng/mL.",
    "Free T3 2.5 pg/mL, free T4 0.9 ng/dL.",
    "L4-5 disc prolapse and stenosis at L5-S1.",
    "BMD at L1-L4 was 0.842 g/cm2.",
    "Kyphoplasty was planned at L1.",
    "T2DM since 2010.",
]


@pytest.mark.parametrize("sentence", NO_LEVELS)
def test_what_looks_like_a_level_breaks_nothing(sentence: str) -> None:
    assert [line for line in told(sentence) if "vertebra" in line] == []


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("XR no new fx. old L1 L3", {"L1", "L3"}, set()),
        ("X-ray: no new fractures, old T8, L1.", {"T8", "L1"}, set()),
        ("No new fx (old T8, L1).", {"T8", "L1"}, set()),
        ("No new fracture of T8, known L1 wedge.", {"L1"}, {"T8"}),
        ("No further vertebral fractures, T8 and L1 unchanged.", {"T8", "L1"}, set()),
        ("No old or new fracture of T8.", set(), {"T8"}),
        ("No new fractures at T8 or L1.", set(), {"T8", "L1"}),
        ("No new compression fracture, T8 and L1 look fine.", set(), {"T8", "L1"}),
    ],
)
def test_what_is_older_than_the_denied_is_not_denied(text: str, present: set[str], absent: set[str]) -> None:
    found = fractures_of(text)
    assert {item["level"] for item in found if item["level"] and item["status"] == "present"} == present
    assert {item["level"] for item in found if item["level"] and item["status"] == "absent"} == absent


@pytest.mark.parametrize("text", ["Collapses of D3 and D8.", "Fractures of D2, D11 and L1.", "Wedging of L1 and D3."])
def test_a_dorsal_level_is_no_vitamin(text: str) -> None:
    assert osteocase.read(text).treatments == ()
