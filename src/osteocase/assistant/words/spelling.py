"""Words that were typed wrongly or cut short, and the known words that they stand for.

A word is only read as another one where nothing else is as near; the answer says so. Verbs of a wish are never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["is_same_word", "near_word"]

_SHORTEST = 4
_SMALL = ("how", "who", "was", "has", "did", "the", "and", "are", "why", "for", "her", "his", "she")
"""Small words that a hasty hand mixes up: ``hwo``."""
_ANY_SLIP = 6
"""Letters from which any one slip is forgiven in a word that the case uses."""
_OTHER_LETTER = 8
"""Letters from which another letter is forgiven in a clinical word that the case does not use."""
_TWO_SLIPS = 11
"""Letters from which two are."""


_SPELT = (
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"our(?=$|s$|ed$|ing$|less$|able$|ful$)"), "or"),
    (re.compile(r"y(?=[sz](?:e|ed|es|er|ing|is)$)"), "i"),
    (re.compile(r"is(?=(?:e|ed|es|er|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"ll"), "l"),
    (re.compile(r"ogue"), "og"),
    (re.compile(r"amme"), "am"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[aeo])c(?=e$|es$|ed$)"), "s"),
    (re.compile(r"ough$"), "ow"),
)
"""What is written otherwise on the other side of the Atlantic: ``colour``, ``anaemia``, ``normalise``, ``fibre``."""


def is_same_word(typed: str, read: str) -> bool:
    """Whether two words differ only as British and American spelling do."""
    return _plainly(typed) == _plainly(read)


def _plainly(word: str) -> str:
    word = word.casefold()
    for pattern, plain in _SPELT:
        word = pattern.sub(plain, word)
    return word


def near_word(
    word: str, names: Iterable[str], terms: Sequence[Sequence[str]], said: Sequence[Sequence[str]]
) -> str | None:
    """The known word that a strange one stands for; null where there is none, or more than one.

    Args:
        word: small letters.
        names: words of the names that the case itself uses; the beginning of one is enough: ``hemi``, ``romo``.
        terms: clinical words, by their length.
        said: words that are listened for, by their length; here only a slip of the hand counts, no other letter.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return next((one for one in _SMALL if word != one and word[0] == one[0] and sorted(word) == sorted(one)), None)
    names = tuple(names)
    begun = {name for name in names if name.startswith(word)}
    if len(begun) == 1 and len(min(begun, key=len)) > len(word) + 2:  # ``phosphat`` begins the phosphate too
        return begun.pop()
    of_case = [name for name in names if abs(len(name) - len(word)) <= 2]
    pools = ((of_case, _ANY_SLIP), (_of_length(terms, len(word)), _OTHER_LETTER)) if len(word) > _SHORTEST else ()
    for pool, least in pools:
        found = _nearest(word, pool, least)
        if found is not None:
            return found
    slips = {one for one in _of_length(said, len(word)) if _is_slip(word, one)}
    return slips.pop() if len(slips) == 1 else None


def _of_length(words: Sequence[Sequence[str]], length: int) -> list[str]:
    return [one for size in range(max(length - 2, 0), min(length + 3, len(words))) for one in words[size]]


def _nearest(word: str, pool: Iterable[str], least: int) -> str | None:
    most = 2 if len(word) >= _TWO_SLIPS else 1
    best: dict[int, set[str]] = {}
    for one in pool:
        if len(one) < _SHORTEST or one[0] != word[0]:
            continue
        if len(word) <= _SHORTEST or (len(word) < least and not _is_slip(word, one)):
            continue
        steps = _steps(word, one, most)
        if steps <= most:
            best.setdefault(steps, set()).add(one)
    nearest = best.get(1) or best.get(2) or set()
    stems = {one.removesuffix("s") for one in nearest}
    return min(nearest, key=len) if len(stems) == 1 else None


def _is_slip(word: str, known: str) -> bool:
    """Two letters exchanged, one doubled, one left out or one too many, but no other letter."""
    if len(word) == len(known):
        wrong = [at for at in range(len(word)) if word[at] != known[at]]
        return (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and word[wrong[0]] == known[wrong[1]]
            and (word[wrong[1]] == known[wrong[0]])
        )
    if abs(len(word) - len(known)) != 1 or min(len(word), len(known)) <= _SHORTEST:
        return False
    short, long = sorted((word, known), key=len)
    missing = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    at_end = missing == len(short)
    plural = at_end and long[-1] in "sdy"
    return short[missing:] == long[missing + 1 :] and missing > 0 and not plural


def _steps(left: str, right: str, most: int) -> int:
    """Letters to change, add, leave out or exchange, as far as ``most``."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for place, letter in enumerate(left, start=1):
        earlier, before, row = before, row, [place]
        for at, other in enumerate(right, start=1):
            steps = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != other))
            if place > 1 and at > 1 and letter == right[at - 2] and left[place - 2] == other:
                steps = min(steps, earlier[at - 2] + 1)
            row.append(steps)
        if min(row) > most:
            return most + 1
    return row[-1]
