"""How acute the fractures are that are asked for."""

from __future__ import annotations

import re

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Fracture

__all__ = ["asks_either", "in_state", "states_asked"]

_STATE = r"(?:old(?:er)?|healed|chronic|past|new(?:er)?|acute|subacute|recent|fresh(?:er)?)"
_BROKEN = r"(?:fractured?|broken|broke|collapsed|crushed|wedged|affected|involved|there|gone)"
_EITHER = re.compile(
    rf"\b{_STATE}\s+(?:or|vs\.?|versus)\s+{_STATE}\b|\b{_STATE}\b[\s,;]+(?:and\s+)?(?:which|what|who)\b[^?]*\b{_STATE}\b"
    rf"|\b{_BROKEN}[\s,;]+(?:and|but|or)?[\s,;]*(?:which|what)\s+(?:of\s+(?:them|those|these)\s+|ones\s+)?"
    rf"(?:is|are|was|were|look\w*)\s+(?:\w+\s+)?{_STATE}\b",
    re.IGNORECASE,
)
"""``which are fractured and which are fresh?`` wants the old ones too."""


_SETS = re.compile(
    r"^\W*(?:(?:please|pls|now|and|then|also|can|could|would|you|just|ok|okay)[\s,]+)*"
    r"(?:mark|make|set|change|label|record|code|flag|put|enter|correct|update|turn|switch|call)\b",
    re.IGNORECASE,
)
"""``mark every fracture as acute``: the state is what they are to become, and picks none of them out."""


def states_asked(heard: Heard) -> set[str]:
    """How acute the fractures are that are wanted; ``old or new?``, ``which fresh, which older?`` want all of them."""
    return set() if asks_either(heard) or _SETS.match(heard.say) else set(heard.values("fracture_state"))


def asks_either(heard: Heard) -> bool:
    """Whether it is asked which are of the one state and which of the other."""
    return _EITHER.search(heard.say) is not None


def in_state(one: Fracture, states: set[str]) -> bool:
    """``old`` is what is told as past or as chronic."""
    old = one.acuity == "chronic" or one.temporality == "historical"
    there = one.status == "present" and one.subject == "patient"
    return there and (one.acuity in states or ("old" in states and old))
