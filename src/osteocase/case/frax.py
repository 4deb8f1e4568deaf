"""The input sheet of the FRAX tool with what the notes tell and what is missing. FRAX itself is never computed.

FRAX is a closed model (Kanis JA et al., Osteoporos Int 2008;19:385-97); a result that the notes state stands among the
scores of the case.
"""

from __future__ import annotations

from typing import Literal

from osteocase.case.select import select
from osteocase.case.wording import number
from osteocase.lexicon import FraxInputEntry, Lexicon, default_lexicon
from osteocase.records import CaseRecord, Model, Record, RecordLists

__all__ = ["FraxInput", "FraxSheet", "frax_sheet"]


class FraxInput(Model):
    """One input and what the records say to it."""

    id: str
    name: str
    state: Literal["told", "missing", "to_read"]
    """``to_read`` where the notes tell an amount that only the author can turn into the answer."""
    value: str | None = None
    records: tuple[str, ...] = ()


class FraxSheet(Model):
    """All inputs, and why the tool cannot be used as far as that follows from them."""

    inputs: tuple[FraxInput, ...]
    obstacles: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the inputs that no note tells."""
        return tuple(item.name for item in self.inputs if item.state == "missing")


def frax_sheet(case: CaseRecord, *, lexicon: Lexicon | None = None) -> FraxSheet:
    """Every input of the FRAX tool with its value, in the tool's own order."""
    lexicon = lexicon or default_lexicon()
    entries = lexicon.of(FraxInputEntry)
    inputs = tuple(_input(case, entry) for entry in entries.values())
    obstacles = []
    age = case.patient.age_years
    bounds = entries["age"]
    if age is None:
        obstacles.append("no age in years is told")
    elif bounds.low is not None and bounds.high is not None and not bounds.low <= age <= bounds.high:
        obstacles.append(
            f"FRAX is made for ages {number(bounds.low)} to {number(bounds.high)}; the patient is {number(age)}"
        )
    if all(item.site != "femoral_neck" for item in case.bmd):
        obstacles.append("no femoral neck BMD is told; FRAX takes no other site")
    return FraxSheet(inputs=inputs, obstacles=tuple(obstacles))


def _input(case: CaseRecord, entry: FraxInputEntry) -> FraxInput:
    if entry.value is not None:
        records = select(case, entry.value)
        value = getattr(case.patient, entry.value.has[0]) if records else None
        words = None if value is None else str(value)
        return FraxInput(
            id=entry.id, name=entry.label, state="told" if records else "missing", value=words, records=records
        )
    for answer, selectors in (("yes", entry.yes), ("no", entry.no)):
        records = tuple(dict.fromkeys(record for selector in selectors for record in select(case, selector)))
        if records:
            return FraxInput(id=entry.id, name=entry.label, state="told", value=answer, records=records)
    records = tuple(dict.fromkeys(record for selector in entry.told for record in select(case, selector)))
    if records:
        told = {record.id: record for name in RecordLists.model_fields for record in getattr(case, name)}
        value = _amount(told[records[0]])
        return FraxInput(id=entry.id, name=entry.label, state="to_read", value=value, records=records)
    return FraxInput(id=entry.id, name=entry.label, state="missing")


def _amount(record: Record) -> str:
    """What the note says, for the author to read; the number itself for a BMD."""
    bmd = getattr(record, "bmd_g_cm2", None)
    return number(bmd) if bmd is not None else record.source.text
