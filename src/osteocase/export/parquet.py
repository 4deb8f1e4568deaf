"""Rows as Parquet. Numbers stand twice: as floating point for reckoning, and as text with every digit of the note."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osteocase.errors import OutputError
from osteocase.export.tables import Table, Value

if TYPE_CHECKING:
    import pyarrow

__all__ = ["ParquetFile", "arrow_table", "parquet_bytes"]

EXACT = "_as_written"
"""Ending of the columns that hold a number as text."""


def parquet_bytes(table: Table, rows: Sequence[tuple[Value, ...]]) -> bytes:
    """A Parquet file with the rows of one table.

    Raises:
        OutputError: pyarrow is not installed.
    """
    _, parquet = _libraries()
    stream = io.BytesIO()
    parquet.write_table(arrow_table(table, rows), stream, compression="zstd")
    return stream.getvalue()


def arrow_table(table: Table, rows: Sequence[tuple[Value, ...]]) -> pyarrow.Table:
    """The rows of one table in Arrow's columns.

    Raises:
        OutputError: pyarrow is not installed.
    """
    arrow, _ = _libraries()
    schema = _schema(table)
    wide = [_wide(table, row) for row in rows]
    arrays = [arrow.array([row[place] for row in wide], field.type) for place, field in enumerate(schema)]
    return arrow.Table.from_arrays(arrays, schema=schema)


class ParquetFile:
    """One file of many parts: each becomes its own row groups, so that memory stays flat."""

    def __init__(self, table: Table, path: Path) -> None:
        arrow, parquet = _libraries()
        self._arrow, self._parquet = arrow, parquet
        self._writer = parquet.ParquetWriter(path, _schema(table), compression="zstd")

    def append(self, part: bytes) -> None:
        """Add what :func:`parquet_bytes` made."""
        self._writer.write_table(self._parquet.read_table(self._arrow.BufferReader(part)))

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()


def _schema(table: Table) -> pyarrow.Schema:
    arrow, _ = _libraries()
    types = {"text": arrow.string(), "whole": arrow.int64(), "truth": arrow.bool_(), "decimal": arrow.float64()}
    fields = [("case", arrow.string()), ("note", arrow.string())]
    for column in table.columns:
        fields.append((column.name, types[column.kind]))
        if column.kind == "decimal":
            fields.append((column.name + EXACT, arrow.string()))
    return arrow.schema(fields)


def _wide(table: Table, row: tuple[Value, ...]) -> list[Any]:
    """A row with each number beside its digits."""
    cells: list[Any] = list(row[:2])
    for column, value in zip(table.columns, row[2:], strict=True):
        if column.kind == "decimal":
            known = isinstance(value, Decimal)
            cells += [float(value), f"{value:f}"] if known else [None, None]  # type: ignore[arg-type]  # known to be one
        else:
            cells.append(value)
    return cells


def _libraries() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise OutputError("Parquet and data frames need pyarrow", hint="pip install 'osteocase[batch]'") from error
    return pyarrow, pyarrow.parquet
