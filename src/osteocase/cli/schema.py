"""``osteocase schema``: the record contract as JSON Schema."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from osteocase.cli.output import emit

__all__ = ["schema_command"]


def schema_command(
    of: Annotated[
        Literal["all", "note", "case"],
        typer.Argument(help="note: a line of `extract`; case: the output of `case`; all: either of them."),
    ] = "all",
) -> None:
    """Print the JSON Schema of the records (draft 2020-12)."""
    import json

    from pydantic.json_schema import GenerateJsonSchema, models_json_schema

    from osteocase.records import SCHEMA_VERSION, CaseRecord, Model, NoteRecord

    wanted: dict[str, tuple[type[Model], ...]] = {
        "note": (NoteRecord,),
        "case": (CaseRecord,),
        "all": (NoteRecord, CaseRecord),
    }
    references, definitions = models_json_schema([(model, "serialization") for model in wanted[of]])
    choices = list(references.values())
    schema: dict[str, object] = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": f"osteocase records, version {SCHEMA_VERSION}",
    }
    schema |= choices[0] if len(choices) == 1 else {"anyOf": choices}
    schema |= definitions
    emit(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
