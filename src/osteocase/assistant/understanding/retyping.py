"""What the user meant to type: ``sorry, I meant the PTH`` says the sentence before again, with one word changed."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.turn import Turn
from osteocase.assistant.understanding.entering import ASKS_TIME, tells_time_alone
from osteocase.assistant.words.hearing import Heard

__all__ = ["SAY_WHOLE", "means_other", "retyped"]

SAY_WHOLE = "I do not see what that is to replace, so nothing was changed. Say the whole sentence again, or say help."

_NO_TIME_SAID = re.compile(
    r"^\W*(?:(?:no|nope|sorry|wait|oops|oh|actually)[\s,.:;!-]+)+(?:it\s+was\s+)?(?:(?:in|from|on|at|since)\s+)?(?P<time>[^?]{3,25}?)\W*$",
    re.IGNORECASE,
)


def retyped(say: str, turn: Turn, last: Heard | None, names: Heard) -> tuple[str, str | None]:
    """What is said, in full where it only tells a time of what was just added; and the sentence before said anew.

    Args:
        say: what is said now.
        turn: the turn before.
        last: its sentence, taken apart.
        names: what is said now, taken apart.
    """
    if turn.intent == "add" and turn.changes and tells_time_alone(names):
        other = _NO_TIME_SAID.match(say)
        if other is not None:
            return f"i meant {other['time']}", None
        if ASKS_TIME in turn.reply:
            return (f"it was {say}" if names.words[0] in ("in", "on", "at") else f"it was in {say}"), None
    return say, _said_again(say, last, names)


_MEANT = re.compile(
    r"^\W*(?:(?:oh|oops|ah|uh|sorry|no|wait|pardon|excuse\s+me|my\s+mistake|apologies|hm+|argh?|typo|actually)[\s,.:;!-]+)*"
    r"(?:(?:i|we)\s+(?:mean|meant)|i\s+wanted\s+to\s+(?:say|type|write)|i\s+was\s+thinking\s+of|should\s+have\s+(?:said|typed|been))"
    r"(?:\s+to\s+(?:say|type|write|ask(?:\s+for)?))?\s*[,:]?\s+(?:the\s+|her\s+|his\s+|an?\s+)?(?P<right>[^?]{1,40}?)"
    r"(?:\s*,?\s*(?:not|instead\s+of)\s+[^?]{1,30})?\W*$",
    re.IGNORECASE,
)
_TOPICS = ("analyte", "treatment", "finding", "score", "bone", "bmd_site")
_SIDES = ("left", "right")
_NUMBER = re.compile(r"^(?P<number>\d+(?:[.,]\d+)?)(?:\s*(?P<unit>[^\W\d][\w/µ²%.]*))?$")


def means_other(say: str) -> bool:
    """``oops, I meant the phosphate``: a word put right, and no wish to take a change back."""
    return _MEANT.match(say) is not None


def _said_again(say: str, last: Heard | None, names: Heard) -> str | None:
    """The sentence before with what was meant; null where it is not plain what is to be replaced.

    Args:
        say: what is said now.
        last: the sentence before.
        names: what is said now, taken apart.
    """
    match = _MEANT.match(say)
    if match is None or last is None:
        return None
    right = match["right"].strip()
    number = _NUMBER.match(right)
    if number is not None:
        return _with_number(number, last)
    sides = [one for one in _SIDES if one == right.casefold()]
    if sides:
        other = _SIDES[1 - _SIDES.index(sides[0])]
        found = re.findall(rf"\b{other}\b", last.say, re.IGNORECASE)
        return re.sub(rf"\b{other}\b", sides[0], last.say, flags=re.IGNORECASE) if len(found) == 1 else None
    for topic in _TOPICS:
        mine = [hit for hit in names.hits if hit.topic == topic and hit.end > hit.start]
        its = {(hit.start, hit.end) for hit in last.hits if hit.topic == topic and hit.end > hit.start}
        if mine and len(its) == 1:
            start, end = next(iter(its))
            return last.say[: last.offsets[start]] + right + last.say[_end_of(last, end - 1) :]
    if len(names.levels) == 1 and len(last.levels) == 1 and names.levels[0].casefold() == right.casefold():
        return re.sub(rf"\b{last.levels[0]}\b", right, last.say, flags=re.IGNORECASE)
    return None


def _with_number(number: re.Match[str], last: Heard) -> str | None:
    """The one number of a result or a dose replaced; a bare year is none."""
    if not last.has("add"):
        return None
    figures = [
        one
        for one in last.figures
        if number["unit"] is None or (one.unit or "").casefold() == number["unit"].casefold()
    ]
    if len(figures) != 1 or _is_year(number["number"]):
        return None
    old = re.compile(r"\d+(?:[.,]\d+)?").search(last.say, figures[0].start)
    return None if old is None else last.say[: old.start()] + number["number"] + last.say[old.end() :]


def _is_year(number: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", number) is not None


def _end_of(heard: Heard, word: int) -> int:
    match = re.compile(r"[^\s,;?!]+").match(heard.say, heard.offsets[word])
    return match.end() if match is not None else len(heard.say)
