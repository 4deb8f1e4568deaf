"""The lexicon compiled once for matching: the tree of terms, the unit grammar and word groups."""

from __future__ import annotations

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
from osteocase.lexicon.kept import keep_derived, kept_derived
from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.expressions import compiled
from osteocase.pipeline.matching.terms import Term, TermTree

__all__ = ["Knowledge", "knowledge_of"]

MATCHED_TOPICS: tuple[type[Entry], ...] = (
    AnalyteEntry, SiteEntry, BoneEntry, TreatmentEntry, ScoreEntry, FindingEntry, CueEntry, WordEntry,
)  # fmt: skip
"""Topics looked for in running text; units are part of the quantity grammar and headings of the section grammar."""

BRIDGES = frozenset({"bridge", "densitometry_bridge"})
"""Groups of the words that may stand between a name and its value and tell nothing themselves."""


_EXAMINED = ("laboratory", "imaging", "densitometry", "physical_examination", "vital_signs")


class Knowledge:
    """One lexicon, compiled; it never holds the user's text."""

    def __init__(self, lexicon: Lexicon, trees: tuple[TermTree, TermTree] | None = None) -> None:
        """``trees`` are ``terms`` and ``bridges`` of the lexicon, made here when they are not given."""
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
        self.terms, self.bridges = trees if trees is not None else (TermTree(), TermTree())
        """The terms that tell something, and the words that may stand between a name and its value. Of the latter a
        note is full, and few of them are asked for."""
        self._unit_patterns: dict[str, re.Pattern[str]] = {}
        """The written forms of units as one expression for each first letter, made when it is first needed."""
        if trees is None:
            for model in MATCHED_TOPICS:
                for entry in lexicon.of(model).values():
                    self._add(entry)

    def _add(self, entry: Entry) -> None:
        tree = self.bridges if isinstance(entry, WordEntry) and entry.group in BRIDGES else self.terms
        for variant, terms in (
            ("", entry.terms),
            ("absent", getattr(entry, "absent_terms", ())),
            ("historical", getattr(entry, "historical_terms", ())),
        ):
            for term in terms:
                tree.add(term, Term(entry.topic, entry.id, variant))
        for abbreviation in entry.abbreviations:
            tree.add(abbreviation, Term(entry.topic, entry.id, "exact"), exact=True)

    @cached_property
    def _unit_forms(self) -> dict[str, list[str]]:
        """The written forms of units by their first letter in lower case, longest first."""
        forms: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self.unit_ids, key=len, reverse=True):
            forms[_unit_key(form[0])].append(form)
        return forms

    def unit_at(self, text: str, position: int) -> re.Match[str] | None:
        """The unit that is written at a position of a text, if any."""
        key = _unit_key(text[position : position + 1])
        pattern = self._unit_patterns.get(key)
        if pattern is None:
            if key not in self._unit_forms:
                return None
            pattern = self._unit_patterns[key] = _unit_expression(self._unit_forms[key])
        return pattern.match(text, position)

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
    def word_groups(self) -> dict[str, str]:
        """Id of a word entry to its group; no group has the name of a topic."""
        return {name: entry.group for name, entry in self.words.items()}

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
    def examinations(self) -> frozenset[str]:
        """What a line about an examination opens with, normalised: ``mri``, ``bloods``, ``o/e``."""
        headings = (term for name in _EXAMINED if name in self.sections for term in self.sections[name].terms)
        return frozenset(" ".join(normal_words(term)) for term in headings) | frozenset(self.groups.get("modality", ()))

    @cached_property
    def relatives(self) -> frozenset[str]:
        """Every single word for a relative, normalised."""
        cues = (entry for entry in self.cues.values() if entry.category == "family")
        return frozenset(" ".join(normal_words(term)) for entry in cues for term in entry.terms)

    @cached_property
    def headings(self) -> dict[str, SectionEntry]:
        """Normalised heading to its section."""
        return {" ".join(normal_words(term)): entry for entry in self.sections.values() for term in entry.terms}


def _flexible(form: str) -> str:
    """A written form as a regular expression in which a space may be any white space."""
    return re.sub(r"(?:\\\s)+", r"\\s+", re.escape(form))


def _unit_key(letter: str) -> str:
    """What units are filed under by their first letter; a space may stand before a slash."""
    return "/" if letter.isspace() else letter.lower() if letter.isascii() else "µ"


def _unit_expression(forms: Sequence[str]) -> re.Pattern[str]:
    return compiled(rf"(?:{'|'.join(_unit_form(form) for form in forms)})(?![\w²³]|[/^·](?=\w))")


def _unit_form(form: str) -> str:
    """A unit as a regular expression: spaces may stand around its slash and before its exponent."""
    return re.sub(r"(?:\\\s)+", r"\\s?", re.escape(form)).replace("/", r"\s?/\s?").replace("²", r"\s?²")


def _squeezed(form: str) -> str:
    return re.sub(r"\s+", "", form).replace("μ", "µ")


def knowledge_of(patterns: tuple[Path, ...] = ()) -> Knowledge:
    """The compiled patterns that came with osteocase, with the user's folders laid over them."""
    return _knowledge_of(patterns)


@lru_cache(maxsize=4)
def _knowledge_of(patterns: tuple[Path, ...]) -> Knowledge:
    lexicon = default_lexicon(patterns)
    stored = kept_derived(lexicon.kept, _TREES)
    if stored is not None:
        terms, bridges = stored
        return Knowledge(lexicon, (TermTree(terms), TermTree(bridges)))
    knowledge = Knowledge(lexicon)
    keep_derived(lexicon.kept, _TREES, [knowledge.terms.stored, knowledge.bridges.stored])
    return knowledge


_TREES = "terms-3"
"""Name of the kept trees of terms; its number grows when words are cut or filed in another way."""
