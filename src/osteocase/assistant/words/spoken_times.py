"""Times and numbers as people say them, and which of them are denied: ``at 6 months, not 12``, ``49, no sorry, 94``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.words.spoken_dates import SpokenDate

__all__ = ["DENIAL", "NUMBER_WORDS", "day_of", "is_denied", "last_few", "right_date", "times"]

_NEAR = 40
"""Characters behind a word within which what it leads to stands."""
NUMBER_WORDS: dict[str, int | Decimal] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty": 20, "half": Decimal("0.5"),
}  # fmt: skip
_COUNT = r"\d+(?:\.\d+)?|half an?|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_PAIR = re.compile(
    r"\b(?:months?\s+)?(?P<first>\d+(?:\.\d+)?)\s*(?:and|to|vs\.?|versus|or|[-–])\s*(?:months?\s+)?(?P<second>\d+(?:\.\d+)?)"
    r"[\s-]*(?P<unit>weeks?|months?|years?)\b"
    r"|\bmonths?\s+(?P<third>\d+)\s*(?:and|to|vs\.?|versus|[-–])\s*(?:months?\s+)?(?P<fourth>\d+)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<count>{_COUNT})[\s-]*(?P<unit>weeks?|wk|months?|mo|years?|yrs?)\b(?![\s-]+old)", re.IGNORECASE
)
_AFTER = re.compile(r"\b(?:after|at|within)\s+$", re.IGNORECASE)
_COUNTED_FROM = re.compile(r"\s+(?:after|before|later|post|following|prior)\b", re.IGNORECASE)
_MONTH_START = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = re.compile(r"\bon the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b(?!\s+(?:of|" + _MONTH_START + r"))", re.IGNORECASE)
_MONTH = re.compile(r"\bmonth\s+(?P<count>\d+(?:\.\d+)?)\b", re.IGNORECASE)
_FEW = r"two|three|four|five|six|[2-9]"
_LAST_FEW = re.compile(
    rf"\b(?P<few>{_FEW})\s+(?:most recent|last|latest|newest)\b"
    rf"|\b(?:last|latest)\s+(?P<many>{_FEW})\b(?!\s*(?:months|weeks|years))",
    re.IGNORECASE,
)
_YEAR_NUMBER = re.compile(r"\b(?:year|yr)\s+(?P<count>[1-9]|1\d)\b(?!\s*(?:of|months?|years?)\b|[./])", re.IGNORECASE)
"""``year 1 vs year 2``: of the follow-up."""
_BARE = re.compile(
    r"\b(?:(?:than|vs\.?|versus|against|compared (?:to|with))\s+(?:at\s+|that at\s+)?|at\s+)"
    r"(?P<count>\d{1,3})(?=\s*(?:$|[?,;]|compared|vs\b|versus\b|than\b|and\b))",
    re.IGNORECASE,
)
"""A second time whose unit is that of the first."""
_MONTHS_OF = {"w": Decimal(12) / Decimal(52), "m": Decimal(1), "y": Decimal(12)}
DENIAL = re.compile(
    r"\b(?:not|rather than|instead of|and not|never|no longer|from)\s+(?:(?:the|a|an|her|his|in|on|at)\s+)?$",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|instead of|rather than|from|and not|typed|mistyped as|written as|recorded as|isn['’]?t|no longer|never)"
    r"\s+(?:was\s+|is\s+|the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_WAS_WRONG = re.compile(
    r"\s*\S{0,8}\s*(?:is|was) (?:wrong|a typo|an? (?:mis\w+|slip|error)|incorrect|false)\b", re.IGNORECASE
)
_REPAIR = re.compile(
    r"\b(?:no[, ]+sorry|no[, ]+wait|sorry[, ]+no|wait[, ]+no|i mean|sorry[, ]+i meant|correction|no[, ]+rather)\b",
    re.IGNORECASE,
)


def times(say: str, dates: list[tuple[int, int]]) -> tuple[list[tuple[int, Decimal]], list[tuple[int, int]]]:
    """(offset, months) of each time that is said, and the places that are no numbers then."""
    found: list[tuple[int, Decimal]] = []
    taken: list[tuple[int, int]] = list(dates)
    for match in _PAIR.finditer(say):
        if any(start < match.end() and match.start() < end for start, end in dates):
            continue
        unit = _MONTHS_OF[(match["unit"] or "months")[0].lower()]
        counts = (match["first"] or match["third"], match["second"] or match["fourth"])
        found += [(match.start() + place, Decimal(count) * unit) for place, count in enumerate(counts)]
        taken.append(match.span())
    for match in _SPAN.finditer(say):
        if any(start <= match.start() < end for start, end in taken):
            continue
        text = match["count"].lower()
        counted = _AFTER.search(say[: match.start()]) or _COUNTED_FROM.match(say[match.end() :])
        if text in ("a", "an") and match["unit"][0].lower() == "w" and not counted:
            continue  # ``two glasses a week``
        count = Decimal("0.5") if text.startswith("half") else Decimal(NUMBER_WORDS.get(text, text))
        found.append((match.start(), count * _MONTHS_OF[match["unit"][0].lower()]))
        taken.append(match.span())
    for match in _YEAR_NUMBER.finditer(say):
        if not any(start <= match.start() < end for start, end in taken):
            found.append((match.start(), 12 * Decimal(match["count"])))
            taken.append(match.span())
    for match in _MONTH.finditer(say):
        if any(start <= match.start() < end for start, end in taken):
            continue
        found.append((match.start(), Decimal(match["count"])))
        taken.append(match.span())
    if len(found) == 1:  # ``lower at 12 months than at 6``
        for match in _BARE.finditer(say):
            if not any(start <= match.start("count") < end for start, end in taken):
                found.append((match.start("count"), Decimal(match["count"])))
                taken.append(match.span("count"))
                break
    return sorted(found), taken


_DAY_OF_MONTH = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)


def _in_date(day: re.Match[str], dates: Sequence[SpokenDate]) -> bool:
    return any(one.span[0] <= day.start() < one.span[1] for one in dates)


_NOT_BUT = re.compile(r"\bnot\b[^,;.]*?\d[^,;.]*?,?\s+but\s+", re.IGNORECASE)


def right_date(dates: Sequence[SpokenDate], say: str) -> str | None:
    """The date that is said to be right."""
    kept = [one for one in dates if not DENIAL.search(say[: one.span[0]]) or "from " in say[: one.span[0]][-6:]]
    turned = _NOT_BUT.search(say)  # ``not on 8 January but on 15 January``
    behind = [one for one in dates if turned is not None and one.span[0] >= turned.end()]
    if not kept and not behind and any(not _in_date(one, dates) for one in _DAY_OF_MONTH.finditer(say)):
        return None  # ``on 5 October, not November``: the right one is told without its year
    told = [one.date for one in (behind or kept or dates)]
    exact = [one for one in told if not any(other != one and other.startswith(one) for other in told)]
    return exact[0] if exact else None  # ``the 2020 scan was on 8 July 2020``


def last_few(say: str) -> int | None:
    """``the last three``."""
    match = _LAST_FEW.search(say)
    if match is None:
        return None
    word = (match["few"] or match["many"]).lower()
    return int(word) if word.isdecimal() else int(NUMBER_WORDS[word])


def day_of(say: str) -> int | None:
    """A day alone: ``on the 4th``."""
    for match in _DAY.finditer(say):
        if not DENIAL.search(say[: match.start()]):
            return int(match["day"])
    return None


def is_denied(say: str, start: int, end: int) -> bool:
    """``not 26.9``, or ``49, no sorry, 94``: the value that is wrong."""
    if _DENIES.search(say[:start]) or _WAS_WRONG.match(say[end:]):
        return True
    repair = _REPAIR.search(say, end)
    return repair is not None and bool(re.search(r"\d", say[repair.end() : repair.end() + _NEAR]))
