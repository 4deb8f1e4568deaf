"""The records of one note as a person reads them in a terminal, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from osteocase.cli.case_view import fact_tables, identity
from osteocase.cli.courses import number, plain_table, with_flag
from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.records import Bmd, Lab, NoteRecord, Score, Time

__all__ = ["note_view"]

_SIGNS = {"<=": "≤ ", ">=": "≥ ", "<": "< ", ">": "> ", None: ""}


def note_view(record: NoteRecord) -> Iterator[Any]:
    """Head and tables of everything read out of the note."""
    head = record.note
    told = [head.title or head.id, head.kind, head.date, head.path if head.path != head.id else None]
    yield Text(visible(" · ".join(part for part in told if part)), style="bold")
    yield Text(visible(identity(record.patient)))
    tables = (
        _lab_table(record.labs),
        _bmd_table(record.bmd),
        _score_table(record.scores),
        *fact_tables(record),
    )
    for table in tables:
        if table is not None:
            yield Text()
            yield table
    if not any(tables):
        yield Text("Nothing was found in this note.")


def _lab_table(labs: tuple[Lab, ...]) -> Table | None:
    if not labs:
        return None
    table = plain_table("Laboratory", "analyte", "value", "unit", "reference", "when", "source")
    for lab in labs:
        upper = f" to {number(lab.value_high)}" if lab.value_high is not None else ""
        value = (
            f"{_SIGNS[lab.comparator]}{number(lab.value)}{upper}" if lab.value is not None else lab.qualitative or ""
        )
        table.add_row(
            Text(visible(lab.name)),
            with_flag(value, lab.flag),
            *_plain(lab.unit or lab.unit_text, lab.reference.text if lab.reference else None, _when(lab.time)),
            _quote(lab.source.text),
        )
    return table


def _bmd_table(densities: tuple[Bmd, ...]) -> Table | None:
    if not densities:
        return None
    table = plain_table("Bone density", "site", "g/cm²", "T", "Z", "YAM %", "change %", "when", "source")
    for bmd in densities:
        site = " ".join(part for part in ((bmd.site or "").replace("_", " "), bmd.region, bmd.side) if part)
        values = (bmd.bmd_g_cm2, bmd.t_score, bmd.z_score, bmd.yam_percent, bmd.change_percent)
        table.add_row(*_plain(site, *(number(value) for value in values), _when(bmd.time)), _quote(bmd.source.text))
    return table


def _score_table(scores: tuple[Score, ...]) -> Table | None:
    if not scores:
        return None
    table = plain_table("Scores", "score", "value", "unit", "when", "source")
    for score in scores:
        cells = (score.name_text or score.name, number(score.value), score.unit, _when(score.time))
        table.add_row(*_plain(*cells), _quote(score.source.text))
    return table


def _plain(*cells: str | None) -> tuple[Text, ...]:
    return tuple(Text(visible(" ".join(cell.split()) if cell else "")) for cell in cells)


def _when(time: Time | None) -> str | None:
    return time.text if time else None


def _quote(words: str) -> Text:
    """The words that a value came from, on one line."""
    return Text(visible(" ".join(words.split())), style="dim")
