"""Records as data frames, one a table."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Literal

from osteocase.errors import OutputError
from osteocase.export.parquet import arrow_table
from osteocase.export.tables import TABLES, Value, rows_of_case, rows_of_note
from osteocase.records import CaseRecord, NoteRecord

__all__ = ["FrameLibrary", "frames"]

FrameLibrary = Literal["pandas", "polars"]


def frames(
    records: NoteRecord | CaseRecord | Sequence[NoteRecord | CaseRecord], *, library: FrameLibrary = "pandas"
) -> dict[str, Any]:
    """Table name to data frame, every table with all its columns even where no record fills it.

    A number stands in two columns: as floating point (``value``) and as text with every digit of the note
    (``value_as_written``).

    Args:
        records: what was read out of one or many notes, or cases made from them.
        library: whose frames; it must be installed.

    Raises:
        OutputError: the library or pyarrow is not installed.
    """
    rows: dict[str, list[tuple[Value, ...]]] = {name: [] for name in TABLES}
    for record in (records,) if isinstance(records, NoteRecord | CaseRecord) else records:
        found = rows_of_note(record) if isinstance(record, NoteRecord) else rows_of_case(record)
        for name, row in found:
            rows[name].append(row)
    try:
        module = import_module(library)
    except ImportError as error:
        raise OutputError(f"data frames need {library}", hint="pip install 'osteocase[frames]'") from error
    tables = {name: arrow_table(TABLES[name], held) for name, held in rows.items()}
    if library == "polars":
        return {name: module.from_arrow(table) for name, table in tables.items()}
    return {name: table.to_pandas() for name, table in tables.items()}
