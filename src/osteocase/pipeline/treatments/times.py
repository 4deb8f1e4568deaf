"""When a treatment began and when it ended, from the times told in its clause.

A time plays the part that the words before it give it: ``since`` and ``was started in`` begin, ``until``, ``finished``
and ``the last dose on`` end. A bare one is the start of what was started, done or had, the end of what was stopped, and
the planned date of what is planned. A time told once for several names is that of each.
"""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.header import days_of_supply
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.statements.items import opens_item
from osteocase.pipeline.times.find import time_draft
from osteocase.pipeline.times.words import TimeMention
from osteocase.pipeline.treatments.brief import MOMENT, begun_so_long_ago, on_that_day, told_briefly
from osteocase.pipeline.treatments.day_rows import of_about_then, opens_its_line
from osteocase.pipeline.treatments.ends import (
    BEGAN,
    CHANGED,
    ENDED,
    OVER,
    PREPOSITION,
    SINCE,
    UNTIL,
    counts_from_its_end,
    gap_behind,
    is_beside_a_disease,
    which_end,
)
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.handover import date_operation, hand_over, share_times
from osteocase.pipeline.treatments.how_long import is_how_long
from osteocase.pipeline.treatments.periods import (
    Span,
    Times,
    closed_period,
    labelled,
    opened_at,
    year_behind,
    year_of_injury,
)

__all__ = ["treatment_times"]

_NOW = re.compile(r"(?:right\s+)?now|current(?:ly)?|presently|at\s+present|at\s+(?:the|this)\s+moment", re.IGNORECASE)
_IS_NOW = re.compile(r"\b(?:is|are|was|and|but|then)\s*$", re.IGNORECASE)
_AT_ONCE = re.compile(r"[\s,(]*(?:(?:in|on|at|from|around|about|since)\s+(?:the\s+)?)?", re.IGNORECASE)
_APART = re.compile(
    r"[;]|\b(?:but|however|although|while|whereas|when|because)\b|(?<!\bDr)(?<!\bMr)(?<!\bMrs)[.!?]\s+[A-Z]"
    r"|,\s+(?:and\s+)?(?:she|he|they|we|the patient)\b|,\s+and\s+(?:[\w-]+\s+){1,4}(?:was|were|is|are)\b",
    re.IGNORECASE,
)
_SAME_DRUG = re.compile(
    r"[;,.][ \t]*(?:and\s+|then\s+|but\s+)?(?:(?:it|this|she|he)\s+(?:was|had been)?\s*)?"
    rf"(?:since|from|until|till|{ENDED}|{BEGAN})\b",
    re.IGNORECASE,
)
"""``; stopped in May``: what is told so behind a semicolon is still of the drug before it."""
_CONTINUED = re.compile(rf"\s*(?:(?:it|this)\s+was\s+)?(?:{ENDED}|{BEGAN})\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:(?:and|or|plus|then|s/p|status post|also|followed by|an?|her|his|the|left|right|bilateral|total|balloon"
    r"|percutaneous)\b|[TLCDtlcd]h?\d{1,2}(?:[-/]\w+)?|\d\."
    r"|[,;)\s])*",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(r",\s[^,;.]{3,70},\s(?:[a-z]+\s){0,3}", re.IGNORECASE)
"""``In May, six months after the last injection, X was given``."""
_STARTING = {"started", "completed", "past"}
_REACH = 70
_WINDOW = 400
_LEAD = 15
"""Characters by which a time behind a name is nearer than one before it."""


def treatment_times(scan: Scan, found: Sequence[Found], *, is_operation: bool = False) -> list[Times]:
    """Start and stop of every mention, in the order of ``found``; empty where it makes no record.

    Args:
        is_operation: whether the note is the report of an operation, whose date stands in its head.
    """
    told = [_told(scan, item) for item in found]
    hand_over(scan, found, told)
    share_times(scan, found, told)
    if is_operation:
        date_operation(scan, found, told)
    if days_of_supply(scan):
        for times in told:
            of_about_then(times)
    return told


def _told(scan: Scan, item: Found) -> Times:
    if item.status is None:
        return {}
    start, end = item.mention.start, max(item.end, item.mention.end)
    first = min([start, *(left for left, _ in item.claims)])
    once = not item.is_drug or item.entry.drug_class == "vaccine"
    found = labelled(scan, end)[0] or closed_period(scan, first, end)
    found = found or (year_behind(scan, end) if once and item.status in _STARTING else {})
    found = found or _in_clause(scan, item, start, end) or opened_at(scan, first)
    if item.sequel is not None and item.status == "stopped":
        found = {**found, **_stopped_later(scan, item.sequel)}
    return found or (year_of_injury(scan, first) if not item.is_drug and item.status in _STARTING else {})


def _stopped_later(scan: Scan, clause: Span) -> Times:
    """``We stopped it in November``, ``In November it was stopped``: when a later sentence tells the end."""
    left, right = scan.sentence_at(clause[0])
    behind = [time for time in scan.times_in(clause[1], min(right, clause[1] + _REACH)) if time.start >= clause[1]]
    ahead = [
        time for time in scan.times_in(left, clause[0]) if len(scan.text[left : time.start].strip()) <= PREPOSITION
    ]
    for time in (*behind[:1], *ahead[:1]):
        if time.kind in {"date", "relative"} and not _AFTER_SO_LONG.match(scan.text, time.start):
            return {"stop": (time_draft(scan.text, time), (time.start, time.end))}
    return {}


_AFTER_SO_LONG = re.compile(r"after\b", re.IGNORECASE)


def _in_clause(scan: Scan, item: Found, start: int, end: int) -> Times:
    left, right = scan.sentence_at(start)
    if _CONTINUED.match(scan.text, right) and right - end < _REACH:
        right = scan.sentence_at(right + 1)[1]
    # What is taken still since the day on which it was begun has that day as what was started has.
    given = item.rule == "treatments.aftermath" and item.verdict.status in OVER  # and is to be given again
    cue = item.verdict.cue
    again = cue is not None and item.status == "ongoing" and _AGAIN.match(scan.text, *cue) is not None
    status = "started" if given or again or item.rule == "treatments.begun_before" else str(item.status)
    is_last = _LAST.search(scan.text, max(left, start - 30), start) is not None
    found: Times = {}
    for time in sorted(
        scan.times_in(max(left, start - _WINDOW), min(right, end + _WINDOW)),
        key=lambda time: time.start - end if time.start >= end else start - time.end + _LEAD,
    ):
        if is_how_long(scan, time, start) or (is_last and time.end <= start) or counts_from_its_end(scan, time, start):
            continue
        now = _NOW.fullmatch(scan.text, time.start, time.end) is not None
        if now and (item.status in OVER or _IS_NOW.search(scan.text, end, max(end, time.start))):
            continue  # ``off it now``, ``started on X and is now on Y``
        if time.anchor in {"treatment_start", "treatment_stop"} and time.value not in {None, "0"}:
            # "6 months after the start of romosozumab" places the visit by the treatment, not the treatment.
            whole = time.end > start and item.status in OVER and _FINISHED.search(scan.text, left, time.start)
            if time.start <= start and start - time.end <= 12 and not whole:
                return {}
            continue
        before = scan.text[max(left, time.start - 30) : time.start]
        if not _is_near(scan, start, end, time, cue):
            continue
        if time.end <= start and (
            _is_told_of_another(scan, left, start, time, before)
            or _is_of_head(scan, time, start)
            or opens_item(scan, time.end, start)
        ):
            continue
        part = which_end(scan, item, start, end, time, before)
        if part:
            found.setdefault(part, (time_draft(scan.text, time), (time.start, time.end)))
        elif part is None and (_is_bare(scan, status, time, end) or _is_given_then(scan, item, time, end)):
            found.setdefault("start", (time_draft(scan.text, time), (time.start, time.end)))
    found = told_briefly(scan, end, found)
    found = found if "start" in found else {**found, **begun_so_long_ago(scan, item, end)}
    if not found and status in {"started", "planned", "ongoing"} and item.end > item.mention.end:
        found = on_that_day(scan, item)
    if not found and status in {*_STARTING, "planned"}:
        match = MOMENT.match(scan.text, end)
        if match is not None:
            span = (match.start("time"), match.end("time"))
            found["start"] = (time_draft(scan.text, TimeMention(*span, "label", None)), span)
    return found


_AGAIN = re.compile(r"(?:re-?start|re-?commenc|re-?initiat|re-?introduc)", re.IGNORECASE)
_FINISHED = re.compile(
    r"\b(?:completed|finished|stopped\s+after)\s+(?:(?:her|his|the|a|all|full)\s+){0,2}\Z", re.IGNORECASE
)
"""``completed 18 months of X in August``: how long, and behind it when that was."""
_LAST = re.compile(r"\b(?:last|final)\s+(?:(?:dose|doses|injection|infusion|shot|course)\s+of\s+)?$", re.IGNORECASE)
"""``4 May 2022, last denosumab in January``: the day before it is not that of its start."""


def _is_of_head(scan: Scan, time: TimeMention, start: int) -> bool:
    """The date of the visit in a line of columns above: ``Follow-up      10/13/2020      Chart 77120``."""
    begin = scan.text.rfind("\n", 0, time.start) + 1
    end = scan.text.find("\n", time.end)
    return 0 <= end < start and _COLUMNS.search(scan.text, begin, end) is not None


_COLUMNS = re.compile(r"\S {3,}\S")


_OF_A_CHECK = re.compile(
    r",\s*(?:(?-i:[A-Z][\w&/]*)|bloods?|labs?|review|repeat|recheck|follow[\s-]?up|scan)\s+(?:\w+\s+)?(?:in|at|after)\s+$",
    re.IGNORECASE,
)
"""``start X 1.25 mg, U&E in 2/52``: when something else is due."""


def _is_given_then(scan: Scan, item: Found, time: TimeMention, end: int) -> bool:
    """``Aclasta 5 mg 11/2019``, ``90 mg IV on 7 June``: the day on which a single dose was injected."""
    if time.kind != "date" or time.start < end or not _AT_ONCE.fullmatch(scan.text, end, time.start):
        return False
    yearly = item.entry.osteoporosis_drug and item.entry.id == "zoledronate"
    injected = any(regimen.route in _INJECTED for regimen in item.regimens)
    return (yearly or injected) and not any(regimen.frequency for regimen in item.regimens)


_INJECTED = {"intravenous", "intramuscular", "intra-articular", "epidural"}


def _is_bare(scan: Scan, status: str, time: TimeMention, end: int) -> bool:
    """Whether a time without a word of its own is that of the start."""
    if time.start >= end and CHANGED.search(scan.text, end, time.start):
        return False
    return status in _STARTING or (status == "planned" and time.start >= end) or status == "declined"


def _is_of_the_one_before(scan: Scan, start: int, time: TimeMention) -> bool:
    """``X in 1998 and Y``: the time behind X, with which the list goes on to Y, is that of X alone."""
    if not _GOES_ON.fullmatch(scan.text[time.end : start]):
        return False
    if "\n" not in scan.text[time.end : start] and scan.text[time.start - 1 : time.start] == "\n":
        return False  # the day that opens the line is that of the line
    ahead = scan.mentions_in(max(0, time.start - _REACH), time.start, "treatment")
    return bool(ahead) and not re.search(r"[.,;]|\band\b", scan.text[ahead[-1].end : time.start])


def _is_told_of_another(scan: Scan, left: int, start: int, time: TimeMention, before: str) -> bool:
    """``X since 2008, now switched to Y``: the period is that of X."""
    bound = SINCE.search(before) or UNTIL.search(before) or scan.text[time.start : time.start + 5].lower() == "since"
    return bool(bound) and bool(scan.mentions_in(max(left, time.start - _REACH), time.start, "treatment"))


def _of_the_next(scan: Scan, time: TimeMention, gap: str) -> bool:
    """``X and, from week 6, Y``: a time that the next name follows at once, behind an ``and``, is that of the next."""
    if not re.search(r"\band\b", gap):
        return False
    return bool(scan.mentions_in(time.end, time.end + 4, "treatment"))


def _others(scan: Scan, start: int, end: int) -> bool:
    """Whether another treatment is named between two places; ``two units were transfused`` names none."""
    return any(mention.id != "blood_transfusion" for mention in scan.mentions_in(start, end, "treatment"))


_IS_ANOTHER_ENTRY = re.compile(r"[^\n]*\n[ \t*•-]*")


_HEADS_LINE = re.compile(r"[ \t]*[:–-]")
"""``antacids`` and in the next line ``2019: colitis``: the year opens the next entry."""
_NEXT_ACT = re.compile(
    r"\b(?:and|then)\s+(?:then\s+|was\s+|were\s+)?(?:re-?viewed|seen|saw|referred|re-?assessed|followed|re-?turned|came|(?:re-?)?admitted"
    r"|(?:re-?)?examined|called|asked|reported|(?:re-?)?presented|scanned|sent|developed|noted|noticed|fell|arranged|ordered"
    r"|requested|booked)\b",
    re.IGNORECASE,
)
"""``prescribed tablets and reviewed her two weeks later``: the time is that of the review."""


def _is_near(scan: Scan, start: int, end: int, time: TimeMention, cue: Span | None) -> bool:
    """True where nothing but the verb and doses stands between a name and a time, and no other treatment has it."""
    anchors = [(start, end)] + ([cue] if cue is not None else [])
    if time.start < end and time.end > start:
        return False
    if time.end <= start and _is_of_the_one_before(scan, start, time):
        return False
    if (
        time.start >= end
        and _IS_ANOTHER_ENTRY.fullmatch(scan.text, end, time.start)
        and (_HEADS_LINE.match(scan.text, time.end) or opens_its_line(scan, start))
    ):
        return False
    if time.start >= end and _NEXT_ACT.search(scan.text, end, time.start) is not None:
        return False
    for left, right in anchors:
        gap = scan.text[right : time.start] if time.start >= right else gap_behind(scan, time, left)
        if len(gap) > _REACH or (_APART.search(gap) and not _SAME_DRUG.search(gap)):
            continue
        if time.start >= end and (_of_the_next(scan, time, gap) or _OF_A_CHECK.search(gap)):
            continue
        if left >= end and time.start >= right and _others(scan, right, time.start):
            continue  # ``X (now stopped), and Y 2014-2019``
        if right <= start and time.start >= end and _others(scan, end, time.start):
            continue  # ``under X we begin with Y, first infusion 3 May``
        if (left, right) == (start, end) and time.end <= start and is_beside_a_disease(scan, start, time):
            continue
        low, high = (right, time.start) if time.start >= right else (time.end, left)
        if ((left, right) == (start, end) or time.end <= start) and _others(scan, low, high):
            continue
        if (left, right) == (start, end) and time.end <= start and "," in gap.lstrip(" ,:)"):
            opens = len(scan.text[scan.sentence_at(start)[0] : time.start].strip()) <= PREPOSITION
            if not (opens and _ADVERBIAL.fullmatch(gap)):
                continue  # another item of the list stands between
        return True
    return False
