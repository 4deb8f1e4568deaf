"""What ``#`` means: a fracture as a noun (``no hip #``, ``T12 #``), a fracture of the bone after it (``# NOF``), or no
fracture at all (``refill #3``, ``#20 tablets``).
"""

from __future__ import annotations

from osteocase.pipeline.fractures.words import Word, Words

__all__ = ["sign_meaning"]

_BEFORE_NOUN = frozenset({
    "no", "nil", "any", "without", "fresh", "new", "further", "other", "prev", "previous", "prior", "old", "multiple",
    "several", "denies", "?", "query", "occult", "pathological", "recent", "subsequent", "another", "second",
})  # fmt: skip
_WITHIN_NAME = frozenset({"of", "the", "a", "both", "bones", "bone", "her", "his", "base", "neck", "shaft", "head"})
_REACH = 7
"""Words after the sign within which its bone stands."""


def sign_meaning(words: Words, index: int) -> str | None:
    """``noun`` or ``sign`` (it stands before its bone); None where it is a number sign."""
    items = words.items
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    is_number = after is not None and after.start == items[index].end and after.text[0].isdecimal()
    if before is not None and _is_noun_after(items, index):
        return "noun"
    if is_number and not _bone_follows(items, index):
        return None
    if before is not None and before.lower in _BEFORE_NOUN and not _bone_follows(items, index):
        return "noun"
    return "sign" if _bone_follows(items, index) else None


def _is_noun_after(items: list[Word], index: int) -> bool:
    """A bone, a kind or a cause right before the sign: ``hip #``, ``stress #``, ``fragility #s``."""
    spot = index - 1
    if items[spot].text == ")":
        while spot > 0 and items[spot].text != "(":
            spot -= 1
        spot -= 1
    word = items[max(spot, 0)]
    return word.place is not None or bool(word.roles.keys() & {"fracture_kind", "low_trauma"})


def _bone_follows(items: list[Word], index: int) -> bool:
    for word in items[index + 1 : index + 1 + _REACH]:
        if word.place is not None:
            return True
        is_number = word.text.isdecimal() and "time" not in word.roles and word.start == items[index].end
        if is_number or not (
            word.describes
            or word.lower in _WITHIN_NAME
            or word.text in "-().'/"
            or word.lower in {"1", "2", "3", "3rd"}
        ):
            return False
    return False
