"""Knowledge as data: ``patterns/`` read, checked and handed to the pipeline. No term stands in code."""

from __future__ import annotations

from osteocase.lexicon.case_entries import (
    Arm,
    BmdReferenceEntry,
    CareEntry,
    CheckEntry,
    Condition,
    CriterionEntry,
    DoseEntry,
    FormulaEntry,
    FraxInputEntry,
    IdentifierEntry,
    IdentifierPartEntry,
    JournalEntry,
    Regimen,
    Selector,
)
from osteocase.lexicon.load import Lexicon, check_lexicon, default_folder, default_lexicon, load_lexicon
from osteocase.lexicon.schema import (
    TOPICS,
    AlikeEntry,
    AnalyteEntry,
    BoneEntry,
    CarriedEntry,
    CueEntry,
    Entry,
    FindingEntry,
    ReferenceEntry,
    ScoreEntry,
    SectionEntry,
    SiteEntry,
    TreatmentEntry,
    UnitEntry,
    UtteranceEntry,
    WordEntry,
)

__all__ = [
    "TOPICS", "AlikeEntry", "AnalyteEntry", "Arm", "BmdReferenceEntry", "BoneEntry", "CareEntry", "CarriedEntry",
    "CheckEntry", "Condition",
    "CriterionEntry", "CueEntry", "DoseEntry", "Entry", "FindingEntry", "FormulaEntry", "FraxInputEntry",
    "IdentifierEntry",
    "IdentifierPartEntry",
    "JournalEntry", "Lexicon", "ReferenceEntry", "Regimen", "ScoreEntry", "SectionEntry", "Selector", "SiteEntry",
    "TreatmentEntry", "UnitEntry", "UtteranceEntry", "WordEntry", "check_lexicon", "default_folder", "default_lexicon",
    "load_lexicon",
]  # fmt: skip
