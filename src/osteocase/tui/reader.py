"""How the application has a note read without a stutter on the screen.

The rules of the pipeline hold Python's interpreter lock while they work, so a thread that reads a long note would
freeze the screen for seconds, and a note cut into pieces would lose what its headings and tables say of the lines
below them. So a second process does the reading: it loads the patterns while the first screen is painted, reads each
note whole, tells how far it is, and is ended when the user cancels.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import simplejson

from osteocase.errors import InputError, OsteocaseError
from osteocase.records import Note, NoteRecord, from_json, to_json

__all__ = ["Cancelled", "ProcessReader", "Progress", "Reader", "ThreadReader"]

Progress = Callable[[int, int, str], None]
"""Called with the step that begins, the number of steps and what is being looked for."""


class Cancelled(Exception):
    """The user did not want the note read any more."""


class Reader(Protocol):
    """Something that reads notes; called from a worker thread, one note at a time."""

    def start(self) -> None:
        """Load what reading needs; returns when the next note is read at once."""

    def read(self, note: Note, *, progress: Progress, cancelled: Callable[[], bool]) -> NoteRecord:
        """Read a note.

        Raises:
            Cancelled: ``cancelled`` came true while it was read.
            OsteocaseError: the note cannot be read.
        """
        ...

    def close(self) -> None:
        """Let go of everything."""


class ThreadReader:
    """Reads in the calling thread with a plain function; for short notes, other engines and tests."""

    def __init__(self, read: Callable[[Note], NoteRecord]) -> None:
        self._read = read

    def start(self) -> None:
        """Nothing to load."""

    def read(self, note: Note, *, progress: Progress, cancelled: Callable[[], bool]) -> NoteRecord:
        """Read a note in one step."""
        progress(0, 1, "reading")
        read = self._read(note)
        if cancelled():
            raise Cancelled
        return read

    def close(self) -> None:
        """Nothing to let go of."""


class ProcessReader:
    """Reads in a process of its own, which is started once and kept warm."""

    def __init__(self, *, patterns: Sequence[Path] = ()) -> None:
        self._patterns = tuple(patterns)
        self._process: subprocess.Popen[str] | None = None
        self._turn = threading.Lock()

    def start(self) -> None:
        """Start the process and wait until it has loaded the patterns.

        Raises:
            OsteocaseError: a pattern file is wrong.
        """
        with self._turn:
            self._started()

    def read(self, note: Note, *, progress: Progress, cancelled: Callable[[], bool]) -> NoteRecord:
        """Read a note in the other process."""
        with self._turn:
            process = self._started()
            watch = threading.Event()
            guard = threading.Thread(target=self._end_when_cancelled, args=(process, cancelled, watch), daemon=True)
            guard.start()
            try:
                return self._ask(process, note, progress)
            except (BrokenPipeError, EOFError) as error:
                self.close()
                if cancelled():
                    raise Cancelled from None
                raise InputError(
                    "the reader ended before the note was read", place=note.id, hint="paste it again"
                ) from error
            finally:
                watch.set()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    try:
                        stream.close()
                    except BrokenPipeError:
                        pass

    def _started(self) -> subprocess.Popen[str]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        command = [
            sys.executable,
            "-P",
            "-m",
            "osteocase.tui.reading_process",
            *(str(folder) for folder in self._patterns),
        ]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a warning written over the screen would tear it
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            encoding="utf-8",
        )
        self._process = process
        try:
            _answer(process)
        except EOFError as error:
            self.close()
            raise InputError("the reader cannot be started", hint="try `osteocase patterns check`") from error
        except OsteocaseError:
            self.close()
            raise
        return process

    def _ask(self, process: subprocess.Popen[str], note: Note, progress: Progress) -> NoteRecord:
        stream = process.stdin
        if stream is None:
            raise EOFError
        stream.write(to_json(note) + "\n")
        stream.flush()
        while True:
            kind, content = _answer(process)
            if kind == "record":
                return from_json(NoteRecord, content, place=note.id)
            step, steps, doing = content.split("\t")
            progress(int(step), int(steps), doing)

    @staticmethod
    def _end_when_cancelled(
        process: subprocess.Popen[str], cancelled: Callable[[], bool], watch: threading.Event
    ) -> None:
        while not watch.wait(0.05):
            if cancelled():
                process.kill()
                return


def _answer(process: subprocess.Popen[str]) -> tuple[str, str]:
    """One line of the other process: its kind and its content; its errors are raised here."""
    stream = process.stdout
    line = stream.readline() if stream is not None else ""
    if not line.endswith("\n"):
        raise EOFError
    kind, _, content = line.rstrip("\n").partition(" ")
    if kind == "error":
        fault = simplejson.loads(content)
        raise InputError(fault["message"], place=fault["place"], hint=fault["hint"])
    return kind, content
