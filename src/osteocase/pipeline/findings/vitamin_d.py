"""Vitamin D deficiency told beside the result: ``25-OHD 9.8 ng/ml, deficient``, ``8 ng/ml (deficient <20)``."""

from __future__ import annotations

from decimal import Decimal

from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["told_deficiencies"]

_TOLD = SharedPattern(
    r"\b(?:vit(?:amin)?s?\.?\s*D[23]?|25[\s-]{0,2}(?:\(?OH\)?|hydroxy)[\w\s()-]{0,16}|calcidiol)\b\.?[^.;\n\d]{0,30}"
    r"(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ng/m[lL]|nmol/[lL]|[µu]g/[lL])?\s*[,(–—-]?\s*(?:which\s+is\s+|considered\s+|consistent\s+with\s+|i\.?e\.?\s+)?"
    r"(?:severely\s+|clearly\s+|moderately\s+)?(?P<word>deficien(?:t|cy))\b(?:\s*(?:[:<]|if|below|is)\s*<?\s*(?P<limit>\d{1,3}))?",
)


def told_deficiencies(scan: Scan) -> list[Mention]:
    """Mentions of a result that the note itself calls deficient; a limit beside it is compared with the result."""
    known = [mention for mention in scan.by_topic.get("finding", ()) if mention.id == "vitamin_d_deficiency"]
    found = []
    for match in _TOLD.finditer(scan.indexed):
        if match["limit"] is not None and Decimal(match["value"].replace(",", ".")) >= Decimal(match["limit"]):
            continue
        start, end = match.span("word")
        if not any(other.start < end and start < other.end for other in known):
            found.append(Mention(start, end, "finding", "vitamin_d_deficiency", "told", ""))
    return found
