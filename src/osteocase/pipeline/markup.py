"""What a text holds beside its words: marks of emphasis, invisible characters. They are taken out before it is read.

Scribes and note systems write ``**Alendronate** 70 mg``, and copies out of a PDF keep its soft hyphens.
A mark between a name and its dose hides neither from a reader. Everything is read without the marks; ``Places`` tells
where a position stands in the stored text, so that every source still quotes the note's own characters.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from osteocase.pipeline import regular as re

__all__ = ["Places", "without_markup"]

_MARKUP = re.compile(
    r"(?<![*\w\[\\])(?P<strong>\*{2,3}|__)(?=[^\s*_])[^*\n]{0,160}?[^\s*_](?P<strong_end>(?P=strong))(?![*\w])"
    r"|(?<![*\w\\])(?P<light>\*)[A-Za-z](?:[A-Za-z' -]{0,60}[A-Za-z])?(?P<light_end>\*)(?![*\w])"
    r"|(?P<tag></?(?:b|strong|i|em|u)>)"
    r"|(?P<unseen>[\u00ad\u200b-\u200d\u2060\ufeff]+)",
    re.IGNORECASE,
)
"""``**words**``, ``__words__``, ``*words*``, tags of HTML, soft hyphens and signs without width. The brackets of
de-identified notes (``[**2031-4-2**]``) are none, nor is the asterisk of a result outside its interval (``92*``)."""
_SIGNS = re.compile(r"\*|__|</?[bsieu]|[\u00ad\u200b-\u200d\u2060\ufeff]", re.IGNORECASE)


class Places(NamedTuple):
    """Where the characters of a text without marks stand in the stored text. Positions count characters from 0."""

    starts: tuple[int, ...] = ()
    """Positions in the text without marks before which something was taken out, in order."""
    shifts: tuple[int, ...] = ()
    """How many characters were taken out up to each of them."""

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that a stretch without marks stands for, without the marks at its ends."""
        if not self.starts:
            return start, end
        first = start + self._shift(start)
        return (first, end + self._shift(end - 1)) if end > start else (first, first)

    def edge(self, position: int) -> int:
        """The position in the stored text of an edge between two parts; marks on it belong to the part before."""
        return position + self._shift(position) if position else 0

    def plain(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without marks of a stretch of the stored text."""
        if not self.starts:
            return start, end
        return self._plain(start), self._plain(end)

    def _shift(self, position: int) -> int:
        index = bisect_right(self.starts, position)
        return self.shifts[index - 1] if index else 0

    def _plain(self, position: int) -> int:
        moved = [begin + shift for begin, shift in zip(self.starts, self.shifts, strict=True)]
        index = bisect_right(moved, position)
        here = position - (self.shifts[index - 1] if index else 0)
        return min(here, self.starts[index]) if index < len(self.starts) else here


def without_markup(text: str) -> tuple[str, Places]:
    """The words of a text without its marks, and where they stand in it."""
    if _SIGNS.search(text) is None:
        return text, Places()
    marks: list[tuple[int, int]] = []
    for match in _MARKUP.finditer(text):
        whole = match["tag"] or match["unseen"]
        names = ("tag" if match["tag"] else "unseen",) if whole else _ENDS["strong" if match["strong"] else "light"]
        marks += [match.span(name) for name in names]
    if not marks:
        return text, Places()
    edges = [0, *(edge for mark in marks for edge in mark), len(text)]
    words = "".join(text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True))
    shifts = tuple(accumulate(end - start for start, end in marks))
    starts = tuple(start - before for (start, _), before in zip(marks, (0, *shifts), strict=False))
    return words, Places(starts, shifts)


_ENDS = {"strong": ("strong", "strong_end"), "light": ("light", "light_end")}
