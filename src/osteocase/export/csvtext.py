"""Rows as CSV (UTF-8, line feeds, inside cells too). What a spreadsheet would take for a formula is made plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from osteocase.export.tables import Table, Value

__all__ = ["csv_header", "csv_rows"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def csv_header(table: Table) -> str:
    """The line of column names."""
    return csv_rows([table.heads])


def csv_rows(rows: Iterable[tuple[Value, ...]]) -> str:
    """Lines of values; numbers keep every digit, an empty cell is what the notes do not tell."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("\r", "\n")  # a lone CR would end the row for many readers
        # An apostrophe in front is how every spreadsheet marks text that is not to be reckoned.
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return f"{value:f}" if not isinstance(value, int) else str(value)
