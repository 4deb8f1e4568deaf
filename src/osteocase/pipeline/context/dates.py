"""Whether a statement is told with a time of its own that lies in the past: ``in 2005``, ``at age 12``.

A condition is historical that began more than two weeks before the note (Harkema H et al., J Biomed Inform
2009;42:839-51); one that began then and goes on (``for ten years``) is long-standing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from osteocase.pipeline.matching import regular as re

if TYPE_CHECKING:
    from osteocase.pipeline.scan import Scan
    from osteocase.pipeline.times.find import TimeMention

__all__ = ["PastTimes"]

_JOINS = re.compile(
    r"(?:\s+(?!(?:and|or|but|who|which|after|before|with|since|due|when|while|following|for|on)\b)[\w'’-]+){0,5}\s*\(?",
    re.IGNORECASE,
)
"""What may stand between a statement and its year: a few words of the same phrase."""

_FRONTED = re.compile(
    r",?\s*(?:(?:she|he|they|the patient|patient|this patient|there|her|his)\s+)?"
    r"(?:(?!(?:and|but|now|who|which|presents?|presented|presenting|currently|today|has|is|no|not|never|denies)\b)"
    r"[\w'’-]+\s+){0,8}",
    re.IGNORECASE,
)
"""What may stand between ``In 1998`` at the head of a clause and the statement: a subject, a past verb, a few words."""
_HEAD = re.compile(
    r"(?:^|[.;:,(]|\b(?:and|then|but|while))\s*(?:(?:back|in|at|on|by|around|about|during|some|approximately)\s+)*$",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:at|aged|age|when)\b", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_RECENT_DAYS = 14


class PastTimes:
    """The times of one scan, as what they say of the statements beside them."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        dates = [time.date for time in scan.times if time.date and time.date[:4].isdecimal()]
        years = {(int(date[:4]), len(date) == 4) for date in dates}
        full = [year for year, is_bare in years if not is_bare]
        self._latest = max(full or [year for year, _ in years], default=0)
        self._only_year = not full and len(years) == 1

    def beside(self, start: int, end: int) -> TimeMention | None:
        """The past time that a statement is told with: after it in its phrase, or at the head of its clause."""
        left, right = self.scan.sentence_at(start)
        if not self.scan.times_in(max(left, start - 120), max(start, min(right, end + 60))):
            return None
        for time in self.scan.times_in(end, min(right, end + 60))[:1]:
            if _JOINS.fullmatch(self.scan.text, end, time.start) and self._is_past(time, end):
                return time
        before = [time for time in self.scan.times_in(max(left, start - 120), start) if time.end <= start]
        if before and self._is_past(before[-1], left):
            time = before[-1]
            lead = self.scan.text[max(left, time.start - 40) : time.start]
            at_head = _HEAD.search(lead) is not None
            if at_head and _FRONTED.fullmatch(self.scan.text, time.end, start):
                return time
        return None

    def _is_past(self, time: TimeMention, low: int) -> bool:
        if time.kind == "age":
            return _AGED.search(self.scan.text[max(low, time.start - 4) : time.end]) is not None
        if time.kind == "date":
            return self._is_past_year(time.date or "")
        return time.kind == "relative" and time.anchor == "note_date" and is_long_ago(time)

    def _is_past_year(self, date: str) -> bool:
        """A bare year: two years and more before the latest date, or the only year that the text names."""
        return len(date) == 4 and (int(date) <= self._latest - 2 or self._only_year)


def is_long_ago(time: TimeMention) -> bool:
    """Whether a distance back from the note is more than two weeks."""
    if time.value is None or time.unit is None or not time.value.startswith("-"):
        return False
    return -Decimal(time.value) * _DAYS[time.unit] > _RECENT_DAYS
