"""Endless runs cut to a length that a clinician could have typed, without moving anything.

Expressions look ahead over white space and words. Over a run of a hundred thousand spaces, which only a broken printer
or bad intent writes, each place of the run would be looked at from each other one. Here a sign that belongs to no
word and is no space stands in for one character in each stretch of a long run, so that every look ends there. Nothing
is moved: a position counts in the stored text as it did, and the words of a source are taken from there.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["BREAK", "tamed"]

BREAK = "\ue000"
"""A character for private use, which no keyboard has: no letter, no digit, no space."""
_SPACES = 150
"""White space that may stand in one run: a wide table with an empty column stays below it."""
_SOLID = 400
"""Characters without white space that may stand in one run; addresses and codes stay below it."""
_RUN = re.compile(rf"\s{{{_SPACES}}}(?=\s)|\S{{{_SOLID}}}(?=\S)")

_LONG_GAP = re.compile(rf"\s{{{_SPACES + 1}}}")


def tamed(text: str) -> str:
    """The text in its own length, with a ``BREAK`` for the last character of each full stretch of an endless run."""
    has_run = _LONG_GAP.search(text) is not None or max(map(len, text.split()), default=0) > _SOLID
    return _RUN.sub(_broken, text) if has_run else text


def _broken(match: re.Match[str]) -> str:
    return match.group()[:-1] + BREAK
