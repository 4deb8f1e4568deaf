"""One number of one scale, and the second number of what is told as a pair: ``HADS anxiety 9, depression 5``."""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.scores.values import value_before
from osteocase.pipeline.times.find import TimeMention

__all__ = ["Found", "hip_of_garvan", "parts_of_scales", "second_of_hads", "without_value_of_next"]


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


_PART = re.compile(
    r"(?P<part>pain|symptoms?|adl|function|stiffness|sports?(?:/rec)?|qol|quality\s+of\s+life)\s*[:=]?\s*(?P<value>\d{1,3}(?:\.\d)?)(?![\d/%])\s*(?:[,;/]|and|\s)*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\s*(?:scores?|subscales?)?\s*[:(,–-]?\s*", re.IGNORECASE)
_OWNER = {"koos": "koos", "hoos": "hoos", "womac": "womac"}


def parts_of_scales(scan: Scan, found: list[Found]) -> list[Found]:
    """``KOOS: pain 75, symptoms 68, ADL 80``: the parts of a scale, each under its own name where that is known."""
    taken = {item.value_start for item in found}
    more: list[Found] = []
    for mention in scan.by_topic.get("score", ()):
        owner = _OWNER.get(mention.id.partition("_")[0])
        if owner is None or scan.section_at(mention.start).effect == "not_patient":
            continue
        position = _position_behind(scan, mention.start, mention.end, found)
        while (part := _PART.match(scan.text, position)) is not None:
            position = part.end()
            name = f"{owner}_{part['part'].lower().split('/')[0]}"
            name = name if name in scan.knowledge.scores else f"{name}s"
            start = part.start("value")
            if name in scan.knowledge.scores and start not in taken and float(part["value"]) <= 100:
                taken.add(start)
                spot = (part.start(), part.end("value"), start)
                more.append(Found(name, part["value"], None, None, *spot, None, f"scores.{name}"))
    return more


def _position_behind(scan: Scan, start: int, end: int, found: list[Found]) -> int:
    """Offset behind the name of a scale, or behind the first part that was told with it."""
    first = next((item for item in found if item.start == start), None)
    lead = _LEAD.match(scan.text, first.end if first is not None else end)
    return lead.end() if lead is not None else end


_IS_OF_NEXT = re.compile(r"\s+(?:on|in|by|for)\s+(?:the\s+|an?\s+|her\s+|his\s+)?(?:modified\s+)?", re.IGNORECASE)


def without_value_of_next(
    scan: Scan, mention: Mention, values: list[re.Match[str]], later: list[int]
) -> list[re.Match[str]]:
    """``scored 12 on the PHQ-9 and 8 on the GAD-7``: the last number stands before the scale that it is of.

    Args:
        scan: the text.
        mention: the name of the scale.
        values: its numbers as they follow the name.
        later: where the names of the scales after it start.
    """
    if not values or not later or _IS_OF_NEXT.fullmatch(scan.text, values[-1].end(), later[0]) is None:
        return values
    return values[:-1] if len(values) > 1 or value_before(scan, mention) is not None else values
