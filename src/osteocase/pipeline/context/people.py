"""Whether another person who is named is the one described, or only met, heard or held: ``her son drove her``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osteocase.pipeline.matching import regular as re

if TYPE_CHECKING:
    from osteocase.lexicon import CueEntry
    from osteocase.pipeline.scan import Mention

__all__ = ["is_described", "is_named_only", "relative_anew"]

_MET = re.compile(
    r"\b(?:with|from|per|by|to|informed|told|sees|saw|visits?|visited|visiting|asked)\s+(?:(?:her|his|the|their|patient['’]s|own|older|younger|adult|elderly|\d{1,3}[\s-]years?[\s-]old)\s+)*$",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\s+(?:(?:who|has|had|have|did|does|do|not|also|is|was|still|now|never|both|all|then|recently|and|herself|himself)\s+){0,4}"
    r"(?:reports?|reported|states?|stated|says?|said|notice[sd]?|noticing|notes?|noted|br(?:ings|ought)|confirms?|confirmed|"
    r"describes?|described|thinks?|thought|feels|felt|believes?|believed|present|accompan(?:y|ies|ied)|call(?:s|ed)|found|"
    r"concerned|worried|witness(?:ed|es)|helps?|helped|drove|drives|took|insist(?:s|ed)|persuaded|suggest(?:s|ed)|urged|"
    r"asked|asks|tells?|told|remembers?|remembered|recalls?|recalled|observ(?:es|ed)|visit(?:s|ed)|lives?|cares?|cared|"
    r"looks after|interpret(?:s|ed)|provided|gave|gives|agrees?|agreed|wishes|denies|deny|denied)\b"
    r"(?!\s+to\s+(?:have|be)\b)",
    re.IGNORECASE,
)
"""A person who speaks of the patient or does something for her; ``reported to have`` is told of the person."""
_HAS = re.compile(
    r"(?:\s+(?!born|was\s+born|delivered)[\w-]+){0,2}\s+(?:has|had|have|suffer(?:s|ed)|developed|showed|shows|needed|required|died|diagnosed|with)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\bin(?:\s+[\w-]+){0,2}\s*$", re.IGNORECASE)
_REASON = re.compile(r"\b(?:given|considering|because\s+of|due\s+to)\s+(?:(?:her|his|the)\s+)?\Z", re.IGNORECASE)
"""``given dad, smoking and low vitamin D``: a relative in a list of reasons."""


def is_named_only(text: str, start: int, end: int) -> bool:
    """``lives with her daughter``, ``her son drove her``: a person who is met or heard, not one described."""
    if _REASON.search(text, max(0, start - 24), start) and text[end : end + 1] == ",":
        return True
    return _REPORTS.match(text, end) is not None or _MET.search(text, max(0, start - 40), start) is not None


def is_described(text: str, start: int, end: int) -> bool:
    """``the newborn had jaundice``, not ``since the baby was born`` or ``lifting her baby``."""
    return _HAS.match(text, end) is not None or _IN.search(text[max(0, start - 20) : start]) is not None


_AFTER_COMMA = re.compile(r",\s+(?:(?:and|but|her|his|the|one|a)\s+){0,2}$", re.IGNORECASE)
_OF_FAMILY = re.compile(
    r"\b(?:famil\w+|relatives?|parent\w*|maternal|paternal|mothers?|mums?|moms?|fathers?|dads?|sisters?|brothers?|siblings?|"
    r"aunts?|uncles?|grand\w+|first[\s-]degree)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"maternal|paternal|parental|familial", re.IGNORECASE)
_LISTED_ON = re.compile(r"\s*(?:,|/|or\b|nor\b)", re.IGNORECASE)
_VERB = re.compile(r"\s+(?:has|had|broke|fractured|suffered|sustained|developed|underwent|takes|took)\b", re.IGNORECASE)


def relative_anew(text: str, cue: Mention, entry: CueEntry, other: Mention, named: CueEntry) -> bool:
    """``No alcohol, father had a hip fracture``: behind the comma a relative is told of, and nothing denied.

    A denial of the family goes on (``no fracture in her mother, father``), and so does a list of what is denied
    (``no steroids, parental hip fracture``).
    """
    if entry.category != "negated" or named.category != "family" or named.subject in {None, "family"}:
        return False
    lead = text[cue.start : other.start]
    owns = _ADJECTIVE.match(text, other.start) or text[other.start : other.end].endswith(("'s", "’s"))
    if owns or _LISTED_ON.match(text, other.end) or _AFTER_COMMA.search(lead) is None:
        return False
    return _OF_FAMILY.search(lead) is None or _VERB.match(text, other.end) is not None
