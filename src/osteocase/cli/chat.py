"""``osteocase chat``: the terminal application, or the same conversation line by line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from osteocase.cli.notes import Options

__all__ = ["chat_command", "has_terminal", "open_chat"]


def chat_command(
    context: typer.Context,
    notes: Annotated[
        list[Path] | None,
        typer.Argument(metavar="NOTE…", help="Notes or folders of notes to begin with, or the title of a kept case."),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Line by line, for screen readers, dumb terminals and pipes."),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="With --plain: each turn as one JSON object.")] = False,
    no_save: Annotated[
        bool, typer.Option("--no-save", help="Keep nothing: a kept case is opened as a copy, a new one is forgotten.")
    ] = False,
    database: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="Case library, as an SQLAlchemy URL.")
    ] = None,
) -> None:
    """Open the terminal application: paste a note, see its records beside it, review, make the PDF."""
    options: Options = context.obj
    if plain or json:
        from osteocase.cli.plain_chat import plain_chat

        plain_chat(options, notes or [], json=json, keep=not no_save, database=database)
    else:
        open_chat(options, notes or [], keep=not no_save, database=database)


def open_chat(options: Options, notes: Sequence[Path] = (), *, keep: bool = True, database: str | None = None) -> None:
    """Open the terminal application; without a terminal, say what can be done instead."""
    if not has_terminal():
        raise typer.BadParameter(
            "this needs a terminal; `osteocase chat --plain` works without one, `osteocase --help` shows all commands",
            param_hint="osteocase",
        )
    from osteocase.tui.app import run

    run(patterns=options.patterns, notes=notes, keep=keep, database=database)


def has_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
