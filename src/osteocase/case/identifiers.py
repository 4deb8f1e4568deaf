"""Finds what may tell who a patient is: the eighteen classes of 45 CFR 164.514(b)(2), by the rules of ``patterns/``.

This is the one place of the case that looks at text. Nothing leaves the machine, and nothing here claims that a text
names nobody: rules find what they know.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from osteocase.errors import PatternError
from osteocase.lexicon import IdentifierEntry, IdentifierPartEntry, Lexicon, default_lexicon

__all__ = ["CLASSES", "Identifier", "find_identifiers"]

CLASSES = {
    "A": "names",
    "B": "places smaller than a state",
    "C": "dates and ages over 89",
    "D": "telephone numbers",
    "E": "fax numbers",
    "F": "e-mail addresses",
    "G": "social security numbers",
    "H": "record numbers",
    "I": "health plan numbers",
    "J": "account numbers",
    "K": "certificate and licence numbers",
    "L": "vehicle numbers",
    "M": "device and serial numbers",
    "N": "web addresses",
    "O": "IP addresses",
    "P": "biometric identifiers",
    "Q": "photographs of the face",
    "R": "other unique numbers or codes",
}
"""The classes of the safe-harbour list, 45 CFR 164.514(b)(2)(i)(A) to (R)."""


@dataclass(frozen=True)
class Identifier:
    """One stretch of text that may identify."""

    letter: str
    rule: str
    """Id of the entry of the patterns that found it."""
    start: int
    end: int
    text: str


def find_identifiers(text: str, *, lexicon: Lexicon | None = None) -> tuple[Identifier, ...]:
    """Every identifier that the rules know, in order; where two overlap, the longer one, else the first rule's."""
    found: list[Identifier] = []
    for rule in _rules(lexicon or default_lexicon()):
        found += rule.found(text)
    found.sort(key=lambda item: (item.start - item.end, item.start))  # stable: the first rule of the file leads
    starts: list[int] = []
    kept: list[Identifier] = []
    for item in found:
        place = bisect_left(starts, item.start)
        after = kept[place] if place < len(kept) else None
        before = kept[place - 1] if place else None
        if (after is None or item.end <= after.start) and (before is None or before.end <= item.start):
            starts.insert(place, item.start)
            kept.insert(place, item)
    return tuple(kept)


@dataclass(frozen=True)
class _Rule:
    """One entry of the patterns, ready to search."""

    entry: IdentifierEntry
    patterns: tuple[re.Pattern[str], ...]
    unless: frozenset[str]
    generic: frozenset[str]

    def found(self, text: str) -> Iterator[Identifier]:
        """Every stretch that this rule takes for an identifier."""
        for pattern in self.patterns:
            for match in pattern.finditer(text):
                name = "hit" if "hit" in pattern.groupindex and match["hit"] is not None else 0
                start, end = match.span(name)
                words = text[start:end].rstrip(" \t\n,.;:|")
                if words and not self._excepted(words.casefold()):
                    yield Identifier(self.entry.letter, self.entry.id, start, start + len(words), words)

    def _excepted(self, words: str) -> bool:
        if " ".join(words.split()) in self.unless:
            return True
        if self.entry.letter == "A" and words.split()[0].rstrip(".,") in self.unless:
            return True
        parts = _LETTERS.findall(words)
        return bool(self.generic and parts) and all(part in self.generic for part in parts)


_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PART = re.compile(r"<<(\w+)>>")
_RULES: dict[int, tuple[Lexicon, tuple[_Rule, ...]]] = {}
"""Rules by the identity of their lexicon, which is kept beside them so that the identity stays its own."""


def _rules(lexicon: Lexicon) -> tuple[_Rule, ...]:
    known = _RULES.get(id(lexicon))
    if known is None:
        known = _RULES[id(lexicon)] = (lexicon, tuple(_compiled(lexicon)))
    return known[1]


def _compiled(lexicon: Lexicon) -> Iterator[_Rule]:
    pieces = lexicon.of(IdentifierPartEntry)
    for entry in lexicon.of(IdentifierEntry).values():
        flags = re.IGNORECASE if entry.ignore_case else re.NOFLAG
        place = lexicon.places.get((entry.topic, entry.id))
        try:
            patterns = tuple(re.compile(_whole(expression, pieces), flags) for expression in entry.expressions)
        except (KeyError, RecursionError, re.error) as error:
            raise PatternError(
                f"identifier {entry.id!r} has an expression that cannot be used: {error}",
                place=place,
                hint=f"known pieces: {', '.join(pieces)}",
            ) from error
        unless = frozenset(" ".join(words.casefold().split()) for words in entry.unless)
        yield _Rule(entry, patterns, unless, frozenset(word.casefold() for word in entry.generic))


def _whole(expression: str, pieces: Mapping[str, IdentifierPartEntry]) -> str:
    """The expression with every ``<<piece>>`` written out."""
    return _PART.sub(lambda match: f"(?:{_whole(pieces[match[1]].expression, pieces)})", expression)
