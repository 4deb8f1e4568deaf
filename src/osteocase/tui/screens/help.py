"""Help: what the focused part can do, then every command with its keys, from the command table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.keys import format_key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Markdown

from osteocase.tui.commands import COMMANDS

__all__ = ["HelpScreen", "command_table", "help_text", "key_name"]


def key_name(key: str) -> str:
    """A key as it is printed on the keyboard: ``ctrl+p``, ``(``, ``?``."""
    return key if "+" in key and len(key) > 1 else format_key(key)


def help_text(focused: Widget | None) -> str:
    """Markdown of the help for a part of the screen, and of all commands."""
    own = next((part.HELP for part in _ancestors(focused) if getattr(part, "HELP", None)), "") or ""
    return f"{own}\n\n## Commands\n\n`ctrl+p` finds every command by its name.\n\n{command_table()}\n"


def command_table() -> str:
    """Every command with its keys, as a table of Markdown; the documentation holds the same."""
    rows = [
        f"| {' '.join(f'`{key_name(key)}`' for key in command.keys) or ' '} "
        f"| {f'`/{command.slash}`' if command.slash else ' '} | {command.title} | {command.help} |"
        for command in COMMANDS
    ]
    return "\n".join(("| Keys | In the chat | Command | What it does |", "|---|---|---|---|", *rows))


def _ancestors(widget: Widget | None) -> list[Widget]:
    return [node for node in widget.ancestors_with_self if isinstance(node, Widget)] if widget is not None else []


class HelpScreen(ModalScreen[None]):
    """Scrolls; escape, q and f1 close it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,question_mark", "dismiss", "Close", id="help.close"),
        Binding("j", "scroll(1)", "Down", show=False, id="help.down"),
        Binding("k", "scroll(-1)", "Up", show=False, id="help.up"),
    ]

    def __init__(self, focused: Widget | None) -> None:
        super().__init__()
        self._text = help_text(focused)

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(id="dialog"):
            yield Markdown(self._text, open_links=False)

    def on_mount(self) -> None:
        """Arrow keys scroll at once."""
        dialog = self.query_one("#dialog")
        dialog.border_title = "Help"
        dialog.border_subtitle = "esc closes"
        dialog.focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#dialog").scroll_relative(y=lines, animate=False)
