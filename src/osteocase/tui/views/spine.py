"""The fractures: the spine level by level, then every other bone, then what was denied and what relatives had."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from osteocase.records import Fracture
from osteocase.review import Session
from osteocase.review.wording import months_text, word
from osteocase.tui.marks import mark_of
from osteocase.tui.times import told_when
from osteocase.tui.views.drawing import empty, heading, record_cell, table

__all__ = ["draw_fractures"]

_LEVELS = (*(f"T{number}" for number in range(1, 13)), *(f"L{number}" for number in range(1, 6)))
_SIGNS = {"present": "█", "possible": "▒", "absent": "░"}


def draw_fractures(session: Session, width: int, dark: bool) -> RenderableType:
    """A map of the thoracic and lumbar spine, and lists of everything else."""
    fractures = session.case.fractures
    if not fractures:
        return empty("No fracture has been told of or excluded yet.")
    own = [fracture for fracture in fractures if fracture.subject == "patient"]
    spine = [fracture for fracture in own if fracture.level in _LEVELS]
    parts: list[RenderableType] = []
    if spine:
        parts += [heading("Spine"), _map(spine), _legend(spine, session)]
    others = [fracture for fracture in own if fracture not in spine and fracture.status != "absent"]
    denied = [fracture for fracture in own if fracture not in spine and fracture.status == "absent"]
    family = [fracture for fracture in fractures if fracture.subject != "patient"]
    for title, found in (("Other bones", others), ("Excluded", denied), ("Relatives", family)):
        if found:
            parts += [heading(title), _rows(found, session, width)]
    return Group(*parts)


def _map(spine: Sequence[Fracture]) -> Text:
    text = Text(no_wrap=True)
    for part in (_LEVELS[:12], _LEVELS[12:]):
        text.append("".join(f"{level:^5}" for level in part) + "\n", style="dim")
        for level in part:
            found = [fracture for fracture in spine if fracture.level == level]
            if not found:
                text.append(" ┆ ┆ ", style="dim")
                continue
            status = next((one.status for one in found if one.status == "present"), found[0].status)
            text.append_text(record_cell(found[0], f" {_SIGNS[status] * 3} ", "bold" if status == "present" else ""))
        text.append("\n")
    text.append("█ fracture   ▒ possible   ░ excluded   ┆ not told\n", style="dim")
    return text


def _legend(spine: Sequence[Fracture], session: Session) -> RenderableType:
    order = {level: number for number, level in enumerate(_LEVELS)}
    grid = table(" ", "Level", "Fracture", "State", "When", width=72)
    for fracture in sorted(spine, key=lambda one: order[one.level or ""]):
        words = word(fracture)
        course = next((one for one in session.case.ledger if one.record == fracture.id), None)
        state = ", ".join((words.value, *words.notes, *((course.verdict,) if course else ())))
        first = months_text(course.first_seen) if course and course.first_seen is not None else told_when(fracture)
        grid.add_row(
            Text(mark_of(fracture, session).sign),
            record_cell(fracture, fracture.level or "", "bold"),
            Text((fracture.kind or "").replace("_", " ")),
            Text(state),
            Text(first, style="dim"),
        )
    return grid


def _rows(fractures: Sequence[Fracture], session: Session, width: int) -> RenderableType:
    grid = table(" ", "Fracture", "State", "When", width=min(width, 90))
    for fracture in fractures:
        words = word(fracture)
        grid.add_row(
            Text(mark_of(fracture, session).sign),
            record_cell(fracture, words.what, "bold"),
            Text(", ".join((words.value, *words.notes))),
            Text(told_when(fracture), style="dim"),
        )
    return grid
