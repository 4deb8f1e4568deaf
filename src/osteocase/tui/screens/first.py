"""What is painted before anything slow is imported: the frame of the main screen; it keeps what is typed meanwhile."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

__all__ = ["FirstScreen"]


class FirstScreen(Screen[None]):
    """Looks like the main screen and hears like it: keys and pastes wait in ``kept`` until that one is there."""

    CSS_PATH = "first.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[events.Key | events.Paste] = []

    def compose(self) -> ComposeResult:
        """Status, frames, and the line that is typed into."""
        yield Static(" osteocase  New case", id="status", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="talk"):
                yield Static("starting…", id="doing", markup=False)
                yield Static("", id="typed", markup=False)
            yield Vertical(id="views")

    def on_mount(self) -> None:
        """Name the frames."""
        self.query_one("#talk").border_title = "Conversation"

    def on_key(self, event: events.Key) -> None:
        """Keep a key, and show what was typed so far."""
        event.stop()
        self.kept.append(events.Key(event.key, event.character))
        typed = "".join(one.character or "" for one in self.kept if isinstance(one, events.Key) and one.is_printable)
        self.query_one("#typed", Static).update(typed)

    def on_paste(self, event: events.Paste) -> None:
        """Keep a paste."""
        event.stop()
        self.kept.append(events.Paste(event.text))
