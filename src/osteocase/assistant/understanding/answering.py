"""Answers to a question of the assistant: yes, no, or that it shall go on; what tells more than that is no answer."""

from __future__ import annotations

import re
from collections.abc import Callable

from osteocase.assistant.subjects.finding import values_of
from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.words.hearing import Heard

__all__ = ["ORDERS", "answers", "finds_fine", "passes_on", "puts_off"]

ORDERS = frozenset(
    ("accept", "confirm", "approve", "tick", "validate", "delete", "remove", "drop", "reject", "discard", "strike",
     "erase", "scrap", "undo", "revert", "restore")
)  # fmt: skip


def answers(group: str, most: int) -> Callable[[Heard, Selection], bool]:
    """A yes or no, with nothing of the case named in it."""
    return lambda heard, found: (
        heard.starts_with(group)
        and len(heard.words) <= most
        and not (found.named or heard.figures or heard.has("undo", "leave") or _orders_too(heard) or _tells_more(heard))
    )


def _orders_too(heard: Heard) -> bool:
    """``ok accept all``: an order behind the yes."""
    verbs = {heard.words[hit.start] for hit in heard.hits if hit.group in ("accept", "delete") and hit.start > 0}
    return bool(verbs & ORDERS)


_SIDE = re.compile(
    r"\b(?:it|they|that|this|those|these)\b.*\b(?:left|bilateral|on the right|the right (?:one|side)|right[- ]sided)\b",
    re.IGNORECASE,
)


def _tells_more(heard: Heard) -> bool:
    """``no, they were on the left``: a correction of what was spoken of."""
    return heard.points_back and (bool(_SIDE.search(heard.say)) or heard.has("fracture_state", "relative"))


def passes_on(heard: Heard) -> bool:
    """``skip``, ``not documented``: no answer to the question that was asked."""
    return _PASSES_ON.fullmatch(heard.say.strip()) is not None


def puts_off(say: str) -> bool:
    """``later``, ``skip the ethics for now``: said of the question that is open."""
    return _PUTS_OFF.fullmatch(say.strip()) is not None


_PUTS_OFF = re.compile(
    r"(?:(?:please|ok|okay|just|no|then|well|alright|right|fine|let['’]?s|let us|i['’]d|i would|i will|i['’]ll|we|"
    r"we['’]ll|can we)[\s,]+)*(?:"
    r"(?:skip|pass(?: on)?|leave(?=\s))"
    r"(?:\s+(?:it|that|this|one|(?:the\s+)?question|the\s+[a-z]{3,}(?:\s+[a-z]{3,})?))?"
    r"(?:\s+(?:for\s+)?(?:now|later|open))?|"
    r"(?:not|ask\s+(?:me\s+)?(?:again\s+)?|come back to (?:it|that|this)|(?:do|answer|decide) (?:it|that|this)|"
    r"maybe|perhaps)?"
    r"\s*(?:later|another time|some other time)|not now|not yet)(?:\s+(?:please|then))?\W*",
    re.IGNORECASE,
)
_PASSES_ON = re.compile(
    r"(?:(?:please|ok|just)\s+)?(?:skip|pass|next question|leave it|"
    r"(?:i(?:['’]d| would)? (?:rather|prefer) not(?: to)?(?: say| answer| tell)?(?: that| this| it)?|"
    r"i (?:do not|don['’]?t) (?:want|wish|care) to (?:answer|say|tell)(?: that| this| it| you)?|no comment|"
    r"(?:i )?(?:can['’]?t|can ?not|won['’]?t|will not) (?:answer|say|tell)(?: that| this| it)?|"
    r"(?:ask me )?(?:something else|another question|a different (?:one|question))|(?:do|did) not ask(?: me)? that)|"
    r"(?:it|that|this)(?:['’]s| is| was) not (?:documented|recorded)|"
    r"not (?:documented|recorded|told|in the notes|applicable)|n/?a|nothing|nothing known|no info)\W*",
    re.IGNORECASE,
)


def finds_fine(heard: Heard, found: Selection) -> bool:
    """``T11 and T12 ok``, ``TSH 0.283 and free T4 0.9 are fine``: what is named, with no other value than recorded."""
    if not found.named or not _FOUND_FINE.search(heard.say):
        return False
    if heard.figures:
        return {one.value for one in heard.figures} <= {value for one in found.records for value in values_of(one)}
    return bool({"all", "both"} & set(heard.words)) or found.arguments.keys() <= {"level", "bone"}


_FOUND_FINE = re.compile(
    r"^(?!.*\?)[^:]{2,40}?[\s,:]+(?:all |both )?(?:ok|okay|fine|correct|confirmed|agreed)\W*$", re.IGNORECASE
)
"""``T11 and T12 ok``."""
