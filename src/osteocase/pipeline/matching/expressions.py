"""Regular expressions made of the words of the lexicon, kept compiled between starts.

Such an expression holds hundreds of words, and to compile a few dozen of them takes longer than to read a note. What
the compiler of ``re`` makes is a list of numbers, which is kept as JSON in the user's cache folder under a hash of the
expression and taken up again at the next start, by the same version of Python only. The engine checks the numbers
before it uses them; whatever does not fit is compiled afresh.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import atexit
import base64
import hashlib
import re
import sys
from array import array
from collections.abc import Callable
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

from osteocase.lexicon.kept import keep_derived, kept_derived, place_of
from osteocase.lexicon.load import default_folder
from osteocase.pipeline.matching.expression_trees import first_characters, rearranged

__all__ = ["Description", "compiled", "described", "keep_compiled"]

Description = dict[str, Any]
"""What is told of an expression beside its code, as plain JSON values."""
_NAME = f"expressions-7-{sys.implementation.cache_tag}-{_sre.MAGIC}-{_sre.CODESIZE}"
_MOST_UNUSED = 2_000
"""Kept expressions that a process may leave unused before they are dropped."""


def compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """The expression as ``re.compile`` gives it.

    Raises:
        re.error: the expression is wrong.
    """
    return described(pattern, flags, "", lambda tree: {})[0]


def described(
    pattern: str, flags: int, kind: str, describe: Callable[[Any], Description]
) -> tuple[re.Pattern[str], Description]:
    """The expression, and what ``describe`` tells of its parsed form; ``kind`` names what it tells.

    Raises:
        re.error: the expression is wrong.
    """
    shelf = _shelf()
    key = hashlib.blake2b(f"{flags} {kind} {pattern}".encode(), digest_size=16).hexdigest()
    entry = shelf.take(key)
    if entry is not None:
        try:
            return _engine(pattern, entry), entry["description"]
        except (KeyError, TypeError, ValueError, RuntimeError, OverflowError):
            shelf.entries.pop(key, None)
    tree = _parser.parse(pattern, flags)
    entry = {
        "code": base64.b64encode(array("I", _code(tree, flags)).tobytes()).decode("ascii"),
        "flags": flags | tree.state.flags,
        "groups": tree.state.groups,
        "names": tree.state.groupdict,
        "description": describe(tree),
    }
    shelf.put(key, entry)
    return _engine(pattern, entry), entry["description"]


def _code(tree: Any, flags: int) -> list[int]:
    """What the engine runs, as ``re`` compiles it, of the expression in the order in which it tries least."""
    code: list[int] = _compiler._code(rearranged(tree, flags), flags)
    least, most = tree.getwidth()
    first = first_characters(tree, flags) if least > 0 else None
    has_lead = code[0] == _compiler.INFO and code[2] != 0
    if first is None or has_lead:
        return code
    members: list[int] = []
    _compiler._compile_charset(_compiler._optimize_charset(first)[0], tree.state.flags | flags, members)
    info = [_compiler.SRE_INFO_CHARSET, min(least, _compiler.MAXCODE), min(most, _compiler.MAXCODE), *members]
    return [code[0], len(info) + 1, *info, *code[code[1] + 1 :]]


def _engine(pattern: str, entry: dict[str, Any]) -> re.Pattern[str]:
    code = array("I", base64.b64decode(entry["code"], validate=True)).tolist()
    names: list[str | None] = [None] * entry["groups"]
    for name, number in entry["names"].items():
        names[number] = name
    expression: re.Pattern[str] = _sre.compile(
        pattern, entry["flags"], code, entry["groups"] - 1, entry["names"], tuple(names)
    )
    return expression


_FIRST_WRITE = 100
"""New expressions after which a process writes them the first time; then each time that they are twice as many."""


class _Shelf:
    """The kept expressions by their hash; new ones are written when this process ends, and before, since a process that
    reads notes for another one is often killed."""

    def __init__(self) -> None:
        self.place = place_of((default_folder(),))
        stored = kept_derived(self.place, _NAME)
        self.entries: dict[str, dict[str, Any]] = stored if isinstance(stored, dict) else {}
        self.used: set[str] = set()
        self.new = self.written = 0
        self.write_at = _FIRST_WRITE

    def take(self, key: str) -> dict[str, Any] | None:
        self.used.add(key)
        return self.entries.get(key)

    def put(self, key: str, entry: dict[str, Any]) -> None:
        self.entries[key] = entry
        self.new += 1
        if self.new == 1:
            atexit.register(self.write)
        if self.new == self.write_at:
            self.write_at *= 2
            self.write()

    def write(self) -> None:
        """Keep what stands here beside what other processes have kept since this one started."""
        if self.new == self.written:
            return
        self.written = self.new
        kept = kept_derived(self.place, _NAME)
        self.entries = (kept if isinstance(kept, dict) else {}) | self.entries
        used = {key: entry for key, entry in self.entries.items() if key in self.used}
        entries = self.entries if len(self.entries) - len(used) <= _MOST_UNUSED else used
        keep_derived(self.place, _NAME, entries)


def keep_compiled() -> None:
    """Keep what was compiled until now, by a process that may be killed later."""
    _shelf().write()


@cache
def _shelf() -> _Shelf:
    return _Shelf()
