"""A course as a line no higher than a row of text, on the band of the reference interval."""

from __future__ import annotations

from osteocase.report.figuredata import Sparkline
from osteocase.report.palette import BLUE, SKY, VERMILION, mix
from osteocase.report.sketch import Area, Circle, Sketch, Stroke

__all__ = ["draw_sparkline"]

_EDGE = 3.0
OPEN_ROOM = 0.35
"""Share of the scale that is added where an interval is open, so that its band is seen as one."""


def draw_sparkline(data: Sparkline, width: float, height: float) -> Sketch:
    """The sketch; the scale holds the whole band, an open band runs to the edge, one result gives a dot alone."""
    sketch = Sketch(width, height)
    values = [float(point.value) for point in data.points]
    limits = [float(limit) for limit in (data.low, data.high) if limit is not None]
    bottom, top = min([*values, *limits]), max([*values, *limits])
    if limits and data.high is None:
        top += (top - bottom) * OPEN_ROOM
    if limits and data.low is None:
        bottom -= (top - bottom) * OPEN_ROOM
    if top == bottom:
        bottom, top = bottom - 1, top + 1
    span = float(data.last - data.first) or 1.0

    def x_of(months: float) -> float:
        return _EDGE + (months - float(data.first)) / span * (width - 2 * _EDGE)

    def y_of(value: float) -> float:
        return 1.5 + (value - bottom) / (top - bottom) * (height - 3.0)

    if limits:
        low = y_of(float(data.low)) if data.low is not None else 0.0
        high = y_of(float(data.high)) if data.high is not None else height
        sketch.box(0, low, width, max(high - low, 0.6), fill=mix(SKY, 0.28))
    places = [(x_of(float(point.months)), y_of(float(point.value))) for point in data.points]
    if len(places) > 1:
        sketch.add(Stroke(tuple(places), BLUE, 0.8))
    for (x, y), point in zip(places, data.points, strict=True):
        if point.flag in ("low", "high"):
            sign = 1 if point.flag == "high" else -1
            sketch.add(Area(((x - 2.1, y - sign * 1.5), (x + 2.1, y - sign * 1.5), (x, y + sign * 2.1)), VERMILION))
        else:
            sketch.add(Circle(x, y, 1.4, BLUE))
    return sketch
