"""What every entry of the patterns has, whatever its topic, and how exact numbers are written in them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

__all__ = ["CHECKED", "Entry", "Exact", "Part", "Range", "is_checked"]


CHECKED = {"checked": True}
"""Context in which entries are read again that have been checked as they stand."""


def is_checked(info: ValidationInfo) -> bool:
    """Whether an entry has been checked before, and its terms are spelled out."""
    return info.context is not None and bool(info.context.get("checked"))


def _exact(value: object) -> object:
    """TOML floats have lost digits: numbers are written as strings or integers."""
    if isinstance(value, float):
        raise ValueError('write the number in quotes ("0.2495"), so that no digit is lost')
    return value


Exact = Annotated[Decimal, BeforeValidator(_exact)]


class Part(BaseModel):
    """Base of everything in a pattern file: frozen, no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Part):
    """What every entry has, whatever its topic."""

    topic: ClassVar[str]
    needs_terms: ClassVar[bool] = True
    """False for topics that hold rules about a case instead of words to be found in notes."""

    id: str = Field(pattern=r"^[A-Za-z0-9%/\[\].*^{}'_-]+$")
    name: str | None = None
    """Name for people; the id with spaces when it is left out."""
    terms: tuple[str, ...] = ()
    """Ways to write it, matched without regard to case, hyphens and brackets."""
    abbreviations: tuple[str, ...] = ()
    """Ways to write it that only count in exactly this case: ``Ca``, ``K``."""
    examples: tuple[str, ...] = ()
    """Sentences in which the entry must be found."""
    counterexamples: tuple[str, ...] = ()
    """Sentences that look alike, in which it must not be found."""
    source: str | None = None
    """Guideline or publication behind the entry."""
    comment: str | None = None

    @model_validator(mode="after")
    def _has_words(self) -> Entry:
        if self.needs_terms and not self.terms and not self.abbreviations:
            raise ValueError("an entry needs at least one of terms or abbreviations")
        return self

    @property
    def label(self) -> str:
        """Name for people."""
        return self.name or self.id.replace("_", " ")


class Range(Part):
    """A closed interval; either end may be open."""

    low: Exact | None = None
    high: Exact | None = None
