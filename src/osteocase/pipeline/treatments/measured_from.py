"""A start that something else is counted from: ``6 months after starting romosozumab`` begins nothing now."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import Found

__all__ = ["settle_distances"]

_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty(?:-four)?|several|some|"
    r"a\s+few)"
)
_COUNTED = re.compile(
    rf"\b{_NUMBER}[\s-]{{0,2}}(?:days?|d|weeks?|wks?|months?|mo|mths?|years?|yrs?|y)\s+"
    r"(?:after|since|from|post|following|into)\s+"
    r"(?:(?:the|her|his)\s+)?(?:(?:start(?:ing)?|beginning|initiat(?:ion|ing)|commenc(?:ing|ement)|introduc(?:tion|ing)|onset|first\s+dose|"
    r"first\s+injection)\s+)(?:(?:of|with|her|his|the|treatment|therapy|monthly|weekly|daily|oral|subcutaneous|with)\s+){0,4}\Z",
    re.IGNORECASE,
)
_REACH = 110


def settle_distances(scan: Scan, found: Sequence[Found]) -> None:
    """A drug whose start lies a told distance back is going on, as far as nothing else is said of it."""
    for item in found:
        if item.status != "started":
            continue
        start = item.mention.start
        if _COUNTED.search(scan.text, max(0, start - _REACH), start) is not None:
            item.decide("ongoing", "begun_before")
