"""The laboratory patterns: known units, sound codes, and every example and counterexample of every entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from osteocase.lexicon import AnalyteEntry, UnitEntry, default_folder, default_lexicon
from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text

ANALYTES = default_lexicon().of(AnalyteEntry)
UNITS = default_lexicon().of(UnitEntry)


def read(text: str) -> set[str]:
    return {draft["analyte"] for draft in find_labs(scan_text(text, knowledge_of()))}


def units_in(text: str) -> set[str | None]:
    return {quantity.unit for quantity in scan_text(text, knowledge_of()).quantities}


@pytest.mark.parametrize("name", sorted(ANALYTES))
def test_an_analyte_is_found_in_its_examples_alone(name: str) -> None:
    entry = ANALYTES[name]
    assert [text for text in entry.examples if name not in read(text)] == []
    assert [text for text in entry.counterexamples if name in read(text)] == []


@pytest.mark.parametrize("name", sorted(UNITS))
def test_a_unit_is_found_in_its_examples_alone(name: str) -> None:
    entry = UNITS[name]
    assert [text for text in entry.examples if name not in units_in(text)] == []
    assert [text for text in entry.counterexamples if name in units_in(text)] == []


def test_every_entry_has_examples_and_counterexamples() -> None:
    entries = [*ANALYTES.values(), *UNITS.values()]
    assert [entry.id for entry in entries if not entry.examples or not entry.counterexamples] == []


def test_analytes_use_known_units_only() -> None:
    unknown = {
        (entry.id, unit)
        for entry in ANALYTES.values()
        for unit in (entry.canonical_unit, *entry.conversions, *entry.other_units)
        if unit is not None and unit not in UNITS
    }
    assert unknown == set()


def test_a_unit_is_converted_or_accepted_but_not_both() -> None:
    doubled = {
        entry.id
        for entry in ANALYTES.values()
        if entry.canonical_unit in entry.conversions or set(entry.conversions) & set(entry.other_units)
    }
    assert doubled == set()


def test_conversions_need_a_unit_to_convert_to() -> None:
    assert [entry.id for entry in ANALYTES.values() if entry.conversions and entry.canonical_unit is None] == []


def check_digit(code: str) -> int:
    """Modulus 10 check digit (Luhn) of the digits before a LOINC code's dash."""
    total = 0
    for place, digit in enumerate(reversed(code.split("-")[0])):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return -total % 10


def test_loinc_codes_carry_their_name_and_a_sound_check_digit() -> None:
    coded = [entry for entry in ANALYTES.values() if entry.loinc]
    assert len(coded) > 100
    assert [
        entry.id
        for entry in coded
        if not entry.loinc_name or str(check_digit(entry.loinc or "")) != (entry.loinc or "")[-1]
    ] == []


def test_no_loinc_code_stands_for_two_analytes() -> None:
    codes = [entry.loinc for entry in ANALYTES.values() if entry.loinc]
    assert len(codes) == len(set(codes))


def test_the_notice_that_loinc_asks_for_lies_beside_the_codes() -> None:
    notice = (Path(default_folder()) / "NOTICE-LOINC.md").read_text(encoding="utf-8")
    assert re.search(r"This\s+material\s+contains\s+content\s+from\s+LOINC", notice)


@pytest.mark.parametrize(
    ("analyte", "unit", "value", "converted", "tolerance"),
    [
        # SI values and their conventional counterparts, from the molar masses
        ("calcium", "mmol/L", 2.50, 10.02, 0.01),
        ("phosphorus", "mmol/L", 1.00, 3.10, 0.01),
        ("creatinine", "umol/L", 88.4, 1.00, 0.005),
        ("25_oh_vitamin_d", "nmol/L", 50, 20.0, 0.1),
        ("pth", "pmol/L", 6.9, 65.0, 0.3),
        ("glucose", "mmol/L", 7.0, 126.1, 0.2),
        ("cholesterol_total", "mmol/L", 5.0, 193.4, 0.2),
        ("free_t4", "pmol/L", 12.9, 1.00, 0.01),
        ("free_t3", "pmol/L", 5.0, 3.25, 0.01),
        ("cortisol", "nmol/L", 500, 18.1, 0.05),
        ("urea", "mg/dL", 30, 5.0, 0.01),
        ("urea_nitrogen", "mmol/L", 5.0, 14.0, 0.01),
        ("uric_acid", "umol/L", 357, 6.0, 0.01),
        ("bilirubin_total", "umol/L", 17.1, 1.0, 0.005),
        ("hemoglobin", "mmol/L", 7.45, 12.0, 0.05),
        ("estradiol", "pmol/L", 367, 100, 0.1),
        ("testosterone", "nmol/L", 10.4, 300, 0.2),
        ("iron", "umol/L", 17.9, 100, 0.1),
        ("vitamin_b12", "pmol/L", 148, 200, 0.6),
        ("urine_calcium_24h", "mmol/d", 7.5, 300, 1),
        ("albumin_creatinine_ratio", "mg/mmol", 3.4, 30, 0.1),
        ("urine_calcium_creatinine_ratio", "mmol/mmol", 0.6, 0.21, 0.005),
        ("alkaline_phosphatase", "ukat/L", 2.0, 120, 0),
        ("tracp_5b", "U/L", 4.2, 420, 0),
        ("ctx", "ng/mL", 0.573, 573, 0),
    ],
)
def test_factors_give_the_known_counterparts(
    analyte: str, unit: str, value: float, converted: float, tolerance: float
) -> None:
    factor = ANALYTES[analyte].conversions[unit]
    assert abs(float(factor) * value - converted) <= tolerance + 1e-9
