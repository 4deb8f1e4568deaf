"""What a densitometry number is (BMD, T-score, Z-score, YAM, change, TBS) and which site a word names."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import zip_longest
from typing import Any, NamedTuple

from osteocase.pipeline.quantities import MINUS, Quantity
from osteocase.pipeline.scan import Mention, Scan

__all__ = [
    "FIELDS",
    "Reading",
    "Site",
    "fits",
    "is_site",
    "measure_at",
    "readings_in",
    "side_near",
    "site_of",
    "signed",
]

FIELDS = {
    "t_score": "t_score", "z_score": "z_score", "bmd": "bmd_g_cm2", "yam": "yam_percent", "change": "change_percent",
    "tbs": "tbs",
}  # fmt: skip
"""Measure word to the field of the record that holds it."""

_LIMITS = {
    "t_score": (Decimal("-9"), Decimal("8")),
    "z_score": (Decimal("-9"), Decimal("8")),
    "bmd_g_cm2": (Decimal("0.1"), Decimal("2.6")),
    "yam_percent": (Decimal("20"), Decimal("170")),
    "change_percent": (Decimal("-80"), Decimal("150")),
    "tbs": (Decimal("0.4"), Decimal("1.9")),
}
"""What the measures can be in life, g/cm², SD and per cent."""


class Site(NamedTuple):
    """A site of measurement named in the text."""

    id: str
    start: int
    end: int
    region: str | None
    side: str | None


class Reading(NamedTuple):
    """One number with its measure."""

    start: int
    end: int
    measure: str
    """Field of the record."""
    value: str
    extra: dict[str, Any]


_REGION_NEAR = re.compile(r"(?<![A-Za-z0-9])[Ll]\s?([1-5])\s*(?:[-‐‑–—−_/]|to|through|thru)\s*[Ll]?\s?([2-5])(?![\d.])")
_SINGLE_LEVEL = re.compile(r"(?<![A-Za-z0-9])L([1-5])(?![\d.\-–/])")
_SIDE = re.compile(r"\b(left|right|lt|rt|bilateral|both|l|r)\b\.?", re.IGNORECASE)
_SIDES = {
    "left": "left",
    "lt": "left",
    "l": "left",
    "right": "right",
    "rt": "right",
    "r": "right",
    "bilateral": "bilateral",
    "both": "bilateral",
}
_DOWN = re.compile(
    r"\b(?:decreas\w+|declin\w+|loss|lost|fell|fallen|drop\w*|reduc\w+|lower|worse\w*|down)\b", re.IGNORECASE
)
_UP = re.compile(
    r"\b(?:increas\w+|gain\w*|rise|rose|risen|improv\w+|higher|up|recover\w*|grew|growth)\b", re.IGNORECASE
)
_FROM_PREVIOUS = re.compile(r"\b(?:previous|prior|last|preceding|pre-?examination|comparison)\b", re.IGNORECASE)
_FROM_BASELINE = re.compile(r"\b(?:baseline|initial|pre-?treatment|start|first)\b", re.IGNORECASE)
_BOTH_ENDS = re.compile(
    rf"between\s+(?P<first>[{MINUS}]?\s?\d+(?:[.,]\d+)?)\s+and\s+(?P<second>[{MINUS}]?\s?\d+(?:[.,]\d+)?)",
    re.IGNORECASE,
)


def is_site(scan: Scan, mention: Mention) -> bool:
    """Whether a site term names a site of measurement: not inside a finding or an operation (``total hip
    replacement``), unless that term is no more than the site with its side (``left total hip``)."""
    if mention.covered in {"", "bone"}:
        return True
    covers = [
        other for other in scan.mentions_in(max(0, mention.start - 30), mention.end, mention.covered)
        if other.start <= mention.start and other.end >= mention.end
    ]  # fmt: skip
    return mention.covered == "treatment" and all(other.end == mention.end for other in covers) and bool(covers)


def site_of(scan: Scan, mention: Mention, left: int, right: int) -> Site:
    """The site that a term names, with its region and side as told beside it."""
    entry = scan.knowledge.sites[mention.id]
    region = entry.region
    if entry.site == "lumbar_spine":
        near = scan.text[max(left, mention.start - 12) : min(right, mention.end + 16)]
        match = _REGION_NEAR.search(near)
        region = f"L{match[1]}-L{match[2]}" if match else region
    side = entry.side or side_near(
        scan.text, max(left, mention.start - 14), mention.start, min(right, mention.end + 10), mention.end
    )
    return Site(
        entry.site,
        mention.start,
        mention.end,
        region,
        side if entry.site not in {"lumbar_spine", "whole_body"} else None,
    )


def side_near(text: str, left: int, start: int, right: int, end: int) -> str | None:
    """Left or right told inside a term, just before it, or in brackets after it."""
    inside = _SIDE.search(text[start:end])
    if inside and len(inside[1]) > 1:
        return _SIDES[inside[1].lower()]
    before = re.search(
        r"(?:^|[^\w])(left|right|lt|rt|L|R|bilateral|both)\.?[\s_]*(?:the\s+)?$", text[left:start], re.IGNORECASE
    )
    if before and (len(before[1]) > 1 or before[1].isupper()):
        return _SIDES[before[1].lower()]
    after = re.match(r"\s*[(\[,]?\s*(left|right|lt|rt|L|R)\b\.?", text[end:right], re.IGNORECASE)
    if after and (len(after[1]) > 1 or (after[1].isupper() and text[end:right].lstrip()[:1] in "([")):
        return _SIDES[after[1].lower()]
    return None


def readings_in(scan: Scan, start: int, end: int) -> list[Reading]:
    """Every number of a stretch that is a densitometry result, with its measure."""
    words = scan.words_in(start, end, "densitometry")
    readings: list[Reading] = []
    skip = -1
    for quantity in scan.quantities_in(start, end):
        if quantity.start < skip or quantity.number_end > end:
            continue
        field = measure_at(scan, quantity, words, start, end)
        if field is None:
            continue
        quantity = signed(scan, quantity, words)
        told = _DEVIATION.match(scan.text, quantity.number_end, end)
        if told is not None and told["direction"].lower() in {"below", "under"} and not quantity.value.startswith("-"):
            quantity = quantity._replace(value=f"-{quantity.value}", end=told.end())
        extra: dict[str, Any] = {}
        value = quantity.value
        if field == "t_score":
            extra, skip = _t_extra(scan, quantity, end)
        elif field == "z_score" and quantity.comparator:
            extra["z_score_comparator"] = quantity.comparator
        elif field == "change_percent":
            value, extra = _change(scan, quantity, start, end)
        if (
            field in {"bmd_g_cm2", "t_score"}
            and quantity.kind == "range"
            and _FROM.search(scan.text[: quantity.start][-8:])
        ):
            # "rose from 0.702 to 0.811 g/cm2": two results, the later one is what the sentence tells.
            readings.append(Reading(quantity.start, quantity.start + 1, field, value, {}))
            value, extra = quantity.high or value, {}
        if fits(field, value):
            readings.append(Reading(quantity.start, max(quantity.end, skip), field, value, extra))
    return _without_bounds(readings)


_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)


def _without_bounds(readings: list[Reading]) -> list[Reading]:
    """``below -2.0 (-3.4)``: a bound is no result where the result itself follows."""
    return [
        reading
        for reading, following in zip_longest(readings, readings[1:])
        if not (
            following is not None
            and any(name.endswith("_comparator") for name in reading.extra)
            and following.measure == reading.measure
            and following.start - reading.end <= 3
        )
    ]


def _t_extra(scan: Scan, quantity: Quantity, end: int) -> tuple[dict[str, Any], int]:
    extra: dict[str, Any] = {}
    if quantity.comparator:
        extra["t_score_comparator"] = quantity.comparator
    both = _BOTH_ENDS.match(scan.text, max(0, quantity.start - 8), end) or _BOTH_ENDS.search(
        scan.text, max(0, quantity.start - 9), min(end, quantity.end + 14)
    )
    if both is not None and both.start("first") <= quantity.number_end <= both.end("first") + 1:
        extra["t_score_high"] = _plain(both["second"])
        return extra, both.end()
    if quantity.kind == "range" and quantity.high is not None:
        high = quantity.high
        if (
            quantity.value.startswith("-")
            and not high.startswith("-")
            and Decimal(high) > 0
            and "to" not in scan.text[quantity.start : quantity.end]
        ):
            high = f"-{high}"
        extra["t_score_high"] = high
    return extra, -1


def _plain(written: str) -> str:
    number = re.sub(rf"^[{MINUS}]\s?", "-", written.strip())
    return number.replace(",", ".")


def signed(scan: Scan, quantity: Quantity, words: list[Mention]) -> Quantity:
    """``T-score–2.2`` glued to its label is minus 2.2."""
    if quantity.value.startswith("-"):
        return quantity
    before = scan.text[max(0, quantity.start - 3) : quantity.start]
    glued = re.search(rf"(?P<letter>[^\s]?)\s?[{MINUS}]$", before)
    if glued and any(word.end >= quantity.start - 3 and word.end <= quantity.start for word in words):
        return quantity._replace(value=f"-{quantity.value}", start=quantity.start - 1)
    return quantity


def measure_at(scan: Scan, quantity: Quantity, words: list[Mention], start: int, end: int) -> str | None:
    """The field that a number belongs to, or None where it is no densitometry result."""
    if quantity.unit == "g/cm2":
        return None if _is_difference(scan, quantity, words) else "bmd_g_cm2"
    before = [
        word
        for word in words
        if word.end <= quantity.start
        and not (scan.knowledge.words[word.id].value or "").startswith(("class:", "device"))
    ]
    label = before[-1] if before else None
    value = scan.knowledge.words[label.id].value if label is not None else None
    if quantity.unit == "%":
        return _percentage(scan, quantity, value, words, start, end)
    if _looks_areal(scan, quantity) and value not in {"ignore", "tbs", "age_matched"}:
        return "bmd_g_cm2" if label is None or _joins(scan, scan.text[label.end : quantity.start], quantity) else None
    told = _DEVIATION.match(scan.text, quantity.number_end, end)
    if told is not None:
        return "z_score" if told["peers"] else "t_score"
    if _is_bare_score(scan, quantity, unlabelled=label is None or value == "bmd"):
        return "t_score"
    # "-1.9 L-spine": the letter that looks like litres is the lumbar spine's.
    has_other_unit = quantity.unit not in {None, "SD", "{SD}", "1"} and not (quantity.unit == "L" and label is not None)
    if has_other_unit or quantity.kind not in {"number", "range"}:
        return None
    if label is None:
        return _followed_by_label(scan, quantity, words)
    return _labelled(scan, quantity, label)


def _labelled(scan: Scan, quantity: Quantity, label: Mention) -> str | None:
    """The field of a number whose measure is named before it."""
    value = scan.knowledge.words[label.id].value
    between = scan.text[label.end : quantity.start]
    if value not in FIELDS or value == "change" or not _joins(scan, between, quantity):
        return None
    if label.end - label.start == 1 and not _is_score(scan, quantity):
        return None
    field = FIELDS[value]
    if field == "yam_percent" and quantity.unit is None and "%" not in between:
        return None
    if field == "bmd_g_cm2" and not re.search(r"\d[.,]\d{2,3}$", scan.text[quantity.start : quantity.number_end]):
        return None
    return field


def _followed_by_label(scan: Scan, quantity: Quantity, words: list[Mention]) -> str | None:
    """``-2.5 T-score``: the measure stands right after the number."""
    after = next((word for word in words if word.start >= quantity.end), None)
    if after is None or re.fullmatch(r"\s*[(:=]?\s*", scan.text[quantity.end : after.start]) is None:
        return None
    follows = scan.knowledge.words[after.id].value
    return FIELDS[follows] if follows in {"t_score", "z_score"} else None


_DEVIATION = re.compile(
    r"\s*(?:SDs?|standard deviations?)\s+(?P<direction>below|above|under|over)\s+(?:the\s+)?(?:mean\s+|average\s+)?"
    r"(?:for\s+|of\s+)?(?:the\s+)?(?:mean\s+)?"
    r"(?:(?P<young>peak|young|normal young|healthy young|that of young)|(?P<peers>age|her age|his age|expected|same))",
    re.IGNORECASE,
)
"""A T-score (against the young) or Z-score (against peers) told as standard deviations."""


def _is_bare_score(scan: Scan, quantity: Quantity, *, unlabelled: bool) -> bool:
    """``DXA: LS -1.7, L hip -2.1``: a negative number with one decimal right after a site can only be a T-score."""
    if not unlabelled or quantity.unit is not None or quantity.kind != "number" or not quantity.value.startswith("-"):
        return False
    sites = scan.mentions_in(max(0, quantity.start - 25), quantity.start, "bmd_site")
    one_decimal = re.fullmatch(r"-\d\.\d", quantity.value) is not None
    return (
        one_decimal and bool(sites) and re.fullmatch(r"[\s:=(]*", scan.text[sites[-1].end : quantity.start]) is not None
    )


def _is_score(scan: Scan, quantity: Quantity) -> bool:
    """``T -2`` and ``T 1.2`` are scores; ``T 8`` is a vertebra."""
    return re.search(rf"[{MINUS}+.,]", scan.text[quantity.start : quantity.number_end]) is not None


def _looks_areal(scan: Scan, quantity: Quantity) -> bool:
    """``0.826`` without a unit, beside a site or a T-score, is an areal density: no T-score has three decimals."""
    written = scan.text[quantity.start : quantity.number_end]
    return quantity.unit is None and re.fullmatch(r"[01][.,]\d{3}", written) is not None


def _joins(scan: Scan, between: str, quantity: Quantity) -> bool:
    """Nothing but sites, other numbers of the same series and small words stand between a label and its number."""
    if len(between) > 160 or "\n\n" in between:
        return False
    stripped = re.sub(r"[\d.,%()\[\]:;=/<>≤≥*|_-]", " ", re.sub(rf"[{MINUS}]", " ", between))
    allowed = scan.knowledge.groups.get("densitometry_bridge", {})
    times = scan.times_in(quantity.start - len(between), quantity.start)
    for site in scan.mentions_in(quantity.start - len(between), quantity.start, "bmd_site"):
        left = site.start - (quantity.start - len(between))
        stripped = stripped[:left] + " " * (site.end - site.start) + stripped[left + site.end - site.start :]
    words = re.findall(r"[^\W\d_]+", stripped)
    in_times = " ".join(scan.text[time.start : time.end] for time in times).lower()
    return all(word.lower() in allowed or word.lower() in in_times for word in words)


def _is_difference(scan: Scan, quantity: Quantity, words: list[Mention]) -> bool:
    """``increased by 0.036 g/cm²`` and ``LSC 0.026 g/cm²`` are differences, not densities."""
    before = scan.text[max(0, quantity.start - 34) : quantity.start]
    if re.search(
        r"(?:\bby|change(?:\s+of)?|gain of|loss of|increase of|decrease of|difference(?:\s+of)?|diff\.?|"
        r"LSC(?:\s+(?:is|was|of|=))?|significant change(?:\s+(?:is|was|of|=|at this cent\w+))*|precision|"
        r"±)\s*[:=(]*\s*[+-]?\s*$",
        before,
        re.IGNORECASE,
    ):
        return True
    if re.search(rf"%\s*[(,;]\s*[+{MINUS}]?\s*$", before) and re.match(r"\s*\)", scan.text[quantity.end :]):
        return True
    return scan.text[quantity.start : quantity.start + 1] == "+"


def _percentage(
    scan: Scan, quantity: Quantity, value: str | None, words: list[Mention], start: int, end: int
) -> str | None:
    after_text = scan.text[quantity.end : min(end, quantity.end + 40)]
    before_text = scan.text[max(start, quantity.start - 60) : quantity.start]
    after = next((word for word in words if quantity.end <= word.start <= quantity.end + 12), None)
    if after is not None and scan.knowledge.words[after.id].value == "yam":
        return "yam_percent"
    if re.match(r"\s*(?:of\s+(?:the\s+)?)?(?:young|YAM|peak)", after_text, re.IGNORECASE):
        return "yam_percent"
    if value == "yam" and _UP.search(before_text) is None and _DOWN.search(before_text) is None:
        return "yam_percent"
    if value in {"age_matched", "ignore"} or re.search(
        r"\b(?:risk|probability|FRAX|fracture|LSC|precision|CV|confidence|significant change(?: of| is)?)"
        r"\b[^,;]{0,30}$",
        before_text,
        re.IGNORECASE,
    ):
        return None
    if re.match(r"\s*(?:confidence|CI\b|probability|risk|percentile)", after_text, re.IGNORECASE):
        return None
    changes = (
        _UP.search(before_text)
        or _DOWN.search(before_text)
        or re.match(
            r"\s*(?:\w+\s+){0,2}(?:increase|gain|rise|improvement|decrease|loss|decline|higher|lower|reduction)",
            after_text,
            re.IGNORECASE,
        )
    )
    again = re.search(r"\bby\s*$", before_text) and _UP.search(scan.text[start : quantity.start]) is not None
    if value == "change" or ((changes or again) and words):
        return "change_percent"
    signed = scan.text[quantity.start] in f"+{MINUS}"
    if (
        signed
        and words
        and re.match(r"\s*(?:from|vs\.?|versus|since|compared|against|over)\b", after_text, re.IGNORECASE)
    ):
        return "change_percent"
    if signed and any(scan.knowledge.words[word.id].value in {"bmd", "change"} for word in words):
        return "change_percent"
    return None


def _change(scan: Scan, quantity: Quantity, start: int, end: int) -> tuple[str, dict[str, Any]]:
    """A stated change with its sign and what it counts from."""
    value = quantity.value
    left = scan.text[max(start, quantity.start - 70) : quantity.start]
    right = scan.text[quantity.end : min(end, quantity.end + 60)]
    direction = None
    for pattern, sign in ((_DOWN, "-"), (_UP, "+")):
        found = list(pattern.finditer(left))
        if found and (direction is None or found[-1].start() > direction[0]):
            direction = (found[-1].start(), sign)
    if direction is None:
        near = re.match(
            r"\s*(?:\w+\s+){0,2}?(?P<word>increase|gain|rise|improvement|higher|decrease|loss|decline|lower|reduction)",
            right,
            re.IGNORECASE,
        )
        if near:
            direction = (
                0,
                "-"
                if _DOWN.fullmatch(near["word"])
                or near["word"].lower() in {"loss", "decline", "lower", "reduction", "decrease"}
                else "+",
            )
    if direction is not None and direction[1] == "-" and not value.startswith("-"):
        value = f"-{value}"
    about = left[-40:] + " " + right
    basis = "baseline" if _FROM_BASELINE.search(about) else "previous" if _FROM_PREVIOUS.search(about) else None
    return value, {"change_from": basis}


def fits(field: str, value: str) -> bool:
    """Whether a value is possible for its measure."""
    low, high = _LIMITS[field]
    return low <= Decimal(value) <= high
