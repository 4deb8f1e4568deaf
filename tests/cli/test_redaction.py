"""No identifier that the rules know leaves in any stream of a report: pages, outline, metadata, attachments, names."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from osteocase import pipeline
from osteocase.case import build_case
from osteocase.reading import read_file
from osteocase.records import CaseRecord, from_json, to_json
from osteocase.report.attachments import values_csv
from osteocase.tui.outputs import write_report
from tests.case.marked_texts import Marked, texts
from tests.cli.conftest import Run
from tests.report.reading import text_of

TEXTS = {marked.note.id: marked for part in ("open", "aside") for marked in texts(part) if marked.spans}
SAMPLES = Path(__file__).parents[2] / "samples"
OPEN = [name for name in TEXTS if int(name[:2]) % 2]
"""Texts of which the rules leave nothing; of the others only the figures are looked at (tests/case)."""


def looked_for(marked: Marked) -> set[str]:
    """Marked words that are long enough to be no part of other words: no ages, no months, no words of the classes."""
    words = {" ".join(marked.note.text[start:end].split()) for start, end, letter in marked.spans if letter not in "PQ"}
    return {word.casefold() for word in words if sum(sign.isalnum() for sign in word) >= 5}


def pdf_streams(data: bytes) -> Iterator[str]:
    """All that a PDF holds, decompressed: pages as text, every stream and every string of every object."""
    yield text_of(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield bytes(thing.read_bytes()).decode("utf-8", "replace")
            yield from strings(thing)


def strings(thing: object, depth: int = 0) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array) and depth < 4:
        for item in thing:
            yield from strings(item, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary) and depth < 4:
        for item in thing.values():
            yield from strings(item, depth + 1)


def docx_streams(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name
            yield archive.read(name).decode("utf-8", "replace")


def attached(data: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}


@pytest.fixture
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """One note in a folder and file named after the patient."""
    marked = TEXTS[request.param]
    folder = tmp_path / "case-of-week"
    folder.mkdir()
    (folder / f"{request.param}.txt").write_text(marked.note.text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("folder", "name"), [(name, name) for name in OPEN], indirect=["folder"])
def test_no_stream_of_any_report_holds_an_identifier(run: Run, folder: Path, tmp_path: Path, name: str) -> None:
    streams: list[str] = []
    for suffix in ("pdf", "docx", "md"):
        path = tmp_path / f"report.{suffix}"
        assert run("report", folder, "-o", path).exit_code == 0
        data = path.read_bytes()
        match suffix:
            case "pdf":
                streams += [*pdf_streams(data), *(part.decode() for part in attached(data).values())]
            case "docx":
                streams += docx_streams(data)
            case _:
                streams.append(data.decode())
    streams.append(run("case", folder, "--redact", "--format", "json").stdout)
    everything = [" ".join(stream.split()).casefold() for stream in streams]
    wanted = looked_for(TEXTS[name])
    assert len(wanted) >= 15
    as_told = run("case", folder, "--format", "json").stdout.casefold()
    would_tell = [word for word in wanted if word in as_told]
    assert would_tell
    left = {word for word in wanted if any(word in stream for stream in everything)}
    assert left == set()
    forbidden = [word for word in ("de-identified", "deidentified") if any(word in stream for stream in everything)]
    assert forbidden == []


@pytest.mark.parametrize("folder", [OPEN[0]], indirect=True)
def test_the_report_lists_what_it_replaced(run: Run, folder: Path, tmp_path: Path) -> None:
    told = run("report", folder, "-o", tmp_path / "report.md")
    words = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "Identifiers found and replaced" in words
    assert "Reviewed by nobody yet." in words
    assert "record numbers" in words
    assert "Read it before it leaves your hands" in told.stderr


@pytest.mark.parametrize("folder", [OPEN[0]], indirect=True)
def test_identifiers_are_kept_where_the_user_asks_for_it_and_the_report_says_so(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    run("report", folder, "-o", tmp_path / "report.md", "--keep-identifiers")
    words = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "01-outpatient-letter" in words
    assert "holds the words of the notes as they are" in words


def test_the_attachments_are_the_redacted_record(run: Run, tmp_path: Path) -> None:
    run("report", SAMPLES / "plo-romosozumab", "-o", tmp_path / "report.pdf")
    files = attached((tmp_path / "report.pdf").read_bytes())
    record = from_json(CaseRecord, files["case.json"])
    told = run("case", SAMPLES / "plo-romosozumab", "--redact", "--format", "json").stdout
    assert record == from_json(CaseRecord, told)
    assert files["case.json"].decode() == to_json(record)
    assert files["values.csv"].decode() == values_csv(record)
    assert record.redaction is not None


def test_a_file_is_not_named_after_the_patient(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "tulloch_agnes_1931-02-03"
    folder.mkdir()
    (folder / "visit.txt").write_text("Patient name: Tulloch, Agnes\nCalcium 9.4 mg/dL.\n", encoding="utf-8")
    run("report", folder)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["name-date.pdf"]


def test_privacy_lists_words_and_stand_ins_for_the_authors_eyes(run: Run) -> None:
    told = json.loads(run("privacy", SAMPLES / "plo-romosozumab", "--format", "json").stdout)
    pairs = {(item["class"], item["words"], item["stand_in"]) for item in told["replaced"]}
    assert {("H", "HH-20417", "[record number]"), ("C", "23 Mar 2022", "[month 12]")} <= pairs
    text = run("privacy", SAMPLES / "plo-romosozumab").stdout
    assert "HH-20417" in text
    assert "Reviewed by nobody yet." in text


def test_the_report_of_the_application_is_redacted_too(tmp_path: Path) -> None:
    notes = [read_file(path, note_id=path.stem) for path in sorted((SAMPLES / "plo-romosozumab").glob("*.txt"))]
    case = build_case([pipeline.extract(note) for note in notes], case_id="plo")
    path = write_report(case, notes, tmp_path)
    told = " ".join(" ".join(stream.split()) for stream in pdf_streams(path.read_bytes())).casefold()
    left = [words for words in ("hh-20417", "harbour hill", "22 mar 2021", "0.842") if words in told]
    assert left == ["0.842"]


@pytest.mark.usefixtures("warm_cache")
def test_a_batch_writes_redacted_reports(run: Run, tmp_path: Path) -> None:
    done = run("batch", SAMPLES / "plo-romosozumab", "-o", tmp_path / "out", "--format", "pdf", "--jobs", "1")
    assert done.exit_code == 0
    (path,) = (tmp_path / "out" / "reports").glob("*.pdf")
    told = " ".join(" ".join(stream.split()) for stream in pdf_streams(path.read_bytes())).casefold()
    left = [words for words in ("hh-20417", "harbour hill", "15 march 2021", "2021-03") if words in told]
    assert left == []


def test_what_the_author_writes_beside_the_case_is_redacted_too(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "week-12"
    folder.mkdir()
    (folder / "visit.txt").write_text("Patient name: Tulloch, Agnes\nCalcium 9.4 mg/dL.\n", encoding="utf-8")
    (tmp_path / "mine.md").write_text("# Discussion\n\nTulloch was seen on 3 May 2023. Calcium was normal.\n")
    options = ("--author-text", tmp_path / "mine.md", "-o", tmp_path / "report.md")
    assert run("report", folder, *options).exit_code == 0
    words = (tmp_path / "report.md").read_text(encoding="utf-8")
    left = [one for one in ("Tulloch", "3 May 2023", "Calcium was normal") if one in words]
    assert left == ["Calcium was normal"]
    assert run("report", folder, *options, "--keep-identifiers").exit_code == 0
    assert "Tulloch was seen on 3 May 2023" in (tmp_path / "report.md").read_text(encoding="utf-8")
