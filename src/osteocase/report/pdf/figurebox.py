"""Boxes that hold pictures: sketches, the author's images and the strip of large numbers."""

from __future__ import annotations

import io

from reportlab.lib.utils import ImageReader

from osteocase.report.document import Measures, Picture, Run
from osteocase.report.palette import BLUE, QUIET, RULE
from osteocase.report.pdf.boxes import Box
from osteocase.report.pdf.fonts import FontBook
from osteocase.report.pdf.look import Style
from osteocase.report.pdf.pen import Pen
from osteocase.report.pdf.sketching import draw_sketch
from osteocase.report.pdf.structure import Node
from osteocase.report.pdf.typeset import Line, set_lines
from osteocase.report.sketch import Sketch

__all__ = ["PictureBox", "SketchBox", "StripBox"]


class _Whole:
    """A box that is never split."""

    keep_with_next = False
    before = 4.0
    after = 4.0

    @property
    def height(self) -> float:
        """Height in points."""
        raise NotImplementedError

    @property
    def least(self) -> float:
        """Height of the least part."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Two parts, or None; see ``Box``."""
        return None


class SketchBox(_Whole):
    """A figure; its caption stays with it."""

    keep_with_next = True

    def __init__(self, sketch: Sketch, node: Node) -> None:
        self.sketch = sketch
        self.node = node

    @property
    def height(self) -> float:
        """Height in points."""
        return self.sketch.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        low = top - self.sketch.height
        self.node.box = (x, low, x + self.sketch.width, top)
        pen.begin(self.node)
        draw_sketch(pen, self.sketch, x, low)
        pen.end()


class PictureBox(_Whole):
    """One of the author's images, no larger than the room and no coarser than its pixels allow."""

    keep_with_next = True
    DOTS = 300.0
    """Pixels to the inch at which an image reaches its natural size."""

    def __init__(self, picture: Picture, node: Node, width: float, most: float) -> None:
        self.picture = picture
        self.node = node
        natural = picture.width_px * 72.0 / self.DOTS
        scale = min(width / picture.width_px, most / picture.height_px, max(natural, width * 0.5) / picture.width_px)
        self.width = picture.width_px * scale
        self._height = picture.height_px * scale

    @property
    def height(self) -> float:
        """Height in points."""
        return self._height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        low = top - self._height
        self.node.box = (x, low, x + self.width, top)
        pen.begin(self.node)
        pen.canvas.drawImage(ImageReader(io.BytesIO(self.picture.content)), x, low, self.width, self._height)
        pen.end()


class StripBox(_Whole):
    """Large numbers beside each other, each with its label above and its verdict below."""

    LABEL = Style(7.2, 9.6, colour=QUIET)
    VALUE = Style(17.0, 20.0, bold=True, colour=BLUE)
    VERDICT = Style(7.2, 9.4)
    before = 6.0
    after = 8.0

    def __init__(self, measures: Measures, width: float, book: FontBook, anchors: frozenset[str], parent: Node) -> None:
        count = len(measures.items)
        self.cell = (width - 12.0 * (count - 1)) / count
        self.width = width
        self.columns: list[tuple[list[Line], list[Line], list[Line], Node]] = []
        whole = parent.add("L")
        for item in measures.items:
            value = (Run(item.value, target=item.target), Run(f" {item.unit}" if item.unit else ""))
            self.columns.append(
                (
                    set_lines((Run(item.label),), self.LABEL, self.cell, book),
                    set_lines(value, self.VALUE, self.cell, book, anchors),
                    set_lines((Run(item.verdict),), self.VERDICT, self.cell, book),
                    whole.add("LI").add("LBody"),
                )
            )
        deepest = max(len(label) for label, _value, _verdict, _node in self.columns)
        lowest = max(len(verdict) for _label, _value, verdict, _node in self.columns)
        self.label_height = deepest * self.LABEL.leading
        self._height = self.label_height + self.VALUE.leading + lowest * self.VERDICT.leading + 6.0

    @property
    def height(self) -> float:
        """Height in points."""
        return self._height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        pen.begin_artifact()
        for place in range(len(self.columns)):
            left = x + place * (self.cell + 12.0)
            pen.rule(left, top, left + self.cell, top, RULE, 0.6)
        pen.end()
        for place, (label, value, verdict, node) in enumerate(self.columns):
            left = x + place * (self.cell + 12.0)
            y = top - 10.0
            pen.lines(label, left, y, self.LABEL.leading, node)
            y = top - 4.0 - self.label_height - 15.5
            pen.lines(value, left, y, self.VALUE.leading, node)
            y -= 12.0
            pen.lines(verdict, left, y, self.VERDICT.leading, node)
