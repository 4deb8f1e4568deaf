"""Whether a value ever lay above or below a number that is said: ``was the spine Z-score ever above zero?``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.finding import same_thing
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Lab, Record, Score

__all__ = ["passes"]

_LIMIT = re.compile(
    r"\b(?:(?P<above>above|over|greater than|higher than|more than|exceed(?:s|ed)?)|"
    r"below|under|beneath|less than|lower than)\s+(?P<number>zero|[-−+]?\d+(?:[.,]\d+)?)(?![\w./])",
    re.IGNORECASE,
)
_TIME = re.compile(r"\s*(?:months?|years?|weeks?|days?|%|percent)\b", re.IGNORECASE)


def passes(heard: Heard, records: Sequence[Record]) -> list[Record] | None:
    """The records beyond the number, none where there is none; null where no number is compared with."""
    match = _LIMIT.search(heard.say)
    if match is None or not (heard.is_question or heard.has("count")) or _TIME.match(heard.say[match.end() :]):
        return None
    typed = match["number"].lower().replace("−", "-").replace(",", ".")
    limit = Decimal(0) if typed == "zero" else Decimal(typed)
    if "still" in heard.words:  # by the last value of each
        latest = {same_thing(one): one.id for one in records}
        records = [one for one in records if one.id in latest.values()]
    measured = [(one, value) for one in records if (value := _value(one, heard, limit)) is not None]
    if not measured or len(measured) < len(records):
        return None
    return [one for one, value in measured if (value > limit if match["above"] else value < limit)]


def _value(record: Record, heard: Heard, limit: Decimal) -> Decimal | None:
    match record:
        case Lab(value=value) | Score(value=value):
            return value
        case Bmd():
            measure = heard.measure
            if limit < 0 and measure in (None, "bmd_g_cm2"):  # no density lies below zero
                measure = "t_score"
            value = getattr(record, measure, None) if measure is not None else None
            return value if isinstance(value, Decimal) else None
    return None
