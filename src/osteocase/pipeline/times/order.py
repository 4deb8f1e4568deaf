"""Whether a note writes 3/5/2021 day first or month first, and how one knows."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import IndexedText, WordPattern

__all__ = [
    "SLASHED",
    "DayOrder",
    "day_order",
    "is_open",
    "named_date",
    "named_day_first",
    "open_dates",
    "writes_day_first",
]

SLASHED = re.compile(r"(?<![\w./-])(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4}|\d{2})(?![\w/]|[-.]\d)")
"""A date of digits alone, whose first two numbers may be day and month in either order."""

_NAMED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-_.]?(?P<month>[01]\d)[-_.]?(?P<day>[0-3]\d)(?!\d)")
"""A date in the name of a file: year, month, day."""
_BRITISH = WordPattern(
    r"\b(?:(?i:\w{0,20}haem\w+|\w{0,20}oestr\w+|\w{0,20}paed\w+|oedema|oesoph\w+|centre|anaesth\w+|tumour|labour|coeliac|"
    r"leukaemi\w+|hypocalcaemi\w+|hypercalcaemi\w+|anaemi\w+|paracetamol|adcal)|GP|NHS|NOK|TDS|QDS|A&E|\d{1,2}/52)\b"
)

_WITHOUT_YEAR = re.compile(
    r"\b(?:bloods?|labs?|MRI|CT|DE?XA|XR|x-?rays?|films?|scan(?:ned)?|seen|results?|since|on|from)\s"
    r"(?P<first>0?[1-9]|[12]\d|3[01])/(?P<second>0?[1-9]|[12]\d|3[01])(?![\w/%]|\.\d)(?=\s?[-–:;,.)\n]|\s[A-Za-z]|\Z)",
    re.IGNORECASE,
)
"""``MRI 17/3 - T9 acute``, ``bloods 3/17:``: a day without its year, which may be one in one order only."""

_REASONS = {
    "given": "it was said from outside the note",
    "date": "another date of the note can be read in one way only",
    "name": "in this order one of them is the date in the name of the note",
    "spelling": "the note's spelling is British",
    "assumed": "nothing tells the order, so it is assumed",
}


class DayOrder(NamedTuple):
    """The order of the slashed dates of a note, and what tells it."""

    day_first: bool
    reason: Literal["given", "date", "name", "spelling", "assumed"]
    proof: str | None = None
    """The words that tell it."""

    @property
    def told(self) -> str:
        """The order and its reason in words, for people."""
        order = "day before month" if self.day_first else "month before day"
        return f"{order}: {_REASONS[self.reason]}" + (f" ({self.proof})" if self.proof else "")


def day_order(text: str, given: bool | None = None, *, name: str = "") -> DayOrder:
    """How the slashed dates of a text are read: as given, else as its other dates, its name or its spelling tell."""
    if given is not None:
        return DayOrder(given, "given")
    for match in SLASHED.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 >= second:
            return DayOrder(True, "date", match.group())
        if second > 12 >= first:
            return DayOrder(False, "date", match.group())
    named = named_day_first(name, text)
    if named is not None:
        return DayOrder(named, "name", name)
    short = {int(match["first"]) > 12: match for match in _WITHOUT_YEAR.finditer(text) if _is_settled(match)}
    if len(short) == 1:
        ((is_day_first, match),) = short.items()
        return DayOrder(is_day_first, "date", match["first"] + "/" + match["second"])
    spelling = _BRITISH.first(IndexedText(text))
    if spelling is not None:
        return DayOrder(True, "spelling", spelling.group())
    return DayOrder(False, "assumed")


def _is_settled(match: re.Match[str]) -> bool:
    return (int(match["first"]) > 12) != (int(match["second"]) > 12)


def writes_day_first(text: str) -> bool | None:
    """True where some slashed date of a text can only be day/month/year, False where one can only be month/day/year,
    None where no date tells."""
    order = day_order(text)
    return order.day_first if order.reason == "date" else None


def named_day_first(name: str, text: str) -> bool | None:
    """The order in which an open date of a note is the date in its name: ``10/05/2023`` in ``2023-05-10.txt``.

    None where the name holds no such date, and where a date of the text tells the order by itself.
    """
    named = _NAMED.search(name)
    if named is None or named["day"] == named["month"]:
        return None
    day, month = int(named["day"]), int(named["month"])
    orders = set()
    for match in SLASHED.finditer(text):
        numbers = int(match["first"]), int(match["second"])
        if max(numbers) > 12:
            return None
        if match["year"][-2:] == named["year"][-2:] and numbers in ((day, month), (month, day)):
            orders.add(numbers == (day, month))
    return orders.pop() if len(orders) == 1 else None


def named_date(name: str) -> str | None:
    """ISO date in the name of a note, ``2021-09-01_follow-up``; None where it holds none or several."""
    found = {(match["year"], match["month"], match["day"]) for match in _NAMED.finditer(name)}
    if len(found) != 1:
        return None
    try:
        return date(*map(int, found.pop())).isoformat()
    except ValueError:
        return None


def is_open(written: str) -> bool:
    """Whether a date as written can be read in two ways: ``3/5/2021``, not ``23/5/2021`` and not ``5/5/2021``."""
    match = SLASHED.fullmatch(written)
    return (
        match is not None
        and max(int(match["first"]), int(match["second"])) <= 12
        and match["first"].lstrip("0") != match["second"].lstrip("0")
    )


def open_dates(text: str) -> list[str]:
    """The dates of a text that can be read in two ways, as written."""
    return [match.group() for match in SLASHED.finditer(text) if is_open(match.group())]
