"""Help: what the focused part can do, then every command with its keys, from the command table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from rich import box
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.keys import format_key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Markdown, Static

from osteocase.tui.commands import COMMANDS, Command, by_id

__all__ = ["HelpScreen", "command_grid", "command_table", "help_text", "key_name", "keys_of"]

_KEY = re.compile(r"\{(\w+)\}")
"""In the help of a part stands ``{accept}`` for the key of that command, which the user may have changed."""


def key_name(key: str) -> str:
    """A key as it is printed on the keyboard: ``ctrl+p``, ``(``, ``?``."""
    return key if "+" in key and len(key) > 1 else format_key(key)


def keys_of(command: Command, chosen: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    """The keys of a command as they are printed; ``chosen`` are the user's own, by the ids of the bindings."""
    keys = [one.strip() for key in command.keys for one in chosen.get(f"{command.id}.{key}", key).split(",")]
    return tuple(dict.fromkeys(key_name(key) for key in keys))


def help_text(focused: Widget | None, chosen: Mapping[str, str] = MappingProxyType({})) -> str:
    """Markdown of the help for a part of the screen; ``chosen`` are the user's own keys."""
    own = next((part.HELP for part in _ancestors(focused) if getattr(part, "HELP", None)), "") or ""
    own = _KEY.sub(lambda found: f"**{keys_of(by_id(found[1]), chosen)[0]}**", own)
    return f"{own}\n\n## Commands\n\n`ctrl+p` finds every command by its name.\n"


def command_grid(chosen: Mapping[str, str] = MappingProxyType({})) -> Table:
    """Every command with its keys, to be drawn at once: as Markdown each of its cells would be a part of the screen."""
    grid = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False, header_style="bold")
    for title, ratio in (("Keys", None), ("In the chat", None), ("Command", 2), ("What it does", 3)):
        grid.add_column(title, overflow="fold", ratio=ratio)
    for command in COMMANDS:
        slash = f"/{command.slash}" if command.slash else ""
        grid.add_row(Text(" ".join(keys_of(command, chosen)), style="bold"), slash, command.title, command.help)
    return grid


def command_table(chosen: Mapping[str, str] = MappingProxyType({})) -> str:
    """Every command with its keys, as a table of Markdown; the documentation holds the same."""
    rows = [
        f"| {' '.join(f'`{key}`' for key in keys_of(command, chosen)) or ' '} "
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

    def __init__(self, focused: Widget | None, chosen: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__()
        self._text = help_text(focused, chosen)
        self._commands = command_grid(chosen)

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(id="dialog"):
            yield Markdown(self._text, open_links=False)
            yield Static(self._commands, id="commands")

    def on_mount(self) -> None:
        """Arrow keys scroll at once."""
        dialog = self.query_one("#dialog")
        dialog.border_title = "Help"
        dialog.border_subtitle = "esc closes"
        dialog.focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#dialog").scroll_relative(y=lines, animate=False)
