"""Checks of the patient's own data against the rest: sex and reproductive facts, age, menopause, what may identify."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.months import date_position
from osteocase.case.population import GROWN_FROM
from osteocase.case.wording import listed, number
from osteocase.lexicon import CheckEntry

__all__ = ["FUNCTIONS"]

_WOMEN = ("gravidity", "parity", "pregnancy_status", "lactating", "menopausal_status", "menopause_age_years")


def sex_against_facts(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A man with facts that only women have, or the other way.

    ``words``: ``women`` and ``men``, concepts that only they have; ``agents_women``. Message: ``sex``,
    ``note``, ``facts``.
    """
    events = {"delivery", "conception", "weaning", "menopause"}
    for note in facts.notes:
        sex = note.patient.sex
        if sex is None:
            continue
        patient = facts.case.patient
        told: list[tuple[str, str]] = []
        if sex == "male":
            told += [
                (f"patient/{name}", name.replace("_", " "))
                for name in _WOMEN
                if getattr(patient, name) not in (None, False)
            ]
            told += [(item.id, item.source.text) for item in facts.case.events if item.kind in events]
        concepts = entry.words["women"] if sex == "male" else entry.words["men"]
        told += [
            (item.id, item.source.text)
            for item in facts.case.findings
            if item.concept in concepts and item.subject == "patient" and item.status == "present"
        ]
        if told:
            source = note.patient.sources.get("sex")
            yield Told(
                records=("patient/sex", *(record for record, _ in told)),
                values={"sex": sex, "note": note.note.id, "facts": listed([f"“{words}”" for _, words in told[:4]])},
                stated=sex,
                sources=(source,) if source is not None else (),
                key=note.note.id,
            )


def age_against_facts(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """An age that other facts rule out. ``limits``: bounds in years. Message: ``age``, ``facts``."""
    patient, age = facts.case.patient, facts.age
    if age is None or patient.age_years is None:
        return
    told: list[tuple[str, str]] = []
    if patient.menopause_age_years is not None and patient.menopause_age_years > age + 1:
        told.append(("patient/menopause_age_years", f"menopause at {number(patient.menopause_age_years)}"))
    if patient.menopausal_status == "postmenopausal" and age < entry.limits["postmenopausal_from"]:
        told.append(("patient/menopausal_status", "postmenopausal"))
    if patient.menopausal_status == "premenopausal" and age > entry.limits["premenopausal_to"]:
        told.append(("patient/menopausal_status", "premenopausal"))
    if (patient.lactating or patient.pregnancy_status in ("pregnant", "postpartum")) and not (
        entry.limits["pregnant_from"] <= age <= entry.limits["pregnant_to"]
    ):
        told.append(("patient/pregnancy_status", patient.pregnancy_status or "breastfeeding"))
    if told:
        yield Told(
            records=("patient/age_years", *(record for record, _ in told)),
            values={"age": number(patient.age_years), "facts": listed([words for _, words in told])},
            stated=number(patient.age_years),
        )


def births_and_pregnancies(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """More births than pregnancies. Message: ``parity``, ``gravidity``."""
    patient = facts.case.patient
    if patient.parity is not None and patient.gravidity is not None and patient.parity > patient.gravidity:
        yield Told(
            records=("patient/parity", "patient/gravidity"),
            values={"parity": str(patient.parity), "gravidity": str(patient.gravidity)},
            stated=f"{patient.parity} / {patient.gravidity}",
        )


def relatives_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A relative's age at an event told differently. Message: ``what``, ``values``."""
    told = [item for item in facts.case.findings if item.subject != "patient" and item.subject_age_years is not None]
    seen: dict[tuple[str, str], tuple[str, Decimal, str]] = {}
    for item in told:
        key = (item.concept, item.subject)
        assert item.subject_age_years is not None
        if key in seen and seen[key][1] != item.subject_age_years:
            yield Told(
                records=(seen[key][0], item.id),
                values={
                    "what": f"{item.name} of the {item.subject}",
                    "values": f"“{seen[key][2]}” and “{item.source.text}”",
                },
                stated=f"{number(seen[key][1])} / {number(item.subject_age_years)}",
            )
        seen.setdefault(key, (item.id, item.subject_age_years, item.source.text))


def age_over_89(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """An age over 89, of the patient or a relative, which identifies (45 CFR 164.514(b)(2)). Message: ``who``."""
    if facts.case.patient.age_years is not None and facts.case.patient.age_years > entry.limits["years"]:
        yield Told(records=("patient/age_years",), values={"who": "the patient"}, key="patient")
    for item in facts.case.findings:
        if item.subject_age_years is not None and item.subject_age_years > entry.limits["years"]:
            yield Told(records=(item.id,), values={"who": f"the {item.subject}"})


def rare_and_exact(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A rare disease beside details that single a patient out.

    ``words``: ``concepts``, rare diseases; ``fields`` of the patient. Message: ``disease``, ``details``.
    """
    rare = facts.concepts(*entry.words["concepts"])
    details = [name for name in entry.words["fields"] if getattr(facts.case.patient, name) is not None]
    if rare and details:
        yield Told(
            records=(rare[0].id, *(f"patient/{name}" for name in details)),
            values={
                "disease": getattr(rare[0], "name", "a rare disease"),
                "details": listed([name.replace("_years", "").replace("_", " ") for name in details]),
            },
        )


def growth(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A child that shrinks, or grows faster than children do. ``limits``: ``centimetres_a_year``, ``slack``.

    Message: ``one``, ``other``.
    """
    if facts.age is None or facts.age >= GROWN_FROM:
        return
    measured = [(note, note.patient.height_cm) for note in facts.notes if note.note.date and note.patient.height_cm]
    for (first, one), (second, other) in pairwise(measured):
        assert one is not None
        assert other is not None
        years = (date_position(second.note.date or "") - date_position(first.note.date or "")) / 12
        slack = entry.limits["slack"]
        if -slack <= other - one <= entry.limits["centimetres_a_year"] * years + slack:
            continue
        told = (first.patient.sources.get("height_cm"), second.patient.sources.get("height_cm"))
        yield Told(
            records=("patient/height_cm",),
            values={"one": f"{number(one)} cm ({first.note.id})", "other": f"{number(other)} cm ({second.note.id})"},
            stated=f"{number(one)} / {number(other)}",
            sources=tuple(source for source in told if source is not None),
            key=second.note.id,
        )


FUNCTIONS: Mapping[str, Mechanism] = {
    "sex_against_facts": sex_against_facts,
    "age_against_facts": age_against_facts,
    "births_and_pregnancies": births_and_pregnancies,
    "relatives_differ": relatives_differ,
    "age_over_89": age_over_89,
    "rare_and_exact": rare_and_exact,
    "growth": growth,
}
