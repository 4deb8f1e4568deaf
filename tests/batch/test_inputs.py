"""Notes found in folders, tables and databases, and cut into units."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.batch import Fields, Grouping, Item, by_case, folder_items, sql_items, table_items
from osteocase.batch.units import cut
from osteocase.errors import InputError
from tests.batch.conftest import Write

NOTE = "Serum calcium 9.4 mg/dL."
FIELDS = Fields(text="text", note="id", case="patient")


@pytest.mark.parametrize(
    ("grouping", "found"),
    [
        ("none", [(None, "P2_b"), (None, "a/P1_x"), (None, "a/P1_y"), (None, "a/P2_x"), (None, "a/deep/z")]),
        ("folder", [("notes", "P2_b"), ("a", "P1_x"), ("a", "P1_y"), ("a", "P2_x"), ("a/deep", "z")]),
        ("prefix", [("P2", "P2_b"), ("a/P1", "P1_x"), ("a/P1", "P1_y"), ("a/P2", "P2_x"), ("a/deep/z", "z")]),
    ],
)
def test_files_become_cases_by_folder_or_by_name(notes: Write, grouping: Grouping, found: list[object]) -> None:
    names = ["a/P1_y.txt", "a/P2_x.md", "a/P1_x.txt", "a/deep/z.txt", "P2_b.txt", "a/.hidden.txt", "a/README.md"]
    folder = notes(dict.fromkeys(names, NOTE))
    items = folder_items(folder, grouping=grouping, separator="_")
    assert [(item.case, item.note) for item in items] == found


def test_several_folders_keep_their_cases_apart_by_label(notes: Write) -> None:
    folder = notes({"roe/visit.txt": NOTE})
    items = folder_items(folder, grouping="folder", separator="_", label="ward-b")
    assert [item.case for item in items] == ["ward-b/roe"]


ROWS: list[dict[str, object]] = [
    {"id": 17, "patient": "P1", "text": NOTE, "other": 1},
    {"id": "b", "patient": 2, "text": 'T-score −2.5; "quoted", with\nline'},
    {"id": "c", "patient": "P1", "text": None},
]


def as_jsonl(path: Path) -> None:
    lines = [json.dumps(row) for row in ROWS]
    path.write_text("\ufeff" + "\n".join([*lines[:2], "", "{torn", "[1]", lines[2]]), encoding="utf-8")


def test_jsonl_rows_are_notes_and_torn_lines_are_set_aside(tmp_path: Path) -> None:
    as_jsonl(tmp_path / "notes.jsonl")
    items = list(table_items(tmp_path / "notes.jsonl", FIELDS))
    place = f"{tmp_path}/notes.jsonl"
    assert [(item.case, item.note, item.path, item.fault) for item in items] == [
        ("P1", "17", f"{place}#1", None),
        ("2", "b", f"{place}#2", None),
        (None, "notes-3", f"{place}#3", "the line is not JSON"),
        (None, "notes-4", f"{place}#4", "the line is no JSON object"),
        ("P1", "c", f"{place}#5", "there is no text in column 'text'"),
    ]
    assert items[1].text == ROWS[1]["text"]


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter"),
    [("a.csv", "utf-8", ","), ("b.csv", "utf-8-sig", ";"), ("c.csv", "cp1252", ","), ("d.tsv", "utf-16", "\t")],
)
def test_csv_as_spreadsheets_write_it(tmp_path: Path, name: str, encoding: str, delimiter: str) -> None:
    words = "Müller: 25(OH)D 18 µg/L\r\nsecond line"
    lines = [["id", "patient", "text"], ["1", "P1", f'"{words}"'], ["2", "P2", NOTE.replace(",", "")]]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    (tmp_path / name).write_bytes(text.encode(encoding))
    items = list(table_items(tmp_path / name, FIELDS))
    assert [(item.case, item.note, item.text) for item in items] == [("P1", "1", words), ("P2", "2", NOTE)]


def test_a_csv_field_may_be_as_long_as_a_note(tmp_path: Path) -> None:
    long = "calcium 9.4 mg/dL " * 20_000
    (tmp_path / "a.csv").write_text(f'text\n"{long}"\n', encoding="utf-8")
    assert [item.text for item in table_items(tmp_path / "a.csv", Fields())] == [long]


def test_a_csv_row_that_would_lose_words_is_set_aside(tmp_path: Path) -> None:
    rows = [
        "id,patient,text",
        f'1,P1,"{NOTE}",,',
        "2,P1,Calcium 9.4, phosphate 3.1",
        "",
        "3,P2",
        f'4,P2,"{NOTE}',
        f"5,P2,{NOTE}",
    ]
    (tmp_path / "notes.csv").write_text("\n".join(rows), encoding="utf-8")
    items = list(table_items(tmp_path / "notes.csv", FIELDS))
    assert [(item.text or "", (item.fault or "").partition(";")[0]) for item in items] == [
        (NOTE, ""),
        ("", "the row has more cells than the head"),
        ("", "there is no text in column 'text'"),
        ("", "a quotation mark opens in this row and is never closed"),
    ]


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("", "it has no head"),
        ('"id,patient,text', "it has no head"),
        ("id,text,patient,text\n", "several columns are called 'text'"),
    ],
)
def test_a_csv_without_one_head_is_refused(tmp_path: Path, table: str, fault: str) -> None:
    (tmp_path / "notes.csv").write_text(table, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        list(table_items(tmp_path / "notes.csv", FIELDS))


def test_a_wrong_name_of_a_database_leaves_no_empty_one_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        list(sql_items(f"sqlite:///{tmp_path}/notes.db", "SELECT 1 AS text", Fields()))
    assert list(tmp_path.iterdir()) == []


def test_parquet_rows_are_notes(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table({"id": [1, 2], "patient": ["P1", None], "text": [NOTE, "x"], "big": [b"0" * 9, b""]})
    parquet.write_table(table, tmp_path / "notes.parquet")
    items = list(table_items(tmp_path / "notes.parquet", FIELDS))
    assert [(item.case, item.note, item.text) for item in items] == [("P1", "1", NOTE), (None, "2", "x")]


def test_a_query_gives_notes(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "clinic.sqlite") as connection:
        connection.execute("CREATE TABLE note (id INTEGER, patient TEXT, text TEXT)")
        connection.executemany("INSERT INTO note VALUES (?, ?, ?)", [(1, "P1", NOTE), (2, "P2", "x")])
    connection.close()
    items = list(sql_items(f"sqlite:///{tmp_path}/clinic.sqlite", "SELECT * FROM note WHERE id < 2", FIELDS))
    assert [(item.case, item.note, item.path, item.text) for item in items] == [("P1", "1", "query#1", NOTE)]


def test_faulty_tables_are_told_with_the_nearest_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("note_id,txt\n1,x\n", encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        list(table_items(tmp_path / "a.csv", Fields(text="text")))
    assert refusal.value.message == "there is no column 'text'; did you mean 'txt'?"
    (tmp_path / "b.parquet").write_bytes(b"no parquet at all")
    with pytest.raises(InputError, match="this is no readable Parquet file"):
        list(table_items(tmp_path / "b.parquet", Fields()))
    with pytest.raises(InputError) as refusal:
        list(sql_items("sqlite://", "SELECT secret FROM nowhere", Fields()))
    assert "secret" not in str(refusal.value)


CASES = st.sampled_from([None, "a", "b", "c", "d"])
ITEMS = st.lists(
    st.builds(
        Item,
        note=st.sampled_from(["visit", "visit-2", "dxa"]),
        case=CASES,
        path=st.just("notes.csv"),
        size=st.integers(0, 700_000),
        text=st.just("x"),
    ),
    max_size=30,
)


@given(ITEMS)
def test_spooling_brings_cases_together_and_loses_nothing(items: list[Item]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        spooled = list(by_case(items, Path(folder) / "spool"))
        assert list(Path(folder).iterdir()) == []
    assert spooled == sorted(items, key=lambda item: (item.case is not None, item.case or ""))


@given(ITEMS)
def test_units_hold_every_item_once_and_never_part_of_a_case(items: list[Item]) -> None:
    together = sorted(items, key=lambda item: (item.case is not None, item.case or ""))
    units = list(cut(together, "settings"))
    assert [(item.case, item.size) for unit in units for item in unit.items] == [
        (item.case, item.size) for item in together
    ]
    homes: dict[str, set[str]] = {}
    for unit in units:
        for item in unit.items:
            if item.case is not None:
                homes.setdefault(item.case, set()).add(unit.id)
    assert all(len(where) == 1 for where in homes.values())


@given(ITEMS)
def test_notes_of_one_case_have_different_names(items: list[Item]) -> None:
    together = sorted(items, key=lambda item: (item.case is not None, item.case or ""))
    named = [(item.case, item.note) for unit in cut(together, "s") for item in unit.items if item.case is not None]
    assert len(set(named)) == len(named)


def test_other_settings_and_other_words_make_other_units() -> None:
    item = Item(note="a", case=None, path="t#1", size=1, text="x")
    other = Item(note="a", case=None, path="t#1", size=1, text="y")
    ids = {next(cut([one], mark)).id for one in (item, other) for mark in ("first", "second")}
    assert len(ids) == 4
