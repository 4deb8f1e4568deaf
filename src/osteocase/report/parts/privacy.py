"""The privacy part: what the rules found and replaced, without the words themselves."""

from __future__ import annotations

from osteocase.case.privacy import told
from osteocase.records import Redaction
from osteocase.report.document import Block, Cell, Column, Paragraph, Part, Row, Run, Table
from osteocase.report.parts.context import Context

__all__ = ["privacy"]

_KEPT = "This report holds the words of the notes as they are: names, dates and numbers were not looked for."


def privacy(context: Context) -> Part:
    """The part: a row for every stand-in, or the remark that nothing was replaced."""
    redaction = context.case.redaction
    if redaction is None:
        return Part("privacy", "Identifiers", (Paragraph((Run(_KEPT, bold=True, tone="alert"),)),))
    blocks: list[Block] = [Paragraph((Run(line),)) for line in _lines(redaction)]
    if redaction.replaced:
        blocks.append(_table(redaction))
    return Part("privacy", "Identifiers found and replaced", tuple(blocks))


def _lines(redaction: Redaction) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for item in redaction.replaced:
        counts[item.letter] = counts.get(item.letter, 0) + 1
    return told(counts, redaction.for_a_person, redaction.reviewed_by)


def _table(redaction: Redaction) -> Table:
    rows = tuple(
        Row((Cell((Run(f"{item.letter}, {item.kind}"),)), Cell((Run(item.stand_in),)), Cell((Run(str(item.places)),))))
        for item in redaction.replaced
    )
    return Table(
        name="identifiers",
        caption="Stand-ins in this report",
        columns=(
            Column("Class (45 CFR 164.514(b)(2))", header=True, weight=4),
            Column("Stand-in", weight=3),
            Column("Places in the notes", kind="number"),
        ),
        rows=rows,
        notes=(
            (
                Run(
                    "Dates stand as months of the axis. The rules find what they know; a person has to read the rest.",
                    tone="quiet",
                ),
            ),
        ),
        small=True,
    )
