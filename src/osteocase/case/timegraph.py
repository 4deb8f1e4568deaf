"""Statements such as "the last dose was 12 months after the first" as a graph, solved from one point to all others.

Every event is a node, every statement about two of them an edge with a signed length in months. A node's position is
the length of the most exact path to it; a statement that disagrees with the positions so found is a contradiction.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from osteocase.case.months import coarsest, spread
from osteocase.records import Precision, Source

__all__ = ["CALENDAR", "Contradiction", "Position", "Statement", "contradictions", "solve", "solve_most"]

CALENDAR = "calendar"
"""The node that dates count from: month 0 of year 0."""

_HOP = Decimal("0.001")
_ASSUMED = Decimal(50)
_MOST_ASIDE = 5
"""Statements that may be set aside at most."""


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
    against: tuple[Statement, ...] = ()
    """Statements on the same two events that agree with what was found."""


def solve(statements: Iterable[Statement], root: str) -> dict[str, Position]:
    """Positions of all nodes that the statements connect to ``root``, by the most exact path."""
    edges: dict[str, list[tuple[str, Decimal, Statement, Decimal]]] = defaultdict(list)
    for statement, rank in _ranked(statements):
        weight = statement.cost + _HOP * rank
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


def _ranked(statements: Iterable[Statement]) -> Iterator[tuple[Statement, int]]:
    """Statements in an order of their own; of those that differ on one distance, what more notes tell ranks first."""
    pairs: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda statement: statement.order):
        pairs[statement.earlier, statement.later].append(statement)
    for told in pairs.values():
        support = Counter(statement.months for statement in told)
        ranks = sorted(support, key=lambda months: (-support[months], months))
        yield from ((statement, ranks.index(statement.months)) for statement in told)


def contradictions(statements: Sequence[Statement], found: Mapping[str, Position]) -> tuple[Contradiction, ...]:
    """Stated lengths that the positions contradict beyond what their precision allows."""
    wrong: list[Contradiction] = []
    same: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda statement: statement.order):
        same[statement.earlier, statement.later].append(statement)
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
            pair = same[statement.earlier, statement.later]
            against = tuple(other for other in pair if abs(other.months - distance) <= allowed and not other.assumed)
            wrong.append(Contradiction(statement, statement.months, distance, against))
    return tuple(wrong)


def solve_most(
    statements: Sequence[Statement], root: str, broken: Callable[[Mapping[str, Position]], int]
) -> dict[str, Position]:
    """Positions that contradict as few statements as possible: a statement that several others refute is set aside.

    ``broken`` counts what else a solution gets wrong, such as a drug going on before its first dose. No statement is
    set aside without which an event would lose its place.
    """
    kept = list(statements)
    best = solve(kept, root)
    placed = set(best)
    fewest = _wrong(statements, best) + broken(best)
    for _ in range(_MOST_ASIDE):
        if fewest == 0:
            break
        trials: list[tuple[int, int, dict[str, Position]]] = []
        for index, statement in enumerate(kept):
            movable = bool(statement.records)  # the date of a note and the length of a pregnancy stay
            found = solve([*kept[:index], *kept[index + 1 :]], root) if movable and not statement.assumed else {}
            if placed <= set(found):
                trials.append((_wrong(statements, found) + broken(found), index, found))
        if not trials or min(trials, key=lambda trial: trial[:2])[0] >= fewest:
            break
        fewest, index, best = min(trials, key=lambda trial: trial[:2])
        del kept[index]
    return best


def _wrong(statements: Sequence[Statement], found: Mapping[str, Position]) -> int:
    """How much the positions get wrong: a note that does not stand at its own date weighs like three statements."""
    return sum(1 if item.statement.records else 3 for item in contradictions(statements, found))
