"""Two doses of one drug that one visit tells: the one that was taken then, and the one that it was changed to."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record, Treatment
from osteocase.review import Session

__all__ = ["with_other_dose"]


def with_other_dose(heard: Heard, records: Sequence[Record], session: Session) -> list[Record]:
    """The one course that a new dose is told of, with those of the same drug and the same visit that it may be as well.

    ``at the first visit she took 1000 IU``, where the note tells 800 IU and that it was raised to 2000 IU.
    """
    one = records[0] if len(records) == 1 else None
    told = [figure for figure in heard.figures if not figure.negated and figure.unit]
    timed = heard.has("time") or heard.date is not None or heard.months is not None
    if not isinstance(one, Treatment) or not told or not timed:
        return list(records)
    notes = {place.note for place in (one.source, *one.also)}
    others = [
        other for other in session.case.treatments
        if other.id != one.id and other.agent == one.agent and other.subject == one.subject
        and other.dose is not None and other.dose != one.dose and other.source.note in notes
        and other.start is None is other.stop  # a course of another time is another one
    ]  # fmt: skip
    wrong = {figure.value for figure in heard.figures if figure.negated}
    having = [other for other in (one, *others) if other.dose in wrong]  # ``1000 IU, not 800``
    return [*having] if having else [one, *others]
