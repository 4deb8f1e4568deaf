"""One journey in a real terminal (tmux): paste, review, ask, correct, PDF, a kill without warning, and going on.

Skipped only where there is no tmux.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review.casework import FIRST_VISIT

pytestmark = [
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed, so there is no real terminal"),
    pytest.mark.timeout(600),
    pytest.mark.usefixtures("warm_cache"),
]
_PATIENCE = 120.0
"""Seconds within which something must stand on the screen of a busy machine."""


_MOMENT = 1.0
"""Seconds that a reader takes to look at a card; longer than the application's moment of grace."""


class Terminal:
    """A tmux server of its own with one window."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "tmux"
        self.folder = folder
        self.environment = {
            name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES", "TMUX")
        } | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "LC_ALL": "C.UTF-8"}

    def tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self.socket), "-f", "/dev/null", *arguments],
            env=self.environment, capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        return done.stdout

    def open(self, *arguments: str) -> None:
        """Start osteocase in a new window."""
        command = [sys.executable, "-m", "osteocase", *arguments]
        # The server stays when its window was killed: a new window would else reach a server that is about to leave.
        self.tmux(
            "start-server",
            ";",
            "set-option",
            "-s",
            "exit-empty",
            "off",
            ";",
            "new-session",
            "-d",
            "-x",
            "120",
            "-y",
            "40",
            "-c",
            str(self.folder),
            *command,
        )

    def keys(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)
        self.keys("Enter")

    def paste(self, text: str) -> None:
        """Paste as a terminal does: the whole text at once, in brackets."""
        subprocess.run(
            ["tmux", "-S", str(self.socket), "load-buffer", "-"],
            input=text, env=self.environment, encoding="utf-8", check=True,
        )  # fmt: skip
        self.tmux("paste-buffer", "-p")

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def wait_for(self, *words: str) -> str:
        """The screen as soon as it holds what the patterns want."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            screen = self.screen()
            if all(re.search(word, screen) for word in words):
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{words} did not come within {_PATIENCE:.0f} s:\n{self.screen()}")

    def kill(self) -> None:
        """End the application as a power cut would."""
        os.kill(int(self.tmux("display-message", "-p", "#{pane_pid}")), signal.SIGKILL)

    def close(self) -> None:
        subprocess.run(["tmux", "-S", str(self.socket), "kill-server"], env=self.environment, check=False,
                       capture_output=True)  # fmt: skip


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.close()


def test_a_journey_in_a_real_terminal(terminal: Terminal) -> None:
    terminal.open("chat")
    terminal.wait_for("Paste a clinic note here", "the reader is ready")
    terminal.paste(FIRST_VISIT)
    terminal.wait_for(r"0 of \d+ reviewed")
    terminal.type("what was the PTH?")
    terminal.wait_for("94.2", "parathyroid hormone:")
    terminal.keys("F3")
    terminal.wait_for("Accept", "Reject")
    time.sleep(_MOMENT)  # the card came up by itself, so a key at once would decide nothing
    terminal.keys("a")
    terminal.wait_for(r"1 of \d+ reviewed")
    terminal.keys("F2")
    terminal.type("the TSH was 0.382, not 0.283")
    terminal.wait_for("Corrected:", r"2 of \d+ reviewed")
    terminal.keys("F8")
    terminal.wait_for("Written to")
    (report,) = terminal.folder.glob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF-")

    terminal.kill()
    terminal.open("chat")
    terminal.wait_for("1 case is kept")
    terminal.keys("F9")
    terminal.wait_for("Cases", "New case")
    terminal.keys("Enter")
    terminal.wait_for(r"2 of \d+ reviewed", "New case: 1 note")
    terminal.type("TSH?")
    terminal.wait_for("0.382")
    terminal.keys("C-q")
