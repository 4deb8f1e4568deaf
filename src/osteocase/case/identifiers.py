"""Finds what may tell who a patient is: the eighteen classes of 45 CFR 164.514(b)(2), by the rules of ``patterns/``.

This is the one place of the case that looks at text. Nothing leaves the machine, and nothing here claims that a text
names nobody: rules find what they know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from osteocase.lexicon import IdentifierEntry, Lexicon, default_lexicon

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
    """Every identifier that the rules know, in order; where two overlap, the longer one."""
    entries = (lexicon or default_lexicon()).of(IdentifierEntry)
    found: list[Identifier] = []
    for entry in entries.values():
        found += _found_by(entry, text)
    found.sort(key=lambda item: (item.start - item.end, item.start, item.letter, item.rule))
    kept: list[Identifier] = []
    for item in found:
        if not any(item.start < other.end and other.start < item.end for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda item: item.start))


def _found_by(entry: IdentifierEntry, text: str) -> Iterator[Identifier]:
    excepted = {" ".join(words.casefold().split()) for words in entry.unless}
    for pattern in _patterns(entry):
        for match in pattern.finditer(text):
            name = "hit" if "hit" in pattern.groupindex and match["hit"] is not None else 0
            start, end = match.span(name)
            words = text[start:end]
            if " ".join(words.casefold().split()) in excepted:
                continue
            first = words.split()[0].casefold().rstrip(".,") if words.split() else ""
            if first in excepted and entry.letter == "A":
                continue
            while words and words[-1] in " \t\n,.;:":
                words, end = words[:-1], end - 1
            if words:
                yield Identifier(entry.letter, entry.id, start, end, words)


@lru_cache(maxsize=128)
def _patterns(entry: IdentifierEntry) -> tuple[re.Pattern[str], ...]:
    flags = re.IGNORECASE if entry.ignore_case else re.NOFLAG
    return tuple(re.compile(expression, flags) for expression in entry.expressions)
