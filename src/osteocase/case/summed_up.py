"""Treatments of a course that a letter sums up after its end: told as past, and part of the case all the same."""

from __future__ import annotations

from osteocase.records import CaseRecord, Treatment

__all__ = ["earlier_treatments", "is_of_course"]


def is_of_course(case: CaseRecord, item: Treatment) -> bool:
    """Whether a past treatment is told behind the visit that the case begins with: ``She came on 3 March 2020. ... We
    gave her teriparatide``; what stands before that visit is history.
    """
    if item.status != "past":
        return False
    days = {note.id: note.date for note in case.notes}
    written = days.get(item.source.note)
    return written is not None and any(
        event.kind == "visit"
        and event.source.note == item.source.note
        and event.source.end <= item.source.start
        and event.time is not None
        and event.time.date is not None
        and event.time.date < written
        and event.time.months is not None
        and -1 <= event.time.months <= 1
        for event in case.events
    )


def earlier_treatments(case: CaseRecord) -> list[Treatment]:
    """The patient's drugs, operations and orthoses of before the case."""
    return [
        item
        for item in case.treatments
        if item.status == "past"
        and item.subject == "patient"
        and item.kind in ("drug", "surgery", "orthosis")
        and not is_of_course(case, item)
    ]
