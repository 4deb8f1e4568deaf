"""Results to stdout or to a file: whole or not at all, never half."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from osteocase.cli.exits import leave_unread
from osteocase.errors import OutputError

__all__ = ["check_target", "emit", "emit_bytes", "rendered", "write"]

_WIDTH_WITHOUT_TERMINAL = 120
_NARROW = 100
"""Columns of a terminal below which tables stand closer."""


def emit(text: str) -> None:
    """Write text to stdout as UTF-8, whatever the locale; leave quietly when the reader has gone."""
    emit_bytes(text.encode("utf-8", errors="replace"))


def emit_bytes(data: bytes) -> None:
    """Write bytes to stdout."""
    stream = getattr(sys.stdout, "buffer", None)
    try:
        sys.stdout.flush()
        if stream is None:  # a test's or a notebook's stand-in for stdout
            sys.stdout.write(data.decode("utf-8"))
        else:
            stream.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        leave_unread()
    except OSError as error:
        raise OutputError(_reason(error), place="standard output") from error


def check_target(path: Path) -> None:
    """Refuse a path that cannot be written before any long work is done for it.

    Raises:
        OutputError: its folder is missing, or it is a folder itself.
    """
    if os.path.isdir(path):
        raise OutputError("this is a folder", place=str(path), hint="give the name of a file in it")
    if not os.path.isdir(path.parent):
        raise OutputError("its folder does not exist", place=str(path), hint=f"make {str(path.parent)!r} first")
    if not os.access(path if os.path.exists(path) else path.parent, os.W_OK):
        raise OutputError("you may not write there", place=str(path), hint="choose another place")


def write(data: bytes, path: Path) -> None:
    """Write a file in one step: a reader sees the old content or the new, never a part.

    Raises:
        OutputError: the place cannot be written, or the disk is full.
    """
    check_target(path)
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe is written straight
            path.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.chmod(name, _usual_mode(path))
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise OutputError(_reason(error), place=str(path), hint="choose another place") from error


def rendered(parts: Iterable[Any], *, to_terminal: bool | None = None) -> str:
    """Rich tables and texts as the terminal shows them; plain and of fixed width where no terminal reads them."""
    import io

    from rich.console import Console

    if to_terminal is None:
        to_terminal = sys.stdout.isatty()
    width = None if to_terminal or "COLUMNS" in os.environ else _WIDTH_WITHOUT_TERMINAL
    console = Console(
        file=io.StringIO(),
        force_terminal=to_terminal,
        width=width,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        if console.width < _NARROW and hasattr(part, "padding"):
            part.padding = (0, 1, 0, 0)
        console.print(part)
    text: str = console.file.getvalue()  # type: ignore[attr-defined]  # the StringIO above
    return text if to_terminal else "\n".join(line.rstrip() for line in text.split("\n"))


def _usual_mode(path: Path) -> int:
    """Permissions of the file that is replaced, or what the user's umask gives to new files."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the disk is full"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "you may not write there"
    return f"it cannot be written ({error.strerror or error.__class__.__name__})"
