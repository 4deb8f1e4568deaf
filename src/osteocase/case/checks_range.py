"""Checks of results against the intervals that the notes print for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.flags import computed_flag
from osteocase.case.wording import at_months, interval_words, number, unit_words
from osteocase.lexicon import CheckEntry
from osteocase.records import Lab

__all__ = ["FUNCTIONS", "result_words"]


def result_words(lab: Lab) -> str:
    """A result with unit and place: ``TSH 0.283 mU/L (0.610-4.23) at month 0``."""
    value = f"{lab.comparator or ''}{lab.qualitative or ''}"
    if lab.value is not None:
        unit = unit_words(lab.unit)
        value = f"{lab.comparator or ''}{number(lab.value)}{f' {unit}' if unit else ''}"
    interval = f" ({interval_words(lab.reference)})" if lab.reference is not None else ""
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


FUNCTIONS: Mapping[str, Mechanism] = {
    "out_of_range": out_of_range,
    "flag_against_interval": flag_against_interval,
}
