"""Ratios to the creatinine of a urine, named by their parts or by their unit; a ratio is never a value of its part."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.text.quantities import Quantity

__all__ = ["is_part_of_ratio", "per_creatinine", "ratios"]

_TO_CREATININE = SharedPattern(
    r"\b(?:(?:spot|random|urine|urinary)\s+){0,3}(?P<first>(?:micro)?alb(?:umin)?|prot(?:eins?)?|calcium|Ca)"
    r"\s?(?:[-‐–]to[-‐–]|\s?to\s|/|:|[-‐–])\s?(?:urine\s+|urinary\s+)?(?:creatinine|creat\.?|crea|Cr)"
    r"(?:[-‐–]|\s)ratio\b",
)
_STEMS = {"a": "albumin", "m": "albumin", "p": "protein", "c": "calcium"}
_BEFORE_PART = re.compile(r"[\w)\]](?:\s?/|:|[-‐–]?to[-‐–]|\s+to\s+)\s?$", re.IGNORECASE)
_RATIO_BEHIND = re.compile(r"\s?(?:\([^()\n]{1,20}\)\s?)?[-‐–]?ratio\b", re.IGNORECASE)
_RATIO_AFTER_PART = re.compile(
    r"\s?(?:/|:|[-‐–]?to[-‐–]|\s+to\s+)\s?(?:urine\s+|urinary\s+|serum\s+)?[A-Za-z][\w+]*(?:[-‐–]|\s)ratio\b",
    re.IGNORECASE,
)
_PER_CREATININE = {"mg/g", "mg/mmol", "mg/mg", "ug/mg", "ug/g", "ug/mmol"}


def ratios(scan: Scan) -> list[Mention]:
    """``spot urine protein-to-Cr ratio``, ``albumin to creat ratio``: the ratio that its two parts name."""
    found = []
    for match in _TO_CREATININE.finditer(scan.indexed) if "ratio" in scan.text or "RATIO" in scan.text else ():
        known = _known(scan, _STEMS[match["first"][0].lower()])
        if known is not None:
            found.append(Mention(match.start(), match.end(), "analyte", known, "component", ""))
    return found


def _known(scan: Scan, stem: str) -> str | None:
    names = (f"{stem}_creatinine_ratio", f"urine_{stem}_creatinine_ratio")
    return next((name for name in names if name in scan.knowledge.analytes), None)


def is_part_of_ratio(scan: Scan, name: Mention) -> bool:
    """``calcium/phosphorus ratio 3.1``: of a ratio that no entry knows, neither part has the value."""
    if name.id.endswith("ratio"):
        return False
    if _RATIO_AFTER_PART.match(scan.text, name.end) is not None:
        return True
    is_second = _RATIO_BEHIND.match(scan.text, name.end) is not None
    return is_second and _BEFORE_PART.search(scan.text, max(0, name.start - 8), name.start) is not None


def per_creatinine(scan: Scan, name: Mention, quantity: Quantity) -> Mention:
    """``microalbumin 24 mg/g``: an amount for a gram or millimole of creatinine is the ratio to it."""
    if quantity.unit not in _PER_CREATININE or not name.id.startswith("urine_"):
        return name
    known = _known(scan, name.id.removeprefix("urine_"))
    return name._replace(id=known) if known is not None else name
