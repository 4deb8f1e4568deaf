"""T-scores over time on the bands of WHO's classes."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise

from osteocase.report.figuredata import ScoreChart
from osteocase.report.figures.labels import Measure
from osteocase.report.figures.series import draw_series
from osteocase.report.numbers import MINUS, month_tick, number
from osteocase.report.palette import QUIET, RULE, Colour
from osteocase.report.sketch import Label, Sketch, Stroke

__all__ = ["draw_scores"]

HEIGHT = 122.0
LEFT = 34.0
LOW = 26.0
TOP = 14.0
SIZE = 6.8
_DARK: Colour = (0.86, 0.87, 0.885)
_PALE: Colour = (0.945, 0.95, 0.955)
_BANDS = (
    ("normal", -1.0, math.inf, None),
    ("low bone mass", -2.5, -1.0, _PALE),
    ("osteoporosis", -math.inf, -2.5, _DARK),
)
"""Name, lower and upper T-score and ground of each class (WHO Technical Report Series 843, 1994)."""


def draw_scores(data: ScoreChart, width: float, measure: Measure) -> Sketch:
    """The sketch; the bands are told by words and by grounds that grey print keeps apart."""
    names = [f"{series.name} {number(series.points[-1].value)}" for series in data.series]
    right = width - max((measure(name, SIZE, True) for name in names), default=40.0) - 14.0
    values = [float(point.value) for series in data.series for point in series.points]
    low, high = math.floor(min([*values, -3.0])), math.ceil(max([*values, 0.0]))
    months = [float(tick) for tick in data.ticks]
    first, last = min(months), max(max(months), min(months) + 1)
    sketch = Sketch(width, HEIGHT)

    def x_of(value: Decimal | float) -> float:
        return LEFT + (float(value) - first) / (last - first) * (right - LEFT)

    def y_of(value: Decimal | float) -> float:
        return LOW + (float(value) - low) / (high - low) * (HEIGHT - LOW - TOP)

    drawn = [
        (name, [(x_of(point.months), y_of(point.value)) for point in series.points])
        for name, series in zip(names, data.series, strict=True)
    ]
    path = [place for _name, points in drawn for place in _steps(points)]
    labels: list[Label] = []
    for name, least, most, ground in _BANDS:
        bottom, top = y_of(max(least, low)), y_of(min(most, high))
        if top - bottom <= 0:
            continue
        if ground is not None:
            sketch.box(LEFT, bottom, right - LEFT, top - bottom, fill=ground)
        wide = measure(name, SIZE - 0.8, False)
        if top - bottom > SIZE + 3 and wide < (right - LEFT) / 2:
            x, y = _clear_place(path, (LEFT + 3, right - 3 - wide), (bottom + 2.2, top - SIZE), wide)
            labels.append(Label(x, y, name, SIZE - 0.8, colour=QUIET))
    for value in range(low, high + 1):
        y = y_of(value)
        sketch.add(Stroke(((LEFT, y), (right, y)), RULE, 0.35))
        sketch.add(Label(LEFT - 4, y - 2.4, f"{MINUS}{-value}" if value < 0 else str(value), SIZE, align="right"))
    for limit in (-1.0, -2.5):
        sketch.add(Stroke(((LEFT, y_of(limit)), (right, y_of(limit))), QUIET, 0.6))
    for month in data.ticks:
        sketch.add(Stroke(((x_of(month), LOW), (x_of(month), LOW - 2.5)), QUIET, 0.5))
        sketch.add(Label(x_of(month), LOW - 10, month_tick(month), SIZE, align="middle"))
    sketch.add(Label((LEFT + right) / 2, 3, data.axis_label, SIZE, align="middle", colour=QUIET))
    sketch.add(Label(0, HEIGHT - 8, "T-score", SIZE, bold=True))
    sketch.add(*labels)
    draw_series(sketch, drawn, right, (LOW, HEIGHT - TOP))
    return sketch


def _steps(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points along a line, close enough together that no label slips between two of them."""
    return [
        (x1 + (x2 - x1) * share / 40, y1 + (y2 - y1) * share / 40)
        for (x1, y1), (x2, y2) in pairwise(points)
        for share in range(41)
    ]


def _clear_place(
    path: list[tuple[float, float]], lefts: tuple[float, float], bases: tuple[float, float], wide: float
) -> tuple[float, float]:
    """Where in a band its name covers least of the lines: at one of three places along it, low or high."""
    middle = (lefts[0] + lefts[1]) / 2

    def crossed(spot: tuple[float, float]) -> int:
        x, y = spot
        return sum(x - 3 <= px <= x + wide + 3 and y - 3 <= py <= y + SIZE + 1 for px, py in path)

    return min(((x, y) for y in bases for x in (lefts[1], lefts[0], middle)), key=crossed)
