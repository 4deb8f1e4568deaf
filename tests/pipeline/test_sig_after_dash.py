"""How many tablets stand behind a dash: ``25 mg - 1 tablet twice daily`` is no range of doses."""

from __future__ import annotations

import pytest

from osteocase import read

Case = tuple[str, str | None, str | None, str | None]

LINES: list[Case] = [
    ("Metoprolol 25 mg - 1 tablet BID", "25", "mg", "BID"),
    ("3. Bisoprolol 2.5 mg – 1 tab PO OD", "2.5", "mg", "OD"),
    ("Paracetamol 500 mg - 2 tabs QID", "500", "mg", "QID"),
    ("Metformin 850 mg - 2 x daily", "850", "mg", "2 x daily"),
    ("Prednisone 5 mg - half a tablet OD", "5", "mg", "OD"),
    ("Alendronate 70 mg - once weekly", "70", "mg", "once weekly"),
    ("Oxycodone 5 mg - 10 mg q4h", None, None, "q4h"),
    ("Oxycodone 5-10 mg q4h", None, None, "q4h"),
]


@pytest.mark.parametrize(("text", "dose", "unit", "frequency"), LINES)
def test_count_behind_a_dash(text: str, dose: str | None, unit: str | None, frequency: str | None) -> None:
    (item,) = read(text).treatments
    assert (item.dose and str(item.dose), item.dose_unit, item.frequency) == (dose, unit, frequency)


def test_two_names_joined_by_a_plus_share_how_often() -> None:
    items = read("Calcium 600 mg + Vitamin D 400 IU - 1 tablet PO twice daily").treatments
    told = [(item.agent, str(item.dose), item.dose_unit, item.frequency) for item in items]
    assert told == [("calcium", "600", "mg", "twice daily"), ("vitamin_d", "400", "IU", "twice daily")]
