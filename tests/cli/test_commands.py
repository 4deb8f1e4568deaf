"""The commands on good input: what comes to stdout, what to stderr, what to files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import osteocase
from osteocase.cli.app import app
from osteocase.records import CaseRecord, NoteRecord, from_json, to_json
from tests.cli.conftest import Run
from tests.report.founding import founding_case

NOTE = "DXA today: L1-L4 BMD 0.842 g/cm2, T-score -2.5. Serum calcium 9.4 mg/dL (8.8-10.1).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two visits of one patient."""
    folder = tmp_path / "roe"
    folder.mkdir()
    (folder / "2024-01-10-visit.txt").write_text("10 January 2024\n" + NOTE, encoding="utf-8")
    (folder / "2024-07-10-visit.md").write_text("10 July 2024\nSerum calcium 9.1 mg/dL.\n", encoding="utf-8")
    return folder


def test_version_goes_to_stdout(run: Run) -> None:
    assert run("--version").stdout == f"osteocase {osteocase.__version__}\n"


def test_help_names_every_command_and_the_exit_codes(run: Run) -> None:
    text = run("--help").stdout
    for word in (
        "extract",
        "explain",
        "case",
        "report",
        "evaluate",
        "patterns",
        "schema",
        "chat",
        "Exit codes",
        "130  interrupted",
    ):
        assert word in text


def test_extract_writes_one_line_a_note_in_their_order(run: Run, folder: Path) -> None:
    result = run("extract", folder)
    notes = [from_json(NoteRecord, line) for line in result.stdout.splitlines()]
    assert [note.note.id for note in notes] == ["2024-01-10-visit", "2024-07-10-visit"]
    assert [str(lab.value) for note in notes for lab in note.labs] == ["9.4", "9.1"]
    assert (result.exit_code, result.stderr) == (0, "")


def test_extract_reads_standard_input_of_any_encoding(run: Run) -> None:
    result = run("extract", "-", input=NOTE.replace("cm2", "cm²").encode("utf-16"))
    record = from_json(NoteRecord, result.stdout)
    assert (record.note.id, record.note.encoding, record.note.path) == ("stdin", "utf-16", None)
    assert [str(bmd.bmd_g_cm2) for bmd in record.bmd] == ["0.842"]


def test_extract_as_json_is_a_list_of_the_same_records(run: Run, folder: Path) -> None:
    lines = run("extract", folder).stdout.splitlines()
    assert json.loads(run("extract", folder, "--format", "json").stdout) == [json.loads(line) for line in lines]


def test_extract_as_a_table_quotes_the_note(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    text = run("extract", folder / "2024-01-10-visit.txt", "--format", "table").stdout
    assert "calcium" in text
    assert "9.4 mg/dL (reference 8.8-10.1) normal" in text


def test_extract_to_a_file_leaves_stdout_empty(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("extract", folder, "-o", tmp_path / "records.jsonl")
    assert result.stdout == ""
    assert (tmp_path / "records.jsonl").read_text(encoding="utf-8") == run("extract", folder).stdout


def test_case_is_named_after_its_folder(run: Run, folder: Path) -> None:
    case = from_json(CaseRecord, run("case", folder, "--format", "json").stdout)
    assert (case.case.id, [note.id for note in case.notes]) == ("roe", ["2024-01-10-visit", "2024-07-10-visit"])


def test_case_takes_name_title_and_axis_from_options(run: Run, folder: Path) -> None:
    options = ("--id", "case-7", "--title", "A woman with a low T-score", "--anchor", "baseline")
    case = from_json(CaseRecord, run("case", folder, *options, "--format", "json").stdout)
    assert (case.case.id, case.case.title, case.case.axis.anchor) == (
        "case-7",
        "A woman with a low T-score",
        "baseline",
    )


def test_a_case_saved_as_json_is_read_back_as_it_was(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "reviewed.json"
    path.write_text(to_json(founding_case(), indent=2) + "\n", encoding="utf-8")
    assert run("case", path, "--format", "json").stdout == path.read_text(encoding="utf-8")


def test_report_writes_a_pdf_named_after_the_case(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("report", folder)
    written, replaced = result.stderr.splitlines()
    assert (result.stdout, written) == ("", "Wrote roe.pdf")
    assert replaced.startswith("Replaced by the rules: dates and ages over 89. Read it before it leaves your hands")
    assert (tmp_path / "roe.pdf").read_bytes().startswith(b"%PDF-")


def test_report_tells_the_format_from_the_file_name(run: Run, folder: Path, tmp_path: Path) -> None:
    run("report", folder, "-o", tmp_path / "case.md")
    assert "0.842" in (tmp_path / "case.md").read_text(encoding="utf-8")


def test_report_to_stdout_is_the_report_and_nothing_else(run: Run, folder: Path) -> None:
    result = run("report", folder, "-o", "-")
    assert result.stdout_bytes.startswith(b"%PDF-")
    assert result.stderr == ""


def test_schema_describes_notes_and_cases(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["anyOf"] == [{"$ref": "#/$defs/NoteRecord"}, {"$ref": "#/$defs/CaseRecord"}]
    assert json.loads(run("schema", "case").stdout)["$ref"] == "#/$defs/CaseRecord"


def test_a_pattern_folder_of_ones_own_adds_what_is_read(run: Run, tmp_path: Path) -> None:
    entry = '[[entry]]\nid = "clinic_mix"\nkind = "supplement"\nterms = ["clinic mix"]\n'
    (tmp_path / "mine.toml").write_text(f'topic = "treatment"\n{entry}', encoding="utf-8")
    listed = run(
        "--patterns", tmp_path, "patterns", "list", "treatment", "--find", "clinic", "--format", "jsonl"
    ).stdout
    assert [json.loads(line)["id"] for line in listed.splitlines()] == ["clinic_mix"]
    record = from_json(
        NoteRecord, run("--patterns", tmp_path, "extract", "-", input="She takes clinic mix daily.").stdout
    )
    assert [treatment.agent for treatment in record.treatments] == ["clinic_mix"]


def test_without_a_terminal_the_application_says_what_works(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "osteocase chat --plain" in " ".join(result.stderr.replace("│", " ").split())


def test_the_plain_chat_reads_notes_answers_and_makes_the_report(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[Path] = []
    monkeypatch.setattr("osteocase.tui.viewer.open_file", opened.append)
    talk = f"<<<\n10 January 2024\n{NOTE}>>>\nopen the pdf\nmake the pdf\nopen it\n/quit\nnever read\n"
    result = run("chat", "--plain", input=talk)
    assert result.exit_code == 0
    assert "No PDF was made yet" in result.stdout
    assert opened == [Path("chat.pdf")]
    assert f"Wrote {tmp_path / 'chat.pdf'}" in result.stdout
    assert "never read" not in result.stdout
    assert (tmp_path / "chat.pdf").read_bytes().startswith(b"%PDF-")


def test_the_plain_chat_can_begin_with_notes_and_speak_json(run: Run, folder: Path) -> None:
    turns = [json.loads(line) for line in run("chat", folder, "--plain", "--json", input="").stdout.splitlines()]
    assert [turn["intent"] for turn in turns] == ["note"]
    assert [change["note"] for change in turns[0]["changes"]] == ["2024-01-10-visit", "2024-07-10-visit"]


def test_the_plain_chat_goes_on_after_a_fault_and_shows_no_escapes(run: Run) -> None:
    result = run("chat", "--plain", input="/open /missing\x1b[2J\n<<<\nSerum calcium 9.4 mg/dL.\x1b[2J\n>>>\n")
    assert "there is no such file" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.exit_code == 0


def test_the_shell_completes_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from osteocase.cli import main; main()"],
        env={**os.environ, "_OSTEOCASE_COMPLETE": "complete_bash", "COMP_WORDS": "osteocase e", "COMP_CWORD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["extract", "explain", "evaluate"]


def test_in_a_terminal_the_application_opens_with_what_was_given(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[dict[str, object]] = []
    monkeypatch.setattr("osteocase.tui.app.run", lambda **given: opened.append(given))
    monkeypatch.setattr("osteocase.cli.chat.has_terminal", lambda: True)
    run_main = CliRunner().invoke
    assert run_main(app, []).exit_code == 0
    assert run_main(app, ["--patterns", str(tmp_path), "chat", str(folder)]).exit_code == 0
    given = {"keep": True, "database": None}
    assert opened == [{"patterns": (), "notes": (), **given}, {"patterns": (tmp_path,), "notes": [folder], **given}]
