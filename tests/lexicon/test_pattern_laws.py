"""Laws that hold for the entries of every topic: each shows itself, and no two claim the same words."""

from __future__ import annotations

from collections import defaultdict

from osteocase.lexicon import WordEntry, default_lexicon
from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching.knowledge import MATCHED_TOPICS

LEXICON = default_lexicon()

TESTED_ON_THEIR_EXAMPLES = {
    "analyte": "test_laboratory_patterns.py",
    "unit": "test_laboratory_patterns.py",
    "bmd_site": "test_word_patterns.py",
    "section": "test_word_patterns.py",
    "word": "test_word_patterns.py",
    "bone": "test_fracture_patterns.py",
    "finding": "test_fracture_patterns.py",
    "score": "test_fracture_patterns.py",
    "treatment": "test_treatments_data.py",
    "cue": "test_cue_patterns.py",
}
"""Topic of what is looked for in notes, to the tests that run every example and counterexample of it."""

SIDE_BY_SIDE = {"status_stop", "status_talk", "status_past", "time_relation", "bridge"}
"""Groups of words that one grammar reads twice: as said before and as said after (``held``; ``she was then given X``,
``X was then given``), as a relation between two times and as the word before one (``since``). Their entries share words
on purpose."""


def test_every_topic_that_is_looked_for_is_tried_on_its_examples() -> None:
    assert {model.topic for model in MATCHED_TOPICS} | {"unit", "section"} == set(TESTED_ON_THEIR_EXAMPLES)


def test_every_entry_of_these_topics_has_examples_and_counterexamples() -> None:
    lacking = [
        (entry.topic, entry.id)
        for entry in LEXICON.all()
        if entry.topic in TESTED_ON_THEIR_EXAMPLES
        if not entry.examples or not entry.counterexamples
    ]
    assert lacking == []


def test_no_two_entries_of_a_group_of_words_claim_the_same_word() -> None:
    """Within the other topics the loader refuses it: see ``osteocase patterns check``."""
    owners: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for entry in LEXICON.of(WordEntry).values():
        if entry.group in SIDE_BY_SIDE:
            continue
        for term in entry.terms:
            owners[entry.group, " ".join(normal_words(term)), False].add(entry.value or entry.id)
        for term in entry.abbreviations:
            owners[entry.group, term, True].add(entry.value or entry.id)
    assert {words: values for words, values in owners.items() if len(values) > 1} == {}
