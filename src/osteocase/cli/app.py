"""The commands of osteocase and what is given before them. Everything heavy is imported when a command runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

import osteocase
from osteocase.cli.batch import batch_command
from osteocase.cli.case import case_command
from osteocase.cli.chat import chat_command, open_chat
from osteocase.cli.check import check_command
from osteocase.cli.config import config_app
from osteocase.cli.evaluate import evaluate_command
from osteocase.cli.exits import CommandGroup, epilog
from osteocase.cli.explain import explain_command
from osteocase.cli.extract import extract_command
from osteocase.cli.notes import Options
from osteocase.cli.patterns import patterns_app
from osteocase.cli.privacy import privacy_command
from osteocase.cli.report import report_command
from osteocase.cli.schema import schema_command

__all__ = ["app"]

app = typer.Typer(
    name="osteocase",
    cls=CommandGroup,
    help=(
        "Read free-text clinic notes about bone health into records that know the words they came from, merge them to "
        "one case, and print a case report as PDF. No network, no model: patterns that you can read and change. "
        "Without a command, the terminal application opens."
    ),
    epilog=epilog(),
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("extract")(extract_command)
app.command("explain")(explain_command)
app.command("case")(case_command)
app.command("check")(check_command)
app.command("report")(report_command)
app.command("privacy")(privacy_command)
app.command("evaluate")(evaluate_command)
app.command("schema")(schema_command)
app.command("batch")(batch_command)
app.add_typer(patterns_app, name="patterns")
app.command("chat")(chat_command)
app.add_typer(config_app, name="config")


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"osteocase {osteocase.__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _before_any_command(
    context: typer.Context,
    patterns: Annotated[
        list[Path] | None,
        typer.Option(
            "--patterns",
            metavar="DIR",
            envvar="OSTEOCASE_PATTERNS",
            help="Folder of your own patterns, laid over those of osteocase; can be given several times.",
        ),
    ] = None,
    max_size: Annotated[
        float,
        typer.Option("--max-size", metavar="MB", min=0.001, help="Largest note that is read, megabytes."),
    ] = 16.0,
    dates: Annotated[
        Literal["auto", "day-first", "month-first"],
        typer.Option(
            "--dates",
            envvar="OSTEOCASE_DATES",
            help="How a date such as 3/5/2021 is read; auto: as the other dates and the spelling of the notes tell.",
        ),
    ] = "auto",
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program an error arose. The output may quote notes.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Take what holds for every command."""
    context.obj = Options(
        patterns=tuple(patterns or ()),
        max_bytes=int(max_size * 1_000_000),
        day_first=None if dates == "auto" else dates == "day-first",
    )
    if context.invoked_subcommand is None:
        open_chat(context.obj)
