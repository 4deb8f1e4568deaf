"""What every part is built from: the case without rejected records, its sources and the choices of the profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from osteocase.records import CaseRecord
from osteocase.report.document import Picture, ReviewState
from osteocase.report.ledger import Ledger
from osteocase.report.profiles import Profile

__all__ = ["Context", "NarrativeSection", "Sentence"]


class Sentence(Protocol):
    """One sentence of the narrative and the ids of the records that it tells."""

    @property
    def text(self) -> str:
        """The sentence, plain text."""

    @property
    def records(self) -> Sequence[str]:
        """Ids of the records that it rests on."""


class NarrativeSection(Protocol):
    """A stretch of narrative under one heading: generated from records, or written by an author."""

    @property
    def title(self) -> str:
        """Heading, such as ``Presentation``."""

    @property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences in order."""

    @property
    def author(self) -> str | None:
        """Who wrote it; None where the program did."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a part may look at."""

    case: CaseRecord
    """The case without the records that a reviewer rejected."""
    ledger: Ledger
    """Sources of the whole case, the rejected records among them."""
    profile: Profile
    state: ReviewState
    narrative: Sequence[NarrativeSection] | None
    pictures: tuple[Picture, ...]
    titles: Mapping[str, str]
    """Titles of the parts that this report may hold, by name."""
