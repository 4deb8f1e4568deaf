"""Columns of tables in which no note tells anything."""

from __future__ import annotations

from dataclasses import replace

from osteocase.report.document import Table

__all__ = ["without_empty_columns"]


def without_empty_columns(table: Table) -> Table:
    """The table without columns in which nothing is told."""
    values = [row for row in table.rows if row.kind == "values"]
    kept = [
        place
        for place in range(len(table.columns))
        if any(row.cells[place].plain or row.cells[place].trend for row in values)
    ]
    rows = tuple(
        replace(row, cells=tuple(row.cells[place] for place in kept)) if row.kind == "values" else row
        for row in table.rows
    )
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)
