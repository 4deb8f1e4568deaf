"""Knowledge as data: ``patterns/`` read, checked and handed to the pipeline. No term stands in code."""

from __future__ import annotations

from osteocase.lexicon.load import Lexicon, default_folder, default_lexicon, load_lexicon
from osteocase.lexicon.schema import (
    TOPICS, AnalyteEntry, BoneEntry, CueEntry, Entry, FindingEntry, ReferenceEntry, ScoreEntry, SectionEntry, SiteEntry,
    TreatmentEntry, UnitEntry, WordEntry,
)

__all__ = [
    "TOPICS", "AnalyteEntry", "BoneEntry", "CueEntry", "Entry", "FindingEntry", "Lexicon", "ReferenceEntry",
    "ScoreEntry", "SectionEntry", "SiteEntry", "TreatmentEntry", "UnitEntry", "WordEntry", "default_folder",
    "default_lexicon", "load_lexicon",
]  # fmt: skip
