"""A small line plot in braille dots: values of one site over months, with its ends labelled."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from rich.text import Text

from osteocase.review.wording import months_text

__all__ = ["draw_trend"]

_ROWS = 5
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bit of each dot of a braille cell: four rows of two."""


def draw_trend(points: Sequence[tuple[Decimal, Decimal]], *, width: int, unit: str) -> Text:
    """Draw (month, value) points joined by lines; at least two different months are needed."""
    ordered = sorted(points)
    months = [float(month) for month, _value in ordered]
    values = [float(value) for _month, value in ordered]
    low, high = min(values), max(values)
    labels = [f"{max(value for _m, value in ordered)}", f"{min(value for _m, value in ordered)}"]
    margin = max(len(label) for label in labels) + 1
    columns = max(10, width - margin - 2)
    wide, tall = columns * 2 - 1, _ROWS * 4 - 1
    span, rise = months[-1] - months[0] or 1.0, high - low or 1.0
    dots = [
        (round((month - months[0]) / span * wide), round((high - value) / rise * tall) if high > low else tall // 2)
        for month, value in zip(months, values, strict=True)
    ]
    cells = [[0] * columns for _row in range(_ROWS)]
    for (x0, y0), (x1, y1) in pairwise(dots):
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        for step in range(steps + 1):
            _set(cells, round(x0 + (x1 - x0) * step / steps), round(y0 + (y1 - y0) * step / steps))
    text = Text(no_wrap=True)
    for row, line in enumerate(cells):
        label = labels[0] if row == 0 else labels[1] if row == _ROWS - 1 else ""
        text.append(f"{label:>{margin - 1}} ", style="dim")
        text.append("┤" if label else "│", style="dim")
        text.append("".join(chr(0x2800 + cell) if cell else " " for cell in line) + "\n", style="bold")
    first, last = months_text(ordered[0][0]), months_text(ordered[-1][0])
    text.append(" " * margin + "└" + "─" * columns + "\n", style="dim")
    text.append(" " * (margin + 1) + first + f"{last:>{columns - len(first)}}", style="dim")
    text.append(f"\n{' ' * (margin + 1)}{unit}", style="dim")
    return text


def _set(cells: list[list[int]], x: int, y: int) -> None:
    cells[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
