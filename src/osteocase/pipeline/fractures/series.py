"""Fractures that are counted one after the other: only the last of them is of today.

``The first was a fracture of the humerus. The second was of the femur. The third brought her here.``
"""

from __future__ import annotations

from osteocase.pipeline.fractures.numbers import ORDINALS
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["add_series"]

_COUNTED = re.compile(
    r"(?:the|her|his|their)\s+(?P<ordinal>first|second|third|fourth|forth|fifth|sixth|seventh|eighth|last)\s+"
    r"(?:(?:one|fracture|episode|event|occasion|break|injury)\s+)?(?:was|were|occurred|happened|involved|affected|followed|came)\b",
    re.IGNORECASE,
)
_LAST = 99


def add_series(scan: Scan, drafts: list[Draft]) -> None:
    """Put into the past what the note counts before the last of a series."""
    counted: dict[int, int] = {}
    for match in _COUNTED.finditer(scan.text):
        sentence = scan.sentence_index(match.start())
        if match.start() - scan.sentences[sentence][0] > 4:
            continue
        word = match["ordinal"].lower().replace("forth", "fourth")
        counted[sentence] = _LAST if word == "last" else ORDINALS.index(word)
    if len(counted) < 2 or min(counted.values()) != 0:
        return
    last = max(counted.values())
    for draft in drafts:
        place = counted.get(scan.sentence_index(draft["start"]))
        if place is not None and place < last and draft["status"] == "present" and draft["subject"] == "patient":
            draft["temporality"] = "historical"
