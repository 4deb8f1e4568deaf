"""The tabs at the top: a click, enter or down leads into the pane that is chosen, so that its keys hold at once."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Tabs

__all__ = ["TabLine"]


class TabLine(Tabs):
    """Tabs that can be entered; left and right go through them as ever."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,down", "enter", "Enter", show=False, id="tabs.enter")]

    class Entered(Message):
        """The user wants to be in the pane of the chosen tab."""

    def on_click(self) -> None:
        """Who points at a tab wants what is in it; the tabs themselves take the focus first."""
        self.call_after_refresh(self.post_message, self.Entered())

    def action_enter(self) -> None:
        """Into the pane."""
        self.post_message(self.Entered())
