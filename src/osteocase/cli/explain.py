"""``osteocase explain``: why a note was read as it was."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from osteocase.cli.case import say_written
from osteocase.cli.notes import STDIN, Options, note_paths, read_one
from osteocase.cli.output import check_target, emit, rendered, write

__all__ = ["explain_command"]


def explain_command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A note (.txt, .md), or - for standard input.")],
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write one HTML file, which needs nothing else, instead."),
    ] = None,
) -> None:
    """Show a note with its records, the context cues with their reach, sections, times and rule ids."""
    from osteocase.pipeline.explain import explain

    options: Options = context.obj
    if html is not None:
        check_target(html)
    if file == STDIN and sys.stdin.isatty():
        raise typer.BadParameter("give a note, or send it to standard input", param_hint="FILE")
    if file != STDIN and os.path.isdir(file):
        raise typer.BadParameter("give one note, not a folder", param_hint="FILE")
    ((path, note_id),) = note_paths([file])
    note = read_one(path, note_id, options)
    explanation = explain(note, patterns=options.patterns, day_first=options.day_first)
    if html is None:
        from osteocase.cli.explain_view import ExplainView

        emit(rendered([ExplainView(explanation)]))
        return
    from osteocase.cli.explain_page import explain_page

    write(explain_page(explanation).encode("utf-8"), html)
    say_written(html)
