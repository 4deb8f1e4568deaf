"""The timeline: one lane for each kind of thing, all on one axis of months."""

from __future__ import annotations

from dataclasses import dataclass

from osteocase.report.figuredata import LaneBar, LaneMark, Timeline, TimelineLane
from osteocase.report.figures.labels import Measure, Slots, wrap
from osteocase.report.numbers import month_tick
from osteocase.report.palette import BLUE, GREEN, INK, PAPER, QUIET, RULE, SKY, VERMILION, Colour, mix
from osteocase.report.sketch import Area, Circle, Label, Shape, Sketch, Stroke

__all__ = ["draw_timeline"]

NAME_WIDTH = 78.0
RIGHT = 10.0
SIZE = 6.6
SLOT = 9.2
"""Height of one line of labels, points."""
PAD = 3.2
STEP_HEIGHT = 26.0
LONGEST_LABEL = 170.0
AXIS = 24.0
TOP = 12.0


@dataclass(frozen=True, slots=True)
class _Scale:
    first: float
    last: float
    left: float
    right: float

    def x(self, months: object) -> float:
        return self.left + (float(str(months)) - self.first) / (self.last - self.first) * (self.right - self.left)


def draw_timeline(data: Timeline, width: float, measure: Measure) -> Sketch:
    """The sketch; its height follows from the labels, which wrap and take further rows where they would collide."""
    scale = _scale(data, width)
    lanes = [
        _Lane(lane, scale, measure, mix(SKY, 0.07) if place % 2 else PAPER) for place, lane in enumerate(data.lanes)
    ]
    height = TOP + sum(lane.height for lane in lanes) + AXIS
    sketch = Sketch(width, height)
    _axis(sketch, data, scale, height, measure)
    y = height - TOP
    for lane in lanes:
        if lane.ground != PAPER:
            sketch.box(0, y - lane.height, width, lane.height, fill=lane.ground)
        y -= lane.height
    _milestones(sketch, data, scale, height, measure)
    y = height - TOP
    for lane in lanes:
        lane.draw(sketch, y)
        y -= lane.height
    sketch.add(Stroke(((scale.left - 6, AXIS), (width, AXIS)), QUIET, 0.6))
    return sketch


def _scale(data: Timeline, width: float) -> _Scale:
    months = [float(tick) for tick in data.ticks]
    for lane in data.lanes:
        months += [float(mark.months) for mark in lane.marks] + [float(step.months) for step in lane.steps]
        months += [float(end) for bar in lane.bars for end in (bar.start, bar.end)]
    months += [float(when) for when, _label in data.milestones]
    first, last = min(months, default=0.0), max(months, default=1.0)
    if last - first < 1:
        last = first + 1
    return _Scale(first, last, NAME_WIDTH + 8, width - RIGHT)


def _axis(sketch: Sketch, data: Timeline, scale: _Scale, height: float, measure: Measure) -> None:
    edge = -1e9
    for tick in sorted(data.ticks):
        x = scale.x(tick)
        sketch.add(Stroke(((x, AXIS), (x, height - TOP)), RULE, 0.35))
        text = month_tick(tick)
        half = measure(text, SIZE, False) / 2
        if x - half > edge + 2:
            sketch.add(Label(x, AXIS - 9, text, SIZE, align="middle"))
            edge = x + half
    sketch.add(Label((scale.left + scale.right) / 2, AXIS - 19, data.axis_label, SIZE, align="middle", colour=QUIET))


def _milestones(sketch: Sketch, data: Timeline, scale: _Scale, height: float, measure: Measure) -> None:
    slots = Slots()
    for months, label in sorted(data.milestones):
        x = scale.x(months)
        wide = measure(label, SIZE, True)
        left = min(max(x - wide / 2, 0.0), scale.right + RIGHT - wide)
        if slots.place(left - 3, left + wide + 3) == 0:
            sketch.add(Label(left, height - 8, label, SIZE, bold=True, colour=GREEN))
        sketch.add(Stroke(((x, AXIS), (x, height - TOP)), GREEN, 0.8, (3.0, 1.5)))


class _Lane:
    """One lane laid out: what stands where, and how high it is."""

    def __init__(self, lane: TimelineLane, scale: _Scale, measure: Measure, ground: Colour) -> None:
        self.ground = ground
        self.lane = lane
        self.scale = scale
        self.measure = measure
        self.name = wrap(lane.name, NAME_WIDTH - 4, SIZE + 0.4, measure, bold=True, most=3)
        self.slots = Slots()
        self.bars = [(bar, *self._place_bar(bar)) for bar in sorted(lane.bars, key=lambda bar: (bar.start, bar.label))]
        self.marks = [
            (mark, *self._place_mark(mark)) for mark in sorted(lane.marks, key=lambda mark: (mark.months, mark.label))
        ]
        rows = max(self.slots.count * SLOT, STEP_HEIGHT if lane.steps else 0.0)
        self.height = max(rows, len(self.name) * SLOT) + 2 * PAD

    def _place_bar(self, bar: LaneBar) -> tuple[list[str], float, int, int]:
        """Lines of the label, its left edge, its first row and the bar's; it stands inside, else beside, else below."""
        begin, end = self.scale.x(bar.start), self.scale.x(bar.end)
        wide = self.measure(bar.label, SIZE, False)
        if wide + 6 <= end - begin:
            row = self.slots.place(begin, max(end, begin + 2))
            return [bar.label], begin + 3, row, row
        lines = wrap(bar.label, LONGEST_LABEL, SIZE, self.measure)
        widest = max(self.measure(line, SIZE, False) for line in lines)
        if end + 4 + widest <= self.scale.right + RIGHT:
            row = self.slots.place(begin, end + 6 + widest, len(lines))
            return lines, end + 4, row, row
        if begin - 4 - widest >= NAME_WIDTH:
            row = self.slots.place(begin - 6 - widest, end, len(lines))
            return lines, begin - 4 - widest, row, row
        row = self.slots.place(begin, max(end, begin + 3 + widest), len(lines) + 1)
        return lines, min(begin, self.scale.right + RIGHT - widest), row + 1, row

    def _place_mark(self, mark: LaneMark) -> tuple[list[str], float, int]:
        x = self.scale.x(mark.months)
        if not mark.label:
            return [], x, self.slots.place(x - 4, x + 4)
        lines = wrap(mark.label, LONGEST_LABEL, SIZE, self.measure)
        widest = max(self.measure(line, SIZE, False) for line in lines)
        if x + 6 + widest <= self.scale.right + RIGHT:
            return lines, x + 6, self.slots.place(x - 4, x + 9 + widest, len(lines))
        left = max(x - 6 - widest, NAME_WIDTH)
        return lines, left, self.slots.place(left - 3, x + 4, len(lines))

    def draw(self, sketch: Sketch, top: float) -> None:
        middle = top - self.height / 2
        for place, line in enumerate(self.name):
            y = middle + (len(self.name) / 2 - place) * SLOT - SLOT + 2.4
            sketch.add(Label(2, y, line, SIZE + 0.4, bold=True))
        sketch.add(Stroke(((0, top - self.height), (sketch.width, top - self.height)), RULE, 0.35))
        used = self.slots.count * SLOT
        base = top - (self.height - used) / 2
        for bar, lines, x, row, bar_row in self.bars:
            self._bar(sketch, bar, base - bar_row * SLOT)
            inside = row == bar_row and x < self.scale.x(bar.end) and x > self.scale.x(bar.start)
            self._lines(sketch, lines, x, base - row * SLOT - SLOT / 2, clear=not inside)
        for mark, lines, x, row in self.marks:
            y = base - row * SLOT - SLOT / 2
            self._lines(sketch, lines, x, y, clear=True)
            sketch.add(*_symbol(mark, self.scale.x(mark.months), y))
        self._steps(sketch, top)

    def _lines(self, sketch: Sketch, lines: list[str], x: float, middle: float, *, clear: bool) -> None:
        """Words at a mark; on a ground of their own where lines of the axis would run through them."""
        for place, line in enumerate(lines):
            y = middle - place * SLOT - 2.4
            if clear and line:
                wide = self.measure(line, SIZE, False)
                sketch.box(x - 1, y - 1.2, wide + 2, SLOT - 1.6, fill=self.ground)
            sketch.add(Label(x, y, line, SIZE, colour=INK))

    def _bar(self, sketch: Sketch, bar: LaneBar, top: float) -> None:
        begin, end = self.scale.x(bar.start), self.scale.x(bar.end)
        low, high = top - SLOT + 0.8, top - 0.8
        wide = max(end - begin, 2.0)
        if bar.open:
            sketch.box(begin, low, wide, high - low, fill=PAPER, edge=QUIET, line=0.6, dash=(2.0, 1.6))
        elif bar.fading:
            edge = ((begin, low), (begin + wide - 4, low), (begin + wide, (low + high) / 2), (begin + wide - 4, high))
            sketch.add(Area((*edge, (begin, high)), fill=mix(SKY, 0.5), edge=BLUE, width=0.5))
        else:
            sketch.box(begin, low, wide, high - low, fill=mix(SKY, 0.62), edge=BLUE)

    def _steps(self, sketch: Sketch, top: float) -> None:
        steps = sorted(self.lane.steps, key=lambda step: step.months)
        if not steps:
            return
        low, high = float(self.lane.low), float(self.lane.high)
        floor, room = top - self.height + PAD + 1, STEP_HEIGHT - 10

        def y_of(value: object) -> float:
            return floor + (float(str(value)) - low) / ((high - low) or 1.0) * room

        points: list[tuple[float, float]] = []
        for step in steps:
            x, y = self.scale.x(step.months), y_of(step.value)
            if points:
                points.append((x, points[-1][1]))
            points.append((x, y))
        if len(points) > 1:
            sketch.add(Stroke(tuple(points), VERMILION, 1.1))
        for step in steps:
            x, y = self.scale.x(step.months), y_of(step.value)
            sketch.add(Circle(x, y, 1.9, VERMILION, PAPER, 0.4))
            wide = self.measure(step.label, SIZE, True)
            sketch.add(Label(min(x + 3.4, sketch.width - wide), y + 2.6, step.label, SIZE, bold=True))


def _symbol(mark: LaneMark, x: float, y: float) -> tuple[Shape, ...]:
    """Shape tells the kind of mark, filling its weight; colour repeats both."""
    ink: Colour = BLUE
    fill = ink if mark.filled else PAPER
    match mark.shape:
        case "square":
            return (
                Area(((x - 2.6, y - 2.6), (x + 2.6, y - 2.6), (x + 2.6, y + 2.6), (x - 2.6, y + 2.6)), fill, ink, 0.7),
            )
        case "diamond":
            return (Area(((x, y - 3.4), (x + 3.4, y), (x, y + 3.4), (x - 3.4, y)), fill, ink, 0.7),)
        case "triangle":
            red = VERMILION
            return (
                Area(((x - 3.2, y - 2.6), (x + 3.2, y - 2.6), (x, y + 3.2)), red if mark.filled else PAPER, red, 0.7),
            )
        case _:
            return (Circle(x, y, 2.8, fill, ink, 0.7),)
