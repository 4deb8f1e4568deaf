"""Times of a treatment told in a word: ``stopped Feb``, ``started Mon``, ``60 mg today, repeat every 6 months``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import time_draft
from osteocase.pipeline.times.words import TimeMention
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.periods import Times

__all__ = ["MOMENT", "on_that_day", "told_briefly"]

_REACH = 70


def on_that_day(scan: Scan, item: Found) -> Times:
    """``60 mg today, repeat every 6 months``: the day stands between the dose and how often."""
    match = _THAT_DAY.search(scan.text, item.mention.end, item.end)
    if match is None:
        return {}
    for time in scan.times_in(item.mention.end, item.end):
        if time.start == match.start():
            return {"start": (time_draft(scan.text, time), (time.start, time.end))}
    return {}


_THAT_DAY = re.compile(
    r"\b(?:today|tonight|now)\b(?=[\s,]+(?:and|then|repeat|to be|every|weekly|monthly|yearly))", re.IGNORECASE
)

_BRIEF = (
    r"(?P<time>(?:(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov"
    r"|dec)[a-z]*|(?:the\s+)?(?:spring|summer|autumn|fall|winter)|halloween|christmas|easter|thanksgiving|new year"
    r"|(?:the |her |his )?last visit|tmrw(?: night)?|that (?:night|day|evening)"
    r"|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)|(?:1[0-2]|0?[1-9])/(?:3[01]|[0-2]?\d)(?![/-])))(?!\w|\s*\d)"
)
_STOP_BRIEF = re.compile(
    rf"[^.;\n]{{0,40}}?\b(?:stopped|ceased|finished|completed|quit|discontinued|ended|until|till|through|thru|to"
    rf"|last given|(?:weaned|taken)\s+off|off|held)\s+"
    rf"(?:on\s+|in\s+|at\s+|by\s+)?{_BRIEF}",
    re.IGNORECASE,
)
_START_BRIEF = re.compile(
    rf"[^.;\n]{{0,40}}?\b(?:started|since|restarted|commenced|begun|from)\s+(?:on\s+|in\s+)?{_BRIEF}", re.IGNORECASE
)
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
