"""Several draws in one breath, clock times, messages and hurried lists: each result with the time of its own."""

from __future__ import annotations

import pytest

from tests.pipeline.lab_strings import told
from tests.pipeline.test_labs_times import timed

Timed = list[tuple[str, str | None, str | None]]

CLINIC_LINES = """\
Markers
2023/05  ALP 340, TRACP-5b 810 H, P1NP 98
2024/05  Ca 9.1, P 3.2, Cr 0.8
"""
WARD_ROUND = """\
Results 3/9   Hb 81 (was 109 pre op)  Na 131 L, K 3.4 L
  adj Ca 2.21 (2.20-2.60), ALP 130  TSH normal  B12 pending
"""
FORM = """\
Dental: own teeth
Falls: 1 in the past year        Walking aid: stick
Bloods 4/9/23:  adj Ca 2.36 | PO4 0.98 | vit D 61 nmol/L (ok) | PTH not sent | Cr 74, eGFR 71 | SPEP neg
"""
MESSAGE = """\
OBR|1|77|4410|BONE PROFILE|||202403110915
OBX|1|NM|2823-3^Potassium^LN||5.6|mmol/L|3.5-5.1|H|||F|||202403110915
OBX|2|NM|2731-8^PTH^LN||<6|pg/mL|15-65|L|||F|||202403110915
OBX|3|ST|5196-1^HBsAg^LN||Negative|||N|||F
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Potassium fell from 6.4 on arrival to 5.1 before the first dialysis and 4.4 by the next morning.",
            [
                ("potassium", "6.4", "on arrival"),
                ("potassium", "5.1", "before the first dialysis"),
                ("potassium", "4.4", "by the next morning"),
            ],
        ),
        (
            "On 3/4 Hgb 7.9, transfused 2 units, 3/5 Hgb 9.6, 3/7 Hgb 9.9.",
            [("hemoglobin", "7.9", "3/4"), ("hemoglobin", "9.6", "3/5"), ("hemoglobin", "9.9", "3/7")],
        ),
        (
            "Creatinine peaked at 212 umol/L on day 3 and settled to 96 by discharge.",
            [("creatinine", "212", "day 3"), ("creatinine", "96", "by discharge")],
        ),
        (
            "Phosphate was 0.52 at 2 weeks and 1.08 at 4 months; bicarbonate rose to 24 and creatinine fell to 84 at "
            "4 months.",
            [
                ("phosphorus", "0.52", "at 2 weeks"),
                ("phosphorus", "1.08", "at 4 months"),
                ("bicarbonate", "24", "at 4 months"),
                ("creatinine", "84", "at 4 months"),
            ],
        ),
        (
            "On day 5 creatinine was 3.1 and urea 88; at discharge (day 13) creatinine 1.3.",
            [
                ("creatinine", "3.1", "day 5"),
                ("urea", "88", "day 5"),
                ("creatinine", "1.3", "at discharge (day 13)"),
            ],
        ),
        (
            "At 24 months (6 months after the last injection) PTH was 31 pg/mL.",
            [("pth", "31", "At 24 months (6 months after the last injection)")],
        ),
        ("Repeat hemoglobin at 0600 was 9.8.", [("hemoglobin", "9.8", "at 0600")]),
        (
            "At 1430 the potassium was 6.1; by 1800 hours it had fallen to 5.0.",
            [("potassium", "6.1", "At 1430"), ("potassium", "5.0", "by 1800 hours")],
        ),
        ("Labs (outside, Sept): calcium 9.1, PTH 44.", [("calcium", "9.1", "Sept"), ("pth", "44", "Sept")]),
        (
            "Labs from the hospital (8/20): Ca 8.3 (L), PTH 94.   9/27 Hgb 11.0.",
            [("calcium", "8.3", "8/20"), ("pth", "94", "8/20"), ("hemoglobin", "11.0", "9/27")],
        ),
        (
            "She was seen on 26/08 after the scan. Bloods sent that day: calcium 2.36, TSH 2.2.",
            [("calcium", "2.36", "26/08"), ("tsh", "2.2", "26/08")],
        ),
        ("ANA was positive in the past.", [("ana", "positive", "in the past")]),
        (
            "Creatinine 1.3 compared with 1.2 in January and 1.4 last fall.",
            [("creatinine", "1.3", None), ("creatinine", "1.2", "January"), ("creatinine", "1.4", "last fall")],
        ),
        (
            "Troponins 12, 14 and 11 ng/L at 0, 3 and 6 hours.",
            [("troponin", "12", "0"), ("troponin", "14", "3"), ("troponin", "11", "6 hours")],
        ),
        (
            "Test\tResult\tPrior result (date)\nPTH\t61 pg/mL\t88 (03/12/2023)\nCa\t9.9 mg/dL\t10.4 (03/12/2023)\n",
            [
                ("pth", "61", None),
                ("pth", "88", "03/12/2023"),
                ("calcium", "9.9", None),
                ("calcium", "10.4", "03/12/2023"),
            ],
        ),
        ("A1c 7.1% the month prior.", [("hba1c", "7.1", "the month prior")]),
        (
            CLINIC_LINES,
            [
                ("alkaline_phosphatase", "340", "2023/05"),
                ("tracp_5b", "810", "2023/05"),
                ("p1np", "98", "2023/05"),
                ("calcium", "9.1", "2024/05"),
                ("phosphorus", "3.2", "2024/05"),
                ("creatinine", "0.8", "2024/05"),
            ],
        ),
        (
            WARD_ROUND,
            [
                ("hemoglobin", "81", "3/9"),
                ("hemoglobin", "109", "pre op"),
                ("sodium", "131", "3/9"),
                ("potassium", "3.4", "3/9"),
                ("calcium_corrected", "2.21", "3/9"),
                ("alkaline_phosphatase", "130", "3/9"),
                ("tsh", "normal", "3/9"),
            ],
        ),
        (
            FORM,
            [
                ("calcium_corrected", "2.36", "4/9/23"),
                ("phosphorus", "0.98", "4/9/23"),
                ("25_oh_vitamin_d", "61", "4/9/23"),
                ("creatinine", "74", "4/9/23"),
                ("egfr", "71", "4/9/23"),
                ("serum_protein_electrophoresis", "negative", "4/9/23"),
            ],
        ),
    ],
)
def test_every_draw_has_its_own_time(text: str, expected: Timed) -> None:
    assert sorted(timed(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # marks before the value, and two units for one result
        ("fT4 L 9.1 pmol/L, calcium H 2.74 mmol/L.", ["calcium 2.74 mmol/L high", "free_t4 9.1 pmol/L low"]),
        (
            "Serum calcium was 2.81 mmol/L (11.3 mg/dL) and PTH 14.2 pmol/L (134 pg/mL).",
            ["calcium 2.81 mmol/L", "pth 14.2 pmol/L"],
        ),
        ("PTH 88 (15-65 pg/mL)", ["pth 88 pg/mL (15..65) high"]),
        ("CTX 98 pg/mL (postmenopausal ref range 104-1008)", ["ctx 98 pg/mL (104..1008) low"]),
        # the blood count as it is drawn, and its differential in brackets
        ("CBC 7.1 > 12.4 / 37.1 < 244", ["hematocrit 37.1", "hemoglobin 12.4", "leukocytes 7.1", "platelets 244"]),
        (
            "TLC 16,400/cumm (N 84%, L 11%)",
            ["leukocytes 16400 /uL", "lymphocytes 11 %", "neutrophils 84 %"],
        ),
        # hurried small letters
        (
            "bloods: ca 2.64 (!!) rpt 2.66  alb 41  po4 .78  pth 9.4",
            ["albumin 41", "calcium 2.64", "calcium 2.66", "phosphorus 0.78", "pth 9.4"],
        ),
        ("Na..............141\nCreatinine......78", ["creatinine 78", "sodium 141"]),
        ("On Tuesday potassium was 6.7.", ["potassium 6.7"]),
        ("TSH and serum EPG normal.", ["serum_protein_electrophoresis 'normal' normal", "tsh 'normal' normal"]),
        ("Free T4 is low normal at 0.8.", ["free_t4 0.8 normal"]),
        ("Urine drug screen positive for cannabinoids.", ["urine_drug_screen 'positive for cannabinoids'"]),
        ("Sputum grew Moraxella.", ["sputum_culture 'Moraxella'"]),
        ("Lipid panel: total 231, LDL 140.", ["cholesterol_total 231", "ldl_cholesterol 140"]),
        (
            "Urine: albumin 2+. Blood cultures were sterile. ABG: pH 7.28, pCO2 29 mmHg.",
            ["blood_culture 'sterile'", "pco2 29 mm[Hg]", "ph 7.28", "urine_albumin '2+'"],
        ),
        ("Weil-Felix OXK titre 1:320.", ["weil_felix '1:320'"]),
        ("ANA by IF 1:80 speckled.", ["ana '1:80'"]),
        ("Monoclonal protein not detected on electrophoresis.", ["monoclonal_protein 'not detected'"]),
        ("Lactate cleared (4.8 to 1.6).", ["lactate 1.6", "lactate 4.8"]),
        ("UA: >100 WBC/hpf, 10-15 RBC/hpf", ["urine_rbc '10-15' /[HPF]", "urine_wbc >100 /[HPF]"]),
        ("Urine culture >10^5 CFU/mL Klebsiella.", ["urine_culture 'Klebsiella'"]),
        # a row of results in words is no head of columns
        (
            "Serum immunofixation        No monoclonal band\nMonoclonal protein          not detected\n"
            "Calcium                     9.1     8.5-10.5\nCreatinine                  0.8     0.5-1.1\n"
            "ESR                         24      0-20\n",
            [
                "serum_immunofixation 'no monoclonal band'", "monoclonal_protein 'not detected'",
                "calcium 9.1 (8.5..10.5) normal",
                "creatinine 0.8 (0.5..1.1) normal", "erythrocyte_sedimentation_rate 24 (0..20) high",
            ],
        ),
        # one field a line, columns of semicolons, a collection named over its list
        (
            "Test: 25-OH Vitamin D\nResult: 21 ng/mL\nReference: 30-100\nFlag: L\n\n"
            "Test: PTH, intact\nResult: 74 pg/mL\nReference: 15-65\nFlag: H\n",
            ["25_oh_vitamin_d 21 ng/mL (30..100) low", "pth 74 pg/mL (15..65) high"],
        ),
        (
            "Analyte;Result;Unit;Reference\nCalcium;2,58;mmol/l;2,15-2,50\nKreatinin;76;umol/l;45-84\n",
            ["calcium 2.58 mmol/L (2.15..2.50) high", "creatinine 76 umol/L (45..84) normal"],
        ),
        (
            "Urine, 24 h collection\n  Calcium        9.4 mmol/24h   (2.5-7.5)\n  Sodium         188 mmol/24h\n",
            ["urine_calcium_24h 9.4 mmol/d (2.5..7.5) high", "urine_sodium 188 mmol/d"],
        ),
        (
            MESSAGE,
            [
                "potassium 5.6 mmol/L (3.5..5.1) high",
                "pth <6 pg/mL (15..65) low",
                "hepatitis_b_antigen 'negative'",
            ],
        ),
        (
            "Date         Ca      PO4     25OHD\n2023-01-10   2.05    0.62    <12\n2023-04-18   2.19    0.81    58\n",
            [
                "25_oh_vitamin_d 58", "25_oh_vitamin_d <12", "calcium 2.05", "calcium 2.19", "phosphorus 0.62",
                "phosphorus 0.81",
            ],
        ),
        (
            "Test                 Result     Units      Reference      Flag\n"
            "Alk Phos             142        U/L        30 - 130       H\n"
            "PTH                  16.4       pmol/L     1.6 - 6.9      H\n",
            ["alkaline_phosphatase 142 U/L (30..130) high", "pth 16.4 pmol/L (1.6..6.9) high"],
        ),
    ],
)  # fmt: skip
def test_a_hurried_or_printed_list_is_read_whole(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Lisinopril can come back when creatinine is under 3.",
        "Stop the infusion as soon as calcium falls below 1.9.",
        "He uses testosterone 1.62% gel, two pumps each morning.",
        "Neither the ESR nor the CRP was raised.",
        "A normal ferritin does not rule out iron deficiency.",
        "Prostatectomy for Ca in 2016.",
        "Albumin 20% 100 ml was given after the tap, then glucose 5% at 80 ml/h.",
        "eGFR 45 is the cut-off for metformin; zoledronate is avoided below eGFR 35.",
        "ESR at 2 pm.",
    ],
)
def test_a_rule_a_preparation_or_a_denial_is_no_result(text: str) -> None:
    assert told(text) == []


def test_a_bound_is_that_of_the_analyte_whose_unit_it_has() -> None:
    assert told("Prostatectomy for Ca, PSA <0.02 ng/ml.") == ["psa <0.02 ng/mL"]
