"""Fractures by level or bone, image and date: which were there from the start, and which are new.

A level that the first radiograph did not show, but an MRI of the same days did, is not new (radiographs miss it); only
one that is first told after the first images is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from osteocase.case.wording import fracture_label
from osteocase.records import Fracture, FractureCourse, FractureSighting, NoteRecord

__all__ = ["FIRST_IMAGES", "fracture_ledger"]

FIRST_IMAGES = Decimal("1.5")
"""Months within which the first radiograph, MRI and CT count as one work-up."""

Verdict = Literal["baseline", "new", "old", "possible", "unknown"]

_SPINE = ("C", "T", "L", "S")


def fracture_ledger(
    merged: Sequence[Fracture], notes: Sequence[NoteRecord], names: Mapping[str, str]
) -> tuple[FractureCourse, ...]:
    """One row for each fracture of the patient that is told as present or possible, from the top of the spine down."""
    told: dict[str, list[Fracture]] = {}
    for note in notes:
        for fracture in note.fractures:
            told.setdefault(names[fracture.id], []).append(fracture)
    rows = [
        fracture
        for fracture in merged
        if fracture.subject == "patient" and fracture.status != "absent" and _names_a_place(fracture)
    ]
    starts = [at for row in rows for item in told[row.id] if not _is_old(item) and (at := _months(item)) is not None]
    # images that show no fracture are first images too: what breaks years later is new
    starts += [at for note in notes for item in note.fractures if _clear(item) and (at := _months(item)) is not None]
    first = min(starts) if starts else None
    order = {note.note.id: number for number, note in enumerate(notes)}
    courses = [_course(row, told[row.id], first, order) for row in rows]
    return tuple(sorted(courses, key=_from_the_top))


def _names_a_place(fracture: Fracture) -> bool:
    """False for "multiple vertebral fractures" and the like, which are no row."""
    return fracture.level is not None or fracture.bone not in (None, "vertebra")


def _clear(fracture: Fracture) -> bool:
    looked = fracture.modality is not None and fracture.temporality == "current"
    return looked and fracture.status == "absent" and fracture.subject == "patient"


def _is_old(fracture: Fracture) -> bool:
    return fracture.temporality == "historical" or fracture.acuity == "chronic"


def _months(fracture: Fracture) -> Decimal | None:
    return fracture.time.months if fracture.time is not None else None


def _course(row: Fracture, told: Sequence[Fracture], first: Decimal | None, order: Mapping[str, int]) -> FractureCourse:
    ordered = sorted(
        told, key=lambda item: (_months(item) is None, _months(item) or 0, item.source.note, item.source.start)
    )
    places = [at for item in ordered if (at := _months(item)) is not None]
    return FractureCourse(
        record=row.id,
        label=fracture_label(row),
        verdict=_verdict(row, ordered, places, first, order),
        first_seen=min(places) if places else None,
        last_seen=max(places) if places else None,
        sightings=tuple(
            FractureSighting(
                months=_months(item), modality=item.modality, status=item.status, acuity=item.acuity, source=item.source
            )
            for item in ordered
        ),
    )


def _verdict(
    row: Fracture,
    told: Sequence[Fracture],
    places: Sequence[Decimal],
    first: Decimal | None,
    order: Mapping[str, int],
) -> Verdict:
    if row.status == "possible":
        return "possible"
    if all(_is_old(item) for item in told) or (told and _is_old(told[0])) or _was_old(told, order):
        return "old"
    if not places or first is None:
        return "unknown"
    return "baseline" if min(places) - first <= FIRST_IMAGES else "new"


def _was_old(told: Sequence[Fracture], order: Mapping[str, int]) -> bool:
    """The first note that tells it has it among the older ones, without a time; later ones tell it again as present."""
    first = min(order.get(item.source.note, 0) for item in told) if told else 0
    return any(_is_old(item) and _months(item) is None and order.get(item.source.note, 0) == first for item in told)


def _from_the_top(course: FractureCourse) -> tuple[int, int, str]:
    label = course.label
    if label[:1] in _SPINE and label[1:].isdecimal():
        return (_SPINE.index(label[0]), int(label[1:]), label)
    return (len(_SPINE), 0, label)
