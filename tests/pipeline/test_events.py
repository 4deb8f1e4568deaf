"""Events of a note with their times."""

from __future__ import annotations

import pytest

from osteocase import read as read_text
from osteocase.pipeline.events.find import find_events
from osteocase.pipeline.header import note_date
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import Draft, scan_text


def events_of(text: str) -> list[Draft]:
    """Drafts of the events of a text."""
    return find_events(scan_text(text, knowledge_of()))


def told(text: str) -> list[str]:
    """Events as ``kind: label @ time``, sorted; the visit at the note's own date is left to its own test."""
    return sorted(
        f"{draft['kind']}: {draft['label']} @ {draft['time']['text'] if draft['time'] is not None else '-'}"
        for draft in events_of(text)
        if draft["kind"] != "visit" or draft["time"]["kind"] != "date"
    )


SENTENCES: list[tuple[str, list[str]]] = [
    ("She delivered her third child on 12 February 2021.", ["delivery: delivery @ 12 February 2021"]),
    ("She weaned in May 2021.", ["weaning: weaning @ May 2021"]),
    ("She conceived in May 2020.", ["conception: conception @ May 2020"]),
    ("Menopause at the age of 51.", ["menopause: menopause @ at the age of 51"]),
    ("She visited our clinic one month after delivery.", ["visit: visit @ one month after delivery"]),
    ("A 4-month history of back pain.", ["symptom_onset: onset of back pain @ 4-month history of"]),
    ("Her back pain began in January 2021.", ["symptom_onset: onset of back pain @ January 2021"]),
    ("Low back pain since March 2020.", ["symptom_onset: onset of back pain @ March 2020"]),
    ("For the past 4 months she has had back pain.", ["symptom_onset: onset of back pain @ For the past 4 months"]),
    ("MRI of the spine on 17 March 2021 was reported.", ["imaging: MRI @ 17 March 2021"]),
    ("She broke her left wrist in 2015.", ["fracture: fracture of left wrist @ 2015"]),
    ("T9 fracture on 3 May 2021.", ["fracture: fracture of T9 @ 3 May 2021"]),
    ("She fell at home on 3 May 2021.", ["fall: fall @ 3 May 2021"]),
    ("Osteoporosis was diagnosed in 2012.", ["diagnosis: diagnosis of osteoporosis @ 2012"]),
    ("She was lost to follow-up.", ["loss_to_follow_up: lost to follow-up @ -"]),
    ("Back pain has improved at 6 months.", ["outcome: pain improved @ at 6 months"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_an_event_is_told_with_its_time(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == sorted(expected)


NO_EVENTS = [
    "Her mother broke her hip in 1999.",
    "No fracture was seen on 3 May 2021.",
    "If she falls in May 2021, call us.",
    "Osteoporosis.",
    "She has a husband and three children.",
    "Two months after delivery she walked unaided.",
]


@pytest.mark.parametrize("sentence", NO_EVENTS)
def test_what_did_not_happen_to_the_patient_is_no_event(sentence: str) -> None:
    kinds = {draft["kind"] for draft in events_of(sentence)} - {"visit"}
    assert kinds <= set()


def test_the_date_of_the_note_is_a_visit() -> None:
    (visit,) = events_of("Date of visit: 15 March 2021\n\nShe feels well.")
    assert (visit["kind"], visit["time"]["date"]) == ("visit", "2021-03-15")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("PARATHYROID SURGERY CLINIC, 4 May 2023. Ref 118\n\nFell on 9 April 2023 and broke a wrist.", "2023-05-04"),
        ("Transplant outpatients, 11 June 2020\n\nWell.", "2020-06-11"),
        ("Surgery: 3 March 2020\n\nHip nailed. Seen on 8 April 2020.", "2020-04-08"),
        ("Operation 3 March 2020\nSeen in clinic 8 April 2020", "2020-04-08"),
        ("Slipped on ice on 2 January 2021 and broke the left ankle.", None),
        ("- second child on 2 January 2021\n- pain ever since", None),
        ("Her twins arrived on 2 January 2021, pain ever since.", None),
        ("First seen 2 January 2021 with back pain.", None),
        ("Seen on 2 January 2021 with back pain.", "2021-01-02"),
        ("Outpatient clinic, Monday 4 January 2021", "2021-01-04"),
        ("ORTHO F/U      DOS: 09/16/2021\nS: pain better", "2021-09-16"),
        ("Post-op check    DOS: 09/16/2021\nHip nailed. Seen 10/05/2021.", "2021-10-05"),
    ],
)
def test_a_clinic_is_dated_by_its_day_and_not_by_that_of_what_it_tells(head: str, date: str | None) -> None:
    assert note_date(scan_text(head, knowledge_of())) == date


def test_an_event_points_to_the_record_it_comes_from() -> None:
    text = "She broke her left wrist in 2015."
    (event,) = events_of(text)
    ((name, start, end),) = event["told"]
    assert (name, text[start:end]) == ("fractures", "broke her left wrist")


def test_each_of_several_fractures_in_one_stretch_has_its_own_event() -> None:
    read = read_text("Fracture of the right ankle in 2012 and of two ribs in 2017.")
    bones = {one.id: one.bone for one in read.fractures}
    told = {event.label: [bones[one] for one in event.records] for event in read.events if event.kind == "fracture"}
    assert told == {"fracture of right ankle": ["ankle"], "fracture of rib": ["rib"]}


def test_the_start_and_stop_of_a_drug_are_events() -> None:
    kinds = [
        (draft["kind"], draft["label"], draft["time"]["text"])
        for draft in events_of("Alendronate was started in 2014 and stopped in 2017.")
    ]
    assert kinds == [
        ("treatment_start", "alendronate started", "2014"),
        ("treatment_stop", "alendronate stopped", "2017"),
    ]


def test_the_same_event_told_twice_is_one_record() -> None:
    text = "She delivered on 12 February 2021. After she delivered on 12 February 2021 the pain was worse."
    deliveries = [draft for draft in events_of(text) if draft["kind"] == "delivery"]
    assert [len(draft["also"]) for draft in deliveries] == [1]
