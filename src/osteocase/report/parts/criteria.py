"""The criteria part: published criteria held against the case, with the arm that decided and the values behind it."""

from __future__ import annotations

from osteocase.records import Criterion
from osteocase.report.document import Cell, Column, Part, Row, Run, Table, Text
from osteocase.report.parts.context import Context
from osteocase.report.wording import capital, plain

__all__ = ["criteria"]

_STATE = {"met": "✓\u00a0met", "not_met": "✗\u00a0not\u00a0met", "unknown": "?\u00a0cannot\u00a0be\u00a0told"}


def _because(criterion: Criterion) -> Text:
    """What the lines below do not tell: the arms have their own reasons beside them."""
    told = criterion.reason
    for arm in criterion.arms:
        told = told.replace(f"{arm.label}: {arm.reason}", "")
    for arm in criterion.arms:
        told = told.replace(arm.reason, "")
    told = told.strip(" ;.,:")
    if told in {arm.label for arm in criterion.arms}:
        return ()
    return (Run(capital(told)),) if told else ()


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
                    Cell((Run(_STATE.get(criterion.state, plain(criterion.state).replace(" ", "\u00a0")), bold=True),)),
                    Cell(_because(criterion), target=context.ledger.first(criterion.records)),
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
                    Cell(
                        (Run(arm.reason),),
                        target=context.ledger.first(arm.records),
                    ),
                    Cell(context.ledger.numbers(arm.records)),
                )
            )
            for arm in criterion.arms
        )
    publications: dict[str, list[str]] = {}
    for criterion in context.case.criteria:
        publications.setdefault(criterion.publication, []).append(criterion.name.partition(":")[0])
    cited = "; ".join(f"{', '.join(dict.fromkeys(names))}: {paper}" for paper, names in publications.items())
    note: Text = (Run(f"{cited}. Shown as remarks to the author, not as a diagnosis.", tone="quiet"),)
    table = Table(
        name="criteria",
        caption="Published criteria",
        columns=(
            Column("Criterion", header=True, weight=3),
            Column("State"),
            Column("Because", weight=4),
            Column("Source"),
        ),
        rows=tuple(rows),
        notes=(note,),
    )
    return Part("criteria", "Criteria", (table,))
