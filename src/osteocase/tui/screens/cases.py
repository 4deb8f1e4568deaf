"""The list of cases: search, open, begin a new one, archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DataTable, Input, Static

from osteocase.tui.neutral import neutral

if TYPE_CHECKING:
    from osteocase.review.library import CaseInfo

__all__ = ["NEW_CASE", "CasesScreen"]

NEW_CASE = ""
"""What the screen gives when a new case is wanted."""
_HINTS = {
    False: "enter opens · f7 new case · f6 archives · f4 archived cases · esc back",
    True: "enter opens · f6 brings back · f4 the other cases · esc back",
}


class CasesScreen(ModalScreen[str | None]):
    """Gives the id of the chosen case, ``NEW_CASE``, or null when cancelled."""

    CSS_PATH = "cases.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel", id="cases.cancel"),
        Binding("f7", "dismiss('')", "New case", id="cases.new"),
        Binding("f6", "archive", "Archive", id="cases.archive"),
        Binding("f4", "turn", "Archived", id="cases.turn"),
        Binding("down", "list", "List", show=False, id="cases.list"),
    ]

    def __init__(self, find: Callable[[str, bool], Sequence[CaseInfo]], archive: Callable[[str, bool], None]) -> None:
        super().__init__()
        self._find = find
        self._archive = archive
        self._archived = False
        """Whether the archived cases are shown."""

    def compose(self) -> ComposeResult:
        """A line to search with, the cases, what the keys do."""
        with Vertical(id="dialog"):
            yield Input(placeholder="search titles and notes", id="search", compact=True)
            yield DataTable[Text](id="cases", cursor_type="row")
            yield Static(_HINTS[False], id="hint", markup=False)

    def on_mount(self) -> None:
        """The newest case first."""
        self.query_one("#dialog").border_title = "Cases"
        table = self.query_one("#cases", DataTable)
        for title in ("Case", "Notes", "Changed"):
            table.add_column(title)
        self._show("")
        table.focus()

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted, "#search")
    def action_list(self) -> None:
        """From the search line into the list."""
        self.query_one("#cases").focus()

    @on(DataTable.RowSelected)
    def _chosen(self, event: DataTable.RowSelected) -> None:
        self.dismiss(event.row_key.value)

    def action_archive(self) -> None:
        """Take the case under the cursor out of the list, or back into it."""
        table = self.query_one("#cases", DataTable)
        if table.row_count:
            key = table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value
            if key is not None:
                self._archive(key, not self._archived)
                self._show(self.query_one("#search", Input).value)

    def action_turn(self) -> None:
        """From the cases to the archived ones, and back."""
        self._archived = not self._archived
        self.query_one("#dialog").border_title = "Archived cases" if self._archived else "Cases"
        self.query_one("#hint", Static).update(_HINTS[self._archived])
        self._show(self.query_one("#search", Input).value)

    def _show(self, search: str) -> None:
        table = self.query_one("#cases", DataTable)
        table.clear()
        for case in self._find(search.strip(), self._archived):
            changed = case.changed[:16].replace("T", " ")
            table.add_row(Text(neutral(case.title)), Text(str(case.notes)), Text(changed, style="dim"), key=case.id)
