"""The list of commands that opens above the prompt when its text starts with a slash."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from osteocase.review import Session
from osteocase.tui.commands import COMMANDS

__all__ = ["SlashMenu"]


class SlashMenu(OptionList):
    """Commands that begin with what is typed; hidden while there are none."""

    can_focus = False

    def show_for(self, text: str, session: Session) -> bool:
        """Offer the commands for a text; returns whether there are any."""
        word = text[1:] if text.startswith("/") and not any(character.isspace() for character in text) else None
        self.clear_options()
        if word is not None:
            fitting = [
                command
                for command in COMMANDS
                if command.slash is not None and command.slash.startswith(word) and command.available(session)
            ]
            self.add_options(
                Option(Text.assemble((f"/{command.slash}", "bold"), f"  {command.title}"), id=command.slash)
                for command in fitting
            )
        self.display = self.option_count > 0
        self.highlighted = 0 if self.option_count else None
        return self.option_count > 0

    @property
    def chosen(self) -> str | None:
        """The slash word of the highlighted command."""
        if self.highlighted is None:
            return None
        return self.get_option_at_index(self.highlighted).id
