"""Words that stand between a treatment and its verb: those of another matter keep the two apart."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.treatments.cues import AUXILIARY

__all__ = ["LIST_WORDS", "WORD", "words_between"]

WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*")
LIST_WORDS = frozenset({
    "and", "or", "plus", "as", "well", "also", "with", "then", "the", "a", "an", "her", "his", "some", "of",
    "including", "both", "e.g", "like", "such", "vs", "versus", "together", "along",
})  # fmt: skip
"""Words that join a list."""
_KINDS = frozenset({
    "ppx", "prophylaxis", "therapy", "treatment", "gtt", "drip", "tabs", "tablets", "cream", "ointment", "patch",
    "patches", "gel", "inhaler", "spray", "supplement", "supplements",
})  # fmt: skip
"""``posaconazole prophylaxis finished``: what kind of treatment it is."""
_NO_MATTER = LIST_WORDS | AUXILIARY | _KINDS
_COUNT = re.compile(r"#\s?\d+|\bx\s?\d+(?:\s+cycles)?\b|\b(?:number|dose|injection|infusion)\s+\d+\b")
"""``Prolia #5``: which one it is."""
_TO_BE = re.compile(r"\bto be\s*\Z")
"""``X to be changed to Y``"""


def words_between(gap: str, status: str) -> list[str]:
    """Words of other matters between a name and a verb of this status behind it."""
    gap = _TO_BE.sub("", gap) if status == "stopped" else gap
    return [word for word in WORD.findall(_COUNT.sub(" ", gap.lower())) if word not in _NO_MATTER]
