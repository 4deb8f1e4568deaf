"""``osteocase privacy``: which identifiers the rules find in notes, and what stands in their place in a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from osteocase.cli.case import say_written
from osteocase.cli.case_options import AnchorName, Made, Notes, SamePatient, Split, choices, make_cases
from osteocase.cli.output import check_target, emit, rendered, write
from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.case import PrivacyReport

__all__ = ["privacy_command"]


def privacy_command(
    context: typer.Context,
    folder: Notes,
    output_format: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", help="text: a table for reading; json: the same as data."),
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
    anchor: AnchorName = None,
    split_by: Split = None,
    same_patient: SamePatient = False,
) -> None:
    """List the names, places, dates and numbers that the rules find, with their stand-ins: for your eyes only.

    The rules find what they know. Whoever sends a report on has to read it.
    """
    from osteocase.case import redact

    if output is not None:
        check_target(output)
    chosen = choices(
        case_id=None, title=None, anchor=anchor, split_by=split_by, same_patient=same_patient, lsc=None, accept=None,
        accepted=None,
    )  # fmt: skip
    found = [(made, redact(made.case, made.notes).report) for made in make_cases(folder, context.obj, chosen)]
    if output_format == "json":
        text = "".join(_as_json(made, report, indent=None if split_by else 2) + "\n" for made, report in found)
    else:
        parts = (part for made, report in found for part in _view(made, report))
        text = rendered(parts, to_terminal=False if output else None)
    if output is None:
        emit(text)
        return
    write(text.encode("utf-8"), output)
    say_written(output)


def _rows(report: PrivacyReport) -> Iterator[tuple[str, str, str, int]]:
    """Class, words, stand-in and number of places of the stand-in."""
    for item in report.replaced:
        yield (
            item.letter,
            " ".join(item.words.split()),
            item.replacement,
            report.places.get((item.letter, item.replacement), 0),
        )


def _as_json(made: Made, report: PrivacyReport, indent: int | None) -> str:
    import json

    told = {
        "case": made.case.case.id,
        "replaced": [
            {"class": letter, "words": words, "stand_in": stand_in, "places": places}
            for letter, words, stand_in, places in _rows(report)
        ],
        "for_a_person": list(report.for_a_person),
        "reviewed_by": report.reviewed_by,
    }
    return json.dumps(told, ensure_ascii=False, indent=indent)


def _view(made: Made, report: PrivacyReport) -> Iterator[Any]:
    from rich.text import Text

    from osteocase.case import CLASSES
    from osteocase.cli.document_view import plain_table

    yield Text(visible(made.case.case.title), style="bold")
    table = plain_table("", "Class", "Words of the notes", "Stand-in", "Places")
    for letter, words, stand_in, places in _rows(report):
        table.add_row(f"{letter} {CLASSES[letter]}", Text(visible(words)), Text(visible(stand_in)), str(places))
    yield table
    for line in report.lines():
        yield Text(visible(line))
