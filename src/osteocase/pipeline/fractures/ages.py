"""How old a fracture is by the words beside it: before it, in its phrase, or as the last word of its list."""

from __future__ import annotations

from osteocase.pipeline.fractures.roles import Trait, roles
from osteocase.pipeline.fractures.words import Words

__all__ = ["acuity_of"]

_AGE_ENDS = frozenset({".", ",", ";", ")", "appearing", "looking", "in", "appearance", "and", "-"})
_PERHAPS = frozenset({"likely", "probably", "possibly", "presumably", "most", "all", "both"})
_HEALED = frozenset({"healed", "united", "consolidated"})
_NOT = frozenset({"not", "never", "n't", "yet", "failed", "incompletely"})
_COPULAS = frozenset({
    "is", "are", "was", "were", "appears", "appear", "appeared", "looks", "look", "being", "remain", "remains", "seems",
    "seem", "as", "likely", "probably", "has", "have", "had",
})  # fmt: skip


def acuity_of(words: Words, first: int, index: int, last: int) -> Trait | None:
    """The age told of the fracture word at ``index``, whose phrase ends before ``last``."""
    before = [item for item in roles(words, "acuity", first, index) if not item[0].endswith("_signal")]
    if before:
        return before[-1]
    inside = [
        item
        for item in roles(words, "acuity", index + 1, last)
        if not item[0].endswith("_signal") and item[0] != "subacute"  # "fracture healing" is no age
    ]
    if inside:
        return inside[0]
    closing = _closing_age(words, last)
    if closing is not None:
        return closing
    spoken = False
    for position in range(last, min(len(words.items), last + 12)):
        word = words.items[position]
        if word.trigger is not None or word.place is not None or word.text in {";", "."}:
            return None
        value = word.roles.get("acuity")
        if word.lower in _HEALED and any(item.lower in _NOT for item in words.items[max(0, position - 3) : position]):
            return None  # "the fracture has not united"
        if value is not None and spoken and not value.endswith("_signal"):
            return (value, word.start, word.end)
        if word.lower in _COPULAS:
            spoken = True
        elif word.text == "," and not spoken:
            if position + 1 < len(words.items) and words.items[position + 1].lower in _AS_BEFORE:
                continue
            return _apposed_age(words, position)
        elif word.text == "(" and value is None and position > last:
            following = words.items[position + 1] if position + 1 < len(words.items) else None
            if following is not None and not following.roles.get("acuity", "_signal").endswith("_signal"):
                return (following.roles["acuity"], following.start, following.end)
        elif word.lower in {"and", "but", "with", "which"} and spoken:
            return None
    return None


_AS_BEFORE = frozenset({"unchanged", "stable"})


def _apposed_age(words: Words, comma: int) -> Trait | None:
    """``, likely old.``: an age set behind a comma, with nothing after it."""
    spot = comma + 1
    while spot < len(words.items) and words.items[spot].lower in _PERHAPS:
        spot += 1
    following = words.items[spot] if spot < len(words.items) else None
    ends = spot + 1 >= len(words.items) or words.items[spot + 1].lower in _AGE_ENDS
    if following is None or not ends or following.roles.get("acuity", "_signal").endswith("_signal"):
        return None
    return (following.roles["acuity"], following.start, following.end)


def _closing_age(words: Words, last: int) -> Trait | None:
    """``Fractures at T6 and T8 chronic``, ``of T7 with 30 % loss of height, old, and``: what ends the phrase.

    Behind a list that is joined by a comma alone it speaks of the last member: ``VCF of L4, T12 old``.
    """
    items = words.items
    for position in range(last, min(len(items), last + 10)):
        word = items[position]
        if word.trigger is not None or word.place is not None or word.text in {";", "."}:
            return None
        value = word.roles.get("acuity", "_signal")
        if value.endswith("_signal"):
            continue
        ends = position + 1 >= len(items) or items[position + 1].text in {".", ",", ";", ")"}
        if not ends:
            return None
        if position > last:
            return (value, word.start, word.end) if items[position - 1].text == "," else None
        listed = [item.lower for item in items[max(0, position - 5) : position] if item.lower in {"and", "&"}]
        commas = [item for item in items[max(0, position - 5) : position] if item.text == ","]
        return (value, word.start, word.end) if listed and not commas else None
    return None
