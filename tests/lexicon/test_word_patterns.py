"""Words, headings and densitometry sites are found in their examples and not in their counterexamples."""

from __future__ import annotations

import pytest

from osteocase.lexicon import SectionEntry, SiteEntry, WordEntry, default_lexicon
from osteocase.pipeline.bmd.find import find_bmd
from osteocase.pipeline.labs.find import find_labs
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from osteocase.pipeline.text.sections import find_sections

WORDS = sorted(default_lexicon().of(WordEntry))
SECTIONS = sorted(default_lexicon().of(SectionEntry))
SITES = sorted(default_lexicon().of(SiteEntry))


NAMES_AN_ANALYTE = {"urine_analyte", "analyte_in_context", "condition_low", "condition_high"}
"""Groups whose words are laboratory results in the right company only, such as ``protein`` beside a urinalysis."""


def _is_found(entry: WordEntry, text: str) -> bool:
    """Whether a word counts in a text: where it stands, or as part of a laboratory result where it must be one."""
    scan = scan_text(text, knowledge_of())
    if entry.id not in {mention.id for mention in [*scan.by_topic.get("word", ()), *scan.bridges]}:
        return False
    if entry.group in NAMES_AN_ANALYTE:
        analyte = (entry.value or "").split("/")[0]
        return analyte in {draft["analyte"] for draft in find_labs(scan)}
    return entry.group != "result" or bool(find_labs(scan))


def _sections(text: str) -> set[str]:
    return {section.name for section in find_sections(text, knowledge_of())}


def _sites(text: str) -> set[str]:
    return {draft["site"] for draft in find_bmd(scan_text(text, knowledge_of()))}


@pytest.mark.parametrize("name", WORDS)
def test_a_word_is_found_in_its_examples_alone(name: str) -> None:
    """The word counts in each example and in no counterexample."""
    entry = default_lexicon().of(WordEntry)[name]
    assert [text for text in entry.examples if not _is_found(entry, text)] == []
    assert [text for text in entry.counterexamples if _is_found(entry, text)] == []


@pytest.mark.parametrize("name", SECTIONS)
def test_a_heading_is_found_in_its_examples_alone(name: str) -> None:
    """A heading opens its section; the same words in a sentence do not."""
    entry = default_lexicon().of(SectionEntry)[name]
    assert [text for text in entry.examples if name not in _sections(text)] == []
    assert [text for text in entry.counterexamples if name in _sections(text)] == []


@pytest.mark.parametrize("name", SITES)
def test_a_site_is_measured_in_its_examples_alone(name: str) -> None:
    """A site has a result where one is told of it, not where something else is."""
    entry = default_lexicon().of(SiteEntry)[name]
    assert [text for text in entry.examples if entry.site not in _sites(text)] == []
    assert [text for text in entry.counterexamples if entry.site in _sites(text)] == []


def test_every_entry_has_examples_and_counterexamples() -> None:
    """Whoever adds an entry shows where it counts and where it does not."""
    lacking = [
        (entry.topic, entry.id)
        for entry in default_lexicon().all()
        if entry.terms or entry.abbreviations
        if not entry.examples or not entry.counterexamples
    ]
    assert lacking == []
