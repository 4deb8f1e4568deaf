"""The note as it was read, with the words of every record underlined and those of the chosen record reversed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import ClassVar, Self

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.document._wrapped_document import WrappedDocument
from textual.message import Message
from textual.widgets import TextArea

from osteocase.records import Note, Record, Source
from osteocase.review.wording import list_of
from osteocase.tui.commands import bindings
from osteocase.tui.marks import hue
from osteocase.tui.neutral import neutral

__all__ = ["NoteView"]

_NO_WRAP_FROM = 200_000
"""Characters from which long lines are not wrapped: wrapping a megabyte takes a quarter of a second."""
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S.*\S(?: {3,}|\t)\S|^\s*\|.*\|\s*$", re.MULTILINE)
_FEW_ROWS = 3
_REJECTED = Style(strike=True, dim=True)
_CHOSEN = Style(reverse=True, bold=True)


def _has_columns(text: str) -> bool:
    """Whether a note is a sheet with columns, which wrapping would tear apart."""
    return sum(1 for _row in islice(_COLUMNS.finditer(text), _FEW_ROWS)) == _FEW_ROWS


class _Standing(WrappedDocument):
    """A wrapped text that nobody edits: it is wrapped once a width, and its height, which every painted line asks for,
    is counted once."""

    _height: int | None = None

    @classmethod
    def of(cls, wrapped: WrappedDocument) -> Self:
        """The same text, wrapped as it is."""
        standing = cls.__new__(cls)
        standing.__dict__.update(wrapped.__dict__)
        return standing

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap the text where it is not wrapped at this width already."""
        if (width, tab_width or self._tab_width) == (self._width, self._tab_width):
            return
        super().wrap(width, tab_width)
        self._height = None

    @property
    def height(self) -> int:
        """Lines of the wrapped text."""
        if self._height is None:
            self._height = super().height
        return self._height


class NoteView(TextArea):
    """A text area that cannot be written in; select words in it to add a record."""

    HELP = """
## Note

The words of each record are underlined in the colour of its kind; those of the chosen record are reversed.

- click on underlined words, or put the cursor on them and press **enter**, to choose their record
- select words (shift and arrows, or drag) and press **+** to add a record that was missed
- **(** and **)** go to the previous and next note, **ctrl+f** finds words
"""
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("note"))

    class PlaceChosen(Message):
        """The user points at a place of the note."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id, read_only=True, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False
        )
        self.note_id: str | None = None
        self._starts: list[int] = [0]
        self._marked: tuple[object, ...] = ()
        """What is underlined now, so that another chosen record does not draw it all anew."""
        self._styles: dict[int, list[tuple[int, int, Style]]] = {}
        self._chosen: dict[int, list[tuple[int, int]]] = {}

    @property
    def wrapped_document(self) -> WrappedDocument:
        """The note as it is wrapped."""
        return self._standing

    @wrapped_document.setter
    def wrapped_document(self, wrapped: WrappedDocument) -> None:
        self._standing = _Standing.of(wrapped)

    @property
    def text(self) -> str:
        """The note as it is shown; every painted line asks for it."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self.load_text(text)

    def load_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self._text = text
        super().load_text(text)

    def show_note(self, note: Note) -> None:
        """Show a note from its beginning."""
        self.note_id = note.id
        shown = neutral(note.text)
        self.soft_wrap = len(shown) < _NO_WRAP_FROM and not _has_columns(shown)
        self._styles, self._chosen, self._marked = {}, {}, ()
        self._starts = [0]
        for line in shown.split("\n")[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.load_text(shown)

    def mark_records(self, records: Sequence[Record], chosen: Record | None) -> None:
        """Underline the words of all records of this note, and reverse those of the chosen one."""
        dark = self.app.current_theme.dark
        marked = (self.note_id, dark, tuple((record.id, record.review, record.source) for record in records))
        reversed_words: dict[int, list[tuple[int, int]]] = {}
        if chosen is not None:
            for line, start, end in self._pieces(chosen):
                reversed_words.setdefault(line, []).append((start, end))
        if marked == self._marked and reversed_words == self._chosen:
            return
        if marked != self._marked:
            self._marked, self._styles = marked, {}
            self._underline(records, dark=dark)
        self._chosen = reversed_words
        self.notify_style_update()
        self._line_cache.clear()
        self.refresh()

    def _underline(self, records: Sequence[Record], *, dark: bool) -> None:
        for record in records:
            style = (
                _REJECTED
                if record.review == "rejected"
                else Style(color=hue(list_of(record), dark=dark), underline=True)
            )
            for line, start, end in self._pieces(record):
                self._styles.setdefault(line, []).append((start, end, style))

    def go_to(self, source: Source) -> None:
        """Put the cursor on the words and bring them into view."""
        line, column = self._place(source.start)
        self.move_cursor((line, column), center=True)
        if not self.soft_wrap:  # of a sheet with columns the name at the left of a value is wanted too
            end = column + (source.end - source.start)
            room = self.scrollable_content_region.width
            self.call_after_refresh(self.scroll_to, x=0 if end < room else end - room + 2, animate=False)

    def get_line(self, line_index: int) -> Text:
        """One line, with the words of the records marked."""
        line = super().get_line(line_index)
        for start, end, style in self._styles.get(line_index, ()):
            line.stylize(style, start, end)
        for start, end in self._chosen.get(line_index, ()):
            line.stylize(_CHOSEN, start, end)
        return line

    @property
    def cursor_offset_in_note(self) -> int:
        """Where the cursor stands, as an offset into the note."""
        return self._offset(self.cursor_location)

    @property
    def selected_span(self) -> tuple[int, int] | None:
        """Start and end of the selected words, or null."""
        start, end = sorted((self._offset(self.selection.start), self._offset(self.selection.end)))
        return (start, end) if start < end else None

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        await super()._on_mouse_up(event)
        if self.selected_span is None:
            self.post_message(self.PlaceChosen(self.cursor_offset_in_note))

    def _pieces(self, record: Record) -> list[tuple[int, int, int]]:
        """(line, start, end) of the words of a record, line by line."""
        pieces = []
        for source in (record.source, *record.also):
            if source.note != self.note_id:
                continue
            line, column = self._place(source.start)
            left = source.end - source.start
            while left > 0 and line < len(self._starts):
                next_start = self._starts[line + 1] if line + 1 < len(self._starts) else self._starts[line] + 10**9
                room = next_start - self._starts[line] - column
                pieces.append((line, column, column + min(left, room)))
                left -= room
                line, column = line + 1, 0
        return pieces

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def _offset(self, place: tuple[int, int]) -> int:
        line, column = place
        return self._starts[min(line, len(self._starts) - 1)] + column
