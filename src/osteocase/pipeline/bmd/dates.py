"""The times that stand in a statement of densitometry: dates, short dates, distances that head a list of results."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.story import time_between_visits
from osteocase.pipeline.statements.time_links import heading_time, is_comparison
from osteocase.pipeline.times.dates import SAMPLES
from osteocase.pipeline.times.find import TimeMention
from osteocase.pipeline.times.words import MONTHS

__all__ = ["comparison_time", "exam_times", "heading_of_exam", "is_compared", "is_examined_anew", "is_of_another"]

_COMPARISON = re.compile(
    r"\b(?:comparison|compared (?:with|to)|changes? (?:since|from) baseline"
    r"|previous (?:scan|study|exam\w*)|prior (?:scan|study|exam\w*))\b[^\n]{0,80}",
    re.IGNORECASE,
)


def comparison_time(scan: Scan) -> TimeMention | None:
    """The date of the examination that a report compares with, where it names just one."""
    if "bmd_comparison" not in scan.facts:
        times = [
            time
            for match in _COMPARISON.finditer(scan.text)
            for time in scan.times_in(match.start(), match.end())
            if time.kind == "date"
        ]
        dates = {time.date or scan.text[time.start : time.end] for time in times}
        scan.facts["bmd_comparison"] = times[0] if len(dates) == 1 else None
    found: TimeMention | None = scan.facts["bmd_comparison"]
    return found


_SHORT = re.compile(
    r"(?P<lead>\b(?:DE?XA|BMD|densitometry|scan(?:ned)?|density|study|prev(?:ious(?:ly)?)?|prior|last|baseline|from"
    r"|of|in|and|to|then|repeat|done|vs\.?)\b[\s:(–—,-]{0,4}|^[\s(•*–-]*|[\n(;:/|]\s*|(?<=[-–—:•*.;]\s))"
    r"(?:(?P<month>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov"
    r"|Dec)[a-z]{0,6})\.?(?:[\s'’-]{0,2}(?P<short>\d\d)(?!\d|[:.,/]\d|\s?(?:%|months?|weeks?|years?)))?"
    r")(?=[\s:;,)–—=|-]|\Z)",
    re.MULTILINE,
)
_DISTANCE_HEAD = SharedPattern(
    r"(?<![\w.,/-])(?P<told>(?:at\s)?(?P<count>\d{1,3})[\s-]?(?P<unit>mo(?:nth|s)?s?|m|mths?|y(?:ea)?rs?|y|w(?:ee)?ks?)\b\.?)"
    r"(?=\s?(?:later|DE?XA|scan|BMD)?\s?:)",
)
"""``12 mo: LS 0.775``: how long after the start what follows was measured."""
_DISTANCE_UNITS = {"m": "month", "y": "year", "w": "week"}
_YEAR = SharedPattern(
    r"(?<![\w./,-])(?:19[89]|20[0-4])\d(?![\w./-]|\s?(?:mg|IU|ml|units?|steps|kcal|%|U\b)|,\d)", flags=0
)
_MODEL = re.compile(r"\b(?:XCT|QDR|DPX|DCS|AOS|EXA|XR|model)[\s-]?$", re.IGNORECASE)
"""Before the number of a machine, which is no year."""


_DOTTED = re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>\d\d)(?![\d.]*\d)")


def exam_times(scan: Scan, start: int, end: int, *, durations: bool = False) -> list[TimeMention]:
    """Times of a statement that a result can have been measured at.

    Beside the times of the text these are the short dates that a densitometry tells: ``DXA Feb-23``, ``prev 2018:``.
    """
    times = [
        time
        for time in scan.times_in(start, end)
        if (durations or time.kind != "duration")
        and not _MODEL.search(scan.text, max(start, time.start - 8), time.start)
        and not _is_of_the_story(scan, time, start)
    ]
    for match in _DISTANCE_HEAD.finditer(scan.indexed, start, end):
        times = [time for time in times if time.end <= match.start("told") or time.start >= match.end("told")]
        unit = _DISTANCE_UNITS[match["unit"][0].lower()]
        times.append(
            TimeMention(
                match.start("told"), match.end("told"), "relative", value=match["count"], unit=unit, anchor="baseline"
            )
        )
    for match in _SHORT.finditer(scan.text, start, end):
        left = match.start("month")
        over = [time for time in times if time.start < match.end() and left < time.end]
        if any(time.date is not None or time.kind == "duration" for time in over):
            continue
        if match["short"]:
            month = MONTHS.index(match["month"][:3].lower()) + 1
            time = TimeMention(left, match.end(), "date", f"20{match['short']}-{month:02d}", precision="month")
        elif match["lead"].strip().lower() in {"in", "last", "from", "of"} and not over:
            time = TimeMention(left, match.end("month"), "date")
        else:
            continue
        times = [other for other in times if other not in over] + [time]
    for match in _YEAR.finditer(scan.indexed, start, end):
        named = _MODEL.search(scan.text, max(start, match.start() - 8), match.start())
        if not named and not any(time.start < match.end() and match.start() < time.end for time in times):
            times.append(TimeMention(match.start(), match.end(), "date", match.group(), precision="year"))
    for match in _DOTTED.finditer(scan.text, start, end):
        if (
            not any(time.start < match.end() and match.start() < time.end for time in times)
            and 0 < int(match["day"]) < 32
        ):
            date = f"20{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
            times.append(TimeMention(match.start(), match.end(), "date", date, precision="day"))
    return _one_each(scan, sorted(times, key=lambda time: time.start))


def _is_of_the_story(scan: Scan, time: TimeMention, start: int) -> bool:
    """``She returned on 3 May. The spine measured 1.06, now 26 % above baseline``: the now of the visit."""
    return scan.text[time.start : time.end].lower() == "now" and time_between_visits(scan, start) is not None


def _one_each(scan: Scan, times: list[TimeMention]) -> list[TimeMention]:
    """``4/2023 (baseline)`` and ``2020 baseline scan`` are one time each, told by its date.

    ``DXA today, compared with 12/04/2018`` is of today.
    """
    kept: list[TimeMention] = []
    dated = any(time.kind == "date" and not is_compared(scan, time) for time in times)
    for time in times:
        if dated and time.kind == "label":
            continue
        if kept and time.kind == "label" and kept[-1].kind == "date" and time.start - kept[-1].end <= 3:
            continue
        leads = kept and re.fullmatch(r"\s+(?:in|on|of)\s+", scan.text[kept[-1].end : time.start])
        if leads and time.kind == "date" and kept[-1].kind == "label":
            kept[-1] = time  # "at the start of treatment in 2016"
            continue
        anew = kept and re.fullmatch(r"\s?[(]", scan.text[kept[-1].end : time.start])
        if anew and scan.text[time.end : time.end + 1] == ")":
            # "at 24 months (6 months after the last dose)" is told twice; a date says it best
            kept[-1] = time if time.kind == "date" != kept[-1].kind else kept[-1]
            continue
        kept.append(time)
    return kept


_COMPARISON_FIELD = re.compile(
    r"[\s#*•-]*(?:comparisons?|compared?\s+(?:with|to)|priors?|(?:prior|previous)\s+(?:exam\w*|stud(?:y|ies)|scans?|DE?XA))"
    r"[\s*]*:[\s*]*[^\n.;:\d]{0,40}",
    re.IGNORECASE,
)
_CLOSES_FIELD = re.compile(r"[ \t]*(?:\([^()\n]{0,30}\))?[ \t]*[.;,]?[ \t*]*(?:\n|\Z)")
"""``COMPARISON: DXA of`` before a date: the field of a report that names the examination before it."""
_COMPARED_WITH = re.compile(
    r"\b(?:compar(?:ed|ison|ing)\s+(?:with|to)|against|versus|vs\.?|relative\s+to"
    r"|(?:changes?|gains?|loss(?:es)?)\s+(?:since|from|against|to))"
    r"\s+(?:the\s+|that\s+)?(?:scan\s+|dxa\s+|one\s+)?(?:of\s+|on\s+|from\s+)?$",
    re.IGNORECASE,
)


def is_compared(scan: Scan, time: TimeMention) -> bool:
    """``since 2018``, not ``prev 2018: neck -2.8``."""
    if re.match(r"(?:since|compared|versus|vs)\b", scan.text[time.start : time.end], re.IGNORECASE):
        return True
    line = scan.text.rfind("\n", max(0, time.start - 60), time.start) + 1
    if _CLOSES_FIELD.match(scan.text, time.end) and _COMPARISON_FIELD.fullmatch(scan.text, line, time.start):
        return True
    if _HEADS_NUMBERS.match(scan.text, time.end) is not None and not _stands_behind_another(scan, time):
        return _COMPARED_WITH.search(scan.text, max(0, time.start - 40), time.start) is not None
    return (
        is_comparison(scan, time) or _VALUE_COMPARED.search(scan.text, max(0, time.start - 80), time.start) is not None
    )


def _stands_behind_another(scan: Scan, time: TimeMention) -> bool:
    """``DXA 3 May 2021 (baseline 2018): spine -2.2``: the colon is that of the date before the brackets."""
    opened = scan.text.rfind("(", max(0, time.start - 30), time.start)
    if opened < 0 or scan.text[time.end : time.end + 1] != ")":
        return False
    return any(other.end >= opened - 1 for other in scan.times_in(max(0, opened - 30), opened))


_HEADS_NUMBERS = re.compile(
    r"\s*[):]*\s*(?:(?:[TZ]-?\s?scores?|BMDs?|values?|results?|densit(?:y|ies))\s*)?:", re.IGNORECASE
)
"""``prior study (2019 T-scores: neck -2.3)``: the time heads numbers of its own."""
_VALUE_COMPARED = re.compile(
    r"\b(?:compared\s+(?:with|to)|versus|vs\.?|against)\s+(?:a\s+|an\s+)?(?:[TZ]-?\s?score\s+(?:of\s+)?)?[-‐‑–−+]?\s?\d{1,2}[.,]\d{1,3}"
    r"[^.,;:()\d\n]{0,50}$",
    re.IGNORECASE,
)
"""``compared with -3.1 at the start of treatment in 2016``: the time of a value that is compared with."""
_MEASURED = SharedPattern(
    r"\b(?:measured|scanned|(?:scan|exam(?:ination)?|study|service|procedure)\s+date(?:\s+and\s+time|/time)?|"
    r"date\s+of\s+(?:scan|exam(?:ination)?|study|measurement|service|procedure|test)|date\s+performed|performed(?:\s+on)?)"
    r"[ \t]*:[ \t]*",
)
_TITLE = re.compile(
    r"\A\s*[^\n]{0,40}\b(?:DE?XA|bone (?:mineral )?densit(?:y|ometry))\b"
    r"(?![^\n]*\b(?:compar\w+|prior|previous|since|born|DOB|score)\b)[^\n]{0,60}",
    re.IGNORECASE,
)
"""``BONE DENSITOMETRY REPORT 5/16/2025``: the title of a report with its date."""
_PRINTED_HEAD = 2_000
"""Characters of a note in which a printout tells when it was measured."""


def _printed_time(scan: Scan) -> TimeMention | None:
    """The date that a printout gives as that of its measurement, where it gives just one."""
    if "bmd_printed" not in scan.facts:
        times = [
            time
            for match in _MEASURED.finditer(scan.indexed, 0, min(len(scan.text), _PRINTED_HEAD))
            for time in scan.times_in(match.end(), match.end() + 1)
            if time.kind == "date" and time.start == match.end()
        ]
        title = _TITLE.match(scan.text) if not times else None
        if title is not None:
            times = [time for time in scan.times_in(title.start(), title.end()) if time.date and len(time.date) == 10]
        dates = {time.date or scan.text[time.start : time.end] for time in times}
        scan.facts["bmd_printed"] = times[0] if len(dates) == 1 else None
    found: TimeMention | None = scan.facts["bmd_printed"]
    return found


_OF_ANOTHER = re.compile(
    r"\b(?:comparison|compared|prior|previous)\b[^\n]{0,20}$"
    rf"|\b{SAMPLES}\W{{0,3}}(?:(?:on|of|from)\s+)?$",
    re.IGNORECASE,
)


def heading_of_exam(scan: Scan, position: int) -> TimeMention | None:
    """The time of the heading over a result; not that of the examination that it is compared with."""
    time = heading_time(scan, position) or _printed_time(scan)
    return None if time is None or is_of_another(scan, time) else time


def is_of_another(scan: Scan, time: TimeMention) -> bool:
    """Whether a time is that of the examination that is compared with, or of a blood sample."""
    return _OF_ANOTHER.search(scan.text, max(0, time.start - 40), time.start) is not None


_EXAMINED_ANEW = re.compile(
    r"\b(?:an?|another)\s+(?:(?:bone|new|further|central|axial)\s+)?(?:DE?XA|BMD|densitometry|(?:mineral\s+)?density)"
    r"\s+(?:(?:scan|study|test|examination|measurement)\s+)?(?:is|was)\s+(?:then\s+|now\s+)?"
    r"(?:performed|done|obtained|ordered|carried\s+out|arranged|requested|undertaken)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(r"\b(?:ago|earlier|before|previously|prior|last\s+year)\Z", re.IGNORECASE)


def is_examined_anew(scan: Scan, start: int, end: int, told: TimeMention | None) -> bool:
    """``She had a scan three years ago. … A DXA scan was done …``: an examination of now, not that of long ago."""
    if told is None or told.end > start or _LONG_AGO.search(scan.text, told.start, told.end) is None:
        return False
    return _EXAMINED_ANEW.search(scan.text, start, end) is not None and not exam_times(scan, start, end)
