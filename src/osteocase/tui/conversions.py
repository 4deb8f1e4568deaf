"""The units of each analyte and their factors, for results that are corrected; looked up when the first one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osteocase.lexicon import AnalyteEntry, Lexicon

__all__ = ["Conversions"]


class Conversions(Mapping[str, Mapping[str, Decimal]]):
    """Analyte id to (unit to the factor that turns a value in it into the analyte's canonical unit)."""

    def __init__(self, lexicon: Callable[[], Lexicon]) -> None:
        self._lexicon = lexicon

    def __getitem__(self, analyte: str) -> Mapping[str, Decimal]:
        entry = self._entries()[analyte]
        if entry.canonical_unit is None:
            return {}
        return {entry.canonical_unit: Decimal(1), **{unit: Decimal(one) for unit, one in entry.conversions.items()}}

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries())

    def __len__(self) -> int:
        return len(self._entries())

    def _entries(self) -> Mapping[str, AnalyteEntry]:
        from osteocase.lexicon import AnalyteEntry

        return self._lexicon().of(AnalyteEntry)
