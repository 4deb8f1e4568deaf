"""Which records of a list a decision means: ``the abnormal labs``, ``all zero pain scores``, ``the old fractures``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.finding import values_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Fracture, Lab, Record, Treatment

__all__ = ["STATUS_SAID", "as_qualified", "in_place_of_ones", "orders_both"]

_LISTED = (
    r"(?=\s+(?:(?:and|or)\s+\w+\s+)?(?:lab\w*|blood\w*|values?|results?|ones?|tests?|measurements?|levels?|readings?|"
    r"findings?|fractures?|scores?)\b)"
)
_FLAGS = (
    (re.compile(rf"\b(?:abnormal|pathological|flagged|out[- ]of[- ]range){_LISTED}", re.IGNORECASE), ("high", "low")),
    (re.compile(rf"\bnormal{_LISTED}", re.IGNORECASE), ("normal",)),
    (re.compile(rf"\b(?:high|raised|elevated|increased){_LISTED}", re.IGNORECASE), ("high",)),
    (re.compile(rf"\b(?:low|decreased|reduced|lowered){_LISTED}", re.IGNORECASE), ("low",)),
)
_ZERO = re.compile(rf"\bzero{_LISTED}|\bzero\s+pain\b", re.IGNORECASE)
_STATUS: dict[str, tuple[str, ...]] = {
    "absent": ("absent",), "negative": ("absent",), "denied": ("absent",), "present": ("present",),
    "positive": ("present",), "possible": ("possible",), "suspected": ("possible",), "ongoing": ("ongoing",),
    "current": ("ongoing", "present"), "stopped": ("stopped", "completed", "past"), "planned": ("planned",),
    "discontinued": ("stopped", "completed", "past"), "finished": ("stopped", "completed", "past"),
    "completed": ("completed",), "contraindicated": ("contraindicated",), "declined": ("declined",),
}  # fmt: skip
"""Words for the state of what is listed: ``all findings that are absent``."""
STATUS_SAID = frozenset(_STATUS)
_DRUGS = frozenset(("drugs", "medicines", "medication", "medications", "meds", "pills", "tablets"))
_STATES = {"old": ("chronic",), "acute": ("acute",), "subacute": ("subacute",), "healing": ("healing",)}


def as_qualified(heard: Heard, records: Sequence[Record]) -> list[Record]:
    """Those of the records that are as the decision says; all of them where it says nothing of the kind."""
    flags = {flag for pattern, told in _FLAGS if pattern.search(heard.say) for flag in told}
    labs = [one for one in records if isinstance(one, Lab)]
    if flags and labs:
        return [one for one in labs if one.flag in flags]
    if _ZERO.search(heard.say):
        return [one for one in records if Decimal(0) in values_of(one)]
    drugs: list[Record] = [one for one in records if isinstance(one, Treatment) and one.kind in ("drug", "supplement")]
    if _DRUGS & set(heard.words) and "treatments" in heard.values("record_kind") and len(records) > len(drugs) > 0:
        return as_qualified(heard, drugs)  # a cast, an operation and physiotherapy are treatments, and no drugs
    status = {kind for word in heard.words for kind in _STATUS.get(word, ())}
    if status and len(records) > 1 and not any(isinstance(one, Lab) for one in records):
        return [one for one in records if getattr(one, "status", None) in status]
    if "fragility" in heard.words and len(records) > 1 and all(isinstance(one, Fracture) for one in records):
        return [one for one in records if getattr(one, "fragility", None)]
    states = {state for one in heard.right("fracture_state") for state in _STATES.get(one, ())}
    broken = [one for one in records if isinstance(one, Fracture)]
    if states and len(broken) > 1 and len(broken) == len(records) and not heard.levels:
        there = [
            one for one in broken if one.status != "absent" and (heard.has("relative") or one.subject == "patient")
        ]
        return [
            one for one in there if one.acuity in states or ("chronic" in states and one.temporality == "historical")
        ]
    return list(records)


_BOTH = re.compile(
    r"\b(?:accept|approve|confirm)\b.*(?:\b(?:and|but|then)\b|,|;)\s*(?:please\s+)?"
    r"(?:reject|delete|remove|drop|discard|strike|throw out)\b"
    r"|\b(?:reject|delete|remove|drop|discard|strike|throw out)\b.*(?:\b(?:and|but|then)\b|,|;)\s*(?:please\s+)?"
    r"(?:accept|approve|confirm)\b"
    r"|\b(?:accept|approve|confirm|reject|delete|remove|drop|discard)\b.*(?:\b(?:and|but|then)\b|,|;)\s*(?:please\s+)?"
    r"(?:defer|park|postpone|put off|set aside)\b",
    re.IGNORECASE,
)


def orders_both(heard: Heard) -> bool:
    """``accept the T7 and reject the T9``, heard as one wish: neither is to be carried out with both names."""
    return _BOTH.search(heard.say) is not None


_ONES = re.compile(r"\b(?:the\s+ones?|those|the\s+rest)(?=\s+(?:of|from|in|at|on|with)\b)", re.IGNORECASE)


_ONES_OF = re.compile(
    r"\bthe\s+(?P<which>(?:19|20)\d\d|\d+[\s-]months?|first|second|third|last|baseline)\s+ones\b", re.IGNORECASE
)
"""``park the 2020 ones``."""
_ONE_OF_BONES = re.compile(
    r"(?P<which>\bthe\s+(?!(?:first|second|third|last|other|next|same|right|left|old|new|earlier|later)\s+one\b)[a-z]+)\s+one\b",
    re.IGNORECASE,
)
"""``put off the hip one``, behind a fracture of the wrist."""


def in_place_of_ones(say: str, before: Heard | None) -> str:
    """``reject the ones from 2022``, behind ``accept the 2021 bloods``: with the name of what was spoken of."""
    if before is not None and "fracture" in before.words and _ONE_OF_BONES.search(say):
        return _ONE_OF_BONES.sub(r"\g<which> fracture", say, count=1)
    if before is None or not (_ONES.search(say) or _ONES_OF.search(say)):
        return say
    named = [
        hit for hit in before.hits if hit.end > hit.start and (hit.topic != "utterance" or hit.group == "record_kind")
    ]
    if not named:
        return say
    start, end = before.offsets[named[0].start], before.offsets[named[0].end - 1] + len(before.words[named[0].end - 1])
    if _ONES_OF.search(say):
        return _ONES_OF.sub(rf"the \g<which> {before.say[start:end]}", say, count=1)
    return _ONES.sub(f"the {before.say[start:end]}", say, count=1)
