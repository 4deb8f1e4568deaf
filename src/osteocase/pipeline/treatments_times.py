"""When a treatment began and when it ended, from the times told in its clause."""

from __future__ import annotations

import re
from typing import Any

from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["treatment_times"]

Found = dict[str, tuple[dict[str, Any], tuple[int, int]]]

_SINCE = re.compile(
    r"\b(?:since|from|started (?:in|on)|beginning(?: in| on)?|starting(?: in| on)?|commenced (?:in|on))\s+(?:the\s+)?(?:about\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\b(?:until|till|through|up to|ended(?: in| on)?|stopped(?: in| on)?|discontinued(?: this)?(?: in| on)?|ending(?: in| on)?)|[-–—]|\bto)\s*(?:the\s+)?(?:about\s+)?$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"[;]|\b(?:but|however|although|while|whereas|when|because)\b|[.!?]\s+[A-Z]|,\s+(?:and\s+)?(?:she|he|they|we|the patient)\b",
    re.IGNORECASE,
)
_STARTING = {"started", "completed", "past"}
_REACH = 70


def treatment_times(scan: Scan, start: int, end: int, status: str, cue: tuple[int, int] | None) -> Found:
    """Start and stop of the treatment named at ``start``, whose doses reach to ``end``.

    A time with ``since`` or ``until`` beside it says itself what it is; a bare one is the start of what was started,
    done or had, the end of what was stopped, and the planned date of what is planned.
    """
    left, right = scan.sentence_at(start)
    found: Found = {}
    for time in scan.times_in(left, right):
        if time.kind == "duration" or (time.kind == "label" and time.anchor is None):
            continue
        before = scan.text[max(left, time.start - 30) : time.start]
        near = _is_near(scan, start, end, time, cue)
        if not near:
            continue
        if _UNTIL.search(before) and time.start >= end:
            _put(found, "stop", scan, time)
        elif _SINCE.search(before) or scan.text[time.start : time.end].lower().startswith("since"):
            _put(found, "start", scan, time)
        elif status == "stopped":
            if cue is not None and time.start >= cue[0]:
                _put(found, "stop", scan, time)
        elif status in _STARTING or (status == "planned" and time.start >= end) or status == "declined":
            _put(found, "start", scan, time)
    return found


def _put(found: Found, name: str, scan: Scan, time: TimeMention) -> None:
    found.setdefault(name, (time_draft(scan.text, time), (time.start, time.end)))


def _is_near(scan: Scan, start: int, end: int, time: TimeMention, cue: tuple[int, int] | None) -> bool:
    """True where nothing but the verb and doses stands between a name and a time, and no other treatment has it."""
    anchors = [(start, end)] + ([cue] if cue is not None else [])
    if time.start < end and time.end > start:
        return False
    for left, right in anchors:
        gap = scan.text[right : time.start] if time.start >= right else scan.text[time.end : left]
        if len(gap) > _REACH or _APART.search(gap):
            continue
        low, high = (right, time.start) if time.start >= right else (time.end, left)
        if (left, right) == (start, end) and scan.mentions_in(low, high, "treatment"):
            continue
        return True
    return False
