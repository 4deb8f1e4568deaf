"""Names that their neighbours make plain: ratios, vitamins by letter, trace elements, a pronoun for the analyte."""

from __future__ import annotations

import pytest

from tests.pipeline.lab_strings import told

Case = tuple[str, list[str]]

RATIOS: list[Case] = [
    ("Spot urine albumin-to-Cr ratio 88 mg/g Cr.", ["albumin_creatinine_ratio 88 mg/g"]),
    ("Urine protein-to-Cr ratio 0.9 g/g.", ["protein_creatinine_ratio 0.9 mg/mg"]),
    ("The protein to creat ratio was 310 mg/g.", ["protein_creatinine_ratio 310 mg/g"]),
    ("Random urine calcium-to-creatinine ratio of 0.31 mg/mg.", ["urine_calcium_creatinine_ratio 0.31 mg/mg"]),
    ("Microalbumin 145 mg/g creatinine.", ["albumin_creatinine_ratio 145 mg/g"]),
    ("Microalbuminuria 62 mg/g.", ["albumin_creatinine_ratio 62 mg/g high"]),
    ("albuminuria 41 mg/mmol", ["albumin_creatinine_ratio 41 mg/mmol high"]),
    # A ratio that no entry knows gives no value to its parts.
    ("Zinc-to-copper ratio 0.7.", []),
    ("The calcium/phosphorus ratio was 3.1.", []),
    # What stands in a list joined by slashes keeps its values.
    ("Na/K 138/4.2", ["potassium 4.2", "sodium 138"]),
    ("BUN/Cr 31/1.9", ["creatinine 1.9", "urea_nitrogen 31"]),
    ("Urine protein 30 mg/dL, creatinine 1.1 mg/dL", ["creatinine 1.1 mg/dL", "urine_protein 30 mg/dL"]),
]

LETTERS: list[Case] = [
    (
        "Vitamins A, D, E and K were normal.",
        [
            "25_oh_vitamin_d 'normal' normal",
            "vitamin_a 'normal' normal",
            "vitamin_e 'normal' normal",
            "vitamin_k 'normal' normal",
        ],
    ),
    (
        "Folate, B12, C, E, K, copper normal.",
        [
            "copper 'normal' normal",
            "folate 'normal' normal",
            "vitamin_b12 'normal' normal",
            "vitamin_c 'normal' normal",
            "vitamin_e 'normal' normal",
            "vitamin_k 'normal' normal",
        ],
    ),
    ("Na, K, Cl normal.", ["chloride 'normal' normal", "potassium 'normal' normal", "sodium 'normal' normal"]),
    ("She takes vitamins A, C and E.", []),
]

TRACES: list[Case] = [
    (
        "Vitamin A 22 (low), selenium 48 (low), copper 61 (L).",
        ["copper 61 low", "selenium 48 low", "vitamin_a 22 low"],
    ),
    ("Zinc 54 (mildly low).", ["zinc 54 low"]),
    ("Vitamin E 19 (normal)", ["vitamin_e 19 normal"]),
    ("zinc 50 (low dose)", []),
    ("Vitamin C 500, zinc 50, vitamin E 400", []),
]

PRONOUNS: list[Case] = [
    (
        "Her creatinine was checked. It was 1.3 mg/dL last year and 1.8 mg/dL in May. Now it is 2.6 mg/dL.",
        ["creatinine 1.3 mg/dL", "creatinine 1.8 mg/dL", "creatinine 2.6 mg/dL"],
    ),
    ("We repeated the ferritin. It came back at 41 ng/mL.", ["ferritin 41 ng/mL"]),
    ("What was the sodium? It was 121 mmol/L.", ["sodium 121 mmol/L"]),
    # Another unit is of another thing, and of two names neither is meant.
    ("Her creatinine was checked. It was 140 mmHg.", []),
    ("Calcium and phosphorus were sent. It was 9.1 mg/dL.", []),
    ("Her calcium was checked. She weighs 61 kg. It was 9.1 mg/dL.", []),
    ("Vitamin D is taken daily. It is 20 mcg.", []),
]

IN_BRACKETS: list[Case] = [
    (
        "Elevated lactate dehydrogenase (LDH) and creatine kinase (CK) levels were noted.",
        ["creatine_kinase 'elevated' high", "ldh 'elevated' high"],
    ),
    (
        "He had raised urea nitrogen (BUN) and plasma creatinine (Cr) levels.",
        ["creatinine 'raised' high", "urea_nitrogen 'raised' high"],
    ),
    ("WBC 13.1 (mild elevation, likely stress).", ["leukocytes 13.1 high"]),
    ("Platelets 610 (marked elevation)", ["platelets 610 high"]),
    ("ALT 61 (no elevation before)", ["alt 61"]),
    ("Ferritin 300 (elevation of CRP explains it)", ["ferritin 300"]),
]

DEGREES: list[Case] = [
    ("C4 was slightly depressed.", ["complement_c4 'slightly depressed' low"]),
    ("Her ferritin was modestly decreased.", ["ferritin 'modestly decreased' low"]),
    ("The ALP is minimally raised.", ["alkaline_phosphatase 'minimally raised' high"]),
    ("Strongly reactive HIV screen.", ["hiv 'strongly reactive'"]),
]

OF_URINE: list[Case] = [
    ("RBC casts were seen on microscopy.", ["urine_casts 'positive'"]),
    (
        "Urine microscopy: 10-15 leucocytes/hpf, numerous erythrocyte casts.",
        ["urine_casts 'numerous'", "urine_wbc '10-15' /[HPF]"],
    ),
    ("No red cell casts were seen.", ["urine_casts 'negative'"]),
    (
        "Urinalysis showed 3+ blood and dysmorphic red cells with granular casts.",
        ["urine_blood '3+'", "urine_casts 'positive'"],
    ),
    ("The sediment had no protein and red cell casts were not seen.", []),
    ("He was treated with casts for six weeks.", []),
]


VERDICTS: list[Case] = [
    ("Hct 31.2%: abnormal (low) (36-46%)", ["hematocrit 31.2 % (36..46) low"]),
    (
        "RDW 16.4%: abnormal (high) (11-15%) * Iron 28 mcg/dl: abnormal (low) (50-170 mcg/dl)",
        ["iron 28 ug/dL (50..170) low", "rdw 16.4 % (11..15) high"],
    ),
    ("TSH 7.3, high (0.4-4.0)", ["tsh 7.3 (0.4..4.0) high"]),
    ("Ferritin 96: normal (15-300)", ["ferritin 96 (15..300) normal"]),
    ("Calcium is normal (2.2-2.6).", ["calcium 'normal' normal"]),
    ("MCHC 27.9 g/dL, suggesting pale erythrocytes (normal range: 32-36 g/dL).", ["mchc 27.9 g/dL"]),
    ("Calcium (normal range 2.2-2.6): 2.31", ["calcium 2.31 (2.2..2.6) normal"]),
    ("Calcium was normal (2.4).", ["calcium 2.4 normal"]),
    ("Her potassium level became high (5.8 mmol/L).", ["potassium 5.8 mmol/L high"]),
    ("RBC 3.61E12/L (3.80-5.20)E12/L", ["rbc 3.61 10*12/L (3.80..5.20) low"]),
    ("Platelets 431E9/L", ["platelets 431 10*9/L"]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*VERDICTS, *RATIOS, *LETTERS, *TRACES, *PRONOUNS, *IN_BRACKETS, *DEGREES, *OF_URINE],
)
def test_names_in_company(text: str, expected: list[str]) -> None:
    assert told(text) == expected
