"""Opening a file with the viewer of the system, beside the terminal and not in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from osteocase.errors import OutputError

__all__ = ["open_file"]

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
"""What tells on Linux that there is a screen to show a window on; over SSH there is mostly none."""


def open_file(path: Path) -> None:
    """Have the system show a file.

    Raises:
        OutputError: the file is gone, or there is no viewer here.
    """
    if not path.exists():
        raise OutputError("the file is no longer there", place=str(path), hint="make it again")
    if sys.platform == "win32":
        os.startfile(path)
        return
    command = _viewer()
    if command is None:
        raise OutputError(
            "there is no viewer here to open it with", place=str(path), hint="copy the file, or open it elsewhere"
        )
    try:
        subprocess.Popen(
            [command, str(path.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(f"the viewer does not start: {reason}", place=str(path)) from error


def _viewer() -> str | None:
    """The command that opens a file as a double click would."""
    if sys.platform == "darwin":
        return shutil.which("open")
    in_windows = shutil.which("wslview")  # a Linux inside Windows has the viewers of Windows
    if in_windows is not None:
        return in_windows
    return shutil.which("xdg-open") if any(os.environ.get(name) for name in _SCREENS) else None
