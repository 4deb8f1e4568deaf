"""Numbers, units and intervals are printed as a clinician expects them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.records import ReferenceInterval, printed_unit
from osteocase.report.numbers import interval, month_tick, number, signed
from tests.report.cases import lab


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("g/cm2", "g/cm²"), ("ug/dL", "µg/dL"), ("umol/L", "µmol/L"), ("mU/dL", "mU/dL"), ("m[IU]/L", "mIU/L"),
        ("[iU]/L", "IU/L"), ("kg/m2", "kg/m²"), ("mL/min/{1.73_m2}", "mL/min/1.73 m²"), ("10*3/uL", "10³/µL"),
        ("1", ""), ("{T-score}", ""), (None, ""), ("Cel", "°C"), ("mm/h", "mm/h"), ("mmol/L", "mmol/L"),
    ],
)  # fmt: skip
def test_units_are_printed_as_people_write_them(code: str | None, printed: str) -> None:
    assert printed_unit(code) == printed


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("18.17", 1, "+18.2"),
        ("-0.67", 1, "−0.7"),
        ("0", 1, "0.0"),
        ("-0.04", 1, "0.0"),
        ("26.25", 1, "+26.3"),
        ("13", None, "+13"),
    ],
)
def test_changes_keep_their_sign_and_round_half_up(value: str, places: int | None, printed: str) -> None:
    assert signed(Decimal(value), places) == printed


@pytest.mark.parametrize(
    ("low", "high", "text", "printed"),
    [
        ("8.8", "10.1", "8.8-10.1", "8.8–10.1"), ("30", None, ">30", "> 30"), ("30", None, ">=30", "≥ 30"),
        (None, "45", "<45", "< 45"), (None, "45", "up to 45", "≤ 45"), ("-2", "3", "-2-3", "−2 to 3"),
        (None, None, "negative", "negative"), ("0.610", "4.23", "0.610–4.23", "0.610–4.23"),
    ],
)  # fmt: skip
def test_intervals_are_printed_in_one_manner(low: str | None, high: str | None, text: str, printed: str) -> None:
    told = ReferenceInterval(low=Decimal(low) if low else None, high=Decimal(high) if high else None, text=text)
    assert interval(told) == printed


@pytest.mark.parametrize(
    ("months", "printed"),
    [("-0.23", "0"), ("12.03", "12"), ("22.1", "22"), ("-4.23", "−4"), ("1.5", "1.5"), ("-1.33", "−1.3")],
)
def test_a_visit_some_days_off_keeps_its_month(months: str, printed: str) -> None:
    assert month_tick(Decimal(months)) == printed


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000, places=3))
def test_a_printed_number_keeps_every_digit(value: Decimal) -> None:
    assert Decimal(number(value).replace("−", "-")) == value
    assert len(number(value)) == len(format(value, "f"))


def test_a_result_keeps_its_comparator_and_its_last_nought() -> None:
    from osteocase.report.numbers import lab_result

    result = lab(1, 0).model_copy(update={"value": Decimal("4.20"), "comparator": "<="})
    assert lab_result(result) == "≤4.20"
