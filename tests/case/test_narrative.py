"""The narrative is made of records alone, in the words of a journal, with the same bytes every time."""

from __future__ import annotations

import pytest

from osteocase.case import build_case, narrate
from osteocase.case.prose import Phrase, article, join_phrases, sentence
from osteocase.records import CaseRecord
from tests.case.founding import founding_notes
from tests.case.making import NoteWriter, label, on


def told(*notes: NoteWriter) -> dict[str, list[str]]:
    return sections(build_case([note.record() for note in notes], case_id="test"))


def sections(case: CaseRecord) -> dict[str, list[str]]:
    return {section.key: [line.text for line in section.sentences] for section in narrate(case)}


def test_the_founding_patient_reads_as_a_case_report() -> None:
    text = sections(build_case(founding_notes(), case_id="plo"))
    assert list(text) == ["background", "presentation", "diagnosis", "treatment", "follow_up", "outcome"]
    assert text["background"] == [
        "The patient was a middle-aged postpartum breastfeeding Japanese woman.",
        "She had given birth three times.",
        "Height was 162.8 cm, weight was 46.5 kg and body mass index was 17.54 kg/m².",
        "Alcohol, crash dieting, glucocorticoid use and smoking were denied.",
        "Her mother had broken a femoral neck at the age of 71.",
    ]
    assert text["treatment"][0] == "Romosozumab was given subcutaneously once a month for 12 months."
    assert text["outcome"] == [
        "At 13 months, she was lost to follow-up.",
        "At 22 months, no new vertebral fracture was seen.",
    ]
    assert text["follow_up"][0].startswith(
        "At 6 months, bone mineral density was 0.995 g/cm² at the lumbar spine L1-L4 "
        "(T-score −1.1, 86 % of the young adult mean, +18.2 % from baseline) and 0.743 g/cm² at the left total hip"
    )


def test_a_case_without_records_has_no_sentence() -> None:
    assert told(NoteWriter("n1", "2023-01-10")) == {}


def test_one_fracture_has_an_article_and_several_have_a_plural() -> None:
    one, two = NoteWriter("n1", "2023-01-10"), NoteWriter("n1", "2023-01-10")
    one.fracture(level="T9", modality="radiograph", acuity="acute")
    for level in ("T9", "T11"):
        two.fracture(level=level, modality="radiograph", acuity="acute")
    assert told(one)["diagnosis"] == ["Radiographs showed an acute fracture of T9."]
    assert told(two)["diagnosis"] == ["Radiographs showed acute fractures of T9 and T11."]


def test_a_man_is_he_and_an_unknown_patient_is_the_patient() -> None:
    man, unknown = NoteWriter("n1", "2023-01-10"), NoteWriter("n1", "2023-01-10")
    man.patient(sex="male", age_years="81")
    for note in (man, unknown):
        note.finding("back_pain", "symptom")
    assert told(man)["background"] == ["The patient was an 81-year-old man."]
    assert told(man)["presentation"] == ["He presented with back pain."]
    assert told(unknown)["presentation"] == ["The patient presented with back pain."]


def test_a_drug_stopped_early_is_told_with_its_reason() -> None:
    note = NoteWriter("n1", "2023-01-10")
    note.treatment("denosumab", status="started", start=label("today", "note_date"), dose="60", dose_unit="mg")
    note.treatment("alendronate", status="stopped", start=on("2022-01-10"), stop=on("2022-07-10"), reason="heartburn")
    assert told(note)["treatment"] == [
        "Alendronate was given from 12 months before the start of treatment to 6 months before the start of treatment "
        "and stopped because of heartburn.",
        "Denosumab was given 60 mg from the start of treatment.",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("81-year-old", "an"),
        ("18-year-old", "an"),
        ("11-year-old", "an"),
        ("74-year-old", "a"),
        ("110-year-old", "a"),
        ("American woman", "an"),
        ("European man", "a"),
        ("woman", "a"),
    ],
)
def test_the_article_fits_the_sound(words: str, expected: str) -> None:
    assert article(words) == expected


def test_a_sentence_keeps_the_records_of_its_phrases_once_and_in_order() -> None:
    phrases = [Phrase(text=name, records=(name, "shared")) for name in ("a", "b", "c")]
    line = sentence("found were ", join_phrases(phrases))
    assert line.text == "Found were a, b and c."
    assert line.records == ("a", "shared", "b", "c")


def test_the_words_are_the_same_every_time() -> None:
    first, second = (sections(build_case(founding_notes(), case_id="plo")) for _ in range(2))
    assert first == second
