"""Two evaluations side by side: which figures moved, what was mended and what broke."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from osteocase.evaluation.models import Disagreement, Evaluation, ListScore, Missed, Spurious
from osteocase.records import Model, Number

__all__ = ["Change", "Comparison", "compare"]


class Change(Model):
    """One figure before and after."""

    list: str
    figure: str
    """``key_precision``, ``key_recall``, ``key_f1``, ``strict_f1``, ... or ``accuracy of FIELD``."""
    before: Number | None
    after: Number | None


class Comparison(Model):
    """What changed from an older evaluation to a newer one of the same notes."""

    changes: tuple[Change, ...]
    """Figures that differ."""
    mended: tuple[Missed, ...]
    """Missed then, found now."""
    newly_missed: tuple[Missed, ...]
    gone: tuple[Spurious, ...]
    """Spurious then, not any more."""
    newly_spurious: tuple[Spurious, ...]
    settled: tuple[Disagreement, ...]
    """Fields read differently then, not any more."""
    newly_different: tuple[Disagreement, ...]
    notes_only_before: tuple[str, ...]
    notes_only_after: tuple[str, ...]
    worse: bool
    """True when any list's key or strict F1 fell."""


Row = TypeVar("Row", Missed, Spurious)
_FIGURES = ("precision", "recall", "f1")


def compare(before: Evaluation, after: Evaluation) -> Comparison:
    """What changed between two evaluations."""
    old = {score.name: score for score in before.lists}
    new = {score.name: score for score in after.lists}
    changes: list[Change] = []
    worse = False
    for name in [score.name for score in after.lists] + [score.name for score in before.lists if score.name not in new]:
        then, today = _figures(old.get(name)), _figures(new.get(name))
        for figure in then.keys() | today.keys():
            was, now = then.get(figure), today.get(figure)
            if was != now:
                changes.append(Change(list=name, figure=figure, before=was, after=now))
            if figure in {"key_f1", "strict_f1"} and was is not None and (now is None or now < was):
                worse = True
    first, second = ({field.field: field.accuracy for field in each.patient} for each in (before, after))
    for field in first.keys() | second.keys():
        if first.get(field) != second.get(field):
            changes.append(
                Change(list="patient", figure=f"accuracy of {field}", before=first.get(field), after=second.get(field))
            )
    was_notes, now_notes = {note.note for note in before.notes}, {note.note for note in after.notes}
    return Comparison(
        changes=tuple(sorted(changes, key=lambda change: (change.list, change.figure))),
        mended=_without(before.missed, after.missed),
        newly_missed=_without(after.missed, before.missed),
        gone=_without(before.spurious, after.spurious),
        newly_spurious=_without(after.spurious, before.spurious),
        settled=_differently(before.disagreements, after.disagreements),
        newly_different=_differently(after.disagreements, before.disagreements),
        notes_only_before=tuple(sorted(was_notes - now_notes)),
        notes_only_after=tuple(sorted(now_notes - was_notes)),
        worse=worse,
    )


def _figures(score: ListScore | None) -> dict[str, Number | None]:
    if score is None:
        return {}
    figures: dict[str, Number | None] = {}
    for kind in ("key", "strict"):
        for figure in _FIGURES:
            figures[f"{kind}_{figure}"] = getattr(getattr(score, kind), figure)
    figures.update({f"accuracy of {field.field}": field.accuracy for field in score.fields})
    return figures


def _differently(rows: Iterable[Disagreement], others: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Rows that the others do not hold, by note, list, fact, field and what was read."""
    known = {(other.note, other.list, other.fact, other.field, other.found) for other in others}
    return tuple(row for row in rows if (row.note, row.list, row.fact, row.field, row.found) not in known)


def _without(rows: Iterable[Row], others: Iterable[Row]) -> tuple[Row, ...]:
    """Rows that the others do not hold, by note, list and fact."""
    known = {(other.note, other.list, other.fact) for other in others}
    return tuple(row for row in rows if (row.note, row.list, row.fact) not in known)
