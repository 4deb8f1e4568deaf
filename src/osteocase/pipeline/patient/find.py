"""Who the note is about: identity, body size and reproductive history, each field with the words it came from.

Only the patient's own data: a mother's age, a newborn's weight and the data of case series are left alone.
"""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.patient.body import find_body
from osteocase.pipeline.patient.identity import find_identity
from osteocase.pipeline.patient.reproduction import find_reproduction
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["find_patient"]

_SERIES = SharedPattern(r"\b(?:patient|case)\s+(?:no\.?\s*)?(?P<number>[2-9]|two|three)\s*[:,(]")


def find_patient(scan: Scan) -> Draft:
    """Draft of the patient: fields that the note states, their sources and which were converted.

    A text about several patients ("Patient 1: ... Patient 2: ...") has no one patient, so nothing is filled.
    """
    if _SERIES.first(scan.indexed) is not None:
        return {}
    draft: dict[str, Any] = {"sources": {}, "converted": ()}
    for fields in (find_identity(scan), find_body(scan)):
        _fill(draft, fields)
    _fill(draft, find_reproduction(scan, draft.get("age_years")))
    return draft if draft["sources"] else {}


def _fill(draft: dict[str, Any], fields: dict[str, tuple[Any, int, int, bool]]) -> None:
    """Put (value, start, end, converted) of each field into the draft."""
    for name, (value, start, end, converted) in fields.items():
        draft[name] = value
        draft["sources"][name] = (start, end)
        if converted:
            draft["converted"] = (*draft["converted"], name)
