"""A pronoun that stands for the analyte of the sentence before: ``The ferritin was repeated. It was 41 ng/mL.``"""

from __future__ import annotations

from osteocase.pipeline.labs.values import accepts, known_unit
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["pronouns"]

_IT = SharedPattern(
    r"\b(?:(?:now|today|currently|then|later|yesterday|previously|on\s+repeat)\s*,?\s+)?"
    r"(?P<it>it|this)\s+(?:has\s+|had\s+)?"
    r"(?:was|is|been|came\s+back|measured|stood|read|reads|returned)\s+"
    r"(?:(?:at|as|only|still|now|about|around)\s+){0,2}"
    r"(?=[<>]?\s?\d)",
)
_LABEL = re.compile(r"\W{0,4}(?:[A-Z][\w.]{1,15}:?\s)?\W{0,2}")
"""What may stand before the pronoun in its sentence: a mark of the list, or who speaks."""
_OTHER_MEASURES = re.compile(
    r"\b(?:BP|blood\s+pressure|pulse|heart\s+rate|weigh\w*|height|BMI|temperature|T-?score|DXA|DEXA|density|score)\b",
    re.IGNORECASE,
)


def pronouns(scan: Scan) -> list[Mention]:
    """The pronouns that open a sentence and have a value in a unit of the one analyte named in the sentence before."""
    found: list[Mention] = []
    for match in _IT.finditer(scan.indexed):
        index = scan.sentence_index(match.start("it"))
        start = scan.sentences[index][0] if scan.sentences else 0
        if index == 0 or _LABEL.fullmatch(scan.text, start, match.start()) is None:
            continue
        meant = _meant(scan, found, *scan.sentences[index - 1], start)
        entry = scan.knowledge.analytes.get(meant or "")
        value = scan.quantities_in(match.end(), match.end() + 24)[:1]
        if entry is None or not value or value[0].unit is None or not known_unit(entry, value[0].unit):
            continue
        if accepts(scan, entry, value[0]):
            found.append(Mention(match.start("it"), match.end("it"), "analyte", entry.id, "pronoun", ""))
    return found


def _meant(scan: Scan, found: list[Mention], left: int, right: int, start: int) -> str | None:
    """The one analyte of the sentence before, in the same paragraph, or the one that its own pronoun stands for."""
    if "\n\n" in scan.text[right - 1 : start] or _OTHER_MEASURES.search(scan.text, left, right) is not None:
        return None
    if found and left <= found[-1].start < right:
        return found[-1].id
    named = {mention.id for mention in scan.mentions_in(left, right, "analyte")}
    return named.pop() if len(named) == 1 else None
