"""Items cut into units of work: whole cases, a few hundred kilobytes each, the same cut wherever they are read from.

A unit is what is given to a worker, written in one step and never done twice. Where a cut falls depends on the names of
the cases, so that a note that comes in between changes the unit it falls into and leaves the others as they are.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby
from pathlib import Path

from osteocase.batch.items import Item

__all__ = ["Unit", "by_case", "cut"]

_SMALLEST = 32_000
_LARGEST = 1_000_000
"""Bytes of text; beyond the largest a unit ends with its case, whatever its name."""
_ONE_IN = 8


@dataclass(frozen=True)
class Unit:
    """Work for one worker."""

    id: str
    """Hash of the settings and of everything that tells which notes these are."""
    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        """Bytes of all notes."""
        return sum(item.size for item in self.items)


def cut(items: Iterable[Item], fingerprint: str) -> Iterator[Unit]:
    """Units in the order of the items; a case is never cut.

    Args:
        items: the notes; those of one case stand together.
        fingerprint: hash of the settings that the results depend on.
    """
    waiting: list[Item] = []
    size = 0
    for chunk in _whole_cases(items):
        waiting += chunk
        size += sum(item.size for item in chunk)
        name = chunk[0].note if chunk[0].case is None else chunk[0].case
        ends = size >= _SMALLEST and zlib.crc32(name.encode("utf-8", "replace")) % _ONE_IN == 0
        if ends or size >= _LARGEST:
            yield _unit(waiting, fingerprint)
            waiting, size = [], 0
    if waiting:
        yield _unit(waiting, fingerprint)


def by_case(items: Iterable[Item], spool: Path) -> Iterator[Item]:
    """Items with those of one case brought together, by way of a file, so that memory stays flat.

    Cases come sorted by id, the notes of one in the order in which they came; single notes come first.
    """
    spool.unlink(missing_ok=True)
    connection = sqlite3.connect(spool)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("CREATE TABLE item (sequence INTEGER PRIMARY KEY, owner TEXT, body TEXT)")
        rows = ((item.case, json.dumps(item.as_json())) for item in items)
        connection.executemany("INSERT INTO item (owner, body) VALUES (?, ?)", rows)
        connection.execute("CREATE INDEX item_owner ON item (owner, sequence)")
        for (body,) in connection.execute("SELECT body FROM item ORDER BY owner, sequence"):
            yield Item.from_json(json.loads(body))
    finally:
        connection.close()
        spool.unlink(missing_ok=True)


def _whole_cases(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The notes of each case; a note without a case stands alone."""
    for case, group in groupby(items, key=lambda item: item.case):
        if case is None:
            for item in group:
                yield [item]
        else:
            yield _with_own_names(list(group))


def _with_own_names(items: list[Item]) -> list[Item]:
    """The notes of one case with a number after every name that came before."""
    taken = {item.note for item in items}
    used: set[str] = set()
    named = []
    for item in items:
        name = item.note
        if name in used:
            name = next(free for number in count(2) if (free := f"{item.note}-{number}") not in taken)
            taken.add(name)
        used.add(name)
        named.append(item if name == item.note else replace(item, note=name))
    return named


def _unit(items: list[Item], fingerprint: str) -> Unit:
    digest = hashlib.sha256(fingerprint.encode())
    for item in items:
        words = hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest() if item.text is not None else ""
        told = json.dumps([item.case, item.note, item.path, item.fault, words])
        digest.update(told.encode())
    return Unit(digest.hexdigest(), tuple(items))
