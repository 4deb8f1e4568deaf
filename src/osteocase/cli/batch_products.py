"""What ``osteocase batch`` can make: JSON lines, CSV, Parquet, and a PDF for each case."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from osteocase.batch import CASES, NOTES, Product, Sink, UnitResult, chained
from osteocase.export import TABLES, ParquetFile, Value, csv_header, csv_rows, parquet_bytes, rows_of_case, rows_of_note

__all__ = ["PRODUCTS"]

_REPORTS = "reports/"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]|^[.]+")


def _rows(result: UnitResult) -> dict[str, list[tuple[Value, ...]]]:
    """Rows by table: of the cases where notes are grouped, else of the notes."""
    found: dict[str, list[tuple[Value, ...]]] = {name: [] for name in TABLES}
    sources = [rows_of_case(case) for case in result.cases]
    sources += [rows_of_note(note) for case, note in result.notes if case is None]
    for source in sources:
        for table, row in source:
            found[table].append(row)
    return found


def _csv_parts(result: UnitResult) -> Mapping[str, bytes]:
    return {f"{name}.csv": csv_rows(rows).encode("utf-8") for name, rows in _rows(result).items()}


def _parquet_parts(result: UnitResult) -> Mapping[str, bytes]:
    return {f"{name}.parquet": parquet_bytes(TABLES[name], rows) for name, rows in _rows(result).items() if rows}


def _pdf_parts(result: UnitResult) -> Mapping[str, bytes]:
    from osteocase.cli.report import report_bytes

    return {f"{_REPORTS}{_file_name(case.case.id)}.pdf": report_bytes(case, "pdf") for case in result.cases}


class _Many:
    """Several sinks as one."""

    def __init__(self, sinks: Iterable[Sink]) -> None:
        self._sinks = list(sinks)

    def add(self, parts: Mapping[str, bytes]) -> None:
        for sink in self._sinks:
            sink.add(parts)

    def close(self) -> Iterable[Path]:
        return [path for sink in self._sinks for path in sink.close()]


class _ParquetSink:
    """One Parquet file of the parts of one table."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name, self._path = f"{name}.parquet", folder / "parquet" / f"{name}.parquet"
        self._path.parent.mkdir(exist_ok=True)
        self._file = ParquetFile(TABLES[name], self._path)

    def add(self, parts: Mapping[str, bytes]) -> None:
        if self._name in parts:
            self._file.append(parts[self._name])

    def close(self) -> Iterable[Path]:
        self._file.close()
        return [self._path]


class _ReportSink:
    """Each report as a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Path] = []

    def add(self, parts: Mapping[str, bytes]) -> None:
        for name, content in parts.items():
            if name.startswith(_REPORTS):
                path = self._folder / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
                self._made.append(path)

    def close(self) -> Iterable[Path]:
        return self._made


def _csv_sink(folder: Path) -> Sink:
    heads = {name: csv_header(table).encode("utf-8") for name, table in TABLES.items()}
    return _Many(chained(f"{name}.csv", head=head, place=f"csv/{name}.csv")(folder) for name, head in heads.items())


def _parquet_sink(folder: Path) -> Sink:
    return _Many(_ParquetSink(folder, name) for name in TABLES)


def _file_name(case: str) -> str:
    """A case id as a file name: harmless, and never the same for two cases."""
    safe = _UNSAFE.sub("_", case)[:100]
    return safe if safe == case else f"{safe}-{hashlib.sha256(case.encode('utf-8', 'replace')).hexdigest()[:8]}"


PRODUCTS: dict[str, Product] = {
    product.name: product
    for product in (
        NOTES,
        CASES,
        Product("csv", _csv_parts, _csv_sink),
        Product("parquet", _parquet_parts, _parquet_sink),
        Product("pdf", _pdf_parts, _ReportSink, each_case=True),
    )
}
"""All kinds of output by name."""
