"""What docs/report.md says of the report is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from osteocase.records import to_json
from osteocase.report import profile_names
from tests.report.founding import founding_case

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "report.md").read_text(encoding="utf-8")


def test_the_example_runs_and_writes_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("case.json").write_text(to_json(founding_case()), encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    exec(compile(example, "docs/report.md", "exec"), {})
    figures = {f"figure-{place}-{name}.svg" for place, name in enumerate(("timeline", "spine", "turnover", "trend"), 1)}
    files = {"case.json", "case.pdf", "case.docx", "case.md"}
    assert {path.name for path in tmp_path.iterdir()} == files | figures


def test_every_profile_is_told() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, flags=re.MULTILINE)) == set(profile_names())
