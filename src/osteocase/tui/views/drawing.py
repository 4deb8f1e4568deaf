"""The few forms that all tabs are drawn with: a table, a cell that leads to its record, a heading."""

from __future__ import annotations

from rich import box
from rich.style import Style
from rich.table import Table
from rich.text import Text

from osteocase.records import Record
from osteocase.tui.neutral import neutral

__all__ = ["empty", "heading", "record_cell", "table"]


def table(*columns: str, width: int, right: tuple[int, ...] = ()) -> Table:
    """A plain table with a line under its head; ``right`` are the columns of numbers."""
    made = Table(box=box.SIMPLE_HEAD, width=width, pad_edge=False, padding=(0, 1), show_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        made.add_column(
            Text(neutral(column)),
            justify="right" if number in right else "left",
            overflow="fold",
            no_wrap=number in right,
        )
    return made


def record_cell(record: Record, text: str, style: str = "") -> Text:
    """Words that show their record when they are clicked."""
    cell = Text(neutral(text))
    cell.stylize(style)
    cell.stylize(Style(meta={"@click": f"app.choose({record.id!r})"}))
    return cell


def heading(text: str) -> Text:
    """A heading with a free line above it."""
    return Text(f"\n{neutral(text)}\n", style="bold underline")


def empty(text: str) -> Text:
    """What to do where there is nothing to show."""
    return Text(f"\n{neutral(text)}", style="dim")
