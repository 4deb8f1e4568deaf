"""What the matches of an expression can begin with: the first letters of a word, and the signs that follow the word.

Both are read from the parsed expression, so that an expression needs to be tried only where a word stands that opens
as one of its matches does: ``six mo…`` opens as ``six months ago``, ``six mg`` does not.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

__all__ = ["ANY", "DIGIT", "END", "Signs", "key_of", "keys_of", "openings", "plain"]

LETTERS = 4
"""Letters of a word by which expressions are told that can match there; of a number two digits."""
DIGIT = "0"
"""Stands for every decimal digit of every script, but for the first two of a number."""
END = " "
"""Stands for the end of a word of fewer letters than are looked at, and for any space behind a first sign."""
ANY = "*"
"""Stands for letters that can be any, and for a sign that can be any, or none."""

Signs = dict[str, str]
"""The first sign behind a word, or behind the space that follows it, to the signs that can come next; in lower case."""

_WIDEST = 200
"""Characters of a range that are told one by one."""
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_ASSERTIONS = {op.AT, op.ASSERT, op.ASSERT_NOT}
_BEGINNINGS = {op.AT_BEGINNING, op.AT_BEGINNING_LINE, op.AT_BEGINNING_STRING}
_BOUNDARIES = {op.AT_BOUNDARY, op.AT_UNI_BOUNDARY}
_Place = tuple[Any, int, Any]
"""Items of the expression, the number of the next one, and the place that follows the items."""


def plain(text: str) -> str:
    """A text in lower case, with the letters that an expression in any case takes for an s and an i."""
    return text.lower().replace("ſ", "s").replace("ı", "i")


@lru_cache(maxsize=20_000)
def key_of(letters: str) -> str:
    """The key of a word from its first letters: of a number its first two digits."""
    if letters[0].isdecimal():
        return str(int(letters[0])) + (str(int(letters[1])) if letters[1:2].isdecimal() else END)
    signs = "".join(DIGIT if letter.isdecimal() else plain(letter)[0] for letter in letters[:LETTERS])
    return signs + (END if len(letters) < LETTERS else "")


@lru_cache(maxsize=20_000)
def keys_of(letters: str) -> tuple[str, ...]:
    """The key of a word from its first letters, with those that stand for it among others."""
    key = key_of(letters)
    return (key, *(key[:size] + ANY for size in range(1, len(key))))


def openings(tree: Any) -> dict[str, Signs] | None:
    """The keys of the words that a match can begin with, each with the signs that can follow the word.

    None where a match can begin elsewhere than with a word.
    """
    if not _starts_a_word(tree):
        return None
    walk = _Walk()
    return walk.found() if walk.through(tree) else None


class _Walk:
    """A walk through every way in which a match can begin, up to the second sign behind its first word.

    What a way has come by is written as the first letters of the word, then, once the word is over, ``END`` and the
    signs behind it. Each place is made once, so that no way goes on from where one with the same letters has been.
    """

    def __init__(self) -> None:
        self._signs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._places: dict[tuple[int, int, int], _Place] = {}
        self._loops: dict[int, list[Any]] = {}
        self._ways: list[tuple[_Place, str]] = []
        self._gone: set[tuple[int, str]] = set()

    def found(self) -> dict[str, Signs]:
        """The signs by key, once the walk is through."""
        return {
            key: {ANY: ANY}
            if ANY in signs
            else {first: ANY if ANY in next_ones else "".join(sorted(next_ones)) for first, next_ones in signs.items()}
            for key, signs in self._signs.items()
        }

    def through(self, tree: Any) -> bool:
        """False where a match can begin with something else than a letter or digit, or be empty."""
        self._go(self._place(tree, 0, None), "")
        while self._ways:
            place, told = self._ways.pop()
            if not self._step(place, told):
                return False
        return True

    def _place(self, items: Any, number: int, behind: _Place | None) -> _Place:
        return self._places.setdefault((id(items), number, id(behind)), (items, number, behind))

    def _go(self, place: _Place, told: str) -> None:
        way = (id(place), told)
        if way not in self._gone:
            self._gone.add(way)
            self._ways.append((place, told))

    def _end(self, told: str) -> bool:
        """Files what a way has come by before it can be anything; False where that is not even a letter."""
        letters, over, signs = told.partition(END)
        key = letters if _is_full(letters) else letters + (END if over else ANY)
        self._signs[key][signs[:1] or ANY].add(signs[1:] or ANY)
        return letters != ""

    def _step(self, place: _Place, told: str) -> bool:
        items, number, behind = place
        if number == len(items):
            if behind is None:
                return self._end(told)
            self._go(behind, told)
            return True
        kind, value = items[number]
        following = self._place(items, number + 1, behind)
        if kind in _ASSERTIONS:
            ends = told != "" and END not in told and _ends_a_word(kind, value)
            self._go(following, told + END if ends else told)
        elif kind is op.SUBPATTERN:
            self._go(self._place(value[3], 0, following), told)
        elif kind is op.ATOMIC_GROUP:
            self._go(self._place(value, 0, following), told)
        elif kind is op.BRANCH:
            for branch in value[1]:
                self._go(self._place(branch, 0, following), told)
        elif kind in _REPEATS:
            least, most, inner = value
            again = following if most == 1 else place
            if least == 0:
                self._go(following, told)
            elif most > 1:
                again = self._place(self._loops.setdefault(id(value), [(kind, (0, most, inner))]), 0, following)
            self._go(self._place(inner, 0, again), told)
        elif (signs := _signs(kind, value)) is None:
            return self._end(told)
        else:
            return all(self._take(sign, following, told) for sign in signs)
        return True

    def _take(self, sign: str, following: _Place, told: str) -> bool:
        letters, over, signs = told.partition(END)
        if not letters and not sign.isalnum():
            return False
        is_number = letters[:1].isdecimal()
        if not over and (sign.isalnum() if not is_number else sign.isdecimal()):
            if not _is_full(letters):
                told += sign if is_number or not letters or not sign.isdecimal() else DIGIT
            self._go(following, told)
        elif sign.isspace() and not signs:
            self._go(following, letters + END)
        else:
            told = letters + END + signs + (END if sign.isspace() else DIGIT if sign.isdecimal() else sign)
            if signs:
                return self._end(told)
            self._go(following, told)
        return True


def _is_full(letters: str) -> bool:
    return len(letters) == (2 if letters[:1].isdecimal() else LETTERS)


def _starts_a_word(tree: Any) -> bool:
    """True where no letter or digit can stand before a match: ``\\b``, ``(?<![\\w…])``, ``(?<=[(,])`` or ``^`` does."""
    for kind, value in tree:
        if kind is op.AT:
            return value in _BOUNDARIES or value in _BEGINNINGS
        if kind is op.ASSERT_NOT and value[0] < 0:
            return _is_no_word_behind(value[1])
        if kind is op.ASSERT and value[0] < 0:
            signs = _signs(*value[1][-1])
            return signs is not None and not any(sign.isalnum() for sign in signs)
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


def _ends_a_word(kind: Any, value: Any) -> bool:
    """``\\b`` or ``(?![^\\W_])`` after a letter."""
    if kind is op.AT:
        return value in _BOUNDARIES
    return kind is op.ASSERT_NOT and value[0] > 0 and _is_no_word_behind(value[1])


def _signs(kind: Any, value: Any) -> set[str] | None:
    """The characters that an item stands for, in lower case; one space stands for all; None where they can be any."""
    if kind is op.LITERAL:
        return {plain(chr(value))[0]}
    if kind is op.FAILURE:
        return set()
    if kind is not op.IN:
        return None
    signs: set[str] = set()
    for member, told in value:
        if member is op.LITERAL:
            signs.add(plain(chr(told))[0])
        elif member is op.RANGE and told[1] - told[0] < _WIDEST:
            signs |= {plain(chr(code))[0] for code in range(told[0], told[1] + 1)}
        elif (member, told) == (op.CATEGORY, op.CATEGORY_DIGIT):
            signs |= set("0123456789")
        elif (member, told) == (op.CATEGORY, op.CATEGORY_SPACE):
            signs.add(" ")
        else:
            return None
    return signs
