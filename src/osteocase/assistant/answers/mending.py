"""How a fracture was treated: the operation, the cast or the brace that the notes tell with it."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.assistant.answers.absence import close_to, of_patient
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Event, Fracture, Record, Treatment
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["asks_how_mended", "mended"]

_MENDS = frozenset(
    ("fix", "fixed", "repair", "repaired", "mend", "mended", "operated", "pinned", "plated", "treat", "treated",
     "manage", "managed", "stabilised", "stabilized", "immobilised", "immobilized", "set", "reduced")
)  # fmt: skip
_DONE = frozenset(
    ("replaced", "nailed", "plated", "pinned", "screwed", "operated", "fixed", "repaired", "casted", "plastered")
)
_KINDS = ("surgery", "procedure", "orthosis")
_OF_LIMBS = frozenset(("fracture_surgery", "arthroplasty", "limb_orthosis", "joint_surgery"))
_OF_SPINE = frozenset(("spinal_orthosis", "spine_surgery", "spine_augmentation"))
"""What mends no vertebra, and what mends nothing else; a sacrum may have its own brace or cement."""


def asks_how_mended(heard: Heard, records: Sequence[Record]) -> bool:
    """``how did they fix it?``, of a fracture."""
    broken = any(isinstance(one, Fracture) for one in records)
    asked = heard.words[heard.lead : heard.lead + 4]
    which = heard.first == "which" and {"was", "were", "got", "did"} & set(asked) and bool(_DONE & set(heard.words))
    return broken and (
        which or ("how" in asked and bool(_MENDS & set(heard.words))) or ("what" in asked and "done" in asked)
    )


def mended(records: Sequence[Record], session: Session) -> list[Record]:
    """The treatments that were told in the same notes as the fractures, or at the same time."""
    broken = [one for one in records if isinstance(one, Fracture)]
    notes = {one.source.note for one in broken}
    times = [months for one in broken if (months := months_of(one)) is not None]
    whose = {one.subject for one in broken}
    spine = {one.bone == "vertebra" for one in broken if one.bone != "sacrum"}
    other = _OF_LIMBS if spine == {True} else _OF_SPINE if spine == {False} else frozenset[str]()
    found: list[Record] = []
    for one in case_records(session.case):
        if (
            not isinstance(one, Treatment)
            or one.kind not in _KINDS
            or one.subject not in whose
            or one.drug_class in other
        ):
            continue
        near = any(close_to(months_of(one), months) for months in times) and of_patient(one)
        if one.source.note in notes or near:
            found.append(one)
    if (
        not found
        and other
        and any(one.source.note in notes for one in session.case.treatments if one.drug_class in other)
    ):
        return []  # what was operated on there was another bone
    surgery = [one for one in case_records(session.case) if isinstance(one, Event) and one.kind == "surgery"]
    return found or [one for one in surgery if one.source.note in notes]
