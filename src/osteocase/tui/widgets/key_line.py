"""The line of keys at the bottom: as many as have room, each of them whole, and the palette at its end."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

__all__ = ["KeyLine"]

_GAP = 1
"""Columns between two keys."""


class KeyLine(Footer):
    """A footer that leaves out the keys for which there is no room, instead of cutting one under the palette."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=True, compact=True)

    def compose(self) -> ComposeResult:
        """The keys in the order of need, while they fit."""
        keys = [part for part in super().compose() if isinstance(part, FooterKey)]
        palette = [key for key in keys if key.has_class("-command-palette")]
        room = self.app.size.width - sum(_width(key) + 2 * _GAP for key in palette)
        for key in keys:
            if key in palette:
                yield key
                continue
            room -= _width(key) + _GAP
            if room < 0:
                break
            yield key
        yield from (key for key in palette if room < 0)

    def on_resize(self) -> None:
        """Another width has room for other keys."""
        self.call_after_refresh(self.recompose)


def _width(key: FooterKey) -> int:
    return cell_len(key.key_display) + 1 + cell_len(key.description)
