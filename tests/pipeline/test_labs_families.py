"""Laboratory results in prose, family by family: the whole set of every sentence, written by reading it."""

from __future__ import annotations

import pytest

from tests.pipeline.lab_strings import told

Case = tuple[str, list[str]]

NAME_THEN_VALUE: list[Case] = [
    ("Calcium 8.6 mg/dL.", ["calcium 8.6 mg/dL"]),
    ("Serum calcium was 2.31 mmol/L.", ["calcium 2.31 mmol/L"]),
    ("Her corrected calcium came back at 8.6 mg/dl.", ["calcium_corrected 8.6 mg/dL"]),
    ("The ionised calcium is 1.18 mmol/L today.", ["calcium_ionized 1.18 mmol/L"]),
    ("Phosphorus: 2.8 mg/dL", ["phosphorus 2.8 mg/dL"]),
    ("phosphate = 0.71 mmol/l", ["phosphorus 0.71 mmol/L"]),
    ("PTH of 94.2 pg/mL", ["pth 94.2 pg/mL"]),
    ("parathyroid hormone (PTH) was measured at 9.8 pmol/L", ["pth 9.8 pmol/L"]),
    ("The level of TSH was 0.283 mU/L.", ["tsh 0.283 mU/L"]),
    ("25-hydroxyvitamin D level: 9.1 ng/mL", ["25_oh_vitamin_d 9.1 ng/mL"]),
    ("25(OH)D was 23 nmol/L", ["25_oh_vitamin_d 23 nmol/L"]),
    ("Vitamin D (25-OH) 14 ng/ml", ["25_oh_vitamin_d 14 ng/mL"]),
    ("1,25-dihydroxyvitamin D was 78 pg/mL", ["1_25_dihydroxy_vitamin_d 78 pg/mL"]),
    ("1-25 hydroxyvitamin D3 was 44 pg/mL", ["1_25_dihydroxy_vitamin_d 44 pg/mL"]),
    ("Alkaline phosphate 88 U/L, phosphate 0.9 mmol/L", ["alkaline_phosphatase 88 U/L", "phosphorus 0.9 mmol/L"]),
    ("PTHi was 151 pg/mL", ["pth 151 pg/mL"]),
    ("anti-diuretic hormone 3.1 pg/mL", ["vasopressin 3.1 pg/mL"]),
    ("Haemoglobin 104 g/L", ["hemoglobin 104 g/L"]),
    ("hemoglobin level of 9.8 gm/dl", ["hemoglobin 9.8 g/dL"]),
    ("Her ESR was 48 mm in the first hour.", ["erythrocyte_sedimentation_rate 48 mm/h"]),
    ("C-reactive protein (CRP) 12 mg/L", ["c_reactive_protein 12 mg/L"]),
    ("Creatinine – 0.9 mg/dL", ["creatinine 0.9 mg/dL"]),
    ("HbA1c 6.8%", ["hba1c 6.8 %"]),
    ("hemoglobin A1c of 48 mmol/mol", ["hba1c 48 mmol/mol"]),
    ("We found a ferritin of 12 ng/mL.", ["ferritin 12 ng/mL"]),
    ("An ALP value of 212 U/L was noted.", ["alkaline_phosphatase 212 U/L"]),
    ("eGFR 54 mL/min/1.73 m²", ["egfr 54 mL/min/{1.73_m2}"]),
    ("Blood tests revealed a serum albumin of 38 g/L.", ["albumin 38 g/L"]),
    ("Testosterone level = 6.2 ng/ml", ["testosterone 6.2 ng/mL"]),
    ("Calcium\n8.6 mg/dL", ["calcium 8.6 mg/dL"]),
    ("Serum alkaline\nphosphatase was 145 U/L.", ["alkaline_phosphatase 145 U/L"]),
]

BARE_VALUES: list[Case] = [
    ("Labs: Ca 9.1, P 3.4, Alb 4.0, Mg 2.1.", ["albumin 4.0", "calcium 9.1", "magnesium 2.1", "phosphorus 3.4"]),
    (
        "Na 138, K 4.1, Cl 102, HCO3 26, BUN 14, Cr 0.9, glucose 92.",
        [
            "bicarbonate 26",
            "chloride 102",
            "creatinine 0.9",
            "glucose 92",
            "potassium 4.1",
            "sodium 138",
            "urea_nitrogen 14",
        ],
    ),
    (
        "BMP: Na 138 K 4.1 Cl 102 CO2 26 BUN 14 Cr 0.9 Glu 92",
        [
            "bicarbonate 26",
            "chloride 102",
            "creatinine 0.9",
            "glucose 92",
            "potassium 4.1",
            "sodium 138",
            "urea_nitrogen 14",
        ],
    ),
    (
        "CBC: WBC 7.2, Hgb 12.1, Hct 36, Plt 221",
        ["hematocrit 36", "hemoglobin 12.1", "leukocytes 7.2", "platelets 221"],
    ),
    ("white count of 7000 and hematocrit of 36.8", ["hematocrit 36.8", "leukocytes 7000"]),
    (
        "Adj Ca 2.42, PO4 1.02, ALP 96, PTH 5.1",
        ["alkaline_phosphatase 96", "calcium_corrected 2.42", "phosphorus 1.02", "pth 5.1"],
    ),
    ("TSH 2.1; free T4 1.1", ["free_t4 1.1", "tsh 2.1"]),
    ("chloride was 104, sodium was 141, calcium was 9.2", ["calcium 9.2", "chloride 104", "sodium 141"]),
    ("Her last vitamin D was 26.", ["25_oh_vitamin_d 26"]),
    ("INR 1.06, PTT 20.9", ["aptt 20.9", "inr 1.06"]),
    ("PT 12.4, INR 1.1", ["inr 1.1", "prothrombin_time 12.4"]),
    ("sed rate 19, CRP 0.4", ["c_reactive_protein 0.4", "erythrocyte_sedimentation_rate 19"]),
]

COMPARATORS: list[Case] = [
    ("CRP <5 mg/L", ["c_reactive_protein <5 mg/L"]),
    ("CRP < 0.5 mg/dl", ["c_reactive_protein <0.5 mg/dL"]),
    ("eGFR >90 mL/min/1.73m2", ["egfr >90 mL/min/{1.73_m2}"]),
    ("eGFR ≥ 60 ml/min", ["egfr >=60 mL/min"]),
    ("vitamin D less than 4 ng/mL", ["25_oh_vitamin_d <4 ng/mL"]),
    ("ferritin greater than 1500 ng/mL", ["ferritin >1500 ng/mL"]),
    ("sed rate was above 110", ["erythrocyte_sedimentation_rate >110"]),
    ("estradiol was below 10 pg/mL", ["estradiol <10 pg/mL"]),
    ("PTH more than 2500 pg/mL", ["pth >2500 pg/mL"]),
    ("TSH ≤0.01 mIU/L", ["tsh <=0.01 m[iU]/L"]),
    ("troponin I <0.01 ng/mL", ["troponin <0.01 ng/mL"]),
]

NUMBERS: list[Case] = [
    ("calcium 2,31 mmol/L", ["calcium 2.31 mmol/L"]),
    ("TSH 0,28 mU/L", ["tsh 0.28 mU/L"]),
    ("platelet count 257,000", ["platelets 257000"]),
    ("platelets 1,250,000 /mm3", ["platelets 1250000 /uL"]),
    ("leucocytes 12,300/mm3", ["leukocytes 12300 /uL"]),
    ("PTH 1,284 pg/mL", ["pth 1284 pg/mL"]),
    ("NT-proBNP 12 345 ng/L was measured; BNP 320 pg/mL", ["bnp 320 pg/mL", "nt_probnp 12345 ng/L"]),
    ("troponin .04 ng/mL", ["troponin 0.04 ng/mL"]),
    ("calcium 8·6 mg/dl", ["calcium 8.6 mg/dL"]),
    ("base excess -2.4 mmol/L", ["base_excess -2.4 mmol/L"]),
]

REFERENCES: list[Case] = [
    ("PTH 31.4 pmol/l (normal is 1.9-7.2 pmol/l)", ["pth 31.4 pmol/L (1.9..7.2) high"]),
    ("Calcium 8.4 mg/dL (8.8–10.1)", ["calcium 8.4 mg/dL (8.8..10.1) low"]),
    ("calcium 2.31 mmol/L (ref 2.20-2.60)", ["calcium 2.31 mmol/L (2.20..2.60) normal"]),
    ("ALP 212 U/L [reference range: 40-120]", ["alkaline_phosphatase 212 U/L (40..120) high"]),
    ("25-OH vitamin D 9.1 ng/mL (>30)", ["25_oh_vitamin_d 9.1 ng/mL (30..) low"]),
    ("CRP 3 mg/L (N: <5)", ["c_reactive_protein 3 mg/L (..5) normal"]),
    ("GGT 62 U/L (normal up to 45)", ["ggt 62 U/L (..45) high"]),
    ("TSH 0.283 mU/L, normal range 0.610-4.23", ["tsh 0.283 mU/L (0.610..4.23) low"]),
    ("Phosphate 0.71 mmol/L (normal 0.8 to 1.5)", ["phosphorus 0.71 mmol/L (0.8..1.5) low"]),
    ("ferritin 22 µg/L (RR 15–150)", ["ferritin 22 ug/L (15..150) normal"]),
    ("P1NP 95.8 ng/mL (reference interval 16.8-70.1 ng/mL)", ["p1np 95.8 ng/mL (16.8..70.1) high"]),
    ("rheumatoid factor 12 IU/mL (less than 14)", ["rheumatoid_factor 12 [iU]/mL (..14) normal"]),
    (
        "PTH 94.2 pg/mL (10-65), TSH 1.2 mU/L (0.6-4.2)",
        ["pth 94.2 pg/mL (10..65) high", "tsh 1.2 mU/L (0.6..4.2) normal"],
    ),
    (
        "potassium 5.6 (3.5-5.1) and sodium 138 (135-145)",
        ["potassium 5.6 (3.5..5.1) high", "sodium 138 (135..145) normal"],
    ),
]

FLAGS: list[Case] = [
    ("Calcium 8.4 L mg/dL", ["calcium 8.4 mg/dL low"]),
    ("ALP 212 H", ["alkaline_phosphatase 212 high"]),
    ("Calcium 8.4 mg/dL (L)", ["calcium 8.4 mg/dL low"]),
    ("PTH 94.2 pg/mL (H) 10-65", ["pth 94.2 pg/mL (10..65) high"]),
    ("PTH 94.2 pg/mL ↑", ["pth 94.2 pg/mL high"]),
    ("Hb 9.8 g/dL (low)", ["hemoglobin 9.8 g/dL low"]),
    ("Hemoglobin A1c is elevated at 8", ["hba1c 8 high"]),
    ("hemoglobin was low at 8.2", ["hemoglobin 8.2 low"]),
    ("Serum parathormone was low (2.08 pg/ml)", ["pth 2.08 pg/mL low"]),
    ("elevated PTH of 142 pg/mL", ["pth 142 pg/mL high"]),
    ("a low vitamin D (14 ng/mL)", ["25_oh_vitamin_d 14 ng/mL low"]),
    ("calcium was normal at 9.2 mg/dL", ["calcium 9.2 mg/dL normal"]),
    ("markedly raised alkaline phosphatase (612 U/L)", ["alkaline_phosphatase 612 U/L high"]),
    ("CRP was 2.3, which was high", ["c_reactive_protein 2.3 high"]),
    ("B12 was 216 pg/mL, which is rather low", ["vitamin_b12 216 pg/mL low"]),
]

WORDS: list[Case] = [
    ("Calcium was normal.", ["calcium 'normal' normal"]),
    ("Normal serum calcium.", ["calcium 'normal' normal"]),
    ("TSH within normal limits", ["tsh 'normal' normal"]),
    ("hemoglobin WNL", ["hemoglobin 'normal' normal"]),
    ("PTH was elevated.", ["pth 'elevated' high"]),
    ("Low TSH.", ["tsh 'low' low"]),
    ("HIV was negative.", ["hiv 'negative'"]),
    ("HBsAg: non-reactive", ["hepatitis_b_antigen 'non-reactive'"]),
    ("Urine culture was negative.", ["urine_culture 'negative'"]),
    ("Blood cultures: no growth", ["blood_culture 'no growth'"]),
    ("tissue transglutaminase antibodies were negative", ["anti_ttg 'negative'"]),
    ("Serum protein electrophoresis was normal.", ["serum_protein_electrophoresis 'normal' normal"]),
    ("Liver function tests were unremarkable.", ["liver_function_tests 'unremarkable' normal"]),
    ("Bence Jones protein was negative.", ["bence_jones_protein 'negative'"]),
    ("SARS-CoV-2 PCR came back positive", ["sars_cov_2_pcr 'positive'"]),
    ("creatinine levels are stable", ["creatinine 'stable'"]),
    ("ANA was positive with a titer of 1:320.", ["ana '1:320'"]),
    ("ANA 1/80", ["ana '1/80'"]),
    ("RPR 1:8", ["syphilis_rpr '1:8'"]),
    # the virus that the note names before; where it names none, the one that people mean by "the viral load"
    (
        "Hepatitis C antibody positive, viral load undetectable.",
        ["hcv_antibody 'positive'", "hcv_viral_load 'undetectable'"],
    ),
    ("viral load undetectable", ["hiv_viral_load 'undetectable'"]),
]

SHARED_RESULTS: list[Case] = [
    (
        "Calcium, phosphate, and PTH were normal.",
        ["calcium 'normal' normal", "phosphorus 'normal' normal", "pth 'normal' normal"],
    ),
    ("PT and PTT were normal.", ["aptt 'normal' normal", "prothrombin_time 'normal' normal"]),
    (
        "HIV, HBsAg and anti-HCV were negative.",
        ["hcv_antibody 'negative'", "hepatitis_b_antigen 'negative'", "hiv 'negative'"],
    ),
    (
        "FBC, U&Es, coagulation screen and CRP were normal.",
        [
            "c_reactive_protein 'normal' normal",
            "cbc 'normal' normal",
            "coagulation 'normal' normal",
            "urea_electrolytes 'normal' normal",
        ],
    ),
    (
        "Normal calcium, phosphate and magnesium.",
        ["calcium 'normal' normal", "magnesium 'normal' normal", "phosphorus 'normal' normal"],
    ),
    (
        "Calcium and creatinine were 9.2 and 0.8 mg/dL, respectively.",
        ["calcium 9.2 mg/dL", "creatinine 0.8 mg/dL"],
    ),
    (
        "Serum calcium and alkaline phosphatase were clearly raised (2.94 mmol/l and 311 IU/l).",
        ["alkaline_phosphatase 311 [iU]/L high", "calcium 2.94 mmol/L high"],
    ),
    ("ALT/AST 34/28 U/L", ["alt 34 U/L", "ast 28 U/L"]),
    ("H&H 9.8/30.1", ["hematocrit 30.1", "hemoglobin 9.8"]),
    ("Low calcium and high phosphate.", ["calcium 'low' low", "phosphorus 'high' high"]),
    ("Calcium was 8.6 mg/dL and phosphate was low.", ["calcium 8.6 mg/dL", "phosphorus 'low' low"]),
]

VALUE_FIRST: list[Case] = [
    ("62% neutrophils and 28% lymphocytes", ["lymphocytes 28 %", "neutrophils 62 %"]),
    ("198,000 platelets", ["platelets 198000"]),
    ("There was a 1.2 g/dL M-spike.", ["monoclonal_protein 1.2 g/dL"]),
]

SEVERAL_VALUES: list[Case] = [
    (
        "Calcium was 8.6, 8.4 and 8.8 mg/dL at baseline, 6 and 12 months.",
        ["calcium 8.4 mg/dL", "calcium 8.6 mg/dL", "calcium 8.8 mg/dL"],
    ),
    ("Hemoglobin has dropped from 13.1 to 9.8.", ["hemoglobin 13.1", "hemoglobin 9.8"]),
    ("Creatinine rose from 0.9 mg/dL to 1.4 mg/dL.", ["creatinine 0.9 mg/dL", "creatinine 1.4 mg/dL"]),
    ("PTH fell to 42 pg/mL from 94.2 pg/mL.", ["pth 42 pg/mL", "pth 94.2 pg/mL"]),
    ("troponin was 0.02 followed by 0.07", ["troponin 0.02", "troponin 0.07"]),
    ("CTX 0.62 → 0.21 ng/mL", ["ctx 0.21 ng/mL", "ctx 0.62 ng/mL"]),
    ("BNP was 840 in 10/2019, up to 1250 in 11/2019.", ["bnp 1250", "bnp 840"]),
    ("hematocrit 29 and it was 36 on 03/02/14", ["hematocrit 29", "hematocrit 36"]),
    ("His blood sugars range from 140 to 165 mg/dL.", ["glucose 140 mg/dL", "glucose 165 mg/dL"]),
    ("P1NP was 95.8 before and 56 ng/mL after 6 months.", ["p1np 56 ng/mL", "p1np 95.8 ng/mL"]),
    ("The creatinine has ranged between 2.1 and 2.8 during the last year.", ["creatinine 2.1", "creatinine 2.8"]),
    (
        "Vitamin D 9.1 ng/mL in March 2021 and 34 ng/mL in September 2021.",
        ["25_oh_vitamin_d 34 ng/mL", "25_oh_vitamin_d 9.1 ng/mL"],
    ),
    ("03/2020 Hgb A1c 5.5, 06/2021 Hgb A1c 6.1", ["hba1c 5.5", "hba1c 6.1"]),
]

UNITS: list[Case] = [
    ("Hb 11.2 gm%", ["hemoglobin 11.2 g/dL"]),
    ("calcium 9.2 mg%", ["calcium 9.2 mg/dL"]),
    ("TLC 7800 cells/cu mm", ["leukocytes 7800 /uL"]),
    ("platelets 2.1 lakh/cumm", ["platelets 2.1 10*5/uL"]),
    ("WBC 6.4 x10^9/L", ["leukocytes 6.4 10*9/L"]),
    ("WBC 6.4 x 10⁹/L", ["leukocytes 6.4 10*9/L"]),
    ("WBC 7.2 K/uL", ["leukocytes 7.2 10*3/uL"]),
    ("RBC 4.62 million/µL", ["rbc 4.62 10*6/uL"]),
    ("cortisol 6.5 µg/dL", ["cortisol 6.5 ug/dL"]),
    ("cortisol 6.5 mcg/dL", ["cortisol 6.5 ug/dL"]),
    ("creatinine 71 μmol/L", ["creatinine 71 umol/L"]),
    ("TSH 2.4 µIU/mL", ["tsh 2.4 u[iU]/mL"]),
    ("potassium 4.2 mEq/L", ["potassium 4.2 meq/L"]),
    ("TRACP-5b 947 mU/dL", ["tracp_5b 947 mU/dL"]),
    ("urine NTX 62 nmol BCE/mmol creatinine", ["urine_ntx 62 nmol/mmol"]),
    ("24-hour urine calcium 310 mg/24 h", ["urine_calcium_24h 310 mg/d"]),
    ("24-hour urine protein 0.2 g/24 h", ["urine_protein_24h 0.2 g/d"]),
    ("aPTT 32 seconds", ["aptt 32 s"]),
    ("PaCO2 48mmHg", ["pco2 48 mm[Hg]"]),
    ("MCV 88 fL, MCH 29.1 pg", ["mch 29.1 pg", "mcv 88 fL"]),
    ("serum calcium was 4.65 mmol / l", ["calcium 4.65 mmol/L"]),
    ("calcium of 9.4mg/dL", ["calcium 9.4 mg/dL"]),
    ("ALT 3 times the upper limit of normal", ["alt 3 {ULN}"]),
    ("spot calcium/creatinine ratio 0.61 mmol/mmol", ["urine_calcium_creatinine_ratio 0.61 mmol/mmol"]),
    ("urine protein/creatinine ratio 120 mg/g", ["protein_creatinine_ratio 120 mg/g"]),
    ("BUN/creatinine ratio 18", ["bun_creatinine_ratio 18"]),
]

CONDITIONS: list[Case] = [
    ("hypokalemia (2.7 mmol/L)", ["potassium 2.7 mmol/L low"]),
    ("She had hypercalcaemia of 3.1 mmol/L.", ["calcium 3.1 mmol/L high"]),
    ("anaemia (Hb 8.9 g/dL)", ["hemoglobin 8.9 g/dL low"]),
    ("hyponatremia, sodium 124", ["sodium 124 low"]),
    ("vitamin D deficiency (9 ng/mL)", ["25_oh_vitamin_d 9 ng/mL low"]),
    ("neutropenia (0.8 x10^9/L)", ["neutrophils 0.8 10*9/L low"]),
]

URINE: list[Case] = [
    (
        "Urinalysis: protein negative, glucose negative, blood 2+.",
        ["urine_blood '2+'", "urine_glucose 'negative'", "urine_protein 'negative'"],
    ),
    ("Urinalysis showed trace protein and 10-20 WBC.", ["urine_protein 'trace'", "urine_wbc '10-20'"]),
    ("Urinalysis was normal.", ["urinalysis 'normal' normal"]),
    ("UA: specific gravity 1.015, pH 6.0", ["urine_ph 6.0", "urine_specific_gravity 1.015"]),
    ("Urine protein electrophoresis was negative.", ["urine_protein_electrophoresis 'negative'"]),
    ("urine sodium 42 mmol/L, serum sodium 128 mmol/L", ["sodium 128 mmol/L", "urine_sodium 42 mmol/L"]),
    ("leuk esterase 2+, nitrite positive", ["urine_leukocyte_esterase '2+'", "urine_nitrite 'positive'"]),
]

DYNAMIC: list[Case] = [
    ("cortisol after 1 mg dexamethasone was 1.1 µg/dL", ["cortisol_after_dexamethasone 1.1 ug/dL"]),
    ("Overnight dexamethasone suppression test: normal", ["dexamethasone_suppression_test 'normal' normal"]),
    (
        "morning cortisol 12.4 µg/dL and midnight cortisol 2.1 µg/dL",
        ["cortisol_midnight 2.1 ug/dL", "cortisol_morning 12.4 ug/dL"],
    ),
    ("24-hour urinary free cortisol 42 µg/24 h", ["cortisol_urine_free 42 ug/d"]),
    ("fasting glucose 92 mg/dL, 2-hour glucose 142 mg/dL", ["glucose_2h 142 mg/dL", "glucose_fasting 92 mg/dL"]),
]

NO_RESULT: list[str] = [
    "She takes calcium 500 mg twice daily and vitamin D 1000 IU.",
    "Vitamin D 50,000 units weekly for 8 weeks.",
    "Iron 325 mg daily was started.",
    "Levothyroxine 100 mcg; check TSH in 6 weeks.",
    "Potassium chloride 20 mEq daily.",
    "Folic acid 5 mg, magnesium oxide 400 mg.",
    "Insulin 10 units before meals.",
    "Compression fractures of T3, T4 and T7.",
    "Pain 7/10 at the level of T4.",
    "C3-C4 disc bulge with normal cord signal.",
    "PT 3 times a week for 6 weeks.",
    "Target HbA1c below 7%.",
    "The goal is a vitamin D above 30 ng/mL.",
    "Please check calcium, PTH and vitamin D.",
    "PTH pending.",
    "Calcium and creatinine will be repeated in 3 months.",
    "Transfuse if hemoglobin is below 7.",
    "Zoledronic acid is contraindicated if creatinine clearance is below 35 mL/min.",
    "Denosumab may cause low calcium.",
    "Patients with a low vitamin D should be supplemented.",
    "A low sodium diet was advised.",
    "Foods high in calcium were advised.",
    "Her diet is low in magnesium.",
    "Seaweed is high in iodine and low in sodium.",
    "She eats a high-protein diet.",
    "HIV-positive partner.",
    "Tryptase-positive mast cells were seen in the marrow.",
    "BP 128/76, P 72, T 98.4, R 16.",
    "Coronary artery calcium score 120.",
    "Hepatitis B vaccine given in 2019.",
    "PTH 1-34 (teriparatide) 20 mcg daily.",
    "Burosumab is an antibody against FGF23.",
    "Ana, 34, was seen with her mother.",
    "Iron deficiency anemia since 2018.",
    "Glucose was not measured.",
    "Her phone number is 555-0142; sodium intake 2 g a day.",
    "CA-125 was not sent.",
    "Calcium, dietary: 2 servings of milk a day.",
]

PROSE = [
    *NAME_THEN_VALUE,
    *BARE_VALUES,
    *COMPARATORS,
    *NUMBERS,
    *REFERENCES,
    *FLAGS,
    *WORDS,
    *SHARED_RESULTS,
    *VALUE_FIRST,
    *SEVERAL_VALUES,
    *UNITS,
    *CONDITIONS,
    *URINE,
    *DYNAMIC,
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_a_sentence_is_read_as_a_clinician_reads_it(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


@pytest.mark.parametrize("text", NO_RESULT)
def test_what_is_no_result_is_none(text: str) -> None:
    assert told(text) == []
