"""The bone density part: per site BMD, T, Z, YAM, and the stated beside the computed change."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from osteocase.records import Bmd, Derived
from osteocase.report.document import Cell, Column, Part, Row, Run, Table, Text
from osteocase.report.numbers import number, signed
from osteocase.report.parts.bmd_sites import (
    BASELINE_CHANGE,
    PREVIOUS_CHANGE,
    change_words,
    changes_of,
    disputed,
    site_name,
    sites,
)
from osteocase.report.parts.context import Context
from osteocase.report.parts.trend import score_figure, trend_figure
from osteocase.report.timeplace import TimeColumn, time_column
from osteocase.report.wording import plain

__all__ = ["densitometry"]

_COMPARATOR = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def densitometry(context: Context) -> Part | None:
    """The part, or None where no densitometry is told."""
    records = context.case.bmd
    if not records:
        return None
    named = sites(records)
    groups = [_rows_of(context, site) for site in named]
    columns = [
        column
        for column in _COLUMNS
        if column.always or any(column.key in told.cells for group in groups for told in group)
    ]
    if all(_same_changes(group) for group in groups):
        columns = [column for column in columns if column.key != PREVIOUS_CHANGE]
    rows = [
        Row(
            (
                Cell((Run(site_name(site)),), target=told.cells["site"].target) if place == 0 else Cell(),
                Cell((Run(told.time),)),
                *(told.cells.get(column.key, Cell()) for column in columns),
                Cell(context.ledger.numbers(told.keys)),
            ),
            rule=place == 0 and site is not named[0],
        )
        for site, group in zip(named, groups, strict=True)
        for place, told in enumerate(group)
    ]
    table = Table(
        name="densitometry",
        caption="Bone densitometry, stated and computed",
        columns=(
            Column("Site", header=True, weight=2),
            Column("Time", header=True),
            *(Column(column.title, column.unit, column.kind, for_paper=column.for_paper) for column in columns),
            Column("Source"),
        ),
        rows=tuple(rows),
        notes=_notes(context, named),
    )
    figures = tuple(figure for figure in (trend_figure(context), score_figure(context)) if figure is not None)
    return Part("densitometry", "Bone density", (table, *figures))


@dataclass(frozen=True, slots=True)
class _Measure:
    """One column: a value of the records, or a change computed from them."""

    key: str
    title: str
    unit: str | None
    kind: Literal["text", "number"] = "number"
    always: bool = False
    for_paper: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """One line of the table: a site at one time."""

    time: str
    cells: dict[str, Cell]
    keys: tuple[str, ...]


_COLUMNS = (
    _Measure("bmd", "BMD", "g/cm²", always=True),
    _Measure("t", "T-score", "SD"),
    _Measure("z", "Z-score", "SD"),
    _Measure("yam", "YAM", "%"),
    _Measure("tbs", "TBS", None),
    _Measure("class", "Class in the notes", None, "text"),
    _Measure("stated_baseline", "Change stated", "%"),
    _Measure("stated_previous", "Change stated, vs previous", "%"),
    _Measure("stated", "Change stated, base not told", "%"),
    _Measure(BASELINE_CHANGE, "Change vs baseline", "%"),
    _Measure(f"{BASELINE_CHANGE}_absolute", "Change vs baseline", "g/cm²", for_paper=True),
    _Measure(PREVIOUS_CHANGE, "Change vs previous", "%", for_paper=True),
)
"""In the order of a densitometer's own report: the measure, its scores, what changed."""

_STATED: tuple[tuple[str, Callable[[Bmd], str]], ...] = (
    ("bmd", lambda record: _optional(record.bmd_g_cm2)),
    ("t", lambda record: _t_score(record)),
    ("z", lambda record: _compared(record.z_score, record.z_score_comparator)),
    ("yam", lambda record: _optional(record.yam_percent)),
    ("tbs", lambda record: _optional(record.tbs)),
    ("class", lambda record: plain(record.classification or "")),
)


def _rows_of(context: Context, records: tuple[Bmd, ...]) -> list[_Told]:
    """The lines of one site, in time."""
    by_time: dict[TimeColumn, list[Bmd]] = {}
    for record in records:
        by_time.setdefault(time_column(context.case, record), []).append(record)
    computed = {
        kind: changes_of(context, records, kind)
        for kind in (BASELINE_CHANGE, f"{BASELINE_CHANGE}_absolute", PREVIOUS_CHANGE)
    }
    lines = []
    for column, here in by_time.items():
        target = context.ledger.target(here[0].id)
        cells = {"site": Cell(target=target)}
        for key, tell in _STATED:
            words = " / ".join(dict.fromkeys(told for record in here if (told := tell(record))))
            if words:
                cells[key] = Cell((Run(words),), target=target)
        cells.update(_stated_changes(context, here))
        for kind, changes in computed.items():
            told = " / ".join(
                dict.fromkeys(_change(changes[record.id], kind) for record in here if record.id in changes)
            )
            if told:
                cells[kind] = Cell((Run(told, italic=True),), target=target)
        lines.append(_Told(column.label, cells, tuple(record.id for record in here)))
    return lines


def _stated_changes(context: Context, records: Sequence[Bmd]) -> dict[str, Cell]:
    """Changes that the notes print, by what they count from; one that the values contradict is crossed."""
    found: dict[str, list[Bmd]] = {}
    for record in records:
        if record.change_percent is not None:
            key = f"stated_{record.change_from}" if record.change_from in ("baseline", "previous") else "stated"
            found.setdefault(key, []).append(record)
    cells = {}
    for key, told in found.items():
        words = " / ".join(dict.fromkeys(signed(record.change_percent or Decimal(0)) for record in told))
        wrong = any(disputed(context, record) for record in told)
        run = Run(f"{words} ×", bold=True, tone="alert") if wrong else Run(words)
        cells[key] = Cell((run,), target=context.ledger.target(told[0].id))
    return cells


def _change(derived: Derived, kind: str) -> str:
    """The change; an asterisk where it reaches the least significant change."""
    if kind.endswith("_absolute"):
        return signed(derived.value or Decimal(0), 3)
    return change_words(derived) + ("*" if derived.significant else "")


def _same_changes(lines: Sequence[_Told]) -> bool:
    """True where every change from the previous value is the one from baseline, as with two times."""
    return all(
        line.cells[PREVIOUS_CHANGE].plain == line.cells.get(BASELINE_CHANGE, Cell()).plain
        for line in lines
        if PREVIOUS_CHANGE in line.cells
    )


def _optional(value: Decimal | None) -> str:
    return number(value) if value is not None else ""


def _compared(value: Decimal | None, comparator: str | None) -> str:
    return f"{_COMPARATOR[comparator] if comparator else ''}{number(value)}" if value is not None else ""


def _t_score(record: Bmd) -> str:
    text = _compared(record.t_score, record.t_score_comparator)
    return f"{text} to {number(record.t_score_high)}" if record.t_score_high is not None else text


_LIMIT_WORDS = re.compile(r"least significant change of ([0-9.]+ (?:%|g/cm²))(?: \(([^)]*)\))?")


def _notes(context: Context, groups: Sequence[tuple[Bmd, ...]]) -> tuple[Text, ...]:
    """What the figures in italics, the asterisk and the cross mean, and what the notes tell of the device."""
    notes: list[Text] = []
    records = context.case.bmd
    words = "YAM: per cent of the young adult mean. " if any(one.yam_percent is not None for one in records) else ""
    if any(derived.kind in (BASELINE_CHANGE, PREVIOUS_CHANGE) for derived in context.case.derived):
        words += "Figures in italics are computed: 100 × (BMD − earlier BMD) / earlier BMD."
    if any(one.change_percent is not None and one.change_from == "baseline" for one in records):
        words += " Stated changes count from baseline."
    if words:
        notes.append((Run(words.strip(), tone="quiet"),))
    limits: dict[str, list[str]] = {}
    for group in groups:
        for derived in changes_of(context, group, BASELINE_CHANGE).values():
            match = _LIMIT_WORDS.search(derived.text or "")
            if derived.significant is not None and match is not None:
                told = f"{site_name(group)} {match.group(1)}"
                if told not in limits.setdefault(match.group(2) or "", []):
                    limits[match.group(2) or ""].append(told)
    if limits:
        told = "; ".join(f"{', '.join(here)}{f' ({origin})' if origin else ''}" for origin, here in limits.items())
        notes.append((Run(f"* Reaches the least significant change: {told}.", tone="quiet"),))
    if any(disputed(context, record) for record in records):
        notes.append(
            (
                Run("× ", bold=True, tone="alert"),
                Run("The stated change does not agree with the BMD values; see ", tone="quiet"),
                Run("Discrepancies", tone="quiet", target="part-discrepancies"),
                Run(".", tone="quiet"),
            )
        )
    machines = list(dict.fromkeys(record.machine for record in records if record.machine))
    told = f"Densitometer: {'; '.join(machines)}." if machines else "The notes do not name the densitometer."
    notes.append((Run(told, tone="quiet"),))
    return tuple(notes)
