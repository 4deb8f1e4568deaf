"""Vertebrae of a whole row put right: ``T8 and T9, not T8 and T10`` leaves T8 as it is and makes T9 of T10."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Fracture, Record
from osteocase.review import Edit

__all__ = ["denied_levels", "relevelled", "wrong_level"]

_LEVEL = re.compile(r"\b(?P<part>Th|[CTL])(?P<number>1[0-2]|[1-9])\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|instead of|rather than)\b", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:but|it was|it is|they (?:were|are))\b", re.IGNORECASE)
_PAIR = 2
"""Levels of ``T8, not T9``, which is one against one."""


def relevelled(heard: Heard, fractures: Sequence[Fracture]) -> tuple[Edit, ...] | str | None:
    """The edits, or what is not clear; null where no row of levels is denied.

    Args:
        heard: what is said.
        fractures: the fractures of the case.
    """
    right, wrong = _told(heard.say)
    if not right or not wrong or len(right) + len(wrong) <= _PAIR:
        return None
    gone = [one for one in wrong if one not in right]
    new = [one for one in right if one not in wrong]
    there = [one for one in fractures if one.subject == "patient" and one.status != "absent" and one.level]
    recorded = {one.level for one in there}
    unknown = [one for one in gone if one not in recorded]
    if unknown:
        return f"No fracture of {' and '.join(unknown)} is recorded, so nothing was changed."
    known = [one for one in new if one in recorded]
    if known and gone:
        return (
            f"{' and '.join(known)} {'is' if len(known) == 1 else 'are'} recorded already, so nothing was changed. To "
            f"take out {' and '.join(gone)}, say: delete {' and '.join(gone)}."
        )
    if len(gone) != len(new):
        return f"Which of {', '.join(gone) or 'them'} is to become {', '.join(new) or 'another one'}? Say it by itself."
    pairs = dict(zip(sorted(gone, key=_place), sorted(new, key=_place), strict=True))
    return tuple(
        Edit(record=one.id, fields={"level": pairs[one.level]})
        for one in there
        if one.level is not None and one.level in pairs
    )


def denied_levels(heard: Heard, records: list[Record]) -> list[Record]:
    """``no fracture at T12, only L1``: of the vertebrae that are named, those that are said not to be broken."""
    parts = _BREAK.split(heard.say)
    denied = [one for one in parts if _UNBROKEN.search(one)]
    left = [one for one in parts if one not in denied]
    named, others = ({level for part in half for level in _told_in(part)} for half in (denied, left))
    if not named or not others or named & others:
        return records
    return [one for one in records if getattr(one, "level", None) in named] or records


def _told_in(say: str) -> list[str]:
    return [f"{match['part'][0].upper()}{match['number']}" for match in _LEVEL.finditer(say)]


_BREAK = re.compile(r"\s*[;.]\s+|\s+[-–—]+\s+|,?\s+(?=(?:but|only|just)\b)|,\s+(?=\w+\s+(?:was|is)\b)", re.IGNORECASE)
_UNBROKEN = re.compile(
    r"\b(?:no|not an?|never an?)\s+(?:\w+\s+){0,3}fracture|\b(?:not|never|no)\s+(?:\w+\s+)?(?:fractured|broken)\b",
    re.IGNORECASE,
)


def wrong_level(heard: Heard, records: Sequence[Record]) -> str | None:
    """The level that is to be replaced by another one that is said: ``it was T8, not T9``, ``T9 was T8``."""
    if len(heard.levels) != 2:
        return None
    recorded = {getattr(record, "level", None) for record in records}
    match = _NOT_LEVEL.search(heard.say)
    if match is not None and match["level"].upper() in heard.levels:
        return match["level"].upper()
    known = [level for level in heard.levels if level in recorded]
    return known[0] if len(known) == 1 and known[0] == heard.levels[0] else None


_NOT_LEVEL = re.compile(
    r"\b(?:not|rather than|instead of)\s+(?:the\s+|at\s+|in\s+|of\s+)*(?P<level>[CTLS]\d{1,2})\b", re.IGNORECASE
)


def _told(say: str) -> tuple[list[str], list[str]]:
    """The levels that are right, and those that are denied."""
    cut = _DENIED.search(say)
    found = [(match.start(), f"{match['part'][0].upper()}{match['number']}") for match in _LEVEL.finditer(say)]
    if cut is None or not found:
        return [], []
    before = [level for at, level in found if at < cut.start()]
    behind = [level for at, level in found if at > cut.start()]
    if before:
        return list(dict.fromkeys(before)), list(dict.fromkeys(behind))
    turn = _TURNS.search(say, cut.end())  # ``not T8 and T10 but T8 and T9``
    if turn is None:
        return [], []
    return (
        list(dict.fromkeys(level for at, level in found if at > turn.start())),
        list(dict.fromkeys(level for at, level in found if at < turn.start())),
    )


def _place(level: str) -> tuple[int, int]:
    return "CTL".index(level[0]), int(level[1:])
