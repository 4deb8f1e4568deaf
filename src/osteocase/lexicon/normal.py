"""How words are compared: one tokenisation for the terms of the patterns and for the text of the notes.

Case, line breaks, hyphens, brackets and the possessive ``'s`` do not count; a Greek letter counts as its name. So
``25(OH)-vitamin D`` and ``25 OH vitamin D`` are the same words, and a term broken over two lines is still found.
"""

from __future__ import annotations

import re

__all__ = ["WORD", "normal_word", "normal_words"]

WORD = re.compile(
    r"\d+(?:[.,]\d+)*"  # a number with its decimals is one word
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*\d*"  # letters with the digits that follow them: T12, B12, P1
    r"|[^\s\w()\[\]{}\-‐‑‒–—−_'’\"“”]"  # other signs, one by one; hyphens, brackets and quotes are no words
)

_POSSESSIVE = re.compile(r"['’]s$|['’]")
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "µ": "u", "μ": "u", "κ": "kappa", "ω": "omega"}


def normal_word(word: str) -> str:
    """One word with its case kept and its spelling made plain."""
    if word.isascii() and "'" not in word:
        return word
    word = _POSSESSIVE.sub("", word)
    return "".join(_GREEK.get(letter, letter) for letter in word)


def normal_words(text: str) -> tuple[str, ...]:
    """The words of a term as they are compared, in lower case."""
    if text.isascii() and "'" not in text:
        return tuple(WORD.findall(text.lower()))
    return tuple(normal_word(match.group()).lower() for match in WORD.finditer(text))
