"""The case at a glance: who, what matters most, how far the review is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from osteocase.records import Record
from osteocase.review import Session
from osteocase.review.wording import months_text, patient_lines, word
from osteocase.tui.neutral import neutral
from osteocase.tui.times import told_when
from osteocase.tui.views.drawing import empty, heading, record_cell, table

__all__ = ["draw_summary"]


def draw_summary(session: Session, width: int, dark: bool) -> RenderableType:
    """Patient, axis, fractures, lowest density, abnormal results, treatments, criteria and open questions."""
    case = session.case
    if not session.state.notes:
        return empty("Paste a note into the conversation, or open files with ctrl+o. The case builds itself here.")
    parts: list[RenderableType] = [Text(neutral(case.case.title), style="bold")]
    axis = case.case.axis
    if axis.label or axis.date:
        parts.append(Text(f"Month 0: {neutral(axis.label or '')} {axis.date or ''}".rstrip(), style="dim"))
    patient = patient_lines(case.patient)
    if patient:
        parts.append(heading("Patient"))
        grid = table("", "", width=min(width, 60))
        grid.show_header = False
        for _field, label, value in patient:
            grid.add_row(Text(label, style="dim"), Text(neutral(value)))
        parts.append(grid)
    parts += _section(
        "Fractures", [one for one in case.fractures if one.status != "absent" and one.subject == "patient"]
    )
    lowest = [row for row in case.bmd if row.t_score is not None]
    lowest.sort(key=lambda row: row.t_score or 0)
    parts += _section("Lowest T-scores", lowest[:3])
    parts += _section("Results out of range", [lab for lab in case.labs if lab.flag in ("low", "high")][:12])
    parts += _section("Treatments", [one for one in case.treatments if one.subject == "patient"][:10])
    met = [criterion for criterion in case.criteria if criterion.state == "met"]
    if met:
        parts.append(heading("Criteria met"))
        parts += [Text(f"{neutral(one.name)}: {neutral(one.reason)}") for one in met]
    open_checks = [check for check in case.checks if check.severity != "info" and check.accepted is None]
    if open_checks:
        parts.append(heading("In doubt"))
        parts += [Text(f"! {neutral(check.message)}") for check in open_checks]
    progress = session.progress()
    parts.append(heading("Review"))
    parts.append(
        Text(
            f"✓ {progress.accepted} accepted   ✎ {progress.edited} corrected   ✗ {progress.rejected} rejected   "
            f"… {progress.deferred} later   · {progress.unreviewed} not reviewed"
        )
    )
    if case.timepoints:
        points = ", ".join(
            point.label if point.months is None else f"{point.label} ({months_text(point.months)})"
            for point in case.timepoints
        )
        parts.append(Text(f"Time points: {neutral(points)}", style="dim"))
    return Group(*parts)


def _section(title: str, records: Sequence[Record]) -> list[RenderableType]:
    if not records:
        return []
    lines = []
    for record in records:
        words = word(record)
        line = record_cell(record, words.what, "bold")
        line.append(f"  {neutral(words.value)}")
        if words.notes:
            line.append(f", {neutral(', '.join(words.notes))}")
        when = told_when(record)
        if when:
            line.append(f"  {neutral(when)}", style="dim")
        lines.append(line)
    return [heading(title), *lines]
