"""What else the same words were read as: the family history behind a mother's fracture, the event behind a fracture.

A correction of whose fracture it was, or at which age, is of all that was read in the same sentence; else the case
would tell the mother and the sister.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.passages import sentence_of
from osteocase.records import Event, Finding, Fracture, Record, Source, Time
from osteocase.review import Accept, Change, Defer, Edit, Reject, Session

__all__ = ["family_told", "ids_of", "with_twins"]

_AGE = re.compile(r"\b(\d{1,3})\b")
_OF_FRACTURE = ("fracture", "fall")


def with_twins(edits: Sequence[Edit], session: Session) -> tuple[Change, ...]:
    """The edits with those of what was read in the same words."""
    changes: list[Change] = list(edits)
    known = {edit.record for edit in edits}
    for edit in edits:
        record = session.record(edit.record)
        if not isinstance(record, Fracture):
            continue
        new = edit.fields.get("subject")
        for other in _same_words(record, session):
            if other.id in known:
                continue
            change: Change | None = _of_finding(record, other, edit) if isinstance(other, Finding) else None
            if new == "patient" and _tells_same(record, other):
                change = Reject(records=(other.id,), reason="it was the patient's own")
            if isinstance(other, Event) and other.kind == "fracture" and record.id in other.records:
                change = _of_event(record, other, edit)
            if isinstance(other, Event) and new not in (None, "patient") and other.kind in _OF_FRACTURE:
                change = Reject(records=(other.id,), reason="it was not the patient's")
            if change is not None:
                changes.append(change)
                known.add(other.id)
    return tuple(changes)


def family_told(records: Sequence[Record], session: Session) -> list[Record]:
    """The family history that tells the same fractures of relatives: it goes with ``the mother's hip``."""
    known = {one.id for one in records}
    broken = [one for one in records if isinstance(one, Fracture) and one.subject != "patient"]
    return [
        other
        for one in broken
        for other in _same_words(one, session)
        if isinstance(other, Finding)
        and other.concept == "family_fracture"
        and other.subject == one.subject
        and other.id not in known
        and not any(left.subject == one.subject and left.id not in known for left in session.case.fractures)
    ]


def ids_of(change: Change) -> tuple[str, ...]:
    """The records that a change is of."""
    if isinstance(change, Edit):
        return (change.record,)
    return change.records if isinstance(change, Reject | Accept | Defer) else ()


def _of_event(record: Fracture, other: Event, edit: Edit) -> Edit | None:
    """The event of the fracture, which stands on the timeline with its place and its day."""
    fields: dict[str, object] = {}
    label = other.label
    for name in ("side", "level", "bone"):
        old, new = getattr(record, name), edit.fields.get(name)
        if old and new:
            label = re.sub(rf"\b{re.escape(old.replace('_', ' '))}\b", str(new).replace("_", " "), label)
    if label != other.label:
        fields["label"] = label
    if edit.fields.get("time") is not None and other.time == record.time:
        fields["time"] = edit.fields["time"]
    return Edit(record=other.id, fields=fields) if fields else None


def _of_finding(record: Fracture, other: Finding, edit: Edit) -> Edit | None:
    """The family history that tells the same fracture."""
    if other.concept != "family_fracture" or other.subject != record.subject:
        return None
    fields: dict[str, object] = {}
    subject, time = edit.fields.get("subject"), edit.fields.get("time")
    if subject is not None and subject != "patient":
        fields["subject"] = subject
    if edit.fields.get("status") in ("present", "absent"):
        fields["status"] = edit.fields["status"]
    if edit.fields.get("bone") is not None and other.body_site is not None:
        fields["body_site"] = edit.fields["bone"]
    age = _age(time)
    if age is not None and other.subject_age_years is not None:
        fields |= {"subject_age_years": age, "time": time}
    return Edit(record=other.id, fields=fields) if fields else None


def _tells_same(record: Fracture, other: Record) -> bool:
    """Whether it is the family history that tells the fracture of a relative."""
    family = isinstance(other, Finding) and other.concept == "family_fracture"
    return family and getattr(other, "subject", None) == record.subject != "patient"


def _age(time: object) -> Decimal | None:
    text = time.text if isinstance(time, Time) else ""
    match = _AGE.search(text) if text.startswith("at ") else None
    return Decimal(match[1]) if match is not None else None


def _same_words(record: Record, session: Session) -> list[Record]:
    """Records of the case that stand in the same sentences."""
    own = {_place(one, session) for one in (record.source, *record.also)}
    pool: list[Record] = [*session.case.findings, *session.case.events]
    return [
        one
        for one in pool
        if (isinstance(one, Event) and record.id in one.records)
        or any(_place(place, session) in own for place in (one.source, *one.also))
    ]


def _place(source: Source, session: Session) -> tuple[str, str]:
    return source.note, sentence_of(source, session)
