"""The words of a text that tell of a fracture, without those of risks, services, methods and other people's figures."""

from __future__ import annotations

from osteocase.pipeline.fractures.shapes import without_near_shapes
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.statements.definitions import is_of_a_legend, is_related
from osteocase.pipeline.statements.everyone import (
    is_a_rare_harm_talked_of,
    is_a_side_effect_talked_of,
    is_counted_in_many,
    opens_with_everyone,
)

__all__ = ["find_triggers"]

_PROBABILITY = re.compile(r"\bprobabilit(?:y|ies)\b|\b(?:10|ten)[\s-]years?\b", re.IGNORECASE)
_PERCENTAGE_BEFORE = re.compile(
    r"\d(?:\.\d+)?\s*(?:%|per\s?cent)\s*(?:risk|probability)?\s*(?:for|of|risk|probability|chance)?\s*(?:an?\s+|of\s+)*"
    r"(?:major\s+|osteoporotic\s+|hip\s+|any\s+){0,3}\Z",
    re.IGNORECASE,
)
_CLASS_OF_RISK = re.compile(r"\b(?:hip|(?:major\s+)?osteoporotic|fragility)\s+\Z", re.IGNORECASE)
"""``Hip fracture: 3.9 %`` is a risk, in whatever line it is printed."""
_OF_RISK = re.compile(
    r"\s+(?:risks?|prevention|liaison|clinics?|probabilit(?:y|ies)|thresholds?|prophylaxis)\b(?!\s+(?:today|on))",
    re.IGNORECASE,
)
"""``rebound vertebral fx risk``: no fracture."""
_PERCENTAGE = re.compile(r"\s*(?:risk|probability)?\s*(?:is|of|was|:|=|\()?\s*\d{1,2}(?:\.\d+)?\s*(?:%|/|per\s?cent)")

_ATYPICAL = re.compile(r"\batypical\s+(?:(?:femoral|femur|subtrochanteric|hip|thigh)\s+){0,2}\Z", re.IGNORECASE)


def find_triggers(scan: Scan) -> list[Mention]:
    """Fracture words that are no part of a risk, a service or an imaging method."""
    mentions = [mention for mention in scan.by_group.get("fracture_word", ()) if _counts(scan, mention)]
    values = scan.knowledge.words
    covers = [
        (word.start, word.end)
        for word in scan.by_group.get("not_fracture", ())
        if values[word.id].value in {"risk", "other"}
    ]
    covers += [(word.start, word.end) for word in scan.by_group.get("modality", ())]
    kept = [
        mention
        for mention in mentions
        if not any(start <= mention.start and mention.end <= end for start, end in covers)
    ]
    return without_near_shapes(scan, kept)


def _counts(scan: Scan, mention: Mention) -> bool:
    """False in literature, and for the percentages of FRAX: ``10-year probability: hip fracture 12 %``."""
    if scan.section_at(mention.start).effect == "not_patient":
        return False
    if _OF_RISK.match(scan.text, mention.end) is not None or is_of_a_legend(scan, mention.start):
        return False
    if is_related(scan.text, mention.end) or is_a_side_effect_talked_of(scan, mention.start, mention.end):
        return False
    harm = _ATYPICAL.search(scan.text, max(0, mention.start - 36), mention.start)
    if is_a_rare_harm_talked_of(scan, harm.start() if harm else mention.start, mention.end):
        return False
    if opens_with_everyone(scan, mention.start) or is_counted_in_many(scan, mention.end):
        return False  # "Patients with diabetes break their hips earlier"
    start, _ = scan.sentence_at(mention.start)
    before = _PERCENTAGE_BEFORE.search(scan.text, max(start, mention.start - 60), mention.start)
    after = _PERCENTAGE.match(scan.text, mention.end)
    if after is None and before is None:
        return True
    if after is not None and _CLASS_OF_RISK.search(scan.text, max(0, mention.start - 24), mention.start):
        return False
    if _PROBABILITY.search(scan.text, start, mention.start):
        return False
    return not any(score.id.startswith("frax") for score in scan.mentions_in(start, mention.end, "score"))
