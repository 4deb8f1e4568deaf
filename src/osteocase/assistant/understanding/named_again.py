"""What was spoken of in the place of a pronoun, where what is asked beside it would lead away from it."""

from __future__ import annotations

import re

from osteocase.assistant.words.hearing import Heard

__all__ = ["named_again"]

_POINTED_AT = ("finding", "analyte", "treatment", "bmd_site", "bone", "score", "patient_field")
_FOR_IT = re.compile(r"\b(for|against|about)\s+(?:it|that|this)(?=\W*$)", re.IGNORECASE)
"""``what does she take for it?``, of an illness."""
_HAS_IT = re.compile(r"^(?P<lead>\W*(?:(?:and|so|but)\s+)?(?:has|did)\s+)it(?=\s+chang\w+)", re.IGNORECASE)
_WAS_IT = re.compile(
    r"^(?P<lead>\W*(?:(?:and|so|but)\s+)?(?:was|is|were|did|has|had)\s+)it"
    r"(?=\s+(?:ever\s+|already\s+)?(?:low|high|normal|abnormal|raised|rise|fall|drop|change|improve)\b[^?]*\b(?:before|after|during)\s)",
    re.IGNORECASE,
)
"""``was it low before the infusion?``: of the value, though a drug tells the time."""


def named_again(say: str, last: Heard) -> str:
    """The utterance with an illness, a value or a field of the patient in the place of ``it``.

    Args:
        say: what is said.
        last: what was spoken of before.
    """
    typed = {
        topic: " ".join(last.words[hit.start : hit.end])
        for hit in last.hits
        if hit.end > hit.start and (topic := hit.group if hit.group == "patient_field" else hit.topic) in _POINTED_AT
    }
    if len(set(typed.values())) != 1:
        return say
    name = next(iter(typed.values()))
    if typed.keys() == {"finding"}:
        say = _FOR_IT.sub(rf"\1 {name}", say)
    if "patient_field" in typed:
        return _HAS_IT.sub(rf"\g<lead>the {name}", say)
    return _WAS_IT.sub(rf"\g<lead>the {name}", say) if "analyte" in typed else say
