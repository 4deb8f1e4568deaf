"""Laboratory prints and tables of every shape: the whole set of each, written by reading it."""

from __future__ import annotations

import pytest

from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from tests.pipeline.lab_strings import told

INDIAN = """\
BIOCHEMISTRY
S. Calcium          : 8.9 mg/dl      (8.5-10.5)
S. Phosphorus       : 2.3 mg/dl      (2.5-4.5)
S. Alk. Phosphatase : 212 U/L        (40-129)
Sr. Creatinine      : 0.8 mg/dl      (0.6-1.2)
SGPT (ALT)          : 28 IU/L        (0-40)
T. Bilirubin        : 0.7 mg/dl      (0.2-1.2)
Vit D (25-OH)       : 11.4 ng/ml     (30-100)
"""
BRITISH = """\
Adj Calcium   2.42 mmol/L   (2.20 - 2.60)
Phosphate     1.02 mmol/L   (0.80 - 1.50)
ALP           96 U/L        (30 - 130)
eGFR          78 mL/min/1.73m2
Vitamin D     32 nmol/L     (>50)
PTH           9.8 pmol/L    (1.6 - 6.9)
"""
PIPES = """\
| Test | Result | Unit | Reference range | Flag |
|---|---|---|---|---|
| Calcium | 8.4 | mg/dL | 8.8-10.1 | L |
| Albumin | 4.2 | g/dL | 4.1-5.1 | |
| Intact PTH | 94.2 | pg/mL | 10-65 | H |
| HBsAg | Negative | | Negative | |
"""
DAYS_OVER_THE_HEAD = """\
LABORATORY REPORT   Patient 44/09   M   Drawn 2021-11-08   Printed 2021-11-09
Test                 Value   Unit       Range
Calcium (adj.)       2.12    mmol/L     2.20-2.60    L
ALP                  214     U/L        30-130       H
25-OH vitamin D      61      nmol/L     >50
"""
TABS = (
    "Investigation\tResult\tUnits\tBiological Ref. Interval\n"
    "Haemoglobin\t11.2\tgm%\t12.0-15.0\n"
    "Total Leucocyte Count\t7800\t/cmm\t4000-11000\n"
    "Platelet Count\t2.1\tlakh/cumm\t1.5-4.5\n"
    "ESR\t34\tmm/1st hr\t0-20\n"
)
COURSE = """\
Parameter               Normal range   Before   6 months   12 months
Corrected calcium, mg/dL   8.8-10.1     8.5      8.3        8.7
P1NP, ng/mL                16.8-70.1    92.1     51         28.4
25-OH vitamin D, ng/mL     >30          8.8
"""
DATES = """\
Date         Calcium (mmol/L)   PTH (pmol/L)   ALP (U/L)
03/02/2020   2.31               9.8            142
04/08/2020   2.38               6.1            118
"""
DATES_ACROSS = """\
Test                 12/03/2021   14/09/2021
Creatinine (umol/L)  71           74
eGFR                 82           79
Albumin (g/L)        38           41
"""
KEY_VALUE = """\
LABORATORY DATA
TSH: 2.1 mIU/L
Free T4: 1.1 ng/dL
Calcium: 9.3 mg/dL
ANA: negative
"""
RAGGED = """\
Calcium  9.1 mg/dL
  Phosphorus   3.3 mg/dL
Magnesium 2.0 mg/dL
 Alk phos    88 U/L
"""
BULLETS = """\
Results:
- Calcium 9.1 mg/dL
- PTH 61 pg/mL (15-65)
- 25-OH vitamin D 24 ng/mL
"""
FLAG_COLUMN = """\
COMPONENT            VALUE    FLAG   RANGE
Hemoglobin           10.2     L      12.0-16.0 g/dL
Hematocrit           31.4     L      36.0-46.0 %
WBC                  7.1             4.0-11.0 K/uL
Platelets            455      H      150-400 K/uL
"""
BLANK_CELLS = """\
| Analyte | Baseline | 3 months | 6 months |
|---|---|---|---|
| CTX (ng/mL) | 0.62 | | 0.18 |
| P1NP (ng/mL) | | 31 | 22 |
"""
WRAPPED_ROW = """\
Procollagen type 1 N-terminal
propeptide            62 ng/mL      (16-74)
Calcium               9.1 mg/dL     (8.5-10.5)
"""
WORDS_IN_TABLE = """\
Test                          Result
HIV 1/2 antibody              Non-reactive
Anti-HCV                      Non-reactive
Serum protein electrophoresis Normal
"""
SIDE_BY_SIDE = """\
Test        Result   Range        Test        Result   Range
Calcium     9.1      8.5-10.5     Sodium      138      135-145
Albumin     4.2      3.5-5.0      Potassium   5.6      3.5-5.1
"""
VALUES_UNDER_NAMES = """\
Na     K      Cl     BUN    Creatinine
138    4.1    102    14     0.9
"""
UNITS_IN_HEAD = """\
Date         Ca (mg/dL)   P (mg/dL)   PTH (pg/mL)
03/02/2020   9.1          3.2         61
"""
UNIT_COLUMN_AND_TIMES = """\
Analyte     Unit     Baseline   6 months
Calcium     mg/dL    8.6        9.1
PTH         pg/mL    94.2       61
"""
RANGE_FIRST = """\
Reference    Test        Value
8.5-10.5     Calcium     8.1
3.5-5.0      Albumin     4.2
"""
RECOGNISED_LINES = """\
Lab :  Calcium  9.2 mg/dl    Creatinine  1.0 mg/dl    Potassium  3.9 mmol/I
       Alkaline  phosphatase  88 U/I     TSH  2.9 mU/I
"""
NO_TABLE_OF_RESULTS = """\
Medication        Dose      Frequency
Calcium           500 mg    twice daily
Vitamin D         1000 IU   daily
Potassium         20 mEq    daily
"""

TABLES: list[tuple[str, list[str]]] = [
    (
        INDIAN,
        [
            "calcium 8.9 mg/dL (8.5..10.5) normal",
            "phosphorus 2.3 mg/dL (2.5..4.5) low",
            "alkaline_phosphatase 212 U/L (40..129) high",
            "creatinine 0.8 mg/dL (0.6..1.2) normal",
            "alt 28 [iU]/L (0..40) normal",
            "bilirubin_total 0.7 mg/dL (0.2..1.2) normal",
            "25_oh_vitamin_d 11.4 ng/mL (30..100) low",
        ],
    ),
    (
        BRITISH,
        [
            "calcium_corrected 2.42 mmol/L (2.20..2.60) normal",
            "phosphorus 1.02 mmol/L (0.80..1.50) normal",
            "alkaline_phosphatase 96 U/L (30..130) normal",
            "egfr 78 mL/min/{1.73_m2}",
            "25_oh_vitamin_d 32 nmol/L (50..) low",
            "pth 9.8 pmol/L (1.6..6.9) high",
        ],
    ),
    (
        PIPES,
        [
            "calcium 8.4 mg/dL (8.8..10.1) low",
            "albumin 4.2 g/dL (4.1..5.1) normal",
            "pth 94.2 pg/mL (10..65) high",
            "hepatitis_b_antigen 'negative'",
        ],
    ),
    (
        DAYS_OVER_THE_HEAD,
        [
            "25_oh_vitamin_d 61 nmol/L (50..) normal",
            "alkaline_phosphatase 214 U/L (30..130) high",
            "calcium_corrected 2.12 mmol/L (2.20..2.60) low",
        ],
    ),
    (
        TABS,
        [
            "hemoglobin 11.2 g/dL (12.0..15.0) low",
            "leukocytes 7800 /uL (4000..11000) normal",
            "platelets 2.1 10*5/uL (1.5..4.5) normal",
            "erythrocyte_sedimentation_rate 34 mm/h (0..20) high",
        ],
    ),
    (
        COURSE,
        [
            "calcium_corrected 8.5 mg/dL (8.8..10.1) low",
            "calcium_corrected 8.3 mg/dL (8.8..10.1) low",
            "calcium_corrected 8.7 mg/dL (8.8..10.1) low",
            "p1np 92.1 ng/mL (16.8..70.1) high",
            "p1np 51 ng/mL (16.8..70.1) normal",
            "p1np 28.4 ng/mL (16.8..70.1) normal",
            "25_oh_vitamin_d 8.8 ng/mL (30..) low",
        ],
    ),
    (
        DATES,
        [
            "calcium 2.31 mmol/L",
            "pth 9.8 pmol/L",
            "alkaline_phosphatase 142 U/L",
            "calcium 2.38 mmol/L",
            "pth 6.1 pmol/L",
            "alkaline_phosphatase 118 U/L",
        ],
    ),
    (
        DATES_ACROSS,
        ["creatinine 71 umol/L", "creatinine 74 umol/L", "egfr 82", "egfr 79", "albumin 38 g/L", "albumin 41 g/L"],
    ),
    (KEY_VALUE, ["tsh 2.1 m[iU]/L", "free_t4 1.1 ng/dL", "calcium 9.3 mg/dL", "ana 'negative'"]),
    (RAGGED, ["calcium 9.1 mg/dL", "phosphorus 3.3 mg/dL", "magnesium 2.0 mg/dL", "alkaline_phosphatase 88 U/L"]),
    (BULLETS, ["calcium 9.1 mg/dL", "pth 61 pg/mL (15..65) normal", "25_oh_vitamin_d 24 ng/mL"]),
    (
        FLAG_COLUMN,
        [
            "hemoglobin 10.2 g/dL (12.0..16.0) low",
            "hematocrit 31.4 % (36.0..46.0) low",
            "leukocytes 7.1 10*3/uL (4.0..11.0) normal",
            "platelets 455 10*3/uL (150..400) high",
        ],
    ),
    (BLANK_CELLS, ["ctx 0.62 ng/mL", "ctx 0.18 ng/mL", "p1np 31 ng/mL", "p1np 22 ng/mL"]),
    (WRAPPED_ROW, ["p1np 62 ng/mL (16..74) normal", "calcium 9.1 mg/dL (8.5..10.5) normal"]),
    (
        WORDS_IN_TABLE,
        ["hiv 'non-reactive'", "hcv_antibody 'non-reactive'", "serum_protein_electrophoresis 'normal' normal"],
    ),
    (
        SIDE_BY_SIDE,
        [
            "calcium 9.1 (8.5..10.5) normal",
            "sodium 138 (135..145) normal",
            "albumin 4.2 (3.5..5.0) normal",
            "potassium 5.6 (3.5..5.1) high",
        ],
    ),
    (
        VALUES_UNDER_NAMES,
        ["sodium 138", "potassium 4.1", "chloride 102", "urea_nitrogen 14", "creatinine 0.9"],
    ),
    (UNITS_IN_HEAD, ["calcium 9.1 mg/dL", "phosphorus 3.2 mg/dL", "pth 61 pg/mL"]),
    (
        UNIT_COLUMN_AND_TIMES,
        ["calcium 8.6 mg/dL", "calcium 9.1 mg/dL", "pth 94.2 pg/mL", "pth 61 pg/mL"],
    ),
    (RANGE_FIRST, ["calcium 8.1 (8.5..10.5) low", "albumin 4.2 (3.5..5.0) normal"]),
    (
        RECOGNISED_LINES,
        [
            "calcium 9.2 mg/dL",
            "creatinine 1.0 mg/dL",
            "potassium 3.9 mmol/L",
            "alkaline_phosphatase 88 U/L",
            "tsh 2.9 mU/L",
        ],
    ),
    (NO_TABLE_OF_RESULTS, []),
]
DAYS_UNDER_THE_HEAD = """\
                 Flag  Result   Previous     Units      Ref interval
                                02/06/2021
Calcium           H    2.74     2.69         mmol/L     2.20-2.60
Urea                   6.4      5.9          mmol/L     2.5-7.8
"""
TWO_DAYS_UNDER_THE_HEAD = """\
Test     Result      Previous    Units
         09/11/2021  02/06/2021
Calcium  2.74        2.69        mmol/L
Urea     6.4         5.9         mmol/L
"""


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (DAYS_UNDER_THE_HEAD, [None, "02/06/2021", None, "02/06/2021"]),
        (TWO_DAYS_UNDER_THE_HEAD, ["09/11/2021", "02/06/2021", "09/11/2021", "02/06/2021"]),
    ],
)
def test_a_row_of_days_under_the_head_is_part_of_it(text: str, days: list[str | None]) -> None:
    drafts = find_labs(scan_text(text, knowledge_of()))
    assert [draft["value"] for draft in drafts] == ["2.74", "2.69", "6.4", "5.9"]
    assert [draft["time"]["text"] if draft["time"] else None for draft in drafts] == days


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_a_print_is_read_whole(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)
