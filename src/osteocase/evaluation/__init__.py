"""Gold files, and how well notes are read against them: precision, recall, F1, every miss and every spurious record.

A gold file is ``NAME.gold.json`` beside ``NAME.txt``: facts that a person read out of the note. ``evaluate_folder``
reads the notes anew and compares; ``compare`` holds two results against each other. Nothing here prints.

How a record is held against the gold, in words, stands in ``agreement`` and ``matching``.
"""

from __future__ import annotations

from osteocase.evaluation.compare import Change, Comparison, compare
from osteocase.evaluation.evaluate import evaluate_folder, evaluate_note
from osteocase.evaluation.gold import GoldNote, Part, find_gold, is_held_out, read_gold
from osteocase.evaluation.models import (
    Counts,
    Disagreement,
    Evaluation,
    FieldScore,
    ListScore,
    Missed,
    NoteScore,
    Spurious,
)

__all__ = [
    "Change", "Comparison", "Counts", "Disagreement", "Evaluation", "FieldScore", "GoldNote", "ListScore", "Missed",
    "NoteScore", "Part", "Spurious", "compare", "evaluate_folder", "evaluate_note", "find_gold", "is_held_out",
    "read_gold",
]  # fmt: skip
