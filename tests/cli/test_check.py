"""``osteocase check``: the checks alone, with both quotes, an exit code, and reasons that close them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from osteocase.records import CaseRecord, from_json
from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"
FOUNDING = SAMPLES / "plo-romosozumab"
STATED = "stated_change:2021-09-22-six-months/bmd-1"

AGREEING = "10 January 2024\nA 74-year-old woman. L1-L4 BMD 0.842 g/cm2. Serum calcium 9.4 mg/dL (8.8-10.1).\n"


def test_the_checks_stand_with_sign_word_message_and_both_quotes(run: Run) -> None:
    told = run("check", FOUNDING)
    lines = told.stdout.splitlines()
    start = lines.index("✗ error · the numbers do not agree")
    block = "\n".join(lines[start : lines.index("", start)])
    assert "is +13 %, but 0.842 to 0.995 g/cm² is +18.2 %" in block
    assert "2021-09-22-six-months.txt:5" in block
    assert "“0.842 g/cm²”" in block
    assert "2021-03-16-dxa-report.txt:9" in block
    assert STATED in block


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_exit_code_tells_of_open_checks(run: Run, fail_on: str, code: int) -> None:
    assert run("check", FOUNDING, "--fail-on", fail_on).exit_code == code


def test_an_accepted_check_is_shown_with_its_reason_and_no_longer_open(run: Run, tmp_path: Path) -> None:
    reasons = tmp_path / "reasons.toml"
    reasons.write_text(f'"{STATED}" = "printed so in the register"\n', encoding="utf-8")
    for option in (("--accept", f"{STATED}=printed so in the register"), ("--accepted", reasons)):
        told = run("check", FOUNDING, "--fail-on", "error", *option)
        assert told.exit_code == 0
        assert "✓ accepted (error)" in told.stdout
        assert "left as it is: printed so in the register" in told.stdout


def test_a_reason_for_a_check_that_is_not_told_is_refused(run: Run) -> None:
    told = run("check", FOUNDING, "--accept", "no_such:check=because")
    assert (told.exit_code, told.stdout) == (2, "")


@pytest.mark.parametrize(("words", "code"), [('"a" = 7\n', 3), ("= what\n", 3)])
def test_a_file_of_reasons_that_is_none_is_refused(run: Run, tmp_path: Path, words: str, code: int) -> None:
    (tmp_path / "reasons.toml").write_text(words, encoding="utf-8")
    assert run("check", FOUNDING, "--accepted", tmp_path / "reasons.toml").exit_code == code


def test_the_json_holds_the_checks_of_the_case(run: Run) -> None:
    told = json.loads(run("check", FOUNDING, "--format", "json").stdout)
    case = json.loads(run("case", FOUNDING, "--format", "json").stdout)
    assert told["checks"] == case["checks"]
    assert told["case"] == case["case"]
    severities = [check["severity"] for check in case["checks"]]
    assert told["counts"] == {
        **{name: severities.count(name) for name in ("error", "warning", "info")},
        "accepted": 0,
    }


def test_the_centres_own_least_significant_change_is_used_and_named(run: Run) -> None:
    told = run("check", FOUNDING, "--lsc", "total_hip=2.0").stdout
    assert "least significant change of 2.0 %" in " ".join(told.split())
    assert run("check", FOUNDING, "--lsc", "total_hip=many").exit_code == 2
    assert run("check", FOUNDING, "--lsc", "elbow=2").exit_code == 2


@pytest.fixture
def two_patients(tmp_path: Path) -> Path:
    folder = tmp_path / "ward"
    folder.mkdir()
    for prefix, number in (("anna", "HH-20417"), ("bert", "HH-30555")):
        (folder / f"{prefix}_visit.txt").write_text(f"Patient no. {number}\n{AGREEING}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["case", "check", "report"])
def test_notes_of_two_patients_are_refused_with_the_way_out(run: Run, two_patients: Path, command: str) -> None:
    told = run(command, two_patients)
    assert (told.exit_code, told.stdout) == (5, "")
    assert "anna_visit and bert_visit have different patients (by number)" in told.stderr
    assert "--split-by" in told.stderr
    assert "20417" not in told.stderr


@pytest.mark.parametrize("how", ["prefix", "prefix:_v", "field:Patient no."])
def test_they_are_split_by_prefix_or_field(run: Run, two_patients: Path, how: str) -> None:
    lines = run("case", two_patients, "--split-by", how, "--format", "json").stdout.splitlines()
    cases = [from_json(CaseRecord, line) for line in lines]
    names = ["HH-20417", "HH-30555"] if how.startswith("field") else ["anna", "bert"]
    assert [case.case.id for case in cases] == names
    assert [[note.id for note in case.notes] for case in cases] == [["anna_visit"], ["bert_visit"]]


def test_they_are_split_by_folder_also_where_two_folders_share_a_name(run: Run, two_patients: Path) -> None:
    for ward, name in (("north", "anna_visit.txt"), ("south", "bert_visit.txt")):
        (two_patients / ward / "p1").mkdir(parents=True)
        shutil.move(two_patients / name, two_patients / ward / "p1" / name)
    lines = run("case", two_patients, "--split-by", "folder", "--format", "json").stdout.splitlines()
    assert [from_json(CaseRecord, line).case.id for line in lines] == ["north-p1", "south-p1"]


def test_the_user_may_stand_for_it_that_it_is_one_patient(run: Run, two_patients: Path) -> None:
    assert run("case", two_patients, "--same-patient", "--format", "json").exit_code == 0


def test_another_way_to_split_is_refused(run: Run, two_patients: Path) -> None:
    assert run("case", two_patients, "--split-by", "magic").exit_code == 2
    assert run("case", two_patients, "--split-by", "prefix", "--id", "one").exit_code == 2


def test_a_physicians_name_does_not_make_two_patients(run: Run, tmp_path: Path) -> None:
    for number, name in ((1, "Alan Moore"), (2, "Lucy Price")):
        words = f"Patient: Jane Roe\nReferring physician name: {name}\n{AGREEING}"
        (tmp_path / f"visit-{number}.txt").write_text(words, encoding="utf-8")
    assert run("case", tmp_path, "--format", "json").exit_code == 0


def test_the_case_in_the_terminal_holds_criteria_frax_sheet_computed_values_narrative_and_care(run: Run) -> None:
    text = run("case", FOUNDING).stdout
    for heading in ("CRITERIA", "FRAX INPUT SHEET", "COMPUTED VALUES", "CASE NARRATIVE", "CARE CHECKLIST"):
        assert heading in text
    told = " ".join(text.replace("│", " ").split())
    assert "Lunar DPX" in told
    assert "femoral neck BMD is told; FRAX takes no other site" in told


@pytest.mark.parametrize(
    ("journal", "asked"),
    [
        ("care", "at least 2 keywords"),
        ("ame_case_reports", "at most 2500 words"),
        ("bmj_case_reports", "the journal does not take a single use of a drug outside its licence"),
        ("scare", "at least 3 lessons to take away"),
    ],
)
def test_what_a_journal_asks_for_stands_below_the_case(run: Run, journal: str, asked: str) -> None:
    told = " ".join(run("case", FOUNDING, "--journal", journal).stdout.replace("│", " ").split())
    assert asked.split()[-1] in told.rpartition("CARE CHECKLIST")[2]
    assert "✎ needs the author" in told
    assert run("case", FOUNDING, "--journal", "nature").exit_code == 2


def test_the_case_fits_eighty_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for command in ("case", "check"):
        assert [line for line in run(command, FOUNDING).stdout.splitlines() if len(line) > 80] == []
