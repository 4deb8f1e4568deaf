"""Times as notes tell them: what is a time, what it means, and what is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from osteocase.pipeline import extract
from osteocase.pipeline.explain import explain
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from osteocase.pipeline.times.find import TimeMention
from osteocase.pipeline.times.order import day_order, open_dates
from osteocase.reading import read_text

LINES = [
    line
    for line in Path(__file__).with_name("time_expressions.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _told(time: TimeMention) -> str:
    """A mention in the short form of the table: ``-2 year note_date about``."""
    if time.kind == "date":
        return f"date {time.date or '-'}" + (f" to {time.date_end}" if time.date_end else "")
    if time.kind == "label":
        return f"label {time.anchor or '-'}"
    distance = [time.value, time.unit] if time.value is not None and time.kind != "age" else [time.value]
    if time.kind == "duration":
        parts = ["duration", *distance]
    elif time.kind == "age":
        parts = [time.value, "age"]
    else:
        parts = [*(distance if time.value is not None else ["relative"]), time.anchor]
    if time.precision == "about" and time.kind != "duration":
        parts.append("about")
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_has_the_times_that_a_reader_finds(line: str) -> None:
    """All of them, with their words, and no other."""
    sentence, meaning = line.rsplit(" | ", 1)
    words = re.findall(r"\[\[(.*?)\]\]", sentence)
    text = re.sub(r"\[\[|\]\]", "", sentence)
    expected = [] if meaning == "none" else list(zip(words, meaning.split(" ; "), strict=True))
    found = [(text[time.start : time.end], _told(time)) for time in scan_text(text, knowledge_of()).times]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "given", "day_first", "reason"),
    [
        ("Seen 3/5/2021.", None, False, "assumed"),
        ("Seen 3/5/2021.", True, True, "given"),
        ("Seen 3/5/2021, DXA 25/5/2021.", None, True, "date"),
        ("Seen 3/5/2021, DXA 5/25/2021.", None, False, "date"),
        ("Seen 3/5/2021 at the Centre with anaemia.", None, True, "spelling"),
        ("Seen 3/5/2021, DXA 25/5/2021.", False, False, "given"),
    ],
)
def test_the_order_of_slashed_dates_is_told_with_its_reason(
    text: str, given: bool | None, day_first: bool, reason: str
) -> None:
    order = day_order(text, given)
    assert (order.day_first, order.reason) == (day_first, reason)
    assert order.told.startswith("day before month" if day_first else "month before day")


@pytest.mark.parametrize(
    ("name", "text", "day_first", "reason"),
    [
        ("2021-05-03-clinic", "Clinic 3/5/2021. DXA 4/6/2021.", True, "name"),
        ("2021-05-03-clinic", "Clinic 5/3/2021. DXA 4/6/2021.", False, "name"),
        ("visit_20210503", "Clinic 3/5/21.", True, "name"),
        ("2021-05-03-clinic", "Next visit 5/3/2021; DXA was 25/2/2021.", True, "date"),
        ("2022-05-03-clinic", "Clinic 3/5/2021.", False, "assumed"),
        ("2021-05-03-clinic", "Clinic 3/5/2021, and the scan of 5/3/2021.", False, "assumed"),
        ("2021-05-05-clinic", "Clinic 5/5/2021, scan 3/5/2021.", False, "assumed"),
        ("pasted", "Clinic 3/5/2021.", False, "assumed"),
    ],
)
def test_a_date_that_is_in_the_name_of_the_note_tells_the_order(
    name: str, text: str, day_first: bool, reason: str
) -> None:
    """A date that can be read in one way only weighs more; names of other days, or of both readings, tell nothing."""
    order = day_order(text, name=name)
    assert (order.day_first, order.reason) == (day_first, reason)


def test_a_single_note_is_read_in_the_order_of_its_name() -> None:
    note = read_text("Clinic 03/05/2021. Calcium 2.31 mmol/L on 04/05/2021.", note_id="2021-05-03-clinic")
    record = extract(note)
    assert record.note.date == "2021-05-03"
    assert [lab.time.date for lab in record.labs if lab.time] == ["2021-05-04"]
    assert "day before month" in (explain(note).day_order or "")


@pytest.mark.parametrize(
    ("name", "text", "date"),
    [
        ("2021-09-01_follow-up", "Well. VAS 3.", "2021-09-01"),
        ("clinic 20210901", "Well. VAS 3. DXA on 30 August 2021.", "2021-09-01"),
        ("2021-09-01_follow-up", "Well. VAS 3. DXA on 30 August 2020.", "2021-09-01"),
        ("2021-09-01_follow-up", "Clinic, 2 September 2021\nWell.", "2021-09-02"),
        ("smith_1984-05-14", "Mrs Smith, born 14 May 1984. VAS 3.", None),
        ("2021-09-01_2022-09-01", "Well. VAS 3.", None),
        ("2021-13-01", "Well. VAS 3.", None),
        ("2021-01-10", "She fell on 4 March 2022, 5 April 2022, 6 May 2023 and 7 June 2024.", None),
        ("visit 3", "Well. VAS 3.", None),
    ],
)
def test_a_note_without_a_day_is_of_the_day_in_its_name(name: str, text: str, date: str | None) -> None:
    assert extract(read_text(text, note_id=name)).note.date == date


def test_open_dates_are_those_that_can_be_read_in_two_ways() -> None:
    assert open_dates("3/5/2021, 05/05/2021, 25/5/2021, 5/25/2021, 3-4-21, 2021-03-05, 3.5.2021") == [
        "3/5/2021",
        "3-4-21",
    ]
