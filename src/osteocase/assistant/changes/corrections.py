"""Corrections in plain words: which record is meant, which of its fields, and the new value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from osteocase.assistant.answers.treating import (
    NO_DOSES,
    ONE_DOSE,
    TOLD_ONCE,
    is_only_once,
    of_later_dose,
    of_one_dose,
    of_single_dose,
)
from osteocase.assistant.changes.correcting import NEVER_BROKE, WITHIN, is_broken_after_all, is_of_nobody
from osteocase.assistant.changes.course_fields import as_exact, course_fields, time_told
from osteocase.assistant.changes.examinations import of_named_examination
from osteocase.assistant.changes.flags import flag_fields
from osteocase.assistant.changes.guarding import SAME, told_already
from osteocase.assistant.changes.levels import denied_levels, relevelled, wrong_level
from osteocase.assistant.changes.meant_all import means_all
from osteocase.assistant.changes.other_bone import moved_to_bone
from osteocase.assistant.changes.pairing import one_value_each
from osteocase.assistant.changes.reference_told import new_intervals, of_range
from osteocase.assistant.changes.replacing import exchanged, is_wrong, of_dosed, that_take_dose
from osteocase.assistant.changes.same_visit import with_other_dose
from osteocase.assistant.changes.told_again import told_again
from osteocase.assistant.changes.unclear_fractures import kinds_told, unclear_fracture
from osteocase.assistant.changes.uncounted import without_field
from osteocase.assistant.subjects.finding import Selection, is_of, kin_of, same_thing, values_of
from osteocase.assistant.subjects.reply import lines
from osteocase.assistant.subjects.sightings import sighted
from osteocase.assistant.subjects.states import DENIALS, STATUS, finding_fields, status_told, whose
from osteocase.assistant.subjects.targets import (
    another_side,
    another_time,
    another_value,
    at_told_place,
    broken_ones,
    of_side,
    of_side_too,
    side_told,
)
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.subjects.told_days import of_no_year, other_day, with_year
from osteocase.assistant.words.hearing import Figure, Heard
from osteocase.assistant.words.spoken_times import DENIAL
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Event, Finding, Fracture, Lab, Record, Score, Time, Treatment
from osteocase.review import Edit, Session

__all__ = ["Correction", "correct", "meant"]

_SIDES = ("left", "right", "bilateral")
_GRADE = re.compile(r"\bgrade\s+([0-3])\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\bthere(?:['’]s| is| was)\s+no\s+(?:fracture\s+(?:of|at|in)\s+)?[CTL]\d"
    r"|\b(?:not|never|no)\s+(?:\w+\s+)?(?:fractured|broken|there|present|seen)\b"
    r"|\b(?:no|not a|never a)\s+(?:\w+\s+){0,3}fracture\b(?!\s*,?\s+(?:but|rather)\b)"
    rf"|{NEVER_BROKE}",
    re.IGNORECASE,
)
_SHOWN = 3
_UNCLEAR = "I see which record you mean, but not what is right. Say its new value or state."


@dataclass(frozen=True)
class Correction:
    """What is to be changed; or why it is not clear."""

    edits: tuple[Edit, ...] = ()
    question: str | None = None
    """What must be said to make it clear."""
    choices: tuple[str, ...] = ()
    """Records among which to choose."""
    about: tuple[str, ...] = ()
    """The record that the question is about."""


def meant(heard: Heard, found: Selection, session: Session, focus: str | None) -> list[Record]:
    """The records that a wish is about: those that it names, or the one spoken of last for ``it``."""
    last = [record for record in session.records if record.id == focus]
    records = list(found.records)
    points_back = bool(set(heard.words[:3]) & {"it", "that", "this"}) or not found.named
    if points_back and last and (not records or last[0].id in {record.id for record in records}):
        return last
    if points_back and not found.named:
        return last
    wrong = {figure.value for figure in heard.figures if figure.negated}
    having = [record for record in records if wrong & set(values_of(record))]
    return having or records


def correct(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Correction:
    """The edits that an utterance asks for."""
    moved = _moved(heard, session, vocabulary)
    if moved is not None:
        return moved
    records = of_named_examination(heard, meant(heard, found, session, focus), session.case.bmd)
    heard, records = _old_and_new(heard, of_side(heard, at_told_place(heard, records, session), session))
    relatives = heard.values("relative")
    records = _of_whom(heard, records, session)
    if relatives and not found.named and not records:
        return Correction(question="Whose what? Name the fracture or the finding.")
    facts = [record for record in records if not isinstance(record, Event)]
    one_dose = _of_doses(heard, facts, session)
    if one_dose is not None or not records:
        return one_dose or Correction(question=_nothing_of(heard, found))
    swap = _swapped(heard, records, vocabulary)
    if swap is not None:
        return swap
    facts = of_dosed(heard, facts)
    records = that_take_dose(heard, with_other_dose(heard, facts or records, session))  # an event repeats a fact
    if not records:
        return Correction(question=_nothing_of(heard, found))
    records = denied_levels(heard, _of_denied(heard, _likelier(heard, records)))
    records = _whole_regions(heard, broken_ones(heard, records))
    seen = sighted(heard, records, session)
    unlike = (
        another_side(heard, records)
        or another_time(heard, records)
        or another_value(heard, records)
        or of_no_year(heard, records, session)
    )
    unlike = unlike or unclear_fracture(heard, records, session)
    if seen is not None or unlike is not None:
        return Correction(edits=seen or (), question=None if seen else (unlike or SAME))
    old_level = wrong_level(heard, records)
    if old_level is not None:
        records = [record for record in records if getattr(record, "level", None) == old_level]
    edits: list[Edit] = []
    known: list[Record] = []
    for record in records:
        timed = with_year(heard, record, session)
        fields = flag_fields(record, heard) or _fields(record, timed, session, vocabulary, old_level)
        if isinstance(fields, str):
            return Correction(question=fields)
        if fields and all(getattr(record, name, None) == value for name, value in fields.items()):
            known.append(record)
        elif fields:
            edits.append(Edit(record=record.id, fields=fields))
    told = {figure.value for figure in heard.figures if not figure.negated}
    if len(edits) > 1 and heard.unit is not None:  # ``the 186 is RU/mL``: the value names the record
        having = [one.id for one in records if told & set(values_of(one))]
        edits = [one for one in edits if one.record in having] or edits
    if not edits:
        same = known and all(told <= set(values_of(record)) for record in records)
        shown = records[:_SHOWN] if same or found.records else []
        told_so = told_already(heard, shown, session, vocabulary) if same else _UNCLEAR
        question = "\n".join(filter(None, (told_so, lines(shown))))
        return Correction(question=question, about=tuple(one.id for one in shown))
    alike = told_again(heard, known, edits, records)
    about = tuple(one.id for one in alike)
    question = f"{SAME}\n{lines(alike[:_SHOWN])}\nTo change another one, say its time with it."
    return Correction(question=question, about=about) if alike else _one_or_all(heard, edits, records)


def _moved(heard: Heard, session: Session, vocabulary: Vocabulary) -> Correction | None:
    """Fractures that are of other vertebrae, or of another bone; null where none is told to be."""
    row = relevelled(heard, session.case.fractures)
    row = row if row is not None else moved_to_bone(heard, _theirs(heard, session), vocabulary)
    if isinstance(row, str):
        return Correction(question=row)
    return None if row is None else Correction(edits=row, question=None if row else SAME)


def _one_or_all(heard: Heard, edits: Sequence[Edit], records: Sequence[Record]) -> Correction:
    """The edits; where they are of several records and one is meant, the choice."""
    if len(edits) > 1 and not one_value_each(heard):
        return Correction(question="One value cannot be of several things: say each name with its own value.")
    if len(edits) > 1 and not means_all(heard, edits, records):
        return Correction(question="Which one?", choices=tuple(edit.record for edit in edits))
    return Correction(edits=tuple(edits))


def _of_doses(heard: Heard, facts: Sequence[Record], session: Session) -> Correction | None:
    """What is said of a pause, of one dose of many, of a FRAX without bone density; null where none is told."""
    if (unheld := without_field(heard, facts, session)) is not None:
        return Correction(question=unheld[0], about=tuple(one.id for one in unheld[1]))
    told: str | None = None
    if is_only_once(heard):
        told = TOLD_ONCE
    elif of_one_dose(heard, facts, session) or (
        of_single_dose(heard) and not any(isinstance(one, Treatment) for one in facts)
    ):
        told = ONE_DOSE if heard.figures else NO_DOSES
    elif of_later_dose(heard, facts):
        told = NO_DOSES
    return Correction(question=told) if told is not None else None


def _nothing_of(heard: Heard, found: Selection) -> str:
    """What is said where no record is meant."""
    if of_single_dose(heard):
        return NO_DOSES
    if not found.asked:
        return "I do not see which record you mean. Name it, such as: the wrist fracture was on the left."
    return f"Nothing about {' and '.join(dict.fromkeys(found.asked))} is recorded there; say add … to add it."


def _whole_regions(heard: Heard, records: list[Record]) -> list[Record]:
    """The spine as a whole, unless a vertebra is named."""
    if heard.levels or heard.region:
        return records
    return [one for one in records if not isinstance(one, Bmd) or same_thing(one)[3] is None] or records


def _of_whom(heard: Heard, records: list[Record], session: Session) -> list[Record]:
    """Those of the patient, or of the relative who is named: ``her mother was 82 at her hip fracture``."""
    named, told_of = heard.values("relative"), kin_of(heard.right("relative"))
    if not named:
        own = [one for one in records if getattr(one, "subject", "patient") == "patient"]
        return own or ([] if _NEVER.search(heard.say) else records)  # ``the hip was not broken`` is of the patient
    of_them = [one for one in records if is_of(one, told_of - {"sibling", "child"} or told_of, session)]
    if of_them and told_of == kin_of(named):
        return of_them
    if any(not figure.negated for figure in heard.figures) and told_of == kin_of(named):  # ``her mother was 82 when …``
        pool: list[Record] = [*session.case.fractures, *session.case.findings]
        return [
            one for one in pool if is_of(one, told_of - {"sibling", "child"} or told_of, session) and _tells_age(one)
        ]
    return records


def _theirs(heard: Heard, session: Session) -> list[Fracture]:
    """The fractures of the relatives that are named; all of them where none is."""
    whose = set(heard.values("relative")) - {"patient"}
    return [one for one in session.case.fractures if not whose or is_of(one, whose, session)]


def _tells_age(record: Record) -> bool:
    """Whether an age is told of it: ``broke a hip at 80``."""
    if isinstance(record, Finding):
        return record.subject_age_years is not None
    time = getattr(record, "time", None)
    return time is not None and bool(_AGE.search(time.text))


_AGE = re.compile(r"\b(?:at|aged?)\s+(?:age\s+)?\d{1,3}\b", re.IGNORECASE)


def _swapped(heard: Heard, records: Sequence[Record], vocabulary: Vocabulary) -> Correction | None:
    """The edits that put another drug, or interval, in the place of a wrong one; null where none is to be replaced."""
    if of_range(heard, records):
        told = new_intervals(heard, records)
        return _one_or_all(heard, told, records) if not isinstance(told, str) else Correction(question=told)
    fields = exchanged(heard, records, vocabulary)
    if isinstance(fields, str):
        return Correction(question=fields)
    edits = tuple(Edit(record=one.id, fields=fields) for one in records if is_wrong(one, heard)) if fields else ()
    if len(edits) > 1:
        return Correction(question="Which one?", choices=tuple(edit.record for edit in edits))
    if edits:
        return Correction(edits=edits)
    if records and not of_dosed(heard, records):
        return Correction(question="That dose is said of a drug that is not recorded; say add … to add it.")
    return None


_ENDED = frozenset(("stopped", "ended", "finished", "discontinued", "removed"))
_BEGUN = frozenset(("started", "begun", "began"))


def _likelier(heard: Heard, records: list[Record]) -> list[Record]:
    """Of several records that a name fits, those that can have what is told: a stop, a side."""
    words = set(heard.words)
    courses: list[Record] = [one for one in records if isinstance(one, Treatment)] or records
    for name, said in (("stop", _ENDED), ("start", _BEGUN)):
        if words & said:  # and not a finding that only says it was taken
            return [one for one in courses if getattr(one, name, None) is not None] or courses
    broken = bool(records) and all(isinstance(one, Fracture) for one in records)
    if words & set(_SIDES) or (broken and not words & STATUS.keys()):  # what is absent has no grade and no day
        there = [one for one in records if getattr(one, "status", "present") != "absent"]
        return of_side_too(heard, records) or there or records
    return records


def _old_and_new(heard: Heard, records: list[Record]) -> tuple[Heard, list[Record]]:
    """``the 15 mg should be 12.5 mg``, ``it is 21, you have 12``: the recorded one names the record, one is new."""
    told = [figure for figure in heard.figures if not figure.negated]
    for old, new in (told, told[::-1]) if len(told) == 2 else ():
        having = [one for one in records if old.value in values_of(one)]
        if having and not any(new.value in values_of(one) for one in having):
            figures = tuple(replace(one, negated=True) if one is old else one for one in heard.figures)
            return replace(heard, figures=figures), having
    return heard, records


def _of_denied(heard: Heard, records: list[Record]) -> list[Record]:
    """``her aunt's, not her mother's``: what is recorded of the one who is denied."""
    wrong = set(heard.values("relative")) - set(heard.right("relative"))
    having = [one for one in records if getattr(one, "subject", "patient") in wrong]
    if (
        not having and heard.right("relative") and not wrong
    ):  # what is of a relative already is meant before the patient's
        having = [
            one for one in records if getattr(one, "subject", "patient") not in ("patient", *heard.right("relative"))
        ]
        having = having if heard.first in ("not", "no") else []
    return having or records


def _fields(
    record: Record, heard: Heard, session: Session, vocabulary: Vocabulary, old_level: str | None
) -> dict[str, Any] | str:
    """The new fields of one record, or what is not clear."""
    new = next((figure for figure in heard.figures if not figure.negated), None)
    if new is not None and new.start < heard.months_at and new.value in values_of(record):
        new = None  # it names the record; the time behind it is what is new
    fields: dict[str, Any] = {}
    match record:
        case Lab():
            fields = _lab(record, new, vocabulary, heard.unit)
        case Score():
            fields = {"value": new.value} if new is not None else {}
        case Bmd():
            measured = _bmd(new, heard)
            if isinstance(measured, str):
                return measured
            fields = measured or _other_side(record, heard)
        case Fracture():
            fields = _but_its_day(record, heard, _fracture(record, heard, old_level))
        case Treatment():
            course = course_fields(record, heard, new)
            if isinstance(course, str) or "duration" in course:
                return course
            fields = course
        case Finding():
            fields = finding_fields(record, heard)
            if heard.date is not None and all(getattr(record, name, None) == one for name, one in fields.items()):
                fields = {}  # ``she stopped smoking in 1995``: the year is what is new
        case _:
            pass
    fields = as_exact(record, fields)
    if heard.day is not None:
        fields |= other_day(record, heard.day, heard, session)
    happened = bool(_HAPPENED & set(heard.words)) and isinstance(record, Fracture)
    placed = not isinstance(record, Treatment) or heard.date is not None or _PLACED.search(heard.say)  # or how long
    mended = isinstance(record, Fracture) and not happened and _MENDED.search(heard.say) is not None
    if (
        placed
        and not mended
        and (not fields or happened)
        and (new is None or new.value in values_of(record))
        and (heard.months is not None or heard.date is not None)
        and heard.day is None
    ):
        fields |= {"start" if isinstance(record, Treatment) else "time": time_told(heard)}
        if heard.other_months is not None and not _is_at(record, heard.other_months):
            return {}
    return fields


_PLACED = re.compile(
    r"\b(?:at|in|on|from|since|after|before|by|until|till|month|visit|baseline|start\w*|began|begun|first|stop\w*|"
    r"ended|finished|given)\b",
    re.IGNORECASE,
)
"""Words by which a time is a place on the axis."""


_MENDED = re.compile(
    r"\b(?:treated|operated|fixed|nailed|plated|pinned|reduced|healed|united|reviewed|imaged|x-?rayed)\b", re.IGNORECASE
)
"""What was done to a fracture, on a day that is not its own."""
_HAPPENED = frozenset(("broke", "broken", "fractured", "happened", "occurred", "dated", "date", "sustained"))


def _lab(lab: Lab, new: Figure | None, vocabulary: Vocabulary, alone: str | None) -> dict[str, Any]:
    if new is None:
        code = vocabulary.unit(alone) if alone else None
        return {"unit": code, "unit_text": alone} if code is not None and code != lab.unit else {}
    fields: dict[str, Any] = {"value": new.value, "qualitative": None}
    typed = new.unit or alone
    unit = vocabulary.unit(typed) if typed else None
    if unit is not None and unit != lab.unit:
        fields |= {"unit": unit, "unit_text": typed}
        alike = unit.replace("[iU]", "U") == (lab.unit or "").replace("[iU]", "U")  # ``IU/L`` of an enzyme is U/L
        if new.value != lab.value and lab.reference is not None and not alike:
            fields["reference"] = None  # the printed interval counts in the other unit
    if lab.qualitative is None:
        del fields["qualitative"]
    return fields


def _bmd(new: Figure | None, heard: Heard) -> dict[str, Any] | str:
    if new is None:
        return {}
    measures = heard.values("measure")
    if measures and not (measures[0] == "bmd_g_cm2" and (new.value < 0 or new.value > 3)):
        return {measures[0]: new.value}
    if new.unit == "%":
        return {"change_percent": new.value}
    if new.value < 0:
        return {"t_score": new.value}
    if new.value < 3 and -new.value.as_tuple().exponent >= 3:  # type: ignore[operator]  # a number that was typed is finite
        return {"bmd_g_cm2": new.value}
    return "Which number of it: the BMD, the T-score, the Z-score or the change?"


def _other_side(record: Bmd, heard: Heard) -> dict[str, Any]:
    """``the hip scans were of the right hip``."""
    side = side_told(heard) if record.side is not None else None
    return {"side": side} if side is not None else {}


def _fracture(record: Fracture, heard: Heard, old_level: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    age = next((one.value for one in heard.figures if not one.negated), None)
    named = bool(heard.ids("bone") or _BROKE & set(heard.words)) or "fractures" in heard.values("record_kind")
    wrong = {f"{one.value:f}" for one in heard.figures if one.negated}
    named = named or (record.time is not None and bool(wrong & set(re.findall(r"\d+", record.time.text))))
    if age is not None and named and record.subject != "patient" and record.subject in kin_of(heard.right("relative")):
        return {"time": Time(text=f"at {age:f}", kind="label")}
    if old_level is not None:
        fields["level"] = next(level for level in heard.levels if level != old_level)
    for state in heard.right("fracture_state") if not _denied_alone(heard) else ():
        fields |= {"temporality": "historical", "acuity": "chronic"} if state == "old" else {"acuity": state}
        if state in ("acute", "subacute") and record.temporality == "historical":
            fields["temporality"] = "current"
    fields |= {"subject": told[-1]} if (told := whose(heard)) else {}
    within = record.subject == "patient" or set(told) & WITHIN.get(record.subject, {record.subject})
    did = record.status == "absent" and told and within and _DID.search(heard.say) and not is_of_nobody(heard)
    fields |= {"status": "present"} if did or is_broken_after_all(heard, [record]) else {}
    if record.status == "absent" == fields.get("status", "absent") and record.subject == "parent" not in told:
        fields.pop("subject", None)  # what neither of both had is not told of one alone
    images = heard.right("modality")
    if len(images) == 1 and len(set(heard.values("modality"))) > 1:  # ``it was seen by MRI, not on the film``
        fields["modality"] = images[0]
    kinds = kinds_told(heard)
    if kinds:
        fields |= {"kind": kinds[0]} | ({"fragility": False} if kinds[0] == "traumatic" and record.fragility else {})
    grade = _GRADE.search(heard.say)
    if grade is not None:
        fields["genant_grade"] = Decimal(grade[1])
    fragile = _FRAGILE.search(heard.say)
    if fragile is not None:
        fields["fragility"] = not DENIALS & set(heard.words)
    elif _NEVER.search(heard.say):
        fields["status"] = "absent"
    fields |= status_told(heard)
    side = side_told(heard) if record.bone != "vertebra" else None  # ``grade 1 was right``
    if side is not None:
        fields["side"] = side
    return fields


_FRAGILE = re.compile(r"\b(?:fragility|low[- ]?(?:trauma|energy)|osteoporotic)\b", re.IGNORECASE)
_DID = re.compile(r"\b(?:did|does|had|broke|has had|suffered)\b(?!\s+(?:not|n't))", re.IGNORECASE)


def _denied_alone(heard: Heard) -> bool:
    """``L2 was not recent`` tells what it was not, and not what it was."""
    said = [hit for hit in heard.hits if hit.group == "fracture_state"]
    return len(said) == 1 and DENIAL.search(heard.say[: heard.offsets[said[0].start]]) is not None


def _but_its_day(record: Fracture, heard: Heard, fields: dict[str, Any]) -> dict[str, Any]:
    """``the Colles fracture was on the 4th``: what only names it is not new, its day is."""
    same = all(getattr(record, name, None) == one for name, one in fields.items())
    return {} if same and heard.date is not None and heard.day is None else fields


_BROKE = frozenset(("broke", "broken", "fractured"))


def _is_at(record: Record, months: Decimal) -> bool:
    placed = months_of(record)
    return placed is not None and abs(placed - months) <= 1
