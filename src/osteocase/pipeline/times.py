"""Times as notes tell them: dates, ages, distances from another event, and labels such as ``at baseline``.

The words (months, units, relations, anchors, labels) live in ``patterns/words-time.toml``; this file holds how they are
put together. Start reading at ``TimeGrammar``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from osteocase.pipeline.knowledge import Knowledge
from osteocase.pipeline.time_order import SLASHED, day_order
from osteocase.pipeline.wordstarts import IndexedText, WordPattern

__all__ = ["TimeGrammar", "TimeMention", "find_times", "time_draft"]


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


def time_draft(text: str, time: TimeMention) -> dict[str, Any]:
    """A time mention as the fields of ``records.Time``."""
    offset = {"value": time.value, "unit": time.unit} if time.value is not None and time.unit is not None else None
    return {
        "text": text[time.start : time.end],
        "kind": "relative" if time.kind == "duration" else time.kind,
        "date": time.date,
        "end": time.date_end,
        "offset": offset,
        "anchor": time.anchor,
        "precision": time.precision,
    }


def find_times(indexed: IndexedText, knowledge: Knowledge, *, day_first: bool | None = None) -> list[TimeMention]:
    """Every time expression of a text, the longest where several overlap, in order.

    ``day_first`` says how 3/5/2021 is meant; where it is None the other dates and the spelling of the text decide, and
    month first is assumed when they tell nothing.
    """
    return _grammar(knowledge).find(indexed, day_first=day_order(indexed.text, day_first).day_first)


@lru_cache(maxsize=4)
def _grammar(knowledge: Knowledge) -> TimeGrammar:
    return TimeGrammar(knowledge)


_Maker = Callable[[re.Match[str]], "TimeMention | None"]


class TimeGrammar:
    """The time expressions of one lexicon, compiled to one regular expression a family."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.months = _values(knowledge, "month")
        self.numbers = _values(knowledge, "number")
        self.units = _values(knowledge, "time_unit")
        self.anchors = _values(knowledge, "time_anchor")
        self.labels = _values(knowledge, "time_label")
        self.relations = _values(knowledge, "time_relation")
        month = knowledge.alternation("month")
        digits = r"\d+(?:[.,]\d+)?(?:\s*(?:-|–|to|or)\s*\d+(?:[.,]\d+)?)?"
        number = rf"(?:{digits}|(?:{knowledge.alternation('number')})(?![^\W_]))"
        unit = rf"(?:{knowledge.alternation('time_unit')})(?![^\W_])"
        anchor = knowledge.alternation("time_anchor")
        label = knowledge.alternation("time_label")
        before_now = _relation_words(knowledge, "ago")
        earlier = _relation_words(knowledge, "before")
        later = _relation_words(knowledge, "after")
        dated = _relation_words(knowledge, "dated")
        about = (
            r"(?:(?:about|approximately|approx\.?|around|roughly|nearly|almost|over|more than|the (?:last|"
            r"past)|last|past) )"
        )
        year = r"(?:19|20)\d{2}"
        day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
        a, z = r"(?<![\w.,/-])", r"(?![\w/]|[-.,]\d)"
        # One space or one line end: a gap of several spaces or a tab is the edge of a table's column.
        w, h, h1 = (
            r"(?:[ \u00a0]?\n[ \t]*|[ \u00a0])",
            r"(?:[ \u00a0]?\n[ \t]*|[ \u00a0-]{0,2})",
            r"(?:[ \u00a0]?\n[ \t]*|[ \u00a0-])",
        )
        families: list[tuple[str, _Maker]] = [
            (
                rf"{a}(?P<y>{year})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>0?[1-9]|[12]\d|3[01])(?:T[\d:]+Z?)"
                rf"?{z}",
                self._iso,
            ),
            (rf"{a}(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{year}|\d{{2}}){z}", self._numeric),
            (
                rf"{a}(?P<d>{day})(?:{w}of)?(?:{h1}|/)(?P<m>{month})\.?,?(?:{h1}|/)(?P<y>{year}|'?\d{{2}}){z}",
                self._named,
            ),
            (rf"{a}(?P<m>{month})\.?{w}(?P<d>{day}),?{w}(?P<y>{year}){z}", self._named),
            (rf"{a}(?P<m>{month})\.?(?:,|{w}of)?{h1}(?P<y>{year}){z}", self._named),
            (rf"{a}(?P<m>{month})\.?{w}(?P<d>{day})(?:st|nd|rd|th)?(?!\s*[%\w]|[.,/-]\d){z}", self._named),
            (rf"{a}(?P<d>{day})(?:{w}of)?{h1}(?P<m>(?-i:(?=[A-Z]))(?:{month}))(?![^\W_]|\.\w){z}", self._named),
            (rf"{a}(?P<m>0?[1-9]|1[0-2])/(?P<y>{year}){z}", self._named),
            (rf"{a}(?P<y>{year})[-](?P<m>0[1-9]|1[0-2]){z}", self._named),
            (rf"(?<![\w.,])(?:{dated}){w}(?P<m>0?[1-9]|1[0-2])/(?P<y2>\d{{2}}){z}", self._short),
            (
                rf"{a}(?:(?P<about>{dated}|early|mid|late|in|since|during|from|until|of|by|spring|summer|autumn|fall|"
                rf"winter|back in){h1}(?:of{w})?)(?P<y>{year}){z}",
                self._year,
            ),
            (rf"(?<=\()(?P<y>{year})(?=\))", self._year),
            (rf"\b(?:at|by|until|from){w}(?:the{w})?(?:age{w}(?:of{w})?)(?P<n>{number})\b", self._age),
            (
                rf"\b(?:at|aged|age){w}(?P<n>{number})(?:{w}(?:years?|yrs?)(?:{w}(?:old|of{w}age))?)"
                rf"?\b(?!\s*(?:{unit}|%))",
                self._age_strict,
            ),
            (rf"\b(?:at|when (?:she|he) was){w}(?P<n>{number})\s*(?:years?|yrs?){w}(?:old|of{w}age)\b", self._age),
            (rf"\b{about}?(?P<n>{number}){h}(?P<u>{unit}){w}(?:{before_now})\b", self._ago),
            (
                rf"\b(?:within{w}|at{w})?{about}?(?P<n>{number}){h}(?P<u>{unit}){w}(?P<r>{earlier}|{later})"
                rf"{w}(?:(?:the|her|his|its|last|first|initial|this|completing|finishing|stopping|starting|"
                rf"commencing|initiation{w}of){w})*(?P<a>{anchor})\b",
                self._from_anchor,
            ),
            (rf"\b(?P<n>{number}){h}(?P<u>{unit}){w}(?P<r>{earlier}|{later})\b", self._from_unknown),
            (
                rf"\b(?:after|at|by|within){w}{about}?(?:the{w})?(?P<n>{number}){h}(?P<u>{unit})(?:{w}(?:of|"
                rf"into|on){w}(?:the{w})?(?P<a>{anchor}))?\b(?!{w}(?:of age|old|ago|{earlier}))",
                self._at_offset,
            ),
            (
                rf"\b(?P<u>month|months|week|day|year|mo|wk|m){h}(?P<n>\d{{1,3}})\b(?:{w}(?:of|on|after|into)"
                rf"{w}(?:the{w})?(?P<a>{anchor}))?(?![ ]?(?:{unit}))",
                self._numbered,
            ),
            (rf"\b(?P<n>{number}){h}(?P<u>{unit})(?:['’]s?)?{w}(?:of{w})?(?P<a>{anchor})\b", self._at_offset),
            (rf"\b(?:post[\s-]?op(?:erative)?{w}day|pod)\s*\#?\s*(?P<n>\d{{1,2}})\b", self._post_operative),
            (
                rf"\b(?P<n>{number}){h}(?P<u>{unit})[\s-](?=follow|visit|review|check|control|scan|dxa|labs?)",
                self._at_offset,
            ),
            (
                rf"\b(?:for|over|during|in|within){w}{about}?(?:the{w})?(?:last{w}|past{w}|previous{w}|"
                rf"next{w})?{about}?(?P<n>{number}){h}(?P<u>{unit})\b",
                self._duration,
            ),
            (
                rf"\b(?:the{w})?(?:past|last|previous|next|this|coming){w}(?:{unit}|{month}|spring|summer|"
                rf"autumn|fall|winter|{knowledge.alternation('weekday')})\b",
                self._near,
            ),
            (rf"\b(?:{label})\b", self._label),
        ]
        self.families = [(WordPattern(pattern), make) for pattern, make in families]

    def find(self, indexed: IndexedText, *, day_first: bool) -> list[TimeMention]:
        """Every time expression of a text; the longest wins, then the earlier family."""
        found: list[tuple[int, int, int, TimeMention]] = []
        for rank, (pattern, make) in enumerate(self.families):
            for match in pattern.finditer(indexed):
                mention = make(match)
                if mention is not None and day_first and mention.kind == "date":
                    mention = _day_first(indexed.text, mention)
                if mention is not None:
                    found.append((mention.start, -(mention.end - mention.start), rank, mention))
        found.sort(key=lambda item: (item[1], item[2], item[0]))
        starts: list[int] = []
        ends: list[int] = []
        kept: list[TimeMention] = []
        for *_, mention in found:
            index = bisect_right(starts, mention.start)
            if (index and ends[index - 1] > mention.start) or (index < len(starts) and starts[index] < mention.end):
                continue
            starts.insert(index, mention.start)
            ends.insert(index, mention.end)
            kept.insert(index, mention)
        return kept

    def _iso(self, match: re.Match[str]) -> TimeMention | None:
        return _dated(match.start(), match.end(), int(match["y"]), int(match["m"]), int(match["d"]))

    def _numeric(self, match: re.Match[str]) -> TimeMention | None:
        first, second, year = int(match["d"]), int(match["m"]), _full_year(match["y"])
        if match["s"] == "." and len(match["y"]) == 2:
            return None
        if match["s"] == "." or first > 12:
            return _dated(match.start(), match.end(), year, second, first)
        if second > 12:
            return _dated(match.start(), match.end(), year, first, second)
        # 3/5/2021 may be March or May; which one, only the other dates of the note can tell.
        return TimeMention(match.start(), match.end(), "date", _ambiguous(year, first, second), precision="day")

    def _named(self, match: re.Match[str]) -> TimeMention | None:
        groups = match.groupdict()
        month_text = groups["m"].lower().rstrip(".")
        month = int(month_text) if month_text.isdigit() else int(self.months.get(month_text, 0))
        day = int(re.sub(r"\D", "", groups["d"])) if groups.get("d") else None
        start = match.start()
        if groups.get("y") is None:
            if not groups["m"][0].isupper():
                return None
            return TimeMention(start, match.end(), "date", None, precision="day")
        return _dated(start, match.end(), _full_year(groups["y"].lstrip("'")), month, day)

    def _short(self, match: re.Match[str]) -> TimeMention | None:
        return _dated(match.start("m"), match.end(), _full_year(match["y2"]), int(match["m"]), None)

    def _year(self, match: re.Match[str]) -> TimeMention:
        about = (match.groupdict().get("about") or "").lower()
        start = (
            match.start()
            if about in {"early", "mid", "late", "spring", "summer", "autumn", "fall", "winter"}
            else match.start("y")
        )
        return TimeMention(start, match.end(), "date", match["y"], precision="year")

    def _age(self, match: re.Match[str]) -> TimeMention | None:
        value = self._number(match["n"])
        return (
            TimeMention(match.start(), match.end(), "age", value=value, unit="year", anchor="birth") if value else None
        )

    def _age_strict(self, match: re.Match[str]) -> TimeMention | None:
        """``at 71`` is an age only where it could be one and nothing else follows."""
        value = self._number(match["n"])
        if not value or not value.isdigit() or not 5 <= int(value) <= 105:
            return None
        explicit = re.search(r"year|yr|age", match.group(), re.IGNORECASE)
        return self._age(match) if explicit else None

    def _ago(self, match: re.Match[str]) -> TimeMention | None:
        return self._relative(match, sign=-1, anchor="note_date")

    def _from_anchor(self, match: re.Match[str]) -> TimeMention | None:
        sign = -1 if self.relations.get(_plain(match["r"])) == "before" else 1
        return self._relative(match, sign=sign, anchor=self.anchors.get(_plain(match["a"]), "previous_event"))

    def _from_unknown(self, match: re.Match[str]) -> TimeMention | None:
        relation = _plain(match["r"])
        sign = -1 if self.relations.get(relation) == "before" else 1
        return self._relative(match, sign=sign, anchor="previous_event")

    def _at_offset(self, match: re.Match[str]) -> TimeMention | None:
        anchor_text = match.groupdict().get("a")
        anchor = self.anchors.get(_plain(anchor_text), "treatment_start") if anchor_text else "baseline"
        return self._relative(match, sign=1, anchor=anchor)

    def _numbered(self, match: re.Match[str]) -> TimeMention | None:
        anchor_text = match.groupdict().get("a")
        anchor = self.anchors.get(_plain(anchor_text), "treatment_start") if anchor_text else "baseline"
        if _plain(match["u"]) == "m" and not match.group()[0].isupper():
            return None
        return self._relative(match, sign=1, anchor=anchor)

    def _post_operative(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(
            match.start(), match.end(), "relative", value=match["n"], unit="day", anchor="surgery", precision="day"
        )

    def _duration(self, match: re.Match[str]) -> TimeMention | None:
        mention = self._relative(match, sign=1, anchor=None)
        return mention._replace(kind="duration") if mention else None

    def _near(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "relative", anchor="note_date", precision="about")

    def _label(self, match: re.Match[str]) -> TimeMention:
        anchor = self.labels.get(_plain(match.group()))
        anchor = anchor if anchor and anchor != "none" else None
        value = "0" if anchor else None
        return TimeMention(
            match.start(), match.end(), "label", value=value, unit="month" if value else None, anchor=anchor
        )

    def _relative(self, match: re.Match[str], *, sign: int, anchor: str | None) -> TimeMention | None:
        value = self._number(match["n"])
        unit = self.units.get(_plain(match["u"]))
        if value is None or unit is None:
            return None
        if sign < 0:
            value = f"-{value}"
        precision = "about" if re.match(r"about|approx|around|roughly|nearly|almost|~", match.group(), re.I) else None
        return TimeMention(
            match.start(), match.end(), "relative", value=value, unit=unit, anchor=anchor, precision=precision
        )

    def _number(self, written: str) -> str | None:
        plain = _plain(written)
        if plain in self.numbers:
            return self.numbers[plain]
        first = re.match(r"\d+(?:[.,]\d+)?", plain)
        return first.group().replace(",", ".") if first else None


def _plain(written: str) -> str:
    return " ".join(written.lower().replace("-", " ").replace(".", " ").split())


def _values(knowledge: Knowledge, group: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for entry in knowledge.words.values():
        if entry.group == group:
            for term in (*entry.terms, *entry.abbreviations):
                values[_plain(term)] = entry.value or entry.id
    return values


def _relation_words(knowledge: Knowledge, value: str) -> str:
    words = [
        term
        for entry in knowledge.words.values()
        if entry.group == "time_relation" and entry.value == value
        for term in entry.terms
    ]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _full_year(written: str) -> int:
    """Two digits mean the century that lies nearest to today's notes: 00 to 49 is 20xx."""
    year = int(written)
    if year < 100:
        return year + (2000 if year < 50 else 1900)
    return year


def _dated(start: int, end: int, year: int, month: int, day: int | None) -> TimeMention | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return TimeMention(start, end, "date", f"{year:04d}-{month:02d}", precision="month")
    try:
        return TimeMention(start, end, "date", date(year, month, day).isoformat(), precision="day")
    except ValueError:
        return None


def _day_first(text: str, mention: TimeMention) -> TimeMention:
    """A slashed date read as day/month/year."""
    match = SLASHED.fullmatch(text, mention.start, mention.end)
    if match is None or mention.date is None:
        return mention
    first, second = int(match["first"]), int(match["second"])
    if first > 12 or second > 12:
        return mention
    return mention._replace(date=f"{mention.date[:4]}-{second:02d}-{first:02d}")


def _ambiguous(year: int, first: int, second: int) -> str | None:
    """Month first, as North American notes write it; the order is settled later by the note's other dates."""
    try:
        return date(year, first, second).isoformat()
    except ValueError:
        return None
