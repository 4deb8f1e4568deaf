"""What an utterance names: the records that fit, and what was asked for in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from osteocase.records import Record

__all__ = ["Selection"]


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
