"""Times of a treatment told in a word: ``stopped Feb``, ``started Mon``, ``60 mg today, repeat every 6 months``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import time_draft
from osteocase.pipeline.times.words import TimeMention
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.periods import Times

__all__ = ["MOMENT", "begun_so_long_ago", "on_that_day", "told_briefly"]

_REACH = 70


def on_that_day(scan: Scan, item: Found) -> Times:
    """``60 mg today, repeat every 6 months``: the day stands between the dose and how often."""
    match = _THAT_DAY.search(scan.text, item.mention.end, item.end)
    if match is None:
        return {}
    for time in scan.times_in(item.mention.end, item.end):
        if match.start() <= time.start <= match.end():
            return {"start": (time_draft(scan.text, time), (time.start, time.end))}
    day = _DAY_ALONE.match(scan.text, match.end())
    if day is not None:
        time = TimeMention(*day.span(), "label", None)
        return {"start": (time_draft(scan.text, time), day.span())}
    return {}


_DAY_ALONE = re.compile(r"(?:3[01]|[0-2]?\d)/(?:3[01]|[0-2]?\d)(?![\d/])")


_THAT_DAY = re.compile(
    r"\b(?:today|tonight|now)\b(?=[\s,]+(?:and|then|repeat|to be|every|weekly|monthly|yearly))"
    r"|(?<=given )(?:on )?(?=\d)|(?<=infused )(?:on )?(?=\d)|(?<=injected )(?:on )?(?=\d)"
    r"|\b(?:first|1st)\s+(?:dose|injection|infusion|given|shot|tablet)[ \t:]+(?:(?:on|in)\s+)?(?=\d|[A-Z][a-z])",
    re.IGNORECASE,
)

_BRIEF = (
    r"(?P<time>(?:(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov"
    r"|dec)[a-z]*|(?:the\s+)?(?:spring|summer|autumn|fall|winter)|halloween|christmas|easter|thanksgiving|new year"
    r"|(?:the |her |his )?last visit|tmrw(?: night)?|that (?:night|day|evening)"
    r"|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)|(?:1[0-2]|0?[1-9])/(?:3[01]|[0-2]?\d)(?![/-])"
    r"|(?:3[01]|[12]?\d|0[1-9])/(?:1[0-2]|0?[1-9])(?![/-])))(?!\w|\s*\d)"
)
_STOP_BRIEF = re.compile(
    rf"[^.;\n]{{0,40}}?\b(?:stopped|ceased|finished|completed|quit|discontinued|ended|until|till|through|thru|to"
    rf"|last given|(?:weaned|taken)\s+off|off|held)\s+"
    rf"(?:on\s+|in\s+|at\s+|by\s+)?{_BRIEF}",
    re.IGNORECASE,
)
_START_BRIEF = re.compile(
    rf"[^.;\n]{{0,40}}?\b(?:started|since|restarted|commenced|begun|from|given|infused|injected|administered)\s+(?:on\s+|in\s+)?{_BRIEF}",
    re.IGNORECASE,
)
_FOR_SO_LONG = re.compile(
    r"[ \t,(]*(?P<time>(?:since|from)\s+(?:the\s+)?(?:last\s+|past\s+)?(?:about\s+|almost\s+|over\s+)?"
    r"(?P<number>\d{1,2}|an?|one|two|three|four|five|six|eight|ten)\s?(?P<unit>days?|weeks?|wks?|months?|mths?|years?|yrs?)"
    r"(?:\s+(?:back|now|ago))?)(?!\w|\s*(?:after|post|before|prior|pre|of\b|to\b|until|till|[-–]|old|age|later|onwards))",
    re.IGNORECASE,
)
"""``50 mg OD from 1 week``, ``since 3 months``: begun so long ago, and taken still."""
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_COUNTED = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
MOMENT = re.compile(
    r"[ \t,]*(?:(?:was|were)\s+\w+\s+)?(?:(?:on|over|at)\s+)?(?P<time>halloween|christmas|easter|thanksgiving|new year"
    r"|(?:the |her |his )?last visit|(?:last|that) (?:night|evening)|tmrw(?: night| am| pm)?|on arrival"
    r"|at (?:the )?scene)(?!\w)",
    re.IGNORECASE,
)


def told_briefly(scan: Scan, end: int, found: Times) -> Times:
    """``stopped Feb``, ``started Mon``, ``till 26th``: a month, a weekday or a day alone behind such a word."""
    for name, pattern in (("stop", _STOP_BRIEF), ("start", _START_BRIEF)):
        match = pattern.match(scan.text, end, end + _REACH) if name not in found else None
        if match is not None and not scan.mentions_in(end, match.start("time"), "treatment"):
            span = (match.start("time"), match.end("time"))
            if not any(time.start <= span[0] < time.end for time in scan.times_in(end, span[1])):
                found[name] = (time_draft(scan.text, TimeMention(*span, "label", None)), span)
    return found


def begun_so_long_ago(scan: Scan, item: Found, end: int) -> Times:
    """The start of what is taken ``since 3 months``, ``from 1 week``."""
    match = _FOR_SO_LONG.match(scan.text, end) if item.status in {"ongoing", "stopped", "past"} else None
    if match is None:
        return {}
    number = match["number"].lower()
    value = str(-_COUNTED.get(number, int(number) if number.isdecimal() else 0))
    span = match.span("time")
    unit = _UNITS[match["unit"][0].lower()]
    return {"start": (time_draft(scan.text, TimeMention(*span, "relative", value=value, unit=unit)), span)}
