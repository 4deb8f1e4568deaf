"""What is to stay as it is: ``leave the one of 2019 alone``, ``don't touch the TSH``, ``keep everything as is``."""

from __future__ import annotations

import re

__all__ = ["EXCEPT", "spares", "without_spared"]

EXCEPT = re.compile(
    r"\b(?:except(?: for)?|but not|but (?:please )?(?:leave|spare|do not touch)|apart from|other than|excluding|"
    r"save for|not counting|with the exception of|barring)\b"
    r"|\bbut\b(?=.*\b(?:look|check|again|later|unsure|not sure|unclear|doubt\w*|wait|stays? open|think|discuss|ask)\b)"
    r"|(?<=\ball )but\b(?! not)|(?<=\beverything )but\b(?! not)|(?<=s )but\b(?! not)(?!.*\d)",
    re.IGNORECASE,
)
"""What leads to what is to be left out of a wish: ``all fractures except the scaphoid``."""

_STAY = (
    r"(?:alone|as (?:it|they|that) (?:is|are|was|were)|as is|as are|untouched|unchanged|in peace|in place|"
    r"the way it is)"
)
_CHANGE = (
    r"(?:touch|change|alter|edit|modify|delete|remove|drop|reject|accept|discard|correct|overwrite|amend|adjust|erase|"
    r"strike|defer|add)"
)
_SPARES = re.compile(
    rf"\b(?:leave|let|keep)\b[^;.?]*\b{_STAY}\b"
    r"|\b(?:do not|don['’]?t|never|please not|no need to|you need not|must not|should not be)"
    rf"\s+(?:\w+\s+)?{_CHANGE}(?:e?d)?\b"
    r"|\b(?:leave|let) (?:it|that|this|them|those|everything|all|things) (?:be|stand)\b"
    r"|\b(?:hands|keep your hands) off\b"
    r"|\bno changes? to\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*[;.]\s+|\s*,?\s+\b(?:but|and)\s+|\s*,\s+", re.IGNORECASE)


def spares(say: str) -> bool:
    """Whether it asks for no change of what it names."""
    return _SPARES.search(say) is not None


def without_spared(say: str) -> str:
    """The utterance without the part that only spares something: ``it was 2.1, but leave the one of 2019 alone``."""
    if not spares(say):
        return say
    for match in _CUT.finditer(say):
        before, behind = say[: match.start()], say[match.end() :]
        if spares(behind) and not spares(before) and re.search(r"\d", before):
            return before
        if spares(before) and not spares(behind) and re.search(r"\d", behind):
            return behind
    return say
