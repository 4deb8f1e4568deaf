"""Regular expressions tried only where they can match, so that many of them cost little over one long text.

A ``WordPattern`` knows two things of its expression, read from the expression itself: the characters that a match can
begin with, and sets of words of each of which every match must hold one. Both are needed conditions, so that the
matches are those of ``re.Pattern.finditer``, found sooner: an expression whose words do not stand in the text is not
tried at all, and many that match from the start of a word on are tried together, each at the words with the right first
letters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from osteocase.lexicon.normal import WORD
from osteocase.pipeline import regular as re
from osteocase.pipeline.expression_trees import first_of, holds
from osteocase.pipeline.expressions import Description, described
from osteocase.pipeline.terms import word_forms

__all__ = ["IndexedText", "WordPattern", "WordPatterns"]

_DIGIT = "0"
"""Stands for every decimal digit of every script inside a word."""
_END = " "
"""Stands for the end of a word of fewer letters than are looked at."""
_ANY = "*"
"""Stands for letters that can be any."""
_LETTERS = 4
"""Letters of a word by which the expressions are told that can match there."""
_WORD_START = re.compile(r"(?<![^\W_])(?P<letters>\w[^\W_]{0,3})[^\W_]*|\.(?=\d)")
"""The first letters of a word, which the rest of it follows so that the search goes on behind it."""
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
_MOST_HEADS = 150
"""Heads to look up before trying the expression at every place is the cheaper way."""
_SHORT = 400
"""Characters of a text in which an expression is tried everywhere rather than that its words are looked up."""
_NEAR = 40
"""Characters that are passed over in the time in which an expression is tried at one place."""


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
    def starts(self) -> dict[str, list[int]]:
        """Places where a word begins, by its first letters in lower case, and numbers by their first two digits."""
        found: dict[str, list[int]] = defaultdict(list)
        for match in _WORD_START.finditer(self.text):
            found[match["letters"] or "."].append(match.start())
        merged: dict[str, list[int]] = defaultdict(list)
        for letters, places in found.items():
            merged[_key(letters)] += places
        return merged

    @cached_property
    def _keys(self) -> list[str]:
        """The keys of ``starts`` in order."""
        return sorted(self.starts)

    def places(self, heads: frozenset[str]) -> list[int]:
        """Where words begin that some heads stand for, in order."""
        starts = self.starts
        found: list[int] = []
        for head in heads:
            if head[-1] != _ANY:
                found += starts.get(head, ())
                continue
            first = bisect_left(self._keys, head[:-1])
            for key in self._keys[first:]:
                if not key.startswith(head[:-1]):
                    break
                found += starts[key]
        found.sort()
        return found


class WordPattern:
    """A regular expression that is looked for where it can match only; in any case unless ``flags`` says otherwise.

    Raises:
        re.error: the expression is wrong.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self.compiled, told = described(pattern, flags, lambda tree: _description(tree, tree.state.flags | flags))
        self.heads = None if told["heads"] is None else frozenset(told["heads"])
        """What a match can begin with, as keys of ``IndexedText.starts``; None where it can begin inside a word."""
        self._taken: dict[str, bool] = {}
        self.needles = tuple(_Needles(words) for words in told["needles"])
        """Sets of words, of each of which a match holds one."""

    def may_match(self, text: IndexedText) -> bool:
        """False where none of the words stands in the text of which each match holds one."""
        return text.may_match(self)

    def finditer(self, text: IndexedText) -> Iterator[re.Match[str]]:
        """Every match from left to right, none over another, as ``re.Pattern.finditer`` gives them."""
        if not self.may_match(text):
            return iter(())
        places = self._places(text)
        return self.compiled.finditer(text.text) if places is None else self._at(text.text, places)

    def _places(self, text: IndexedText) -> list[int] | None:
        """Where to try the expression; None where trying it everywhere is the cheaper way."""
        if self.heads is None or len(self.heads) > _MOST_HEADS or len(text.text) < _SHORT:
            return None
        places = text.places(self.heads)
        return places if len(places) * _NEAR < len(text.text) else None

    def _at(self, text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
        """The matches at some places, none over another."""
        reached = 0
        tried = self.compiled.match
        for place in places:
            if place >= reached and (match := tried(text, place)) is not None:
                reached = match.end()
                yield match

    def takes(self, key: str) -> bool:
        """Whether a match can begin with a word of this key."""
        taken = self._taken.get(key)
        if taken is None:
            wide = {key, *(key[:size] + _ANY for size in range(1, len(key)))}
            taken = self._taken[key] = self.heads is not None and not self.heads.isdisjoint(wide)
        return taken

    def first(self, text: IndexedText) -> re.Match[str] | None:
        """The first match, if any."""
        if not self.may_match(text):
            return None
        places = self._places(text)
        return self.compiled.search(text.text) if places is None else next(self._at(text.text, places), None)


class WordPatterns:
    """Many expressions looked for in one walk over the words of a text."""

    def __init__(self, patterns: Sequence[WordPattern]) -> None:
        self.patterns = tuple(patterns)
        self._by_key: dict[str, tuple[int, ...]] = {}
        """The first letters of a word, as written, to the expressions that can match there."""

    def finditer(self, text: IndexedText) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of every expression with its number; of each expression as its ``finditer`` gives them."""
        tried = [pattern.may_match(text) for pattern in self.patterns]
        matches = [pattern.compiled.match for pattern in self.patterns]
        string = text.text
        for number, pattern in enumerate(self.patterns):
            if pattern.heads is None and tried[number]:
                for found in pattern.compiled.finditer(string):
                    yield number, found
        places: list[tuple[int, list[int]]] = []
        for key, starts in text.starts.items():
            numbers = self._by_key.get(key)
            if numbers is None:
                numbers = self._by_key[key] = self._at(key)
            likely = [number for number in numbers if tried[number]]
            if likely:
                places += [(place, likely) for place in starts]
        places.sort()
        reached = [0] * len(tried)
        for place, numbers_here in places:
            for number in numbers_here:
                if place >= reached[number] and (match := matches[number](string, place)) is not None:
                    reached[number] = match.end()
                    yield number, match

    def _at(self, key: str) -> tuple[int, ...]:
        """The expressions that can match where a word begins with a key."""
        return tuple(number for number, pattern in enumerate(self.patterns) if pattern.takes(key))


def _lower(text: str) -> str:
    """A text in lower case, with the letters that an expression in any case takes for an s and an i."""
    return text.lower().replace("ſ", "s").replace("ı", "i")


@lru_cache(maxsize=20_000)
def _key(letters: str) -> str:
    """The key of a word from its first letters."""
    if letters[0] == ".":
        return letters  # .5 is a number as 0.5 is
    if letters[0].isdecimal():
        return str(int(letters[0])) + (str(int(letters[1])) if letters[1:2].isdecimal() else _END)
    signs = "".join(_DIGIT if letter.isdecimal() else _lower(letter)[0] for letter in letters)
    return signs + (_END if len(letters) < _LETTERS else "")


def _description(tree: Any, flags: int) -> Description:
    heads = _heads(tuple(tree), _LETTERS) if _starts_a_word(tree) else {_ANY}
    needles = sorted((words for words in _needles(tree, flags) if len(words) <= _MOST_NEEDLES), key=_worth)
    telling = [words for words in needles if min(map(len, words)) >= _TELLING] or needles[:1]
    return {
        "heads": None if _ANY in heads else sorted(heads),
        "needles": [sorted(words) for words in telling[:_MOST_SETS]],
    }


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
        return {_END} if size < _LETTERS and _ends_a_word(kind, value) else _heads(rest, size)
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
        if letter == "." and size == _LETTERS and _heads(rest, 1) == {_DIGIT}:
            found.add(letter)
        elif re.fullmatch(r"[^\W_]", letter) is None:
            found.add(_ANY if size == _LETTERS else _END)
        elif letter.isdecimal() and size == _LETTERS:
            found |= {str(int(letter)) + second for second in _second_signs(rest)}
        else:
            sign = _DIGIT if letter.isdecimal() else _lower(letter)[0]
            found |= {sign} if size == 1 else {sign + following for following in _heads(rest, size - 1)}
    return found


def _second_signs(rest: tuple[Any, ...]) -> set[str]:
    """What may follow the first digit of a number: a digit, or the end of the number, or anything."""
    classes, nullable = first_of(rest, int(re.IGNORECASE))
    if classes is None or nullable:
        return {_ANY}
    digits = {sign for sign in "0123456789" if any(holds(members, ord(sign)) for members in classes)}
    others = any(kind is not op.LITERAL or not chr(value).isdecimal() for members in classes for kind, value in members)
    return digits | {_END} if others else digits


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
