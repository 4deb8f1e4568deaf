"""The flag of a result: ``the calcium flag should be high`` sets it; it is taken off by its value or its interval."""

from __future__ import annotations

import re
from typing import Any

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Lab, Record

__all__ = ["drops_flag", "flag_fields", "speaks_of_flag"]

_FLAG = re.compile(r"\bflag(?:s|ged)?\b", re.IGNORECASE)
_DROPS = re.compile(
    r"\b(?:remove|delete|drop|reject|clear|erase|unflag|lose|strike|get\s+rid\s+of|take)\b[^.;?]*\bflags?\b"
    r"|\b(?:no|without|not|never)\b[^.;?]{0,30}\bflag(?:s|ged)?\b|\bun-?flag\b",
    re.IGNORECASE,
)
_SETS = re.compile(
    r"\bflag\s+(?:\w+\s+){0,4}?(?:should\s+(?:be|read)|must\s+be|to|as|is|was|:)\s+(?:an?\s+)?(?P<flag>high|low|normal)\b"
    r"|\bflag(?:ged)?\s+(?:[\w.-]+\s+){1,6}?(?:as|to)\s+(?:an?\s+)?(?P<told>high|low|normal)\b"
    r"|\b(?:should|must|to)\s+be\s+flagged\s+(?:as\s+)?(?P<so>high|low|normal)\b",
    re.IGNORECASE,
)


def speaks_of_flag(heard: Heard) -> bool:
    """Whether a flag is what is to be changed."""
    return _FLAG.search(heard.say) is not None and not heard.is_question and bool(heard.ids("analyte"))


def drops_flag(heard: Heard) -> bool:
    """``take the low flag off the haemoglobin``: the flag is to go, and not the result."""
    return speaks_of_flag(heard) and _DROPS.search(heard.say) is not None


def flag_fields(record: Record, heard: Heard) -> dict[str, Any] | str:
    """The flag that is told; how it can be changed, where none is; empty where no flag is spoken of."""
    if not isinstance(record, Lab) or not speaks_of_flag(heard):
        return {}
    told = _SETS.search(heard.say)
    if told is not None and not drops_flag(heard):
        return {"flag": next(filter(None, told.groups())).lower(), "flag_basis": "stated"}
    name = record.name or record.analyte
    return (
        "A flag follows from the value and the printed interval, so nothing was changed. Correct one of these, or say "
        f"what it should be: the {name} flag should be normal."
    )
