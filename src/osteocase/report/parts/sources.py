"""The sources part: one row for every fact with its words, their place, the rule that read them and its review."""

from __future__ import annotations

from itertools import groupby

from osteocase.report.document import Block, Cell, Column, Paragraph, Part, Row, Run, Table, Text
from osteocase.report.ledger import Entry
from osteocase.report.parts.context import Context

__all__ = ["sources"]


def sources(context: Context) -> Part | None:
    """The part, or None where the case holds no fact."""
    entries = context.ledger.entries
    if not entries:
        return None
    rows: list[Row] = []
    for group, members in groupby(entries, key=lambda entry: entry.group):
        rows.append(Row((Cell((Run(group, bold=True),)),), kind="group", rule=bool(rows)))
        rows.extend(_row(context, entry) for entry in members)
    table = Table(
        name="sources",
        caption=f"Sources of {len(entries)} facts",
        columns=(
            Column("No.", kind="number", header=True),
            Column("Fact", weight=4),
            Column("Words of the note", weight=5),
            Column("Where", weight=4),
            Column("Rule and review", weight=3),
        ),
        rows=tuple(rows),
        small=True,
    )
    blocks: list[Block] = [table]
    if context.case.notes:
        blocks.append(Paragraph(_documents(context), role="note"))
    return Part("sources", "Sources of every value", tuple(blocks))


def _row(context: Context, entry: Entry) -> Row:
    when = f", {entry.when}" if entry.when else ""
    fact: Text = (Run(f"{entry.field}: "), Run(entry.printed, bold=True), Run(when))
    where = [Run(entry.source.note), Run(f", {context.ledger.place(entry.source)}", tone="quiet")]
    if entry.also:
        also = "; ".join(f"{source.note}, {context.ledger.place(source)}" for source in entry.also)
        where.append(Run(f"; also {also}", tone="quiet"))
    rejected = entry.review == "rejected"
    return Row(
        (
            Cell((Run(str(entry.number)),)),
            Cell(fact),
            Cell((Run(f"“{entry.quote}”"),)),
            Cell(tuple(where)),
            Cell((Run(f"{entry.rule}, ", tone="quiet"), Run(entry.review, bold=rejected))),
        ),
        anchor=entry.anchor,
        tone="quiet" if rejected else "plain",
    )


def _documents(context: Context) -> Text:
    """The notes that were read, each with the first digits of its hash."""
    runs: list[Run] = [Run("Notes read: ", tone="quiet")]
    for place, note in enumerate(context.case.notes):
        kind = f" ({note.kind.replace('_', ' ')})" if note.kind else ""
        digest = f", SHA-256 {note.sha256[:12]}" if note.sha256 else ""
        runs.append(Run(f"{'; ' if place else ''}{note.id}{kind}{digest}", tone="quiet"))
    return (*runs, Run(".", tone="quiet"))
