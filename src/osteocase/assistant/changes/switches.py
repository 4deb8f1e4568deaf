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
_DAY = r"(?:\s+(?:in|on)\s+(?:\w+\s+){0,2}\d[\w/.-]*)?"
_WHY = r"(?:\s+(?:because of|because|due to|owing to|on account of|for|after|as)\s+(?!\d)[^,;.?\d]{3,60}?)?"
_THEN = re.compile(
    r"^\W*(?:(?:yes|no|and|then|later|the|her|his)\W+)*"
    r"(?P<ended>[\w -]{3,40}?\s+(?:was|were|has been|had been|got)\s+(?:then\s+|later\s+)?"
    rf"(?:stopped|discontinued|ended|withdrawn){_DAY}{_WHY}{_DAY})"
    r"(?:\s*[,;.]\s*(?:and\s+|so\s+|then\s+)?|\s+(?:and|so|then)\s+)(?P<rest>[^;.?]{6,90})$",
    re.IGNORECASE,
)
"""``alendronate was stopped because of nausea and she now takes …``."""
_WHO = r"(?:(?:she|he|they|the patient)(?:['’]s)?\s+)?(?:(?:is|was|has|been|now|then|since|instead|later|later on)\s+)*"
_TAKES = re.compile(
    rf"^{_WHO}(?P<verb>takes?|taking|took|on|put on|placed on|started(?: on| taking)?|began|switched(?: over)? to|"
    r"changed to|moved to|given|gets|received?s?|went on(?: to)?)\s+(?:now\s+)?(?P<new>.+?)"
    r"(?:\s+(?:instead|now|in its place))*[\s.!]*$",
    re.IGNORECASE,
)
_STARTED = re.compile(
    rf"^(?P<new>.+?)\s+(?:(?:was|were|has been)\s+)?(?:then\s+|now\s+)?(?:started|begun|given|introduced)"
    rf"(?:\s+(?:instead|now|in its place))*(?P<when>{_DAY})[\s.!]*$",
    re.IGNORECASE,
)


def ended_and_begun(say: str) -> tuple[str, str] | None:
    """What ended and why, and what was begun; null where nothing is told to have taken the place of another thing."""
    match = _SWITCH.match(say)
    if match is None:
        return _ended_then_begun(say)
    when, why = match["when"] or "", match["why"] or ""
    return f"{match['old']} was stopped{when}{why}", f"add {match['new']} was started{when}"


def _ended_then_begun(say: str) -> tuple[str, str] | None:
    """An end with its reason, and behind it what is taken since."""
    match = _THEN.match(say.strip())
    if match is None:
        return None
    takes, started = _TAKES.match(match["rest"]), _STARTED.match(match["rest"])
    if started is not None:
        return match["ended"], f"add {started['new']} was started{started['when']}"
    return None if takes is None else (match["ended"], f"add {takes['new']}")
