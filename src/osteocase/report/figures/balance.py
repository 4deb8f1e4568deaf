"""The balance plot: the path of bone turnover, resorption across and formation up, on the reference intervals."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise

from osteocase.report.figuredata import BalancePlot
from osteocase.report.figures.labels import Measure
from osteocase.report.palette import BLUE, PAPER, QUIET, RULE, SKY, mix
from osteocase.report.sketch import Area, Circle, Label, Sketch, Stroke

__all__ = ["draw_balance"]

HEIGHT = 150.0
LEFT = 42.0
LOW = 28.0
TOP = 14.0
SIZE = 6.8
MOST_WIDTH = 250.0


class _Axis:
    """A logarithmic axis where values differ tenfold and more, else a linear one from zero."""

    def __init__(self, values: list[float], begin: float, end: float) -> None:
        self.begin, self.end = begin, end
        positive = [value for value in values if value > 0]
        self.log = bool(positive) and len(positive) == len(values) and max(positive) / min(positive) >= 8
        if self.log:
            self.low, self.high = min(positive) * 0.8, max(positive) * 1.2
        else:
            self.low, self.high = 0.0, (max(values, default=1.0) or 1.0) * 1.12

    def at(self, value: float) -> float:
        if self.log:
            share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            share = value / self.high
        return self.begin + min(max(share, 0.0), 1.0) * (self.end - self.begin)

    def ticks(self) -> list[float]:
        if not self.log:
            step = next(
                base * 10**power for power in range(-3, 7) for base in (1, 2, 5) if self.high / (base * 10**power) <= 5
            )
            return [step * place for place in range(int(self.high / step) + 1)]
        found = [base * 10.0**power for power in range(-3, 7) for base in (1, 2, 5)]
        return [tick for tick in found if self.low <= tick <= self.high]


def draw_balance(data: BalancePlot, width: float, measure: Measure) -> Sketch:
    """The sketch; points carry their time, lines run from one time to the next."""
    sketch = Sketch(min(width, MOST_WIDTH), HEIGHT)
    right, top = sketch.width - 12.0, HEIGHT - TOP
    across = _Axis(_values(data.resorption_low, data.resorption_high, [p.resorption for p in data.points]), LEFT, right)
    up = _Axis(_values(data.formation_low, data.formation_high, [p.formation for p in data.points]), LOW, top)
    places = [(across.at(float(p.resorption)), up.at(float(p.formation))) for p in data.points]
    boxes: list[_Box] = _reference(sketch, data, across, up, (right, top), measure, places)
    for tick in across.ticks():
        sketch.add(Stroke(((across.at(tick), LOW), (across.at(tick), top)), RULE, 0.3))
        sketch.add(Label(across.at(tick), LOW - 9, f"{tick:g}", SIZE, align="middle"))
    for tick in up.ticks():
        sketch.add(Stroke(((LEFT, up.at(tick)), (right, up.at(tick))), RULE, 0.3))
        sketch.add(Label(LEFT - 4, up.at(tick) - 2.4, f"{tick:g}", SIZE, align="right"))
    sketch.add(Stroke(((LEFT, top), (LEFT, LOW), (right, LOW)), QUIET, 0.6))
    sketch.add(
        Label(
            (LEFT + right) / 2, 3, f"Resorption: {data.resorption_name}, {data.resorption_unit}", SIZE, align="middle"
        )
    )
    sketch.add(Label(0, HEIGHT - 8, f"Formation: {data.formation_name}, {data.formation_unit}", SIZE))
    for begin, end in pairwise(places):
        _arrow(sketch, begin, end)
    for x, y in places:
        sketch.add(Circle(x, y, 3.0, BLUE, PAPER, 0.5))
    for place, point in zip(places, data.points, strict=True):
        wide = measure(point.label, SIZE, True)
        box = _free_place(place, wide, places, boxes, (sketch.width, top))
        boxes.append(box)
        sketch.add(Label(box[0], box[1] + 1.6, point.label, SIZE, bold=True))
    return sketch


_Box = tuple[float, float, float, float]
"""Left, low, right and top of a label."""


def _free_place(
    place: tuple[float, float], wide: float, path: list[tuple[float, float]], boxes: list[_Box],
    bounds: tuple[float, float],
) -> _Box:  # fmt: skip
    """The place around a point at which a label covers least of the path and of other labels."""
    x, y = place
    tall = SIZE + 1.5
    spots = [
        spot
        for away in range(5)
        for far in (away * (tall + 1.0),)
        for spot in (
            (x + 6, y - tall / 2 + far), (x + 6, y - tall / 2 - far), (x - 6 - wide, y - tall / 2 + far),
            (x - 6 - wide, y - tall / 2 - far), (x - wide / 2, y + 5 + far), (x - wide / 2, y - 5 - tall - far),
        )
    ]  # fmt: skip
    steps = _steps(path)
    best, least = None, math.inf
    for left, low in spots:
        right, high = left + wide, low + tall
        outside = left < LEFT + 1 or right > bounds[0] or low < LOW + 1 or high > bounds[1] + 4
        hits = sum(not (right < other[0] or left > other[2] or high < other[1] or low > other[3]) for other in boxes)
        crossed = sum(left - 1 <= px <= right + 1 and low - 1 <= py <= high + 1 for px, py in steps)
        cost = outside * 1000 + hits * 100 + crossed
        if cost < least:
            best, least = (left, low, right, high), cost
        if cost == 0:
            break
    assert best is not None
    return best


def _steps(path: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points along the path, close enough together that no label slips between two of them."""
    return [
        (x1 + (x2 - x1) * share / 24, y1 + (y2 - y1) * share / 24) for (x1, y1), (x2, y2) in pairwise(path)
        for share in range(25)
    ]  # fmt: skip


def _values(low: Decimal | None, high: Decimal | None, values: list[Decimal]) -> list[float]:
    return [float(value) for value in (*values, low, high) if value is not None]


def _reference(
    sketch: Sketch, data: BalancePlot, across: _Axis, up: _Axis, corner: tuple[float, float], measure: Measure,
    path: list[tuple[float, float]],
) -> list[_Box]:  # fmt: skip
    """The band of both intervals; what its label covers."""
    if data.resorption_high is None and data.formation_high is None:
        return []
    begin = across.at(float(data.resorption_low)) if data.resorption_low is not None else LEFT
    end = across.at(float(data.resorption_high)) if data.resorption_high is not None else corner[0]
    low = up.at(float(data.formation_low)) if data.formation_low is not None else LOW
    high = up.at(float(data.formation_high)) if data.formation_high is not None else corner[1]
    sketch.box(begin, low, end - begin, high - low, fill=mix(SKY, 0.25))
    wide = measure("reference", SIZE - 0.8, False)
    if wide + 4 > end - begin or high - low < 10:
        return []
    steps = _steps(path)
    spots = [(x, y) for y in (high - 7.5, low + 2.5) for x in (end - wide - 2, begin + 2)]

    def crossed(spot: tuple[float, float]) -> int:
        return sum(spot[0] - 4 <= x <= spot[0] + wide + 4 and spot[1] - 5 <= y <= spot[1] + SIZE + 4 for x, y in steps)

    left, base = min(spots, key=crossed)
    sketch.add(Label(left, base, "reference", SIZE - 0.8, colour=BLUE))
    return [(left, base - 2, left + wide, base + SIZE)]


def _arrow(sketch: Sketch, begin: tuple[float, float], end: tuple[float, float]) -> None:
    sketch.add(Stroke((begin, end), BLUE, 0.9))
    length = math.dist(begin, end)
    if length < 12:
        return
    ux, uy = (end[0] - begin[0]) / length, (end[1] - begin[1]) / length
    tip = (begin[0] + ux * length * 0.58, begin[1] + uy * length * 0.58)
    back = (tip[0] - ux * 5, tip[1] - uy * 5)
    sketch.add(Area((tip, (back[0] - uy * 2.2, back[1] + ux * 2.2), (back[0] + uy * 2.2, back[1] - ux * 2.2)), BLUE))
