"""Which time a fact belongs to: the one beside it, the series after it, the heading over it."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.births import is_birth
from osteocase.pipeline.statements.items import is_of_later_item, opens_item
from osteocase.pipeline.times.find import TimeMention

__all__ = ["heading_time", "is_comparison", "nearest_time", "time_series_after"]

_BETWEEN = re.compile(
    r"[\s,;:()]*(?:and|then|or|&|at|on|to|respectively|month|months|years|weeks|the|of|after)?[\s,;:()]*", re.IGNORECASE
)
_SERIES = re.compile(
    r"[\s,;:(]{0,6}(?:respectively)?[\s,;:(]{0,6}(?:at|on|after|in|for|measured at|taken at)?\s{0,4}(?:months?\s+)?"
    r"(?P<items>(?:(?:baseline|start|presentation|before treatment|\d+(?:\.\d+)?)(?:\s{0,4}(?:months?|years?|"
    r"weeks?|days?|hours?|mo|wk|yr|hr|h)s?)?\s{0,4}(?:,\s{0,4}and|,|and|&|/|-|–|then)\s{0,4})+"
    r"(?:\d+(?:\.\d+)?))\s{0,4}[-\s]*(?P<unit>months?|years?|weeks?|days?|hours?|mos?|wks?|yrs?|hrs?|h)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"[\s,;:(]{0,6}(?:(?:were|was)\s{1,4})?(?:recorded|measured|noted|obtained|found|reported)?[\s,]{0,6}"
    r"(?:respectively)?[\s,]{0,6}(?:in|for|during)\s{1,4}"
    r"(?P<years>(?:19|20)\d\d(?:\s{0,4}(?:,\s{0,4}and|,|and|&|/)\s{0,4}(?:19|20)\d\d)+)(?!\d)",
    re.IGNORECASE,
)
"""``in 2018, 2019 and 2021``"""
_ITEM = re.compile(r"(?P<label>baseline|start|presentation|before treatment)|(?P<number>\d+(?:\.\d+)?)", re.IGNORECASE)
_UNITS = {"mo": "month", "mos": "month", "wk": "week", "wks": "week", "yr": "year", "yrs": "year"}


def time_series_after(scan: Scan, position: int, end: int, count: int) -> list[TimeMention] | None:
    """The ``count`` times that follow a series of values, in order; None where they are not exactly that many."""
    match = _SERIES.match(scan.text, position, end)
    if match is not None:
        unit = match["unit"].lower()
        unit = _UNITS.get(unit, unit.rstrip("s"))
        series = []
        for item in _ITEM.finditer(scan.text, match.start("items"), match.end("items")):
            if unit in {"hour", "hr", "hrs", "h"}:  # no unit of the axis of a case
                series.append(TimeMention(item.start(), item.end(), "label"))
                continue
            number = item["number"] or "0"
            kind = "label" if item["label"] else "relative"
            series.append(TimeMention(item.start(), item.end(), kind, value=number, unit=unit, anchor="baseline"))
        if len(series) == count:
            last = series[-1]
            return [*series[:-1], last._replace(end=match.end())]
    years = _YEARS.match(scan.text, position, end)
    if years is not None:
        listed = [
            TimeMention(item.start(), item.end(), "date", date=item.group(), precision="year")
            for item in re.finditer(r"(?:19|20)\d\d", scan.text[: years.end()][years.start("years") :])
        ]
        if len(listed) == count:
            left = years.start("years")
            return [time._replace(start=time.start + left, end=time.end + left) for time in listed]
    following = [time for time in scan.times_in(position, end) if time.kind != "duration"][:count]
    if len(following) == count and _listed(scan, position, following):
        return following
    return None


def _listed(scan: Scan, position: int, times: Sequence[TimeMention]) -> bool:
    """True when nothing but list words stands between the times, and before the first."""
    left = position
    for time in times:
        if _BETWEEN.fullmatch(scan.text[left : time.start]) is None:
            return False
        left = time.end
    return True


_LEAST_LISTED = 3
"""Times in a heading from which they are those of columns, and none is that of a single result under it."""
_EXAM_DATE = re.compile(
    r"\b(?:scan|exam|examination|study|collect\w*|report\w*|sample\w*|drawn|taken|test|visit|service|"
    r"performed|acquired|date)\b",
    re.IGNORECASE,
)
_OTHER_DATE = re.compile(
    r"\b(?:(?:first|last|next|second|third)\s+(?:dose|injection|infusion|shot|jab)|birth|born|d\.?o\.?b|lmp|print\w*|prepared|typed|dictated|delivery|surgery|operation|admission|admitted|discharged?|previous|prior|"
    r"comparison|baseline on)\b",
    re.IGNORECASE,
)


_TELLS_FRACTURE = re.compile(r"\b(?:show|reveal|demonstrat|confirm|found)\w*\b[^:]*\bfractur", re.IGNORECASE)
"""``Radiographs of 20 December showed fractures of T12`` has told what it is about."""


def heading_time(scan: Scan, position: int) -> TimeMention | None:
    """The time in the heading over a statement: ``Labs 12/03/2021:``, ``Scan date: 4 May 2021``, a mere date."""
    section = scan.section_at(position)
    headed = [time for time in scan.times_in(section.start, section.body) if time.kind != "duration"]
    if headed and (len(headed) < _LEAST_LISTED or not _listed(scan, headed[0].end, headed[1:])):
        return headed[-1]
    index = scan.sentence_index(position)
    if scan.sentences and scan.sentences[index][1] <= position:
        index += 1  # the position stands in the white space before a sentence
    for start, end in reversed(scan.sentences[max(0, index - 10) : index]):
        sentence = scan.text[start:end].rstrip(" ,")
        times = [
            time
            for time in scan.times_in(start, end)
            if time.kind in {"date", "relative", "label"} and not is_comparison(scan, time)
        ]
        if not times or len(sentence) > 120 or _OTHER_DATE.search(sentence) or _TELLS_FRACTURE.search(sentence):
            continue
        before = scan.text[start : times[0].start]
        if _REPORTED.search(before) is not None and _drawn_above(scan, start) is not None:
            continue
        if _tells_on_its_line(scan, times[0], position):
            continue
        devices = [word for word in scan.words_in(start, end, "densitometry", "modality") if _names_a_study(scan, word)]
        if devices and times[0].kind == "date" and devices[0].start - start <= 25 and _heads(scan, sentence, times[0]):
            return times[0]
        if _THAT_VISIT.search(before) is not None and "\n\n" in scan.text[end:position]:
            continue
        is_exam_date = times[0].kind == "date" and _EXAM_DATE.search(before) is not None and len(before) < 40
        if start >= section.start and (sentence.endswith(":") or _is_only_time(start, sentence, scan, times[0])):
            return times[-1]
        if is_exam_date:
            return times[0]
    return None


def _names_a_study(scan: Scan, word: Mention) -> bool:
    """``DXA``, ``BMD``, ``MRI``; neither ``osteoporosis``, which is what one showed, nor the letter of a score."""
    entry = scan.knowledge.words[word.id]
    return entry.group == "modality" or entry.value in {"device", "bmd", "tbs"}


def _tells_on_its_line(scan: Scan, time: TimeMention, position: int) -> bool:
    """``- MRI 17 Mar: acute T9``: what an examination showed, told on its own line, heads no other one."""
    line = scan.text.rfind("\n", 0, time.start) + 1
    told = _TOLD_BEHIND.match(scan.text, time.end)
    return (
        told is not None
        and "\n" in scan.text[told.end() : position]
        and bool(scan.words_in(line, time.start, "modality"))
        and not scan.words_in(line, time.start, "densitometry")
    )


_THAT_VISIT = re.compile(
    r"\b(?:at|on|during)\s+(?:that|the\s+(?:last|previous|next))\s+(?:visit|time|review|scan)\b", re.IGNORECASE
)
"""What a story recalls of another visit is told in its own paragraph."""
_TOLD_BEHIND = re.compile(r"\)?\**[ \t]?[:–—-]\**[ \t]{1,3}[^\W_][^\n]{3,}")
_REPORTED = re.compile(
    r"\b(?:reported|received|verified|resulted|finali[sz]ed|released|report(?:ing)? date|date of report)\b[\s:(]*$",
    re.IGNORECASE,
)
_DRAWN = re.compile(
    r"\b(?:collect\w*|drawn|sampled|taken|sample date|date of (?:the )?(?:sample|exam|scan))[\s:(]*$", re.IGNORECASE
)


def _drawn_above(scan: Scan, position: int) -> TimeMention | None:
    """The date, some lines above, on which the sample was drawn that a report of a later day tells of."""
    for time in reversed(scan.times_in(max(0, position - 300), position)):
        if time.kind == "date" and _DRAWN.search(scan.text, max(0, time.start - 24), time.start):
            return time
    return None


def _heads(scan: Scan, sentence: str, time: TimeMention) -> bool:
    """``DXA of 3 May 2021`` heads what follows; ``DXA 2020 T -0.8`` has told its results."""
    if len(sentence) >= 70:
        return False
    rest = sentence.replace(scan.text[time.start : time.end], "", 1)
    return sentence.endswith(":") or re.search(r"[-−–]?\d+[.,]\d", rest) is None


_COMPARED = re.compile(
    r"\b(?:since|compar\w+ (?:with|to)|versus|vs\.?|(?<!\breport )(?<!\bresults )(?<!\bscan )(?<!\bstudy )from"
    r"|(?<=%\s)on|(?:up|down)\s+on|over|above|against|than(?: in)?|relative to|baseline|"
    r"prior|previous)"
    r"\s*(?:the\s+)?(?:\w+\s+){0,4}[(:]?\s*$",
    re.IGNORECASE,
)


def is_comparison(scan: Scan, time: TimeMention) -> bool:
    """``increased by 5 % since 2019``: the time of the comparison is not the time of the result."""
    return _COMPARED.search(scan.text[max(0, time.start - 40) : time.start]) is not None


# fmt: off
_HEADING_WORDS = frozenset({
    "date", "dated", "visit", "labs", "lab", "laboratory", "bloods", "blood", "results", "result", "report",
    "scan", "exam", "examination", "clinic", "seen", "on", "the", "at", "in", "day", "week", "month", "year",
    "dxa", "dexa", "bmd", "mri", "ct", "x", "ray", "xray", "radiograph", "radiographs", "film", "films", "study",
    "follow", "up", "followup", "review", "admission", "discharge", "ward", "round", "note", "entry", "progress",
    "today", "baseline", "presentation", "months", "weeks", "days", "years", "later", "after", "before", "pre",
    "post", "treatment", "therapy", "op", "operative", "postoperative", "hospital", "addendum", "update",
    "letter", "test", "tests", "sample", "collected", "drawn", "time", "number", "first", "second", "third",
    "fourth", "last", "initial", "final", "repeat", "outpatient", "appointment", "telephone", "call", "phone",
    "biochemistry", "haematology", "hematology", "chemistry", "markers", "and", "urine", "serum", "plasma", "fasting",
})
# fmt: on
"""Words that a line which is a heading with a date may hold beside it."""


def _is_only_time(start: int, sentence: str, scan: Scan, time: TimeMention) -> bool:
    """A line of its own that says when, and nothing that happened: ``Visit 3 May 2021``, not ``Ex-smoker (1999)``."""
    if time.kind == "label" and sentence.endswith("."):
        return False  # "Stopped smoking at diagnosis." heads nothing
    end = start + len(sentence)
    opens = start == 0 or scan.text[start - 1] in "\n \t"
    closes = scan.text[end : end + 4].strip(" ,")[:1] in {"", "\n"}
    rest = sentence.replace(scan.text[time.start : time.end], "", 1)
    words = re.findall(r"[^\W\d_]+", rest.lower())
    if (
        len(words) > 6
        or (len(words) > 3 and not _HEADING_WORDS.issuperset(words))
        or not opens
        or re.search(r"\d", rest)
    ):
        return False
    if scan.text[time.end : time.end + 1] == ":":  # ``F/U 16 August 2022: better.``
        return True
    happened = time.precision == "year" or scan.mentions_in(start, end, "treatment", "finding", "bone")
    return closes and (_HEADING_WORDS.issuperset(words) or (time.kind == "date" and not happened))


_ENDS_STATEMENT = re.compile(
    r"[;.]|\b(?:but|was|were|previously|formerly|had been|down from|up from)\s+\d|\bbut\b", re.IGNORECASE
)
"""What stands between a fact and a time that is told of another: ``2/10, was 7/10 in August``."""


_OPENS_BEHIND_ANOTHER = re.compile(r",[^()]*\([^()]*\Z")
"""``hypertension, osteoporosis (2019)``: the year in brackets is that of the item right before them."""
_CLOSED = re.compile(r"[^()]*\),")


def _closes_behind_another(scan: Scan, time: TimeMention, start: int) -> bool:
    """``osteoporosis (2019), hip fracture``: the year in brackets is not that of the next item."""
    opened = scan.text.rfind("(", max(0, time.start - 20), time.start)
    return (
        opened >= 0
        and ")" not in scan.text[opened : time.start]
        and _CLOSED.match(scan.text, time.end, start) is not None
    )


_OF_THE_EVENT = re.compile(r"(?:after|following|before|since|prior\s+to|until)\b", re.IGNORECASE)
_FROM_THE_EVENT = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|following|before|since|from|post)\s+"
    r"(?:(?:an?|the|her|his|my|this|that)\s+)?\Z",
    re.IGNORECASE,
)
_NEW_STATEMENT = re.compile(r"\b(?:and|then)\s+\Z", re.IGNORECASE)
"""``ongoing pain and after two months she was referred``: what ``and`` opens with a time is told of what follows it."""
_NEXT_RELATIVE = re.compile(
    r"[,;]\s+(?:and\s+)?(?:(?:her|his|my|the|a|one)\s+)?(?:\w+\s+)?(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|grand\w+)\b",
    re.IGNORECASE,
)
"""``her mother died at 80, her father of a stroke``: the age is that of the mother."""
_ANOTHER_ITEM = re.compile(r"[^,;]*[,;]")


def _tells_of_another(scan: Scan, start: int, time: TimeMention, left: int) -> bool:
    """``wrist fracture 20 years ago, osteoarthritis``: a time behind one item of a list is not that of the next.

    One that opens its clause is: ``Three years ago she fell, broke her hip``.
    """
    if time.end > start or _ANOTHER_ITEM.match(scan.text, time.end, start) is None:
        return False
    if time.kind == "age" and _NEXT_RELATIVE.search(scan.text, time.end, start) is not None:
        return True
    clause = max(scan.text.rfind(mark, left, time.start) for mark in ",;:")
    begin = max(left, clause + 1)
    return bool(scan.words_in(begin, time.start, "fracture_word")) or any(
        not other.covered for other in scan.mentions_in(begin, time.start, "finding", "bone", "treatment", "analyte")
    )


def _places_by_it(scan: Scan, start: int, time: TimeMention) -> bool:
    """``pain after her fall``, ``six months after transplantation``: the event is no time of itself."""
    if time.start < start < time.end:
        return _OF_THE_EVENT.match(scan.text, time.start) is not None
    return (
        time.end <= start and _FROM_THE_EVENT.search(scan.text, time.start, start) is not None and start - time.end < 16
    )


def _is_of_what_was_done(scan: Scan, end: int, time: TimeMention) -> bool:
    """``osteoporosis treated with X since 2019``: the time is that of the treatment."""
    return any(not other.covered for other in scan.mentions_in(end, time.start, "treatment"))


def nearest_time(scan: Scan, start: int, end: int, *, durations: bool = False) -> TimeMention | None:
    """The time that a fact most likely belongs to: in its sentence, the nearest after it within its clause, else the
    nearest before it; else the heading over it."""
    left, right = scan.sentence_at(start)
    told = [
        time
        for time in scan.times_in(left, right)
        if (durations or time.kind != "duration") and not is_birth(scan, time)
    ]
    if not told:
        return heading_time(scan, start)
    times = [time for time in told if not _places_by_it(scan, start, time)]
    after = [
        time
        for time in times
        if time.start >= end
        and not _ENDS_STATEMENT.search(scan.text[end : time.start])
        and not _NEW_STATEMENT.search(scan.text, end, time.start)
        and not _is_of_what_was_done(scan, end, time)
        and not is_of_later_item(scan, end, time.start)
    ]
    if after and _OPENS_BEHIND_ANOTHER.search(scan.text, end, after[0].start) is not None:
        after = []
    before = [
        time
        for time in times
        if time.end <= start and not (_closes_behind_another(scan, time, start) or opens_item(scan, time.end, start))
    ]
    if before and _tells_of_another(scan, start, before[-1], left):
        before = []
    inside = [time for time in times if time.start < end and time.end > start]
    if inside:
        return inside[0]
    if after and (not before or after[0].start - end <= start - before[-1].end):
        return after[0]
    return before[-1] if before else (after[0] if after else None)
