"""Events that only tell the time of what was measured: ``the eGFR at the visit``, ``the PTH from the operation``."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.selection import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Event

__all__ = ["without_time_events"]

_AT = re.compile(r"\b(?:from|at|during|after|before|on|in|of)\s+(?:the\s+|her\s+|his\s+)?$", re.IGNORECASE)
_CAME_BACK = re.compile(r"\b(?:come|came|comes|coming)\s+back\b", re.IGNORECASE)
"""``has the rash come back?``: beside something that is named it is that which came back, and no visit."""
_MEASURED = frozenset(("analyte", "site", "score", "measure"))


def without_time_events(found: Selection, heard: Heard) -> None:
    """Takes such events out of what is named beside something that was measured."""
    kind = found.arguments.get("event")
    returns = kind == "visit" and _CAME_BACK.search(heard.say) is not None and "visit" not in heard.say.casefold()
    if kind is None or not (found.arguments.keys() & _MEASURED or (returns and len(found.arguments) > 1)):
        return
    places = [heard.offsets[hit.start] for hit in heard.hits if hit.id == kind]
    if kind == "visit" or any(_AT.search(heard.say[:at]) for at in places):
        found.records = [one for one in found.records if not (isinstance(one, Event) and one.kind == kind)]
        found.asked = [one for one in found.asked if one != kind.replace("_", " ")]
