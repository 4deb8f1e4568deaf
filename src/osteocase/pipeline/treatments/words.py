"""The words of routes, frequencies and forms of one lexicon as dictionaries and alternations."""

from __future__ import annotations

import re
from collections.abc import Callable

from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.text.quantities import plain_number

__all__ = ["bounded", "squeezed", "values", "whole_number", "words_that"]


def squeezed(words: str) -> str:
    """Words in one case with single spaces."""
    return " ".join(words.lower().split())


def values(knowledge: Knowledge, group: str) -> dict[str, str]:
    """Every word of a group with what it stands for: ``by mouth`` with ``oral``."""
    return {
        squeezed(term): entry.value or entry.id
        for entry in knowledge.words.values()
        if entry.group == group
        for term in (*entry.terms, *entry.abbreviations)
    }


def words_that(knowledge: Knowledge, group: str, keep: Callable[[str], bool] = lambda value: True) -> str:
    """The words of a group whose value is wanted, longest first; abbreviations count only in their own case."""
    words: dict[str, str] = {}
    for entry in knowledge.words.values():
        if entry.group == group and keep(entry.value or entry.id):
            words |= {term: _flexible(term) for term in entry.terms}
            words |= {term: f"(?-i:{_flexible(term)})" for term in entry.abbreviations}
    return "|".join(words[word] for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"


def _flexible(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")


def bounded(alternation: str) -> str:
    """An alternation that ends where a word ends."""
    return rf"(?:{alternation})(?![\w])"


_THREE_ZEROS = re.compile(r"[1-9]\d{0,2}\.000")


def whole_number(written: str) -> str:
    """``20.000`` once a week is twenty thousand: nobody doses to the thousandth."""
    return written.replace(".", "") if _THREE_ZEROS.fullmatch(written) else plain_number(written)
