"""Densitometry by family: each text with every result that a reader finds in it, and no other."""

from __future__ import annotations

import pytest

from osteocase.pipeline.bmd.find import find_bmd
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text

SHOWN = (
    ("site", ""),
    ("region", ""),
    ("side", ""),
    ("bmd_g_cm2", "bmd "),
    ("t_score", "T "),
    ("t_score_high", "to "),
    ("z_score", "Z "),
    ("yam_percent", "yam "),
    ("change_percent", "change "),
    ("tbs", "tbs "),
    ("classification", ""),
)


def results(text: str) -> set[str]:
    """Every result as one line, in the order of ``SHOWN``, with its time after an at sign."""
    lines = set()
    for draft in find_bmd(scan_text(text, knowledge_of())):
        parts = [f"{label}{draft[name]}" for name, label in SHOWN if draft.get(name) is not None]
        time = draft.get("time")
        lines.add(" ".join([*parts, f"@ {' '.join(time['text'].split())}"] if time else parts))
    return lines


SENTENCES = {
    "a site before each number": (
        "T-scores: lumbar spine -2.8, femoral neck -3.0, total hip -2.4.",
        {"lumbar_spine T -2.8", "femoral_neck T -3.0", "total_hip T -2.4"},
    ),
    "an equals sign and letters for the sides": (
        "DEXA: L-spine T=-3.4, L hip T=-2.8, R hip T=-2.6",
        {"lumbar_spine T -3.4", "total_hip left T -2.8", "total_hip right T -2.6"},
    ),
    "a site after each number": (
        "Her T-score was -4.2 at the lumbar spine and -3.1 at the femoral neck.",
        {"lumbar_spine T -4.2", "femoral_neck T -3.1"},
    ),
    "sites after the numbers, then a second measure for both": (
        "Her T-score was -4.2 at the lumbar spine and -3.1 at the femoral neck (Z-score -3.8 and -2.6, respectively).",
        {"lumbar_spine T -4.2 Z -3.8", "femoral_neck T -3.1 Z -2.6"},
    ),
    "numbers in a list, then sites in a list": (
        "DXA showed T-scores of -2.9, -2.4 and -2.1 at the lumbar spine, femoral neck and total hip, respectively.",
        {"lumbar_spine T -2.9", "femoral_neck T -2.4", "total_hip T -2.1"},
    ),
    "several measures in brackets after each site": (
        "BMD was 0.756 g/cm2 at the lumbar spine (T-score: -2.7; Z-score: -2.6) and 0.711 g/cm2 at the total hip "
        "(T-score: -1.9; Z-score:\n-1.8).",
        {"lumbar_spine bmd 0.756 T -2.7 Z -2.6", "total_hip bmd 0.711 T -1.9 Z -1.8"},
    ),
    "the site inside the brackets": (
        "Z-scores of -3.4 (lumbar spine, 0.702 g/cm2), -2.9 (total hip, 0.655 g/cm2) and -2.7 (femoral neck).",
        {"lumbar_spine bmd 0.702 Z -3.4", "total_hip bmd 0.655 Z -2.9", "femoral_neck Z -2.7"},
    ),
    "density, young adult mean and T-score in one sentence": (
        "BMD of the lumbar spine (L2-L4) was 0.712 g/cm2, corresponding to 63% of the young adult mean, T-score -3.6.",
        {"lumbar_spine L2-L4 bmd 0.712 T -3.6 yam 63"},
    ),
    "densities without a unit": (
        "LS BMD 0.845 (T -2.3), TH BMD 0.712 (T -1.9), FN 0.655 (T -2.1).",
        {"lumbar_spine bmd 0.845 T -2.3", "total_hip bmd 0.712 T -1.9", "femoral_neck bmd 0.655 T -2.1"},
    ),
    "every minus sign": (
        "DXA T-scores: spine −2.1, total hip –1.8, femoral neck minus 2.4, radius ‑2.0, trochanter ( - ) 1.9.",
        {"lumbar_spine T -2.1", "total_hip T -1.8", "femoral_neck T -2.4", "distal_radius T -2.0", "trochanter T -1.9"},
    ),
    "a minus glued to its label": ("Femoral neck T-score–2.2.", {"femoral_neck T -2.2"}),
    "decimal commas": (
        "Lumbar spine L1-L4: BMD 0,873 g/cm², T-Score -2,6, Z-Score -1,1",
        {"lumbar_spine L1-L4 bmd 0.873 T -2.6 Z -1.1"},
    ),
    "deviations told in words": (
        "The lumbar spine density is 1.056 g/cm2, 1.2 standard deviations below the young adult mean.",
        {"lumbar_spine bmd 1.056 T -1.2"},
    ),
    "a range told in words": (
        "The lumbar vertebrae had T-scores between -3.1 and -4.0.",
        {"lumbar_spine T -3.1 to -4.0"},
    ),
    "changes at two sites": (
        "BMD increased by 8.2% at the lumbar spine and by 3.4% at the total hip after 12 months of teriparatide.",
        {
            "lumbar_spine change 8.2 @ after 12 months of teriparatide",
            "total_hip change 3.4 @ after 12 months of teriparatide",
        },
    ),
    "a loss is negative, whatever its sign": (
        "Spine BMD is 0.812 g/cm2, which is a 5.2% decrease since 2018.",
        {"lumbar_spine bmd 0.812 change -5.2"},
    ),
    "the least significant change is no change": (
        "Total hip 0.741 g/cm², T-score -2.1, change +5.6 % (least significant change 0.030 g/cm²).",
        {"total_hip bmd 0.741 T -2.1 change 5.6"},
    ),
    "parts of one hip": (
        "DXA. Left hip: neck 0.701, T -2.4; total 0.779, T -1.8.",
        {"femoral_neck left bmd 0.701 T -2.4", "total_hip left bmd 0.779 T -1.8"},
    ),
    "one vertebra": ("The lowest T-score was -3.5 at L3.", {"lumbar_spine L3 T -3.5"}),
    "the trabecular bone score": (
        "Spine L1-L4 BMD 0.998 g/cm2. Trabecular bone score (TBS) of the spine L1-L4: 1.214.",
        {"lumbar_spine L1-L4 bmd 0.998 tbs 1.214"},
    ),
    "a dated short-hand and the one before": (
        "DXA 5/18: LS T -2.9 (0.826).\nPrev DXA 4/16: LS T -3.2.",
        {"lumbar_spine bmd 0.826 T -2.9 @ 5/18", "lumbar_spine T -3.2 @ 4/16"},
    ),
    "a class without numbers": ("DXA showed osteopenia of the left hip.", {"hip left osteopenia"}),
    "the vertebrae that were left out beside those that were measured": (
        "DXA\nL3-L4 (L1 and L2 excluded) 0.798 g/cm2 T -3.2\nLeft neck of femur 0.571 g/cm2 T -2.9",
        {"lumbar_spine L3-L4 bmd 0.798 T -3.2", "femoral_neck left bmd 0.571 T -2.9"},
    ),
    "vertebrae left out after their name": (
        "DXA: L1-L4 T -2.9, L2 excluded. L3 (excluded) -0.4.",
        {"lumbar_spine L1-L4 T -2.9"},
    ),
    "how far a vertebra is wedged": (
        "DXA of the lumbar spine: YAM 68%. Lumbar spine: L1 wedge 35%. L spine: L3 40% loss of height.",
        {"lumbar_spine yam 68"},
    ),
    "a time that closes the brackets of its number": (
        "Right wrist fracture 2015, osteopenia on an old DEXA (T -2.1 fem neck, 2012).",
        {"femoral_neck T -2.1 @ 2012"},
    ),
    "a change and the score that it led to": (
        "Densitometry at eighteen months showed a gain of 31% at the lumbar spine, the T-score now being -1.6.",
        {"lumbar_spine T -1.6 change 31 @ at eighteen months"},
    ),
    "a score then and now": (
        "DXA at 12 months: lumbar spine T-score -3.1, now -2.6.",
        {"lumbar_spine T -3.1 @ at 12 months", "lumbar_spine T -2.6 @ now"},
    ),
    "a value at the time that is compared with": (
        "DXA. Left femoral neck 0.601 g/cm2. Left total hip 0.792 g/cm2.\n\nComparison is with April 2019. At that "
        "time femoral neck was 0.639, so there has been a 5.9 percent loss. Total hip measured 0.811 then.",
        {
            "femoral_neck left bmd 0.601 change -5.9",
            "total_hip left bmd 0.792",
            "femoral_neck bmd 0.639 @ April 2019",
            "total_hip bmd 0.811 @ April 2019",
        },
    ),
    "a change that closes the list of a date": (
        "DXA 2022/1/24 L2-4 0.702, total hip 0.671\n2023/7/21 DXA L2-4 0.786, +12.0% ; total hip +2.7%.",
        {
            "lumbar_spine L2-L4 bmd 0.702 @ 2022/1/24",
            "total_hip bmd 0.671 @ 2022/1/24",
            "lumbar_spine L2-L4 bmd 0.786 change 12.0 @ 2023/7/21",
            "total_hip change 2.7 @ 2023/7/21",
        },
    ),
    "the definition of the classes": (
        "A T-score above -1.0 is normal, between -1.0 and -2.5 is called osteopenia, -2.5 or lower osteoporosis.",
        set(),
    ),
    "a treatment target": ("The treatment target is a T-score above -2.0 at the hip.", set()),
    "a relative's scan": ("Her mother's T-score was -4.0.", set()),
    "an ordered scan": ("Plan: DXA of the hip and spine in 12 months.", set()),
    "a vertebra that is no score": ("DXA done because of the fracture of T 8.", set()),
    "vitamin doses beside a scan": ("After the DXA of the hip she takes calcium 1.2 g a day.", set()),
}

TABLES = {
    "a row a site": (
        "DXA\nRegion            BMD (g/cm2)  T-score  Z-score\nLumbar spine L1-L4   0.880      -2.5     -1.4\n"
        "Femoral Neck         0.701      -1.8     -0.7\n",
        {"lumbar_spine L1-L4 bmd 0.880 T -2.5 Z -1.4", "femoral_neck bmd 0.701 T -1.8 Z -0.7"},
    ),
    "a head of two lines that stretches over columns": (
        "AP Spine Bone Density\n              BMD      Young-Adult        Age-Matched\n"
        "Region       g/cm²     %   T-score       %   Z-score\n"
        "L1           0.871    77     -2.2       91     -0.7\nL1-L4        0.931    79     -2.1       93     -0.6\n",
        {"lumbar_spine L1 bmd 0.871 T -2.2 Z -0.7 yam 77", "lumbar_spine L1-L4 bmd 0.931 T -2.1 Z -0.6 yam 79"},
    ),
    "a row a measure, a column a time, sites between": (
        "Measurement\tBefore\tAfter 6 months\nLumbar spine\t\t\nBMD (g/cm²)\t0.842\t0.995\nT-score\t–2.2\t–1.1\n"
        "Increase of BMD (%)\t\t13\nTotal hip\t\t\nBMD (g/cm²)\t0.721\t0.743\nT-score\t–1.8\t–1.7\n",
        {
            "lumbar_spine bmd 0.842 T -2.2 @ Before",
            "lumbar_spine bmd 0.995 T -1.1 change 13 @ After 6 months",
            "total_hip bmd 0.721 T -1.8 @ Before",
            "total_hip bmd 0.743 T -1.7 @ After 6 months",
        },
    ),
    "a line a date, sites along the top": (
        "DXA (T-score)\n\nDate         L1-L4    Total hip\n03/2018      -3.1     -2.2\n04/2020      -2.7     -2.1\n",
        {
            "lumbar_spine L1-L4 T -3.1 @ 03/2018",
            "total_hip T -2.2 @ 03/2018",
            "lumbar_spine L1-L4 T -2.7 @ 04/2020",
            "total_hip T -2.1 @ 04/2020",
        },
    ),
    "parts of the body that are no site": (
        "Total Body (Lunar iDXA)\nRegion     BMD     T-score   Z-score\nArms      0.921       -         -\n"
        "Trunk     1.011       -         -\nTotal     1.188     -0.4      -0.6\n",
        {"whole_body bmd 1.188 T -0.4 Z -0.6"},
    ),
    "message segments": (
        "OBX|1|NM|24966-4^Lumbar spine BMD^LN||0.901|g/cm2|||||F\n"
        "OBX|2|NM|38267-1^Lumbar spine T-score^LN||-2.3|{T-score}|||||F\n",
        {"lumbar_spine bmd 0.901 T -2.3"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentence(text: str, expected: set[str]) -> None:
    """Each number finds its measure and its site; what is no result is left out."""
    assert results(text) == expected


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_table(text: str, expected: set[str]) -> None:
    """Rows and columns of printouts and courses come out cell by cell."""
    assert results(text) == expected


def test_a_number_of_a_result_stands_in_its_words() -> None:
    """The source of a result holds its T-score as written."""
    text = "Lumbar spine T-score −2.2, total hip T-score −1.8."
    drafts = find_bmd(scan_text(text, knowledge_of()))
    assert [text[draft["start"] : draft["end"]] for draft in drafts] == [
        "Lumbar spine T-score −2.2",
        "total hip T-score −1.8",
    ]


def test_a_table_of_densities_and_one_of_scores_tell_of_the_same_scans() -> None:
    text = (
        "BMD (g/cm2)      03/04/2018   05/06/2020\n"
        "Spine L1-L4        0.912        0.948\n"
        "Left total hip     0.801        0.797\n"
        "\n"
        "T-score          03/04/2018   05/06/2020\n"
        "Spine L1-L4        -1.6         -1.3\n"
        "Left total hip     -1.4         -1.5\n"
    )
    drafts = find_bmd(scan_text(text, knowledge_of()))
    assert [(d["site"], d["time"]["date"], d["bmd_g_cm2"], d["t_score"]) for d in drafts] == [
        ("lumbar_spine", "2018-03-04", "0.912", "-1.6"),
        ("lumbar_spine", "2020-05-06", "0.948", "-1.3"),
        ("total_hip", "2018-03-04", "0.801", "-1.4"),
        ("total_hip", "2020-05-06", "0.797", "-1.5"),
    ]


OTHER_ROWS = {
    "the order of measures over the table": (
        "Repeat densities: BMD (g/cm2), Z-score and change from the first scan:\n\n"
        "              Month 6                Month 18\n"
        "L1-L4         0.688 / -3.3 / +9.0%   0.721 / -3.0 / +14.3%\n"
        "Femoral neck  0.577 / -2.7 / +1.2%   0.590 / -2.5 / +3.5%\n",
        {
            "lumbar_spine L1-L4 bmd 0.688 Z -3.3 change 9.0 @ Month 6",
            "lumbar_spine L1-L4 bmd 0.721 Z -3.0 change 14.3 @ Month 18",
            "femoral_neck bmd 0.577 Z -2.7 change 1.2 @ Month 6",
            "femoral_neck bmd 0.590 Z -2.5 change 3.5 @ Month 18",
        },
    ),
    "the bone score of the trabeculae in the column of densities": (
        "| Region        | BMD   | T    | Z    |\n"
        "|---------------|-------|------|------|\n"
        "| L1-L4         | 0.948 | -2.1 | -1.4 |\n"
        "| Left neck     | 0.772 | -2.0 | -1.0 |\n"
        "| TBS L1-L4     | 1.233 |      |      |\n",
        {"lumbar_spine L1-L4 bmd 0.948 T -2.1 Z -1.4 tbs 1.233", "femoral_neck left bmd 0.772 T -2.0 Z -1.0"},
    ),
    "grades of vertebrae under the results": (
        "Site           BMD      T      Z\n"
        "L1-L3         0.802   -2.9   -1.2\n"
        "Total hip     0.671   -2.5   -0.8\n"
        "\n"
        "VFA\n"
        "T6    normal\n"
        "T9    wedge, grade 2, present in 2020\n"
        "T12   biconcave, grade 1, not seen in 2020\n",
        {"lumbar_spine L1-L3 bmd 0.802 T -2.9 Z -1.2", "total_hip bmd 0.671 T -2.5 Z -0.8"},
    ),
    "names of sites without spaces, and one that is unknown": (
        "visit|date|site|BMD g/cm2|T|Z|chg_vs_BL %\n"
        "BL|2020-04-02|L2-L4|0.742|-3.8|-1.9|\n"
        "BL|2020-04-02|Quuxneck L|0.648|-2.9|-1.5|\n"
        "M12|2021-04-19|TotHip L|0.651|-2.8|-1.4|+0.5\n"
        "M12|2021-04-19|FemNeck L|0.604|-3.1|-1.4|-1.1\n",
        {
            "lumbar_spine L2-L4 bmd 0.742 T -3.8 Z -1.9 @ 2020-04-02",
            "total_hip left bmd 0.651 T -2.8 Z -1.4 change 0.5 @ 2021-04-19",
            "femoral_neck left bmd 0.604 T -3.1 Z -1.4 change -1.1 @ 2021-04-19",
        },
    ),
    "per cents whose heads do not say of whom": (
        "Measured: 11/02/2023\nDUAL FEMUR BONE DENSITY\n"
        "Region        (g/cm²)      (%)   T-Score        (%)   Z-Score\n"
        "Neck Left      0.731       70     -2.2           88     -0.7\n"
        "Total Right    0.780       77     -1.8           91     -0.6\n",
        {
            "femoral_neck left bmd 0.731 T -2.2 Z -0.7 yam 70 @ 11/02/2023",
            "total_hip right bmd 0.780 T -1.8 Z -0.6 yam 77 @ 11/02/2023",
        },
    ),
    "a row whose label names no site, under a paragraph that names one": (
        "She smoked until 2001 and drinks about four units a week, she takes calcium and walks for an hour every "
        "morning, and her father broke his hip at 80. No steroids.\n\nDXA\n"
        "Blandspine (two excluded)   0.798 g/cm2   T -3.2\nLeft neck of femur          0.571 g/cm2   T -2.9\n",
        {"femoral_neck left bmd 0.571 T -2.9"},
    ),
    "a time that leads several rows": (
        "DXA today      L1-L4        T -1.4  Z +0.1\n"
        "               R neck       T -2.1  Z -0.8\n"
        "               R total hip  T -1.6  Z -0.6\n",
        {
            "lumbar_spine L1-L4 T -1.4 Z 0.1 @ today",
            "femoral_neck right T -2.1 Z -0.8 @ today",
            "total_hip right T -1.6 Z -0.6 @ today",
        },
    ),
    "a change in brackets behind a gap": (
        "DXA\n                     2021            May 2024\n"
        "L1-L3 (excl L4)     T -2.0          1.012 g/cm2, T -0.6  (+7.1%)\n"
        "R fem neck          T -2.3          0.640 g/cm2, T -2.1\n",
        {
            "lumbar_spine L1-L3 T -2.0 @ 2021",
            "lumbar_spine L1-L3 bmd 1.012 T -0.6 change 7.1 @ May 2024",
            "femoral_neck right T -2.3 @ 2021",
            "femoral_neck right bmd 0.640 T -2.1 @ May 2024",
        },
    ),
    "a value compared with, and its time": (
        "DXA in March: lumbar spine T-score -2.4, compared with -3.1 at the start of treatment in 2016. "
        "The total hip T-score is -1.7.",
        {"lumbar_spine T -2.4 @ March", "lumbar_spine T -3.1 @ 2016", "total_hip T -1.7 @ March"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), OTHER_ROWS.values(), ids=OTHER_ROWS)
def test_rows_and_values_of_something_else_stay_apart(text: str, expected: set[str]) -> None:
    """Grades of vertebrae are no scores, an adjusted or earlier value is not the present one."""
    assert results(text) == expected
