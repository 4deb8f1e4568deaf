"""A wish, or an amount in it, said anew because it was wrong: ``no sorry, L1``, ``no, the third``, ``80 kg, no 82``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Protocol

from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_dates import SpokenDate
from osteocase.assistant.words.vocabulary import Hit

__all__ = ["of_other_kin", "put_right", "repaired", "said_anew"]

_REPAIRS = re.compile(
    r"^\W*(?:(?:oh|ah|ok|okay|no|nope|sorry|wait|pardon|oops|i (?:mean|meant)|correction|my mistake|rather|actually)"
    r"\b[\s,;.:!–-]*)+(?:(?:it was|it is|it['’]s|that was|make (?:it|that))\s+)?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\b(?:no|nope|sorry|wait|pardon|oops|mean|meant|correction|mistake)\b", re.IGNORECASE)
_LONGEST = 6
_NAMES = frozenset(("analyte", "treatment", "bmd_site", "score", "finding", "bone"))
_SIDE = re.compile(r"\b(?:left|right)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:Th|[CTLS])(?:1[0-2]|[1-9])\b", re.IGNORECASE)


def repaired(heard: Heard) -> str | None:
    """What is said in the place of something that was just said; null where nothing is put right so."""
    match = _REPAIRS.match(heard.say)
    if match is None or heard.is_question or not _MARKS.search(heard.say[: match.start("rest")]):
        return None
    rest = match["rest"].strip(" .!")
    return rest if len(rest.split()) <= _LONGEST else None


_SPANS = r"months?|mo|weeks?|wks?|days?|years?|yrs?|am|pm"
_UNIT = r"%|[a-zµ]+/[a-z²³.\d/]+|[mkcµun]?g|mcg|iu|units?|kilos?|c?m|lbs?|pounds?|inches|points?|percent"
_OLD = rf"(?<![\w.,/-])(?P<old>[-−–+]?\d+(?:[.,]\d+)?)(?P<old_unit>\s?(?:{_UNIT})\b|%)?"
_NEW = rf"(?P<new>[-−–+]?\d+(?:[.,]\d+)?)(?!\s*(?:{_SPANS})\b)(?![\d./-])(?P<new_unit>\s?(?:{_UNIT})\b|%)?"
_AMOUNT_AGAIN = re.compile(
    rf"{_OLD}(?:\s*(?:[,;–—…]|\.{{2,}}|\s-+)\s*|\s+)(?:(?:oh\s+)?(?:no[,;:]|nope|no,?\s+(?=sorry|wait|i\s+mean|[-−–+]?\d)|"
    rf"sorry|wait|oops|i\s+mean)[\s,;:–-]*?)+(?:make\s+(?:it|that)\s+)?{_NEW}",
    re.IGNORECASE,
)


def put_right(say: str, recorded: Callable[[str], Collection[Decimal] | None]) -> str:
    """``5 mg, sorry, 10 mg``, ``80 kg no 82 kg``: the amount that was said first is not meant.

    Args:
        say: what is said.
        recorded: the numbers of what an utterance names, of which one tells which record is put right; null where
            it names nothing.
    """
    match = _AMOUNT_AGAIN.search(say)
    if match is None or _units_differ(match):
        return say
    plain = f"{say[: match.start()]}{match['new']}{match['new_unit'] or match['old_unit'] or ''}{say[match.end() :]}"
    old = Decimal(match["old"].translate(_PLAIN))
    numbers = recorded(plain)
    known = numbers is None or abs(old) in {abs(one) for one in numbers}
    return _AMOUNT_AGAIN.sub(r"\g<new>\g<new_unit>, not \g<old>\g<old_unit>", say) if known else plain


_PLAIN = str.maketrans({"−": "-", "–": "-", ",": "."})


def _units_differ(match: re.Match[str]) -> bool:
    """``two children, no 3 miscarriages``: another thing is counted."""
    units = {match[name].strip().casefold() for name in ("old_unit", "new_unit") if match[name]}
    return len(units) > 1


def of_other_kin(say: str, wish: Heard | None, listener: _Listens) -> str | None:
    """``no, her sister``, behind what was added of a daughter: the sentence before with the other relative."""
    rest = repaired(listener.heard(say)) if wish is not None else None
    if rest is None or wish is None:
        return None
    mine, its = _kin(listener.heard(rest)), _kin(wish)
    if len(mine) != 1 or len(its) != 1 or mine[0].value == its[0].value or len(rest.split()) > _FEW:
        return None
    new = listener.heard(rest)
    return (
        wish.say[: _start(wish, its[0])]
        + new.say[_start(new, mine[0]) : _end(new, mine[0])]
        + wish.say[_end(wish, its[0]) :]
    )


_FEW = 3


def _kin(heard: Heard) -> list[Hit]:
    return [hit for hit in heard.hits if hit.group == "relative" and hit.end > hit.start]


class _Listens(Protocol):
    def heard(self, say: str) -> Heard: ...
    def dates(self, say: str) -> list[SpokenDate]: ...


def said_anew(say: str, wish: Heard | None, listener: _Listens) -> str | None:
    """The wish before as it is meant now; null where nothing of it is put right."""
    rest = repaired(listener.heard(say)) if wish is not None else None
    if rest is None or wish is None:
        return None
    return _in_place(wish, listener.heard(rest), (listener.dates(wish.say), listener.dates(rest)))


def _in_place(wish: Heard, rest: Heard, dates: tuple[list[SpokenDate], list[SpokenDate]]) -> str | None:
    """The wish with what is said now in the place of what was said; null where nothing of it is of the same kind.

    Args:
        wish: what was wished before.
        rest: what is said in the place of a part of it.
        dates: the dates of both, with their places.
    """
    say, new = wish.say, rest.say
    if _WHEN.fullmatch(new) and (old_time := _WHEN.search(say)) is not None:
        return f"{say[: old_time.start()]}{new}{say[old_time.end() :]}"
    if any(not one.negated for one in rest.figures):
        return None  # a value, not what it is of
    if rest.levels and wish.levels:
        return _LEVEL.sub(rest.levels[0], say, count=1)
    if len(dates[1]) == 1:
        span = dates[0][0].span if dates[0] else None
        told = new[slice(*dates[1][0].span)]
        return f"{say[: span[0]]}{told}{say[span[1] :]}" if span is not None else None
    sides = _SIDE.findall(new)
    if len(sides) == 1 and _SIDE.search(say):
        return _SIDE.sub(sides[0], say, count=1)
    for name in _named(rest):
        old = next((one for one in _named(wish) if one.topic == name.topic), None)
        if old is not None and old.id != name.id:
            return f"{say[: _start(wish, old)]}{new[_start(rest, name) : _end(rest, name)]}{say[_end(wish, old) :]}"
    return None


_ORDINAL = r"(?:\d+|one|two|three|four|five|six|twelve|an?|first|second|third|fourth|last|final|(?:1st|2nd|3rd|4th))"
_WHEN = re.compile(
    rf"\b(?:at|after|in|by)\s+(?:the\s+)?(?:(?:month|year|visit)\s+\d+|baseline|{_ORDINAL}[\s-]+(?:years?|months?|weeks?|visit))\b",
    re.IGNORECASE,
)
"""A time of the case, by its place: ``at one year``, ``at the second visit``."""


def _named(heard: Heard) -> list[Hit]:
    return [hit for hit in heard.hits if hit.topic in _NAMES and hit.end > hit.start and hit.group != "family"]


def _start(heard: Heard, hit: Hit) -> int:
    return heard.offsets[hit.start]


def _end(heard: Heard, hit: Hit) -> int:
    last = hit.end - 1
    return heard.offsets[last] + len(heard.words[last])
