"""Which bones broke the first, the second, the last time: fractures by the occasions at which something broke."""

from __future__ import annotations

import re
from decimal import Decimal

from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import in_time, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Fracture
from osteocase.review import Session

__all__ = ["nth_time"]

_NAMES = ("first", "second", "third", "fourth", "fifth")
_NTH = re.compile(
    rf"\b(?P<nth>{'|'.join(_NAMES)}|1st|2nd|3rd|4th|5th|last)\s+(?:time|occasion)\b(?!\s+(?:she|he|we|i|you)\s+(?:was|were|came|saw)\b)",
    re.IGNORECASE,
)
_POLAR = ("did", "was", "were", "has", "had", "any", "anything")
_APART = Decimal("1.5")
"""Months between fractures from which on they are told as of two occasions; the images of one lie days apart."""


def nth_time(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """What broke that time, or that the notes tell of no such time; null if not asked."""
    match = _NTH.search(heard.say)
    kind = found.arguments.get("list") == "fractures" or "bone" in found.arguments
    if match is None or not kind or heard.has("correct", "add", "delete", "accept", "measure", "relative"):
        return None
    ever = select(heard, session, vocabulary, with_time=False).records
    broken = [one for one in ever if isinstance(one, Fracture) and one.status == "present" and one.subject == "patient"]
    times = _occasions(broken)
    if not broken:
        return None
    said = match["nth"].casefold()
    number = len(times) if said == "last" else _NAMES.index(said) + 1 if said in _NAMES else int(said[0])
    if 1 <= number <= len(times):
        there = times[number - 1]
        return of_records(f"Yes:\n{lines(there)}" if heard.first in _POLAR else lines(there), there)
    untold = [one for one in broken if months_of(one) is None]
    head = "Not told in the notes: they tell of one time at which something broke"
    if len(times) > 1:
        head = f"Not told in the notes: they tell of {len(times)} times at which something broke"
    rest = " (of some the time is not told)" if untold else ""
    return of_records(f"{head}{rest}:\n{lines(broken)}", broken)


def _occasions(broken: list[Fracture]) -> list[list[Fracture]]:
    """The fractures with a place in time, those of one occasion together."""
    times: list[list[Fracture]] = []
    before: Decimal | None = None
    for one in in_time(broken):
        at = months_of(one)
        if not isinstance(one, Fracture) or at is None:
            continue
        if before is None or at - before > _APART:
            times.append([])
        times[-1].append(one)
        before = at
    return times
