"""What happened at a time: ``what happened in April 2022?``, ``anything in Oct 2021?``, with the words of its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.finding import Selection, same_thing
from osteocase.assistant.subjects.passages import Passage, passages_of, quoted, sentence_span
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import at_time, in_time
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Fracture, Lab, Record, Score, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["HAPPENED", "asks_happenings", "happenings", "in_order"]

HAPPENED = re.compile(
    r"\b(?:what(?:['’]?s|\s+has|\s+had|\s+else)?\s+(?:happened|occurred)|what\s+(?:went|was going)\s+on|"
    r"what\s+took\s+place|"
    r"what\s+(?:all\s+)?was\s+done|what\s+did\s+(?:they|we|you)\s+do|what\s+was\s+(?:new|found|up)|"
    r"what\s+do\s+we\s+(?:know|have)|"
    r"anything(?:\s+(?:happen\w*|new|done|else|recorded|noted))?\s+(?:in|on|at|around|from|during)|"
    r"events?|happenings|goings on|"
    r"did anything happen|what\s+about|(?:what|how)\s+(?:was|were|is|are)\s+(?:she|he|things|it|the patient)|"
    r"how\s+did\s+(?:she|he|things|it|the patient)\s+(?:do|go|get on|fare|feel))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^\W*(?:(?:and|so|ok|okay|but)\W+)*(?:what|how)\s+about\b", re.IGNORECASE)
_MEASURED = ("analyte", "bmd_site", "score")
_FEW = 4
"""Records up to which the sentences of that time are quoted beside them."""
_MOST = 6
_DAY = re.compile(r"\bday\s+(?P<day>\d{1,2})\b", re.IGNORECASE)
_WHEN_OVER = re.compile(
    r"\bhappened\b[^?]*\bwhen\b[^?]*\b(?:stopped|ended|finished|came\s+off|was\s+over|wore\s+off|discontinued|paused)\b",
    re.I,
)
"""``what happened when it was stopped?``: behind it."""
_SAME_DAY = Decimal("0.02")
_NEXT = 8
"""Things that are told of what followed upon another one."""
_CLINICAL = frozenset(
    ("analyte", "score", "site", "bone", "level", "measure", "concept", "agent", "modality", "subject")
)
_REPEATS = ("treatment_start", "treatment_stop", "fracture", "surgery", "lost_to_follow_up", "loss_to_follow_up")
"""Events that repeat what a record of its own tells."""


_ORDER: dict[type[Record], int] = {Event: 0, Fracture: 1, Treatment: 2}


def asks_happenings(heard: Heard, found: Selection, last: Heard | None = None) -> bool:
    """Whether it is asked what was at a time, and nothing is named.

    Args:
        heard: what is said.
        found: what it names.
        last: what was spoken of before, which ``what about in 2022?`` goes on with.
    """
    if last is not None and _GOES_ON.match(heard.say) and any(hit.topic in _MEASURED for hit in last.hits):
        return False
    if found.arguments.keys() & _CLINICAL or heard.has("correct", "add", "delete", "accept", "defer", "patient_field"):
        return False
    if found.arguments.get("list", "all") != "all" and heard.values("record_kind") != ("events",):
        return False
    timed = heard.date is not None or heard.months is not None or heard.moment is not None
    timed = timed or _DAY.search(heard.say) is not None
    return timed and bool(HAPPENED.search(heard.say)) and not heard.figures


def happenings(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """Everything of that time, the events first; null where nothing of that kind is asked."""
    if not asks_happenings(heard, found):
        return None
    if heard.moment is not None and heard.moment.relation == "at" and _WHEN_OVER.search(heard.say):
        heard = replace(heard, moment=replace(heard.moment, relation="after"))
    if heard.moment is not None and heard.moment.relation == "after":  # also what came on the same day
        heard = replace(heard, moment=replace(heard.moment, slack=min(heard.moment.slack, _SAME_DAY)))
    everything = [one for one in case_records(session.case) if getattr(one, "subject", "patient") == "patient"]
    there, told_by = at_time(everything, heard, session, same_thing)
    day = _DAY.search(heard.say)
    if (
        day is not None
        and "day" not in told_by
        and heard.date is None
        and heard.months is None
        and heard.moment is None
    ):
        there = []
    there = [one for one in there if not (isinstance(one, Treatment) and one.status == "mentioned")]
    after = heard.moment is not None and heard.moment.relation == "after"
    there = in_time(_once(there), session) if after else in_order(there, session)
    measured = [one for one in there if isinstance(one, Lab | Bmd | Score)]
    others = [one for one in there if one not in measured]
    span = heard.moment is not None and heard.moment.relation in ("between", "after")
    rest = f"\n{len(measured)} values were measured in that time; ask for them by name." if span else ""
    if not (span and others and len(measured) > _MOST):
        rest, others = "", [*others, *measured]
    shown = others[:_NEXT] if after else others
    rest = f"\n… and {len(others) - _NEXT} more later.{rest}" if len(shown) < len(others) else rest
    whole_year = heard.date is not None and len(heard.date) == len("2024")
    few = len([one for one in shown if one not in measured]) <= _FEW and (after or not rest)
    words = _sentences(heard, session) if few and not whole_year else []
    if day is not None:
        nth = re.compile(rf"\bday\s*{day['day']}\b", re.IGNORECASE)
        words = [one for one in passages_of(session) if nth.search(one.text)] or words
    close = [] if words or not after else _close_behind(heard, session)
    words = words or close
    if not words and few:
        told_of = [one for one in shown if one not in measured]
        words = list(dict.fromkeys(Passage(one.source.note, *sentence_span(one.source, session)) for one in told_of))
    if not shown and not words:
        return Reply("Nothing is told of that time.")
    told = of_records(f"{lines(shown)}{rest}", shown) if shown else Reply("")
    if not words:
        return told
    said = quoted(words[:_MOST])
    text = f"{told.text}\n{said.text}" if told.text else said.text
    text = f"{said.text}\nLater:\n{told.text}" if close and told.text else text
    return Reply(text, tuple(dict.fromkeys((*told.sources, *said.sources))), told.records)


def _close_behind(heard: Heard, session: Session) -> list[Passage]:
    """``vomiting the same night``: what the notes of those days tell as coming right after it."""
    at = heard.moment.months if heard.moment is not None else Decimal(0)
    places = {note.id: months_of_day(note.date, session) for note in session.case.notes if note.date is not None}
    near = {name for name, place in places.items() if place is not None and 0 <= place - at <= _DAYS_BEHIND}
    return [one for one in passages_of(session) if one.note in near and _RIGHT_AFTER.search(one.text)]


_DAYS_BEHIND = Decimal("0.5")
_RIGHT_AFTER = re.compile(
    r"\b(?:(?:same|next|following|that)\s+(?:night|day|evening|morning|afternoon)|afterwards|hours?\s+later|overnight|"
    r"(?:on\s+)?day\s+[1-7]\b|post-?(?:infusion|injection|op\w*))",
    re.IGNORECASE,
)


def in_order(records: Sequence[Record], session: Session) -> list[Record]:
    """Events, fractures and treatments before the rest, each in the order of time and told once."""
    there = in_time(_once(records), session)
    return sorted(there, key=lambda one: _ORDER.get(type(one), len(_ORDER)))


def _once(records: Sequence[Record]) -> list[Record]:
    """Without events that repeat a record, and without the bare visit where there is more."""
    facts = [one for one in records if not isinstance(one, Event)]
    kept = [one for one in records if not (isinstance(one, Event) and one.kind in _REPEATS and _is_told(one, facts))]
    without = [one for one in kept if not (isinstance(one, Event) and one.kind == "visit")]
    return without or kept


def _is_told(event: Event, facts: Sequence[Record]) -> bool:
    if event.kind == "fracture":
        return any(isinstance(one, Fracture) for one in facts)
    if event.kind in ("treatment_start", "treatment_stop", "surgery"):
        return any(isinstance(one, Treatment) for one in facts)
    return any(getattr(one, "concept", "").replace("lost_", "loss_") == event.kind for one in facts)


def _sentences(heard: Heard, session: Session) -> list[Passage]:
    """The sentences of the notes of that day or month."""
    if heard.date is None and heard.months is None:
        return []  # of what came before or after something: its own sentences
    dates = {note.id: note.date or "" for note in session.case.notes}
    if heard.date is not None:
        notes = {name for name, date in dates.items() if date.startswith(heard.date)}
    else:
        at = heard.months if heard.months is not None else Decimal(-1)
        points = [one for one in session.case.timepoints if one.months is not None and abs(one.months - at) < 1]
        notes = {name for name, date in dates.items() if date and any(one.date == date for one in points if one.date)}
    return [one for one in passages_of(session) if one.note in notes and len(one.text.split()) > 2]
