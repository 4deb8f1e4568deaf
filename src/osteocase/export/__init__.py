"""Records for other programs: flat tables as CSV, Parquet and data frames. The records stay the one data model."""

from __future__ import annotations

from osteocase.export.csvtext import csv_header, csv_rows
from osteocase.export.frames import FrameLibrary, frames
from osteocase.export.parquet import ParquetFile, parquet_bytes
from osteocase.export.tables import TABLES, Table, Value, rows_of_case, rows_of_note

__all__ = [
    "TABLES", "FrameLibrary", "ParquetFile", "Table", "Value", "csv_header", "csv_rows", "frames", "parquet_bytes",
    "rows_of_case", "rows_of_note",
]  # fmt: skip
