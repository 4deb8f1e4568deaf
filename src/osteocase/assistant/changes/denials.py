"""What the case denies and an addition tells as there: ``never smoked``, ``neither parent broke a hip``."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.records import Finding, Fracture, Record
from osteocase.review import Session

__all__ = ["denied_of", "denied_of_patient"]


def denied_of(new: Sequence[Record], session: Session) -> list[Record]:
    """What the case denies, and an addition tells as there: ``never smoked``, ``neither parent broke a hip``."""
    return [*denied_of_patient(new, session), *_denied_of_relatives(new, session)]


def _denied_of_relatives(new: Sequence[Record], session: Session) -> list[Record]:
    """What is denied of a relative, or of both parents, and told as there of one."""
    told = [one for one in new if isinstance(one, Finding | Fracture) and one.status == "present"]
    return [
        other
        for other in _of_relatives(session)
        if other.status == "absent" and any(one.subject != "patient" and _is_denial_of(other, one) for one in told)
    ]


def _of_relatives(session: Session) -> list[Finding | Fracture]:
    known: list[Finding | Fracture] = [*session.case.fractures, *session.case.findings]
    return [one for one in known if one.subject != "patient"]


def _is_denial_of(denied: Finding | Fracture, told: Finding | Fracture) -> bool:
    whose = {told.subject, "family", *(("parent",) if told.subject in ("mother", "father") else ())}
    if denied.subject not in whose:
        return False
    if isinstance(denied, Fracture):
        return isinstance(told, Fracture) and denied.bone in (None, told.bone)
    return isinstance(told, Finding) and denied.concept == told.concept and denied.body_site in (None, told.body_site)


def denied_of_patient(new: Sequence[Record], session: Session) -> list[Record]:
    """What the case denies of the patient at no time of its own."""
    told = {
        one.concept: one
        for one in new
        if isinstance(one, Finding) and one.status == "present" and one.subject == "patient"
    }
    return [
        one
        for one in session.case.findings
        if one.concept in told
        and one.status == "absent"
        and one.subject == "patient"
        and one.time is None
        and (told[one.concept].time is None or (one.concept in _HABITS and _is_before(told[one.concept], one, session)))
    ]


_HABITS = ("smoking", "alcohol", "glucocorticoid_use")
"""What is denied for the whole life before the note."""


def _is_before(told: Finding, denied: Finding, session: Session) -> bool:
    note = next((one.date for one in session.case.notes if one.id == denied.source.note), None)
    date = told.time.date if told.time is not None else None
    return date is not None and note is not None and date <= note
