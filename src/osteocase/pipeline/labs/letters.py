"""Vitamins that a list tells by their letters alone: ``vitamins A, D and E``, ``B12, C, E, K normal``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["vitamins_by_letter"]

_LETTERS = r"(?:A|B[\s-]?(?:1|2|6|12)|C|D|E|K)"
_BETWEEN = r"\s?(?:,\s?and\s|,\s?&\s|,|/|\s?&|\sand\s)\s?"
_LIST = SharedPattern(
    rf"\b(?P<head>(?:[Vv]itamins?|VITAMINS?|[Vv]its?\.?)\s){_LETTERS}(?:{_BETWEEN}{_LETTERS})+(?![\w'’/-])"
    rf"|\b{_LETTERS}(?:{_BETWEEN}{_LETTERS})+(?![\w'’/-])",
    0,
)
_ITEM = re.compile(r"(?<!\w)(?P<letter>[A-EK])[\s-]?(?P<number>\d{0,2})(?!\w)")
_MEANT = {
    "A": "vitamin_a", "B1": "vitamin_b1", "B2": "vitamin_b2", "B6": "vitamin_b6", "B12": "vitamin_b12",
    "C": "vitamin_c", "D": "25_oh_vitamin_d", "E": "vitamin_e", "K": "vitamin_k",
}  # fmt: skip


def vitamins_by_letter(scan: Scan) -> list[Mention]:
    """Every letter of a list that says of itself that it is one of vitamins: by its head, or by B12 and two more."""
    found = []
    for match in _LIST.finditer(scan.indexed):
        items = list(_ITEM.finditer(scan.text, match.end("head") if match["head"] else match.start(), match.end()))
        numbered = any(item["number"] for item in items)
        if not match["head"] and not (numbered and len(items) >= 3):
            continue
        for item in items:
            meant = _MEANT.get(item["letter"] + item["number"])
            if meant in scan.knowledge.analytes:
                found.append(Mention(item.start(), item.end(), "analyte", meant, "letter", ""))
    return found
