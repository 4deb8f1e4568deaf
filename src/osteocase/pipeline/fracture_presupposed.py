"""A denial that speaks of something about the fracture, and so takes the fracture for granted.

``no displacement of the distal radius fracture``, ``denies pain over her T12 fracture``, ``without manipulation of a
fibular fracture``: nobody denies that the bone is broken. ``no evidence of a fracture`` does.
"""

from __future__ import annotations

from osteocase.pipeline import regular as re
from osteocase.pipeline.context import Context
from osteocase.pipeline.fracture_words import Words
from osteocase.pipeline.scan import Scan

__all__ = ["is_presupposed"]

_PREPOSITION = (
    r"(?:of|at|over|for|in|from|after|since|to|with|near|around|about|through|by|following|distal\s+to|proximal\s+to)"
)
_SPEAKS_OF = re.compile(
    rf"\s+(?:[\w’'/-]+\s+){{0,5}}?(?P<noun>[\w’'-]+)\s+{_PREPOSITION}\s+(?:the|her|his|this|that|its|their|a|an)\s+(?P<rest>[^.;:,]*)\Z",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"\s+(?:[\w’'/-]+\s+){0,3}?(?:displacement|angulation|healing|union|callus|changes?|complications?|manipulation|reduction|collapse|"
    r"progression|retropulsion|shortening|impaction|comminution|loosening|surgery|intervention|fixation)\s+"
    rf"{_PREPOSITION}\s+(?P<rest>[^.;:,]*)\Z",
    re.IGNORECASE,
)
"""What only a fracture that is there can have, also where no article points to it."""
_EVIDENCE = frozenset({
    "evidence", "sign", "signs", "suggestion", "indication", "indications", "finding", "findings", "feature",
    "features", "history", "hx", "suspicion", "concern", "concerns", "mention", "complaint", "complaints",
    "report", "reports", "record", "recollection", "memory", "episode", "episodes", "presence", "proof",
    "trace", "traces", "symptoms", "stigmata", "risk", "appearance", "appearances", "diagnosis", "consistent",
    "compatible", "suggestive", "indicative", "suspicious", "typical", "due", "free", "clear", "negative",
    "absence", "unaware", "aware", "known", "had", "secondary", "relation", "related", "keeping", "show",
    "reveal", "look", "like", "instead", "rather", "criteria", "documentation",
})  # fmt: skip
"""Words by which a denial reaches the fracture itself."""
_JOINED = re.compile(r"\b(?:and|or|nor|but|no|not|without)\b|[/&+]", re.IGNORECASE)


def is_presupposed(scan: Scan, words: Words, index: int, context: Context) -> bool:
    """Whether every denial around the fracture word at ``index`` is of something else about that fracture."""
    start = words.items[index].start
    cues = [cue for cue in context.cues if cue.category == "negated"]
    return bool(cues) and all(cue.end <= start and _speaks_of(scan.text[cue.end : start]) for cue in cues)


def _speaks_of(between: str) -> bool:
    match = _OF_ITS_OWN.match(between) or _SPEAKS_OF.match(between)
    if match is None or _JOINED.search(match["rest"]) is not None or len(match["rest"].split()) > 5:
        return False
    return match.re is _OF_ITS_OWN or match["noun"].lower() not in _EVIDENCE
