"""The day that a correction tells: a month without its year is of the year that is recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from osteocase.assistant.subjects.times import date_of, dated, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_dates import month_without_year
from osteocase.records import Record, Time, Treatment
from osteocase.review import Session

__all__ = ["of_no_year", "other_day", "which_day", "with_year"]

_WHICH_YEAR = "Of which year? Say the month with its year, such as: it was in June 2021."
_ENDS = frozenset(
    ("stopped", "ended", "finished", "completed", "discontinued", "until", "till", "off", "paused", "withdrawn", "last")
)
_YEAR_SAID = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b|\d[/.]\d\d\b")
_MONTH = len("2024-03")
_FAR = 6
"""Months between the recorded date and that of the same year from which the year is not sure any more."""


def which_day(typed: str) -> str:
    """What is asked where a date in figures can be read in two ways."""
    return f"{typed} can be read in two ways, and the notes do not tell their order. Say the month in letters."


def of_no_year(heard: Heard, records: Sequence[Record], session: Session) -> str | None:
    """What is asked where a month is said without its year, and none of the records has one."""
    untold = heard.month_day is not None and not heard.figures and heard.date is None
    return _WHICH_YEAR if untold and all(with_year(heard, one, session).date is None for one in records) else None


def with_year(heard: Heard, record: Record, session: Session) -> Heard:
    """``the operation was on 11 November``: of the year that is recorded.

    ``the scan of February 2020 was in March``: the date that is recorded only names it. A year that was guessed from
    the other dates of the case gives way to the recorded one, if that lies nearer.
    """
    told = heard.month_day or month_without_year(heard.say)
    placed = months_of(record)
    old = _recorded(heard, record, session) or (dated(placed, session, _MONTH) if placed is not None else None)
    if told is None or heard.figures or old is None:
        return heard
    month, day = told
    guessed = heard.date is not None and _YEAR_SAID.search(heard.say) is None
    if heard.date is not None and not guessed and not old.startswith(heard.date[:_MONTH]):
        return heard
    if guessed and day is not None and len(heard.date or "") <= _MONTH:
        return heard  # ``oct 22``, read as a year
    years = {old[:4], (heard.date or old)[:4]} if guessed else {old[:4]}
    year = min(sorted(years, key=lambda one: one != old[:4]), key=lambda one: _apart(one, month, old))
    if len(old) >= _MONTH and _apart(year, month, old) > _FAR:
        return heard  # ``on 1 January``, of what was in December: of which year is not told
    date = f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")
    return replace(heard, date=date, dates=(date,))


def other_day(record: Record, day: int, heard: Heard, session: Session) -> dict[str, Any]:
    """``it was on the 4th``: the day of the date that is recorded."""
    name = _name(heard, record)
    date = _recorded(heard, record, session)
    if date is None or len(date) < len("2024-03-05"):
        return {}
    date = f"{date[:8]}{day:02d}"
    return {name: Time(text=date, kind="date", date=date)}


def _name(heard: Heard, record: Record) -> str:
    if not isinstance(record, Treatment):
        return "time"
    return "stop" if _ENDS & set(heard.words) and (record.stop is not None or record.start is None) else "start"


def _recorded(heard: Heard, record: Record, session: Session) -> str | None:
    times = [getattr(record, name, None) for name in (_name(heard, record), "time", "stop", "start")]
    return next((date for time in times if isinstance(time, Time) and (date := date_of(time, record, session))), None)


def _apart(year: str, month: int, old: str) -> int:
    if len(old) < _MONTH:
        return abs(int(year) - int(old[:4]))
    return abs((int(year) - int(old[:4])) * 12 + month - int(old[5:7]))
