"""Pain that is rated by its place: ``The back is better: 3/10``, and a cell ``arm 3/10`` beside ``Pain``."""

from __future__ import annotations

from osteocase.lexicon import ScoreEntry
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.scores.values import value_in

__all__ = [
    "GOES_ON",
    "IT_IS",
    "PAIN_BEFORE",
    "PLACE_BETTER",
    "SEVERITY_LINE",
    "goes_on_rating",
    "value_at_place",
]

PLACE_BETTER = re.compile(
    r"\b(?:back|neck|hips?|knees?|shoulders?|wrists?|ankles?|ribs?|groin|thighs?|legs?|arms?)"
    r"\s+(?:is|was|are|were|feels?|has been)\s"
    r"[^.;\d]{0,30}?\b(?:better|worse|easier|settled|settling)\b[^.;\d]{0,12}(?:\d{1,2}/10\b[^.;\d]{0,60})?$",
    re.IGNORECASE,
)
"""``The back is a good deal better: 3/10 at rest``: nobody says of what, and everybody knows."""
IT_IS = re.compile(
    r"\W*It\s+(?:is|was)\s[^.;]{0,80}?\b(?:is|was|and)\s+(?:an?\s+|about\s+)?$"
    r"|\W*(?:(?:\w+\s+){1,3}(?:after(?:wards)?|later),?\s+)?[Ii]t\s+(?:is|was|had\s+been|has\s+been)\s+"
    r"(?:(?:now|then|still|an?|about|only|down|up|to|at|around)\s+){0,3}$"
)
"""``She has pain in the back. It is dull, and is a 7/10 when she gets up``; ``thirty minutes after it was 2/10``."""

GOES_ON = re.compile(
    r";[ ]?(?:BL|FU\d?|[MWYV]\d{1,3}|(?:at\s+)?(?:\d{1,2}\s?(?:months?|mo|weeks?|wks?|years?|yrs?)"
    r"|discharge|admission|follow-?up|pre-?op|post-?op))"
    r"[ ]?[:=]?[ ]?\d{1,3}(?:\.\d+)?(?:\s?/\s?\d{1,3}|\s?%)?(?=\s*(?:[;.,\n]|$))",
    re.IGNORECASE,
)
"""A further rating behind a semicolon, with its visit before it."""
SEVERITY_LINE = re.compile(
    r"(?:\A|\n)[ \t•*–-]*(?:severity|intensity|timing|rating|at\s+rest|with\s+(?:activity|movement)"
    r"|worst|best|current(?:ly)?|average)\s*:[^\n:;.]{0,60}\Z",
    re.IGNORECASE,
)
"""``Severity: 6/10 at worst``, a line of the history of a pain."""


_PLACE_IN_CELL = re.compile(
    r"(?:(?:left|right|l|r|low(?:er)?|upper|mid)\s+)?(?:back|neck|hip|knee|shoulder|wrist|ankle|ribs?|groin|thigh|leg|arm|elbow|hand"
    r"|foot|head|chest)\s+(?=\d{1,2}\s?/\s?10\Z)",
    re.IGNORECASE,
)


def value_at_place(scan: Scan, entry: ScoreEntry, start: int, end: int) -> re.Match[str] | None:
    """``arm 3/10`` in the cell beside ``Pain``."""
    place = _PLACE_IN_CELL.match(scan.text, start, end) if entry.kind == "pain" else None
    return value_in(scan.text, place.end(), end) if place is not None else None


_PERSON_AT = re.compile(
    r"(?:\b(?:he|she|they|pt|patient)\s+(?:was|is|remains|remained|stays|reports|says)\s+(?:now\s+|still\s+)?"
    r"(?:at\s+|an?\s+|about\s+)?(?:an?\s+)?|->\s*|→\s*)\Z",
    re.IGNORECASE,
)
_SITE_LINE = re.compile(
    r"(?:\A|\n)[ \t•*-]*(?:(?:left|right|l|r|lt|rt|low(?:er)?|upper|mid)[ .-]{1,2})?(?:neck|back|midback|hips?|knees?|"
    r"shoulders?|wrists?|ankles?|foot|feet|head|chest|ribs?|groin|legs?|arms?|elbows?|hands?|sacrum|tailbone|spine|"
    r"thighs?)[ \t:=]+\Z",
    re.IGNORECASE,
)
PAIN_BEFORE = 600
"""Characters before a line ``neck  3/10`` in which pain has been told."""


def goes_on_rating(scan: Scan, position: int) -> bool:
    """``he was at 3/10``, ``fentanyl on arrival -> 4/10`` and a line ``neck  3/10``, where pain was told before."""
    before = scan.text[max(0, position - 60) : position]
    if _PERSON_AT.search(before) is None and _SITE_LINE.search(before) is None:
        return False
    told = scan.mentions_in(max(0, position - PAIN_BEFORE), position, "score")
    return any(scan.knowledge.scores[mention.id].kind == "pain" for mention in told)
