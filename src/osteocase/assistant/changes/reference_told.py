"""A reference interval that is told: ``the range for PTH is 15-65``, ``the upper limit is 4.5``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Protocol

from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Lab, Record, ReferenceInterval
from osteocase.review import Edit

__all__ = ["new_intervals", "of_range", "tells_interval"]


def of_range(heard: Heard, facts: Sequence[Record]) -> bool:
    """Whether the interval of results is told, and no new value of them."""
    labs = bool(facts) and all(isinstance(one, Lab) for one in facts)
    return labs and _tells_range(heard.say)


class _Wish(Protocol):
    @property
    def heard(self) -> Heard: ...
    @property
    def intent(self) -> str: ...


def tells_interval(wish: _Wish) -> bool:
    """Whether an interval is put right, whose two ends are no values of their own."""
    return wish.intent == "correct" and _tells_range(wish.heard.say)


def _tells_range(say: str) -> bool:
    """Whether an interval is told, and no value before it."""
    match = _RANGE_SAID.search(say)
    return match is not None and _VALUE_FIRST.search(say[: match.start()]) is None


_VALUE_FIRST = re.compile(r"(?:\b(?:was|is|were|be|to)|[:=])\s*[<>]?\s*\d", re.IGNORECASE)
"""``the testosterone was 9.8, reference range 8.6-29``."""


def new_intervals(heard: Heard, facts: Sequence[Record]) -> tuple[Edit, ...] | str:
    """The edits that put the interval of results right, or what is to be said instead."""
    labs = [one for one in facts if isinstance(one, Lab)]
    edits: list[Edit] = []
    for lab in labs:
        fields = _interval_told(heard, lab)
        if isinstance(fields, str):
            return fields
        old, new = lab.reference, fields["reference"]
        if old is None or (old.low, old.high) != (new.low, new.high):
            edits.append(Edit(record=lab.id, fields=fields))
    return tuple(edits) or f"That is what is recorded already.\n{lines(labs)}"


def _interval_told(heard: Heard, lab: Lab) -> dict[str, Any] | str:
    """The field with the new interval, or what is not clear."""
    said = heard.say[: match.start()] if (match := _DENIED.search(heard.say)) is not None else heard.say
    match = _RANGE_SAID.search(said)
    said = said[match.start() :] if match is not None and _NUMBER.search(said, match.start()) else said
    old = lab.reference
    low, high = (old.low, old.high) if old is not None else (None, None)
    span, one = _SPAN.search(said), _ONE_END.search(said)
    if span is not None:
        low, high, text = Decimal(_plain(span["low"])), Decimal(_plain(span["high"])), f"{span['low']}-{span['high']}"
    elif one is not None and one["upper"]:
        high = Decimal(_plain(one["number"]))
        text = f"{low}-{high}" if low is not None else f"<{high}"
    elif one is not None and one["lower"]:
        low = Decimal(_plain(one["number"]))
        text = f"{low}-{high}" if high is not None else f">{low}"
    elif (bound := _BOUND.search(said)) is not None:
        number = Decimal(_plain(bound["number"]))
        low, high = (None, number) if bound["most"] else (number, None)
        text = f"{'<' if bound['most'] else '>'}{number}"
    else:
        return _UNCLEAR
    if low is not None and high is not None and low >= high:
        return _UNCLEAR
    return {"reference": ReferenceInterval(low=low, high=high, text=text)}


def _plain(number: str) -> str:
    return number.replace(",", ".")


_UNCLEAR = "Which interval? Say its two ends, such as: the reference range is 15-65. Nothing was changed."
_RANGE_SAID = re.compile(
    r"\b(?:upper|lower)\s+(?:limit|bound|end|normal|reference)|\b(?:reference|normal|ref)\.?\s+(?:range|interval|limits?|values?)\b|"
    r"\b(?:range|limit|interval|[ul]ln)\s+(?:is|was|should|goes|runs|of|for)\b",
    re.IGNORECASE,
)
_N = r"\d+(?:[.,]\d+)?"
_NUMBER = re.compile(r"\d")
_SPAN = re.compile(
    rf"(?<![\w.,])(?P<low>{_N})\s*(?:-|–|—|to|and|till|until|up to)\s*(?P<high>{_N})(?![\w.,]*\d)", re.IGNORECASE
)
_ONE_END = re.compile(
    rf"\b(?:(?P<upper>upper|uln|top)|(?P<lower>lower|lln|bottom))\b(?:.{{0,60}}?(?:\b(?:is|was|are|be|to|at)\b|[=:])|[^\d]{{0,9}})"
    rf"\s*(?P<number>{_N})\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:(?P<most><|≤|\b(?:below|under|up to|less than|at most))|(?:>|≥|\b(?:above|over|more than|at least|from)))"
    rf"\s*(?P<number>{_N})\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r",?\s+(?:and\s+)?(?:not|rather than|instead of)\s+[<>]?\s*\d[^a-z]*", re.IGNORECASE)
