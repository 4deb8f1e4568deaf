"""What is said beside an addition: the unit that the case has for it, and what stands against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.reply import told_as_new
from osteocase.assistant.subjects.times import date_of
from osteocase.lexicon import AnalyteEntry, default_lexicon
from osteocase.records import Bmd, Finding, Fracture, Lab, Record, Score, Treatment
from osteocase.review import AddRecord, Change, Session

__all__ = ["against", "left_out", "with_known_unit"]

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


def left_out(record: Record, say: str) -> str | None:
    """What was not said of a fact that is no whole one without it; null where nothing is missing.

    Args:
        record: what would be added, with the unit of the other values.
        say: what was said.
    """
    if isinstance(record, Lab) and record.value is not None:
        if record.unit is None:
            entry = default_lexicon().of(AnalyteEntry).get(record.analyte)
            return "No unit was said." if entry is None or entry.canonical_unit is not None else None
        unit = record.unit_text or record.unit
        return None if unit.casefold() in say.casefold() else f"No unit was said; {unit} is that of the other values."
    if isinstance(record, Lab) and (record.qualitative is None or _IS_COURSE.fullmatch(record.qualitative)):
        return "No value was said."
    if isinstance(record, Bmd) and record.site is None:
        return "The site was not said."
    if isinstance(record, Treatment) and record.status == "mentioned" and record.subject == "patient":
        told = (record.dose, record.frequency, record.start, record.stop, record.reason)
        return None if any(told) else "Neither dose nor time was said."
    return None


_IS_COURSE = re.compile(r"(?:very |slightly |mildly )?(?:high|low|raised|elevated|increased|decreased|reduced)", re.I)
"""What is said of a number that was measured and is not told; ``negative`` is a result by itself."""


def _measured_so(record: Lab, session: Session) -> Lab | None:
    same = [one for one in session.case.labs if one.analyte == record.analyte and one.unit and one.value]
    if record.value is None or len({one.unit for one in same}) != 1:
        return None
    fits = [one for one in same if one.value and one.value / _ALIKE <= record.value <= one.value * _ALIKE]
    return same[-1] if fits else None


def against(new: Sequence[Record], session: Session) -> list[Record]:
    """What the case tells otherwise than an addition, or beside it.

    That is what is told as absent or as over (``neither parent`` beside the father's fracture, ``former smoker`` beside
    a smoker), another course of the same drug, and another value of the same day.
    """
    own = {one.id for one in new}
    found = [
        other
        for one in new
        for other in session.records
        if other.id not in own and _stands_against(one, other, session)
    ]
    return list({one.id: one for one in found}.values())[:_MOST]


_MOST = 4


def _stands_against(one: Record, other: Record, session: Session) -> bool:
    if isinstance(one, Fracture | Finding) and isinstance(other, Fracture | Finding):
        if one.status != "present" or not _is_same(one, other):
            return False
        if one.subject != "patient":
            of_same = other.subject == one.subject or {other.subject, one.subject} <= _PARENTS
            return other.status == "absent" and of_same
        return other.subject == "patient" and _denies(one, other, session)
    if isinstance(one, Treatment) and isinstance(other, Treatment):
        course = one.frequency is not None and one.agent == other.agent and one.subject == other.subject
        return course and other.status in _TAKEN  # one dose on one day is no second course
    if type(one) is not type(other) or not isinstance(one, Lab | Bmd | Score):
        return False
    day = _day(one, session)
    return day is not None and day == _day(other, session) and _thing(one) == _thing(other)


_TAKEN = ("started", "ongoing", "completed", "stopped", "paused", "declined", "contraindicated")


_HABITS = ("smoking", "alcohol")


def _denies(one: Fracture | Finding, other: Fracture | Finding, session: Session) -> bool:
    """Whether the other says that there was none at that time, or that it is over."""
    if isinstance(one, Finding) and one.concept in _HABITS and one.detail and other.status == "present":
        return one.detail != getattr(other, "detail", None) and one.time is None
    over = isinstance(one, Finding) and one.temporality == "current" and other.temporality == "historical"
    if other.status != "absent":
        return over and one.time is None and isinstance(one, Finding) and one.concept in _HABITS
    if any(told_as_new(place, session) for place in (other.source, *other.also)):
        return False
    mine, its = _day(one, session), _day(other, session) or _told_on(other, session)
    return mine is None or its is None or mine <= its


def _told_on(record: Record, session: Session) -> str | None:
    """The last day on which a note tells it."""
    dates = {note.id: note.date for note in session.case.notes}
    return max(filter(None, (dates.get(place.note) for place in (record.source, *record.also))), default=None)


def _day(record: Record, session: Session) -> str | None:
    return date_of(getattr(record, "time", None), record, session)


def _thing(record: Record) -> tuple[object, ...]:
    if isinstance(record, Bmd):
        return record.site, record.region, record.side
    return (getattr(record, "analyte", None), getattr(record, "instrument", None), getattr(record, "body_site", None))


def _is_same(one: Record, other: Record) -> bool:
    if isinstance(one, Fracture) and isinstance(other, Fracture):
        return other.bone in (None, one.bone) and other.level in (None, one.level)
    return isinstance(one, Finding) and isinstance(other, Finding) and one.concept == other.concept
