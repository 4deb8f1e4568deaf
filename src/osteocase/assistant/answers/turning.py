"""When a result turned: ``when did the phosphate first become normal?``, ``when did it drop below 2.2?``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.answers.comparing import passes
from osteocase.assistant.subjects.finding import Selection, same_thing, select
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import in_time
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Lab
from osteocase.review import Session

__all__ = ["asks_turn", "turned"]

_WHEN = re.compile(
    r"\b(?:when|what (?:day|date|month|year|time)|which (?:day|date|month|year|visit|sample)|since when|how soon|"
    r"at (?:which|what) (?:visit|time|point|date))\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:first(?:\s+time)?|becom\w+|became|turn\w*|normali[sz]\w*|"
    r"back|"
    r"return\w*|reach\w*|enter\w*|cross\w*|drop\w*|fell|fall\w*|rose|rise\w*|dip\w*|climb\w*|"
    r"exceed\w*|corrected itself)\b",
    re.IGNORECASE,
)
_NORMAL = re.compile(
    r"\b(?:normal\w*|(?:in|into|within|inside|reach\w*)\s+(?:\w+\s+){0,2}(?:ranges?|limits|interval))\b", re.IGNORECASE
)
_LOW = re.compile(r"\b(?:low|below|under|subnormal|deficient)\b", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:high|above|over|elevated|raised|exceed\w*)\b", re.IGNORECASE)


def asks_turn(heard: Heard, found: Selection) -> bool:
    """Whether the time is asked at which a result first lay on a side of its range, or of a number."""
    return (
        "analyte" in found.arguments
        and not heard.starts_with("correct", "add", "delete", "accept")
        and not heard.has("extreme")
        and _WHEN.search(heard.say) is not None
        and _TURNS.search(heard.say) is not None
        and (_NORMAL.search(heard.say) or _LOW.search(heard.say) or _HIGH.search(heard.say)) is not None
    )


def turned(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The first value of each analyte on that side; for ``normal`` the first one after one that was not."""
    if not asks_turn(heard, found):
        return None
    labs = [one for one in select(heard, session, vocabulary, with_time=False).records if isinstance(one, Lab)]
    whole = heard.moment is None and heard.date is None and heard.months is None
    pool = in_time(labs if whole else [one for one in found.records if isinstance(one, Lab)])
    beyond = passes(heard, pool)
    told: list[str] = []
    used: list[Lab] = []
    for thing in dict.fromkeys(same_thing(one) for one in pool):
        course = [one for one in pool if isinstance(one, Lab) and same_thing(one) == thing]
        turn = _turn(heard, course, None if beyond is None else {one.id for one in beyond})
        used += turn or course
        told.append(lines(turn) if turn else f"At no time that is told:\n{lines(course)}")
    return of_records("\n".join(told), used) if used else None


def _turn(heard: Heard, course: Sequence[Lab], beyond: set[str] | None) -> list[Lab]:
    if beyond is not None:
        return [one for one in course if one.id in beyond][:1]
    if _NORMAL.search(heard.say) and not _LOW.search(heard.say) and not _HIGH.search(heard.say):
        ill = next((at for at, one in enumerate(course) if one.flag in ("low", "high")), -1)
        return [one for one in course[ill + 1 :] if one.flag == "normal"][:1]
    flag = "low" if _LOW.search(heard.say) else "high"
    return [one for one in course if one.flag == flag][:1]
