"""The document model as a Word file, with native headings, lists and tables, since journals ask for Word.

Needs python-docx, which the extra ``osteocase[docx]`` installs. The same document gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
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
from osteocase.report.pdf.fonts import printable

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["render_docx"]

_MARKS = {"low": " ▼", "high": " ▲"}
_EPOCH = 315532800
"""1 January 1980 UTC, the first date that a ZIP file can hold."""
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

    def write(self) -> None:
        from docx.shared import Mm, Pt

        document = self.document
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, Mm(20))
        normal = self.word.styles["Normal"]
        normal.font.name, normal.font.size = "Arial", Pt(10)
        properties = self.word.core_properties
        properties.title = printable(document.title)[:255]
        properties.author = properties.last_modified_by = document.software
        properties.subject = f"{document.state.label} · record {document.record_hash}"[:255]
        properties.comments = "Not for clinical decisions"
        properties.language = document.language
        properties.created = properties.modified = datetime.fromtimestamp(document.created or _EPOCH, UTC)
        section.header.paragraphs[0].text = printable(f"{document.case_id} · {document.state.label}")
        section.footer.paragraphs[
            0
        ].text = f"{document.software} · record {document.record_hash[:12]} · Not for clinical decisions"
        self.word.add_heading(printable(document.title), 0)
        self._text(self.word.add_paragraph(), document.identity)
        for part in document.parts:
            if not part.untitled:
                self.word.add_heading(printable(part.title), 1)
            for block in part.blocks:
                self._block(block, 2)

    def _text(self, paragraph: Any, text: Text, *, bold: bool = False) -> None:
        from docx.shared import RGBColor

        for run in text:
            added = paragraph.add_run(printable(run.text))
            added.bold = (run.bold or bold) or None
            added.italic = run.italic or None
            added.font.superscript = run.raised or None
            if run.tone in _TONES:
                added.font.color.rgb = RGBColor(*_TONES[run.tone])

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Heading(text=text):
                self.word.add_heading(printable(text), min(level, 9))
            case Paragraph(text=text):
                self._text(self.word.add_paragraph(), text)
            case ItemList(items=items):
                for item in items:
                    self._text(self.word.add_paragraph(style="List Bullet"), item)
            case Terms():
                for term, text in block.items:
                    self._text(self.word.add_paragraph(), (Run(f"{term}: ", bold=True), *text))
            case Measures():
                self._measures(block)
            case Notice(title=title, blocks=blocks):
                self.word.add_heading(printable(title), min(level, 9))
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

    def _caption(self, kind: str, number: int | None, caption: str) -> None:
        label = f"{kind} {number}. " if number is not None else ""
        self._text(self.word.add_paragraph(style="Caption"), (Run(label + caption),))

    def _table(self, block: Table) -> None:
        self._caption("Table", block.number, block.caption)
        kept = [place for place, column in enumerate(block.columns) if column.kind != "trend"]
        table = self.word.add_table(rows=1, cols=len(kept))
        table.style = "Table Grid"
        _repeat_head(table.rows[0])
        for cell, place in zip(table.rows[0].cells, kept, strict=True):
            column = block.columns[place]
            title = f"{column.title} ({column.unit})" if column.unit else column.title
            self._text(cell.paragraphs[0], (Run(title, bold=True),))
        for row in block.rows:
            self._row(table, row, kept, block)
        for note in block.notes:
            self._text(self.word.add_paragraph(), note)

    def _row(self, table: Any, row: Row, kept: list[int], block: Table) -> None:
        cells = table.add_row().cells
        if row.kind == "group":
            merged = cells[0].merge(cells[-1])
            self._text(merged.paragraphs[0], row.cells[0].text, bold=True)
            return
        for target, place in zip(cells, kept, strict=True):
            cell: Cell = row.cells[place]
            mark = _MARKS.get(cell.flag or "", "")
            paragraph = target.paragraphs[0]
            self._text(paragraph, cell.text, bold=bool(mark))
            if mark:
                self._text(paragraph, (Run(mark, tone="alert"),))
            if block.columns[place].kind == "number":
                paragraph.alignment = 2

    def _figure(self, block: Figure | Picture) -> None:
        from docx.shared import Pt

        if isinstance(block, Figure):
            from osteocase.report.figurefiles import png_of, sketch_of

            sketch = sketch_of(block)
            content, width = png_of(sketch), sketch.width
        else:
            content, width = block.content, min(482.0, block.width_px * 72 / 150)
        shape = self.word.add_picture(io.BytesIO(content), width=Pt(min(width, 482.0)))
        shape._inline.docPr.set("descr", printable(block.alternative))
        self._caption("Figure", block.number, block.caption)
        if isinstance(block, Picture) and block.consent:
            self._text(self.word.add_paragraph(), (Run(block.consent, tone="quiet"),))


def _repeat_head(row: Any) -> None:
    """Word repeats the row at the top of each page."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    properties = row._tr.get_or_add_trPr()
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    properties.append(head)
