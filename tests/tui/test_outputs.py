"""What the application writes: private, whole, never over something that is there, with what the reviewer rejected."""

from __future__ import annotations

import stat
from pathlib import Path

import pdfplumber
import pytest

from osteocase.errors import OutputError
from osteocase.records import CaseRecord, from_json
from osteocase.review import Reject
from osteocase.tui.outputs import write_case, write_report
from tests.review.casework import a_session


def test_the_report_holds_the_values_and_not_what_was_rejected_among_them(tmp_path: Path) -> None:
    session = a_session()
    session.apply(Reject(records=("first-visit/lab-2",), reason="another patient's"))
    path = write_report(session.reviewed_case, session.notes, tmp_path)
    with pdfplumber.open(path) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    assert "94.2" in text
    assert "rejected" in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_json_holds_the_review_of_every_record(tmp_path: Path) -> None:
    session = a_session("first-visit")
    session.apply(Reject(records=("first-visit/lab-2",)))
    path = write_case(session.reviewed_case, session.notes, tmp_path)
    case = from_json(CaseRecord, path.read_text(encoding="utf-8"))
    assert {lab.id: lab.review for lab in case.labs} == {
        "first-visit/lab-1": "unreviewed",
        "first-visit/lab-2": "rejected",
        "first-visit/lab-3": "unreviewed",
        "first-visit/lab-4": "unreviewed",
    }


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    session = a_session("first-visit")
    names = [write_case(session.case, session.notes, tmp_path).name for _time in range(3)]
    title = "Post-partum-spine-fractures"
    assert names == [f"{title}.json", f"{title}-2.json", f"{title}-3.json"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    session = a_session("first-visit")
    with pytest.raises(OutputError, match="cannot be written"):
        write_case(session.case, session.notes, blocked)
    assert blocked.read_text() == "no folder"
