"""What the time grammar is put together from: words of ``patterns/words-time.toml`` and pieces of expressions."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge

__all__ = ["MONTHS", "TimeMention", "TimeWords", "plain"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of the months, in their order."""


class TimeMention(NamedTuple):
    """A time expression in the text."""

    start: int
    end: int
    kind: str
    """``date``, ``relative``, ``age``, ``label``, or ``duration`` (how long, no position)."""
    date: str | None = None
    date_end: str | None = None
    value: str | None = None
    unit: str | None = None
    anchor: str | None = None
    precision: str | None = None
    hides_numbers: bool = True
    """False where a number inside could still be a result."""


YEAR = r"(?:19|20)\d{2}"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
BEFORE, AFTER = r"(?<![\w.,/-])", r"(?![\w/]|[-.,]\d)"
"""What must not stand beside a date of digits."""
# One space or one line end: a gap of several spaces or a tab is the edge of a table's column.
GAP = r"(?:[ \u00a0]?\n[ \t]*|[ \u00a0])"
HYPHEN_OR_NONE = r"(?:[ \u00a0]?\n[ \t]*|[ \u00a0-]{0,2})"
HYPHEN = r"(?:[ \u00a0]?\n[ \t]*|[ \u00a0-])"
WORD_ENDS = r"(?![^\W_])"
SHE_WAS = rf"(?:she|he|they|the{GAP}patient){GAP}(?:was|were)"

_ABOUT = re.compile(
    r"(?:about|approx|around|roughly|nearly|almost|some|circa|~|a (?:little|bit) (?:over|under))"
    r"|.*\bor(?:\s+)(?:so|more)\b",
    re.IGNORECASE | re.DOTALL,
)
_HALF = re.compile(r"[ -]and[ -]a[ -]half$", re.IGNORECASE)


class TimeWords:
    """The words of one lexicon that times are told with, as dictionaries and as fragments of regular expressions."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.months = _values(knowledge, "month")
        self.numbers = _values(knowledge, "number")
        self.vague = _values(knowledge, "vague_number")
        self.ordinals = _values(knowledge, "ordinal")
        self.units = {**_values(knowledge, "time_unit"), "y": "year"}
        self.anchors = _values(knowledge, "time_anchor")
        self.labels = _values(knowledge, "time_label")
        self.relations = _values(knowledge, "time_relation")
        self.holidays = _values(knowledge, "holiday")
        self.measured = _last_words(knowledge)
        self.month = knowledge.alternation("month")
        self.weekday = knowledge.alternation("weekday")
        self.holiday = _alternation(self.holidays)
        digits = r"\d+(?:[.,]\d+)?(?:\s*(?:-|–|to|or)\s*\d+(?:[.,]\d+)?)?"
        word = f"(?:{knowledge.alternation('number')})"
        self.number = rf"(?:{digits}|{word}(?:[ -]and[ -]a[ -]half|{GAP}(?:or|to){GAP}{word})?{WORD_ENDS})"
        self.vaguely = rf"(?:{_alternation(self.vague)}){WORD_ENDS}"
        self.count = rf"(?:{self.number}|{self.vaguely})"
        self.unit = rf"(?:{knowledge.alternation('time_unit')}){WORD_ENDS}"
        self.anchor = _alternation(self.anchors)
        self.label = _alternation(self.labels)
        self.ago = _relation_words(knowledge, "ago")
        self.earlier = _relation_words(knowledge, "before")
        self.later = _relation_words(knowledge, "after")
        self.dated = _relation_words(knowledge, "dated")
        self.about = (
            r"(?:(?:about|approximately|approx\.?|around|roughly|nearly|almost|some|circa|just over|just under|"
            r"a (?:little|bit) (?:over|under)|slightly (?:over|under)|well over|over|more than|less than|at least|"
            r"going on|close to|the (?:best|better) part of|the (?:last|past)|last|past) )"
        )

    def counted(self, written: str) -> str | None:
        """The number that words or digits stand for, the first of a range; None where they are vague."""
        known = plain(written)
        if known in self.numbers:
            return self.numbers[known]
        half = _HALF.search(written)
        if half is not None:
            whole = self.counted(written[: half.start()])
            return None if whole is None else str(Decimal(whole) + Decimal("0.5"))
        first = re.match(r"\d+(?:[.,]\d+)?", written.strip())
        if first is not None:
            return first.group().replace(",", ".")
        parts = re.split(r"\s+(?:or|to)\s+", known)
        return self.numbers.get(parts[0]) if len(parts) > 1 else None

    def ordinal(self, written: str) -> str | None:
        """``3`` for ``third`` and ``3rd``."""
        digits = re.match(r"\d+", written)
        return digits.group() if digits else self.ordinals.get(plain(written))

    def relative(self, match: re.Match[str], *, sign: int, anchor: str | None) -> TimeMention | None:
        """A distance of ``n`` units ``u``; without a value where the number is vague or the unit shorter than a day."""
        written, unit = match["n"], self.units.get(plain(match["u"]))
        if unit is None:
            return None
        value = self.counted(written) if written else None
        start, end = match.span()
        if value is None:
            if written and plain(written) not in self.vague:
                return None
            return TimeMention(start, end, "relative", anchor=anchor, precision="about")
        if match.groupdict().get("half"):
            value = str(Decimal(value) + Decimal("0.5"))
        unit, _, times = unit.partition("*")
        if times:  # a fortnight, a decade
            value = str(Decimal(value) * int(times))
        if unit == "hour":
            days = Decimal(value) / 24
            if days != days.to_integral_value():
                return TimeMention(start, end, "relative", anchor=anchor, precision="about")
            value, unit = str(days.to_integral_value()), "day"
        precision = "about" if _ABOUT.match(match.group()) else None
        return TimeMention(
            start,
            end,
            "relative",
            value=f"-{value}" if sign < 0 else value,
            unit=unit,
            anchor=anchor,
            precision=precision,
        )


def plain(written: str) -> str:
    """Words as they are looked up: lower case, single spaces, no hyphens and stops."""
    return " ".join(written.lower().replace("-", " ").replace(".", " ").replace("’", "'").split())


def _values(knowledge: Knowledge, group: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for entry in knowledge.words.values():
        if entry.group == group:
            for term in (*entry.terms, *entry.abbreviations):
                values[plain(term)] = entry.value or entry.id
    return values


def _last_words(knowledge: Knowledge) -> frozenset[str]:
    """Words that names of analytes, drugs and scores end in: a number after them is a result or a dose."""
    named = (
        *knowledge.analytes.values(),
        *knowledge.scores.values(),
        *(entry for entry in knowledge.treatments.values() if entry.kind in {"drug", "supplement"}),
    )
    terms = (term for entry in named for term in (*entry.terms, *entry.abbreviations))
    last = {words[-1].lower() for term in terms if (words := term.split())}
    return frozenset(last - {"replacement", "treatment", "therapy"})


def _alternation(values: dict[str, str]) -> str:
    """Plain words as one alternation, longest first, in which a space may be a line end or a hyphen."""
    forms = sorted(values, key=lambda form: (-len(form), form))
    patterns = (re.escape(form).replace(r"\ ", r"(?:[ \u00a0]?\n[ \t]*|[ \u00a0-]|\.[ ]?)") for form in forms)
    return "|".join(patterns) or r"(?!)"


def _relation_words(knowledge: Knowledge, value: str) -> str:
    words = [
        term
        for entry in knowledge.words.values()
        if entry.group == "time_relation" and entry.value == value
        for term in entry.terms
    ]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)) or r"(?!)"
