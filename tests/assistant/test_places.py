"""An answer rests on the notes that tell what it says: the end of a drug on the note of its end."""

from __future__ import annotations

import pytest

from tests.assistant.speaking import opened_on

TOLD_BY = [
    ("d", "how long was she on alendronate?", {"2020-02-12-bone-clinic-letter", "2020-10-06-discharge-summary"}),
    ("d", "when was alendronate stopped?", {"2020-10-06-discharge-summary"}),
    ("p", "how long was she on romosozumab?", {"2021-03-22-treatment-start", "2022-03-23-twelve-months"}),
    ("g", "when did he stop prednisone?", {"2021-01-08-twenty-four-month-visit"}),
    ("g", "any falls?", {"2021-01-08-twenty-four-month-visit"}),
    ("d", "any abnormal results?", {"2020-02-12-bone-clinic-letter", "2022-10-05-bone-clinic-follow-up"}),
    ("g", "which supplements is he on?", {"2021-01-08-twenty-four-month-visit"}),
]


@pytest.mark.parametrize(("case", "say", "notes"), TOLD_BY, ids=[say for _, say, _ in TOLD_BY])
def test_the_note_that_tells_the_time_is_among_the_sources(case: str, say: str, notes: set[str]) -> None:
    assert notes <= {place.note for place in opened_on(case).hear(say).sources}


def test_a_start_that_its_own_note_tells_brings_no_other_note() -> None:
    turn = opened_on("d").hear("when was denosumab started?")
    assert {place.note for place in turn.sources} == {"2020-10-06-discharge-summary"}
