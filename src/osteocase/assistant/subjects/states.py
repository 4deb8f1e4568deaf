"""The state that is told of something: there or not, possible, over; and what falls with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.records import Finding, Time

__all__ = [
    "DENIALS",
    "OF_SIDE",
    "STATUS",
    "finding_fields",
    "is_same_measure",
    "state_told",
    "status_told",
    "whose",
    "without_part",
]

STATUS = {
    "absent": "absent", "denied": "absent", "excluded": "absent", "present": "present", "possible": "possible",
    "suspected": "possible", "confirmed": "present", "uncertain": "possible", "doubtful": "possible",
    "questionable": "possible", "probable": "possible", "equivocal": "possible", "definite": "present",
    "proven": "present", "proved": "present", "certain": "present", "withdrawn": "absent", "revoked": "absent",
}  # fmt: skip
DENIALS = frozenset(("not", "never", "no", "denies", "denied", "doesnt", "didnt", "without", "none",
     "nil"))  # fmt: skip


def state_told(heard: Heard, states: Mapping[str, str]) -> str | None:
    """The state that is told, and not denied: ``it was not stopped``."""
    near = ((one, heard.words[max(at - 2, 0) : at]) for at, one in enumerate(heard.words) if one in states)
    return next((states[one] for one, before in near if not {"not", "never"} & set(before)), None)


_SIDE = re.compile(
    r"(?<!not )\b(?:on|in|of|at)\s+(?:the\s+|her\s+|his\s+)?"
    r"(?P<where>(?:left|right)(?:\s+(?:calf|leg|thigh|arm|forearm|hand|foot|ankle|knee|hip|groin|lung|breast|eye|ear|flank|"
    r"kidney|shoulder|side))?)\s*(?:[,.;!]|$|not\b|instead\b|rather\b|please\b)",
    re.IGNORECASE,
)
"""Of which side it is: ``the thrombosis was in the right calf``."""
_PART = re.compile(
    r"\b(?:on|in|of|at)\s+(?:the\s+|her\s+|his\s+)?(?P<side>left|right)\s+[a-z]+(?:\s+[a-z]+)?$", re.IGNORECASE
)


def without_part(say: str) -> str | None:
    """``the thrombosis was in the right calf`` as ``… on the right``; null where no part of the body ends it."""
    said = say.strip(" .!")
    match = _PART.search(said)
    return None if match is None or say.rstrip().endswith("?") else f"{said[: match.start()]}on the {match['side']}"


_AMOUNT = re.compile(r"\d+(?:\.\d+)?")
_SMALL = re.compile(rf"^(?:{'|'.join(one for one in NUMBER_WORDS if len(one) > len('an'))})\b", re.IGNORECASE)
"""``Two beers a week``: the amount of a habit, as notes write it."""
_HABIT = re.compile(
    r"\b\d+\s+(?:small\s+|large\s+)?(?:beers|glasses|drinks|pints|bottles|units|cigarettes|cigars|packs)\b"
    r"(?:\s+of\s+[a-z]+)?(?:\s+(?:an?|per|each|every)\s+(?:day|week|month|year)|\s+(?:daily|weekly))?",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:still|current|currently|active|presently|again|nowadays|these days|at present|at the moment|right now)\b",
    re.IGNORECASE,
)
_FORMER = frozenset(("former", "formerly", "ex", "quit"))


def finding_fields(record: Finding, heard: Heard) -> dict[str, Any]:
    """The new fields of a finding, as far as its state is told anew."""
    fields = status_told(heard) or _of_history(record, heard)
    side = _SIDE.search(heard.say)
    if side is not None and record.concept != "family_fracture":
        return {"body_site": " ".join(side.group("where").lower().split())}
    number = next((figure.value for figure in heard.figures if not figure.negated), None)
    if number is not None and record.subject != "patient" and {"at", "aged", "age"} & set(heard.words):
        by_age = record.time is not None and f"{record.subject_age_years}" in record.time.text
        return {"subject_age_years": number, **({"time": Time(text=f"at {number:f}", kind="label")} if by_age else {})}
    detail = _SMALL.sub(lambda one: f"{NUMBER_WORDS[one[0].casefold()]}", record.detail or "")
    amounts = _AMOUNT.findall(detail)
    denied = {f"{figure.value:f}" for figure in heard.figures if figure.negated}
    if (
        number is not None
        and record.detail
        and len(amounts) == 1
        and (amounts[0] in denied or is_same_measure(heard.say, record.detail))
    ):
        return {"detail": _AMOUNT.sub(f"{number:f}", detail)}
    if _CURRENT.search(heard.say) and not DENIALS & set(heard.words) and record.temporality == "historical":
        over = {"time": None} if record.time is not None else {}  # what goes on has no day on which it ended
        return {"status": "present", "temporality": "current", **over}
    if _FORMER & set(heard.words):
        return {"status": "present", "temporality": "historical"}
    amount = _HABIT.search(heard.say) if record.concept in ("alcohol", "smoking") and not record.detail else None
    if amount is not None and not DENIALS & set(heard.words):  # ``he drinks 2 glasses a day``, where it was denied
        return {"status": "present", "detail": amount.group()}
    if heard.figures:
        return fields
    if len(heard.dates) > 1 or heard.other_months is not None:
        return fields  # ``she stopped in 1991, not 1990`` denies a year, not the finding
    doubted = any(STATUS.get(one) == "possible" for one in heard.words)  # ``not suspected`` may mean either
    other = set(heard.values("relative")) - set(heard.right("relative"))  # ``her mother, not her aunt`` denies the aunt
    told = heard.first in ("she", "he", "there") or (set(heard.words) & DENIALS and not other)
    if not fields and not doubted and told:
        said = heard.words[1:] if heard.words[:1] == ("no",) and heard.has("relative") else heard.words
        of_other = denied_kin(heard)  # ``her brother does not have it, her sister does``
        fields["status"] = "absent" if set(said) & DENIALS and not of_other else "present"
        never = "never" in said or _AT_ALL.search(heard.say) is not None
        if never and record.time is not None and record.temporality == "historical":
            fields |= {"time": None, "temporality": "current"}  # what never was has no day on which it ended
        if fields["status"] == "absent" and record.detail is not None:
            fields["detail"] = None  # nor an amount
    for relative in whose(heard):
        fields["subject"] = relative
    if "old" in heard.values("fracture_state") or set(heard.words) & {"past", "historical"}:
        fields["temporality"] = "historical"
    return fields


def _of_history(record: Finding, heard: Heard) -> dict[str, Any]:
    """``the family history is positive``."""
    told = state_told(heard, {"positive": "present", "negative": "absent"})
    return {"status": told} if told is not None and record.concept.startswith("family_") else {}


_MEASURED = re.compile(
    r"\d[\s-]+(?P<unit>(?!(?:an?|per|each|every)\b)[a-z]+)|\b(?:an?|per|each|every)\s+(?P<per>[a-z]+)", re.I
)


def is_same_measure(say: str, detail: str) -> bool:
    """``she smokes 20 a day``, where ten cigarettes a day are recorded; 18 units are no pints."""
    said = _MEASURED.search(say)
    return said is not None and (said["unit"] or said["per"]).casefold().rstrip("s") in detail.casefold()


_AT_ALL = re.compile(r"\bat all\b", re.IGNORECASE)
_RULED_OUT = re.compile(
    r"\b(?:is|was|has been|been|were|are)\s+(?:now\s+|since\s+|already\s+)?ruled out\b", re.IGNORECASE
)
_NOT_OUT = re.compile(
    r"\b(?:not|never)\s+(?:yet\s+|been\s+|really\s+|fully\s+)*(?:excluded|ruled out)\b", re.IGNORECASE
)


def whose(heard: Heard) -> tuple[str, ...]:
    """The relatives that something is said to be of; ``maternal`` only tells which aunt."""
    told = heard.right("relative")
    told = tuple(one for one in told if one not in denied_kin(heard)) or told
    said = [(hit.value, heard.words[hit.start] in OF_SIDE) for hit in heard.hits if hit.group == "relative"]
    plain = {value for value, of_side in said if not of_side}
    return tuple(one for one in told if one in plain) if plain else told


def denied_kin(heard: Heard) -> set[str]:
    """The relatives of whom it is denied, where it is told of another one: ``her brother has not, her sister does``."""
    said = [hit for hit in heard.hits if hit.topic == "utterance" and hit.group == "relative" and hit.end > hit.start]
    if len({hit.value for hit in said} - {None, "patient", "family"}) < 2:
        return set()
    clauses = {hit: _CLAUSE_END.split(heard.say[heard.offsets[hit.start] :], maxsplit=1)[0] for hit in said}
    return {str(hit.value) for hit, clause in clauses.items() if _HAS_NOT.search(clause)}


_CLAUSE_END = re.compile(r"[,;.]|\b(?:and|but|it['’]?s|it is|it was)\b", re.IGNORECASE)
_HAS_NOT = re.compile(
    r"\b(?:has|have|had|does|did|do|is|was)(?:\s+not|n['’]?t|\s+never)\b|\b(?:never|free of|without)\b", re.IGNORECASE
)
_NOT_SURE = re.compile(
    r"\b(?:not|never)\s+(?:yet\s+|been\s+|really\s+|fully\s+|at all\s+)*"
    r"(?:confirmed|proven|proved|certain|definite|established)\b",
    re.IGNORECASE,
)
"""``it is not confirmed``: neither there for sure nor absent."""
_SET = re.compile(r"\b(?:excluded|ruled out|absent|suspected|denied)\b", re.IGNORECASE)
OF_SIDE = frozenset(("maternal", "paternal"))


def status_told(heard: Heard) -> dict[str, Any]:
    """The status that is told: present, possible or absent."""
    if _NOT_OUT.search(heard.say) or (_NOT_SURE.search(heard.say) and not _SET.search(heard.say)):
        return {"status": "possible"}
    if _RULED_OUT.search(heard.say):
        return {"status": "absent"}
    status = state_told(heard, STATUS)
    return {"status": status} if status is not None else {}
