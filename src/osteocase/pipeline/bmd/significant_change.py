"""The least significant change that a centre states for its densitometer, with the sites that it holds for.

``LSC 3.0 % for the lumbar spine and 3.6 % for the total hip``, ``the least significant change of this centre (0.030
g/cm2 at the spine and at the hip)``. A change of BMD beside the name is no such limit: only words that lead from the
name to its own number are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan

__all__ = ["SIGNIFICANT_CHANGE", "find_significant_changes"]

SIGNIFICANT_CHANGE = "least_significant_change"
_REACH = 240
"""Characters after the name within which its numbers stand."""
_VALUE = re.compile(
    r"(?P<value>\d{1,2}(?:\.\d{1,4})?)\s?(?P<unit>%|per\s?cent|g\s?/\s?cm(?:2|²|\^2)|gm?/cm\s?sq)(?!\s?(?:confidence|CI\b|certainty))",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:[\s:,;()\[\]=≥>~≈-]|±|(?:80|90|95)\s?%\s(?:confidence|CI)(?:\s(?:level|interval))?|\b(?:of|is|are|was|were|being|at|in"
    r"|for|on|from|with|to|by|about|approximately|this|our|the|its|their|a|an|each|same|and|set|equals?|stated|here|cent(?:re|er)"
    r"|either|both|any|every|own|hands|local|current|calculated|established|department|service|practice|office|sites"
    r"|clinic|hospital|facility|institution|laboratory|lab|unit|machine|scanner|device|densitometer|system|site|left|right"
    r"|LSC|confidence|level|respectively|mean|total|DXA|bone|mineral|density|BMD)\b)*",
    re.IGNORECASE,
)
_MOST = {"%": Decimal(15), "g/cm2": Decimal("0.15")}


class _Step(NamedTuple):
    """One number or site on the way from the name."""

    site: str | None
    match: re.Match[str] | None


def find_significant_changes(scan: Scan) -> list[Draft]:
    """Drafts of the limits, one a number and site."""
    drafts: list[Draft] = []
    for mention in scan.by_topic.get("score", ()):
        if mention.id == SIGNIFICANT_CHANGE and scan.section_at(mention.start).effect != "not_patient":
            drafts += _of(scan, mention)
    return drafts


def _of(scan: Scan, mention: Mention) -> Iterator[Draft]:
    steps = list(_steps(scan, mention))
    site_first = bool(steps) and steps[0].match is None
    for value, sites in _pairs(steps, site_first=site_first):
        unit = "%" if value["unit"].lower().startswith(("%", "per")) else "g/cm2"
        if not 0 < Decimal(value["value"]) <= _MOST[unit]:
            continue
        places: list[str | None] = [*sites] or [None]
        for site in places:
            yield {
                "name": SIGNIFICANT_CHANGE, "value": value["value"], "unit": unit, "body_site": site, "min": None,
                "max": None, "time": None, "start": mention.start, "end": value.end(), "also": [],
                "rule": f"scores.{SIGNIFICANT_CHANGE}",
            }  # fmt: skip


def _steps(scan: Scan, mention: Mention) -> Iterator[_Step]:
    """Numbers and sites that follow each other from the name on, with nothing but leading words between."""
    end = min(scan.sentence_at(mention.start)[1], mention.end + _REACH)
    sites = {site.start: site for site in scan.mentions_in(mention.end, end, "bmd_site")}
    position = mention.end
    while True:
        position = _next(scan.text, position, end, sites)
        if position in sites:
            yield _Step(sites[position].id, None)
            position = sites[position].end
            continue
        value = _VALUE.match(scan.text, position, end)
        if value is None:
            return
        yield _Step(None, value)
        position = value.end()


def _next(text: str, position: int, end: int, sites: dict[int, Mention]) -> int:
    """The first place after leading words; a site's own words (``total hip``) are not passed over."""
    leading = _LEADING.match(text, position, end)
    last = leading.end() if leading is not None else position
    return next((place for place in sorted(sites) if position <= place <= last), last)


def _pairs(steps: list[_Step], *, site_first: bool) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Each number with its sites: those before it where sites come first, else those after it."""
    waiting: list[str] = []
    last: re.Match[str] | None = None
    for step in steps:
        if step.match is None:
            if step.site is not None:
                waiting.append(step.site)
            continue
        if site_first:
            yield step.match, waiting
        elif last is not None:
            yield last, waiting
        last, waiting = step.match, []
    if not site_first and last is not None:
        yield last, waiting
