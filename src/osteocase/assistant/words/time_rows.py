"""Several times in one row with a name: ``at 6 and 12 months``, ``of 2021 and 2023``, ``the first and the last P1NP``.

A wish that is of several times is said once for each of them, so that none is passed over.
"""

from __future__ import annotations

import re

__all__ = ["for_each_time"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_UNIT = r"(?:months?|mo|weeks?|years?)"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d))"
_SEEN = r"(?:visit|appointment|consultation|consult|clinic|review|follow[-\s]?up)\b"
_TIME = (
    rf"(?:{_DAY},?\s+{_YEAR}|{_MONTH}\s+{_YEAR}|\d{{4}}-\d\d(?:-\d\d)?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|{_YEAR}"
    rf"|(?:month|week|year)\s+\d+|\d+(?:\.\d+)?[\s-]*{_UNIT}\b|baseline"
    rf"|(?:the\s+)?(?:first|second|third|last|latest|final|baseline)\s+{_SEEN})"
)
_AND = r"\s*(?:,\s*(?:and\s+)?|\band\b|&|\bas well as\b|\bplus\b)\s*"
_AT = r"(?:(?:at|in|of|from|on|for)\s+)?"
_ROW = re.compile(rf"\b(?P<at>{_AT})(?P<row>{_TIME}(?:{_AND}(?:also\s+)?{_AT}{_TIME})+)(?![\w/])", re.IGNORECASE)
_ONE = re.compile(rf"(?P<at>{_AT})(?P<time>{_TIME})", re.IGNORECASE)
_ORDER = rf"(?:first|second|third|fourth|last|latest|final|baseline|{_YEAR}|\d+[\s-]months?)"
_ORDERS = re.compile(
    rf"(?<!at )(?<!of )(?<!in )(?<!from )\b(?:the\s+)?(?P<one>{_ORDER})\s+(?:and|&)\s+(?:the\s+)?(?P<other>{_ORDER})"
    r"(?=\s+(?!(?:and|visit)\b)[a-z])",
    re.IGNORECASE,
)
_SHARED = tuple(
    (re.compile(pattern, re.IGNORECASE), rf"\g<one>{shared}\g<and>{front}\g<other>{shared}")
    for pattern, front, shared in (
        (rf"\b(?P<one>\d+)(?P<and>{_AND})(?P<other>\d+)(?P<shared>[\s-]*{_UNIT})\b", "", r"\g<shared>"),
        (rf"\b(?<=month )(?P<one>\d+)(?P<and>{_AND})(?P<other>\d+)\b(?P<shared>)(?!\s*{_UNIT})", "month ", ""),
        (
            rf"\b(?P<one>the\s+(?:first|second|third|last|latest|final))(?P<and>{_AND})"
            rf"(?P<other>(?:the\s+)?(?:first|second|third|last|latest|final))(?P<shared>\s+{_SEEN})",
            "",
            r"\g<shared>",
        ),
        (rf"\b(?P<one>{_DAY})(?P<and>{_AND})(?P<other>{_DAY})(?P<shared>,?\s+{_YEAR})\b", "", r"\g<shared>"),
        (rf"\b(?P<one>{_MONTH})(?P<and>{_AND})(?P<other>{_MONTH})(?P<shared>\s+{_YEAR})\b", "", r"\g<shared>"),
    )
)
"""A unit or a year that two times share, given to each: ``6 and 12 months``, ``June and August 2022``."""
_MONTHS = re.compile(r"\bmonths(?=\s+\d+\s*(?:,|and\b|&))", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:,|;)?\s*\b(?:and|as well as|plus)\s+(?=(?:also\s+)?(?:the|her|his)\s)", re.IGNORECASE)
_VERB = re.compile(
    r"^\W*(?:(?:please|and|now|then|also|can you|could you)\s+)*\w+(?:\s+(?:off|out))?\s+", re.IGNORECASE
)
_TIMED = re.compile(rf"(?<!\w){_TIME}(?!\w)|\b{_ORDER}\b", re.IGNORECASE)
_ENDS_IN_ORDER = re.compile(rf"\b(?:the|her|his)\s+{_ORDER}\s*$", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:both|(?:all\s+)?(?:two|three|four|five|six))\b(?:\s+of)?(?:\s+the)?(?=\s+[a-z])", re.IGNORECASE
)


def for_each_time(say: str, *, bones: bool = False) -> list[str]:
    """The wish once for each time in its one row; empty where there is no row, or more than one.

    Args:
        say: the wish: ``delete the P1NP at 6 and 12 months``.
        bones: whether bones are named, which are counted as well: ``the first and second metatarsal``.
    """
    whole = _MONTHS.sub("month", say)
    if (own := _own_times(whole)) is not None:
        return own
    for shared, each in _SHARED:
        whole = shared.sub(each, whole)
    rows = list(_ROW.finditer(whole))
    if len(rows) == 1:
        row = rows[0]
        said, before = [], row["at"]
        for one in _ONE.finditer(row["row"]):
            before = one["at"] or before
            said.append(f"{_of_one(whole[: row.start()])}{before}{one['time']}{whole[row.end() :]}")
        return said
    ordered = _ORDERS.search(whole) if not rows and not bones else None
    if ordered is None:
        return []
    before, behind = _of_one(whole[: ordered.start()]), whole[ordered.end() :]
    return [f"{before}the {ordered[name]}{behind}" for name in ("one", "other")]


def _own_times(say: str) -> list[str] | None:
    """``accept the labs at month 6 and the scan at month 12``: things that each have a time of their own."""
    verb = _VERB.match(say)
    parts = _NEXT.split(say)
    if verb is None or len(parts) == 1 or not all(_TIMED.search(part) for part in parts):
        return None
    if any(_ENDS_IN_ORDER.search(part) for part in parts) or any(
        _TIMED.fullmatch(_AT_START.sub("", part).strip(" .!")) for part in parts[1:]
    ):
        return None  # ``the first and the last P1NP`` are of one thing
    wishes = [parts[0], *(f"{verb[0]}{part}" for part in parts[1:])]
    return [one for wish in wishes for one in for_each_time(wish) or [wish]]


_AT_START = re.compile(r"^(?:also\s+)?(?:the|her|his)\s+", re.IGNORECASE)


def _of_one(before: str) -> str:
    """``both RDQ results`` are two of which each time has one."""
    return _BOTH.sub("the", before)
