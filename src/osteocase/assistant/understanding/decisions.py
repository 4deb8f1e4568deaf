"""The change that a decision makes of the records it is about: accepted, put off, rejected, or one number left out."""

from __future__ import annotations

import re
from collections.abc import Callable

from osteocase.assistant.changes.course_fields import field_to_go
from osteocase.assistant.changes.twins import family_told
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Record
from osteocase.review import Accept, Change, Defer, Edit, Reject, Session

__all__ = ["PARTS", "maker"]


def maker(
    intent: str, heard: Heard, session: Session, reason: str = ""
) -> Callable[[tuple[str, ...]], tuple[Change, ...]]:
    """What makes the change of a decision; of a density whose Z-score is to go, the Z-score goes."""
    reason = reason or heard.say
    if intent == "accept":
        return lambda ids: (Accept(records=ids),)
    measure = heard.measure or _part_said(heard)
    if intent == "delete" and measure in PARTS and not heard.has("record_kind"):
        return lambda ids: tuple(_without(session.record(one), measure, reason) for one in ids)
    field = field_to_go(heard) if intent == "delete" else None
    if field is not None:
        return lambda ids: tuple(Edit(record=one, fields=dict.fromkeys(field)) for one in ids)
    if intent == "delete":
        return lambda ids: (Reject(records=_with_family(ids, session), reason=reason),)
    return lambda ids: (Defer(records=ids),)


def _with_family(ids: tuple[str, ...], session: Session) -> tuple[str, ...]:
    """What is rejected, with the family history that tells the same fracture."""
    told = family_told([session.record(one) for one in ids], session)
    return (*ids, *(one.id for one in told))


PARTS = frozenset(("t_score", "z_score", "yam_percent", "tbs", "change_percent"))
"""Numbers of a density of which one may go without the others."""


def _part_said(heard: Heard) -> str | None:
    """``the change of +1.1``: a number of a density that goes alone."""
    return "change_percent" if _CHANGE_SAID.search(heard.say) else None


_CHANGE_SAID = re.compile(r"\b(?:change|gain|loss|percentage|per ?cent)\b(?:\s+of)?|%", re.IGNORECASE)


def _without(record: Record, measure: str | None, say: str) -> Change:
    """The record without one of its numbers; no record where that is its only one."""
    others = any(getattr(record, one, None) is not None for one in (*PARTS, "bmd_g_cm2") if one != measure)
    if isinstance(record, Bmd) and measure is not None and others:
        return Edit(record=record.id, fields={measure: None})
    return Reject(records=(record.id,), reason=say)
