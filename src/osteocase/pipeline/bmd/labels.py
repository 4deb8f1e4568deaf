"""The names of measures in densitometry: where they stand, and which of them stand together as a series."""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.bmd.numbers import MINUS
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["Label", "depths_at", "labels_in", "series_of"]


class Label(NamedTuple):
    """The name of a measure in the text."""

    start: int
    end: int
    measure: str
    """Key of ``FIELDS``, ``ignore`` or ``age_matched``."""
    depth: int = 0
    """How many brackets it stands in."""


_PAIRED = re.compile(
    r"(?<![A-Za-z0-9])(?P<first>[TZ])(?=\s?(?:[-‐‑–—]\s?)?(?:/|&|,|\band\b|\bor\b)\s?[TZ](?![A-Za-z0-9]|\s?\d))"
)
_MAY_BE_PAIRED = re.compile(r"[TZ]\s?(?:[-‐‑–—]\s?)?(?:/|&|,|and|or)\s?[TZ]")
"""What stands in a note that has such pairs, wherever a stretch of it is cut."""
_VALUE_AHEAD = re.compile(
    rf"\s*[\[(]?\s*(?:[:=~≈<>≤≥]|score\b|of\b|was\b|is\b|at\b|now\b|about\b|minus\b|below\b|above\b|under\b|less\b"
    rf"|worse\b|{chr(1)}|[/&,]|and\b|[)])*\s*"
    rf"(?:[<>≤≥=~]|[{MINUS}+—(]|\.?\d|minus|plus|neg|less|below|above|under|[TZ]\b)",
    re.IGNORECASE,
)


def labels_in(scan: Scan, start: int, end: int, *, head: bool = False) -> list[Label]:
    """The names of measures in a stretch, in order; in a head letters alone count without a number after them."""
    words = scan.knowledge.words
    found: list[Label] = []
    for mention in scan.words_in(start, end, "densitometry"):
        value = words[mention.id].value or ""
        if value == "device" or value.startswith("class:"):
            continue
        if (
            mention.end - mention.start == 1
            and not head
            and not _letter_is_label(scan, mention.start, mention.end, end)
        ):
            continue
        if (
            not head
            and scan.text[mention.start : mention.end] in _ELSEWHERE
            and not _is_among(scan, start, end, mention)
        ):
            continue
        found.append(Label(mention.start, mention.end, value))
    taken = {label.start for label in found}
    for match in _PAIRED.finditer(scan.text, start, end) if scan.has(_MAY_BE_PAIRED) else ():
        if match.start() not in taken:
            found.append(Label(match.start(), match.end(), "t_score" if match["first"] == "T" else "z_score"))
    found += _letters_in_row(scan, start, end, found)
    if not found:
        return found
    found.sort()
    depths = depths_at(scan.text, start, end, [label.start for label in found])
    return [label._replace(depth=depth) for label, depth in zip(found, depths, strict=True)]


_ELSEWHERE = {"PR", "AM", "YA"}
"""Short names that are a pulse rate or a time of day where nothing else in the statement is of densitometry."""


def _is_among(scan: Scan, start: int, end: int, mention: Mention) -> bool:
    """Whether a statement names densitometry, or a measure, beside one of its words."""
    return any(
        scan.text[other.start : other.end] not in _ELSEWHERE
        for other in scan.words_in(start, end, "densitometry")
        if other.start != mention.start
    )


_LOWER = re.compile(rf"(?<![\w'’-])(?P<letter>[tz])(?:\s?[=:])?\s?(?=(?:[{MINUS}+]|minus\s)\s?\d[.,]\d)")
_NEXT_LETTER = re.compile(r"\s*[/&,|]\s*(?P<letter>[TZ])(?![A-Za-z0-9'’-])")


def _letters_in_row(scan: Scan, start: int, end: int, found: list[Label]) -> list[Label]:
    """Letters that are labels by their neighbours: the Z of ``BMD / T / Z``, and ``z -2.6`` of quick notes."""
    names = {"t": "t_score", "z": "z_score"}
    taken = {label.start for label in found}
    more = []
    for match in _LOWER.finditer(scan.text, start, end) if scan.has(_LOWER) else ():
        more.append(Label(match.start(), match.start() + 1, names[match["letter"]]))
    for label in found:
        after = _NEXT_LETTER.match(scan.text, label.end, end)
        if after is not None and after.start("letter") not in taken:
            more.append(Label(after.start("letter"), after.end("letter"), names[after["letter"].lower()]))
    return more


def _letter_is_label(scan: Scan, start: int, stop: int, end: int) -> bool:
    """``T -2.5`` and ``T: 1.2`` are labels; the T of ``T 8`` and ``T wave`` is none."""
    if scan.text[max(0, start - 1) : start].isalnum():
        return False
    return (
        _VALUE_AHEAD.match(scan.text, stop, min(end, stop + 40)) is not None
        or _PAIRED.match(scan.text, start) is not None
    )


def depths_at(text: str, start: int, end: int, positions: list[int]) -> list[int]:
    """How many brackets are open at each of the positions, which are in order."""
    depths: list[int] = []
    depth = 0
    at = start
    for position in positions:
        piece = text[at:position]
        depth = max(0, depth + piece.count("(") + piece.count("[") - piece.count(")") - piece.count("]"))
        depths.append(depth)
        at = position
    return depths


_SERIES_GAP = re.compile(
    r"(?:[\s/,&+()\[\]|:=.*-]|and\b|or\b|with\b|the\b|values?\b|scores?\b|g\s?/\s?cm\s?[2²^]{0,2}|gms?/cm2|cm2|%"
    r"|SD\b|in\b|of\b|percent\b|sd\b|\d(?=\s|\)))*",
    re.IGNORECASE,
)


def series_of(scan: Scan, labels: list[Label], breaks: list[int]) -> list[list[Label]]:
    """Labels that stand together without a number or site between them: ``BMD (g/cm2), T-score and Z-score``.

    ``breaks`` are the positions of numbers and sites, in order.
    """
    series: list[list[Label]] = []
    cursor = 0
    for label in labels:
        last = series[-1][-1] if series else None
        while cursor < len(breaks) and last is not None and breaks[cursor] < last.end:
            cursor += 1
        apart = last is None or (cursor < len(breaks) and breaks[cursor] < label.start)
        if not apart and last is not None and label.start >= last.end:
            gap = scan.text[last.end : label.start]
            if len(gap) < 60 and _SERIES_GAP.fullmatch(gap):
                series[-1].append(label)
                continue
        if last is not None and label.start < last.end:
            continue
        series.append([label])
    return series
