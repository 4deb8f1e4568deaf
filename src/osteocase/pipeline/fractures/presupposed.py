"""A denial that speaks of something about the fracture, and so takes the fracture for granted.

``no displacement of the distal radius fracture``, ``denies pain over her T12 fracture``, ``without manipulation of a
fibular fracture``: nobody denies that the bone is broken. ``no evidence of a fracture`` does.
"""

from __future__ import annotations

from osteocase.pipeline.context.finder import Context
from osteocase.pipeline.fractures.before import left_edge
from osteocase.pipeline.fractures.words import Words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["is_presupposed", "is_site_of_told"]

_PREPOSITION = (
    r"(?:of|at|over|for|in|from|after|since|to|near|around|about|through|by|following|distal\s+to|proximal\s+to)"
)
_OF_THE = re.compile(
    rf"(?P<noun>[\w’'-]+)\s+(?:{_PREPOSITION}\s+(?:the|her|his|this|that|its|their|(?P<any>an?))|with\s+(?:the|her|his|this|that))\s+"
    r"(?:(?:prior|previous|known|old|recent|original|index|above|same)\s+)?\Z",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"\b(?:displacement|angulation|healing|union|callus|changes?|complications?|manipulation|reduction|collapse|progression|"
    r"retropulsion|shortening|impaction|comminution|loosening|surgery|intervention|fixation)\s+"
    rf"{_PREPOSITION}\s+\Z",
    re.IGNORECASE,
)
"""What only a fracture that is there can have, also where no article points to it."""
_AT_A_SITE = re.compile(
    r"\b(?:at|over|around|near|about|overlying|along|surrounding)\s+"
    r"(?:(?:the|her|his|this|that|prior|previous|old|original|known)\s+){0,2}\Z",
    re.IGNORECASE,
)
_AT_SITE_OF = re.compile(
    r"\b(?P<noun>tenderness|pain|swelling|crepitus|bruising|deformity|discomfort|warmth|erythema|mobility|movement)\s+"
    r"(?:at|over|around|near|about|along)\s+\Z",
    re.IGNORECASE,
)
"""``no tenderness at distal radius fracture``, without an article."""
_SITE = re.compile(r"\s+(?:sites?|area|zone|region)\b(?!\s+(?:of|in|at|on)\b)", re.IGNORECASE)
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
_MOST_WORDS = 9
"""Words between a denial and the fracture that it takes for granted."""


def is_presupposed(scan: Scan, words: Words, index: int, context: Context) -> bool:
    """Whether every denial around the fracture word at ``index`` is of something else about that fracture."""
    first = left_edge(words, index)
    if any(word.lower in {"or", "nor"} for word in words.items[first:index]):
        return False  # "without loss of height in the lumbar spine or fracture"
    edge = words.items[first].start
    cues = [cue for cue in context.cues if cue.category == "negated"]
    return bool(cues) and all(cue.end <= edge and _speaks_of(scan.text, words, cue.end, edge) for cue in cues)


def is_site_of_told(scan: Scan, words: Words, index: int) -> bool:
    """``pain at the fracture site``: the place of a fracture that is told of elsewhere, whose bone the phrase leaves
    open."""
    item, first = words.items[index], left_edge(words, index)
    if any(word.place is not None for word in words.items[first:index]):
        return False
    edge = words.items[first].start
    if _SITE.match(scan.text, item.end) is None:
        return False
    return _AT_A_SITE.search(scan.text, max(words.start, edge - 30), item.start) is not None


def _speaks_of(text: str, words: Words, start: int, edge: int) -> bool:
    """Whether the words from a denial to the fracture's phrase end in a noun that is of, at, over ... the fracture."""
    between = text[start:edge]
    if len(between.split()) > _MOST_WORDS or re.search(r"[.;:]", between) is not None:
        return False
    if _OF_ITS_OWN.search(between) is not None:
        return True
    match = _OF_THE.search(between) or _AT_SITE_OF.search(between)
    if match is None or match["noun"].lower() in _EVIDENCE:
        return False
    told = {word.lower() for word in between[: match.start()].split()}
    if not told & _EVIDENCE:
        return True
    if "any" not in match.re.groupindex:
        return True
    is_bone = words.items[words.index_at(start + match.start("noun"))].place is not None
    return match["any"] is None and not is_bone  # "no evidence of healing of the fracture"
