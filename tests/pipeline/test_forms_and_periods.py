"""What forms of one field a line say, and what is denied of the years gone by."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.reading import read_text
from osteocase.records import NoteRecord


def read(text: str) -> NoteRecord:
    return pipeline.extract(read_text(text))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(finding.concept, finding.status, finding.temporality) for finding in read(text).findings]


def test_an_answer_may_stand_under_its_field() -> None:
    assert told("Smokes:\nno\nAlcohol:\nyes\n") == [("smoking", "absent", "current"), ("alcohol", "present", "current")]


def test_what_was_before_is_asked_in_its_own_line_alone() -> None:
    text = "previous_stroke: No\nsmoking: Yes\nback pain: Yes\n"
    assert ("smoking", "present", "current") in told(text)
    assert ("back_pain", "present", "current") in told(text)


def test_a_heading_over_fields_claims_nothing() -> None:
    text = "Tobacco Use\n• Smoking status: Never\n• Smokeless tobacco: Not on file\nAlcohol use: Not on file\n"
    assert told(text) == [("smoking", "absent", "current")]


def test_pain_that_worsens_is_pain() -> None:
    assert ("back_pain", "present", "current") in told("She came back with worsening back pain.")


@pytest.mark.parametrize(
    "text",
    [
        "No fractures over the last 6 years.",
        "She has had no fracture in the past ten years.",
        "No fracture since 2014.",
    ],
)
def test_fractures_denied_of_years_gone_by_are_denied_of_the_past(text: str) -> None:
    assert [(item.status, item.temporality) for item in read(text).fractures] == [("absent", "historical")]


def test_a_fracture_denied_today_is_denied_of_today() -> None:
    assert [(item.status, item.temporality) for item in read("No fracture on the film.").fractures] == [
        ("absent", "current")
    ]


def test_what_foretells_a_fracture_is_none() -> None:
    assert read("The trabecular bone score predicts fracture. Lumbar spine films may help.").fractures == ()


def test_a_list_that_somebody_takes_in_is_taken() -> None:
    agents = [item.agent for item in read("Regular intake of calcium (600 mg), vitamin D, risedronate.").treatments]
    assert agents == ["calcium", "vitamin_d", "risedronate"]


def test_food_that_somebody_takes_in_is_no_drug() -> None:
    assert read("Her dietary intake of calcium is low. Regular intake of calcium-rich food.").treatments == ()


def test_the_time_that_opens_a_long_sentence_is_that_of_its_fracture() -> None:
    text = (
        "Nine months after the last dose of denosumab, she developed severe pain without a fall or any injury at all, "
        "and films of her spine showed compression fractures at L1 and L4."
    )
    assert [(item.level, item.time.text if item.time else None) for item in read(text).fractures] == [
        ("L1", "Nine months after the last dose of denosumab"),
        ("L4", "Nine months after the last dose of denosumab"),
    ]


def test_what_is_to_be_ruled_out_is_asked_of_the_patient() -> None:
    findings = read("Hip fracture of a parent, on no calcium, R/O osteoporosis.").findings
    assert [item.concept for item in findings if item.subject != "patient"] == ["family_fracture"]


def test_the_day_on_which_somebody_came_is_that_of_the_films() -> None:
    text = "In May 2021 she presented with back pain. MRI showed a fracture of L1."
    assert [item.time.text for item in read(text).fractures if item.time] == ["May 2021"]
    text = "In May 2021 she was seen for hypertension. Her old films show a fracture of L1."
    assert [item.time for item in read(text).fractures] == [None]
