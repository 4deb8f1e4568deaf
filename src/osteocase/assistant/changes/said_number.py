"""How many records a decision speaks of: ``both hip T-scores on the right`` are two, whichever one name finds.

A decision on one where two were said would leave the other one behind without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from osteocase.assistant.subjects.finding import values_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.records import Bmd, Event, Fracture, Lab, Record, Score
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["by_values", "measured_only", "of_whole_hip", "too_few"]

_NUMBER = re.compile(
    r"\b(?:(?P<both>both)|(?:all|the|these|those)\s+(?P<number>two|three|four|five|six))\b(?:\s+(?:of\s+)?(?:the|her|his))?"
    r"(?!\s+(?:times|visits?|dates|days|weeks?|months?|years?|scans?|dxas?|dexas?|notes|letters|reports|occasions|sides?"
    r"|examinations|tables|places)\b)(?!-)",
    re.IGNORECASE,
)
_AT_BOTH = re.compile(r"\b(?:at|on|in|from|of)\s+$", re.IGNORECASE)
"""``the PTH at both visits``: what is counted are the times."""
_NUMBERS = r"(?:scores|values|results|densities|bmds?|readings|measurements|numbers)"
_HIPS = re.compile(
    rf"\b(?P<hip>hips?)\s+(?:[tz][- ]?)?{_NUMBERS}\b"
    rf"|\b{_NUMBERS}\s+(?:of|at|in|for)\s+(?:(?:the|her|his|left|right)\s+)*(?P<place>hips?)\b",
    re.IGNORECASE,
)
_MEASURED = frozenset(
    ("result", "results", "value", "values", "density", "densities", "bmd", "bmds", "reading", "readings",
     "measurement", "measurements")
)  # fmt: skip
_BROKEN = frozenset(("fracture", "fractures", "broken", "break"))


def _said(heard: Heard) -> int | None:
    """How many are said; null where no number counts the things themselves."""
    match = _NUMBER.search(heard.say)
    if match is None or (match["both"] and _AT_BOTH.search(heard.say[: match.start()])):
        return None
    return len(("one", "other")) if match["both"] else int(NUMBER_WORDS[match["number"].lower()])


def _things(records: Sequence[Record]) -> int:
    """Records that stand for a thing of their own; an event that repeats one of them does not."""
    known = {one.id for one in records}
    return sum(1 for one in records if not (isinstance(one, Event) and known & set(one.records)))


def measured_only(heard: Heard, records: Sequence[Record]) -> list[Record]:
    """``the hip results``, where a density and a fracture are called by the hip: what was measured."""
    scanned = any(isinstance(one, Bmd) for one in records)
    said = (heard.measure is not None or bool(_MEASURED & set(heard.words))) and not _BROKEN & set(heard.words)
    return [one for one in records if not isinstance(one, Fracture)] if said and scanned else list(records)


def of_whole_hip(
    heard: Heard, records: Sequence[Record], select: Callable[[str], Sequence[Record]]
) -> tuple[list[Record], bool]:
    """The densities of a hip that is named without its region: its total and its neck, where that many are said.

    Args:
        heard: the decision.
        records: what the name alone finds: the total hip.
        select: finds the records that another sentence means.

    Returns:
        The records, and whether it must be asked which of them are meant: ``the hip T-scores``, of which the total is
        one and the neck another.
    """
    match = _HIPS.search(heard.say)
    total = bool(records) and all(isinstance(one, Bmd) and one.site == "total_hip" for one in records)
    if match is None or not total or {"total", "neck"} & set(heard.words):
        return list(records), False
    name = "hip" if match["hip"] else "place"
    whole = f"{heard.say[: match.start(name)]}total hip and femoral neck{heard.say[match.end(name) :]}"
    found = select(whole)
    wider = [one for one in found if isinstance(one, Bmd) and one.site in ("total_hip", "femoral_neck")]
    if len(wider) <= len(records):
        return list(records), False
    number = _said(heard)
    if number is None:
        return list(wider), not {"all", "every"} & set(heard.words)
    return (list(wider), False) if len(wider) == number != len(records) else (list(records), False)


def by_values(heard: Heard, session: Session) -> list[Record]:
    """``reject the 13.8 and the 2.1``: what is meant by its number alone, where each is of one thing; else none."""
    said = [one.value for one in heard.figures if not one.negated]
    if not said or heard.unknown_words or heard.date is not None or heard.months is not None:
        return []
    measured = [one for one in case_records(session.case) if isinstance(one, Lab | Bmd | Score)]
    having = [[one for one in measured if value in values_of(one)] for value in said]
    return [one[0] for one in having] if all(len(one) == 1 for one in having) else []


def too_few(heard: Heard, intent: str, records: Sequence[Record]) -> Reply | None:
    """What is said where fewer are recorded than are spoken of; null where there are as many, or more."""
    number, there = _said(heard), _things(records)
    if number is None or not 0 < there < number:
        return None
    only = "There is only one record of it" if there == 1 else f"There are only {there} records of it"
    only += " that is not accepted yet" if intent == "accept" else ""
    return of_records(f"{only}:\n{lines(list(records))}\nNothing was changed. Name the records.", list(records))
