"""Whether two records of the same words of a note tell one fact, so that a decision on one holds for both."""

from __future__ import annotations

from osteocase.records import Bmd, Event, Fracture, Record
from osteocase.review.changes import ListName
from osteocase.review.wording import list_of

__all__ = ["is_one_place", "tells_same"]

_IDENTITY: dict[ListName, tuple[str, ...]] = {
    "labs": ("analyte", "subject"),
    "bmd": ("site",),
    "fractures": ("bone", "level", "subject"),
    "treatments": ("agent", "subject"),
    "scores": ("name",),
    "findings": ("concept", "subject"),
    "events": ("kind",),
}
"""What a record is about, whatever its value: only records that agree in it can tell the same fact."""


_APART = ("side", "number")
"""What sets two records of one span apart where both tell it: the 5th and the 6th rib of ``right 5th and 6th ribs``.

What one of them leaves open sets nothing apart: a later table repeats the density of the left hip as that of the hip.
"""


def tells_same(one: Record, other: Record) -> bool:
    """Whether two records of one span tell the same fact, whatever its value."""
    told = ((getattr(one, name, None), getattr(other, name, None)) for name in _APART)
    apart = isinstance(one, Fracture | Bmd) and any(None not in pair and pair[0] != pair[1] for pair in told)
    if isinstance(one, Event) and isinstance(other, Event) and one.kind == "fracture":
        apart = one.label != other.label  # ``fractures of the ankle in 2012 and of two ribs in 2017``
    return not apart and _identity(one) == _identity(other)


def is_one_place(one: Record, other: Record) -> bool:
    """Whether two fractures of one span differ in nothing but the name of the bone."""
    if not isinstance(one, Fracture) or not isinstance(other, Fracture):
        return False
    return all(getattr(one, name) == getattr(other, name) for name in ("side", "number", "level", "subject"))


def _identity(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, field) for field in _IDENTITY[list_of(record)])
