"""How long the screen stands still while a long note is read: ``python -m tests.benchmarks.stall [KILOBYTES]``.

The application runs without a terminal, with its own reading process and case library in a folder that is thrown away.
A timer ticks every five milliseconds; its longest gaps are what a user would feel. The same timer over the idle
application tells what the machine itself takes. Figures only: nothing passes or fails here.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from textual import events

from osteocase.reading import find_notes, read_file
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.start import new_app

SAMPLES = Path(__file__).parents[2] / "samples"
_TICK = 0.005
_IDLE_SECONDS = 2.0
_TARGET = 100.0
"""Milliseconds that no gap should exceed."""


class Gaps:
    """Ticks and remembers when the next tick came late."""

    def __init__(self) -> None:
        self.late: list[tuple[float, float]] = []
        self.busy: list[float] = []
        """Milliseconds of processor time that the thread of the screen took between two ticks."""
        self.started = time.perf_counter()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Gaps:
        self._task = asyncio.create_task(self._tick())
        return self

    async def __aexit__(self, *_error: object) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _tick(self) -> None:
        last, worked = time.perf_counter(), time.thread_time()
        while True:
            await asyncio.sleep(_TICK)
            now, working = time.perf_counter(), time.thread_time()
            self.late.append(((now - last - _TICK) * 1000, last - self.started))
            self.busy.append((working - worked) * 1000)
            last, worked = now, working

    def worst(self, count: int = 6) -> list[tuple[float, float]]:
        """The longest gaps in milliseconds, each with the second at which it began."""
        return sorted(self.late, reverse=True)[:count]


def long_note(size: int) -> str:
    """The sample notes one after the other, as often as it takes."""
    texts = [read_file(path).text for folder in sorted(SAMPLES.iterdir()) if folder.is_dir()
             for path in find_notes(folder)]  # fmt: skip
    return "".join(_until(texts, size))[:size]


def _until(texts: list[str], size: int) -> Iterator[str]:
    length = 0
    while length < size:
        for text in texts:
            yield text + "\n\n"
            length += len(text) + 2


async def measure(size: int) -> None:
    """Paste, wait until the note has joined the case, and print the gaps."""
    app = new_app()
    async with app.run_test(size=(120, 40)) as pilot:
        while not (app.assembled and app.reader_ready):
            await pilot.pause(0.05)
        async with Gaps() as idle:
            await asyncio.sleep(_IDLE_SECONDS)
        text = long_note(size)
        async with Gaps() as gaps:
            began = time.perf_counter()
            app.post_message(events.Paste(text))
            await _joined(app)
            seconds = time.perf_counter() - began
            await asyncio.sleep(1.0)
    print(f"note of {len(text):,} characters, {len(app.session.records):,} records of the case")
    print(f"read and joined after {seconds:.1f} s")
    print(f"longest gap of the idle application: {idle.worst(1)[0][0]:.0f} ms")
    print(f"longest gap while the note was read: {gaps.worst(1)[0][0]:.0f} ms (wanted: at most {_TARGET:.0f} ms)")
    print(
        f"most work of the screen between two ticks: {max(gaps.busy):.0f} ms (what is left is waiting for a processor)"
    )
    print("longest gaps: " + ", ".join(f"{gap:.0f} ms at {at:.1f} s" for gap, at in gaps.worst()))


async def _joined(app: OsteocaseApp) -> None:
    while not app.session.notes or app.intake.busy:
        await asyncio.sleep(0.02)


def main() -> None:
    """Measure in a home folder of its own."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        for name in ("CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        asyncio.run(measure(1000 * int(sys.argv[1]) if len(sys.argv) > 1 else 200_000))


if __name__ == "__main__":
    main()
