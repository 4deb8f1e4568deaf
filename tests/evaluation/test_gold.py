"""Gold files that are wrong are told with their name and place; a third of a folder is kept aside by name alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from osteocase.errors import InputError, OsteocaseError, RecordError
from osteocase.evaluation import evaluate_folder, find_gold, is_held_out, read_gold
from osteocase.records import Note, NoteHeader, NoteRecord
from tests.evaluation.notes import GOLD, write


def reads_nothing(note: Note) -> NoteRecord:
    return NoteRecord(note=NoteHeader(id=note.id))


@pytest.mark.parametrize(
    ("gold", "words"),
    [
        ([], "a gold file is an object with lists such as labs and fractures"),
        ({"lab": []}, "'lab' is no list of a gold file; did you mean 'labs'?"),
        ({"labs": {}}, "labs is not a list"),
        ({"labs": [3]}, "labs[0] is not an object"),
        ({"labs": [{"analyte": "pth", "valeu": 3}]}, "labs[0]: 'valeu' is no field of it; did you mean 'value'?"),
        ({"labs": [{"value": 3}]}, "labs[0]: 'analyte' is missing"),
        ({"scores": [{"name": "vas"}]}, "scores[0]: 'value' is missing"),
        ({"patient": []}, "patient is not an object"),
        ({"patient": {"age": 61}}, "patient: 'age' is no field of it; did you mean 'age_text'?"),
    ],
)
def test_a_faulty_gold_file_is_named_with_the_place(tmp_path: Path, gold: Any, words: str) -> None:
    path = write(tmp_path, gold)
    with pytest.raises(RecordError) as caught:
        evaluate_folder(tmp_path, reads_nothing)
    assert (caught.value.place, caught.value.message) == (str(path), words)


def test_a_gold_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, {})
    path.write_text('{"labs": [', encoding="utf-8")
    with pytest.raises(RecordError, match="not JSON") as caught:
        evaluate_folder(tmp_path, reads_nothing)
    assert caught.value.place == str(path)


def test_a_faulty_gold_file_is_told_before_any_note_is_read(tmp_path: Path) -> None:
    write(tmp_path, GOLD, stem="a")
    write(tmp_path, {"lab": []}, stem="b")

    def must_not_read(note: Note) -> NoteRecord:
        raise AssertionError(note.id)

    with pytest.raises(RecordError):
        evaluate_folder(tmp_path, must_not_read)


def missing_note(folder: Path) -> None:
    write(folder, GOLD)
    (folder / "letter.txt").unlink()


def no_gold(folder: Path) -> None:
    write(folder, GOLD)
    (folder / "letter.gold.json").unlink()


def not_utf8(folder: Path) -> None:
    write(folder, GOLD).write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (missing_note, "the note letter.txt is missing"),
        (no_gold, "no gold file"),
        (not_utf8, "cannot be read"),
        (lambda folder: folder.rmdir(), "no such folder"),
    ],
)
def test_a_folder_that_cannot_be_scored_says_why(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    make(folder)
    with pytest.raises(InputError, match=words):
        evaluate_folder(folder, reads_nothing)


def test_the_gold_of_a_case_is_no_gold_of_a_note(tmp_path: Path) -> None:
    write(tmp_path, GOLD)
    (tmp_path / "case.gold.json").write_text(json.dumps({"checks": []}), encoding="utf-8")
    assert [path.name for path in find_gold(tmp_path)] == ["letter.gold.json"]


def test_notes_of_subfolders_carry_their_path(tmp_path: Path) -> None:
    write(tmp_path / "b", GOLD)
    write(tmp_path / "a", GOLD)
    result = evaluate_folder(tmp_path, reads_nothing)
    assert [note.note for note in result.notes] == ["a/letter", "b/letter"]


def test_numbers_of_a_gold_file_keep_their_digits(tmp_path: Path) -> None:
    path = write(tmp_path, {})
    path.write_text('{"labs": [{"analyte": "tsh", "value": 0.610}]}', encoding="utf-8")
    assert str(read_gold(path).lists["labs"][0]["value"]) == "0.610"


def test_the_parts_share_no_note_and_make_up_the_whole(tmp_path: Path) -> None:
    for number in range(30):
        write(tmp_path, {}, stem=f"note-{number}")
    held_out, kept, whole = ({path.name for path in find_gold(tmp_path, part)} for part in ("held-out", "open", "all"))
    assert held_out | kept == whole
    assert not held_out & kept
    assert held_out


@pytest.mark.parametrize(
    ("stem", "held_out"),
    [("note-0", False), ("note-1", True), ("note-2", False), ("Überweisung", True)],
)
def test_the_name_alone_decides_for_ever(stem: str, held_out: bool) -> None:
    assert is_held_out(stem) is held_out


def test_an_empty_part_is_told(tmp_path: Path) -> None:
    write(tmp_path, GOLD, stem="note-1")
    with pytest.raises(OsteocaseError, match="none of the 1 gold files"):
        evaluate_folder(tmp_path, reads_nothing, part="open")


def test_progress_counts_every_note(tmp_path: Path) -> None:
    for stem in ("a", "b", "c"):
        write(tmp_path, GOLD, stem=stem)
    told: list[tuple[int, int]] = []
    evaluate_folder(tmp_path, reads_nothing, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
