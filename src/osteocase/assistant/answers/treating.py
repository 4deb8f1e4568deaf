"""What is said of a treatment: how long it was given, why it ended, or that it was never taken at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import DENIAL, NUMBER_WORDS
from osteocase.records import Bmd, Lab, Record, Score, Treatment
from osteocase.review import Session

__all__ = [
    "LAST_GIVEN",
    "NO_DOSES",
    "ONE_DOSE",
    "TOLD_ONCE",
    "is_only_once",
    "length_of",
    "of_later_dose",
    "of_one_dose",
    "of_single_dose",
    "tells_length",
    "was_never_given",
]

NO_DOSES = "Single doses are not recorded one by one, so there is no date of that one to correct. Say add … to add it."
ONE_DOSE = (
    "Single doses are not recorded one by one: the record tells all of them together, so nothing was changed. "
    "Say the new dose without its number to correct all, or add … to add the one."
)
TOLD_ONCE = (
    "How often it was given is not changed by these words, so nothing was changed. Say: it had 1 dose; or: it was "
    "stopped in …"
)
_LENGTH = re.compile(
    r"\b(?:for|lasted|over|during)\s+(?:only\s+|about\s+|just\s+|a total of\s+)?(?P<number>\d+(?:\.\d+)?|[a-z]+)"
    r"[\s-]*(?P<unit>day|week|month|year)s?\b(?!\s+(?:after|before|later|ago))",
    re.IGNORECASE,
)
_DOSE_ON = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th|last|next)\s+(?:\w+\s+)?"
    r"(?:dose|injection|infusion|shot|jab|drip)\s+(?:was|is|took place|came)\s+"
    r"(?:actually\s+|really\s+|given\s+|due\s+|planned\s+)*"
    r"(?:(?:in|on)\b|\d+(?:\.\d+)?\s*(?:mg|mcg|µg|ug|g|iu|units?)\b)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|4th|5th|6th|7th|last|latest|final|next|"
    r"most recent)\s+",
    re.IGNORECASE,
)
_ONE_GIVEN = re.compile(
    r"(?:of\s+(?:the|her|his|these|those|all)\s+)?(?:(?!of\b|visit|note|letter|course|cycle)\w+\s+){0,2}?(?:dose|injection|infusion|shot|jab|drip)s?\b",
    re.IGNORECASE,
)
_TIME_OF = re.compile(r"\b(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th)\s+time\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\b(?:never|(?:did|was|were|has|had)\s+not(?:\s+ever)?)\s+(?:been\s+|actually\s+|really\s+|in fact\s+|ever\s+)*"
    r"(?:took|take|taken|had|have|on|given|got|get|received|receive|started|start|used|use|put on)\b",
    re.IGNORECASE,
)
_STILL = frozenset(
    ("anymore", "longer", "since", "again", "yet", "now", "currently", "until", "before", "after", "when", "while",
     "regularly", "always", "well", "correctly", "properly", "because", "more", "off", "any", "problems", "trouble")
)  # fmt: skip
_GIVEN = ("started", "ongoing", "completed", "stopped", "past", "mentioned")


def of_single_dose(heard: Heard) -> bool:
    """``the second dose was in June``."""
    return not heard.is_question and (_DOSE_ON.search(heard.say) is not None or is_only_once(heard))


def is_only_once(heard: Heard) -> bool:
    """``it was only given once``, ``it was not repeated``: how many doses were given."""
    return bool(heard.ids("treatment")) and _ONLY_ONCE.search(heard.say) is not None


_OFTEN = r"(?!\s+(?:a|per|daily|weekly|monthly|yearly|every)\b)"
_GIVEN_ONCE = r"(?:given|done|had|infused|injected|administered|taken)"
_ONLY_ONCE = re.compile(
    rf"\b(?:only|just)\s+(?:{_GIVEN_ONCE}\s+)?(?:once|one time|a single time)\b{_OFTEN}"
    rf"|\b{_GIVEN_ONCE}\s+(?:only|just)\s+once\b{_OFTEN}"
    r"|\b(?:not|never)\s+(?:been\s+)?repeated\b",
    re.IGNORECASE,
)


def of_one_dose(heard: Heard, records: Sequence[Record], session: Session) -> bool:
    """``the first zoledronate was 4 mg``, where one record tells of three infusions: one of them is meant, not all."""
    if heard.is_question or not any(not one.negated for one in heard.figures):
        return False
    named = {heard.offsets[hit.start] for hit in heard.hits if hit.topic == "treatment" and hit.end > hit.start}
    drugs = [one for one in records if isinstance(one, Treatment)]
    if records and not drugs:
        return False
    counted = [one for one in drugs if one.doses_given is not None and one.doses_given > 1]
    if counted and len(counted) == len(drugs) and (heard.date is not None or _TIME_OF.search(heard.say)):
        return True  # ``zoledronate in June 2020 was 4 mg``
    agents = {one.agent for one in drugs}
    alone = len([one for one in session.case.treatments if one.agent in agents]) == len(agents)
    several = all(_is_repeated(one, surely=not alone) for one in drugs)
    for match in _ORDINAL.finditer(heard.say):
        given = _ONE_GIVEN.match(heard.say, match.end()) is not None
        if several and (given or (bool(drugs) and alone and match.end() in named)):
            return True
    return False


def _is_repeated(one: Treatment, *, surely: bool = False) -> bool:
    """Whether a record may tell of more than one dose; ``surely`` by its count, or by several notes that tell it."""
    notes = {place.note for place in (one.source, *one.also)}
    return len(notes) > 1 or (one.doses_given or (0 if surely else 2)) > 1


def of_later_dose(heard: Heard, records: Sequence[Record]) -> bool:
    """``the last infusion was on 20 June 2022``: of a record of several doses, whose start is the day of the first."""
    if heard.is_question or (heard.date is None and heard.day is None and heard.months is None):
        return False
    drugs = [one for one in records if isinstance(one, Treatment)]
    if not drugs or not all(_is_repeated(one) for one in drugs):
        return False
    if all(one.stop is not None for one in drugs) and LAST_GIVEN.search(heard.say):
        return False  # the last dose of a course is its end
    named = {heard.offsets[hit.start] for hit in heard.hits if hit.topic == "treatment" and hit.end > hit.start}
    later = (one for one in _ORDINAL.finditer(heard.say) if one["which"].casefold() not in ("first", "1st"))
    return any(_ONE_GIVEN.match(heard.say, one.end()) is not None or one.end() in named for one in later)


LAST_GIVEN = re.compile(
    r"\b(?:the|her|his|and) (?:very )?last\b|\b(?:last|final) (?:\w+ )?(?:dose|injection|infusion|shot|jab|drip)\b",
    re.IGNORECASE,
)
"""``five injections, the last in May``: the end of the course."""


def _was_never_taken(heard: Heard, found: Selection) -> bool:
    """``she never took alendronate``, of a drug that is recorded as given: that record is wrong as a whole."""
    if heard.is_question or not _NEVER.search(heard.say) or heard.figures or _STILL & set(heard.words):
        return False
    if heard.date is not None or heard.months is not None or heard.has("relative", "ask", "stranger"):
        return False
    drugs = [one for one in found.records if isinstance(one, Treatment)]
    return bool(drugs) and len(drugs) == len(found.records) and all(one.status in _GIVEN for one in drugs)


def was_never_given(heard: Heard, found: Selection) -> bool:
    """Whether a drug was never taken, or a result never measured."""
    return _was_never_taken(heard, found) or _was_never_measured(heard, found)


def _was_never_measured(heard: Heard, found: Selection) -> bool:
    """``the PTH was not measured``: a result that is recorded is wrong as a whole."""
    if heard.is_question or not _UNMEASURED.search(heard.say) or heard.figures or heard.has("relative", "ask"):
        return False
    return bool(found.records) and all(isinstance(one, Lab | Bmd | Score) for one in found.records)


_UNMEASURED = re.compile(
    r"\b(?:was|were|has|had|have|is)\s+(?:not|never)\s+(?:been\s+|actually\s+|really\s+|in fact\s+|ever\s+)*"
    r"(?:measured|done|taken|checked|determined|performed|tested|ordered|requested|drawn|run|scanned|assessed)\b\W*$",
    re.IGNORECASE,
)


def tells_length(heard: Heard, found: Selection) -> bool:
    """``enoxaparin was for 35 days``."""
    if heard.is_question or "agent" not in found.arguments or _length(heard) is None:
        return False
    return bool({"was", "were", "is", "given", "lasted", "took", "had"} & set(heard.words))


def length_of(record: Treatment, heard: Heard) -> dict[str, Any] | str | None:
    """The fields of a course of another length, or what must be told instead; null where no length is told."""
    told = _length(heard)
    if told is None:
        return None
    number, unit = told
    if record.duration is None:
        return "How long it was given follows from its start and its stop. Say when it was stopped."
    text = f"{number.normalize():f} {unit}{'' if number == 1 else 's'}"
    return {"duration": text, "duration_value": number, "duration_unit": unit}


def _length(heard: Heard) -> tuple[Decimal, str] | None:
    told = [one for one in _LENGTH.finditer(heard.say) if not DENIAL.search(heard.say[: one.start("number")])]
    for match in told:
        said = match["number"].lower()
        if said[0].isdecimal():
            return Decimal(said), match["unit"].lower()
        if said in NUMBER_WORDS:
            return Decimal(NUMBER_WORDS[said]), match["unit"].lower()
    return None
