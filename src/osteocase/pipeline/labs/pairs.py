"""Which name has which of the values that stand behind several names, and what several values of one name share."""

from __future__ import annotations

from collections.abc import Mapping

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.labs.annotations import Annotation
from osteocase.pipeline.labs.values import known_unit
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.time_links import time_series_after
from osteocase.pipeline.text.quantities import Quantity
from osteocase.pipeline.times.find import TimeMention

__all__ = ["Value", "halves", "in_one_list", "is_earlier", "paired", "with_times"]

Value = tuple[Quantity, Annotation, TimeMention | None]
_LISTED = re.compile(r"\s*(?:,\s*and|,|and|&|to|/|;)\s*")


def paired(
    entries: Mapping[str, AnalyteEntry],
    names: list[Mention],
    values: list[Value],
    *,
    after_prefix: bool,
    in_turn: bool = False,
) -> list[tuple[Mention, Value]]:
    """Which name has which value: one name has all, equal counts go in order, else the last name has a single value.

    ``in_turn``: the names are a pair, whose values are told in pairs too: ``H&H 10.1/30, then 9.2/27``.
    """
    if len(names) == 1:
        return [(names[0], value) for value in values]
    if len(names) == len(values):
        return list(zip(names, values, strict=True))
    if in_turn and len(values) % len(names) == 0:
        return list(zip(names * (len(values) // len(names)), values, strict=True))
    if len(values) == 1 and values[0][0].comparator is not None:
        unit = values[0][0].unit
        return [(name, values[0]) for name in names if unit is None or known_unit(entries[name.id], unit)]
    if len(values) == 1 or (after_prefix and len(values) == len(names) - 1):
        return list(zip(names[-len(values) :], values, strict=True))
    return []


def with_times(scan: Scan, values: list[Value], end: int) -> list[Value]:
    """``8.6, 8.4 and 8.8 mg/dL at baseline, 6 and 12 months``: as many times after the series as there are values."""
    if len(values) > 1:
        last = max(values[-1][0].end, values[-1][1].end)
        series = time_series_after(scan, last, end, len(values))
        if series:
            return [(value, annotation, time) for (value, annotation, _), time in zip(values, series, strict=True)]
    return values


def halves(values: list[Value]) -> list[Value]:
    """``9.2/27.5`` after a pair of names is one value for each."""
    found: list[Value] = []
    is_slashed = len(values) > 1 and all(value[0].kind == "ratio" and value[0].high for value in values)
    for quantity, annotation, time in values:
        if quantity.kind in {"ratio", "range"} and quantity.high is not None and (len(values) == 1 or is_slashed):
            found.append((quantity._replace(kind="number", high=None), annotation._replace(flag=None), time))
            found.append((quantity._replace(kind="number", value=quantity.high, high=None), annotation, time))
        else:
            found.append((quantity, annotation, time))
    return found


_EARLIER = re.compile(
    r"[(,;]\s*(?:it\s+|which\s+)?(?:was|were)\s*(?:only\s+|about\s+|at\s+)?$"
    r"|\b(?:had\s+been|having\s+been|from|prior|previous(?:ly)?|prev|formerly|originally|last|compared\s+(?:with|to)|c/w|cf\.?|"
    r"versus|vs\.?|than|usual(?:ly)?|old)\s*(?:(?:an?|the|was|of|value|level|at)\s+)*:?\s*[<>]?$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(
    r"\s*(?:last\s+time|previously|before(?=\s*[.,;)]|\s*$)|earlier|prior)(?!\w)", re.IGNORECASE
)


def is_earlier(scan: Scan, before: Value, value: Value) -> bool:
    """``1.4 (was 1.1)``, ``9.8, down from 11.2``: a number that only tells what was before, so not when the other was
    taken."""
    between = scan.text[max(before[0].end, before[1].end) : value[0].start]
    if re.search(r"\bto\b", between) is not None:
        return False
    behind = _EARLIER_BEHIND.match(scan.text, value[0].end) is not None
    return behind or _EARLIER.search(between) is not None


def in_one_list(scan: Scan, before: Value, quantity: Quantity) -> bool:
    """Whether a further value stands in a plain list with the one before it: ``7.9, 8.0 and 8.1``."""
    return _LISTED.fullmatch(scan.text, max(before[0].end, before[1].end), quantity.start) is not None
