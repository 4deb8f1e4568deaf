"""Numbers beside a result that are none: what others have, classes of risk, limits, years, parts of a decade."""

from __future__ import annotations

import pytest

from osteocase import pipeline
from osteocase.reading import read_text


def told(text: str) -> list[str]:
    """The laboratory results, densities and scores of a text."""
    record = pipeline.extract(read_text(text))
    labs = [f"{lab.analyte} {lab.value if lab.value is not None else lab.qualitative}" for lab in record.labs]
    bmd = [f"{item.site} {item.t_score if item.t_score is not None else item.bmd_g_cm2}" for item in record.bmd]
    return [*labs, *bmd, *(f"{score.name} {score.value}" for score in record.scores)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # columns of means and deviations
        ("Test        Result    Mean    SD     Reference\nPTH         71        42      13     15-65\n"
         "Calcium     2.33      2.37    0.07   2.15-2.55\n", ["pth 71", "calcium 2.33"]),
        ("| Analyte | Patient | Healthy controls |\n|---|---|---|\n| PTH | 77 pg/mL | 36 |\n"
         "| CTX | 0.58 ng/mL | 0.29 |\n",
         ["pth 77", "ctx 0.58"]),
        ("| | Calcium | PTH |\n|---|---|---|\n| Patient | 2.69 | 94 |\n| Mean | 2.35 | 43 |\n| SD | 0.09 | 11 |\n",
         ["calcium 2.69", "pth 94"]),
        ("Calcium\nPTH\nResult\n2.68\n92\nMean\n2.35\n43\n", ["calcium 2.68", "pth 92"]),
        # part of a decade
        ("Her PTH has been in the high 70s.", []),
        ("Vitamin D runs in the low 20s, creatinine was 1.2.", ["creatinine 1.2"]),
        # a year before a name
        ("By the 2022 ACR guideline she is at moderate risk. Urine ACR 31 mg/g.", ["albumin_creatinine_ratio 31"]),
        ("Fluid: 2000 WBCs.", ["leukocytes 2000"]),
        # the next noun has the adjective
        ("Explain the low phosphorus, abnormal renal function and the fracture.", ["phosphorus low"]),
        # classes of risk and of density
        ("FRAX for a major fracture 10-19% counts as moderate.", []),
        ("Both scores count as osteopenic (between -1.0 and -2.5); none of them is osteoporosis (≤-2.5).", []),
        ("The T-scores lie in the osteopenic range, from -1.7 at the spine to -2.2 at the femoral neck.",
         ["lumbar_spine -1.7", "femoral_neck -2.2"]),
        # the mark of a source
        ("  • Elevated calcium (10.9 mg/dL) with elevated PTH (81 pg/mL) 2\n"
         "  • Vitamin D (31 ng/mL) is adequate 1, 3\n",
         ["calcium 10.9", "pth 81", "25_oh_vitamin_d 31"]),
        ("Sodium (mmol/L) 138\nPotassium (mmol/L) 4\nCalcium (mg/dL) 9\n", ["sodium 138", "potassium 4", "calcium 9"]),
        ("Calcium (8.5-10.2) 9\n", ["calcium 9"]),
        # a disease that is called after families is of nobody's family
        ("Elevated 24-hour urine calcium (270 mg/24h) excludes familial hypocalciuric hypercalcemia.",
         ["urine_calcium_24h 270"]),
        # an interval behind a hyphen
        ("PTH and ALP were elevated, 11.4pmol/l (N-1.5-7.2pmol/l) and 151U/l (N-35-120U/l), respectively.",
         ["pth 11.4", "alkaline_phosphatase 151"]),
        # a unit that goes without its volume
        ("She has a low albumin of 2.7 g (normal, 3.5-5).", ["albumin 2.7"]),
        ("She takes calcium 1 g and vitamin D.", []),
    ],
)  # fmt: skip
def test_only_results_of_the_patient_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected
