"""How long a report takes, beside ReportLab's own paragraphs and tables writing the same words without tags.

``make report-speed`` prints the medians; nothing is asserted, since a clock is no test.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from osteocase.case import narrate
from osteocase.report import build_document, render_pdf
from osteocase.report.document import Block, Columns, Document, Figure, Notice
from osteocase.report.document import Table as TableBlock
from osteocase.report.pdf.fonts import font_book, printable
from tests.report.cases import crowded_case
from tests.report.founding import founding_case

ROUNDS = 15
BODY = ParagraphStyle("body", fontName="osteocase-regular", fontSize=8.8, leading=12.6)
CELL = ParagraphStyle("cell", fontName="osteocase-regular", fontSize=7, leading=9)


def plain_pdf(document: Document) -> bytes:
    """The words and tables of the document by ReportLab's own means: no tags, links, figures or attachments."""
    font_book()
    story: list[Any] = [Paragraph(escape(printable(document.title)), BODY)]
    for part in document.parts:
        story.append(Paragraph(escape(part.title), BODY))
        for block in part.blocks:
            story += _plain(block)
    out = io.BytesIO()
    settings: dict[str, Any] = {"pagesize": A4, "initialFontName": "osteocase-regular", "invariant": 1}
    SimpleDocTemplate(out, **settings).build(story)
    return out.getvalue()


def _plain(block: Block) -> list[Any]:
    from osteocase.report.document import _block_texts

    match block:
        case Figure():
            return []
        case TableBlock():
            rows = [[column.title for column in block.columns]]
            rows += [[cell.plain for cell in row.cells] for row in block.rows]
            width = len(block.columns)
            cells: list[list[Any]] = [
                [Paragraph(escape(printable(word)), CELL) if len(word) > 14 else printable(word) for word in row]
                + [""] * (width - len(row))
                for row in rows
            ]
            table = Table(cells, colWidths=[480 / width] * width, repeatRows=1)
            style = [
                ("FONT", (0, 0), (-1, -1), "osteocase-regular", 7),
                ("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.grey),
            ]
            table.setStyle(TableStyle(style))
            return [table, Spacer(1, 6)]
        case Notice(blocks=blocks):
            return [found for inner in blocks for found in _plain(inner)]
        case Columns(left=left, right=right):
            return [found for inner in (*left, *right) for found in _plain(inner)]
        case _:
            return [Paragraph(escape(printable(" ".join(_block_texts(block)))), BODY)]


def _medians(*works: Callable[[], object]) -> list[float]:
    """Median processor time of each, ms; all take turns, so that a busy minute of the machine meets them alike."""
    for work in works:
        work()
    times: list[list[float]] = [[] for _work in works]
    for _round in range(ROUNDS):
        for work, kept in zip(works, times, strict=True):
            begin = time.process_time()
            work()
            kept.append((time.process_time() - begin) * 1e3)
    return [statistics.median(kept) for kept in times]


def main() -> None:
    """Print a line a case."""
    for name, case in (("founding", founding_case()), ("crowded", crowded_case())):
        narrative = narrate(case)
        document = build_document(case, narrative=narrative)
        built, ours, plain = _medians(
            lambda case=case: build_document(case, narrative=narrate(case)),  # type: ignore[misc]
            lambda document=document: render_pdf(document),  # type: ignore[misc]
            lambda document=document: plain_pdf(document),  # type: ignore[misc]
        )
        sys.stdout.write(
            f"{name}: document {built:.1f} ms + tagged PDF {ours:.1f} ms = {built + ours:.1f} ms; the same words and "
            f"tables by plain ReportLab {plain:.1f} ms; ratio {ours / plain:.2f} (wanted at most 1.6)\n"
        )


if __name__ == "__main__":
    main()
