"""The value before or after the one that was told: ``and before that?``, ``what was the next one?``."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.finding import Selection, same_thing
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import in_time, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Lab, Record, Score
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["neighbour"]

_WHAT = (
    r"^\W*(?:(?:and|but|so|ok|okay)\W+)*"
    r"(?:what\s+(?:was|is|were)\s+(?:it|that|the\s+(?:value|result|one|figure|reading))\s+)?"
)
_THING = r"(?:values?|results?|one|figure|reading|measurement)"
_BEFORE = re.compile(
    rf"{_WHAT}(?:just\s+|right\s+)?(?:before(?:\s+(?:that|it|this|then))?|previously|beforehand)\W*$"
    rf"|^\W*(?:(?:and|but|so)\W+)*(?:what\s+was\s+)?the\s+(?:previous|preceding|earlier)\s+{_THING}(?:\s+before(?:\s+(?:that|it))?)?\W*$"
    rf"|^\W*(?:(?:and|but|so)\W+)*(?:what\s+was\s+)?the\s+(?:last\s+)?{_THING}\s+before(?:\s+(?:that|it))?\W*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"{_WHAT}(?:just\s+|right\s+)?(?:after(?:\s+(?:that|it|this|then)|wards)|subsequently)\W*$"
    rf"|^\W*(?:(?:and|but|so)\W+)*(?:what\s+was\s+)?the\s+(?:next|following|subsequent)\s+{_THING}(?:\s+after(?:\s+(?:that|it))?)?\W*$"
    rf"|^\W*(?:(?:and|but|so)\W+)*(?:what\s+was\s+)?the\s+{_THING}\s+after(?:\s+(?:that|it))?\W*$",
    re.IGNORECASE,
)


def neighbour(
    heard: Heard, _found: Selection, session: Session, _vocabulary: Vocabulary, focus: str | None
) -> Reply | None:
    """The one next to the value that was told last, in its course; null where none was told, or none is asked for."""
    way = -1 if _BEFORE.match(heard.say) else 1 if _AFTER.match(heard.say) else 0
    records = list(case_records(session.case))
    told: Record | None = next((one for one in records if one.id == focus), None)
    way = 0 if heard.moment is not None else way  # ``after it`` may be after an operation
    if not way or not isinstance(told, Lab | Bmd | Score) or months_of(told) is None:
        return None
    if any(hit.end > hit.start and hit.topic in _NAMES for hit in heard.hits):
        return None
    course = in_time([one for one in records if same_thing(one) == same_thing(told) and months_of(one) is not None])
    at = next(number for number, one in enumerate(course) if one.id == told.id) + way
    if 0 <= at < len(course):
        return of_records(lines([course[at]]), [course[at]])
    return of_records(f"It is the {'first' if way < 0 else 'last'} one that is told:\n{lines([told])}", [told])


_NAMES = ("analyte", "bmd_site", "score", "treatment", "finding", "event")
