"""Habits of a general hospital's notes: signs as results, lists under a fluid's heading, intervals behind bare values,
several specimens of one culture, counts before their cells. The whole set of every text, written by reading it."""

from __future__ import annotations

import pytest

from tests.pipeline.lab_strings import told

Case = tuple[str, list[str]]

SIGNS: list[Case] = [
    (
        "HBsAg (-), anti-HCV (-), ANA (+).",
        ["ana 'positive'", "hcv_antibody 'negative'", "hepatitis_b_antigen 'negative'"],
    ),
    ("HIV: (-)  RPR: (−)", ["hiv 'negative'", "syphilis_rpr 'negative'"]),
    (
        "Urine protein (2+), occult blood (±), glucose (-).",
        ["urine_blood '±'", "urine_glucose 'negative'", "urine_protein '2+'"],
    ),
    ("Preg test (-)", ["pregnancy_test 'negative'"]),
    ("(+) ankle edema  (-) fever  (-) HIV exposure", []),
    ("(+) ANA  (-) RF", []),
]

UNDER_A_HEADING: list[Case] = [
    (
        "Cerebrospinal fluid examination\n\nProtein 71 mg/dl 15-45 mg/dl\nGlucose 38 mg/dl 50-80 mg/dl\nRBC 4 /mm3\n\n"
        "Glucose 102 mg/dl",
        [
            "csf_glucose 38 mg/dL (50..80) low",
            "csf_protein 71 mg/dL (15..45) high",
            "csf_rbc 4 /uL",
            "glucose 102 mg/dL",
        ],
    ),
    (
        "Lumbar puncture showed the following:\nWBC count: 410/µL\n"
        "Protein level: 96 mg/dL (reference range, 15-45 mg/dL)",
        ["csf_protein 96 mg/dL (15..45) high", "csf_wbc 410 /uL"],
    ),
    (
        "Chemistry\nGlucose 211 mg/dl (70-110)\nUrinalysis Results\nProtein 2+ (neg)\n"
        "Glucose 3+ (neg)\nKetones 1+ (neg)\n"
        "Serum chemistry\nGlucose 198 mg/dl",
        [
            "glucose 198 mg/dL",
            "glucose 211 mg/dL (70..110) high",
            "urine_glucose '3+'",
            "urine_ketones '1+'",
            "urine_protein '2+'",
        ],
    ),
    (
        "Pleural fluid: protein 3.9, LDH 410, pH 7.28.",
        ["fluid_ph 7.28", "pleural_fluid_ldh 410", "pleural_fluid_protein 3.9"],
    ),
    ("IV fluids: glucose 50 g was infused.", []),
]

INTERVALS: list[Case] = [
    (
        "Hb 10.8 13 to 17 g/dL (males), 12 to 15 g/dL (females)\nRDW 16 12-15 %\nMCV 71 80 to 100 fl (femtoliters)",
        ["hemoglobin 10.8 g/dL", "mcv 71 fL (80..100) low", "rdw 16 % (12..15) high"],
    ),
    ("TLC 5.1 4000 to 11000 /mm3", ["leukocytes 5.1 (4000..11000)"]),
    (
        "A creatinine of 412 μmol/L (reference interval [RI], 60– 95 μmol/L)",
        ["creatinine 412 umol/L (60..95) high"],
    ),
    ("Sodium 151 mmol/L (135-145 mmol/L)", ["sodium 151 mmol/L (135..145) high"]),
    ("PTH was 91 in 2021 and 60-70 in 2022.", ["pth 60", "pth 70", "pth 91"]),
]

CULTURES: list[Case] = [
    ("Blood and urine cultures were negative.", ["blood_culture 'negative'", "urine_culture 'negative'"]),
    (
        "Blood, urine and sputum cultures showed no growth.",
        ["blood_culture 'no growth'", "sputum_culture 'no growth'", "urine_culture 'no growth'"],
    ),
    ("Blood cultures of 6/2 and 6/5 were negative.", ["blood_culture 'negative'"]),
    ("Wound culture: MRSA.", ["wound_culture 'MRSA'"]),
    (
        "Blood cultures from 2/6 grew methicillin-resistant Staphylococcus aureus in 2 of 4 bottles.",
        ["blood_culture 'methicillin-resistant Staphylococcus aureus'"],
    ),
    ("Urine culture grew >100,000 CFU/mL E. coli.", ["urine_culture 'E. coli'"]),
    ("MRSA screen negative.", ["mrsa_screen 'negative'"]),
    (
        "Hepatitis A, B and C serologies were negative.",
        ["hcv_antibody 'negative'", "hepatitis_a_igm 'negative'", "hepatitis_b_serology 'negative'"],
    ),
]

COUNTS: list[Case] = [
    (
        "Diff: 66 polys, 21 lymphs, 9 monos, 3 eos.",
        ["eosinophils 3", "lymphocytes 21", "monocytes 9", "neutrophils 66"],
    ),
    ("WCC 13.1 (N 10.4), Plt 402.", ["leukocytes 13.1", "neutrophils 10.4", "platelets 402"]),
    (
        "UA: few bacteria, nitrite negative, trace protein.",
        ["urine_bacteria 'few'", "urine_nitrite 'negative'", "urine_protein 'trace'"],
    ),
    ("T/D bili 2.9/1.4.", ["bilirubin_direct 1.4", "bilirubin_total 2.9"]),
    ("CSF analysis revealed 88 cells/µL.", ["csf_wbc 88 /uL"]),
    ("Mean corpuscular hemoglobin 31.3 g/dL", ["mchc 31.3 g/dL"]),
    ("BUN 26 mg, creatinine 1.4 mg.", ["creatinine 1.4 mg", "urea_nitrogen 26 mg"]),
]

LOOKS: list[Case] = [
    (
        "UA: yellow, cloudy, nitrite neg. Trace blood. 0-2 WBC, 4-6 RBC.",
        [
            "urine_appearance 'cloudy'",
            "urine_blood 'trace'",
            "urine_color 'yellow'",
            "urine_nitrite 'negative'",
            "urine_rbc '4-6'",
            "urine_wbc '0-2'",
        ],
    ),
    ("The wound was clear with trace blood.", []),
    ("Gram stain showed gram-negative rods.", ["gram_stain 'gram-negative rods'"]),
    (
        "Thoracentesis fluid: LDH 210, protein 2.4, WBC 410.",
        ["fluid_wbc 410", "pleural_fluid_ldh 210", "pleural_fluid_protein 2.4"],
    ),
    ("K+ 3.1 repleted, recheck 3.8.", ["potassium 3.1", "potassium 3.8"]),
    ("Calcium 8.2, recheck 1 wk.", ["calcium 8.2"]),
    ("CPK 990, MB 14, troponin 0.6.", ["ck_mb 14", "creatine_kinase 990", "troponin 0.6"]),
    ("T bili 3.9 (D 2.2).", ["bilirubin_direct 2.2", "bilirubin_total 3.9"]),
    ("Vitamin D 31, D 1000 units daily.", ["25_oh_vitamin_d 31"]),
    ("Her hemoglobin A1c in our office was 7.1.", ["hba1c 7.1"]),
]

TABLES: list[Case] = [
    (
        "LABS       2/3      2/4\nHgb        10.9     9.1\nBUN/Cr     31/1.6   44/2.2\nCa/alb     8.9/3.1  -",
        [
            "albumin 3.1",
            "calcium 8.9",
            "creatinine 1.6",
            "creatinine 2.2",
            "hemoglobin 10.9",
            "hemoglobin 9.1",
            "urea_nitrogen 31",
            "urea_nitrogen 44",
        ],
    ),
    (
        "Date    | adj Ca | PO4    | ALP\n4/6     | 2.31   | 1.02   | 88\n        | mmol/L | mmol/L | U/L",
        ["alkaline_phosphatase 88 U/L", "calcium_corrected 2.31 mmol/L", "phosphorus 1.02 mmol/L"],
    ),
    (
        "            5/1    7/1\ncrea mg/dL  1.4    1.1\nHgb g/L     99     108",
        [
            "creatinine 1.1 mg/dL",
            "creatinine 1.4 mg/dL",
            "hemoglobin 108 g/L",
            "hemoglobin 99 g/L",
        ],
    ),
    ("WBC 13.1 x 103/µl (4.0-11.0)", ["leukocytes 13.1 10*3/uL (4.0..11.0) high"]),
    (
        "Test |\nReference interval |\nResult |\nSodium |\n135-145 mmol/L |\n126 mmol/L |\nIgA |\n70.0-450.0 mg/dL |\n"
        "<6.0 mg/dL |\nHaematocrit |\n38.9%-50.9% |\n26.1% |",
        ["hematocrit 26.1 % (38.9..50.9) low", "iga <6.0 mg/dL (70.0..450.0) low", "sodium 126 mmol/L (135..145) low"],
    ),
    ("WBC count 5.1x10^9, platelets 88 x 10^9", ["leukocytes 5.1 10*9/L", "platelets 88 10*9/L"]),
    ("WBC 13.9* 11.2* 8.7", ["leukocytes 11.2", "leukocytes 13.9", "leukocytes 8.7"]),
    ("Hgb 9.7* 12.0-16.0", ["hemoglobin 9.7 (12.0..16.0) low"]),
    ("HCO3 9 (24 ± 2)", ["bicarbonate 9 (..)"]),
]

ANTIBODIES: list[Case] = [
    (
        "ANA blot positive for dsDNA, nucleosome, histones, Sm/RNP.",
        [
            "anti_dsdna 'positive'",
            "anti_histone 'positive'",
            "anti_nucleosome 'positive'",
            "anti_rnp 'positive'",
            "anti_smith 'positive'",
        ],
    ),
    ("ANA positive, Ro and La negative.", ["ana 'positive'", "anti_la 'negative'", "anti_ro 'negative'"]),
    ("ANA positive with a speckled pattern.", ["ana 'positive'"]),
    (
        "EBV PCR was positive. The viral load fell to 8,400 copies/mL.",
        ["ebv_pcr 'positive'", "ebv_pcr 8400 {copies}/mL"],
    ),
    ("Vitamin D 3 at 2000 units daily.", []),
    ("Anaemia (>13) is unlikely.", []),
    ("She takes adequate calcium and vitamin D.", []),
    ("Adequate vitamin D levels.", ["25_oh_vitamin_d 'adequate' normal"]),
    ("HCO3 6, expected pCO2 17, pCO2 19.", ["bicarbonate 6", "pco2 19"]),
    (
        "Lactate, serum glucose and ketones are unremarkable.",
        [
            "beta_hydroxybutyrate 'unremarkable' normal",
            "glucose 'unremarkable' normal",
            "lactate 'unremarkable' normal",
        ],
    ),
    ("pH 7.29, B/E -8.4.", ["base_excess -8.4", "ph 7.29"]),
    ("Calcium nonetheless remained at 2.91 mmol/L.", ["calcium 2.91 mmol/L"]),
]

GASES: list[Case] = [
    (
        "ABG: pH 7.44, pCO2 33, pO2 71, HCO3 22, sat 94%.",
        ["bicarbonate 22", "oxygen_saturation_arterial 94 %", "pco2 33", "ph 7.44", "po2 71"],
    ),
    ("Oxygen saturation 94% on room air.", []),
    ("pH 7.12, HCO3 9, ketones 5.8.", ["beta_hydroxybutyrate 5.8", "bicarbonate 9", "ph 7.12"]),
    ("Ferritin 9, sat 6%.", ["ferritin 9", "transferrin_saturation 6 %"]),
    ("HIV: CD4 288, VL <50.", ["cd4_count 288", "hiv_viral_load <50"]),
    ("A vancomycin trough drawn Monday came back at 27.", ["vancomycin_level 27"]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*SIGNS, *UNDER_A_HEADING, *INTERVALS, *CULTURES, *COUNTS, *LOOKS, *TABLES, *ANTIBODIES, *GASES],
)
def test_the_whole_text_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected
