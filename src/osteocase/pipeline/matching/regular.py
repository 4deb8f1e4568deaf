"""The ``re`` of this room: its expressions are kept compiled between starts and try little where much is alike.

``from osteocase.pipeline import regular as re`` stands for ``import re``; see ``expressions`` for what is done. No
expression here is made of the text of a note, since expressions are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import Match, Pattern, error, escape
from typing import Any

from osteocase.pipeline.matching.expressions import compiled

__all__ = [
    "DOTALL", "IGNORECASE", "MULTILINE", "Match", "Pattern", "compile", "error", "escape", "findall",
    "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip

IGNORECASE = int(re.IGNORECASE)
MULTILINE = int(re.MULTILINE)
DOTALL = int(re.DOTALL)


@lru_cache(maxsize=4_000)
def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """The expression, made once."""
    return compiled(pattern, flags)


def match(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """As ``re.match``."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """As ``re.fullmatch``."""
    return compile(pattern, flags).fullmatch(string)


def search(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """As ``re.search``."""
    return compile(pattern, flags).search(string)


def sub(
    pattern: str, replacement: str | Callable[[Match[str]], str], string: str, count: int = 0, flags: int = 0
) -> str:
    """As ``re.sub``."""
    return compile(pattern, flags).sub(replacement, string, count)


def split(pattern: str, string: str, maxsplit: int = 0, flags: int = 0) -> list[Any]:
    """As ``re.split``."""
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern: str, string: str, flags: int = 0) -> list[Any]:
    """As ``re.findall``."""
    return compile(pattern, flags).findall(string)


def finditer(pattern: str, string: str, flags: int = 0) -> Iterator[Match[str]]:
    """As ``re.finditer``."""
    return compile(pattern, flags).finditer(string)
