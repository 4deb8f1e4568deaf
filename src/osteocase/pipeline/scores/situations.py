"""When a pain or function was rated: the time or situation beside the number, else the nearest time of its sentence.

A situation is a time without a date: at rest, on stairs, before the block, at worst.
"""

from __future__ import annotations

from osteocase.pipeline.labs.times import dated_heading
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.result_dates import result_times
from osteocase.pipeline.statements.story import day_beside, later, time_between_visits, time_of_story
from osteocase.pipeline.statements.time_links import heading_time, nearest_time
from osteocase.pipeline.times.find import TimeMention

__all__ = ["when_rated"]

_ACTIVITY = (
    r"movement|motion|moving|moved|mobili[sz](?:ing|ation)|activity|activities|effort|exertion|stairs|weight[\s-]?bearing|standing|"
    r"walking|sitting|lying(?:\s+(?:flat|still|down))?|coughing|gripping|bending|lifting|turning|transfers?|exercises?|ambulation|"
    r"rotation|flexion|extension|resisted\s+\w+|deep\s+breath\w*|physio\w*|therapy"
)
_SITUATION = re.compile(
    r"[\s,]{0,2}\(?(?P<told>(?:at|on|with|when|while|during|after|before|in|by|going\s+up)\s+(?:the\s+|a\s+|her\s+|his\s+)?"
    rf"(?:rest|night|(?:its|their|the)\s+(?:worst|best)|worst|best|least|bad\s+days?|good\s+days?|{_ACTIVITY}|"
    r"brace|block|analgesia|medications?|meds|treatment|operation|surgery|fall|track|preop\s+holding|arrival|discharge|admission|"
    r"intake|"
    r"work|shift|pill|tablets?|dose|PACU|recovery(?:\s+room)?|end\s+of\s+the\s+(?:day|shift|week)|"
    r"times(?:\s+with\s+[a-z ]{4,30})?|"
    r"mile\s+\w+|\d+\s?mg|"
    r"(?:early\s+)?mornings?|afternoons?|evenings?|day(?=\s*(?:[.,;)]|and\b|$))|night-?time|daytime)"
    r"|if\s+(?:she|he|they|it)\s+[^.,;()\n\d]{3,40}?(?=\s*(?:[.,;()\n]|$))|afterwards?|resting|supine"
    r"|(?:ascending|descending|climbing|going\s+(?:up|down))\s+(?:the\s+)?stairs|kneeling|squatting|running"
    r"|walking|standing|sitting|lying\s+(?:flat|still|down)|most\s+days|overnight|pre-?\s?op\b|post-?\s?op\b"
    r"|(?:pre|post)-?\s?(?:fall|fracture|injury|injection|block|treatment|morbid(?:ly)?|admission)"
    r"|before(?=\s*(?:[.,;)]|and\b|but\b|$))"
    r"|(?:at|on)\s+(?:re-?check|re-?assessment|re-?evaluation|presentation|follow-?up|triage|exam(?:ination)?)"
    r"|(?:when|whenever|while|once|as\s+soon\s+as)\s+[^.,;()\n/\d]{3,48}?(?=\s*(?:[.,;()\n]|and\s|but\s|$)))(?:\b|(?<=\W))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<told>(?:at|on|with|when|while|during|after|before|by|in)\s+(?:the\s+|a\s+|her\s+|his\s+|its\s+|their\s+)?"
    rf"(?:rest|night|worst|best|least|{_ACTIVITY}|block|analgesia|medication|treatment|operation|surgery|arrival|discharge|admission|"
    r"mornings?|evenings?|day)"
    r"|\b(?:worst|best|least|current|resting|rest|moving|movement|walking|standing|sitting|night|nocturnal|pre-?\s?op|post-?\s?op"
    r"|PACU|recovery\s+room|pre-?\s?procedure|post-?\s?procedure|next[\s-]day|supine"
    r"|pre-?\s?(?:fall|fracture|injury|injection|block|treatment|morbid)|post-?\s?(?:injection|block|treatment|fall)|pre|adm|admission"
    r"|initial|baseline|discharge|d/c|previously|formerly|initially)\b)"
    r"[\s:,=]*(?:(?:pain|score|rating|level|intensity|call|as|at|it|is|was|of|to|about|an?|vas|nrs|nprs|ndi|odi|barthel)\b[\s:=]*){0,4}$",
    re.IGNORECASE,
)
_NEXT_TO = re.compile(
    r"(?:\s?mm|\s?/\s?\d{1,3})?\s*\(?\s*(?:back\s+)?(?:in|on|at|by|from|during|over|as\s+of|dated)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
"""Between a rating and its time after it."""
_LEADS_TO = re.compile(
    r"\s*[:=–-]?\s*(?:(?:the|her|his|pain|score|scores|rating|vas|nrs|odi|was|were|is|of|it|to|about|an?|down|up)\b\s*[:=]?\s*)*\(?",
    re.IGNORECASE,
)
"""Between a time and the rating after it; no comma."""
_WAS_BEFORE = re.compile(
    r"(?:\b(?:from|used\s+to\s+be|had\s+been|up\s+from|down\s+from)|\(\s?(?:was|previously|prev\.?|earlier))\s+(?:an?\s+|about\s+)?$",
    re.IGNORECASE,
)
"""``from 24 to 15 s after eight weeks``: the first of two has no part in the time of the second."""
_OF_NUMBER_BEFORE = re.compile(r"\d\s*(?:%|mm|/\s?\d+)?\s*\(?(?:in|on|at|by|from|after)?\s*$", re.IGNORECASE)
_HEADS_NEXT = re.compile(
    r"\s*[:=]?\s*(?:(?:pain|was|is|vas|nrs|score|an?|of|about|it)\s+){0,3}"
    r"(?:\d|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.IGNORECASE,
)


def when_rated(scan: Scan, start: int, end: int, last: int, *, opens_course: bool) -> TimeMention | None:
    """The time of a rating whose number runs from ``start`` to ``end`` and that ends, with its scale, at ``last``."""
    after = next((time for time in scan.times_in(last, last + 16) if time.kind != "duration"), None)
    if (
        after is not None
        and (not opens_course or _ON_TO.match(scan.text, after.end) is not None)
        and _NEXT_TO.fullmatch(scan.text, last, after.start)
        and not _HEADS_NEXT.match(scan.text, after.end, after.end + 10)
    ):
        return after
    bracket = _IN_BRACKETS.match(scan.text, last)
    if bracket is not None:
        unit = {"m": "month", "w": "week", "y": "year", "d": "day"}[bracket["unit"][0].lower()]
        return TimeMention(bracket.start("told"), bracket.end("told"), "relative", value=bracket["count"], unit=unit)
    visit = _VISIT.search(scan.text, max(0, start - 8), start)
    if visit is not None:
        return TimeMention(visit.start("told"), visit.end("told"), "label")
    day = _day_of_entry(scan, start)
    if day is not None:
        return day
    lead = _time_right_before(scan, start)
    if lead is not None and not scan.text[lead.end : start].strip(" :="):
        return lead
    situation = _SITUATION.match(scan.text, last)
    if situation is not None and not _HEADS_NEXT.match(scan.text, situation.end("told"), situation.end("told") + 16):
        return TimeMention(situation.start("told"), situation.end("told"), "label")
    dose = _after_treatment(scan, last)
    if dose is not None:
        return dose
    if lead is not None:
        return lead
    before = _BEFORE.search(scan.text, max(0, start - 60), start)
    if before is not None:
        return TimeMention(before.start("told"), before.end("told"), "label")
    clause = _CLAUSE_BEFORE.search(scan.text, max(0, start - 100), start)
    if clause is not None:
        told = next(name for name in ("told", "opens", "later") if clause[name] is not None)
        return TimeMention(clause.start(told), clause.end(told), "label")
    if opens_course or _WAS_BEFORE.search(scan.text, max(0, start - 24), start):
        return None
    nearest = _nearest(scan, start, last)
    if nearest is not None and _ENDS_COURSE.search(scan.text, max(nearest.end - 1, start - 30), start) is not None:
        return None  # "from 8 at the onset to 2": the time is that of the first
    if nearest is not None and nearest.end <= scan.sentence_at(start)[0]:
        nearest = later(nearest, time_between_visits(scan, start))
    return (
        nearest
        or _clause_before(scan, start)
        or _head_of_lines(scan, start)
        or _date_of_line(scan, start)
        or time_of_story(scan, start)
        or time_between_visits(scan, start)
    )


_VISIT = re.compile(r"(?<![\w])(?P<told>BL|FU\d?|[MWYV]\d{1,3})\s?[:=]?\s?$")
"""``BL 62/100 ; M24 20/100``: visits of a registry."""
_DAY_OF_ENTRY = re.compile(
    r"(?:^|\n|\s{2,}|[\"“]"
    r"|\.\s{1,3})[ \t]*(?P<told>(?P<first>\d{1,2})/(?P<second>\d{1,2}))(?![\d/])\s{1,3}(?=[A-Za-z])",
)


def _day_of_entry(scan: Scan, start: int) -> TimeMention | None:
    """``4/28 NRS 1, RDQ 5``: the short date that opens the entry of a follow-up."""
    left = max(0, start - 60)
    entries = list(_DAY_OF_ENTRY.finditer(scan.text, left, start))
    if not entries:
        return None
    entry = entries[-1]
    first, second = int(entry["first"]), int(entry["second"])
    is_day = 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31
    between = scan.text[entry.end() : start]
    if not is_day or re.search(r"[.;\n]|\(", between) is not None or "  " in between:
        return None
    if any(time.kind != "duration" for time in scan.times_in(entry.end(), start)):
        return None
    return TimeMention(entry.start("told"), entry.end("told"), "date", None, precision="day")


_ON_TO = re.compile(r"\s*,?\s*(?:to|then)\s", re.IGNORECASE)
_ENDS_COURSE = re.compile(r"\bto\s+(?:(?:an?|about|the|only|vas|nrs|odi|score|rating|of|pain)\s+){0,3}$", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(
    r"(?:^|[.;,\n]\s*)(?P<told>(?:when|while|with|without|after)\s+(?:(?:taking|using|having|wearing)\s+)?(?:the\s+|her\s+|his\s+)?"
    r"[a-z-]+(?:\s[a-z-]+)?)\s+(?:,\s*)?(?:(?:he|she|the\s+patient|pt)\s+(?:states|says|reports|rates)\s+)?(?:that\s+)?"
    r"(?:his|her|the|it|their)\s+(?:\w+\s+)?(?:pain\s+)?(?:level\s+)?(?:improves|drops|goes|falls|rises|is|was|comes|"
    r"decreases|increases|as)\s+"
    r"(?:down\s+|up\s+)?(?:to\s+|at\s+)?(?:an?\s+|about\s+)?$"
    r"|(?:^|[.;,\n]\s*)(?P<opens>(?:before|after|prior\s+to|following|since)\s+(?:the\s+|her\s+|his\s+)[a-z-]+(?:\s[a-z-]+)?"
    r"|at\s+(?:its\s+)?(?:worst|best))\s*,?\s+(?:the\s+|her\s+|his\s+)(?:\w+\s+){0,2}?(?:pain|discomfort|ache)\s+(?:level\s+|score\s+)?(?:was|is|had\s+been)\s+"
    r"(?:rated\s+)?(?:at\s+|as\s+)?(?:an?\s+|about\s+)?$"
    r"|(?:^|[.;,\n]\s*)(?P<later>\w+\s+(?:minutes|hours|days|weeks|months)\s+(?:after(?:wards)?|later))\s*,?\s+"
    r"(?:it|(?:the\s+|her\s+|his\s+)?pain)\s+(?:was|is|had\s+fallen\s+to|fell\s+to)\s+(?:an?\s+|about\s+)?$",
    re.IGNORECASE,
)
"""``When taking ibuprofen his pain improves to``; ``Before the block her pain was``; ``ten minutes later it was``"""


def _clause_before(scan: Scan, start: int) -> TimeMention | None:
    """``At month 6 remission was kept; BVAS 0``: the time that opens the clause before a semicolon; and the time that
    opens the paragraph's entry: ``At 38 months: … Back pain NRS 2``."""
    index = scan.sentence_index(start)
    left, right = scan.sentences[index - 1] if index else (0, 0)
    if index and scan.text[right - 1 : right] == ";":
        times = [time for time in scan.times_in(left, right) if time.kind != "duration"]
        if len(times) == 1 and times[0].start - left <= 3:
            return times[0]
    return dated_heading(scan, start)


_HEADS_LINES = re.compile(
    r"(?:\A|\n)[ \t•*-]*(?P<told>(?:(?:on|at|before|after)\s+)?(?:the\s+)?(?:arrival|admission|discharge|intake"
    r"|presentation|transfer|final\s+(?:visit|control|review)|last\s+(?:visit|follow-?up)))\s*:",
    re.IGNORECASE,
)


def _date_of_line(scan: Scan, start: int) -> TimeMention | None:
    """The full date that opens the line, where no other time stands between: ``2023/1/20 first visit. NRS 8``."""
    line = scan.text.rfind("\n", 0, start) + 1
    if start - line > _ENTRY:
        return None
    times = [time for time in scan.times_in(line, start) if time.kind != "duration"]
    if not times or times[0].kind != "date" or times[0].precision != "day" or any(t.kind != "label" for t in times[1:]):
        return None
    return times[0] if not scan.text[line : times[0].start].strip(" \t•*–-") else None


_ENTRY = 160
"""Characters of a dated line within which its date is that of what it tells."""


def _head_of_lines(scan: Scan, start: int) -> TimeMention | None:
    """``At discharge: ...``: the time that heads the lines of a paragraph, up to the next line that a time heads."""
    left = max(scan.text.rfind("\n\n", 0, start), start - 600, 0)
    heads = list(_HEADS_LINES.finditer(scan.text, left, start))
    if not heads:
        return None
    told = heads[-1]
    between = scan.text[told.end() : start]
    if re.search(r"\n[ \t]*[^\W\d_][^:\n.;,]{2,30}:", between) is not None:
        return None  # another head stands between
    return TimeMention(told.start("told"), told.end("told"), "label")


def _time_right_before(scan: Scan, start: int) -> TimeMention | None:
    """``pre-op 8``, ``on admission 9/10``: a time that leads to the number and is not that of the number before."""
    distance = _DISTANCE.search(scan.text, max(0, start - 16), start)
    if distance is not None:
        unit = distance["unit"].lower().rstrip("s")
        return TimeMention(distance.start(), distance.end("unit"), "relative", value=distance["count"], unit=unit)
    times = [time for time in scan.times_in(max(0, start - 60), start) if time.kind != "duration" and time.end <= start]
    if not times or re.search(r"[.;]", scan.text[times[-1].end : start]):
        times = [time for time in result_times(scan, max(0, start - 40), start) if time.end <= start]
        times = [time for time in times if time.kind == "label"]
    if not times or _LEADS_TO.fullmatch(scan.text, times[-1].end, start) is None:
        return None
    if _OF_NUMBER_BEFORE.search(scan.text, max(0, times[-1].start - 14), times[-1].start):
        return None
    return times[-1]


_DISTANCE = re.compile(
    r"(?<=[,;(] )(?P<count>\d{1,2})\s(?P<unit>years?|months?|weeks?|days?)\s?[:=]?\s?$", re.IGNORECASE
)
"""``6 weeks post-op 3, 1 year 1``: how long after, right before the number."""
_IN_BRACKETS = re.compile(
    r"\s*[(]\s*(?P<told>(?:at\s+)?(?P<count>\d{1,2})\s?(?P<unit>months?|mos?|weeks?|wks?|years?|yrs?|days?))\.?\s*[)]",
    re.IGNORECASE,
)
"""``54 (pre-op), 30 (3 mo)``"""
_DOSE = re.compile(r"\s*,?\s*(?P<word>after|before|post|pre|following)\s+(?:the\s+|her\s+|his\s+)?", re.IGNORECASE)


def _after_treatment(scan: Scan, last: int) -> TimeMention | None:
    """``4 after oxycodone``: before or after a drug or an operation."""
    lead = _DOSE.match(scan.text, last)
    if lead is None:
        return None
    named = [other for other in scan.mentions_in(lead.end(), lead.end() + 40, "treatment") if other.start == lead.end()]
    return TimeMention(lead.start("word"), named[0].end, "label") if named else None


def _nearest(scan: Scan, start: int, last: int) -> TimeMention | None:
    """The nearest time; not one in brackets with what it tells: ``TODAY ODI 52% (was 58% in May) PHQ-9 14``."""
    time = nearest_time(scan, start, last)
    if time is not None and time.start >= last and _HEADS_NEXT.match(scan.text, time.end, time.end + 10):
        return None  # "pain then 9/10, today 0"
    if time is not None and time.start >= last and _NEXT_OF_COURSE.match(scan.text, last, time.start) is not None:
        return None  # "9 -> 3 (6 months)": of the second
    if time is None or not _in_closed_brackets(scan.text, time, start, last):
        return day_beside(scan, time) if time is not None else None
    left, _ = scan.sentence_at(start)
    earlier = [
        other
        for other in scan.times_in(left, start)
        if other.kind != "duration" and not _in_closed_brackets(scan.text, other, start, last)
    ]
    return earlier[-1] if earlier else heading_time(scan, start)


_NEXT_OF_COURSE = re.compile(r"\s?(?:->|→|>)\s?\d")


def _in_closed_brackets(text: str, time: TimeMention, start: int, last: int) -> bool:
    """Whether a time stands with a number in brackets that do not hold the rating."""
    opened = text.rfind("(", max(0, time.start - 60), time.start)
    closed = text.find(")", time.end, time.end + 60)
    if opened < 0 or closed < 0 or ")" in text[opened : time.start] or opened <= start < closed:
        return False
    return re.search(r"\d", text[opened : time.start] + text[time.end : closed]) is not None
