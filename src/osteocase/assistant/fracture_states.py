"""How acute the fractures are that are asked for."""

from __future__ import annotations

import re

from osteocase.assistant.hearing import Heard
from osteocase.records import Fracture

__all__ = ["in_state", "states_asked"]

_STATE = r"(?:old|healed|chronic|past|new|acute|subacute|recent|fresh)"
_EITHER = re.compile(rf"\b{_STATE}\s+or\s+{_STATE}\b", re.IGNORECASE)


def states_asked(heard: Heard) -> set[str]:
    """How acute the fractures are that are wanted; ``old or new?`` wants all of them."""
    return set() if _EITHER.search(heard.say) else set(heard.values("fracture_state"))


def in_state(one: Fracture, states: set[str]) -> bool:
    """``old`` is what is told as past or as chronic."""
    old = one.acuity == "chronic" or one.temporality == "historical"
    there = one.status == "present" and one.subject == "patient"
    return there and (one.acuity in states or ("old" in states and old))
