"""When something was, by the sentences of the notes: the last dose, the beginning of a drug, a day beside its word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal

from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.passages import Passage, holds, passages_of, stem, told_by
from osteocase.assistant.words.naming import case_dates, writes_day_first
from osteocase.assistant.words.spoken_dates import spoken_dates
from osteocase.lexicon.normal import normal_words
from osteocase.records import Source
from osteocase.review import Session

__all__ = ["Happened", "days_between", "told_day", "told_last", "told_onset", "told_stay"]

_DAY = len("2024-03-05")
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


def told_day(words: str, session: Session) -> list[Happened]:
    """What no record tells, by a sentence with its word and a date close behind: ``discharge 12.11.2021``."""
    telling = [one for one in normal_words(words) if len(one) >= _TELLING and one not in _PLAIN]
    for named in telling[:1]:
        for one in passages_of(session):
            plain = " ".join(one.text.split())
            dates = spoken_dates(plain, case_dates(session), writes_day_first(session))
            for place in re.finditer(rf"\b{re.escape(stem(named))}\w*", plain, re.IGNORECASE):
                if _UNDONE.search(plain[: place.start()]):
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


_UNDONE = re.compile(
    r"\b(?:without|no|not|never|try|if|unless|instead\s+of|before|after)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def told_stay(said: set[str], session: Session) -> Happened | None:
    """The day of an admission or a discharge, where a note tells it beside that word."""
    word_said = next((one for one in ("discharge", "admi") if any(token.startswith(one) for token in said)), None)
    if word_said is None:
        return None
    pattern = re.compile(rf"\b{word_said}\w*", re.IGNORECASE)
    days: dict[str, tuple[str, Passage]] = {}
    for one in passages_of(session):
        plain = " ".join(one.text.split())
        dates = spoken_dates(plain, case_dates(session), writes_day_first(session))
        for match in pattern.finditer(plain):
            near = [date.date for date in dates if 0 <= date.span[0] - match.end() <= _BESIDE]
            days |= {day: (match.group().lower(), one) for day in near if day not in days}
    if len(days) != 1:
        return None
    day, (name, passage) = next(iter(days.items()))
    return Happened(f"{name}: {day}", day, None, (passage.source,), (), passage)


_BESIDE = 5
"""Characters between such a word and its date."""
