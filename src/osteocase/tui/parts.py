"""What the application works with: made behind the first screen, since all of it is slow to import."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from osteocase.review import Session
from osteocase.tui.outputs import MAKERS, Maker
from osteocase.tui.reader import Reader
from osteocase.tui.shelf import Shelf
from osteocase.tui.talk import Conversation

__all__ = ["Parts"]


@dataclass(frozen=True)
class Parts:
    """The working parts of an application."""

    session: Session | None
    """The case under review; a new one of the shelf where it is left out."""
    reader: Reader
    """Reads notes; started behind the screen."""
    shelf: Shelf | None = None
    """Where cases are kept; null keeps nothing."""
    conversation: Callable[[Session], Conversation] | None = None
    """Makes the one who answers in the chat; null leaves the chat to commands."""
    folder: Path = field(default_factory=Path.cwd)
    """Where file dialogs start and files are written."""
    makers: Mapping[str, Maker] = field(default_factory=lambda: MAKERS)
    """What writes each kind of file."""
    theme: str | None = None
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Ids of bindings to the keys that the user wants for them."""
