"""Results told by a thing being there: ``presence of anti-CCP antibodies``, ``no ANA was found``, casts seen."""

from __future__ import annotations

from osteocase.pipeline.labs.results import NO
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_seen", "presence"]

_PRESENCE = re.compile(
    r"\b(?:(?P<present>presence|positivity)|(?P<absent>absence|negativity))\s+(?:of|for)\s+(?:the\s+|an?\s+|any\s+)?"
    r"(?:(?:high|low|positive|circulating|serum)\s+)?$",
    re.IGNORECASE,
)


_FOUND_NO = re.compile(
    r"\b(?:detected|found|identified|demonstrated|showed|revealed|disclosed)\s+(?P<no>no)\s+"
    r"(?:(?:evidence\s+of|detectable|circulating|serum|significant)\s+)?$",
    re.IGNORECASE,
)
_OF_FILE = re.compile(r"\s+(?:results?|tests?|reports?|records?|requests?|samples?|orders?)\b", re.IGNORECASE)
"""``We found no ANA result`` tells of none."""
_WERE_FOUND = re.compile(
    r"\s*(?:antibod(?:y|ies)\s+)?(?:was|were|is|are|could\s+be|have\s+been|has\s+been)\s+"
    r"(?:found|seen|identified|noted|demonstrated|observed|evident|isolated|revealed|shown)\b",
    re.IGNORECASE,
)


def presence(scan: Scan, name: Mention) -> Mention | None:
    """``presence of anti-CCP antibodies`` as a positive result, ``absence of``, ``no … were found`` and ``we detected
    no …`` as negative."""
    if scan.knowledge.analytes[name.id].group not in {"autoimmunity", "serology"} and name.id not in _SEEN:
        return None
    if (no := NO.search(scan.text, max(0, name.start - 28), name.start)) and _WERE_FOUND.match(scan.text, name.end):
        return Mention(no.start("no"), no.end("no"), "word", "result_negative", "denied", "")
    none = _FOUND_NO.search(scan.text, max(0, name.start - 44), name.start)
    if none is not None and _OF_FILE.match(scan.text, name.end) is None:
        return Mention(none.start("no"), none.end("no"), "word", "result_negative", "denied", "")
    match = _PRESENCE.search(scan.text, max(0, name.start - 40), name.start)
    if match is None and name.id in _SEEN:
        return _seen(scan, name)
    if match is None:
        return None
    kind = "present" if match["present"] else "absent"
    word = "result_positive" if match["present"] else "result_negative"
    return Mention(match.start(kind), match.end(kind), "word", word, "sign", "")


_SEEN = {"urine_casts", "urine_crystals"}
"""What a sediment has or has not: naming its kind tells that it was seen."""
_SHOWING = re.compile(
    r"\b(?P<cue>with|showed|shows|showing|revealed|revealing|demonstrated|contained|containing|and|,|saw|found)\s+"
    r"(?:(?:dysmorphic|some|occasional|abundant|pigmented|active)\s+){0,2}$",
    re.IGNORECASE,
)


def is_seen(name: Mention) -> bool:
    """Whether a name tells by itself what was seen: ``granular casts``."""
    return name.id in _SEEN


def _seen(scan: Scan, name: Mention) -> Mention | None:
    """``RBC casts were seen``, ``haematuria with granular casts``."""
    cue = _WERE_FOUND.match(scan.text, name.end)
    if cue is not None:
        return Mention(name.end, cue.end(), "word", "result_positive", "sign", "")
    before = _SHOWING.search(scan.text, max(0, name.start - 40), name.start)
    if before is None or scan.context(name.start, name.end).negated:
        return None
    return Mention(before.start("cue"), before.end("cue"), "word", "result_positive", "sign", "")
