"""Times as they are told of fractures: the note's times, and ages and stages of life that stand only beside an event.

``at 64`` is an age where a bone broke, and ``as a child``, ``at school`` or ``in her eighties`` are times.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.ages import is_age_of_somebody
from osteocase.pipeline.times.find import TimeMention

__all__ = ["fracture_times"]

_DECADES = r"twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_STAGE = SharedPattern(
    r"\b(?:"
    r"(?P<decade>in\s+(?:her|his|their|the)\s+(?:early\s+|mid[\s-]?|late\s+)?(?:[2-9]0\s?['’]?s|" + _DECADES + r"))"
    r"|(?P<stage>as\s+an?\s+(?:young\s+)?(?:child|boy|girl|kid|toddler|baby|infant|youngster|schoolboy|schoolgirl|teenager|teen|adolescent|young\s+(?:man|woman|adult)|student|adult)"
    r"|(?<=[,(–-]\s)(?:childhood|infancy|adolescence|youth)(?=\s*(?:$|[.,;)\n]))|(?<=\()(?:childhood|infancy|adolescence|youth)(?=\))"
    r"|(?:during|in|since|throughout)\s+(?:her|his|their\s+)?\s?(?:early\s+|late\s+)?(?:childhood|infancy|adolescence|youth|teens|old\s+age)"
    r"|(?:at|in)\s+(?:(?:primary|grade|middle|high|junior\s+high|elementary|boarding|nursery|law|medical)\s+)?(?:school|college|university|kindergarten|birth)"
    r"|in\s+the\s+(?:service|army|navy|military|air\s+force|marines)"
    r"|(?:during|at|after|with)\s+(?:her|the)\s+(?:first|second|third|last|previous|earlier)\s+(?:pregnancy|delivery|childbirth|labou?r)"
    r"|(?<![\w])(?:many\s+|several\s+)?(?:years|decades|ages)\s+(?:ago|back|earlier|previously)|long\s+ago"
    r"|(?:her|his|in\s+her|in\s+his)\s+(?:freshman|sophomore|junior|senior)\s+year(?:\s+(?:of|in)\s+(?:high\s+school|college))?"
    r"|when\s+(?:she\s+was\s+|he\s+was\s+)?(?:young|little|small|a\s+(?:child|boy|girl|teenager)))"
    r")(?!\w)",
)
_AGE = re.compile(
    r"(?<![\w.,-])(?:at|aged?|@)\s+(?:the\s+age\s+of\s+|age\s+)?(?P<age>[1-9]\d?)"
    r"(?:\s?(?:y|yo|y/o|yrs?|years?)(?:\s+(?:old|of\s+age))?)?"
    r"(?=\s*(?:[.,;:)&+/]|$|\n|and\b|or\b|from\b|after\b|when\b|in\b|on\b|while\b|with\b|[-–(]|[a-z]{3,}(?:ed|ing)\b|falling\b|playing\b|she\b|he\b|I\b|they\b))"
    r"(?!\s*(?:[-–/]\s*\d|cm\b|mm\b))(?!(?:\s*,\s*\d{1,3})*\s*(?:,|and|or|&)\s*\d{1,3}[\s-]*(?:hours?|days?|weeks?|months?)\b)",
    re.IGNORECASE,
)
_WITH_YEARS = SharedPattern(r"\bwith\s+(?P<age>[1-9]\d?)\s+years\b(?!\s+of\b)")
"""``had a hip fracture with 77 years``."""
_NO_TIME_OF_BREAK = re.compile(
    r"(?:now|currently|presently|at\s+present|nowadays|tomorrow\b.*|next\s.*|.*\bfrom\s+now|later\s+today|this\s+coming\s.*)\Z",
    re.IGNORECASE,
)
"""What is no time of a break: today's state, and what lies ahead."""
_LOOSE = re.compile(
    r"\b(?:(?:several|many|some|a\s+few|few|a\s+couple\s+of)\s+(?P<unit>year|month|week|day)s\s+(?:before|ago|earlier|previously|prior|back)"
    r"|last\s+[ap]\.?m\.?|(?:on\s+)?(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)(?!\w)",
)
_OLD = re.compile(
    r"\b(?:an?|one|two|three|four|\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?)\s+(?:weeks?|months?|years|year\s+or\s+more)(?:\s+or\s+more)?"
    r"\s+old\b(?!\s+(?:boy|girl|man|woman|male|female|lady|gentleman|child|infant|baby|patient|[MF]\b|\w+\s+(?:boy|girl|man|woman)))",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:\b(?:in|during)\s+)?(?:the\s+)?(?:early\s+|mid[\s-]?|late\s+)?(?:(?:19|20)\d0\s?['’]?s|['’]\d0\s?s)\b",
    re.IGNORECASE,
)
_SHORT_SPAN = re.compile(
    r"(?<![\d/])\d{1,2}/(?:52|12|7)(?!\d)\s?(?:ago|post(?=\s)|since|back|previously)\b", re.IGNORECASE
)
"""``3/52 ago``: British shorthand for weeks, months and days."""
_SPAN_OF_AGES = SharedPattern(
    r"\bbetween\s+(?:the\s+ages\s+of\s+)?(?P<from>\d{1,2})\s+and\s+\d{1,2}\b(?!\s*(?:%|mg|cm|mm))",
)
_MONTH = re.compile(
    r"\b(?:(?:in|since|last|early|late|mid)\s+)?(?P<month>January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?!\.?\s*'?\d)"
    r"(?:\s+(?:of\s+)?(?:this|last|the\s+same)\s+year\b)?"
)
_FEAST = SharedPattern(
    r"\b(?:(?:at|over|around|before|after|since|last)\s+)(?:Christmas|Xmas|Easter|New\s+Year|Thanksgiving)\b"
    r"|\b(?:last|this)\s+(?:spring|summer|autumn|winter|week|weekend|month|year|night|evening)\b|\byesterday\b|\bthis\s+morning\b"
    r"|\b(?:over|at|on)\s+the\s+(?:long\s+|holiday\s+|past\s+|last\s+)?weekend\b"
    r"|\b(?:two|three|four|five|a\s+few|several|\d)\s+nights\s+(?:ago|back|before)\b",
)
_DAY_AND_MONTH = re.compile(
    r"(?:,|\bon|\bfrom|\()\s?(?P<day>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))(?=\s*(?:[,.;)]|$|\n))"
)
_YEAR = re.compile(
    r"(?<![\w.,/-])(?:'(?P<short>\d\d)|(?P<year>(?:19[3-9]|20[0-4])\d))(?![\w/%]|[.,-]\d|\s?(?:mg|mL|IU|ml|kcal|g\b|steps|units))"
)


def fracture_times(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """Times between two offsets, in order; of two that overlap the one that starts first, then the longer one."""
    key = f"fracture_times.{start}.{end}"
    known: list[TimeMention] | None = scan.facts.get(key)
    if known is None:
        known = scan.facts[key] = _read(scan, start, end)
    return known


def _read(scan: Scan, start: int, end: int) -> list[TimeMention]:
    text = scan.text
    found = [
        time
        for time in scan.times_in(start, end)
        if time.kind != "duration" and time.end <= end and _NO_TIME_OF_BREAK.match(text, time.start, time.end) is None
    ]
    extra: list[TimeMention] = []
    extra += _stages_of_life(scan, start, end)
    for match in _FEAST.finditer(scan.indexed, start, end):
        extra.append(TimeMention(match.start(), match.end(), "relative", anchor="note_date", precision="about"))
    for match in _LOOSE.finditer(text, start, end):
        is_long = match["unit"] in {"year", "month"}
        extra.append(
            TimeMention(
                match.start(), match.end(), "label" if is_long else "relative", anchor="birth" if is_long else None
            )
        )
    for match in _SPAN_OF_AGES.finditer(scan.indexed, start, end):
        extra.append(TimeMention(match.start(), match.end(), "age", precision="about"))
    for pattern in (_OLD, _SHORT_SPAN):
        for match in pattern.finditer(text, start, end):
            extra.append(TimeMention(match.start(), match.end(), "label", precision="about"))
    for match in _MONTH.finditer(text, start, end):
        if match["month"] not in {"May", "March"} or match.start("month") > match.start():
            extra.append(TimeMention(match.start("month"), match.end(), "label", precision="month"))
    for match in _DAY_AND_MONTH.finditer(text, start, end):
        extra.append(TimeMention(match.start("day"), match.end("day"), "date", None, precision="day"))
    for match in _YEAR.finditer(text, start, end):
        year = match["year"] or ("19" if int(match["short"]) > 49 else "20") + match["short"]
        extra.append(TimeMention(match.start(), match.end(), "date", year, precision="year"))
    kept: list[TimeMention] = []
    stages = {time.start for time in extra if time.anchor == "birth"}
    found = [time for time in found if time.start not in stages]
    for time in sorted([*found, *extra], key=lambda time: (time.start, time.start - time.end)):
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def _stages_of_life(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """Ages, stages of life and decades between two offsets."""
    found: list[TimeMention] = []
    for match in _STAGE.finditer(scan.indexed, start, end):
        kind = "age" if match["decade"] else "label"
        found.append(TimeMention(match.start(), match.end(), kind, anchor="birth", precision="about"))
    for matches in (_AGE.finditer(scan.text, start, end), _WITH_YEARS.finditer(scan.indexed, start, end)):
        for match in matches:
            if is_age_of_somebody(scan.text, match.start(), match.end()):
                continue
            age = TimeMention(match.start(), match.end(), "age", value=match["age"], unit="year", anchor="birth")
            found.append(age)
    for match in _DECADE.finditer(scan.text, start, end):
        found.append(TimeMention(match.start(), match.end(), "label", anchor="birth", precision="about"))
    return found
