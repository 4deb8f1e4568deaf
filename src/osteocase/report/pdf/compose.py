"""Blocks of the document model to boxes of a width, with the structure elements that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from osteocase.report.document import (
    Block,
    Columns,
    Document,
    Figure,
    Heading,
    ItemList,
    Measures,
    Notice,
    Paragraph,
    Picture,
    Run,
    Table,
    Terms,
    Text,
)  # fmt: skip
from osteocase.report.figures.draw import draw_figure
from osteocase.report.palette import BLUE, ORANGE, PALE, SKY, VERMILION, mix
from osteocase.report.pdf.boxes import Box, FramedBox, ItemBox, SideBySide, Stack, TextBox
from osteocase.report.pdf.figurebox import PictureBox, SketchBox, StripBox
from osteocase.report.pdf.fonts import FontBook, printable
from osteocase.report.pdf.look import BODY, CAPTION, HEADINGS, IDENTITY, LABEL, NOTE, Style
from osteocase.report.pdf.pages import Frame, NewPage
from osteocase.report.pdf.structure import Node
from osteocase.report.pdf.tableplan import plan_table
from osteocase.report.pdf.tables import set_panel
from osteocase.report.pdf.typeset import set_lines

__all__ = ["Composer"]

_NOTICE = {
    "key": (mix(SKY, 0.13), BLUE),
    "error": (mix(VERMILION, 0.10), VERMILION),
    "warning": (mix(ORANGE, 0.13), ORANGE),
    "info": (PALE, mix(BLUE, 0.5)),
}
_PARAGRAPH: dict[str, Style] = {"body": BODY, "identity": IDENTITY, "note": NOTE, "label": LABEL}
_TERM_SHARE = 0.17
PART_ROOM = 100.0
"""Height below which no part begins at the foot of a page, points."""


class Composer:
    """Makes the boxes of one document; elements are created in reading order."""

    def __init__(self, document: Document, frame: Frame, book: FontBook, root: Node, anchors: frozenset[str]) -> None:
        self.document = document
        self.frame = frame
        self.book = book
        self.root = root
        self.anchors = anchors
        self.level = 1
        """Level of the heading that the current block stands under; no level is skipped below it."""

    def boxes(self) -> Iterator[Box | NewPage]:
        """All boxes of the document."""
        width = self.frame.width
        title = HEADINGS[1]
        yield TextBox(
            set_lines((Run(self.document.title),), title, width, self.book), title, self.root.add("H1"), after=4.0,
            bookmark=(self.document.title, 0),
        )  # fmt: skip
        opening = next((part.anchor for part in self.document.parts if part.untitled), None)
        yield self._text(self.document.identity, IDENTITY, width, self.root.add("P"), after=8.0, anchor=opening)
        for part in self.document.parts:
            if part.starts_page:
                yield NewPage()
            section = self.root.add("Sect")
            self.level = 1 if part.untitled else 2
            if not part.untitled:
                style = HEADINGS[2]
                yield TextBox(
                    set_lines((Run(part.title),), style, width, self.book), style, section.add("H2"), before=16.0,
                    after=5.0, keep_with_next=True, anchor=part.anchor, bookmark=(part.title, 1), wants=PART_ROOM,
                )  # fmt: skip
            for block in part.blocks:
                yield from self.block(block, width, section)

    def block(self, block: Block, width: float, parent: Node) -> Iterator[Box]:
        """The boxes of one block."""
        match block:
            case Heading():
                yield self._heading(block, width, parent)
            case Paragraph():
                style = _PARAGRAPH[block.role]
                yield self._text(block.text, style, width, parent.add("P"), before=2.0, after=5.0, anchor=block.anchor)
            case ItemList():
                yield from self._items(block, width, parent)
            case Terms():
                yield from self._terms(block, width, parent)
            case Table():
                yield from self._table(block, width, parent)
            case Figure():
                yield from self._figure(block, width, parent)
            case Picture():
                yield from self._picture(block, width, parent)
            case Measures():
                yield self._measures(block, width, parent)
            case Notice():
                yield self._notice(block, width, parent)
            case Columns():
                yield self._columns(block, width, parent)

    def _text(
        self, text: Text, style: Style, width: float, node: Node, *, before: float = 0.0, after: float = 0.0,
        anchor: str | None = None, keep: bool = False,
    ) -> TextBox:  # fmt: skip
        lines = set_lines(text, style, width, self.book, self.anchors)
        return TextBox(lines, style, node, before=before, after=after, anchor=anchor, keep_with_next=keep)

    def _heading(self, block: Heading, width: float, parent: Node) -> Box:
        level = min(max(block.level, 1), self.level + 1)
        style = HEADINGS[min(level, 3)]
        return TextBox(
            set_lines((Run(block.text),), style, width, self.book), style, parent.add(f"H{level}"), before=9.0,
            after=2.5, keep_with_next=True, anchor=block.anchor, bookmark=(block.text, level - 1),
        )  # fmt: skip

    def _items(self, block: ItemList, width: float, parent: Node) -> Iterator[Box]:
        whole = parent.add("L")
        for item in block.items:
            entry = whole.add("LI")
            label = TextBox(set_lines((Run("•"),), BODY, 10.0, self.book), BODY, entry.add("Lbl"))
            lines = set_lines(item, BODY, width - 10.0, self.book, self.anchors)
            yield ItemBox(label, TextBox(lines, BODY, entry.add("LBody"), x=10.0), after=1.5)

    def _terms(self, block: Terms, width: float, parent: Node) -> Iterator[Box]:
        whole = parent.add("L")
        label_style = replace(BODY, bold=True)
        widest = max(self.book.width(term, BODY.size, bold=True) for term, _text in block.items)
        indent = min(widest, width * _TERM_SHARE) + 9.0
        for term, text in block.items:
            entry = whole.add("LI")
            label_lines = set_lines((Run(term),), label_style, indent - 7.0, self.book)
            label = TextBox(label_lines, label_style, entry.add("Lbl"))
            lines = set_lines(text, BODY, width - indent, self.book, self.anchors)
            yield ItemBox(label, TextBox(lines, BODY, entry.add("LBody"), x=indent), after=2.5)

    def _caption(self, kind: str, number: int | None, caption: str) -> Text:
        label = f"{kind} {number}  " if number is not None else ""
        return (Run(label, bold=True), Run(caption)) if label else (Run(caption),)

    def _table(self, block: Table, width: float, parent: Node) -> Iterator[Box]:
        panels = plan_table(block, width, self.book, self.anchors)
        for place, panel in enumerate(panels):
            element = parent.add("Table")
            caption = self._caption("Table", block.number, block.caption)
            if place:
                caption = (*caption, Run(", continued", tone="quiet"))
            yield self._text(caption, CAPTION, width, element.add("Caption"), before=6.0, after=2.0, keep=True)
            box = set_panel(block, panel, element)
            if block.notes and place == len(panels) - 1:
                notes = [self._text(note, NOTE, width, parent.add("P"), after=1.0) for note in block.notes]
                box.notes = Stack(notes)
            yield box

    def _figure(self, block: Figure, width: float, parent: Node) -> Iterator[Box]:
        element = parent.add("Figure", alternative=block.alternative)
        sketch = draw_figure(block.data, width, self._measure)
        yield SketchBox(sketch, element)
        yield self._text(
            self._caption("Figure", block.number, block.caption), CAPTION, width, parent.add("Caption"), before=2.0,
            after=8.0,
        )  # fmt: skip

    def _measure(self, text: str, size: float, bold: bool) -> float:
        return self.book.width(printable(text), size, bold=bold)

    def _picture(self, block: Picture, width: float, parent: Node) -> Iterator[Box]:
        element = parent.add("Figure", alternative=block.alternative)
        yield PictureBox(block, element, width, self.frame.height * 0.45)
        told = Run(f" {block.consent}", tone="quiet") if block.consent else Run(" Consent not told.", tone="alert")
        text = (*self._caption("Figure", block.number, block.caption), told)
        yield self._text(text, CAPTION, width, parent.add("Caption"), before=2.0, after=8.0)

    def _measures(self, block: Measures, width: float, parent: Node) -> Box:
        return StripBox(block, width, self.book, self.anchors, parent)

    def _notice(self, block: Notice, width: float, parent: Node) -> Box:
        element = parent.add("Sect")
        ground, bar = _NOTICE[block.kind]
        inner_width = width - 2 * FramedBox.PAD - 2.6
        style = HEADINGS[3]
        lines = set_lines((Run(block.title),), style, inner_width, self.book)
        title = TextBox(lines, style, element.add(f"H{self.level + 1}"), after=2.0, keep_with_next=True)
        boxes: list[Box] = [title]
        for inner in block.blocks:
            boxes.extend(self.block(inner, inner_width, element))
        return FramedBox(Stack(boxes), width, ground, bar, anchor=block.anchor)

    def _columns(self, block: Columns, width: float, parent: Node) -> Box:
        gap = 16.0
        left_width = (width - gap) * block.left_share
        left = [box for inner in block.left for box in self.block(inner, left_width, parent)]
        right_width = width - gap - left_width
        right = [box for inner in block.right for box in self.block(inner, right_width, parent)]
        return SideBySide(Stack(left), Stack(right), left_width + gap)
