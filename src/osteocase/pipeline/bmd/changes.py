"""Per cents and differences in densitometry: changes since an earlier scan, the young adult mean, what is neither."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from osteocase.pipeline.bmd.numbers import Number
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

if TYPE_CHECKING:
    from osteocase.pipeline.bmd.labels import Label

__all__ = ["basis_of", "is_difference", "is_share_of_young", "percentage"]

_DOWN = re.compile(
    r"\b(?:decreas\w+|declin\w+|loss(?:es)?|lost|fell|fall(?:en|ing)?|drop\w*|reduc\w+|lower|worse\w*|down"
    r"|deteriorat\w+|"
    r"diminish\w+|deficit)\b|[↓↘]",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:increas\w+|increment|gain\w*|added|rise|rose|risen|rising|improv\w+|higher|up|recover\w*|grew|growth|gone up"
    r"|went up|"
    r"better|climb\w*)\b|[↑↗]",
    re.IGNORECASE,
)
_NOT_A_CHANGE = re.compile(
    r"\b(?:risk|probability|FRAX|fracture|LSC|least|precision|CV|confidence|significant change(?: of| is)?|fat|detect|"
    r"MOF|adherence|compliance|ratio|saturation|threshold|coefficient)\b[^,;.%]{0,40}$",
    re.IGNORECASE,
)
_NOT_A_CHANGE_AFTER = re.compile(
    r"\s*(?:[(]\s*(?:the\s+)?(?:LSC|precision|least significant change)\s*[)]|confidence|CI\b|probability|risk"
    r"|percentile|chance|\w*\s?fat\b|of (?:patients|women|the dose)|"
    r"(?:is\s+)?(?:the\s+)?(?:least|LSC)|ten-year|10-year)",
    re.IGNORECASE,
)
_OF_HEIGHT = re.compile(
    r"\b(?:wedg\w*|biconcav\w*|compress\w*|crush\w*|collaps\w*|deform\w*|height(?:\s+loss)?|loss of height|canal"
    r"|retropuls\w*)\b[^,;.%\d]{0,24}$",
    re.IGNORECASE,
)
_OF_HEIGHT_AFTER = re.compile(
    r"\s*(?:loss\s+of\s+)?(?:(?:anterior|posterior|central|middle|vertebral|body)\s+)*(?:height|wedg|compress|collaps|canal)",
    re.IGNORECASE,
)
"""How far a vertebra has lost its height is no density: ``L1 wedge 35%``."""
_CHANGE_AFTER = re.compile(
    r"\s*[*†‡]?\s*[(,]?\s*(?:(?:statistically|significant|total|net|annual\w*|further|bone|BMD|density"
    r"|relative)\s+){0,3}"
    r"(?P<word>increase|gain|rise|improvement|higher|increment|up\b|better|decrease|loss|decline|lower|reduction"
    r"|drop|fall|down\b|less|deficit|worse|change"
    r"|(?:above|below)(?=\s*(?:[.,;)]|\Z)|\s+(?:(?:the|her|his|its|that)\s+)?(?:baseline|where|first|start\w*|initial|"
    r"pre-?treatment|previous|last|earlier|original)\b))",
    re.IGNORECASE,
)
_FROM_PREVIOUS = re.compile(
    r"\b(?:previous(?:ly)?|prev|prior|last|preceding|pre-?examination|comparison|earlier|interval|years? ago"
    r"|compared (?:to|with) \d|"
    r"since (?:the )?(?:last|prior|previous|then))\b",
    re.IGNORECASE,
)
_FROM_BASELINE = re.compile(
    r"\b(?:baseline|base|basal|initial|pre-?treatment|start(?:ed|ing)?|first|before treatment|BL)\b", re.IGNORECASE
)
_YOUNG_AFTER = re.compile(
    r"\s*(?:of\s+(?:the\s+)?)?(?:young|YAM|YA\b|peak|mean (?:value )?(?:of|for) young|compared with young)",
    re.IGNORECASE,
)


def is_difference(text: str, number: Number, start: int) -> bool:
    """``increased by 0.036 g/cm²`` and ``LSC 0.026 g/cm²`` are differences, ``ref 0.9-1.2`` a limit: no densities."""
    before = text[max(start, number.number_start - 44) : number.number_start]
    if re.search(
        r"(?:\bby|change(?:\s+of)?|gain of|loss of|increase of|decrease of|difference(?:\s+of)?|diff\.?|reference"
        r"|ref\.?|normal(?:\s+range)?|"
        r"LSC(?:\s+(?:is|was|of|=|for\s+\w+|at\s+\w+|\w+))?|significant change(?:\s+(?:is|was|of|=|at this cent\w+"
        r"|for \w+))*|precision(?:\s+\w+)?|"
        r"±|cv)\s*[:=(]*\s*$",
        before,
        re.IGNORECASE,
    ):
        return True
    if number.sign and re.search(r"%\s*[(,;]\s*$", before):
        return True
    if re.search(
        r"\b(?:LSC|least significant change)\b[^.\n]{0,60}$", text[max(start, number.start - 70) : number.start]
    ):
        return True
    return number.sign == "+"


_BESIDE = re.compile(r"[\s,;/|(\[–—-]*")
_LEAST_SHARE = Decimal(45)
"""Per cent of the young adult mean below which hardly anybody is, and above which no bone changes."""


def is_share_of_young(
    scan: Scan, number: Number, previous: tuple[str, int] | None, following: Label | None, end: int
) -> bool:
    """``0.743 (77 %, T -1.7)`` and ``(T -1.7, 77 %, a gain of 3.1 %)``: a plain share beside the T-score is one of the
    young adult mean, which T-scores count from.

    ``previous`` is the measure of the number before this one and where that number ends.
    """
    if previous is None or number.sign or number.comparator or number.places > 1:
        return False
    if Decimal(number.value) < _LEAST_SHARE:
        return False
    measure, stop = previous
    if _BESIDE.fullmatch(scan.text, stop, number.start) is None:
        return False
    after = scan.text[number.end : min(end, number.end + 60)]
    if _change_after(after) is not None or _NOT_A_CHANGE_AFTER.match(after) is not None:
        return False
    if measure == "t_score":
        return True
    return (
        measure == "bmd"
        and following is not None
        and following.measure == "t_score"
        and (_BESIDE.fullmatch(scan.text, number.end, following.start) is not None)
    )


def percentage(
    scan: Scan, number: Number, named: str | None, following: Label | None, start: int, end: int
) -> tuple[str | None, str, str | None]:
    """Measure (``yam``, ``change`` or None), signed value and, for a change, what it counts from."""
    text = scan.text
    before = text[max(start, number.start - 70) : number.start]
    after = text[number.end : min(end, number.end + 60)]
    if _OF_HEIGHT.search(before) or _OF_HEIGHT_AFTER.match(after):
        return None, number.value, None
    if following is not None and following.measure == "yam" and following.start <= number.end + 12 and not number.sign:
        return "yam", number.value, None
    if _YOUNG_AFTER.match(after):
        return "yam", number.value, None
    if following is not None and following.measure == "age_matched" and following.start <= number.end + 6:
        return None, number.value, None
    clause = before[max(before.rfind(mark) + 1 for mark in ";.") if re.search(r"[;.]\s", before) else 0 :]
    direction = _direction(clause, after)
    if direction is None and re.search(r"\bby\s+$", before):
        direction = _direction(text[start : number.start], "")  # "rose by 21% ... and that of the hip by 6.9%"
    level = re.search(r"%|YAM|\b(?:to|at|was|is|of|now)\s+(?:about\s+|only\s+)?$", before[-12:])
    if level is not None and _CHANGED_BY.search(before) is not None:
        level = None  # "86% YAM (up 13%)"
    if named == "yam" and (direction is None or level) and not number.sign:
        return "yam", number.value, None
    if named in {"age_matched", "ignore", "tbs"} or _NOT_A_CHANGE.search(before) or _NOT_A_CHANGE_AFTER.match(after):
        return None, number.value, None
    signed = bool(number.sign)
    if not (named == "change" or direction is not None or signed):
        return None, number.value, None
    value = number.value.lstrip("-") if direction == "+" and not signed else number.value
    if direction == "-" and not value.startswith("-") and number.sign != "+":
        value = f"-{value}"
    return "change", value, basis_of(before[-50:], after)


_CHANGED_BY = re.compile(
    r"\b(?:up|down|gain(?:ed)?|loss|lost|rise|increased?|increments?|decreased?|improved|improvement|fall|drop(?:ped)?)(?:\s+(?:of|by))?"
    r"\s+(?:about\s+|only\s+)?$",
    re.IGNORECASE,
)
_NEXT_CHANGE = re.compile(r"\s*(?:of|by)?\s*(?:[-‐‑–−+]\s?)?\d")


def _change_after(after: str) -> re.Match[str] | None:
    """The word of change behind a number; in ``77 %, up 2.4 %`` it is that of the next number."""
    near = _CHANGE_AFTER.match(after)
    if near is None or ("," in after[: near.start("word")] and _NEXT_CHANGE.match(after, near.end()) is not None):
        return None
    return near


def _direction(before: str, after: str) -> str | None:
    """``+`` or ``-`` by the word of change right after the number, else by the last one before it."""
    near = _change_after(after)
    if near is not None and near["word"].lower() != "change":
        return (
            "-" if _DOWN.fullmatch(near["word"]) or near["word"].lower() in {"less", "fall", "worse", "below"} else "+"
        )
    last: tuple[int, str] | None = None
    for pattern, sign in ((_DOWN, "-"), (_UP, "+")):
        for match in pattern.finditer(before):
            if last is None or match.start() > last[0]:
                last = (match.start(), sign)
    return last[1] if last else None


def basis_of(before: str, after: str) -> str | None:
    """What a change counts from, by the words around it."""
    first = re.split(r"[;\n]|\d\s*%", after)[0]
    if _FROM_BASELINE.search(first):
        return "baseline"
    if _FROM_PREVIOUS.search(first):
        return "previous"
    if _FROM_BASELINE.search(before):
        return "baseline"
    if _FROM_PREVIOUS.search(before):
        return "previous"
    return None
