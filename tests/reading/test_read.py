"""Files, bytes and pastes to notes."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.errors import InputError
from osteocase.reading import read_bytes, read_file, read_text
from osteocase.records import Note


def test_a_file_becomes_a_note_that_knows_where_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "first visit.txt"
    path.write_bytes("Alb 4.1 g/dL\r\nP 3.0\xa0mg/dL".encode("cp1252"))
    text = "Alb 4.1 g/dL\nP 3.0\xa0mg/dL"
    assert read_file(path) == Note(
        id="first visit",
        text=text,
        path=str(path),
        encoding="latin-1",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def test_the_hash_belongs_to_the_words_and_not_to_the_bytes() -> None:
    as_windows = read_bytes(b"\xef\xbb\xbfCa 9.4\r\n", note_id="a")
    as_unix = read_bytes(b"Ca 9.4\n", note_id="b")
    assert as_windows.sha256 == as_unix.sha256


def test_pasted_text_needs_no_file() -> None:
    assert read_text("Ca 9.4").model_dump(exclude={"sha256"}) == {
        "id": "pasted",
        "text": "Ca 9.4",
        "path": None,
        "encoding": None,
    }


@pytest.mark.parametrize("nothing", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", "\xa0\u2028".encode()])
def test_a_note_without_words_is_refused(nothing: bytes) -> None:
    with pytest.raises(InputError, match="there is no text in it"):
        read_bytes(nothing, note_id="empty")


def test_a_note_beyond_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "registry.txt"
    path.write_text("Ca 9.4 mg/dL\n" * 10, encoding="utf-8")
    assert read_file(path, max_bytes=130).text.count("\n") == 10
    with pytest.raises(InputError) as refusal:
        read_file(path, max_bytes=129)
    assert refusal.value.message == "larger than the limit of 0.000129 MB for one note"


def test_an_endless_device_ends_at_the_limit() -> None:
    with pytest.raises(InputError, match="larger than the limit of 16 MB"):
        read_file(Path("/dev/zero"))


def test_pasted_text_has_the_same_limit_and_no_null() -> None:
    with pytest.raises(InputError, match="larger than the limit"):
        read_text("x" * 11, max_bytes=10)
    with pytest.raises(InputError, match="binary"):
        read_text("Ca\x009.4")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_file(tmp_path / "visit.txt")
    with pytest.raises(InputError, match="this is a folder, not a note"):
        read_file(tmp_path)


def test_a_file_name_that_is_no_unicode_still_gives_a_printable_id(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/na\xefve\x1b[1m.txt"))
    path.write_text("Ca 9.4", encoding="utf-8")
    note = read_file(path)
    assert note.id == "na\ufffdve_[1m"
    assert note.path is not None
    note.path.encode("utf-8")


@given(st.text(min_size=1), st.integers(0, 50), st.integers(0, 50))
def test_offsets_hold_for_a_reader_that_translates_line_ends(text: str, start: int, length: int) -> None:
    note = read_text("note " + text.replace("\x00", ""))
    elsewhere = io.StringIO(note.text, newline=None).read()
    assert elsewhere[start : start + length] == note.text[start : start + length]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n\f\x85"), min_size=1))
def test_a_note_written_and_read_back_is_the_same_note(text: str) -> None:
    note = read_text("note " + text)
    data = note.text.encode("utf-8-sig")
    again = read_bytes(data, note_id="pasted")
    assert (again.text, again.sha256) == (note.text, note.sha256)
