"""When a pain or function was rated, where no date but a situation tells it: at rest, on stairs, before the block."""

from __future__ import annotations

from osteocase.pipeline import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times import TimeMention

__all__ = ["situation_before", "situation_of"]

_SITUATION = re.compile(
    r"[\s,]{0,2}(?P<told>(?:at|on|with|when|while|during|after|before|in|by)\s+(?:the\s+|a\s+|her\s+|his\s+)?"
    r"(?:rest|night|(?:its|their)\s+(?:worst|best)|worst|best|bad\s+days?|good\s+days?|movement|motion|moving|moved|activity|"
    r"effort|exertion|stairs|weight[\s-]?bearing|standing|walking|sitting|lying(?:\s+(?:flat|still|down))?|coughing|gripping|"
    r"brace|block|analgesia|medication|treatment|operation|surgery|fall|track|preop\s+holding|arrival|discharge|admission)"
    r"|walking|standing|sitting|lying\s+(?:flat|still|down)|most\s+days)\b",
    re.IGNORECASE,
)


_BEFORE = re.compile(
    r"(?P<told>(?:at|on|with|when|while|during|after|before)\s+(?:the\s+|a\s+|her\s+|his\s+)?(?:rest|night|worst|best|movement|moving|"
    r"activity|exertion|stairs|standing|walking|sitting|lying|block|analgesia|medication|treatment|operation|surgery|arrival|admission|discharge))"
    r"[\s:,]*(?:(?:pain|score|was|is|of|vas|nrs)\b[\s:]*){0,3}$",
    re.IGNORECASE,
)


def situation_before(scan: Scan, position: int) -> TimeMention | None:
    """The situation told right before a rating that starts at a position: ``pain before the block 6/10``."""
    match = _BEFORE.search(scan.text, max(0, position - 60), position)
    if match is None:
        return None
    return TimeMention(match.start("told"), match.end("told"), "label")


def situation_of(scan: Scan, position: int) -> TimeMention | None:
    """The situation told right after a rating that ends at a position."""
    match = _SITUATION.match(scan.text, position)
    if match is None:
        return None
    return TimeMention(match.start("told"), match.end("told"), "label")
