"""The tabs that are plain lists: treatments, timeline, checks, the CARE checklist and the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from osteocase.records import Record
from osteocase.review import Session
from osteocase.review.queue import case_records
from osteocase.review.state import record_lists
from osteocase.review.wording import LIST_TITLES, counted, list_of, when, word
from osteocase.tui.marks import hue, mark_of
from osteocase.tui.neutral import neutral
from osteocase.tui.times import told_when
from osteocase.tui.views.drawing import empty, heading, record_cell, table

__all__ = ["draw_care", "draw_checks", "draw_sources", "draw_timeline", "draw_treatments"]

_CARE_SIGNS = {"present": "✓", "partial": "◐", "missing": "✗", "not_applicable": "–", "needs_author": "✎"}
_SEVERITY_SIGNS = {"error": "‼", "warning": "!", "info": "i"}


def draw_treatments(session: Session, width: int, dark: bool) -> RenderableType:
    """Drugs, supplements, orthoses and operations by kind, and apart from them those of relatives."""
    treatments = session.case.treatments
    if not treatments:
        return empty("No treatment has been read yet.")
    parts: list[RenderableType] = []
    own = [one for one in treatments if one.subject == "patient"]
    groups = {
        kind.capitalize(): [one for one in own if one.kind == kind] for kind in dict.fromkeys(one.kind for one in own)
    }
    for title, found in (*groups.items(), ("Relatives", [one for one in treatments if one.subject != "patient"])):
        if found:
            parts.append(heading(title))
            grid = table(" ", "Treatment", "Status, dose", "When", "Remarks", width=width)
            for one in found:
                words = word(one)
                grid.add_row(
                    Text(mark_of(one, session).sign),
                    record_cell(one, words.what, "bold"),
                    Text(neutral(words.value)),
                    Text(neutral(told_when(one)), style="dim"),
                    Text(neutral(", ".join(words.notes))),
                )
            parts.append(grid)
    return Group(*parts)


def draw_timeline(session: Session, width: int, dark: bool) -> RenderableType:
    """Everything that has a place on the axis, month by month; then what has a date alone."""
    placed = sorted(_placed(session), key=lambda placed: placed[0])
    if not placed:
        return empty("Nothing has a place in time yet. Tell when the treatment began, or open a note with a date.")
    axis = session.case.case.axis
    counted = any(not later for (later, _months, _date), _label, _record in placed)
    zero = f"Month 0: {neutral(axis.label or 'not known')} {axis.date or ''}".rstrip()
    if not counted:
        zero += ". No note tells its date, so what has a date of its own stands by that."
    parts: list[RenderableType] = [Text(zero, style="dim")]
    grid = table("Month" if counted else "Date", "Kind", "What", "Value", width=width)
    last = ""
    for _place, label, record in placed:
        words = word(record)
        grid.add_row(
            Text(label if label != last else "", style="bold"),
            Text(LIST_TITLES[list_of(record)], style=hue(list_of(record), dark=dark)),
            record_cell(record, words.what),
            Text(neutral(words.value)),
        )
        last = label
    return Group(*parts, grid)


def draw_checks(session: Session, width: int, dark: bool) -> RenderableType:
    """What disagrees, is out of range, or is missing; the gravest first."""
    checks = session.case.checks
    if not checks:
        return empty(
            "The checks found nothing that disagrees." if session.state.notes else "No note has been read yet."
        )
    order = {"error": 0, "warning": 1, "info": 2}
    parts: list[RenderableType] = []
    for check in sorted(checks, key=lambda one: order[one.severity]):
        line = Text(f"\n{_SEVERITY_SIGNS[check.severity]} {check.severity}  ", style="bold")
        line.append(neutral(check.message), style="not bold")
        parts.append(line)
        if check.stated and check.computed:
            parts.append(
                Text(
                    f"    stated {neutral(check.stated)}   computed {neutral(check.computed)}",
                    style="dim",
                )
            )
        if check.accepted:
            parts.append(Text(f"    left as it is: {neutral(check.accepted)}", style="italic"))
        known = {record.id: record for record in session.records}
        for record_id in check.records[:6]:
            if record_id in known:
                cell = Text("    ")
                cell.append_text(record_cell(known[record_id], word(known[record_id]).sentence(), "underline"))
                parts.append(cell)
    return Group(*parts)


def draw_care(session: Session, width: int, dark: bool) -> RenderableType:
    """The items of the CARE checklist with their state."""
    care = session.case.care
    if not care:
        return empty("The CARE checklist is filled in once a note has been read.")
    grid = table(" ", "Item", "What it asks for", "State", "Why", width=width)
    for item in care:
        state = item.state.replace("_", " ")
        style = "bold" if item.state in ("missing", "partial") else "dim" if item.state == "not_applicable" else ""
        grid.add_row(
            Text(_CARE_SIGNS[item.state]), Text(item.item), Text(neutral(item.title)), Text(state, style=style),
            Text(neutral(item.reason or ""), style="dim"),
        )  # fmt: skip
    present = sum(1 for item in care if item.state == "present")
    asked = sum(1 for item in care if item.state != "not_applicable")
    return Group(Text(f"{present} of {asked} items are there", style="bold"), grid)


def draw_sources(session: Session, width: int, dark: bool) -> RenderableType:
    """Every note, and how many records of each kind came from it."""
    if not session.state.notes:
        return empty("No note has been read yet.")
    grid = table("Note", "Kind", "Date", "Records", width=width)
    grid.columns[0].min_width = min(max(map(len, session.state.notes)), width * 2 // 5)
    dates = {note.id: note.date for note in session.case.notes}  # the case settles what one note leaves open
    for note_id, note in session.state.notes.items():
        read = session.state.read[note_id]
        counts = Counter(name for name, _record in record_lists(read))
        name_cell = Text(neutral(note_id), style="bold")
        if note.path and Path(note.path).stem != note_id:
            name_cell.append(f"\n{neutral(note.path)}", style="dim not bold")
        grid.add_row(
            name_cell,
            Text((read.note.kind or "").replace("_", " ")),
            Text(dates.get(note_id) or read.note.date or ""),
            Text(", ".join(counted(count, name) for name, count in counts.items()) or "none"),
        )
    return grid


def _placed(session: Session) -> Iterator[tuple[tuple[bool, Decimal, str], str, Record]]:
    """Place, time in words, record."""
    for record in case_records(session.case):
        for field in ("time", "start"):
            time = getattr(record, field, None)
            if time is not None and (time.months is not None or time.date is not None) and when(time):
                mere_year = time.kind == "date" and (time.date or "").isdecimal()
                label = time.date if mere_year else when(time)
                yield (time.months is None, time.months or Decimal(0), time.date or ""), label, record
                break
