"""Laboratory statements that are easily misread: another specimen, another meaning of a word, marks inside numbers."""

from __future__ import annotations

import pytest

from tests.pipeline.lab_strings import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the specimen that the sentence names
        ("CSF showed protein 45 and glucose 60.", ["csf_glucose 60", "csf_protein 45"]),
        ("CSF glucose 60, blood glucose 102.", ["csf_glucose 60", "glucose 102"]),
        ("Pleural fluid LDH 320 U/L.", ["pleural_fluid_ldh 320 U/L"]),
        ("The urinary excretion of calcium was increased (420 mg/24 h).", ["urine_calcium_24h 420 mg/d high"]),
        # names in capitals before a colon
        ("HEMOGLOBIN: 12.1 g/dL", ["hemoglobin 12.1 g/dL"]),
        ("SGPT (ALT): 41 U/L", ["alt 41 U/L"]),
        # marks and letters inside and after numbers
        ("Platelets 250K, WBC 12.3K.", ["leukocytes 12.3 10*3/uL", "platelets 250 10*3/uL"]),
        ("HCV viral load 1.5x10^7 IU/mL", ["hcv_viral_load 15000000 [iU]/mL"]),
        ("Vitamin B12 was greater than a 1000 pg/mL.", ["vitamin_b12 >1000 pg/mL"]),
        ("Calcium 8.4 L mg/dL (8.8-10.1)", ["calcium 8.4 mg/dL (8.8..10.1) low"]),
        # the direction of a course is no flag
        ("CRP decreased to 12 mg/L.", ["c_reactive_protein 12 mg/L"]),
        ("CRP decreased from 120 to 12 mg/L.", ["c_reactive_protein 12 mg/L", "c_reactive_protein 120 mg/L"]),
        # a value is flagged by what is said of it, not by the noun that follows
        ("Glucose 92, normal gait.", ["glucose 92"]),
        ("PTH was inappropriately normal at 58 pg/mL.", ["pth 58 pg/mL normal"]),
        # results in words
        ("The PCR test for SARS-CoV-2 came back positive.", ["sars_cov_2_pcr 'positive'"]),
        ("Factor V Leiden: heterozygous", ["factor_v_leiden 'heterozygous'"]),
        ("Rubella immune.", ["rubella_antibody 'immune'"]),
        ("Karyotype was 46,XX.", ["karyotype '46,XX'"]),
        ("Urine culture grew E. coli sensitive to ciprofloxacin.", ["urine_culture 'E. coli'"]),
        (
            "The following were within normal limits: calcium, phosphorus, and PTH levels; uric acid; and TSH.",
            [
                "calcium 'normal' normal",
                "phosphorus 'normal' normal",
                "pth 'normal' normal",
                "tsh 'normal' normal",
                "uric_acid 'normal' normal",
            ],
        ),
        ("Wound culture grew Staphylococcus aureus.", ["wound_culture 'Staphylococcus aureus'"]),
        (
            "TSH was normal, as were cortisol and prolactin levels.",
            [
                "cortisol 'normal' normal",
                "prolactin 'normal' normal",
                "tsh 'normal' normal",
            ],
        ),
        ("His PT/INR was 14.2/1.2.", ["inr 1.2", "prothrombin_time 14.2"]),
        ("Her white count has come down to 9.8 from 18.", ["leukocytes 18", "leukocytes 9.8"]),
        ("K 3.9", ["potassium 3.9"]),
        ("AST/ALT ratio 1.2", ["ast_alt_ratio 1.2"]),
    ],
)
def test_a_statement_that_is_easily_misread(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "BP was 120/80. P was 89.",
        "Albumin 25 gm IV was given.",
        "It binds low-density lipoprotein receptor proteins 5 and 6.",
        "Normal calcium levels are 8.5 to 10.5 mg/dL.",
        "High cholesterol, hypertension and diabetes.",
        "GENITOURINARY: No dysuria, no hematuria.",
        "Transfuse for hemoglobin below 7.",
        "CD4-positive infiltrate in the dermis.",
        "A high-osmolality contrast agent was used.",
    ],
)
def test_what_looks_like_a_result_and_is_none(text: str) -> None:
    assert told(text) == []
