"""``osteocase evaluate``: how well notes are read, against gold files beside them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from osteocase.cli.exits import ANSWER_IS_NO
from osteocase.cli.notes import Options
from osteocase.cli.output import check_target, emit, rendered, write
from osteocase.cli.plain import visible
from osteocase.errors import InputError

if TYPE_CHECKING:
    from osteocase.evaluation import Comparison, Evaluation

__all__ = ["evaluate_command"]


def evaluate_command(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder with NAME.txt beside NAME.gold.json.")],
    part: Annotated[
        Literal["all", "open", "held-out"],
        typer.Option(help="open: the notes that patterns may be written from; held-out: the third kept aside."),
    ] = "all",
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the whole evaluation as JSON, too.")
    ] = None,
    compare_with: Annotated[
        Path | None,
        typer.Option("--compare", metavar="OLD.json", help="Tell what changed since then; exit code 1 if F1 fell."),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Figures only, without the single misses.")] = False,
) -> None:
    """Score precision, recall and F1 of every list, and name every miss and every spurious record."""
    from osteocase import pipeline
    from osteocase.evaluation import Evaluation, compare, evaluate_folder
    from osteocase.lexicon import default_lexicon
    from osteocase.records import from_json, to_json

    options: Options = context.obj
    if json_file is not None:
        check_target(json_file)
    before = None
    if compare_with is not None:
        before = from_json(Evaluation, _content(compare_with), place=str(compare_with))
    evaluation = evaluate_folder(
        folder,
        lambda note: pipeline.extract(note, patterns=options.patterns, day_first=options.day_first),
        part=part,
        lexicon=default_lexicon(options.patterns),
        progress=_show if sys.stderr.isatty() else None,
    )
    if json_file is not None:
        write((to_json(evaluation, indent=2) + "\n").encode("utf-8"), json_file)
    comparison = compare(before, evaluation) if before is not None else None
    parts = [*_figures(evaluation), *([] if brief else _details(evaluation))]
    if comparison is not None:
        parts += _changes(comparison)
    emit(rendered(parts))
    if comparison is not None and comparison.worse:
        raise typer.Exit(ANSWER_IS_NO)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError("it cannot be read", place=str(path), hint="look at the path and its permissions") from error


def _show(number: int, total: int) -> None:
    """Progress on one line of the terminal, wiped at the end."""
    sys.stderr.write(f"\r{number} of {total} notes" if number < total else f"\r{'':30}\r")
    sys.stderr.flush()


def _figures(evaluation: Evaluation) -> Iterator[Any]:
    from osteocase.cli.document_view import plain_table

    heads = (
        "list",
        "notes",
        "gold",
        "found",
        "repeats",
        "precision",
        "recall",
        "F1",
        "strict P",
        "strict R",
        "strict F1",
    )
    table = plain_table(f"{len(evaluation.notes)} notes ({evaluation.part})", *heads)
    for score in evaluation.lists:
        counts = (score.notes, score.gold, score.found, score.repeats)
        figures = (score.key, score.strict)
        shares = [value for each in figures for value in (each.precision, each.recall, each.f1)]
        table.add_row(score.name, *map(str, counts), *map(_share, shares))
    yield table
    yield ""
    fields = plain_table("fields, where the key agrees", "list", "field", "agree", "gold", "share")
    told = [(score.name, score.fields) for score in evaluation.lists]
    for name, scores in [*told, ("patient", evaluation.patient)]:
        for each in scores:
            fields.add_row(name, each.field, str(each.agree), str(each.total), _share(each.accuracy))
    yield fields
    if evaluation.patient_spurious:
        yield f"\n{evaluation.patient_spurious} fields of the patient without gold"


def _details(evaluation: Evaluation) -> Iterator[str]:
    """Every miss, every spurious record and every field that was read differently, each with its note and line."""
    for title, rows in (("missed", evaluation.missed), ("spurious", evaluation.spurious)):
        yield f"\n{len(rows)} {title}"
        for row in rows:
            rule = getattr(row, "rule", None)
            yield visible(
                f"  {row.note}:{row.line or '?'}  {row.list}  {row.fact}"
                + (f"  «{' '.join(row.quote.split())}»" if row.quote else "")
                + (f"  [{rule}]" if rule else "")
            )
    yield f"\n{len(evaluation.disagreements)} read differently"
    for each in evaluation.disagreements:
        place = f"{each.note}:{each.line or '?'}"
        yield visible(f"  {place}  {each.list}  {each.fact}  {each.field}: {each.gold} (gold), {each.found} (read)")


def _changes(comparison: Comparison) -> Iterator[str]:
    yield "\nchanges: " + ("worse" if comparison.worse else "not worse")
    for change in comparison.changes:
        yield f"  {change.list}  {change.figure}: {_share(change.before)} -> {_share(change.after)}"
    rows: dict[str, tuple[Any, ...]] = {
        "found now": comparison.mended,
        "missed now": comparison.newly_missed,
        "gone": comparison.gone,
        "spurious now": comparison.newly_spurious,
    }
    told: dict[str, tuple[Any, ...]] = {
        "read right now": comparison.settled,
        "read differently now": comparison.newly_different,
    }
    for title, found in rows.items():
        for row in found:
            yield visible(f"  {title}: {row.note}:{row.line or '?'}  {row.list}  {row.fact}")
    for title, found in told.items():
        for row in found:
            place = f"{row.note}:{row.line or '?'}"
            yield visible(
                f"  {title}: {place}  {row.list}  {row.fact}  {row.field}: {row.gold} (gold), {row.found} (read)"
            )
    for title, names in (("no longer there", comparison.notes_only_before), ("new", comparison.notes_only_after)):
        if names:
            yield visible(f"  notes {title}: {', '.join(names)}")


def _share(value: Decimal | None) -> str:
    return "–" if value is None else f"{value:.3f}"
