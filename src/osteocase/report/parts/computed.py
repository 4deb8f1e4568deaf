"""The computed part: every value that the program worked out, with its formula and what it was worked out from."""

from __future__ import annotations

from osteocase.records import Derived, printed_unit
from osteocase.report.document import Cell, Column, Part, Row, Run, Table
from osteocase.report.numbers import month_tick, number
from osteocase.report.parts.context import Context
from osteocase.report.wording import capital

__all__ = ["computed"]

_TOLD_ELSEWHERE = ("bmd_change_", "marker_change_", "score_change_")
"""Changes stand in the tables of what they are changes of."""


def computed(context: Context) -> Part | None:
    """The part, or None where nothing was computed."""
    values = [derived for derived in context.case.derived if not derived.kind.startswith(_TOLD_ELSEWHERE)]
    if not values:
        return None
    first: dict[str, int] = {}
    for place, derived in enumerate(values):
        first.setdefault(derived.label, place)
    values.sort(key=lambda derived: first[derived.label])
    table = Table(
        name="computed",
        caption="Computed values",
        columns=(
            Column("Value", header=True, weight=4),
            Column("Month", kind="number"),
            Column("Result", weight=3),
            Column("Formula", weight=3),
            Column("From"),
        ),
        rows=tuple(
            _row(context, derived, again=place > 0 and values[place - 1].label == derived.label)
            for place, derived in enumerate(values)
        ),
        small=True,
    )
    return Part("computed", "Computed values", (table,))


def _row(context: Context, derived: Derived, *, again: bool) -> Row:
    """A value; its name and formula stand with the first of those that follow each other in time."""
    target = context.ledger.first(derived.records)
    month = month_tick(derived.months) if derived.months is not None else ""
    return Row(
        (
            Cell() if again else Cell((Run(capital(derived.label)),)),
            Cell((Run(month),), target=target) if month else Cell(),
            Cell((Run(_result(derived)),), target=target),
            Cell() if again else Cell((Run(derived.formula, tone="quiet"),)),
            Cell(context.ledger.numbers(derived.records)),
        ),
        rule=not again,
    )


def _unit(derived: Derived) -> str:
    """Spans of time in words, every other unit as it is printed."""
    word = {"a": "year", "mo": "month", "wk": "week", "d": "day"}.get(derived.unit or "")
    return printed_unit(derived.unit) if word is None else word if derived.value == 1 else f"{word}s"


def _result(derived: Derived) -> str:
    """Number and words; words that begin with the number replace it."""
    told = f"{number(derived.value)} {_unit(derived)}".strip() if derived.value is not None else ""
    if not derived.text:
        return told or "—"
    return derived.text if not told or derived.text[:1] in "+−0123456789" else f"{told}; {derived.text}"
