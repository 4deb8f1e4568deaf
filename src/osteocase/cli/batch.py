"""``osteocase batch``: a folder, a table or a database full of notes, by several processes, in several sittings."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from osteocase.cli.exits import SOME_SET_ASIDE
from osteocase.cli.notes import Options
from osteocase.cli.plain import visible
from osteocase.errors import InputError

if TYPE_CHECKING:
    from osteocase.batch import Done, Fields, Grouping, Item, Summary

__all__ = ["batch_command"]

WORKER = "osteocase.cli.batch_worker"
"""Module that runs the worker processes."""

_INPUT = "What is read"
_OUTPUT = "What is made"
_WORK = "How the work is done"


def batch_command(
    context: typer.Context,
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="INPUT…", help="Folders of notes, or tables: .jsonl, .csv, .tsv, .parquet."),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="Folder for the results and what resuming needs.")
    ] = ...,  # type: ignore[assignment]  # Typer's way to say that the option must be given
    formats: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="LIST", help="Of jsonl, csv, parquet, pdf, with commas.", rich_help_panel=_OUTPUT
        ),
    ] = "jsonl",
    group: Annotated[
        Literal["folder", "prefix", "none"],
        typer.Option(help="What makes files one case: their folder, or how their names begin.", rich_help_panel=_INPUT),
    ] = "folder",
    separator: Annotated[
        str, typer.Option(help="What ends the beginning of a name, for --group prefix.", rich_help_panel=_INPUT)
    ] = "_",
    text_column: Annotated[str, typer.Option(help="Column that holds the note.", rich_help_panel=_INPUT)] = "text",
    id_column: Annotated[
        str | None, typer.Option(help="Column that holds the id of the note.", rich_help_panel=_INPUT)
    ] = None,
    case_column: Annotated[
        str | None, typer.Option(help="Column that holds the id of the patient or case.", rich_help_panel=_INPUT)
    ] = None,
    sql: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar="OSTEOCASE_SQL",
            show_envvar=True,
            help="Database to read from, as SQLAlchemy writes it.",
            rich_help_panel=_INPUT,
        ),
    ] = None,
    query: Annotated[
        str | None, typer.Option(metavar="SQL", help="Query that gives the notes.", rich_help_panel=_INPUT)
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Worker processes; one a core unless given.", rich_help_panel=_WORK),
    ] = None,
    time_limit: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Longest time for one note.", rich_help_panel=_WORK)
    ] = 60.0,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Dask scheduler whose workers do the work: tcp://….", rich_help_panel=_WORK
        ),
    ] = None,
    parts: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help="Where finished units lie: a folder or fsspec address that all reach; OUT/.parts unless given.",
            rich_help_panel=_WORK,
        ),
    ] = None,
) -> None:
    """Read very many notes. Stop it at any time; the same command takes it up where it was.

    A note that cannot be read is set aside with its reason in failures.jsonl, and the exit code tells of it.
    """
    from osteocase.batch import PARTS, Fields, Settings, fingerprint, run_batch, run_on_cluster, run_units
    from osteocase.cli.batch_products import PRODUCTS
    from osteocase.lexicon import check_lexicon, default_folder

    options: Options = context.obj
    fields = Fields(text=text_column, note=id_column, case=case_column)
    names = _products(formats)
    items = _items(inputs or [], fields, group, separator, sql, query, spool=output)
    folders = (default_folder(), *options.patterns)
    check_lexicon(tuple(options.patterns))  # a fault in the patterns is told here and not by each worker
    settings = Settings(
        storage=parts or str((output / PARTS).resolve()),
        products=names,
        patterns=tuple(str(folder) for folder in options.patterns),
        max_bytes=options.max_bytes,
        time_limit=time_limit,
        day_first=options.day_first,
    )
    if scheduler is None:
        run = partial(run_units, settings=settings, module=WORKER, jobs=jobs or os.cpu_count() or 1)
    else:
        run = partial(run_on_cluster, settings=settings, module=WORKER, address=scheduler)
    with _progress(_total_bytes(inputs or []) if sys.stderr.isatty() else None) as watch:
        summary = run_batch(
            items,
            output,
            settings,
            [PRODUCTS[name] for name in names],
            mark=fingerprint(settings, folders),
            run=run,
            watch=watch,
        )
    sys.stderr.write(_told(summary, output))
    if summary.failed or summary.failed_cases:
        raise typer.Exit(SOME_SET_ASIDE)


def _products(formats: str) -> tuple[str, ...]:
    """Names of what to make, in a fixed order; notes and cases are the two halves of ``jsonl``."""
    known = {"jsonl": ("notes", "cases"), "csv": ("csv",), "parquet": ("parquet",), "pdf": ("pdf",)}
    asked = [name.strip() for name in formats.split(",")]
    for name in asked:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is none of: {', '.join(known)}", param_hint="--format")
    return tuple(product for name, products in known.items() if name in asked for product in products)


def _items(
    inputs: list[Path],
    fields: Fields,
    group: Grouping,
    separator: str,
    sql: str | None,
    query: str | None,
    *,
    spool: Path,
) -> Iterator[Item]:
    """All notes of all inputs, those of one case together."""
    from osteocase.batch import TABLE_SUFFIXES, by_case, folder_items, sql_items, table_items

    if (sql is None) != (query is None):
        raise typer.BadParameter("--sql and --query belong together", param_hint="--sql")
    if not inputs and sql is None:
        raise typer.BadParameter("give a folder, a table, or --sql with --query", param_hint="INPUT")
    found: list[Iterator[Item]] = []
    several = sum(map(os.path.isdir, inputs)) > 1
    for path in inputs:
        if os.path.isdir(path):
            label = path.as_posix().strip("./") if several else None
            found.append(folder_items(path, grouping=group, separator=separator, label=label))
        elif path.suffix.lower() in TABLE_SUFFIXES and os.path.isfile(path):
            found.append(table_items(path, fields))
        else:
            what = "this is neither a folder nor a table" if os.path.exists(path) else "there is no such file or folder"
            raise InputError(what, place=str(path), hint=f"tables end in {', '.join(TABLE_SUFFIXES)}")
    if sql is not None and query is not None:
        found.append(sql_items(sql, query, fields))
    items = chain.from_iterable(found)
    return by_case(items, spool / ".spool.sqlite") if fields.case is not None else items


@contextmanager
def _progress(total: int | None) -> Iterator[Callable[[Done], None]]:
    """Notes, rate and time left while a person looks on; nothing where stderr goes to a file."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.fields[notes]} notes, {task.fields[rate]:.0f} a second"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    began = time.monotonic()
    notes = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, notes=0, rate=0.0)

        def watch(done: Done) -> None:
            nonlocal notes
            notes += done.notes
            rate = notes / max(time.monotonic() - began, 0.1)
            progress.update(task, advance=done.size, notes=notes, rate=rate)

        yield watch


def _total_bytes(inputs: list[Path]) -> int | None:
    """Bytes of all inputs, for the time left; null where a database keeps it to itself."""
    from osteocase.batch import folder_items

    total = 0
    for path in inputs:
        if path.is_dir():
            total += sum(item.size for item in folder_items(path, grouping="none", separator="_"))
        else:
            total += path.stat().st_size
    return total or None


def _told(summary: Summary, output: Path) -> str:
    """The summary in words."""
    lines = [f"{summary.notes} notes, {summary.notes - summary.failed} read, {summary.failed} set aside"]
    if summary.cases or summary.failed_cases:
        lines.append(f"{summary.cases} cases merged, {summary.failed_cases} in part or not")
    if summary.kept:
        lines.append(f"{summary.kept} of {summary.units} units were finished before")
    if summary.failed or summary.failed_cases:
        lines.append(f"reasons: {visible(str(output / 'failures.jsonl'))}")
    return "\n".join([*lines, f"Wrote {visible(str(output))}", ""])
