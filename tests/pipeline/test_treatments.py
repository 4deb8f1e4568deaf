"""Treatments: what is given, how, since when, and whether it still is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import Draft, scan_text
from osteocase.pipeline.treatments.find import find_treatments
from osteocase.records.clinical import TreatmentStatus
from tests.pipeline.treatment_strings import NOTHING, REGIMENS, STATUSES, Row


def read(text: str) -> list[Draft]:
    return find_treatments(scan_text(text, knowledge_of()))


def field(draft: Draft, name: str) -> Any:
    """A field of a draft; times by their words."""
    if name in {"start", "stop"}:
        time = draft["times"].get(name)
        return time["text"] if time else None
    return draft.get(name)


def told(text: str, wanted: list[Row]) -> list[Row]:
    """What was read, with the fields that the expectation names, in the same order."""
    found = sorted(read(text), key=lambda draft: (draft["start"], draft["end"]))
    rows = []
    for number, draft in enumerate(found):
        names = wanted[number][2] if number < len(wanted) else {}
        rows.append((draft["agent"], draft["status"], {name: field(draft, name) for name in names}))
    return rows


@pytest.mark.parametrize(("text", "wanted"), REGIMENS, ids=[text[:60] for text, _ in REGIMENS])
def test_doses_routes_and_frequencies_are_read_as_they_are_written(text: str, wanted: list[Row]) -> None:
    assert told(text, wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), STATUSES, ids=[text[:60] for text, _ in STATUSES])
def test_the_words_say_whether_it_is_taken_was_taken_or_will_be(text: str, wanted: list[Row]) -> None:
    assert told(text, wanted) == wanted


def sentences() -> list[tuple[str, list[tuple[str, str]]]]:
    """Texts with the agents and statuses that a reader finds in them, in the order of their names."""
    rows = []
    for line in (Path(__file__).parent / "treatment_statuses.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            wanted, text = line.split(" | ", 1)
            pairs = [] if wanted == "-" else [(pair.split()[0], pair.split()[1]) for pair in wanted.split(", ")]
            rows.append((text.replace("\\n", "\n"), sorted(pairs)))
    return rows


@pytest.mark.parametrize(("text", "wanted"), sentences(), ids=[text[:60] for text, _ in sentences()])
def test_the_status_of_every_treatment_of_a_sentence(text: str, wanted: list[tuple[str, str]]) -> None:
    assert sorted((draft["agent"], draft["status"]) for draft in read(text)) == wanted


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_allergies_levels_denials_and_general_talk_are_no_treatments(text: str) -> None:
    assert [(draft["agent"], draft["status"]) for draft in read(text)] == []


def test_the_same_treatment_told_again_is_one_record_with_a_further_place() -> None:
    text = "MEDICATIONS: Lisinopril 20 mg daily.\n\nASSESSMENT: Hypertension. Continue lisinopril 20 mg daily."
    (draft,) = read(text)
    assert (draft["agent"], draft["status"], draft["dose"], len(draft["also"])) == ("lisinopril", "ongoing", "20", 1)


def test_two_regimens_of_one_drug_are_two_records() -> None:
    text = "MEDICATIONS: Prednisone 10 mg daily.\nHISTORY: She had prednisone 40 mg daily in 2019."
    doses = sorted(draft["dose"] for draft in read(text) if draft["agent"] == "prednisone")
    assert doses == ["10", "40"]


def test_what_one_patient_of_a_series_takes_the_next_one_does_not() -> None:
    told_of_each = "was treated with hydrocortisone 30 mg daily."
    text = f"Patient 1: He {told_of_each}\nPatient 2: She {told_of_each}"
    assert [(draft["agent"], draft["dose"]) for draft in read(text)] == [
        ("hydrocortisone", "30"),
        ("hydrocortisone", "30"),
    ]


def test_a_drug_that_was_held_and_stands_in_the_list_at_discharge_goes_on() -> None:
    text = "HOSPITAL COURSE: Warfarin was held.\n\nDISCHARGE MEDICATIONS:\n1. Warfarin 3 mg p.o. daily."
    (draft,) = read(text)
    assert (draft["agent"], draft["status"], draft["dose"]) == ("warfarin", "ongoing", "3")


def test_a_class_word_beside_the_drug_makes_no_record_of_its_own() -> None:
    assert [draft["agent"] for draft in read("He was treated with a beta blocker (atenolol 50 mg daily).")] == [
        "atenolol"
    ]


def test_rows_of_a_table_stand_for_themselves() -> None:
    text = (
        "DISCHARGE MEDICATIONS\n"
        "  Amlodipine       5 mg        po      OD\n"
        "  Paracetamol      1 g         po      QDS\n"
        "  Enoxaparin       40 mg       s/c     OD     for 28 days, then stop\n"
    )
    found = {
        draft["agent"]: (draft["status"], draft["dose"], draft["route"], draft["frequency"]) for draft in read(text)
    }
    assert found["amlodipine"] == ("ongoing", "5", "oral", "OD")
    assert found["acetaminophen"] == ("ongoing", "1", "oral", "QDS")
    assert found["enoxaparin"][1:] == ("40", "subcutaneous", "OD")


def test_every_source_holds_the_dose_that_its_record_tells() -> None:
    for text, _ in REGIMENS:
        for draft in read(text):
            source = text[draft["start"] : draft["end"]]
            if draft.get("dose") and draft["dose"].isdigit() and draft["dose"] not in {"1", "2", "3", "4"}:
                assert draft["dose"] in source.replace(",", "").replace(" ", ""), (text, draft)


FRAGMENTS = [
    "alendronate",
    "Prolia",
    "calcium",
    "vitamin D",
    "ORIF",
    "brace",
    "aspirin",
    "70 mg",
    "once weekly",
    "p.o.",
    "b.i.d.",
    "was stopped",
    "started on",
    "will start",
    "no",
    "allergic to",
    "and",
    ",",
    ". ",
    ";",
    "\n",
    "\n\n",
    "(",
    ")",
    "2008-2013",
    "1/2",
    "10/40 mg",
    "MEDICATIONS:",
    "ALLERGIES:",
    "Rx:",
    "for",
    "x",
    "#20",
    "\x1b[31m",
    "[bold]",
    "<b>",
    "terip-\naratide",
    "from 10 mg to",
    "if",
    "mother",
    "9.4 mg/dL",
    "0",
    "½",
    "µg",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(" ".join))
@example("terip-\naratide b.i.d.")
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_each_treatment_has_its_place_in_it(text: str) -> None:
    known = knowledge_of().treatments
    scan = scan_text(text, knowledge_of())
    text = scan.text  # drafts have the positions of the text as it is read
    for draft in find_treatments(scan):
        assert draft["agent"] in known
        assert 0 <= draft["start"] < draft["end"] <= len(text)
        assert all(0 <= start < end <= len(text) for start, end in draft["also"])
        TypeAdapter(TreatmentStatus).validate_python(draft["status"])
        source = text[draft["start"] : draft["end"]]
        if draft.get("frequency") and draft["frequency"].split()[0] not in source:
            told_again = [text[start:end] for start, end in draft["also"]]
            assert any(draft["frequency"].split()[0] in place for place in told_again)


@pytest.mark.parametrize(
    ("text", "start", "stop"),
    [
        ("Alendronate 70 mg weekly, Mar 2017 - Sep 2021.", "2017-03", "2021-09"),
        ("Alendronate 70 mg weekly from March 2017 to September 2021.", "2017-03", "2021-09"),
        ("Risedronate 35 mg weekly 2012-2016.", "2012", "2016"),
    ],
)
def test_a_closed_period_of_months_or_years_is_past(text: str, start: str, stop: str) -> None:
    (draft,) = find_treatments(scan_text(text, knowledge_of()))
    assert draft["status"] == "past"
    assert (draft["times"]["start"]["date"], draft["times"]["stop"]["date"]) == (start, stop)


@pytest.mark.parametrize(
    ("text", "start", "stop"),
    [
        ("4 May 2022, clinic review - last denosumab given in January", None, "January"),
        ("3 June 2021: final dose of zoledronate last month.", None, "last month"),
        ("4 May 2022, clinic review. Denosumab started in January.", "January", None),
    ],
)
def test_the_day_before_a_last_dose_is_not_that_of_the_start(text: str, start: str | None, stop: str | None) -> None:
    (draft,) = read(text)
    assert (field(draft, "start"), field(draft, "stop")) == (start, stop)


def test_an_operation_of_a_relative_at_her_age_is_hers() -> None:
    text = "Her mother broke a hip when she was 71 and had a hemiarthroplasty; she takes calcium."
    assert [(draft["agent"], draft["subject"]) for draft in read(text)] == [
        ("hip_hemiarthroplasty", "mother"),
        ("calcium", "patient"),
    ]
