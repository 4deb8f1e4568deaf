"""Negation, doubt, history, plans and other people: what the words around a statement say of it (ConText).

The cues live in ``patterns/context.toml``. A cue reaches over its clause, forwards or backwards, until a terminating
word, the end of the sentence, or its own limit; longer cues hide the shorter ones inside them, so that ``no increase``
or ``not only`` negate nothing. Harkema H et al., J Biomed Inform 2009;42:839-51.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osteocase.lexicon import CueEntry

if TYPE_CHECKING:
    from osteocase.pipeline.scan import Mention, Scan

__all__ = ["Context", "ContextFinder", "Cue"]


@dataclass(frozen=True)
class Cue:
    """A cue that fired: what it means and where it stands."""

    category: str
    start: int
    end: int
    rule: str
    subject: str | None = None


@dataclass(frozen=True)
class Context:
    """What is said of one stretch of text."""

    negated: bool = False
    uncertain: bool = False
    historical: bool = False
    hypothetical: bool = False
    subject: str = "patient"
    cues: tuple[Cue, ...] = ()

    @property
    def status(self) -> str:
        """``present``, ``absent`` or ``possible`` as records have it."""
        if self.negated:
            return "absent"
        return "possible" if self.uncertain else "present"

    @property
    def temporality(self) -> str:
        """``current`` or ``historical`` as records have it."""
        return "historical" if self.historical else "current"


_WORD = re.compile(r"\w+")


class ContextFinder:
    """Contexts within one scan; the cues of each sentence are worked out once."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._cues: dict[int, list[tuple[Mention, CueEntry]]] = {}
        for mention in scan.by_topic.get("cue", ()):
            index = scan.sentence_index(mention.start)
            self._cues.setdefault(index, []).append((mention, scan.knowledge.cues[mention.id]))

    def context(self, start: int, end: int) -> Context:
        """Context of the stretch from ``start`` to ``end``."""
        index = self.scan.sentence_index(start)
        fired: list[Cue] = []
        cues = self._cues.get(index, [])
        for mention, entry in cues:
            if entry.category in {"pseudo", "terminate", "affirmed"}:
                continue
            if mention.start < end and start < mention.end:
                continue
            if self._reaches(mention, entry, start, end, cues):
                fired.append(Cue(entry.category, mention.start, mention.end, entry.id, entry.subject))
        fired += self._section_cues(start)
        return _context_of(fired)

    def _reaches(
        self, mention: Mention, entry: CueEntry, start: int, end: int, cues: list[tuple[Mention, CueEntry]]
    ) -> bool:
        if mention.end <= start:
            if entry.direction == "backward":
                return False
            left, right = mention.end, start
        elif mention.start >= end:
            if entry.direction == "forward":
                return False
            left, right = end, mention.start
        else:
            return False
        between = self.scan.text[left:right]
        if entry.max_tokens is not None and len(_WORD.findall(between)) > entry.max_tokens:
            return False
        return not any(self._stops(other, entry) for spot, other in cues if left <= spot.start and spot.end <= right)

    @staticmethod
    def _stops(other: CueEntry, entry: CueEntry) -> bool:
        """A terminating word ends every scope; an affirming one ends a negation or a doubt."""
        if other.category == "terminate":
            return other.subject is None or other.subject == entry.category
        return other.category == "affirmed" and entry.category in {"negated", "uncertain"}

    def _section_cues(self, start: int) -> list[Cue]:
        section = self.scan.section_at(start)
        effect = {
            "historical": "historical",
            "family": "family",
            "hypothetical": "hypothetical",
            "not_patient": "other_subject",
        }
        category = effect.get(section.effect)
        if category is None or start < section.body:
            return []
        return [
            Cue(
                category,
                section.start,
                section.body,
                f"section.{section.name}",
                "family" if category == "family" else None,
            )
        ]


def _context_of(cues: list[Cue]) -> Context:
    found = {cue.category for cue in cues}
    subject = "patient"
    relatives = [cue for cue in cues if cue.category == "family"]
    if relatives:
        named = [cue for cue in relatives if cue.subject and cue.subject != "family"]
        subject = (named or relatives)[-1].subject or "family"
    elif "other_subject" in found:
        subject = "other"
    return Context(
        negated="negated" in found,
        uncertain="uncertain" in found,
        historical="historical" in found,
        hypothetical="hypothetical" in found,
        subject=subject,
        cues=tuple(cues),
    )
