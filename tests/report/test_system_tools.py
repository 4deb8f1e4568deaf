"""What tools outside of Python find in the reports: fonts, syntax, text and attachments as any reader sees them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from osteocase.records import CaseRecord, to_json
from osteocase.report import build_document, render_pdf
from osteocase.report.numbers import number
from tests.report.cases import crowded_case, empty_case, hostile_case, japanese_case
from tests.report.founding import founding_case

CASES: dict[str, Callable[[], CaseRecord]] = {
    "founding": founding_case,
    "crowded": crowded_case,
    "japanese": japanese_case,
    "empty": empty_case,
    "hostile": hostile_case,
}


@pytest.fixture(scope="module", params=list(CASES))
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[CaseRecord, Path]:
    case = CASES[request.param]()
    path = tmp_path_factory.mktemp("tools") / f"{request.param}.pdf"
    path.write_bytes(render_pdf(build_document(case)))
    return case, path


def told_by(tool: str, *arguments: object) -> str:
    """Output of a tool of the system; the test is skipped where it is not installed."""
    if shutil.which(tool) is None:
        package = "qpdf" if tool == "qpdf" else "poppler-utils"
        pytest.skip(f"{tool} is not installed (apt-get install {package})")
    run = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_qpdf_finds_no_error_of_syntax_or_stream(report: tuple[CaseRecord, Path]) -> None:
    assert "No syntax or stream encoding errors found" in told_by("qpdf", "--check", report[1])


def test_every_font_is_embedded_as_a_subset_with_its_characters(report: tuple[CaseRecord, Path]) -> None:
    lines = told_by("pdffonts", report[1]).splitlines()[2:]
    assert lines
    for line in lines:
        assert re.search(r" yes +yes +yes +\d+ +\d+$", line), line


def test_extracted_text_holds_every_value_and_sign_of_the_record(report: tuple[CaseRecord, Path]) -> None:
    case, path = report
    text = told_by("pdftotext", "-enc", "UTF-8", path, "-")
    words = set(re.findall(r"[−+]?\d+(?:\.\d+)?", text))
    wanted = {number(lab.value) for lab in case.labs if lab.value is not None}
    for record in case.bmd:
        numbers = (record.bmd_g_cm2, record.t_score, record.z_score, record.yam_percent)
        wanted |= {number(value) for value in numbers if value is not None}
    assert wanted - words == set()
    if case.bmd:
        assert {sign for sign in "−±≥²→▲▼µ–·×" if sign not in text} <= {"±", "≥"}


def test_attachments_are_the_record(report: tuple[CaseRecord, Path], tmp_path: Path) -> None:
    case, path = report
    told_by("pdfdetach", "-saveall", "-o", tmp_path, path)
    assert {file.name for file in tmp_path.iterdir()} == {"case.json", "values.csv", "schema.json"}
    assert json.loads((tmp_path / "case.json").read_bytes()) == json.loads(to_json(case))


def test_the_structure_reads_in_the_order_of_the_report(report: tuple[CaseRecord, Path], tmp_path: Path) -> None:
    case, path = report
    if case.case.id == "crowded":  # pdfinfo looks through the whole file for the words of each element
        rows = re.findall(r"^ *TR$", told_by("pdfinfo", "-struct", path), re.MULTILINE)
        assert len(rows) > len(case.labs)
        path = tmp_path / "crowded.pdf"
        path.write_bytes(render_pdf(build_document(crowded_case(tests=6))))
    heads = re.findall(r"^ *H2\b.*\n(?: +\"(.*)\"\n)?", told_by("pdfinfo", "-struct-text", path), re.MULTILINE)
    if case.labs and case.bmd:
        order = ["Presentation", "Fractures", "Laboratory", "Bone density", "Treatment"]
        assert [head for head in heads if head in order] == order
