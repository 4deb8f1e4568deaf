"""When something of the case was, by the words that name it: ``the second infusion``, ``weaning``, ``the L2 fracture``.

Every question that tells its time by something of the case, or asks for the time between two things, is placed by this
one look-up: the start and the end of a drug, a counted dose, a scan, a visit, an operation, a fracture, breastfeeding.
Nothing is guessed: what the records and the dated sentences do not tell has no place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.counted_doses import BONE_DRUGS, DOSES, DRIPS, JABS, dose_told, is_drip, ordinal_in
from osteocase.assistant.subjects.dated import moment_text
from osteocase.assistant.subjects.finding import is_agent, select
from osteocase.assistant.subjects.passages import note_words
from osteocase.assistant.subjects.times import date_of, in_time, months_of, time_of
from osteocase.assistant.subjects.told_times import Happened, told_day, told_last, told_onset, told_stay
from osteocase.assistant.words.hearing import Heard, Moment, hear
from osteocase.assistant.words.naming import case_dates, case_names, writes_day_first
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Event, Finding, Fracture, Lab, Record, Time, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import months_text, word

__all__ = ["happened", "scan_times", "time_named"]

_ENDS = frozenset(
    ("stop", "stopped", "stopping", "end", "ended", "ending", "over", "finish", "finished", "finishing", "off", "last",
     "suspension", "completion", "completed", "discontinued", "discontinuation", "discontinue", "final", "through",
     "withdrawn", "withdrawal", "terminated", "weaned", "ceased", "done")
)  # fmt: skip
_STOPPING = frozenset(("stopping", "discontinuation", "discontinuing", "cessation", "withdrawal"))
_AGAIN = frozenset(("restarted", "restarting", "restart", "resumed", "resumption", "recommenced"))
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


_WELL = re.compile(r"\b(?:recover\w*|normal\w*|back|correct(?:ed)?|resolv\w+|settl\w+|improv\w+)\b", re.IGNORECASE)
_LOWEST = re.compile(r"\b(?:lowest|nadir|minimum|trough)\b", re.IGNORECASE)
_HIGHEST = re.compile(r"\b(?:highest|peak|maximum)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Named:
    """What the words name."""

    begins: tuple[Happened, ...]
    """When it was, or began; several where the words fit several things."""
    end: Happened | None = None
    of_end: bool = False
    """Whether the words speak of its end."""
    given: bool = False
    """Whether it is a drug, so that the bloods of its day come before it."""

    @property
    def times(self) -> tuple[Happened, ...]:
        """When that was which the words speak of."""
        if not self.of_end:
            return self.begins
        return (self.end,) if self.end is not None else ()


def time_named(heard: Heard, words: Sequence[int], relation: str, session: Session) -> Moment | None:
    """The place of what the words name; null where they name nothing, or nothing whose time is told.

    Args:
        heard: the utterance.
        words: numbers of the words that name it.
        relation: ``before``, ``at``, ``after`` or ``during``, as it is said.
        session: the case.
    """
    one = _named(heard, words, session)
    if one is None:
        return _visit_named(heard, words, relation, session) or _day_told(heard, words, relation, session)
    start = min((at for each in one.begins if (at := each.at(session)) is not None), default=None)
    stop = one.end.at(session) if one.end is not None else None
    if {heard.words[at] for at in words} & _NURSING and not one.given:  # from the birth to weaning
        if stop is not None and (relation == "during" or (relation == "at" and not one.of_end)):
            return Moment("between", start if start is not None else -_EVER, stop)
        return Moment(relation, stop, slack=Decimal("0.01")) if stop is not None else None
    if relation == "during":
        return Moment("during", start, stop) if start is not None else None
    at = stop if one.of_end else start
    if at is None:
        return None
    if ordinal_in(heard, words, _SCANS) is not None and not one.given:
        return Moment(relation, at, slack=Decimal("0.2"))
    if (ordinal_in(heard, words, DOSES) or 0) > 1:
        return Moment(relation, at, slack=_DAYS_AFTER)
    given = one.given and not (one.of_end and relation == "after")  # bloods of the days behind the end come after it
    return Moment(relation, at, slack=Decimal("0.5") if given else Decimal("0.01"))


_DAYS_AFTER = Decimal("0.15")
"""Months behind a dose from which on bloods tell what it did: a low calcium comes within two weeks."""


def happened(words: str, session: Session, vocabulary: Vocabulary) -> list[Happened]:
    """What these words may name, each with its time; empty where they name nothing, or nothing whose time is told.

    Args:
        words: the part of a question that names it.
        session: the case.
        vocabulary: the words to listen for.
    """
    heard = hear(
        words, vocabulary, case_names(session), case_dates(session), note_words(session),
        day_first=writes_day_first(session),
    )  # fmt: skip
    found = select(heard, session, vocabulary, with_time=False)
    own = [one for one in found.records if _counts(one)]
    drug = any(isinstance(one, Treatment) for one in own)
    if drug:
        ended = bool(_ENDS & set(heard.words))
        own = [  # that it was used on a day is no start, nor is its end
            one
            for one in own
            if not (isinstance(one, Finding) or (isinstance(one, Treatment) and one.start is None and not ended))
        ]
    labs = [one for one in own if isinstance(one, Lab)]
    if labs and len(labs) == len(own):
        return _results(labs, words, session)
    if _DIAGNOSED.search(words):
        own = [one for one in own if isinstance(one, Finding)] or own
    named = _named(heard, range(len(heard.words)), session) if not _DIAGNOSED.search(words) else None
    if named is not None and named.times:
        return list(named.times)
    if named is not None and named.of_end and named.given:
        return []  # its end is not told, and its start is not its end
    if (visit := _visit_told(heard, session)) is not None:
        return [visit]
    events: list[Record] = [one for one in own if isinstance(one, Event)]
    for rows in (events, own):
        placed = [_of(one, time_of(one), word(one).what, session) for one in in_time(rows)]
        if any(placed):
            return [one for one in placed if one is not None]
    return told_day(words, session) if not own and not drug else []


_DIAGNOSED = re.compile(r"\bdiagnos\w+\b", re.IGNORECASE)


def _counts(one: Record) -> bool:
    if getattr(one, "subject", "patient") != "patient" or getattr(one, "status", "") in ("absent", "possible"):
        return False
    return not (isinstance(one, Treatment) and one.status in ("mentioned", "contraindicated", "declined", "planned"))


def _named(heard: Heard, words: Sequence[int], session: Session) -> _Named | None:
    """What the words name, but for visits and results; null where they name nothing."""
    inside = set(words)
    said = {heard.words[at] for at in words}
    records = list(case_records(session.case))
    agents = [hit.id for hit in heard.hits if hit.topic == "treatment" and hit.start in inside]
    events = [hit.id for hit in heard.hits if hit.topic == "event" and hit.start in inside and hit.id not in _ELSEWHERE]
    if said & DRIPS and not agents:
        agents = _infused(records)
    if said & _SWITCH and not agents:
        agents = _switched_to(records)
    counted = ordinal_in(heard, words, DOSES)
    if counted is not None and counted > 1:
        told = dose_told(counted, agents, session, infused=bool(said & DRIPS), injected=bool(said & JABS))
        if told is None:
            return _Named((), given=True)
        return _Named(
            (Happened(f"dose {counted}: {told[0]}", told[0], None, (told[1].source,), (), told[1]),), given=True
        )
    scan = ordinal_in(heard, words, _SCANS)
    if scan is not None and not agents:
        times = scan_times(session)
        at = times[scan - 1 if scan > 0 else scan] if -1 <= scan <= len(times) and times else None
        rows = [one for one in session.case.bmd if at is not None and months_of(one) == at]
        return _Named(tuple(_told(rows[:1], session)))
    if said & _NURSING and not agents:
        return _nursing(said, records, session)
    general = bool(said & (DOSES | _STOPPING)) or any(
        hit.value == "treatments" and hit.start in inside and hit.group == "record_kind" for hit in heard.hits
    )
    if not agents and not events and not general and words and heard.words[words[0]] in _IT and not heard.figures:
        agents = _spoken_of_before(heard, words[0])
    ends = bool(said & _ENDS) or (
        bool(words) and "end" in heard.say[max(0, heard.offsets[words[0]] - 12) : heard.offsets[words[0]]]
    )
    if agents:
        return _course(heard, inside, agents, records, session, of_end=ends, last=bool(said & _LAST))
    if general and session.case.case.axis.anchor == "treatment_start":
        return _main(records, session, of_end=ends)
    if events:
        there = [one for one in records if isinstance(one, Event) and one.kind in events and months_of(one) is not None]
        return _Named(tuple(_told(_operations_first(there, session)[:1], session)))
    if fractures := _broken(heard, inside, records):
        return _Named(tuple(_told(fractures, session)))
    stay = told_stay(said, session)
    return _Named((stay,)) if stay is not None else None


_LAST = frozenset(("last", "final", "latest"))
_ELSEWHERE = ("visit", "fracture")
"""Events that are looked up for themselves."""


def scan_times(session: Session) -> list[Decimal]:
    """When the bone density was measured, each examination once."""
    times: list[Decimal] = []
    for at in sorted(months for one in session.case.bmd if (months := months_of(one)) is not None):
        if not times or at - times[-1] > 1:
            times.append(at)
    return times


def _told(records: Sequence[Record], session: Session) -> list[Happened]:
    """Records with the time at which they were."""
    told = [
        _of(one, _operated(time, session) if _is_operation(one) else time, word(one).what, session)
        for one in records if (time := time_of(one)) is not None
    ]  # fmt: skip
    return [one for one in told if one is not None]


def _of(record: Record, time: Time | None, what: str, session: Session) -> Happened | None:
    if time is None or (time.months is None and time.date is None):
        return None
    shown = f"{what}: {moment_text(time, record, session)}"
    return Happened(shown, date_of(time, record, session), time.months, (record.source,), (record.id,))


# -- drugs -------------------------------------------------------------------------------------------------------------


def _course(
    heard: Heard, inside: set[int], agents: Sequence[str], records: Sequence[Record], session: Session, *,
    of_end: bool, last: bool,
) -> _Named:  # fmt: skip
    """Start and end of a drug; of an operation its day."""
    own = [
        one for one in records
        if isinstance(one, Treatment) and one.subject == "patient" and any(is_agent(one, agent) for agent in agents)
    ]  # fmt: skip
    started = [one for one in own if one.start and one.start.months is not None]
    begun = next(iter(started), None)
    if _AGAIN & {heard.words[at] for at in inside}:  # its second start
        later = [one for one in started if begun is not None and (months_of(one) or 0) > (months_of(begun) or 0)]
        again = _of(later[-1], later[-1].start, f"{later[-1].name} started", session) if later else None
        return _Named((again,) if again is not None else (), given=True)
    if begun is not None and begun.kind == "surgery":
        day = _told([begun], session)
        return _Named(tuple(day), next(iter(day), None))
    first = _of(begun, begun.start, f"{begun.name} started", session) if begun is not None else None
    typed = [
        heard.words[hit.start : hit.end]
        for hit in heard.hits if hit.topic == "treatment" and hit.start in inside and hit.end > hit.start
    ]  # fmt: skip
    keys = [*typed, *(normal_words(one.name) for one in own)]
    onset = told_onset(keys, own[0].name, session) if own else None
    if onset is not None and onset.date is not None and not (first is not None and _not_later(first, onset, session)):
        first = onset
    ended = next((one for one in own if one.stop and one.stop.months is not None), None)
    end = _of(ended, ended.stop, f"{ended.name} stopped", session) if ended is not None else None
    if end is None and own:
        end = (told_last(keys, own[0].name, session) if last else None) or _told_end(own, session)
    return _Named((first,) if first is not None else (), end, of_end, given=True)


def _not_later(first: Happened, onset: Happened, session: Session) -> bool:
    """Whether a record begins no later than a sentence tells."""
    date = onset.date or ""
    if first.date is not None:
        return first.date[: len(date)] <= date
    at = onset.at(session)
    return at is None or (first.months or Decimal(0)) <= at


def _main(records: Sequence[Record], session: Session, *, of_end: bool) -> _Named:
    """The treatment that month zero is counted from."""
    own = [
        one for one in records
        if isinstance(one, Treatment) and one.kind == "drug" and one.start is not None and one.start.months == 0
    ]  # fmt: skip
    own.sort(key=lambda one: one.drug_class not in BONE_DRUGS)
    begun = [told for one in own if (told := _of(one, one.start, f"{one.name} started", session)) is not None]
    ends = [told for one in own if (told := _of(one, one.stop, f"{one.name} stopped", session)) is not None]
    ends = [one for one in ends if one.months is not None]
    start = begun[:1] or [Happened("month 0", session.case.case.axis.date, Decimal(0), ())]
    return _Named(tuple(start), max(ends, key=lambda one: one.months or Decimal(0), default=None), of_end, given=True)


def _told_end(own: Sequence[Treatment], session: Session) -> Happened | None:
    """The visit whose note tells it as completed, where no day of its end is told."""
    places = {place.note: (one, place) for one in own if one.status == "completed" for place in (one.source, *one.also)}
    points = [
        (point.months, record.split("/")[0]) for point in session.case.timepoints for record in point.records
        if point.months is not None and record.split("/")[0] in places
    ]  # fmt: skip
    if not points:
        return None
    months, note = max(points)
    one, place = places[note]
    date = next((known.date for known in session.case.notes if known.id == note), None)
    return Happened(f"{one.name} told as completed: {date or months_text(months)}", date, months, (place,), (one.id,))


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


# -- what happened -----------------------------------------------------------------------------------------------------


def _operations_first(events: Sequence[Event], session: Session) -> list[Event]:
    """``the operation`` is not the block of a nerve, which the records hold as a procedure."""
    kinds = {one.id: one.kind for one in session.case.treatments}
    return sorted(events, key=lambda one: bool(one.records) and "surgery" not in {kinds.get(at) for at in one.records})


def _is_operation(one: Record) -> bool:
    return getattr(one, "kind", None) == "surgery"


def _operated(time: Time, session: Session) -> Time:
    """The day of an operation; where it is only told as so long ago, that of the note that reports it."""
    if time.date is None and time.months is not None:
        for note in session.case.notes:
            day = months_of_day(note.date, session) if note.date and "operation" in note.id else None
            if day is not None and abs(day - time.months) <= 1:
                return time.model_copy(update={"months": day, "date": note.date})
    return time


def _broken(heard: Heard, inside: set[int], records: Sequence[Record]) -> list[Record]:
    """The fractures of the patient that the words name, the earliest first."""
    bones = [hit.id for hit in heard.hits if hit.topic == "bone" and hit.start in inside]
    own = [
        one for one in records
        if isinstance(one, Fracture) and one.subject == "patient" and one.status == "present" and one.time is not None
        and one.time.months is not None
    ]  # fmt: skip
    which = ordinal_in(heard, sorted(inside), _BREAKS)
    levels = [one for one in heard.levels if one.lower() in {heard.words[at] for at in inside}]
    if which is not None and not bones and not levels:
        days = sorted({at for one in own if (at := months_of(one)) is not None})
        if which > len(days) or not days:
            return []
        return [one for one in own if months_of(one) == days[which - 1 if which > 0 else which]]
    named = [one for one in own if one.bone in bones or one.level in heard.levels or _is_hip(one, bones)]
    said = {heard.words[at] for at in inside}
    if not named and (said & _BREAKS or any(hit.id in _AS_FINDINGS and hit.start in inside for hit in heard.hits)):
        kinds = {_KINDS.get(one, one) for one in said} - _BREAKS
        named = [one for one in own if kinds & set(word(one).what.casefold().split())]
        told = kinds & {*_DESCRIBES, "compression"} or bones or heard.levels  # of another one than these
        named = named or (own if not told and len({months_of(one) for one in own}) == 1 else [])
    return in_time(named)


_BREAKS = frozenset(("fracture", "fractures", "break", "aff"))
_AS_FINDINGS = frozenset(("atypical_femoral_fracture",))
_KINDS = {"aff": "atypical", "thigh": "femoral", "femur": "femoral", "vertebral": "compression"}
"""What people call a fracture, and the word of its record."""
_DESCRIBES = frozenset(("first", "second", "last", "index", "new", "old", "atypical", "femoral", "thigh", "vertebral"))


def _is_hip(fracture: Fracture, bones: Sequence[str]) -> bool:
    return any(bone in ("hip", "wrist") for bone in bones) and (
        (fracture.bone == "femur" and "hip" in bones) or (fracture.bone in ("radius", "ulna") and "wrist" in bones)
    )


def _nursing(said: set[str], records: Sequence[Record], session: Session) -> _Named:
    """From the birth to weaning."""
    events = [one for one in records if isinstance(one, Event) and months_of(one) is not None]
    born, weaned = (_told([one for one in events if one.kind == kind], session) for kind in ("delivery", "weaning"))
    return _Named(tuple(born[-1:]), weaned[-1] if weaned else None, bool(said & _ENDS))


def _results(labs: Sequence[Lab], words: str, session: Session) -> list[Happened]:
    """Results in the order of time: those in their range again, the lowest, the highest, or all of them."""
    rows = [one for one in in_time(labs) if isinstance(one, Lab) and months_of(one) is not None]
    if _WELL.search(words):  # the last that lies in its range again
        again = [now for before, now in pairwise(rows) if now.flag == "normal" and before.flag in ("low", "high")]
        rows = again[-1:] or [one for one in rows if one.flag == "normal"]
    numbered = [(one.value, one) for one in rows if one.value is not None]
    if numbered and _LOWEST.search(words):
        rows = [min(numbered, key=lambda pair: pair[0])[1]]
    elif numbered and _HIGHEST.search(words):
        rows = [max(numbered, key=lambda pair: pair[0])[1]]
    told = [_of(one, one.time, f"{one.name} {word(one).value}", session) for one in rows]
    return [one for one in told if one is not None]


# -- visits ------------------------------------------------------------------------------------------------------------


def _visit_told(heard: Heard, session: Session) -> Happened | None:
    """The first or the last visit, by the day of its note."""
    words = range(len(heard.words))
    which = ordinal_in(heard, words, _VISITS)
    visits = in_time([one for one in session.case.events if one.kind == "visit" and months_of(one) is not None])
    if which == 1 or "presentation" in heard.words or "initial" in heard.words:
        rows, name = visits[:1], "first visit"
    elif which == -1 or set(heard.words) & _NOW:
        rows, name = visits[-1:], "last visit"
    else:
        return None
    return _of(rows[0], time_of(rows[0]), name, session) if rows else None


def _day_told(heard: Heard, words: Sequence[int], relation: str, session: Session) -> Moment | None:
    """What no record tells, by the one dated sentence with its word: ``since the transplant``."""
    strange = [heard.words[at] for at in words if heard.words[at] in heard.unknown_words]
    if len(strange) != 1 or relation == "during" or len(words) > _FEW_WORDS:
        return None
    told = told_day(strange[0], session)
    at = told[0].at(session) if len(told) == 1 else None
    return Moment(relation, at, slack=Decimal("0.01")) if at is not None else None


_FEW_WORDS = 5


def _visit_named(heard: Heard, words: Sequence[int], relation: str, session: Session) -> Moment | None:
    """The first or the last visit."""
    ends = [point.months for point in session.case.timepoints if point.months is not None]
    said = {heard.words[at] for at in words}
    which = ordinal_in(heard, words, _VISITS)
    if not ends or relation == "during":
        return None
    if (which == -1 or said & _NOW) and relation != "after":  # nothing is told after it
        return Moment(relation, max(ends))
    return Moment(relation, min(ends)) if which == 1 else None
