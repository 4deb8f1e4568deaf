"""Where on the axis of the case the words of a time lie: ``the second infusion``, ``weaning``, ``the last scan``.

Every question that tells its time by something of the case is placed by this one look-up: the start and the end of a
drug, a counted dose, a scan, a visit, an operation, a fracture, breastfeeding. Nothing is guessed: what the records
and the dated sentences do not tell has no place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.counted_doses import BONE_DRUGS, DOSES, DRIPS, JABS, dose_told, is_drip, ordinal_in
from osteocase.assistant.subjects.finding import is_agent
from osteocase.assistant.subjects.passages import passages_of
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard, Moment
from osteocase.assistant.words.naming import case_dates, writes_day_first
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.records import Event, Fracture, Record, Time, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import word

__all__ = ["scan_times", "time_named"]

_ENDS = frozenset(
    ("stop", "stopped", "stopping", "end", "ended", "ending", "over", "finish", "finished", "finishing", "off", "last",
     "suspension", "completion", "completed", "discontinued", "discontinuation", "discontinue", "final", "through",
     "withdrawn", "withdrawal", "terminated", "weaned", "ceased", "done")
)  # fmt: skip
_STOPPING = frozenset(("stopping", "discontinuation", "discontinuing", "cessation", "withdrawal"))
_SWITCH = frozenset(("switch", "switched", "switching", "changeover", "change"))
_IT = frozenset(("it", "that", "this", "them"))
_SCANS = frozenset(("scan", "dxa", "dexa", "densitometry", "bmd", "dxas", "scans"))
_VISITS = frozenset(
    ("visit", "consult", "consultation", "clinic", "note", "appointment", "presentation", "review", "check", "time",
     "value", "follow", "referral", "admission")
)  # fmt: skip
_NOW = frozenset(("now", "today", "nowadays", "currently"))
_NURSING = frozenset(("breastfeeding", "breastfed", "nursing", "lactating", "lactation", "feeding"))
_EVER = Decimal(100000)


def time_named(heard: Heard, words: Sequence[int], relation: str, session: Session) -> Moment | None:
    """The place of what the words name; null where they name nothing, or nothing whose time is told.

    Args:
        heard: the utterance.
        words: numbers of the words that name it.
        relation: ``before``, ``at``, ``after`` or ``during``, as it is said.
        session: the case.
    """
    inside = set(words)
    said = {heard.words[at] for at in words}
    records = list(case_records(session.case))
    agents = [hit.id for hit in heard.hits if hit.topic == "treatment" and hit.start in inside]
    events = [hit.id for hit in heard.hits if hit.topic == "event" and hit.start in inside and hit.id != "visit"]
    if said & DRIPS and not agents:
        agents = _infused(records)
    if said & _SWITCH and not agents:
        agents = _switched_to(records)
    counted = ordinal_in(heard, words, DOSES)
    if counted is not None and counted > 1:
        at = _counted_dose(counted, agents, session, infused=bool(said & DRIPS), injected=bool(said & JABS))
        return Moment(relation, at) if at is not None else None
    scan = ordinal_in(heard, words, _SCANS)
    if scan is not None and not agents:
        times = scan_times(session)
        found = times[scan - 1 if scan > 0 else scan] if -1 <= scan <= len(times) and times else None
        return Moment(relation, found, slack=Decimal("0.2")) if found is not None else None
    if said & _NURSING and not agents:
        return _nursing(relation, said, records)
    general = bool(said & (DOSES | _STOPPING)) or any(
        hit.value == "treatments" and hit.start in inside and hit.group == "record_kind" for hit in heard.hits
    )
    if not agents and not events and not general and words and heard.words[words[0]] in _IT and not heard.figures:
        agents = _spoken_of_before(heard, words[0])
    ends = bool(said & _ENDS) or (
        bool(words) and "end" in heard.say[max(0, heard.offsets[words[0]] - 12) : heard.offsets[words[0]]]
    )
    if agents:
        start, stop = _course(agents, records, session)
    elif general and session.case.case.axis.anchor == "treatment_start":
        start, stop = Decimal(0), _end_of_main(records)
    elif events:
        start = stop = _event(events, records, session)
    elif (fracture := _broken(heard, inside, records)) is not None:
        start = stop = fracture
    elif (stay := _stay(said, session)) is not None:
        start = stop = stay
    else:
        return _visit(heard, words, relation, session)
    if relation == "during":
        return Moment("during", start, stop) if start is not None else None
    at = stop if ends and stop is not None else start
    operated = any(isinstance(one, Treatment) and one.kind == "surgery" and one.agent in agents for one in records)
    given = (agents or general) and not operated  # bloods of the day of an injection come before it
    given = given and not (ends and relation == "after")  # those of the days behind the end come after it
    slack = Decimal("0.5") if given else Decimal("0.01")
    return Moment(relation, at, slack=slack) if at is not None and not (ends and stop is None) else None


def scan_times(session: Session) -> list[Decimal]:
    """When the bone density was measured, each examination once."""
    times: list[Decimal] = []
    for at in sorted(months for one in session.case.bmd if (months := months_of(one)) is not None):
        if not times or at - times[-1] > 1:
            times.append(at)
    return times


def _counted_dose(
    number: int, agents: Sequence[str], session: Session, *, infused: bool, injected: bool
) -> Decimal | None:
    told = dose_told(number, agents, session, infused=infused, injected=injected)
    return months_of_day(told[0], session) if told is not None else None


# -- drugs -------------------------------------------------------------------------------------------------------------


def _course(
    agents: Sequence[str], records: Sequence[Record], session: Session
) -> tuple[Decimal | None, Decimal | None]:
    """Start and end of a drug."""
    own = [
        one for one in records
        if isinstance(one, Treatment) and one.subject == "patient" and any(is_agent(one, agent) for agent in agents)
    ]  # fmt: skip
    first = next((one for one in own if one.start and one.start.months is not None), None)
    start = first.start.months if first is not None and first.start is not None else None
    if first is not None and first.kind == "surgery" and first.start is not None:
        start = _operated(first.start, session)
    stop = next((one.stop.months for one in own if one.stop and one.stop.months is not None), None)
    return start, stop if stop is not None else _told_end(own, session)


def _told_end(own: Sequence[Treatment], session: Session) -> Decimal | None:
    """The visit whose note tells it as completed, where no day of its end is told."""
    notes = [place.note for one in own if one.status == "completed" for place in (one.source, *one.also)]
    points = [
        point.months for point in session.case.timepoints for record in point.records
        if point.months is not None and record.split("/")[0] in notes
    ]  # fmt: skip
    return max(points, default=None)


def _infused(records: Sequence[Record]) -> list[str]:
    """The one drug that was given into a vein."""
    drugs = [one for one in records if isinstance(one, Treatment) and one.subject == "patient" and one.kind == "drug"]
    infused = {one.agent for one in drugs if is_drip(one)}
    return list(infused) if len(infused) == 1 else []


def _switched_to(records: Sequence[Record]) -> list[str]:
    """The drug of the only switch: the second of two osteoporosis drugs that were given."""
    given = [
        one
        for one in records
        if isinstance(one, Treatment) and one.subject == "patient" and one.drug_class in BONE_DRUGS
        and one.start is not None and one.start.months is not None
    ]  # fmt: skip
    placed = [(one.start.months or Decimal(0), one.agent) for one in given if one.start is not None]
    order = list(dict.fromkeys(agent for _at, agent in sorted(placed)))
    return order[1:] if len(order) == 2 else []


def _spoken_of_before(heard: Heard, at: int) -> list[str]:
    """What ``it`` is, behind a drug that is named: ``before teriparatide and at the end of it``."""
    named = [hit for hit in heard.drugs if hit.end > hit.start and hit.end <= at]
    return [hit.id for hit in named if hit.start == max(one.start for one in named)]


def _end_of_main(records: Sequence[Record]) -> Decimal | None:
    """When the treatment that month zero is counted from was over."""
    ends = [
        one.stop.months
        for one in records
        if isinstance(one, Treatment) and one.kind == "drug" and one.start is not None and one.start.months == 0
        and one.stop is not None and one.stop.months is not None
    ]  # fmt: skip
    return max(ends, default=None)


# -- what happened -----------------------------------------------------------------------------------------------------


def _event(kinds: Sequence[str], records: Sequence[Record], session: Session) -> Decimal | None:
    """The day of an event."""
    own = [one for one in records if isinstance(one, Event) and one.kind in kinds and months_of(one) is not None]
    if not own or own[0].time is None:
        return None
    return _operated(own[0].time, session) if own[0].kind == "surgery" else own[0].time.months


def _operated(time: Time, session: Session) -> Decimal | None:
    """The day of an operation; where it is only told as so long ago, that of the note that reports it."""
    if time.date is None and time.months is not None:
        for note in session.case.notes:
            day = months_of_day(note.date, session) if note.date and "operation" in note.id else None
            if day is not None and abs(day - time.months) <= 1:
                return day
    return time.months


def _broken(heard: Heard, inside: set[int], records: Sequence[Record]) -> Decimal | None:
    """When the bone broke that is named there."""
    bones = [hit.id for hit in heard.hits if hit.topic == "bone" and hit.start in inside]
    own = [
        one for one in records
        if isinstance(one, Fracture) and one.subject == "patient" and one.status == "present" and one.time is not None
        and one.time.months is not None
    ]  # fmt: skip
    named = [one for one in own if one.bone in bones or one.level in heard.levels or _is_hip(one, bones)]
    said = {heard.words[at] for at in inside}
    if not named and (said & _BREAKS or any(hit.id in _AS_FINDINGS and hit.start in inside for hit in heard.hits)):
        kinds = {_KINDS.get(one, one) for one in said} - _BREAKS
        named = [one for one in own if kinds & set(word(one).what.casefold().split())]
        named = named or (own if not kinds & _DESCRIBES and len({months_of(one) for one in own}) == 1 else [])
    return min((months for one in named if (months := months_of(one)) is not None), default=None)


_BREAKS = frozenset(("fracture", "fractures", "break", "aff"))
_AS_FINDINGS = frozenset(("atypical_femoral_fracture",))
_KINDS = {"aff": "atypical", "thigh": "femoral", "femur": "femoral", "vertebral": "compression"}
"""What people call a fracture, and the word of its record."""
_DESCRIBES = frozenset(("first", "second", "last", "index", "new", "old", "atypical", "femoral", "thigh", "vertebral"))


def _stay(said: set[str], session: Session) -> Decimal | None:
    """The day of an admission or a discharge, where a note tells it beside that word."""
    word_said = next((one for one in ("discharge", "admi") if any(token.startswith(one) for token in said)), None)
    if word_said is None:
        return None
    pattern = re.compile(rf"\b{word_said}\w*", re.IGNORECASE)
    days: set[str] = set()
    for one in passages_of(session):
        plain = " ".join(one.text.split())
        dates = spoken_dates(plain, case_dates(session), writes_day_first(session))
        for match in pattern.finditer(plain):
            days |= {date.date for date in dates if 0 <= date.span[0] - match.end() <= _BESIDE}
    return months_of_day(next(iter(days)), session) if len(days) == 1 else None


_BESIDE = 5
"""Characters between such a word and its date."""


def _is_hip(fracture: Fracture, bones: Sequence[str]) -> bool:
    return any(bone in ("hip", "wrist") for bone in bones) and (
        (fracture.bone == "femur" and "hip" in bones) or (fracture.bone in ("radius", "ulna") and "wrist" in bones)
    )


def _nursing(relation: str, said: set[str], records: Sequence[Record]) -> Moment | None:
    """From the birth to weaning, where the day of weaning is told."""
    events = [one for one in records if isinstance(one, Event) and months_of(one) is not None]
    days = {
        kind: [months_of(one) or Decimal(0) for one in events if one.kind == kind] for kind in ("delivery", "weaning")
    }
    if not days["weaning"]:
        return None
    weaned = max(days["weaning"])
    if relation == "during" or (relation == "at" and not said & _ENDS):
        return Moment("between", max(days["delivery"], default=-_EVER), weaned)
    return Moment(relation, weaned, slack=Decimal("0.01"))


def _visit(heard: Heard, words: Sequence[int], relation: str, session: Session) -> Moment | None:
    """The first or the last visit."""
    ends = [point.months for point in session.case.timepoints if point.months is not None]
    said = {heard.words[at] for at in words}
    which = ordinal_in(heard, words, _VISITS)
    if not ends or relation == "during":
        return None
    if (which == -1 or said & _NOW) and relation != "after":  # nothing is told after it
        return Moment(relation, max(ends))
    return Moment(relation, min(ends)) if which == 1 else None
