"""What all records share: frozen models, exact decimals, the source span, the review state."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

__all__ = ["Basis", "Flag", "Model", "Number", "Record", "Review", "Source", "Status", "Subject", "Temporality"]

SCHEMA_VERSION = "1.0"
"""Version of the JSON that these models read and write."""

Review = Literal["unreviewed", "accepted", "edited", "rejected"]
Basis = Literal["stated", "computed"]
Flag = Literal["low", "normal", "high"]
Status = Literal["present", "absent", "possible"]
Temporality = Literal["current", "historical"]
Subject = Literal[
    "patient", "mother", "father", "parent", "sister", "brother", "sibling", "grandmother", "grandfather",
    "grandparent", "aunt", "uncle", "daughter", "son", "child", "niece", "nephew", "cousin", "family", "other",
]  # fmt: skip


def _refuse_float(value: object) -> object:
    """A float has already lost the digits that the note states, so it never becomes a value."""
    if isinstance(value, float):
        raise ValueError("numbers are exact: give a Decimal, an int or a string of digits, not a float")
    return value


Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    BeforeValidator(_refuse_float),
    WithJsonSchema({"type": "number"}),
]
"""A number exactly as the note writes it: ``4.20`` keeps its last digit. A JSON number outside."""


class Model(BaseModel):
    """Base of every model: frozen, no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """The words that a fact came from; ``note_text[start:end] == text`` always holds."""

    note: str
    """Id of the note."""
    start: int = Field(ge=0)
    """Offset of the first character in the note's stored text."""
    end: int = Field(ge=0)
    """Offset after the last character."""
    text: str
    """The exact words."""

    @model_validator(mode="after")
    def _span_fits_text(self) -> Source:
        if self.end - self.start != len(self.text):
            raise ValueError(f"source {self.start}-{self.end} does not have the length of its text ({len(self.text)})")
        return self


class Record(Model):
    """A fact with the words it came from, the rule that made it and what a reviewer said of it."""

    id: str
    """Stable name of the record: note id, list and position in the note, such as ``visit-1/lab-3``."""
    source: Source
    """Where the fact is stated."""
    also: tuple[Source, ...] = ()
    """Further places that tell the same fact."""
    rule: str
    """Id of the pattern that made it, such as ``labs.name_then_value``; ``author`` when a person added it."""
    review: Review = "unreviewed"
    basis: Basis = "stated"
    correction: bool = False
    """True where the note says that this replaces what was reported before ("corrected", "previously reported as")."""
    replaces: str | None = None
    """The value that the note says was wrong, as it writes it; null where it names none."""
