"""All terms of the lexicon found in one walk over the words of a text.

A tree of words, one for terms in any case and one for abbreviations, does what two phrase matchers would do, is built
in less time, and keeps no word of the notes, so that memory stays flat over millions of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from osteocase.lexicon.normal import WORD, normal_word

__all__ = ["Term", "TermTree", "plain_word", "word_forms"]

_ENDS = ""
"""Key of a node under which the terms that end there stand; no word is empty."""


class Term(NamedTuple):
    """What a stretch of words stands for."""

    topic: str
    id: str
    variant: str


@lru_cache(maxsize=20_000)
def plain_word(word: str) -> str:
    """A word as terms are compared, its case kept."""
    return normal_word(word) or word


@lru_cache(maxsize=20_000)
def word_forms(word: str) -> tuple[str, str]:
    """A word as terms are compared, with its case and in lower case."""
    plain = plain_word(word)
    return plain, plain.lower()


class TermTree:
    """Terms by their words. ``exact`` terms count only in the case they are written in.

    A node holds its next words, in lower case, and under the empty word the terms that end there, each with its words
    in their own case where it is exact.
    """

    def __init__(self, stored: dict[str, Any] | None = None) -> None:
        """``stored`` is what ``stored`` of an equal tree returned."""
        self._root: dict[str, Any] = stored if stored is not None else {}

    @property
    def stored(self) -> dict[str, Any]:
        """The tree as plain JSON values."""
        return self._root

    def add(self, written: str, term: Term, *, exact: bool = False) -> None:
        """File a term under its words; one without a word is left out."""
        words = [plain_word(word) for word in WORD.findall(written)]
        if not words:
            return
        node = self._root
        for word in words:
            node = node.setdefault(word.lower(), {})
        node.setdefault(_ENDS, []).append((term, words if exact else None))

    def knows(self, word: str) -> bool:
        """Whether a word, in lower case, stands in any term."""
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        found: set[str] = set()
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            found.update(node)
            nodes += [below for word, below in node.items() if word != _ENDS]
        return frozenset(found - {_ENDS})

    def find(self, words: Sequence[str], lower: Sequence[str]) -> list[tuple[int, int, Term]]:
        """Every term in a sequence of plain words, as (first word, word after the last, term).

        ``lower`` are the same words in lower case.
        """
        found: list[tuple[int, int, Term]] = []
        count = len(lower)
        for first, node in enumerate(map(self._root.get, lower)):
            if node is None:
                continue
            position = first + 1
            while node is not None:
                ends = node.get(_ENDS)
                if ends is not None:
                    if type(ends) is list:
                        ends = node[_ENDS] = _read(ends)
                    for term, exact in ends:
                        if exact is None or exact == words[first:position]:
                            found.append((first, position, term))
                if position == count:
                    break
                node = node.get(lower[position])
                position += 1
        return found


def _read(ends: list[Any]) -> tuple[tuple[Term, list[str] | None], ...]:
    """The terms that end at a node, as they are put out; plain JSON holds them as lists."""
    return tuple((Term(*term), exact) for term, exact in ends)
