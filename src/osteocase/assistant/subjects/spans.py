"""A stretch of time between dates: ``until 2021``, ``since May 2020``, ``between 2019 and 2021``."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.review import Session

__all__ = ["NTH_YEAR", "with_span"]

_EVER = Decimal(100000)
_LEADS = re.compile(
    r"\b(?P<between>between)\s+(?:the\s+)?$"
    r"|\b(?P<until>until|till|by|up to(?: and including)?|through|as late as|not? later than)\s+(?:the\s+)?$"
    r"|\b(?P<before>before|prior to|earlier than|ahead of)\s+(?:the\s+)?$"
    r"|\b(?P<since>since|as of|starting|from)\s+(?:the\s+)?$"
    r"|\b(?P<after>after|later than|following|beyond|past)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
NTH_YEAR = re.compile(
    r"\b(?:in|during|over|within|throughout|for)\s+(?:(?:the|her|his|their)\s+)?"
    r"(?:(?P<nth>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\s+(?P<unit>year|month)|(?P<unit2>year|month)\s+(?P<number>[1-9]))\b"
    r"(?!\s+(?:visit|review|scan|dose|infusion|appointment|of\s+(?:life|pregnancy|school))|\s*\d)",
    re.IGNORECASE,
)
"""``in the second year``: a stretch of the axis, and no second one of several things."""
_NTHS = ("first", "second", "third", "fourth", "fifth")
_BESIDE = Decimal("0.7")
"""Months that bloods and scans may lie before the visit that they are made for."""
_ONWARDS = re.compile(r"\bonwards?\b|\bon(?=\s*[?.]?$)", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:chang|differ|compar|gain|delta|how much|improv|rise|rose|fall|fell|drop)", re.IGNORECASE)
_ASKS = ("ask", "list", "trend", "extreme", "count", "abnormal", "presence", "record_kind", "high", "low", "measure")


def with_span(heard: Heard, session: Session) -> Heard:
    """The question with the stretch of time that it speaks of instead of a date."""
    wished = heard.has("correct", "add", "delete", "accept", "defer") or not (heard.is_question or heard.has(*_ASKS))
    measured = any(hit.topic in ("analyte", "bmd_site", "score") for hit in heard.hits)
    taken = any(hit.topic == "treatment" and hit.end > hit.start for hit in heard.hits) and not measured
    if not wished and heard.dates == () and heard.moment is None:
        heard = _of_year(heard)
    if taken or not heard.dates or wished:
        return heard
    ends = [(months_of_day(date, session), months_of_day(date, session, last=True)) for date in heard.dates]
    months = [(first, last) for first, last in ends if first is not None and last is not None]
    if len(months) < len(ends):
        return heard
    lead = next((found for place in heard.dates_at if (found := _LEADS.search(heard.say[:place]))), None)
    if lead is None:
        return heard
    if lead["between"] and len(months) == 2 and _CHANGE.search(heard.say):
        return heard  # ``the difference between 2020 and 2021`` holds two times against each other
    if lead["since"] == "from" and len(months) == 1 and not _ONWARDS.search(heard.say):
        return heard  # ``the letter from January 2023``
    begin, end = months[0]
    moment = {
        "until": Moment("between", -_EVER, end),
        "before": Moment("between", -_EVER, begin - Decimal("0.02")),
        "since": Moment("between", begin, months[1][1] if len(months) > 1 else _EVER),
        "after": Moment("between", end + Decimal("0.02"), _EVER),
        "between": Moment("between", begin, months[-1][1]),
    }[str(lead.lastgroup)]
    return replace(heard, date=None, dates=(), dates_at=(), moment=moment)


def _of_year(heard: Heard) -> Heard:
    match = NTH_YEAR.search(heard.say)
    if match is None or _CHANGE.search(heard.say):  # a change over a year has its own answer
        return heard
    nth = (match["nth"] or match["number"]).casefold()
    number = Decimal(_NTHS.index(nth) + 1 if nth in _NTHS else int(nth[0]))
    length = Decimal(12 if (match["unit"] or match["unit2"]).casefold() == "year" else 1)
    moment = Moment("between", (number - 1) * length - _BESIDE * (length > 1), number * length + _BESIDE * (length > 1))
    inside = {at for at, offset in enumerate(heard.offsets) if match.start() <= offset < match.end()}
    hits = tuple(
        replace(hit, group="filler", value=None) if hit.start in inside and hit.group in ("time", "when") else hit
        for hit in heard.hits
    )
    return replace(heard, hits=hits, months=None, moment=moment)
