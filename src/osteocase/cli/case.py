"""``osteocase case``: the notes of one patient to one case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from osteocase.cli.notes import make_case
from osteocase.cli.output import check_target, emit, write
from osteocase.cli.plain import visible

__all__ = ["AnchorName", "CaseId", "Notes", "Title", "case_command", "say_written"]

Notes = Annotated[
    list[Path],
    typer.Argument(
        metavar="FOLDER…", help="Folder with the notes of one patient, single notes, or a case as JSON; - for stdin."
    ),
]
CaseId = Annotated[str | None, typer.Option("--id", help="Name of the case; the folder's name unless given.")]
Title = Annotated[str | None, typer.Option("--title", help="Title of the case.")]
AnchorName = Annotated[
    str | None,
    typer.Option(
        "--anchor",
        help="Event that is month 0, such as treatment_start, delivery or baseline; chosen by rule unless given.",
    ),
]


def case_command(
    context: typer.Context,
    folder: Notes,
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="text: tables for reading; json: the whole case.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
    case_id: CaseId = None,
    title: Title = None,
    anchor: AnchorName = None,
) -> None:
    """Merge the notes of one patient to one case on one axis of time, and check what does not agree."""
    from osteocase.records import to_json

    if output is not None:
        check_target(output)
    case, _ = make_case(folder, context.obj, case_id=case_id, title=title, anchor=anchor)
    if output_format == "json":
        text = to_json(case, indent=2) + "\n"
    else:
        from osteocase.cli.report import case_text

        text = case_text(case, to_terminal=False if output else None)
    if output is None:
        emit(text)
        return
    write(text.encode("utf-8"), output)
    say_written(output)


def say_written(path: Path) -> None:
    """Tell on stderr where a result is."""
    sys.stderr.write(f"Wrote {visible(str(path))}\n")
