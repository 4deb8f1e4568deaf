"""Context cues are found in their examples and not in their counterexamples."""

from __future__ import annotations

import pytest

from osteocase.lexicon import CueEntry, default_lexicon
from osteocase.pipeline.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text

CUES = sorted(default_lexicon().of(CueEntry))


def _cues(text: str) -> set[str]:
    return {mention.id for mention in scan_text(text, knowledge_of()).by_topic.get("cue", ())}


@pytest.mark.parametrize("name", CUES)
def test_a_cue_is_found_in_its_examples_alone(name: str) -> None:
    """Longer cues hide the shorter ones inside them, so a pseudo cue keeps a bare ``no`` from being found."""
    entry = default_lexicon().of(CueEntry)[name]
    assert [text for text in entry.examples if name not in _cues(text)] == []
    assert [text for text in entry.counterexamples if name in _cues(text)] == []
