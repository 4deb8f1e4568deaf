"""A worker whose reading is a stand-in: quick, and hanging, dying or failing where a note asks for it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from osteocase import pipeline
from osteocase.batch import CASES, NOTES, serve
from osteocase.errors import InputError
from osteocase.records import Note, NoteHeader, NoteRecord


def extract(note: Note, *, patterns: Sequence[Path] = (), day_first: bool | None = None) -> NoteRecord:
    """Does what the first word of the note says."""
    word = note.text.split()[0]
    if word == "hang":
        while True:
            time.sleep(0.05)
    if word == "freeze":  # what no alarm can interrupt
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        time.sleep(600)
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "refuse":
        raise InputError("this note is refused")
    if word == "break":
        raise ValueError(f"cannot read {note.text!r}")
    if word == "print":
        print("a library that talks")
    time.sleep(0.002)
    return NoteRecord(note=NoteHeader(id=note.id, path=note.path, sha256=note.sha256, encoding=note.encoding))


class _Nothing:
    """A pipeline that has nothing to build and keeps no words."""

    memory_zone = staticmethod(nullcontext)


def _load(**_: Any) -> _Nothing:
    return _Nothing()


def _date_order(_: Any) -> None:
    """No dates."""


pipeline.date_order = _date_order  # type: ignore[assignment]
pipeline.extract = extract  # type: ignore[assignment]
pipeline.load = _load  # type: ignore[assignment]

if __name__ == "__main__":
    serve({"notes": NOTES, "cases": CASES})
