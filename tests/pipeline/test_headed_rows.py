"""Rows of results under a heading that lists their times."""

from __future__ import annotations

import pytest

from osteocase.pipeline import extract
from osteocase.reading import read_text


def told(text: str) -> list[str]:
    """Results as ``analyte value @ time``, in the order of the text."""
    return [
        f"{lab.analyte} {lab.value} @ {lab.time.text if lab.time else None}"
        for lab in extract(read_text(text, note_id="note")).labs
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "* Bloods (Mar 19 / Sep 19 / Mar 20)\n   Ca    2.31 / 2.28 / 2.35\n   ALP   131 / 98 / 77\n",
            ["calcium 2.31 @ Mar 19", "calcium 2.28 @ Sep 19", "calcium 2.35 @ Mar 20",
             "alkaline_phosphatase 131 @ Mar 19", "alkaline_phosphatase 98 @ Sep 19",
             "alkaline_phosphatase 77 @ Mar 20"],
        ),
        (
            "Labs at baseline / 3 / 12 months:\n- CTX 812/203/244 ng/L\n- Creatinine 71/73/70 umol/L\n",
            ["ctx 812 @ baseline", "ctx 203 @ 3 / 12 months", "ctx 244 @ 12 months",
             "creatinine 71 @ baseline", "creatinine 73 @ 3 / 12 months", "creatinine 70 @ 12 months"],
        ),
        (
            "Results (2018, 2020):\nCalcium: 2.31, -\nALP: 131, 98\nPTH: 5.1\n",
            ["calcium 2.31 @ 2018", "alkaline_phosphatase 131 @ 2018", "alkaline_phosphatase 98 @ 2020",
             "pth 5.1 @ 2018, 2020"],
        ),
    ],
)  # fmt: skip
def test_a_row_has_one_result_for_each_time_of_its_heading(text: str, expected: list[str]) -> None:
    assert told(f"Clinic\n\n{text}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reviewed 3, 5 and 7\nCalcium 2.31, 2.28\nALP 131, 98\n",
        "Bloods (Mar 20 / Sep 19):\nCalcium 2.31 / 2.28\nALP 131 / 98\n",
        "Dose 5 / 10\nCalcium 2.31 / 2.28\nALP 131 / 98\n",
    ],
)
def test_numbers_that_are_no_times_in_order_head_no_rows(text: str) -> None:
    assert not any(lab.rule == "labs.headed_row" for lab in extract(read_text(text, note_id="note")).labs)
