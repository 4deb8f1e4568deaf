"""The BMD trend: change from baseline at each site, least significant change, treatment, and what was misprinted."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal

from osteocase.report.figuredata import TrendChart, TrendSeries
from osteocase.report.figures.labels import Measure
from osteocase.report.figures.series import COLOURS, draw_series
from osteocase.report.numbers import month_tick, signed
from osteocase.report.palette import BLUE, QUIET, RULE, SKY, VERMILION, VERMILION_TEXT, mix
from osteocase.report.sketch import Label, Sketch, Stroke

__all__ = ["draw_trend"]

HEIGHT = 150.0
LEFT = 34.0
LOW = 26.0
TOP = 14.0
SIZE = 6.8
Place = Callable[[Decimal | float], float]


def draw_trend(data: TrendChart, width: float, measure: Measure) -> Sketch:
    """The sketch; sites differ by colour, dash and mark, so that grey print tells them apart."""
    names = [_end_label(series) for series in data.series]
    right = width - max((measure(name, SIZE, True) for name in names), default=40.0) - 14.0
    sketch = Sketch(width, HEIGHT)
    months = [float(tick) for tick in data.ticks]
    first, last = min(months), max(max(months), min(months) + 1)
    low, high, step = _range(data)

    def x_of(value: Decimal | float) -> float:
        return LEFT + (float(value) - first) / (last - first) * (right - LEFT)

    def y_of(value: Decimal | float) -> float:
        return LOW + (float(value) - low) / (high - low) * (HEIGHT - LOW - TOP)

    for shade in data.shades:
        begin, end = max(x_of(shade.start), LEFT), min(x_of(shade.end), right)
        if end - begin > 1:
            sketch.box(begin, LOW, end - begin, HEIGHT - LOW - TOP, fill=mix(SKY, 0.16))
            if measure(shade.label, SIZE, False) < end - begin - 4:
                sketch.add(Label(begin + 3, HEIGHT - TOP - 8, shade.label, SIZE, colour=BLUE))
    _bands(sketch, data, right, y_of, measure)
    tick = low
    while tick <= high + 0.001:
        sketch.add(
            Stroke(((LEFT, y_of(tick)), (right, y_of(tick))), QUIET if tick == 0 else RULE, 0.6 if tick == 0 else 0.35)
        )
        sketch.add(Label(LEFT - 4, y_of(tick) - 2.4, _tick(tick), SIZE, align="right"))
        tick += step
    for month in data.ticks:
        sketch.add(Stroke(((x_of(month), LOW), (x_of(month), LOW - 2.5)), QUIET, 0.5))
        sketch.add(Label(x_of(month), LOW - 10, month_tick(month), SIZE, align="middle"))
    sketch.add(Label((LEFT + right) / 2, 3, data.axis_label, SIZE, align="middle", colour=QUIET))
    sketch.add(Label(0, HEIGHT - 8, "Change in BMD from baseline, %", SIZE, bold=True))
    _crosses(sketch, data, x_of, y_of)
    drawn = [
        (name, [(x_of(point.months), y_of(point.change)) for point in series.points])
        for name, series in zip(names, data.series, strict=True)
    ]
    draw_series(sketch, drawn, right, (LOW, HEIGHT - TOP))
    return sketch


def _end_label(series: TrendSeries) -> str:
    last = f" {signed(series.points[-1].change, 1)} %" if series.points else ""
    return f"{series.name}{last}"


def _range(data: TrendChart) -> tuple[float, float, float]:
    values = [float(point.change) for series in data.series for point in series.points]
    values += [float(point.stated) for series in data.series for point in series.points if point.stated is not None]
    values += [float(sign * series.lsc_percent) for series in data.series if series.lsc_percent for sign in (1, -1)]
    low, high = min([*values, -2.0]), max([*values, 2.0])
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100, 1000) if (high - low) / size <= 6 or size == 1000)
    return math.floor(low / step) * step, math.ceil(high / step) * step, float(step)


def _tick(value: float) -> str:
    whole = round(value)
    return "0" if whole == 0 else f"+{whole}" if whole > 0 else f"−{abs(whole)}"


def _bands(sketch: Sketch, data: TrendChart, right: float, place_of: Place, measure: Measure) -> None:
    """Changes below the least significant one of every site are grey; a site with a larger one has lines of its own."""
    limits = [series.lsc_percent for series in data.series if series.lsc_percent is not None]
    if not limits:
        return
    least = min(limits)
    top, low = place_of(least), place_of(-least)
    sketch.box(LEFT, low, right - LEFT, top - low, fill=(0.9, 0.91, 0.92))
    for place, series in enumerate(data.series):
        if series.lsc_percent is not None and series.lsc_percent > least:
            for limit in (series.lsc_percent, -series.lsc_percent):
                y = place_of(limit)
                sketch.add(Stroke(((LEFT, y), (right, y)), COLOURS[place % len(COLOURS)], 0.5, (1.0, 2.0)))
    text = "grey: below the least significant change"
    if measure(text, SIZE - 0.8, False) < (right - LEFT) / 2 and place_of(0) - low > SIZE + 2:
        sketch.add(Label(right - 3, low + 2.2, text, SIZE - 0.8, align="right", colour=QUIET))


def _crosses(sketch: Sketch, data: TrendChart, place_x: Place, place_y: Place) -> None:
    """Printed changes that the values contradict."""
    for series in data.series:
        for point in series.points:
            if point.stated is None:
                continue
            x, y = place_x(point.months), place_y(point.stated)
            for sign in (1, -1):
                sketch.add(Stroke(((x - 3.4, y - sign * 3.4), (x + 3.4, y + sign * 3.4)), VERMILION, 1.2))
            sketch.add(Label(x + 6, y - 2.4, f"stated {signed(point.stated)} %", SIZE, colour=VERMILION_TEXT))
