"""Sketches on the page, as paths of the page description and real text."""

from __future__ import annotations

from dataclasses import replace

from osteocase.report.palette import PAPER, Colour
from osteocase.report.pdf.fonts import printable
from osteocase.report.pdf.pen import Pen
from osteocase.report.sketch import Area, Circle, Curve, Label, Pattern, Sketch, Stroke

__all__ = ["draw_sketch"]

_ROUND = 0.5523
"""Distance of the control points that makes four curves a circle."""


def draw_sketch(pen: Pen, sketch: Sketch, x: float, y: float) -> None:
    """Draw all shapes with the sketch's lower left corner at ``x``, ``y``."""
    for shape in sketch.shapes:
        match shape:
            case Stroke():
                pen.stroke(shape.colour, shape.width)
                _dashed(pen, _path(shape.points, x, y) + " S", shape.dash)
            case Area():
                path = _path(shape.points, x, y) + " h"
                if shape.pattern != "solid":
                    _outline(pen, path, replace(shape, edge=None))
                    _pattern(pen, path, shape.points, shape.pattern, x, y)
                    shape = replace(shape, fill=None)
                _outline(pen, path, shape)
            case Circle():
                _outline(pen, _circle(shape, x, y), shape)
            case Curve():
                path = _curve(shape, x, y)
                if shape.pattern != "solid":
                    _outline(pen, path, replace(shape, edge=None))
                    points = (shape.start, *(part[2] for part in shape.parts))
                    _pattern(pen, path, points, shape.pattern, x, y)
                    shape = replace(shape, fill=None)
                _outline(pen, path, shape)
            case Label():
                _label(pen, shape, x, y)


def _path(points: tuple[tuple[float, float], ...], x: float, y: float) -> str:
    moves = [f"{x + px:.2f} {y + py:.2f}" for px, py in points]
    return f"{moves[0]} m " + " ".join(f"{move} l" for move in moves[1:])


def _dashed(pen: Pen, operators: str, dash: tuple[float, ...]) -> None:
    if dash:
        pen.literal(f"[{' '.join(f'{part:g}' for part in dash)}] 0 d {operators} [] 0 d")
    else:
        pen.literal(operators)


def _outline(pen: Pen, path: str, shape: Area | Circle | Curve) -> None:
    dash = shape.dash if isinstance(shape, Area) else ()
    if shape.fill is not None:
        pen.fill(shape.fill)
    if shape.edge is not None:
        pen.stroke(shape.edge, shape.width)
    ink = "B" if shape.fill is not None and shape.edge is not None else "f" if shape.fill is not None else "S"
    if shape.fill is not None or shape.edge is not None:
        _dashed(pen, f"{path} {ink}", dash)


def _circle(shape: Circle, x: float, y: float) -> str:
    cx, cy, r = x + shape.x, y + shape.y, shape.radius
    k = r * _ROUND
    return (
        f"{cx + r:.2f} {cy:.2f} m "
        f"{cx + r:.2f} {cy + k:.2f} {cx + k:.2f} {cy + r:.2f} {cx:.2f} {cy + r:.2f} c "
        f"{cx - k:.2f} {cy + r:.2f} {cx - r:.2f} {cy + k:.2f} {cx - r:.2f} {cy:.2f} c "
        f"{cx - r:.2f} {cy - k:.2f} {cx - k:.2f} {cy - r:.2f} {cx:.2f} {cy - r:.2f} c "
        f"{cx + k:.2f} {cy - r:.2f} {cx + r:.2f} {cy - k:.2f} {cx + r:.2f} {cy:.2f} c h"
    )


def _curve(shape: Curve, x: float, y: float) -> str:
    parts = [f"{x + shape.start[0]:.2f} {y + shape.start[1]:.2f} m"]
    parts += [" ".join(f"{x + px:.2f} {y + py:.2f}" for px, py in part) + " c" for part in shape.parts]
    return " ".join(parts) + " h"


def _pattern(
    pen: Pen, path: str, points: tuple[tuple[float, float], ...], pattern: Pattern, x: float, y: float
) -> None:
    """White lines or dots over the filled shape, clipped to it."""
    left, right = min(px for px, _py in points), max(px for px, _py in points)
    low, high = min(py for _px, py in points), max(py for _px, py in points)
    strokes = []
    if pattern == "hatched":
        place = left - (high - low)
        while place < right:
            strokes.append(f"{x + place:.2f} {y + low:.2f} m {x + place + high - low:.2f} {y + high:.2f} l")
            place += 3.2
    else:
        row = low + 1.2
        while row < high:
            strokes.append(f"{x + left:.2f} {y + row:.2f} m {x + right:.2f} {y + row:.2f} l")
            row += 2.4
    dash = "[0.9 1.7] 0 d" if pattern == "dotted" else ""
    colour: Colour = PAPER
    pen.literal(f"q {path} W n {'{:.3g} {:.3g} {:.3g} RG'.format(*colour)} 0.9 w {dash} {' '.join(strokes)} S Q")


def _label(pen: Pen, shape: Label, x: float, y: float) -> None:
    pieces = pen.book.pieces(printable(shape.text), bold=shape.bold)
    width = shape.size * sum(piece.width for piece in pieces)
    left = x + shape.x - {"left": 0.0, "middle": width / 2, "right": width}[shape.align]
    for piece in pieces:
        pen.text(piece.text, left, y + shape.y, piece.face, shape.size, shape.colour)
        left += piece.width * shape.size
