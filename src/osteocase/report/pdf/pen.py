"""The pen: draws set lines and shapes on ReportLab's canvas and remembers which element each of them belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas

from osteocase.report.palette import Colour
from osteocase.report.pdf.fonts import Face, FontBook, printable
from osteocase.report.pdf.rightleft import has_right_to_left, turned
from osteocase.report.pdf.structure import Anchor, Node, Structure
from osteocase.report.pdf.typeset import Line, Manner, Segment

__all__ = ["Pen"]

LONGEST_ENTRY = 150
"""Characters of an outline's entry."""


class Pen:
    """Draws on the current page; positions are points from the page's lower left corner."""

    def __init__(self, canvas: Canvas, book: FontBook, anchors: frozenset[str]) -> None:
        self.canvas = canvas
        self.book = book
        self.anchors = anchors
        self.structure = Structure()
        self.page = 0
        self.pages: Mapping[str, int] = {}
        """Anchor to the number of its page, counted from one."""
        self._document: Any = cast(Any, canvas)._doc
        self._bookmarks = 0
        self._out = canvas.addLiteral
        self._shown: dict[tuple[str, str], list[tuple[str, str]]] = {}
        """Codes of texts in the fonts of this file, which repeat in tables."""
        self._fill: Colour | None = None
        self._stroke: Colour | None = None
        self._line_width: float | None = None

    def next_page(self) -> None:
        """Close the page."""
        self.canvas.showPage()
        self.page += 1
        self._fill = self._stroke = self._line_width = None

    def anchor(self, name: str | None, y: float) -> None:
        """Make the current height of the page a place that links lead to."""
        if name is not None:
            self.structure.anchors.setdefault(name, Anchor(self.page, y))

    # Marked content -----------------------------------------------------------------------------------------------
    def begin(self, node: Node) -> None:
        """Begin content that belongs to an element."""
        self._out(f"/{node.role} <</MCID {self.structure.mark(node, self.page)}>> BDC")

    def begin_artifact(self, kind: str | None = None) -> None:
        """Begin content that carries no meaning: rules, backgrounds, running heads."""
        self._out(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")

    def end(self) -> None:
        """End the content."""
        self._out("EMC")

    # Text ---------------------------------------------------------------------------------------------------------
    def line(self, line: Line, x: float, y: float, node: Node) -> None:
        """A set line as content of an element; linked stretches become Link elements of their own."""
        open_plain = False
        for segment in line.segments:
            target = segment.manner.target
            if target is None:
                if not open_plain:
                    self.begin(node)
                    open_plain = True
                self._segment(segment, x, y)
                continue
            if open_plain:
                self.end()
                open_plain = False
            link = node.add("Link")
            self.begin(link)
            self._segment(segment, x, y)
            self.end()
            left, low = x + segment.x, y + segment.manner.rise
            rect = (left, low - 0.22 * segment.manner.size, left + segment.width, low + 0.8 * segment.manner.size)
            words = self._words(segment).strip()
            kind = "Source " if target.startswith("source-") else "Page " if segment.manner.pages_of else ""
            self.structure.link(link, self.page, rect, target, f"{kind}{words}" if words else "Source")
        if open_plain:
            self.end()

    def lines(self, lines: list[Line], x: float, y: float, leading: float, node: Node) -> None:
        """Lines of an element below each other; ``y`` is the first base line. Without links they are one content."""
        if all(segment.manner.target is None for line in lines for segment in line.segments):
            self.begin(node)
            for place, line in enumerate(lines):
                for segment in line.segments:
                    self._segment(segment, x, y - place * leading)
            self.end()
            return
        for place, line in enumerate(lines):
            self.line(line, x, y - place * leading, node)

    def plain_lines(self, lines: list[Line], x: float, y: float, leading: float) -> None:
        """Lines without an element, within an artifact that the caller has begun."""
        for place, line in enumerate(lines):
            for segment in line.segments:
                manner = segment.manner
                self.text(segment.text, x + segment.x, y - place * leading, manner.face, manner.size, manner.colour)

    def bookmark(self, title: str, level: int, y: float) -> None:
        """An entry of the outline that leads here."""
        key = f"outline-{self._bookmarks}"
        self._bookmarks += 1
        self.canvas.bookmarkHorizontalAbsolute(key, y + 6)
        words = printable(title).strip()
        self.canvas.addOutlineEntry(words[:LONGEST_ENTRY] or "Report", key, level)

    def _words(self, segment: Segment) -> str:
        """What a segment shows: its text, or the numbers of the pages that it tells."""
        places = segment.manner.pages_of
        if not places:
            return segment.text
        return ", ".join(str(page) for page in sorted({self.pages[place] for place in places if place in self.pages}))

    def _segment(self, segment: Segment, x: float, y: float) -> None:
        manner: Manner = segment.manner
        words = self._words(segment)
        text = turned(words) if has_right_to_left(words) else words
        if manner.language:
            self._out(f"/Span <</Lang ({manner.language})>> BDC")
        self.text(text, x + segment.x, y + manner.rise, manner.face, manner.size, manner.colour)
        if manner.language:
            self._out("EMC")

    def text(self, text: str, x: float, y: float, face: Face, size: float, colour: Colour) -> None:
        """Text in one font; only characters that the font has."""
        shown = self._shown.get((face.name, text))
        if shown is None:
            document = self._document
            shown = self._shown[(face.name, text)] = [
                (face.font.getSubsetInternalName(subset, document), codes.hex())
                for subset, codes in face.font.splitString(text, document)
            ]
        self.fill(colour)
        parts = " ".join([f"{name} {size:g} Tf <{codes}> Tj" for name, codes in shown])
        self._out(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {parts} ET")

    # Shapes -------------------------------------------------------------------------------------------------------
    def fill(self, colour: Colour) -> None:
        """Colour of text and areas."""
        if colour != self._fill:
            self._fill = colour
            self._out("{:.3g} {:.3g} {:.3g} rg".format(*colour))

    def stroke(self, colour: Colour, width: float) -> None:
        """Colour and width of lines."""
        if colour != self._stroke:
            self._stroke = colour
            self._out("{:.3g} {:.3g} {:.3g} RG".format(*colour))
        if width != self._line_width:
            self._line_width = width
            self._out(f"{width:g} w")

    def rule(self, x1: float, y1: float, x2: float, y2: float, colour: Colour, width: float) -> None:
        """A straight line."""
        self.stroke(colour, width)
        self._out(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def area(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle; ``x`` and ``y`` are its lower left corner."""
        self.fill(colour)
        self._out(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def literal(self, operators: str) -> None:
        """Operators of the page description, for shapes that only figures need."""
        self._out(operators)
