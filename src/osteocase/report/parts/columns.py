"""Tables without the columns that tell nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from osteocase.report.document import Table

__all__ = ["without_columns", "without_empty_columns"]


def without_empty_columns(table: Table) -> Table:
    """The table without columns in which nothing is told."""
    values = [row for row in table.rows if row.kind == "values"]
    kept = [
        place
        for place in range(len(table.columns))
        if any(row.cells[place].plain or row.cells[place].trend for row in values)
    ]
    return _only(table, kept)


def without_columns(table: Table, *titles: str) -> Table:
    """The table without its columns of these titles."""
    return _only(table, [place for place, column in enumerate(table.columns) if column.title not in titles])


def _only(table: Table, kept: Sequence[int]) -> Table:
    rows = tuple(
        replace(row, cells=tuple(row.cells[place] for place in kept)) if row.kind == "values" else row
        for row in table.rows
    )
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)
