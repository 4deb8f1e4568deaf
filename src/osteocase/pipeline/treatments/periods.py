"""Closed periods beside the name of a treatment, and the bare year of what was done once."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import time_draft
from osteocase.pipeline.times.words import MONTHS, TimeMention

__all__ = [
    "Span",
    "Times",
    "closed_period",
    "doses_on",
    "DAYS",
    "is_over",
    "labelled",
    "opened_at",
    "still_runs",
    "year_behind",
    "year_of_injury",
]

Span = tuple[int, int]
Times = dict[str, tuple[dict[str, Any], Span]]
"""``start`` and ``stop``: the time's fields and where it stands."""

_YEAR = r"(?:19|20)\d{2}"
_POINT = (
    rf"(?:{_YEAR}[/.-](?:0?[1-9]|1[0-2])(?:[/.-]\d{{1,2}})?(?![\d/]|[.-]\d{{1,2}}(?!\d))"
    rf"|(?:\d{{1,2}}[/.])?\d{{1,2}}[/.]{_YEAR}"
    rf"|(?:\d{{1,2}}\s)?(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?[\s,-]{{1,2}}{_YEAR}"
    rf"|(?:spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}|{_YEAR})"
)
_NAMED_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_YEAR_LATER = (
    rf"{_NAMED_MONTH}(?=\s?(?:[-–—~]|to|until|till|through|thru)\s?(?:\d{{1,2}}\s)?"
    rf"{_NAMED_MONTH}[\s,-]{{1,2}}{_YEAR})"
)
"""The first month of ``July to October 2018``."""
_CLOSED = (
    r"(?:(?:from|between|taken|used|in)\s+)?(?:(?:about|approximately|around|early|late|c\.?)\s+)?"
    rf"(?P<start>{_POINT}|{_YEAR_LATER}|(?<=from\s)\d{{1,2}}(?=\s?(?:to|till|until|[-–])\s?\d{{1,2}}\s(?:{'|'.join(MONTHS)})))\s*(?:-{{1,2}}>|→|=>|[-–—~]|to|until|till|through|thru|and)\s*(?:(?:about|early|late)\s+)?"
    rf"(?P<stop>{_POINT}|(?:\d{{1,2}}\s)?(?:{'|'.join(MONTHS)})[a-z]{{0,6}}(?!\w|\s\d)|\d{{2}}(?!\d|[/.-]\d)|present|now|date|current"
    r"|ongoing|today)"
)
_PERIOD = re.compile(rf"(?:\s+for\s+[a-z][a-z -]{{2,30}}?\s)?[\s,(:;–-]*{_CLOSED}", re.IGNORECASE)
_IN_BRACKET = re.compile(rf"[\s,]*\([^()\d\n]{{1,30}}?[,;:]\s*{_CLOSED}", re.IGNORECASE)
"""``Fosamax (heartburn, 2005 to 2006)``."""
_IN_CLAUSE = re.compile(rf"[\s,;(]*[^.;()\d\n]{{1,45}}?[,(]\s*{_CLOSED}", re.IGNORECASE)
"""``daily; nine injections in all, from February 2014 to February 2018``."""
_AHEAD = re.compile(
    rf"(?:^|[\n;(:.])[ \t*•-]*{_CLOSED}[ \t]*[):,~–-]?[ \t]+"
    r"(?:(?:she|he|the patient)[ \t]+(?:also[ \t]+)?"
    r"(?:took|had|used|wore|received|was[ \t]+(?:on|given|taking|treated[ \t]+with))[ \t]+)?$",
    re.IGNORECASE,
)
"""``2022/04 - 2024/04  teriparatide`` in a table of the course, ``Between 2010 and 2015 she took X``."""
_AHEAD_REACH = 60
_MATTERS = ("treatment", "finding", "analyte", "bone", "score")
"""What else a period behind a clause could be of."""
_OPEN = re.compile(r"present|now|date|current|ongoing|today", re.IGNORECASE)
_GONE = re.compile(
    r"[\s,(]*(?:(?:short )?courses?\s+)?(?:x\s?\d+\s+)?(?:last (?:year|yr|month|winter|summer|spring|autumn|fall)"
    r"|in (?:19|20)\d{2}|in (?:her|his) (?:early |mid |late )?(?:\d0s|twenties|thirties"
    r"|forties|fifties|sixties)"
    r"|(?:for (?:\w+ ){1,3})?(?:until|till|up to) (?:last (?:\w+)|(?:\w+ )?(?:19|20)\d{2})"
    r"|(?:at )?aged? \d{1,2}\s?[-–]\s?\d{1,2}|from (?:the )?(?:ages? (?:of )?)?\d{1,2} (?:to|until) (?:ages? )?\d{1,2}"
    r"(?!\d|[\s-]?(?:mg|mcg|g|ml|units?|iu|tab|days?|weeks?|months?)\b)|in childhood|as a child|in pregnancy"
    r"|(?:many |several |\d+ |\w+ )?(?:years|months|decades) ago)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[^.;,\n()]{0,40}?[\s(,]+(?:in\s+)?(?P<year>(?:19|20)\d\d)(?=\s*(?:[.,;()\n]|$|(?:and|for|by|at|with|in|w|on|after|because|bc)\b))"
)
_YEAR_REACH = 70
_OPENS = re.compile(r"[ \t]*(?:[~→>]|->|onwards?\b:?)[ \t]*")
"""``2024/05/08~ denosumab``: from then on."""


_DATED = re.compile(
    rf"[\s,:;(–-]*(?:in\s+)?(?P<start>{_POINT})(?:\s*(?:,|&|;|and|,\s*and)\s*{_POINT})*\s*(?:,|&|;|and|,\s*and)\s*(?P<stop>{_POINT})"
    r"(?=\s*(?:[.;)(\n]|$))",
    re.IGNORECASE,
)
"""``5 mg IV yearly: Jan 2018, Jan 2019 and Feb 2020``: the days of single doses."""


_HINT = re.compile(rf"{_YEAR}|from\s\d{{1,2}}\s?(?:to|till|until|[-–])", re.IGNORECASE)
"""What no period and no list of days is told without."""
_HINT_REACH = 400
"""Characters beside a name in which it would have to stand: more than what an expression above passes over."""


def _is_dated(scan: Scan, start: int, end: int) -> bool:
    """Whether a period or a day may be told in a stretch at all."""
    if "dated_places" not in scan.facts:
        scan.facts["dated_places"] = [match.start() for match in _HINT.finditer(scan.text)]
    places: list[int] = scan.facts["dated_places"]
    return bisect_left(places, start) < bisect_left(places, end)


def doses_on(scan: Scan, end: int) -> re.Match[str] | None:
    """The list of days behind a name and its dose on which it was given."""
    return _DATED.match(scan.text, end) if _is_dated(scan, end, end + _HINT_REACH) else None


_LABEL = re.compile(
    r"(?:[ \t]*\n[ \t]*(?:[-*•][ \t]*)?|[ \t]*[,;/|(–-][ \t]*|[ \t]+)"
    r"(?:(?P<start>(?:start|started|begun|began|commenced|initiated|first\s+dose)(?:\s+(?:date|on))?)"
    r"|(?P<stop>(?:stop|stopped|end|ended|discontinued|finished|ceased|last\s+dose)(?:\s+(?:date|on))?)"
    r"|(?P<now>ongoing|current|continues|continuing|still\s+taking)(?=[ \t.)]*(?:\n|\Z))"
    r"|(?P<other>reason|indication|duration|response|effect|comment|prescriber|dose|route|frequency|notes?|status))"
    r"(?:[ \t]*[:=][ \t]*(?P<told>[^\n;/|,]*)|(?<=ongoing)|(?<=current)|(?<=continues)|(?<=continuing)|(?<=taking))",
    re.IGNORECASE,
)
"""``Start: 2015`` and ``Stop: 2020`` behind a drug or in the lines under it."""
_LABELS = 6


def labelled(scan: Scan, end: int) -> tuple[Times, bool]:
    """The times that labels behind a drug tell (``Start: 2015 / Stop: 2020``), and whether one says that it goes on."""
    found: Times = {}
    now = False
    for _ in range(_LABELS):
        match = _LABEL.match(scan.text, end)
        if match is None or scan.mentions_in(end, match.end(), "treatment"):
            break
        now = now or match["now"] is not None or _OPEN.match(match["told"] or "") is not None
        name = "start" if match["start"] else "stop" if match["stop"] else None
        time = next(iter(scan.times_in(*match.span("told"))), None) if name else None
        year = _ALONE.fullmatch(scan.text, *match.span("told")) if name and time is None else None
        if name and time is not None:
            found[name] = (time_draft(scan.text, time), (time.start, time.end))
        elif name and year is not None:
            date = TimeMention(*year.span("year"), "date", year["year"], precision="year")
            found[name] = (time_draft(scan.text, date), year.span("year"))
        end = match.end()
    return found, now


_DAY = r"(?:[0-2]?\d|3[01])/(?:[0-2]?\d|3[01])"
DAYS = re.compile(rf"[ \t,:]*\(?(?P<start>{_DAY})\s?[-–]\s?(?P<stop>{_DAY})(?=\s*(?:[),.;\n]|$))")
"""``vancomycin (11/26-11/28)``: days of this stay, whose year nobody writes."""
_ALONE = re.compile(rf"\s*(?:in\s+|about\s+)?(?P<year>{_YEAR})\b[^\n]*")


def is_over(scan: Scan, start: int, end: int) -> bool:
    """True where a closed period or a time gone by stands beside a name: ``2008-2013``, ``last winter``."""
    if doses_on(scan, end) is not None:
        return True
    period = _match(scan, start, end)
    if period is not None:
        return not _OPEN.fullmatch(period["stop"])
    return _GONE.match(scan.text, end) is not None


def still_runs(scan: Scan, start: int, end: int) -> bool:
    """True where a period that is open stands beside a name: ``2011 - present``."""
    period = _match(scan, start, end)
    return period is not None and _OPEN.fullmatch(period["stop"]) is not None


def _match(scan: Scan, start: int, end: int) -> re.Match[str] | None:
    """A closed period behind the name and its dose, or right before them."""
    days = DAYS.match(scan.text, end)
    if days is not None:
        return days
    if not _is_dated(scan, start - _AHEAD_REACH, end + _HINT_REACH):
        return None
    text = scan.text
    match = _PERIOD.match(text, end) or _IN_BRACKET.match(text, end) or _IN_CLAUSE.match(text, end)
    if match is not None and not scan.mentions_in(end, match.start("start"), *_MATTERS):
        return match
    left = max(0, start - _AHEAD_REACH)
    line = max(text.rfind("\n", left, start), left - 1) + 1
    return _AHEAD.search(text, max(0, line - 1), start)


def closed_period(scan: Scan, start: int, end: int) -> Times:
    """Start and stop of ``2010-2014`` beside the name and dose that stand between two places."""
    match = doses_on(scan, end) or _match(scan, start, end)
    if match is None:
        return {}
    found: Times = {}
    for name in ("start", "stop"):
        written, span = match[name], (match.start(name), match.end(name))
        if _OPEN.fullmatch(written):
            continue
        if name == "start" and (earlier := _month_before(written, match["stop"])) is not None:
            found[name] = (time_draft(scan.text, TimeMention(*span, "date", earlier, precision="month")), span)
            continue
        found[name] = (_draft(scan, written, span, match["start"]), span)
    return found


def _month_before(written: str, stop: str) -> str | None:
    """The month of ``November`` in ``November to March 2019``: of the same year, or of the one before."""
    year, first, last = (re.search(pattern, text.lower()) for pattern, text in (
        (_YEAR, stop), (rf"^(?:{'|'.join(MONTHS)})", written), ("|".join(MONTHS), stop),
    ))  # fmt: skip
    if year is None or first is None or last is None or re.search(_YEAR, written) is not None:
        return None
    month = MONTHS.index(first.group())
    return f"{int(year.group()) - (month > MONTHS.index(last.group()))}-{month + 1:02d}"


def _draft(scan: Scan, written: str, span: Span, first: str) -> dict[str, Any]:
    """The fields of one end of a period, by the scan where it knows the time and by its digits where it does not."""
    for time in scan.times_in(span[0], span[1]):
        if (time.start, time.end) == span:
            return time_draft(scan.text, time)
    year = re.search(_YEAR, written)
    month = re.search(
        rf"(?P<name>{'|'.join(MONTHS)})|(?<!\d)(?P<number>0?[1-9]|1[0-2])(?=[/.]{_YEAR})", written.lower()
    )
    month = month or re.search(rf"{_YEAR}[/.-](?P<name>x)?(?P<number>0?[1-9]|1[0-2])(?!\d)", written)
    number = None
    if month is not None:
        number = MONTHS.index(month["name"]) + 1 if month["name"] else int(month["number"])
    if year is None:
        years = re.findall(_YEAR, first)
        date = years[-1][:2] + written if written.isdecimal() and years else None
    else:
        date = f"{year.group()}-{number:02d}" if number else year.group()
    precision = "month" if number or written.isalpha() else "year"
    return time_draft(scan.text, TimeMention(*span, "date", date, precision=precision))


def opened_at(scan: Scan, start: int) -> Times:
    """The date before a name that a mark opens: ``2024/05/08~ denosumab``."""
    for time in reversed(scan.times_in(max(0, start - 20), start)):
        if time.kind == "date" and _OPENS.fullmatch(scan.text, time.end, start):
            return {"start": (time_draft(scan.text, time), (time.start, time.end))}
    return {}


def year_behind(scan: Scan, end: int) -> Times:
    """``right hip replacement 2010``, ``ORIF of the ankle (2003)``: a bare year behind what was done once."""
    match = _BEHIND.match(scan.text, end, end + _YEAR_REACH)
    if match is None or scan.mentions_in(end, match.start("year"), "treatment"):
        return {}
    span = (match.start("year"), match.end("year"))
    if any(time.start < span[0] < time.end for time in scan.times_in(end, span[1])):  # a longer time holds the year
        return {}
    return {"start": (time_draft(scan.text, TimeMention(*span, "date", match["year"], precision="year")), span)}


_INJURY = re.compile(
    r"(?:#|\bfract\w*|\bfx\b|\bbroke\b)[^.;\n]{0,45}?\b(?P<year>(?:19|20)\d\d)\b(?P<link>[^.;\n]{0,45})$",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"^\s*\((?:left|right|l|r)?[\s,]*$"
    r"|\b(?:treated|managed|fixed|pinned|plated|needing|needed|requir\w+|was in|put in|placed in|underwent)\b"
    r"(?:\s+(?:in|with|by|w|w/|an?|the|surgically|conservatively|left|right|cannulated|open))*\s*$"
    r"|\band (?:was|had) (?:in )?(?:an? )?$",
    re.IGNORECASE,
)


def year_of_injury(scan: Scan, start: int) -> Times:
    """``fracture 2016 (hemiarthroplasty)``, ``broke a wrist in 2014 and was in a cast``: treated in that year."""
    left = max(scan.sentence_at(start)[0], start - _YEAR_REACH * 2)
    match = _INJURY.search(scan.text, left, start)
    if match is None or _TREATED.search(match["link"]) is None:
        return {}
    if scan.mentions_in(match.end("year"), start, "treatment"):
        return {}
    span = match.span("year")
    return {"start": (time_draft(scan.text, TimeMention(*span, "date", match["year"], precision="year")), span)}
