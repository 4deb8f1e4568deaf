"""The FRAX part: what the tool asks for, what the notes tell of it and what is missing. The tool is never computed."""

from __future__ import annotations

from osteocase.case.frax import frax_sheet
from osteocase.report.document import Cell, Column, Part, Row, Run, Table
from osteocase.report.parts.context import Context
from osteocase.report.wording import capital

__all__ = ["frax"]

_STATE = {"told": "✓ told", "to_read": "✎ to be read by the author", "missing": "✗ missing"}


def frax(context: Context) -> Part | None:
    """The part, or None where no densitometry is told, without which nobody asks for FRAX."""
    if not context.case.bmd:
        return None
    sheet = frax_sheet(context.case)
    rows = tuple(
        Row(
            (
                Cell((Run(item.name),)),
                Cell((Run(_STATE[item.state], bold=item.state == "missing"),)),
                Cell((Run(item.value or ""),), target=context.ledger.first(item.records)),
                Cell(context.ledger.numbers(item.records)),
            )
        )
        for item in sheet.inputs
    )
    notes = [(Run(f"{capital(reason)}.", tone="quiet"),) for reason in sheet.obstacles]
    notes.append(
        (Run("FRAX is a closed tool and is not computed here; a stated result stands among the scores.", tone="quiet"),)
    )
    table = Table(
        name="frax",
        caption="Input sheet of FRAX",
        columns=(
            Column("Asked for", header=True, weight=3),
            Column("State", weight=2),
            Column("Told", weight=3),
            Column("Source"),
        ),
        rows=rows,
        notes=tuple(notes),
    )
    return Part("frax", "FRAX input sheet", (table,))
