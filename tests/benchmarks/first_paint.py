"""When the first screen stands, beside a bare Textual application that shows one label.

``python -m tests.benchmarks.first_paint`` starts both in turns, each in a pseudo-terminal of 120 by 40, and stops the
clock when a word of the first screen has been written to it. Figures only: nothing passes or fails here.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from fcntl import ioctl

_RUNS = 9
_SIZE = (40, 120)
_TARGET = 1.3
_MOST_SECONDS = 60.0
BARE = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("bare-label")
Bare().run()
"""


def first_paint(command: list[str], word: bytes, environment: dict[str, str]) -> float:
    """Seconds from the start of a program until it has written a word to its terminal."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
    written = b""
    try:
        while word not in written:
            if time.perf_counter() - began > _MOST_SECONDS:
                raise TimeoutError(f"{command[:3]} wrote no {word!r}")
            if select.select([terminal], [], [], 1.0)[0]:
                written += os.read(terminal, 65536)
        return time.perf_counter() - began
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def main() -> None:
    """Start both in turns and print medians and their ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else _RUNS
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for name in ("CONFIG", "DATA", "STATE"):
            environment[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        bare, first, whole = [], [], []
        first_paint([sys.executable, "-m", "osteocase", "chat"], b"Conversation", environment)  # byte code is written
        for _run in range(runs):
            bare.append(first_paint([sys.executable, "-c", BARE], b"bare-label", environment))
            first.append(first_paint([sys.executable, "-m", "osteocase", "chat"], b"Conversation", environment))
            whole.append(first_paint([sys.executable, "-m", "osteocase", "chat"], b"Timeline", environment))
    label, application = statistics.median(bare), statistics.median(first)
    print(f"bare label:  {1000 * label:.0f} ms (median of {runs}; {1000 * min(bare):.0f} to {1000 * max(bare):.0f})")
    print(f"osteocase:   {1000 * application:.0f} ms (median; {1000 * min(first):.0f} to {1000 * max(first):.0f})")
    print(f"ratio:       {application / label:.2f} (wanted: at most {_TARGET})")
    print(f"whole screen with its tabs: {1000 * statistics.median(whole):.0f} ms; what is typed before it is kept")


if __name__ == "__main__":
    main()
