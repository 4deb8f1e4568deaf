"""Which files of a folder are notes, and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.errors import InputError
from osteocase.reading import find_notes, note_ids


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ca 9.4", encoding="utf-8")


def test_notes_are_found_at_any_depth_in_a_fixed_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.TXT", "a.txt", "B.txt")
    found = [path.relative_to(tmp_path).as_posix() for path in find_notes(tmp_path)]
    assert found == ["B.txt", "a/b/c.TXT", "a/z.md", "a.txt", "b.txt"]


def test_hidden_files_gold_files_reports_and_the_readme_are_no_notes(tmp_path: Path) -> None:
    write(tmp_path, "visit.txt", ".draft.txt", ".git/x.txt", "visit.gold.json", "case.pdf", "README.md", "notes.csv")
    assert find_notes(tmp_path) == (tmp_path / "visit.txt",)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (".", "there is no note in this folder"),
        ("missing", "there is no such folder"),
        ("table.csv", "this is a file, not a folder"),
    ],
)
def test_a_folder_without_notes_is_told(tmp_path: Path, name: str, message: str) -> None:
    write(tmp_path, "table.csv")
    with pytest.raises(InputError) as refusal:
        find_notes(tmp_path / name)
    assert refusal.value.message == message


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["visit-1.txt", "mri.txt"], ["visit-1", "mri"]),
        (["a/visit.txt", "b/visit.txt", "b/mri.txt"], ["a-visit", "b-visit", "mri"]),
        (["visit.txt", "visit.md"], ["visit.txt", "visit.md"]),
        (["a/visit.txt", "a/visit.md", "b/visit.txt"], ["a-visit.txt", "a-visit.md", "b-visit"]),
        (["visit.txt", "visit.txt"], ["visit.txt", "visit.txt-2"]),
        ([], []),
    ],
)
def test_ids_are_stems_with_as_much_more_as_keeps_them_apart(paths: list[str], ids: list[str]) -> None:
    assert list(note_ids([Path(path) for path in paths])) == ids


NAMES = st.sampled_from(["a", "b", "a-b", "b-2", "a.txt"])
PATHS = st.builds(lambda folders, stem, suffix: "/".join([*folders, stem + suffix]), st.lists(NAMES, max_size=2), NAMES,
                  st.sampled_from([".txt", ".md"]))  # fmt: skip


@given(st.lists(PATHS, max_size=8))
def test_ids_are_always_different(paths: list[str]) -> None:
    ids = note_ids([Path(path) for path in paths])
    assert len(set(ids)) == len(paths)


@given(st.lists(PATHS, max_size=8, unique=True))
def test_the_ids_of_a_folder_do_not_depend_on_the_order_of_its_files(paths: list[str]) -> None:
    forwards = note_ids([Path(path) for path in paths])
    backwards = note_ids([Path(path) for path in reversed(paths)])
    assert set(forwards) == set(backwards)
