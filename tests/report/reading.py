"""How the tests read a PDF back: its text, its rows as they stand on the page, its structure tree."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pikepdf
import pypdf

__all__ = ["Element", "elements_of", "rows_below", "text_of"]


def text_of(data: bytes) -> str:
    """All text of the file, page after page."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def rows_below(data: bytes, first_head: str) -> Iterator[list[str]]:
    """Rows of the page from the table on whose first column has that head, as their geometry tells them."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            lines: dict[int, list[str]] = {}
            for word in page.extract_words(keep_blank_chars=True, x_tolerance=1.5):
                lines.setdefault(round(word["bottom"] - word["bottom"] % 3), []).append(word["text"].strip())
            reading = False
            for top in sorted(lines):
                reading = reading or lines[top][0] == first_head
                if reading:
                    yield lines[top]


class Element:
    """One element of the structure tree."""

    def __init__(self, obj: Any, parent: Element | None) -> None:
        self.obj = obj
        self.role = str(obj.S).lstrip("/")
        self.parent = parent
        kids = obj.get("/K", [])
        self.kids: list[Any] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        self.children = [Element(kid, self) for kid in self.kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    @property
    def alternative(self) -> str | None:
        """Text alternative."""
        told = self.obj.get("/Alt")
        return str(told) if told is not None else None

    def attribute(self, name: str) -> Any:
        """A value of the element's attributes."""
        return self.obj.get("/A", {}).get(name)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def elements_of(pdf: pikepdf.Pdf) -> Element:
    """The root of the structure tree."""
    tree: Any = pdf.Root.StructTreeRoot
    return Element(tree.K, None)
