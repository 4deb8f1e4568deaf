"""Words of a status that say nothing of it where they stand: ``hold for systolic less than 100``, ``d/c meds``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["FOR_THEM", "NOT_ALLERGY", "is_aside", "is_no_end"]

_HELD_FOR = re.compile(
    r"(?<=hold)\s+(?:when|if)\b(?!\s+(?:possible|able))"
    r"|\s+(?:(?:for|if)\s+)?(?:systolic|SBP|HR|heart rate|pulse|sedation|loose|MAP|BP)\b",
    re.IGNORECASE,
)
"""``hold for systolic less than 100``, ``hold if vomiting`` tell when to leave out one dose."""
_MEASURE_AHEAD = re.compile(
    r"\b(?:density|densities|BMD|T-scores?|e?GFR|functions?|levels?|counts?|ha?emoglobin|weight|vision|mobility|health"
    r"|cognition|memory|condition|status|saturations?|clearance|output)\s+(?:(?:has|have|had|then|also|further|gradually"
    r"|slowly|steadily)\s+)*$",
    re.IGNORECASE,
)
"""``her bone density declined``: it fell, nobody refused."""


_OFF_LABEL = re.compile(r"off[\s-]label", re.IGNORECASE)
_SOME_DOSES = re.compile(
    r"\s+(?:\d+|one|two|three|some|several|a few|most)\s+(?:of\s+)?(?:\d+\s+|the\s+|his\s+|her\s+)?doses?\b"
)
"""``refused 6 of 30 doses``: the rest is taken."""


_HABIT = re.compile(
    r"\s+(?:smoking|cigarettes|tobacco|vaping|drinking|alcohol|breast-?feeding|driving|working|work|school)\b",
    re.IGNORECASE,
)
"""``may stop smoking``: no treatment."""


_HELPS = re.compile(
    r"\b(?:help(?:s|ed|ing)?|cop(?:e|es|ing)|deal(?:s|ing)?|struggl\w+|consistent|compared)\s+\Z", re.IGNORECASE
)
"""``X to help with sleep and Y``: the sleep is what it helps with."""
_RENEWED = re.compile(
    r"(?:is\s+|are\s+|was\s+)?(?:changed|replaced|renewed|swapped)\s+(?:every|each|weekly|daily|twice|once|q\.?\s?\d|on\s+\w+days?)\b",
    re.IGNORECASE,
)
"""``a patch changed every 7 days``"""


def is_aside(status: str, text: str, start: int, end: int) -> bool:
    """Whether ``hold`` only tells when a single dose is left out, or ``declined`` of what was measured."""
    if status == "past" and text[start:end].lower() == "with":
        return _HELPS.search(text, max(0, start - 16), start) is not None
    if status == "stopped":
        if _RENEWED.match(text, start) is not None:
            return True
        if _HABIT.match(text, end) is not None:
            return True
        return _HELD_FOR.match(text, end) is not None or _OFF_LABEL.match(text, start) is not None
    if status == "declined" and _SOME_DOSES.match(text, end):
        return True
    return status == "declined" and _MEASURE_AHEAD.search(text, max(0, start - 40), start) is not None


_DISCHARGE = re.compile(
    r"d/?c(?:'d|ed)?\s+(?:meds?|medications?|rx|home|to|instructions|summary|plan\w*|date|dx)\b", re.IGNORECASE
)
"""``d/c meds``: a discharge, no end of a treatment."""
_HOLDING_AREA = re.compile(r"\bin holding\b|\bholding area", re.IGNORECASE)


def is_no_end(text: str, start: int, end: int) -> bool:
    """Whether ``d/c`` is a discharge, or ``holding`` the room before the theatre."""
    return (
        _HOLDING_AREA.search(text, max(0, start - 4), end + 6) is not None or _DISCHARGE.match(text, start) is not None
    )


FOR_THEM = re.compile(
    r"(?:\bp\.?r\.?n\.?|\bfor|\bneeded|\brequired|\bhelps?|\bcontrols?)\s+(?:(?:for|with|his|her|the|seasonal|environmental|pollen|spring"
    r"|nasal|occasional|itching|any|an)\s+){0,3}$",
    re.IGNORECASE,
)
"""``daily p.r.n. allergies``, ``for a rash``: what it is taken against."""
NOT_ALLERGY = re.compile(r"\s+(?:rhinitis|asthma|conjunctivitis|reaction to|symptoms|sinusitis)")
