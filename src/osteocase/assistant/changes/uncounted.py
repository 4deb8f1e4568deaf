"""What a record has no field for: a pause, a missed dose, several doses with a day each, a FRAX without bone density.

Said as a change, it would end the course, begin another one, lose the second of two days, or put one risk in the place
of another; so it is told instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.subjects.counted_doses import DOSES, dose_told, ordinal_in
from osteocase.assistant.subjects.finding import is_agent
from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.time_rows import for_each_time
from osteocase.records import Record, Score, Treatment
from osteocase.review import Session

__all__ = [
    "PAUSE",
    "frax_condition",
    "as_one_dose",
    "of_several_doses",
    "paused_courses",
    "tells_pause",
    "told_otherwise",
    "without_field",
]

PAUSE = (
    "A pause or a missed dose is not recorded as such: a course has one start and one end. Nothing was changed. "
    "Say that it was stopped, and since when, if the course ended."
)
_OF_FRAX = (
    "With bone density, without it, or adjusted, FRAX gives other numbers, and a record does not say which of them it "
    "is, so nothing was changed. Say add …, if it stands beside the one that is recorded."
)
_PART_DOSE = (
    "That would be the dose of a part of the course, and a course has one dose, so nothing was changed. Say add … with "
    "its start, if it is to stand as a course of its own."
)
_FOR_PART = re.compile(
    r"\b(?:for|during|in)\s+the\s+(?:first|initial|last|final)\s+(?:\w+\s+)?(?:days?|weeks?|months?|years?|doses?)\b|"
    r"\bto\s+(?:begin|start)\s+with\b|\bas\s+a\s+loading\s+dose\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:without|w/o|excluding|leaving out|but no|no)\s+(?:the\s+|her\s+|his\s+)?"
    r"(?:(?:femoral|neck|hip|bone|mineral)\s+)*(?:bmd|density|dxa|dexa|t-?score)\b"
    r"|\b(?:adjusted|corrected)\s+for\s+\w+|\b\w+-adjusted\b",
    re.IGNORECASE,
)
_IDLE = r"(?:paused|held|withheld|interrupted|suspended|skipped|omitted|missed)"
_PAUSE = re.compile(
    r"\b(?:was|were|is|are|been|got|only|briefly|temporarily)\s+(?:(?:only|briefly|temporarily)\s+)?"
    rf"(?:{_IDLE}|(?:put\s+|placed\s+)?on\s+hold)\b"
    rf"|\b(?:she|he|they|we|the patient)\s+(?:\w+\s+)?{_IDLE}\b"
    rf"|\b(?:{_IDLE}|on hold)\s+(?:in|on|from|for|since|between|because|due)\b|\b(?:{_IDLE}|on hold)\W*$"
    r"|\b(?:break|pause|holiday)\s+(?:from|in|of)\b|\bdrug holiday\b|\bmissed\s+(?:a|one|two|three|the|her|his|\d)\b",
    re.IGNORECASE,
)
_NTH = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|[4-9]th|10th|another|further|next"
_DOSE = r"(?:dose|injection|infusion|shot|jab|drip)s?"
_LATER = re.compile(
    rf"\b(?:{_NTH})\s+(?:\w+\s+){{0,3}}?{_DOSE}\b|\b{_DOSE}\s+(?:number|no\.?|#)\s*(?:\d+|two|three|four|five|six)\b"
    rf"|\b{_DOSE}\b.*\b(?:and|,)\s*(?:a|the|her|his)\s+(?:{_NTH})\s+(?:(?:one\s+)?(?:in|on|at)\b)",
    re.IGNORECASE,
)
_NTHS = re.compile(rf"\b(?:first|1st|{_NTH})\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:from|since|until|till|between|stopped|ended)\b", re.IGNORECASE)
_COUNTED = re.compile(rf"\b(?:\d+|two|three|four|five|six)\s+(?:\w+\s+)?{_DOSE}\b", re.IGNORECASE)
_ALSO_GIVEN = re.compile(r"\b(?:given|got|received|had|injected|infused|administered)\b", re.IGNORECASE)


def tells_pause(say: str) -> bool:
    """Whether a pause is told: ``paused in May``, ``she missed a dose``."""
    return _PAUSE.search(say) is not None


def frax_condition(say: str, records: Sequence[Record]) -> str | None:
    """``without BMD``, said of a FRAX: how else it was computed; null where nothing is said."""
    frax = any(isinstance(one, Score) and one.name.startswith("frax") for one in records)
    match = _CONDITION.search(say) if frax else None
    return match.group() if match is not None else None


def paused_courses(heard: Heard, session: Session) -> list[Treatment]:
    """The recorded courses that are told to have paused, of whatever time; none for a question or another wish."""
    if heard.is_question or not tells_pause(heard.say) or heard.has("add", "delete", "accept", "ask", "relative"):
        return []
    names = heard.ids("treatment")
    return [
        one for one in session.case.treatments
        if one.subject == "patient" and any(is_agent(one, name) or one.agent.startswith(name) for name in names)
    ]  # fmt: skip


def without_field(heard: Heard, facts: Sequence[Record], session: Session) -> tuple[str, list[Record]] | None:
    """What is said, and of which records, where a correction tells what they have no field for; null where it does not.

    Args:
        heard: the correction.
        facts: the records that it may be of.
        session: the case.
    """
    courses: list[Record] = [*paused_courses(heard, session)]
    if courses:
        return f"{PAUSE}\n{lines(courses)}", courses
    dosed: list[Record] = [one for one in facts if isinstance(one, Treatment) and one.dose is not None]
    if dosed and len(dosed) == len(facts) and heard.figures and _FOR_PART.search(heard.say):
        return f"{_PART_DOSE}\n{lines(dosed)}", dosed
    if frax_condition(heard.say, facts) is not None:
        return f"{_OF_FRAX}\n{lines(list(facts))}", list(facts)
    return None


def of_several_doses(heard: Heard, new: Sequence[Record], session: Session) -> str | None:
    """What is said where several doses of one drug, each with its day, are to be added; null where one is, or a course.

    Args:
        heard: the whole utterance.
        new: the records that would be added.
        session: the case.
    """
    drugs = [one for one in new if isinstance(one, Treatment) and one.subject == "patient"]
    if not drugs or len(drugs) < len(new) or len({one.agent for one in drugs}) > 1:
        return None
    known = [one for one in session.case.treatments if one.agent == drugs[0].agent and one.subject == "patient"]
    days = len(heard.dates) > 1 or len(for_each_time(heard.say)) > 1
    given_on = days and _ALSO_GIVEN.search(heard.say) is not None and not _SPAN.search(heard.say)
    counted = _LATER.search(heard.say) is not None and len(_NTHS.findall(heard.say)) > 1
    if not given_on and not counted:
        return None
    there = f" Recorded is:\n{lines(known)}\n" if known else " "
    name = known[0].name if known else drugs[0].name
    return (
        f"Single doses are not recorded one by one, so nothing was added.{there}"
        f"Say how many doses were given, such as: {name} had 3 doses; or add one dose by itself."
    )


def told_otherwise(heard: Heard, new: Sequence[Record], session: Session) -> str | None:
    """What is said where the notes tell that very dose of another day; null where they do not."""
    drugs = [one.agent for one in new if isinstance(one, Treatment) and one.subject == "patient"]
    number = ordinal_in(heard, range(len(heard.words)), DOSES)
    if not drugs or len(drugs) < len(new) or number is None or number < 2 or heard.date is None:
        return None
    told = dose_told(number, drugs, session)
    if told is None or told[0].startswith(heard.date):
        return None
    return (
        f"The notes tell dose {number} of {told[0]}, and not of {heard.date}, so nothing was added. Say add … with its "
        "day alone, if it was one more dose."
    )


def as_one_dose(record: Record, say: str) -> Record:
    """A single later dose as what it is: given, on its day, and not as a course of so many doses from that day on."""
    if not isinstance(record, Treatment) or _LATER.search(say) is None or _COUNTED.search(say) is not None:
        return record
    status = "past" if record.status == "mentioned" and record.start is not None else record.status
    return record.model_copy(update={"doses_given": None, "status": status})
