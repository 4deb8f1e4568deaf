"""Context cues are found in their examples and not in their counterexamples."""

from __future__ import annotations

from typing import get_args

import pytest

from osteocase.lexicon import CueEntry, WordEntry, default_lexicon
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from osteocase.records.base import Subject

CUES = sorted(default_lexicon().of(CueEntry))


def _cues(text: str) -> set[str]:
    return {mention.id for mention in scan_text(text, knowledge_of()).by_topic.get("cue", ())}


@pytest.mark.parametrize("name", CUES)
def test_a_cue_is_found_in_its_examples_alone(name: str) -> None:
    """Longer cues hide the shorter ones inside them, so a pseudo cue keeps a bare ``no`` from being found."""
    entry = default_lexicon().of(CueEntry)[name]
    assert [text for text in entry.examples if name not in _cues(text)] == []
    assert [text for text in entry.counterexamples if name in _cues(text)] == []


def test_a_relative_that_a_cue_names_is_one_that_a_record_can_name() -> None:
    lexicon = default_lexicon()
    named = {entry.subject for entry in lexicon.of(CueEntry).values()} - {None}
    asked = {entry.value for entry in lexicon.of(WordEntry).values() if entry.group == "relative"} - {None}
    assert (named | asked) - set(get_args(Subject)) == set()
