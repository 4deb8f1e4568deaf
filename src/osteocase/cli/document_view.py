"""A report's document in a terminal: the same parts, tables and words as on paper, without figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table as TerminalTable
from rich.text import Text as TerminalText

from osteocase.cli.plain import visible
from osteocase.report.document import (
    Cell,
    Columns,
    Figure,
    Heading,
    ItemList,
    Measures,
    Notice,
    Paragraph,
    Picture,
    Row,
    Table,
    Terms,
)

if TYPE_CHECKING:
    from osteocase.report.document import Block, Document, Part, Text

__all__ = ["PARTS", "document_view", "plain_table"]

PARTS = (
    "summary", "presentation", "fractures", "laboratory", "densitometry", "treatment", "narrative", "discrepancies",
    "criteria", "frax", "computed", "care",
)  # fmt: skip
"""Parts of the report that a terminal shows; the rest is for paper."""

_NAME_WIDTH = 14
"""Characters that a row's name gets at least, however narrow the terminal."""
_WIDEST_NUMBER = 24
"""Characters of the widest result that is not wrapped."""
_TONES = {"plain": "", "quiet": "dim", "alert": "bold", "author": "italic"}
_FLAGS = {"low": (" ▼ low", "bold blue"), "high": (" ▲ high", "bold red")}
"""Sign, word and style of a value outside its interval; nobody depends on the colour."""
_NOTICES = {"key": ("", "bold"), "error": ("✗ ", "bold red"), "warning": ("! ", "bold yellow"), "info": ("i ", "cyan")}


def document_view(document: Document) -> Iterator[Any]:
    """The document as Rich shows it, part after part with an empty line between."""
    yield TerminalText(visible(document.title), style="bold")
    if document.identity:
        yield _text(document.identity)
    for part in document.parts:
        yield from _part(part)


def plain_table(title: str, *heads: str) -> TerminalTable:
    """An empty table in the one style that all tables of the terminal have."""
    table = TerminalTable(
        title=TerminalText(visible(title), style="bold") if title else None,
        title_justify="left",
        header_style="bold",
        show_edge=False,
    )
    for head in heads:
        table.add_column(TerminalText(visible(head)), overflow="fold")
    return table


def _part(part: Part) -> Iterator[Any]:
    blocks = [shown for block in part.blocks if (shown := list(_block(block)))]
    if not part.untitled and blocks:
        yield TerminalText()
        yield TerminalText(visible(part.title).upper(), style="bold")
    for shown in blocks:
        yield TerminalText()
        yield from shown


def _block(block: Block) -> Iterator[Any]:
    match block:
        case Heading(text=words):
            yield TerminalText(visible(words), style="bold")
        case Paragraph(text=runs, role=role):
            yield _text(runs, "dim" if role == "note" else "")
        case ItemList(items=items):
            yield from (TerminalText("• ").append_text(_text(item)) for item in items)
        case Terms(items=terms):
            yield _grid([(TerminalText(visible(term), style="bold"), _text(text)) for term, text in terms])
        case Measures(items=measures):
            yield _grid([(item.label, _measure(item.value, item.unit), item.verdict) for item in measures])
        case Notice(kind=kind, title=title, blocks=blocks):
            sign, style = _NOTICES[kind]
            yield TerminalText(sign + visible(title), style=style)
            for inner in blocks:
                yield from (Padding(each, (0, 0, 0, 2)) for each in _block(inner))
        case Columns(left=left, right=right):
            for inner in (*left, *right):
                yield from _block(inner)
        case Table():
            yield _table(block)
            yield from (_text(note, "dim") for note in block.notes)
        case Figure() | Picture():
            return


def _table(block: Table) -> TerminalTable:
    """A table without the columns that are for paper: courses as lines, numbers of sources, what makes it too wide."""
    kept = [
        place
        for place, column in enumerate(block.columns)
        if column.kind not in ("trend", "page") and column.title != "Source" and not column.for_paper
    ]
    table = plain_table(block.caption)
    for place in kept:
        column = block.columns[place]
        head = f"{column.title} {column.unit}" if column.unit else column.title
        least = _NAME_WIDTH if place == 0 else None
        if column.kind == "number":  # the head may wrap, the numbers never
            cells = [_cell(row.cells[place]) for row in block.rows if place < len(row.cells) and row.kind == "values"]
            wide = max([cell.cell_len for cell in cells] + [len(word) for word in head.split()])
            table.add_column(TerminalText(visible(head)), overflow="fold", width=min(wide, _WIDEST_NUMBER))
            continue
        table.add_column(TerminalText(visible(head)), overflow="fold", min_width=least)
    for row in block.rows:
        table.add_row(*_cells(row, kept), style=_TONES[row.tone])
    return table


def _cells(row: Row, kept: Sequence[int]) -> list[TerminalText]:
    if row.kind == "group":
        return [_cell(row.cells[0])]
    return [_cell(row.cells[place]) if place < len(row.cells) else TerminalText() for place in kept]


def _cell(cell: Cell) -> TerminalText:
    text = _text(cell.text)
    if cell.flag in _FLAGS:
        sign, style = _FLAGS[cell.flag]
        text.append(sign, style=style)
    return text


def _text(runs: Text, style: str = "") -> TerminalText:
    text = TerminalText(style=style)
    for run in runs:
        if run.raised:  # the number of a source, which stands in a list that only paper has
            continue
        manner = " ".join(filter(None, (_TONES[run.tone], "bold" if run.bold else "", "italic" if run.italic else "")))
        text.append(visible(run.text), style=manner)
    return text


def _measure(value: str, unit: str | None) -> TerminalText:
    return TerminalText(visible(f"{value} {unit}" if unit else value), style="bold")


def _grid(rows: Sequence[tuple[TerminalText | str, ...]]) -> TerminalTable:
    grid = TerminalTable.grid(padding=(0, 2))
    for row in rows:
        grid.add_row(*(TerminalText(visible(cell)) if isinstance(cell, str) else cell for cell in row))
    return grid
