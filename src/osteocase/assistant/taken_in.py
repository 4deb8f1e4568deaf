"""What is said beside an addition: the unit that the case has for it, and what stands against it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from osteocase.records import Finding, Fracture, Lab, Record
from osteocase.review import AddRecord, Change, Session

__all__ = ["against", "with_known_unit"]

_ALIKE = Decimal(5)
"""Times that a value may differ from those of the case and still be in their unit."""
_PARENTS = frozenset(("mother", "father", "parent"))


def with_known_unit(changes: Sequence[Change], session: Session) -> tuple[list[Change], str]:
    """Results without a unit in the one that the case has for them, where the number fits; and what is said of it."""
    made: list[Change] = []
    units: list[str] = []
    bare: list[Lab] = []
    for change in changes:
        record = change.record if isinstance(change, AddRecord) else None
        other = _measured_so(record, session) if isinstance(record, Lab) and record.unit is None else None
        if isinstance(change, AddRecord) and other is not None and record is not None:
            fields = {"unit": other.unit, "unit_text": other.unit_text}
            made.append(change.model_copy(update={"record": record.model_copy(update=fields)}))
            units.append(other.unit_text or other.unit or "")
        else:
            made.append(change)
            bare += [record] if isinstance(record, Lab) and record.unit is None and record.value is not None else []
    known = {one.analyte for one in session.case.labs}
    first = "" if all(one.analyte in known for one in bare) else " Nothing of it was recorded before."
    said = f"(No unit was said.{first})\n" if bare else ""
    shown = ", ".join(dict.fromkeys(units))
    return made, f"(No unit was said; {shown} is that of the other values.)\n" if shown else said


def _measured_so(record: Lab, session: Session) -> Lab | None:
    same = [one for one in session.case.labs if one.analyte == record.analyte and one.unit and one.value]
    if record.value is None or len({one.unit for one in same}) != 1:
        return None
    fits = [one for one in same if one.value and one.value / _ALIKE <= record.value <= one.value * _ALIKE]
    return same[-1] if fits else None


def against(new: Sequence[Record], session: Session) -> list[Record]:
    """What the case tells as absent and an addition tells as there: ``neither parent`` beside the father's fracture."""
    found: list[Record] = []
    for one in new:
        if getattr(one, "status", None) != "present" or not isinstance(one, Fracture | Finding):
            continue
        pool: list[Record] = [*session.case.fractures] if isinstance(one, Fracture) else [*session.case.findings]
        found += [
            other
            for other in pool
            if getattr(other, "status", None) == "absent"
            and isinstance(other, Fracture | Finding)
            and _is_same(one, other)
            and (other.subject == one.subject or {other.subject, one.subject} <= _PARENTS)
            and one.subject != "patient"
        ]
    return list({one.id: one for one in found}.values())


def _is_same(one: Record, other: Record) -> bool:
    if isinstance(one, Fracture) and isinstance(other, Fracture):
        return other.bone in (None, one.bone)
    return isinstance(one, Finding) and isinstance(other, Finding) and one.concept == other.concept
