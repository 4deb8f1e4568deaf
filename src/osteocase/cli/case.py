"""``osteocase case`` and ``osteocase report``: notes to one case, and the case to its report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from osteocase.cli.notes import Options, make_case
from osteocase.cli.output import check_target, emit, emit_bytes, rendered, write
from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.records import CaseRecord

__all__ = ["case_command", "case_text", "report_bytes", "report_command"]

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
STDOUT = Path("-")


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
    case = _case(context.obj, folder, case_id=case_id, title=title, anchor=anchor)
    if output_format == "json":
        text = to_json(case, indent=2) + "\n"
    else:
        text = case_text(case, to_terminal=False if output else None)
    if output is None:
        emit(text)
        return
    write(text.encode("utf-8"), output)
    _say_written(output)


def report_command(
    context: typer.Context,
    folder: Notes,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The report; the case's name here unless given, - for stdout."
        ),
    ] = None,
    output_format: Annotated[
        Literal["pdf", "markdown"] | None,
        typer.Option("--format", "-f", help="Kind of report; told from the file's name unless given, else pdf."),
    ] = None,
    case_id: CaseId = None,
    title: Title = None,
    anchor: AnchorName = None,
) -> None:
    """Print the case report of a patient's notes as PDF or Markdown."""
    if output is not None and output != STDOUT:
        check_target(output)
    chosen = output_format or ("markdown" if output is not None and output.suffix.lower() == ".md" else "pdf")
    case = _case(context.obj, folder, case_id=case_id, title=title, anchor=anchor)
    target = output or Path(f"{case.case.id}.{'md' if chosen == 'markdown' else 'pdf'}".replace("/", "-"))
    data = report_bytes(case, chosen)
    if target == STDOUT:
        emit_bytes(data)
        return
    write(data, target)
    _say_written(target)


def case_text(case: CaseRecord, *, to_terminal: bool | None = None) -> str:
    """The case as a person reads it in a terminal: the parts of its report that fit there."""
    from osteocase.cli.document_view import PARTS, document_view
    from osteocase.report import build_document

    return rendered(document_view(build_document(case, parts=PARTS)), to_terminal=to_terminal)


def report_bytes(case: CaseRecord, kind: Literal["pdf", "markdown"]) -> bytes:
    """The report of a case in the given format."""
    from osteocase.report import build_document, render_markdown, render_pdf

    document = build_document(case)
    return render_pdf(document) if kind == "pdf" else render_markdown(document).encode("utf-8")


def _case(
    options: Options, folder: list[Path], *, case_id: str | None, title: str | None, anchor: str | None
) -> CaseRecord:
    from osteocase.records import Anchor

    known = get_args(Anchor)
    for name in known:
        if name == anchor:
            return make_case(folder, options, case_id=case_id, title=title, anchor=name)
    if anchor is not None:
        raise typer.BadParameter(f"{anchor!r} is none of: {', '.join(known)}", param_hint="--anchor")
    return make_case(folder, options, case_id=case_id, title=title)


def _say_written(path: Path) -> None:
    sys.stderr.write(f"Wrote {visible(str(path))}\n")
