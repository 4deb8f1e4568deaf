"""Dates as people say them: in words, with the year in two figures or without it, and in figures of either order."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from typing import NamedTuple

__all__ = ["SpokenDate", "dated_plainly", "month_span", "month_without_year", "no_day", "open_date", "spoken_dates"]

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_MONTH = "|".join((*_NAMES, "sept", *(name[:3] for name in _NAMES)))
_YEAR = r"(?:19|20)\d\d"
_WORDS = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})\b\.?"
    rf"(?:\s+(?P<late>\d{{1,2}})(?:st|nd|rd|th)?\b(?=,?\s+{_YEAR}|\s*$|\s*[?,;.]))?"
    rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b|\s+['’]?(?P<short>[0-4]\d)\b(?!\s*(?:mg|mcg|µg|ug|ng|pg|iu|%|/|\.)))?",
    re.IGNORECASE,
)
_ISO = re.compile(rf"\b(?P<year>{_YEAR})[-/.](?P<month>0?[1-9]|1[0-2])(?:[-/.](?P<day>[0-3]?\d))?\b")
_FIGURES = re.compile(r"(?<![\d/.])(?P<one>\d{1,2})([/.-])(?P<two>\d{1,2})\2(?P<year>(?:19|20)?\d\d)\b(?![/.]\d)")
_MONTH_YEAR = re.compile(rf"(?<![\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>{_YEAR})\b(?!/)")
_ONLY_YEAR = re.compile(rf"(?<![\d./-])(?P<year>{_YEAR})\b(?!\s*(?:mg|mcg|iu|units?|%)|[./]\d)", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<!\w)['’](?P<short>[0-4]\d)\b")
_LEAD = re.compile(r"\b(?:in|of|from|since|until|till|the|by|last|this|on|and|during)\s+$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|instead of|rather than|from)\s+(?:in\s+|on\s+|the\s+)?$", re.IGNORECASE)
_CENTURY = 2000
_MONTHS = 12


class SpokenDate(NamedTuple):
    """A date and where it stands in the utterance."""

    span: tuple[int, int]
    date: str
    """ISO, as far as it is said."""


def spoken_dates(say: str, known: Collection[str], day_first: bool | None = None) -> list[SpokenDate]:
    """The dates of an utterance in their order.

    Args:
        say: what was said.
        known: ISO dates of the case: they tell the order of 06/04/2021 and the year of a month.
        day_first: how the notes of the case write such dates; null where they do not tell.
    """
    found: list[SpokenDate] = []
    for one in (*_iso(say), *_figures(say, known, day_first), *_month_years(say), *_words(say, known), *_years(say)):
        if not any(one.span[0] < other.span[1] and other.span[0] < one.span[1] for other in found):
            found.append(one if _is_day(one.date) else SpokenDate(one.span, one.date[: len("2020-02")]))
    return sorted(found)


def no_day(say: str, known: Collection[str]) -> str | None:
    """The first date that no calendar has, as typed: ``31 February 2020``; it is read as its month."""
    dates = (*_iso(say), *_figures(say, known, None), *_words(say, known))
    return next((say[slice(*one.span)].strip() for one in dates if not _is_day(one.date)), None)


def _is_day(date: str) -> bool:
    year, month, day = (int(part) for part in f"{date}-01-01"[: len("2020-02-28")].split("-"))
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1]


def month_without_year(say: str) -> tuple[int, int | None] | None:
    """``on 11 November``: month and day of a date whose year is not said, and which is not denied."""
    match = next((one for one in _open_months(say) if not _DENIED.search(say[: one.start()])), None)
    if match is None:
        return None
    day = match["day"] or match["late"]
    return _number(match), int(day) if day else None


def month_span(say: str) -> tuple[int, int]:
    """Where a date without its year stands; an empty span where there is none."""
    return next((match.span() for match in _open_months(say)), (0, 0))


def _number(match: re.Match[str]) -> int:
    return next(at for at, name in enumerate(_NAMES, start=1) if name.startswith(match["month"].lower()[:3]))


def _open_months(say: str) -> Iterator[re.Match[str]]:
    for match in _WORDS.finditer(say):
        if (
            match["year"]
            or match["short"]
            or (
                match["month"].lower() in ("may", "march", "mar")
                and not (match["day"] or match["late"] or _LEAD.search(say[: match.start()]))
            )
        ):
            continue
        yield match


def _iso(say: str) -> Iterator[SpokenDate]:
    for match in _ISO.finditer(say):
        day = f"-{int(match['day']):02d}" if match["day"] else ""
        yield SpokenDate(match.span(), f"{match['year']}-{int(match['month']):02d}{day}")


def _month_years(say: str) -> Iterator[SpokenDate]:
    for match in _MONTH_YEAR.finditer(say):
        yield SpokenDate(match.span(), f"{match['year']}-{int(match['month']):02d}")


def dated_plainly(words: str, known: Collection[str], day_first: bool | None) -> str:
    """Words with their slashed dates as ISO dates, read in the order in which the case writes them."""
    for span, date in reversed(list(_figures(words, known, day_first))):
        words = f"{words[: span[0]]}{date}{words[span[1] :]}"
    return words


def open_date(say: str) -> str | None:
    """The first date in figures that can be read in two ways, as typed."""
    return next(
        (
            match.group()
            for match in _FIGURES.finditer(say)
            if max(int(match["one"]), int(match["two"])) <= _MONTHS and int(match["one"]) != int(match["two"])
        ),
        None,
    )


def _figures(say: str, known: Collection[str], day_first: bool | None) -> Iterator[SpokenDate]:
    for match in _FIGURES.finditer(say):
        one, two = int(match["one"]), int(match["two"])
        year = int(match["year"]) if len(match["year"]) == 4 else _CENTURY + int(match["year"])
        orders = [(two, one), (one, two)]  # (month, day): day first, then month first
        orders = orders[::-1] if day_first is False else orders
        dates = [f"{year}-{month:02d}-{day:02d}" for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31]
        if dates:
            yield SpokenDate(match.span(), _likelier(dates, known, told=day_first is not None))


def _likelier(dates: list[str], known: Collection[str], *, told: bool) -> str:
    """The reading that is a date of the case; then that of its order; else the one whose month the case knows."""
    for places in (10,) if told else (10, 7):
        fitting = [
            one for one in dates if any(one[:places] == other[:places] for other in known if len(other) >= places)
        ]
        if fitting:
            return fitting[0]
    return dates[0]


def _words(say: str, known: Collection[str]) -> Iterator[SpokenDate]:
    for match in _WORDS.finditer(say):
        number = next(at for at, name in enumerate(_NAMES, start=1) if name.startswith(match["month"].lower()[:3]))
        day, year = match["day"] or match["late"], match["year"]
        figures = match["short"] or match["late"]
        if year is None and figures:  # ``oct 22``: a year where the case has it, or a day stands before it; else a day
            guess = f"{_CENTURY + int(figures)}-{number:02d}"
            if (
                match["day"]
                or any(mark in match.group() for mark in "'’")
                or any(one.startswith(guess) for one in known)
            ):
                year, day = guess[:4], match["day"]
            else:
                day = figures
        if year is None:
            year = _year_of(number, int(day) if day else None, known)
            plain = match["month"].lower() in ("may", "march", "mar", "sec", "jan", "dec")
            if year is None or (plain and not day and not _LEAD.search(say[: match.start()])):
                continue
        shown = f"-{int(day):02d}" if day else ""
        yield SpokenDate(match.span(), f"{year}-{number:02d}{shown}")


def _year_of(month: int, day: int | None, known: Collection[str]) -> str | None:
    """The one year in which the case has this month."""
    place = f"-{month:02d}" + (f"-{day:02d}" if day else "")
    years = {one[:4] for one in known if one[4:].startswith(place)} or {
        one[:4] for one in known if one[4:7] == f"-{month:02d}"
    }
    return years.pop() if len(years) == 1 else None


_OF_DOSE = r"(?:mg|mcg|µg|ug|iu|units?|g)"
_AGAINST = r"(?:not|instead of|rather than|to|from|->|→|than|into)"
_DOSE_BEFORE = re.compile(rf"\d\s*{_OF_DOSE}\b[,\s]*(?:and\s+|but\s+)?{_AGAINST}\s*$", re.IGNORECASE)
_DOSE_BEHIND = re.compile(rf"\s*,?\s*{_AGAINST}\s*\d+\s*{_OF_DOSE}\b", re.IGNORECASE)


def _years(say: str) -> Iterator[SpokenDate]:
    for match in _ONLY_YEAR.finditer(say):
        if _DOSE_BEFORE.search(say[: match.start()]) or _DOSE_BEHIND.match(say, match.end()):
            continue  # ``1000 IU, not 2000``
        yield SpokenDate(match.span(), match["year"])
    for match in _SHORT_YEAR.finditer(say):
        yield SpokenDate(match.span(), f"{_CENTURY + int(match['short'])}")
