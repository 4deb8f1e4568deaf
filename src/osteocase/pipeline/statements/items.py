"""Items of a history that has no full stops: a time within one of them is that of no other.

``H/O hip fracture, operated on 20-01-2023`` over ``H/O tuberculosis``, and ``AF, prev Colles fracture 2011, OA``.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["is_of_later_item", "opens_item"]

_OPENS = re.compile(
    r"\n[ \t]*(?:[-*•][ \t]|\d{1,2}[.)][ \t]|(?:H/O|K/C/O|C/O|O/E|F/H|S/P|No\s[hH]/[oO])\b|[A-Z][A-Za-z/ ]{1,20}:)"
)
_NEW_ITEM = re.compile(
    r"(?:\s?\([^()\n]{0,40}\)|[^,;()\n]{0,12}\))?\s?,\s+(?:(?:prev(?:ious)?|old|prior|past|left|right|L|R|lt|rt)\.?\s+)*"
)
_OPENS_ITEM = re.compile(r",\s+(?:(?:prev(?:ious)?|old|prior|past|left|right|L|R|lt|rt|#)\.?\s+)*\Z")
_YEAR = re.compile(r"(?:in\s+|found\s+(?:in\s+)?|dx\s+)?(?:19|20)\d\d(?!\d)", re.IGNORECASE)


def opens_item(scan: Scan, left: int, right: int) -> bool:
    """Whether a line that opens an item of its own lies between two offsets."""
    return _OPENS.search(scan.text, left, right) is not None


def is_of_later_item(scan: Scan, end: int, time_start: int) -> bool:
    """Whether the time behind a fact is that of a later item of its list: of ``AF`` in ``AF, prev Colles # 2011``."""
    comma = _NEW_ITEM.match(scan.text, end, time_start)
    if comma is None or _YEAR.match(scan.text, time_start, min(len(scan.text), time_start + 12)) is None:
        return False
    told = [other for other in scan.mentions_in(comma.end(), time_start, "finding", "bone") if not other.covered]
    told += scan.words_in(comma.end(), time_start, "fracture_word")
    return any(
        other.start <= comma.end() + 2 or _OPENS_ITEM.search(scan.text, comma.end() - 2, other.start) for other in told
    )
