"""``osteocase case``: the notes of one patient to one case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from osteocase.cli.case_options import (
    Accept,
    Accepted,
    AnchorName,
    CaseId,
    Lsc,
    Made,
    Notes,
    SamePatient,
    Split,
    Title,
    choices,
    make_cases,
)
from osteocase.cli.output import check_target, emit, rendered, write
from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.records import CaseRecord

__all__ = ["case_command", "say_written"]


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
    lsc: Lsc = None,
    accept: Accept = None,
    accepted: Accepted = None,
    split_by: Split = None,
    same_patient: SamePatient = False,
    journal: Annotated[
        str | None,
        typer.Option("--journal", help="Tell below the case what a journal asks for: care, ame_case_reports, …"),
    ] = None,
    redacted: Annotated[
        bool, typer.Option("--redact", help="Replace the names, places, dates and numbers that the rules know.")
    ] = False,
) -> None:
    """Merge the notes of one patient to one case on one axis of time, and check what does not agree.

    With --split-by the JSON has one case a line.
    """
    from osteocase.records import to_json

    if output is not None:
        check_target(output)
    _refuse_unknown(journal)
    chosen = choices(
        case_id=case_id, title=title, anchor=anchor, split_by=split_by, same_patient=same_patient, lsc=lsc,
        accept=accept, accepted=accepted,
    )  # fmt: skip
    cases = [_shown(made, redacted) for made in make_cases(folder, context.obj, chosen)]
    if output_format == "json":
        text = "".join(to_json(case, indent=None if split_by else 2) + "\n" for case in cases)
    else:
        from osteocase.cli.report import case_text

        to_terminal = False if output else None
        texts = [
            case_text(case, to_terminal=to_terminal) + _journal_text(case, journal, to_terminal=to_terminal)
            for case in cases
        ]
        text = "\n\n".join(texts)
    if output is None:
        emit(text)
        return
    write(text.encode("utf-8"), output)
    say_written(output)


def _refuse_unknown(journal: str | None) -> None:
    from osteocase.case import journal_names

    if journal is not None and journal not in journal_names():
        raise typer.BadParameter(f"{journal!r} is none of: {', '.join(journal_names())}", param_hint="--journal")


_STATES = {"met": "✓ met", "not_met": "✗ not met", "needs_author": "✎ needs the author"}


def _journal_text(case: CaseRecord, journal: str | None, *, to_terminal: bool | None) -> str:
    """What a journal asks for and how the case stands; empty where no journal is named."""
    if journal is None:
        return ""
    from osteocase.case import journal_fit
    from osteocase.cli.document_view import plain_table

    fit = journal_fit(case, journal)
    table = plain_table(fit.name, "Asked for", "State", "Remark")
    for item in fit.items:
        table.add_row(visible(item.asks), _STATES[item.state], visible(item.reason or ""))
    return "\n" + rendered([table, f"Rules as read in: {fit.source}."], to_terminal=to_terminal)


def _shown(made: Made, redacted: bool) -> CaseRecord:
    if not redacted:
        return made.case
    from osteocase.case import redact

    return redact(made.case, made.notes).case


def say_written(path: Path) -> None:
    """Tell on stderr where a result is."""
    sys.stderr.write(f"Wrote {visible(str(path))}\n")
