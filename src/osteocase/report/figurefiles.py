"""The figures as files of their own, as journals ask for them: SVG for print, PNG for everything else."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

from osteocase.report.document import Block, Columns, Document, Figure, Notice, Picture
from osteocase.report.figures.draw import draw_figure
from osteocase.report.palette import Colour
from osteocase.report.pdf.fonts import FACES, VENDORED, font_book, printable
from osteocase.report.sketch import Area, Circle, Curve, Label, Shape, Sketch, Stroke

__all__ = ["figures_of", "png_of", "render_figures", "sketch_of", "svg_of"]

FIGURE_WIDTH = 487.0
"""Width of a figure over the whole text, points."""
DOTS = 300
"""Pixels to the inch of PNG files."""
_FINE = 2
"""Each pixel is the mean of this many squared."""


def render_figures(document: Document, *, kind: Literal["svg", "png"] = "svg") -> dict[str, bytes]:
    """All figures of the document by file name; the author's pictures come as they stand in the report."""
    files: dict[str, bytes] = {}
    for figure in figures_of(document):
        stem = f"figure-{figure.number or len(files) + 1}-{re.sub(r'[^a-z0-9]+', '-', figure.name.lower()).strip('-')}"
        if isinstance(figure, Picture):
            files[f"{stem}.{'png' if figure.media_type == 'image/png' else 'jpg'}"] = figure.content
            continue
        sketch = sketch_of(figure)
        files[f"{stem}.{kind}"] = svg_of(sketch, figure).encode() if kind == "svg" else png_of(sketch)
    return files


def figures_of(document: Document) -> Iterator[Figure | Picture]:
    """Figures and pictures in reading order."""

    def walk(block: Block) -> Iterator[Figure | Picture]:
        match block:
            case Figure() | Picture():
                yield block
            case Notice(blocks=blocks):
                for inner in blocks:
                    yield from walk(inner)
            case Columns(left=left, right=right):
                for inner in (*left, *right):
                    yield from walk(inner)

    for part in document.parts:
        for block in part.blocks:
            yield from walk(block)


def sketch_of(figure: Figure, width: float | None = None) -> Sketch:
    """The figure drawn; figures that stand beside text get a part of the width."""
    natural = {"spine": 150.0, "turnover": 240.0}.get(figure.name, FIGURE_WIDTH)
    book = font_book()

    def measure(text: str, size: float, bold: bool) -> float:
        return book.width(printable(text), size, bold=bold)

    return draw_figure(figure.data, width or natural, measure)


# SVG ------------------------------------------------------------------------------------------------------------------
def svg_of(sketch: Sketch, figure: Figure) -> str:
    """The sketch as SVG 1.1 with its text alternative as title and description."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sketch.width:.2f}pt" height="{sketch.height:.2f}pt" '
        f'viewBox="0 0 {sketch.width:.2f} {sketch.height:.2f}" role="img" '
        'font-family="DejaVu Sans Condensed, DejaVu Sans, Arial Narrow, sans-serif">',
        f"<title>{_xml(figure.caption)}</title>",
        f"<desc>{_xml(figure.alternative)}</desc>",
        "<defs>"
        '<pattern id="hatched" width="3.2" height="3.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="0.9" height="3.2" fill="#fff"/></pattern>'
        '<pattern id="dotted" width="2.4" height="2.4" patternUnits="userSpaceOnUse">'
        '<rect width="0.9" height="0.9" fill="#fff"/></pattern></defs>',
    ]
    for shape in sketch.shapes:
        lines += _svg_shape(shape, sketch.height)
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


def _xml(text: str) -> str:
    return escape(printable(text), {'"': "&quot;"})


def _hex(colour: Colour | None) -> str:
    return "none" if colour is None else "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _pen(shape: Area | Circle | Curve) -> str:
    dash = (
        f' stroke-dasharray="{" ".join(f"{part:g}" for part in shape.dash)}"'
        if isinstance(shape, Area) and shape.dash
        else ""
    )
    edge = f' stroke="{_hex(shape.edge)}" stroke-width="{shape.width:g}"{dash}' if shape.edge is not None else ""
    return f'fill="{_hex(shape.fill)}"{edge}'


def _svg_shape(shape: Shape, height: float) -> list[str]:
    def at(x: float, y: float) -> str:
        return f"{x:.2f},{height - y:.2f}"

    match shape:
        case Stroke():
            dash = f' stroke-dasharray="{" ".join(f"{part:g}" for part in shape.dash)}"' if shape.dash else ""
            points = " ".join(at(x, y) for x, y in shape.points)
            ink = f'stroke="{_hex(shape.colour)}" stroke-width="{shape.width:g}"{dash}'
            return [f'<polyline points="{points}" fill="none" {ink}/>']
        case Area():
            points = " ".join(at(x, y) for x, y in shape.points)
            drawn = [f'<polygon points="{points}" {_pen(shape)}/>']
            if shape.pattern != "solid":
                drawn.append(f'<polygon points="{points}" fill="url(#{shape.pattern})"/>')
            return drawn
        case Circle():
            return [f'<circle cx="{shape.x:.2f}" cy="{height - shape.y:.2f}" r="{shape.radius:g}" {_pen(shape)}/>']
        case Curve():
            path = f"M{at(*shape.start)}" + "".join("C" + " ".join(at(x, y) for x, y in part) for part in shape.parts)
            drawn = [f'<path d="{path}Z" {_pen(shape)}/>']
            if shape.pattern != "solid":
                drawn.append(f'<path d="{path}Z" fill="url(#{shape.pattern})"/>')
            return drawn
        case Label():
            anchor = {"left": "start", "middle": "middle", "right": "end"}[shape.align]
            weight = ' font-weight="bold"' if shape.bold else ""
            return [
                f'<text x="{shape.x:.2f}" y="{height - shape.y:.2f}" font-size="{shape.size:g}" text-anchor="{anchor}"'
                f'{weight} fill="{_hex(shape.colour)}">{_xml(shape.text)}</text>'
            ]


# PNG ------------------------------------------------------------------------------------------------------------------
def png_of(sketch: Sketch, dots: int = DOTS) -> bytes:
    """The sketch as PNG on white."""
    scale = dots / 72 * _FINE
    size = (round(sketch.width * scale), round(sketch.height * scale))
    image = Image.new("RGB", size, "white")
    painter = _Painter(image, scale, sketch.height)
    for shape in sketch.shapes:
        painter.paint(shape)
    small = image.resize((size[0] // _FINE, size[1] // _FINE), Image.Resampling.BOX)
    out = io.BytesIO()
    small.save(out, "PNG", dpi=(dots, dots))
    return out.getvalue()


class _Painter:
    def __init__(self, image: Image.Image, scale: float, height: float) -> None:
        self.image = image
        self.draw = ImageDraw.Draw(image)
        self.scale = scale
        self.height = height
        self.fonts: dict[tuple[bool, float], ImageFont.FreeTypeFont] = {}

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self.scale, (self.height - point[1]) * self.scale

    def paint(self, shape: Shape) -> None:
        match shape:
            case Stroke():
                self._line([self._at(point) for point in shape.points], shape.colour, shape.width, shape.dash)
            case Area():
                self._area([self._at(point) for point in shape.points], shape)
            case Circle():
                x, y = self._at((shape.x, shape.y))
                r = shape.radius * self.scale
                edge = max(1, round(shape.width * self.scale))
                self.draw.ellipse(
                    (x - r, y - r, x + r, y + r), _rgb(shape.fill), _rgb(shape.edge), edge if shape.edge else 0
                )
            case Curve():
                points = [shape.start]
                for first, second, end in shape.parts:
                    start = points[-1]
                    points += [_bezier(start, first, second, end, step / 16) for step in range(1, 17)]
                area = Area(tuple(points), shape.fill, shape.edge, shape.width, (), shape.pattern)
                self._area([self._at(point) for point in points], area)
            case Label():
                self._label(shape)

    def _line(self, points: list[tuple[float, float]], colour: Colour, width: float, dash: tuple[float, ...]) -> None:
        wide = max(1, round(width * self.scale))
        if not dash:
            self.draw.line(points, _rgb(colour), wide, joint="curve")
            return
        for begin, end in _dashes(points, [part * self.scale for part in dash]):
            self.draw.line((begin, end), _rgb(colour), wide)

    def _area(self, points: list[tuple[float, float]], shape: Area) -> None:
        if shape.fill is not None:
            self.draw.polygon(points, _rgb(shape.fill))
        if shape.pattern != "solid":
            self._pattern(points, shape.pattern)
        if shape.edge is not None:
            self._line([*points, points[0]], shape.edge, shape.width, shape.dash)

    def _pattern(self, points: list[tuple[float, float]], pattern: str) -> None:
        mask = Image.new("1", self.image.size)
        ImageDraw.Draw(mask).polygon(points, 1)
        lines = Image.new("1", self.image.size)
        pen = ImageDraw.Draw(lines)
        left, right = min(x for x, _y in points), max(x for x, _y in points)
        top, low = min(y for _x, y in points), max(y for _x, y in points)
        wide = max(1, round(0.9 * self.scale))
        if pattern == "hatched":
            place = left - (low - top)
            while place < right:
                pen.line(((place, low), (place + low - top, top)), 1, wide)
                place += 3.2 * self.scale
        else:
            step = 2.4 * self.scale
            rows = int((low - top) / step) + 1
            for row in range(rows):
                for column in range(int((right - left) / step) + 1):
                    x, y = left + column * step, top + row * step + step / 2
                    pen.rectangle((x, y, x + wide, y + wide), fill=1)
        both = Image.new("1", self.image.size)
        both.paste(lines, mask=mask)
        self.image.paste((255, 255, 255), mask=both)

    def _label(self, shape: Label) -> None:
        key = (shape.bold, shape.size)
        font = self.fonts.get(key)
        if font is None:
            path = str(VENDORED / FACES["bold" if shape.bold else "regular"])
            font = self.fonts[key] = ImageFont.truetype(path, round(shape.size * self.scale))
        anchor = {"left": "ls", "middle": "ms", "right": "rs"}[shape.align]
        self.draw.text(self._at((shape.x, shape.y)), printable(shape.text), _rgb(shape.colour), font, anchor)


def _rgb(colour: Colour | None) -> tuple[int, int, int] | None:
    if colour is None:
        return None
    red, green, blue = (round(part * 255) for part in colour)
    return red, green, blue


def _bezier(
    start: tuple[float, float], first: tuple[float, float], second: tuple[float, float], end: tuple[float, float],
    share: float,
) -> tuple[float, float]:  # fmt: skip
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    points = (start, first, second, end)
    return (
        sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
    )


def _dashes(
    points: list[tuple[float, float]], dash: list[float]
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The drawn stretches of a dashed line."""
    pattern = dash if len(dash) % 2 == 0 else dash * 2
    index, left, drawing = 0, pattern[0], True
    for (x1, y1), (x2, y2) in pairwise(points):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        done = 0.0
        while length - done > 1e-6:
            part = min(left, length - done)
            if drawing:
                begin, end = done / length, (done + part) / length
                yield (
                    (x1 + (x2 - x1) * begin, y1 + (y2 - y1) * begin),
                    (x1 + (x2 - x1) * end, y1 + (y2 - y1) * end),
                )
            done += part
            left -= part
            if left <= 1e-6:
                index = (index + 1) % len(pattern)
                left, drawing = pattern[index], not drawing
