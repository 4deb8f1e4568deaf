"""Change of BMD from baseline and from the previous value, and whether it reaches the least significant change.

ISCD Adult Official Positions 2023: a change counts only from the least significant change of the centre upwards. Where
that is not given, the largest that ISCD accepts stands in and is named as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.case.months import plain
from osteocase.case.series import BmdSeries, baseline_of, bmd_series, months_of
from osteocase.case.wording import at_months, number, signed
from osteocase.lexicon import FormulaEntry
from osteocase.records import Bmd, Derived, Score

__all__ = [
    "BY_ITS_NOTES", "LSC_SCORE", "LeastSignificantChange", "change_percent", "comparable", "derive_bmd",
    "least_significant_change",
]  # fmt: skip

_MAKERS = ("hologic", "lunar", "norland", "medilink", "osteosys", "hitachi", "aloka")


@dataclass(frozen=True)
class LeastSignificantChange:
    """The smallest change of a site that is not noise: the user's, else the centre's by its notes, else ISCD's."""

    ceiling: FormulaEntry
    own: Mapping[str, Decimal]
    """Per cent by site, given by the user."""
    stated: tuple[Score, ...] = ()
    """What the notes state for their centre; without a site for all of them."""

    def verdict(self, site: str, percent: Decimal, change: Decimal) -> tuple[bool | None, str | None]:
        """Whether a change, in per cent and in g/cm², reaches the limit, and that in words."""
        for limit, unit, whose in self._limits(site):
            size = abs(change) if unit == "g/cm²" else abs(percent)
            words = "reaches" if size >= limit else "is below"
            return size >= limit, f"{words} the least significant change of {number(limit)} {unit} ({whose})"
        return None, None

    def is_stated(self, site: str) -> bool:
        """Whether the notes tell the centre's own limit for a site."""
        return any(_holds_for(score, site) for score in self.stated)

    def _limits(self, site: str) -> Iterator[tuple[Decimal, str, str]]:
        """Limits for a site, the best first: (limit, unit, whose)."""
        if site in self.own:
            yield self.own[site], "%", "the centre's own"
        for score in self.stated:
            if _holds_for(score, site):
                yield score.value, _unit_of(score), "the centre's own, by its notes"
        ceiling = self.ceiling.constants.get(site)
        if ceiling is not None:
            yield ceiling, "%", "ISCD ceiling; the centre's own is not given"


_HIP = frozenset({"total_hip", "femoral_neck"})


def _holds_for(score: Score, site: str) -> bool:
    """A limit of the hip holds for its neck too, unless the notes give the neck its own."""
    return score.body_site in (None, site) or (score.body_site == "hip" and site in _HIP)


def _unit_of(score: Score) -> str:
    """No centre's limit is below 0.5 % or above 0.5 g/cm², so the size of a number without a unit tells its unit."""
    if score.unit is not None:
        return "%" if score.unit == "%" else "g/cm²"
    return "%" if score.value >= _PERCENT_FROM else "g/cm²"


BY_ITS_NOTES = "(the centre's own, by its notes)"
"""End of a verdict that rests on a limit told in the notes."""
LSC_SCORE = "least_significant_change"
_PERCENT_FROM = Decimal("0.5")


def least_significant_change(
    scores: Sequence[Score], ceiling: FormulaEntry, own: Mapping[str, Decimal]
) -> LeastSignificantChange:
    """The limits of a case: the user's, else what its notes state, else the ceiling."""
    told = [score for score in scores if score.name == LSC_SCORE]
    exact_first = sorted(told, key=lambda score: (score.body_site is None, score.body_site == "hip"))
    return LeastSignificantChange(ceiling, own, tuple(exact_first))


def change_percent(value: Decimal, start: Decimal) -> Decimal:
    """Relative change in per cent."""
    return 100 * (value - start) / start


def comparable(one: Bmd, other: Bmd) -> bool:
    """Values of two makers are never compared (ISCD 2023); machines that are not told are taken as one."""
    makers = [maker for item in (one, other) if item.machine for maker in _MAKERS if maker in item.machine.casefold()]
    return len(set(makers)) < 2


def derive_bmd(
    records: Sequence[Bmd],
    formulas: Mapping[str, FormulaEntry],
    limit: LeastSignificantChange,
    *,
    from_treatment: bool,
) -> Iterator[Derived]:
    """Absolute and relative changes of every BMD value that has one to be compared with."""
    for series in bmd_series(records):
        baseline = baseline_of(series.values, from_treatment=from_treatment)
        measured = [item for item in series.values if item.bmd_g_cm2 is not None]
        for item in measured:
            if baseline is not None and (months_of(item) or 0) > (months_of(baseline) or 0):
                yield from _changes("bmd_change_from_baseline", series, baseline, item, formulas, limit)
            previous = _previous(item, measured, baseline)
            if previous is not None:
                yield from _changes("bmd_change_from_previous", series, previous, item, formulas, limit)


def _previous(item: Bmd, measured: Sequence[Bmd], baseline: Bmd | None) -> Bmd | None:
    """The last value before this one; null for the first, and where that is the baseline at its own month."""
    earlier = [other for other in measured if (months_of(other) or 0) < (months_of(item) or 0)]
    if not earlier:
        return None
    last = max(months_of(other) or 0 for other in earlier)
    at_last = [other for other in earlier if (months_of(other) or 0) == last]
    return baseline if baseline in at_last else at_last[0]


def _changes(
    kind: str,
    series: BmdSeries,
    start: Bmd,
    item: Bmd,
    formulas: Mapping[str, FormulaEntry],
    limit: LeastSignificantChange,
) -> Iterator[Derived]:
    if start.bmd_g_cm2 is None or item.bmd_g_cm2 is None or not start.bmd_g_cm2 or not comparable(start, item):
        return
    formula = formulas[kind]
    percent = change_percent(item.bmd_g_cm2, start.bmd_g_cm2)
    significant, verdict = limit.verdict(series.site, percent, item.bmd_g_cm2 - start.bmd_g_cm2)
    since = "baseline" if kind.endswith("baseline") else "the previous value"
    label = f"change in BMD of the {series.label} from {since} ({at_months(start.time)})"
    yield Derived(
        id=f"{kind}:{item.id}",
        kind=kind,
        label=label,
        value=plain(percent, 3),
        unit="%",
        text=f"{signed(percent)} % {verdict}" if verdict else None,
        formula=formula.formula,
        records=(start.id, item.id),
        months=months_of(item),
        significant=significant,
    )
    yield Derived(
        id=f"{kind}_absolute:{item.id}",
        kind=f"{kind}_absolute",
        label=label,
        value=item.bmd_g_cm2 - start.bmd_g_cm2,
        unit="g/cm2",
        formula="BMD − baseline BMD" if kind.endswith("baseline") else "BMD − previous BMD",
        records=(start.id, item.id),
        months=months_of(item),
    )
