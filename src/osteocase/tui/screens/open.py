"""Choose notes to read: a path to type, and the tree of files below it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Input, Static

__all__ = ["OpenScreen"]


class OpenScreen(ModalScreen[tuple[Path, ...]]):
    """Gives the chosen file, or the folder whose notes are to be read; empty when cancelled.

    Args:
        folder: where the tree begins; the nearest folder above it where it is not made yet.
    """

    CSS_PATH = "open.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(())", "Cancel", id="open.cancel"),
        Binding("f10", "read_folder", "Read the folder", id="open.folder"),
        Binding("backspace", "go_up", "Up", show=False, id="open.up"),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = next((one for one in (folder, *folder.parents) if os.path.isdir(one)), Path.home())

    def compose(self) -> ComposeResult:
        """A line to type into, the tree, what enter does."""
        with Vertical(id="dialog"):
            yield Input(placeholder="path of a note, or of a folder of notes", id="path")
            yield DirectoryTree(self._folder, id="tree")
            yield Static(
                "enter reads the file · f10 all notes of the folder · backspace goes up · esc back",
                id="hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """The tree is what most people want."""
        self.query_one("#dialog").border_title = "Open notes"
        self.query_one("#tree").focus()

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        """A file is chosen."""
        self.dismiss((event.path,))

    def on_directory_tree_directory_selected(self, event: DirectoryTree.DirectorySelected) -> None:
        """A folder stands in the line above, ready to be read whole."""
        self.query_one("#path", Input).value = str(event.path)

    def action_read_folder(self) -> None:
        """Read all notes of the folder that the tree stands on; beside a file, of the folder that holds it."""
        node = self.query_one("#tree", DirectoryTree).cursor_node
        path = node.data.path if node is not None and node.data is not None else self._folder
        self.dismiss((path if os.path.isdir(path) else path.parent,))

    def action_go_up(self) -> None:
        """Begin the tree one folder higher."""
        tree = self.query_one("#tree", DirectoryTree)
        tree.path = Path(tree.path).resolve().parent

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A path was typed."""
        path = Path(event.value.strip()).expanduser()
        if event.value.strip() and os.path.exists(path):
            self.dismiss((path,))
        else:
            self.query_one("#hint", Static).update("there is no such file or folder")
