"""The words of a text that expressions can begin with, found by one expression made of the openings of all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.openings import ANY, DIGIT, END, Signs, keys_of

__all__ = ["OpeningWalk"]

_FOREIGN_LETTER = re.compile(r"[^\W_\x00-\x7f]")
_FOREIGN_WORD = r"[^\W_]{0,3}(?![\x00-\x7f])[^\W_]"
"""A word with a letter that may be another one in another case."""
_OPENING = r"(?<![^\W_])(?={})(?=(\d{{1,2}}|[^\W_]{{1,4}}))(?:\d++|[^\W_]++)(?=\s*+(\S?(?:.|\n)?))"
"""One of some words: its first letters, and two signs behind it."""
_MOST_OPENINGS = 20_000
"""Openings of words that are kept in mind."""


class OpeningWalk:
    """One walk over the words of a text for many expressions, given by their openings (``pipeline.openings``)."""

    def __init__(self, openings: Sequence[dict[str, Signs]]) -> None:
        self._by_key: dict[str, list[tuple[int, Signs]]] = defaultdict(list)
        for number, told in enumerate(openings):
            for key, signs in told.items():
                self._by_key[key].append((number, signs))
        self._alternatives = _alternatives(self._by_key)
        self._by_opening: dict[tuple[str, str], tuple[int, ...]] = {}
        """The first letters of a word and the signs behind it, as written, to the expressions that can match there."""

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(_OPENING.format(self._alternatives), re.IGNORECASE)

    @cached_property
    def _opening_or_foreign(self) -> re.Pattern[str]:
        return re.compile(_OPENING.format(f"{self._alternatives}|{_FOREIGN_WORD}"), re.IGNORECASE)

    def through(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Where a word begins that some expressions can match at, with their numbers, in the order of the text."""
        by_opening = self._by_opening
        is_foreign = not text.isascii() and _FOREIGN_LETTER.search(text) is not None
        for opening in (self._opening_or_foreign if is_foreign else self._opening).finditer(text):
            letters, signs = opening.groups()
            numbers = by_opening.get((letters, signs))
            if numbers is None:
                numbers = self._of_opening(letters, signs)
            yield opening.start(), numbers

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


def _alternatives(by_key: dict[str, list[tuple[int, Signs]]]) -> str:
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
