"""Densitometry tables whose cells have come apart, a line each, as a copied web page or PDF leaves them.

The heads stand one under the other, then each site with its numbers under it in the order of the heads. A site that has
not just as many numbers as there are heads is left out: which number is missing nobody can tell.
"""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.bmd.dates import heading_of_exam
from osteocase.pipeline.bmd.labels import labels_in
from osteocase.pipeline.bmd.measures import FIELDS, fits, looks_like
from osteocase.pipeline.bmd.numbers import Number, numbers_in
from osteocase.pipeline.bmd.sites import FAMILY, Site, complete, sites_in
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.times.find import time_draft

__all__ = ["Stack", "stacks_in"]

_NUMBER_LINE = re.compile(r"\s*[<>]?\s?(?:[-‐‑–—−+]\s?)?\d{0,3}[.,]?\d{1,3}\s*(?:%|g\s?/\s?cm\S{0,2}|SD)?\s*\Z")
_BLANK_LINE = re.compile(r"\s*(?:[-‐‑–—−]{1,3}|n/?a|nd|n\.d\.)\s*\Z", re.IGNORECASE)
_HEAD_WORD = re.compile(r"\s*(?:site|region(?: of interest)?|roi|area|scan|location)\s*:?\s*\Z", re.IGNORECASE)


class Stack(NamedTuple):
    """One such table: where it stands, and what it tells."""

    start: int
    end: int
    drafts: list[Draft]


def stacks_in(scan: Scan) -> list[Stack]:
    """The tables of a text whose cells stand one under the other, in order."""
    if not scan.by_group.get("densitometry"):
        return []
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\S[^\n]*", scan.text)]
    stacks: list[Stack] = []
    index = 0
    while index < len(lines):
        listed = _listed(scan, lines, index)
        if listed is not None:
            stacks.append(listed[0])
            index = listed[1]
            continue
        heads, after = _heads(scan, lines, index)
        if len([head for head in heads if head is not None]) < 2:
            index += 1
            continue
        drafts, stop = _rows(scan, lines, after, heads)
        if stop > after:
            stacks.append(Stack(lines[index][0], lines[stop - 1][1], drafts))
        index = max(stop, after)
    return stacks


def _listed(scan: Scan, lines: list[tuple[int, int]], index: int) -> tuple[Stack, int] | None:
    """Sites one under the other, and under them as many numbers, once for each measure; with another count of numbers
    nobody can tell whose they are, and the table tells nothing."""
    sites: list[Site] = []
    while index + len(sites) < len(lines):
        site = _site_alone(scan, *lines[index + len(sites)], sites[-1] if sites else None)
        if site is None:
            break
        sites.append(site)
    if len(sites) < 2:
        return None
    measure = next(iter(_heads(scan, lines, index - 1)[0]), None) if index else None
    stop = index + len(sites)
    fields: list[dict[str, str]] = [{} for _ in sites]
    even = True
    while stop < len(lines):
        heads, after = _heads(scan, lines, stop)
        numbers: list[Number] = []
        while after < len(lines) and _NUMBER_LINE.match(text := scan.text[lines[after][0] : lines[after][1]]):
            numbers += numbers_in(scan, *lines[after], text)[:1]
            after += 1
        if len(numbers) < 2 or len(heads) > 1:
            break
        measure = heads[0] if heads else measure
        even = even and len(numbers) % len(sites) == 0 and (measure is None or len(numbers) == len(sites))
        for place in range(0, len(numbers), len(sites)):
            column = numbers[place : place + len(sites)]
            known = measure or _measure_of(column, {name for told in fields for name in told})
            even = even and known is not None
            for told, number in zip(fields, column, strict=False):
                if known is not None and looks_like(number, known) and fits(FIELDS[known], number.value):
                    told.setdefault(FIELDS[known], number.value)
        stop, measure = after, None
    if stop == index + len(sites):
        return None
    end = lines[stop - 1][1]
    drafts = [_draft(scan, site, site.start, end, told) for site, told in zip(sites, fields, strict=True) if told]
    return Stack(lines[index][0], end, drafts if even else []), stop


def _measure_of(numbers: list[Number], told: set[str]) -> str | None:
    """What a column without a head holds: densities have three places and no sign, scores one place; of two columns
    of scores the first are T-scores, as all machines print them."""
    if all(number.places == 3 and not number.sign for number in numbers):
        return "bmd"
    if any(number.places != 1 for number in numbers) or not any(number.sign for number in numbers):
        return None
    return next((score for score in ("t_score", "z_score") if FIELDS[score] not in told), None)


def _site_alone(scan: Scan, start: int, end: int, last: Site | None) -> Site | None:
    """The site that a line holds and nothing else; ``Total`` under ``Neck`` is that of the hip."""
    sites = sites_in(scan, start, end) if end - start <= 40 else []
    governing = last if last is not None and FAMILY.get(last.id) not in {"spine", "body"} else None
    site = complete(sites[0], governing) if sites else None
    rest = scan.text[start : sites[0].start] + scan.text[sites[-1].end : end] if sites else ""
    is_alone = site is not None and site.id in FAMILY and not re.search(r"\w", rest)
    return site if is_alone else None


def _heads(scan: Scan, lines: list[tuple[int, int]], index: int) -> tuple[list[str | None], int]:
    """The measures that lines name one after the other, each alone on its line; None for what is no result."""
    heads: list[str | None] = []
    while index < len(lines):
        start, end = lines[index]
        if _HEAD_WORD.match(scan.text[start:end]) and not heads:
            index += 1
            continue
        labels = labels_in(scan, start, end, head=True)
        rest = scan.text[start:end].strip(" \t:*|")
        alone = len(labels) == 1 and len(rest) <= labels[0].end - labels[0].start + 10
        if not alone or re.search(r"\d", rest.replace("cm2", "")):
            break
        heads.append(labels[0].measure if labels[0].measure in FIELDS else None)
        index += 1
    return heads, index


def _rows(scan: Scan, lines: list[tuple[int, int]], index: int, heads: list[str | None]) -> tuple[list[Draft], int]:
    """Drafts of the sites under the heads, and the index of the first line after them."""
    drafts: list[Draft] = []
    last: Site | None = None
    stop = index
    while index < len(lines):
        start, end = lines[index]
        sites = sites_in(scan, start, end)
        site = complete(sites[0], last) if sites else None
        if site is None or site.id not in FAMILY or end - start > 50 or re.search(r"[.,]\d", scan.text[site.end : end]):
            break
        values: list[Number | None] = []
        index += 1
        while index < len(lines) and len(values) <= len(heads):
            text = scan.text[lines[index][0] : lines[index][1]]
            if _NUMBER_LINE.match(text):
                values += numbers_in(scan, *lines[index], text)[:1]
            elif _BLANK_LINE.match(text):
                values.append(None)
            else:
                break
            index += 1
        if not values:
            break
        stop, last = index, site
        fields = _fields(heads, values)
        if fields:
            drafts.append(_draft(scan, site, start, lines[index - 1][1], fields))
    return drafts, stop


def _fields(heads: list[str | None], values: list[Number | None]) -> dict[str, str]:
    """The fields of one site; none where numbers and heads do not go together."""
    if len(values) != len(heads):
        return {}
    fields: dict[str, str] = {}
    for head, number in zip(heads, values, strict=True):
        if head is None or number is None:
            continue
        if not looks_like(number, head) or not fits(FIELDS[head], number.value):
            return {}
        fields[FIELDS[head]] = number.value
    return fields


def _draft(scan: Scan, site: Site, start: int, end: int, fields: dict[str, str]) -> Draft:
    time = heading_of_exam(scan, start)
    return {
        "start": start,
        "end": end,
        "rule": "bmd.stacked",
        "site": site.id,
        "region": site.region,
        "side": site.side,
        "time": time_draft(scan.text, time) if time is not None else None,
        **fields,
    }
