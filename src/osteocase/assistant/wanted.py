"""What a question wants of the sentences that may answer it: a place, a day, a size, a number, a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from osteocase.assistant.hearing import Heard

__all__ = ["SIZE", "of_wanted_kind", "wants_size"]


class _Sentence(Protocol):
    @property
    def text(self) -> str: ...


Told = TypeVar("Told", bound=_Sentence)

_PLACE = re.compile(
    r"\b(?:in|of|at|on|to|from|near|below|above|behind|under)\s+(?:the\s+|her\s+|his\s+)?(?:left|right|medial|lateral|"
    r"proximal|distal|upper|lower|inferior|superior|posterior|anterior|spine|lumbar|thoracic|neck|femur|femoral|hip|"
    r"pelvis|rib|ribs|thyroid|kidney|wrist|garden|kitchen|house|home|street|ward|hospital|foot|knee|shoulder|[CTL]\d)",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(
    rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}[./-](?:\d{{1,2}}|{_MONTH})[./-]\d{{2,4}}\b|\b\d{{1,2}}\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b"
    r"|\b(?:today|yesterday)\b",
    re.IGNORECASE,
)
SIZE = re.compile(r"\b\d+(?:[.,]\d+)?\s*(?:x\s*\d+(?:[.,]\d+)?\s*)?(?:mm|cm|ml|g)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|none|no)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:Dr|Prof|Mr|Mrs|Ms|surgeon|nurse|consultant|wife|husband|mother|father|daughter|son)\b", re.I
)
_WANTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\bhow (?:big|large|heavy|wide|small|long across)\b|\bwhat size\b|\bsize of\b|\bdiameter\b", re.I),
        SIZE,
    ),
    (re.compile(r"\bwhere(?:abouts)?\b|\bwhich (?:side|place|bone|part)\b|\blocation\b|\bsite of\b", re.I), _PLACE),
    (
        re.compile(
            r"^\W*(?:and\W+|so\W+)?when\b|\bwhen (?:was|were|did|is|does)\b|"
            r"\b(?:what|which) (?:date|day|year|month)\b|\bdate\b|\bsince when\b",
            re.I,
        ),
        _DAY,
    ),
    (re.compile(r"\bhow (?:many|much|often|far)\b", re.I), _NUMBER),
    (re.compile(r"\bwho(?:se|m)?\b", re.I), _PERSON),
)


def wants_size(heard: Heard, told: str) -> bool:
    """Whether a size or a mass is asked for that an answer does not tell: ``how heavy was the adenoma?``."""
    asked, kind = _WANTED[0]
    return asked.search(heard.say) is not None and kind.search(told) is None


def of_wanted_kind(found: Sequence[Told], heard: Heard) -> list[Told]:
    """Of several sentences those that hold what is asked for: a day for ``when``, a size for ``how big``."""
    for asked, kind in _WANTED:
        if asked.search(heard.say):
            return [one for one in found if kind.search(one.text)] or list(found)
    return list(found)
