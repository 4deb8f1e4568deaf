"""When a treatment began and when it ended, from the times told in its clause."""

from __future__ import annotations

from typing import Any

from osteocase.pipeline import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["is_over", "treatment_times"]

Found = dict[str, tuple[dict[str, Any], tuple[int, int]]]

_SINCE = re.compile(
    r"\b(?:since|from|started (?:in|on)|beginning(?: in| on)?|starting(?: in| on)?|commenced (?:in|on))\s+"
    r"(?:the\s+)?(?:about\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\b(?:until|till|through|up to|ended(?: in| on)?|stopped(?: in| on)?|discontinued(?: this)?(?: in| on)?"
    r"|ending(?: in| on)?)|(?<=\d)\s?[-–—]|\bto)\s*(?:the\s+)?(?:about\s+)?$",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"(?:was |were |has been )?(?:re)?(?:started|commenced|begun|initiated)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest|most recent)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_APART = re.compile(
    r"[;]|\b(?:but|however|although|while|whereas|when|because)\b|[.!?]\s+[A-Z]"
    r"|,\s+(?:and\s+)?(?:she|he|they|we|the patient)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:(?:and|or|plus|then|s/p|status post|also|followed by|an?|her|his|the|left|right|bilateral|total|balloon"
    r"|percutaneous)\b|[TLCDtlcd]h?\d{1,2}(?:[-/]\w+)?|\d\."
    r"|[,;)\s])*",
    re.IGNORECASE,
)
_STARTING = {"started", "completed", "past"}
_REACH = 70
_WINDOW = 400


def is_over(scan: Scan, start: int, end: int) -> bool:
    """True where a closed period or a time gone by follows the name and its dose: ``2008-2013``, ``last winter``.

    Args:
        scan: the scan of the text.
        start: end of the name.
        end: end of its last dose, which may have taken the period up.
    """
    period = _PERIOD.match(scan.text, end) or _PERIOD.search(scan.text, start, end)
    if period is not None:
        return not re.fullmatch(r"present|now|date|current|ongoing|today", period["stop"], re.IGNORECASE)
    return _GONE.match(scan.text, end) is not None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_POINT = rf"(?:(?:0?[1-9]|1[0-2])/|(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?\s)?(?:19|20)\d{{2}}"
_PERIOD = re.compile(
    rf"[\s,(]*(?:(?:from|between|taken|in)\s+)?(?:(?:about|approximately|around|early|late"
    rf"|c\.?)\s+)?(?P<start>{_POINT})\s*(?:[-–—]|to|until|till|through"
    rf"|and)\s*(?P<stop>{_POINT}|\d{{2}}(?!\d|/)|present|now|date|current|ongoing|today)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"[\s,(]*(?:(?:short )?courses?\s+)?(?:x\s?\d+\s+)?(?:last (?:year|yr|month|winter|summer|spring|autumn|fall)"
    r"|in (?:19|20)\d{2}|in (?:her|his) (?:early |mid |late )?(?:\d0s|twenties|thirties"
    r"|forties|fifties|sixties)"
    r"|(?:for (?:\w+ ){1,3})?(?:until|till|up to) (?:last (?:\w+)|(?:\w+ )?(?:19|20)\d{2})"
    r"|(?:at )?aged? \d{1,2}\s?[-–]\s?\d{1,2}|in childhood|as a child|in pregnancy"
    r"|(?:many |several |\d+ |\w+ )?(?:years|months|decades) ago)\b",
    re.IGNORECASE,
)


def _period(scan: Scan, end: int) -> Found:
    """Start and stop of ``2010-2014`` beside a name."""
    match = _PERIOD.match(scan.text, end)
    if match is None:
        return {}
    found: Found = {}
    for name in ("start", "stop"):
        written = match[name]
        point = re.fullmatch(r"(?:(?P<month>\d{1,2}|[A-Za-z]+)\W)?\W?(?P<year>(?:19|20)\d{2})", written)
        date = None
        if point is not None:
            month = point["month"]
            number = int(month) if month and month.isdigit() else month and _MONTHS.index(month[:3].lower()) + 1
            date = f"{point['year']}-{number:02d}" if number else point["year"]
        elif written.isdigit():
            date = match["start"][-4:-2] + written
        else:
            continue
        span = (match.start(name), match.end(name))
        found[name] = (
            time_draft(
                scan.text, TimeMention(*span, "date", date, precision="month" if date and "-" in date else "year")
            ),
            span,
        )
    return found


_YEAR = re.compile(
    r"[^.;,\n()]{0,40}?[\s(,]+(?:in\s+)?(?P<year>(?:19|20)\d\d)(?=\s*(?:[.,;)\n]|$|(?:and|for|by|at|with|in|w)\b))"
)


def _year(scan: Scan, end: int) -> Found:
    """``right hip replacement 2010``, ``ORIF of the ankle (2003)``: a bare year behind what was done once."""
    match = _YEAR.match(scan.text, end, end + _REACH)
    if match is None or scan.mentions_in(end, match.start("year"), "treatment"):
        return {}
    span = (match.start("year"), match.end("year"))
    if any(time.start < span[0] < time.end for time in scan.times_in(end, span[1])):  # a longer time holds the year
        return {}
    return {"start": (time_draft(scan.text, TimeMention(*span, "date", match["year"], precision="year")), span)}


def treatment_times(
    scan: Scan, start: int, end: int, status: str, cue: tuple[int, int] | None, *, once: bool = False
) -> Found:
    """Start and stop of the treatment named at ``start``, whose doses reach to ``end``.

    A time with ``since`` or ``until`` beside it says itself what it is; a bare one is the start of what was started,
    done or had, the end of what was stopped, and the planned date of what is planned.

    Args:
        once: true for what is done at one time, an operation or a vaccination: a bare year behind it is its time.
    """
    left, right = scan.sentence_at(start)
    found: Found = _period(scan, end) or (_year(scan, end) if once and status in _STARTING else {})
    if found:
        return found
    for time in sorted(
        scan.times_in(max(left, start - _WINDOW), min(right, end + _WINDOW)),
        key=lambda time: time.start - end if time.start >= end else start - time.end + _LEAD,
    ):
        if time.kind == "duration" or (time.kind == "label" and time.anchor is None):
            continue
        if time.anchor in {"treatment_start", "treatment_stop"} and time.value not in {None, "0"}:
            # "6 months after the start of romosozumab" places the visit by the treatment, not the treatment.
            if time.start <= start and start - time.end <= 12:
                return {}
            continue
        before = scan.text[max(left, time.start - 30) : time.start]
        near = _is_near(scan, start, end, time, cue)
        if not near:
            continue
        if time.end <= start and _is_told_of_another(scan, left, start, time, before):
            continue
        if _LAST.search(before) and status != "stopped":
            continue  # ``(last injection 11 months ago)`` is no beginning
        if _UNTIL.search(before) and time.start >= end:
            _put(found, "stop", scan, time)
        elif _SINCE.search(before) or scan.text[time.start : time.end].lower().startswith("since"):
            _put(found, "start", scan, time)
        elif status == "stopped":
            gone_by = scan.text[time.start : time.end].lower().startswith(("after", "within"))
            if cue is not None and time.start >= cue[0] and not gone_by:
                _put(found, "stop", scan, time)
        elif (
            (cue is not None and time.start >= cue[1] and _BEGUN.match(scan.text, cue[0]))
            or status in _STARTING
            or (status == "planned" and time.start >= end)
            or status == "declined"
        ):
            _put(found, "start", scan, time)
    return _told_briefly(scan, end, found)


def _told_briefly(scan: Scan, end: int, found: Found) -> Found:
    """``stopped Feb``, ``started Mon``, ``till 26th``: a month, a weekday or a day alone behind such a word."""
    for name, pattern in (("stop", _STOP_BRIEF), ("start", _START_BRIEF)):
        match = pattern.match(scan.text, end, end + _REACH) if name not in found else None
        if match is not None and not scan.mentions_in(end, match.start("time"), "treatment"):
            span = (match.start("time"), match.end("time"))
            if not any(time.start <= span[0] < time.end for time in scan.times_in(end, span[1])):
                found[name] = (time_draft(scan.text, TimeMention(*span, "label", None)), span)
    return found


_BRIEF = (
    r"(?P<time>(?:(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov"
    r"|dec)[a-z]*"
    r"|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)))(?!\w|\s*\d)"
)
_STOP_BRIEF = re.compile(
    rf"[^.;\n]{{0,25}}?\b(?:stopped|ceased|finished|discontinued|ended|until|till|to|last given)\s+(?:on\s+"
    rf"|in\s+)?{_BRIEF}",
    re.IGNORECASE,
)
_START_BRIEF = re.compile(
    rf"[^.;\n]{{0,25}}?\b(?:started|since|restarted|commenced|begun|from)\s+(?:on\s+|in\s+)?{_BRIEF}", re.IGNORECASE
)
_LEAD = 15
"""Characters by which a time behind a name is nearer than one before it."""


def _put(found: Found, name: str, scan: Scan, time: TimeMention) -> None:
    found.setdefault(name, (time_draft(scan.text, time), (time.start, time.end)))


def _is_of_the_one_before(scan: Scan, start: int, time: TimeMention) -> bool:
    """``X in 1998 and Y``: the time behind X, with which the list goes on to Y, is that of X alone."""
    if not _GOES_ON.fullmatch(scan.text[time.end : start]):
        return False
    ahead = scan.mentions_in(max(0, time.start - _REACH), time.start, "treatment")
    return bool(ahead) and not re.search(r"[.,;]|\band\b", scan.text[ahead[-1].end : time.start])


def _is_told_of_another(scan: Scan, left: int, start: int, time: TimeMention, before: str) -> bool:
    """``X since 2008, now switched to Y``: the period is that of X."""
    bound = _SINCE.search(before) or _UNTIL.search(before) or scan.text[time.start : time.start + 5].lower() == "since"
    return bool(bound) and bool(scan.mentions_in(max(left, time.start - _REACH), time.start, "treatment"))


def _of_the_next(scan: Scan, time: TimeMention, gap: str) -> bool:
    """``X and, from week 6, Y``: a time that the next name follows at once, behind an ``and``, is that of the next."""
    if not re.search(r"\band\b", gap):
        return False
    return bool(scan.mentions_in(time.end, time.end + 4, "treatment"))


def _is_near(scan: Scan, start: int, end: int, time: TimeMention, cue: tuple[int, int] | None) -> bool:
    """True where nothing but the verb and doses stands between a name and a time, and no other treatment has it."""
    anchors = [(start, end)] + ([cue] if cue is not None else [])
    if time.start < end and time.end > start:
        return False
    if time.end <= start and _is_of_the_one_before(scan, start, time):
        return False
    for left, right in anchors:
        gap = scan.text[right : time.start] if time.start >= right else scan.text[time.end : left]
        if len(gap) > _REACH or _APART.search(gap):
            continue
        if time.start >= end and _of_the_next(scan, time, gap):
            continue
        if left >= end and time.start >= right and scan.mentions_in(right, time.start, "treatment"):
            continue  # ``X (now stopped), and Y 2014-2019``
        low, high = (right, time.start) if time.start >= right else (time.end, left)
        if (left, right) == (start, end) and scan.mentions_in(low, high, "treatment"):
            continue
        if (left, right) == (start, end) and time.end <= start and "," in gap.lstrip(" ,:)"):
            continue  # another item of the list stands between
        return True
    return False
