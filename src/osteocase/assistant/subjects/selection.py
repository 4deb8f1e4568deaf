"""What an utterance names: the records that fit, and what was asked for in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record

__all__ = ["Selection", "kin_said"]


@dataclass
class Selection:
    """Records that fit, and what was asked for in words."""

    records: list[Record] = field(default_factory=list)
    """In the order of time, then of the case."""
    asked: list[str] = field(default_factory=list)
    """Names of what was asked for."""
    arguments: dict[str, str] = field(default_factory=dict)
    named: bool = False
    """Whether anything was named at all; ``show me`` alone names nothing."""


def kin_said(heard: Heard) -> str | None:
    """The relative as typed (``wife``); null where none is named."""
    hits = [hit for hit in heard.hits if hit.group == "relative" and hit.value != "patient" and hit.end > hit.start]
    return " ".join(heard.words[hits[0].start : hits[0].end]) if hits else None
