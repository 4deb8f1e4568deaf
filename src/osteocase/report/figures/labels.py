"""Labels that never collide: wrapped to a width, and put in the first free slot of a lane."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Measure", "Slots", "spread", "wrap"]

Measure = Callable[[str, float, bool], float]
"""Width in points of a text of that size, bold or not."""


def wrap(text: str, width: float, size: float, measure: Measure, *, bold: bool = False, most: int = 4) -> list[str]:
    """The text in lines no wider than ``width``; what ``most`` lines cannot hold ends with an ellipsis."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        longer = f"{current} {word}" if current else word
        if current and measure(longer, size, bold) > width:
            lines.append(current)
            current = word
        else:
            current = longer
    lines.append(current)
    lines = [_cut(line, width, size, measure, bold=bold) for line in lines]
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1] + " …", width, size, measure, bold=bold)]
        if not lines[-1].endswith("…"):
            lines[-1] += "…"
    return lines


def _cut(line: str, width: float, size: float, measure: Measure, *, bold: bool) -> str:
    if measure(line, size, bold) <= width:
        return line
    while len(line) > 1 and measure(line + "…", size, bold) > width:
        line = line[:-1]
    return line.rstrip() + "…"


class Slots:
    """Rows of a lane; a thing takes the first rows in which nothing stands in its way."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []

    def place(self, left: float, right: float, rows: int = 1) -> int:
        """Take ``rows`` rows from ``left`` to ``right``; the number of the first of them."""
        first = 0
        while not all(self._free(first + row, left, right) for row in range(rows)):
            first += 1
        for row in range(rows):
            while len(self._taken) <= first + row:
                self._taken.append([])
            self._taken[first + row].append((left, right))
        return first

    def _free(self, row: int, left: float, right: float) -> bool:
        return row >= len(self._taken) or all(right <= begin or left >= end for begin, end in self._taken[row])

    @property
    def count(self) -> int:
        """Rows in use."""
        return len(self._taken)


def spread(places: list[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved apart until neighbours are ``gap`` away from each other: same order, within the bounds."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = [places[index] for index in order]
    for index in range(1, len(moved)):
        moved[index] = max(moved[index], moved[index - 1] + gap)
    if moved and moved[-1] > high:
        moved[-1] = high
        for index in range(len(moved) - 2, -1, -1):
            moved[index] = min(moved[index], moved[index + 1] - gap)
    result = [0.0] * len(places)
    for index, place in zip(order, moved, strict=True):
        result[index] = max(place, low)
    return result
