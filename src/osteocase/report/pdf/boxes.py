"""Boxes: pieces of a page that know their height, can be split where that makes sense, and draw themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from osteocase.report.palette import Colour
from osteocase.report.pdf.look import Style
from osteocase.report.pdf.pen import Pen
from osteocase.report.pdf.structure import Node
from osteocase.report.pdf.typeset import Line

__all__ = ["Box", "FramedBox", "ItemBox", "SideBySide", "Stack", "TextBox", "least_height"]


class Box(Protocol):
    """One piece of a page; ``top`` is the height on the page at which it begins."""

    before: float
    """Space wanted above, in points; left out at the top of a page."""
    after: float
    """Space wanted below."""
    keep_with_next: bool
    """True where the box must not be the last on a page, as headings."""

    @property
    def height(self) -> float:
        """Height in points, without the space above and below."""

    @property
    def least(self) -> float:
        """Height of the least part that may stand on a page by itself."""

    def split(self, room: float) -> tuple[Box, Box] | None:
        """The box in two, the first no higher than ``room``; None where it cannot be."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""


class TextBox:
    """Set lines of one element."""

    def __init__(
        self,
        lines: Sequence[Line],
        style: Style,
        node: Node,
        *,
        before: float = 0.0,
        after: float = 0.0,
        keep_with_next: bool = False,
        anchor: str | None = None,
        x: float = 0.0,
        bookmark: tuple[str, int] | None = None,
        wants: float = 0.0,
    ) -> None:
        self.lines = list(lines)
        self.style = style
        self.node = node
        self.before = before
        self.after = after
        self.keep_with_next = keep_with_next
        self.anchor = anchor
        self.x = x
        self.bookmark = bookmark
        self.wants = wants
        """Height that the heading and what it begins want on its page; with less room both go to the next."""

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Height of the least part."""
        return min(len(self.lines), 2 if len(self.lines) != 3 else 3) * self.style.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Neither part gets a single line."""
        fit = min(int((room + 0.01) / self.style.leading), len(self.lines) - 2)
        if fit < 2:
            return None
        head = TextBox(self.lines[:fit], self.style, self.node, before=self.before, anchor=self.anchor, x=self.x)
        rest = TextBox(
            self.lines[fit:], self.style, self.node, after=self.after, x=self.x, keep_with_next=self.keep_with_next
        )
        return head, rest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        pen.anchor(self.anchor, top)
        if self.bookmark is not None:
            pen.bookmark(*self.bookmark, top)
        if not self.lines:
            return
        first = top - 0.5 * (self.style.leading - self.style.size) - 0.79 * self.style.size
        pen.lines(self.lines, x + self.x, first, self.style.leading, self.node)


class ItemBox:
    """A label and its text: an item of a list, or a term with what is told of it."""

    def __init__(self, label: TextBox, body: TextBox, *, before: float = 0.0, after: float = 0.0) -> None:
        self.label = label
        self.body = body
        self.before = before
        self.after = after
        self.keep_with_next = False

    @property
    def height(self) -> float:
        """Height in points."""
        return max(self.label.height, self.body.height)

    @property
    def least(self) -> float:
        """Height of the least part."""
        return max(self.label.height, self.body.least)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Two parts, or None; see ``Box``."""
        parts = self.body.split(room) if room >= self.label.height else None
        if parts is None:
            return None
        head, rest = parts
        assert isinstance(head, TextBox)
        return ItemBox(self.label, head, before=self.before), rest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        self.label.draw(pen, x, top)
        self.body.draw(pen, x, top)


class Stack:
    """Boxes below each other."""

    def __init__(self, boxes: Sequence[Box], *, before: float = 0.0, after: float = 0.0) -> None:
        self.boxes = list(boxes)
        self.before = before
        self.after = after
        self.keep_with_next = False

    @property
    def height(self) -> float:
        """Height in points."""
        return _stacked(self.boxes)

    @property
    def least(self) -> float:
        """Height of the least part."""
        return least_height(self.boxes)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Two parts, or None; see ``Box``."""
        head, rest = split_boxes(self.boxes, room)
        if not head or not rest:
            return None
        return Stack(head, before=self.before), Stack(rest, after=self.after)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        y = top
        for place, box in enumerate(self.boxes):
            if place:
                y -= max(self.boxes[place - 1].after, box.before)
            box.draw(pen, x, y)
            y -= box.height


def _stacked(boxes: Sequence[Box]) -> float:
    gaps = sum(max(above.after, below.before) for above, below in pairwise(boxes))
    return sum(box.height for box in boxes) + gaps


def least_height(boxes: Sequence[Box]) -> float:
    """Height of the first boxes that must stay together with the least part of the next."""
    height = 0.0
    for place, box in enumerate(boxes):
        if place:
            height += max(boxes[place - 1].after, box.before)
        if not box.keep_with_next:
            return height + box.least
        height += box.height
    return height


def split_boxes(boxes: Sequence[Box], room: float) -> tuple[list[Box], list[Box]]:
    """The boxes that fit into the room, the last perhaps in part, and the rest; nothing is torn from its heading."""
    used = 0.0
    for place, box in enumerate(boxes):
        gap = max(boxes[place - 1].after, box.before) if place else 0.0
        if used + gap + box.height <= room + 0.01:
            used += gap + box.height
            continue
        head, rest = list(boxes[:place]), list(boxes[place:])
        parts = box.split(room - used - gap) if room - used - gap >= box.least - 0.01 else None
        begun = _begun_too_low(boxes[: place + 1], room)
        if begun:
            return list(boxes[:begun]), list(boxes[begun:])
        if parts is not None:
            return [*head, parts[0]], [parts[1], *rest[1:]]
        while head and head[-1].keep_with_next:
            rest.insert(0, head.pop())
        return head, rest
    return list(boxes), []


def _begun_too_low(boxes: Sequence[Box], room: float) -> int:
    """Place of the last heading that has less room below than it wants; 0 where there is none.

    ``boxes`` ends with the box that does not fit any more.
    """
    top = 0.0
    tops = []
    for place, box in enumerate(boxes):
        top += max(boxes[place - 1].after, box.before) if place else 0.0
        tops.append(top)
        top += box.height
    for place in range(len(boxes) - 2, 0, -1):
        box = boxes[place]
        if isinstance(box, TextBox) and box.wants:
            return place if room - tops[place] < box.wants else 0
    return 0


class FramedBox:
    """Boxes on a tinted ground with a bar of colour at their left."""

    PAD = 8.0
    WHOLE = 180.0
    """A box no higher than this is not torn between two pages, points."""

    def __init__(
        self,
        inner: Stack,
        width: float,
        ground: Colour,
        bar: Colour,
        *,
        before: float = 8.0,
        after: float = 8.0,
        anchor: str | None = None,
    ) -> None:
        self.inner = inner
        self.width = width
        self.ground = ground
        self.bar = bar
        self.before = before
        self.after = after
        self.anchor = anchor
        self.keep_with_next = False

    @property
    def height(self) -> float:
        """Height in points."""
        return self.inner.height + 2 * self.PAD - 2

    @property
    def least(self) -> float:
        """A low box whole, else its least part."""
        return self.height if self.height <= self.WHOLE else self.inner.least + 2 * self.PAD - 2

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Two parts, or None; see ``Box``."""
        parts = self.inner.split(room - 2 * self.PAD + 2)
        if parts is None:
            return None
        head, rest = parts
        assert isinstance(head, Stack)
        assert isinstance(rest, Stack)
        ground, bar = self.ground, self.bar
        return (
            FramedBox(head, self.width, ground, bar, before=self.before, anchor=self.anchor),
            FramedBox(rest, self.width, ground, bar, after=self.after),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        pen.anchor(self.anchor, top)
        height = self.height
        pen.begin_artifact()
        pen.area(x, top - height, self.width, height, self.ground)
        pen.area(x, top - height, 2.6, height, self.bar)
        pen.end()
        self.inner.draw(pen, x + self.PAD + 2.6, top - self.PAD + 1)


class SideBySide:
    """Two stacks beside each other; they are split only where the left one is through."""

    def __init__(self, left: Stack, right: Stack, right_x: float, *, before: float = 6.0, after: float = 6.0) -> None:
        self.left = left
        self.right = right
        self.right_x = right_x
        self.before = before
        self.after = after
        self.keep_with_next = False

    @property
    def height(self) -> float:
        """Height in points."""
        return max(self.left.height, self.right.height)

    @property
    def least(self) -> float:
        """Height of the least part."""
        return max(self.left.height, self.right.least)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Two parts, or None; see ``Box``."""
        if self.left.height > room:
            return None
        parts = self.right.split(room)
        if parts is None:
            return None
        head, rest = parts
        assert isinstance(head, Stack)
        assert isinstance(rest, Stack)
        empty = Stack([])
        return (
            SideBySide(self.left, head, self.right_x, before=self.before),
            SideBySide(empty, rest, self.right_x, after=self.after),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        self.left.draw(pen, x, top)
        self.right.draw(pen, x + self.right_x, top)
