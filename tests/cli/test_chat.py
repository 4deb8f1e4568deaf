"""The plain conversation over kept cases: it goes on where it was left, and a copy changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

from osteocase.review.library import Library
from tests.cli.conftest import Run

NOTE = "Serum calcium 9.4 mg/dL (8.6-10.2).\nTSH 1.9 mU/L (0.4-4.5).\n"


def folder_with_a_note(tmp_path: Path) -> Path:
    folder = tmp_path / "hip case"
    folder.mkdir()
    (folder / "first.txt").write_text(NOTE)
    return folder


def test_a_case_goes_on_where_it_was_left(run: Run, tmp_path: Path) -> None:
    run("chat", "--plain", folder_with_a_note(tmp_path), input="accept the TSH\n")
    assert [case.title for case in Library().cases()] == ["hip case"]
    said = run("chat", "--plain", "Hip case", input="how far is the review?\n").stdout
    assert "1 of 2 records is reviewed" in said


def test_a_copy_leaves_the_kept_case_as_it_was(run: Run, tmp_path: Path) -> None:
    run("chat", "--plain", folder_with_a_note(tmp_path), input="")
    turns = run("chat", "--json", "--no-save", "hip case", input="delete the TSH\n").stdout.splitlines()
    assert [change["kind"] for change in json.loads(turns[-1])["changes"]] == ["reject"]
    assert "1.9 mU/L" in run("chat", "--plain", "--no-save", "hip case", input="TSH?\n").stdout
    assert Library().cases()[0].steps == 1


def test_nothing_is_kept_without_saving(run: Run, tmp_path: Path) -> None:
    run("chat", "--plain", "--no-save", folder_with_a_note(tmp_path), input="accept the TSH\n")
    assert Library().cases() == ()


def test_a_name_that_is_nothing_is_told(run: Run) -> None:
    result = run("chat", "--plain", "nobody", input="")
    assert result.exit_code == 10
    assert "there is no file, folder or case 'nobody'" in " ".join(result.stderr.split())


def test_a_library_that_cannot_be_opened_is_told_and_the_talk_goes_on(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/missing/cases.db"
    result = run("chat", "--plain", "--database", url, folder_with_a_note(tmp_path), input="TSH?\n")
    assert "Nothing will be saved" in result.stderr
    assert "1.9 mU/L" in result.stdout


def test_a_note_of_another_patient_joins_only_where_the_user_stands_for_it(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "a.txt").write_text("Patient: Ada Field\nDOB: 12/03/1961\n\nTSH 1.9 mU/L on 4 May 2021.\n")
    (folder / "b.txt").write_text("Patient: Mary Hill\nDOB: 30/11/1948\n\nTSH 2.4 mU/L on 4 June 2021.\n")
    said = run("chat", "--json", folder, input="which notes are there?\n/same-patient\nwhich notes are there?\n")
    turns = [json.loads(line) for line in said.stdout.splitlines()]
    opened, before, vouched, after = turns
    assert "a and b have different patients (by date of birth)" in opened["reply"]
    assert "Field" not in opened["reply"]
    assert [change["note"] for change in opened["changes"]] == ["a"]
    assert before["reply"] == "1 note: a."
    assert after["reply"] == "2 notes: a, b."
    assert [change["note"] for change in vouched["changes"]] == ["b"]
    kept = run("chat", "--plain", "two", input="TSH?\n").stdout
    assert "1.9 mU/L" in kept
    assert "2.4 mU/L" in kept


def test_notes_whose_sex_and_age_differ_are_one_case_where_the_user_says_so(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a.txt").write_text("4 May 2021\nA 34-year-old woman. TSH 1.9 mU/L.\n")
    (folder / "b.txt").write_text("4 June 2021\nA 71-year-old man. TSH 2.4 mU/L.\n")
    said = run("chat", "--plain", "--no-save", folder, input="TSH?\n/same-patient\nTSH?\n").stdout
    before, _, after = said.partition("b: ")
    assert "tell of different patients" in before
    assert "--split-by" not in before
    assert "2.4 mU/L" not in before
    assert "2.4 mU/L" in after
