"""The time of a laboratory result that has none beside it: its statement's, its heading's, the story's before it."""

from __future__ import annotations

import re

from osteocase.pipeline.scan import Scan
from osteocase.pipeline.timelinks import heading_time, is_comparison
from osteocase.pipeline.times import TimeMention

__all__ = ["collected_time", "result_times", "statement_time"]

_LAB_WORD = (
    r"(?:labs?|labor\w+|bloods?|blood tests?|blood ?work|results?|chem\w*|biochem\w*|haematology|hematology|cbc|fbc|"
    r"u&e|bmp|cmp|lfts?|tfts?|(?:bone |lipid |renal |liver )?(?:profile|panel)|ua|urinalysis|cultures?|abg|vbg|"
    r"serology|ix|data|investigations?)"
)
_MONTH_NAME = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?"
_DAY_AND_MONTH = r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?:/(?:20)?\d\d)?"
_COLLECTED = re.compile(
    r"\b(?:collect\w*|drawn|sampl\w*|specimen|received|date of (?:test|sample)|test date|lab date|report(?:ed)?)"
    r"[\w\s]{0,14}[:\s-]*$",
    re.IGNORECASE,
)
_LABS_HEADING = re.compile(
    rf"[-•*\s]*(?:(?:\w+\s+){{0,2}}{_LAB_WORD}|{_MONTH_NAME}\s+bloods)\b[^:\n]{{0,60}}:", re.IGNORECASE
)
_DATED = re.compile(rf"[-•*,\s]*{_DAY_AND_MONTH}\s?:", re.IGNORECASE)
_STAY = re.compile(
    r"\b(?:admitted|presented|seen|visited|referred|evaluated|hospitali[sz]ed|came|attended|reviewed|underwent|developed|"
    r"complained|consulted|returned|diagnosed|labs?|bloods?|tests?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:showed|revealed|demonstrated|disclosed|found|noted|was|were|had|yielded|confirmed|detected)\b", re.IGNORECASE
)
_COMPARED = re.compile(
    r"\b(?:compar\w+ (?:with|to)|versus|vs\.?|than(?: in)?|relative to)\s*(?:the\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE
)
_WAS_THEN = re.compile(
    r"\b(?:up|down|improved|increased|decreased|risen|fallen|dropped|rose|fell) from (?:an? )?(?:previous |prior )?"
    r"(?:[<>]\s?)?[\d.,]+(?:\s?[^\s\d,;.]{1,12})?(?:\s(?:in|on|at|back in|from))?(?:\sthe)?\s*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<=\bat )(?P<day>D\s?(?P<n>\d{1,2})\b"
    r"(?:\s+(?:of|after)\s+(?:the\s+)?(?:admission|hospitali[sz]ation|treatment|therapy|surgery))?)"
)
_EVENT = re.compile(
    r"\b(?:after|before|prior to|following|since|upon)\s+(?:the\s+|her\s+|his\s+)?"
    r"(?:(?:beginning|start|initiation|introduction|completion|end|discontinuation|cessation|withdrawal|change|increase|"
    r"reduction|administration|addition|correction) of|"
    r"(?:starting|stopping|increasing|reducing|changing|discontinuing|initiating|withdrawing|adding|giving|correcting))"
    r"\s+[^\W\d_][^,.;:()\n\d]{2,40}?"
    r"(?=\s*(?:[,.;:()\n\d]|\Z|\b(?:and|but|was|were|is|according|the|with|which|showed|revealed)\b))",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"\b{_LAB_WORD}(?:[\s(,:]|\b(?:on|from|of|for|dated|taken|drawn|done|since|collected|the)\b){{1,12}}"
    rf"(?P<after>{_DAY_AND_MONTH}|(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|{_MONTH_NAME}(?:\s+\d\d(?!\d))?)"
    rf"(?=\s*(?:[:),;.–—-]|$|\s(?!\d)))"
    rf"|\b(?P<before>{_MONTH_NAME})(?=\s+(?:labs?|bloods?|blood tests?|blood ?work|results?)\b)"
    rf"|(?:^|[\n•*-])[ \t]*(?P<item>{_DAY_AND_MONTH})(?=\s?[:–—])"
    rf"|\b(?:on|from|of|since|by|dated)\s+(?P<on>{_DAY_AND_MONTH})(?![\w/%]|\.\d)",
    re.IGNORECASE,
)
"""Dates without a year where a laboratory statement has them: ``Bloods 15/01:``, ``• 9/3: Hgb``, ``Jan bloods``."""
_MONTH = re.compile(
    r"(?<=\b[Ii]n )(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?!\s+\d|[,\s]+(?:19|20)\d{2})\b"
)
_WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
_EXACTNESS = {"date": 3, "relative": 2, "age": 2, "label": 1}
_POSITIONS = {"date", "relative", "age", "label"}
LIST_BACK = 25
"""How many sentences back the heading of a labelled list reaches."""
BACK = 4
"""How many sentences back a story's time reaches."""


def statement_time(scan: Scan, start: int, end: int, first: int) -> tuple[TimeMention | None, TimeMention | None]:
    """Two times for the results of a statement: the one that leads it (before ``first``, where its first name or value
    stands), and the one for results that have none of their own."""
    positions = [
        time
        for time in result_times(scan, start, end)
        if time.kind != "duration" and not _is_compared(scan, time) and not _of_one_value(scan, time)
    ]
    before = [time for time in positions if time.end <= first + 1]
    leading = max(before, key=lambda time: (_EXACTNESS.get(time.kind, 0), time.start), default=None)
    if len(positions) == 1:
        return leading, positions[0]
    if positions:
        return leading, None
    told = _dated_heading(scan, start) or heading_time(scan, start) or _story_time(scan, start, end)
    return None, told or collected_time(scan, start)


def _dated_heading(scan: Scan, start: int) -> TimeMention | None:
    """The time of the labelled list that a statement goes on with: ``Bloods 18/7/23: Hb 98. U&E normal.``"""
    index = scan.sentence_index(start)
    right = start
    for left, stop in reversed(scan.sentences[max(0, index - LIST_BACK) : index]):
        if "\n\n" in scan.text[stop:right]:
            return None
        right = left
        if _LABS_HEADING.match(scan.text, left, stop) is None and _DATED.match(scan.text, left, stop) is None:
            continue
        colon = scan.text.find(":", left, stop)
        until = colon if colon >= 0 else stop
        times = [time for time in result_times(scan, left, until) if time.kind in _POSITIONS]
        return times[0] if len(times) == 1 else None
    return None


def result_times(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """The times of a stretch, with those that only laboratory results have: ``preoperative``, ``at D7``."""
    times = scan.times_in(start, end)
    labels = [TimeMention(word.start, word.end, "label") for word in scan.words_in(start, end, "result_time")]
    days = [
        TimeMention(match.start("day"), match.end("day"), "relative", value=match["n"], unit="day", anchor="baseline")
        for match in _DAY.finditer(scan.text, start, end)
    ]
    months = [
        TimeMention(match.start(), match.end(), "date", precision="month")
        for match in _MONTH.finditer(scan.text, start, end)
    ]
    short = [_short_time(match) for match in _SHORT.finditer(scan.text, start, end)]
    events = [TimeMention(match.start(), match.end(), "label") for match in _EVENT.finditer(scan.text, start, end)]
    further = [
        time
        for time in (*short, *labels, *days, *months, *events)
        if not any(time.start < other.end and other.start < time.end for other in times)
    ]
    return sorted(times + further)


def _short_time(match: re.Match[str]) -> TimeMention:
    name = next(group for group, written in match.groupdict().items() if written is not None)
    kind = "label" if match[name][:3].lower() in _WEEKDAYS else "date"
    return TimeMention(match.start(name), match.end(name), kind)


def _is_compared(scan: Scan, time: TimeMention) -> bool:
    return _COMPARED.search(scan.text, max(0, time.start - 40), time.start) is not None


def _of_one_value(scan: Scan, time: TimeMention) -> bool:
    """``creatinine 1.6 (baseline 1.1)`` and ``up from 0.9 last week``: the time of that value alone."""
    before = scan.text[max(0, time.start - 40) : time.start]
    if _WAS_THEN.search(before) is not None:
        return True
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return False
    closed = scan.text.find(")", time.end, time.end + 40)
    left = time.start - len(before) + opened
    return closed >= 0 and bool(scan.quantities_in(left, closed))


def _story_time(scan: Scan, start: int, end: int) -> TimeMention | None:
    """``At the age of 32 she was admitted. … Tests revealed …``: the time that leads an earlier sentence of the same
    paragraph, where that tells of a visit or of tests and no other time stands between."""
    section = scan.section_at(start)
    index = scan.sentence_index(start)
    right = start
    for left, stop in reversed(scan.sentences[max(0, index - BACK) : index]):
        if left < section.start or "\n\n" in scan.text[stop:right]:
            return None
        right = left
        times = [time for time in scan.times_in(left, stop) if time.kind in _POSITIONS]
        if not times:
            continue
        sentence = scan.text[left:stop]
        if _LABS_HEADING.match(sentence) and times[0].end <= left + sentence.index(":") + 2:
            return times[-1] if len(times) == 1 else None
        is_leading = times[0].start - left <= 12 and len(times) == 1 and not is_comparison(scan, times[0])
        told = _STAY.search(sentence) is not None and _TOLD.search(scan.text, start, end) is not None
        return times[0] if is_leading and told and times[0].precision != "about" else None
    return None


def collected_time(scan: Scan, position: int) -> TimeMention | None:
    """The date of the sample that a print gives above its results: ``Collected: 04/23/2020``."""
    for time in reversed(scan.times_in(max(0, position - 900), position)):
        if time.kind == "date" and _COLLECTED.search(scan.text, max(0, time.start - 40), time.start):
            return time
    return None
