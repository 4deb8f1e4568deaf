"""A reference range that is told: by words a new value or unit alone is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Lab, Record

__all__ = ["of_range"]


def of_range(heard: Heard, facts: Sequence[Record]) -> str | None:
    """``the upper limit is 4.5``: no new value of the result."""
    labs = bool(facts) and all(isinstance(one, Lab) for one in facts)
    return _RANGE if labs and _RANGE_SAID.search(heard.say) else None


_RANGE = "That is of the reference range; by words I take a new value or unit alone. Nothing was changed."
_RANGE_SAID = re.compile(
    r"\b(?:upper|lower)\s+(?:limit|bound|end|normal|reference)|\b(?:reference|normal)\s+(?:range|interval|limits?|values?)\b|"
    r"\b(?:range|limit|interval|[ul]ln)\s+(?:is|was|should|goes|runs|of)\b",
    re.IGNORECASE,
)
