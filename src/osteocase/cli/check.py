"""``osteocase check``: what does not agree in the notes of one patient, with an exit code for whoever runs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from osteocase.cli.case import say_written
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
    choices,
    make_cases,
)
from osteocase.cli.exits import ANSWER_IS_NO
from osteocase.cli.output import check_target, emit, rendered, write
from osteocase.cli.plain import visible

if TYPE_CHECKING:
    from osteocase.records import Check, Note, Record, Source

__all__ = ["check_command"]

_GRAVITY = {"error": 0, "warning": 1, "info": 2}
_SIGNS = {"error": ("✗ error", "bold red"), "warning": ("! warning", "bold yellow"), "info": ("i note", "cyan")}
"""Sign, word and style of a severity; nobody depends on the colour."""
_KINDS = {
    "conflict": "the notes contradict each other",
    "arithmetic": "the numbers do not agree",
    "range": "outside the reference interval",
    "narrative": "words and values disagree",
    "missing": "not told",
    "privacy": "may identify the patient",
}
_MOST_QUOTES = 4
_QUOTE_LENGTH = 160


def check_command(
    context: typer.Context,
    folder: Notes,
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="text: for reading; json: the checks as data.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"],
        typer.Option("--fail-on", help="Exit code 1 where a check of this severity or graver is open."),
    ] = "warning",
    case_id: CaseId = None,
    anchor: AnchorName = None,
    lsc: Lsc = None,
    accept: Accept = None,
    accepted: Accepted = None,
    split_by: Split = None,
    same_patient: SamePatient = False,
) -> None:
    """Tell what does not agree, is out of range or is missing in the notes of one patient.

    Remarks to the author, found by rules, each with the words of both sides; none of them is advice.
    """
    if output is not None:
        check_target(output)
    chosen = choices(
        case_id=case_id, title=None, anchor=anchor, split_by=split_by, same_patient=same_patient, lsc=lsc,
        accept=accept, accepted=accepted,
    )  # fmt: skip
    cases = list(make_cases(folder, context.obj, chosen))
    _refuse_unknown(chosen.accepted, cases)
    if output_format == "json":
        text = "".join(_as_json(made, indent=None if split_by else 2) + "\n" for made in cases)
    else:
        parts = (part for number, made in enumerate(cases) for part in _view(made, first=number == 0))
        text = rendered(parts, to_terminal=False if output else None)
    if output is None:
        emit(text)
    else:
        write(text.encode("utf-8"), output)
        say_written(output)
    gravest = min((_GRAVITY[check.severity] for made in cases for check in _open(made)), default=9)
    if fail_on != "never" and gravest <= _GRAVITY[fail_on]:
        raise typer.Exit(ANSWER_IS_NO)


def _refuse_unknown(accepted: Mapping[str, str], cases: Sequence[Made]) -> None:
    """A reason for a check that is not told would otherwise be lost in silence."""
    known = {check.id for made in cases for check in made.case.checks}
    unknown = [name for name in accepted if name not in known]
    if unknown:
        raise typer.BadParameter(
            f"no check is called {unknown[0]!r}; its name stands below each check", param_hint="--accept"
        )


def _open(made: Made) -> list[Check]:
    return [check for check in made.case.checks if check.accepted is None]


def _counts(made: Made) -> dict[str, int]:
    counts = dict.fromkeys(_GRAVITY, 0)
    for check in _open(made):
        counts[check.severity] += 1
    return {**counts, "accepted": len(made.case.checks) - len(_open(made))}


def _as_json(made: Made, indent: int | None) -> str:
    import json

    from osteocase.records import to_json

    case = made.case
    told = {
        "schema_version": case.schema_version,
        "case": json.loads(to_json(case.case)),
        "counts": _counts(made),
        "checks": [json.loads(to_json(check)) for check in case.checks],
    }
    return json.dumps(told, ensure_ascii=False, indent=indent)


def _view(made: Made, *, first: bool) -> Iterator[Any]:
    from rich.text import Text

    if not first:
        yield Text("\n")
    case = made.case
    counts = _counts(made)
    words = [_plural(counts["error"], "error"), _plural(counts["warning"], "warning"), _plural(counts["info"], "note")]
    words += [f"{counts['accepted']} left as told"] if counts["accepted"] else []
    yield Text(visible(case.case.title), style="bold")
    yield Text(", ".join(words))
    records = {record.id: record for record in _records(made)}
    texts = {note.id: note for note in made.notes}
    for check in case.checks:
        yield Text()
        yield from _one(check, records, texts)
    yield Text()
    yield Text("Remarks to the author, found by rules; none of them is advice.", style="dim")


def _one(check: Check, records: Mapping[str, Record], texts: Mapping[str, Note]) -> Iterator[Any]:
    from rich.padding import Padding
    from rich.text import Text

    sign, style = _SIGNS[check.severity]
    if check.accepted is not None:
        sign, style = f"✓ accepted ({check.severity})", "green"
    yield Text.assemble((sign, style), f" · {_KINDS[check.kind]}")
    lines = [Text(visible(check.message))]
    if check.computed is not None and check.kind == "arithmetic":
        sides = [f"stated {check.stated}"] if check.stated is not None else []
        lines.append(Text(visible("; ".join([*sides, f"computed {check.computed}"]))))
    if check.accepted is not None:
        lines.append(Text(visible(f"left as it is: {check.accepted}"), style="italic"))
    for source in _sources(check, records)[:_MOST_QUOTES]:
        lines.append(Text.assemble("“", visible(_short(source.text)), "” ", (visible(_place(source, texts)), "dim")))
    lines.append(Text(visible(check.id), style="dim"))
    for line in lines:
        yield Padding(line, (0, 0, 0, 2))


def _records(made: Made) -> Iterator[Record]:
    from osteocase.records import RecordLists

    for lists in (made.case, made.case.superseded):
        for name in RecordLists.model_fields:
            yield from getattr(lists, name)


def _sources(check: Check, records: Mapping[str, Record]) -> list[Source]:
    """The words of both sides: those that the check names, else those of its records; each place once."""
    told = check.sources or tuple(records[name].source for name in check.records if name in records)
    return list({(source.note, source.start, source.end): source for source in told}.values())


def _place(source: Source, texts: Mapping[str, Note]) -> str:
    note = texts.get(source.note)
    if note is None or note.text[source.start : source.end] != source.text:
        return f"{source.note}, characters {source.start}–{source.end}"
    return f"{note.path or note.id}:{note.text.count(chr(10), 0, source.start) + 1}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTE_LENGTH else f"{words[: _QUOTE_LENGTH - 2].rstrip()} …"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
