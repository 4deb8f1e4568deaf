"""Laboratory results and bone density over the time points of the case, with the trend of each site drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.text import Text

from osteocase.records import Bmd, CaseRecord, Lab, Record, printed_unit
from osteocase.review import Session
from osteocase.review.wording import short_name, when, word
from osteocase.tui.neutral import neutral
from osteocase.tui.views.drawing import empty, heading, record_cell, table
from osteocase.tui.views.trend import draw_trend

__all__ = ["columns_of", "draw_bmd", "draw_labs"]

RecordType = TypeVar("RecordType", bound=Record)

_TENTH = Decimal("0.1")
_NAMES = 34
"""Columns that names and reference intervals take."""
_QUANTITIES = 27
"""Columns that the names of what is measured at a site take."""
_COLUMN = 11
"""Columns that one time point takes, with the room beside it."""
_FLAGS = {"high": ("↑", "bold"), "low": ("↓", "bold")}


def columns_of(case: CaseRecord, records: Sequence[RecordType]) -> list[tuple[str, list[RecordType]]]:
    """The records by time point, in the order of the axis; those that no time point holds come last."""
    left = list(records)
    columns: list[tuple[str, list[RecordType]]] = []
    for point in case.timepoints:
        here = [one for one in left if one.id in point.records or (not point.records and _months(one) == point.months)]
        if here:
            columns.append((point.label, here))
            left = [one for one in left if one not in here]
    by_time: dict[str, list[RecordType]] = {}
    for one in left:
        by_time.setdefault(when(getattr(one, "time", None)) or "no time", []).append(one)
    return [*columns, *by_time.items()]


def draw_labs(session: Session, width: int, dark: bool) -> RenderableType:
    """One row an analyte, one column a time point; low and high by word, sign and weight."""
    labs = [lab for lab in session.case.labs if lab.subject == "patient"]
    if not labs:
        return empty("No laboratory result has been read yet.")
    parts: list[RenderableType] = []
    for columns in _fitting(columns_of(session.case, labs), width - _NAMES):
        parts += [_grid(columns, labs, width), Text("")]
    return Group(*parts, Text("↑ above and ↓ below the range that the note prints", style="dim"))


def _fitting(columns: list[tuple[str, list[RecordType]]], width: int) -> Iterator[list[tuple[str, list[RecordType]]]]:
    """As many time points side by side as can be read; the rest stand below them."""
    count = max(1, width // _COLUMN)
    rows = -(-len(columns) // count)
    each = -(-len(columns) // rows)  # evenly, so that no single one is left
    yield from (columns[start : start + each] for start in range(0, len(columns), each))


def _grid(columns: Sequence[tuple[str, list[Lab]]], labs: Sequence[Lab], width: int) -> RenderableType:
    grid = table("Analyte", "Reference", *(label for label, _labs in columns), width=width)
    names = (part for lab in labs for part in short_name(lab).split())
    grid.columns[0].min_width = min(max(map(len, names)), width // 3)  # no name is broken within a word
    for analyte in dict.fromkeys(lab.analyte for _label, here in columns for lab in here):
        of_it = [lab for lab in labs if lab.analyte == analyte]
        units = {lab.unit_text or printed_unit(lab.unit) for lab in of_it if lab.unit}
        unit = next(iter(units)) if len(units) == 1 else ""
        reference = next((lab.reference.text for lab in of_it if lab.reference is not None), "")
        name = Text(neutral(min((short_name(lab) for lab in of_it), key=len)))
        name.stylize("bold")
        if unit:
            name.append(f" {neutral(unit)}", style="dim not bold")
        cells = [_results([lab for lab in here if lab.analyte == analyte], unit) for _label, here in columns]
        grid.add_row(name, Text(reference, style="dim"), *cells)
    return grid


def draw_bmd(session: Session, width: int, dark: bool) -> RenderableType:
    """Each site over time, the change that is computed from the values beside the one that the notes state."""
    rows = session.case.bmd
    if not rows:
        return empty("No bone density has been read yet.")
    parts: list[RenderableType] = []
    columns = columns_of(session.case, rows)
    places = _places(rows)
    for place in dict.fromkeys(places.values()):
        of_it = [row for row in rows if places[row.id] == place]
        parts.append(heading(max((_site(row) for row in of_it), key=len)))
        here = [(label, [row for row in found if places[row.id] == place]) for label, found in columns]
        room = width - _QUANTITIES
        shown = (
            here if len(here) * _COLUMN <= room else [one for one in here if one[1]]
        )  # else one column below another
        grids = [_site_grid(fitting, session.case, width) for fitting in _fitting(shown, room)]
        parts += [grids[0], *(part for grid in grids[1:] for part in (Text(""), grid))]
        points = [
            (row.time.months, row.bmd_g_cm2)
            for _label, found in here
            for row in found
            if row.bmd_g_cm2 is not None and row.time is not None and row.time.months is not None
        ]
        if len({month for month, _value in points}) > 1:
            parts.append(draw_trend(points, width=min(width, 64), unit="g/cm²"))
    return Group(*parts)


def _site_grid(columns: Sequence[tuple[str, list[Bmd]]], case: CaseRecord, width: int) -> RenderableType:
    grid = table("", *(label for label, _rows in columns), width=width)
    for title, field, sign in (
        ("BMD g/cm²", "bmd_g_cm2", ""),
        ("T-score", "t_score", ""),
        ("Z-score", "z_score", ""),
        ("YAM %", "yam_percent", ""),
        ("TBS", "tbs", ""),
        ("Change, stated %", "change_percent", "+"),
    ):
        cells = [_numbers(found, field, sign) for _label, found in columns]
        if any(cell.plain for cell in cells):
            grid.add_row(Text(title), *cells)
    for title, kind in (("from baseline, computed %", "baseline"), ("from previous, computed %", "previous")):
        changes = [_computed(found, kind, case) for _label, found in columns]
        if any(cell.plain for cell in changes):
            grid.add_row(Text(title, style="italic"), *changes)
    return grid


def _computed(rows: Sequence[Bmd], since: str, case: CaseRecord) -> Text:
    """The change that the program computed for the values of one time point, in per cent."""
    ids = {row.id for row in rows}
    found = [
        f"{'+' if one.value > 0 else ''}{one.value.quantize(_TENTH)}".replace("-", "−")
        for one in case.derived
        if one.value is not None
        and one.unit == "%"
        and "change" in one.kind
        and since in one.kind
        and one.records[-1:]
        and one.records[-1] in ids
    ]
    return Text(", ".join(dict.fromkeys(found)))


def _places(rows: Sequence[Bmd]) -> dict[str, tuple[str | None, ...]]:
    """Record id to site, side and region; a spine whose region is not told is the one that is told elsewhere."""
    regions: dict[str | None, set[str]] = {}
    for row in rows:
        if row.region and "-" in row.region.replace("–", "-"):
            regions.setdefault(row.site, set()).add(row.region)
    only = {site: next(iter(found)) for site, found in regions.items() if len(found) == 1}
    return {row.id: (row.site, row.side, row.region or only.get(row.site)) for row in rows}


def _months(record: Record) -> Decimal | None:
    time = getattr(record, "time", None)
    return time.months if time is not None else None


def _site(row: Bmd) -> str:
    return word(row).what


def _results(labs: Sequence[Lab], unit: str) -> Text:
    cell = Text(end="")
    for number, lab in enumerate(labs):
        if number:
            cell.append("\n")
        value = word(lab).value
        shown = value.removesuffix(f" {unit}") if unit else value
        sign, style = _FLAGS.get(lab.flag or "", ("", ""))
        cell.append_text(record_cell(lab, f"{shown} {sign}".strip(), style))
    return cell


def _numbers(rows: Sequence[Bmd], field: str, sign: str) -> Text:
    cell = Text(end="")
    for row in rows:
        number = getattr(row, field)
        if number is None:
            continue
        if cell.plain:
            cell.append("\n")
        plus = sign if number > 0 else ""
        cell.append_text(record_cell(row, f"{plus}{number}".replace("-", "−")))
    return cell
