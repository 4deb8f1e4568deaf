"""What a clinician reads in sentences that were written before the component was asked about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.context_marks import doc_of, remarked

SENTENCES = [
    line.replace("\\n", "\n")
    for line in Path(__file__).with_name("context_sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("# ")
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_is_read_as_a_clinician_reads_it(marked: str) -> None:
    """Each span has the marks of its reading and no other."""
    assert remarked(doc_of(marked)) == marked
