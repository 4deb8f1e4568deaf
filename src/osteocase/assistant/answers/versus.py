"""Two times or two things held against each other: the values side by side, then which is higher or lower.

``compare P1NP at 6 and 12 months``, ``was it lower at 12 months than at 6?``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.assistant.answers.courses import course_text
from osteocase.assistant.subjects.finding import PAIN_SCALES, Selection, same_thing, select
from osteocase.assistant.subjects.points import at_points, points_of
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.subjects.times import in_time, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Lab, Record, Score, printed_unit
from osteocase.review import Session
from osteocase.review.wording import when, word

__all__ = ["compares", "held_against"]

_AGAINST = re.compile(
    r"\b(?:vs\.?|versus|against|than|compar\w+|difference between|relative to|side by side|contrast\w*|then and now|"
    r"which (?:one )?(?:is|was|has|had|did)|which of|chang\w+ (?:in|of|between|from)|how did)\b"
    r"|\bwhich\b[^?]*\b(?:higher|lower|better|worse|more|bigger|greater|larger|most)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:first and (?:the )?last|start and (?:the )?end|then and now|before and after|first vs last)\b", re.I
)
_UP = frozenset(("higher", "greater", "larger", "bigger", "more", "above", "highest", "most", "denser", "biggest"))
_DOWN = frozenset(("lower", "less", "smaller", "below", "lowest", "fewer", "least"))
_BETTER = frozenset(("better", "best", "stronger"))
_WORSE = frozenset(("worse", "worst", "weaker", "poorer"))
_YES = frozenset(("is", "was", "were", "are", "did", "has", "have", "does", "do"))


@dataclass(frozen=True)
class _Value:
    """One number of one record."""

    record: Record
    number: Decimal
    unit: str

    def text(self) -> str:
        shown = f"{self.number}".replace("-", "−")
        at = when(getattr(self.record, "time", None))
        return f"{shown}{f' {self.unit}' if self.unit else ''}{f' at {at}' if at else ''}"


def compares(heard: Heard) -> bool:
    """Whether two times or two things are to be held against each other."""
    return bool(_AGAINST.search(heard.say)) and not heard.has("correct", "add", "delete", "accept", "defer")


def held_against(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The answer; null where nothing is compared, or there are not two of it."""
    points = points_of(heard)
    if not compares(heard) and (len(points) < 2 or heard.has("extreme", "trend", "when", "abnormal", "high", "low")):
        return None
    pool = [
        one
        for one in select(heard, session, vocabulary, with_time=False).records
        if isinstance(one, Lab | Bmd | Score) and getattr(one, "subject", "patient") == "patient"
    ]
    if not pool:
        return None
    courses = _by_thing(_one_measure(pool, heard), session)
    if len(points) > 1:
        return _two_times(heard, courses, points, session)
    if len(courses) == 1 and _wanted(heard, courses[0][0]) and _ENDS.search(heard.say) and len(courses[0]) > 1:
        course = courses[0]
        verdict = _verdict(heard, course[0], course[-1])
        return of_records(f"{verdict}\n{course_text(course, heard, session)}", course) if verdict else None
    if len(courses) > 1 and all(isinstance(one, Bmd) for one in pool):
        return _two_places(heard, courses, points, session)
    return None


def _one_measure(records: Sequence[Record], heard: Heard) -> list[Record]:
    """Single vertebrae are no region to compare with, unless they are named."""
    if heard.levels or heard.region:
        return list(records)
    return [one for one in records if not isinstance(one, Bmd) or same_thing(one)[3] is None] or list(records)


def _by_thing(records: Sequence[Record], session: Session) -> list[list[Record]]:
    things: dict[tuple[object, ...], list[Record]] = {}
    sides: dict[str | None, str] = {}
    for one in records:
        if isinstance(one, Bmd) and one.side:
            sides.setdefault(one.site, one.side)
    for one in in_time(records, session):
        placed = one
        if isinstance(one, Bmd) and one.side is None and one.site in sides:
            placed = one.model_copy(update={"side": sides[one.site]})
        things.setdefault(same_thing(placed), []).append(one)
    return list(things.values())


def _two_times(
    heard: Heard, courses: Sequence[Sequence[Record]], points: Sequence[Heard], session: Session
) -> Reply | None:
    told: list[str] = []
    used: list[Record] = []
    missing: list[str] = []
    for course in courses:
        at = at_points(course, points, session)
        if not all(at):
            if any(at) or len(courses) == 1:
                missing.append(word(course[0]).what)
                told += [word(one).sentence() for group in at for one in group]
                used += [one for group in at for one in group]
            continue
        kept = in_time([one for group in at for one in group], session)
        first, second = at[0][-1], at[1][0]
        if first.id == second.id:
            return None  # ``now and two years earlier``
        verdict = _verdict(heard, first, second)
        told += [*([verdict] if verdict else []), course_text(kept, heard, session)]
        used += kept
    if not used:
        return None
    if missing:
        told.append(f"Not told at both times: {', '.join(dict.fromkeys(missing))}.")
    return of_records("\n".join(told), used)


def _verdict(heard: Heard, first: Record, second: Record) -> str:
    """``Yes: 29.6 ng/mL at 12 months against 56.0 ng/mL at 6 months``."""
    one, other = _value(first, heard), _value(second, heard)
    if one is None or other is None or one.unit != other.unit:
        return ""
    sign = _wanted(heard, first)
    if one.number == other.number:
        return f"{'No: t' if sign and heard.first in _YES else 'T'}he same: {one.text()} and {other.text()}."
    if not sign:
        return ""
    if heard.first in _YES:
        holds = (one.number - other.number) * sign > 0
        return f"{'Yes' if holds else 'No'}: {one.text()} against {other.text()}."
    best = max((one, other), key=lambda value: value.number * sign)
    return f"{_name(heard, sign)}: {best.text()}."


def _two_places(
    heard: Heard, courses: Sequence[Sequence[Record]], points: Sequence[Heard], session: Session
) -> Reply | None:
    """Sites held against each other: by their value at one time."""
    sign = _wanted(heard, courses[0][0])
    at = [at_points(course, points, session)[0] if points else [_latest(course)] for course in courses]
    values = [value for group in at if group and (value := _value(group[-1], heard)) is not None]
    if len(values) < 2 or not sign:
        return None
    values.sort(key=lambda value: value.number * sign, reverse=True)
    shown = [f"{word(value.record).what} {value.text()}" for value in values]
    records = [value.record for value in values]
    rows = [word(one).sentence() for one in records]
    equal = values[0].number == values[1].number
    head = f"The same: {shown[0]}" if equal else f"{_name(heard, sign)}: {shown[0]}"
    return of_records("\n".join([f"{head}, against {', '.join(shown[1:])}.", *rows]), records)


def _latest(course: Sequence[Record]) -> Record:
    return max(course, key=lambda one: months_of(one) or Decimal(-10000))


def _wanted(heard: Heard, record: Record) -> int:
    """1 where the higher value is asked for, −1 for the lower, 0 where neither is."""
    words = set(heard.words)
    if words & _UP or {"increased", "increase", "rise", "rose", "up"} & words:
        return 1
    if words & _DOWN or {"decreased", "decrease", "fall", "fell", "fallen", "down", "dropped"} & words:
        return -1
    good = 1 if isinstance(record, Bmd) else -1 if isinstance(record, Score) and _is_burden(record) else 0
    if words & _BETTER or {"improved", "improve"} & words:
        return good
    if words & _WORSE or {"worsened", "deteriorated"} & words:
        return -good
    return 0


def _is_burden(score: Score) -> bool:
    return score.name in PAIN_SCALES or score.name in ("odi", "rdq", "rmdq")


def _name(heard: Heard, sign: int) -> str:
    words = set(heard.words)
    if words & _BETTER:
        return "Better"
    if words & _WORSE:
        return "Worse"
    return "Higher" if sign > 0 else "Lower"


def _value(record: Record, heard: Heard) -> _Value | None:
    match record:
        case Lab(value=number) if number is not None:
            return _Value(record, number, record.unit_text or printed_unit(record.unit))
        case Score(value=number) if number is not None:
            return _Value(record, number, printed_unit(record.unit))
        case Bmd():
            measure = heard.measure
            if measure in (None, "change_percent") and record.t_score is not None:
                return _Value(record, record.t_score, "T-score")
            number = getattr(record, measure, None) if measure else record.bmd_g_cm2
            unit = {"t_score": "T-score", "z_score": "Z-score", "bmd_g_cm2": "g/cm²"}.get(measure or "bmd_g_cm2", "")
            return _Value(record, number, unit) if isinstance(number, Decimal) else None
    return None
