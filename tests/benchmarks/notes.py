"""The notes that are timed: those of the samples and the tests, and one of the usual length made of them."""

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
}


def notes_of(kind: str) -> list[str]:
    """The texts of one kind of notes."""
    if kind == "sample notes":
        return _texts(ROOT / "samples")
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
