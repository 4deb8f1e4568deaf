"""Answers about times: when it was, how long it lasted, how often it was measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.answers.absence import asked_for, close_to, nothing, of_patient
from osteocase.assistant.answers.first_told import onset_of_pain
from osteocase.assistant.answers.presence import state_of
from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.dated import times_text
from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.subjects.passages import Passage, keys_of, passages_of, quoted, sentence_span
from osteocase.assistant.subjects.record_times import note_date
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import date_of, months_of, time_of
from osteocase.assistant.subjects.told_times import told_last, told_onset
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.naming import case_dates, writes_day_first
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Finding, Fracture, Record, Time, Treatment
from osteocase.review import Session
from osteocase.review.wording import months_text, when, word

__all__ = ["at_what_time", "blood_days", "duration", "examinations"]


def at_what_time(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """When it was, in the note's own words where the axis does not know it."""
    if not found.records:
        return onset_of_pain(heard, found, session) or nothing(heard, found, session, vocabulary)
    placed = {at for hit in heard.hits if hit.group == "time" for at in range(hit.start, hit.end)}
    stop = bool({word for at, word in enumerate(heard.words) if at not in placed} & _ENDS)
    said = set(heard.words)
    begins, whole = (
        bool(said & _BEGINNINGS),
        bool((said & _BEGINNINGS or "on" in said) and stop)
        or ({"from", "when"} <= said and bool(said & {"till", "until", "to"})),
    )
    own = [record for record in found.records if of_patient(record)]
    there = [record for record in own if getattr(record, "status", "present") != "absent"]
    own = there or own  # what did not happen has no day
    images = [image.replace("_", " ") for image in heard.values("modality")]
    if images and found.arguments.keys() <= {"modality", "list", "date", "months", "time"}:
        own = _image_visits(images, session) or own
    elif images:
        own = [*_image_visits(images, session), *(one for one in own if not isinstance(one, Fracture | Finding))]
    ended: list[Record] = [one for one in own if isinstance(one, Treatment) and one.stop is not None]
    own = ended if ended and stop and not whole else own
    rows = [one for one in own if isinstance(one, Bmd)]
    if rows and "site" not in found.arguments and all(isinstance(one, Bmd | Event) for one in own):
        shown = [f"{word(one).what}: {date_of(one.time, one, session)}" for one in own if isinstance(one, Event)]
        scans = examinations(rows, session)
        return of_records("\n".join([*shown, scans.text]), own)
    own = _begun_drugs(own) if begins and "agent" in found.arguments else own
    broken = [record for record in own if isinstance(record, Fracture)]
    if broken and not heard.has("measure", "trend"):  # of a hip that is measured and broken, the day it broke
        own = [*broken, *_injuries(broken, session), *(one for one in own if isinstance(one, Treatment | Event))]
    own = _operations(own, heard)
    of_end = stop and not (whole or begins)
    in_words = _ended_by_words(own, heard, found, session, of_end=of_end) or (
        _begun_before(own, heard, found, session) if not stop else None
    )
    if in_words is not None:
        return in_words
    own = own if stop else _onsets(own, found)
    told: list[str] = []
    used: list[Record] = []
    dates = {note.id: note.date for note in session.case.notes if note.date is not None}
    for record in own or found.records:
        if isinstance(record, Treatment):
            both = record.stop is not None and record.start is not None and (whole or not (stop or begins))
            if both:
                told.append(_dated(f"{record.name} started", record.start, record, session))
            time = record.stop if stop or both else record.start
            what = f"{record.name} {'stopped' if stop or both else 'started'}"
        else:
            time, what = time_of(record), word(record).what
        if _AMOUNTS & said:
            what = replace(word(record), when="").sentence()
            if time is None and record.source.note in dates:
                told.append(f"{what} (told on {dates[record.source.note]})")
                used.append(record)
                continue
        if time is None:
            continue
        told.append(_dated(what, time, record, session))
        used.append(record)
    if not told:
        return of_records(f"No time is told for {asked_for(found)}.", found.records[:5])
    left = _undated(own, used) if "list" in found.arguments and heard.has("list") else []
    told += ["No date is told of:"] * bool(left) + [word(one).sentence() for one in left]
    return of_records("\n".join(dict.fromkeys(told)), [*used, *left])


def _is_given_up(own: Sequence[Record]) -> bool:
    """Whether only a habit is told that was given up: its day is that of the end."""
    return bool(own) and all(isinstance(one, Finding) and one.concept in _HABITS for one in own)


_HABITS = ("smoking", "alcohol")


def _begun_drugs(own: list[Record]) -> list[Record]:
    """Of a drug and the finding of its use the drug: that it was used on a day is no beginning."""
    return (
        [one for one in own if not isinstance(one, Finding)] if any(isinstance(one, Treatment) for one in own) else own
    )


def _onsets(own: list[Record], found: Selection) -> list[Record]:
    """Since when: of what began with symptoms their onset is what is asked for."""
    onset: list[Record] = [record for record in own if isinstance(record, Event) and record.kind == "symptom_onset"]
    return onset if onset and "concept" in found.arguments else own


def _begun_before(own: Sequence[Record], heard: Heard, found: Selection, session: Session) -> Reply | None:
    """What a sentence tells of the beginning of a drug (``since May 2021``), where no record tells it."""
    if set(heard.words) & _BEGINNINGS and _is_given_up(own):
        return of_records(f"Its beginning is not told in any note. Told is:\n{lines(own)}", own)
    drugs = [one for one in own if isinstance(one, Treatment)]
    if not drugs or "agent" not in found.arguments or _AMOUNTS & set(heard.words):
        return None
    told = told_onset(keys_of(heard, found), drugs[0].name, session)
    starts = [one.start for one in drugs if one.start is not None and (one.start.date or one.start.months is not None)]
    if told is None or told.quote is None or starts:
        return None
    said = quoted([told.quote])
    return Reply(f"{told.what}\n{said.text}", said.sources, tuple(one.id for one in drugs))


def _ended_by_words(
    own: Sequence[Record], heard: Heard, found: Selection, session: Session, *, of_end: bool
) -> Reply | None:
    """The last dose that a sentence tells (``last dose this morning``), where no record has an end."""
    drugs = [one for one in own if isinstance(one, Treatment)]
    if not (of_end or _LAST_DOSE.search(heard.say)) or heard.has("patient_field"):
        return None
    if not drugs or "agent" not in found.arguments or any(one.stop is not None for one in drugs):
        return None
    told = told_last(keys_of(heard, found), drugs[0].name, session)
    if told is None or told.quote is None:
        return None
    said = quoted([told.quote])
    return Reply(f"{told.what}\n{said.text}", said.sources, tuple(one.id for one in drugs))


_LAST_DOSE = re.compile(
    r"\b(?:last|final|latest|most recent)\s+(?:\w+\s+)?(?:dose|injection|infusion|shot|jab|tablet)\b", re.IGNORECASE
)


def _undated(records: Sequence[Record], told: Sequence[Record]) -> list[Record]:
    """The drugs of a list that no date is told of."""
    drugs = ("drug", "supplement")
    return [one for one in records if one not in told and isinstance(one, Treatment) and one.kind in drugs]


def _dated(what: str, time: Time | None, record: Record, session: Session) -> str:
    """``Alendronic acid started: −8 months, 2020-02-12 (“today”)``."""
    words = " ".join(time.text.split()) if time is not None else ""
    shown, date = when(time), date_of(time, record, session)
    day = _told_on(time, record, session) if date is None else None
    parts = [part for part in (shown, date if date != shown else None, day) if part]
    return f"{what}: {', '.join(parts)}" + (f" (“{words}”)" if words and words not in parts else "")


def _told_on(time: Time | None, record: Record, session: Session) -> str | None:
    """``told on 2022-03-23``, the day of the note, where a month alone is told and the note is of that month."""
    noted = note_date(record, session)
    place = months_of_day(noted, session) if noted is not None and len(noted) == len("2024-03-05") else None
    if time is None or time.months is None or place is None or abs(place - time.months) > 1:
        return None
    return f"told on {noted}"


def _image_visits(images: Sequence[str], session: Session) -> list[Record]:
    """The days on which an image was made: those of the notes that report it."""
    return [
        one
        for one in session.case.events
        if one.kind == "visit" and any(image in one.source.note.replace("-", " ") for image in images)
    ]


def _injuries(broken: Sequence[Record], session: Session) -> list[Record]:
    """Falls that the same notes tell, where they give no day of the fracture itself."""
    notes = {one.source.note for one in broken if (time := time_of(one)) is not None and "note" in time.text}
    return [one for one in session.case.events if one.kind == "fall" and one.source.note in notes]


_AMOUNTS = frozenset(
    ("value", "values", "dose", "doses", "result", "results", "levels", "grade", "side", "kind", "type", "status")
)


def _operations(own: list[Record], heard: Heard) -> list[Record]:
    """Of what was operated on the operation, not the fracture: ``when was the hip operated?``."""
    operated: list[Record] = [one for one in own if isinstance(one, Event) and one.kind == "surgery"]
    if not operated or not _OPERATED & set(heard.words):
        return own
    places = {heard.words[hit.start] for hit in heard.hits if hit.topic == "bone" and hit.end > hit.start}
    there = [one for one in operated if places & set(word(one).what.casefold().split())]
    return there or operated


_OPERATED = frozenset(("operated", "operation", "surgery", "op", "operate", "surgical"))
_BEGINNINGS = frozenset(("start", "started", "begin", "began", "begun", "first", "since", "commenced", "initiated"))
_ENDS = frozenset(("stop", "stopped", "end", "ended", "finish", "finished", "discontinued", "removed", "withdrawn",
                   "ceased", "terminated", "weaned", "off", "over",
                   "completed", "complete", "taken"))  # fmt: skip


def duration(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """How long a treatment lasted, as stated, or from its start and its end."""
    if heard.between is not None:
        return _from_to(*heard.between, session)
    treatments = [record for record in found.records if isinstance(record, Treatment)]
    apart = _between(found.records) if _BETWEEN & set(heard.words) else None
    if apart is not None:
        return apart
    if "before" in heard.words:
        ever = select(heard, session, vocabulary, with_time=False).records
        treatments = [record for record in ever if isinstance(record, Treatment)]
    until = _until_next(heard, treatments)
    if until is not None:
        return until
    if not treatments:
        return _length_told(found.records, session) or (
            _of_illness(found.records, session) or nothing(heard, found, session, vocabulary)
        )
    ahead = [one for one in treatments if _ends_ahead(one, session) and one.start is not None and not one.duration]
    if ahead and not any(one.start and one.stop for one in treatments if one not in ahead):
        rows = [f"{_so_far(one, session)}; planned until {when(one.stop)}" for one in ahead]
        return of_records("\n".join(rows), ahead)
    told, used = _stated(treatments, session)
    told = [*_other_length(treatments), *told]
    if told and {"dose", "route", "frequency"} & set(heard.words):
        told = [lines(used)]
    if told:
        return of_records("\n".join(dict.fromkeys(told)), used)
    starts = {one.agent: one.start.months for one in treatments if one.start and one.start.months is not None}
    stops = {one.agent: (one.stop.months, one) for one in treatments if one.stop and one.stop.months is not None}
    for agent, (end, one) in stops.items():
        if agent in starts and end is not None:
            told.append(f"{one.name}: {months_text(end - starts[agent])} (computed from its start and its end)")
    if told:
        return of_records("\n".join(told), treatments)
    begun = [one for one in treatments if one.start is not None and when(one.start)]
    if begun:
        return of_records("\n".join(_so_far(one, session) for one in begun), begun)
    ended = [one for one in treatments if one.stop is not None and when(one.stop)]
    if ended:
        first = min(filter(None, (_first_told(one, session) for one in treatments)), default="")
        rows = [_dated(f"{one.name} stopped", one.stop, one, session) for one in ended]
        told = [f"Its start is not dated; it is first told in the note of {first}." if first else "No start is told."]
        return of_records("\n".join([*told, *rows]), treatments)
    return of_records(f"How long is not told for {asked_for(found)}.", treatments[:5])


def _from_to(first: Decimal, second: Decimal, session: Session) -> Reply:
    """The time between two things that happened, with the records that lie there, or the sentences that date them."""
    pool = [*session.case.events, *session.case.fractures, *session.case.treatments, *session.case.bmd]
    near: list[Record] = []
    dated: list[Passage] = []
    shown: list[str] = []
    for wanted in (first, second):
        there = [one for one in pool if (at := months_of(one)) is not None and abs(at - wanted) < _NEAR]
        there.sort(key=lambda one: abs((months_of(one) or wanted) - wanted))
        days = [date_of(time_of(one), one, session) for one in there if months_of(one) == wanted]
        exact = [day for day in days if day is not None]
        near += there[:1]
        told = None if exact else _sentence_of_day(wanted, session)
        dated += [told[1]] if told is not None and told[1].note not in {one.note for one in dated} else []
        day = exact[0] if exact else told[0] if told is not None else ""
        shown.append(f"{months_text(wanted)}, {day}" if day else months_text(wanted))
    reply = of_records(f"{months_text(abs(second - first))} (computed: from {shown[0]} to {shown[1]}).", near)
    said = quoted(dated) if dated else None
    return (
        reply if said is None else Reply(f"{reply.text}\n{said.text}", (*reply.sources, *said.sources), reply.records)
    )


def _sentence_of_day(months: Decimal, session: Session) -> tuple[str, Passage] | None:
    """The day that lies there (ISO), with the sentence that tells it."""
    for one in passages_of(session):
        for said in spoken_dates(" ".join(one.text.split()), case_dates(session), writes_day_first(session)):
            at = months_of_day(said.date, session) if len(said.date) >= len("2024-03-05") else None
            if at is not None and abs(at - months) < _SAME_DAY:
                return said.date, one
    return None


_SAME_DAY = Decimal("0.01")
_NEAR = Decimal("0.3")


def _ends_ahead(one: Treatment, session: Session) -> bool:
    """Whether its end lies behind the last note: it was only planned then."""
    end = one.stop.months if one.stop is not None else None
    days = [at for note in session.case.notes if note.date and (at := months_of_day(note.date, session)) is not None]
    return end is not None and bool(days) and end > max(days) + _NEAR


def _stated(treatments: Sequence[Treatment], session: Session) -> tuple[list[str], list[Record]]:
    told: list[str] = []
    used: list[Record] = []
    for one in treatments:
        parts = []
        if one.duration:
            parts.append(f"{one.duration} (stated)")
        if one.doses_given is not None:
            parts.append(f"{one.doses_given} doses")
        begin, end = (time.months if time is not None else None for time in (one.start, one.stop))
        if begin is not None and end is not None and not one.duration:
            parts.append(f"{months_text(end - begin)} (computed from its start and its end)")
        if parts:
            begun_or_over = times_text(one, session)
            told.append(f"{one.name}: {', '.join(parts)}" + (f"; {begun_or_over}" if begun_or_over else ""))
            used.append(one)
    return told, used


def _other_length(treatments: Sequence[Treatment]) -> list[str]:
    """The length from the start to the end, where a visit on the way tells a shorter one: ``on it for 6 months``."""
    told: list[str] = []
    for one in treatments:
        begin, end = (time.months if time is not None else None for time in (one.start, one.stop))
        said = _SAID.match(one.duration or "")
        if begin is None or end is None or said is None:
            continue
        stated = Decimal(said["count"]) * _MONTHS_OF[said["unit"].casefold()]
        if end - begin > stated + _MONTHS_OFF:
            told.append(f"{one.name}: {months_text(end - begin)} (computed from its start and its end)")
    return told


_SAID = re.compile(r"(?P<count>\d+)\s*(?P<unit>week|month|year)", re.IGNORECASE)
_MONTHS_OF = {"week": Decimal("0.23"), "month": Decimal(1), "year": Decimal(12)}
_MONTHS_OFF = 2
"""Months by which a stated length may be off."""


def _so_far(one: Treatment, session: Session) -> str:
    """Since when, and how long that was when it was told last."""
    dates = {note.id: note.date for note in session.case.notes}
    notes = [place.note for place in (one.source, *one.also)]
    last = max((date for name in notes if (date := dates.get(name))), default=None)
    points = [
        point.months for point in session.case.timepoints for record in point.records
        if point.months is not None and record.split("/")[0] in notes
    ]  # fmt: skip
    begun = one.start.months if one.start is not None else None
    over = one.status in ("completed", "stopped")
    end = "completed, the day of its end is not told" if over else "no end is told"
    text = f"{one.name}: since {_since(one, session)}; {end}"
    if begun is not None and points and last is not None and max(points) - begun > _NEAR:
        shown = months_text(max(points) - begun)
        text += f"; {'told as completed' if over else 'last told as taken'} on {last}, {shown} later (computed)"
    return text


def _first_told(one: Treatment, session: Session) -> str | None:
    dates = {note.id: note.date for note in session.case.notes}
    return min((date for place in (one.source, *one.also) if (date := dates.get(place.note))), default=None)


def _until_next(heard: Heard, treatments: Sequence[Treatment]) -> Reply | None:
    """``how long on risedronate before teriparatide?``: from the start of the one to that of the other."""
    order = list(dict.fromkeys(hit.id for hit in heard.hits if hit.topic == "treatment" and hit.end > hit.start))
    if "before" not in heard.words or len(order) != 2:
        return None
    own = [next((one for one in treatments if one.agent == agent and one.start is not None), None) for agent in order]
    first, second = own
    if first is None or second is None or first.start is None or second.start is None:
        return None
    begin, end = first.start.months, second.start.months
    if begin is None or end is None or end <= begin:
        return None
    text = f"{first.name}: {months_text(end - begin)} (computed, from its start to the start of {second.name})"
    return of_records(text, [first, second])


def _length_told(records: Sequence[Record], session: Session) -> Reply | None:
    """``how long was she lost to follow-up?``: the length that a note tells, before any that is computed."""
    there = [one for one in records if isinstance(one, Finding) and one.status == "present"]
    spans = {(place.note, *sentence_span(place, session)) for one in there for place in (one.source, *one.also)}
    told = [Passage(*span) for span in sorted(spans)]
    if any(one.concept in _AWAY_CONCEPTS for one in there):
        told += [one for one in passages_of(session) if _AWAY.search(one.text)]
    told = list({one.text: one for one in told if _LENGTH.search(one.text)}.values())
    return quoted(told) if told else None


_AWAY_CONCEPTS = frozenset(("lost_to_follow_up", "loss_to_follow_up"))
_AWAY = re.compile(
    r"\b(?:away|absence|lost\s+to\s+follow-?\s?up|out\s+of\s+(?:sight|touch)|not\s+(?:been\s+)?seen|without\s+(?:any\s+)?(?:follow-?up|review))\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many)[\s-]+(?:days?|weeks?|months?|years?)\b"
    r"(?![\s-]+old)",
    re.IGNORECASE,
)


def _of_illness(records: Sequence[Record], session: Session) -> Reply | None:
    """``for how long has he had it?``: since when, and how long that was at the last visit."""
    ill = [
        one for one in records if isinstance(one, Finding) and one.status == "present" and months_of(one) is not None
    ]
    ends = [point.months for point in session.case.timepoints if point.months is not None]
    if not ill or not ends:
        return None
    first = min(ill, key=lambda one: months_of(one) or Decimal(0))
    begin = months_of(first) or Decimal(0)
    text = _dated(f"{first.name} since", first.time, first, session)
    if max(ends) - begin > _NEAR:
        text += f"; at the last visit that is {months_text(max(ends) - begin)} (computed)"
    return of_records(text, [first])


def _since(one: Treatment, session: Session) -> str:
    return ", ".join(dict.fromkeys(part for part in (when(one.start), date_of(one.start, one, session)) if part))


_BETWEEN = frozenset(("between", "interval", "apart", "gap"))


def _between(records: Sequence[Record]) -> Reply | None:
    """The time from one thing that happened to the other; null where there are not just two."""
    there = [
        one for one in records
        if of_patient(one) and state_of(one) == "there" and months_of(one) is not None
        and not isinstance(one, Event)
    ]  # fmt: skip
    if len(there) != 2:
        return None
    first, second = (months_of(one) or Decimal(0) for one in there)
    text = f"{months_text(abs(second - first))} (computed from their times):"
    return of_records(f"{text}\n{lines(there)}", there)


def blood_days(rows: Sequence[Record], session: Session) -> Reply:
    """On how many days blood was taken, each with the number of its results."""
    days: dict[str, int] = {}
    for one in rows:
        day = date_of(time_of(one), one, session) or when(time_of(one)) or "a day not told"
        days[day] = days.get(day, 0) + 1
    told = [f"{day}: {number} result{'' if number == 1 else 's'}" for day, number in days.items()]
    return of_records("\n".join([f"{len(days)} time{'' if len(days) == 1 else 's'}:", *told]), rows)


def examinations(rows: Sequence[Record], session: Session) -> Reply:
    """How often the bone density was measured: once for each time, whatever the number of sites."""
    times: dict[str, list[Record]] = {}
    for one in rows:
        months = months_of(one)
        near = next((key for key in times if close_to(months_of(times[key][0]), months or Decimal(0))), None)
        key = near or ", ".join(
            dict.fromkeys(part for part in (when(time_of(one)), date_of(time_of(one), one, session)) if part)
        )
        times.setdefault(key, []).append(one)
    text = "\n".join(
        [f"{len(times)} examination{'s' if len(times) > 1 else ''}:", *(key or "at a time not told" for key in times)]
    )
    return of_records(text, rows)
