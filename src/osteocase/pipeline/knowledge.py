"""The lexicon compiled once for matching: the tree of terms, the unit grammar and word groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from osteocase.lexicon import (
    AnalyteEntry,
    BoneEntry,
    CueEntry,
    Entry,
    FindingEntry,
    Lexicon,
    ScoreEntry,
    SectionEntry,
    SiteEntry,
    TreatmentEntry,
    UnitEntry,
    WordEntry,
    default_lexicon,
)
from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.terms import Term, TermTree

__all__ = ["Knowledge", "knowledge_of"]

MATCHED_TOPICS: tuple[type[Entry], ...] = (
    AnalyteEntry, SiteEntry, BoneEntry, TreatmentEntry, ScoreEntry, FindingEntry, CueEntry, WordEntry,
)  # fmt: skip
"""Topics looked for in running text; units are part of the quantity grammar and headings of the section grammar."""


class Knowledge:
    """One lexicon, compiled; it never holds the user's text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.analytes = lexicon.of(AnalyteEntry)
        self.units = lexicon.of(UnitEntry)
        self.sites = lexicon.of(SiteEntry)
        self.bones = lexicon.of(BoneEntry)
        self.treatments = lexicon.of(TreatmentEntry)
        self.scores = lexicon.of(ScoreEntry)
        self.findings = lexicon.of(FindingEntry)
        self.cues = lexicon.of(CueEntry)
        self.words = lexicon.of(WordEntry)
        self.sections = lexicon.of(SectionEntry)
        self.terms = TermTree()
        for model in MATCHED_TOPICS:
            for entry in lexicon.of(model).values():
                self._add(entry)

    def _add(self, entry: Entry) -> None:
        for variant, terms in (
            ("", entry.terms),
            ("absent", getattr(entry, "absent_terms", ())),
            ("historical", getattr(entry, "historical_terms", ())),
        ):
            for term in terms:
                self.terms.add(term, Term(entry.topic, entry.id, variant))
        for abbreviation in entry.abbreviations:
            self.terms.add(abbreviation, Term(entry.topic, entry.id, "exact"), exact=True)

    @cached_property
    def unit_pattern(self) -> re.Pattern[str]:
        """Every written form of every unit, longest first; the group is looked up in ``unit_ids``."""
        forms = sorted(self.unit_ids, key=len, reverse=True)
        return _unit_expression(forms)

    @cached_property
    def _unit_patterns(self) -> dict[str, re.Pattern[str]]:
        """``unit_pattern`` cut into one for each first letter, in both cases."""
        forms: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self.unit_ids, key=len, reverse=True):
            for letter in {form[0], form[0].lower(), form[0].upper()}:
                forms[letter].append(form)
        return {letter: _unit_expression(starting) for letter, starting in forms.items()}

    def unit_at(self, text: str, position: int) -> re.Match[str] | None:
        """The unit that is written at a position of a text, if any."""
        letter = text[position : position + 1]
        if letter.isascii() and not letter.isspace():
            pattern = self._unit_patterns.get(letter)
            return pattern.match(text, position) if pattern is not None else None
        return self.unit_pattern.match(text, position)

    @cached_property
    def unit_ids(self) -> dict[str, str]:
        """Written form without spaces, in lower case, to the UCUM code; a form in its own case wins."""
        forms: dict[str, str] = {}
        for unit in self.units.values():
            for form in (*unit.abbreviations, *unit.terms, unit.id):
                forms.setdefault(form, unit.id)
        return forms

    @cached_property
    def unit_by_spelling(self) -> dict[str, str]:
        """Spelling with spaces squeezed out to the UCUM code: exact case first, then lower case."""
        exact = {_squeezed(form): unit for form, unit in self.unit_ids.items()}
        lower: dict[str, str] = {}
        for form, unit in self.unit_ids.items():
            lower.setdefault(_squeezed(form).lower(), unit)
        return lower | exact

    def unit_of(self, written: str) -> str | None:
        """UCUM code of a unit as written, or None when no pattern knows it."""
        squeezed = _squeezed(written) if not written.isalnum() or "μ" in written else written
        return self.unit_by_spelling.get(squeezed) or self.unit_by_spelling.get(squeezed.lower())

    @cached_property
    def groups(self) -> dict[str, dict[str, str]]:
        """Word group to its words (normalised, lower case, joined by a space) with what they stand for."""
        groups: dict[str, dict[str, str]] = defaultdict(dict)
        for entry in self.words.values():
            for term in (*entry.terms, *entry.abbreviations):
                groups[entry.group][" ".join(normal_words(term))] = entry.value or entry.id
        return dict(groups)

    def alternation(self, group: str) -> str:
        """The words of a group as one regular expression alternation, longest first; never matches when empty."""
        words: set[str] = set()
        for entry in self.words.values():
            if entry.group == group:
                words.update(entry.terms)
                words.update(entry.abbreviations)
        if not words:
            return r"(?!)"
        return "|".join(_flexible(word) for word in sorted(words, key=lambda word: (-len(word), word)))

    @cached_property
    def analyte_terms(self) -> frozenset[str]:
        """Every name of every analyte, normalised."""
        return frozenset(
            " ".join(normal_words(term))
            for entry in self.analytes.values()
            for term in (*entry.terms, *entry.abbreviations)
        )

    @cached_property
    def headings(self) -> dict[str, SectionEntry]:
        """Normalised heading to its section."""
        return {" ".join(normal_words(term)): entry for entry in self.sections.values() for term in entry.terms}


def _flexible(form: str) -> str:
    """A written form as a regular expression in which a space may be any white space."""
    return re.sub(r"(?:\\\s)+", r"\\s+", re.escape(form))


def _unit_expression(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_unit_form(form) for form in forms)})(?![\w²³]|[/^·](?=\w))", re.IGNORECASE)


def _unit_form(form: str) -> str:
    """A unit as a regular expression: spaces may stand around its slash and before its exponent."""
    return re.sub(r"(?:\\\s)+", r"\\s?", re.escape(form)).replace("/", r"\s?/\s?").replace("²", r"\s?²")


def _squeezed(form: str) -> str:
    return re.sub(r"\s+", "", form).replace("μ", "µ")


@lru_cache(maxsize=4)
def knowledge_of(patterns: tuple[Path, ...] = ()) -> Knowledge:
    """The compiled patterns that came with osteocase, with the user's folders laid over them."""
    return Knowledge(default_lexicon(patterns))
