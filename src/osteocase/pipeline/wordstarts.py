"""Regular expressions tried only where they can match, so that many of them cost little over one long text.

A ``WordPattern`` knows two things of its expression, read from the expression itself: how a match can open, and sets of
words of each of which every match must hold one. Both are needed conditions, so that the matches are those of
``re.Pattern.finditer``, found sooner: an expression is not tried at all in a text that has none of its openings or of
its words, and many expressions are tried together, each at the words that open as its matches do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from osteocase.lexicon.normal import WORD
from osteocase.pipeline import regular as re
from osteocase.pipeline.expressions import Description, described
from osteocase.pipeline.openings import ANY, DIGIT, END, Signs, keys_of, openings, plain
from osteocase.pipeline.terms import word_forms

__all__ = ["IndexedText", "WordPattern", "WordPatterns"]

_LETTERS = re.compile(r"(?<![^\W_])(\d{1,2}|[^\W_]{1,4})[^\W_]*")
"""The first letters of a word, or digits of a number; with the rest of it, so that the search goes on behind it."""
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
_FOREIGN_LETTER = re.compile(r"[^\W_\x00-\x7f]")
_FOREIGN_WORD = r"[^\W_]{0,3}(?![\x00-\x7f])[^\W_]"
"""A word with a letter that may be another one in another case."""
_OPENING = r"(?<![^\W_])(?={})(?=(\d{{1,2}}|[^\W_]{{1,4}}))(?:\d++|[^\W_]++)(?=\s*+(\S?(?:.|\n)?))"
_MOST_OPENINGS = 20_000
"""Openings of words that are kept in mind."""


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

    def may_match(self, pattern: WordPattern) -> bool:
        """Whether the words stand in the text of which each match of an expression holds some; told once."""
        held = self._may_match.get(pattern)
        if held is None:
            held = self._may_match[pattern] = self._opens(pattern) and self._holds(pattern.needles)
        return held

    def _opens(self, pattern: WordPattern) -> bool:
        return pattern.openings is None or not self.keys.isdisjoint(pattern.openings)

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

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the words in it, with those that stand for them among others."""
        return frozenset().union(*map(keys_of, set(_LETTERS.findall(self.text))))


class WordPattern:
    """A regular expression that is looked for where it can match only; in any case unless ``flags`` says otherwise.

    Raises:
        re.error: the expression is wrong.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self.compiled, told = described(pattern, flags, lambda tree: _description(tree, tree.state.flags | flags))
        self.openings: dict[str, Signs] | None = None
        """The keys of the words that a match can begin with and the signs behind them; None where it can be any."""
        if told["openings"] is not None:
            self.openings = {key: signs for keys, signs in told["openings"] for key in keys}
        self.needles = tuple(_Needles(words) for words in told["needles"])
        """Sets of words, of each of which a match holds one."""

    def may_match(self, text: IndexedText) -> bool:
        """False where no word stands in the text that a match can begin with, or none of those that it must hold."""
        return text.may_match(self)

    def finditer(self, text: IndexedText) -> Iterator[re.Match[str]]:
        """Every match from left to right, none over another, as ``re.Pattern.finditer`` gives them."""
        return self.compiled.finditer(text.text) if text.may_match(self) else iter(())

    def first(self, text: IndexedText) -> re.Match[str] | None:
        """The first match, if any."""
        return self.compiled.search(text.text) if text.may_match(self) else None


class WordPatterns:
    """Many expressions looked for in one walk over the words of a text."""

    def __init__(self, patterns: Sequence[WordPattern]) -> None:
        self.patterns = tuple(patterns)
        self._anywhere = [number for number, pattern in enumerate(self.patterns) if pattern.openings is None]
        self._by_key: dict[str, list[tuple[int, Signs]]] = defaultdict(list)
        for number, pattern in enumerate(self.patterns):
            for key, signs in (pattern.openings or {}).items():
                self._by_key[key].append((number, signs))
        self._openings = _openings(self._by_key)
        self._by_opening: dict[tuple[str, str], tuple[int, ...]] = {}
        """The first letters of a word and the signs behind it, as written, to the expressions that can match there."""

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        """A word that some expression can begin with: its first letters, and two signs behind it."""
        return re.compile(_OPENING.format(self._openings), re.IGNORECASE)

    @cached_property
    def _opening_or_foreign(self) -> re.Pattern[str]:
        """Such a word, or one with a letter that may be another one in another case."""
        return re.compile(_OPENING.format(f"{self._openings}|{_FOREIGN_WORD}"), re.IGNORECASE)

    def finditer(self, text: IndexedText) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of every expression with its number; of each expression as its ``finditer`` gives them."""
        for number in self._anywhere:
            for found in self.patterns[number].finditer(text):
                yield number, found
        string = text.text
        matches = [pattern.compiled.match for pattern in self.patterns]
        reached = [0] * len(matches)
        by_opening = self._by_opening
        is_foreign = not string.isascii() and _FOREIGN_LETTER.search(string) is not None
        for opening in (self._opening_or_foreign if is_foreign else self._opening).finditer(string):
            letters, signs = opening.groups()
            numbers = by_opening.get((letters, signs))
            if numbers is None:
                numbers = self._of_opening(letters, signs)
            place = opening.start()
            for number in numbers:
                if place >= reached[number] and (match := matches[number](string, place)) is not None:
                    reached[number] = match.end()
                    yield number, match

    def _of_opening(self, letters: str, signs: str) -> tuple[int, ...]:
        """The expressions that can match where a word begins with some letters before some signs."""
        if len(self._by_opening) >= _MOST_OPENINGS:
            self._by_opening.clear()
        first, second = (_sign(signs[place : place + 1]) for place in (0, 1))
        numbers = {
            number
            for key in keys_of(letters)
            for number, told in self._by_key.get(key, ())
            if ANY in (first, *told)
            or (first in told and (second == ANY or told[first] == ANY or second in told[first]))
        }
        found = self._by_opening[letters, signs] = tuple(sorted(numbers))
        return found


def _sign(written: str) -> str:
    """A sign behind a word as ``Signs`` tell it; any where there is none, or one with cases of its own."""
    if not written or not written.isascii():
        return ANY
    return END if written.isspace() else DIGIT if written.isdecimal() else written.lower()


def _openings(by_key: dict[str, list[tuple[int, Signs]]]) -> str:
    """Alternatives for the words that some expressions can begin with, and what stands behind them."""
    behind: dict[tuple[int, ...], str] = {}
    heads = []
    for key, told in sorted(by_key.items()):
        alike = tuple(id(signs) for _, signs in told)
        if alike not in behind:
            behind[alike] = _any_signs([signs for _, signs in told])
        heads.append(_word(key) + behind[alike])
    return "|".join(heads)


def _word(key: str) -> str:
    """An expression for the words of a key."""
    word, more = key.rstrip(END + ANY), r"\d"
    if not word[0].isdecimal():
        word, more = word.replace(DIGIT, r"\d"), r"[^\W_]"
    return word + (f"(?!{more})" if key.endswith(END) else f"{more}*+")


def _any_signs(told: Sequence[Signs]) -> str:
    """An expression for what may stand behind a word; empty where that may be anything."""
    joined: dict[str, set[str]] = defaultdict(set)
    for signs in told:
        for first, second in signs.items():
            joined[first].update(second)
    if ANY in joined:
        return ""
    behind = (_class(first) + ("" if ANY in second else _class("".join(second))) for first, second in joined.items())
    return rf"\s*+(?:{'|'.join(behind)})"


@lru_cache(maxsize=2_000)
def _class(signs: str) -> str:
    told = {DIGIT: r"\d", END: r"\s"}
    return f"[{''.join(told.get(sign) or re.escape(sign) for sign in sorted(signs))}]"


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
