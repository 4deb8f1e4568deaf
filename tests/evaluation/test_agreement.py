"""When two ways to write a thing agree, and when they do not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from osteocase.evaluation.agreement import Agreement
from osteocase.lexicon import default_lexicon


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return Agreement(default_lexicon())


@pytest.mark.parametrize(
    ("field", "gold", "found"),
    [
        ("value", Decimal("4.2"), Decimal("4.20")),
        ("unit", "μg/L", "ug/L"),
        ("unit", "mmol / l", "mmol/L"),
        ("unit", "gr/dl", "g/dL"),
        ("unit", "/mm 3", "/uL"),
        ("dose_unit", "tablet", "tablets"),
        ("dose_unit", "micrograms", "mcg"),
        ("region", "L1–4", "L1-L4"),
        ("region", "1/3", "33%"),
        ("region", "Subtotal", "TBLH"),
        ("kind", "Valgus-impacted", "valgus impacted"),
        ("side", "left", "Left"),
        ("duration", "about 20 years", "20 years"),
        ("time", {"text": "in March 2021"}, {"text": "March 2021", "kind": "date"}),
        ("time", {"text": "day 7"}, {"text": "at day 7 of admission", "kind": "label"}),
        ("time", {"text": "spring", "date": "2021-03"}, {"text": "March 21", "kind": "date", "date": "2021-03-05"}),
        ("reference", {"low": Decimal("1.6")}, {"low": Decimal("1.60"), "high": Decimal("6.9"), "text": "1.60-6.9"}),
        ("reference", {"text": ">30"}, {"low": Decimal(30), "high": None, "text": "> 30"}),
        ("level", None, None),
        ("subject", "sibling", "sister"),
        ("subject", "family", "aunt"),
        ("subject", "mother", "mother"),
    ],
)
def test_these_agree(agreement: Agreement, field: str, gold: Any, found: Any) -> None:
    assert agreement.field(field, gold, {field: found})


@pytest.mark.parametrize(
    ("field", "gold", "found"),
    [
        ("value", Decimal("4.2"), Decimal("4.21")),
        ("value", Decimal("4.2"), None),
        ("unit", "mg/dL", "mg/L"),
        ("unit", "mU/L", "U/L"),
        ("dose_unit", "mg", "mcg"),
        ("region", "L1-L4", "L2-L4"),
        ("level", None, "T7"),
        ("level", "T7", None),
        ("fragility", True, False),
        ("time", {"text": "March 2021"}, {"text": "March 2020", "kind": "date"}),
        ("time", {"text": "day 1"}, {"text": "day 12", "kind": "label"}),
        ("time", {"text": "March 2021"}, None),
        ("time", {"text": "2021", "date": "2021-03"}, {"text": "2021", "kind": "date", "date": "2021"}),
        (
            "reference",
            {"low": Decimal("1.6"), "high": Decimal("6.9")},
            {"low": Decimal("1.6"), "high": None, "text": ">1.6"},
        ),
        ("reference", {"low": Decimal("1.6")}, None),
        ("subject", "sister", "sibling"),
        ("subject", "sibling", "mother"),
        ("subject", "family", "patient"),
        ("subject", "patient", "mother"),
    ],
)
def test_these_do_not(agreement: Agreement, field: str, gold: Any, found: Any) -> None:
    assert not agreement.field(field, gold, {field: found})


def test_a_dose_of_two_numbers_is_compared_as_written(agreement: Agreement) -> None:
    assert agreement.field("dose", "10/40", {"dose": None, "dose_text": "10/40 mg"})
    assert not agreement.field("dose", "10/40", {"dose": None, "dose_text": "10/20 mg"})


@pytest.mark.parametrize(
    ("row", "analyte"),
    [
        ({"analyte": "pth", "name": "calcium"}, "pth"),  # a known id is believed before the name
        ({"analyte": "bun_old_name", "name": "serum BUN level"}, "urea_nitrogen"),
        ({"analyte": "alkaline phosphatase"}, "alkaline_phosphatase"),
        ({"analyte": "1_25_oh2_vitamin_d", "name": "1,25-dihydroxyvitamin D3"}, "1_25_dihydroxy_vitamin_d"),
        ({"analyte": "nobody_knows_it", "name": "nor its name"}, "nobody_knows_it"),
    ],
)
def test_an_analyte_is_looked_up_by_id_and_then_by_its_name(
    agreement: Agreement, row: dict[str, str], analyte: str
) -> None:
    assert agreement.identity("labs", row) == analyte


@pytest.mark.parametrize(
    ("words", "meaning"),
    [("mildly elevated", "high"), ("normal", "normal"), ("non-reactive", "negative"), ("1:40", "1:40")],
)
def test_results_in_words_are_told_apart_by_what_they_say(agreement: Agreement, words: str, meaning: str) -> None:
    assert agreement.result_class(words) == meaning
