"""Several wishes in one sentence, taken apart: ``age at menopause, and did she take HRT?``."""

from __future__ import annotations

import re

__all__ = ["clauses", "without_grounds"]

_MARKS = re.compile(
    r"\s*[?;]\s+|\s*[.!]\s+(?=[A-Z])|,\s+(?:and|but)\s+|\s+(?:and|but|plus)\s+|,\s+|\s+-\s+", re.IGNORECASE
)
_STRONG = re.compile(r"\s*[?;]\s+|\s*[.!]\s+(?=[A-Z])")
_MIDDLE = re.compile(r",\s+(?:and|plus|as well as)\s+|\s+plus\s+|\s*;\s+", re.IGNORECASE)
_MOST = 5
_WHICH_OF_BOTH = re.compile(
    r"^\W*(?:and\s+|so\s+)?which\s+of\s+[^?,;]{2,34}\s+and\s+[^?,;]{2,34}\b(?:more|most|less|least|better|faster)\W*$",
    re.IGNORECASE,
)
"""``which of CTX and P1NP fell more?`` is one question."""


def clauses(say: str) -> list[list[str]]:
    """Ways to cut it, the coarsest first; each has at least two parts."""
    if _WHICH_OF_BOTH.match(say):
        return []
    asked = say.rstrip().endswith("?")
    ways: list[list[str]] = []
    for marks in (_STRONG, _MIDDLE, _MARKS):
        parts = [part.strip(" ,.;") for part in _cut(say, marks)]
        parts = [part for part in parts if re.search(r"\w", part)]
        if 1 < len(parts) <= _MOST:
            closed = [f"{part}?" if asked and not part.endswith("?") else part for part in parts]
            if closed not in ways:
                ways.append(closed)
    return ways


_GROUNDS = re.compile(
    r"^(?P<head>(?:\W*\w++){1,12}?),\s+(?P<tail>(?:the|our|my|i|he|she|we|they|as|says|said|according|per|dr)\b[^,;?]{3,80})$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"^(?P<head>.{6,60}?\b(?:stopped|discontinued|ended|started|switched|reduced|increased|held|paused|given)\b[^,;?]{0,25}?)"
    r",?\s+(?:for|because of|because|due to|owing to|on account of|after|as)\s+(?P<tail>[^;?\d]{3,60})$",
    re.IGNORECASE,
)
"""``stopped in June for hot flashes``: what is told, and why."""
_LEAST_HEAD = 3
"""Letters and digits that tell something: ``T7 old``."""
_UNSURE = re.compile(
    r"\b(?:if|unless|but|except|not|no|never|think|guess|maybe|perhaps|sure|believe|remember|probably|suppose|leave|undo|"
    r"delete|remove|drop|keep|accept|add|right|correct|other|others|one|rest|same|also|too)\b|\d",
    re.IGNORECASE,
)


def without_grounds(say: str) -> str | None:
    """What is told, without how the author knows it: ``T7 was acute, the radiologist rang me``."""
    reason = _REASON.match(say.strip(" .!"))
    if reason is not None and not _UNSURE.search(reason["tail"]):
        return reason["head"]
    match = _GROUNDS.match(say.strip(" .!"))
    if match is None or _UNSURE.search(match["tail"]):
        return None
    return match["head"] if sum(map(str.isalnum, match["head"])) >= _LEAST_HEAD else None


def _cut(say: str, marks: re.Pattern[str]) -> list[str]:
    return marks.split(say)
