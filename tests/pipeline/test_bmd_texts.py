"""Densitometry in the words of many hands: each text gives the results that a reader finds, and no other."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from osteocase.pipeline.bmd.find import find_bmd
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text

FILE = Path(__file__).parents[1] / "data" / "densitometry" / "texts.toml"
TEXTS = tomllib.loads(FILE.read_text(encoding="utf-8"))["text"]
PLACE = (("site", ""), ("region", ""), ("side", ""))
NUMBERS = (
    ("bmd_g_cm2", "bmd "),
    ("t_score_comparator", ""),
    ("t_score", "T "),
    ("t_score_high", "to "),
    ("z_score_comparator", ""),
    ("z_score", "Z "),
    ("yam_percent", "yam "),
    ("change_percent", "change "),
    ("tbs", "tbs "),
)


def shown(text: str) -> set[str]:
    """Every result as one line, its class where it has no number, its time after an at sign."""
    lines = set()
    for draft in find_bmd(scan_text(text, knowledge_of())):
        parts = [f"{label}{draft[name]}" for name, label in PLACE if draft.get(name) is not None]
        numbers = [f"{label}{draft[name]}" for name, label in NUMBERS if draft.get(name) is not None]
        parts += numbers or [draft.get("classification") or ""]
        time = draft.get("time")
        lines.add(" ".join([*parts, f"@ {' '.join(time['text'].split())}"] if time else parts))
    return lines


@pytest.mark.parametrize("entry", TEXTS, ids=range(len(TEXTS)))
def test_text(entry: dict[str, Any]) -> None:
    """Sites, numbers and times of a text come out as a reader has them."""
    assert shown(entry["text"]) == set(entry["results"])
