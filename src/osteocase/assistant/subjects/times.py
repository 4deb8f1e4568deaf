"""When the records of a case were, and which of them belong to the time that an utterance speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.ordinals import counts_bone
from osteocase.assistant.subjects.record_times import (
    ON_THE_DAY,
    date_of,
    dated,
    in_time,
    months_of,
    note_date,
    runs_at_zero,
    time_of,
    told_at,
    with_place,
)
from osteocase.assistant.subjects.round_events import at_end, in_situation, not_after_start, of_operation, told_after
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.assistant.words.spoken_numbers import in_figures
from osteocase.lexicon.normal import normal_words
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Record, Score, Treatment
from osteocase.review import Session

__all__ = [
    "asks_last_visit",
    "at_time",
    "by_only_side",
    "date_of",
    "dated",
    "in_time",
    "months_of",
    "time_of",
    "told_at",
]

_TOLERANCE = Decimal("1.0")
"""Months that a visit may lie beside the time that is asked for: a six-month visit is seldom on the day."""
_SAME_DAY = Decimal("0.05")

_VISITS = frozenset(("visit", "consultation", "consult", "appointment", "seen", "saw", "came"))
_LAST_SEEN = re.compile(
    r"\b(?:last|latest|final|most recent|end)(?:\s+of)?\s+(?:\w+[\s-]+)?"
    r"(?:visit|clinic|consultation|consult|appointment|follow[\s-]?up|review)\b"
    r"|\blast\s+(?:seen|came)\b|\bfollow[\s-]?up\b|\bat the (?:very )?end\b(?! of)",
    re.IGNORECASE,
)
_LAST_SCAN = re.compile(
    r"\b(?:last|latest|final|most recent|newest)\s+(?:bone\s+|density\s+)*(?:scan|dxa|dexa|densitometry)\b",
    re.IGNORECASE,
)
"""``the most recent DXA``: the examination, and not the last value of each site."""
_PAPERS = frozenset(("letter", "note", "report", "summary", "document", "sheet", "paper"))

Thing = Callable[[Record], tuple[object, ...]]


def at_time(
    records: Sequence[Record], heard: Heard, session: Session, same_thing: Thing
) -> tuple[list[Record], dict[str, str]]:
    """The records of the time, or of the place in the row of times, that is asked for; and how it was understood."""
    records = _in_month(in_situation(records, heard), heard, session)
    if (called := _so_called(records, heard)) is not None:
        return called
    if heard.months is not None:
        return _at_months(records, heard.months, session), {"months": f"{heard.months.normalize():f}"}
    if heard.date is not None:
        wanted = heard.dates if len(heard.dates) > 1 and heard.date in heard.dates else (heard.date,)
        there = [one for one in records if any(_on(one, date, session) for date in wanted)]
        if not there and _PAPERS & set(heard.words):  # the letter of February 2020, whatever it tells of
            notes = {note.id for note in session.case.notes if (note.date or "").startswith(heard.date)}
            there = [one for one in records if any(place.note in notes for place in (one.source, *one.also))]
        return there, {"date": heard.date}
    if heard.moment is not None:
        there = _at_moment(records, heard.moment, session, same_thing)
        if heard.moment.relation == "after" and not any(isinstance(one, Treatment) for one in there):
            there = at_end(there, heard, same_thing)
        return there, {"moment": heard.moment.relation}
    times = () if counts_bone(heard) else heard.values("time")
    times = times or (("baseline",) if heard.before_treatment else ())
    if heard.notes and len(records) > 1:
        there = [one for one in records if any(place.note in heard.notes for place in (one.source, *one.also))]
        if there and len(there) < len(records):
            return _in_row(there, times[0], session, same_thing) or there if times else there, {
                "note": ",".join(heard.notes)
            }
    if not times and asks_first_visit(heard):
        times = ("baseline",)
    if not times:
        return list(records), {}
    if asks_first_visit(heard):
        return at_first_visit(records, session, same_thing), {"time": "first"}
    ends = [point.months for point in session.case.timepoints if point.months is not None]
    if times[0] == "last" and ends and asks_last_visit(heard):  # the visit, whatever was measured then
        return _at_months(records, max(ends), session), {"time": "last"}
    scanned = _of_examination(records, times[0], heard, session)
    if scanned is not None:
        return scanned, {"time": times[0]}
    return _in_row(records, times[0], session, same_thing, heard.last_few), {"time": times[0]}


def asks_first_visit(heard: Heard) -> bool:
    """``what did she present with``, ``at referral``: the first visit, which may lie long before month zero."""
    if not {"baseline", "first"} & set(heard.values("time")):
        return _CAME_WITH.search(heard.say) is not None
    by_word = "first" in heard.words and bool(_VISITS & set(heard.words))
    return by_word or _PRESENTED.search(heard.say) is not None


_CAME_WITH = re.compile(
    r"\b(?:did|does|had|has)\s+(?:she|he|the patient|they)\s+(?:\w+\s+)?(?:present(?:ed)?|come in|came in|attend)\b"
    r"|\b(?:she|he|the patient)\s+(?:first\s+|initially\s+)?presented\b"
    r"|\bpresenting\s+(?:symptoms?|complaints?|features?)\b",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?:at|on|upon|before|since|from)\s+(?:the\s+|her\s+|his\s+|initial\s+|first\s+)*"
    r"(?:presentation|presenting|referral)\b|\bpresent(?:ed|ing)\b",
    re.IGNORECASE,
)
_FIRST_DAYS = Decimal("0.2")
"""Months within which notes belong to one first visit: the letter, the scan and the bloods of one week."""


def at_first_visit(records: Sequence[Record], session: Session, same_thing: Thing) -> list[Record]:
    """What was found at the first visit, or measured first within the weeks behind it; empty where nothing was."""
    days = {note.id: months_of_day(note.date, session) for note in session.case.notes if note.date is not None}
    begin = min((at for at in days.values() if at is not None), default=None)
    if begin is None:
        return []
    first = {name for name, at in days.items() if at is not None and at <= begin + _FIRST_DAYS}
    own = [one for one in records if getattr(one, "subject", "patient") == "patient"]
    records = own or records
    there: list[Record] = []
    for one in records:
        at = told_at(one, session)
        told = any(place.note in first for place in (one.source, *one.also))
        if isinstance(one, Treatment):
            start = one.start.months if one.start is not None else None
            fits = told and one.status not in ("planned", "mentioned", "contraindicated", "declined", "past")
            fits = fits and (start is None or start <= begin + _SAME_DAY) and not _is_over(one)
        elif isinstance(one, Finding | Fracture):
            fits = one.source.note in first
        else:
            fits = at is not None and abs(at - begin) <= _TOLERANCE and (told or at <= begin + ON_THE_DAY)
        there += [one] if fits else []
    arrived = [one for one in there if _told_as(one) in _ON_ARRIVAL]
    things = {same_thing(one) for one in arrived}
    there = [one for one in there if one in arrived or same_thing(one) not in things]
    facts = Treatment | Finding | Fracture
    numbered: dict[tuple[object, ...], Record] = {}
    for one in in_time([one for one in there if not isinstance(one, facts)], session):
        numbered.setdefault(same_thing(one), one)
    if not there:
        for one in in_time([one for one in records if not isinstance(one, facts)], session):
            at = months_of(one)
            if at is not None and begin <= at <= begin + _FIRST_WEEKS:
                numbered.setdefault(same_thing(one), one)
    return [one for one in records if (isinstance(one, facts) and one in there) or one in numbered.values()]


_FIRST_WEEKS = Decimal("3.5")
"""Months behind the first visit within which its first measurement lies: the scan that was asked for there."""
_ON_ARRIVAL = ("on arrival", "at arrival", "on admission", "at admission", "at presentation", "on presentation")


def asks_last_visit(heard: Heard) -> bool:
    """``the eGFR at the last clinic``: the visit, and not the last value, which may be of an older one."""
    return "last" in heard.values("time") and bool(_LAST_SEEN.search(heard.say))


_DAY = re.compile(r"\bday\s+(?P<day>\d{1,2})\b", re.IGNORECASE)
"""``on day 2``, counted from an operation as the note counts it."""


def _told_as(record: Record) -> str:
    time = time_of(record)
    return " ".join(time.text.casefold().split()) if time is not None else ""


def _so_called(records: Sequence[Record], heard: Heard) -> tuple[list[Record], dict[str, str]] | None:
    """Records whose time is told by the very words: ``on day 2``, ``after twelve injections``; null where none is."""
    day = _DAY.search(heard.say)
    on_day = [one for one in records if day is not None and _told_as(one) == f"day {day['day']}"]
    if day is not None and on_day:
        return on_day, {"day": day["day"]}
    said = f" {' '.join(heard.words)} "
    called = [one for one in records if (label := _label(one)) and f" {label} " in said]
    return (called, {"time": _label(called[0])}) if called else None


def _label(record: Record) -> str:
    """The words for a time that lies nowhere on the axis: ``after twelve injections``."""
    time = time_of(record)
    if time is None or time.months is not None or time.date is not None or isinstance(record, Treatment | Finding):
        return ""
    words = normal_words(in_figures(" ".join(time.text.split())))
    return " ".join(words) if len(words) > 1 else ""


def _in_row(
    records: Sequence[Record], wanted: str, session: Session, same_thing: Thing, few: int | None = None
) -> list[Record]:
    if wanted == "baseline":
        doses: list[Record] = [one for one in records if isinstance(one, Treatment) and one.dose is not None]
        if (
            len(doses) == len(records)
            and len({same_thing(one) for one in doses}) == 1
            and any(map(runs_at_zero, doses))
        ):
            return [one for one in doses if runs_at_zero(one)]
        here = [record for record in _at_months(records, Decimal(0), session) if not _is_over(record)]
        here = not_after_start(here, same_thing) if session.case.case.axis.anchor == "surgery" else here
        if not here and any(of_operation(one) for one in records):
            return _earliest(records, same_thing)
        here += [one for one in records if isinstance(one, Treatment) and _runs_from_before(one, session)]
        here += [record for record in records if _is_baseline(record)]
        return in_time(here) or _earliest(records, same_thing) or at_first_visit(records, session, same_thing)
    records = with_place(records, same_thing) if wanted != "first" else records
    if wanted == "last" and few is not None:
        things: dict[tuple[object, ...], list[Record]] = {}
        for record in records:
            things.setdefault(same_thing(record), []).append(record)
        kept = {one.id for group in things.values() for one in group[-few:]}
        return [record for record in records if record.id in kept]
    if wanted in ("first", "last"):
        regions = [one for one in records if not (isinstance(one, Bmd) and same_thing(one)[3] is not None)]
        if any(isinstance(one, Bmd) for one in regions):  # single vertebrae are no row of the spine
            records = regions
        named = by_only_side(records, same_thing)
        ends = {named[record.id]: record for record in (reversed(records) if wanted == "first" else records)}
        return [record for record in records if ends[named[record.id]].id == record.id]
    number = int(wanted)
    if records and all(isinstance(one, Lab | Bmd | Score) for one in records):  # of each its own second value
        rows: dict[tuple[object, ...], list[Record]] = {}
        for record in records:
            rows.setdefault(same_thing(record), []).append(record)
        chosen = {row[number - 1].id for row in rows.values() if len(row) >= number}
        return [record for record in records if record.id in chosen]
    if all(isinstance(record, Event) for record in records) and number > len(records):
        return list(records)  # the third child was born on the one day of birth that is told
    return list(records[number - 1 : number])


def by_only_side(records: Sequence[Record], same_thing: Thing) -> dict[str, tuple[object, ...]]:
    """Record id to what it is a value of; a hip whose side is not told is the one that was measured otherwise."""
    sides: dict[str | None, set[str]] = {}
    for one in records:
        if isinstance(one, Bmd) and one.side is not None:
            sides.setdefault(one.site, set()).add(one.side)
    only = {site: next(iter(found)) for site, found in sides.items() if len(found) == 1}
    return {
        one.id: same_thing(
            one if not isinstance(one, Bmd) or one.side else one.model_copy(update={"side": only.get(one.site)})
        )
        for one in records
    }


_NTH_SCAN = re.compile(
    r"\b(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th)\s+(?:\w+\s+)?"
    r"(?:scans?|dxas?|dexas?|densitometr(?:y|ies)|bone densit(?:y|ies)|bmds?)\b",
    re.IGNORECASE,
)


_LAST_BLOODS = re.compile(
    r"\b(?:last|latest|newest|(?:most\s+)?recent)\s+(?:set\s+of\s+|round\s+of\s+)?(?:bloods?(?:\s+(?:tests?|results?|work|samples?))?|"
    r"bloodwork|labs?(?:oratory)?(?:\s+(?:tests?|results?|work|values?|report))?|blood\s+draw)\b",
    re.IGNORECASE,
)
"""The sample that was drawn last, and not of each result its last one."""


def _of_examination(records: Sequence[Record], wanted: str, heard: Heard, session: Session) -> list[Record] | None:
    """``the last scan``, ``what did the second DXA show?``; null where no examination is counted."""
    scans = [at for one in session.case.bmd if (at := months_of(one)) is not None]
    if wanted == "last" and scans and heard.last_few is None and _LAST_SCAN.search(heard.say):
        return _at_months(records, max(scans), session)
    if wanted == "last" and heard.last_few is None and _LAST_BLOODS.search(heard.say):
        drawn = [at for one in records if isinstance(one, Lab) and (at := months_of(one)) is not None]
        return _at_months(records, max(drawn), session) if drawn else None
    densities = bool(records) and all(isinstance(one, Bmd) for one in records)
    if not densities or wanted in ("last", "baseline") or _NTH_SCAN.search(heard.say) is None:
        return None
    return _of_scan(records, 1 if wanted == "first" else int(wanted), session)


def _of_scan(records: Sequence[Record], number: int, session: Session) -> list[Record]:
    """What the scan of that number found, whatever of it was measured before: the second one, where the neck is new."""
    places: list[Decimal] = []
    for at in sorted(at for one in session.case.bmd if (at := months_of(one)) is not None):
        if not places or at - places[-1] > ON_THE_DAY:
            places.append(at)
    return _at_months(records, places[number - 1], session) if number <= len(places) else []


def _at_moment(records: Sequence[Record], moment: Moment, session: Session, same_thing: Thing) -> list[Record]:
    """What was found before, at, after or during something else that happened."""
    placed = [(months, record) for record in records if (months := told_at(record, session)) is not None]
    if moment.relation == "before":  # the last value before it
        if records and all(isinstance(one, Fracture | Event) for one in records):
            return [one for months, one in placed if months < moment.months - _SAME_DAY]
        if records and all(isinstance(one, Treatment) for one in records):  # what was begun with it was not before it
            placed = [pair for pair in placed if time_of(pair[1]) is None or pair[0] < moment.months - _SAME_DAY]
        before = {same_thing(one): one for months, one in placed if months <= moment.months and not of_operation(one)}
        during = {same_thing(one): one for months, one in placed if months <= moment.months and not told_after(one)}
        before = {**during, **before}
        return [one for one in records if before.get(same_thing(one)) is one]
    if moment.relation == "between" and moment.until is not None:
        return [one for months, one in placed if moment.months <= months <= moment.until]
    if moment.relation == "after":
        placed = [pair for pair in placed if not _only_ended(pair[1])]
        return [
            one
            for months, one in placed
            if months > moment.months + moment.slack or (abs(months - moment.months) <= ON_THE_DAY and told_after(one))
        ]
    if moment.relation == "during":
        return [
            one
            for months, one in placed
            if months > moment.months + ON_THE_DAY and (moment.until is None or months <= moment.until + ON_THE_DAY)
        ]
    return _at_months(records, moment.months, session)


def _only_ended(record: Record) -> bool:
    """A drug of which only the end is told began before it."""
    return isinstance(record, Treatment) and record.start is None and record.stop is not None


def _in_month(records: Sequence[Record], heard: Heard, session: Session) -> Sequence[Record]:
    """``the ALP in May``, where the case has several Mays: what was measured in one of them; all where none is said."""
    told = heard.month_day if not heard.figures else None  # a new value may be of a year that is not recorded
    if told is None or told[1] is not None or not all(isinstance(one, Lab | Bmd | Score) for one in records):
        return records
    month = f"-{told[0]:02d}"
    return [
        one for one in records if (date_of(time_of(one), one, session) or "")[4 : len("2024-03")] == month
    ] or records


def _at_months(records: Sequence[Record], wanted: Decimal, session: Session) -> list[Record]:
    column = {
        record for point in session.case.timepoints if point.months == wanted for record in point.records
    }  # a column of the tables takes in what was measured for one visit on several days
    near = [record for record in records if record.id in column or _near(record, wanted, session)]
    exact = [record for record in near if record.id in column or _is_at(record, wanted, session)]
    return exact or near


def _is_at(record: Record, wanted: Decimal, session: Session) -> bool:
    months = told_at(record, session)
    return months is not None and abs(months - wanted) <= ON_THE_DAY


def _near(record: Record, wanted: Decimal, session: Session) -> bool:
    if isinstance(record, Treatment) and record.start is not None and record.start.months is not None:
        end = record.stop.months if record.stop is not None else None
        ongoing = record.status in ("started", "ongoing", "stopped", "completed")
        if record.start.months - _TOLERANCE <= wanted and (end + _TOLERANCE >= wanted if end is not None else ongoing):
            return True
    months = told_at(record, session)
    return months is not None and abs(months - wanted) <= _TOLERANCE


def _earliest(records: Sequence[Record], same_thing: Thing) -> list[Record]:
    """Where nothing was measured at month zero, the baseline is the last value before it."""
    before = {same_thing(record): record for record in records if (months_of(record) or Decimal(1)) < 0}
    return [record for record in records if before.get(same_thing(record)) is record]


def _on(record: Record, date: str, session: Session) -> bool:
    own = date_of(time_of(record), record, session) or _from_axis(record, session, places=len(date))
    stop = getattr(record, "stop", None)
    end = date_of(stop, record, session) or (dated(stop.months, session, len(date)) if stop is not None else None)
    dosed = isinstance(record, Treatment) and record.start is None
    told = note_date(record, session) if dosed else None  # 2.5 mg daily is the dose of the note that tells it
    if own is None and end is None and told is None:  # a column called ``6 months``, and its day
        placed, day = months_of(record), months_of_day(date, session) if len(date) == len("2024-03-05") else None
        return placed is not None and day is not None and abs(day - placed) <= _DAYS
    return any(one is not None and (one.startswith(date) or date.startswith(one)) for one in (own, end, told))


_DAYS = Decimal("0.1")
"""Months that a day may lie beside a place on the axis that is told without one."""


def _from_axis(record: Record, session: Session, *, places: int) -> str | None:
    return dated(months_of(record), session, places)


def _runs_from_before(one: Treatment, session: Session) -> bool:
    """What a note from before month zero tells as taken."""
    told = told_at(one, session)
    ended = one.stop.months if one.stop is not None else None
    taken = one.status == "ongoing" or (ended is not None and ended > 0)
    return (
        one.start is None and taken and told is not None and told <= ON_THE_DAY and one.kind in ("drug", "supplement")
    )


def _is_baseline(record: Record) -> bool:
    time = time_of(record)
    return time is not None and time.months is None and "baseline" in time.text.casefold()


def _is_over(record: Record) -> bool:
    """A treatment that ended at month zero was no part of it."""
    return isinstance(record, Treatment) and record.start is None and record.stop is not None
