"""Goals: numbers that a result is meant to reach, which are no results."""

from __future__ import annotations

from osteocase.pipeline.labs.elements import Group
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["LEAD", "is_reached", "is_wanted"]

LEAD = 40
"""How many characters before a name a word such as ``target`` reaches."""


def is_wanted(scan: Scan, group: Group, start: int) -> bool:
    """Whether a word such as ``target`` stands before a group."""
    first = group.names[0]
    words = scan.words_in(max(start, first.start - LEAD), first.start, "result_wanted")
    return any(scan.knowledge.words[word.id].value == "goal" and not is_reached(scan, word, first) for word in words)


_HAS_NUMBER = re.compile(r"\d[^,;()\[\]]*[,;)\]]")


def is_reached(scan: Scan, word: Mention, name: Mention) -> bool:
    """``phosphate 6.9 (goal 3.5-5.5), albumin 3.5``: the goal has its number, and what follows is measured."""
    return (
        scan.knowledge.words[word.id].value == "goal"
        and _HAS_NUMBER.search(scan.text, word.end, name.start) is not None
    )
