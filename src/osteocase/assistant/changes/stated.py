"""What a record states, as text and as numbers, for a comparison with the words of an utterance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from osteocase.records import Record, Time

__all__ = ["facts_told", "is_same", "positions_told", "values_told"]

_NOT_TOLD = ("source", "also", "id", "rule", "review", "canonical_value", "records")
"""Fields of a record that hold no fact of it."""
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_ALSO_SAID = {
    "od": "once daily a day", "qd": "once daily a day", "daily": "once a day od", "once daily": "a day od",
    "bd": "twice daily a day", "bid": "twice daily a day", "twice daily": "twice a day bd bid",
    "tds": "three times daily a day", "tid": "three times daily a day", "qds": "four times daily a day",
    "weekly": "once a week", "once weekly": "a week", "monthly": "once a month", "once a month": "monthly",
    "once a year": "yearly annually annual every 12 months", "6-monthly": "every 6 months twice a year",
}  # fmt: skip
"""How else a frequency is told."""


def is_same(before: Sequence[Record], after: Sequence[Record]) -> bool:
    """Whether the records tell after a change what they told before."""
    return [facts_told(one) for one in before] == [facts_told(one) for one in after]


def positions_told(record: Record) -> list[Decimal]:
    """The places of a record on the axis, in months."""
    times = (getattr(record, name, None) for name in ("time", "start", "stop"))
    return [one.months for one in times if one is not None and one.months is not None]


def facts_told(record: Record) -> list[str]:
    """Every fact of a record as text, its times by their dates."""
    told: list[str] = []
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in _NOT_TOLD or value is None:
            continue
        if isinstance(value, Time):
            told += [
                f"{name} {one}"
                for one in (
                    value.date,
                    value.end,
                    value.text if value.date is None else None,
                    value.offset and value.offset.value,
                )
                if one
            ]
        else:
            told.append(f"{name} {value}".replace("_", " "))
            told += [_ALSO_SAID.get(str(value).casefold(), "")] if name == "frequency" else []
            told += ["low-trauma low trauma low energy"] if name == "fragility" and value else []
    return told


def values_told(text: str) -> frozenset[Decimal]:
    """The numbers that digits may stand for: ``20,000`` is twenty thousand, ``2,4`` is 2.4."""
    ways = {text.replace(",", "")} if _THOUSANDS.fullmatch(text) else set()
    ways.add(text.replace(",", "."))
    found: set[Decimal] = set()
    for one in ways:
        try:
            found.add(Decimal(one).normalize())
        except InvalidOperation:
            found |= {Decimal(part) for part in re.findall(r"\d+", one)}
    return frozenset(found)
