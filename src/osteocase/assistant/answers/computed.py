"""Numbers that follow from the recorded ones: the mean, the span of a course, and how far two sites lie apart.

Each answer says that it is computed, and from which values; a single value has neither a mean nor a span.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from osteocase.assistant.answers.ranges import lacks_range
from osteocase.assistant.answers.versus import compares
from osteocase.assistant.subjects.finding import MEASURES, Selection, same_thing, select
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import in_time
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Lab, Record, Score, printed_unit
from osteocase.review import Session
from osteocase.review.wording import word

__all__ = ["asks_computed", "computed"]

_MEAN = re.compile(r"\b(?P<which>mean|average|averaged|median)\b", re.IGNORECASE)
_VERB = frozenset(
    ("does", "did", "do", "you", "it", "that", "this", "they", "i", "would", "can", "could", "not", "what", "values",
     "results", "on", "than", "below", "above")
)  # fmt: skip
"""Words before ``mean`` that make it a verb, and before ``average`` that speak of other people."""
_OTHERS = re.compile(
    r"\b(?:population|people|women|men|patients|adults?|peers|(?:for|at|of) (?:her|his|that|this|your) age)\b", re.I
)
_SPAN = re.compile(
    r"\b(?:lowest (?:and|to) (?:the )?highest|highest (?:and|to) (?:the )?lowest|"
    r"min(?:imum)? (?:and|to|[-–/&]) ?max(?:imum)?|between what and what|"
    r"(?:range|spread) (?:of (?:her|his|the|all)|over|across|during|throughout|in which|observed|seen)|"
    r"(?:did|has|have) (?:it|they|\w+|the \w+) ranged?|spread of|range of values|varied between|vary between)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:difference|gap|discrepancy|discordance|how far apart)\b[^?]*\b(?:between|of|and|vs\.?|versus)\b"
    r"|\b(?:differ|apart|discordant)\b",
    re.IGNORECASE,
)


def asks_computed(heard: Heard, found: Selection) -> bool:
    """Whether such a number of measured values is asked for."""
    if (
        heard.has("correct", "add", "delete", "accept", "defer")
        or lacks_range(heard)
        or _OTHERS.search(heard.say)
        or heard.figures
    ):
        return False
    measured = bool(found.records) and any(isinstance(one, Lab | Bmd | Score) for one in found.records)
    return measured and (_mean(heard) is not None or _SPAN.search(heard.say) is not None or _asks_apart(heard, found))


def computed(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """The number with the values that it follows from; null where none is asked for."""
    if not asks_computed(heard, found):
        return None
    if _asks_apart(heard, found):
        return _apart(heard, found)
    records = [one for one in found.records if getattr(one, "subject", "patient") == "patient"]
    if "time" in found.arguments and not heard.has("moment") and heard.moment is None:
        records = select(heard, session, vocabulary, with_time=False).records or records
    things: dict[tuple[object, ...], list[Record]] = {}
    for one in in_time(records, session):
        if isinstance(one, Lab | Bmd | Score) and not (
            isinstance(one, Bmd) and same_thing(one)[3] and not heard.levels
        ):
            things.setdefault(same_thing(one), []).append(one)
    which = _mean(heard)
    told: list[str] = []
    used: list[Record] = []
    for rows in things.values():
        numbered = [(number, one) for one in rows if (number := _number(one, heard)) is not None]
        units = {_unit(one, heard) for _number_of, one in numbered}
        if len(numbered) < 2 or len(units) != 1:
            continue
        numbers = [number for number, _one in numbered]
        name, unit = word(numbered[0][1]).what, units.pop()
        shown = f"computed from {len(numbers)} values: {', '.join(map(_text, numbers))}"
        if which is not None:
            told.append(f"{name}: {which} {_text(_of(which, numbers))}{unit} ({shown})")
        else:
            told.append(f"{name}: from {_text(min(numbers))} to {_text(max(numbers))}{unit} ({shown})")
        used += [one for _number_of, one in numbered]
    if not told:
        what = which or "span"
        return of_records(
            f"No {what} can be given: fewer than two values of one unit are recorded.\n{lines(records)}", records
        )
    return of_records("\n".join(told), used)


def _mean(heard: Heard) -> str | None:
    """``mean`` or ``median``, where it is said of a value."""
    named = [
        (heard.offsets[hit.start], heard.offsets[hit.end - 1])
        for hit in heard.hits
        if hit.topic in ("analyte", "score") and hit.end > hit.start + 1
    ]
    for match in _MEAN.finditer(heard.say):
        if any(start <= match.start() <= end for start, end in named):
            continue  # the mean cell volume
        before = [one for one, at in zip(heard.words, heard.offsets, strict=True) if at < match.start()][-1:]
        behind = heard.say[match.end() :].strip(" ?.!")
        if behind and not set(before) & (_VERB - ({"what"} if behind.startswith("is") else set())):
            return "median" if match["which"].lower() == "median" else "mean"
    return None


def _of(which: str, numbers: Sequence[Decimal]) -> Decimal:
    """Mean or median, with one decimal place more than the values have."""
    summed: Callable[[Sequence[Decimal]], Decimal] = median if which == "median" else _arithmetic
    places = max(-int(number.as_tuple().exponent) for number in numbers) + 1
    found = summed(numbers).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    plain = found.normalize()
    return plain if -int(plain.as_tuple().exponent) >= places - 1 else found.quantize(Decimal(1).scaleb(1 - places))


def _arithmetic(numbers: Sequence[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0)) / len(numbers)


def _asks_apart(heard: Heard, found: Selection) -> bool:
    """``the difference between spine and hip T-score at baseline``, or between the two hips, at one time."""
    places = {(one.site, one.side) for one in found.records if isinstance(one, Bmd)}
    sides = {"left", "right"} <= set(heard.words) and {side for _site, side in places} == {"left", "right"}
    apart = _APART.search(heard.say) is not None or (sides and compares(heard))
    if sides and apart:
        return len({site for site, _side in places}) == 1
    return len({site for site, _side in places}) == 2 and len(heard.ids("bmd_site")) > 1 and apart


def _apart(heard: Heard, found: Selection) -> Reply | None:
    rows = [one for one in found.records if isinstance(one, Bmd) and (same_thing(one)[3] is None or heard.levels)]
    latest: dict[tuple[object, ...], Bmd] = {}
    for one in rows:  # in the order of time: the last examination of both
        beside = [other for other in rows if (other.site, other.side) != (one.site, one.side)]
        if any(_months_apart(one, other) <= 1 for other in beside) or not latest:
            latest[one.site, one.side] = one
    measure = heard.measure or "t_score"
    values = [(one, number) for one in latest.values() if (number := getattr(one, measure)) is not None]
    if len(values) != 2 or (
        values[0][0].time and values[1][0].time and _months_apart(*(one for one, _n in values)) > 1
    ):
        return None
    (first, one), (second, other) = values
    name = MEASURES.get(measure, "")
    head = f"{_text(abs(one - other))} apart in {name} (computed): {word(first).what} {_text(one)}, "
    return of_records(f"{head}{word(second).what} {_text(other)}.\n{lines([first, second])}", [first, second])


def _months_apart(first: Bmd, second: Bmd) -> Decimal:
    at = [one.time.months for one in (first, second) if one.time is not None and one.time.months is not None]
    return abs(at[0] - at[1]) if len(at) == 2 else Decimal(0)


def _number(record: Record, heard: Heard) -> Decimal | None:
    found = (
        getattr(record, heard.measure or "bmd_g_cm2", None)
        if isinstance(record, Bmd)
        else getattr(record, "value", None)
    )
    return found if isinstance(found, Decimal) else None


def _unit(record: Record, heard: Heard) -> str:
    if isinstance(record, Bmd):
        return " g/cm²" if (heard.measure or "bmd_g_cm2") == "bmd_g_cm2" else ""
    unit = getattr(record, "unit_text", None) or printed_unit(getattr(record, "unit", None))
    return f" {unit}" if unit else ""


def _text(number: Decimal) -> str:
    return f"{number:f}".replace("-", "−")
