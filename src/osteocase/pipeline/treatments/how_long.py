"""Times beside a treatment that tell how long it was taken or how far it has come, not when it was."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.words import TimeMention

__all__ = ["is_how_long"]


def is_how_long(scan: Scan, time: TimeMention, start: int) -> bool:
    """True for a time that tells how long or how far, not when."""
    return (
        time.kind == "duration"
        or (time.kind == "label" and time.anchor is None)
        or _OUT_OF.match(scan.text, time.end) is not None
        or _LASTED.fullmatch(scan.text, time.start, start) is not None
    )


_LASTED = re.compile(r"after\s[^,.;\n]{2,25}\sof\s+(?:\w+\s+)?", re.IGNORECASE)
"""``after six months of X``: how long."""
_OUT_OF = re.compile(r"(?<=\d)\s?(?:/\s?|of\s+(?:(?:a|an|the|planned)\s+)*)\d{1,2}(?![\w/])", re.IGNORECASE)
"""``day 3/7``, ``day 3 of 10``: how far a course has come, not when it began."""
