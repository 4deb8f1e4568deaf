"""Laboratory shorthand of wards and clinics: runs, counts, courses, collections, plans; the whole set of every text."""

from __future__ import annotations

import pytest

from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from tests.pipeline.lab_strings import told

PANEL = [
    "bicarbonate 24",
    "chloride 101",
    "creatinine 0.9",
    "glucose 98",
    "potassium 4.2",
    "sodium 138",
    "urea_nitrogen 12",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # panels in one run
        ("Chem-7: 138/4.2/101/24/12/0.9/98", PANEL),
        ("ABG on room air 7.35/48/62/26.", ["bicarbonate 26", "pco2 48", "ph 7.35", "po2 62"]),
        ("VBG 7.34/44, K 3.1.", ["pco2 44", "ph 7.34", "potassium 3.1"]),
        ("TC 9800 cells/cumm, DC N70 L25 E5", [
            "eosinophils 5", "leukocytes 9800 /uL", "lymphocytes 25", "neutrophils 70",
        ]),
        ("Ca/PO4/ALP 2.38/1.02/88", ["alkaline_phosphatase 88", "calcium 2.38", "phosphorus 1.02"]),
        # counts before their names
        ("WBC 12.3 with 80 segs, 10 bands, 6 lymphs.", [
            "bands 10", "leukocytes 12.3", "lymphocytes 6", "neutrophils 80",
        ]),
        ("Knee aspirate: WBC 58,000 with 92% neutrophils.", ["fluid_neutrophils 92 %", "synovial_fluid_wbc 58000"]),
        # courses
        ("Hb 9.2 -> 11.0", ["hemoglobin 11.0", "hemoglobin 9.2"]),
        ("Cr 1.9 > 1.6 > 1.2", ["creatinine 1.2", "creatinine 1.6", "creatinine 1.9"]),
        ("eGFR > 60", ["egfr >60"]),
        ("Calcium 10.9/11.2/10.8 at the last three checks.", ["calcium 10.8", "calcium 10.9", "calcium 11.2"]),
        ("Creatinine bumped to 1.9 from 1.2.", ["creatinine 1.2", "creatinine 1.9"]),
        ("CK 2400 (peak 8900)", ["creatine_kinase 2400", "creatine_kinase 8900"]),
        # words beside values
        ("INR subtherapeutic at 1.4.", ["inr 1.4 low"]),
        ("Vitamin D is low at 14.", ["25_oh_vitamin_d 14 low"]),
        ("She was vitamin D deficient with a level of 11.", ["25_oh_vitamin_d 11 low"]),
        ("ALP raised 212.", ["alkaline_phosphatase 212 high"]),
        ("Coagulation profile normal with INR of 1.0.", ["coagulation 'normal' normal", "inr 1.0"]),
        ("TSH N, SPEP neg", ["serum_protein_electrophoresis 'negative'", "tsh 'normal' normal"]),
        ("Urinalysis showed 3+ protein and red cell casts.", ["urine_casts 'positive'", "urine_protein '3+'"]),
        ("HBsAg - NR, HIV - NR", ["hepatitis_b_antigen 'nonreactive'", "hiv 'nonreactive'"]),
        # collections and fluids
        (
            "24-hour urine: calcium 312 mg, creatinine 1,100 mg, volume 2.1 L.",
            ["urine_calcium_24h 312 mg", "urine_creatinine 1100 mg", "urine_volume 2.1 L"],
        ),
        ("24-hour urine calcium 280 mg, serum calcium 9.2 mg/dL", ["calcium 9.2 mg/dL", "urine_calcium_24h 280 mg"]),
        ("Proteinuria of 1,9 g/24 h", ["urine_protein_24h 1.9 g/d high"]),
        ("1 mg dexamethasone suppression test: cortisol 1.1 mcg/dL.", ["cortisol_after_dexamethasone 1.1 ug/dL"]),
        # bare numbers in company
        ("TSH 0.02, free T4 3.1, T3 280.", ["free_t4 3.1", "total_t3 280", "tsh 0.02"]),
        ("FSH 68 and estradiol <20", ["estradiol <20", "fsh 68"]),
        # intervals and units of labels
        ("ALP (40-130 U/L): 18", ["alkaline_phosphatase 18 U/L (40..130) low"]),
        ("CTX (ng/L): 620", ["ctx 620 ng/L"]),
        ("Calcium 2.62 2.20-2.60 mmol/L\nVitamin D 31 >50 nmol/L", [
            "25_oh_vitamin_d 31 nmol/L (50..) low", "calcium 2.62 mmol/L (2.20..2.60) high",
        ]),
        # lists with an item that no entry knows
        ("Ca, PTH, immunofluorescence, TFTs all normal.", [
            "calcium 'normal' normal", "pth 'normal' normal", "thyroid_function_tests 'normal' normal",
        ]),
        # a plan that names a number has measured it
        ("Plan:\nStop indapamide, Na 127. Check calcium. Aim PTH <300. Recheck Na if <130.", ["sodium 127"]),
        # 25(OH)D3 alone is the whole
        ("25(OH)D3 11.2 ng/mL", ["25_oh_vitamin_d 11.2 ng/mL"]),
    ],
)  # fmt: skip
def test_shorthand_is_read_as_a_clinician_reads_it(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Her mother had a calcium of 11.2.",
        "The reference range for PTH is 15 to 65 pg/mL.",
        "Targets: PTH 2-9x ULN, phos <1.78.",
        "A serum phosphate below 0.8 mmol/L should prompt the search for renal wasting.",
        "Plan: zoledronate once 25-OH D > 30.",
        "Plan: start iron 325.",
        "Dialysate Ca 1.25.",
        "PT: 86/M",
        "VZV-like rash, IgG positive on blotting.",
        "↑ vitamin D to 2000 units.",
        "EtOH: 2 drinks a week",
    ],
)
def test_what_is_no_result_of_the_patient(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bloods 15/01: Na 136, K 3.4. Vit D 44. TFTs normal.", {"15/01"}),
        ("Labs 9/2: WBC 13.4, Cr 0.9.", {"9/2"}),
        ("Jan bloods: Hb 116, ALP 171.", {"Jan"}),
        ("On admission Na 128, K 3.0; at discharge Na 135, K 4.0.", {"On admission", "at discharge"}),
        ("Admission bloods: Hb 132, Na 138.", {"Admission"}),
        ("CTX 0.62 @ baseline, 0.11 @ 6/12, 0.14 at 12/12", {"baseline", "6/12", "12/12"}),
        ("PTH 2021: 188; 2022: 92; 2023: 54", {"2021", "2022", "2023"}),
        ("PTH levels of 245, 188 and 92 pg/mL were recorded in 2018, 2019 and 2021.", {"2018", "2019", "2021"}),
        ("INR on 08/28 was 1.6 and on 08/30 is 2.3.", {"08/28", "08/30"}),
        ("Ca 2.41, ALP 88, vit D 34 (Nov), PTH 6.2", {None, "Nov"}),
        ("Creatinine 1.6 (baseline 1.1), Hb 9.2", {None, "baseline"}),
        ("          Pre    M3    M6\nP1NP      68     21    18\nCTX       0.62   0.11  0.09", {"Pre", "M3", "M6"}),
        ("            Jan-22    Apr-23 (post op)\ncCa         2.54      1.92", {"Jan-22", "Apr-23 (post op)"}),
        ("P1NP (ug/L)\n  Jan 2021    68\n  Jul 2021    31", {"Jan 2021", "Jul 2021"}),
        ("Component\tValue\tDate\nWBC\t6.1\t06/12/2020\nHGB\t13.2\t06/12/2020", {"06/12/2020"}),
    ],
)
def test_a_result_has_the_time_that_its_list_or_column_gives(text: str, expected: set[str | None]) -> None:
    times = {(draft["time"] or {}).get("text") for draft in find_labs(scan_text(text, knowledge_of()))}
    assert times == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Calcium        9.2     8.5-10.5   | Hemoglobin   12.1    12-16\n"
            "Phosphorus     3.1     2.5-4.5    | WBC          6.5     4-11",
            ["calcium 9.2 (8.5..10.5) normal", "hemoglobin 12.1 (12..16) normal", "leukocytes 6.5 (4..11) normal",
             "phosphorus 3.1 (2.5..4.5) normal"],
        ),
        ("Calcium ......... 10.9 mg/dL\nPTH ............. 121 pg/mL", ["calcium 10.9 mg/dL", "pth 121 pg/mL"]),
        (
            "Test: Calcium  Result: 9.8  Units: mg/dL  Range: 8.5-10.2\n"
            "Test: PTH  Result: 77  Units: pg/mL  Range: 15-65",
            ["calcium 9.8 mg/dL (8.5..10.2) normal", "pth 77 pg/mL (15..65) high"],
        ),
        (
            "Ca 2.38  (2.20-2.60)  PO4 0.88  TSH N  SPEP neg\nAlb 37   ALP 132 H",
            ["albumin 37", "alkaline_phosphatase 132 high", "calcium 2.38 (2.20..2.60) normal", "phosphorus 0.88",
             "serum_protein_electrophoresis 'negative'", "tsh 'normal' normal"],
        ),
        (
            "Date       PO4 mmol/l   PTH pmol/l\n           0.80-1.45    1.6-7.2\nJan 2021   0.52 L       8.1 H",
            ["phosphorus 0.52 mmol/L (0.80..1.45) low", "pth 8.1 pmol/L (1.6..7.2) high"],
        ),
        (
            "Test                 Value         Range\n25-Hydroxy Vitamin D,\n"
            "Serum (CLIA)         12.60 ng/mL   Deficiency: <20\n"
            "Calcium, total       8.40 mg/dL    8.6 - 10.2",
            ["25_oh_vitamin_d 12.60 ng/mL", "calcium 8.40 mg/dL (8.6..10.2) low"],
        ),
    ],
)  # fmt: skip
def test_a_table_is_read_by_its_shape(text: str, expected: list[str]) -> None:
    assert told(text) == sorted(expected)
