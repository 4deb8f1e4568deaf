"""A batch from its items to its files: units read by workers, then put together in order.

``OUT/.parts`` holds one file for each finished unit. A unit that is there is not read again: a batch can be stopped
and taken up at will. The whole files are made of the units in the order of the notes; they do not depend on how many
workers there were or how often they were stopped.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osteocase import __version__
from osteocase.batch.finished import SUFFIX, Finished, load
from osteocase.batch.items import Item
from osteocase.batch.pool import Done
from osteocase.batch.products import Product, chained
from osteocase.batch.storage import Storage, storage_at
from osteocase.batch.units import Unit, cut
from osteocase.batch.worker import Settings
from osteocase.errors import OutputError

__all__ = ["PARTS", "Summary", "fingerprint", "run_batch"]

PARTS = ".parts"
_RUN = "run.json"


@dataclass(frozen=True)
class Summary:
    """What a batch did."""

    notes: int = 0
    failed: int = 0
    """Notes that were set aside."""
    cases: int = 0
    failed_cases: int = 0
    units: int = 0
    kept: int = 0
    """Units that were finished before."""

    def plus(self, done: Done) -> Summary:
        """The summary with one more unit."""
        return Summary(
            self.notes + done.notes,
            self.failed + done.failed,
            self.cases + done.cases,
            self.failed_cases + done.failed_cases,
            self.units + 1,
            self.kept + done.kept,
        )


def fingerprint(settings: Settings, pattern_folders: Sequence[Path]) -> str:
    """Hash of all that results depend on beside the notes: version, patterns, products and limits."""
    digest = hashlib.sha256(__version__.encode())
    for folder in pattern_folders:
        for path in sorted(folder.glob("*.toml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    told = {key: value for key, value in settings.as_json().items() if key not in {"storage", "patterns", "time_limit"}}
    digest.update(json.dumps(told, sort_keys=True).encode())
    return digest.hexdigest()


def run_batch(
    items: Iterable[Item],
    folder: Path,
    settings: Settings,
    products: Sequence[Product],
    *,
    mark: str,
    run: Callable[[Iterable[Unit]], Iterator[Done]],
    watch: Callable[[Done], None] = lambda done: None,
) -> Summary:
    """Read all items and write the products to a folder; what an earlier run finished is kept.

    Args:
        items: the notes, those of one case together.
        folder: where the results go.
        settings: what the workers share; ``storage`` is where finished units lie.
        products: what to make.
        mark: :func:`fingerprint` of the settings.
        run: reads units, by processes of this machine or by a cluster.
        watch: is told each finished unit.

    Raises:
        InputError: an input cannot be read at all.
        OutputError: the folder cannot be written, or another batch works there.
    """
    with _locked(folder):
        storage = storage_at(settings.storage)
        order: list[str] = []

        def noted() -> Iterator[Unit]:
            for unit in cut(items, mark):
                order.append(unit.id)
                yield unit

        summary = Summary()
        keys: dict[str, str] = {}
        for done in run(noted()):
            keys[done.unit] = done.key
            summary = summary.plus(done)
            watch(done)
        _gather(storage, [keys[unit] for unit in order], folder, products)
        return summary


def _gather(storage: Storage, keys: Sequence[str], folder: Path, products: Sequence[Product]) -> None:
    """Put the units together, unless just that was done before; units that no longer belong are removed."""
    run = hashlib.sha256("\n".join([*keys, *(product.name for product in products)]).encode()).hexdigest()
    written = storage.read(_RUN)
    if written is not None:
        before = json.loads(written)
        if before["run"] == run and all((folder / name).is_file() for name in before["files"]):
            return
    belonging = {_RUN, *(key + SUFFIX for key in keys)}
    for name in list(storage.names()):
        if name not in belonging:
            storage.remove(name)
    fresh = folder / PARTS / ".gathering"
    try:
        fresh.mkdir(parents=True, exist_ok=True)
        made = _files(storage, keys, fresh, products)
        for name in made:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(fresh / name, folder / name)
    except OSError as error:
        raise OutputError(
            f"it cannot be written ({error.strerror})",
            place=str(folder),
            hint="make room and run the same command again",
        ) from error
    storage.write(_RUN, json.dumps({"run": run, "files": made}).encode())


def _files(storage: Storage, keys: Sequence[str], folder: Path, products: Sequence[Product]) -> list[str]:
    """The whole files of all products, with ``manifest.jsonl`` and ``failures.jsonl``; one unit in memory at a time."""
    told = chained("manifest.jsonl")(folder), chained("failures.jsonl")(folder)
    sinks = [*(product.sink(folder) for product in products), *told]
    for key in keys:
        finished = load(storage, key)
        if finished is None:
            raise OutputError("a finished unit is gone", place=key, hint="run the same command again")
        parts = {**finished.parts, "manifest.jsonl": _lines(finished.notes), "failures.jsonl": _failures(finished)}
        for sink in sinks:
            sink.add(parts)
    return [path.relative_to(folder).as_posix() for sink in sinks for path in sink.close()]


def _failures(finished: Finished) -> bytes:
    aside = [note for note in finished.notes if note["status"] != "read"]
    return _lines([*aside, *finished.failed_cases])


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8", "replace")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """The folder for this batch alone; the lock goes with the process, however it ends."""
    try:
        (folder / PARTS).mkdir(parents=True, exist_ok=True)
        lock = (folder / PARTS / ".lock").open("a", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"the folder cannot be written ({error.strerror})", place=str(folder), hint="choose another folder"
        ) from error
    with lock:
        try:
            import fcntl
        except ImportError:  # a system without such locks
            yield
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(
                "another batch works in this folder", place=str(folder), hint="wait for it, or choose another folder"
            ) from error
        yield
