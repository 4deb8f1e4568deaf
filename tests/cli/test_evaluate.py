"""``osteocase evaluate``: figures, misses, comparison, exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NOTE = "Serum calcium 9.4 mg/dL (8.8-10.1). T-score -2.5 at the lumbar spine.\n"
GOLD = {
    "labs": [
        {"analyte": "calcium", "value": 9.4, "source": {"text": "calcium 9.4 mg/dL"}},
        {"analyte": "pth", "value": 65, "source": {"text": "8.8-10.1"}},
    ],
    "bmd": [{"site": "lumbar_spine", "t_score": -2.5}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One note whose gold file asks for a fact that it does not tell."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "visit.txt").write_text(NOTE, encoding="utf-8")
    (folder / "visit.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def test_figures_and_every_miss_are_told(run: Run, folder: Path) -> None:
    text = run("evaluate", folder).stdout
    rows = [[cell.strip() for cell in line.split("│")] for line in text.splitlines()]
    assert ["labs", "1", "2", "1", "0", "1.000", "0.500", "0.667", "1.000", "0.500", "0.667"] in rows
    assert ["labs", "value", "1", "1", "1.000"] in rows
    assert ["bmd", "t_score", "1", "1", "1.000"] in rows
    assert "1 missed\n  visit:1  labs  pth" in text
    assert "0 spurious" in text
    assert "missed" not in run("evaluate", folder, "--brief").stdout


def test_the_parts_are_the_whole(run: Run, folder: Path) -> None:
    parts = [run("evaluate", folder, "--part", part) for part in ("open", "held-out")]
    assert sorted(part.exit_code for part in parts) == [0, 3]  # one note: it is in one part, and the other has none


def test_an_evaluation_is_kept_and_compared(run: Run, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    assert run("evaluate", folder, "--json", kept).exit_code == 0
    same = run("evaluate", folder, "--compare", kept, "--brief")
    assert (same.exit_code, "changes: not worse" in same.stdout) == (0, True)
    (folder / "visit.txt").write_text("Nothing was measured.\n", encoding="utf-8")
    worse = run("evaluate", folder, "--compare", kept, "--brief")
    assert (worse.exit_code, "changes: worse" in worse.stdout) == (1, True)
    assert "missed now: visit:?  labs  calcium" in worse.stdout


def test_a_field_that_is_read_differently_now_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    lab = {"analyte": "calcium", "value": 9.4, "unit": "mg/dL"}
    gold = folder / "visit.gold.json"
    gold.write_text(json.dumps({"labs": [lab]}), encoding="utf-8")
    right, wrong = tmp_path / "right.json", tmp_path / "wrong.json"
    assert run("evaluate", folder, "--json", right).exit_code == 0
    gold.write_text(json.dumps({"labs": [{**lab, "unit": "mmol/L"}]}), encoding="utf-8")
    told = " ".join(run("evaluate", folder, "--compare", right, "--json", wrong, "--brief").stdout.split())
    assert "read differently now: visit:1 labs calcium value=9.4 unit: mmol/L (gold), mg/dL (read)" in told
    gold.write_text(json.dumps({"labs": [lab]}), encoding="utf-8")
    told = " ".join(run("evaluate", folder, "--compare", wrong, "--brief").stdout.split())
    assert "read right now: visit:1 labs calcium value=9.4 unit: mmol/L (gold), mg/dL (read)" in told


def test_what_cannot_be_compared_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    assert run("evaluate", folder, "--compare", tmp_path / "other.json").exit_code == 6
    assert run("evaluate", folder, "--compare", tmp_path / "missing.json").exit_code == 3
