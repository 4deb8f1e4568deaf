"""A course that one letter sums up: month zero is the visit it began with, not the day of the letter."""

from __future__ import annotations

import pytest

from osteocase.case import build_case, narrate
from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import CaseRecord

LETTER = """Metabolic Bone Clinic
9 June 2022

Dear Dr Lindqvist,

He had taken risedronate in his fifties. He first attended on 4th May 2020 after two fractures of the spine.

The lumbar spine (L1-L4) measured 0.781 g/cm2 and his alkaline phosphatase was 131 U/L.

We gave him teriparatide 20 micrograms daily and he wore a brace. At six months the spine measured 0.842 g/cm2.

He returned on 2nd February 2022 with no pain. The spine measured 0.871 g/cm2.

Yours sincerely
"""


def of(text: str) -> CaseRecord:
    """The case of one note."""
    return build_case([extract(read_text(text, note_id="letter"))], case_id="test")


def test_results_stand_at_their_distance_from_the_first_visit_told() -> None:
    case = of(LETTER)
    assert [(str(item.bmd_g_cm2), item.time and round(item.time.months or 0)) for item in case.bmd] == [
        ("0.781", 0),
        ("0.842", 6),
        ("0.871", 21),
    ]


def test_what_was_given_after_the_first_visit_is_no_earlier_treatment() -> None:
    told = {item.key: " ".join(each.text for each in item.sentences) for item in narrate(of(LETTER))}
    assert "risedronate" in told["background"]
    assert "teriparatide" not in told["background"]
    assert "Teriparatide" in told["treatment"]
    assert "brace" in told["treatment"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("At six months", "Since then"),  # no result at a distance from a beginning
        ("first attended on 4th May 2020", "came"),
    ],
)
def test_a_letter_without_such_a_course_is_of_its_own_day(old: str, new: str) -> None:
    case = of(LETTER.replace(old, new).replace(" after two fractures of the spine", ""))
    assert case.case.axis.date == "2022-06-09"
