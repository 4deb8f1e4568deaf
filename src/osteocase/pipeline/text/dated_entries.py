"""The dated entries of a record that holds several: a chart of consultations, a course of visits pasted in one go.

Each begins with a line of its own that opens with its day, ``25-Jan-2023  Bone clinic, Dr S.`` or ``Visit 22/09/2021``,
and what it calls today is that day. Rows of a table, a list of past events and the days within a letter open none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.text.message_logs import days_of_messages

__all__ = ["DatedEntry", "find_entries"]


class DatedEntry(NamedTuple):
    """One entry, as character offsets into the text; the first of a text may be what stands before all days."""

    start: int
    end: int
    date: str
    """ISO date."""
    words: str
    """The date as written; empty before all days."""


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE = (
    r"(?:\d{1,2}(?P<mark>[/.-])\s?\d{1,2}(?P=mark)\s?(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s/-]{{1,2}}(?:of\s)?{_MONTH}\.?[\s,/-]{{1,2}}(?:(?:19|20)\d\d|\d\d)"
    rf"|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)"
)
_LABEL = (
    r"(?:date(?:\sof\s(?:visit|service|consultation|clinic|contact|encounter|review|entry|note))?|visit(?:\sdate)?|"
    r"(?:clinic|service|encounter|contact|entry|note|consultation)\sdate|clinic(?:al)?(?:\snote|\svisit)?|consultation|encounter|contact|"
    r"entry|seen(?:\son)?|review(?:ed)?(?:\son)?|follow[\s-]?up(?:\svisit)?|f/?u|progress\snote|office\svisit|"
    r"outpatient\sclinic|d\.?o\.?s\.?|note)"
)
_NUMBERED = (
    r"(?:(?:visit|entry|note|contact|consultation|encounter|review)\s\#?\d{1,3}[ \t]?[:,(–—|-]?[ \t]{0,6}"
    r"(?:date[ \t]?:?[ \t]{0,3})?"
    r"|(?:baseline|(?:M|V|W|Y|month|visit|week|year|wk|mo)[ ]?\d{1,3}|\d{1,3}[ ](?:months?|weeks?|years?))[ \t]?"
    r"[(:,–—|-][ \t]{0,3})"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?[ \t]"
_CLOCK = r"[ \t,]{1,3}(?:at[ \t])?[0-2]?\d[:.h][0-5]\d(?:[ \t]?[ap]\.?m\.?|[ \t]?h(?:rs)?)?(?!\d)"
_HEAD = re.compile(
    rf"^(?P<signs>[ \t]{{0,4}}[#*=_>•\[(-]{{0,6}}[ \t]{{0,3}})(?:(?P<label>{_LABEL})[ \t]?[:#-]?[ \t]{{1,6}}"
    rf"|(?P<numbered>{_NUMBERED}))?(?:{_WEEKDAY})?"
    rf"(?P<date>{_DATE})(?![\w%]|[/.-]\d)(?:{_CLOCK})?"
    r"(?P<gap>[ \t]{0,12}[|:;,.)\]–—*_=#/-]{0,6}[ \t]{0,12})(?P<rest>[^\n]{0,400})$",
    re.IGNORECASE | re.MULTILINE,
)
_VALUE_FIRST = re.compile(r"[<>≤≥~+−–-]?\s?\d")
_ANY_HEAD = re.compile(r"^[^\n]{0,30}?(?:\d[/.-]|[a-z]\.?[ /-])\s?\d", re.IGNORECASE | re.MULTILINE)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_HEADING = 90
_PREAMBLE = 600
"""Characters that may stand before the first entry: a title, whose record it is."""
_BODY = 30
"""Letters that at least two entries tell."""
_OPENS_LETTER = re.compile(r"\bdear\s+(?:dr|doctor|colleague|sir|prof|mr|ms)", re.IGNORECASE)


_SIGNED = re.compile(
    r"\A[^\n]*\n{1,3}(?:[^\n]*\n)?[^\n]{0,60}\b(?:dictated|typed|transcribed|signed|signature|yours|sincerely|cc:|copy\s+to)\b",
    re.IGNORECASE,
)
"""A day behind which a letter is signed."""


def find_entries(text: str, date_of: Callable[[str], str | None]) -> list[DatedEntry]:
    """The dated entries of a text, in its order and without gaps; none where it is one note.

    ``date_of`` tells the ISO date of a date as written; null where it is none of the calendar.
    """
    if len(text) < 2 * _BODY or _ANY_HEAD.search(text) is None:
        return []
    if messages := days_of_messages(text, date_of):
        return [DatedEntry(*day) for day in messages]
    found = list(_HEAD.finditer(text))
    heads = _lines_of_days(text, found) or _alike([match for match in found if _opens(text, match)])
    dated = [(match, date_of(match["date"])) for match in heads]
    if len(dated) < 2 or any(date is None or len(date) != 10 for _, date in dated):
        return []
    days = [date for _, date in dated if date is not None]
    if len(set(days)) < 2 or days not in (sorted(days), sorted(days, reverse=True)):
        return []
    starts = [match.start() for match in heads]
    if starts[0] > _PREAMBLE or _OPENS_LETTER.search(text, 0, starts[0]) is not None:
        return []
    ends = [*starts[1:], len(text)]
    told = [_letters(text[match.end("date") : end]) for match, end in zip(heads, ends, strict=True)]
    if sum(letters >= _BODY for letters in told) < 2 or _SIGNED.search(text[starts[-1] :]) is not None:
        return []
    entries = [
        DatedEntry(start, end, day, match["date"])
        for start, end, day, match in zip(starts, ends, days, heads, strict=True)
    ]
    return (
        [DatedEntry(0, starts[0], max(days), ""), *entries] if _letters(text[: starts[0]]) else _from_the_start(entries)
    )


_FEWEST_LINES = 3
_TITLE_LINES = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_WORDS = 4
"""Words that most lines of a register tell behind their day, which rows of results do not."""


def _lines_of_days(text: str, heads: list[re.Match[str]]) -> list[re.Match[str]]:
    """``2021-03-15 | outpatients | back pain since a fall | VAS 9``: a register, each line an entry of another day."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    starts = {match.start() for match in heads}
    told = [line for line in lines if line.start() in starts]
    if len(told) < _FEWEST_LINES or lines[-len(told) :] != told or len(lines) - len(told) > _TITLE_LINES:
        return []
    rests = [match["rest"] for match in heads]
    if (
        any("\t" in rest or _VALUE_FIRST.match(rest) for rest in rests)
        or len({_shape(match)[2] for match in heads}) > 1
    ):
        return []
    wordy = sum(len(_WORD.findall(rest)) >= _WORDS for rest in rests)
    days = [match["date"] for match in heads]
    return heads if 2 * wordy > len(heads) and len(set(days)) == len(days) else []


def _from_the_start(found: list[DatedEntry]) -> list[DatedEntry]:
    return [found[0]._replace(start=0), *found[1:]]


def _letters(text: str) -> int:
    return sum(len(word) for word in _LETTERS.findall(text))


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a line that opens with a day is the heading of an entry: behind an empty line, or with its text below."""
    rest = match["rest"]
    if _VALUE_FIRST.match(rest) is not None or "\t" in rest or rest.count("|") > 1:
        return False
    before = text.rfind("\n", 0, max(0, match.start() - 1))
    line_before = text[before + 1 : max(0, match.start() - 1)]
    if match.start() == 0 or not re.search(r"\w", line_before):
        return True
    below = text[match.end() + 1 :].split("\n", 1)[0]
    is_heading = len(rest) <= _LONGEST_HEADING and not rest.rstrip().endswith(".") and not re.search(r"\d", rest)
    return is_heading and bool(re.search(r"[^\W\d]", below)) and _HEAD.match(below) is None


def _alike(heads: list[re.Match[str]]) -> list[re.Match[str]]:
    """The headings that are written like the first one; none where that one stands alone."""
    kept = [match for match in heads if _shape(match) == _shape(heads[0])]
    return kept if len(kept) > 1 else []


def _shape(match: re.Match[str]) -> tuple[str, ...]:
    date = re.sub(r"[^\W\d_]+", "a", re.sub(r"\d{4}", "Y", match["date"]))
    label = "numbered" if match["numbered"] else (match["label"] or "").lower()
    gap = match["gap"].strip() or ("gap" if match["rest"] else "")
    behind = gap[:1] if match["rest"] and not label else ""  # what a label opens, any sign may close
    return match["signs"].strip(), label, re.sub(r"\d+|\s", "", date), behind
