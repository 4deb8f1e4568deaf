"""Times in a row that go to results in a row, and rows that say nothing of a single result."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.reading import read_text


def told(text: str) -> list[str]:
    """Every number of a text with the words of its time: ``88 @ 6 months``, ``-`` for none."""
    record = pipeline.extract(read_text(text))
    numbers = [
        *((lab.value, lab.time) for lab in record.labs if lab.value is not None),
        *((item.t_score if item.t_score is not None else item.bmd_g_cm2, item.time) for item in record.bmd),
        *((score.value, score.time) for score in record.scores),
    ]
    return [f"{value} @ {time.text if time is not None else '-'}" for value, time in numbers]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a unit that the numbers of a list share
        ("Repeat P1NP at 5 and 7 months was 96 and 81 ug/L respectively.", ["96 @ 5 and 7 months", "81 @ 7 months"]),
        (
            "At 3, 6 and 12 months the CTX was 0.22, 0.31 and 0.44 ng/mL respectively.",
            ["0.22 @ 3, 6 and 12 months", "0.31 @ 6 and 12 months", "0.44 @ 12 months"],
        ),
        (
            "Lumbar spine T-scores were -3.2 and -2.6 at 12 and 24 months, respectively.",
            ["-3.2 @ 12 and 24 months", "-2.6 @ 24 months"],
        ),
        (
            "Follow-up DXA at 1 and 2 years showed lumbar spine BMD of 0.802 and 0.839 g/cm2.",
            ["0.802 @ 1 and 2 years", "0.839 @ 2 years"],
        ),
        ("VAS scores at baseline, 1 month and 6 months were 8, 5 and 3.",
         ["8 @ at baseline", "5 @ 1 month", "3 @ 6 months"]),
        # before and after what was done
        (
            "Her calcium was 2.88 mmol/L and 2.33 mmol/L before and after surgery, respectively.",
            ["2.88 @ before", "2.33 @ after surgery"],
        ),
        (
            "Serum calcium before and after parathyroidectomy was 2.81 and 2.29 mmol/L.",
            ["2.81 @ before", "2.29 @ after parathyroidectomy"],
        ),
        ("VAS was 7 and 2 before and after kyphoplasty respectively.", ["7 @ before", "2 @ after kyphoplasty"]),
        ("Pre-treatment and post-treatment NTX were 66 and 24 nmol BCE/mmol creatinine.",
         ["66 @ Pre-treatment", "24 @ post-treatment"]),
        ("On day 1 and day 4 after surgery calcium was 7.8 and 7.1 mg/dL.",
         ["7.8 @ day 1", "7.1 @ day 4 after surgery"]),
        # one number has none of two times
        ("Calcium was 2.4 mmol/L at 2 and 4 weeks.", ["2.4 @ -"]),
        # a date that is explained is one time
        ("In 2011, before the tablets, the spine T-score was -2.9.", ["-2.9 @ 2011"]),
        # each has its own
        (
            "PTH was 398 pg/mL preoperatively and 31 pg/mL postoperatively.",
            ["398 @ preoperatively", "31 @ postoperatively"],
        ),
    ],
)  # fmt: skip
def test_each_result_has_its_time_of_the_row(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected
