"""Copying that tells the truth: checked by reading back where the system allows it, else with the file that holds it.

A terminal takes a copy (OSC 52) without ever answering, and many do not take it at all, so it alone is no success.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

__all__ = ["copy_text"]

_TOOLS: tuple[tuple[Sequence[str], Sequence[str]], ...] = (
    (("pbcopy",), ("pbpaste",)),
    (("wl-copy",), ("wl-paste", "--no-newline")),
    (("xclip", "-selection", "clipboard"), ("xclip", "-selection", "clipboard", "-o")),
)
_SECONDS = 2


def copy_text(text: str, *, to_terminal: Callable[[str], None], folder: Path) -> str:
    """Copy a text; returns what can be said of it.

    Args:
        text: what to copy.
        to_terminal: hands it to the terminal.
        folder: where the file goes that holds it when nothing else can be checked.
    """
    to_terminal(text)
    for put, get in _TOOLS:
        if shutil.which(put[0]) and _checked(put, get, text):
            return f"copied, checked with {get[0]}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "copied.txt"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return "handed to the terminal, which does not tell whether it took it"
    return f"handed to the terminal, and written to {path}"


def _checked(put: Sequence[str], get: Sequence[str], text: str) -> bool:
    try:
        subprocess.run(put, input=text, encoding="utf-8", timeout=_SECONDS, check=True, stderr=subprocess.DEVNULL)
        back = subprocess.run(
            get, stdout=subprocess.PIPE, encoding="utf-8", timeout=_SECONDS, check=True, stderr=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return back.stdout.rstrip("\n") == text.rstrip("\n")
