"""Values that words of a phrase give to a trait, with the words that tell them."""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.fractures.words import Word, Words

__all__ = ["Trait", "roles"]

Trait = tuple[Any, int, int]
"""A value with the start and end of the words that tell it."""


def roles(words: Words, group: str, first: int, last: int) -> list[Trait]:
    """Values of a word group between two indexes, each once for the words of one term."""
    found: list[Trait] = []
    for word in words.items[first:last]:
        value = word.roles.get(group)
        if value is None or (group == "fracture_kind" and _names_place(word)):
            continue
        if found and found[-1][0] == value and word.start - found[-1][2] <= 1:
            found[-1] = (value, found[-1][1], word.end)
        else:
            found.append((value, word.start, word.end))
    return found


def _names_place(word: Word) -> bool:
    """True for the ``transverse`` of a transverse process, which is no kind of fracture."""
    return word.place is not None and word.place.part == "transverse_process" and word.trigger is None
