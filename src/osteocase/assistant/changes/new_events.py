"""What happened on a day and may be no record yet: one more dose, an operation, a fall and what it broke."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record, Treatment

__all__ = [
    "counts_dose",
    "happened_anew",
    "tells_accident",
    "tells_dose_of_known",
    "tells_new_treatment",
    "tells_number",
]


def happened_anew(heard: Heard, there: Sequence[Record]) -> bool:
    """Whether it is an event of a day of which nothing is recorded.

    Args:
        heard: what is told.
        there: the records of what it names, of that time.
    """
    return counts_dose(heard) or (tells_accident(heard) and not there)


def counts_dose(heard: Heard) -> bool:
    """``second zoledronate infusion given 20 June 2023``: one more dose, told with its day."""
    given = len(heard.dates) == 1 and bool(_GIVEN & set(heard.words))
    return given and _NEXT_DOSE.search(heard.say) is not None


_GIVEN = frozenset(("given", "gave", "had", "got", "received", "administered", "infused", "injected"))
_NEXT_DOSE = re.compile(
    r"(?:^\W*(?:and\s+|also\s+)?|\b(?:had|has\s+had|got|received|given|gave)\s+(?:him\s+)?(?:her|his|the|an?)\s+)"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|[4-9]th|10th|another|further|next)\s+"
    r"(?:\w+\s+){0,3}?(?:dose|injection|infusion|shot|jab|drip)\b",
    re.IGNORECASE,
)


def tells_accident(heard: Heard) -> bool:
    """``she tripped in March 2022 and fractured a rib``: what happened on a day, and what came of it."""
    return heard.date is not None and _ACCIDENT.search(heard.say) is not None and not heard.has("correct")


_ACCIDENT = re.compile(
    r"\b(?:(?:she|he|patient)\s+(?:\w+\s+)?(?:fell|tripped|slipped|stumbled)|had\s+(?:an?|another)\s+(?:\w+\s+)?fall)\b"
    r"[^;?]*?\b(?:and|,)\s+(?:(?:she|he)\s+)?(?:broke|fractured|sustained|suffered)\b",
    re.IGNORECASE,
)


def tells_number(heard: Heard) -> bool:
    """Whether a value is told, also one of a scale: ``4/10``."""
    return bool(heard.figures) or _OF_SCALE.search(heard.say) is not None


_OF_SCALE = re.compile(r"\b\d{1,2}\s*/\s*(?:10|100|24|63)\b")


def tells_new_treatment(heard: Heard, records: Sequence[Record]) -> bool:
    """``he had a kyphoplasty of L1``: what was done is not recorded, only the bone it was done to."""
    named = bool(heard.ids("treatment")) and _UNDERWENT.search(heard.say) is not None
    return named and not any(isinstance(one, Treatment) for one in records)


_UNDERWENT = re.compile(
    r"\b(?:underwent|(?:had|received|got)\s+(?:an?|the)\b|(?:was|were)\s+(?:done|performed|carried\s+out)|"
    r"(?:was|were)\s+(?:treated|operated|fixed|managed)\s+(?:with|by|on))",
    re.IGNORECASE,
)


def tells_dose_of_known(heard: Heard, records: Sequence[Record]) -> bool:
    """``vitamin D3 was 2500 IU in August``: of a drug with a dose, which it may put right as well."""
    dosed = bool(records) and all(isinstance(one, Treatment) and one.dose is not None for one in records)
    return dosed and _DOSE_WAS.search(heard.say) is not None


_DOSE_WAS = re.compile(r"\b(?:was|were|is|are|at|on)\s+(?:at\s+|on\s+|only\s+)?\d[\d.,]*\s?[a-zµ]", re.IGNORECASE)
