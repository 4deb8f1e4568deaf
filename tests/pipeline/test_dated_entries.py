"""One file of several dated entries: each fact is of the day of the entry that it stands in."""

from __future__ import annotations

import pytest

from osteocase.pipeline import extract, load, record_of
from osteocase.pipeline.explain import explain
from osteocase.reading import read_text
from osteocase.records import NoteRecord, RecordLists

CHART = """Encounters of patient 77120, latest first

14-Feb-2022  Fracture liaison, Dr K.
History: fell on ice last week, no fracture on the films.
Results: Ca 2.34, ALP 61, 25OHD 71 nmol/L
DEXA: L1-L4 0.871 (T -1.9). L total hip 0.702 (T -1.8)
Plan: stay on alendronic acid.

09-Aug-2021  Phone call
Started alendronic acid 70 mg weekly last month, no heartburn. VAS 4.

12-Apr-2021  Fracture liaison, Dr K.
Problem: Colles fracture of the left wrist.
Results: Ca 2.29, ALP 104, 25OHD 28 nmol/L
DEXA: L1-L4 0.823 (T -2.4). L total hip 0.688 (T -2.0)
Plan: vitamin D today, alendronic acid once replete.
"""
VISITS = """Visit 1 (3 March 2020)
She cannot stand for long because of her back. VAS 8.
The spine film shows a wedge fracture of L2.

Visit 2 (7 September 2020)
The pain has eased since spring. VAS 3.
No new fracture.
"""


def read(text: str) -> NoteRecord:
    """The records of a text."""
    return extract(read_text(text, note_id="chart"))


def test_each_result_is_of_the_day_of_its_entry() -> None:
    note = read(CHART)
    labs = {(item.analyte, str(item.value), item.time and item.time.date) for item in note.labs}
    assert labs == {
        ("calcium", "2.34", "2022-02-14"),
        ("alkaline_phosphatase", "61", "2022-02-14"),
        ("25_oh_vitamin_d", "71", "2022-02-14"),
        ("calcium", "2.29", "2021-04-12"),
        ("alkaline_phosphatase", "104", "2021-04-12"),
        ("25_oh_vitamin_d", "28", "2021-04-12"),
    }
    densities = {(str(item.bmd_g_cm2), str(item.t_score), item.time and item.time.date) for item in note.bmd}
    assert densities == {
        ("0.871", "-1.9", "2022-02-14"),
        ("0.702", "-1.8", "2022-02-14"),
        ("0.823", "-2.4", "2021-04-12"),
        ("0.688", "-2.0", "2021-04-12"),
    }
    assert {(item.name, str(item.value), item.time and item.time.date) for item in note.scores} == {
        ("vas", "4", "2021-08-09")
    }


def test_the_note_is_of_its_latest_entry_and_tells_all_of_them() -> None:
    note = read(CHART)
    assert note.note.date == "2022-02-14"
    assert [entry.date for entry in note.note.entries] == ["2022-02-14", "2022-02-14", "2021-08-09", "2021-04-12"]
    assert note.note.entries[0].start == 0
    assert note.note.entries[-1].end == len(CHART)
    assert all(one.end == other.start for one, other in zip(note.note.entries, note.note.entries[1:], strict=False))


def test_numbered_visits_of_one_file_are_entries() -> None:
    note = read(VISITS)
    assert [(str(item.value), item.time and item.time.date) for item in note.scores] == [
        ("8", "2020-03-03"),
        ("3", "2020-09-07"),
    ]
    assert [(item.level, item.status, item.time and item.time.date) for item in note.fractures] == [
        ("L2", "present", "2020-03-03"),
        (None, "absent", "2020-09-07"),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("03/11/2019", "21/01/2020"),
        ("2019-11-03 10:15", "2020-01-21 09:40"),
        ("## 3 November 2019", "## 21 January 2020"),
        ("Date: 3.11.2019", "Date: 21.1.2020"),
        ("Clinic visit 3 Nov 2019:", "Clinic visit 21 Jan 2020:"),
        ("Nov 3, 2019 - rheumatology", "Jan 21, 2020 - rheumatology"),
        ("*** 03-NOV-2019 ***", "*** 21-JAN-2020 ***"),
    ],
)
def test_entries_are_headed_in_many_ways(heads: tuple[str, str]) -> None:
    told = ("Back pain is severe these days, VAS 8, and sleep is poor.", "Much better with the new brace, VAS 3 only.")
    text = "\n\n".join(f"{head}\n{words}" for head, words in zip(heads, told, strict=True)) + "\n"
    assert [(str(item.value), item.time and item.time.date) for item in read(text).scores] == [
        ("8", "2019-11-03"),
        ("3", "2020-01-21"),
    ]


def test_a_register_of_one_line_entries() -> None:
    note = read(
        "Contacts, patient 77120\n"
        "2020-03-03 | outpatients | back pain after lifting a crate | VAS 8 | film: wedge fracture of L2\n"
        "2020-03-10 | radiology | MRI of the lumbar spine | L2 acute, marrow oedema\n"
        "2020-09-07 | outpatients | pain has nearly gone | VAS 2 | no new fracture\n"
    )
    assert [(str(item.value), item.time and item.time.date) for item in note.scores] == [
        ("8", "2020-03-03"),
        ("2", "2020-09-07"),
    ]
    assert [(item.level, item.status, item.time and item.time.date) for item in note.fractures] == [
        ("L2", "present", "2020-03-03"),
        (None, "absent", "2020-09-07"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # rows of results, their days first
        "Densitometry of patient 77120\n03/03/2020 spine 0.781, hip 0.702\n07/09/2020 spine 0.812, hip 0.711\n"
        "05/03/2021 spine 0.842, hip 0.722\n",
        # a letter that is typed later than dictated
        "3 March 2020\n\nDear Dr Osei,\n\nThank you for sending this man with back pain and a fracture of L2.\n\n"
        "10 March 2020\n",
        # the same, without a greeting
        "3 March 2020\n\nThis man was sent with back pain and a fracture of L2 after lifting a crate.\n\n"
        "10 March 2020\nDictated and not read, Dr Osei, consultant rheumatologist\n",
        # the story of a letter, whose paragraph opens with another day
        "3 March 2020\n\nThis man has had back pain for two years and was seen here for the first time today.\n\n"
        "12 February 2018: he fell from a ladder and broke L2, for which he wore a brace for many weeks.\n",
        # rows of results
        "DXA results\n\n03/03/2020  0.781  -3.4\n07/09/2020  0.812  -3.0\n05/03/2021  0.842  -2.8\n",
        # a list of what was
        "PAST HISTORY\n03/03/2010 left hip replacement\n07/09/2012 cholecystectomy\n05/03/2015 wrist fracture\n"
        "\nShe is seen today for her back pain, which has been there since last summer.\n",
        # days in no order
        "3 March 2020\nSeen for back pain with her daughter, who translates for her.\n\n"
        "7 September 2019\nFell from her bicycle and hurt her back and the left wrist.\n\n"
        "5 March 2021\nSeen again, the pain has gone and she sleeps well.\n",
        # the head of one note
        "Visit 3 March 2020\nNext visit 7 September 2020\nBack pain is better. The film shows no new fracture.\n",
    ],
)
def test_days_within_one_note_make_no_entries(text: str) -> None:
    assert read(text).note.entries == ()


@pytest.mark.parametrize("text", [CHART, VISITS])
def test_every_source_quotes_the_note(text: str) -> None:
    note = read(text)
    for name in RecordLists.model_fields:
        for record in getattr(note, name):
            for source in (record.source, *record.also):
                assert text[source.start : source.end] == source.text
    for source in note.patient.sources.values():
        assert text[source.start : source.end] == source.text


@pytest.mark.parametrize("text", [CHART, VISITS])
def test_a_doc_and_an_explanation_tell_the_same_records(text: str) -> None:
    note = read(text)
    assert explain(read_text(text, note_id="chart")).record == note
    assert record_of(load()(text), note_id="chart").labs == note.labs
    explained = explain(read_text(text, note_id="chart"))
    assert explained.sections[0].start == 0
    assert explained.sections[-1].end == len(text)
    names = {record.id for name in RecordLists.model_fields for record in getattr(note, name)}
    assert set(explained.contexts) == names
    assert set(explained.decisions) == {item.id for item in note.treatments}


MESSAGES = """[14/05/2020, 09:12] Dr Amo (ortho): 71 yo lady, fell on ice, wrist in plaster. VAS 7
[14/05/2020, 09:14] Dr Bell (endo): Any steroids? smoking?
[14/05/2020, 09:20] Dr Amo (ortho): None, never smoked. Bloods: Ca 2.31, ALP 88
[19/11/2020, 15:34] Dr Amo (ortho): Second scan: LS 0.842 T -2.1 (+7.8%)
[19/11/2020, 15:35] Dr Amo (ortho): Ca 2.36, ALP 61. VAS 2
"""


@pytest.mark.parametrize(
    "text",
    [
        MESSAGES,
        MESSAGES.replace("[", "").replace("] ", " - "),
        "Messages are encrypted end to end.\n" + MESSAGES,
        MESSAGES.replace("[14/05/2020, ", "[").replace("] Dr", ", 14/05/2020] Dr", 3).replace("[19/11/2020, ", "[")
        .replace("15:34]", "15:34, 19/11/2020]").replace("15:35]", "15:35, 19/11/2020]"),
    ],
)  # fmt: skip
def test_messages_of_a_day_are_an_entry_of_that_day(text: str) -> None:
    note = read(text)
    assert {(item.analyte, str(item.value), item.time and item.time.date) for item in note.labs} == {
        ("calcium", "2.31", "2020-05-14"),
        ("alkaline_phosphatase", "88", "2020-05-14"),
        ("calcium", "2.36", "2020-11-19"),
        ("alkaline_phosphatase", "61", "2020-11-19"),
    }
    assert [(str(item.bmd_g_cm2), str(item.change_percent), item.yam_percent) for item in note.bmd] == [
        ("0.842", "7.8", None)
    ]
    assert [(str(item.value), item.time and item.time.date) for item in note.scores] == [
        ("7", "2020-05-14"),
        ("2", "2020-11-19"),
    ]
    assert {(item.concept, item.status) for item in note.findings} >= {("smoking", "absent")}
    assert ("glucocorticoid_use", "present") not in {(item.concept, item.status) for item in note.findings}
    for item in [*note.labs, *note.bmd]:
        assert text[item.source.start : item.source.end] == item.source.text


def test_results_with_their_hour_are_no_messages() -> None:
    note = read("2020-05-04 07:10 Calcium: 2.31 mmol/L\n2020-11-09 07:12 Calcium: 2.36 mmol/L\n")
    assert {(str(item.value), item.time and item.time.date) for item in note.labs} == {
        ("2.31", "2020-05-04"),
        ("2.36", "2020-11-09"),
    }


@pytest.mark.parametrize("names", [("M0", "M6", "M22"), ("Baseline", "Month 6", "Month 22"), ("V1", "V2", "V3")])
def test_times_of_a_course_with_their_days_head_entries(names: tuple[str, ...]) -> None:
    first, second, third = names
    text = (
        "Course of a patient of 71 years\n\n"
        f"{first} (14 May 2020)\n- back pain, VAS 8\n- Ca 2.31, ALP 88\n- denosumab started 19 May\n"
        f"{second} (19 Nov 2020)\n- walks daily with her neighbour, VAS 3\n- Ca 2.36, ALP 61\n- L1-4 0.842 / T -2.1\n"
        f"{third} (14 Mar 2022)\n- came by herself, no pain, asks about swimming\n- Ca 2.40, ALP 70\n"
    )
    note = read(text)
    assert {(item.analyte, str(item.value), item.time and item.time.date) for item in note.labs} == {
        ("calcium", "2.31", "2020-05-14"),
        ("alkaline_phosphatase", "88", "2020-05-14"),
        ("calcium", "2.36", "2020-11-19"),
        ("alkaline_phosphatase", "61", "2020-11-19"),
        ("calcium", "2.40", "2022-03-14"),
        ("alkaline_phosphatase", "70", "2022-03-14"),
    }
    assert [(str(item.value), item.time and item.time.date) for item in note.scores] == [
        ("8", "2020-05-14"),
        ("3", "2020-11-19"),
    ]
    assert [(str(item.bmd_g_cm2), item.time and item.time.date) for item in note.bmd] == [("0.842", "2020-11-19")]
    assert note.patient.sex != "male"
    assert note.patient.age_years in {None, 71}
