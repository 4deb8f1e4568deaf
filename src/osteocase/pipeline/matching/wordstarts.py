"""Regular expressions tried only where they can match, so that many of them cost little over one long text.

A ``WordPattern`` knows two things of its expression, read from the expression itself: how a match can open, and sets of
words of each of which every match must hold one. Both are needed conditions, so that the matches are those of
``re.Pattern.finditer``, found sooner: an expression is not tried at all in a text that has none of its openings or of
its words, and many expressions are tried together, each at the words that open as its matches do.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from osteocase.lexicon.normal import WORD
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.expressions import Description, described
from osteocase.pipeline.matching.opening_walk import OpeningWalk
from osteocase.pipeline.matching.openings import Signs, openings, plain
from osteocase.pipeline.matching.terms import word_forms

__all__ = ["IndexedText", "SharedPattern", "WordPattern", "WordPatterns"]

_LINE_STARTS = ("", "\n")
_MOST_NEEDLES = 80
"""Words to look for before trying the expression itself is the cheaper way."""
_FOREIGN = 128
"""Letters from here on may have cases that lower case does not make alike."""
_MOST_SETS = 3
"""Sets of words that are looked for, the most telling ones."""
_TELLING = 3
"""Letters of a word that is not in every text; of shorter ones a set is looked for where there is no other."""
_SIGNS = frozenset("#%@+*=?!°")
"""Single characters that are not in every text."""


class _Needles:
    """Words of which one must stand in a text, also inside other words, for a match to be there."""

    def __init__(self, words: Sequence[str]) -> None:
        self.plain = tuple(word for word in words if word == word.lower())
        """Those in lower case, looked for in any case."""
        self.exact = tuple(word for word in words if word != word.lower())
        """Those that count in the case they are written in."""


class IndexedText:
    """A text with the places where its words begin, by their first letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._may_match: dict[WordPattern, bool] = {}
        self._places: dict[int, list[int]] = {}
        self._walked = 0
        """How many of the shared expressions have been looked for."""

    def may_match(self, pattern: WordPattern) -> bool:
        """Whether the words stand in the text of which each match of an expression holds some; told once."""
        held = self._may_match.get(pattern)
        if held is None:
            held = self._may_match[pattern] = self._holds(pattern.needles)
        return held

    def _holds(self, needles: Sequence[_Needles]) -> bool:
        for words in needles:
            if not (any(map(self.lower.__contains__, words.plain)) or any(map(self.text.__contains__, words.exact))):
                return False
        return True

    @cached_property
    def lower(self) -> str:
        """The text as words are looked for in it; its length may differ."""
        return plain(self.text)

    @cached_property
    def word_spans(self) -> list[tuple[int, int]]:
        """Start and end of each word as terms are compared; the ``>`` before the lines of a quoted mail is none."""
        text = self.text
        spans = [match.span() for match in WORD.finditer(text)]
        if ">" not in text:
            return spans
        return [
            span
            for span in spans
            if text[span[0] : span[1]] != ">" or text[max(0, span[0] - 1) : span[0]] not in _LINE_STARTS
        ]

    @cached_property
    def _forms(self) -> list[tuple[str, str]]:
        text = self.text
        return [word_forms(text[start:end]) for start, end in self.word_spans]

    @cached_property
    def plain_words(self) -> list[str]:
        """The words of ``word_spans`` as terms are compared, their case kept."""
        return [plain for plain, _ in self._forms]

    @cached_property
    def lower_words(self) -> list[str]:
        """``plain_words`` in lower case."""
        return [lower for _, lower in self._forms]

    def places(self, pattern: SharedPattern) -> list[int]:
        """Where words begin that a shared expression can begin with, in order."""
        if pattern.number >= self._walked:
            for _ in WordPatterns(()).finditer(self):
                pass
        return self._places.get(pattern.number) or []

    def keep_places(self, places: dict[int, list[int]], count: int) -> None:
        """Take up where the first so many shared expressions can begin, by their numbers."""
        self._places, self._walked = places, count


class WordPattern:
    """A regular expression that is looked for where it can match only; in any case unless ``flags`` says otherwise.

    Raises:
        re.error: the expression is wrong.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self.compiled, told = described(
            pattern, flags, "words", lambda tree: _description(tree, tree.state.flags | flags)
        )
        self.openings: dict[str, Signs] | None = None
        """The keys of the words that a match can begin with and the signs behind them; None where it can be any."""
        if told["openings"] is not None:
            self.openings = {key: signs for keys, signs in told["openings"] for key in keys}
        self.needles = tuple(_Needles(words) for words in told["needles"])
        """Sets of words, of each of which a match holds one."""

    def may_match(self, text: IndexedText) -> bool:
        """False where none of the words stands in the text of which each match holds one."""
        return text.may_match(self)

    def finditer(self, text: IndexedText) -> Iterator[re.Match[str]]:
        """Every match from left to right, none over another, as ``re.Pattern.finditer`` gives them."""
        return self.compiled.finditer(text.text) if text.may_match(self) else iter(())

    def first(self, text: IndexedText) -> re.Match[str] | None:
        """The first match, if any."""
        return self.compiled.search(text.text) if text.may_match(self) else None


_SHARED: list[SharedPattern] = []
"""The expressions that are looked for in one walk together, in the order in which they were made."""


class SharedPattern(WordPattern):
    """An expression that begins with a word, looked for together with all others of its kind: one walk over the words
    of a text finds where each of them can match. Made once for the whole process, where its module is loaded.

    Raises:
        re.error: the expression is wrong.
        ValueError: a match can begin elsewhere than with a word.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        super().__init__(pattern, flags)
        if self.openings is None:
            raise ValueError(f"begins elsewhere than with a word: {pattern}")
        self.number = len(_SHARED)
        _SHARED.append(self)

    def finditer(self, text: IndexedText, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match from left to right, none over another, as ``re.Pattern.finditer`` gives them for a stretch."""
        places = text.places(self)
        matched = self.compiled.match
        for place in places[bisect_left(places, start) :] if start else places:
            if place >= end:
                break
            if place >= start and (match := matched(text.text, place, end)) is not None:
                start = match.end()
                yield match

    def first(self, text: IndexedText, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match of a stretch, if any."""
        return next(self.finditer(text, start, end), None)


class WordPatterns:
    """Expressions looked for in one walk over the words of a text, together with the shared ones."""

    def __init__(self, patterns: Sequence[WordPattern]) -> None:
        self.patterns = tuple(patterns)
        self._anywhere = [number for number, pattern in enumerate(self.patterns) if pattern.openings is None]
        self._matches = [pattern.compiled.match for pattern in self.patterns]

    def finditer(self, text: IndexedText) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of every expression with its number; of each expression as its ``finditer`` gives them."""
        for number in self._anywhere:
            for found in self.patterns[number].finditer(text):
                yield number, found
        count, shared = len(self.patterns), len(_SHARED)
        places: dict[int, list[int]] = defaultdict(list)
        reached = [0] * count
        for place, numbers in _walk(self.patterns, shared).through(text.text):
            for number in numbers:
                if number >= count:
                    places[number - count].append(place)
                elif place >= reached[number]:
                    match = self._matches[number](text.text, place)
                    if match is not None:
                        reached[number] = match.end()
                        yield number, match
        text.keep_places(places, shared)


@lru_cache(maxsize=4)
def _walk(patterns: tuple[WordPattern, ...], shared: int) -> OpeningWalk:
    """The walk for some expressions and the first so many shared ones."""
    return OpeningWalk([pattern.openings or {} for pattern in (*patterns, *_SHARED[:shared])])


def _description(tree: Any, flags: int) -> Description:
    needles = sorted((words for words in _needles(tree, flags) if len(words) <= _MOST_NEEDLES), key=_worth)
    telling = [words for words in needles if min(map(len, words)) >= _TELLING] or needles[:1]
    opening = openings(tree)
    return {
        "openings": None if opening is None else _by_signs(opening),
        "needles": [sorted(words) for words in telling[:_MOST_SETS]],
    }


def _by_signs(opening: dict[str, Signs]) -> list[tuple[list[str], Signs]]:
    """Keys with the same signs behind them told together, since most of an expression's are."""
    joined: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    for key, signs in sorted(opening.items()):
        joined[tuple(sorted(signs.items()))].append(key)
    return [(keys, dict(signs)) for signs, keys in joined.items()]


def _needles(tree: Any, flags: int) -> list[set[str]]:
    """Sets of words, of each of which every match holds at least one; in lower case where case does not count."""
    found: list[set[str]] = []
    run = ""
    for kind, value in [*tree, (None, None)]:
        if kind is op.LITERAL and not flags & op.SRE_FLAG_IGNORECASE:
            run += chr(value)
            continue
        if kind is op.LITERAL and value < _FOREIGN:
            run += chr(value).lower()
            continue
        if len(run) > 1 or run in _SIGNS:
            found.append({run})
        run = ""
        if kind is op.SUBPATTERN:
            found += _needles(value[3], (flags | value[1]) & ~value[2])
        elif kind is op.BRANCH:
            branches = [min(_needles(branch, flags), key=_worth, default=None) for branch in value[1]]
            if None not in branches:
                found.append({word for words in branches for word in words or ()})
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT} and value[0] > 0:
            found += _needles(value[2], flags)
        elif kind is op.ASSERT:
            found += _needles(value[1], flags)
    return found


def _worth(words: set[str]) -> tuple[int, int]:
    """Order of sets of words: those first whose shortest word is longer, and of equal ones the smaller sets."""
    return -min(map(len, words)), len(words)
