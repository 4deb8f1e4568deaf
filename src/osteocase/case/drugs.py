"""Which treatments of a case are osteoporosis drugs that the patient has had."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.case.statements import GIVEN
from osteocase.lexicon import Lexicon, TreatmentEntry
from osteocase.records import Treatment

__all__ = ["osteoporosis_drugs"]


def osteoporosis_drugs(treatments: Sequence[Treatment], lexicon: Lexicon) -> tuple[Treatment, ...]:
    """Courses of the patient with a drug given to treat osteoporosis, in the order of the case."""
    entries = lexicon.of(TreatmentEntry)
    return tuple(
        item
        for item in treatments
        if item.subject == "patient"
        and item.status in GIVEN
        and item.agent in entries
        and entries[item.agent].osteoporosis_drug
    )
