"""A worker: a process of its own that reads units one after the other. It speaks JSON lines on stdin and stdout.

It is a process and not a thread so that a note that hangs or kills it takes nothing else along, and it is started as a
command so that it works the same under a batch, a test and a cluster's own workers.

    in   {"settings": {...}} once, then {"unit": {...}, "skip": {position: reason}} for each unit
    out  {"ready": true}, then {"at": position} before each step, and {"done": {...}} or {"stopped": {...}} after a unit
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO

from osteocase.batch.finished import Finished, key_of, load, save
from osteocase.batch.items import Item
from osteocase.batch.products import Product, UnitResult
from osteocase.batch.storage import Storage, storage_at
from osteocase.batch.units import Unit
from osteocase.errors import OsteocaseError
from osteocase.records import CaseRecord, NoteRecord

__all__ = ["TOO_LONG", "Settings", "Worker", "serve"]

TOO_LONG = "it took longer than"
"""How the reason of a note begins that was cut off; such a note is tried again when it is given more time."""
_Words = tuple[bytes, str | None, str | None]
"""Bytes of a note, their hash, and why there are none."""


@dataclass(frozen=True)
class Settings:
    """What all workers of a batch share."""

    storage: str
    """Folder or address of the finished units."""
    products: tuple[str, ...] = ("notes",)
    patterns: tuple[str, ...] = ()
    max_bytes: int = 16_000_000
    time_limit: float = 60.0
    """Seconds for one note, and for the merging of one case."""

    def as_json(self) -> dict[str, Any]:
        """The settings as plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Settings:
        """The settings that ``as_json`` wrote."""
        return cls(**{**data, "products": tuple(data["products"]), "patterns": tuple(data["patterns"])})


class TimeLimit(BaseException):  # no error of the rules, which must not catch it
    """Raised inside a note that takes too long."""


def serve(products: dict[str, Product]) -> None:
    """Work until stdin ends.

    Args:
        products: all that can be asked for, by name.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the batch, which ends its workers itself
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # whatever a library prints must not get between the answers

    def tell(**words: Any) -> None:
        answers.write(json.dumps(words) + "\n")
        answers.flush()

    requests: BinaryIO = sys.stdin.buffer
    settings = Settings.from_json(json.loads(requests.readline())["settings"])
    worker = Worker(settings, [products[name] for name in settings.products])
    worker.warm_up()
    tell(ready=True)
    for line in requests:
        request = json.loads(line)
        unit = Unit(request["unit"]["id"], tuple(Item.from_json(item) for item in request["unit"]["items"]))
        skip = {int(position): reason for position, reason in request["skip"].items()}
        try:
            tell(done=worker.read(unit, skip=skip, at=lambda position: tell(at=position)))
        except OsteocaseError as error:
            tell(stopped={"title": type(error).__name__, "message": error.message, "place": error.place})


class Worker:
    """Reads units to finished files."""

    def __init__(self, settings: Settings, products: Sequence[Product]) -> None:
        self._settings = settings
        self._products = products
        self._storage: Storage = storage_at(settings.storage)
        self._patterns = tuple(Path(folder) for folder in settings.patterns)

    def warm_up(self) -> None:
        """Build the pipeline, once for all units.

        Raises:
            PatternError: the patterns are wrong.
        """
        from osteocase import pipeline

        pipeline.load(patterns=self._patterns)

    def read(
        self, unit: Unit, *, skip: dict[int, str] | None = None, at: Callable[[int], None] = lambda position: None
    ) -> dict[str, Any]:
        """Read a unit and write it down; a finished unit whose notes are as they were is left alone.

        Args:
            unit: the notes.
            skip: positions that must not be tried again, with the reason; cases come after the notes.
            at: is told each position before it is tried.

        Returns:
            The name of the finished unit and its counts.

        Raises:
            OutputError: it cannot be written.
        """
        skip = skip or {}
        words = [self._words(item) for item in unit.items]
        key = key_of(unit.id, [digest for _, digest, _ in words])
        before = load(self._storage, key, parts=False)
        if before is not None and (before.time_limit is None or before.time_limit >= self._settings.time_limit):
            return _answer(key, before, kept=True)
        finished = self._read(unit, words, skip, at)
        save(self._storage, key, finished)
        return _answer(key, finished, kept=False)

    def _read(self, unit: Unit, words: Sequence[_Words], skip: dict[int, str], at: Callable[[int], None]) -> Finished:
        notes: list[tuple[str | None, NoteRecord]] = []
        told: list[dict[str, Any]] = []
        for position, (item, (data, digest, fault)) in enumerate(zip(unit.items, words, strict=True)):
            at(position)
            reason = skip.get(position) or fault
            if reason is None:
                record, reason = self._attempt(lambda item=item, data=data: self._note(item, data))  # type: ignore[misc]
                if record is not None:
                    notes.append((item.case, record))
            facts = {"case": item.case, "note": item.note, "path": _shown(item.path), "sha256": digest}
            told.append(facts | ({"status": "read"} if reason is None else {"status": "set aside", "reason": reason}))
        cases, failed = self._cases(notes, skip, at, first=len(unit.items))
        result = UnitResult(tuple(notes), tuple(cases))
        parts = {name: content for product in self._products for name, content in product.parts(result).items()}
        slow = [each for each in (*told, *failed) if each.get("reason", "").startswith(TOO_LONG)]
        return Finished(
            notes=tuple(told),
            cases=len(cases),
            failed_cases=tuple(failed),
            size=sum(len(data) for data, _, _ in words),
            time_limit=self._settings.time_limit if slow else None,
            parts={name: content for name, content in parts.items() if content},
        )

    def _cases(
        self,
        notes: Sequence[tuple[str | None, NoteRecord]],
        skip: dict[int, str],
        at: Callable[[int], None],
        *,
        first: int,
    ) -> tuple[list[CaseRecord], list[dict[str, Any]]]:
        from osteocase.case import build_case

        cases: list[CaseRecord] = []
        failed: list[dict[str, Any]] = []
        grouped = [(case, [record for _, record in group]) for case, group in groupby(notes, key=lambda pair: pair[0])]
        for position, (case, records) in enumerate(grouped, start=first):
            if case is None:
                continue
            at(position)
            reason = skip.get(position)
            if reason is None:
                built, reason = self._attempt(lambda case=case, records=records: build_case(records, case_id=case))  # type: ignore[misc]
                if built is not None:
                    cases.append(built)
            if reason is not None:
                failed.append({"case": case, "reason": reason})
        return cases, failed

    def _words(self, item: Item) -> _Words:
        """Bytes of a note as far as the limit allows, their hash, and why there are none."""
        if item.fault is not None:
            return b"", None, item.fault
        if item.text is not None:
            data = item.text.encode("utf-8", "replace")
            return data, _digest(data), None
        try:
            with open(item.path, "rb") as stream:
                data = stream.read(self._settings.max_bytes + 1)
        except OSError as error:
            return b"", None, f"it cannot be opened ({error.strerror})"
        return data, _digest(data), None

    def _note(self, item: Item, data: bytes) -> NoteRecord:
        from osteocase import pipeline
        from osteocase.reading import read_bytes, read_text

        limit, path = self._settings.max_bytes, _shown(item.path)
        if item.text is not None:
            note = read_text(item.text, note_id=item.note, path=path, max_bytes=limit)
        else:
            note = read_bytes(data, note_id=item.note, path=path, max_bytes=limit)
        return pipeline.extract(note, patterns=self._patterns)

    def _attempt(self, work: Callable[[], Any]) -> tuple[Any, str | None]:
        """The result of some work, or the reason why there is none; never words of a note."""
        try:
            with _at_most(self._settings.time_limit):
                return work(), None
        except TimeLimit:
            return None, f"{TOO_LONG} {self._settings.time_limit:g} seconds"
        except OsteocaseError as error:
            return None, error.message
        except Exception as error:  # noqa: BLE001  # one note's trouble must not stop the others
            frame = error.__traceback__
            while frame is not None and frame.tb_next is not None:
                frame = frame.tb_next
            place = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else "an unknown place"
            return None, f"an error of osteocase itself ({type(error).__name__} at {place})"


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Interrupt what takes too long, where the system has alarms; the batch ends the whole worker where it has not."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeLimit

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _answer(key: str, finished: Finished, *, kept: bool) -> dict[str, Any]:
    return {
        "key": key,
        "notes": len(finished.notes),
        "failed": finished.failed,
        "cases": finished.cases,
        "failed_cases": len(finished.failed_cases),
        "size": finished.size,
        "kept": kept,
    }


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _shown(path: str) -> str:
    """A path that may hold bytes that are no Unicode, as it is shown."""
    return os.fsencode(path).decode("utf-8", "replace")
