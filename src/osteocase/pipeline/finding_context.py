"""What the words around a finding say of it, with the exceptions that the kind of finding asks for.

The general reading of negation, doubt, history and other people is ``context``; here stand the cases where a finding
reads it otherwise: a falling value is no fall, a disease in the list of past illnesses has not gone, "does not smoke
and drinks wine" denies no wine.
"""

from __future__ import annotations

import re

from osteocase.lexicon import FindingEntry
from osteocase.pipeline.context import Context, Cue
from osteocase.pipeline.fracture_levels import find_levels
from osteocase.pipeline.fracture_when import is_long_ago
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.timelinks import nearest_time

__all__ = ["has_stopped", "is_other_thing", "status_of", "subject_of", "temporality_of"]

_NUMBER_AFTER = re.compile(
    r"\s*(?:\w+\s+)?(?:to|from|by|below|under)\s+(?:about\s+|approximately\s+)?[<>~]?\d", re.IGNORECASE
)
_QUIT = re.compile(r"\b(?:quit|stopped|gave up|given up|ceased|until)\b", re.IGNORECASE)
_NEW_VERB = re.compile(
    r"\b(?:and|but)\s+(?:she\s+|he\s+)?(?:drinks|smokes|uses|takes|has|enjoys|consumes|reports|endorses|admits)\b"
    r"|,\s*(?:drinks|smokes|reports|endorses|admits)\b",
    re.IGNORECASE,
)
_DOUBTING_ADJECTIVE = re.compile(r"(?:able|ible|likely|suspected|presumed|apparent)$", re.IGNORECASE)
_AGO = re.compile(r"\bago$|^has had$", re.IGNORECASE)
_DAYS_AGO = re.compile(r"\b(?:days?|weeks?)\s+ago$", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:lives?|living|with|accompanied\s+by|cared\s+for\s+by|according\s+to)\s+(?:the\s+patient\s+and\s+)?(?:her|his|their)?\s*$",
    re.IGNORECASE,
)


def is_other_thing(scan: Scan, mention: Mention, entry: FindingEntry) -> bool:
    """True where the words mean something else: a value that falls, a vertebra's height, a drug under allergies."""
    if entry.id == "falls":
        return _is_value_falling(scan, mention)
    if entry.id == "height_loss":
        return _is_vertebral(scan, mention)
    return entry.id == "glucocorticoid_use" and scan.section_at(mention.start).effect == "allergy"


def _is_value_falling(scan: Scan, mention: Mention) -> bool:
    """``haemoglobin fell to 8``: what falls is a measurement, not the patient."""
    if _NUMBER_AFTER.match(scan.text, mention.end):
        return True
    start, _ = scan.sentence_at(mention.start)
    near = [
        other
        for other in scan.mentions_in(max(start, mention.start - 40), mention.start, "analyte", "score", "bmd_site")
        if other.topic != "score" or scan.knowledge.scores[other.id].kind != "pain"
    ]
    return any(not re.search(r"[,;.]", scan.text[other.end : mention.start]) for other in near)


def _is_vertebral(scan: Scan, mention: Mention) -> bool:
    """Loss of height of a vertebra belongs to its fracture."""
    start, end = scan.sentence_at(mention.start)
    near = (max(start, mention.start - 45), min(end, mention.end + 45))
    if find_levels(scan.text, *near, scan.knowledge):
        return True
    return any(scan.knowledge.bones[bone.id].bone == "vertebra" for bone in scan.mentions_in(*near, "bone"))


def status_of(scan: Scan, mention: Mention, context: Context) -> str:
    """``present``, ``absent`` or ``possible``, with cues left out whose reach a reader ends earlier."""
    negated = any(cue.category == "negated" and not _verb_between(scan, cue, mention) for cue in context.cues)
    doubted = any(cue.category == "uncertain" and not _ends_at_comma(scan, cue, mention) for cue in context.cues)
    if context.negated and negated:
        return "absent"
    return "possible" if context.uncertain and doubted else "present"


def _verb_between(scan: Scan, cue: Cue, mention: Mention) -> bool:
    """``does not smoke and drinks wine``: the second verb stands for itself."""
    return cue.end <= mention.start and _NEW_VERB.search(scan.text, cue.end, mention.start) is not None


def _ends_at_comma(scan: Scan, cue: Cue, mention: Mention) -> bool:
    """``probable osteoporosis, severe vitamin D deficiency``: the adjective doubts only its own noun."""
    if cue.end > mention.start or _DOUBTING_ADJECTIVE.search(scan.text[cue.start : cue.end]) is None:
        return False
    between = scan.text[cue.end : mention.start]
    return "," in between and re.search(r"\bor\b", scan.text[cue.end : mention.end + 40]) is None


def temporality_of(scan: Scan, mention: Mention, entry: FindingEntry, context: Context) -> str:
    """``current`` or ``historical``."""
    if entry.id in {"falls", "trauma"} and is_long_ago(scan, nearest_time(scan, mention.start, mention.end)):
        return "historical"
    cues = [cue for cue in context.cues if cue.category == "historical"]
    if entry.kind == "diagnosis":
        cues = [cue for cue in cues if not cue.rule.startswith("section.")]
    elif entry.id == "falls":
        cues = [cue for cue in cues if _DAYS_AGO.search(scan.text[cue.start : cue.end]) is None]
    elif entry.kind == "symptom":
        cues = [cue for cue in cues if _AGO.search(scan.text[cue.start : cue.end]) is None]
    return "historical" if cues else "current"


def subject_of(scan: Scan, context: Context) -> str:
    """Whose the finding is; people who only live with the patient or speak for him have nothing to do with it."""
    others = [cue for cue in context.cues if cue.category in {"family", "other_subject"}]
    if others and all(_COMPANY.search(scan.text[max(0, cue.start - 40) : cue.start]) for cue in others):
        return "patient"
    return context.subject


def has_stopped(scan: Scan, mention: Mention, entry: FindingEntry) -> bool:
    """``20 pack-years, quit in 2005``; ``prednisone, which was stopped``."""
    start, end = scan.sentence_at(mention.start)
    if entry.id in {"smoking", "alcohol"}:
        return _QUIT.search(scan.text, mention.end, min(end, mention.end + 60)) is not None
    if entry.id != "glucocorticoid_use":
        return False
    words = scan.knowledge.words
    for word in scan.words_in(max(start, mention.start - 30), min(end, mention.end + 60), "status_stop", "status_past"):
        if words[word.id].value == "before" and word.end <= mention.start:
            return not re.search(r"[,;]", scan.text[word.end : mention.start])
        if words[word.id].value != "before" and word.start >= mention.end:
            return not re.search(r";", scan.text[mention.end : word.start])
    return False
