"""The spine map: a lateral view from T1 to the sacrum; a fracture is told by colour, pattern, shape and word."""

from __future__ import annotations

import math

from osteocase.report.figuredata import SpineLevel, SpineMap
from osteocase.report.figures.labels import Measure, spread, wrap
from osteocase.report.palette import BLUE, INK, ORANGE, PAPER, QUIET, RULE, VERMILION, Colour
from osteocase.report.sketch import Area, Curve, Label, Pattern, Sketch, Stroke

__all__ = ["LEVELS", "draw_spine"]

LEVELS = (*(f"T{place}" for place in range(1, 13)), *(f"L{place}" for place in range(1, 6)))
CERVICAL = tuple(f"C{place}" for place in range(3, 8))
SIZE = 6.8
GAP = 2.4
HEALTHY: Colour = (0.93, 0.95, 0.965)
_INK_OF: dict[str | None, tuple[Colour, Pattern]] = {
    "acute": (VERMILION, "solid"),
    "subacute": (ORANGE, "hatched"),
    "chronic": ((0.55, 0.58, 0.62), "dotted"),
    None: ((0.34, 0.71, 0.91), "solid"),
}


def draw_spine(data: SpineMap, width: float, measure: Measure) -> Sketch:
    """The sketch; the front of the body is at its left, as on a lateral radiograph."""
    told = {level.level: level for level in data.levels}
    shown = (*CERVICAL, *LEVELS) if any(name.startswith("C") for name in told) else LEVELS
    heights = [7.6 + 0.30 * place for place in range(len(shown))]
    height = sum(heights) + GAP * len(shown) + 40.0 + 14.0
    sketch = Sketch(width, height)
    sketch.add(Label(34, height - 7, "front", SIZE - 1, align="middle", colour=QUIET))
    sketch.add(Label(66, height - 7, "back", SIZE - 1, align="middle", colour=QUIET))
    y = height - 13.0
    words: list[tuple[float, SpineLevel, float]] = []
    spans: dict[str, tuple[float, float]] = {}
    for place, name in enumerate(shown):
        tall = heights[place]
        wide = 17.0 + 0.75 * place
        centre = 48.0 + 5.5 * math.sin((place + 1) / len(shown) * 2 * math.pi)
        level = told.get(name)
        _vertebra(sketch, centre, y, wide, tall, level)
        sketch.add(Label(14, y - tall / 2 - 2.4, name, SIZE, bold=level is not None, align="right"))
        spans[name] = (y, y - tall)
        if level is not None:
            words.append((y - tall / 2, level, centre + wide / 2))
        y -= tall + GAP
    sacral = next((level for name, level in told.items() if name.startswith("S")), None)
    _sacrum(sketch, 49.0, y, sacral)
    sketch.add(Label(14, y - 12, "S", SIZE, bold=sacral is not None, align="right"))
    if sacral is not None:
        words.append((y - 12, sacral, 49.0 + 12))
    _measured(sketch, data, spans)
    _words(sketch, words, width, measure)
    return sketch


def _vertebra(sketch: Sketch, x: float, top: float, wide: float, tall: float, level: SpineLevel | None) -> None:
    left, right, low = x - wide / 2, x + wide / 2, top - tall
    if level is None:
        sketch.add(Area(((left, top), (right, top), (right, low), (left, low)), HEALTHY, RULE, 0.5))
        return
    fill, pattern = _INK_OF[level.acuity]
    edge, line = (INK, 1.3) if level.new else (INK, 0.6)
    paint: Colour | None = PAPER if level.possible else fill
    pattern = "solid" if level.possible else pattern
    match level.kind:
        case "biconcave":
            dent = tall * 0.28
            middle = (left + right) / 2
            sketch.add(
                Curve(
                    (left, top),
                    (
                        ((middle, top - dent), (middle, top - dent), (right, top)),
                        ((right, top), (right, low), (right, low)),
                        ((middle, low + dent), (middle, low + dent), (left, low)),
                        ((left, low), (left, top), (left, top)),
                    ),
                    paint, edge, line, pattern,
                )
            )  # fmt: skip
            return
        case "crush" | "burst":
            outline = ((left, top - tall * 0.3), (right, top - tall * 0.3), (right, low), (left, low))
        case "wedge" | "compression":
            outline = ((left, top - tall * 0.42), (right, top), (right, low), (left, low))
        case _:
            outline = ((left, top), (right, top), (right, low), (left, low))
    sketch.add(Area(outline, paint, edge, line, (1.6, 1.2) if level.possible else (), pattern))


def _sacrum(sketch: Sketch, x: float, top: float, level: SpineLevel | None) -> None:
    outline = ((x - 15, top), (x + 14, top), (x + 15, top - 9), (x + 9, top - 24), (x + 1, top - 34), (x - 1, top - 26))
    if level is None:
        sketch.add(Area(outline, HEALTHY, RULE, 0.5))
        return
    fill, pattern = _INK_OF[level.acuity]
    sketch.add(Area(outline, PAPER if level.possible else fill, INK, 1.3 if level.new else 0.6, (), pattern))


def _measured(sketch: Sketch, data: SpineMap, spans: dict[str, tuple[float, float]]) -> None:
    """A bracket at the front over the vertebrae that densitometry measured."""
    found = [spans[name] for name in data.measured if name in spans]
    if not found:
        return
    top, low = max(span[0] for span in found), min(span[1] for span in found)
    sketch.add(Stroke(((26, top), (23, top), (23, low), (26, low)), BLUE, 0.9))


def _words(sketch: Sketch, words: list[tuple[float, SpineLevel, float]], width: float, measure: Measure) -> None:
    """What is told of each level, at its right, moved apart where levels are neighbours."""
    left = 76.0
    blocks = [wrap(_told(level), width - left - 2, SIZE, measure, most=3) for _y, level, _x in words]
    gap = max((len(lines) for lines in blocks), default=1) * (SIZE + 1.6)
    places = spread([-y for y, _level, _x in words], gap, -sketch.height + 16, -8)
    for (y, _level, edge), lines, place in zip(words, blocks, places, strict=True):
        line_y = -place
        sketch.add(Stroke(((edge + 1, y), (left - 8, line_y), (left - 3, line_y)), QUIET, 0.4))
        for row, line in enumerate(lines):
            sketch.add(Label(left, line_y - 2.4 - row * (SIZE + 1.6), line, SIZE, bold=row == 0))


def _told(level: SpineLevel) -> str:
    words = [level.label]
    if level.possible:
        words.append("(possible)")
    if level.new:
        words.append("NEW")
    return " ".join(words)
