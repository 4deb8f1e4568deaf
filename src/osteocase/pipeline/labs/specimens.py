"""The specimen that a statement names before a result: the calcium of a 24-hour urine, the protein of spinal fluid."""

from __future__ import annotations

from bisect import bisect_right

from osteocase.pipeline.labs.list_headings import heading_of_list
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.text.quantities import Quantity
from osteocase.pipeline.text.sentences import LONGEST

__all__ = ["looked_at", "of_a_day", "of_specimen", "timed_collection", "told_since"]

_FLUID = SharedPattern(
    r"\b(?:(?P<csf>CSF|cerebrospinal fluid|spinal fluid|lumbar puncture|spinal tap|"
    r"LP (?:showed|revealed|results?|fluid|demonstrated|was|with|done|on)|LP(?=\s?:))|"
    r"(?P<kind>pleural|peritoneal|ascitic|ascites|synovial|joint|pericardial) (?:fluid|aspirate|aspiration)|"
    r"(?P<joint>(?:knee|hip|ankle|shoulder|elbow|wrist)(?: joint)? (?:aspirate|aspiration|fluid)|"
    r"(?:aspirate|aspiration) (?:of|from) (?:the |her |his )?(?:\w+ )?(?:knee|hip|ankle|shoulder|elbow|wrist)|"
    r"arthrocentesis|synovial analysis)|(?P<tap>thoracentesis|paracentesis))\b",
)
_EXCRETED = re.compile(
    r"\b(?:urinary|urine|renal)\s+(?:excretion|output|loss|losses)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_BLOOD = re.compile(r"\b(?:serum|plasma|blood|bloods|CBC|CMP|BMP)\b", re.IGNORECASE)
_DAY = r"(?:24|twenty[ -]four)[ -]?(?:hours?|hrs?|h)"
_DAY_BEFORE = re.compile(rf"\b{_DAY}[ -]*$", re.IGNORECASE)
_TIMED = re.compile(rf"\b(?:{_DAY}\b|collected over a day)", re.IGNORECASE)
_COLLECTION = SharedPattern(
    rf"\b(?P<timed>{_DAY}[ -](?:urine|urinary)|urine,? (?:collection )?(?:over |of |\()?{_DAY}\)?|{_DAY} collection"
    r"|urine collection)"
    r"(?: (?:collections?|stud(?:y|ies)|samples?|specimens?|tests?|testing|excretions?|stone|risk|panel|profile"
    r"|metabolic|analysis|electrolytes|chemistr(?:y|ies)|results?|evaluation|for|minerals?))*"
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:[:=–—-]|on [\d/.-]+:?|was (?:notable|significant|remarkable) for|showed|shows|"
    r"showing|revealed|reveals|demonstrated|with|had|has|contained|of|yielded|for)(?=\s)"
    r"|\b(?P<spot>(?:(?:spot|random)\s+(?:urine|urinary)|urine|urinary)\s+(?:electrolytes|lytes|chemistr(?:y|ies)|"
    r"studies|indices|biochemistry|spot)|(?:spot|random)\s+urine)"
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:[:=–—-]|on [\d/.-]+:?|were (?:notable|significant|remarkable) for|showed|revealed|"
    r"demonstrated|with|had)(?=\s)",
)
_URINE = re.compile(r"\b(?:urine|urinary|excretion)\b", re.IGNORECASE)
_COLLECTION_TITLE = re.compile(
    rf"\b{_DAY}\b[ -]*urin|urine\s*\(?{_DAY}|spot urine|urine (?:chem|electrolytes)", re.IGNORECASE
)
_DEXAMETHASONE = re.compile(
    r"\b(?:dexamethasone suppression|dex(?:amethasone)? (?:suppression )?test|DST|ODST|LDDST|"
    r"(?:after|following|post)[ -](?:an? )?(?:overnight )?(?:[\d.]+[ -]?mg )?(?:of )?(?:overnight )?"
    r"dex(?:amethasone)?)\b",
    re.IGNORECASE,
)
_AFTER_DEXAMETHASONE = re.compile(
    r"[^.;\n]{0,40}?\b(?:after|following|post)\s+(?:an?\s+)?(?:overnight\s+)?(?:[\d.]+[ -]?mg\s+)?(?:of\s+)?"
    r"(?:oral\s+)?(?:overnight\s+)?dex(?:amethasone)?\b",
    re.IGNORECASE,
)
_IN_FLUIDS = {
    "total_protein": "protein", "glucose": "glucose", "leukocytes": "wbc", "rbc": "rbc", "neutrophils": "neutrophils",
    "lymphocytes": "lymphocytes", "ldh": "ldh", "albumin": "albumin", "ph": "ph",
}  # fmt: skip
_IN_URINE = {
    "calcium": "calcium", "calcium_corrected": "calcium", "phosphorus": "phosphorus", "magnesium": "magnesium",
    "sodium": "sodium", "potassium": "potassium", "chloride": "chloride", "creatinine": "creatinine", "urea": "urea",
    "urea_nitrogen": "urea", "uric_acid": "uric_acid", "total_protein": "protein", "albumin": "albumin",
    "osmolality": "osmolality", "copper": "copper", "glucose": "glucose",
}  # fmt: skip
"""Analytes of blood that urine has too, and the stem of their names there."""


def of_specimen(scan: Scan, name: Mention) -> Mention | None:
    """The analyte of the fluid that the sentence names before it: the protein of ``CSF showed 3 WBCs, protein 45``.

    A blood analyte that no fluid's entry stands for is left out there, since its value is not one of blood.
    """
    if _EXCRETED.search(scan.text, max(0, name.start - 40), name.start) is not None:
        return _first_known(scan, name, [f"urine_{name.id}_24h", f"urine_{name.id}"])
    timed = f"{name.id}_24h"
    if (
        name.id.startswith("urine_")
        and timed in scan.knowledge.analytes
        and _DAY_BEFORE.search(scan.text, max(0, name.start - 30), name.start)
    ):
        return name._replace(id=timed)
    start, end = told_since(scan, name.start), scan.sentence_at(name.start)[1]
    if name.id in {"cortisol", "cortisol_morning"}:
        return _after_dexamethasone(scan, name, start, end)
    in_urine = _of_urine(scan, name, start) if name.id in _IN_URINE else None
    if in_urine is not None:
        return in_urine
    return _of_fluid(scan, name, start) if name.id in _IN_FLUIDS else name


_LABEL_REACH = 6
"""Parts of a line, set off by semicolons, that a label may stand before: ``Urinalysis: protein, 2+; blood, 3+; …``."""


def told_since(scan: Scan, position: int) -> int:
    """Start of the statement: of the sentence, or of the label that stands before it in the same line."""
    index = scan.sentence_index(position)
    start = scan.sentence_at(position)[0]
    for left, right in reversed(scan.sentences[max(0, index - _LABEL_REACH) : index]):
        if start - right > 4 or "\n" in scan.text[right - 1 : start] or scan.text[right - 1] in ".!?":
            break
        start = left
    return start


def _last_before(scan: Scan, pattern: SharedPattern, start: int, end: int) -> re.Match[str] | None:
    """The last match of a pattern in a stretch; all matches of a text are looked for once."""
    kept = scan.facts.setdefault("laboratory_specimens", {})
    if pattern not in kept:
        matches = list(pattern.finditer(scan.indexed))
        kept[pattern] = (matches, [match.end() for match in matches])
    matches, ends = kept[pattern]
    index = bisect_right(ends, end) - 1
    return matches[index] if index >= 0 and matches[index].start() >= max(start, end - LONGEST) else None


def _of_fluid(scan: Scan, name: Mention, start: int) -> Mention | None:
    told, part = _last_before(scan, _FLUID, start, name.start), _IN_FLUIDS[name.id]
    listed = heading_of_list(scan, name.start) if told is None else None
    if listed is not None and listed[0] == "fluid":
        told = _FLUID.first(scan.indexed, listed[1], listed[2] + 16)
        if told is not None and not _of_blood(scan, name, scan.text.rfind("\n", 0, name.start) + 1):
            return _first_known(scan, name, _in_fluid(told, part))
        return name
    if told is None or _of_blood(scan, name, told.end()):
        return name
    return _first_known(scan, name, _in_fluid(told, part))


def _of_blood(scan: Scan, name: Mention, since: int) -> bool:
    """Whether blood is named after the fluid: ``CSF glucose 40, serum glucose 92``; white blood cells are of either."""
    return (
        _BLOOD.search(scan.text, since, name.start) is not None
        or _BLOOD.match(scan.text, name.start, name.end) is not None
    )


_KINDS = {"joint": "synovial", "ascites": "ascitic", "thoracentesis": "pleural", "paracentesis": "ascitic"}


def _in_fluid(told: re.Match[str], part: str) -> list[str]:
    """The analytes that a part of a fluid may be, the closest first."""
    if told["csf"]:
        return [f"csf_{part}"]
    kind = "synovial" if told["joint"] else (told["kind"] or told["tap"] or "").lower()
    kind = _KINDS.get(kind, kind)
    return [f"{kind}_fluid_{part}", f"fluid_{part}"]


def _of_urine(scan: Scan, name: Mention, start: int) -> Mention | None:
    """The analyte of a urine collection that the sentence or its heading is about; None where it is about none."""
    section = scan.section_at(name.start)
    found = _last_before(scan, _COLLECTION, start, name.start)
    if found is not None:
        is_timed, since = found["timed"] is not None, found.end()
    elif start >= section.body and (title := _COLLECTION_TITLE.search(scan.text, section.start, section.body)):
        is_timed, since = _TIMED.search(title.group()) is not None, start
    elif _by_day(scan, name, start):
        is_timed, since = True, name.start
    else:
        return None
    if _BLOOD.search(scan.text, since, name.end) is not None:
        return None
    stem = _IN_URINE[name.id]
    meant = [f"urine_{stem}_24h", f"urine_{stem}"] if is_timed else [f"urine_{stem}"]
    return _first_known(scan, name, meant)


def _by_day(scan: Scan, name: Mention, start: int) -> bool:
    """``urinary calcium 280 mg/24 h with creatinine 1100 mg/24 h``: what is told for a day is one of the urine."""
    following = scan.quantities_in(name.end, name.end + 30)[:1]
    if (
        not following
        or following[0].unit is None
        or _URINE.search(scan.text, max(0, name.start - 300), name.start) is None
    ):
        return False  # the collection may be named in the line over a list
    unit = scan.knowledge.units.get(following[0].unit)
    if following[0].unit in {"g", "mg"} and _TIMED.search(scan.text, start, name.start) is not None:
        return True  # "24-hour urine calcium 38 mg, creatinine 1.1 g"
    return unit is not None and unit.dimension == "flow"


def _after_dexamethasone(scan: Scan, name: Mention, start: int, end: int) -> Mention:
    before = _DEXAMETHASONE.search(scan.text, max(start, name.start - 80), name.start)
    if before is None and _AFTER_DEXAMETHASONE.match(scan.text, name.end, end) is None:
        return name
    return name._replace(id="cortisol_after_dexamethasone", variant="component")


def _first_known(scan: Scan, name: Mention, meant: list[str]) -> Mention | None:
    known = next((analyte for analyte in meant if analyte in scan.knowledge.analytes), None)
    return name._replace(id=known, variant="component") if known is not None else None


def of_a_day(scan: Scan, name: Mention, quantity: Quantity) -> Mention:
    """``proteinuria of 1.9 g/24 h``: an excretion told for a day is the one of a whole collection."""
    unit = scan.knowledge.units.get(quantity.unit or "")
    timed = f"{name.id}_24h"
    if unit is None or unit.dimension != "flow" or timed not in scan.knowledge.analytes:
        return name
    return name._replace(id=timed)


def timed_collection(scan: Scan, start: int, end: int) -> bool:
    """Whether a stretch tells of urine collected over a day, where an amount alone (``312 mg``) is the result."""
    return _TIMED.search(scan.text, start, end) is not None


_COLOUR = re.compile(r"(?:pale |dark )?yellow|amber|straw\w*(?: colou?red)?", re.IGNORECASE)
_LOOK = re.compile(r"clear|cloudy|hazy|turbid", re.IGNORECASE)


def looked_at(scan: Scan, name: Mention, word: Mention) -> Mention:
    """``UA: yellow``: what the eye tells of a urine has a name of its own."""
    if name.id != "urinalysis":
        return name
    if _COLOUR.fullmatch(scan.text, word.start, word.end):
        return name._replace(id="urine_color")
    return name._replace(id="urine_appearance") if _LOOK.fullmatch(scan.text, word.start, word.end) else name
