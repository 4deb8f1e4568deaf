"""Bones, findings, scales and the words of fractures, patients and events: each entry proves itself."""

from __future__ import annotations

import pytest

from osteocase.lexicon import Entry, default_lexicon
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.matching.wordstarts import IndexedText
from osteocase.pipeline.scan import find_mentions

FILES = frozenset(
    {"bones.toml", "findings.toml", "scores.toml", "words-fractures.toml", "words-patient.toml", "words-events.toml"}
)
LEXICON = default_lexicon()
ENTRIES = [
    entry
    for topic, entries in LEXICON.entries.items()
    for name, entry in entries.items()
    if LEXICON.places[topic, name] in FILES
]


def _fires(entry: Entry, sentence: str) -> bool:
    return any(
        (mention.topic, mention.id) == (entry.topic, entry.id)
        for mention in find_mentions(IndexedText(sentence), knowledge_of())
    )


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{entry.topic}/{entry.id}" for entry in ENTRIES])
def test_an_entry_is_found_in_its_examples_and_not_in_its_counterexamples(entry: Entry) -> None:
    assert entry.examples
    assert entry.counterexamples
    assert [sentence for sentence in entry.examples if not _fires(entry, sentence)] == []
    assert [sentence for sentence in entry.counterexamples if _fires(entry, sentence)] == []


def test_every_file_of_the_room_is_read() -> None:
    assert {LEXICON.places[entry.topic, entry.id] for entry in ENTRIES} == FILES
