"""Changes held against each other: which of several things moved more, and in which stretch of the treatment.

``which rose more, spine or hip?``, ``has the CTX or the P1NP fallen more since 2021?``, ``how much did it gain in the
second year?``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from osteocase.assistant.answers.courses import course_text
from osteocase.assistant.answers.versus import compares
from osteocase.assistant.subjects.finding import Selection, same_thing, select
from osteocase.assistant.subjects.points import nearest_to, points_of
from osteocase.assistant.subjects.reply import Reply, of_records
from osteocase.assistant.subjects.times import by_only_side, in_time, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Lab, Record, Score
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["gained", "round_moment", "without_stated_change"]

_UP = re.compile(
    r"\b(?:gain\w*|rose|ris(?:e|es|en|ing)|increas\w*|improv\w*|grew|grown|recover\w*|"
    r"climb\w*|went up|go(?:ne)? up|up)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fall\w*|drop\w*|decreas\w*|declin\w*|sank|sunk|lost|los[es]\w*|went down|go(?:ne)? down|suppress\w*)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:chang\w*|mov(?:e|ed|es)|respon\w*|differ\w*|bone loss)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:more|most|better|best|bigger|biggest|greater|greatest|larger|largest|faster|fastest|stronger|strongest|"
    r"further|furthest|less|least|smaller|smallest)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:less|least|smaller|smallest)\b", re.IGNORECASE)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL = re.compile(rf"\b(?P<which>{'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_LINK = r"\s*(?:(?:,|or|and|vs\.?|versus|than|to|compared (?:to|with))\s+(?:in\s+|during\s+)?(?:the\s+)?)"
_STRETCH = re.compile(
    rf"\b(?P<which>{'|'.join(_ORDINALS)})(?:{_LINK}(?:{'|'.join(_ORDINALS)}))*\s+"
    r"(?:(?P<count>\d{1,2}|six|twelve|three)[\s-]+)?(?P<unit>years?|months?)\b(?!\s+(?:visit|follow|review|scan|dxa|check))",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|during|over|within|for|of)\s+(?:the\s+|her\s+|his\s+)?(?:very\s+)?$", re.IGNORECASE)
_COUNTS = {"three": 3, "six": 6, "twelve": 12}
_EVER = Decimal(1000)


@dataclass(frozen=True)
class _Change:
    """How one thing went from one value to another."""

    first: Record
    last: Record
    size: Decimal
    """Percent, or points of a score and of T- and Z-scores."""
    unit: str

    def text(self) -> str:
        return f"{'+' if self.size > 0 else ''}{self.size:.1f}{self.unit}".replace("-", "−")


def gained(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """Which moved more, or how much within a stretch; null where no such thing is asked or not all of it is told."""
    moves = _UP.search(heard.say) or _DOWN.search(heard.say) or _MOVES.search(heard.say)
    if moves is None or heard.has("correct", "add", "accept", "source"):
        return None
    heard = without_stated_change(heard)
    pool = [
        one
        for one in select(heard, session, vocabulary, with_time=False).records
        if isinstance(one, Lab | Bmd | Score) and getattr(one, "subject", "patient") == "patient"
    ]
    if not heard.levels and not heard.region:
        pool = [one for one in pool if not isinstance(one, Bmd) or same_thing(one)[3] is None] or pool
    if not pool or len({type(one) for one in pool}) != 1:
        return None
    stretches = _stretches(heard)
    if stretches:
        return _by_stretch(heard, _courses(pool, session), stretches)
    side_by_side = all(isinstance(one, Bmd) for one in pool) and compares(heard) and len(points_of(heard)) < 2
    if _MORE.search(heard.say) is None and not side_by_side:
        return None
    return _by_thing(heard, _courses(_within(pool, heard), session), session)


def without_stated_change(heard: Heard) -> Heard:
    """``the percent change between the scans`` follows from the values; not only what states one belongs to it."""
    return replace(heard, hits=tuple(hit for hit in heard.hits if hit.value != "change_percent"))


def _courses(records: Sequence[Record], session: Session) -> list[list[Record]]:
    """The values of each thing in the order of time."""
    things: dict[tuple[object, ...], list[Record]] = {}
    names = by_only_side(records, same_thing)
    for one in in_time(records, session):
        things.setdefault(names[one.id], []).append(one)
    return list(things.values())


def _within(records: Sequence[Record], heard: Heard) -> list[Record]:
    """Up to the month, or round the moment, that is spoken of."""
    if heard.months is not None and heard.other_months is None:
        until = heard.months + 1
        return [one for one in records if (months_of(one) or Decimal(0)) <= until]
    return round_moment(records, heard)


def _by_thing(heard: Heard, courses: Sequence[Sequence[Record]], session: Session) -> Reply | None:
    several = [(course, change) for course in courses if (change := _change(course, heard)) is not None]
    if len(several) < 2 or len({change.unit for _course, change in several}) > 1:
        return None
    way, less = _way(heard), _LESS.search(heard.say) is not None
    several.sort(key=lambda pair: abs(pair[1].size) if not way else pair[1].size * way, reverse=not less)
    density = all(isinstance(change.first, Bmd) for _course, change in several)
    way = 1 if not way and density and all(change.size >= 0 for _course, change in several) else way
    verb = "Changed" if not way else "Fell" if way < 0 else "Gained" if density else "Rose"
    shown = [f"{word(change.last).what} {change.text()}" for _course, change in several]
    head = f"{verb} {'less' if less else 'more'}: {shown[0]}, against {', '.join(shown[1:])} (computed)."
    if several[0][1].size == several[1][1].size:
        head = f"The same: {', '.join(shown)} (computed)."
    rows = [course_text(course, heard, session) for course, _change_of in several]
    return of_records("\n".join([head, *rows]), [one for course, _change_of in several for one in course])


def _by_stretch(
    heard: Heard, courses: Sequence[Sequence[Record]], stretches: Sequence[tuple[str, Decimal, Decimal]]
) -> Reply | None:
    """``in the first year +10.0 %, in the second year +3.6 %``."""
    told: list[str] = []
    used: list[Record] = []
    for course in courses:
        changes: list[tuple[str, _Change]] = []
        for name, begin, end in stretches:
            ends = [one for one in (_at(course, begin), _at(course, end)) if one is not None]
            change = _change(ends, heard) if len(ends) == 2 and ends[0] is not ends[1] else None
            if change is not None:
                changes.append((name, change))
        if len(changes) < len(stretches):
            continue
        more = ""
        if len(changes) > 1 and _MORE.search(heard.say):
            way = _way(heard)
            best = max(changes, key=lambda pair: pair[1].size * way if way else abs(pair[1].size))
            more = f"more in the {best[0]}: "
        shown = ", ".join(f"{name} {_steps(change)}" for name, change in changes)
        told.append(f"{word(course[-1]).what}: {more}{shown} (computed)")
        used += [one for _name, change in changes for one in (change.first, change.last)]
    return of_records("\n".join(told), used) if told else None


def _steps(change: _Change) -> str:
    numbers = [_number(one, "") for one in (change.first, change.last)]
    shown = " → ".join(f"{number}" for number in numbers if number is not None).replace("-", "−")
    return f"{change.text()} ({shown})"


def _stretches(heard: Heard) -> list[tuple[str, Decimal, Decimal]]:
    """Name, begin and end of each stretch in months, counted from month zero."""
    match = _STRETCH.search(heard.say)
    if match is None:
        return []
    count = match["count"]
    length = Decimal(_COUNTS.get(count.lower(), 0) or count) if count else Decimal(1)
    length *= 12 if match["unit"].lower().startswith("year") else 1
    unit = f"{count} {match['unit']}" if count else match["unit"]
    said = list(dict.fromkeys(_ORDINALS[one["which"].lower()] for one in _ORDINAL.finditer(heard.say, match.start())))
    if len(said) == 1 and not _IN.search(heard.say[: match.start()]):
        return []
    names = {number: name for name, number in _ORDINALS.items() if name.isalpha()}
    return [(f"{names[one]} {unit}", length * (one - 1), length * one) for one in sorted(said)]


def _at(course: Sequence[Record], months: Decimal) -> Record | None:
    """What was measured nearest to it; for the beginning the last value before it."""
    near = nearest_to(course, months)
    if near or months:
        return near[0] if near else None
    before = [one for one in course if (months_of(one) or Decimal(1)) <= 0]
    return before[-1] if before else None


def _change(course: Sequence[Record], heard: Heard) -> _Change | None:
    measure = heard.measure if heard.measure in ("t_score", "z_score", "yam_percent") else ""
    having = [one for one in course if _number(one, measure) is not None and months_of(one) is not None]
    if len(having) < 2 or len({getattr(one, "unit", None) for one in (having[0], having[-1])}) > 1:
        return None
    if any(getattr(one, "comparator", None) for one in (having[0], having[-1])):
        return None  # ``> 128`` has no percentage
    first, last = _number(having[0], measure), _number(having[-1], measure)
    if first is None or last is None:
        return None
    if measure or isinstance(having[0], Score):
        return _Change(having[0], having[-1], last - first, "" if measure else " points")
    return _Change(having[0], having[-1], 100 * (last / first - 1), " %") if first > 0 else None


def _number(record: Record, measure: str) -> Decimal | None:
    found = getattr(record, measure or ("bmd_g_cm2" if isinstance(record, Bmd) else "value"), None)
    return found if isinstance(found, Decimal) else None


def _way(heard: Heard) -> int:
    """1 where what rose is asked for, −1 for what fell, 0 for either."""
    if _DOWN.search(heard.say):
        return -1
    return 1 if _UP.search(heard.say) else 0


def round_moment(records: Sequence[Record], heard: Heard) -> list[Record]:
    """The course after, before or during something, with the value that it starts from."""
    moment = heard.moment
    if moment is None or heard.other_months is not None:
        return list(records)
    both = {"before", "after"} <= set(heard.words) or "since" in heard.words
    if moment.relation != "between" and (both or moment.relation not in ("after", "before", "during")):
        return list(records)
    kept: list[Record] = []
    things = by_only_side(records, same_thing)
    for thing in dict.fromkeys(things.values()):
        course = [one for one in in_time(records) if things[one.id] == thing and months_of(one) is not None]
        if moment.relation == "between":  # from a date on, or between two
            inside = [one for one in course if moment.months <= (months_of(one) or _EVER) <= (moment.until or _EVER)]
            kept += inside if len(inside) > 1 else [*[one for one in course if one not in inside][-1:], *inside]
            continue
        at = [months_of(one) or Decimal(0) for one in course]
        before = [one for one, months in zip(course, at, strict=True) if months <= moment.months + moment.slack]
        after = [one for one, months in zip(course, at, strict=True) if months > moment.months + moment.slack]
        if moment.relation == "before":
            kept += before
            continue
        if moment.relation == "during" and moment.until is not None:
            inside = [one for one in after if (months_of(one) or Decimal(0)) <= moment.until + moment.slack]
            after = inside or after[:1]
        kept += [*before[-1:], *after]
    return kept or list(records)
