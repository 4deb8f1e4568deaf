"""The least significant change of a centre is read with its unit and sites; a change beside its name is not."""

from __future__ import annotations

import pytest

import osteocase

SPINE, HIP, TOTAL = "lumbar_spine", "hip", "total_hip"


def limits(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (str(score.value), score.unit, score.body_site)
        for score in osteocase.read(text).scores
        if score.name == "least_significant_change"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The least significant change of this clinic is 0.020 g/cm2.", [("0.020", "g/cm2", None)]),
        ("LSC 3.4 % at our centre.", [("3.4", "%", None)]),
        ("The change exceeds the LSC (0.022 g/cm²).", [("0.022", "g/cm2", None)]),
        ("LSC: spine 0.028 g/cm2, total hip 0.033 g/cm2.", [("0.028", "g/cm2", SPINE), ("0.033", "g/cm2", TOTAL)]),
        ("Our LSC is 4.2 % at the spine and 3.1 % at the total hip.", [("4.2", "%", SPINE), ("3.1", "%", TOTAL)]),
        (
            "Above the least significant change of this center (0.030 g/cm2 at the spine and at the hip).",
            [("0.030", "g/cm2", SPINE), ("0.030", "g/cm2", HIP)],
        ),
        ("Least significant change in our hands: 0.020 g/cm² at either site.", [("0.020", "g/cm2", None)]),
        ("LSC of our own machine: 3.1 % at every site.", [("3.1", "%", None)]),
        (
            "Least significant change (95 % confidence): L-spine 3.1%, hip 4.0%.",
            [("3.1", "%", SPINE), ("4.0", "%", HIP)],
        ),
    ],
)
def test_limits_are_read_with_unit_and_sites(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert limits(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "There was no significant change, L1-L4 +3.4 %.",
        "Above the LSC, while the hip rose by 1.2 %.",
        "The gain of 9.8 % exceeds the least significant change.",
        "LSC not known.",
        "LSC 95 % confidence.",
        "Least significant change: see the report of 2019, spine BMD 0.842 g/cm2.",
    ],
)
def test_a_change_or_a_density_is_no_limit(text: str) -> None:
    assert limits(text) == []
