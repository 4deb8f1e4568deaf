"""What an evaluation says: counts, scores, and each record that was missed, made up or read differently."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from osteocase.records import Model, Number

__all__ = [
    "Counts", "Disagreement", "Evaluation", "FieldScore", "ListName", "ListScore", "Missed", "NoteScore", "Spurious",
    "ratio",
]  # fmt: skip

EVALUATION_VERSION = "1.0"
"""Version of the JSON of an evaluation."""

ListName = Literal["labs", "bmd", "fractures", "treatments", "scores", "findings", "events"]


def ratio(part: int, whole: int) -> Decimal | None:
    """A share with four decimals; None of nothing."""
    return (Decimal(part) / whole).quantize(Decimal("0.0001")) if whole else None


class Counts(Model):
    """How often a list was right, with precision, recall and F1 between 0 and 1 (null where undefined)."""

    true_positive: int
    false_positive: int
    false_negative: int
    precision: Number | None
    recall: Number | None
    f1: Number | None

    @classmethod
    def of(cls, true_positive: int, false_positive: int, false_negative: int) -> Counts:
        """Counts with the three figures that follow from them."""
        return cls(
            true_positive=true_positive,
            false_positive=false_positive,
            false_negative=false_negative,
            precision=ratio(true_positive, true_positive + false_positive),
            recall=ratio(true_positive, true_positive + false_negative),
            f1=ratio(2 * true_positive, 2 * true_positive + false_positive + false_negative),
        )


class FieldScore(Model):
    """How often one field agreed among the records whose key agreed, or among the patients."""

    field: str
    agree: int
    total: int
    """Records whose gold gives the field."""
    accuracy: Number | None


class ListScore(Model):
    """One list of records over all notes."""

    name: ListName
    notes: int
    """Notes whose gold file holds this list, be it empty."""
    gold: int
    """Distinct facts in the gold files."""
    found: int
    """Records that were read, repeats included."""
    repeats: int
    """Records that tell a fact of the gold file once more; no error."""
    key: Counts
    """Identifying fields and the value agree."""
    strict: Counts
    """Every field that the gold record gives agrees."""
    fields: tuple[FieldScore, ...]


class Missed(Model):
    """A fact of the gold file that was not read."""

    note: str
    list: str
    line: int | None
    """Line of the note, from 1, that holds the gold file's quote; null where it gives none."""
    fact: str
    """The fact in short: its identifying fields."""
    quote: str | None


class Spurious(Model):
    """A record that no fact of the gold file stands behind."""

    note: str
    list: str
    line: int
    fact: str
    quote: str
    rule: str | None


class Disagreement(Model):
    """A field that was read differently in a record whose key agrees, or in the patient."""

    note: str
    list: str
    line: int | None
    fact: str
    field: str
    gold: str
    found: str | None


class NoteScore(Model):
    """How one note fared, over all lists: for finding the notes that need a look."""

    note: str
    true_positive: int
    strict_true_positive: int
    false_positive: int
    false_negative: int


class Evaluation(Model):
    """All notes of a folder, or of a part of it, against their gold files."""

    version: str = EVALUATION_VERSION
    part: Literal["all", "open", "held-out"]
    notes: tuple[NoteScore, ...]
    lists: tuple[ListScore, ...]
    patient: tuple[FieldScore, ...]
    """Fields of the patient: right among those that the gold files give."""
    patient_spurious: int
    """Fields of the patient that were read although the gold file has none."""
    missed: tuple[Missed, ...]
    spurious: tuple[Spurious, ...]
    disagreements: tuple[Disagreement, ...]

    def list(self, name: ListName) -> ListScore | None:
        """Score of one list; None where no gold file holds it."""
        return next((score for score in self.lists if score.name == name), None)
