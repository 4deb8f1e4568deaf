"""The reading process: the same records as in this process, told progress, cancel, and failures told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from osteocase.errors import InputError
from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import from_json, to_json
from osteocase.records.case import NoteRecord
from osteocase.tui import reading_process
from osteocase.tui.reader import Cancelled, ProcessReader
from tests.review.casework import FIRST_VISIT

pytestmark = pytest.mark.usefixtures("warm_cache")


@pytest.fixture(scope="module")
def reader() -> Iterator[ProcessReader]:
    reader = ProcessReader()
    yield reader
    reader.close()


def nothing(_step: int, _steps: int, _doing: str) -> None:
    pass


def test_the_process_reads_what_the_pipeline_reads(reader: ProcessReader) -> None:
    note = read_text(FIRST_VISIT, note_id="first")
    told: list[tuple[int, int, str]] = []
    read = reader.read(note, progress=lambda *one: told.append(one), cancelled=lambda: False)
    assert read == extract(note)
    steps = told[0][1]
    assert [step for step, _steps, _doing in told] == list(range(steps))
    assert "labs" in {doing for _step, _steps, doing in told}


def test_a_note_is_read_again_after_the_one_before_was_cancelled(reader: ProcessReader) -> None:
    reader.start()
    with pytest.raises(Cancelled):
        reader.read(read_text(FIRST_VISIT * 400, note_id="long"), progress=nothing, cancelled=lambda: True)
    note = read_text("TSH 1.9 mU/L\n", note_id="short")
    assert reader.read(note, progress=nothing, cancelled=lambda: False) == extract(note)


def test_hostile_text_comes_back_with_its_offsets(reader: ProcessReader) -> None:
    note = read_text('TSH 1.9 mU/L \x1b[2J "quoted" \\n [red] \u202e\u2028 骨折 𝄞\nPTH 94.2 pg/mL\n', note_id="hostile")
    read = reader.read(note, progress=nothing, cancelled=lambda: False)
    assert {lab.analyte for lab in read.labs} == {"tsh", "pth"}
    for lab in read.labs:
        assert note.text[lab.source.start : lab.source.end] == lab.source.text


def test_broken_patterns_are_told_when_the_process_starts(tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text('topic = "analite"\n')
    reader = ProcessReader(patterns=(tmp_path,))
    with pytest.raises(InputError, match="analite"):
        reader.start()
    reader.close()


def test_a_rule_that_fails_on_one_note_does_not_end_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(note: object, **_options: object) -> NoteRecord:
        raise ZeroDivisionError

    monkeypatch.setattr("osteocase.pipeline.extract", failing)
    note = to_json(read_text("TSH 1.9 mU/L", note_id="one"))
    out = io.StringIO()
    reading_process.main([], io.StringIO(f"{note}\n{note}\n"), out)
    answers = out.getvalue().splitlines()
    assert answers[0] == "ready "
    assert [answer.split(" ", 1)[0] for answer in answers[1:]] == ["error", "error"]
    assert "ZeroDivisionError" in answers[1]


def test_the_answers_of_the_process_are_one_line_each() -> None:
    note = read_text("PTH 94.2 pg/mL\n\nTSH 1.9 mU/L\n", note_id="one")
    out = io.StringIO()
    reading_process.main([], io.StringIO(to_json(note) + "\n"), out)
    kind, content = out.getvalue().splitlines()[-1].split(" ", 1)
    assert kind == "record"
    assert from_json(NoteRecord, content) == extract(note)
