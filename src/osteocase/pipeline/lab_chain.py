"""A sentence as a chain of names, values, results in words and times, gathered to groups of names with their values.

A value joins a group only when nothing but bridging words (``patterns/words-labs.toml``) stands between; anything else
breaks the chain, since a value bound to the wrong name is worse than a missing one. Start reading at ``groups_of``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.lab_names import is_pair, parts_of
from osteocase.pipeline.lab_values import Annotation, accepts, annotation_after, without_dash
from osteocase.pipeline.quantities import Quantity
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.timelinks import time_series_after
from osteocase.pipeline.times import TimeMention

__all__ = ["Element", "Group", "as_level", "elements_of", "groups_of"]


class Element(NamedTuple):
    """One thing in the chain of a sentence."""

    start: int
    end: int
    kind: str
    """``name``, ``value``, ``result`` or ``time``."""
    thing: Mention | Quantity | TimeMention


@dataclass
class Group:
    """Names that share what follows them, with their values."""

    names: list[Mention]
    prefix: Mention | None = None
    """A result in words before the first name: ``low sodium``."""
    values: list[tuple[Quantity, Annotation, TimeMention | None]] = field(default_factory=list)
    result: Mention | None = None
    """A result in words after the names: ``were normal``."""
    time: TimeMention | None = None
    before: Quantity | None = None
    """A number straight before the name, its value where none follows: ``198,000 platelets``."""
    end: int = 0
    """Where the group's last element ends."""


_WORDS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+|[^\w\s]")
_TRANSPARENT = set(":=(),;-–—→~'’\"“”[]*_|<>")
_SEPARATOR = re.compile(
    r"\s*(?:,|;|/|&|\+|and|or|as well as|,\s*and|along with|plus)\s*(?:the|her|his|serum|plasma|a|an|normal)?\s*",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"[\s,;)\]]*(?:,|;|/|→|->|=>|–>|and|then|to|vs\.?|versus|followed by|later|up to|down to|but|now|or|"
    r"and then|which|it|was|is|had been|rose|fell|increased|decreased|dropped|rising|falling|,?\s*and it "
    r"was|at|reaching|\s)*[\s(\[]*",
    re.IGNORECASE,
)
_CITATION = re.compile(r"[(\[]\d{1,2}(?:\s*[,–-]\s*\d{1,2})*[)\]]")
MAX_BRIDGE_WORDS = 12


def elements_of(scan: Scan, start: int, end: int, names: list[Mention]) -> list[Element]:
    """Names, times, numbers and results in words of a sentence, in order, none overlapping."""
    found = [Element(name.start, name.end, "name", name) for name in names]
    taken = [(name.start, name.end) for name in names]
    for time in scan.times_in(start, end):
        if not _overlaps(time.start, time.end, taken):
            found.append(Element(time.start, time.end, "time", time))
            taken.append((time.start, time.end))
    for quantity in scan.quantities_in(start, end):
        if not _overlaps(quantity.start, quantity.number_end, taken):
            found.append(Element(quantity.start, quantity.end, "value", quantity))
            taken.append((quantity.start, quantity.end))
    for word in scan.words_in(start, end, "result"):
        if not _overlaps(word.start, word.end, taken):
            found.append(Element(word.start, word.end, "result", word))
    return sorted(found, key=lambda element: (element.start, element.end))


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in taken)


def groups_of(scan: Scan, elements: list[Element]) -> list[Group]:
    """Chain the elements of a sentence to groups of names with their values."""
    chain = _Chain(scan, elements)
    for element in elements:
        chain.take(element)
    return chain.groups


class _Chain:
    """The chain while a sentence is read: the group that is open, and what waits for a name."""

    def __init__(self, scan: Scan, elements: list[Element]) -> None:
        self.scan = scan
        self.elements = elements
        self.groups: list[Group] = []
        self.group: Group | None = None
        self.waiting: Element | None = None
        """A result in words that may belong to the next name."""
        self.loose: Element | None = None
        """A number that may be the count of the next name."""
        self.read_to = -1

    def take(self, element: Element) -> None:
        """Add one element to the chain."""
        if element.start < self.read_to:
            return
        thing = element.thing
        if isinstance(thing, Quantity):
            self._value(element, thing)
        elif isinstance(thing, TimeMention):
            self._time(element, thing)
        elif element.kind == "name":
            self._name(thing)
        else:
            self._result(element, thing)

    def _name(self, name: Mention) -> None:
        group, text = self.group, self.scan.text
        prefix = _prefix(self.scan, self.waiting, name)
        if group is not None and not group.values and group.result is None and prefix is None:
            between = text[group.end : name.start]
            if _is_alias(group.names[-1], name, between):
                group.end = _closing_bracket(text, name.end)
                return
            if _SEPARATOR.fullmatch(between):
                group.names.append(name)
                group.end = name.end
                return
        if group is not None and group.result is not None:
            last = group.names[-1]
            if _is_alias(last, name, text[last.end : name.start]):
                return
        opened = Group([name], prefix=prefix, end=name.end)
        if self.loose is not None and re.fullmatch(r"\s+(?:of\s+)?", text[self.loose.end : name.start]):
            opened.before = self.loose.thing if isinstance(self.loose.thing, Quantity) else None
        self.groups.append(opened)
        self.group, self.waiting, self.loose = opened, None, None

    def _result(self, element: Element, word: Mention) -> None:
        group = self.group
        belongs_to_next = _prefixes_next(self.scan, element, self.elements)
        if group is None or belongs_to_next or not _bridges(self.scan, group.end, element.start):
            self.waiting = element
            return
        if group.values:
            self._flag(group, element, word)
        elif group.result is None:
            group.result = word
        else:
            self.waiting = element
            return
        group.end = element.end

    def _flag(self, group: Group, element: Element, word: Mention) -> None:
        """A result in words right after a value flags it: ``18.2, which was normal``."""
        value, annotation, time = group.values[-1]
        flag = self.scan.knowledge.words[word.id].value
        if annotation.flag is None and flag in {"high", "low", "normal"} and _near(self.scan, group.end, element.start):
            annotation = annotation._replace(flag=flag, end=max(annotation.end, element.end))
            group.values[-1] = (value, annotation, time)

    def _time(self, element: Element, time: TimeMention) -> None:
        group = self.group
        if group is None or not _bridges(self.scan, group.end, element.start):
            return
        if not group.values:
            group.time = time
        elif group.values[-1][2] is None and time.kind != "duration":
            value, annotation, _ = group.values[-1]
            group.values[-1] = (value, annotation, time)
        group.end = element.end

    def _value(self, element: Element, quantity: Quantity) -> None:
        self.loose = element
        group = self.group
        if group is None or (group.values and _in_time_series(self.scan, group, element)):
            return
        linked = _is_series if group.values else _bridges
        if not linked(self.scan, group.end, element.start):
            if group.values or not _is_identifier(self.scan, quantity):
                self.group = None
            return
        if _is_citation(self.scan, quantity):
            group.end = quantity.end + 1
            return
        entry = _taker(self.scan, group, quantity)
        if entry is None:
            if not group.values and not _is_identifier(self.scan, quantity):
                self.group = None
            return
        quantity = without_dash(entry, quantity)
        annotation = annotation_after(self.scan, entry, quantity)
        group.values.append((quantity, annotation, None))
        group.end = max(quantity.end, annotation.end)
        self.read_to, self.loose = group.end, None


def _taker(scan: Scan, group: Group, quantity: Quantity) -> AnalyteEntry | None:
    """The name of a group that can have this value: the one whose turn it is, else the last, else any."""
    turn = min(len(group.values), len(group.names) - 1)
    for name in (group.names[turn], *reversed(group.names)):
        for part in parts_of(name):
            entry = scan.knowledge.analytes[part.id]
            single = quantity._replace(kind="number") if is_pair(name) else quantity
            if accepts(scan, entry, without_dash(entry, single), as_level=as_level(scan, name, quantity)):
                return entry
    return None


def as_level(scan: Scan, name: Mention, quantity: Quantity) -> bool:
    """``Theophylline level 16.6``: the word makes a bare number a result where the name alone would not."""
    return (
        re.search(r"\b(?:levels?|concentration|titre|titer)\b", scan.text[name.start : quantity.start], re.IGNORECASE)
        is not None
    )


def _in_time_series(scan: Scan, group: Group, element: Element) -> bool:
    """The ``6`` of ``8.6, 8.4 and 8.8 mg/dL at baseline, 6 and 12 months`` is a time, no fourth value."""
    value, annotation, _ = group.values[-1]
    end = scan.sentence_at(value.start)[1]
    series = time_series_after(scan, max(value.end, annotation.end), end, len(group.values))
    return series is not None and element.start < series[-1].end


def _is_citation(scan: Scan, quantity: Quantity) -> bool:
    """``vitamin D (5)`` and ``hormone levels (14,21)`` cite literature."""
    return _CITATION.match(scan.text, quantity.start - 1) is not None


def _prefix(scan: Scan, pending: Element | None, name: Mention) -> Mention | None:
    """The result word before a name, when only words such as ``serum`` or ``for`` stand between."""
    if pending is None or not isinstance(pending.thing, Mention):
        return None
    between = scan.text[pending.end : name.start]
    if len(between) > 40 or re.search(r"[,.;()]", between):
        return None
    if ":" in between and pending.thing.id not in {
        "result_within",
        "result_normal",
        "result_negative",
        "result_positive",
    }:
        return None
    return pending.thing if _all_bridging(scan, between, limit=4) else None


def _prefixes_next(scan: Scan, element: Element, elements: list[Element]) -> bool:
    """True when a result word belongs to the name after it: ``PTH 50, low calcium``."""
    following = next((other for other in elements if other.start >= element.end), None)
    if following is None or following.kind != "name":
        return False
    between = scan.text[element.end : following.start]
    return len(between) < 25 and not re.search(r"[,.;:()]|\band\b", between) and _all_bridging(scan, between, limit=3)


def _is_alias(first: Mention, second: Mention, between: str) -> bool:
    """``parathyroid hormone (PTH)``: the same analyte named twice."""
    return first.id == second.id and re.fullmatch(r"\s*[(/\[,-]?\s*", between) is not None


def _closing_bracket(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] in {")", "]"} else position


def _bridges(scan: Scan, start: int, end: int) -> bool:
    return start <= end and _all_bridging(scan, scan.text[start:end], limit=MAX_BRIDGE_WORDS)


def _near(scan: Scan, start: int, end: int) -> bool:
    return end - start <= 25 and "." not in scan.text[start:end].strip()


_TURN = re.compile(
    r"\b(?:to|from|now|was|is|were|then|later|today|currently|repeat|vs|versus|at|again|previously)\b", re.IGNORECASE
)


def _is_series(scan: Scan, start: int, end: int) -> bool:
    """Whether a further number goes on with the same analyte: a list, or a course told in small words."""
    between = scan.text[start:end]
    if _SERIES.fullmatch(between) is not None:
        return True
    return _TURN.search(between) is not None and "\n" not in between and _all_bridging(scan, between, limit=6)


def _all_bridging(scan: Scan, between: str, *, limit: int) -> bool:
    """True when every word between is one that may stand between a name and its value."""
    if "\n\n" in between:
        return False
    bridges = scan.knowledge.groups.get("bridge", {})
    results = scan.knowledge.groups.get("result", {})
    words = _WORDS.findall(between)
    letters = [word for word in words if word[0].isalpha()]
    if len(letters) > limit:
        return False
    if "." in words:
        return False
    return all(
        word in _TRANSPARENT or word.lower().strip(".") in bridges or word.lower() in results or (word in {"%", "#"})
        for word in words
    )


def _is_identifier(scan: Scan, quantity: Quantity) -> bool:
    """A number in brackets right after a name is part of the name: ``CA (19-9)``."""
    return scan.text[quantity.start - 1 : quantity.start] == "(" and quantity.unit is None
