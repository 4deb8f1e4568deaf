"""Answers about the case as a whole: who, in short, what is missing, what disagrees, how far the review is."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from osteocase.assistant.answers.converting import of_body
from osteocase.assistant.answers.judging import (
    asks_arithmetic,
    check_asked,
    judges_everything,
    nothing_wrong,
    told_of_check,
)
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Check, Record, Source
from osteocase.review import Change, EditPatient, Session
from osteocase.review.queue import case_records
from osteocase.review.wording import patient_lines, word

__all__ = [
    "conflicts",
    "conflicts_asked",
    "gaps",
    "of_patient",
    "of_place",
    "open_conflict",
    "patient",
    "patient_or_change",
    "progress",
    "summary",
    "to_do",
]

_FIELDS = {"age_years": "age", "height_cm": "height", "weight_kg": "weight", "bmi_kg_m2": "body mass index"}


_COMPUTED = {"bmi_kg_m2": "bmi"}
_OF_BMI = ("weight_kg", "height_cm")


def _inputs(session: Session) -> str:
    """``54 kg, 161 cm``: what the body mass index follows from."""
    known = {field: value for field, _label, value in patient_lines(session.case.patient)}
    return ", ".join(known[one] for one in _OF_BMI if one in known)


def patient(heard: Heard, session: Session) -> Reply:
    """A field of the patient, with its words; or that it is not told."""
    known = {field: (label, value) for field, label, value in patient_lines(session.case.patient)}
    told: list[str] = []
    sources: list[Source] = []
    converted = of_body(heard, session.case.patient)
    if converted is not None:
        return converted
    for field in dict.fromkeys(heard.values("patient_field")):
        fields = (field, "age_text") if field == "age_years" else (field,)
        have = [one for one in fields if one in known]
        follows_from = next((one for one in session.case.derived if one.kind == _COMPUTED.get(field)), None)
        if not have and follows_from is not None:
            told.append(
                f"{follows_from.label}: {follows_from.value:.1f} {follows_from.unit} (computed: {_inputs(session)})"
            )
            sources += [session.case.patient.sources[one] for one in _OF_BMI if one in session.case.patient.sources]
        elif not have:
            told.append(f"{_FIELDS.get(field, field.replace('_', ' '))}: not told in any note")
        for one in have:
            told.append(": ".join(known[one]))
            if one in session.case.patient.sources:
                place = session.case.patient.sources[one]
                sources.append(place)
                dates = {note.id: note.date or "" for note in session.case.notes}
                day, last = dates.get(place.note, ""), max(dates.values(), default="")
                if "still" in heard.words and day and day < last:
                    told.append(f"  told on {day}; whether it is so now is told in no later note")
                if heard.has("source"):
                    told.append(f"  “{' '.join(place.text.split())}” — note {place.note}")
    return Reply("\n".join(told), tuple(sources))


def patient_or_change(heard: Heard, session: Session) -> Reply:
    """A field of the patient; with a number that is another one than recorded, how to change it."""
    reply = patient(heard, session)
    said = [figure for figure in heard.figures if not figure.negated]
    if said and not heard.is_question and not any(f"{one.value}" in reply.text for one in said):
        new = f"{said[0].value} {said[0].unit or ''}".strip()
        return Reply(f"{reply.text}\nTo change it, say: it should be {new}.", reply.sources)
    return reply


def of_patient(changes: Sequence[Change], session: Session) -> str:
    """The fields of the patient that were just told."""
    fields = {name for change in changes if isinstance(change, EditPatient) for name in change.fields}
    known = [(label, shown) for field, label, shown in patient_lines(session.case.patient) if field in fields]
    return ", ".join(f"{label}: {shown}" for label, shown in known)


def summary(session: Session) -> Reply:
    """The case in a few lines, each from its records."""
    case = session.case
    if not session.state.notes:
        return Reply("There is no note yet.")
    told = [", ".join(shown for _field, _label, shown in patient_lines(case.patient)[:3])]
    used: list[Record] = []
    broken = [one for one in case.fractures if one.subject == "patient" and one.status == "present"]
    if broken:
        told.append("Fractures: " + ", ".join(word(one).what for one in broken[:10]))
        used += broken
    ill = [
        one for one in case.findings if one.kind == "diagnosis" and one.status == "present" and one.subject == "patient"
    ]
    if ill:
        told.append("Diagnoses: " + ", ".join(dict.fromkeys(one.name.replace("_", " ") for one in ill)))
        used += ill
    lowest = min((row for row in case.bmd if row.t_score is not None), key=lambda row: row.t_score or 0, default=None)
    if lowest is not None:
        told.append(f"Lowest T-score: {word(lowest).sentence()}")
        used.append(lowest)
    drugs = [one for one in case.treatments if one.kind == "drug" and one.subject == "patient"]
    if drugs:
        told.append("Drugs: " + ", ".join(dict.fromkeys(one.name for one in drugs)))
        used += drugs
    out = [one for one in case.labs if one.flag in ("low", "high") and one.subject == "patient"]
    if out:
        told.append(f"Results out of range: {', '.join(dict.fromkeys(f'{one.name} {one.flag}' for one in out))}")
        used += out
    told.append(f"{len(session.state.notes)} notes, {len(case_records(case))} records.")
    return of_records("\n".join(line for line in told if line), used)


def gaps(session: Session) -> Reply:
    """What the CARE checklist and the checks miss, what no note can tell last."""
    told: list[str] = []
    for state, head in (("missing", "Missing"), ("partial", "Only in part"), ("needs_author", "For you to write")):
        items = [f"{item.item} {item.title}" for item in session.case.care if item.state == state]
        if items:
            told.append(f"{head}: {'; '.join(items)}.")
    told += [check.message for check in session.case.checks if check.kind == "missing" and check.accepted is None][:8]
    if not told:
        return Reply("Nothing is missing by the CARE checklist." if session.case.care else "There is no note yet.")
    return Reply("\n".join(told))


def to_do(session: Session) -> Reply:
    """All that is left before the report can leave the house: what disagrees, the review, what the checklist misses."""
    disagree, state = conflicts(session), session.progress()
    left = state.total - state.decided
    review = (
        f"{left} of {state.total} records are not decided on yet (say next)." if left else "Every record is decided on."
    )
    return Reply("\n".join([disagree.text, review, gaps(session).text]), disagree.sources, disagree.records)


def conflicts(session: Session, about: Sequence[Record] = (), *, named: bool = False, sums: bool = False) -> Reply:
    """The checks that found something wrong or doubtful; those about some records where there are any.

    Args:
        session: the case.
        about: records that are named.
        named: whether something is named at all.
        sums: whether only the arithmetic is asked about.
    """
    found = [check for check in _disagreeing(session) if check.kind == "arithmetic" or not sums]
    ids = {record.id for record in about}
    fitting = [check for check in found if ids & set(check.records)]
    head = "No check names that. What the checks did find:\n" if named and found and not fitting else ""
    found = fitting or found
    if not found and sums:
        return Reply("No check finds fault with the arithmetic.")
    if not found:
        return Reply("The checks found nothing that disagrees." if session.state.notes else "There is no note yet.")
    ids = {record for check in found for record in check.records}
    records = [record for record in case_records(session.case) if record.id in ids]
    return of_records(head + "\n".join(_check(check) for check in found), records)


def _disagreeing(session: Session) -> list[Check]:
    """What is still open and more than a gap."""
    grave = [one for one in session.case.checks if one.severity in ("error", "warning") and one.accepted is None]
    return [one for one in grave if one.kind != "missing"]


_FIRST = frozenset(("first", "next", "gravest", "worst", "top"))


def conflicts_asked(session: Session, about: Sequence[Record], heard: Heard) -> Reply:
    """The checks that disagree; the gravest alone where the first is asked for, with what can be done about it."""
    if judges_everything(heard):
        return conflicts(session)
    asked = check_asked(heard, session)
    if asked is not None:
        known = [record for record in case_records(session.case) if record.id in asked.records]
        return of_records(f"{told_of_check(heard, asked)}\n{lines(known)}", known)
    right = nothing_wrong(session, about, heard) if heard.is_question else None
    if right is not None:
        return right
    accepts = heard.has("accept") and not heard.is_question
    if accepts:
        return _about_accepting(heard, session)
    one = _of_place(heard, session)
    if one is None or about:
        named = bool(about) or heard.has("patient_field")
        return conflicts(session, about, named=named, sums=asks_arithmetic(heard))
    known = [record for record in case_records(session.case) if record.id in one.records]
    return of_records(f"{_check(one)}\n{lines(known)}", known)


def of_place(say: str) -> bool:
    """``the second one``, and nothing more."""
    return _PLACE_ALONE.fullmatch(say) is not None


def _of_place(heard: Heard, session: Session) -> Check | None:
    """The gravest check, or the one at the place of the list that is said: ``the third``, ``number 2``."""
    if _FIRST & set(heard.words):
        return open_conflict(session) or open_conflict(session, gaps=True)
    match = _PLACE.search(heard.say)
    place = match["word"].casefold() if match is not None and match["word"] else None
    at = int(match["number"]) - 1 if match is not None and place is None else _PLACES.get(place or "")
    found = _disagreeing(session)
    return found[at] if at is not None and -len(found) <= at < len(found) else None


_PLACES = {"second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4, "last": -1}
_PLACE_ALONE = re.compile(
    r"\W*(?:(?:and|what about|how about|ok|show|tell me about)\s+)*(?:me\s+)?(?:the\s+)?"
    r"(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last|(?:number|no\.?|nr\.?|#)\s*\d)"
    r"(?:\s+(?:one|conflict|point|item|check|discrepancy))?\W*",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"\b(?:(?P<word>{'|'.join(_PLACES)})|(?:number|no\.?|nr\.?|#)\s*(?P<number>\d))\b", re.IGNORECASE)


def _about_accepting(heard: Heard, session: Session) -> Reply:
    """A check goes on telling what it found; only the value behind it is decided on."""
    numbers = {f"{abs(figure.value):f}" for figure in heard.figures}
    found = [one for one in session.case.checks if one.severity in ("error", "warning") and one.accepted is None]
    meant = [one for one in found if numbers & set(_NUMBERS.findall(f"{one.stated} {one.message}"))] or found
    ids = {record for check in meant for record in check.records}
    known = [record for record in case_records(session.case) if record.id in ids]
    told = "\n".join(_check(check) for check in meant)
    way = "A discrepancy cannot be marked as accepted here, so nothing was changed: the value stays as the note has it."
    return of_records(
        f"{told}\n{way} Correct the record, or mark the check with its reason by `osteocase check --accept`.",
        known,
    )


_NUMBERS = re.compile(r"\d+(?:\.\d+)?")


def progress(session: Session) -> Reply:
    """How many records were decided on."""
    state = session.progress()
    if not state.total:
        return Reply("There is no record yet.")
    left = [record for record in case_records(session.case) if record.id in set(session.queue()[:3])]
    counts = (
        (state.accepted, "accepted"), (state.edited, "corrected"), (state.rejected, "rejected"),
        (state.deferred, "put off"),
    )  # fmt: skip
    each = ", ".join(f"{count} {name}" for count, name in counts if count)
    rest = state.total - state.decided
    text = (
        f"{state.decided} of {state.total} records {'is' if state.decided == 1 else 'are'} reviewed"
        f"{f' ({each})' if each else ''}; {rest} {'is' if rest == 1 else 'are'} left."
    )
    return of_records(f"{text}\nNext:\n{lines(left)}" if left else text, left)


def open_conflict(session: Session, passed: Container[str] = (), *, gaps: bool = False) -> Check | None:
    """The gravest check that is still open.

    Args:
        session: the case.
        passed: ids of checks that are left as they are.
        gaps: whether what the notes leave out is looked for, and else what disagrees.
    """
    order = {"error": 0, "warning": 1}
    found = [
        check
        for check in session.case.checks
        if check.severity in order
        and check.accepted is None
        and (check.kind == "missing") == gaps
        and check.id not in passed
    ]
    return min(found, key=lambda check: order[check.severity], default=None)


def _check(check: Check) -> str:
    computed = check.computed or ""
    counted = check.stated is not None and _NUMBERS.match(computed.lstrip("+−-")) is not None
    told = computed.partition(" ")[0] in check.message
    shown = f" (stated {check.stated}, computed {computed})" if counted and not told else ""
    return f"! {check.message}{shown}"
