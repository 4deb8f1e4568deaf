"""What can go wrong on a clinician's machine: one clear message, its exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from osteocase import pipeline
from osteocase.cli.exits import EXIT_CODES
from osteocase.errors import OsteocaseError
from tests.cli.conftest import Run

NOTE = "Serum calcium 9.4 mg/dL.\n"
BROKEN_PATTERN = 'topic = "analyte"\n[[entry]]\nid = "calcium"\ngruop = "chemistry"\nterms = ["Ca"]\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one good note and many bad things."""
    (tmp_path / "good").mkdir()
    (tmp_path / "good/visit.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed/visit.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "mixed/scan.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing/table.csv").write_text("a,b\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \r\n\t ")
    (tmp_path / "scan.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    (tmp_path / "letter.txt").write_bytes(b"%PDF-1.7\n...")
    (tmp_path / "huge.txt").write_bytes(b"Calcium 9.4 mg/dL today. " * 800_000)
    (tmp_path / "record.json").write_text('{"schema_version": "1.0"}', encoding="utf-8")
    (tmp_path / "torn.json").write_text('{"schema_version": ', encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/mine.toml").write_text(BROKEN_PATTERN, encoding="utf-8")
    (tmp_path / "torn").mkdir()
    (tmp_path / "torn/mine.toml").write_text('topic = "analyte\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ("extract empty.txt", 3, "empty.txt: there is no text in it"),
        ("extract blank.txt", 3, "blank.txt: there is no text in it"),
        ("extract scan.txt", 3, "scan.txt: this is binary data, not text"),
        ("extract letter.txt", 3, "letter.txt: this is a PDF file, not text"),
        ("extract huge.txt", 3, "huge.txt: larger than the limit of 16 MB for one note"),
        ("extract missing.txt", 3, "missing.txt: there is no such file"),
        ("case nothing", 3, "nothing: there is no note in this folder"),
        ("case missing", 3, "missing: there is no such file"),
        ("case mixed", 3, "mixed/scan.txt: this is binary data, not text"),
        ("report nothing", 3, "nothing: there is no note in this folder"),
        ("evaluate nothing", 3, "nothing"),
        ("--patterns broken extract good/visit.txt", 4, "'gruop' is no field of analyte; did you mean 'group'?"),
        ("--patterns torn extract good/visit.txt", 4, "mine.toml: not valid TOML"),
        ("--patterns nothing extract good/visit.txt", 4, "no pattern file (*.toml) in this folder"),
        ("--patterns missing extract good/visit.txt", 4, "missing: there is no such folder"),
        ("patterns check broken", 4, "'gruop' is no field of analyte; did you mean 'group'?"),
        ("case record.json", 6, "record.json: Field required at case"),
        ("case torn.json", 6, "torn.json: not JSON"),
        ("case missing.json", 3, "missing.json: it cannot be read"),
        ("extract good/visit.txt -o missing/records.jsonl", 7, "missing/records.jsonl: its folder does not exist"),
        ("extract good/visit.txt -o good", 7, "good: this is a folder"),
        ("extract good/visit.txt -o /dev/full", 7, "/dev/full: the disk is full"),
        ("case good -o good", 7, "good: this is a folder"),
        ("report good -o missing/case.pdf", 7, "missing/case.pdf: its folder does not exist"),
        ("report good -o case.foo", 2, "no report ends in '.foo': name it .pdf, .docx or .md"),
        ("extract --format xml good/visit.txt", 2, "xml"),
        ("case good --anchor yesterday", 2, "'yesterday' is none of: treatment_start"),
        ("patterns list drugs", 2, "'drugs' is none of: analyte"),
        ("extrct", 2, "No such command 'extrct'"),
        ("good/visit.txt", 2, "osteocase extract good/visit.txt reads it into records"),
        ("good", 2, "good is no command. What do you want to do with it? osteocase chat good opens it"),
        ("case", 2, "Missing argument 'FOLDER…'"),
    ],
)
def test_each_fault_has_its_message_and_code(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, code: int, message: str
) -> None:
    monkeypatch.chdir(desk)
    result = run(*arguments.split())
    told = " ".join(result.stderr.replace("│", " ").split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("extract LONG", 3),
        ("explain LONG", 3),
        ("case LONG", 3),
        ("report LONG", 3),
        ("check LONG", 3),
        ("evaluate LONG", 3),
        ("batch LONG -o out", 3),
        ("chat --plain --no-save LONG", 10),
        ("--patterns LONG extract good/visit.txt", 4),
        ("extract good/visit.txt -o LONG", 7),
        ("report good -o LONG", 7),
        ("batch good -o LONG", 7),
        ("LONG", 2),
    ],
)
def test_a_name_longer_than_the_system_takes_is_told(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, code: int
) -> None:
    monkeypatch.chdir(desk)
    result = run(*arguments.replace("LONG", "x" * 400).split())
    assert (result.exit_code, "error of its own" in result.stderr) == (code, False)
    assert "x" * 20 in result.stderr


def test_every_kind_of_error_has_its_code_in_the_table() -> None:
    assert {kind.exit_code for kind in OsteocaseError.__subclasses__()} <= set(EXIT_CODES)


def test_a_note_that_cannot_be_read_does_not_hide_the_others(run: Run, desk: Path) -> None:
    result = run("extract", desk / "empty.txt", desk / "good/visit.txt", desk / "scan.txt")
    assert (result.exit_code, result.stdout.count("\n")) == (3, 1)
    assert '"id":"visit"' in result.stdout
    assert "there is no text in it" in result.stderr
    assert "binary data" in result.stderr


def test_a_larger_limit_can_be_given(run: Run, desk: Path) -> None:
    path = desk / "long.txt"
    path.write_text(NOTE * 100, encoding="utf-8")
    assert run("--max-size", "0.002", "extract", path).exit_code == 3
    assert run("--max-size", "0.003", "extract", path).exit_code == 0


def test_an_error_of_the_program_tells_its_place_and_no_word_of_the_note(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("cannot read 'Jane Roe, 12 Elm Street'")

    monkeypatch.setattr(pipeline, "extract", broken)
    result = run("extract", desk / "good/visit.txt")
    assert (result.exit_code, result.stdout) == (70, "")
    assert "osteocase met an error of its own (ValueError at " in result.stderr
    assert "Jane" not in result.stderr
    assert "Traceback" not in result.stderr
    assert "Jane Roe" in run("--debug", "extract", desk / "good/visit.txt").stderr


def test_ctrl_c_leaves_with_its_code_and_writes_nothing(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "extract", interrupted)
    result = run("extract", desk / "good/visit.txt", "-o", desk / "records.jsonl")
    assert (result.exit_code, (desk / "records.jsonl").exists()) == (130, False)
    assert "Traceback" not in result.stderr


def command(*arguments: str, stdout: int | IO[str]) -> subprocess.CompletedProcess[str]:
    """A run of the command as a process of its own, with one line on its standard input."""
    line = [sys.executable, "-m", "osteocase", *arguments]
    return subprocess.run(line, input="help\n", stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.parametrize("line", ["schema", "chat --plain --no-save", "chat --plain --json --no-save"])
def test_a_full_disk_behind_stdout_is_told(line: str) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = command(*line.split(), stdout=full)
    assert done.returncode == 7
    assert "standard output: the disk is full" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("line", ["schema", "chat --plain --json --no-save"])
def test_a_reader_that_stops_reading_is_no_error_to_talk_about(line: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = command(*line.split(), stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_reader_that_leaves_while_a_command_writes_by_itself_is_no_error_either() -> None:
    program = """
import typer
from osteocase.cli.exits import CommandGroup

app = typer.Typer(cls=CommandGroup)

@app.callback()
def before(): ...

@app.command()
def tell():
    raise BrokenPipeError

app(["tell"])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (141, "", "")
