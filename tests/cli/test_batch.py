"""``osteocase batch`` on real notes: what it makes, what it says, and what it refuses."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from osteocase.cli.batch_products import PRODUCTS
from osteocase.cli.exits import SOME_SET_ASIDE
from osteocase.records import CaseRecord, NoteRecord, from_json
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("warm_cache")

FIRST = "10 January 2024\nDXA today: L1-L4 BMD 0.842 g/cm2, T-score -2.5. Serum calcium 9.4 mg/dL (8.8-10.1).\n"
SECOND = "10 July 2024\nSerum calcium 9.1 mg/dL (8.8-10.1).\n"


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """Two patients in folders of their own, one note that cannot be read."""
    for name, text in {"roe/1.txt": FIRST, "roe/2.txt": SECOND, "doe/1.txt": SECOND, "doe/scan.txt": ""}.items():
        path = tmp_path / "ward" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "ward"


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_ward_becomes_notes_cases_tables_and_reports(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("batch", ward, "-o", out, "--format", "jsonl,csv,parquet,pdf", "--jobs", "2")
    assert result.exit_code == SOME_SET_ASIDE
    assert result.stdout == ""
    assert "4 notes, 3 read, 1 set aside\n2 cases merged, 0 in part or not\n" in result.stderr
    notes = [from_json(NoteRecord, line) for line in (out / "notes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [[str(lab.value) for lab in note.labs] for note in notes] == [["9.1"], ["9.4"], ["9.1"]]
    cases = [from_json(CaseRecord, line) for line in (out / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(case.case.id, len(case.notes)) for case in cases] == [("doe", 1), ("roe", 2)]
    assert [(each["case"], each["note"], each["reason"]) for each in lines(out / "failures.jsonl")] == [
        ("doe", "scan", "there is no text in it")
    ]
    with (out / "csv/labs.csv").open(encoding="utf-8", newline="") as stream:
        told = [(row["case"], row["note"], row["analyte"], row["value"], row["flag"]) for row in csv.DictReader(stream)]
    assert told == [
        ("doe", "1", "calcium", "9.1", "normal"),
        ("roe", "1", "calcium", "9.4", "normal"),
        ("roe", "2", "calcium", "9.1", "normal"),
    ]
    assert sorted(path.name for path in (out / "reports").iterdir()) == ["doe.pdf", "roe.pdf"]
    assert sorted(path.stem for path in (out / "parquet").iterdir()) == sorted(
        path.stem for path in (out / "csv").iterdir()
    )


def test_a_case_of_a_batch_is_the_case_of_its_folder(run: Run, ward: Path, tmp_path: Path) -> None:
    run("batch", ward, "-o", tmp_path / "out")
    (_, from_batch) = (tmp_path / "out/cases.jsonl").read_text(encoding="utf-8").splitlines()
    alone = json.loads(run("case", ward / "roe", "--format", "json").stdout)
    assert json.loads(from_batch) == alone


def test_a_table_with_patients_in_any_order_gives_their_cases(run: Run, tmp_path: Path) -> None:
    rows = [("roe", FIRST), ("doe", SECOND), ("roe", SECOND)]
    with (tmp_path / "notes.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("patient", "body"), *rows])
    options = ("--text-column", "body", "--case-column", "patient")
    result = run("batch", tmp_path / "notes.csv", "-o", tmp_path / "out", *options)
    assert result.exit_code == 0
    assert result.stderr.startswith("3 notes, 3 read, 0 set aside\n2 cases merged, 0 in part or not\n")
    cases = lines(tmp_path / "out/cases.jsonl")
    told = [(case["case"]["id"], [note["id"] for note in case["notes"]]) for case in cases]
    assert told == [("doe", ["notes-2"]), ("roe", ["notes-1", "notes-3"])]


def test_running_it_again_says_what_was_finished_before(run: Run, ward: Path, tmp_path: Path) -> None:
    run("batch", ward / "roe", "-o", tmp_path / "out")
    assert "1 of 1 units were finished before" in run("batch", ward / "roe", "-o", tmp_path / "out").stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ("batch -o out", 2, "give a folder, a table, or --sql with --query"),
        ("batch ward", 2, "Missing option '--output'"),
        ("batch ward -o out --format xls", 2, "'xls' is none of: jsonl, csv, parquet, pdf"),
        ("batch -o out --sql sqlite://", 2, "--sql and --query belong together"),
        ("batch missing -o out", 3, "missing: there is no such file or folder"),
        ("batch ward/roe/1.txt -o out", 3, "this is neither a folder nor a table"),
        ("batch ward -o ward/roe/1.txt", 7, "the folder cannot be written"),
        ("--patterns missing batch ward -o out", 4, "missing: there is no such folder"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, ward: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, code: int, message: str
) -> None:
    monkeypatch.chdir(ward.parent)
    result = run(*arguments.split())
    told = " ".join(result.stderr.replace("│", " ").split())
    assert (result.exit_code, message in told, "Traceback" in told) == (code, True, False), told


def test_a_hostile_case_id_makes_a_harmless_file_name() -> None:
    from osteocase.batch import UnitResult
    from tests.report.founding import founding_case

    case = founding_case()
    names: list[str] = []
    for hostile in ("../../etc/passwd", "a/b", "a_b", ".hidden", "=cmd", "x" * 300):
        header = case.case.model_copy(update={"id": hostile})
        names += PRODUCTS["pdf"].parts(UnitResult((), (case.model_copy(update={"case": header}),)))
    assert len(set(names)) == len(names)
    for name in names:
        folder, _, file = name.partition("/")
        assert folder == "reports"
        assert file.replace("-", "").replace("_", "").replace(".", "").isalnum()
        assert not file.startswith(".")
        assert len(file) < 120
