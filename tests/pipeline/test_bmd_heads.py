"""Heads and dates of densitometry prints that were copied without their columns."""

from __future__ import annotations

from osteocase import pipeline
from osteocase.reading import read_text


def told(text: str) -> list[str]:
    """The results of a text: ``lumbar_spine bmd 0.7 T -2.1 Z -1.0 @2020``."""
    found = []
    for item in pipeline.extract(read_text(text)).bmd:
        values = {"bmd": item.bmd_g_cm2, "T": item.t_score, "Z": item.z_score}
        parts = [str(item.site), *(f"{name} {value}" for name, value in values.items() if value is not None)]
        found.append(" ".join(parts) + (f" @{item.time.text}" if item.time is not None else ""))
    return found


ROWS = "PA spine (L2-L4) 0.702 -3.4 -1.6\nFemur Total 0.811 -1.1 0.2\nRadius 33% 0.598 -1.5 0.4\n"
READ = [
    "lumbar_spine bmd 0.702 T -3.4 Z -1.6",
    "total_hip bmd 0.811 T -1.1 Z 0.2",
    "distal_radius bmd 0.598 T -1.5 Z 0.4",
]


def test_a_head_wider_than_its_rows_names_their_columns() -> None:
    assert told("Skeletal region measured Bone density (g/cm2) T-score Z-score\n" + ROWS) == READ


def test_deviations_from_the_young_and_from_those_of_the_same_age() -> None:
    head = "Region Bone density SD above or below the young adult mean SD above or below the age matched mean\n"
    assert told(head + ROWS) == READ


def test_a_wrapped_sentence_is_no_head() -> None:
    text = "Bone density was low with the worst T-score\nof the lumbar spine at -2.7 and of the total hip at -1.9."
    assert told(text) == ["lumbar_spine T -2.7", "total_hip T -1.9"]


def test_both_femurs_are_no_spine() -> None:
    assert told("The spine has a T-score of -1.8, while both femurs share a T-score of -2.2.") == [
        "lumbar_spine T -1.8",
        "femur T -2.2",
    ]


def test_the_month_that_a_report_is_from() -> None:
    text = "T-score of -1.8 at the lumbar spine and -2.2 at the total hip (report from May 2012)."
    assert told(text) == ["lumbar_spine T -1.8 @May 2012", "total_hip T -2.2 @May 2012"]
    assert told("Lumbar spine T-score -1.8, improved from May 2012.") == ["lumbar_spine T -1.8"]


def test_rows_with_the_day_and_the_age_of_the_scan() -> None:
    text = (
        "Scan Region Measured Age BMD (g/cm2) T-Score Z-Score\n"
        "AP Spine L1-L4 12/05/2009 41.2 1.021 g/cm² -1.4 -1.1\nLeft Femur Neck 12/05/2009 41.2 0.803 g/cm² -1.6 -1.3\n"
    )
    assert told(text) == [
        "lumbar_spine bmd 1.021 T -1.4 Z -1.1 @12/05/2009",
        "femoral_neck bmd 0.803 T -1.6 Z -1.3 @12/05/2009",
    ]


def test_deviations_that_share_their_unit() -> None:
    text = "Bone density of the femoral neck and total hip was 3.12 and 2.71 SDs below young adult peak bone mass."
    assert told(text) == ["femoral_neck T -3.12", "total_hip T -2.71"]


def test_what_a_film_shows_is_no_site_of_the_scan_after_it() -> None:
    text = "An x-ray of the thoracic spine shows osteopenic changes at T7.\nHer bone density T-score was -2.7."
    assert told(text) == ["None T -2.7"]


def test_the_place_of_a_fracture_is_no_site_of_the_scan_after_it() -> None:
    text = "She broke the neck of the femur; densitometry (DEXA) found a normal bone mineral density."
    assert told(text) == ["None"]
    assert told("DEXA revealed normal bone mineral density of the femoral neck.") == ["femoral_neck"]


def test_a_course_under_its_years() -> None:
    text = "DEXA 2019 2021\nL-spine T-score -2.1 -2.4\nTotal hip T-score -1.5 -1.6\n"
    assert told(text) == [
        "lumbar_spine T -2.1 @2019",
        "lumbar_spine T -2.4 @2021",
        "total_hip T -1.5 @2019",
        "total_hip T -1.6 @2021",
    ]


def test_sites_and_scores_copied_one_column_after_the_other() -> None:
    sites = "Lumbar spine\nFemoral neck\nTotal hip\n"
    assert told(f"T-score\n{sites}-2.6\n-1.9\n-1.5\n") == [
        "lumbar_spine T -2.6",
        "femoral_neck T -1.9",
        "total_hip T -1.5",
    ]
    assert told(f"T-score\n{sites}-2.6\n-1.9\n") == []


def test_values_that_commas_part() -> None:
    text = "date,site,bmd,t_score,z_score\n2021-03-01,L1-L4,0.842,-2.1,-1.2\n2021-03-01,total hip,0.761,-1.6,-0.8\n"
    assert told(text) == [
        "lumbar_spine bmd 0.842 T -2.1 Z -1.2 @2021-03-01",
        "total_hip bmd 0.761 T -1.6 Z -0.8 @2021-03-01",
    ]


def test_columns_without_a_head_are_known_by_their_numbers() -> None:
    text = "DXA results\nL1-L4\nFemoral neck\nTotal hip\n0.822\n0.665\n0.711\n-2.3\n-2.0\n-1.8\n"
    assert told(text) == [
        "lumbar_spine bmd 0.822 T -2.3",
        "femoral_neck bmd 0.665 T -2.0",
        "total_hip bmd 0.711 T -1.8",
    ]


def test_parts_of_the_hip_under_their_heads() -> None:
    text = (
        "Bone densitometry 3 May 2022\nSite\nL1-L4\nNeck\nTotal\nBMD\n0.822\n0.665\n0.711\nT-score\n-2.3\n-2.0\n-1.8\n"
    )
    assert told(text) == [
        "lumbar_spine bmd 0.822 T -2.3 @3 May 2022",
        "femoral_neck bmd 0.665 T -2.0 @3 May 2022",
        "total_hip bmd 0.711 T -1.8 @3 May 2022",
    ]


def test_numbers_that_nobody_can_tell_apart() -> None:
    assert told("DXA\nLumbar spine\nLeft hip\n0.822\n-2.3\n-0.6\n0.711\n-1.8\n-0.2\n") == []
    assert told("DXA\nL1-L4\nFemoral neck\nTotal hip\n0.822\n0.665\n-2.3\n-2.0\n-1.8\n") == []


def test_another_scan_has_not_the_day_of_the_one_before() -> None:
    text = "Her first scan of 2018 gave a lumbar T-score of -2.4. This new scan shows a T-score of -2.8 in the spine."
    assert told(text) == ["lumbar_spine T -2.4 @2018", "lumbar_spine T -2.8"]
    text = "DXA March 2019: spine T -2.4, hip T -2.1. Follow-up DXA: spine T -2.1, hip T -1.8."
    assert told(text) == [
        "lumbar_spine T -2.4 @March 2019", "total_hip T -2.1 @March 2019", "lumbar_spine T -2.1", "total_hip T -1.8",
    ]  # fmt: skip


def test_a_repeat_scan_of_its_own_day() -> None:
    text = "Repeat DXA was done in May 2021. The T-score at the spine was -2.3."
    assert told(text) == ["lumbar_spine T -2.3 @May 2021"]


def test_a_site_that_could_be_a_heading_of_an_examination() -> None:
    text = "T-scores from DXA:\n\n    • Hip: -1.3\n    • Femoral neck: -1.6\n    • Spine: -1.7\n"
    assert told(text) == ["total_hip T -1.3", "femoral_neck T -1.6", "lumbar_spine T -1.7"]


def test_a_reduction_goes_to_the_site_behind_it() -> None:
    text = "The scan revealed a 17% reduction in lumbar spine BMD and a 5% reduction in total hip density."
    changes = [(item.site, item.change_percent) for item in pipeline.extract(read_text(text)).bmd]
    assert [(site, str(change)) for site, change in changes] == [("lumbar_spine", "-17"), ("total_hip", "-5")]


def test_a_normal_scan_of_another_site_stays_beside_numbers() -> None:
    text = "DXA in 2016 showed normal BMD of lumbar spine and total hip. The forearm has a T-score of -3.4 now."
    assert told(text)[:2] == ["lumbar_spine @2016", "total_hip @2016"]


def test_the_day_over_a_row_of_sites_outlasts_what_each_is_compared_with() -> None:
    text = (
        "DXA 7 April 2020 (Lunar): spine 0.781 g/cm², T-score -2.8, +0.9 % from baseline; left total hip 0.679 g/cm², "
        "T-score -2.2, -1.3 % from baseline; left femoral neck T-score -2.7 compared with -2.5 at baseline."
    )
    assert [one.rpartition("@")[2] for one in told(text) if "-2.5" not in one] == ["7 April 2020"] * 3
    story = "In 2019 the hip T-score was -2.0; the spine T-score is -2.5, down 1 % from baseline."
    assert "2019" not in next(one for one in told(story) if "-2.5" in one)
