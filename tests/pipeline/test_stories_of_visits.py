"""Letters that tell a course from visit to visit: each fact is of the visit that the story has come to."""

from __future__ import annotations

import pytest

from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import NoteRecord

LETTER = """Metabolic Bone Clinic
9 June 2022

Dear Dr Lindqvist,

Re: Mr H. B., DOB 11/03/1951

Thank you for your letter about this gentleman.

He first attended on 4th May 2020 after two fractures. His back had been stiff for years.

The lumbar spine (L1-L4) measured 0.781 g/cm2, a T-score of minus 3.4 or 65% of the young adult mean, and the left total
hip 0.702 g/cm2 (minus 2.4, 71%).

His calcium was 2.31 mmol/L and his alkaline phosphatase 131 U/L. VAS was 7.

We gave him teriparatide. At six months the spine had reached 0.842 g/cm2 (T minus 2.8, 70%, a gain of 7.8%) and
alkaline phosphatase was 164 U/L. After twenty-four injections the hip was 0.719 g/cm2 (T minus 2.2, 73%, up 2.4%).

He returned on 2nd February 2022 with no pain at all. The spine measured 0.871 g/cm2, now 11.5% above baseline.
Calcium was 2.29 mmol/L.

Yours sincerely
"""


HEAD = "9 June 2022"


def read(text: str, name: str = "note") -> NoteRecord:
    """The records of a text."""
    return extract(read_text(text, note_id=name))


def test_each_density_is_of_the_visit_that_the_story_has_come_to() -> None:
    found = {
        (str(item.site), str(item.bmd_g_cm2), str(item.t_score), str(item.yam_percent), item.time and item.time.text)
        for item in read(LETTER).bmd
    }
    assert found == {
        ("lumbar_spine", "0.781", "-3.4", "65", "4th May 2020"),
        ("total_hip", "0.702", "-2.4", "71", "4th May 2020"),
        ("lumbar_spine", "0.842", "-2.8", "70", "At six months"),
        ("total_hip", "0.719", "-2.2", "73", "After twenty-four injections"),
        ("lumbar_spine", "0.871", "None", "None", "2nd February 2022"),
    }


def test_each_result_is_of_the_visit_that_the_story_has_come_to() -> None:
    note = read(LETTER)
    assert {(item.analyte, str(item.value), item.time and item.time.text) for item in note.labs} == {
        ("calcium", "2.31", "4th May 2020"),
        ("alkaline_phosphatase", "131", "4th May 2020"),
        ("alkaline_phosphatase", "164", "At six months"),
        ("calcium", "2.29", "2nd February 2022"),
    }
    assert [(str(item.value), item.time and item.time.text) for item in note.scores] == [("7", "4th May 2020")]


@pytest.mark.parametrize(
    ("story", "time"),
    [
        ("She was seen on 4 May 2020. At six months she was well.\n\nHer calcium is 2.31 mmol/L.", HEAD),
        ("She was seen on 4 May 2020 with back pain.\n\nHer calcium was 2.31 mmol/L.", HEAD),
        (
            "She was seen on 4 May 2020. On 3 June 2020 she fell. Calcium was 2.31 mmol/L. At one year she was well.",
            HEAD,
        ),
        (
            "She was seen on 4 May 2020 with back pain.\n\nHer calcium was 2.31 mmol/L. At six months she was well.",
            "4 May 2020",
        ),
        (
            "She was seen on 4 May 2020 with back pain.\n\nCLINIC TODAY:\nCalcium 2.31 mmol/L. At six months, review.",
            "TODAY",
        ),
    ],
)
def test_a_result_of_now_or_behind_another_day_is_not_of_the_visit_before(story: str, time: str) -> None:
    (item,) = read(f"Bone clinic, 9 June 2022\n\n{story}\n").labs
    assert (item.time and item.time.text) == time


def test_a_day_of_birth_is_the_day_of_no_scan() -> None:
    (item,) = read("Re: Mr H. B., DOB 11/03/1951\n\nThe BMD of the spine was 0.781 g/cm2.\n").bmd
    assert item.time is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hip 0.743 (77%, T -1.7, +3.1%)", ("77", "3.1")),
        ("hip 0.743 (T -1.7, 77%, up 3.1%)", ("77", "3.1")),
        ("hip 0.743 (T -1.7, 3% higher)", ("None", "3")),
        ("hip 0.743 (T -1.7, FRAX 57%)", ("None", "None")),
        ("hip 0.743 (Z -0.7, 93%)", ("None", "None")),
    ],
)
def test_a_plain_share_beside_the_t_score_is_one_of_the_young_adult_mean(words: str, expected: tuple[str, str]) -> None:
    (item,) = read(f"DXA: {words}.").bmd
    assert (str(item.yam_percent), str(item.change_percent)) == expected


def test_a_change_under_vs_prev_is_against_the_scan_before() -> None:
    table = "Region   Date        BMD     T     vs prev\nL1-L4    24.01.2023  1.063  -0.6   +3.4%\n"
    assert [item.change_from for item in read(f"DXA\n\n{table}").bmd] == ["previous"]


@pytest.mark.parametrize(
    ("head", "age"),
    [("2022/4/4 (12M)\nDXA L1-4 1.028", None), ("F/U 24M\nDXA L1-4 1.028", None), ("67M with back pain", 67)],
)
def test_months_of_a_course_are_no_age(head: str, age: int | None) -> None:
    assert read(head).patient.age_years == age


def test_the_day_over_a_delivery_told_by_its_distance_is_not_its_day() -> None:
    events = read("2021/4/5\n36 y, third delivery 1 M ago\n").events
    assert [event.time.text for event in events if event.kind == "delivery" and event.time] == ["1 M ago"]


def test_a_treatment_that_goes_on_has_not_stopped() -> None:
    note = read("Clinic, 1 September 2021\nContinue romosozumab through month 12.\n")
    assert [item.status for item in note.treatments] == ["ongoing"]
    assert [event for event in note.events if event.kind == "treatment_stop"] == []


def test_headings_that_end_with_a_bracket_end_the_family_history() -> None:
    note = read("FH: mat GM femoral neck fx\nDx) osteoporosis\nRx) alfacalcidol 1 ug\n   Jewett brace\n")
    assert [(item.subject, item.bone) for item in note.fractures] == [("grandmother", "femur")]
    assert [item.subject for item in note.findings if item.concept == "osteoporosis"] == ["patient"]
    assert [item.agent for item in note.treatments] == ["alfacalcidol", "jewett_orthosis"]


@pytest.mark.parametrize(
    ("line", "frequency", "doses"),
    [
        ("Evenity 210 mg SC q mo x 12", "q mo", 12),
        ("Start Evenity 210 mg SC q mo x 12, first dose today", "q mo", 12),
        ("Romosozumab 210 mg sc 1/M", "1/M", None),
        ("Zoledronate 5 mg IV 1x/yr", "1x/yr", None),
        ("Minodronate 50 mg /4W", "/4W", None),
        ("She has had four doses of denosumab", None, 4),
    ],
)
def test_how_often_and_how_many_in_short(line: str, frequency: str | None, doses: int | None) -> None:
    (item,) = read(f"{line}.\n").treatments
    assert (item.frequency, item.doses_given) == (frequency, doses)


def fractures(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Place, age and grade of each fracture."""
    return {
        (item.level or item.bone, item.acuity, str(item.genant_grade) if item.genant_grade else None)
        for item in read(text).fractures
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MRI: T8/T10 acute, T4/T6 subacute, right sacral ala fracture.\n",
            {("T8", "acute", None), ("T10", "acute", None), ("T4", "subacute", None), ("T6", "subacute", None),
             ("sacrum", None, None)},
        ),
        (
            "MRI: L3 compression fracture with marrow oedema, chronic T11 wedge deformity.\n",
            {("L3", "acute", None), ("T11", "chronic", None)},
        ),
        ("MRI: recent fractures of T8 and T10. Subacute T4/T6.\n",
         {("T8", "acute", None), ("T10", "acute", None), ("T4", "subacute", None), ("T6", "subacute", None)}),
        ("VFA: T11 grade 2 wedge, L3 s/p kyphoplasty, new T7 grade 1.\n", {("T11", None, "2"), ("T7", None, "1")}),
        ("Discs: T11 grade 2, T7 grade 1.\n", set()),
        ("XR: old fractures Th4,6,8.\n", {("T4", "chronic", None), ("T6", "chronic", None), ("T8", "chronic", None)}),
        ("Free T3,7 pmol/L was normal.\n", set()),
    ],
)  # fmt: skip
def test_ages_and_grades_go_to_their_own_levels(
    text: str, expected: set[tuple[str | None, str | None, str | None]]
) -> None:
    assert fractures(text) == expected


def test_the_texture_of_the_bone_is_of_the_scan_that_its_line_follows() -> None:
    text = "DXA 5/22/2023: LS 0.812 g/cm2 T -2.6. Prior DXA 4/2021: LS T -1.9.\nTBS 1.198.\n"
    assert {(str(item.t_score), str(item.tbs)) for item in read(text).bmd} == {("-2.6", "1.198"), ("-1.9", "None")}


def test_losses_behind_two_sites_are_one_for_each() -> None:
    text = "DXA: spine T-score -3.0, femoral neck -2.5, a loss of 9% and 4%.\n"
    assert {(item.site, str(item.change_percent)) for item in read(text).bmd} == {
        ("lumbar_spine", "-9"), ("femoral_neck", "-4"),
    }  # fmt: skip


def test_months_in_brackets_behind_the_scores_of_a_course() -> None:
    found = [
        (str(item.value), item.time.text if item.time else None)
        for item in read("VAS 8 -> 4 (6/12) -> 1 (18/12)").scores
    ]
    assert found == [("8", None), ("4", "6/12"), ("1", "18/12")]


def test_films_that_showed_fractures_date_no_blood_test_behind_them() -> None:
    text = (
        "Radiographs taken on 20 December 2021 showed fractures of T12 and L1. She lost height.\nCTX was 1240 ng/L.\n"
    )
    assert [item.time for item in read(text).labs] == [None]


def test_no_fracture_up_to_now_is_not_of_the_visit_before() -> None:
    text = "By June 2022 CTX was 210 ng/L. She has had no further fractures.\n"
    assert [item.time for item in read(text).fractures] == [None]


def test_a_year_in_a_history_is_of_its_own_item() -> None:
    text = "PMH: CKD3b, AF, prev R Colles # 2011, T12/L1 wedge # found 2018, OA.\n"
    note = read(text)
    assert {(item.level or item.bone, item.time.text if item.time else None) for item in note.fractures} == {
        ("radius", "2011"), ("T12", "2018"), ("L1", "2018"),
    }  # fmt: skip
    assert {(item.concept, item.time) for item in note.findings} >= {
        ("atrial_fibrillation", None),
        ("osteoarthritis", None),
    }


def test_a_line_that_opens_an_item_does_not_take_the_day_of_the_line_above() -> None:
    note = read("H/O # left NOF, operated (DHS) on 20-01-2023\nH/O pulm TB - completed ATT\n")
    assert [item.start for item in note.treatments if item.agent == "antituberculous_therapy"] == [None]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Plan: denosumab 60 mg s/c in 4/52 once vit D > 50.", [("denosumab", None, "4/52")]),
        ("Zoledronate 5 mg IV once.", [("zoledronate", "once", None)]),
        ("Discharged with yearly phosphate checks.", []),
    ],
)
def test_a_condition_is_no_single_dose_and_a_check_no_drug(
    line: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = [(item.agent, item.frequency, item.start.text if item.start else None) for item in read(line).treatments]
    assert found == expected
