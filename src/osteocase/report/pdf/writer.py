"""The document model to a finished PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from osteocase.report.document import Document, Notice, Paragraph, Part, Run
from osteocase.report.pdf.compose import Composer
from osteocase.report.pdf.finish import finish
from osteocase.report.pdf.fonts import FontBook, font_book
from osteocase.report.pdf.look import MARGIN_SIDE, page_size
from osteocase.report.pdf.pages import Frame, pages_of_anchors, paginate, running_head_and_foot
from osteocase.report.pdf.pen import Pen
from osteocase.report.pdf.rightleft import ARABIC
from osteocase.report.pdf.typeset import wide
from osteocase.report.places import anchors_of

__all__ = ["WrittenPdf", "write_pdf"]


@dataclass(frozen=True, slots=True)
class WrittenPdf:
    """A finished PDF with what its reader should be told."""

    content: bytes
    pages: int
    warnings: tuple[str, ...]


def write_pdf(document: Document, *, size: str = "A4", password: str | None = None) -> WrittenPdf:
    """Lay out, draw, tag and finish the document.

    Characters that no font of this machine has are printed as their code in brackets; the file says so on its last
    page, and the result names them in a warning.
    """
    width, height = page_size(size)
    book = font_book()
    document, warnings = _with_lost_characters(document, book)
    frame = Frame(width, height)
    buffer = io.BytesIO()
    settings: dict[str, Any] = {"initialFontName": book.face().name, "lang": document.language, "pdfVersion": (1, 7)}
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1, pageCompression=1, **settings)
    pen = Pen(canvas, book, anchors_of(document))
    composer = Composer(document, frame, book, pen.structure.root, pen.anchors)
    pages = paginate(list(composer.boxes()), frame)
    pen.pages = pages_of_anchors(pages)
    for place, page in enumerate(pages):
        running_head_and_foot(pen, document, frame, place + 1, len(pages))
        page.draw(pen, MARGIN_SIDE, frame.top)
        pen.next_page()
    canvas.showOutline()
    canvas.addPageLabel(0, style="ARABIC", start=1)
    content = finish(canvas, pen.structure, document, MARGIN_SIDE)
    if password is not None:
        content = _encrypted(content, password)
    return WrittenPdf(content, len(pages), warnings)


def _encrypted(data: bytes, password: str) -> bytes:
    """The file locked with AES-256; it drops its claim to be PDF/A, which forbids encryption."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        told = pdf.Root.Metadata.read_bytes()
        for claim in (b"<pdfaid:part>3</pdfaid:part>", b"<pdfaid:conformance>A</pdfaid:conformance>"):
            told = told.replace(claim, b"")
        pdf.Root.Metadata.write(told)
        out = io.BytesIO()
        allow = pikepdf.Permissions(accessibility=True)
        pdf.save(out, encryption=pikepdf.Encryption(user=password, owner=password, R=6, allow=allow))
        return out.getvalue()


_JAPANESE = "The extra osteocase[japanese] brings a font for Japanese; OSTEOCASE_FONTS names folders of your own."


def _with_lost_characters(document: Document, book: FontBook) -> tuple[Document, tuple[str, ...]]:
    """The document with a remark on its last page where a character has no glyph."""
    texts = document.texts()
    warnings = []
    lost = book.missing(texts)
    if lost:
        codes = ", ".join(f"U+{ord(char):04X}" for char in lost[:40]) + (" …" if len(lost) > 40 else "")
        warnings.append(
            f"No font on this machine has {len(lost)} character{'s' if len(lost) > 1 else ''} of the text: {codes}. "
            "Each is printed as its code in brackets; the attached record holds it unchanged."
            + (f" {_JAPANESE}" if any(wide(char) for char in lost) else "")
        )
    if any(not text.isascii() and ARABIC.search(text) for text in texts):
        warnings.append(
            "Arabic letters are printed without being joined; the attached record holds the text unchanged."
        )
    if not warnings:
        return document, ()
    notice = Notice("warning", "Characters", tuple(Paragraph((Run(told),)) for told in warnings))
    if not document.parts:
        return replace(document, parts=(Part("characters", "Characters", (notice,)),)), tuple(warnings)
    last = document.parts[-1]
    parts = (*document.parts[:-1], replace(last, blocks=(*last.blocks, notice)))
    return replace(document, parts=parts), tuple(warnings)
