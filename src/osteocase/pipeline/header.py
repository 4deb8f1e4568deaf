"""What a note says of itself: its title, its date and its kind."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import TimeMention
from osteocase.pipeline.times.order import named_date

__all__ = ["NoteFacts", "date_of", "days_of_supply", "lies_ahead", "note_date", "note_facts"]


class NoteFacts(NamedTuple):
    """Title, ISO date and kind of a note, each null where the note does not tell it."""

    title: str | None
    date: str | None
    kind: str | None


_DATE_LABEL = re.compile(
    r"(?:^|\n)[^\n:]{0,40}?\b(?:date(?: of (?:visit|service|report|exam(?:ination)?|clinic|scan|study|"
    r"letter|admission|collection))?|dated|seen(?: on)?"
    r"|visit|clinic|collected|reported|scan date|exam date|letter|prepared)\b[^\n\d]{0,25}$",
    re.IGNORECASE,
)
_DISCHARGED = re.compile(
    r"(?:\bD\.?O\.?D\.?|\bdate of discharge|\bdischarge date|\bdischarged(?:\s+on)?)\s{0,3}[:=-]?\s{0,3}$",
    re.IGNORECASE,
)
"""Before the day on which a stay ended: its summary is of that day."""
_NOT_NOTE_DATE = re.compile(
    r"birth|d\.?o\.?b|born|\bd\.?o\.?a\b|lmp|delivery|admi|comparison|compared"
    r"|(?:surgery|operation|transplant)(?!(?:\s+\w+)?\s+(?:note|report|record|clinic|department|dept|ward|unit|service|centre|center|"
    r"team|out-?patients?)\b)"
    r"|\b(?:since|until|started(?:\s+on)?|first\s+(?:seen|visited|came|presented|attended)(?:\s+on)?)\s*$|\b(?:at|since|after|before)\s+(?:the|her|his)\s+(?:first|initial|last|previous|next)\s+(?:clinic\s+)?visit",
    re.IGNORECASE,
)
_DAY_OF_SURGERY = re.compile(r"\bd\.?o\.?s\b.{0,10}$", re.IGNORECASE | re.DOTALL)
_OPERATED = re.compile(r"\b(?:surg\w+|operat\w+|post-?op\w*|pod|procedure|implant\w*|ORIF|\w+plasty)\b", re.IGNORECASE)
"""In a note about an operation ``DOS`` is the day of surgery, elsewhere the day of service: that of the note."""
_HEAD = 250
"""Characters in which a note tells its own date."""
_STAY_ENDS = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*(?:discharged?(?:\s+on)?:?\s*)?", re.IGNORECASE)
_TELLS = re.compile(
    r"(?i:\bcompar(?:ison|ed)\b)|\([^()]*\w[^()]*$|\b(?:was|were|has|had|is|she|he|who|underwent|presented|developed|sustained)\b"
    r"|\b(?i:fell|broke|fractured|slipped|tripped|injured)\b"
)
"""Running text, or brackets behind what they date: the date is that of what is told."""
_ITEM = re.compile(r"\s*[-*•–]\s+[^\W\d]")
"""An item of a list, which tells something other than the day of the note."""
_ON = re.compile(r"[a-z]\s+on\s+(?:the\s+)?$")
_SEEN_ON = re.compile(
    r"\b(?:seen|review(?:ed)?|visit(?:ed)?|clinic|dictated|typed|dated|written|letter|note|notes?|consult\w*|attend\w*|"
    r"examin\w*|assess\w*|appointment|perform\w*|scan\w*|done|report\w*|collect\w*|drawn|follow-?\s?up|print\w*|created|"
    r"signed|sent|contact\w*|call\w*|round|returns?|presents?|comes(?:\s+back)?|is\s+here|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+on\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""``seen on`` before the day of a note; ``third child on`` is before that of something else."""
_KINDS = (
    ("discharge_summary", re.compile(r"\bdischarge (?:summary|letter|note)\b", re.IGNORECASE)),
    ("operation", re.compile(r"\b(?:operative|operation) (?:note|report)\b", re.IGNORECASE)),
    ("letter", re.compile(r"\b(?:dear (?:dr|doctor|colleague|sir)|clinic letter|letter)\b", re.IGNORECASE)),
    (
        "follow_up",
        re.compile(r"\b(?:follow[- ]?up|f/u|review|progress note|return visit|\d+[- ]month visit)\b", re.IGNORECASE),
    ),
    (
        "consultation",
        re.compile(r"\b(?:consult(?:ation)?|first visit|clinic note|clinic|visit|office note)\b", re.IGNORECASE),
    ),
    ("densitometry", re.compile(r"\b(?:dxa|dexa|densitometry|bone (?:mineral )?density)\b", re.IGNORECASE)),
    (
        "radiology",
        re.compile(
            r"\b(?:mri|magnetic resonance|radiographs?|x-?rays?|ct scan|radiology|computed tomography)\b", re.IGNORECASE
        ),
    ),
    (
        "laboratory",
        re.compile(
            r"\b(?:laborator(?:y|ies)|labs? (?:report|sheet|results?)|biochemistry|blood results?)\b", re.IGNORECASE
        ),
    ),
)


def note_facts(scan: Scan) -> NoteFacts:
    """Title from the first line that is no greeting, date from the head of the note, kind from its first lines."""
    head = scan.text[:400]
    lines = [line.strip(" #*=-\t|") for line in head.split("\n") if line.strip(" #*=-\t|")]
    title = lines[0][:120] if lines and len(lines[0]) <= 120 and not lines[0].endswith(".") else None
    return NoteFacts(title, note_date(scan), note_kind(lines[:4]))


def note_kind(lines: list[str]) -> str | None:
    """Kind of a note by its first lines: a report of one examination by its title, else what the head calls it."""
    reports = [item for item in _KINDS if item[0] in {"densitometry", "radiology", "laboratory"}]
    for name, pattern in reports:
        if lines and len(lines[0]) < 120 and pattern.search(lines[0]) and "visit" not in lines[0].lower():
            return name
    for name, pattern in _KINDS:
        if name not in {"densitometry", "radiology", "laboratory"} and any(pattern.search(line) for line in lines):
            return name
    return next((name for name, pattern in reports if any(pattern.search(line) for line in lines[:2])), None)


def note_date(scan: Scan) -> str | None:
    """ISO date of the note: one that a label calls so, else the first full date within the first lines.

    A stay in hospital is summed up at its end; a date within running text is that of what is told there.
    """
    if handed_out := days_of_supply(scan):
        return max(handed_out)
    first_dates = [time for time in scan.times if time.kind == "date" and time.date and len(time.date) == 10]
    for time in first_dates:
        if time.start < _HEAD and _DISCHARGED.search(scan.text, max(0, time.start - 25), time.start):
            return time.date
    for time in first_dates:
        if time.start < _HEAD and len(columns := _columns_of_dates(scan, time)) > 1:
            return max(columns)
        if time.start < _HEAD and len(days := _rows_of_dates(scan, time)) > _FEW:
            return max(days)
        before = scan.text[max(0, time.start - 60) : time.start]
        line = before[before.rfind("\n") + 1 :]
        if _DATE_LABEL.search("\n" + line) and not _NOT_NOTE_DATE.search(line[-25:]):
            return time.date
    operated = _OPERATED.search(scan.text, 0, _HEAD) is not None
    for index, time in enumerate(first_dates):
        line_start = scan.text.rfind("\n", 0, time.start) + 1
        line = scan.text[line_start : time.start]
        if time.start >= _HEAD or len(line) >= 90 or _NOT_NOTE_DATE.search(line[-25:]) or _TELLS.search(line):
            continue
        if operated and _DAY_OF_SURGERY.search(line[-25:]):
            continue
        if _ITEM.match(line) or (_ON.search(line) and not _SEEN_ON.search(line)):
            continue
        following = first_dates[index + 1] if index + 1 < len(first_dates) else None
        if following is not None and _STAY_ENDS.fullmatch(scan.text, time.end, following.start):
            return following.date
        return time.date_end or time.date
    return None


_COLUMNS = re.compile(r"[ \t]{2,}|\t|[ \t]*\|[ \t]*")


def _columns_of_dates(scan: Scan, first: TimeMention) -> list[str]:
    """The days of a head of columns, ``16.03.21   20.09.21   22.03.22``: a chart is of the last one."""
    end = scan.text.find("\n", first.end)
    dates = [
        time
        for time in scan.times_in(first.start, end if end >= 0 else len(scan.text))
        if time.date is not None and len(time.date) == 10
    ]
    apart = all(_COLUMNS.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(dates))
    return [time.date for time in dates if time.date is not None] if apart else []


_FEW = 2
"""Days under each other that may be those of a list."""


def _rows_of_dates(scan: Scan, first: TimeMention) -> list[str]:
    """The days that open the rows of a table, each row another one: such a sheet is of the last one."""
    table = scan.table_at(first.start)
    if table is None:
        return []
    opening = [row.cells[0] for row in table.rows if row.cells and row.cells[0].text]
    days = [
        time.date
        for cell in opening
        for time in scan.times_in(cell.start, cell.end)[:1]
        if time.start == cell.start and time.date is not None and len(time.date) == 10
    ]
    opens = any(cell.start == first.start for cell in opening)
    return days if opens and len(set(days)) == len(days) >= len(opening) - 1 else []


def date_of(scan: Scan, name: str) -> str | None:
    """ISO date of a note: its own, or the one in its name where the text tells none, or only that of an earlier
    examination: ``DXA 30 August 2021`` in ``2021-09-01_follow-up``.

    A day of birth in the name is none, nor a day before most of what the note tells.
    """
    own, named = note_date(scan), named_date(name)
    if named is None:
        return own
    dates = [time for time in scan.times if time.date and len(time.date) == 10]
    if own is not None:
        first = next((time for time in dates if time.date == own), None)
        examined = first is not None and _EXAMINED.search(scan.text, max(0, first.start - 24), first.start) is not None
        return named if examined and named > own else own
    for time in dates:
        if time.date == named and _NOT_NOTE_DATE.search(scan.text, max(0, time.start - 25), time.start):
            return None
    return named if len({time.date for time in dates if time.date and time.date > named}) <= _AHEAD else None


_EXAMINED = re.compile(
    r"\b(?:DE?XA|BMD|densitometry|MRI|CT|x-?rays?|XR|films?|bloods|labs?|scan)\b[\s:(]*(?:(?:on|of|from|done)\s+)?$",
    re.IGNORECASE,
)


def lies_ahead(scan: Scan, date: str) -> bool:
    """True for an ISO day, month or year after that of the note.

    A chart with many days after the first that it prints has no one day of its own.
    """
    written = note_date(scan)
    if written is None or date <= written[: len(date)]:
        return False
    return (
        len({time.date for time in scan.times if time.date and len(time.date) == 10 and time.date > written}) <= _AHEAD
    )


_AHEAD = 3
"""Days that a note may plan for."""


_HANDED_OUT = re.compile(
    r"\b(?:dispens(?:e|ed|ing)|medication\s+supply|supplied|fill\s+history|refill\s+(?:history|record)|pharmacy\s+(?:record|log|printout|history|profile)"
    r"|prescription\s+history|PBS)\b",
    re.IGNORECASE,
)
_FEWEST = 2


def days_of_supply(scan: Scan) -> list[str]:
    """ISO dates that open the lines of a pharmacy's register; none where the text is another.

    They are those on which a drug was handed out, not that of its first dose.
    """
    if "days_of_supply" not in scan.facts:
        days = []
        if _HANDED_OUT.search(scan.text, 0, _HEAD) is not None:
            for time in scan.times:
                line = scan.text.rfind("\n", 0, time.start) + 1
                if time.kind == "date" and time.date and len(time.date) == 10 and time.start - line <= 3:
                    days.append(time.date)
        scan.facts["days_of_supply"] = days if len(days) >= _FEWEST else []
    found: list[str] = scan.facts["days_of_supply"]
    return found
