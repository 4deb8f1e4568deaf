"""Expressions of which it is known what their matches begin with, so that only those are tried that can match.

A reader that stands at one place of a text and tries many expressions there asks for the character at that place.
"""

from __future__ import annotations

from typing import Any

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.expression_trees import first_characters, holds
from osteocase.pipeline.matching.expressions import Description, described

__all__ = ["LedPattern"]

_TOLD = 128
"""Characters below this code are told apart; with any other one an expression is tried."""


class LedPattern:
    """An expression with the characters that its matches can begin with; in any case unless ``flags`` says otherwise.

    Raises:
        re.error: the expression is wrong.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.compiled, told = described(f"(?:{pattern})", flags, "leads", lambda tree: _description(tree, flags))
        self.match = self.compiled.match
        self.search = self.compiled.search
        self._leads = None if told["leads"] is None else frozenset(told["leads"])

    def may_begin(self, sign: str) -> bool:
        """Whether a match can begin with a character."""
        return self._leads is None or ord(sign) >= _TOLD or sign in self._leads


def _description(tree: Any, flags: int) -> Description:
    first = first_characters(tree, flags)
    leads = None if first is None else "".join(chr(code) for code in range(_TOLD) if holds(first, code))
    return {"leads": leads}
