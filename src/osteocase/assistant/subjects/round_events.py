"""Values close to something that happened: in the course of an operation, the first after it, in one situation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import NUMBER_WORDS
from osteocase.records import Lab, Record, Score

__all__ = ["at_end", "in_situation", "not_after_start", "of_operation", "told_after"]

Thing = Callable[[Record], tuple[object, ...]]
_DAYS_A_MONTH = Decimal("30.4375")


def _months(record: Record) -> Decimal | None:
    time = getattr(record, "time", None)
    return time.months if time is not None else None


def in_situation(records: Sequence[Record], heard: Heard) -> list[Record]:
    """``pain at rest``: of scores that were taken in several situations the ones of that which is spoken of."""
    told = {text for one in records if isinstance(one, Score) and (text := _situation(one))}
    said = {text for text in told if re.search(rf"\b{re.escape(text)}\b", heard.say, re.IGNORECASE)}
    return [one for one in records if not isinstance(one, Score) or _situation(one) in said] if said else list(records)


def _situation(score: Score) -> str:
    time = score.time
    bare = time is not None and time.kind == "label" and time.anchor is None and time.date is None
    return " ".join(time.text.casefold().split()) if bare and time is not None else ""


_NEXT_AFTER = re.compile(
    r"\b(?:right|just|shortly|immediately|directly|straight|soon|next)\s+(?:after|following)\b"
    r"|\b(?:next|soonest)\b(?=.*\bafter\b)",
    re.IGNORECASE,
)


_DAYS_AFTER = re.compile(
    rf"\b(?P<count>the|next|\d{{1,2}}|{'|'.join(NUMBER_WORDS)})[\s-]+days?\s+(?:after|following|post)\b", re.IGNORECASE
)
"""``the day after the operation``, ``4 days after surgery``."""
_HALF_DAY = Decimal("0.02")


def _count(said: str) -> Decimal:
    return Decimal(said) if said.isdecimal() else Decimal(NUMBER_WORDS.get(said.lower(), 1))


def at_end(records: Sequence[Record], heard: Heard, same_thing: Thing) -> list[Record]:
    """Of what followed something the first or the last of each: ``the first calcium after surgery``."""
    times = heard.values("time")
    days = _DAYS_AFTER.search(heard.say)
    if days is not None and heard.moment is not None:
        wanted = heard.moment.months + _count(days["count"]) / _DAYS_A_MONTH
        on_day = [one for one in records if abs((_months(one) or wanted - 1) - wanted) <= _HALF_DAY]
        if on_day:
            return on_day
    which = "first" if _NEXT_AFTER.search(heard.say) or "first" in times else "last" if "last" in times else ""
    if not which:
        return list(records)
    ends: dict[tuple[object, ...], Record] = {}
    for one in records:
        if which == "last" or same_thing(one) not in ends:
            ends[same_thing(one)] = one
    return [one for one in records if ends[same_thing(one)] is one]


def of_operation(record: Record) -> bool:
    """What was measured while an operation went on, or on the days counted from it, is no value from before it."""
    time = record.time if isinstance(record, Lab | Score) else None
    counted = time is not None and time.anchor == "surgery" and (time.offset is None or time.offset.value >= 0)
    return counted or (time is not None and _BY_THE_CLOCK.search(time.text) is not None)


_BY_THE_CLOCK = re.compile(
    r"\b(?:min(?:ute)?s?|h(?:ou)?rs?)\s+(?:after|post|following)\b|\bintra[\s-]?op\w*"
    r"|\bduring (?:the )?(?:operation|surgery)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|post|following|later)\b", re.IGNORECASE)


def told_after(record: Record) -> bool:
    """``10 min after excision``, which on the axis is the day of the operation."""
    time = record.time if isinstance(record, Lab | Score) else None
    return (
        of_operation(record)
        and time is not None
        and (_AFTER.search(time.text) is not None or (time.offset is not None and time.offset.value > 0))
    )


def not_after_start(records: Sequence[Record], same_thing: Thing) -> list[Record]:
    """The values of a baseline without those of the operation that month zero is counted from."""
    earlier = [one for one in records if not of_operation(one) and (_months(one) or Decimal(0)) <= 0]
    known = {same_thing(one) for one in earlier}
    return [one for one in records if one in earlier or (same_thing(one) not in known and not told_after(one))]
