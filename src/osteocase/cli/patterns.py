"""``osteocase patterns``: what osteocase knows, and whether your own patterns are right."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

import typer

from osteocase.cli.output import emit, rendered

if TYPE_CHECKING:
    from rich.table import Table

    from osteocase.lexicon import Lexicon

__all__ = ["patterns_app"]

patterns_app = typer.Typer(
    help="Check and list the patterns: every term, unit and threshold that osteocase knows.", no_args_is_help=True
)


class _Row(TypedDict):
    topic: str
    id: str
    name: str
    terms: list[str]
    file: str


@patterns_app.command("check")
def check_command(
    context: typer.Context,
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="DIR…", help="Folders of your own, as after --patterns.")
    ] = None,
) -> None:
    """Read all patterns and tell every fault at once, with file, entry and the nearest valid word."""
    lexicon = _lexicon(context, folders or [])
    files = sorted(set(lexicon.places.values()))
    count = sum(1 for _ in lexicon.all())
    emit(f"{count} entries in {len(files)} files are valid.\n")


@patterns_app.command("list")
def list_command(
    context: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(help="One topic, such as analyte, treatment or finding; all unless given.")
    ] = None,
    find: Annotated[
        str | None, typer.Option("--find", help="Only entries with this word in id, name or terms.")
    ] = None,
    output_format: Annotated[Literal["text", "json", "jsonl"], typer.Option("--format", "-f")] = "text",
) -> None:
    """List what osteocase knows: one entry a line, with its file and its terms."""
    from osteocase.lexicon import TOPICS

    if topic is not None and topic not in TOPICS:
        raise typer.BadParameter(f"{topic!r} is none of: {', '.join(TOPICS)}", param_hint="TOPIC")
    rows = [
        row
        for row in _rows(_lexicon(context, []))
        if topic in {None, row["topic"]}
        and (find is None or find.lower() in json.dumps(row, ensure_ascii=False).lower())
    ]
    if output_format == "jsonl":
        emit("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    elif output_format == "json":
        emit(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    else:
        emit(rendered([_counts(rows) if topic is None and find is None else _terms(rows)]))


def _counts(rows: list[_Row]) -> Table:
    """How many entries each topic has, for a first look; all their terms would run to many pages."""
    from osteocase.cli.document_view import plain_table

    table = plain_table("Topics (name one to see its entries)", "topic", "entries", "files")
    for topic, count in Counter(row["topic"] for row in rows).items():
        files = sorted({row["file"] for row in rows if row["topic"] == topic})
        table.add_row(topic, str(count), ", ".join(files))
    return table


def _terms(rows: list[_Row]) -> Table:
    from osteocase.cli.document_view import plain_table

    table = plain_table(f"{len(rows)} entries", "id", "name", "terms", "file")
    for row in rows:
        table.add_row(row["id"], row["name"], ", ".join(row["terms"]), row["file"])
    return table


def _lexicon(context: typer.Context, folders: list[Path]) -> Lexicon:
    from osteocase.lexicon import default_folder, load_lexicon

    return load_lexicon((default_folder(), *context.obj.patterns, *folders))


def _rows(lexicon: Lexicon) -> list[_Row]:
    return [
        {
            "topic": entry.topic,
            "id": entry.id,
            "name": entry.label,
            "terms": [*entry.terms, *entry.abbreviations],
            "file": lexicon.places[entry.topic, entry.id],
        }
        for entry in lexicon.all()
    ]
