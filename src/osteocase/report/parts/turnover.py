"""Bone turnover: a formation marker against a resorption marker from time to time, and their computed changes."""

from __future__ import annotations

from osteocase.records import Derived, Lab, printed_unit
from osteocase.report.document import Cell, Column, Figure, Row, Run, Table
from osteocase.report.figuredata import BalancePlot, BalancePoint
from osteocase.report.numbers import number, signed
from osteocase.report.parts.context import Context
from osteocase.report.timeplace import TimeColumn, time_column, time_columns
from osteocase.report.wording import capital

__all__ = ["marker_changes", "turnover_figure"]

FORMATION = ("p1np", "bone_alkaline_phosphatase", "osteocalcin")
"""Analyte ids of formation markers, the one that IOF and IFCC prefer first (Osteoporos Int 2011;22:391)."""
RESORPTION = ("ctx", "tracp_5b", "ntx", "dpd")
"""Analyte ids of resorption markers, the preferred one first."""


def turnover_figure(context: Context) -> Figure | None:
    """The figure, or None where no pair of markers was measured together at two times."""
    for formation in FORMATION:
        for resorption in RESORPTION:
            figure = _figure(context, formation, resorption)
            if figure is not None:
                return figure
    return None


def _by_time(context: Context, analyte: str) -> dict[TimeColumn, Lab]:
    found: dict[TimeColumn, Lab] = {}
    for lab in context.case.labs:
        if lab.analyte == analyte and lab.value is not None and lab.comparator is None and lab.subject == "patient":
            column = time_column(context.case, lab)
            if column.months is not None:
                found.setdefault(column, lab)
    return found if len({lab.unit for lab in found.values()}) == 1 else {}


def _figure(context: Context, formation: str, resorption: str) -> Figure | None:
    up, across = _by_time(context, formation), _by_time(context, resorption)
    shared = sorted((column for column in up if column in across), key=lambda column: column.months or 0)
    if len(shared) < 2:
        return None
    points = tuple(
        BalancePoint(column.label, above, beside)
        for column in shared
        if (above := up[column].value) is not None and (beside := across[column].value) is not None
    )
    one, other = up[shared[0]], across[shared[0]]
    data = BalancePlot(
        one.name,
        printed_unit(one.unit),
        other.name,
        printed_unit(other.unit),
        points,
        one.reference.low if one.reference else None,
        one.reference.high if one.reference else None,
        other.reference.low if other.reference else None,
        other.reference.high if other.reference else None,
    )
    told = "; ".join(
        f"{point.label}: {one.name} {number(point.formation)}, {other.name} {number(point.resorption)}"
        for point in points
    )
    return Figure(
        "turnover",
        data,
        f"Bone turnover: formation ({one.name}) against resorption ({other.name}); band: reference intervals.",
        f"Path of bone turnover, {data.formation_unit} and {data.resorption_unit}. {told}.",
    )


def marker_changes(context: Context) -> Table | None:
    """The table of computed changes from baseline, or None where none was computed."""
    labs = {lab.id: lab for lab in context.case.labs}
    rows: dict[str, list[tuple[Lab, Derived]]] = {}
    for derived in context.case.derived:
        lab = labs.get(derived.records[-1]) if derived.records else None
        if derived.kind == "marker_change_from_baseline" and derived.value is not None and lab is not None:
            rows.setdefault(lab.analyte, []).append((lab, derived))
    if not rows:
        return None
    columns = time_columns(context.case, [lab for row in rows.values() for lab, _derived in row])
    return Table(
        name="marker-changes",
        caption="Change of turnover markers from baseline, computed",
        columns=(
            Column("Marker", header=True, weight=2),
            *(Column(column.label, "%", "number") for column in columns),
            Column("Source"),
        ),
        rows=tuple(
            Row(
                (
                    Cell((Run(capital(row[0][0].name)),)),
                    *(_changes_at(context, row, column) for column in columns),
                    Cell(context.ledger.numbers(key for _lab, derived in row for key in derived.records)),
                )
            )
            for row in rows.values()
        ),
        notes=((Run("100 × (value − baseline value) / baseline value.", tone="quiet"),),),
    )


def _changes_at(context: Context, row: list[tuple[Lab, Derived]], column: TimeColumn) -> Cell:
    here = [(lab, derived) for lab, derived in row if time_column(context.case, lab) == column]
    words = " / ".join(dict.fromkeys(signed(derived.value, 0) for _lab, derived in here if derived.value is not None))
    return Cell((Run(words, italic=True),), target=context.ledger.target(here[0][0].id)) if words else Cell()
