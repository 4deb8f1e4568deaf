"""What a copy out of pages leaves between lines changes nothing of what is read; sources quote the stored text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import osteocase
from osteocase.pipeline.text.page_layout import layout_changes

TABLES = [
    [
        "Test          06/2017   06/2018",
        "Calcium       9.2       9.6",
        "PTH           58        47",
        "P1NP          66        21",
    ],
    [
        "Test\tResult\tUnits\tReference Range",
        "Phosphorus\t2.1\tmg/dL\t2.5-4.5",
        "Albumin\t3.9\tg/dL\t3.5-5.0",
        "TSH\t1.7\tmIU/L\t0.4-4.0",
    ],
    [
        "Region        BMD (g/cm2)   T-score   Z-score",
        "L1-L4         0.833         -2.6      -1.2",
        "Total hip     0.744         -1.9      -0.6",
    ],
]
BREAKS = [
    "\nPage 2 of 5\n",
    "\n\nPrinted by Lindqvist, M on 3/4/2031 8:15 AM\nPage 3 of 5\n\n",
    "\n-- 2 --\n",
    "\n\n(continued on next page)\n\nPage 2\n\n",
]


def facts(text: str) -> list[tuple[Any, ...]]:
    read = osteocase.read(text)
    for record in (*read.labs, *read.bmd, *read.treatments, *read.fractures):
        assert text[record.source.start : record.source.end] == record.source.text
    labs = [
        (lab.analyte, lab.value, lab.unit, lab.reference and lab.reference.text, lab.time and lab.time.text)
        for lab in read.labs
    ]
    return [
        *labs,
        *((bmd.site, bmd.bmd_g_cm2, bmd.t_score, bmd.z_score, bmd.time and bmd.time.text) for bmd in read.bmd),
    ]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(TABLES), st.data())
def test_what_parts_the_rows_of_a_table_changes_no_record(rows: list[str], data: st.DataObject) -> None:
    written = "\n".join(rows)
    assert facts("Results\n\n\n" + "\n\n".join(rows) + "\n\n\nSeen today.") == facts(
        f"Results\n\n{written}\n\nSeen today."
    )
    place = data.draw(st.integers(2, len(rows) - 1))
    broken = "\n".join(rows[:place]) + data.draw(st.sampled_from(BREAKS)) + "\n".join(rows[place:])
    assert facts(f"Results\n\n{broken}\n") == facts(f"Results\n\n{written}\n")


def test_a_running_head_stands_in_no_table() -> None:
    rows = TABLES[1]
    text = (
        "Eastvale Laboratory\n\n"
        + "\n".join(rows[:2])
        + "\n\nPage 1 of 2\n\fEastvale Laboratory\n"
        + "\n".join(rows[2:])
    )
    assert facts(text) == facts("Eastvale Laboratory\n\n" + "\n".join(rows))


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    text = "She has compression fractures of T9 and\n\nPage 2 of 3\n\n\fL3. Her mother is well."
    assert {fracture.level for fracture in osteocase.read(text).fractures} == {"T9", "L3"}


def test_the_direction_under_a_drug_belongs_to_it() -> None:
    text = "Medications\n\nRisedronate 35 mg tablet\n\nTake 1 tablet by mouth once a week\n\nFolic acid 1 mg tablet\n"
    first = osteocase.read(text).treatments[0]
    assert (first.agent, first.frequency) == ("risedronate", "once a week")


@pytest.mark.parametrize(
    "text",
    [
        "She feels well.\n\nno falls\n\nno fractures",
        "Dear colleague,\n\nYour patient was seen.",
        "Height: 158 cm    Weight: 52 kg\n\nScan Date:  4 May 2019    Scanner: Hologic",
        "Seen with results\nTest      Result\nCalcium   9.1\n\nRegion    T-score\nL1-L4     -2.2",
        "Calcium 9.1\n\nPTH 44\n\nPage turned over by the reader of the letter.",
    ],
)
def test_lines_that_nothing_joins_stay_parted(text: str) -> None:
    assert layout_changes(text) == []


@pytest.mark.parametrize(
    ("text", "value", "time"),
    [
        ("PTH 11/05/202061 pg/mL", "61", "11/05/2020"),
        ("Calcium 2021-03-129.2 mg/dL", "9.2", "2021-03-12"),
    ],
)
def test_a_value_that_was_copied_right_behind_its_day(text: str, value: str, time: str) -> None:
    (lab,) = osteocase.read(text).labs
    assert lab.time is not None
    assert (str(lab.value), lab.time.text) == (value, time)


@pytest.mark.parametrize(
    "text",
    [
        "FRAX was told as the ten-year risk of a broken hip. So an 87% chance that it will not break.",
        "FRAX: an 87% chance of no fracture in ten years.",
    ],
)
def test_what_is_left_of_the_hundred_is_no_probability_of_fracture(text: str) -> None:
    assert osteocase.read(text).scores == ()
