"""The box that the user talks into: grows with its text, sends on enter, and takes a paste for what it is.

A bracketed paste arrives as one event. A terminal without it replays the paste as keys, so that every line end looks
like the enter key: an enter that another key follows within a blink was not pressed by a person. What follows is
gathered without drawing it sign by sign, until the keys rest; then it is a note.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from time import monotonic
from typing import ClassVar
from urllib.parse import unquote, urlparse

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from osteocase.tui.commands import bindings
from osteocase.tui.messages import Asked, NotePasted, PathsPasted, RunCommand

__all__ = ["Prompt", "looks_like_note", "looks_like_path", "pasted_paths"]

_LONG = 240
"""A pasted line longer than this is a note, not a question."""
_CERTAIN_LINES = 3
"""Replayed line ends from which nobody can have typed so fast, even where the application was busy for a moment."""
_LOOKS = 0.1
"""Seconds between two looks whether a replayed paste has come to rest."""


def looks_like_note(text: str) -> bool:
    """Whether a pasted text is a note: several lines, or one very long one."""
    return "\n" in text.strip() or "\r" in text.strip() or len(text) > _LONG


def pasted_paths(text: str) -> tuple[Path, ...]:
    """The files that a pasted or dragged text names; empty unless every word of it is an existing path."""
    if len(text) > 10_000:
        return ()
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    words: list[str] = []
    for line in lines:
        if _path(line) is not None:
            words.append(line)
            continue
        try:
            words += shlex.split(line)
        except ValueError:
            return ()
    paths = [_path(word) for word in words]
    return tuple(path for path in paths if path is not None) if paths and all(paths) else ()


def looks_like_path(word: str) -> bool:
    """Whether a word behind a slash is the rest of a path, and no command."""
    return "/" in word or word.casefold().endswith((".txt", ".md"))


def _path(word: str) -> Path | None:
    word = word.strip("'\"")
    if word.startswith("file://"):
        word = unquote(urlparse(word).path)
    if not word.startswith(("/", "~", "./", "../")) and not (len(word) > 2 and word[1:3] == ":\\"):
        return None
    path = Path(word).expanduser()
    return path if os.path.exists(path) else None


class Prompt(TextArea):
    """A text area of one to eight lines; its history is walked with up and down at the edges."""

    HELP = """
## Conversation

Ask (*how did the hip change?*), correct (*T9 was acute*), add (*add denosumab 60 mg every 6 months*), or paste a note.

- **enter** sends, **shift+enter** or **ctrl+j** starts a new line
- **/** lists the commands
- **up** and **down** bring back what was said before
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", "Send", id="send", tooltip="Say it"),
        Binding("shift+enter,ctrl+j,alt+enter", "line_end", "New line", show=False, id="line_end"),
        *bindings("chat"),
    ]

    class Typed(Message):
        """The text of the prompt is now this."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class MenuKey(Message):
        """A key for the menu of slash commands, while it is open."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    burst_seconds: float = 0.03
    """An enter that a key follows within this time was replayed by the terminal."""
    rest_seconds: float = 0.8
    """A replayed paste is over when no key has come for this time; a busy terminal brings it in pieces."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False,
            placeholder="Paste a note, ask, correct, or type /",
        )  # fmt: skip
        self._said: list[str] = []
        self._back = 0
        self._waiting: Timer | None = None
        self._replayed: list[str] = []
        """What a paste that is replayed as keys has brought since its first line end."""
        self._last_key = 0.0
        self._resting: Timer | None = None
        self.menu_open = False

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        paths = pasted_paths(event.text)
        if paths:
            self.post_message(PathsPasted(paths))
        elif looks_like_note(event.text):
            self.post_message(NotePasted(event.text))
        else:
            await super()._on_paste(event)

    async def _on_key(self, event: events.Key) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            self._gather("\n")
        if self._replayed:
            sign = {"enter": "\n", "ctrl+j": "\n", "tab": "\t"}.get(event.key, event.character or "")
            if sign == "\n" or sign == "\t" or (sign.isprintable() and sign):
                event.stop()
                event.prevent_default()
                self._gather(sign)
                return
            self._end_replay()
        if self.menu_open and event.key in ("up", "down", "tab", "escape"):
            event.stop()
            event.prevent_default()
            self.post_message(self.MenuKey(event.key))
            return
        if event.key in ("up", "down") and self._at_edge(event.key) and self._walk(-1 if event.key == "up" else 1):
            event.stop()
            event.prevent_default()
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._enter()
            return
        await super()._on_key(event)

    def action_send(self) -> None:
        """Say what stands in the box."""
        self._enter()

    def action_line_end(self) -> None:
        """Start a new line."""
        self.insert("\n")

    def action_undo(self) -> None:
        """Take back typing; in an empty box the last change of the case."""
        if self.text:
            super().action_undo()
        else:
            self.post_message(RunCommand("undo"))

    def on_text_area_changed(self) -> None:
        """Tell what is being typed, for the menu of commands."""
        self.post_message(self.Typed(self.text))

    def put(self, text: str) -> None:
        """Replace what stands in the box."""
        self.text = text
        self.move_cursor(self.document.end)

    def _enter(self) -> None:
        if self.burst_seconds <= 0:
            self._send()
        else:
            self._waiting = self.set_timer(self.burst_seconds, self._send)

    def _gather(self, sign: str) -> None:
        self._replayed.append(sign)
        self._last_key = monotonic()
        if self._resting is None:
            self._resting = self.set_interval(_LOOKS, self._look_for_rest)

    def _look_for_rest(self) -> None:
        if monotonic() - self._last_key >= self.rest_seconds:
            self._end_replay()

    def _end_replay(self) -> None:
        """Take what was gathered for a note, or for lines of the box where a person may have typed them."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        replayed, self._replayed = "".join(self._replayed), []
        whole = self.text + replayed
        certain = replayed.endswith("\n") or replayed.count("\n") >= _CERTAIN_LINES
        if certain and looks_like_note(whole):
            self.clear()
            self.post_message(NotePasted(whole.removesuffix("\n")))
        else:
            self.insert(replayed)

    def _send(self) -> None:
        self._waiting = None
        if self.menu_open:
            self.post_message(self.MenuKey("enter"))
            return
        text = self.text
        if not text.strip():
            return
        self.clear()
        if not self._said or self._said[-1] != text:
            self._said.append(text)
        self._back = 0
        self.post_message(Asked(text.strip()))

    def _at_edge(self, key: str) -> bool:
        row = self.cursor_location[0]
        return row == 0 if key == "up" else row == self.document.line_count - 1

    def _walk(self, step: int) -> bool:
        """Bring back what was said before; false where there is nothing in that direction."""
        back = self._back - step
        if not 0 <= back <= len(self._said) or back == self._back or (self._back == 0 and self.text.strip()):
            return False
        self._back = back
        self.put(self._said[-back] if back else "")
        return True
