"""The kept lexicon is the read one, and never stands in for changed patterns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from osteocase.lexicon.kept import keep, keep_derived, kept_derived, kept_entries, place_of
from osteocase.lexicon.load import load_lexicon
from osteocase.pipeline.matching.terms import Term, TermTree

PATTERNS = """topic = "finding"
[[entry]]
id = "kyphosis"
kind = "sign"
terms = ["kyphosis"]
examples = ["Marked kyphosis."]
counterexamples = ["Marked lordosis."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of patterns with one entry."""
    folder = tmp_path / "patterns"
    folder.mkdir()
    (folder / "findings.toml").write_text(PATTERNS, encoding="utf-8")
    return folder


def test_nothing_is_kept_before_the_first_reading(folder: Path) -> None:
    """An unknown folder must be read."""
    assert kept_entries(place_of((folder,))) is None


def test_kept_entries_equal_those_that_were_read(folder: Path) -> None:
    """Entries, their order and their places come back as they were."""
    lexicon = load_lexicon((folder,))
    keep(place_of((folder,)), lexicon.entries, lexicon.places)
    assert kept_entries(place_of((folder,))) == (lexicon.entries, lexicon.places)


def test_a_changed_pattern_file_is_read_afresh(folder: Path) -> None:
    """What was kept for the old text does not answer for the new one."""
    lexicon = load_lexicon((folder,))
    keep(place_of((folder,)), lexicon.entries, lexicon.places)
    (folder / "findings.toml").write_text(PATTERNS.replace('"kyphosis"]', '"kyphosis", "hunchback"]'), encoding="utf-8")
    assert kept_entries(place_of((folder,))) is None


def test_a_file_that_changes_while_it_is_read_is_read_afresh(folder: Path) -> None:
    """The old text, kept late, does not answer for the new one; nor does what was made of it."""
    place = place_of((folder,))
    lexicon = load_lexicon((folder,))
    (folder / "findings.toml").write_text(PATTERNS.replace('"kyphosis"]', '"kyphosis", "hunchback"]'), encoding="utf-8")
    keep(place, lexicon.entries, lexicon.places)
    keep_derived(place, "tree-1", {"kyphosis": []})
    assert kept_entries(place_of((folder,))) is None
    assert kept_derived(place_of((folder,)), "tree-1") is None


def test_a_damaged_cache_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cut-off file is no lexicon."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    lexicon = load_lexicon((folder,))
    keep(place_of((folder,)), lexicon.entries, lexicon.places)
    (kept,) = (tmp_path / "cache" / "osteocase").glob("*.json")
    kept.write_text(kept.read_text(encoding="utf-8")[:50], encoding="utf-8")
    assert kept_entries(place_of((folder,))) is None


def test_only_one_state_of_a_folder_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Old states do not pile up in the cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for extra in ("", "\n", "\n\n"):
        (folder / "findings.toml").write_text(PATTERNS + extra, encoding="utf-8")
        lexicon = load_lexicon((folder,))
        keep(place_of((folder,)), lexicon.entries, lexicon.places)
    assert len(list((tmp_path / "cache" / "osteocase").iterdir())) == 1


def test_what_was_made_of_the_entries_is_kept_until_a_file_changes(folder: Path) -> None:
    """A derived value goes with the state of the patterns that it was made of."""
    assert kept_derived(place_of((folder,)), "tree-1") is None
    keep_derived(place_of((folder,)), "tree-1", {"kyphosis": [["finding", "kyphosis", ""]]})
    assert kept_derived(place_of((folder,)), "tree-1") == {"kyphosis": [["finding", "kyphosis", ""]]}
    assert kept_derived(place_of((folder,)), "tree-2") is None
    (folder / "findings.toml").write_text(PATTERNS + "\n", encoding="utf-8")
    assert kept_derived(place_of((folder,)), "tree-1") is None


def test_a_kept_tree_finds_what_the_made_one_finds() -> None:
    """Terms in any case and abbreviations in their own case come back from JSON."""
    made = TermTree()
    made.add("bone density", Term("finding", "density", ""))
    made.add("BMD", Term("bmd_site", "any", "exact"), exact=True)
    words = ["Bone", "density", "bmd", "BMD"]
    lower = [word.lower() for word in words]
    kept = TermTree(json.loads(json.dumps(made.stored)))
    assert kept.find(words, lower) == made.find(words, lower) == [
        (0, 2, Term("finding", "density", "")),
        (3, 4, Term("bmd_site", "any", "exact")),
    ]  # fmt: skip
