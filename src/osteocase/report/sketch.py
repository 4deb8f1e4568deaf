"""A figure as a list of simple shapes and texts, which the PDF, SVG and PNG writers all can draw.

Positions are points from the sketch's lower left corner. Patterns go with colours, so that grey print tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from osteocase.report.palette import INK, Colour

__all__ = ["Area", "Circle", "Curve", "Label", "Pattern", "Shape", "Sketch", "Stroke"]

Pattern = Literal["solid", "hatched", "dotted"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: Colour
    width: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A closed outline through points, filled, edged or both."""

    points: tuple[tuple[float, float], ...]
    fill: Colour | None = None
    edge: Colour | None = None
    width: float = 0.5
    dash: tuple[float, ...] = ()
    pattern: Pattern = "solid"


@dataclass(frozen=True, slots=True)
class Circle:
    """A disc or ring."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    edge: Colour | None = None
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Curve:
    """A closed outline of cubic curves: a start, then control point, control point, end."""

    start: tuple[float, float]
    parts: tuple[tuple[tuple[float, float], tuple[float, float], tuple[float, float]], ...]
    fill: Colour | None = None
    edge: Colour | None = None
    width: float = 0.5
    pattern: Pattern = "solid"


@dataclass(frozen=True, slots=True)
class Label:
    """Text at a base line."""

    x: float
    y: float
    text: str
    size: float = 7.0
    bold: bool = False
    align: Literal["left", "middle", "right"] = "left"
    colour: Colour = INK


Shape = Stroke | Area | Circle | Curve | Label


@dataclass(slots=True)
class Sketch:
    """Shapes in the order in which they are drawn."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Draw these on top."""
        self.shapes.extend(shapes)

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: Colour | None = None,
        edge: Colour | None = None, line: float = 0.5, dash: tuple[float, ...] = (), pattern: Pattern = "solid",
    ) -> None:  # fmt: skip
        """A rectangle."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.add(Area(corners, fill, edge, line, dash, pattern))
