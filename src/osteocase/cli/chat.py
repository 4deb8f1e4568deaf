"""``osteocase chat``: the terminal application, or the same conversation line by line."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from osteocase.cli.notes import Options

__all__ = ["chat_command", "open_chat"]


def chat_command(
    context: typer.Context,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Line by line, for screen readers, dumb terminals and pipes."),
    ] = False,
) -> None:
    """Open the terminal application: paste a note, see its records beside it, review, make the PDF."""
    if plain:
        from osteocase.cli.plain_chat import PlainChat

        PlainChat(context.obj).run()
    else:
        open_chat(context.obj)


def open_chat(options: Options) -> None:
    """Open the terminal application; without a terminal, say what can be done instead."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise typer.BadParameter(
            "this needs a terminal; `osteocase chat --plain` works without one, `osteocase --help` shows all commands",
            param_hint="osteocase",
        )
    from osteocase.tui.app import run

    run(patterns=options.patterns)
