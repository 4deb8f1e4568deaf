"""One number of one scale, and the second number of what is told as a pair: ``HADS anxiety 9, depression 5``."""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times import TimeMention

__all__ = ["Found", "hip_of_garvan", "second_of_hads"]


class Found(NamedTuple):
    """One number of one scale."""

    name: str
    value: str
    maximum: str | None
    minimum: str | None
    start: int
    end: int
    value_start: int
    time: TimeMention | None
    rule: str
    scale: tuple[int, int] | None = None
    """Where the top of the scale is told, when not beside the number."""


_DEPRESSION = re.compile(
    r"(?:/21)?\s*(?:,|;|and|/)\s*(?:and\s+)?depression\s*[:=]?\s*(?P<value>\d{1,2})(?![\d%])", re.IGNORECASE
)


def second_of_hads(scan: Scan, found: list[Found]) -> list[Found]:
    """``HADS anxiety 9, depression 5``: the second part goes without the name of the scale."""
    more = []
    for item in found:
        match = _DEPRESSION.match(scan.text, item.end) if item.name == "hads_anxiety" else None
        if match is not None and int(match["value"]) <= 21:
            left, right = match.span("value")
            rule = "scores.hads_depression"
            more.append(Found("hads_depression", match["value"], None, None, left, right, left, item.time, rule))
    return more


_HIP_OF_GARVAN = re.compile(
    r"[^.;\n\d]{0,24}(?:,|;|and|/)\s*(?:and\s+)?hip(?:\s+fracture)?(?:\s+risk)?\s*[:=]?\s*(?P<value>\d{1,2}(?:\.\d+)?)\s*%",
    re.IGNORECASE,
)


def hip_of_garvan(scan: Scan, found: list[Found]) -> list[Found]:
    """``Garvan 5 yr fracture risk 28%, hip 7.7%``: the second risk goes without the name of the calculator."""
    more = []
    for item in found:
        match = _HIP_OF_GARVAN.match(scan.text, item.end) if item.name == "garvan" else None
        if match is not None:
            left, right = match.span("value")
            more.append(
                Found("garvan_hip", match["value"], None, None, left, right, left, item.time, "scores.garvan_hip")
            )
    return more
