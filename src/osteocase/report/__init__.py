"""Case reports: a format-free document model, and writers for PDF, Markdown and Word."""

from __future__ import annotations

from osteocase.report.build import build_document
from osteocase.report.document import Document, Picture
from osteocase.report.markdown import render_markdown
from osteocase.report.profiles import profile_names

__all__ = ["Document", "Picture", "build_document", "profile_names", "render_markdown", "render_pdf"]


def render_pdf(document: Document, *, page_size: str = "A4", password: str | None = None) -> bytes:
    """The document as a tagged PDF (PDF/UA-1 and PDF/A-3a), the same bytes for the same document.

    With a ``password`` the file is encrypted (AES-256) and is then no PDF/A. ReportLab is imported here, on use.

    Raises:
        ReportError: the page size is not known, or a font cannot be used.
    """
    from osteocase.report.pdf.writer import write_pdf

    return write_pdf(document, size=page_size, password=password).content
