"""What follows from an edited laboratory value: its converted value and its flag are computed anew.

The flag is set from the interval that the note prints (never from a literature interval), as on reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from osteocase.records import Flag, Lab, Record, ReferenceInterval

__all__ = ["with_consequences"]

Conversions = Mapping[str, Mapping[str, Decimal]]
"""Analyte id to (unit to the factor that turns a value in it into the analyte's canonical unit)."""


def with_consequences(record: Record, fields: Mapping[str, Any], conversions: Conversions) -> dict[str, Any]:
    """The edited fields of a record, and those that follow from them and were not edited themselves."""
    edited = dict(fields)
    if not isinstance(record, Lab) or not {"value", "unit", "reference", "comparator"} & set(edited):
        return edited
    value = edited.get("value", record.value)
    unit = edited.get("unit", record.unit)
    if value is None:  # what was converted from the value, and judged by it, goes with it
        edited.setdefault("canonical_value", None)
        edited.setdefault("flag", None)
        return edited
    if not isinstance(value, Decimal | int):
        return edited
    if "value" in edited or "unit" in edited:
        edited.setdefault("canonical_value", _canonical(record, Decimal(value), unit, conversions))
        if "unit" in edited and unit != record.unit:  # the words of the note name the unit that is given up
            edited.setdefault("unit_text", None)
    if unit != record.unit and "reference" not in edited:  # the printed interval counts in the unit that is given up
        edited.setdefault("flag", None)
    reference = edited.get("reference", record.reference)
    comparator = edited.get("comparator", record.comparator)
    if "flag" not in edited and isinstance(reference, ReferenceInterval) and comparator is None:
        edited["flag"] = _flag(Decimal(value), reference)
        edited["flag_basis"] = "computed"
    return edited


def _canonical(lab: Lab, value: Decimal, unit: str | None, conversions: Conversions) -> Decimal | None:
    if lab.canonical_unit is None or unit is None:
        return None
    if unit == lab.canonical_unit:
        return value
    factor = conversions.get(lab.analyte, {}).get(unit)
    return None if factor is None else value * factor


def _flag(value: Decimal, reference: ReferenceInterval) -> Flag | None:
    if reference.low is None and reference.high is None:
        return None
    if reference.low is not None and value < reference.low:
        return "low"
    if reference.high is not None and value > reference.high:
        return "high"
    return "normal"
