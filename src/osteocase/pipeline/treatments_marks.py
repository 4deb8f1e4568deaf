"""Marks at the end of a line of a list of drugs: ``25 mg PO daily - NEW``, ``40 mg (stopped)``, ``unchanged``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline import regular as re
from osteocase.pipeline.knowledge import Knowledge
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments_found import Found

__all__ = ["mark_of"]

_MEANINGS = {"new_medications": "started", "stopped_medications": "stopped"}
_TAIL = re.compile(r"(?:[-–—:*(\[]|\s{2,}|,|\.)\s*(?P<mark>[A-Za-z'/ ]{3,28}?)\s*[)\]*!.]{0,3}\s*$")


def mark_of(scan: Scan, found: Sequence[Found], position: int) -> str | None:
    """``started`` or ``stopped`` where the line of one drug ends with such a mark; None where it has none."""
    item = found[position]
    end = scan.text.find("\n", item.end)
    end = len(scan.text) if end < 0 else end
    if position + 1 < len(found) and found[position + 1].mention.start < end:
        return None
    match = _TAIL.search(scan.text, item.end, end)
    if match is None or "\n" in match.group():
        return None
    return _marks(scan.knowledge).get(" ".join(normal_words(match["mark"])))


@lru_cache(maxsize=4)
def _marks(knowledge: Knowledge) -> dict[str, str]:
    """Titles of parts of a list that mark a single line as well."""
    headings = knowledge.groups.get("drug_heading", {})
    return {words: _MEANINGS[meaning] for words, meaning in headings.items() if meaning in _MEANINGS}
