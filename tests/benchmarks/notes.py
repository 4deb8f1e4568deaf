"""The notes that are timed: those of the samples and the tests, one of the usual length made of them, or a folder's."""

from __future__ import annotations

from pathlib import Path

__all__ = ["KINDS", "notes_of", "terms"]

ROOT = Path(__file__).resolve().parents[2]
USUAL = 1_600
"""Characters of a clinic note of the usual length."""
MOST_TERMS = 2_000
KINDS = {
    "sample notes": "the notes of samples/, one after the other as they are",
    "notes of tests": "the notes by style of tests/data/notes",
    "usual length": "notes of tests/data/notes joined to at least 1,600 characters",
    "hospital notes": "dictated notes, visits, letters and case presentations of tests/data by eight hands",
}
HOSPITAL = ("general", "dictated", "clinic", "case-reports", "bone-clinics", "trauma", "visits", "specialists")
"""Folders of tests/data whose notes are as long, and told as fully, as those of a hospital."""


def notes_of(kind: str) -> list[str]:
    """The texts of one kind of notes, or of the ``.txt`` files of a folder where it is the name of one."""
    if kind not in KINDS:
        return _texts(Path(kind))
    if kind == "sample notes":
        return _texts(ROOT / "samples")
    if kind == "hospital notes":
        return [text for folder in HOSPITAL for text in _texts(ROOT / "tests" / "data" / folder)]
    texts = _texts(ROOT / "tests" / "data" / "notes")
    if kind == "notes of tests":
        return texts
    joined: list[str] = []
    current = ""
    for text in texts:
        current = f"{current}\n\n{text}" if current else text
        if len(current) >= USUAL:
            joined.append(current)
            current = ""
    return joined


def terms() -> list[str]:
    """Terms that every side looks for, out of the patterns."""
    from osteocase.lexicon import AnalyteEntry, BoneEntry, FindingEntry, TreatmentEntry, default_lexicon

    lexicon = default_lexicon()
    found = {
        term
        for model in (AnalyteEntry, BoneEntry, FindingEntry, TreatmentEntry)
        for entry in lexicon.of(model).values()
        for term in entry.terms
    }
    return sorted(found)[:: max(1, len(found) // MOST_TERMS)][:MOST_TERMS]


def _texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
