"""The time that each laboratory result has: beside it, leading its statement, over it, or in the story before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text


def timed(text: str) -> list[tuple[str, str | None, str | None]]:
    """Analyte, value or result in words, and the words of the time, in the order of the text."""
    drafts = sorted(find_labs(scan_text(text, knowledge_of())), key=lambda draft: draft["start"])
    return [
        (draft["analyte"], draft.get("value") or draft.get("qualitative"), (draft.get("time") or {}).get("text"))
        for draft in drafts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Calcium 8.6, 8.4 and 8.8 mg/dL at baseline, 6 and 12 months.",
            [("calcium", "8.6", "baseline"), ("calcium", "8.4", "6"), ("calcium", "8.8", "12 months")],
        ),
        (
            "PSA was 4.5 in 2019, 5.2 in 2020 and 6.1 in 2021.",
            [("psa", "4.5", "2019"), ("psa", "5.2", "2020"), ("psa", "6.1", "2021")],
        ),
        (
            "03/2020 Hgb A1c 5.5, 06/2021 Hgb A1c 6.1",
            [("hba1c", "5.5", "03/2020"), ("hba1c", "6.1", "06/2021")],
        ),
        (
            "A year later, serum urea was 21.4 mmol/L; creatinine: 410 umol/L; neutrophils: 12.6.",
            [
                ("urea", "21.4", "A year later"),
                ("creatinine", "410", "A year later"),
                ("neutrophils", "12.6", "A year later"),
            ],
        ),
        ("Results from 29 March: calcium 2.78 mmol/L.", [("calcium", "2.78", "29 March")]),
        ("Preoperative hemoglobin was 10.2.", [("hemoglobin", "10.2", "Preoperative")]),
        (
            "Her creatinine has ranged between 2.1 and 2.8 over the past 9 months.",
            [
                ("creatinine", "2.1", "over the past 9 months"),
                ("creatinine", "2.8", "over the past 9 months"),
            ],
        ),
        (
            "The INR on admission was 1.2 and peaked at 3.4.",
            [("inr", "1.2", "on admission"), ("inr", "3.4", None)],
        ),
        (
            "ALT 88 and AST 71 and these were normal on 03/02/14.",
            [("alt", "88", None), ("ast", "71", None), ("alt", "normal", "03/02/14"), ("ast", "normal", "03/02/14")],
        ),
    ],
)
def test_a_result_has_the_time_that_a_reader_gives_it(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert sorted(timed(text), key=str) == sorted(expected, key=str)


def test_a_print_gives_its_date_of_collection_to_every_row() -> None:
    text = (
        "LABORATORY     Collected: 04/23/2020 07:50\n\n"
        "TEST          RESULT    UNITS\nCalcium       10.9      mg/dL\nAlbumin       4.4       g/dL\n"
    )
    assert timed(text) == [("calcium", "10.9", "04/23/2020"), ("albumin", "4.4", "04/23/2020")]


def _passages() -> list[tuple[str, list[str]]]:
    """The passages of ``lab_times.txt`` with what is told of each."""
    blocks = (Path(__file__).parent / "lab_times.txt").read_text(encoding="utf-8").split("\n\n")
    found = []
    for block in blocks:
        lines = [line for line in block.strip("\n").split("\n") if not line.startswith("#")]
        told = [line for line in lines if " @ " in line]
        if told:
            found.append(("\n".join(line for line in lines if line not in told), told))
    return found


@pytest.mark.parametrize(("text", "expected"), _passages())
def test_a_passage_tells_when_its_results_were_taken(text: str, expected: list[str]) -> None:
    found = [f"{analyte} {value} @ {time or '-'}" for analyte, value, time in timed(text)]
    assert sorted(found) == sorted(expected)
