"""Times as notes tell them: dates, ages, distances from another event, and labels such as ``at baseline``.

The words (months, units, relations, anchors, labels) live in ``patterns/words-time.toml``; ``times.dates``,
``times.distances`` and ``times.phrases`` hold how they are put together, ``times.order`` the order of slashed dates.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.wordstarts import IndexedText, WordPattern, WordPatterns
from osteocase.pipeline.times.dates import DateFamilies, day_first
from osteocase.pipeline.times.distances import DistanceFamilies
from osteocase.pipeline.times.order import day_order, is_open
from osteocase.pipeline.times.phrases import PhraseFamilies
from osteocase.pipeline.times.words import TimeMention, TimeWords

__all__ = ["TimeGrammar", "TimeMention", "find_times", "time_draft"]


def time_draft(text: str, time: TimeMention) -> dict[str, Any]:
    """A time mention as the fields of ``records.Time``."""
    offset = {"value": time.value, "unit": time.unit} if time.value is not None and time.unit is not None else None
    return {
        "text": text[time.start : time.end],
        "kind": "relative" if time.kind == "duration" else time.kind,
        "date": time.date,
        "day_order": _day_order(text[time.start : time.end], time.date) if time.kind == "date" else None,
        "end": time.date_end,
        "offset": offset,
        "anchor": time.anchor,
        "precision": time.precision,
    }


def _day_order(written: str, date: str | None) -> str | None:
    """``day_first`` or ``month_first`` for a date that can be read in both ways."""
    if date is None or len(date) != 10 or not is_open(written):
        return None
    return "month_first" if int(date[5:7]) == int(re.split(r"\D", written)[0]) else "day_first"


def find_times(indexed: IndexedText, knowledge: Knowledge, *, day_first: bool | None = None) -> list[TimeMention]:
    """Every time expression of a text, the longest where several overlap, in order.

    ``day_first`` says how 3/5/2021 is meant; where it is None the other dates and the spelling of the text decide, and
    month first is assumed when they tell nothing.
    """
    return _grammar(knowledge).find(indexed, is_day_first=day_order(indexed.text, day_first).day_first)


@lru_cache(maxsize=4)
def _grammar(knowledge: Knowledge) -> TimeGrammar:
    return TimeGrammar(knowledge)


def _recurs(text: str, start: int) -> bool:
    """``every | 3 months from age 4``: how often, no distance."""
    return text[max(0, start - 6) : start].lower().endswith(("every ", "each "))


_Maker = Callable[[re.Match[str]], "TimeMention | None"]


class TimeGrammar:
    """The time expressions of one lexicon, compiled to one regular expression a family."""

    def __init__(self, knowledge: Knowledge) -> None:
        words = TimeWords(knowledge)
        families: list[tuple[str, _Maker]] = [
            *DateFamilies(words).families,
            *DistanceFamilies(words).families,
            *PhraseFamilies(words).families,
        ]
        self.patterns = WordPatterns([WordPattern(pattern) for pattern, _ in families])
        self.makers = [make for _, make in families]

    def find(self, indexed: IndexedText, *, is_day_first: bool) -> list[TimeMention]:
        """Every time expression of a text; the longest wins, then the earlier family."""
        found: list[tuple[int, int, int, TimeMention]] = []
        for rank, match in self.patterns.finditer(indexed):
            mention = self.makers[rank](match)
            if mention is not None and is_day_first and mention.kind == "date":
                mention = day_first(indexed.text, mention)
            if mention is not None and not (mention.kind == "relative" and _recurs(indexed.text, mention.start)):
                found.append((mention.start, -(mention.end - mention.start), rank, mention))
        found.sort(key=lambda item: (item[1], item[2], item[0]))
        starts: list[int] = []
        ends: list[int] = []
        kept: list[TimeMention] = []
        for *_, mention in found:
            index = bisect_right(starts, mention.start)
            if (index and ends[index - 1] > mention.start) or (index < len(starts) and starts[index] < mention.end):
                continue
            starts.insert(index, mention.start)
            ends.insert(index, mention.end)
            kept.insert(index, mention)
        return kept
