"""The words of ``patterns/assistant.toml``: each entry is heard in its examples and not in its counterexamples."""

from __future__ import annotations

import pytest

from osteocase.assistant.words.hearing import hear
from osteocase.assistant.words.time_rows import for_each_time
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


@pytest.mark.parametrize(
    ("say", "each"),
    [
        ("delete the P1NP at 6 and 12 months", ["delete the P1NP at 6 months", "delete the P1NP at 12 months"]),
        ("drop both VAS of June and May 2022", ["drop the VAS of June 2022", "drop the VAS of May 2022"]),
        ("accept the first and the last CTX", ["accept the first CTX", "accept the last CTX"]),
        ("accept the hip of 2020 and the PTH of 2021", ["accept the hip of 2020", "accept the PTH of 2021"]),
        ("delete the first and second metatarsal", []),
        ("delete the P1NP of 2021", []),
        ("accept the PTH and the CTX of 2021", []),
    ],
)
def test_a_wish_of_several_times_is_said_once_for_each(say: str, each: list[str]) -> None:
    assert for_each_time(say, bones="metatarsal" in say) == each
