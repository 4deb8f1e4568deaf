"""The document model as a Word file, with native headings, lists and tables, since journals ask for Word.

Needs python-docx, which the extra ``osteocase[docx]`` installs. The same document gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from osteocase.errors import ReportError
from osteocase.report.document import (
    Block,
    Cell,
    Columns,
    Document,
    Figure,
    Heading,
    ItemList,
    Measures,
    Notice,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
    Terms,
    Text,
)
from osteocase.report.docxparts import (
    MARGIN,
    TEXT_WIDTH,
    add_bookmark,
    add_field,
    add_link,
    align,
    cell_style,
    keep_whole,
    page_reference,
    repeat_head,
    set_rules,
    set_styles,
    set_widths,
)
from osteocase.report.pdf.fonts import font_book, printable
from osteocase.report.pdf.tableplan import plan_table
from osteocase.report.places import anchors_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["render_docx"]

_MARKS = {"low": " ▼", "high": " ▲"}
_EPOCH = 315532800
"""1 January 1980 UTC, the first date that a ZIP file can hold."""
WHOLE_ROWS = 14
"""Rows of a table that stays on one page."""
_LINK = (0x00, 0x60, 0x9C)
_TONES = {"quiet": (0x5B, 0x62, 0x6B), "alert": (0xA8, 0x43, 0x00)}


def render_docx(document: Document) -> bytes:
    """The whole document as DOCX.

    Raises:
        ReportError: python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise ReportError("Word files need python-docx", hint="pip install 'osteocase[docx]'") from error
    word = docx.Document()
    _Writer(word, document).write()
    out = io.BytesIO()
    word.save(out)
    return _same_bytes(out.getvalue())


def _same_bytes(data: bytes) -> bytes:
    """The package with fixed dates and order in its directory."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()


class _Writer:
    def __init__(self, word: WordDocument, document: Document) -> None:
        self.word: Any = word
        self.document = document
        self.anchors = anchors_of(document)
        self._marks = 0

    def write(self) -> None:
        from docx.shared import Mm

        document = self.document
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, Mm(MARGIN))
        set_styles(self.word)
        properties = self.word.core_properties
        properties.title = printable(document.title)[:255]
        properties.author = properties.last_modified_by = document.software
        properties.subject = f"{document.state.label} · record {document.record_hash}"[:255]
        properties.comments = "Not for clinical decisions"
        properties.language = document.language
        properties.created = properties.modified = datetime.fromtimestamp(document.created or _EPOCH, UTC)
        section.header.paragraphs[0].text = printable(f"{document.case_id} · {document.state.label}")
        foot = section.footer.paragraphs[0]
        foot.add_run(f"{document.software} · record {document.record_hash[:12]} · Not for clinical decisions · page ")
        add_field(foot, "PAGE")
        foot.add_run(" of ")
        add_field(foot, "NUMPAGES")
        self.word.add_heading(printable(document.title), 0)
        self._text(self.word.add_paragraph(), tuple(replace(run, tone="quiet") for run in document.identity))
        for part in document.parts:
            if part.untitled:
                self._bookmark(self.word.paragraphs[-1], part.anchor)
            else:
                self._bookmark(self.word.add_heading(printable(part.title), 1), part.anchor)
            for block in part.blocks:
                self._block(block, 2)

    def _bookmark(self, paragraph: Any, anchor: str | None) -> None:
        if anchor is not None:
            self._marks += 1
            add_bookmark(paragraph, anchor, self._marks)

    def _text(self, paragraph: Any, text: Text, *, bold: bool = False) -> None:
        from docx.shared import RGBColor

        for run in text:
            linked = run.target in self.anchors
            if run.pages_of:
                for place, anchor in enumerate(run.pages_of):
                    if place:
                        paragraph.add_run(", ")
                    add_field(paragraph, page_reference(anchor))
                continue
            if linked:
                added = add_link(paragraph, printable(run.text), str(run.target))
            else:
                added = paragraph.add_run(printable(run.text))
            added.bold = (run.bold or bold) or None
            added.italic = run.italic or None
            added.font.superscript = run.raised or None
            tone = _TONES.get(run.tone, _LINK if linked and run.link_ink else None)
            if tone is not None:
                added.font.color.rgb = RGBColor(*tone)

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Heading(text=text):
                self._bookmark(self.word.add_heading(printable(text), min(level, 9)), block.anchor)
            case Paragraph(text=text, role=role):
                paragraph = self.word.add_paragraph(style="Note" if role == "note" else None)
                self._bookmark(paragraph, block.anchor)
                self._text(paragraph, text)
            case ItemList(items=items):
                for item in items:
                    self._text(self.word.add_paragraph(style="List Bullet"), item)
            case Terms():
                for term, text in block.items:
                    self._text(self.word.add_paragraph(), (Run(f"{term}: ", bold=True), *text))
            case Measures():
                self._measures(block)
            case Notice(title=title, blocks=blocks):
                self._bookmark(self.word.add_heading(printable(title), min(level, 9)), block.anchor)
                for inner in blocks:
                    self._block(inner, level + 1)
            case Columns():
                for inner in (*block.left, *block.right):
                    self._block(inner, level)
            case Table():
                self._table(block)
            case Figure() | Picture():
                self._figure(block)

    def _measures(self, block: Measures) -> None:
        for measure in block.items:
            told = f"{measure.value} {measure.unit or ''}".strip()
            text = (Run(f"{measure.label}: "), Run(told, bold=True), Run(f" {measure.verdict}"))
            self._text(self.word.add_paragraph(), text)

    def _caption(self, kind: str, number: int | None, caption: str, *, above: bool = False) -> None:
        """A caption; one above its table stays on the table's page."""
        paragraph = self.word.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = above
        label = (Run(f"{kind} {number}. ", bold=True),) if number is not None else ()
        self._text(paragraph, (*label, Run(caption)))

    def _table(self, block: Table) -> None:
        """A table with three rules, as journals set them, and columns as wide as what they hold."""
        kept = [place for place, column in enumerate(block.columns) if column.kind != "trend"]
        shown = replace(
            block,
            columns=tuple(block.columns[place] for place in kept),
            rows=tuple(
                replace(row, cells=tuple(row.cells[place] for place in kept)) if row.kind == "values" else row
                for row in block.rows
            ),
        )
        panels = plan_table(shown, TEXT_WIDTH, font_book(), self.anchors)
        for place, panel in enumerate(panels):
            self._caption("Table", block.number, block.caption + (", continued" if place else ""), above=True)
            self._panel(shown, panel.places, panel.widths, panel.measures.style.size)
        for note in block.notes:
            self._text(self.word.add_paragraph(style="Note"), note)
        if not block.notes:
            self.word.add_paragraph(style="Note")

    def _panel(self, block: Table, places: Sequence[int], widths: Sequence[float], size: float) -> None:
        table = self.word.add_table(rows=1, cols=len(places))
        style = cell_style(self.word, round(size * 2) / 2)
        spare = (TEXT_WIDTH - sum(widths)) / len(places)
        set_widths(table, [width + spare for width in widths])
        repeat_head(table.rows[0])
        for cell, place in zip(table.rows[0].cells, places, strict=True):
            column = block.columns[place]
            title = f"{column.title} ({column.unit})" if column.unit else column.title
            cell.paragraphs[0].style = style
            self._text(cell.paragraphs[0], (Run(title, bold=True),))
            align(cell.paragraphs[0], right=column.kind == "number")
        for row in block.rows:
            self._row(table, row, places, block, style)
        if len(block.rows) <= WHOLE_ROWS:
            for row in table.rows[:-1]:
                for cell in row.cells:
                    cell.paragraphs[0].paragraph_format.keep_with_next = True
        set_rules(table, [index for index, row in enumerate(block.rows, 1) if row.kind == "group"])

    def _row(self, table: Any, row: Row, places: Sequence[int], block: Table, style: Any) -> None:
        added = table.add_row()
        keep_whole(added)
        cells = added.cells
        if row.kind == "group":
            merged = cells[0].merge(cells[-1])
            for spare in merged.paragraphs[1:]:
                spare._p.getparent().remove(spare._p)
            merged.paragraphs[0].style = style
            self._text(merged.paragraphs[0], row.cells[0].text, bold=True)
            merged.paragraphs[0].paragraph_format.keep_with_next = True
            return
        self._bookmark(cells[0].paragraphs[0], row.anchor)
        for target, place in zip(cells, places, strict=True):
            cell: Cell = row.cells[place]
            mark = _MARKS.get(cell.flag or "", "")
            paragraph = target.paragraphs[0]
            paragraph.style = style
            text = tuple(
                replace(run, target=run.target or cell.target, link_ink=run.target is not None) for run in cell.text
            )
            self._text(paragraph, text, bold=bool(mark))
            if mark:
                self._text(paragraph, (Run(mark, tone="alert"),))
            align(paragraph, right=block.columns[place].kind == "number")

    def _figure(self, block: Figure | Picture) -> None:
        from docx.shared import Pt

        if isinstance(block, Figure):
            from osteocase.report.figurefiles import png_of, sketch_of

            sketch = sketch_of(block)
            content, width = png_of(sketch), sketch.width
        else:
            content, width = block.content, min(TEXT_WIDTH, block.width_px * 72 / 150)
        shape = self.word.add_picture(io.BytesIO(content), width=Pt(min(width, TEXT_WIDTH)))
        self.word.paragraphs[-1].paragraph_format.keep_with_next = True
        shape._inline.docPr.set("descr", printable(block.alternative))
        self._caption("Figure", block.number, block.caption)
        if isinstance(block, Picture):
            told = Run(block.consent, tone="quiet") if block.consent else Run("Consent not told.", tone="alert")
            self._text(self.word.add_paragraph(style="Note"), (told,))
