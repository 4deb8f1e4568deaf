"""Whether a fact that is to be added stands in the case already, so that nothing is counted twice."""

from __future__ import annotations

import re

from osteocase.assistant.subjects.times import date_of
from osteocase.records import Bmd, Finding, Fracture, Lab, Record, Score, Time, Treatment
from osteocase.review import AddRecord, Change, EditPatient, Session

__all__ = ["known_already", "told_by"]

_STATED: dict[type[Record], tuple[str, ...]] = {
    Lab: ("value", "value_high", "comparator", "unit", "qualitative"),
    Bmd: ("site", "side", "region", "bmd_g_cm2", "t_score", "z_score", "change_percent"),
    Score: ("value", "value_high", "body_site"),
    Fracture: ("level", "side", "status", "subject", "genant_grade", "kind", "fragility", "acuity"),
    Treatment: ("dose", "dose_text", "dose_unit", "route", "reason", "doses_given", "duration", "subject"),
    Finding: ("status", "temporality", "subject", "detail", "body_site", "subject_age_years"),
}
"""What the author may have said of each kind of record, beside its name and its time."""
_ENDS = ("stopped", "completed", "planned", "declined", "contraindicated", "paused")
"""States that say more of a drug than that it is or was taken."""


def told_by(session: Session, before: set[str], author: str) -> list[Record]:
    """The records of the case that were added since, or that took an added one in.

    Args:
        session: the case with the additions.
        before: ids of what was decided on before.
        author: id of the note that holds the author's own words.
    """
    read = session.state.read.get(author)
    new = set(session.state.decisions) - before
    lists = (
        (read.labs, read.bmd, read.fractures, read.treatments, read.scores, read.findings, read.events) if read else ()
    )
    added: list[Record] = [record for records in lists for record in records]
    spans = {record.source for record in added if record.id in new}
    return [record for record in session.records if record.id in new or spans & {record.source, *record.also}]


def known_already(change: Change, session: Session, author: str) -> list[Record] | None:
    """The records that tell all of what a change would add; null where it adds something.

    The case itself says what is one and the same: the change is tried on a copy, and a record that took it in is
    compared with what was there.
    """
    if isinstance(change, EditPatient):
        same = all(getattr(session.case.patient, name) == value for name, value in change.fields.items())
        return [] if same else None
    if not isinstance(change, AddRecord):
        return None
    trial = session.copied()
    trial.apply(change)
    taken = told_by(trial, set(session.state.decisions), author)
    places = {place for record in taken for place in (record.source, *record.also)}
    old = [record for record in session.records if type(record) is type(change.record) and record.source in places]
    return old if old and any(_tells(one, change.record, session) for one in old) else None


def _tells(old: Record, stated: Record, session: Session) -> bool:
    if isinstance(stated, Finding) and stated.concept == "patient_perspective":
        return False  # what a patient says is told by the words alone
    for name in _STATED.get(type(stated), ()):
        said = getattr(stated, name, None)
        default = type(stated).model_fields[name].default if name in type(stated).model_fields else None
        if said is not None and said != default and said != getattr(old, name, None):
            return False
    if isinstance(stated, Treatment) and isinstance(old, Treatment):
        if stated.status in _ENDS and stated.status != old.status:
            return False
        if stated.frequency is not None and _pace(stated.frequency) != _pace(old.frequency):
            return False
        return all(
            _same_time(told, known, old, session)
            for told, known in ((stated.start, old.start), (stated.stop, old.stop))
        )
    return _same_time(getattr(stated, "time", None), getattr(old, "time", None), old, session)


_TIMES = re.compile(r"\d+|\b(?:twice|bd|bid|two|three|tds|tid|four|qds|qid|other|alternate)\b")


def _pace(frequency: str | None) -> tuple[str, ...] | None:
    """How many, apart from how the interval is worded: ``weekly`` beside ``once weekly``."""
    return None if frequency is None else tuple(_TIMES.findall(frequency.casefold().replace(".", "")))


def _same_time(said: Time | None, known: Time | None, record: Record, session: Session) -> bool:
    """Whether the time that is said is that of the record, or a coarser word for it."""
    if said is None:
        return True
    if known is None:
        return False
    date = date_of(known, record, session)
    if said.date is not None and date is not None:
        return date.startswith(said.date)
    if said.months is not None and known.months is not None:
        return abs(said.months - known.months) <= 1
    return said.text.casefold() == known.text.casefold() or (said.offset is not None and said.offset == known.offset)
