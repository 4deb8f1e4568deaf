"""Finds the records that a selector of the patterns asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from osteocase.case.merge_patient import PATIENT_FIELDS
from osteocase.lexicon import Selector
from osteocase.records import CaseRecord, Record

__all__ = ["patient_ids", "select"]


def select(case: CaseRecord, selector: Selector) -> tuple[str, ...]:
    """Ids of the records that fit; ``patient/<field>`` for fields of the patient, column labels for time points."""
    if selector.list == "patient":
        fields = selector.has or PATIENT_FIELDS
        told = [name for name in fields if _fits(getattr(case.patient, name), selector.where.get(name))]
        return patient_ids(told)
    if selector.list == "timepoints":
        return tuple(point.label for point in case.timepoints)
    if selector.list == "ledger":
        return tuple(course.record for course in case.ledger if _matches(course, selector))
    records: Iterable[Record] = getattr(case, selector.list)
    return tuple(record.id for record in records if _is_of_patient(record, selector) and _matches(record, selector))


def patient_ids(fields: Iterable[str]) -> tuple[str, ...]:
    """Names under which fields of the patient are pointed to."""
    return tuple(f"patient/{name}" for name in fields)


def _is_of_patient(record: Record, selector: Selector) -> bool:
    return "subject" in selector.where or getattr(record, "subject", "patient") == "patient"


def _matches(record: Any, selector: Selector) -> bool:
    if any(getattr(record, name, None) in (None, ()) for name in selector.has):
        return False
    return all(_fits(getattr(record, name, None), allowed) for name, allowed in selector.where.items())


def _fits(value: object, allowed: tuple[str, ...] | None) -> bool:
    """A told value, and where values are listed one of them; ``!patient`` is any value but that one."""
    if value is None:
        return False
    if allowed is None:
        return True
    text = str(value).lower()
    excluded = {word[1:] for word in allowed if word.startswith("!")}
    return text not in excluded if excluded else text in allowed
