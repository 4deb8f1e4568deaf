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
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO, TypeVar

from osteocase.batch.finished import Finished, key_of, load, save
from osteocase.batch.items import Item
from osteocase.batch.products import Product, UnitResult
from osteocase.batch.storage import Storage, storage_at
from osteocase.batch.units import Unit
from osteocase.errors import OsteocaseError
from osteocase.records import CaseRecord, Note, NoteRecord

__all__ = ["TOO_LONG", "Settings", "Worker", "serve"]

TOO_LONG = "it took longer than"
"""How the reason of a note begins that was cut off; such a note is tried again when it is given more time."""
Made = TypeVar("Made")
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
    day_first: bool | None = None
    """Order of dates such as 3/5/2021 where the user says it."""

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
        self._day_first = settings.day_first

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
            skip: steps that must not be tried again, by number, with the reason.
            at: is told the number of each step before it is tried.

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
        with self._words_of_a_unit():
            finished = self._read(unit, words, skip, at)
        save(self._storage, key, finished)
        return _answer(key, finished, kept=False)

    def _words_of_a_unit(self) -> AbstractContextManager[object]:
        """spaCy keeps every word that it has seen; those of a unit go with it, so that memory stays flat."""
        from osteocase import pipeline

        return pipeline.load(patterns=self._patterns).memory_zone()

    def _read(self, unit: Unit, words: Sequence[_Words], skip: dict[int, str], at: Callable[[int], None]) -> Finished:
        steps = _Steps(skip, at, self._attempt)
        told: list[dict[str, Any]] = []
        notes: list[tuple[str | None, NoteRecord]] = []
        for case, group in groupby(zip(unit.items, words, strict=True), key=lambda pair: pair[0].case):
            together = list(group)
            for some in [together] if case is not None else [[each] for each in together]:
                for item, digest, record, reason in self._records(some, steps):
                    if record is not None:
                        notes.append((case, record))
                    facts = {"case": case, "note": item.note, "path": _shown(item.path), "sha256": digest}
                    told.append(facts | _status("read" if reason is None else "set aside", reason))
        cases, failed = self._cases(notes, steps)
        parts, without = self._parts(UnitResult(tuple(notes), tuple(cases)), steps)
        slow = [each for each in (*told, *failed, *without) if each.get("reason", "").startswith(TOO_LONG)]
        return Finished(
            notes=tuple(told),
            cases=len(cases),
            failed_cases=(*failed, *without),
            size=sum(len(data) for data, _, _ in words),
            time_limit=self._settings.time_limit if slow else None,
            parts={name: content for name, content in parts.items() if content},
        )

    def _records(
        self, pairs: Sequence[tuple[Item, _Words]], steps: _Steps
    ) -> Iterator[tuple[Item, str | None, NoteRecord | None, str | None]]:
        """Records of the notes of one case, or of one note; each with its hash and the reason where there is none."""
        from osteocase import pipeline

        read = [
            (item, digest, *steps.take(partial(self._note, item, data), fault)) for item, (data, digest, fault) in pairs
        ]
        texts = [note.text for _, _, note, _ in read if note is not None]
        day_first = self._day_first
        if day_first is None:
            day_first, _ = steps.take(partial(pipeline.date_order, texts))
        for item, digest, note, reason in read:
            if note is None:
                yield item, digest, None, reason
                continue
            extract = partial(pipeline.extract, note, patterns=self._patterns, day_first=day_first)
            yield item, digest, *steps.take(extract)

    def _cases(
        self, notes: Sequence[tuple[str | None, NoteRecord]], steps: _Steps
    ) -> tuple[list[CaseRecord], list[dict[str, Any]]]:
        from osteocase.case import build_case

        cases: list[CaseRecord] = []
        failed: list[dict[str, Any]] = []
        for case, group in groupby(notes, key=lambda pair: pair[0]):
            if case is None:
                continue
            built, reason = steps.take(partial(build_case, [record for _, record in group], case_id=case))
            if built is not None:
                cases.append(built)
            else:
                failed.append({"case": case} | _status("not merged", reason))
        return cases, failed

    def _parts(self, result: UnitResult, steps: _Steps) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
        """The parts of all products, and the cases that one of them could not be made of."""
        parts: dict[str, bytes] = {}
        without: list[dict[str, Any]] = []
        for product in self._products:
            if not product.each_case:
                parts |= product.parts(result)
                continue
            for case in result.cases:
                made, reason = steps.take(partial(product.parts, UnitResult((), (case,))))
                if made is not None:
                    parts |= made
                else:
                    without.append({"case": case.case.id} | _status(f"no {product.name}", reason))
        return parts, without

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

    def _note(self, item: Item, data: bytes) -> Note:
        from osteocase.reading import read_bytes, read_text

        limit, path = self._settings.max_bytes, _shown(item.path)
        if item.text is not None:
            return read_text(item.text, note_id=item.note, path=path, max_bytes=limit)
        return read_bytes(data, note_id=item.note, path=path, max_bytes=limit)

    def _attempt(self, work: Callable[[], Made]) -> tuple[Made | None, str | None]:
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


class _Steps:
    """The steps of a unit, counted in a fixed order, so that one that hangs or kills can be named and left out."""

    def __init__(
        self,
        skip: dict[int, str],
        at: Callable[[int], None],
        attempt: Callable[[Callable[[], Any]], tuple[Any, str | None]],
    ) -> None:
        self._skip, self._at, self._attempt = skip, at, attempt
        self._position = -1

    def take(self, work: Callable[[], Made], fault: str | None = None) -> tuple[Made | None, str | None]:
        """The result of the next step, or the reason why there is none."""
        self._position += 1
        reason = fault or self._skip.get(self._position)
        if reason is not None:
            return None, reason
        self._at(self._position)
        return self._attempt(work)


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


def _status(status: str, reason: str | None) -> dict[str, str]:
    return {"status": status} if reason is None else {"status": status, "reason": reason}


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _shown(path: str) -> str:
    """A path that may hold bytes that are no Unicode, as it is shown."""
    return os.fsencode(path).decode("utf-8", "replace")
