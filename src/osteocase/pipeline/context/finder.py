"""Negation, doubt, history, plans and other people: what the words around a statement say of it (ConText).

The cues live in ``patterns/context.toml``, how far each of them reaches is worked out once in ``context.scopes``; here
the scopes that cover a statement are put together. Harkema H et al., J Biomed Inform 2009;42:839-51.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osteocase.pipeline.context.dates import PastTimes
from osteocase.pipeline.context.scopes import Scope, ScopeFinder
from osteocase.pipeline.context.signs import sign_beside

if TYPE_CHECKING:
    from osteocase.pipeline.scan import Scan

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
    """Told as history; true as well of ``no history of fracture``, of what is told with a year or an age of its own,
    and of what stands under ``Social history`` or ``Allergies``; not by ``has had`` alone."""
    longstanding: bool = False
    """Told as begun more than two weeks ago and not as over: ``a ten-year history of``, ``known to have``."""
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
        """``current`` or ``historical`` as records have it: what ``no history of`` denies has no past, a habit goes on,
        and so may a disease that was found in 2005."""
        return "historical" if any(cue.category == "historical" for cue in self.cues) else "current"


_PLAIN = Context()
"""The context of what is told as it is."""
_PERFECT = "history_perfect"
"""Start of the rules of ``has had``: a fracture that she has had is past, a pain that she has had goes on."""

_SECTION_EFFECTS = {
    "historical": "historical",
    "family": "family",
    "hypothetical": "hypothetical",
    "not_patient": "other_subject",
}


class ContextFinder:
    """Contexts within one scan; the scope of each cue is worked out once."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.scopes = ScopeFinder(scan)
        self._past = PastTimes(scan)
        self.asked: dict[tuple[int, int], Context] = {}
        """Every stretch that a component has asked about, and the answer: what ``osteocase explain`` tells."""

    def context(self, start: int, end: int) -> Context:
        """Context of the stretch from ``start`` to ``end``."""
        known = self.asked.get((start, end))
        if known is None:
            known = self.asked[start, end] = self._context(start, end)
        return known

    def _context(self, start: int, end: int) -> Context:
        covering = self.scopes.covering(start, end)
        if any(scope.category == "uncertain" for scope in covering):
            covering = _without_denied_doubt(covering, start, end)
        fired = [Cue(scope.category, scope.start, scope.end, scope.entry.id, scope.entry.subject) for scope in covering]
        fired += self._section_cues(start)
        fired += self._beside(start, end, of_family=any(cue.category == "family" for cue in fired))
        also = {category for scope in covering if scope.entry.category != "pseudo" for category in scope.entry.also}
        section = self.scan.section_at(start)
        if section.name == "social_history" or section.effect == "allergy":
            also.add("historical")
        return _context_of(fired, also, start, end) if fired or also else _PLAIN

    def _section_cues(self, start: int) -> list[Cue]:
        section = self.scan.section_at(start)
        category = _SECTION_EFFECTS.get(section.effect)
        if category is None or start < section.body:
            return []
        subject = "family" if category == "family" else None
        return [Cue(category, section.start, section.body, f"section.{section.name}", subject)]

    def _beside(self, start: int, end: int, *, of_family: bool) -> list[Cue]:
        """Cues that are no words of the lexicon: a time of its own in the past, a sign of a form.

        The age at which a relative fell ill is told of him at all times, so it makes no history.
        """
        cues = []
        time = self._past.beside(start, end)
        if time is not None and not (of_family and time.kind == "age"):
            cues.append(Cue("dated", time.start, time.end, f"time.{time.kind}"))
        sign = sign_beside(self.scan, start, end)
        if sign is not None:
            cues.append(Cue(*sign))
        return cues


def _without_denied_doubt(scopes: Sequence[Scope], start: int, end: int) -> list[Scope]:
    """``no suspicion of fracture``: what is denied is the doubt, not the certainty.

    ``was considered but excluded``: the verdict settles it.
    """
    denied = [scope for scope in scopes if scope.category == "negated"]
    first = min((scope.end for scope in denied if scope.end <= start), default=start)
    verdict = max((scope.start for scope in denied if scope.start >= end), default=0)
    return [
        scope
        for scope in scopes
        if scope.category != "uncertain" or not (first <= scope.start < start or scope.start < verdict)
    ]


def _context_of(cues: list[Cue], also: set[str], start: int, end: int) -> Context:
    found = {cue.category for cue in cues if not cue.rule.startswith(_PERFECT)} | also
    return Context(
        negated="negated" in found,
        uncertain="uncertain" in found,
        historical="historical" in found or ("dated" in found and "hypothetical" not in found),
        longstanding="longstanding" in found,
        hypothetical="hypothetical" in found,
        subject=_subject(cues, start, end),
        cues=tuple(cues),
    )


def _subject(cues: Sequence[Cue], start: int, end: int) -> str:
    """The nearest relative that is named, else the family, else another person, else the patient.

    ``Brother with PKD, no family history of fracture``: who is named before the family is spoken of is not meant.
    """
    relatives = [cue for cue in cues if cue.category == "family"]
    if not relatives:
        return "other" if any(cue.category == "other_subject" for cue in cues) else "patient"
    general = [cue.start for cue in relatives if cue.subject == "family" and not cue.rule.startswith("section.")]
    last = max((place for place in general if place < start), default=-1)
    named = [cue for cue in relatives if cue.subject and cue.subject != "family" and not cue.end <= last < start]
    nearest = min(named or relatives, key=lambda cue: max(start - cue.end, cue.start - end))
    return nearest.subject or "family"
