"""``osteocase report``: the case report of a patient's notes as PDF, Word or Markdown; and its terminal form."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from osteocase.cli.case import say_written
from osteocase.cli.case_options import (
    Accept,
    Accepted,
    AnchorName,
    CaseId,
    KeepIdentifiers,
    Lsc,
    Notes,
    SamePatient,
    Split,
    Title,
    choices,
    make_cases,
)
from osteocase.cli.output import check_target, emit_bytes, rendered, write

if TYPE_CHECKING:
    from osteocase.records import CaseRecord, Note

__all__ = ["Kind", "case_text", "kind_of", "report_bytes", "report_command"]

Kind = Literal["pdf", "docx", "markdown"]
_SUFFIXES: dict[Kind, str] = {"pdf": ".pdf", "docx": ".docx", "markdown": ".md"}
STDOUT = Path("-")


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
        Kind | None,
        typer.Option("--format", "-f", help="Kind of report; told from the file's name unless given, else pdf."),
    ] = None,
    profile: Annotated[
        str, typer.Option("--profile", help="Choice of parts: standard, summary, or a journal's.")
    ] = "standard",
    page_size: Annotated[Literal["A4", "Letter"], typer.Option("--page-size", help="For the PDF.")] = "A4",
    case_id: CaseId = None,
    title: Title = None,
    anchor: AnchorName = None,
    lsc: Lsc = None,
    accept: Accept = None,
    accepted: Accepted = None,
    split_by: Split = None,
    same_patient: SamePatient = False,
    keep_identifiers: KeepIdentifiers = False,
) -> None:
    """Print the case report of a patient's notes as PDF, Word file or Markdown.

    Names, places, dates and numbers that the rules know are replaced in every part of it, the attached record included.
    """
    if split_by is not None and output is not None:
        raise typer.BadParameter(
            "several reports do not go into one file; they are named after their cases", param_hint="-o"
        )
    if output is not None and output != STDOUT:
        check_target(output)
    kind = output_format or kind_of(output)
    chosen = choices(
        case_id=case_id, title=title, anchor=anchor, split_by=split_by, same_patient=same_patient, lsc=lsc,
        accept=accept, accepted=accepted,
    )  # fmt: skip
    for made in make_cases(folder, context.obj, chosen):
        case, notes = _leaving(made.case, made.notes, keep_identifiers)
        data = report_bytes(case, kind, notes=notes, profile=profile, page_size=page_size, keep_identifiers=True)
        if output == STDOUT:
            emit_bytes(data)
            return
        target = output or Path(case.case.id.replace("/", "-") + _SUFFIXES[kind])
        write(data, target)
        say_written(target)
        _say_replaced(case)


def kind_of(path: Path | None) -> Kind:
    """The kind of report that a file's name asks for; PDF where it says nothing."""
    suffix = "" if path is None else path.suffix.lower()
    kinds: tuple[Kind, ...] = get_args(Kind)
    return next((kind for kind in kinds if _SUFFIXES[kind] == suffix), "pdf")


def report_bytes(
    case: CaseRecord,
    kind: Kind,
    *,
    notes: Sequence[Note] = (),
    profile: str = "standard",
    page_size: str = "A4",
    keep_identifiers: bool = False,
) -> bytes:
    """The report of a case in the given format, with the narrative that its records tell.

    Identifiers are replaced unless they are to be kept.

    Raises:
        ReportError: no such profile, or a library for the format is missing.
    """
    from osteocase.case.narrative import narrate
    from osteocase.report import build_document, render_docx, render_markdown, render_pdf

    case, notes = _leaving(case, notes, keep_identifiers)
    document = build_document(case, narrative=narrate(case), notes=notes, profile=profile)
    if kind == "pdf":
        return render_pdf(document, page_size=page_size)
    return render_docx(document) if kind == "docx" else render_markdown(document).encode("utf-8")


def _leaving(case: CaseRecord, notes: Sequence[Note], keep_identifiers: bool) -> tuple[CaseRecord, Sequence[Note]]:
    """The case and notes as they may leave the house."""
    if keep_identifiers:
        return case, notes
    from osteocase.case import redact

    redacted = redact(case, notes)
    return redacted.case, redacted.notes


def _say_replaced(case: CaseRecord) -> None:
    """What is left to a person, on stderr, where anything was replaced."""
    if case.redaction is not None and case.redaction.replaced:
        kinds = dict.fromkeys(item.kind for item in case.redaction.replaced)
        sys.stderr.write(
            f"Replaced by the rules: {', '.join(kinds)}. Read it before it leaves your hands; "
            "osteocase privacy lists the words.\n"
        )


def case_text(case: CaseRecord, *, to_terminal: bool | None = None) -> str:
    """The case as a person reads it in a terminal: the parts of its report that fit there."""
    from osteocase.cli.document_view import PARTS, document_view
    from osteocase.report import build_document

    return rendered(document_view(build_document(case, parts=PARTS)), to_terminal=to_terminal)
