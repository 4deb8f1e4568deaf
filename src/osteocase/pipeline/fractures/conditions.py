"""Words that make of a fracture a question, a condition or an aim of treatment, not a statement."""

from __future__ import annotations

from osteocase.pipeline.fractures.subjects import is_likeness
from osteocase.pipeline.fractures.words import Words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["is_condition"]

_CONDITION = re.compile(
    r"\b(?:if|unless|should you|in case|to (?:look|check|search|screen|test) for|looking for|risks? (?:of|for)"
    r"|probabilities of|(?:year|yr|absolute|lifetime) probability of"
    r"|warn(?:ed|ing)?"
    r"|(?:must|should) not (?:be )?(?:delay|stop|miss)\w*|not to (?:delay|stop|miss))\b"
    r"[^.;:]*$",
    re.IGNORECASE,
)
"""Words that make of a fracture a question or a condition, not a statement."""
_OF_A_DRUG = re.compile(
    r"\b(?:reduces?|reducing|lowers?|lowering|prevents?|preventing|decreases?|decreasing)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
"""``the drug reduces vertebral fractures``: what it does to other people."""


_PER_CENT = re.compile(
    r"(?:\s+(?:risk|probability))?\s*(?:[:=]|\bof\b|\bis\b|\bwas\b)?\s*\d{1,2}(?:\.\d+)?\s?%", re.IGNORECASE
)


_THRESHOLD = re.compile(
    r"\d\s?%\s*(?:(?:risk|probability|chance)\s+)?(?:for|of)\s+(?:(?:an?|any|major|hip|osteoporotic|vertebral|fragility|MOF)\s+){0,4}\Z",
    re.IGNORECASE,
)
"""``20% for major fracture and 3% for hip``"""


def _is_probability(scan: Scan, words: Words, trigger: Mention) -> bool:
    """``FRAX: 10-yr major fx 12.4%``: how likely it is, not that it was."""
    if _THRESHOLD.search(scan.text, max(words.start, trigger.start - 50), trigger.start) is not None:
        return True
    if _PER_CENT.match(scan.text, trigger.end, trigger.end + 30) is None:
        return False
    return any(
        mention.id.startswith("frax") for mention in scan.mentions_in(max(0, words.start - 24), trigger.start, "score")
    )


_HAPPENED_BEFORE = re.compile(
    r"\b(?:left|right|bilateral|both|(?-i:[LR]t?)|complete|incomplete|impending|had\s+an?|has\s+an?|sustained\s+an?|developed\s+an?|"
    r"suffered\s+an?|no|denies|without)\s+(?:[a-z]+\s+)?\Z",
    re.IGNORECASE,
)
_HAPPENED_AFTER = re.compile(
    r"\s*(?:[-,(]\s*)?(?:of\s+|on\s+)?(?:the\s+)?(?:left|right|bilateral|(?-i:[LR]t?)\b|femur|shaft|nailed|(?:19|20)\d\d|in\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)


def _happened(scan: Scan, trigger: Mention) -> bool:
    """``left AFF``, ``AFF R``: one that happened; ``ONJ and AFF were explained`` tells the harm that a drug may do."""
    before = _HAPPENED_BEFORE.search(scan.text, max(0, trigger.start - 30), trigger.start)
    return before is not None or _HAPPENED_AFTER.match(scan.text, trigger.end) is not None


def is_condition(scan: Scan, words: Words, trigger: Mention) -> bool:
    """True for ``if she fractures``, ``the drug reduces fractures``, ``not to be mistaken for a fracture``."""
    if _OF_A_DRUG.search(scan.text, max(words.start, trigger.start - 60), trigger.start):
        return True
    if trigger.id == "fracture_implied_atypical" and not _happened(scan, trigger):
        return True
    if is_likeness(scan.text, words.start, trigger.start) or _is_probability(scan, words, trigger):
        return True
    return _CONDITION.search(scan.text[max(words.start, trigger.start - 300) : trigger.start]) is not None
