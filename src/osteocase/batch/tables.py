"""Notes in the rows of tables: JSONL, CSV, Parquet and SQL queries, read row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osteocase.batch.items import Item
from osteocase.errors import InputError
from osteocase.reading import shown_path

__all__ = ["TABLE_SUFFIXES", "Fields", "sql_items", "table_items"]

TABLE_SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
"""Suffixes of files whose rows are notes."""

_ROWS_AT_ONCE = 256
_END = "\0"


@dataclass(frozen=True)
class Fields:
    """Which columns hold what."""

    text: str = "text"
    note: str | None = None
    """Column with the id of the note; the row's number unless given."""
    case: str | None = None
    """Column with the id of the patient or case; notes stay single unless given."""


def table_items(path: Path, fields: Fields) -> Iterator[Item]:
    """The notes of a table, one a row; a row that holds none becomes an item with its fault.

    Raises:
        InputError: the table cannot be opened, or lacks a column.
    """
    suffix = path.suffix.lower()
    reader = {".csv": _csv_rows, ".tsv": _csv_rows, ".parquet": _parquet_rows}.get(suffix, _jsonl_rows)
    try:
        yield from _items(reader(path, fields), fields, shown_path(path), plain_name=path.stem)
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", place=shown_path(path)) from error


def sql_items(url: str, query: str, fields: Fields) -> Iterator[Item]:
    """The notes that a query gives, streamed from the database.

    Raises:
        InputError: the driver is missing, the database cannot be reached, or the query fails.
    """
    yield from _items(_sql_rows(url, query, fields), fields, "query", plain_name="row")


def _items(rows: Iterator[Mapping[str, Any] | str], fields: Fields, place: str, *, plain_name: str) -> Iterator[Item]:
    for number, row in enumerate(rows, start=1):
        name = f"{plain_name}-{number}"
        where = f"{place}#{number}"
        if isinstance(row, str):
            yield Item(note=name, case=None, path=where, size=0, fault=row)
            continue
        note = _word(row.get(fields.note)) if fields.note else None
        case = _word(row.get(fields.case)) if fields.case else None
        words = row.get(fields.text)
        fault = None if isinstance(words, str) else f"there is no text in column {fields.text!r}"
        text = words if isinstance(words, str) else None
        size = len(text.encode("utf-8", errors="replace")) if text else 0
        yield Item(note=note or name, case=case, path=where, size=size, text=text or "", fault=fault)


def _word(value: object) -> str | None:
    """An id as text; ids that a table stores as numbers keep their digits."""
    return None if value is None or value == "" else str(value)


def _jsonl_rows(path: Path, fields: Fields) -> Iterator[Mapping[str, Any] | str]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as lines:
        for line in lines:
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                yield "the line is not JSON"
                continue
            yield row if isinstance(row, dict) else "the line is no JSON object"


def _csv_rows(path: Path, fields: Fields) -> Iterator[Mapping[str, Any] | str]:
    csv.field_size_limit(2**31 - 1)  # notes are longer than what the csv module expects of a field
    with path.open(encoding=_csv_encoding(path), errors="replace", newline="") as lines:
        rows = csv.reader(_closed(lines), delimiter=_delimiter(path))
        head = next(rows)
        if _END in head[-1]:
            raise InputError("it has no head with the names of its columns", place=shown_path(path))
        _require(head, fields, path)
        for cells in filter(None, rows):
            if cells == [_END]:
                return
            if _END in cells[-1]:
                yield "a quotation mark opens in this row and is never closed; no row behind it was read"
            elif any(cell.strip() for cell in cells[len(head) :]):
                yield "the row has more cells than the head; a note with separators must stand in quotation marks"
            else:
                yield dict(zip(head, cells, strict=False))


def _closed(lines: Iterable[str]) -> Iterator[str]:
    """The lines, and a sign that ends them all: within a cell it tells of a quotation that is never closed."""
    for line in lines:
        yield line.replace(_END, "")
    yield _END


def _csv_encoding(path: Path) -> str:
    """UTF-8 unless its beginning cannot be that; then what Western spreadsheets write."""
    with path.open("rb") as stream:
        head = stream.read(1_000_000)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head[: head.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _delimiter(path: Path) -> str:
    if path.suffix.lower() == ".tsv":
        return "\t"
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        head = lines.readline()
    return max(",;\t", key=head.count)


def _parquet_rows(path: Path, fields: Fields) -> Iterator[Mapping[str, Any] | str]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError(
            "Parquet needs pyarrow", place=shown_path(path), hint="pip install 'osteocase[batch]'"
        ) from error
    try:
        table = ParquetFile(path)
        _require(table.schema_arrow.names, fields, path)
        wanted = [name for name in (fields.text, fields.note, fields.case) if name]
        for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
            yield from batch.to_pylist()
    except ArrowException as error:
        raise InputError("this is no readable Parquet file", place=shown_path(path)) from error


def _sql_rows(url: str, query: str, fields: Fields) -> Iterator[Mapping[str, Any] | str]:
    from sqlalchemy import create_engine, text
    from sqlalchemy.exc import SQLAlchemyError

    try:
        _require_file(url)
        engine = create_engine(url)
        with engine.connect().execution_options(stream_results=True, yield_per=_ROWS_AT_ONCE) as connection:
            result = connection.execute(text(query))
            _require(tuple(result.keys()), fields, None)
            for row in result.mappings():
                yield dict(row)
    except (SQLAlchemyError, ImportError) as error:
        # The message of the driver may hold the password of the address; its kind tells enough.
        raise InputError(
            f"the database or the query cannot be used ({type(error).__name__})", hint="look at address and query"
        ) from error


def _require_file(url: str) -> None:
    """SQLite would make a file that is not there: a wrong name would leave an empty database behind."""
    from sqlalchemy import make_url

    address = make_url(url)
    name = address.database or ""
    if (
        address.get_backend_name() == "sqlite"
        and name
        and not name.startswith((":memory:", "file:"))
        and not Path(name).exists()
    ):
        raise InputError("there is no such file", place=name, hint="look at the address of the database")


def _require(names: Any, fields: Fields, path: Path | None) -> None:
    import difflib

    for wanted in filter(None, (fields.text, fields.note, fields.case)):
        if list(names).count(wanted) > 1:
            raise InputError(
                f"several columns are called {wanted!r}",
                place=shown_path(path) if path else "query",
                hint="give each column a name of its own",
            )
        if wanted not in names:
            near = difflib.get_close_matches(wanted, names, n=1)
            raise InputError(
                f"there is no column {wanted!r}" + (f"; did you mean {near[0]!r}?" if near else ""),
                place=shown_path(path) if path else "query",
                hint=f"its columns are {', '.join(map(repr, names))}",
            )
