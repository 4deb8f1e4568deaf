"""Case reports: a format-free document model, and writers for PDF, Markdown and Word."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from osteocase.report.build import build_document, part_names
from osteocase.report.document import Document, Picture
from osteocase.report.markdown import render_markdown
from osteocase.report.profiles import profile_names

__all__ = [
    "Document",
    "Picture",
    "build_document",
    "load_picture",
    "load_pictures",
    "part_names",
    "profile_names",
    "render_docx",
    "render_figures",
    "render_markdown",
    "render_pdf",
]


def render_pdf(document: Document, *, page_size: str = "A4", password: str | None = None) -> bytes:
    """The document as a tagged PDF (PDF/UA-1 and PDF/A-3a), the same bytes for the same document.

    With a ``password`` the file is encrypted (AES-256) and is then no PDF/A. ReportLab is imported here, on use.

    Raises:
        ReportError: the page size is not known, or a font cannot be used.
    """
    from osteocase.report.pdf.writer import write_pdf

    return write_pdf(document, size=page_size, password=password).content


def render_docx(document: Document) -> bytes:
    """The document as a Word file, the same bytes for the same document.

    Raises:
        ReportError: python-docx, which the extra ``docx`` installs, is missing.
    """
    from osteocase.report.docx import render_docx as render

    return render(document)


def render_figures(document: Document, *, kind: Literal["svg", "png"] = "svg") -> dict[str, bytes]:
    """The document's figures as files by name, as journals ask for them."""
    from osteocase.report.figurefiles import render_figures as render

    return render(document, kind=kind)


def load_picture(
    content: bytes | Path, *, caption: str, alternative: str, consent: str | None = None, name: str = "picture"
) -> Picture:
    """One of the author's pictures (PNG, JPEG or TIFF) for ``build_document``, without its metadata.

    Raises:
        ReportError: it cannot be read, is broken or too large, or has no text alternative.
    """
    from osteocase.report.pictures import load_picture as load

    return load(content, caption=caption, alternative=alternative, consent=consent, name=name)


def load_pictures(path: Path) -> tuple[Picture, ...]:
    """The pictures that a TOML list names, each with caption, text alternative and consent line.

    Raises:
        ReportError: the list or one of its pictures cannot be used.
    """
    from osteocase.report.pictures import load_pictures as load

    return load(path)
