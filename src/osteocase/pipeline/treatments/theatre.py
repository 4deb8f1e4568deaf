"""What was given for an operation and is over: anaesthetics anywhere, and what the report of an operation tells."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.found import HANDS_ON, Found
from osteocase.pipeline.treatments.kinds import EARLIER
from osteocase.pipeline.treatments.places import LISTS
from osteocase.pipeline.treatments.said import cue_words

__all__ = ["settle_operations"]

_WAS = re.compile(r"\b(?:was|were|had|will)\b", re.IGNORECASE)
_BEFORE_THE_OPERATION = {
    "present_illness", "chief_complaint", "indication", "risk_factors", "social_history", "obstetric_history",
    "assessment",
}  # fmt: skip


def _is_given_there(scan: Scan, item: Found, place: str, operation: bool) -> bool:
    """An anaesthetic anywhere, and in the report of an operation any single dose, was given and is over."""
    if item.status != "ongoing" or not item.is_drug or item.rule == "treatments.medication_list":
        return False
    if place in {*LISTS, "plan", *_BEFORE_THE_OPERATION}:
        return False
    steady = any(regimen.frequency or regimen.duration for regimen in item.regimens) or _is_kept_on(scan, item)
    injected = item.entry.id == "lidocaine" and any(
        (regimen.dose_unit or "").lower() == "ml" for regimen in item.regimens
    )
    at_one_time = item.entry.drug_class in _AT_ONE_TIME and item.entry.id != "lidocaine"  # of which there are patches
    return not steady and (
        injected or at_one_time or item.entry.id in _FOR_AN_OPERATION or (operation and item.has_dose)
    )


def _is_kept_on(scan: Scan, item: Found) -> bool:
    """``sedated on propofol``, ``remains on midazolam``: it runs."""
    cue = item.verdict.cue
    return (
        cue is not None
        and item.verdict.status == "ongoing"
        and cue_words(scan, item.verdict).lower().endswith("on")
        and not _WAS.search(scan.text, max(0, cue[0] - 12), cue[1])
    )


_AT_ONE_TIME = {"local_anaesthetic", "anaesthetic", "sedative", "anaesthesia", "neuromuscular_blocker"}
_FOR_AN_OPERATION = {"midazolam", "sugammadex", "neostigmine"}
"""Drugs of other classes that are given with an anaesthetic."""


def settle_operations(scan: Scan, found: Sequence[Found], spots: Sequence[str], operation: bool) -> None:
    """What is given once is completed when given; so is what an operation note tells, unless it tells of before."""
    for item, place in zip(found, spots, strict=True):
        if item.status == "ongoing" and operation and item.entry.kind in HANDS_ON:
            item.status = "completed"
        if _is_given_there(scan, item, place, operation):
            item.status = "completed"
        if item.status != "past":
            continue
        during = scan.section_at(item.mention.start).effect == "none" and place not in _BEFORE_THE_OPERATION
        before = scan.text[max(0, item.mention.start - 40) : item.end + 40]
        once = (
            item.entry.drug_class in {"vaccine", "blood_product"} and item.verdict.strong and not EARLIER.search(before)
        )
        if once or (operation and during and not item.context.historical):
            item.status = "started" if item.entry.kind == "orthosis" else "completed"
