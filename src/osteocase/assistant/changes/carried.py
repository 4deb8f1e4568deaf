"""Known words of a correction that only carry it, and those that tell something which no record would hold.

``and it was complete``, ``fasting``, ``then 12.5``: a word that is neither of the small words of every sentence nor the
name, the time or the state of what is changed is left over, and the change is asked for first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from osteocase.assistant.changes.qualified import STATUS_SAID
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import DENIAL, NUMBER_WORDS
from osteocase.assistant.words.vocabulary import Hit
from osteocase.lexicon import CarriedEntry, default_lexicon
from osteocase.records import Event, Fracture, Lab, Record, Score, Treatment

__all__ = ["NAMING", "told_words"]

NAMING = frozenset(("analyte", "treatment", "bmd_site", "score", "finding", "bone", "event"))
"""Topics whose entries name what a record is of."""
_HELD_ELSEWHERE = (
    "correct", "time", "relative", "modality", "patient_field", "measure", "unit", "list", "fracture_state", "undo",
    "delete",
)  # fmt: skip
"""Classes of words that are accounted for by what they stand for."""
_OF_DECISION = (
    "accept",
    "defer",
    "record_kind",
    "finding_kind",
    "abnormal",
    "high",
    "low",
    "no",
    "yes",
    "redo",
    "next",
)
_OFTEN = frozenset(("once", "twice", "daily", "weekly", "monthly", "yearly"))
_BESIDE: dict[type[Record], tuple[str, ...]] = {
    Treatment: ("course", "given"), Score: ("score",), Fracture: ("break",), Event: ("break",)
}  # fmt: skip
"""Further words that carry a correction, by the kind of what it is of."""
_STATES = ("status", "temporality", "acuity")


def told_words(
    heard: Heard, before: Sequence[Record], after: Sequence[Record], told: Collection[str], *, decides: bool = False
) -> Iterable[int]:
    """Offsets of the known words that tell something and stand in no record.

    Args:
        heard: what is said.
        before: the records that are to be changed, as they stand.
        after: the same records as they would stand.
        told: the words that the records and their sentences hold.
        decides: whether it accepts, rejects or puts off; then ``which she never took`` picks out some of a list.
    """
    hits: dict[int, list[Hit]] = {}
    for hit in heard.hits:
        for at in range(hit.start, hit.end):
            hits.setdefault(at, []).append(hit)
    both = (*before, *after)
    carried = _words("any")
    if decides and (heard.moment is not None or heard.between is not None):
        return  # an event tells the time
    carried = carried | _beside(before, after, decides=decides)
    orders = [heard.offsets[hit.start] for hit in heard.hits if hit.group in ("accept", "delete", "defer")]
    start = min(orders, default=0) if decides else 0  # ``do the needful and accept …``
    if decides:
        carried = carried | _words("list") | (frozenset() if any(isinstance(one, Lab) for one in both) else STATUS_SAID)
    held = {value for one in both for value in vars(one).values() if isinstance(value, str)}
    for at, said in enumerate(heard.words):
        if (
            heard.offsets[at] < start
            or at in heard.unknown_at
            or not said.isalpha()
            or len(said) <= len("an")
            or said in NUMBER_WORDS
        ):
            continue
        if {said, said.removesuffix("s")} & carried or said in told or said.removesuffix("s") in told:
            continue
        if said in _OFTEN and DENIAL.search(heard.say[: heard.offsets[at]]):
            continue  # ``once a day, not twice``
        ways = hits.get(at, [])
        elsewhere = (*_HELD_ELSEWHERE, *(_OF_DECISION if decides else ()))
        if not any(one.topic in NAMING or one.group in elsewhere or one.value in held for one in ways):
            yield heard.offsets[at]


def _beside(before: Sequence[Record], after: Sequence[Record], *, decides: bool) -> frozenset[str]:
    """Words that carry a change of what is changed: of a course, of an interval, of a reason, of a state."""
    both = (*before, *after)
    carried: frozenset[str] = frozenset()
    for kind, names in _BESIDE.items():
        if any(isinstance(one, kind) for one in both) and not (kind is Treatment and decides):
            carried = carried.union(*map(_words, names))
    for field, name in (("reference", "interval"), ("reason", "reason")):
        if [getattr(one, field, None) for one in before] != [getattr(one, field, None) for one in after]:
            carried = carried | _words(name)
    if any(_state_of(one) != _state_of(other) for one, other in zip(before, after, strict=False)):
        carried = carried | _words("state")
    return carried


@cache
def _words(name: str) -> frozenset[str]:
    """The words of an entry of ``patterns/assistant-carried.toml``."""
    return frozenset(default_lexicon().of(CarriedEntry)[name].terms)


def _state_of(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name, None) for name in _STATES)
