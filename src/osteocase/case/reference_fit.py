"""Which young adult mean and standard deviation lie behind printed T-scores and YAM per cents, and which row misfits.

Every printed row bounds the two unknowns by lines, since ``T = (BMD − mean) / SD`` and ``YAM = 100 × BMD / mean`` hold
within the rounding of the printed digits. The rows fit one reference when the region inside all lines is not empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

from osteocase.case.months import plain
from osteocase.case.same import half_unit
from osteocase.case.series import months_of
from osteocase.case.wording import number, site_label
from osteocase.lexicon import BmdReferenceEntry, FormulaEntry, Lexicon
from osteocase.records import Bmd, Derived, Patient

__all__ = ["Fit", "Misfit", "derive_reference_fits", "fit_reference", "reference_groups"]

Point = tuple[Fraction, Fraction]
"""(mean, standard deviation) in g/cm²."""

_Corner = tuple[int, int, int]
"""Mean and standard deviation, both times the third number."""

_BOX: tuple[_Corner, ...] = ((30, 6, 100), (200, 6, 100), (200, 22, 100), (30, 22, 100))
"""Means of .3 to 2 g/cm², deviations of .06 to .22: those of young adults of all makers and sites lie well inside."""
_TOLERANCE = Fraction(1, 1000)
"""Machines score the unrounded BMD and round in their own way: a thousandth of g/cm² is no misfit."""


@dataclass(frozen=True)
class Misfit:
    """A printed value that fits no reference which all other rows fit."""

    record: Bmd
    field: str
    """``t_score``, ``yam_percent`` or ``bmd_g_cm2``."""


@dataclass(frozen=True)
class Fit:
    """References that fit the rows, and the rows that had to be left out for it."""

    region: tuple[Point, ...]
    """Corners of the region of (mean, SD) that fits; empty when no single value can be blamed."""
    rows: tuple[Bmd, ...]
    misfits: tuple[Misfit, ...] = ()

    @property
    def mean(self) -> tuple[Fraction, Fraction]:
        """Bounds of the mean."""
        return min(point[0] for point in self.region), max(point[0] for point in self.region)

    @property
    def deviation(self) -> tuple[Fraction, Fraction]:
        """Bounds of the standard deviation."""
        return min(point[1] for point in self.region), max(point[1] for point in self.region)


class _Bound(NamedTuple):
    """``a × mean + b × SD <= c``, from one field of one row; in whole numbers, which are exact and quick."""

    a: int
    b: int
    c: int
    record: Bmd
    field: str

    def holds(self, point: Point) -> bool:
        return self.a * point[0] + self.b * point[1] <= self.c


def reference_groups(records: Sequence[Bmd]) -> tuple[tuple[Bmd, ...], ...]:
    """Rows that share one reference: same site, region and machine, both sides together.

    A row without a region or machine belongs to the one that the other rows of its site name, where they name just one.
    """
    scored = [
        item
        for item in records
        if item.site is not None
        and item.bmd_g_cm2
        and (item.t_score is not None or item.yam_percent is not None)
        and item.t_score_comparator is None
    ]
    regions: dict[str, set[str]] = {}
    machines: dict[str, set[str]] = {}
    for item in scored:
        for told, name in ((regions, item.region), (machines, (item.machine or "").casefold())):
            if name:
                told.setdefault(item.site or "", set()).add(name)
    groups: dict[tuple[str, str, str], list[Bmd]] = {}
    for item in scored:
        site = item.site or ""
        region = item.region or _only(regions.get(site))
        machine = (item.machine or "").casefold() or _only(machines.get(site))
        groups.setdefault((site, region, machine), []).append(item)
    return tuple(tuple(rows) for _, rows in sorted(groups.items()))


def _only(names: set[str] | None) -> str:
    return next(iter(names)) if names is not None and len(names) == 1 else ""


def fit_reference(rows: Sequence[Bmd]) -> Fit:
    """The region of references that all rows fit; where none does, the one value without which the rest fit."""
    for tolerance in (Fraction(0), _TOLERANCE):
        bounds = [bound for row in rows for bound in _bounds(row, tolerance)]
        region = _clip(bounds)
        if region:
            return Fit(region, tuple(rows))
    suspects: list[tuple[Misfit, tuple[Point, ...]]] = []
    for row in rows:
        for field in ("t_score", "yam_percent"):
            if getattr(row, field) is not None:
                rest = [bound for bound in bounds if not (bound.record.id == row.id and bound.field == field)]
                left = _clip(rest)
                if left and len({bound.record.id for bound in rest}) >= 1 and rest:
                    suspects.append((Misfit(row, field), left))
    for row in rows:
        rest = [bound for bound in bounds if bound.record.id != row.id]
        if rest and row.t_score is not None and row.yam_percent is not None:
            left = _clip(rest)
            if left and not any(misfit.record.id == row.id for misfit, _ in suspects):
                suspects.append((Misfit(row, "bmd_g_cm2"), left))
    if not suspects:
        return Fit((), tuple(rows))
    return Fit(suspects[0][1], tuple(rows), tuple(misfit for misfit, _ in suspects))


def _bounds(row: Bmd, tolerance: Fraction) -> Iterator[_Bound]:
    assert row.bmd_g_cm2 is not None
    bmd = Fraction(row.bmd_g_cm2)
    slack = Fraction(half_unit(row.bmd_g_cm2)) + tolerance
    if row.yam_percent is not None and row.yam_percent > 0:
        half = Fraction(half_unit(row.yam_percent))
        yam = Fraction(row.yam_percent)
        yield _bound(yam - half, Fraction(0), 100 * (bmd + slack), row, "yam_percent")
        yield _bound(-(yam + half), Fraction(0), -100 * (bmd - slack), row, "yam_percent")
    if row.t_score is not None:
        half = Fraction(half_unit(row.t_score))
        score = Fraction(row.t_score)
        yield _bound(Fraction(1), score - half, bmd + slack, row, "t_score")
        yield _bound(Fraction(-1), -(score + half), -(bmd - slack), row, "t_score")


def _bound(a: Fraction, b: Fraction, c: Fraction, record: Bmd, field: str) -> _Bound:
    whole = lcm(a.denominator, b.denominator, c.denominator)
    return _Bound(int(a * whole), int(b * whole), int(c * whole), record, field)


def _clip(bounds: Sequence[_Bound]) -> tuple[Point, ...]:
    """The part of the box of all plausible references inside every bound (Sutherland and Hodgman's clipping)."""
    corners = list(_BOX)
    for bound in bounds:
        beyond = [bound.a * mean + bound.b * deviation - bound.c * whole for mean, deviation, whole in corners]
        if max(beyond) <= 0:
            continue
        kept: list[_Corner] = []
        for index, point in enumerate(corners):
            if (beyond[index] <= 0) != (beyond[index - 1] <= 0):
                kept.append(_crossing(corners[index - 1], beyond[index - 1], point, beyond[index]))
            if beyond[index] <= 0:
                kept.append(point)
        corners = kept
        if not corners:
            return ()
    return tuple((Fraction(mean, whole), Fraction(deviation, whole)) for mean, deviation, whole in corners)


def _crossing(one: _Corner, first: int, other: _Corner, second: int) -> _Corner:
    """Where the side between two corners crosses a bound beyond which they lie by ``first`` and ``second``."""
    mean, deviation, whole = (first * there - second * here for here, there in zip(one, other, strict=True))
    shared = gcd(mean, deviation, whole) * (1 if whole > 0 else -1)
    return mean // shared, deviation // shared, whole // shared


def derive_reference_fits(records: Sequence[Bmd], patient: Patient, lexicon: Lexicon) -> Iterator[Derived]:
    """For each site with enough rows: bounds of the reference that all rows fit, and its name where one is known."""
    formulas = lexicon.of(FormulaEntry)
    for rows in reference_groups(records):
        if len([row for row in rows for name in ("t_score", "yam_percent") if getattr(row, name) is not None]) < 3:
            continue
        fit = fit_reference(rows)
        if not fit.region or fit.misfits:
            continue
        names = [
            entry.label for entry in lexicon.of(BmdReferenceEntry).values() if _is_named(entry, rows[0], patient, fit)
        ]
        spans = [
            f"{number(plain(_decimal(low), 4))} to {number(plain(_decimal(high), 4))}"
            for low, high in (fit.mean, fit.deviation)
        ]
        text = f"mean {spans[0]} g/cm², standard deviation {spans[1]} g/cm²"
        yield Derived(
            id=f"bmd_reference_fit:{rows[0].id}",
            kind="bmd_reference_fit",
            label=f"young adult reference behind the scores of the {site_label(rows[0])}",
            unit="g/cm2",
            text=f"{text}; fits {', '.join(names)}" if names else text,
            formula=f"{formulas['t_score'].formula}; {formulas['yam_percent'].formula}, solved for mean and deviation",
            records=tuple(row.id for row in rows),
            months=months_of(rows[0]) if len(rows) == 1 else None,
        )


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _is_named(entry: BmdReferenceEntry, row: Bmd, patient: Patient, fit: Fit) -> bool:
    if row.site not in entry.mean or patient.sex not in (None, entry.sex):
        return False
    point = (Fraction(entry.mean[row.site]), Fraction(entry.deviation[row.site]))
    return all(bound.holds(point) for item in fit.rows for bound in _bounds(item, _TOLERANCE))
