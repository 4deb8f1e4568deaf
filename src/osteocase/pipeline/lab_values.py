"""What stands around a laboratory value: unit, flag, printed reference interval; and whether it can be one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.quantities import MINUS, Quantity, plain_number
from osteocase.pipeline.scan import Draft, Mention, Scan

__all__ = [
    "Annotation",
    "accepts",
    "annotation_after",
    "canonical",
    "computed_flag",
    "lab_draft",
    "reference_of",
    "without_dash",
]


class Annotation(NamedTuple):
    """What follows a value and belongs to it."""

    end: int
    """End of the annotation; the end of the value when there is none."""
    reference: dict[str, Any] | None
    """Fields of ``records.ReferenceInterval``."""
    flag: str | None
    """A flag stated beside the value: ``high``, ``low`` or ``normal``."""


_NUMBER = r"\d+(?:[.,]\d+)*"
_REFERENCE_WORD = (
    r"(?:reference|ref\.?|normal|nl\.?|n\.?r\.?|r\.?r\.?|n|normals|expected|biological\s+ref\.?)"
    r"(?:\s*(?:range|interval|values?|limits?|level|is|are|for\s+(?:age|sex|women|men|adults?)))*"
)
_INTERVAL = (
    rf"(?:(?P<low>{_NUMBER})\s*(?:[{MINUS}~]|to|and)\s*(?P<high>{_NUMBER})|(?P<sign><=|>=|≤|≥|<|>|up\s+to|"
    rf"less\s+than|more\s+than|greater\s+than|below|above|under|over|at\s+least)\s*(?P<limit>{_NUMBER}))"
)
_BRACKETED = re.compile(
    rf"\s*,?\s*[(\[]\s*(?:(?P<flag>H|L|HH|LL|high|low|normal|elevated|↑|↓)\s*[,;:]?\s*)?"
    rf"(?:(?P<word>{_REFERENCE_WORD})\s*[:=,]?\s*(?:is|of|between|from)?\s*)?{_INTERVAL}(?P<rest>[^()"
    rf"\[\]\n]{{0,40}})[)\]]",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"\s*[,;:.–-]?\s*(?P<word>{_REFERENCE_WORD})\s*[:=,]?\s*(?:is|of|between|from)?\s*{_INTERVAL}", re.IGNORECASE
)
_FLAG = re.compile(
    r"[ \t]*(?P<bracket>[(\[*]?)\s*(?P<flag>HH|LL|H|L|HI|LO|↑|↓|▲|▼|High|HIGH|high|Low|LOW|low|Normal|"
    r"normal|elevated|Elevated)\s*[)\]*]?(?![\w/])"
)
_LOOSE_UNIT = re.compile(r"\s*[A-Za-zµμ%]{1,10}(?:\s?/\s?[A-Za-zµμ]{1,8}[\d.²³]*)+(?:\s\d(?![\d.]))?")
_NOT_A_RESULT = re.compile(
    r"\s*[-‐]?\s*(?:years?|yrs?|yo|y/o|months?|mos?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|tablets?|"
    r"tabs?|caps?(?:ules)?"
    r"|puffs?|drops?|times?|x\b|doses?|units?\b(?!/)|sprays?|mg\b(?!\s*[/%])|mcg\b(?!\s*/)|grams?\b|"
    r"percent of|lb|pounds?|kg\b|cm\b|inch(?:es)?|feet|stones?"
    r"|out of|/10\b|th\b|st\b|nd\b|rd\b|patients?|episodes?|beats|bpm|daily|p\.?o\.?\b|q\.?\s?[dhw]|"
    r"b\.?i\.?d|t\.?i\.?d)",
    re.IGNORECASE,
)
_SIGNS = {"<": "<", "<=": "<=", "≤": "<=", ">": ">", ">=": ">=", "≥": ">="}
_CONCENTRATIONS = {
    "mass_concentration", "molar_concentration", "catalytic_concentration", "arbitrary_concentration",
    "number_concentration", "fraction", "equivalent_concentration", "osmolality", "ratio", "clearance", "density",
    "other",
}  # fmt: skip


_SIGNED = {"base_excess"}
"""Quantities that can be negative; elsewhere a dash before the number is punctuation (``Ca - 8.1``)."""


def without_dash(entry: AnalyteEntry, quantity: Quantity) -> Quantity:
    """The quantity with a leading dash taken as punctuation where the analyte cannot be negative."""
    if quantity.value.startswith("-") and entry.id not in _SIGNED:
        return quantity._replace(value=quantity.value[1:])
    return quantity


def accepts(scan: Scan, entry: AnalyteEntry, quantity: Quantity, *, as_level: bool = False) -> bool:
    """Whether a quantity can be a result of an analyte: by its unit, by what follows it, and by its size."""
    if quantity.kind == "ratio" and not _takes_titres(entry):
        return False
    if quantity.value.startswith("-") and entry.id not in _SIGNED:
        return False
    if quantity.unit is None:
        if not (entry.bare_number or as_level) or _NOT_A_RESULT.match(scan.text, quantity.number_end):
            return False
        return _plausible(entry, quantity, None)
    if not _unit_fits(scan, entry, quantity.unit):
        return False
    return _plausible(entry, quantity, quantity.unit)


def _takes_titres(entry: AnalyteEntry) -> bool:
    return entry.group in {"serology", "autoimmunity"}


def _unit_fits(scan: Scan, entry: AnalyteEntry, unit: str) -> bool:
    known = {entry.canonical_unit, *entry.conversions, *entry.other_units}
    if unit in known:
        return True
    dimension = scan.knowledge.units[unit].dimension if unit in scan.knowledge.units else "other"
    canonical = scan.knowledge.units.get(entry.canonical_unit or "")
    if canonical is not None and canonical.dimension == dimension:
        return True
    return dimension in _CONCENTRATIONS


def _plausible(entry: AnalyteEntry, quantity: Quantity, unit: str | None) -> bool:
    """Inside the bounds of life in some unit that the value may have been given in."""
    bounds = entry.plausible
    if bounds is None:
        return True
    value = Decimal(quantity.value)
    if unit == entry.canonical_unit or not entry.conversions:
        factors = [Decimal(1)]
    elif unit in entry.conversions:
        factors = [entry.conversions[unit]]
    elif unit is None:
        factors = [Decimal(1), *entry.conversions.values()]
    else:
        return True
    return any(
        (bounds.low is None or value * factor >= bounds.low) and (bounds.high is None or value * factor <= bounds.high)
        for factor in factors
    )


def annotation_after(scan: Scan, entry: AnalyteEntry, quantity: Quantity) -> Annotation:
    """Flag and reference interval printed after a value: ``8.4 L (8.8–10.1)``, ``16 pmol/l (normal is 1.6-6.9)``."""
    position = quantity.end
    if quantity.unit is None:
        # A unit that no pattern knows ("el/mm3") does not hide the interval after it, nor the next value of a series.
        loose = _LOOSE_UNIT.match(scan.text, quantity.number_end)
        if loose is not None:
            position = loose.end()
    reference = _reference_at(scan, position)
    if reference is not None:
        return reference
    stated = _FLAG.match(scan.text, position)
    if stated is None or not _is_flag(scan, stated):
        return Annotation(position, None, None)
    flag = _flag_value(scan, stated["flag"])
    reference = _reference_at(scan, stated.end())
    if reference is not None:
        return reference._replace(flag=flag or reference.flag)
    return Annotation(stated.end() if flag else position, None, flag)


def _is_flag(scan: Scan, match: re.Match[str]) -> bool:
    """A word such as ``low`` is a flag when it stands alone: closed in brackets, or not before a noun."""
    if match["bracket"] == "(":
        return scan.text[match.end() - 1] == ")"
    return len(match["flag"]) <= 2 or not re.match(r"\s+[a-z]", scan.text[match.end() : match.end() + 4])


def _reference_at(scan: Scan, position: int) -> Annotation | None:
    for pattern in (_BRACKETED, _OPEN):
        match = pattern.match(scan.text, position)
        if match is None or not _is_reference(match):
            continue
        reference = _reference(scan.text, match)
        if reference is not None:
            inner = match.groupdict().get("flag")
            flag = _flag_value(scan, inner) if inner else _flag_after(scan, match.end())
            return Annotation(match.end(), reference, flag)
    return None


def _flag_after(scan: Scan, position: int) -> str | None:
    """A flag that follows the interval: ``8.4 (8.8-10.1) L``."""
    match = _FLAG.match(scan.text, position)
    return _flag_value(scan, match["flag"]) if match is not None and len(match["flag"]) <= 2 else None


def _flag_value(scan: Scan, written: str) -> str | None:
    return scan.knowledge.groups.get("flag", {}).get(written.lower().strip("*"))


def _is_reference(match: re.Match[str]) -> bool:
    """Brackets without a word hold an interval only when nothing but a unit follows in them."""
    if match.groupdict().get("word"):
        return True
    rest = (match.groupdict().get("rest") or "").strip(" ,;.")
    return re.fullmatch(r"[A-Za-zµμ%^0-9./*²³×\s]{0,24}", rest) is not None and not re.search(
        r"\b(?:days?|weeks?|months?|years?|ago|times?|on|at|in|from|was|previous|prior)\b", rest, re.IGNORECASE
    )


def _reference(text: str, match: re.Match[str]) -> dict[str, Any] | None:
    low, high = match["low"], match["high"]
    written = (
        text[match.start("low") : match.end("high")]
        if low is not None
        else text[match.start("sign") : match.end("limit")]
    )
    if low is not None:
        ends = {"low": plain_number(low), "high": plain_number(high)}
        if Decimal(ends["low"]) > Decimal(ends["high"]):
            return None
        return {**ends, "text": written}
    sign = " ".join(match["sign"].lower().split())
    limit = plain_number(match["limit"])
    is_upper = sign in {"<", "<=", "≤", "up to", "less than", "below", "under"}
    return {"low": None if is_upper else limit, "high": limit if is_upper else None, "text": written}


def reference_of(written: str) -> dict[str, Any] | None:
    """A reference interval from the words of a table cell or label: ``8.8–10.1``, ``>30``, ``(N: <30)``."""
    match = re.search(_INTERVAL, written, re.IGNORECASE)
    return _reference(written, match) if match is not None else None


def canonical(entry: AnalyteEntry, value: str, unit: str | None) -> tuple[str | None, str | None]:
    """Value in the analyte's canonical unit, computed; (None, None) where the unit is missing or not convertible."""
    if unit is None or entry.canonical_unit is None:
        return None, None
    if unit == entry.canonical_unit:
        return value, unit
    factor = entry.conversions.get(unit)
    if factor is None:
        return None, None
    return _rounded(Decimal(value) * factor, Decimal(value)), entry.canonical_unit


def _rounded(product: Decimal, stated: Decimal) -> str:
    """A converted value keeps one significant digit more than the stated one, and never fewer than three."""
    digits = max(3, len(stated.normalize().as_tuple().digits) + 1)
    if product == 0:
        return "0"
    rounded = product.quantize(Decimal(1).scaleb(product.adjusted() - digits + 1))
    return format(rounded, "f")


def computed_flag(value: str, comparator: str | None, reference: dict[str, Any] | None) -> str | None:
    """Low, normal or high by the printed interval; none where a comparator leaves it open."""
    if reference is None:
        return None
    number = Decimal(value)
    low = Decimal(reference["low"]) if reference.get("low") is not None else None
    high = Decimal(reference["high"]) if reference.get("high") is not None else None
    if comparator in {"<", "<="}:
        return "low" if low is not None and number <= low else None
    if comparator in {">", ">="}:
        return "high" if high is not None and number >= high else None
    if low is not None and number < low:
        return "low"
    if high is not None and number > high:
        return "high"
    return "normal"


def lab_draft(
    scan: Scan,
    name: Mention,
    quantity: Quantity,
    annotation: Annotation,
    *,
    flag_word: Mention | None,
    time: dict[str, Any] | None,
    rule: str = "labs.name_then_value",
    start: int | None = None,
) -> list[Draft]:
    """Drafts of one value; a range told as the result (``4 to 4.5``) is two."""
    entry = scan.knowledge.analytes[name.id]
    flag = annotation.flag
    if flag is None and flag_word is not None:
        value = scan.knowledge.words[flag_word.id].value
        flag = value if value in {"high", "low", "normal"} else None
    begin = min(
        name.start if start is None else start,
        quantity.start,
        flag_word.start if flag_word is not None else quantity.start,
    )
    base: Draft = {
        "start": begin,
        "end": max(quantity.end, annotation.end, name.end),
        "rule": rule,
        "analyte": name.id,
        "name": entry.label,
        "name_text": scan.text[name.start : name.end],
        "loinc": entry.loinc,
        "unit": quantity.unit,
        "unit_text": quantity.unit_text,
        "reference": annotation.reference,
        "specimen": None if entry.specimen == "any" else entry.specimen,
        "time": time,
    }
    if quantity.kind in {"ratio", "titre"}:
        if quantity.kind == "titre" and not _takes_titres(entry):
            return []
        written = scan.text[quantity.start : quantity.number_end]
        return [{**base, "qualitative": written, "flag": flag, "flag_basis": "stated" if flag else None}]
    if entry.specimen == "urine" and quantity.kind == "range" and quantity.unit is None:
        # Cells per high-power field are reported as a stretch, not as two results.
        return [
            {
                **base,
                "qualitative": " ".join(scan.text[quantity.start : quantity.number_end].split()),
                "flag": flag,
                "flag_basis": "stated" if flag else None,
            }
        ]
    numbers = [quantity.value] if quantity.high is None else [quantity.value, quantity.high]
    comparator = quantity.comparator if not _is_reach(scan, quantity) else None
    drafts = []
    for number in numbers:
        value, unit = canonical(entry, number, quantity.unit)
        own_flag = flag or computed_flag(number, comparator, annotation.reference)
        drafts.append(
            {
                **base,
                "value": number,
                "comparator": comparator,
                "canonical_value": value,
                "canonical_unit": unit,
                "flag": own_flag,
                "flag_basis": ("stated" if flag else "computed") if own_flag else None,
            }
        )
    return drafts


def _is_reach(scan: Scan, quantity: Quantity) -> bool:
    """``rose up to 45`` reaches a value; it does not bound it."""
    return (
        re.match(r"(?:up\s+to|over|under)\b", scan.text[quantity.start : quantity.start + 8], re.IGNORECASE) is not None
    )
