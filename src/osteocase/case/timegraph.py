"""Statements such as "the last dose was 12 months after the first" as a graph, solved from one point to all others.

Every event is a node, every statement about two of them an edge with a signed length in months. A node's position is
the length of the most exact path to it; a statement that disagrees with the positions so found is a contradiction.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.case.months import coarsest, spread
from osteocase.records import Precision, Source

__all__ = ["CALENDAR", "Contradiction", "Position", "Statement", "contradictions", "solve"]

CALENDAR = "calendar"
"""The node that dates count from: month 0 of year 0."""

_HOP = Decimal("0.001")
_ASSUMED = Decimal(50)


@dataclass(frozen=True)
class Statement:
    """``later`` lies ``months`` after ``earlier`` (before it when negative)."""

    earlier: str
    later: str
    months: Decimal
    precision: Precision
    records: tuple[str, ...] = ()
    """Ids of the records that say so."""
    source: Source | None = None
    assumed: bool = False
    """True for what no note says, such as the length of a pregnancy; used only where nothing stated leads there."""

    @property
    def order(self) -> tuple[str, str, Decimal, str, tuple[str, ...]]:
        """Sorting key that does not depend on the order of the notes."""
        return (self.earlier, self.later, self.months, self.precision, self.records)

    @property
    def cost(self) -> Decimal:
        """How much exactness a path loses here."""
        return spread(self.precision) + _HOP + (_ASSUMED if self.assumed else 0)


@dataclass(frozen=True)
class Position:
    """Where a node lies, in months from the root."""

    months: Decimal
    precision: Precision
    cost: Decimal
    assumed: bool = False


@dataclass(frozen=True)
class Contradiction:
    """A statement that does not fit the positions found from the others."""

    statement: Statement
    stated: Decimal
    found: Decimal


def solve(statements: Iterable[Statement], root: str) -> dict[str, Position]:
    """Positions of all nodes that the statements connect to ``root``, by the most exact path."""
    ordered = sorted(statements, key=lambda statement: statement.order)
    support: dict[tuple[str, str, Decimal], int] = defaultdict(int)
    for statement in ordered:
        support[statement.earlier, statement.later, statement.months] += 1
    edges: dict[str, list[tuple[str, Decimal, Statement, Decimal]]] = defaultdict(list)
    for statement in ordered:
        # Of two statements that differ, the one that more notes make comes first.
        weight = statement.cost + _HOP / support[statement.earlier, statement.later, statement.months]
        edges[statement.earlier].append((statement.later, statement.months, statement, weight))
        edges[statement.later].append((statement.earlier, -statement.months, statement, weight))
    found: dict[str, Position] = {}
    heap: list[tuple[Decimal, str, Decimal, Precision, bool]] = [(Decimal(0), root, Decimal(0), "day", False)]
    while heap:
        cost, node, months, precision, assumed = heapq.heappop(heap)
        if node in found:
            continue
        found[node] = Position(months, precision, cost, assumed)
        for other, length, statement, weight in edges[node]:
            if other not in found:
                through = coarsest(precision, statement.precision)
                heapq.heappush(heap, (cost + weight, other, months + length, through, assumed or statement.assumed))
    return found


def contradictions(statements: Sequence[Statement], root: str) -> tuple[Contradiction, ...]:
    """Stated lengths that the rest of the statements contradict beyond what their precision allows."""
    found = solve(statements, root)
    wrong: list[Contradiction] = []
    for statement in sorted(statements, key=lambda statement: statement.order):
        earlier, later = found.get(statement.earlier), found.get(statement.later)
        if statement.assumed or earlier is None or later is None or earlier.assumed or later.assumed:
            continue
        distance = later.months - earlier.months
        # A number of months told in words is rounded: one part in eight of it besides its own spread.
        allowed = spread(statement.precision) + (
            spread(coarsest(earlier.precision, later.precision)) + abs(statement.months) / 8
            if statement.precision != "day" or CALENDAR not in (statement.earlier, statement.later)
            else 0
        )
        if abs(distance - statement.months) > allowed:
            wrong.append(Contradiction(statement, statement.months, distance))
    return tuple(wrong)
