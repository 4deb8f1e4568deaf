"""Checks of results against their printed intervals, and of what the text claims against the results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.flags import computed_flag
from osteocase.case.series import months_of
from osteocase.case.wording import at_months, listed, number, unit_words
from osteocase.lexicon import CheckEntry
from osteocase.records import Lab

__all__ = ["FUNCTIONS", "result_words"]

_BEFORE_CLAIM = Decimal(4)
"""Months before a statement within which a result speaks to it."""


def result_words(lab: Lab) -> str:
    """A result with unit and place: ``TSH 0.283 mU/L (0.610-4.23) at month 0``."""
    value = lab.qualitative or ""
    if lab.value is not None:
        unit = unit_words(lab.unit)
        value = f"{lab.comparator or ''}{number(lab.value)}{f' {unit}' if unit else ''}"
    interval = f" ({lab.reference.text})" if lab.reference is not None else ""
    return f"{lab.name} {value}{interval} {at_months(lab.time)}"


def out_of_range(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A result outside the interval that the notes print for it. Message: ``result``, ``side``."""
    for lab in facts.case.labs:
        if lab.flag in ("low", "high") and lab.value is not None and lab.subject == "patient":
            yield Told(
                records=(lab.id,),
                values={"result": result_words(lab), "side": "below" if lab.flag == "low" else "above"},
                stated=number(lab.value),
                computed=lab.flag,
            )


def flag_against_interval(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A printed H, L or "normal" that the printed interval contradicts.

    Message: ``result``, ``stated``, ``computed``.
    """
    for lab in facts.case.labs:
        computed = computed_flag(lab)
        if lab.flag_basis == "stated" and lab.flag is not None and computed is not None and computed != lab.flag:
            yield Told(
                records=(lab.id,),
                values={"result": result_words(lab), "stated": lab.flag, "computed": computed},
                stated=lab.flag,
                computed=computed,
            )


def claim_against_labs(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A finding told as absent while a result speaks for it.

    ``words``: ``concepts`` that are denied; ``low`` and ``high``: analytes whose low or high result speaks for them.
    Message: ``claim``, ``results``.
    """
    for claim in facts.concepts(*entry.words.get("concepts", ()), status="absent"):
        position = facts.timeline.note_position(claim.source.note)
        against = [
            lab
            for flag in ("low", "high")
            for analyte in entry.words.get(flag, ())
            for lab in facts.labs.get(analyte, ())
            if lab.flag == flag and _speaks_to(lab, position.months if position is not None else None)
        ]
        if against:
            yield Told(
                records=(claim.id, *(lab.id for lab in against)),
                values={"claim": claim.source.text, "results": listed([result_words(lab) for lab in against])},
                stated=claim.source.text,
                computed="; ".join(f"{lab.analyte} {lab.flag}" for lab in against),
            )


def _speaks_to(lab: Lab, claimed_at: Decimal | None) -> bool:
    at = months_of(lab)
    if at is None or claimed_at is None:
        return True
    return claimed_at - _BEFORE_CLAIM <= at <= claimed_at + 1


FUNCTIONS: Mapping[str, Mechanism] = {
    "out_of_range": out_of_range,
    "flag_against_interval": flag_against_interval,
    "claim_against_labs": claim_against_labs,
}
