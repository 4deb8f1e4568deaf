"""``osteocase extract``: notes to records, note by note."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from osteocase.cli.exits import told
from osteocase.cli.notes import STDIN, Options, note_paths, read_one, with_progress
from osteocase.cli.output import check_target, emit, rendered, write
from osteocase.errors import InputError

__all__ = ["extract_command"]


def extract_command(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="Notes (.txt, .md), folders of notes, or - for standard input."),
    ] = None,
    output_format: Annotated[
        Literal["jsonl", "json", "table"],
        typer.Option("--format", "-f", help="jsonl: one note a line; json: a list, indented; table: for reading."),
    ] = "jsonl",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
) -> None:
    """Read notes into records: labs, bone density, fractures, treatments, scores, findings and events.

    A note that cannot be read is told on stderr, the others are read, and the exit code says so.
    """
    from osteocase import pipeline
    from osteocase.records import to_json

    options: Options = context.obj
    if output is not None:
        check_target(output)
    if not files and sys.stdin.isatty():
        raise typer.BadParameter("give a note, a folder, or - for standard input", param_hint="FILE")
    failure: InputError | None = None
    parts: list[str] = []
    for path, note_id in with_progress(note_paths(files or [STDIN]), "Reading notes"):
        try:
            note = read_one(path, note_id, options)
        except InputError as error:
            told(error)
            failure = error
            continue
        record = pipeline.extract(note, patterns=options.patterns, day_first=options.day_first)
        if output_format == "table":
            from osteocase.cli.note_view import note_view

            part = rendered([*note_view(record), ""], to_terminal=False if output else None)
        elif output_format == "json":
            part = to_json(record, indent=2)
        else:
            part = to_json(record) + "\n"
        if output is None and output_format != "json":
            emit(part)  # a long list of notes shows its first records at once
        else:
            parts.append(part)
    text = "[\n" + ",\n".join(parts) + "\n]\n" if output_format == "json" else "".join(parts)
    if output is not None:
        write(text.encode("utf-8"), output)
    elif output_format == "json":
        emit(text)
    if failure is not None:
        raise typer.Exit(failure.exit_code)
