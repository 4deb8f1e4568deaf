"""Courses of several sites in one chart: told apart by colour, dash and mark, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence

from osteocase.report.figures.labels import spread
from osteocase.report.palette import BLUE, GREEN, INK, PURPLE, RULE, VERMILION, VERMILION_TEXT, Colour
from osteocase.report.sketch import Area, Circle, Label, Shape, Sketch, Stroke

__all__ = ["COLOURS", "draw_series"]

SIZE = 6.8
COLOURS: tuple[Colour, ...] = (BLUE, VERMILION, GREEN, PURPLE)
_DASHES: tuple[tuple[float, ...], ...] = ((), (4.0, 2.0), (1.2, 1.6), (5.0, 1.5, 1.0, 1.5))


def draw_series(
    sketch: Sketch,
    series: Sequence[tuple[str, Sequence[tuple[float, float]]]],
    right: float,
    bounds: tuple[float, float],
) -> None:
    """Lines with marks, and the names at the right of the chart, moved apart where they would collide.

    Args:
        sketch: is drawn on.
        series: name and points of each.
        right: right edge of the chart; names stand beyond it.
        bounds: lower and upper edge of the chart.
    """
    low, top = bounds
    ends: list[float] = []
    for place, (_name, points) in enumerate(series):
        colour = COLOURS[place % len(COLOURS)]
        if len(points) > 1:
            sketch.add(Stroke(tuple(points), colour, 1.3, _DASHES[place % len(_DASHES)]))
        for x, y in points:
            sketch.add(_mark(place, x, y, colour))
        ends.append(points[-1][1] if points else low)
    moved = spread([-end for end in ends], SIZE + 2.5, -top, -low + 4)
    for place, ((name, points), end) in enumerate(zip(series, moved, strict=True)):
        y = -end
        x = points[-1][0] if points else right
        if abs(ends[place] - y) > 2:
            sketch.add(Stroke(((x + 4, ends[place]), (right + 7, y)), RULE, 0.4))
        colour = VERMILION_TEXT if place % 4 == 1 else COLOURS[place % 4] if place % 4 != 2 else INK
        sketch.add(Label(right + 8, y - 2.4, name, SIZE, bold=True, colour=colour))


def _mark(place: int, x: float, y: float, colour: Colour) -> Shape:
    white: Colour = (1.0, 1.0, 1.0)
    if place % 4 == 1:
        return Area(
            ((x - 2.5, y - 2.5), (x + 2.5, y - 2.5), (x + 2.5, y + 2.5), (x - 2.5, y + 2.5)), colour, white, 0.4
        )
    if place % 4 == 2:
        return Area(((x, y - 3.2), (x + 3.2, y), (x, y + 3.2), (x - 3.2, y)), colour, white, 0.4)
    if place % 4 == 3:
        return Area(((x - 3, y - 2.4), (x + 3, y - 2.4), (x, y + 3)), colour, white, 0.4)
    return Circle(x, y, 2.7, colour, white, 0.4)
