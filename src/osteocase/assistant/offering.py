"""A value that is told without saying that it is a correction: ``vit D at 12 months 43``, where 42 is recorded."""

from __future__ import annotations

import re

from osteocase.assistant.finding import Selection, values_of
from osteocase.assistant.hearing import Heard
from osteocase.records import Bmd, Lab, Score, Treatment
from osteocase.review import Edit

__all__ = ["offer", "tells_other_value"]

_ASKS = ("list", "extreme", "abnormal", "count", "duration", "when", "trend", "source", "high", "low", "presence")
_YEAR = 1900
_TIME_BEHIND = re.compile(r"\s*(?:at|in|on|by)\s+(?:the\s+)?(?:month\s+)?\w+", re.IGNORECASE)
_COMPARES = frozenset(("above", "below", "over", "under", "than", "between", "top", "last", "or"))
_TALK = re.compile(r"\b(?:please|pls|plz|thanks|thx|now|actually|though)\b", re.IGNORECASE)


def tells_other_value(heard: Heard, found: Selection) -> bool:
    """Whether one value is said of one record, and the record holds another."""
    if heard.is_question or heard.has(*_ASKS) or heard.has("ask") or len(found.records) != 1:
        return False
    record = found.records[0]
    dosed = isinstance(record, Treatment) and bool(heard.figures and heard.figures[0].unit)
    if not (dosed or isinstance(record, Lab | Bmd | Score)) or len(heard.figures) != 1 or _COMPARES & set(heard.words):
        return False
    figure = heard.figures[0]
    year = figure.unit is None and figure.value >= _YEAR
    behind = _TALK.sub("", heard.say[figure.start + 1 :].lstrip("0123456789.,"))
    at_end = re.search(r"\w", behind) is None or figure.unit is not None
    at_end = at_end or bool(_TIME_BEHIND.match(heard.say[figure.start + 1 :].lstrip("0123456789.,")))
    return not figure.negated and not year and at_end and figure.value not in values_of(record)


def offer(edit: Edit, heard: Heard, found: Selection) -> str:
    """The question whether the recorded value is to be changed."""
    record, new = found.records[0], heard.figures[0].value
    old = next((getattr(record, name) for name, value in edit.fields.items() if value == new), None)
    shown = f"{new} and not {old}" if old is not None else f"{new}"
    return f"Is it {shown}? Say yes to correct it.".replace("-", "−")
