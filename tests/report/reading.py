"""How the tests read a PDF back: its text, its rows as they stand on the page, its structure tree."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pdfplumber
import pikepdf
import pypdf

__all__ = ["Element", "elements_of", "rows_below", "text_of"]


@lru_cache(maxsize=8)
def text_of(data: bytes) -> str:
    """All text of the file, page after page."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def rows_below(data: bytes, first_head: str) -> Iterator[list[str]]:
    """Rows of the page from the table on whose first column has that head, as their geometry tells them."""
    for rows in _rows(data):
        reading = False
        for row in rows:
            reading = reading or row[0] == first_head
            if reading:
                yield list(row)


@lru_cache(maxsize=8)
def _rows(data: bytes) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of every page, from top to bottom."""
    found = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            lines: dict[int, list[str]] = {}
            for word in page.extract_words(keep_blank_chars=True, x_tolerance=1.5):
                lines.setdefault(round(word["bottom"] - word["bottom"] % 3), []).append(word["text"].strip())
            found.append(tuple(tuple(lines[top]) for top in sorted(lines)))
    return tuple(found)


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
