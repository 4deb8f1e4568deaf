"""One drug that took the place of another one: ``alendronate was changed to zoledronate because of reflux``.

That is no slip of the notes but what happened: the first course ended, and the second one began.
"""

from __future__ import annotations

import re

__all__ = ["ended_and_begun"]

_SWITCH = re.compile(
    r"^\W*(?:(?:yes|no|and|then|later|the|her|his)\W+)*(?P<old>[\w -]{3,40}?)\s+"
    r"(?:was|were|has been|had been|got)\s+(?:then\s+|later\s+)?"
    r"(?:changed|switched|replaced|swapped|substituted|converted)\s+(?:over\s+)?(?:to|by|with|for)\s+(?P<new>[^,;.?]{3,60}?)"
    r"(?P<why>\s+(?:because of|because|due to|owing to|on account of)\s+[^,;.?\d]{3,60}?)?"
    r"(?P<when>\s+(?:in|on)\s+(?:\w+\s+){0,2}\d[\w/.-]*)?[\s.!]*$",
    re.IGNORECASE,
)


def ended_and_begun(say: str) -> tuple[str, str] | None:
    """What ended and why, and what was begun; null where nothing is told to have taken the place of another thing."""
    match = _SWITCH.match(say)
    if match is None:
        return None
    when, why = match["when"] or "", match["why"] or ""
    return f"{match['old']} was stopped{when}{why}", f"add {match['new']} was started{when}"
