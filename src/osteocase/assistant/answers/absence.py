"""Saying that nothing is recorded, and what there is instead."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.dated import moment_text
from osteocase.assistant.subjects.finding import MEASURES, Selection, same_thing, select
from osteocase.assistant.subjects.record_times import note_date
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.selection import kin_said
from osteocase.assistant.subjects.times import asks_last_visit, dated, in_time, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Lab, Record, Score, Treatment
from osteocase.review import Session

__all__ = ["asked_for", "close_to", "elsewhere", "none_to_decide", "nothing", "of_patient"]


def nothing(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply:
    """Say that nothing is recorded, and what there is instead."""
    ever = select(heard, session, vocabulary, with_time=False).records
    beside = _before_and_after(ever, heard, found, session)
    if beside is not None:
        return beside
    if ever and asks_last_visit(heard):
        latest = list({same_thing(one): one for one in in_time(ever, session)}.values())
        dates = sorted(note.date for note in session.case.notes if note.date is not None)
        visit = f"At the last visit ({dates[-1] if dates else 'no date'})"
        head = f"{visit} nothing is told about {_measured(heard, found)}. The latest before it:"
        return of_records(f"{head}\n{lines(latest[:_LATEST])}", latest[:_LATEST])
    if ever and is_polar(heard):
        return of_records(
            f"No: nothing about {_measured(heard, found)} at that time. {_at_times(ever, session)}", ever[:5]
        )
    if ever:
        return of_records(f"Nothing about {_measured(heard, found)} at that time. {_at_times(ever, session)}", ever[:5])
    kin = next((one for one in heard.values("relative") if one != "patient"), None)
    if kin is not None and (kin_said(heard) or kin) not in asked_for(found):
        return Reply(f"Nothing about {asked_for(found)} of the {kin_said(heard) or kin} is recorded in this case.")
    return Reply(f"Nothing about {asked_for(found)} is recorded in this case.")


_LATEST = 5


def _before_and_after(ever: Sequence[Record], heard: Heard, found: Selection, session: Session) -> Reply | None:
    """``the T-score when she broke her hip``: of what was not measured then, the last before it and the next behind."""
    at = heard.moment.months if heard.moment is not None and heard.moment.relation == "at" else None
    doses = [one for one in ever if isinstance(one, Treatment) and one.dose is not None and one.status != "planned"]
    if doses and (at is not None or heard.date is not None):
        return _doses_beside(doses, at if at is not None else months_of_day(heard.date or "", session), session)
    placed = [
        (months, one) for one in ever if isinstance(one, Lab | Bmd | Score) and (months := months_of(one)) is not None
    ]
    if at is None or not placed or len(placed) < len(ever):
        return None
    told: list[Record] = []
    parts = []
    for head, side in (
        ("The last before it", [pair for pair in placed if pair[0] < at]),
        ("The next after it", [pair for pair in placed if pair[0] > at]),
    ):
        if side:
            near = min((months for months, _one in side), key=lambda months: abs(months - at))
            rows = [one for months, one in side if close_to(months, near)]
            parts.append(f"{head}:\n{lines(rows)}")
            told += rows
    when = dated(at, session, len("2024-03"))
    what = f"No {_measured(heard, found)} was measured at that time{f' ({when})' if when else ''}."
    return of_records("\n".join([what.replace("No a ", "No "), *parts]), told)


def _doses_beside(doses: Sequence[Treatment], at: Decimal | None, session: Session) -> Reply | None:
    """``what dose was he on in December?``: the dose that was told before, and the one that was told next."""
    told = sorted(((note_date(one, session) or "", one) for one in doses), key=lambda pair: pair[0])
    places = [(day, months, one) for day, one in told if (months := months_of_day(day, session)) is not None]
    if at is None or not places:
        return None
    before = [(day, one) for day, months, one in places if months <= at]
    after = [(day, one) for day, months, one in places if months > at]
    parts: list[str] = []
    rows: list[Treatment] = []
    for head, side, at_end in (("told last before it", before, -1), ("told next after it", after, 0)):
        if side:
            there = [one for day, one in side if day == side[at_end][0]]
            there = [one for one in there if one.status != "past"] or there
            parts.append(f"{head}, on {side[at_end][0]}:\n{lines(there)}")
            rows += there
    return of_records("No dose is told for that time; " + "\n".join(parts), rows)


def _when(record: Record, session: Session) -> str:
    """Its time with the date; that of a treatment is its start or its end."""
    times = (getattr(record, name, None) for name in ("time", "start", "stop"))
    return next((shown for time in times if (shown := moment_text(time, record, session))), "")


def elsewhere(heard: Heard, session: Session, vocabulary: Vocabulary) -> str:
    """The times at which what is named is recorded, where it is not at the one that is said."""
    ever = select(heard, session, vocabulary, with_time=False).records
    return f" {_at_times(ever, session)}" if ever else ""


def _at_times(records: Sequence[Record], session: Session) -> str:
    times = dict.fromkeys(_when(one, session) or "a time not told" for one in records)
    mark = "; " if any("," in one for one in times) else ", "
    return f"It is recorded at: {mark.join(times)}."


def none_to_decide(what: str, heard: Heard, session: Session, vocabulary: Vocabulary) -> Reply:
    """Nothing fits to accept or delete; what there is of it: ``delete the second TSH``, where there is one."""
    ever = select(heard, session, vocabulary, with_time=False).records
    if not ever:
        return Reply(f"There is no {what} to decide on.")
    only = f"There is only one {what}" if len(ever) == 1 else f"There is no {what} like that to decide on. Recorded"
    return of_records(f"{only}:\n{lines(ever[:9])}\nNothing was changed.", ever[:9])


def _measured(heard: Heard, found: Selection) -> str:
    """What was asked for of a density: the site may have been measured without its Z-score, and the other hip."""
    what = asked_for(found)
    side = {"left", "right"} & set(heard.words)
    what = f"the {side.pop()} {what}" if len(side) == 1 and "site" in found.arguments else what
    label = MEASURES.get(heard.measure or "", "") if "site" in found.arguments else ""
    return f"a {label} of {what}" if label and heard.measure != "bmd_g_cm2" and label not in what else what


def asked_for(found: Selection) -> str:
    """What was asked for, in words."""
    asked = list(dict.fromkeys(found.asked))
    parts = [one for one in asked if any(other != one and one.casefold() in other.casefold() for other in asked)]
    return " and ".join(one for one in asked if one not in parts) or "that"


def of_patient(record: Record) -> bool:
    """Whether it is of the patient and not of a relative."""
    return getattr(record, "subject", "patient") == "patient"


def close_to(months: Decimal | None, wanted: Decimal) -> bool:
    """Whether two positions on the axis belong to one visit."""
    return months is not None and abs(months - wanted) <= 1
