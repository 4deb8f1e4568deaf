"""The criteria part: published criteria held against the case, with the arm that decided and the values behind it."""

from __future__ import annotations

from osteocase.report.document import Cell, Column, Part, Row, Run, Table, Text
from osteocase.report.parts.context import Context
from osteocase.report.wording import plain

__all__ = ["criteria"]

_STATE = {"met": "✓ met", "not_met": "✗ not met", "unknown": "? cannot be told"}


def criteria(context: Context) -> Part | None:
    """The part, or None where no criterion was held against the case."""
    if not context.case.criteria:
        return None
    rows: list[Row] = []
    for criterion in context.case.criteria:
        rows.append(
            Row(
                (
                    Cell((Run(criterion.name, bold=True),)),
                    Cell((Run(_STATE.get(criterion.state, plain(criterion.state)), bold=True),)),
                    Cell((Run(criterion.reason),)),
                    Cell(context.ledger.numbers(criterion.records)),
                ),
                rule=bool(rows),
            )
        )
        rows.extend(
            Row(
                (
                    Cell((Run(f"– {arm.label}", tone="quiet"),)),
                    Cell((Run(_STATE.get(arm.state, plain(arm.state))),)),
                    Cell((Run(arm.reason),)),
                    Cell(context.ledger.numbers(arm.records)),
                )
            )
            for arm in criterion.arms
        )
    publications = dict.fromkeys(f"{criterion.name}: {criterion.publication}" for criterion in context.case.criteria)
    note: Text = (Run("; ".join(publications) + ". Shown as remarks to the author, not as a diagnosis.", tone="quiet"),)
    table = Table(
        name="criteria",
        caption="Published criteria",
        columns=(
            Column("Criterion", header=True, weight=3),
            Column("State"),
            Column("Because", weight=3),
            Column("Source"),
        ),
        rows=tuple(rows),
        notes=(note,),
    )
    return Part("criteria", "Criteria", (table,))
