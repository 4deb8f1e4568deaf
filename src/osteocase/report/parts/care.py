"""The CARE part: the state of each item of the checklist, with the records that speak for it."""

from __future__ import annotations

from osteocase.report.document import Cell, Column, Part, Row, Run, Table
from osteocase.report.parts.context import Context

__all__ = ["care"]

_STATE = {
    "present": "✓ present",
    "partial": "◐ partial",
    "missing": "✗ missing",
    "not_applicable": "– not\u00a0applicable",
    "needs_author": "✎ for\u00a0the\u00a0author",
}


def care(context: Context) -> Part | None:
    """The part, or None where the case holds no checklist."""
    items = context.case.care
    if not items:
        return None
    met = sum(item.state == "present" for item in items)
    rows = tuple(
        Row(
            (
                Cell((Run(item.item),)),
                Cell((Run(item.title),)),
                Cell((Run(_STATE[item.state], bold=item.state == "missing"),)),
                Cell((Run(item.reason or ""),)),
                Cell(context.ledger.numbers(item.records)),
            )
        )
        for item in items
    )
    table = Table(
        name="care",
        caption=f"CARE checklist: {met} of {len(items)} items present",
        columns=(
            Column("Item", header=True),
            Column("Asks for", weight=4),
            Column("State", weight=2),
            Column("Remark", weight=3),
            Column("Source", weight=2),
        ),
        rows=rows,
        notes=((Run("Items after Gagnier JJ et al., J Med Case Rep 2013;7:223.", tone="quiet"),),),
    )
    return Part("care", "CARE checklist", (table,))
