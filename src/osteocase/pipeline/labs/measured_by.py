"""Phrases between a name and its value that tell how, where or against what it was measured, and break no link."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["without_circumstances"]

_BY_METHOD = re.compile(
    r"\bby\s+(?:IFA?|IIF|ELISA|immunofluorescence|CLIA|ECLIA|RIA|HPLC|latex|PCR)\b"
    r"|\b(?:by\s+)?(?:(?:about|almost|nearly|over)\s+)?(?:a|one|two|three|four|five|several)\s+(?:grams?|points?)\b"
    r"|\b(?:x|times)\s?(?:\d|two|three|four)\b(?!\s*(?:the|normal|upper|ULN|\d))"
    r"|\((?:by|using)\s[^()\d]{3,80}\)"
    r"|(?:,|\s?[–—]|\s-)\s*an?\s+(?:[a-z]+\s+){0,3}(?:hormone|marker|enzyme|protein|metabolite|indicator)"
    r"(?:\s+of\s+(?:[a-z]+\s+){0,2}[a-z]+)?(?:,|\s?[–—]|\s-)"
)
_WHERE = re.compile(
    r",?\s(?:(?:as\s+)?(?:done|drawn|checked|sent|taken|obtained|measured|performed|ordered|reported|requested)\s+)?"
    r"(?:from|by|at|per|via|through)\s+(?:(?:the|an?|her|his|their|our|my|your)\s+)?"
    r"(?:(?:own|outside|local|recent|referring|other|another|same|different|primary|family|hospital|private|previous|usual|care)\s+){0,2}"
    r"(?:GP|G\.P\.|PCP|PMD|NP|lab|laboratory|labs|hospital|OSH|clinic|practice|surgery|office|doctor|physician|practitioner|"
    r"provider|pharmacy|nephrologist|nephrology|endocrinologist|endocrinology|oncologist|oncology|rheumatologist|"
    r"rheumatology|cardiologist|cardiology|gyna?ecologist|urologist|urology|midwife|obstetrician|dialysis\s+unit)"
    r"(?:['’]s?\s+(?:office|surgery|clinic|practice|lab))?(?=,?\s|:)(?:,(?=\s))?"
)
"""``vitamin D from her GP was 31``, ``TSH done at an outside lab 2.1``: who measured it."""
"""``ANA by IF 1:80``, ``cardiac enzymes x3 were negative``, ``dropped two grams, from 12 to 10``,
``FGF23, a hormone of the bone, was 61``"""
_AT_GOAL = re.compile(r"\b(?:at|within|near|above|below|not at)\s+(?:goal|target)(?=\s+(?:at|of|with|and)\b)")
"""``LDL is at goal at 68``"""


def without_circumstances(between: str) -> str:
    """The words between a name and its value without those that only tell how and where it was measured."""
    return _AT_GOAL.sub(" ", _WHERE.sub(" ", _BY_METHOD.sub(" ", between)))
