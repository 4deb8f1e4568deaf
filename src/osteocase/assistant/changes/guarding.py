"""Before a change is made: what it would lead to, and what of the words it would not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.assistant.answers import overview
from osteocase.assistant.changes.accounting import Account
from osteocase.assistant.changes.axis import moved
from osteocase.assistant.changes.changed import after_change, told_lines
from osteocase.assistant.changes.denials import denied_of, denied_of_patient
from osteocase.assistant.changes.stated import is_same
from osteocase.assistant.changes.taken_in import left_out
from osteocase.assistant.changes.uncounted import PAUSE, frax_condition, of_several_doses, tells_pause, told_otherwise
from osteocase.assistant.subjects.finding import values_of
from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.naming import case_dates
from osteocase.assistant.words.spoken_dates import no_day
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Fracture, NoteRecord, Record, Treatment
from osteocase.review import AddRecord, Change, Edit, EditPatient, Session, Several
from osteocase.review.queue import case_records
from osteocase.review.wording import word

__all__ = [
    "SAME", "Doubt", "as_one", "doubt", "impossible", "of_additions", "of_patient", "replaces_denial", "told_already",
]  # fmt: skip

SAME = "That is what is recorded already."


@dataclass(frozen=True)
class Doubt:
    """Why a change is not made at once, or what of the words it does not keep."""

    text: str
    offered: bool = False
    """Whether a yes makes it all the same."""
    asks: bool = True
    """False where the change is made, and only what was not kept is told with it."""


def doubt(
    heard: Heard, changes: Sequence[Change], records: Sequence[Record], session: Session, vocabulary: Vocabulary
) -> Doubt | None:
    """Why a change is to be asked for; null where all that was said is in it and nothing else follows from it.

    Args:
        heard: the whole utterance.
        changes: what is to be changed.
        records: the records that are to be changed.
        session: the case, which is not changed here.
        vocabulary: the words that are listened for.
    """
    if (day := no_day(heard.say, case_dates(session))) is not None:
        return Doubt(f"{day} is no day of the calendar. Nothing was changed.")
    edits = any(isinstance(one, Edit) for one in changes)
    known = len(case_records(session.case))
    if any(one.kind == "reject" for one in changes) and _MANY < len(records) > known / 2:
        many = f"I would reject {len(records)} of the {known} records of the case."
        return Doubt(f"{many} Nothing was changed yet. Say yes to do it so.", offered=True)
    if any(one.kind == "reject" for one in changes) and _is_of_two_kinds(heard, records):
        return Doubt(f"{lines(records)}\nNothing was changed yet. Say which of them, or yes for all.", offered=True)
    twin = session.copied() if edits else session
    if edits:
        twin.apply(as_one(changes))
    after = [after_change(one, twin) for one in records]
    emptied = all(value is None for one in changes if isinstance(one, Edit) for value in one.fields.values())
    account = Account(heard, records, after, session, vocabulary, decides=not edits or emptied)
    left = [one for one in account.left_over if one not in account.reasons]
    if edits and all(isinstance(one, Edit) for one in changes) and is_same(records, after):
        plain = f"I could not place: {_quoted(account.left_over)}. Nothing was changed. Say it by itself."
        return Doubt(plain if account.left_over else f"{SAME}\n{lines(records)}")
    if edits and sum(map(len, left)) >= _MOST_OF * len(heard.say.strip(" .!")):  # hardly anything of it was placed
        return Doubt(f"I could not place: {_quoted(left)}. Nothing was changed. Name the record and what is right.")
    if _is_one_for_all(changes, records):
        shown = told_lines(changes, records, session, twin)
        return Doubt(f"I would change: {shown}\nNothing was changed yet. Say yes to do it so.", offered=True)
    upside_down = [one for one in after if _ends_before(one)]
    if upside_down and not any(_ends_before(one) for one in records):
        shown = "; ".join(word(one).sentence() for one in upside_down)
        return Doubt(f"It would end before it began: {shown}. Nothing was changed. Say its start and its end.")
    barred = impossible(session, twin)
    if barred:
        return Doubt(barred)
    axis = moved(session.case.case.axis, twin) if edits and not _is_of_axis(changes, session, twin) else ""
    unsure = _unsure(heard, changes, records, after) if edits else ""
    if not left and not axis and not unsure:
        unkept = (*account.reasons, *account.sides) if edits else ()
        note = f"Not kept: {_quoted(unkept)}.\n" if unkept else ""
        return Doubt(note, asks=False) if note else None
    verb = next((_VERBS[one.kind] for one in changes if one.kind in _VERBS), "change") if not edits else "change"
    said = [f"I would {verb}: {told_lines(changes, records, session, twin, only_old=not edits)}"]
    said += [f"I could not place: {_quoted(left)}."] if left else []
    said += [f"Month zero would move: {axis.strip()}"] if axis else []
    said += [unsure] if unsure else []
    return Doubt("\n".join([*said, "Nothing was changed yet. Say yes to do it so."]), offered=True)


def told_already(heard: Heard, records: Sequence[Record], session: Session, vocabulary: Vocabulary) -> str:
    """What is said where a correction tells what the records hold: so, unless words of it stand in none of them."""
    left = Account(heard, records, records, session, vocabulary).left_over
    return SAME if not left else f"I could not place: {_quoted(left)}. Nothing was changed. Recorded is:"


_CANNOT_BE = ("impossible_result", "impossible_bmd", "impossible_patient", "impossible_dose", "score_off_scale")
"""Checks for numbers that nobody can have."""


def impossible(before: Session, changed: Session) -> str:
    """Why a change is refused: a number that cannot be, and that did not stand in the case before."""
    known = {(one.id, one.stated) for one in before.case.checks}
    told = [one.message for one in changed.case.checks if one.rule in _CANNOT_BE and (one.id, one.stated) not in known]
    return f"{' '.join(told)} Nothing was changed." if told else ""


def _unsure(heard: Heard, changes: Sequence[Change], before: Sequence[Record], after: Sequence[Record]) -> str:
    """Why it is asked first: the author only thinks so, or the same digits stand with another decimal point."""
    of_state = any("status" in one.fields for one in changes if isinstance(one, Edit))
    if _THINKS.search(heard.say) and not of_state:
        return "You do not sound sure of it."
    if _AT_ONE.search(heard.say):
        for old, new in zip(before, after, strict=True):
            notes = list(dict.fromkeys(place.note for place in (old.source, *old.also)))
            if isinstance(old, Treatment) and len(notes) > 1 and values_of(old) != values_of(new):
                return f"The notes {', '.join(notes)} tell it alike, and it would change for all of them."
    told = {one.value for one in heard.figures}
    for old, new in zip(before, after, strict=True):
        units = [getattr(one, "dose_unit", None) or getattr(one, "unit", None) for one in (old, new)]
        meant = heard.unit is not None or _AGAINST.search(heard.say)  # ``the 186 is RU/mL``: told by itself
        if None not in units and units[0] != units[1] and values_of(old) == values_of(new) and not meant:
            return f"Only the unit would change, from {units[0]} to {units[1]}."
        for was, now in zip(values_of(old), values_of(new), strict=False):
            if was and now and was not in told and is_shifted(was, now) and not _AGAINST.search(heard.say):
                return f"Only the decimal point would move, from {was} to {now}."
    return ""


def is_shifted(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers have the same digits with another decimal point."""
    return one != other and one.normalize().as_tuple().digits == other.normalize().as_tuple().digits


_AT_ONE = re.compile(
    r"\b(?:at|on|upon|by|after|before)\s+(?:the\s+|her\s+|his\s+)?(?:discharge|admission)\b", re.IGNORECASE
)
"""A time that no record of a drug has of its own: ``the amlodipine at discharge was 10 mg``."""
_AGAINST = re.compile(
    r"\b(?:not|instead|rather|wrong|units?|typo|misprint|typing|slip|should|must|decimal|point)\b", re.IGNORECASE
)
_THINKS = re.compile(
    r"\b(?:maybe|perhaps|probably|possibly|presumably|apparently|roughly|approximately|might|could be|may have been|"
    r"or so|or thereabouts|not (?:quite |entirely |too )?sure|unsure|i thought|if i (?:remember|recall|am right|"
    r"['’]m not mistaken)\w*|i(?:['’]m| am) guessing|i guess)\b"
    r"|[,;–-]\s*i (?:think|believe|suppose|reckon|assume|guess)\W*$",
    re.IGNORECASE,
)


def _is_of_two_kinds(heard: Heard, records: Sequence[Record]) -> bool:
    """``delete the left femoral neck``: its density and its fracture, and no word tells which is meant."""
    kinds = {type(one) for one in records}
    return {Bmd, Fracture} <= kinds and _NAMES_KIND.search(heard.say) is None


_NAMES_KIND = re.compile(
    r"\b(?:all|both|every\w*|each|any\w*|densit\w*|bmds?|[tz][\s-]?scores?|scans?|de?xa|fractur\w*|fx|broke\w*|records?)\b|#",
    re.IGNORECASE,
)
_MANY = 10
"""Records above which the larger part of a case is not rejected at a word."""
_MOST_OF = 0.8
_VERBS = {"accept": "accept", "reject": "reject", "defer": "put off"}


def _is_one_for_all(changes: Sequence[Change], records: Sequence[Record]) -> bool:
    """``set all T-scores to -1``: one number in the place of several others."""
    fields = [one.fields for one in changes if isinstance(one, Edit)]
    numbers = [tuple((name, value) for name, value in one.items() if isinstance(value, Decimal)) for one in fields]
    old = {values_of(one) for one in records}
    return len(old) > _OTHERS and len(numbers) > _OTHERS and len(set(numbers)) == 1 and bool(numbers[0])


_OTHERS = 2
"""Values that one number may take the place of at a word."""


def _ends_before(record: Record) -> bool:
    """Whether a course would be over before it began."""
    start, stop = getattr(record, "start", None), getattr(record, "stop", None)
    return (
        start is not None
        and stop is not None
        and None not in (start.months, stop.months)
        and stop.months < start.months
    )


def of_additions(
    heard: Heard, changes: Sequence[Change], session: Session, vocabulary: Vocabulary, *, sure: bool
) -> Doubt | None:
    """Why an addition is to be asked for: not all was read, half of it is not said, or the contrary is recorded."""
    if (day := no_day(heard.say, case_dates(session))) is not None:
        return Doubt(f"{day} is no day of the calendar. Nothing was added.")
    new = [one.record for one in changes if isinstance(one, AddRecord)]
    if (doses := of_several_doses(heard, new, session)) is not None:
        return Doubt(doses)
    if (other := told_otherwise(heard, new, session)) is not None:
        return Doubt(other)
    if tells_pause(heard.say) and any(isinstance(one, Treatment) for one in new):
        return Doubt(PAUSE)
    twin = session.copied()
    twin.apply(as_one(changes))
    if barred := impossible(session, twin):
        return Doubt(barred)
    fields = " ".join(f"{one.fields}" for one in changes if isinstance(one, EditPatient)).replace("_", " ")
    left = Account(heard, (), new, session, vocabulary, adds=True, patient=fields).left_over
    left = (*left, *filter(None, (frax_condition(heard.say, new),)))
    denied = denied_of_patient(new, session)
    told = [left_out(one.record, one.words or heard.say) for one in changes if isinstance(one, AddRecord)]
    half = list(dict.fromkeys(filter(None, told))) if not heard.starts_with("yes") else []
    if sure or not (left or denied or half):
        return None
    shown = "\n".join(filter(None, (lines(new), overview.of_patient(changes, session))))
    said = [f"I would add: {shown}"]
    said += half
    said += [f"I could not place: {_quoted(left)}."] if left else []
    said += [f"Recorded is the contrary, which it would replace: {lines(denied)}"] if denied else []
    rest = ", or say what is missing" if half else ""
    return Doubt("\n".join([*said, f"Nothing was added yet. Say yes to add it so{rest}."]), offered=True)


def replaces_denial(read: NoteRecord | None, session: Session) -> bool:
    """Whether what was read tells as there what the case denies."""
    return read is not None and bool(denied_of(read.findings, session))


def of_patient(heard: Heard, change: EditPatient, session: Session, vocabulary: Vocabulary) -> str | None:
    """What is said where a field of the patient would not hold all that was told: ``her loss was 8 kg, not 6``."""
    known = {name: getattr(session.case.patient, name) for name in change.fields}
    metric = all((one.unit or "kg").casefold() in ("kg", "cm", "%", "years") for one in heard.figures)
    typed = "" if metric else " ".join(f"{one.value}" for one in heard.figures)  # in pounds, they are converted
    text = f"{dict(change.fields)} {known} {typed}".replace("_", " ")
    text += " " + " ".join(note.date or "" for note in session.case.notes)
    left = Account(heard, (), (), session, vocabulary, adds=True, patient=text).left_over
    shown = overview.of_patient((change,), session)
    twin = session.copied()
    twin.apply(change)
    if (barred := impossible(session, twin)) or _THINKS.search(heard.say):
        return barred or f"You do not sound sure of it, so nothing was changed. Recorded is: {shown or 'nothing'}."
    return (
        f"I see what it is about ({shown}), but could not place: {_quoted(left)}. Nothing was changed."
        if left
        else None
    )


def _quoted(clauses: Sequence[str]) -> str:
    return "; ".join(f"“{one}”" for one in clauses)


def as_one(changes: Sequence[Change]) -> Change:
    """The changes as one step."""
    return changes[0] if len(changes) == 1 else Several(changes=tuple(changes))


_FEW_MONTHS = 6
"""Months by which the day of month zero may be put right without asking."""


def _month(date: str) -> int:
    """The month of an ISO date, counted through; that of a year alone is its middle."""
    return int(date[:4]) * 12 + int(date[5:7] or 6)


def _is_of_axis(changes: Sequence[Change], session: Session, changed: Session) -> bool:
    """Whether the day of month zero itself is what is put right, by some months at most."""
    zero, new = session.case.case.axis.date, changed.case.case.axis.date
    if zero is None or new is None or abs(_month(new) - _month(zero)) > _FEW_MONTHS:
        return False
    for change in changes:
        if isinstance(change, Edit):
            record = session.record(change.record)
            times = [time for name in ("start", "time") if (time := getattr(record, name, None)) is not None]
            if any(time.months == 0 or (time.date or "").startswith(zero) for time in times):
                return True
    return False
