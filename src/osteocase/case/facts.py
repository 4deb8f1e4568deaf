"""Everything that a check may look at: the case so far, and the notes that it was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from osteocase.case.axis import Timeline
from osteocase.case.derive import patient_age
from osteocase.case.series import BmdSeries, bmd_series, lab_series
from osteocase.lexicon import CheckEntry, FormulaEntry, Lexicon
from osteocase.records import CaseRecord, Derived, Lab, NoteRecord, Record, RecordLists, Source

__all__ = ["Facts", "Mechanism", "Told"]


@dataclass(frozen=True)
class Told:
    """One thing that a check has found."""

    records: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    """What is filled into the message of the check."""
    stated: str | None = None
    computed: str | None = None
    sources: tuple[Source, ...] = ()
    key: str | None = None
    """Names the finding where it is about no record."""


@dataclass(frozen=True)
class Facts:
    """The merged case with its placed notes; plain look-ups that several checks share."""

    case: CaseRecord
    notes: tuple[NoteRecord, ...]
    """In order of time, every record with its place on the axis."""
    names: Mapping[str, str]
    """Id of a note's record to the id of the case's record that it went into."""
    timeline: Timeline
    lexicon: Lexicon
    corrections: tuple[tuple[str, str], ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """Every record of the case."""
        return {record.id: record for name in RecordLists.model_fields for record in getattr(self.case, name)}

    @cached_property
    def labs(self) -> dict[str, tuple[Lab, ...]]:
        """Results by analyte in order of time."""
        return lab_series(self.case.labs)

    @cached_property
    def bmd(self) -> tuple[BmdSeries, ...]:
        """Densitometry by site in order of time."""
        return bmd_series(self.case.bmd)

    @cached_property
    def formulas(self) -> dict[str, FormulaEntry]:
        """Published formulas and limits."""
        return self.lexicon.of(FormulaEntry)

    @cached_property
    def age(self) -> Decimal | None:
        """Age in years at month zero."""
        return patient_age(self.case.patient, self.timeline)

    def derived(self, kind: str) -> tuple[Derived, ...]:
        """Derived values of one kind."""
        return tuple(item for item in self.case.derived if item.kind == kind)

    def concepts(self, *names: str, status: str = "present") -> tuple[Record, ...]:
        """Findings of the patient by concept and status."""
        return tuple(
            item
            for item in self.case.findings
            if item.concept in names and item.status == status and item.subject == "patient"
        )


Mechanism = Callable[[Facts, CheckEntry], Iterable[Told]]
"""A function that a check's ``function`` names."""
