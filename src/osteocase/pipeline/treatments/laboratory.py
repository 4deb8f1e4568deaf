"""Names that are a quantity in blood as well as a drug: ``Calcium 9.4 mg/dL`` is a result, ``calcium 500 mg`` none."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.places import LISTS

__all__ = ["is_doubtful", "is_laboratory", "is_quantity_too"]

_DOSE_DIMENSIONS = {"dose", "volume", "equivalent_concentration", "mass", "flow", "time"}
_BLOOD_UNITS = re.compile(r"^(?:[pn]g|ug|[pnum]mol|m?u?\[?i?U\]?)/", re.IGNORECASE)
"""Units in which blood is measured and no drug is given."""
_LAB_WORD = re.compile(
    r"\b(?:serum|plasma|urinary|urine|ioni[sz]ed|corrected|adjusted|blood|fasting|total|free|low|normal|high|elevated"
    r"|raised"
    r"|24[\s-]hour)\s+$",
    re.IGNORECASE,
)
_DOSE_RATE = re.compile(
    r"^(?:m?c?g|mg|[uµμ]g|g|units?|iu)\s*/\s*(?:day|d|24\s?h|wk|week|month|h|hr|hour|kg)\b", re.IGNORECASE
)
_VALUE_GAP = re.compile(r"\s*(?:level\s*)?(?:was|is|of|:|=|-|at|were)?\s*")
_MOVED = re.compile(
    r"\s+(?:levels?\s+)?(?:had\s+|has\s+|have\s+|then\s+)?(?:fallen|fell|rose|risen|dropped|climbed|normali[sz]ed|rebounded)\b",
    re.IGNORECASE,
)
"""``her phosphate had fallen``."""
_RESULT_GAP = re.compile(
    r"\s*(?:levels?\s*)?(?:was|is|are|were|:|remained|-)?\s*(?:also\s+|mildly\s+|still\s+|slightly\s+|below\s+)?"
)


_AGAIN = re.compile(r"\b(?:repeat|recheck|rpt|re-check)\s+(?:an?\s+|the\s+|her\s+|his\s+)?$", re.IGNORECASE)
"""``until repeat calcium Friday``: a blood test."""
_DRAWN = re.compile(
    r"\b(?:prior|previous|last|latest|recent|repeat|earlier)\s+(?:serum\s+)?[\w-]+(?:\s[\w-]+)?\s+(?:was|were)\s+"
    r"(?:in|on|from|drawn|checked|measured|done)\b",
    re.IGNORECASE,
)
"""``the prior calcium was in 2013``: a blood test has a day, a supplement a start."""
_CHECKED = re.compile(r"\s+(?:checks?|monitoring|testing|measurements?|surveillance)\b", re.IGNORECASE)
"""``yearly phosphate checks``"""
_BARE_CELLS = re.compile(r"red\s+cells|RBCs?", re.IGNORECASE)
_TRANSFUSED = re.compile(
    r"\b(?:transfus\w+|units?|u|pints?|bags?|packs?|packed|received|given|gave|giving|got|administered|irradiated|"
    r"leuko?\w*[ -]?(?:reduced|depleted)|cross-?match\w*|mL|FFP|products?)\b",
    re.IGNORECASE,
)
_AS_CELLS = re.compile(
    r"\s?(?:casts?\b|counts?\b|/\s?[hl]pf\b|morpholog\w+|indices|folate|antibod\w+|mass\b|width)", re.IGNORECASE
)


def _is_transfused(scan: Scan, item: Found) -> bool:
    """Whether bare red cells are those of a transfusion: ``2 units of red cells``; a count and a sediment are none."""
    mention = item.mention
    if _AS_CELLS.match(scan.text, mention.end) is not None:
        return False
    start, end = scan.sentence_at(mention.start)
    return _TRANSFUSED.search(scan.text, max(start, mention.start - 80), min(end, mention.end + 60)) is not None


def is_quantity_too(scan: Scan, item: Found) -> bool:
    """True where the very words are an analyte as well."""
    mention = item.mention
    return any(
        (other.start, other.end) == (mention.start, mention.end)
        for other in scan.mentions_in(mention.start, mention.end, "analyte")
    )


def is_doubtful(scan: Scan, item: Found) -> bool:
    """True for what blood holds without being taken: calcium, vitamin D, testosterone; not a drug that is measured."""
    mention = item.mention
    return item.entry.needs_dose or any(
        (other.start, other.end) == (mention.start, mention.end)
        and scan.knowledge.analytes[other.id].group != "drug_level"
        for other in scan.mentions_in(mention.start, mention.end, "analyte")
    )


def is_laboratory(scan: Scan, item: Found, place: str) -> bool:
    """True where the name is a quantity in blood or urine, not what was given."""
    mention = item.mention
    if item.entry.id == "packed_red_blood_cells" and _BARE_CELLS.fullmatch(scan.text, mention.start, mention.end):
        return not _is_transfused(scan, item)
    if not item.is_drug and any(regimen.duration for regimen in item.regimens):
        return False  # ``a cast 8/52``
    if not is_quantity_too(scan, item) and not item.entry.needs_dose:
        if item.is_drug and _in_blood_units(scan, mention.end) and not _is_dosed(item, place):
            return True
        return place == "laboratory" and not item.has_dose and item.verdict.status is None
    if _CHECKED.match(scan.text, mention.end) and is_doubtful(scan, item):
        return True
    if _LAB_WORD.search(scan.text[max(0, mention.start - 14) : mention.start]) and not item.has_dose:
        return True
    if _AGAIN.search(scan.text, max(0, mention.start - 14), mention.start) and not _in_units(item):
        return True
    if _DRAWN.search(scan.text, max(0, mention.start - 16), mention.end + 40) and not item.has_dose:
        return True
    if scan.table_at(mention.start) is not None or _MOVED.match(scan.text, mention.end):
        return not item.has_dose
    given = any(regimen.dose_unit or regimen.frequency for regimen in item.regimens)
    return (
        _has_value(
            scan, mention.end, given or _is_taken(scan, item), listed=place in LISTS and not item.entry.needs_dose
        )
        or _has_result(scan, mention.end, given)
        or (place == "laboratory" and not given)
    )


def _in_units(item: Found) -> bool:
    return any(regimen.dose_unit for regimen in item.regimens)


def _is_taken(scan: Scan, item: Found) -> bool:
    """``takes calcium 500``: the verb right before the name says that the number is a dose."""
    verdict = item.verdict
    if (
        verdict.cue is None
        or verdict.after
        or not verdict.strong
        or verdict.status not in {"ongoing", "started", "stopped"}
    ):
        return False
    return not scan.text[verdict.cue[1] : item.mention.start].strip()


def _is_dosed(item: Found, place: str) -> bool:
    """True where a list of drugs, or how often or by which way it is given, says that a drug was given."""
    return place in LISTS or item.verdict.strong or any(regimen.frequency or regimen.route for regimen in item.regimens)


def _in_blood_units(scan: Scan, end: int) -> bool:
    """True when a number in a unit of blood tests stands right behind a name."""
    for quantity in scan.quantities_in(end, end + 24)[:1]:
        close = len(re.findall(r"\w+", scan.text[end : quantity.start])) <= 2
        return (
            close
            and quantity.unit is not None
            and _BLOOD_UNITS.match(quantity.unit) is not None
            and _DOSE_RATE.search(quantity.unit_text or "") is None
        )
    return False


def _has_value(scan: Scan, end: int, given: bool, *, listed: bool) -> bool:
    """True when the number behind the name is a result; in a list of drugs one without a unit is a dose."""
    for quantity in scan.quantities_in(end, end + 40)[:1]:
        between = scan.text[end : quantity.start]
        unit = scan.knowledge.units.get(quantity.unit) if quantity.unit else None
        if unit is None:
            return not given and not listed and _VALUE_GAP.fullmatch(between) is not None
        close = len(re.findall(r"\w+", between)) <= 4 and "," not in between
        if close and unit.dimension not in _DOSE_DIMENSIONS:
            return _DOSE_RATE.search(quantity.unit_text or "") is None
    return False


def _has_result(scan: Scan, end: int, given: bool) -> bool:
    """True when a word of result stands behind the name: ``magnesium was low``."""
    words = scan.words_in(end, min(len(scan.text), end + 40), "result", "flag")
    return not given and any(_RESULT_GAP.fullmatch(scan.text[end : word.start]) for word in words)
