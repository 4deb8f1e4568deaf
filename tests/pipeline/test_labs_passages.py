"""Laboratory passages in many habits: all results of each, with unit, interval, flag and time."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from tests.pipeline.lab_strings import string_of


def _passages() -> list[tuple[str, list[str]]]:
    """The passages of ``lab_passages.txt``, each with the lines that tell its results."""
    blocks = Path(__file__).with_name("lab_passages.txt").read_text(encoding="utf-8").split("\n\n")
    found = []
    for block in blocks:
        lines = block.strip("\n").split("\n")
        told = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
        if told:
            found.append(("\n".join(line for line in lines if not line.startswith("= ")), told))
    return found


@pytest.mark.parametrize(("text", "expected"), _passages())
def test_passage(text: str, expected: list[str]) -> None:
    lines = []
    for draft in find_labs(scan_text(text, knowledge_of())):
        time = draft.get("time")
        lines.append(string_of(draft) + (f" @ {' '.join(time['text'].split())}" if time is not None else ""))
    assert sorted(lines) == sorted(line for line in expected if line != "none")
