"""Worker processes: given units, watched while they work, ended and replaced when they hang or die."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from osteocase.batch.units import Unit
from osteocase.batch.worker import TOO_LONG, Settings
from osteocase.errors import OsteocaseError, OutputError, PatternError

__all__ = ["Crew", "Done", "run_units"]

_GRACE = 10.0
"""Seconds beyond the time limit after which a worker that does not answer is ended."""
_START_LIMIT = 300.0
"""Seconds that a worker may take to build its pipeline, on the slowest of shared disks."""
_DEATHS_ALLOWED = 2
"""Deaths at one position after which that note is taken for the cause."""
_ERRORS: dict[str, type[OsteocaseError]] = {"OutputError": OutputError, "PatternError": PatternError}


@dataclass(frozen=True)
class Done:
    """A finished unit and its counts."""

    unit: str
    key: str
    """Name under which it is stored."""
    notes: int
    failed: int
    cases: int
    failed_cases: int
    size: int
    """Bytes of its notes."""
    kept: bool
    """True where the unit was finished before."""


@dataclass
class _Work:
    """A unit in hand: where it stands, and what is known of positions that kill."""

    unit: Unit
    skip: dict[int, str] = field(default_factory=dict)
    deaths: dict[int, int] = field(default_factory=dict)
    position: int | None = None


class WorkerProcess:
    """One worker: started on the first unit, replaced after each death."""

    def __init__(self, command: Sequence[str], settings: Settings) -> None:
        self._command = command
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._buffer = b""
        self._heard = 0.0
        self._limit = _START_LIMIT
        self.work: _Work | None = None

    @property
    def pipe(self) -> IO[bytes]:
        """Where its answers come from."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout

    @property
    def time_limit(self) -> float:
        """Seconds for one note."""
        return self._settings.time_limit

    @property
    def overdue_in(self) -> float:
        """Seconds until its silence is too long."""
        return self._heard + self._limit - time.monotonic()

    def give(self, work: _Work) -> None:
        """Hand over a unit."""
        self.work = work
        if self._process is None:
            self._start()
        request = {
            "unit": {"id": work.unit.id, "items": [item.as_json() for item in work.unit.items]},
            "skip": {str(position): reason for position, reason in work.skip.items()},
        }
        self._send(request)

    def answers(self) -> Iterator[dict[str, Any]] | None:
        """Answers that have come; null when the worker has died."""
        data = os.read(self.pipe.fileno(), 1 << 16)
        if not data:
            return None
        self._heard = time.monotonic()
        self._buffer += data
        lines = self._buffer.split(b"\n")
        self._buffer = lines.pop()
        return iter([json.loads(line) for line in lines])

    def ready(self) -> None:
        """From now on a step has the time of a note."""
        self._limit = self._settings.time_limit + _GRACE

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process is None:
            return
        process, self._process, self._buffer = self._process, None, b""
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        self._heard, self._limit = time.monotonic(), _START_LIMIT
        self._send({"settings": self._settings.as_json()})

    def _send(self, request: dict[str, Any]) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        view = memoryview(json.dumps(request).encode() + b"\n")
        try:
            while view:  # an unbuffered pipe may take a part only
                view = view[self._process.stdin.write(view) or 0 :]
        except BrokenPipeError:
            pass  # it died; its silence will tell
        self._heard = time.monotonic()


class Crew:
    """Worker processes that read units together; they stay alive between calls and end with :meth:`end`."""

    def __init__(self, settings: Settings, *, module: str, jobs: int) -> None:
        command = [sys.executable, "-m", module]
        self._everyone = [WorkerProcess(command, settings) for _ in range(jobs)]

    def run(self, units: Iterable[Unit]) -> Iterator[Done]:
        """Read units and tell each one that is finished, in the order in which they finish.

        Units are taken from the iterable only when a worker is free, so that memory stays flat.

        Raises:
            OutputError: results cannot be written; what is finished stays finished.
            PatternError: the patterns are wrong.
        """
        idle = list(self._everyone)
        waiting = iter(units)
        with selectors.DefaultSelector() as busy:
            while True:
                while idle and (unit := next(waiting, None)) is not None:
                    _give(idle.pop(), _Work(unit), busy)
                if not busy.get_map():
                    return
                yield from _listen(busy, idle)

    def end(self) -> None:
        """End all workers, whatever they do."""
        for worker in self._everyone:
            worker.end()


def run_units(units: Iterable[Unit], settings: Settings, *, module: str, jobs: int) -> Iterator[Done]:
    """Read units with worker processes of this machine.

    Args:
        units: the work.
        settings: what the workers share.
        module: the module that runs :func:`osteocase.batch.worker.serve`.
        jobs: number of processes.

    Raises:
        OutputError: results cannot be written; what is finished stays finished.
        PatternError: the patterns are wrong.
    """
    crew = Crew(settings, module=module, jobs=jobs)
    try:
        yield from crew.run(units)
    finally:
        crew.end()


def _give(worker: WorkerProcess, work: _Work, busy: selectors.BaseSelector) -> None:
    worker.give(work)
    busy.register(worker.pipe, selectors.EVENT_READ, worker)


def _listen(busy: selectors.BaseSelector, idle: list[WorkerProcess]) -> Iterator[Done]:
    """Wait for answers or for a silence that is too long."""
    workers: list[WorkerProcess] = [key.data for key in busy.get_map().values()]
    patience = max(0.0, min(worker.overdue_in for worker in workers))
    for key, _ in busy.select(timeout=patience):
        worker: WorkerProcess = key.data
        answers = worker.answers()
        if answers is None:
            _replace(worker, busy, hung=False)
            continue
        for answer in answers:
            done = _heard(worker, answer)
            if done is not None:
                busy.unregister(worker.pipe)
                worker.work = None
                idle.append(worker)
                yield done
    for worker in workers:
        if worker.work is not None and worker not in idle and worker.overdue_in <= 0:
            _replace(worker, busy, hung=True)


def _heard(worker: WorkerProcess, answer: dict[str, Any]) -> Done | None:
    work = worker.work
    assert work is not None
    if "ready" in answer:
        worker.ready()
    elif "at" in answer:
        work.position = answer["at"]
    elif "stopped" in answer:
        told = answer["stopped"]
        raise _ERRORS.get(told["title"], OsteocaseError)(told["message"], place=told["place"])
    elif "done" in answer:
        return Done(unit=work.unit.id, **answer["done"])
    return None


def _replace(worker: WorkerProcess, busy: selectors.BaseSelector, *, hung: bool) -> None:
    """A new process for a worker that hangs or has died; what it was at is tried once more, then set aside."""
    work = worker.work
    assert work is not None
    busy.unregister(worker.pipe)
    worker.end()
    position = -1 if work.position is None else work.position
    work.deaths[position] = work.deaths.get(position, 0) + 1
    if position < 0 and work.deaths[position] >= _DEATHS_ALLOWED:
        raise OsteocaseError(
            "a worker process ends before it begins", hint="run `osteocase --debug extract` on one note to see why"
        )
    if position >= 0 and (hung or work.deaths[position] >= _DEATHS_ALLOWED):
        limit = f"{TOO_LONG} {worker.time_limit:g} seconds"
        work.skip[position] = limit if hung else "the process died while reading it"
    work.position = None
    _give(worker, work, busy)
