"""How far a heading speaks: what stands under it is told of the family, or as past, and what follows is not."""

from __future__ import annotations

import pytest

from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.text.sections import find_sections


def effects(text: str) -> list[str]:
    """The effect of the section that each line begins in."""
    sections = find_sections(text, knowledge_of())
    starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]
    return [next(each.effect for each in reversed(sections) if each.start <= start) for start in starts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FHx: mum had a hip # at 80\nXR spine: # L1, L3", ["family", "none"]),
        ("FH: father MI.\nCa 2.41, PTH 7.0", ["family", "none"]),
        ("Family history: mother, osteoporosis.\nDXA L1-4 T -2.6\nHeight 158 cm", ["family", "none", "none"]),
        ("FHx: nil\nBloods: vit D 31", ["family", "none"]),
        ("PMH: asthma, wrist # 2011\nMRI today: new # of T12", ["historical", "none"]),
        ("FHx: mother -\nhip fracture at 79\nfather - stroke", ["family", "family", "family"]),
        ("FHx: mother's\nDXA showed osteoporosis", ["family", "family"]),
        ("Family history: the mother had an\nMRI for back pain.", ["family", "family"]),
        ("FH: calcium stones in two brothers\nCalcium stones in her father", ["family", "family"]),
        ("Family history:\nMother: hip fracture at 80\nMRI normal in the sister", ["family", "family", "family"]),
        ("FH: no fractures\nNo thyroid disease\nNo kidney stones", ["family", "family", "family"]),
        ("Plan: start alendronate\nDXA in two years", ["none", "none"]),
        ("FH: nil\nno falls, no new #", ["family", "none"]),
        ("FH: no fractures\nno falls", ["family", "family"]),
        ("Allergies: penicillin\nDenosumab 60 mg given today", ["allergy", "none"]),
        ("Allergies: penicillin - rash\ncodeine - nausea\nlatex", ["allergy", "allergy", "allergy"]),
    ],
)
def test_a_history_on_its_own_line_ends_where_a_line_opens_with_an_examination(text: str, expected: list[str]) -> None:
    """Relatives, lines that go on from the one before, and further denials stay under the heading."""
    assert effects(text) == expected
