"""All terms of the lexicon found in one walk over the words of a text.

A tree of words, one for terms in any case and one for abbreviations, does what two phrase matchers would do, is built
in less time, and keeps no word of the notes, so that memory stays flat over millions of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from osteocase.lexicon.normal import WORD, normal_word

__all__ = ["Term", "TermTree", "plain_word"]

_ENDS = ""
"""Key of a node under which the terms that end there stand; no word is empty."""


class Term(NamedTuple):
    """What a stretch of words stands for."""

    topic: str
    id: str
    variant: str


@lru_cache(maxsize=50_000)
def plain_word(word: str) -> str:
    """A word as terms are compared, its case kept."""
    return normal_word(word) or word


class TermTree:
    """Terms by their words. ``exact`` terms count only in the case they are written in."""

    def __init__(self, stored: dict[str, Any] | None = None) -> None:
        """``stored`` is what ``stored`` of an equal tree returned."""
        self._any_case: dict[str, Any] = stored["any_case"] if stored else {}
        self._exact: dict[str, Any] = stored["exact"] if stored else {}

    @property
    def stored(self) -> dict[str, Any]:
        """The tree as plain JSON values."""
        return {"any_case": self._any_case, "exact": self._exact}

    def add(self, written: str, term: Term, *, exact: bool = False) -> None:
        """File a term under its words; one without a word is left out."""
        words = [plain_word(word) for word in WORD.findall(written)]
        if not words:
            return
        node = self._exact if exact else self._any_case
        for word in words:
            node = node.setdefault(word if exact else word.lower(), {})
        node.setdefault(_ENDS, []).append(term)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Term]]:
        """Every term in a sequence of plain words, as (first word, word after the last, term)."""
        yield from _walk(self._any_case, [word.lower() for word in words])
        yield from _walk(self._exact, words)


def _walk(root: dict[str, Any], words: Sequence[str]) -> Iterator[tuple[int, int, Term]]:
    count = len(words)
    for first in range(count):
        node = root.get(words[first])
        position = first + 1
        while node is not None:
            for term in node.get(_ENDS, ()):
                yield first, position, Term(*term)
            if position == count:
                break
            node = node.get(words[position])
            position += 1
