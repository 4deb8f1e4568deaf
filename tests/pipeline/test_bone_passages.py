"""Passages of bone clinics, wards and reports: all fractures, densities, scores and findings of each, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline import finding_strings, fracture_strings
from tests.pipeline.test_bmd_texts import shown as densities
from tests.pipeline.test_scores_hands import shown as scores

CLOSED = {
    "smoking", "alcohol", "glucocorticoid_use", "falls", "early_menopause", "family_osteoporosis", "family_fracture",
    "back_pain", "kyphosis", "height_loss", "osteoporosis", "osteopenia", "hyperparathyroidism",
    "vitamin_d_deficiency", "osteomalacia",
}  # fmt: skip
"""The findings that are told of every passage."""


def _passages() -> list[tuple[str, dict[str, list[str]]]]:
    """The passages of ``bone_passages.txt``: text, then a line a record with the letter of its list."""
    blocks = Path(__file__).with_name("bone_passages.txt").read_text(encoding="utf-8").split("\n\n")
    found = []
    for block in blocks:
        lines = [line for line in block.strip("\n").split("\n") if not line.startswith("# ")]
        text = "\n".join("" if line == "~" else line for line in lines if not line.startswith("= "))
        told: dict[str, list[str]] = {letter: [] for letter in "FBSN"}
        for line in lines:
            if line.startswith("= ") and line != "= none":
                told[line[2]].append(line[4:])
        if text:
            found.append((text, told))
    return found


@pytest.mark.parametrize(("text", "expected"), _passages(), ids=[text[:50] for text, _ in _passages()])
def test_passage(text: str, expected: dict[str, list[str]]) -> None:
    """F fractures with their times, B bone densities, S scores, N findings."""
    findings = [
        finding_strings.told_of(draft)
        for draft in finding_strings.findings_of(text)
        if draft["concept"] in CLOSED
    ]  # fmt: skip
    read = {
        "F": fracture_strings.told_with_times(text),
        "B": sorted(densities(text)),
        "S": scores(text),
        "N": sorted(findings),
    }
    assert read == {letter: sorted(lines) for letter, lines in expected.items()}
