"""Words that name a thing told elsewhere: red cells that are counted or seen, the site of a fracture, a blood test."""

from __future__ import annotations

import pytest

from osteocase import read
from tests.pipeline.fracture_strings import told
from tests.pipeline.lab_strings import told as told_labs

SITES: list[tuple[str, list[str]]] = [
    ("There was no swelling of the hand and no pain at the fracture site.", []),
    ("Residual swelling around the wrist, no tenderness at fracture site.", []),
    ("Bruising about the prior fracture site, otherwise intact.", []),
    ("No tenderness at distal radius fracture site.", ["radius.distal"]),
    ("Pain over the fracture site of the left tibia.", ["tibia left"]),
    ("No erythema over the fracture site of the right ulna.", ["ulna right"]),
    ("No pain at hip fracture.", ["hip"]),
    ("No evidence of fracture at the wrist.", ["- wrist"]),
    ("No fracture at the hip.", ["- hip"]),
    ("She has tenderness at the L1 fracture.", ["vertebra L1"]),
]


@pytest.mark.parametrize(("text", "expected"), SITES)
def test_site_of_a_fracture(text: str, expected: list[str]) -> None:
    assert told(text) == expected


GIVEN = [
    "Two units of red cells were given.",
    "He got RBC yesterday.",
    "RBC 2 u given.",
    "She was transfused with red cells.",
]
COUNTED = [
    "Low H&H and RBC.",
    "The red cells were dysmorphic.",
    "5-10 RBC/hpf, few bacteria.",
    "Sediment with RBC casts.",
    "RBC 4.1, Hb 11.9.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_red_cells_that_are_given(text: str) -> None:
    assert [item.agent for item in read(text).treatments] == ["packed_red_blood_cells"]


@pytest.mark.parametrize("text", COUNTED)
def test_red_cells_that_are_counted_or_seen(text: str) -> None:
    assert read(text).treatments == ()


def test_bags_are_no_count() -> None:
    assert told_labs("She received 2 RBC and then 3 units of RBC.") == []


@pytest.mark.parametrize(
    "text", ["The prior calcium was in 2013.", "Elevated calcium (last calcium was drawn in May)."]
)
def test_day_of_a_blood_test_is_no_start_of_a_supplement(text: str) -> None:
    assert read(text).treatments == ()


def test_supplement_that_was_stopped_is_one() -> None:
    assert [item.agent for item in read("Previous calcium was stopped in 2013.").treatments] == ["calcium"]


SCALES = [
    ("On a scale of 0 to 10 she gave her back pain a 6.", "6"),
    ("On a scale from 0 to 10, with 10 being the worst imaginable pain, he reported his hip pain as being a 7.", "7"),
    ("On a scale of 1 to 10 (10 being the worst), the patient describes the pain as 4.", "4"),
]


@pytest.mark.parametrize(("text", "value"), SCALES)
def test_scale_that_is_told_before_its_number(text: str, value: str) -> None:
    assert [(str(score.value), str(score.max)) for score in read(text).scores] == [(value, "10")]


SIGNS_FIRST = [
    ("SH\n○ (-) Smoking\n○ (-) EtOH\n", ["absent", "absent"]),
    ("(-) smoking (+) alcohol", ["absent", "present"]),
    ("Smoking (-) alcohol (+)", ["absent", "present"]),
    ("- Smoking\n- alcohol", ["present", "present"]),
]


@pytest.mark.parametrize(("text", "statuses"), SIGNS_FIRST)
def test_sign_before_what_it_tells_of(text: str, statuses: list[str]) -> None:
    assert [item.status for item in read(text).findings] == statuses
