"""When something of the case happened, by the words that name it: ``the last dose of denosumab``, ``surgery``, ``L2``.

The records tell it, and for the beginning of a drug the sentences too (``on prednisolone since May 2021``), where they
tell an earlier day than the records do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal
from itertools import pairwise

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.counted_doses import BONE_DRUGS
from osteocase.assistant.subjects.dated import moment_text
from osteocase.assistant.subjects.finding import select
from osteocase.assistant.subjects.passages import Passage, holds, keys_of, note_words, passages_of, stem, told_by
from osteocase.assistant.subjects.times import date_of, in_time, months_of, time_of
from osteocase.assistant.words.hearing import hear
from osteocase.assistant.words.naming import case_dates, case_names, writes_day_first
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Event, Fracture, Lab, Record, Source, Time, Treatment
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["Happened", "days_between", "happened", "told_last", "told_onset"]

_DAY = len("2024-03-05")
_LAST = re.compile(r"\b(?:last|final|latest)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:stop\w*|end(?:ed|ing)?|finish\w*|discontinu\w*|withdr\w+|complet\w+|over|off|cess\w+|wean\w+|took out|"
    r"removed)\b",
    re.IGNORECASE,
)
_WELL = re.compile(r"\b(?:recover\w*|normal\w*|back|correct(?:ed)?|resolv\w+|settl\w+|improv\w+)\b", re.IGNORECASE)
_LOWEST = re.compile(r"\b(?:lowest|nadir|minimum|trough)\b", re.IGNORECASE)
_HIGHEST = re.compile(r"\b(?:highest|peak|maximum)\b", re.IGNORECASE)
_FIRST_VISIT = re.compile(r"\b(?:first|initial)\s+(?:visit|clinic|consult\w*|appointment)\b|\bpresentation\b", re.I)
_LAST_VISIT = re.compile(
    r"\b(?:last|latest|final)\s+(?:visit|clinic|consult\w*|appointment|review|follow[- ]?up)\b|\bnow\b|\btoday\b", re.I
)
_BEGINS = re.compile(
    r"\b(?:since|start(?:ed|ing)?|begun|began|commenced|initiated|introduced|first (?:dose|given|tablet|injection)|"
    r"put on|prescribed|from)\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\bsince then\b", re.IGNORECASE)
_STOPS = re.compile(r"\b(?:stopp\w+|discontinued|ended|until|till|last|reduced|tapered|increased)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:without|no|not|never|off|try|if|unless|stop(?:ped|ping)?|instead\s+of|before|after)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""``try without the patch from September``: no beginning."""
_NEAR = 45
"""Characters between a drug and the word for its beginning, and from there to the date."""


@dataclass(frozen=True)
class Happened:
    """One thing that happened, with its day as far as it is known."""

    what: str
    date: str | None
    """ISO, as far as it is told."""
    months: Decimal | None
    """Position on the axis."""
    places: tuple[Source, ...]
    records: tuple[str, ...] = ()
    quote: Passage | None = None
    """The sentence that tells it, where no record does."""

    def at(self, session: Session) -> Decimal | None:
        """Position on the axis, from the date where only that is told."""
        if self.months is not None or self.date is None:
            return self.months
        return months_of_day(self.date, session)


def days_between(first: Happened, second: Happened) -> int | None:
    """Days from the one to the other; null unless both days are told in full."""
    if first.date is None or second.date is None or min(len(first.date), len(second.date)) < _DAY:
        return None
    return (Date.fromisoformat(second.date) - Date.fromisoformat(first.date)).days


def _day(date: str) -> Date:
    return Date.fromisoformat(f"{date}-01-01"[:_DAY] if len(date) == len("2024") else f"{date}-01"[:_DAY])


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
    if not own:
        return _visit(words, session) or _doses(words, session) or _told_day(words, session)
    labs = [one for one in own if isinstance(one, Lab)]
    if labs and len(labs) == len(own):
        return _results(labs, words, session)
    drugs = [one for one in own if isinstance(one, Treatment)]
    if drugs and any(hit.topic == "treatment" and hit.end > hit.start for hit in heard.hits):
        told = _drug(drugs, words, keys_of(heard, found), session)
        if told is not None:
            return [told]
    broken: list[Record] = [one for one in own if isinstance(one, Fracture)]
    events: list[Record] = [one for one in own if isinstance(one, Event)]
    for rows in (broken, events, own):
        placed = [_of(one, time_of(one), word(one).what, session) for one in in_time(rows)]
        if any(placed):
            return [one for one in placed if one is not None]
    return []


def _counts(one: Record) -> bool:
    if getattr(one, "subject", "patient") != "patient" or getattr(one, "status", "") in ("absent", "possible"):
        return False
    return not (isinstance(one, Treatment) and one.status in ("mentioned", "contraindicated", "declined", "planned"))


def _visit(words: str, session: Session) -> list[Happened]:
    visits = in_time([one for one in session.case.events if one.kind == "visit" and months_of(one) is not None])
    first, last = _FIRST_VISIT.search(words), _LAST_VISIT.search(words)
    if not visits or not (first or last):
        return []
    one = visits[0] if first else visits[-1]
    told = _of(one, time_of(one), "first visit" if first else "last visit", session)
    return [told] if told is not None else []


def _told_day(words: str, session: Session) -> list[Happened]:
    """What no record tells, by a sentence with its word and a date close behind: ``discharge 12.11.2021``."""
    telling = [one for one in normal_words(words) if len(one) >= _TELLING and one not in _PLAIN]
    for named in telling[:1]:
        for one in passages_of(session):
            plain = " ".join(one.text.split())
            dates = spoken_dates(plain, case_dates(session), writes_day_first(session))
            for place in re.finditer(rf"\b{re.escape(stem(named))}\w*", plain, re.IGNORECASE):
                if _DENIED.search(plain[: place.start()]):
                    continue
                near = next((date for date in dates if 0 <= date.span[0] - place.end() <= _CLOSE), None)
                if near is not None and not re.search(r"[.;]", plain[place.end() : near.span[0]]):
                    what = f"{place.group()}: {near.date}"
                    return [Happened(what, near.date, None, (one.source,), (), one)]
    return []


_CLOSE = 22
_TELLING = 5
_PLAIN = frozenset(
    ("first", "last", "start", "started", "starting", "stopped", "stopping", "after", "before", "given", "return",
     "returned", "patient", "their", "there", "which", "visit", "recover", "recovered", "normal", "began", "begin")
)  # fmt: skip


def _doses(words: str, session: Session) -> list[Happened]:
    """``the last dose``, of whichever drug for the bones it was."""
    if not _DOSE.search(words):
        return []
    drugs = [one for one in session.case.treatments if one.drug_class in BONE_DRUGS and _counts(one)]
    told = [_drug([one], words, [normal_words(one.name)], session) for one in drugs]
    return [one for one in told if one is not None]


_DOSE = re.compile(r"\b(?:dose|injection|infusion|tablet|treatment|therapy)\b", re.IGNORECASE)


def _of(record: Record, time: Time | None, what: str, session: Session) -> Happened | None:
    if time is None or (time.months is None and time.date is None):
        return None
    shown = f"{what}: {moment_text(time, record, session)}"
    return Happened(shown, date_of(time, record, session), time.months, (record.source,), (record.id,))


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


def _drug(drugs: Sequence[Treatment], words: str, keys: Sequence[tuple[str, ...]], session: Session) -> Happened | None:
    """The end of a drug for its last dose, else its beginning."""
    if _ENDS.search(words) or _LAST.search(words):
        ended = [one for one in drugs if one.stop is not None]
        for one in ended:
            what = f"{one.name} {'last given' if _LAST.search(words) and not _ENDS.search(words) else 'stopped'}"
            told = _of(one, one.stop, what, session)
            if told is not None:
                return told
        return told_last(keys, drugs[0].name, session) if _LAST.search(words) else None
    begun = [one for one in drugs if one.start is not None and one.start.months is not None]
    begun.sort(key=lambda one: (one.start.months if one.start else None) or Decimal(0))
    first = next((_of(one, one.start, f"{one.name} started", session) for one in begun), None)
    told = told_onset(keys, drugs[0].name, session)
    if told is None or told.date is None or (first is not None and _not_later(first, told.date, session)):
        return first
    return told


def _not_later(first: Happened, date: str, session: Session) -> bool:
    """Whether a record begins no later than a sentence tells."""
    if first.date is not None:
        return first.date[: len(date)] <= date
    told = Happened("", date, None, ()).at(session)
    return told is None or (first.months or Decimal(0)) <= told


def told_last(keys: Sequence[tuple[str, ...]], name: str, session: Session) -> Happened | None:
    """The last dose by the words of a note: by their date, or on the day of the note (``last dose this morning``)."""
    days = {note.id: note.date for note in session.case.notes}
    for one in reversed(told_by(keys, _LAST_DOSE, session)):
        match = _LAST_DOSE.search(one.text)
        if match is None:
            continue
        dates = spoken_dates(one.text, case_dates(session), writes_day_first(session))
        near = next((date.date for date in dates if 0 <= date.span[0] - match.end() <= _NEAR), None)
        near = near or (days.get(one.note) if _TODAY.match(one.text, match.end()) else None)
        if near is not None:
            return Happened(f"{name} last given: {near}", near, None, (one.source,), (), one)
    return None


_TODAY = re.compile(r"\s+(?:was\s+|given\s+|taken\s+)*(?:today|this\s+(?:morning|afternoon|evening))\b", re.IGNORECASE)
_LAST_DOSE = re.compile(r"\b(?:last|latest|most recent)\s+(?:dose|injection|infusion|given)\b", re.IGNORECASE)


def told_onset(keys: Sequence[tuple[str, ...]], name: str, session: Session) -> Happened | None:
    """The earliest beginning of a drug that a sentence dates: ``on it since May 2021``; null where none does."""
    dated = [(date, one) for one in passages_of(session) if (date := _onset_in(one.text, keys, session)) is not None]
    if not dated:
        return None
    date, passage = min(dated, key=lambda pair: pair[0])
    return Happened(f"{name} since {date}", date, None, (passage.source,), (), passage)


def _onset_in(text: str, keys: Sequence[tuple[str, ...]], session: Session) -> str | None:
    plain = " ".join(text.split())
    dates = spoken_dates(plain, case_dates(session), writes_day_first(session))
    found: list[str] = []
    for place in _places(plain, keys):
        if _DENIED.search(plain[: place[0]]):
            continue
        for cue in _BEGINS.finditer(plain):
            gap = plain[min(place[1], cue.end()) : max(place[0], cue.start())]
            if len(gap) > _NEAR or _STOPS.search(gap) or "." in gap or ";" in gap:
                continue
            if _THEN.match(plain, cue.start()):
                found += [one.date for one in dates if one.span[1] <= place[0]][-1:]
                continue
            behind = max(cue.end(), place[1]) if place[0] - cue.end() <= 1 and place[0] >= cue.end() else cue.end()
            near = next((one for one in dates if 0 <= one.span[0] - behind <= _NEAR // 2), None)
            if near is not None and not _STOPS.search(plain[behind : near.span[0]]):
                found.append(near.date)
    return min(found, default=None)


def _places(text: str, keys: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    for key in keys:
        if holds(text, key):
            for match in re.finditer(r"\W+".join(map(re.escape, key)), text, re.IGNORECASE):
                yield match.span()
