"""Records as flat tables, CSV and Parquet: every digit kept, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.export import TABLES, Value, csv_header, csv_rows, parquet_bytes, rows_of_case, rows_of_note
from osteocase.records import Bmd, NoteHeader, NoteRecord, Offset, Source, Time
from tests.report.founding import founding_case

BMD = Bmd(
    id="v/bmd-1",
    source=Source(note="v", start=0, end=5, text="-2.50"),
    rule="bmd.test",
    site="lumbar_spine",
    region="L1-L4",
    t_score=Decimal("-2.50"),
    time=Time(text="6 months", kind="relative", offset=Offset(value=Decimal(6), unit="month"), months=Decimal(6)),
)
NOTE = NoteRecord(note=NoteHeader(id="v"), bmd=(BMD,))


def as_dict(table: str, row: tuple[Value, ...]) -> dict[str, Value]:
    return {head: value for head, value in zip(TABLES[table].heads, row, strict=True) if value is not None}


def test_a_record_is_one_row_with_nested_values_in_columns_of_their_own() -> None:
    (row,) = [row for table, row in rows_of_note(NOTE, case="roe") if table == "bmd"]
    assert as_dict("bmd", row) == {
        "case": "roe",
        "note": "v",
        "id": "v/bmd-1",
        "source_start": 0,
        "source_end": 5,
        "source_text": "-2.50",
        "rule": "bmd.test",
        "review": "unreviewed",
        "basis": "stated",
        "correction": False,
        "site": "lumbar_spine",
        "region": "L1-L4",
        "t_score": Decimal("-2.50"),
        "time_text": "6 months",
        "time_kind": "relative",
        "time_offset_value": Decimal(6),
        "time_offset_unit": "month",
        "time_months": Decimal(6),
    }


def test_a_case_gives_every_record_of_its_lists() -> None:
    case = founding_case()
    counts = dict.fromkeys(TABLES, 0)
    for table, row in rows_of_case(case):
        counts[table] += 1
        assert row[0] == case.case.id
    assert counts == {"patient": 1} | {name: len(getattr(case, name)) for name in TABLES if name != "patient"}


def test_csv_keeps_every_digit_and_leaves_what_is_not_told_empty() -> None:
    rows = [row for table, row in rows_of_note(NOTE) if table == "bmd"]
    (line,) = csv.DictReader(io.StringIO(csv_header(TABLES["bmd"]) + csv_rows(rows)))
    assert (line["t_score"], line["bmd_g_cm2"], line["correction"], line["case"]) == ("-2.50", "", "false", "")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+18.2 %", "'+18.2 %"),
        ("-2.5", "'-2.5"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        (Decimal("-2.5"), "-2.5"),
        (Decimal("1E+3"), "1000"),
        (True, "true"),
        (None, ""),
        ("L1-L4", "L1-L4"),
    ],
)
def test_words_that_a_spreadsheet_would_run_are_made_text_and_numbers_stay(value: Value, cell: str) -> None:
    assert next(csv.reader(io.StringIO(csv_rows([(value,)])), strict=True), [""])[:1] == [cell]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_any_words_come_back_from_csv(rows: list[tuple[str, str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_rows(rows), newline="")))
    written = [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in rows]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in written
    ]


def test_parquet_has_numbers_to_reckon_with_and_their_digits() -> None:
    import pyarrow
    from pyarrow import parquet

    rows = [row for table, row in rows_of_note(NOTE) if table == "bmd"]
    data = parquet_bytes(TABLES["bmd"], rows)
    (line,) = parquet.read_table(pyarrow.BufferReader(data)).to_pylist()
    assert (line["t_score"], line["t_score_as_written"], line["z_score"], line["source_start"]) == (
        -2.5,
        "-2.50",
        None,
        0,
    )
    assert data == parquet_bytes(TABLES["bmd"], rows)
