"""Scores in the words of many hands: each sentence gives the scores that a reader finds, and no other."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from osteocase.pipeline.scores.find import find_scores

SENTENCES = tomllib.loads(Path(__file__).with_name("score_sentences.toml").read_text(encoding="utf-8"))["sentence"]


def shown(text: str) -> list[str]:
    """Every score as one line: scale, value, top of the scale where it is told, its time after an at sign."""
    lines = []
    for draft in find_scores(scan_text(text, knowledge_of())):
        line = f"{draft['name']} {draft['value']}" + (f"/{draft['max']}" if draft["max"] else "")
        lines.append(f"{line} @ {' '.join(draft['time']['text'].split())}" if draft["time"] else line)
    return sorted(lines)


@pytest.mark.parametrize("entry", SENTENCES, ids=range(len(SENTENCES)))
def test_sentence(entry: dict[str, Any]) -> None:
    """Scales, numbers and times of a sentence come out as a reader has them."""
    assert shown(entry["text"]) == sorted(entry["scores"])
