"""Answers about values: what it was, how it changed, its extremes, whether, when, how long, and where it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from osteocase.assistant.finding import PAIN_SCALES, Selection, same_thing, select, values_of
from osteocase.assistant.hearing import Heard
from osteocase.assistant.overview import patient
from osteocase.assistant.reply import Reply, lines, of_records
from osteocase.assistant.times import date_of, in_time, months_of, time_of
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Record, Score, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.wording import months_text, unit_text, when, word

__all__ = ["ANSWERS", "Question"]

Question = Callable[[Heard, Selection, Session, Vocabulary, str | None], Reply]
"""Heard, the records it names, the session, the vocabulary, and the record spoken of last."""

_PLACES = Decimal("0.1")
_FEW = 3
"""Different things up to which each is answered for itself."""


def value(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """What is recorded."""
    states = set(heard.words) & {"started", "stopped", "ongoing", "planned", "declined", "completed"}
    if states and "list" in found.arguments:
        found.records = [one for one in found.records if getattr(one, "status", None) in states] or found.records
    if not found.records:
        return _nothing(heard, found, session, vocabulary)
    return of_records(lines(found.records), found.records)


def trend(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """The values of each thing in the order of time, and the change that follows from them."""
    records = select(heard, session, vocabulary, with_time=False).records
    if not records:
        return _nothing(heard, found, session, vocabulary)
    records = _with_pain_scores(records, session)
    wanted = [months for months in (heard.months, heard.other_months) if months is not None]
    if len(wanted) == 2:
        near = [one for one in records if any(_close(months_of(one), month) for month in wanted)]
        records = near or records
    elif wanted:
        until = [one for one in records if (months_of(one) or Decimal(0)) <= wanted[0] + 1]
        records = until if len(until) > 1 else records
    told: list[str] = []
    used: list[Record] = []
    things = _things(records)
    for thing in dict.fromkeys(things.values()):
        course = [record for record in records if things[record.id] == thing]
        told.append(_course(course, heard))
        used += course
    return of_records("\n".join(told), used)


def extreme(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """The highest or lowest value; worst and best only where that has one meaning."""
    wish = heard.values("extreme")[0]
    measure = (heard.values("measure") or ("",))[0]
    numbered = [(number, record) for record in found.records if (number := _number(record, measure)) is not None]
    if not numbered:
        return _nothing(heard, found, session, vocabulary)
    kinds = {same_thing(record)[:2] for _number_of, record in numbered}
    all_bmd = all(isinstance(record, Bmd) for _n, record in numbered)
    if 1 < len(kinds) <= _FEW and not all_bmd:
        return _extremes(numbered, wish)
    if len(kinds) > 1 and not all_bmd:
        names = ", ".join(dict.fromkeys(word(record).what for _n, record in numbered))
        return Reply(f"Of which one? These are different things: {names}.")
    if wish in ("worst", "best"):
        if all_bmd:
            wish = "lowest" if wish == "worst" else "highest"
        elif all(isinstance(record, Score) for _n, record in numbered):
            wish = "highest" if wish == "worst" else "lowest"
        else:
            return Reply(
                "For a laboratory result say highest or lowest; which of them is worse depends on the question."
            )
    pick = max if wish == "highest" else min
    number, _record = pick(numbered, key=lambda pair: pair[0])
    at_it = [record for one, record in numbered if one == number]
    return of_records(lines(at_it), at_it)


def _extremes(numbered: Sequence[tuple[Decimal, Record]], wish: str) -> Reply:
    """The extreme of each of a few different things."""
    pick = min if wish in ("lowest", "best") else max
    things = dict.fromkeys(same_thing(record) for _number_of, record in numbered)
    ends = [
        pick((one for one in numbered if same_thing(one[1]) == thing), key=lambda pair: pair[0]) for thing in things
    ]
    return of_records(lines([record for _number_of, record in ends]), [record for _number_of, record in ends])


def presence(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """Whether something is told as there, as absent, or not told at all."""
    if not found.records:
        return Reply(f"Nothing about {_asked(found)} is recorded, neither that it is there nor that it is not.")
    own = [record for record in found.records if _of_patient(record)]
    others = [record for record in found.records if record not in own]
    if "subject" in found.arguments:
        own, others = others or own, []
    told = [_PRESENCE[_state(record)] for record in own]
    states = set(told)
    if not own:
        head = f"Not told of the patient. Of relatives:\n{lines(others)}"
    elif "there" in states and "absent" in states and "bone" in found.arguments:
        absent = [one for one in own if _PRESENCE[_state(one)] == "absent"]
        head = f"Yes:\n{lines([one for one in own if one not in absent])}\nTold as absent:\n{lines(absent)}"
    elif "there" in states and "absent" in states:
        head = f"Told both ways:\n{lines(own)}"
    else:
        kind = next(one for one in ("there", "possible", "not given", "absent") if one in states)
        head = f"{_HEADS[kind]}\n{lines(own)}"
    if own and others:
        head += f"\nOf relatives:\n{lines(others)}"
    return of_records(head, [*own, *others])


_PRESENCE = {
    "present": "there", "started": "there", "ongoing": "there", "completed": "there", "stopped": "there",
    "past": "there", "mentioned": "possible", "possible": "possible", "planned": "not given", "declined": "not given",
    "contraindicated": "not given", "absent": "absent",
}  # fmt: skip
_HEADS = {
    "there": "Yes:", "possible": "It is told as possible:", "absent": "No, it is told as absent:",
    "not given": "No note tells that it was given:",
}  # fmt: skip


def _state(record: Record) -> str:
    state = str(getattr(record, "status", "present"))
    return "possible" if state == "mentioned" else state


def _of_patient(record: Record) -> bool:
    return getattr(record, "subject", "patient") == "patient"


def at_what_time(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """When it was, in the note's own words where the axis does not know it."""
    if not found.records:
        return _nothing(heard, found, session, vocabulary)
    stop = bool(set(heard.words) & _ENDS)
    own = [record for record in found.records if _of_patient(record)]
    onset: list[Record] = [record for record in own if isinstance(record, Event) and record.kind == "symptom_onset"]
    if onset and "concept" in found.arguments and not stop:  # since when: the onset is what is asked for
        own = onset
    told: list[str] = []
    used: list[Record] = []
    for record in own or found.records:
        if isinstance(record, Treatment):
            time = record.stop if stop else record.start
            what = f"{record.name} {'stopped' if stop else 'started'}"
        else:
            time, what = time_of(record), word(record).what
        if time is None:
            continue
        words = " ".join(time.text.split())
        shown, date = when(time), date_of(time, record, session)
        parts = [part for part in (shown, date if date != shown else None) if part]
        told.append(f"{what}: {', '.join(parts)}" + (f" (“{words}”)" if words and words not in parts else ""))
        used.append(record)
    if not told:
        return of_records(f"No time is told for {_asked(found)}.", found.records[:5])
    return of_records("\n".join(dict.fromkeys(told)), used)


_ENDS = frozenset(("stop", "stopped", "end", "ended", "finish", "finished", "discontinued", "removed", "off", "over",
                   "completed", "complete", "taken"))  # fmt: skip


def duration(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """How long a treatment lasted, as stated, or from its start and its end."""
    treatments = [record for record in found.records if isinstance(record, Treatment)]
    if not treatments:
        return _nothing(heard, found, session, vocabulary)
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
            told.append(f"{one.name}: {', '.join(parts)}")
            used.append(one)
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
        text = "\n".join(f"{one.name}: since {when(one.start)}; no end is told" for one in begun)
        return of_records(text, begun)
    return of_records(f"How long is not told for {_asked(found)}.", treatments[:5])


def source(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """The words of the note behind a value."""
    records = list(found.records)
    numbers = {figure.value for figure in heard.figures}
    if numbers:
        pool = records or list(case_records(session.case))
        records = [one for one in pool if numbers & {*values_of(one), *(-number for number in values_of(one))}]
        records = [one for one in records if numbers & set(values_of(one))] or records
        if not records:
            shown = ", ".join(f"{number}" for number in sorted(numbers))
            derived = [one for one in session.case.derived if one.value in numbers]
            if derived:
                known = [one for one in case_records(session.case) if one.id in derived[0].records]
                return of_records(
                    f"{shown} was computed: {derived[0].label}, {derived[0].formula}, from\n{lines(known)}", known
                )
            return Reply(f"No record holds {shown}.")
    elif heard.has("patient_field") and not found.named:
        return patient(heard, session)
    elif not found.named and focus is not None:
        records = [one for one in session.records if one.id == focus]
    if not records:
        return (
            _nothing(heard, found, session, vocabulary)
            if found.named
            else Reply("Of which value? Name it, or say its number.")
        )
    told = []
    for record in records[:8]:
        told.append(word(record).sentence())
        for number, place in enumerate((record.source, *record.also[:3])):
            rule = f", rule {record.rule}" if not number else ""
            where = "stated by you" if record.rule == "author" else f"note {place.note}{rule}"
            told.append(f"  “{' '.join(place.text.split())}” — {where}")
    reply = of_records("\n".join(told), records[:8])
    places = [place for record in records[:8] for place in (record.source, *record.also[:3])]
    return Reply(reply.text, tuple(dict.fromkeys(places)), reply.records)


def abnormal(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """Which results lie outside their printed interval, or whether one does."""
    labs = [one for one in found.records if isinstance(one, Lab) and one.subject == "patient"]
    if not found.named or (not labs and found.arguments.get("list", "labs") != "labs"):
        pool = [one for one in session.case.labs if one.subject == "patient"]
        labs = [one for one in pool if not heard.months or _close(months_of(one), heard.months)]
        if "baseline" in heard.values("time"):
            labs = [one for one in labs if _close(months_of(one), Decimal(0))]
    if not labs:
        return _nothing(heard, found, session, vocabulary)
    sides = _sides(heard)
    number = len([one for one in labs if one.flag in sides])
    hits = [one for one in labs if one.flag in sides]
    if "analyte" in found.arguments and heard.is_question and not heard.has("list", "count"):
        flagged = [one for one in labs if one.flag is not None]
        if not flagged:
            return of_records(f"No range is printed beside it, so I cannot tell:\n{lines(labs)}", labs)
        mixed = sides == ("normal",) and 0 < len(hits) < len(flagged) and not _NORMALISES & set(heard.words)
        if mixed:
            return of_records(f"Not all of them:\n{lines(flagged)}", flagged)
        return of_records(f"{'Yes' if hits else 'No'}:\n{lines(hits or flagged)}", hits or flagged)
    if not hits:
        return of_records(f"None of {len(labs)} results is {' or '.join(sides)} by its printed range.", [])
    return of_records(f"{number}:\n{lines(hits)}" if heard.has("count") else lines(hits), hits)


_NORMALISES = frozenset(("normalise", "normalised", "normalize", "normalized", "back"))


def count(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """How many, of the patient and not excluded."""
    if "notes" in heard.values("record_kind"):
        return Reply(f"{len(session.state.notes)} notes: {', '.join(session.state.notes)}.")
    there = [
        one
        for one in found.records
        if getattr(one, "subject", "patient") == "patient" and getattr(one, "status", "present") != "absent"
    ]
    number = sum(one.count or 1 if isinstance(one, Fracture) else 1 for one in there)
    if not there:
        return Reply(f"None: no {_asked(found)} is recorded as present.")
    return of_records(f"{number}:\n{lines(there)}", there)


ANSWERS: dict[str, Question] = {
    "ask.value": value,
    "ask.trend": trend,
    "ask.extreme": extreme,
    "ask.presence": presence,
    "ask.when": at_what_time,
    "ask.duration": duration,
    "ask.source": source,
    "ask.abnormal": abnormal,
    "ask.count": count,
}


def _nothing(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply:
    """Say that nothing is recorded, and what there is instead."""
    ever = select(heard, session, vocabulary, with_time=False).records
    if ever:
        times = ", ".join(dict.fromkeys(when(getattr(one, "time", None)) or "a time not told" for one in ever))
        return of_records(f"Nothing about {_asked(found)} at that time. It is recorded at: {times}.", ever[:5])
    return Reply(f"Nothing about {_asked(found)} is recorded in this case.")


def _asked(found: Selection) -> str:
    return " and ".join(dict.fromkeys(found.asked)) or "that"


def _number(record: Record, measure: str) -> Decimal | None:
    if measure:
        found = getattr(record, measure, None)
        return found if isinstance(found, Decimal) else None
    match record:
        case Lab(value=number):
            return number if record.canonical_value is None else record.canonical_value
        case Bmd():
            return record.t_score if record.t_score is not None else record.bmd_g_cm2
        case Score(value=number):
            return number
        case _:
            return None


def _course(course: Sequence[Record], heard: Heard) -> str:
    first = course[0]
    what = word(first).what
    if isinstance(first, Finding | Fracture | Treatment) or len(course) == 1:
        only = "only one value: " if len(course) == 1 and not isinstance(first, Finding | Fracture | Treatment) else ""
        return f"{only}{lines(course)}"
    if isinstance(first, Bmd):
        measures = heard.values("measure")
        fields = [
            name for name in ("bmd_g_cm2", "t_score", "z_score", "yam_percent") if not measures or name in measures
        ]
        told = [_row(course, name) for name in fields]
        return "\n".join([f"{what}:", *(f"  {row}" for row in told if row)])
    return f"{what}: {_row(course, 'value')}"


_ROW_UNITS = {"bmd_g_cm2": "g/cm²", "t_score": "T-score", "z_score": "Z-score", "yam_percent": "% of YAM"}


def _row(course: Sequence[Record], name: str) -> str:
    """``0.721 (month 0) → 0.743 (6 months) g/cm²; +3.1 % from first to last (computed)``."""
    having = [record for record in course if isinstance(getattr(record, name, None), Decimal)]
    if not having:
        return ""
    units = {getattr(record, "unit", None) for record in having}
    unit = _ROW_UNITS.get(name) or (unit_text(next(iter(units))) if len(units) == 1 else "")
    steps = []
    for record in having:
        time = when(getattr(record, "time", None))
        own = f" {unit_text(getattr(record, 'unit', None))}" if len(units) > 1 else ""
        steps.append(f"{getattr(record, name)}{own}{f' ({time})' if time else ''}".replace("-", "−"))
    text = " → ".join(steps) + (f" {unit}" if unit else "")
    begin, end = getattr(having[0], name), getattr(having[-1], name)
    placed = months_of(having[0]) is not None and months_of(having[-1]) is not None
    if (
        len(having) > 1
        and len(units) <= 1
        and placed
        and begin > 0
        and name in ("bmd_g_cm2", "value")
        and not isinstance(having[0], Score)
    ):
        change = (100 * (end / begin - 1)).quantize(_PLACES)
        text += f"; {'+' if change > 0 else ''}{change} % from first to last (computed)".replace("-", "−")
    return text


def _sides(heard: Heard) -> tuple[str, ...]:
    if heard.has("high") and not heard.has("low"):
        return ("high",)
    if heard.has("low") and not heard.has("high"):
        return ("low",)
    if "normal" in heard.values("abnormal"):
        return ("normal",)
    return ("low", "high")


def _things(records: Sequence[Record]) -> dict[str, tuple[object, ...]]:
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


def _with_pain_scores(records: Sequence[Record], session: Session) -> list[Record]:
    """Whether the pain got better is told by its scores, not by its being there."""
    pain = [one for one in records if isinstance(one, Finding) and "pain" in one.concept]
    if not pain or any(not isinstance(one, Finding) for one in records):
        return [one for one in records if not isinstance(one, Finding)] or list(records)
    scores = [one for one in session.case.scores if one.name in PAIN_SCALES]
    return [*in_time(scores)] or list(records)


def _close(months: Decimal | None, wanted: Decimal) -> bool:
    return months is not None and abs(months - wanted) <= 1
