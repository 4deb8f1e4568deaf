"""When a fracture was: the time told beside it, and whether it belongs to the past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from osteocase.pipeline.bmd.times import times_in_row
from osteocase.pipeline.context.finder import Context, Cue
from osteocase.pipeline.fractures.before import left_edge
from osteocase.pipeline.fractures.roles import Trait
from osteocase.pipeline.fractures.times import fracture_times
from osteocase.pipeline.fractures.words import Place, Words
from osteocase.pipeline.header import note_date
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.past import line_is_past, past_cues, section_is_over
from osteocase.pipeline.times.find import TimeMention, time_draft
from osteocase.pipeline.times.words import MONTHS

__all__ = ["add_date_of_injury", "fracture_time", "is_long_ago", "is_past_event", "is_past_time", "temporality"]

_DATE_FIELD = re.compile(
    r"\bdate\s+of\s+(?:the\s+)?(?:index\s+)?(?:fracture|injury|fall|event)\s?:?\s{0,4}(?=\S)", re.IGNORECASE
)
_LEADS = re.compile(r"\s?(?:[:,–-]\s)?\s?")
_OPENS = re.compile(r"(?:^|[,;.:(\n•–-])\s*(?:in\s)?\s*\Z", re.IGNORECASE)
"""A time that opens a phrase tells of that phrase: ``2019 stress fracture of the foot, 2020 of the tibia``."""
NO_TIME = TimeMention(0, 0, "none")
"""For a member that has no time in a list whose members have times of their own."""
_INJURY_FIELD = re.compile(
    r"(?:\bDOI|\b[Dd]ate\s+of\s+(?:[Ii]njury|[Ff]racture)|(?:#|\b[Ff]racture|\b[Ff]x|\b[Ii]njury)\s[Dd]ate)\s{0,2}[:-]?\s{0,4}(?=\d)"
)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?![\d/])")
_NEXT_EVENT = re.compile(
    r"(?:,|;)?\s*\b(?:and|then)\s+(?:again\s+|later\s+|then\s+)?(?:in\s+|on\s+|at\s+)?\Z", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s*,?\s*(?:with|she|he|an?|her|his)\s", re.IGNORECASE)
"""``in 2016 with a fracture of the wrist, and in 2019 with one of L1``: the later year opens what comes next."""
_COMPARED = re.compile(
    r"\b(?:compar\w+\s+(?:with|to)|versus|vs\.?|than(?:\s+in)?|relative\s+to"
    r"|(?<!known )(?<!there )(?<!present )since|(?:un)?changed?\s+from|as\s+in"
    r"|(?:already|also|not)\s+(?:present|seen|visible|there)\s+(?:in|on)|c/w|cf\.?)"
    r"\s*(?:the\s+)?(?:\w+\s+){0,3}[(:]?\s*\Z",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\b(?:clinic|appointment|appt|review|follow[\s-]?up|f/?u|revised|revision|removed|removal)\b", re.IGNORECASE
)
"""What was later: ``# neck of humerus - collar & cuff, # clinic 14/10``."""
_ALREADY = re.compile(r"\s+(?:also|too|already|as\s+well)\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:present|seen|visible|noted|there)\s+(?:in|on)\s+\Z", re.IGNORECASE)
"""``present in April also``."""
_OF_IMAGING = re.compile(
    r"\b(?:MRI|MR|CT|DXA|DEXA|x-?rays?|films?|scans?|scintigraphy|imaging|radiographs?)\b[^.;]{0,24}\Z", re.IGNORECASE
)
_SAME_TIME = re.compile(r"(?:in\s+)?the\s+same\b", re.IGNORECASE)
_ROW_BEHIND = 4
"""Characters between a list and the times of its members: ``T6, T8 and T12 (2017, 2018 and 2020)``."""
_LINE = 400
_LABEL = re.compile(r"[^:\n]{3,44}:(?!\d)")
_GAP_AFTER = 70
_GAP_BEFORE = 90
"""Characters within which a time after or before a fracture is told of it."""


def fracture_time(
    scan: Scan, words: Words, start: int, end: int, places: Sequence[Place] = (), place: Place | None = None
) -> TimeMention | None:
    """The time told of the stretch: right after it, later in the clause, inside it, or opening the sentence.

    In a list whose members have times of their own (``wrist in 2009, hip in 2019``) each ``place`` takes the one that
    follows it, else the one that precedes it.
    """
    left = min([start, *(other.start for other in places)])
    right = max([end, *(other.end for other in places)])
    times = _times_near(scan, words, left, right)
    if place is not None and len(places) > 1:
        own = _time_in_list(scan, times, places, place)
        if own is not None:
            return None if own is NO_TIME else own
    dated = _date_field(scan, words, end, times)
    if dated is not None:
        return dated
    lead = next((time for time in reversed(times) if time.end <= start), None)
    if (
        lead is not None
        and _LEADS.fullmatch(scan.text, lead.end, start)
        and _OPENS.search(scan.text[max(words.start, lead.start - 5) : lead.start])
    ):
        return lead
    after = [time for time in times if time.start >= end and _tells_of(scan, words, end, time)]
    if after:
        return next((time for time in after if time.kind in {"date", "age"}), after[0])
    inside = next((time for time in times if start <= time.start < end), None)
    if inside is not None:
        return inside
    return _time_before(scan, words, start, times) or _time_of_line(scan, start)


def add_date_of_injury(scan: Scan, drafts: list[Draft]) -> None:
    """The date of injury that a form gives once belongs to the fractures of today that have no time of their own."""
    fields = list(_INJURY_FIELD.finditer(scan.text))
    if len(fields) != 1:
        return
    time = next(iter(scan.times_in(fields[0].end(), fields[0].end() + 1)), None)
    if time is None and (day := _DAY.match(scan.text, fields[0].end())) is not None:
        time = TimeMention(day.start(), day.end(), "date", None, precision="day")
    fresh = [
        d for d in drafts if d["status"] == "present" and d["temporality"] == "current" and d["subject"] == "patient"
    ]
    if time is None or not fresh or fresh[0].get("time") is not None:
        return
    for draft in fresh:
        if draft is fresh[0] or (
            draft.get("time") is None and draft["bone"] is not None and draft.get("acuity") != "chronic"
        ):
            draft["time"] = time_draft(scan.text, time)


_RELATIVE_AGED = re.compile(
    r"\b(?:mother|father|sister|brother|mom|mum|dad|aunt|uncle|daughter|son|grandmother|grandfather|cousin|wife|husband)"
    r"(?:\s+is|\s+who\s+is)?\s*,\s*\Z",
    re.IGNORECASE,
)
_HAS_SUFFERED = re.compile(r"\s*,\s*(?:who\s+)?(?:has|have)\s", re.IGNORECASE)


def _is_own_age(scan: Scan, time: TimeMention) -> bool:
    """``her sister, age 68, has had two hip fractures``: how old the sister is today."""
    return (
        time.kind == "age"
        and _HAS_SUFFERED.match(scan.text, time.end) is not None
        and _RELATIVE_AGED.search(scan.text, max(0, time.start - 24), time.start) is not None
    )


def _is_compared(scan: Scan, time: TimeMention) -> bool:
    """``unchanged compared with 2019``: the time of the comparison is not that of the fracture."""
    if _ALREADY.match(scan.text, time.end) and _THERE.search(scan.text, max(0, time.start - 24), time.start):
        return True
    return _COMPARED.search(scan.text, max(0, time.start - 40), time.start) is not None


def _time_of_line(scan: Scan, start: int) -> TimeMention | None:
    """The date in the label that opens the line: ``F/U 22-11-2022: no fresh fracture``."""
    line = scan.text.rfind("\n", max(0, start - _LINE), start) + 1
    label = _LABEL.match(scan.text, line, start) if line or start < _LINE else None
    if label is None:
        return None
    times = [time for time in scan.times_in(line, start) if time.kind in {"date", "relative"}]
    return times[0] if len(times) == 1 and times[0].start < label.end() else None


def _time_before(scan: Scan, words: Words, start: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time that opens the sentence or the clause."""
    before = [time for time in times if time.end <= start]
    if not before or _is_taken(words, before[-1], start) or _is_of_illness(scan, before[-1]):
        return None
    gap = scan.text[before[-1].end : start]
    if _NEXT_LINE.match(scan.text, before[-1].end):
        return None  # "known since the age of two" closes the line above
    is_fronted = len(times) == 1 and before[-1].start - words.start <= 3 and scan.text[before[-1].end] == ","
    reach = 2 * _GAP_BEFORE if is_fronted else _GAP_BEFORE
    return (
        before[-1]
        if not re.search(r";|\n\s*(?:[-•*\dA-Z]|\n)|\bbut\b|\band\s+(?:an?\s+)?new\b|\s{3}", gap) and len(gap) <= reach
        else None
    )


_NEXT_LINE = re.compile(r"[ \t.;]*\n[ \t]*(?-i:[A-Z][a-z]{3})", re.IGNORECASE)
_ILLNESS = re.compile(
    r"\b(?:bypass|surgery|operation|\w+ectomy|\w+otomy|stent\w*|PCI|CABG|transplant\w*|infarction|MI|stroke|CVA|TIA|cancer|carcinoma|chemo\w*|"
    r"diabetes|hypertension|pacemaker|dialysis)\s+(?:(?:diagnosed|found|placed)\s+)?(?:in|on|since)?\s*\Z",
    re.IGNORECASE,
)
"""``status post bypass in 1971 with a right hip fracture``: the time is that of another illness."""


def _is_of_illness(scan: Scan, time: TimeMention) -> bool:
    return _ILLNESS.search(scan.text, max(0, time.start - 40), time.start) is not None


def _date_field(scan: Scan, words: Words, end: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """``Index fracture: left wrist   Date of fracture: 02/08/2021``."""
    field = _DATE_FIELD.search(scan.text, end, min(len(scan.text), end + _GAP_BEFORE))
    if field is None:
        return None
    later = scan.times_in(field.end(), field.end() + 1)
    return next((time for time in (*times, *later) if time.start == field.end()), None)


def _times_near(scan: Scan, words: Words, start: int, end: int) -> list[TimeMention]:
    """Times of the sentence within reach of a stretch."""
    times = fracture_times(scan, words.start, words.end)
    first = bisect_left(times, start - 2 * _GAP_BEFORE, key=lambda time: time.start)
    last = bisect_left(times, end + 2 * _GAP_BEFORE, key=lambda time: time.start)
    return [
        time
        for time in times[first:last]
        if not (_is_compared(scan, time) or _is_own_age(scan, time) or _is_of_healing(scan, time))
    ]


_HEALED_BY = re.compile(
    r"\b(?:heal(?:ed|ing|s)|united|union|consolidat(?:ed|ion)|callus|resolved)\s+(?:\w+\s+){0,3}?(?:at\s+|by\s+|after\s+|within\s+|in\s+)?\Z",
    re.IGNORECASE,
)


def _is_of_healing(scan: Scan, time: TimeMention) -> bool:
    """``the fracture line had healed at 8 months``: when it had healed, not when it broke."""
    return _HEALED_BY.search(scan.text, max(0, time.start - 45), time.start) is not None


def _time_in_list(
    scan: Scan, times: Sequence[TimeMention], places: Sequence[Place], place: Place
) -> TimeMention | None:
    """The member's own time, where a time stands between two members of the list."""
    ordered = sorted(places, key=lambda other: other.start)
    if any(not _SAME_TIME.match(scan.text, time.start) for time in times):
        times = [time for time in times if not _SAME_TIME.match(scan.text, time.start)]
    first, last = ordered[0], ordered[-1]
    behind = times_in_row(scan, [time for time in times if time.start >= last.end], len(ordered))
    if behind and behind[0].start - last.end <= _ROW_BEHIND:
        return behind[ordered.index(place)]
    if not any(first.end <= time.start and time.end <= last.start for time in times):
        return None
    lead = [time for time in times if time.end <= first.start and first.start - time.end < 4]
    if lead:
        return [time for time in times if time.end <= place.start][-1]
    following = next((time for time in times if time.start >= place.end), None)
    if following is None or (place is last and following.start - place.end > _GAP_AFTER):
        return NO_TIME
    return following


def _tells_of(scan: Scan, words: Words, end: int, time: TimeMention) -> bool:
    """A time that follows belongs to the fracture unless a new clause or another fracture comes between."""
    gap = scan.text[end : time.start]
    if (
        len(gap) > _GAP_AFTER
        or re.search(r"[;.]\s|\bbut\b|\band\b[^,]{12,}|\n\s*(?:\(?\d{1,2}[.)]|[-•*])\s", gap)
        or _VISIT.search(gap)
        or (_NEXT_EVENT.search(gap) and _GOES_ON.match(scan.text, time.end))
    ):
        return False
    between = words.items[words.index_at(end) : words.index_at(time.start)]
    return not any(word.trigger is not None for word in between)


def _is_taken(words: Words, time: TimeMention, start: int) -> bool:
    """True where the time is another fracture's that was told before it: ``broke her wrist in 2009, hip fracture``."""
    position = words.index_at(time.start) - 1
    near = [word for word in words.items[max(0, position - 2) : position + 1] if "time" not in word.roles]
    after = words.index_at(time.end)
    closes_member = after < len(words.items) and words.items[after].lower in {",", ";", "and", "(", "&"}
    if closes_member and any(word.place is not None for word in near):
        return True
    while position >= 0 and (words.items[position].place is not None or words.items[position].text not in {",", ";"}):
        if words.items[position].trigger is not None and words.items[position].end <= start:
            return True
        position -= 1
    return False


_OF_THE_PAST = frozenset(
    {
        "previous",
        "prior",
        "prev",
        "before",
        "past",
        "ever",
        "never",
        "previously",
        "hitherto",
        "history",
        "hx",
        "adult",
        "adulthood",
        "lifetime",
    }
)
_HAS_NOT_HAD = re.compile(
    r"\b(?:has|have)\s*(?:not|n['’]t)\s+(?:had|suffered|sustained|broken)\b[^,;.:]*\Z", re.IGNORECASE
)
_OVER_YEARS = re.compile(
    r"[^,;.:\n]{0,40}\b(?:(?:over|in|during|within|for)\s+(?:the\s+)?(?:last|past|previous|preceding)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:years?|decades?)|for\s+(?:over\s+|more\s+than\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many)"
    r"\s+years|since\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""``no fractures over the last 6 years``: what is denied is the time that has gone by."""
_LAST = re.compile(r"last\s+(?:spring|summer|autumn|winter|year)\b", re.IGNORECASE)
_LATELY = re.compile(
    r"(?:in\s+|over\s+)?(?:the\s+)?(?:last|past)\s+(?:few\s+)?(?:months?|weeks?|days?|night)|recently|yesterday",
    re.IGNORECASE,
)
"""What is no past of its own, whatever words stand around it."""
_YEAR_TOLD = re.compile(r"(?:19|20)\d\d|['’/]\d\d\b")
_THIS_YEAR = re.compile(r"\s+(?:this\s+year|of\s+this\s+year)\b", re.IGNORECASE)
_BACK_MONTHS = 2
_RECENT_MONTHS = 6
"""A fracture told of as longer ago than this is no part of the present illness."""
_MONTHS = {"day": Decimal("0.033"), "week": Decimal("0.23"), "month": Decimal(1), "year": Decimal(12)}
_AGES = {"acute": "current", "chronic": "historical"}
"""An old or healed fracture belongs to the past, a fresh one does not, wherever the note tells it."""


def is_long_ago(scan: Scan, time: TimeMention | None) -> bool:
    """True for a calendar year before the note's own, and for a bare year in a note without a date."""
    if time is None or time.kind != "date" or time.date is None:
        return False
    date = max(filter(None, (note_date(scan), _latest_date(scan))), default=None)
    if date is None:
        return time.precision == "year"
    own = note_date(scan)
    if own is not None and len(own) >= 7 and len(time.date) >= 7:
        return (int(own[:4]) - int(time.date[:4])) * 12 + int(own[5:7]) - int(time.date[5:7]) >= _RECENT_MONTHS
    years = int(date[:4]) - int(time.date[:4])
    return years > 1 or (years == 1 and (time.precision == "year" or time.date[5:7] < date[5:7]))


def is_past_event(scan: Scan, start: int, end: int) -> bool:
    """True for a fall that is told with an age, a stage of life, a year gone by or a month that lies back."""
    left, right = scan.sentence_at(start)
    near = fracture_times(scan, max(left, start - _GAP_BEFORE), min(right, end + _GAP_BEFORE))
    times = [time for time in near if not _is_compared(scan, time)]
    after = next((time for time in times if time.start >= end), None)
    if after is not None and not (
        after.start - end <= _GAP_AFTER and re.search(r"[;.]\s|\bbut\b", scan.text[end : after.start]) is None
    ):
        after = None
    before = next((time for time in reversed(times) if time.end <= start and start - time.end <= _GAP_AFTER), None)
    told = [time for time in (before, after) if time is not None]
    if not told:
        return False
    return is_past_time(scan, min(told, key=lambda other: min(abs(other.start - end), abs(start - other.end))))


def is_past_time(scan: Scan, time: TimeMention) -> bool:
    """True for an age, a stage of life, a year gone by or a month that lies back."""
    months = _months_ago(time)
    if months is not None:
        return months > _RECENT_MONTHS / 3
    return _is_stage_of_life(time) or is_long_ago(scan, time) or _month_lies_back(scan, time, undated=True)


def _is_of_imaging(scan: Scan, time: TimeMention | None) -> bool:
    """``an MRI was done in June, which showed a fracture``: when it was seen, not when it happened."""
    return time is not None and _OF_IMAGING.search(scan.text, max(0, time.start - 40), time.start) is not None


def _month_lies_back(scan: Scan, time: TimeMention | None, *, undated: bool = False) -> bool:
    """``in November`` in a note of May; ``at Christmas`` in one of February; not ``in February this year``.

    ``undated``: what to say where the note has no date of its own and names the month alone.
    """
    if (
        time is None
        or _THIS_YEAR.match(scan.text, time.end) is not None
        or _YEAR_TOLD.search(scan.text, time.start, time.end)
    ):
        return False
    date = note_date(scan) or _latest_date(scan)
    told = scan.text[time.start : time.end].lower()
    number = next((index for index, name in enumerate(MONTHS, start=1) if name in told), None)
    number = 12 if "christmas" in told or "xmas" in told else number
    if date is None and undated and number is not None:
        before = scan.text[max(0, time.start - 6) : time.start].rstrip().lower()
        return (
            not any(sign.isdecimal() for sign in told)
            and not before.endswith(("late", "early", "mid"))
            and before[-1:].isalpha()
        )
    if date is None or number is None or len(date) < 7 or (time.date is not None and len(time.date) < 7):
        return False
    return (int(date[5:7]) - number) % 12 >= _BACK_MONTHS


def _latest_date(scan: Scan) -> str | None:
    """The latest full date of the text: the note was written then or later."""
    if "latest_date" not in scan.facts:
        full = [time.date for time in scan.times if time.date is not None and len(time.date) >= 7]
        scan.facts["latest_date"] = max(full, default=None)
    latest: str | None = scan.facts["latest_date"]
    return latest


def temporality(
    scan: Scan, words: Words, index: int, context: Context, time: TimeMention | None, traits: dict[str, Trait]
) -> str:
    """``historical`` by the words around it, by the age or year in which it happened, or as a relative's fracture."""
    if context.subject not in {"patient", "other"}:
        return "historical"
    if not context.negated and (_is_stage_of_life(time) or _is_season_gone(scan, time)):
        return "historical"
    if is_long_ago(scan, time) or (
        context.status == "present" and _month_lies_back(scan, time, undated=not _is_of_imaging(scan, time))
    ):
        return "historical"
    if any("never" in scan.text[cue.start : cue.end].lower() for cue in context.cues if cue.category == "negated"):
        return "historical"
    start = words.items[index].start
    if context.negated:
        return _when_denied(scan, words, index, context)
    if "acuity" in traits and traits["acuity"][0] in _AGES:
        return _AGES[traits["acuity"][0]]
    if time is not None and _LATELY.fullmatch(scan.text, time.start, time.end) is not None:
        return "current"
    months = _months_ago(time)
    if months is None:
        months = _months_after_operation(time)
    if months is not None:
        return "historical" if months > _RECENT_MONTHS else "current"
    cues = [cue for cue in past_cues(scan, context, start) if not _of_another(words, index, cue)]
    cues = [cue for cue in cues if not _tells_operation(scan, cue, start)]
    if context.uncertain:
        cues = [cue for cue in cues if not cue.rule.startswith("section.")]
    return "historical" if cues or (not context.uncertain and line_is_past(scan, start)) else "current"


_STATUS_POST = re.compile(r"s\s?/\s?p\.?|status[\s-]+post", re.IGNORECASE)
_OPERATION = re.compile(
    r"\b(?:\w*nail(?:ing)?|fixation|ORIF|CRPP|plating|reduction|\w*arthroplasty|repair|pinning|surgery|operation|IMN)\b[^.;,]{0,50}\Z",
    re.IGNORECASE,
)


def _tells_operation(scan: Scan, cue: Cue, start: int) -> bool:
    """``status post nailing of a humeral shaft fracture``: what was done; a year or a heading tells that it is past."""
    is_status = _STATUS_POST.fullmatch(scan.text, cue.start, cue.end) is not None
    return is_status and _OPERATION.search(scan.text, cue.end, start) is not None


def _when_denied(scan: Scan, words: Words, index: int, context: Context) -> str:
    """``no previous fracture``, ``no fracture to date`` speak of the past; ``no fracture`` of today."""
    around = {word.lower for word in words.items[max(0, index - 6) : index + 7]}
    if around & _OF_THE_PAST or {"to", "date"} <= around or ("so" in around and "far" in around):
        return "historical"
    if _OVER_YEARS.match(scan.text, words.items[index].end) is not None:
        return "historical"
    if _HAS_NOT_HAD.search(scan.text, max(words.start, words.items[index].start - 40), words.items[index].start):
        return "historical"
    if words.items[index].trigger is not None and words.items[index].lower in {"broken", "broke", "fractured"}:
        near = words.items[max(0, index - 12) : index + 6]
        return "current" if any(word.place is not None for word in near) else "historical"
    return "historical" if context.historical and not section_is_over(scan, words.items[index].start) else "current"


def _is_season_gone(scan: Scan, time: TimeMention | None) -> bool:
    """``last winter``, ``last year``."""
    return time is not None and _LAST.match(scan.text, time.start, time.end) is not None


def _months_ago(time: TimeMention | None) -> Decimal | None:
    """How long ago, for ``two years ago``; None for other times."""
    if time is None or time.kind != "relative" or time.anchor != "note_date" or not (time.value or "").startswith("-"):
        return None
    return abs(Decimal(time.value or "0")) * _MONTHS.get(time.unit or "", Decimal(0))


def _months_after_operation(time: TimeMention | None) -> Decimal | None:
    """How long the operation or injury lies back, for ``POD 2`` and ``six weeks post-op``: the present illness."""
    if time is None or time.kind != "relative" or time.anchor not in {"surgery", "injury"}:
        return None
    return abs(Decimal(time.value or "0")) * _MONTHS.get(time.unit or "", Decimal(0))


def _is_stage_of_life(time: TimeMention | None) -> bool:
    """``at 64``, ``as a child``, ``in her eighties``."""
    return time is not None and (time.kind == "age" or (time.kind == "label" and time.anchor == "birth"))


def _of_another(words: Words, index: int, cue: Cue) -> bool:
    """True where a cue such as ``old`` stands in another fracture's phrase: ``old T8 fracture, fracture of L1``."""
    for position in range(index):
        word = words.items[position]
        if word.trigger is not None and word.trigger is not words.items[index].trigger:
            edge = words.items[left_edge(words, position)].start
            if edge <= cue.start < word.start:
                return True
    return False
