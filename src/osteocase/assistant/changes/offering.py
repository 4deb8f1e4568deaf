"""What is told without saying what is to be done with it: another value than the recorded one, or a new fact.

``vit D at 12 months 43`` may correct the recorded 42, and ``potassium 4.1 mmol/L`` may be a result that is missing: it
is asked. A fact that is told as a further one (``he is on allopurinol as well``) is added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.changes.new_events import (
    counts_dose,
    tells_accident,
    tells_dose_of_known,
    tells_new_treatment,
)
from osteocase.assistant.subjects.finding import Selection, select, values_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.states import is_same_measure
from osteocase.assistant.words.hearing import Figure, Heard
from osteocase.assistant.words.naming import case_dates
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Finding, Lab, Record, Score, Treatment
from osteocase.review import Edit, Session

__all__ = [
    "NOT_ADDED",
    "adds_plainly",
    "ask_right_value",
    "is_definite",
    "is_further",
    "is_new_amount",
    "is_recent",
    "offer",
    "offer_to_add",
    "tells_amount",
    "tells_new_fact",
    "tells_of_relative",
    "tells_other_value",
    "tells_value",
]

NOT_ADDED = "Then it is not added. Nothing was changed."
_ASKS = ("list", "extreme", "abnormal", "count", "duration", "when", "trend", "source", "high", "low", "presence")
_YEAR = 1900
_FAR = 5
"""Times that a dose may be another one."""
_TIME_BEHIND = re.compile(r"\s*(?:at|in|on|by)\s+(?:the\s+)?(?:month\s+)?\w+", re.IGNORECASE)
_SCALE_BEHIND = re.compile(r"\d+\s*/\s*(?:10|24|63|100)\W*$")
_COMPARES = frozenset(("above", "below", "over", "under", "than", "between", "top", "last", "or"))
_TALK = re.compile(r"\b(?:please|pls|plz|thanks|thx|now|actually|though)\b", re.IGNORECASE)


def tells_other_value(heard: Heard, found: Selection) -> bool:
    """Whether one value is said of one record, and the record holds another."""
    if heard.is_question or heard.has(*_ASKS) or heard.has("ask") or len(found.records) != 1:
        return False
    record = found.records[0]
    dosed = isinstance(record, Treatment) and bool(heard.figures) and _may_be_dose(record, heard.figures[0])
    told = [one for one in heard.figures if heard.say[one.start - 1 : one.start] != "/"]  # ``4/10`` is one number
    habit = isinstance(record, Finding) and tells_habit(record, heard)
    if not (dosed or habit or isinstance(record, Lab | Bmd | Score)) or len(told) != 1 or _COMPARES & set(heard.words):
        return False
    figure = heard.figures[0]
    year = figure.unit is None and figure.value >= _YEAR
    behind = _TALK.sub("", heard.say[figure.start + 1 :].lstrip("0123456789.,"))
    at_end = re.search(r"\w", behind) is None or figure.unit is not None
    at_end = at_end or _SCALE_BEHIND.match(heard.say[figure.start :]) is not None
    at_end = at_end or habit or bool(_TIME_BEHIND.match(heard.say[figure.start + 1 :].lstrip("0123456789.,")))
    return not figure.negated and not year and at_end and figure.value not in values_of(record)


def tells_habit(record: Finding, heard: Heard) -> bool:
    """``alcohol 14 units/week``, where four units a week are recorded: as much of the same is told."""
    return record.detail is not None and is_same_measure(heard.say, record.detail)


def _may_be_dose(record: Treatment, figure: Figure) -> bool:
    """A number with a unit, or one that is not far from the dose that is recorded."""
    near = record.dose is not None and record.dose / _FAR <= figure.value <= record.dose * _FAR
    return figure.unit is not None or near


def offer(edit: Edit, heard: Heard, found: Selection) -> str:
    """The question whether the recorded value is to be changed."""
    record, new = found.records[0], heard.figures[0].value
    old = next((getattr(record, name) for name, value in edit.fields.items() if value == new), None)
    shown = f"{new} and not {old}" if old is not None else f"{new}"
    return f"Is it {shown}? Say yes to correct it.".replace("-", "−")


_FURTHER = re.compile(
    r"^\W*(?:oh\W+)?(?:and\W+)?(?:also|plus|additionally|in addition|furthermore|another|one more|(?:i )?forgot)\b"
    r"|\b(?:as well|too|in addition|also|again|another|one more)\b|\ban? (?:new|further|second|third)\b",
    re.IGNORECASE,
)
_NO_FACT = (
    "ask", "list", "count", "when", "duration", "source", "summary", "extreme", "trend", "abnormal", "advice",
    "stranger", "delete", "accept", "defer", "report", "export", "help", "leave",
    "retract", "title", "axis", "gap",
)  # fmt: skip
_UNSURE = re.compile(
    r"\b(?:if|whether|maybe|perhaps|would|could|should|might|or)\b"
    r"|\bmay\b(?!\s+(?:19|20)\d\d)(?<!\d may)(?<!in may)(?<!since may)",
    re.IGNORECASE,
)
_BY_FALL = re.compile(r"\b(?:a|the|after|from|in)\s+fall\b|\bfell\s+(?:down|off|over|on|in|from)\b", re.IGNORECASE)
"""``after a fall``: what happened, and no course of a value."""
_VAGUE = ("ask.value", "ask.presence", "correct", "unknown", "ask.passage")
_FEWEST = 2


def tells_new_fact(heard: Heard, intent: str) -> bool:
    """Whether it may tell a new fact: it is told as one, and neither asked nor wished."""
    if (
        intent not in _VAGUE
        or heard.is_question
        or _ASKS_OF.match(heard.say)
        or heard.has(*(group for group in _NO_FACT if group != "trend" or not _BY_FALL.search(heard.say)))
        or heard.starts_with("redo", "undo")
        or _UNSURE.search(heard.say)
    ):
        return False
    denied = any(one.negated for one in heard.figures) or bool({"not", "instead", "rather"} & set(heard.words))
    denied = denied and not tells_of_relative(heard)  # ``his father did not smoke``
    return not denied and len(heard.words) > _FEWEST


_ASKS_OF = re.compile(r"^\W*(?:(?:and|or|so)\s+)?(?:(?:what|how)\s+about\s+)?[\w\s-]{2,40}\?\s*$", re.IGNORECASE)
"""``and HRT?`` asks."""
_DEFINITE = re.compile(r"^\W*(?:(?:and|but|no|so)\W+)?(?:the|that|this|those|its)\b", re.IGNORECASE)


def is_definite(heard: Heard) -> bool:
    """``the wrist fracture was in 2025``: of one that is taken for known."""
    return _DEFINITE.search(heard.say) is not None


_VALUE = re.compile(
    r"^\W*(?:her |his )?(?:(?!\b(?:19|20)\d\d\b)[\w ,()-]){2,40}?\s+(?:was|is|came back(?: at| as)?|:|=)\s*[<>]?\s*\d",
    re.IGNORECASE,
)


def tells_value(heard: Heard) -> bool:
    """``vitamin D was 12 in June 2020``: a value that is told as such, with ``the`` it is one taken for known."""
    measured = bool(heard.ids("analyte") or heard.ids("score"))
    return measured and _VALUE.match(heard.say) is not None and not is_definite(heard) and not heard.has("correct")


_AMOUNT = re.compile(
    r"\b(?:drinks?|drinking|smokes?|smoking|smoked|drank|alcohol)\b.*?\b\d[\d.,–-]*\s+(?:(?P<unit>(?!an?\b|per\b|each\b|every\b)[a-z]+)\s+)?(?:of\s+[a-z]+\s+)?(?:an?|per|each|every)\s+"
    r"(?P<per>day|week|month|weekend|night)\b",
    re.IGNORECASE,
)
_HABITS = ("smoking", "alcohol")


def tells_amount(heard: Heard, records: Sequence[Record]) -> bool:
    """``he drinks 20 units a week``: how much, which no field of the recorded habit takes in place of its own."""
    habits = bool(records) and all(isinstance(one, Finding) and one.concept in _HABITS for one in records)
    told = _AMOUNT.search(heard.say)
    if not habits or heard.is_question or told is None:
        return False
    known = " ".join(getattr(one, "detail", None) or "" for one in records)
    return (told["unit"] or told["per"]).casefold() not in known  # in the same unit it corrects what is recorded


def is_new_amount(heard: Heard, records: Sequence[Record]) -> bool:
    """Whether such an amount is surely of its own: no other amount and no end of the habit is recorded."""
    of_now = [one for one in records if isinstance(one, Finding) and one.temporality != "historical" and not one.detail]
    return tells_amount(heard, records) and len(of_now) == len(records)


_OF_RELATIVE = re.compile(
    r"^\W*(?:(?:and|also|oh|yes|her|his|the|patient['’]s)\W+)*"
    r"(?:mother|mum|mom|father|dad|sister|brother|aunt|uncle|grand\w+|son|daughter|cousin|niece|nephew|parents?)\s+"
    r"(?:also\s+|both\s+|once\s+|never\s+|(?:does|did|do|has|have)\s+(?:not|never)\s+)?"
    r"(?:had|has|have|take|break|broke|fractured|suffered|suffers|was diagnosed|is diagnosed|takes|took|"
    r"smokes?|smoked|drinks?|drank|developed|got|uses?|used|underwent|needed|"
    r"(?:is|was|are|were)\s+(?:also\s+|both\s+|once\s+)?(?:an?|on|diabetic\w*|hypertensive\w*|osteoporotic\w*))\b",
    re.IGNORECASE,
)
"""``father had osteoporosis`` tells of him, and nothing of the patient's own."""


def tells_of_relative(heard: Heard) -> bool:
    """Whether something is told of a relative as the subject of the sentence."""
    return _OF_RELATIVE.match(heard.say) is not None and not heard.has("correct")


def is_further(heard: Heard) -> bool:
    """Whether it is told as something that comes to what is there."""
    return _FURTHER.search(heard.say) is not None


def is_recent(heard: Heard) -> bool:
    """``she fell again last week``: what happened after all notes, which puts none of them right."""
    return _RECENT.search(heard.say) is not None and not heard.has("correct") and not heard.figures


_RECENT = re.compile(
    r"\b(?:had|has|broke|fell|fractured|slipped|tripped|developed|suffered|got|was)\b[^?]*\b"
    r"(?:last (?:week|month|night|weekend)|yesterday|today|this (?:morning|week|month)|recently|"
    r"(?:a few|some|two|three|\d+) (?:days|weeks) ago)\W*$",
    re.IGNORECASE,
)


def adds_plainly(heard: Heard, session: Session, vocabulary: Vocabulary) -> bool:
    """Whether what is told is surely a new fact: a further one, or one of a day after all that is known."""
    known = max((one[: len(heard.date or "")] for one in case_dates(session)), default="")
    ever = select(heard, session, vocabulary, with_time=False).records
    if tells_dose_of_known(heard, ever) and not is_further(heard):
        return False
    return (
        is_further(heard)
        or counts_dose(heard)
        or tells_accident(heard)
        or tells_new_treatment(heard, ever)
        or is_recent(heard)
        or tells_of_relative(heard)
        or (heard.date is not None and heard.date > known and not is_definite(heard))
        or is_new_amount(heard, ever)
        or (len(heard.date or "") >= len("2024-03") and tells_value(heard))
    )


def offer_to_add(found: Selection, told: str, ever: Sequence[Record] = ()) -> str:
    """The question whether a fact that was told is to be added.

    Args:
        found: what it names.
        told: what would be answered else.
        ever: what is recorded of it for any time.
    """
    taken = any(isinstance(one, Treatment) for one in ever)
    if found.records or ("recorded at" in told and not taken) or told.startswith("The notes say"):
        return f"{told}\nShall I add it as a new one? Say yes."
    if ever:
        return f"It is recorded as: {lines(ever)}\nShall I add what you say? Say yes."
    what = " and ".join(dict.fromkeys(found.asked))
    return f"Nothing {f'about {what} ' if what else 'of it '}is recorded in this case. Shall I add it? Say yes."


def ask_right_value(records: Sequence[Record]) -> Reply:
    """What is asked where something is said to be wrong, and not what is right."""
    one = len(records) == 1
    say = "it should be …, or: delete it" if one else "the first should be …, or: delete the second"
    head = "What is right?" if one else "Which one, and what is right?"
    return of_records(f"{head} Say: {say}. Nothing was changed.\n{lines(records)}", records)
