"""Records as flat tables: one table a list, one row a record, one column a field, the same for notes and cases.

Columns follow from the record models: a nested value becomes columns with its name in front (``time_date``,
``reference_low``), a list of words is joined with ``"; "``. Left out are ``also`` and the words behind patient fields,
which only the JSON holds.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from osteocase.records import (
    Bmd,
    CareItem,
    CaseRecord,
    Check,
    Derived,
    Event,
    Finding,
    Fracture,
    Lab,
    Model,
    NoteRecord,
    Patient,
    Score,
    Treatment,
)

__all__ = ["TABLES", "Column", "Table", "Value", "rows_of_case", "rows_of_note"]

Value = str | int | bool | Decimal | None
Kind = Literal["text", "whole", "truth", "decimal"]

_LEFT_OUT = {"also", "sources"}
_KINDS: dict[Any, Kind] = {str: "text", int: "whole", bool: "truth", Decimal: "decimal"}


@dataclass(frozen=True)
class Column:
    """One column: its name, the way to its value, and what it holds."""

    name: str
    path: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True)
class Table:
    """One flat table."""

    name: str
    columns: tuple[Column, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """Names of all columns; ``case`` and ``note`` stand first."""
        return ("case", "note", *(column.name for column in self.columns))

    def row(self, record: Model, *, case: str | None, note: str | None) -> tuple[Value, ...]:
        """Values of one record, in the order of ``heads``."""
        return (case, note, *(_value(record, column.path) for column in self.columns))


def rows_of_note(record: NoteRecord, *, case: str | None = None) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """(table, row) for everything in one note."""
    note = record.note.id
    yield "patient", TABLES["patient"].row(record.patient, case=case, note=note)
    for name in _LISTS:
        for each in getattr(record, name):
            yield name, TABLES[name].row(each, case=case, note=note)


def rows_of_case(record: CaseRecord) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """(table, row) for everything in one case; ``note`` is the note that a record was first told in."""
    case = record.case.id
    yield "patient", TABLES["patient"].row(record.patient, case=case, note=None)
    for name in _LISTS:
        for each in getattr(record, name):
            yield name, TABLES[name].row(each, case=case, note=each.source.note)
    for name in _CASE_LISTS:
        for each in getattr(record, name):
            yield name, TABLES[name].row(each, case=case, note=None)


def _columns(model: type[Model], before: tuple[str, ...] = ()) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        path = (*before, name)
        inner = _inner(field.annotation)
        if name in _LEFT_OUT or inner is None:
            continue
        if isinstance(inner, type) and issubclass(inner, Model):
            yield from _columns(inner, path)
        elif path != ("source", "note"):
            yield Column("_".join(path), path, _KINDS.get(inner, "text"))


def _inner(annotation: Any) -> Any:
    """The type that a column holds: without null, without bounds; a list of words is text; lists of models are none."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _inner(arguments[0])
    if origin in {Union, types.UnionType}:
        return _inner(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return str if arguments[0] is str else None
    if origin in {dict, list}:
        return None
    return str if origin is Literal else annotation


def _value(record: Any, path: tuple[str, ...]) -> Value:
    for name in path:
        record = getattr(record, name)
        if record is None:
            return None
    if isinstance(record, tuple):
        return "; ".join(record)
    value: Value = record
    return value


_LISTS: dict[str, type[Model]] = {
    "labs": Lab,
    "bmd": Bmd,
    "fractures": Fracture,
    "treatments": Treatment,
    "scores": Score,
    "findings": Finding,
    "events": Event,
}
_CASE_LISTS: dict[str, type[Model]] = {"derived": Derived, "checks": Check, "care": CareItem}

_MODELS: dict[str, type[Model]] = {"patient": Patient, **_LISTS, **_CASE_LISTS}

TABLES: dict[str, Table] = {name: Table(name, tuple(_columns(model))) for name, model in _MODELS.items()}
"""All tables by name."""
