"""One tab of the case: drawn anew from the session when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from osteocase.review import Session

__all__ = ["CaseView", "Draw"]

Draw = Callable[[Session, int, bool], RenderableType]
"""Draws a case at a width in columns, on a dark ground or not."""

_CHOSEN = Style(reverse=True, bold=True)


@dataclass(frozen=True)
class _Value:
    """Words of a page that lead to their record."""

    region: Region
    action: str


class _Page:
    """A drawing as its lines, in which a value can be shown as chosen."""

    def __init__(self, lines: list[list[Segment]]) -> None:
        self.lines = lines
        self.values = list(_values(lines))
        self.chosen: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        region = self.values[self.chosen].region if self.chosen is not None else None
        for y, line in enumerate(self.lines):
            x = 0
            for segment in line:
                here = region is not None and y == region.y and region.x <= x < region.right
                yield Segment(segment.text, (segment.style or Style()) + _CHOSEN) if here else segment
                x += segment.cell_length
            yield Segment.line()


def _values(lines: list[list[Segment]]) -> Iterable[_Value]:
    for y, line in enumerate(lines):
        x = 0
        for action, segments in groupby(line, key=_action):
            width = sum(segment.cell_length for segment in segments)
            if action:
                yield _Value(Region(x, y, width, 1), action)
            x += width


def _action(segment: Segment) -> str:
    return str(segment.style.meta.get("@click", "")) if segment.style is not None and segment.style.meta else ""


class CaseView(VerticalScroll):
    """A page of the case that scrolls."""

    HELP = """
## The case

Computed from the records each time it is shown; rejected records are not in it.

- **→** and **←** (or **l** and **h**) walk through the values, **enter** shows the record of a value; a click does both
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False, id="page.down"),
        Binding("k", "scroll_up", "Up", show=False, id="page.up"),
        Binding("g", "scroll_home", "Top", show=False, id="page.top"),
        Binding("G", "scroll_end", "Bottom", show=False, id="page.bottom"),
        Binding("right,l", "walk(1)", "Next value", show=False, id="page.next_value"),
        Binding("left,h", "walk(-1)", "Previous value", show=False, id="page.previous_value"),
        Binding("enter", "open_value", "Record", show=False, id="page.open_value"),
        Binding("f3", "app.run('go_to_records')", "Records", id="chat.go_to_records.f3", priority=True),
    ]
    can_focus = True

    def __init__(self, draw: Draw, *, id: str) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._session: Session | None = None
        self._page = _Page([])

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

    def action_walk(self, step: int) -> None:
        """Choose the next value in reading order, or the one before; the first time one that is in view."""
        values, chosen = self._page.values, self._page.chosen
        if not values:
            return
        if chosen is None:
            top = int(self.scroll_offset.y)
            chosen = next((place for place, value in enumerate(values) if value.region.y >= top), 0)
        else:
            chosen = min(max(chosen + step, 0), len(values) - 1)
        self._page.chosen = chosen
        self.query_one(".drawing", Static).update(self._page)
        self.scroll_to_region(values[chosen].region, animate=False)

    async def action_open_value(self) -> None:
        """Show the record of the chosen value."""
        if self._page.chosen is not None:
            await self.run_action(self._page.values[self._page.chosen].action)

    def _redraw(self) -> None:
        if self._session is None or not self.display or self.size.width == 0:
            return
        bar = 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical
        width = max(self.scrollable_content_region.width - bar, 30)  # the bar of a long page comes afterwards
        console = self.app.console
        drawing = self._draw(self._session, width, self.app.current_theme.dark)
        options = console.options.update(width=width, height=None)
        page = _Page(console.render_lines(drawing, options, pad=False))
        if [value.action for value in page.values] == [value.action for value in self._page.values]:
            page.chosen = self._page.chosen
        self._page = page
        self.query_one(".drawing", Static).update(page)
