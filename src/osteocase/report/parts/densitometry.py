"""The bone density part: per site BMD, T, Z, YAM, and the stated beside the computed change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from osteocase.records import Bmd, Check, Derived
from osteocase.report.document import Block, Cell, Column, Part, Row, Run, Table, Text
from osteocase.report.numbers import number, signed
from osteocase.report.parts.context import Context, TimeColumn, time_column, time_columns
from osteocase.report.wording import bmd_site, plain

__all__ = ["changes_of", "densitometry", "disputed", "sites"]

_COMPARATOR = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}

BASELINE_CHANGE = "bmd_change_from_baseline"
PREVIOUS_CHANGE = "bmd_change_from_previous"


def densitometry(context: Context) -> Part | None:
    """The part, or None where no densitometry is told."""
    records = context.case.bmd
    if not records:
        return None
    columns = time_columns(context.case, records)
    head = [Column("Measure", header=True, weight=2), Column("Unit")]
    head.extend(Column(column.label, kind="number") for column in columns)
    head.append(Column("Source"))
    rows: list[Row] = []
    for place, site in enumerate(sites(records)):
        rows.append(Row((Cell((Run(bmd_site(site[0]), bold=True),)),), kind="group", rule=place > 0))
        rows.extend(_site_rows(context, site, columns))
    blocks: list[Block] = [
        Table(
            name="densitometry",
            caption="Bone densitometry, stated and computed",
            columns=tuple(head),
            rows=tuple(rows),
            notes=_notes(context),
        )
    ]
    return Part("densitometry", "Bone density", tuple(blocks))


def sites(records: Sequence[Bmd]) -> list[tuple[Bmd, ...]]:
    """Records of one site, region and side together, in the order in which the sites first appear."""
    found: dict[tuple[object, ...], list[Bmd]] = {}
    for record in records:
        found.setdefault((record.site, record.region, record.side), []).append(record)
    return [tuple(site) for site in found.values()]


def changes_of(context: Context, records: Sequence[Bmd], kind: str) -> dict[str, Derived]:
    """Computed changes of a site, by the id of the later record."""
    own = {record.id for record in records}
    return {
        derived.records[-1]: derived
        for derived in context.case.derived
        if derived.kind == kind and derived.value is not None and derived.records and derived.records[-1] in own
    }


def disputed(context: Context, record: Bmd) -> Check | None:
    """The check that contradicts a record's stated change."""
    return next(
        (check for check in context.case.checks if check.kind == "arithmetic" and record.id in check.records[-1:]), None
    )


def _site_rows(context: Context, records: tuple[Bmd, ...], columns: tuple[TimeColumn, ...]) -> list[Row]:
    rows = []
    stated: tuple[tuple[str, str, Callable[[Bmd], str]], ...] = (
        ("BMD", "g/cm²", lambda record: _optional(record.bmd_g_cm2)),
        ("T-score", "SD", _t_score),
        ("Z-score", "SD", lambda record: _compared(record.z_score, record.z_score_comparator)),
        ("Young adult mean", "%", lambda record: _optional(record.yam_percent)),
        ("Trabecular bone score", "", lambda record: _optional(record.tbs)),
        ("Class in the notes", "", lambda record: plain(record.classification or "")),
    )
    for name, unit, tell in stated:
        told = [record for record in records if tell(record)]
        if told:
            rows.append(_row(context, name, unit, told, columns, tell))
    changed = [record for record in records if record.change_percent is not None]
    if changed:
        rows.append(_stated_change(context, changed, columns))
    for kind, name in (
        (BASELINE_CHANGE, "Change from baseline, computed"),
        (PREVIOUS_CHANGE, "Change from previous, computed"),
    ):
        computed = changes_of(context, records, kind)
        if computed:
            rows.append(_computed_change(context, name, computed, records, columns))
    return rows


def _optional(value: Decimal | None) -> str:
    return number(value) if value is not None else ""


def _compared(value: Decimal | None, comparator: str | None) -> str:
    return f"{_COMPARATOR[comparator] if comparator else ''}{number(value)}" if value is not None else ""


def _t_score(record: Bmd) -> str:
    text = _compared(record.t_score, record.t_score_comparator)
    return f"{text} to {number(record.t_score_high)}" if record.t_score_high is not None else text


def _row(
    context: Context,
    name: str,
    unit: str,
    records: Sequence[Bmd],
    columns: tuple[TimeColumn, ...],
    tell: Callable[[Bmd], str],
) -> Row:
    cells = [Cell((Run(name),)), Cell((Run(unit),))]
    for column in columns:
        here = [record for record in records if time_column(context.case, record) == column]
        words = " / ".join(dict.fromkeys(tell(record) for record in here))
        target = context.ledger.target(here[0].id) if here else None
        cells.append(Cell((Run(words),) if words else (), target=target))
    cells.append(Cell(context.ledger.numbers(record.id for record in records)))
    return Row(tuple(cells))


def _stated_change(context: Context, records: Sequence[Bmd], columns: tuple[TimeColumn, ...]) -> Row:
    bases = list(dict.fromkeys(record.change_from for record in records if record.change_from))
    name = f"Change from {bases[0]}, stated" if len(bases) == 1 else "Change, stated"
    cells = [Cell((Run(name),)), Cell((Run("%"),))]
    for column in columns:
        here = [record for record in records if time_column(context.case, record) == column]
        if not here:
            cells.append(Cell())
            continue
        wrong = any(disputed(context, record) for record in here)
        words = " / ".join(dict.fromkeys(signed(record.change_percent) for record in here if record.change_percent))
        runs: Text = (Run(f"{words} ×", bold=True, tone="alert"),) if wrong else (Run(words),)
        cells.append(Cell(runs, target=context.ledger.target(here[0].id)))
    cells.append(Cell(context.ledger.numbers(record.id for record in records)))
    return Row(tuple(cells))


def _computed_change(
    context: Context,
    name: str,
    computed: dict[str, Derived],
    records: Sequence[Bmd],
    columns: tuple[TimeColumn, ...],
) -> Row:
    cells = [Cell((Run(name, italic=True),)), Cell((Run("%"),))]
    for column in columns:
        here = [
            computed[record.id]
            for record in records
            if record.id in computed and time_column(context.case, record) == column
        ]
        words = " / ".join(dict.fromkeys(signed(derived.value, 1) for derived in here if derived.value is not None))
        cells.append(Cell((Run(words, italic=True),) if words else ()))
    used = {key for derived in computed.values() for key in derived.records}
    cells.append(Cell(context.ledger.numbers(used)))
    return Row(tuple(cells))


def _notes(context: Context) -> tuple[Text, ...]:
    notes: list[Text] = []
    if any(derived.kind in (BASELINE_CHANGE, PREVIOUS_CHANGE) for derived in context.case.derived):
        notes.append(
            (Run("Lines in italics are computed by the program from the BMD values above them.", tone="quiet"),)
        )
    if any(disputed(context, record) for record in context.case.bmd):
        notes.append(
            (
                Run("× ", bold=True, tone="alert"),
                Run("The stated change does not agree with the BMD values; see ", tone="quiet"),
                Run("Discrepancies", tone="quiet", target="part-discrepancies"),
                Run(".", tone="quiet"),
            )
        )
    machines = list(dict.fromkeys(record.machine for record in context.case.bmd if record.machine))
    told = f"Densitometer: {'; '.join(machines)}." if machines else "The notes do not name the densitometer."
    notes.append((Run(told, tone="quiet"),))
    return tuple(notes)
