"""``osteocase report``: the case report of a patient's notes as PDF, Word or Markdown; and its terminal form."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
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
from osteocase.errors import OutputError

if TYPE_CHECKING:
    from osteocase.case import NarrativeSection, Redactor
    from osteocase.records import CaseRecord, Note
    from osteocase.report import Document, Picture

__all__ = ["Kind", "Wanted", "case_text", "kind_of", "report_bytes", "report_command"]

Kind = Literal["pdf", "docx", "markdown", "figures"]
_SUFFIXES: dict[Kind, str] = {"pdf": ".pdf", "docx": ".docx", "markdown": ".md", "figures": "-figures"}
"""Endings of the files' names; ``figures`` is a folder with every figure as SVG and PNG."""
PASSWORD = "OSTEOCASE_PASSWORD"
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
        typer.Option(
            "--format",
            "-f",
            help="Kind of report, told from the file's name unless given, else pdf; figures: a folder of SVG and PNG.",
        ),
    ] = None,
    profile: Annotated[
        str,
        typer.Option("--profile", help="Choice of parts: standard, summary, or a journal's, such as ame-case-reports."),
    ] = "standard",
    parts: Annotated[
        list[str] | None,
        typer.Option("--part", metavar="NAME", help="One part in place of the profile's; several times for several."),
    ] = None,
    page_size: Annotated[Literal["A4", "Letter"], typer.Option("--page-size", help="For the PDF.")] = "A4",
    pictures: Annotated[
        Path | None,
        typer.Option(
            "--pictures",
            metavar="FILE",
            help="TOML list of your PNG, JPEG or TIFF pictures: file, caption, alternative and consent of each.",
        ),
    ] = None,
    author_text: Annotated[
        Path | None,
        typer.Option(
            "--author-text", metavar="FILE", help="Your own text under lines such as '# Discussion'; marked as yours."
        ),
    ] = None,
    encrypt: Annotated[
        bool,
        typer.Option(
            "--encrypt",
            help=f"Lock the PDF with a password (AES-256), asked for or taken from {PASSWORD}; it is then no PDF/A.",
        ),
    ] = False,
    reviewed_by: Annotated[
        str | None,
        typer.Option(
            "--reviewed-by", metavar="NAME", help="Who stands for the records; a draft until all are reviewed."
        ),
    ] = None,
    reviewed_on: Annotated[
        str | None, typer.Option("--reviewed-on", metavar="DATE", help="Day of that review, such as 2026-01-02.")
    ] = None,
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
    if reviewed_on is not None and not _is_day(reviewed_on):
        raise typer.BadParameter(f"{reviewed_on!r} is no day; write it as 2026-01-02", param_hint="--reviewed-on")
    kind = output_format or kind_of(output)
    if output is not None and output != STDOUT and kind != "figures":
        check_target(output)
    wanted = Wanted(
        profile, tuple(parts or ()), page_size, _pictures(pictures, profile, parts), reviewed_by, reviewed_on
    )
    if author_text is not None:
        from osteocase.report.authortext import load_author_text

        wanted = replace(wanted, author_text=load_author_text(author_text))
    if kind == "figures" and output == STDOUT:
        raise typer.BadParameter("figures are several files; name a folder", param_hint="-o")
    if encrypt:
        wanted = replace(wanted, password=_password(kind))
    chosen = choices(
        case_id=case_id, title=title, anchor=anchor, split_by=split_by, same_patient=same_patient, lsc=lsc,
        accept=accept, accepted=accepted,
    )  # fmt: skip
    for made in make_cases(folder, context.obj, chosen):
        case, notes, told = made.case, made.notes, wanted
        if not keep_identifiers:
            from osteocase.case import redact

            leaving = redact(made.case, made.notes)
            case, notes, told = leaving.case, leaving.notes, _redacted(wanted, leaving.redactor)
        if kind == "figures":
            _write_figures(case, notes, output or Path(case.case.id.replace("/", "-") + _SUFFIXES[kind]), told)
            _say_replaced(case)
            continue
        data, warnings = _rendered(_document(case, notes, told), kind, told)
        for warning in warnings:
            sys.stderr.write(f"{warning}\n")
        if output == STDOUT:
            emit_bytes(data)
            return
        target = output or Path(case.case.id.replace("/", "-") + _SUFFIXES[kind])
        write(data, target)
        say_written(target)
        if encrypt:
            sys.stderr.write("Locked with AES-256; PDF/A forbids that, so that this file claims PDF/UA alone.\n")
        _say_replaced(case)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user asks of a report beside its format."""

    profile: str = "standard"
    parts: tuple[str, ...] = ()
    page_size: str = "A4"
    pictures: tuple[Picture, ...] = ()
    reviewed_by: str | None = None
    reviewed_on: str | None = None
    password: str | None = None
    author_text: tuple[NarrativeSection, ...] = ()


def _redacted(wanted: Wanted, redactor: Redactor) -> Wanted:
    """What the author writes and shows, with the identifiers of the notes and of the rules replaced; pixels stay."""
    text = tuple(
        section.model_copy(
            update={
                "title": redactor.text(section.title),
                "sentences": tuple(
                    sentence.model_copy(
                        update={
                            "phrases": tuple(
                                phrase.model_copy(update={"text": redactor.text(phrase.text)})
                                for phrase in sentence.phrases
                            )
                        }
                    )
                    for sentence in section.sentences
                ),
            }
        )
        for section in wanted.author_text
    )
    pictures = tuple(
        replace(
            picture,
            name=redactor.name(Path(picture.name).stem) + Path(picture.name).suffix,
            caption=redactor.text(picture.caption),
            alternative=redactor.text(picture.alternative),
        )
        for picture in wanted.pictures
    )
    return replace(wanted, author_text=text, pictures=pictures)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _pictures(path: Path | None, profile: str, parts: Sequence[str] | None) -> tuple[Picture, ...]:
    """The user's pictures, refused where no part of the report would show them."""
    if path is None:
        return ()
    from osteocase.report import load_pictures
    from osteocase.report.profiles import get_profile

    if "pictures" not in (parts or get_profile(profile).parts):
        raise typer.BadParameter(
            "the chosen parts have no place for pictures; add --part pictures", param_hint="--pictures"
        )
    return load_pictures(path)


def _password(kind: Kind) -> str:
    """The password, from the environment or asked for twice; never from the command line, which others can see."""
    if kind != "pdf":
        raise typer.BadParameter("only a PDF can be locked", param_hint="--encrypt")
    told: str = os.environ.get(PASSWORD, "") or typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return told


def _write_figures(case: CaseRecord, notes: Sequence[Note], folder: Path, wanted: Wanted) -> None:
    """Every figure as SVG and PNG, and the user's pictures, in a folder."""
    from osteocase.report import render_figures

    document = _document(case, notes, wanted)
    if folder.exists() and not folder.is_dir():
        raise OutputError("this is a file, and figures go into a folder", place=str(folder), hint="name a folder")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            error.strerror or "it cannot be made", place=str(folder), hint="choose another folder"
        ) from error
    files = {**render_figures(document, kind="svg"), **render_figures(document, kind="png")}
    for name, content in files.items():
        write(content, folder / name)
    say_written(folder)


def kind_of(path: Path | None) -> Kind:
    """The kind of report that a file's name asks for; PDF where it says nothing.

    Raises:
        typer.BadParameter: its ending is of no kind of report.
    """
    suffix = "" if path is None else path.suffix.lower()
    kinds: tuple[Kind, ...] = get_args(Kind)
    kind = next((kind for kind in kinds if _SUFFIXES[kind] == suffix), None)
    if kind is None and suffix:
        raise typer.BadParameter(
            f"no report ends in {suffix!r}: name it .pdf, .docx or .md, or choose the kind with --format",
            param_hint="--output",
        )
    return kind or "pdf"


def report_bytes(
    case: CaseRecord,
    kind: Kind,
    *,
    notes: Sequence[Note] = (),
    wanted: Wanted | None = None,
    keep_identifiers: bool = False,
) -> bytes:
    """The report of a case in the given format, with the narrative that its records tell.

    Identifiers are replaced unless they are to be kept.

    Raises:
        ReportError: no such profile, or a library for the format is missing.
    """
    wanted = wanted or Wanted()
    case, notes = _leaving(case, notes, keep_identifiers)
    return _rendered(_document(case, notes, wanted), kind, wanted)[0]


def _rendered(document: Document, kind: Kind, wanted: Wanted) -> tuple[bytes, tuple[str, ...]]:
    """The report, and what its reader should be told of it: characters that no font has."""
    from osteocase.report import render_docx, render_markdown

    if kind == "pdf":
        from osteocase.report.pdf.writer import write_pdf

        written = write_pdf(document, size=wanted.page_size, password=wanted.password)
        return written.content, written.warnings
    return render_docx(document) if kind == "docx" else render_markdown(document).encode("utf-8"), ()


def _document(case: CaseRecord, notes: Sequence[Note], wanted: Wanted) -> Document:
    """The report free of format, with the narrative that the records tell which no reviewer rejected."""
    from osteocase.case.narrative import narrate
    from osteocase.report import build_document
    from osteocase.report.authortext import placed
    from osteocase.report.build import without_rejected

    narrative = placed(narrate(without_rejected(case)), wanted.author_text)
    return build_document(
        case, narrative=narrative, notes=notes, profile=wanted.profile,
        parts=wanted.parts or None, pictures=wanted.pictures, reviewed_by=wanted.reviewed_by,
        reviewed_on=wanted.reviewed_on,
    )  # fmt: skip


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
    from osteocase.case.narrative import narrate
    from osteocase.cli.document_view import PARTS, document_view
    from osteocase.report import build_document

    document = build_document(case, narrative=narrate(case), parts=PARTS)
    return rendered(document_view(document), to_terminal=to_terminal)
