"""Every dictated name of a laboratory test is read as the test that it names, and as no other one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.lab_strings import told

ROWS = [
    tuple(line.split(" = ", 1))
    for line in (Path(__file__).parent / "lab_names.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]

NO_RESULT = [
    "EtOH: two beers at weekends.",
    "BM twice today, 5 mg senna.",
    "An ACE inhibitor 5 mg was started.",
    "SCC of the lip 2 cm, excised.",
    "A mono test was sent.",
    "Two lymph nodes of 3 cm.",
    "TT 0.5 mL was given in the emergency room.",
    "Bile acid sequestrant 4 g daily.",
    "He was quick to recover, 2 days later he went home.",
    "ADA diet 1800 kcal.",
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_name_is_read_as_its_test(text: str, expected: str) -> None:
    assert told(f"Labs: {text}.") == expected.split("; ")


@pytest.mark.parametrize("text", NO_RESULT)
def test_the_same_letters_elsewhere_are_no_result(text: str) -> None:
    assert told(text) == []
