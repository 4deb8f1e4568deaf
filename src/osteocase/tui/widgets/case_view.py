"""One tab of the case: drawn anew from the session when it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from osteocase.review import Session

__all__ = ["CaseView", "Draw"]

Draw = Callable[[Session, int, bool], RenderableType]
"""Draws a case at a width in columns, on a dark ground or not."""


class CaseView(VerticalScroll):
    """A page of the case that scrolls."""

    HELP = """
## The case

Computed from the records each time it is shown; rejected records are not in it. Click on a value to see its record.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False, id="page.down"),
        Binding("k", "scroll_up", "Up", show=False, id="page.up"),
        Binding("g", "scroll_home", "Top", show=False, id="page.top"),
        Binding("G", "scroll_end", "Bottom", show=False, id="page.bottom"),
        Binding("f3", "app.run('go_to_records')", "Records", id="chat.go_to_records.f3", priority=True),
    ]
    can_focus = True

    def __init__(self, draw: Draw, *, id: str) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._session: Session | None = None

    def compose(self) -> ComposeResult:
        """One drawing."""
        yield Static(classes="drawing", markup=False)

    def show(self, session: Session) -> None:
        """Draw the case as it stands."""
        self._session = session
        self._redraw()

    def on_resize(self) -> None:
        """Draw it anew at the width that it now has."""
        self._redraw()

    def _redraw(self) -> None:
        if self._session is None or not self.display or self.size.width == 0:
            return
        bar = 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical
        width = self.scrollable_content_region.width - bar  # a page that outgrows the screen gets its bar afterwards
        drawing = self._draw(self._session, max(width, 30), self.app.current_theme.dark)
        self.query_one(".drawing", Static).update(drawing)
