"""The words of ``patterns/assistant.toml``: each entry is heard in its examples and not in its counterexamples."""

from __future__ import annotations

import pytest

from osteocase.assistant.words.hearing import hear
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon import AlikeEntry, CarriedEntry, UtteranceEntry, default_lexicon
from osteocase.lexicon.normal import normal_words

ENTRIES = sorted(default_lexicon().of(UtteranceEntry).values(), key=lambda entry: entry.id)
ALIKE = sorted(default_lexicon().of(AlikeEntry).values(), key=lambda entry: entry.id)
CARRIED = sorted(default_lexicon().of(CarriedEntry).values(), key=lambda entry: entry.id)


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])
def test_an_entry_is_heard_where_it_should_be_and_nowhere_else(entry: UtteranceEntry, vocabulary: Vocabulary) -> None:
    def heard(text: str) -> set[str]:
        return {hit.id for hit in hear(text, vocabulary).hits if hit.topic == "utterance"}

    assert entry.examples
    assert entry.counterexamples
    assert [text for text in entry.examples if entry.id not in heard(text)] == []
    assert [text for text in entry.counterexamples if entry.id in heard(text)] == []


@pytest.mark.parametrize("entry", [*ALIKE, *CARRIED], ids=[entry.id for entry in (*ALIKE, *CARRIED)])
def test_other_words_for_a_thing_are_known_in_its_examples_and_nowhere_else(entry: AlikeEntry | CarriedEntry) -> None:
    terms = {normal_words(term) for term in entry.terms}

    def asks(text: str) -> bool:
        words = normal_words(text)
        return any(words[at : at + size] in terms for at in range(len(words)) for size in range(1, len(words) - at + 1))

    assert [text for text in entry.examples if not asks(text)] == []
    assert entry.counterexamples
    assert [text for text in entry.counterexamples if asks(text)] == []
