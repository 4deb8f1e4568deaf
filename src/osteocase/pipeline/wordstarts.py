"""Regular expressions tried only where they can match, so that many of them cost little over one long text.

A ``WordPattern`` knows two things of its expression, read from the expression itself: the characters that a match can
begin with, and words of which every match must hold one. Both are needed conditions, so that the matches are those of
``re.Pattern.finditer``, found sooner: an expression whose words do not stand in the text is not tried at all, and one
that matches from the start of a word on is tried at the words with the right first letter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from osteocase.lexicon.normal import WORD
from osteocase.pipeline.terms import plain_word

__all__ = ["IndexedText", "WordPattern"]

_DIGIT = "0"
"""Stands for every decimal digit of every script."""
_END = " "
"""Stands for the end of a word of one letter."""
_ANY = "*"
"""Stands for a second letter that can be any."""
_WORD_START = re.compile(r"(?<![^\W_])\w[^\W_]?|\.(?=\d)")
_LINE_STARTS = ("", "\n")
_MOST_NEEDLES = 80
"""Words to look for before trying the expression itself is the cheaper way."""


class IndexedText:
    """A text with the places where its words begin, by their first two letters."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lower(self) -> str:
        """The text as words are looked for in it; its length may differ."""
        return _lower(self.text)

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
    def plain_words(self) -> list[str]:
        """The words of ``word_spans`` as terms are compared, their case kept."""
        text = self.text
        return [plain_word(text[start:end]) for start, end in self.word_spans]

    @cached_property
    def lower_words(self) -> list[str]:
        """``plain_words`` in lower case."""
        return [word.lower() for word in self.plain_words]

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """Places where a word begins, by its first two letters in lower case; all digits stand under ``0``."""
        found: dict[str, list[int]] = defaultdict(list)
        for match in _WORD_START.finditer(self.text):
            found[match.group()].append(match.start())
        merged: dict[str, list[int]] = defaultdict(list)
        for letters, places in found.items():
            merged[_key(letters)] += places
        return merged

    @cached_property
    def by_letter(self) -> dict[str, list[str]]:
        """The keys of ``starts`` by their first letter."""
        keys: dict[str, list[str]] = defaultdict(list)
        for key in self.starts:
            keys[key[0]].append(key)
        return keys

    def places(self, heads: frozenset[str]) -> list[int]:
        """Places where a word begins with one of the heads, in order."""
        places: list[int] = []
        for key in self.starts.keys() & heads:
            places += self.starts[key]
        for head in heads:
            if head[-1] == _ANY:
                for key in self.by_letter.get(head[0], ()):
                    places += self.starts[key]
        return sorted(set(places))


class WordPattern:
    """A regular expression that is looked for where it can match only; in any case unless ``flags`` says otherwise.

    Raises:
        re.error: the expression is wrong.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        tree = _parser.parse(pattern, flags)
        self.compiled: re.Pattern[str] = _compiler.compile(tree, flags)
        heads = _heads(tuple(tree), 2) if _starts_a_word(tree) else {_ANY}
        self.heads = None if _ANY in heads else frozenset(heads)
        """What a match can begin with, as keys of ``IndexedText.starts``; None where it can begin inside a word."""
        needles = _needles(tree)
        self.needles = tuple(sorted(needles)) if needles is not None and len(needles) <= _MOST_NEEDLES else ()
        """Words in lower case of which each match holds one; empty where there are none to look for."""

    def finditer(self, text: IndexedText) -> Iterator[re.Match[str]]:
        """Every match from left to right, none over another, as ``re.Pattern.finditer`` gives them."""
        if self.needles:
            lower = text.lower
            if not any(needle in lower for needle in self.needles):
                return iter(())
        if self.heads is None:
            return self.compiled.finditer(text.text)
        return self._at_words(text, self.heads)

    def first(self, text: IndexedText) -> re.Match[str] | None:
        """The first match, if any."""
        return next(iter(self.finditer(text)), None)

    def _at_words(self, text: IndexedText, heads: frozenset[str]) -> Iterator[re.Match[str]]:
        match_at, string, reached = self.compiled.match, text.text, 0
        for place in text.places(heads):
            if place >= reached and (match := match_at(string, place)) is not None:
                yield match
                reached = match.end()


def _lower(text: str) -> str:
    return text.lower().replace("ſ", "s")  # the long s, which an expression in any case takes for an s


def _key(letters: str) -> str:
    """The key of a word from its first two letters."""
    if letters[0].isdecimal() or letters[0] == ".":
        return _DIGIT  # .5 is a number as 0.5 is
    first = _lower(letters[0])[0]
    return first + (_END if len(letters) == 1 else _DIGIT if letters[1].isdecimal() else _lower(letters[1])[0])


def _starts_a_word(tree: Any) -> bool:
    """True where a match can only begin where a word begins: behind ``\\b`` or ``(?<![\\w…])``."""
    for kind, value in tree:
        if kind is op.AT:
            return bool(value in {op.AT_BOUNDARY, op.AT_UNI_BOUNDARY})
        if kind is op.ASSERT_NOT and value[0] < 0:
            return _is_no_word_behind(value[1])
        if kind is op.SUBPATTERN:
            return _starts_a_word(value[3])
        if kind is op.BRANCH:
            return all(_starts_a_word(branch) for branch in value[1])
        return False
    return False


def _is_no_word_behind(tree: Any) -> bool:
    """``[\\w…]`` or ``[^\\W_]`` before a match means that no letter or digit stands there."""
    if len(tree) != 1 or tree[0][0] is not op.IN:
        return False
    items = tree[0][1]
    if items[0] == (op.NEGATE, None):
        return set(items[1:]) == {(op.CATEGORY, op.CATEGORY_NOT_WORD), (op.LITERAL, ord("_"))}
    return (op.CATEGORY, op.CATEGORY_WORD) in items


def _heads(items: tuple[Any, ...], size: int) -> set[str]:
    """What a match can begin with, up to ``size`` letters; ``*`` alone where that can be anything or nothing."""
    if not items:
        return {_ANY}
    (kind, value), rest = items[0], items[1:]
    if kind in {op.AT, op.ASSERT, op.ASSERT_NOT}:
        return {_END} if size == 1 and _ends_a_word(kind, value) else _heads(rest, size)
    if kind is op.LITERAL:
        return _after({chr(value)}, rest, size)
    if kind is op.IN:
        letters = _members(value)
        return {_ANY} if letters is None else _after(letters, rest, size)
    if kind is op.SUBPATTERN:
        return _heads((*value[3], *rest), size)
    if kind is op.BRANCH:
        return {head for branch in value[1] for head in _heads((*branch, *rest), size)}
    if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
        once = (*value[2], *rest) if value[1] == 1 else (*value[2], (None, None))
        return _heads(once, size) | (_heads(rest, size) if value[0] == 0 else set())
    return {_ANY}


def _after(letters: set[str], rest: tuple[Any, ...], size: int) -> set[str]:
    """Heads that begin with one of the letters and go on with what follows."""
    found: set[str] = set()
    for letter in letters:
        if letter == "." and size == 2 and _heads(rest, 1) == {_DIGIT}:
            found.add(_DIGIT)
        elif re.fullmatch(r"[^\W_]", letter) is None:
            found.add(_ANY if size == 2 else _END)
        elif letter.isdecimal():
            found.add(_DIGIT)
        elif size == 1:
            found.add(_lower(letter)[0])
        else:
            found |= {_lower(letter)[0] + second for second in _heads(rest, 1)}
    return found


def _ends_a_word(kind: Any, value: Any) -> bool:
    """``\\b`` or ``(?![^\\W_])`` after a letter."""
    if kind is op.AT:
        return bool(value in {op.AT_BOUNDARY, op.AT_UNI_BOUNDARY})
    return kind is op.ASSERT_NOT and value[0] > 0 and _is_no_word_behind(value[1])


def _members(items: Any) -> set[str] | None:
    """The characters of a class; one digit stands for all; None where they cannot be told."""
    members: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            members.add(chr(value))
        elif kind is op.RANGE and value[1] < 128:
            members |= {chr(code) for code in range(value[0], value[1] + 1)}
        elif (kind, value) == (op.CATEGORY, op.CATEGORY_DIGIT):
            members |= set("0123456789")
        elif (kind, value) == (op.CATEGORY, op.CATEGORY_SPACE):
            members.add(" ")
        else:
            return None
    return members


def _needles(tree: Any) -> set[str] | None:
    """Words of which every match holds at least one, the longest to be had; None where nothing is sure."""
    best: set[str] | None = None
    run = ""
    for kind, value in [*tree, (None, None)]:
        if kind is op.LITERAL:
            run += chr(value).lower()
            continue
        best, run = _better(best, {run} if len(run) > 1 else None), ""
        if kind is op.SUBPATTERN:
            best = _better(best, _needles(value[3]))
        elif kind is op.BRANCH:
            branches = [_needles(branch) for branch in value[1]]
            if None not in branches:
                best = _better(best, {word for branch in branches for word in branch or ()})
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT} and value[0] > 0:
            best = _better(best, _needles(value[2]))
    return best


def _better(one: set[str] | None, other: set[str] | None) -> set[str] | None:
    """The set whose shortest word is longer, and of equal ones the smaller set."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=lambda words: (-min(map(len, words)), len(words)))
