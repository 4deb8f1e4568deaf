"""The conversation: what was said, what was answered with its sources, and a card for each note."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from osteocase.records import Note, NoteRecord, Source
from osteocase.review.state import record_lists
from osteocase.review.wording import most_of
from osteocase.tui.messages import ShowSource
from osteocase.tui.neutral import neutral, plain_text

__all__ = ["Answer", "ChatLog", "NoteCard", "Said", "SourceLink"]

_MOST_SHOWN = 120
"""Messages kept on the screen; hundreds of widgets would make every change of focus slow."""
_MOST_SOURCES = 5


class Said(Static):
    """What the user said."""

    def __init__(self, text: str) -> None:
        super().__init__(plain_text(text), markup=False)


class SourceLink(Static):
    """The words that an answer rests on; click or enter shows them in their note."""

    can_focus = True

    def __init__(self, source: Source) -> None:
        self.source = source
        words = " ".join(source.text.split())
        link = Text.assemble(("↗ ", "bold"), (neutral(words), "underline"), (f"  {neutral(source.note)}", "dim"))
        link.no_wrap, link.overflow = True, "ellipsis"
        super().__init__(link)
        self.tooltip = plain_text(f"{words}\n— {source.note}")

    def on_click(self) -> None:
        """Show the words."""
        self.post_message(ShowSource(self.source))

    def on_key(self, event: events.Key) -> None:
        """Enter does what a click does."""
        if event.key == "enter":
            event.stop()
            self.post_message(ShowSource(self.source))


class Answer(Vertical):
    """What osteocase answers, with the words that it rests on."""

    def __init__(self, text: str, sources: Sequence[Source] = (), *, failed: bool = False) -> None:
        super().__init__(classes="-failed" if failed else None)
        self.text = text
        self._sources = tuple(dict.fromkeys(sources))

    def compose(self) -> ComposeResult:
        """The words, then the links."""
        yield Static(plain_text(self.text), markup=False, classes="words")
        shown = most_of(self._sources, _MOST_SOURCES)
        for source in shown:
            yield SourceLink(source)
        if len(shown) < len(self._sources):
            yield Static(f"and {len(self._sources) - len(shown)} more places", classes="more")


class NoteCard(Vertical):
    """A pasted or opened note: how far its reading is, then what it is and how much was found."""

    can_focus = True

    class Opened(Message):
        """Show this note."""

        def __init__(self, note_id: str) -> None:
            super().__init__()
            self.note_id = note_id

    def __init__(self, note: Note, *, waiting: str = "waiting to be read") -> None:
        super().__init__()
        self.note = note
        self._waiting = waiting
        self.read: NoteRecord | None = None
        lines = note.text.count("\n") + 1
        self._extent = f"{lines} line{'s' if lines > 1 else ''}, {len(note.text):,} characters"

    def compose(self) -> ComposeResult:
        """A headline, a line of state."""
        yield Static(
            Text.assemble(("▤ ", "bold"), (neutral(self.note.id), "bold"), f"  {self._extent}"), classes="headline"
        )
        yield Static(self._waiting, markup=False, classes="state")

    def show_progress(self, step: int, steps: int, doing: str) -> None:
        """Tell how far the reading is."""
        width = 16
        filled = round(width * step / max(steps, 1))
        bar = "━" * filled + "╌" * (width - filled)
        self._state(f"{bar} {neutral(doing)}  · esc stops")

    def show_read(self, read: NoteRecord, *, date: str | None = None) -> None:
        """Tell what the note is and how many records it gave.

        Args:
            read: what stands in the note.
            date: its date in the case, where the other notes settle which of two numbers is the day.
        """
        self.read = read
        header = read.note
        count = sum(1 for _one in record_lists(read))
        sections = list(dict.fromkeys(section.name.replace("_", " ") for section in header.sections))
        parts = [
            (header.kind or "note").replace("_", " "),
            date or header.date or "no date found",
            f"{count} record{'' if count == 1 else 's'}",
        ]
        text = " · ".join(parts)
        if sections:
            text += f"\n{', '.join(sections[:6])}" + (f" and {len(sections) - 6} more" if len(sections) > 6 else "")
        self._state(text)

    def show_end(self, words: str, *, failed: bool = False) -> None:
        """Tell why it was not read."""
        self.set_class(failed, "-failed")
        self._state(words)

    def on_click(self) -> None:
        """Look into the note."""
        self.post_message(self.Opened(self.note.id))

    def on_key(self, event: events.Key) -> None:
        """Enter does what a click does."""
        if event.key == "enter":
            event.stop()
            self.post_message(self.Opened(self.note.id))

    def _state(self, words: str) -> None:
        for state in self.query(".state").results(Static):
            state.update(plain_text(words))


class ChatLog(VerticalScroll):
    """The messages, the newest at the bottom; the oldest leave the screen when there are many."""

    HELP = """
## Conversation log

What was said and answered. **tab** goes through the sources; **enter** shows one in its note.
"""

    def on_mount(self) -> None:
        """Stay at the end, where what is new stands, unless the user scrolls up."""
        self.anchor()

    def say(self, message: Widget) -> None:
        """Add a message, and follow it unless the user has scrolled up to read."""
        self.mount(message)
        for old in self.children[: max(0, len(self.children) - _MOST_SHOWN)]:
            old.remove()
        if isinstance(message, Said):
            self.scroll_end(animate=False)

    def card(self, note_id: str) -> NoteCard | None:
        """The newest card of a note."""
        cards = [card for card in self.query(NoteCard) if card.note.id == note_id]
        return cards[-1] if cards else None
