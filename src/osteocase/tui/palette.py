"""The command palette, filled from the command table and from the case: commands, notes and time points."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from osteocase.tui.commands import COMMANDS, Command
from osteocase.tui.screens.help import keys_of

if TYPE_CHECKING:
    from osteocase.tui.app import OsteocaseApp

__all__ = ["CaseCommands"]

_FIRST = (
    "make_pdf",
    "open_pdf",
    "open_files",
    "show_summary",
    "accept_all",
    "undo",
    "save_json",
    "show_checks",
    "help",
    "theme",
    "quit",
)


class CaseCommands(Provider):
    """Every command that is possible now."""

    async def discover(self) -> Hits:
        """What to offer before anything is typed: what people look for first, then the rest."""
        order = {command_id: number for number, command_id in enumerate(_FIRST)}
        for command in sorted(self._possible(), key=lambda one: order.get(one.id, len(order))):
            yield DiscoveryHit(
                command.title, partial(self._app.run_command, command.id), help=_help(command, self._app)
            )

    async def search(self, query: str) -> Hits:
        """Commands whose title or help fits what is typed."""
        matcher = self.matcher(query)
        for command in self._possible():
            score = max(matcher.match(command.title), 0.6 * matcher.match(command.help))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(command.title),
                    partial(self._app.run_command, command.id),
                    help=_help(command, self._app),
                )

    def _possible(self) -> list[Command]:
        return [command for command in COMMANDS if command.available(self._app.session)]

    @property
    def _app(self) -> OsteocaseApp:
        return cast("OsteocaseApp", self.app)


def _help(command: Command, app: OsteocaseApp) -> str:
    return f"{command.help}  {' '.join(keys_of(command, app.keys))}".rstrip()
