"""Where the time goes: the share of each step of reading, over the notes of samples and tests.

``python -m tests.benchmarks.profile [ROUNDS]`` prints it.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from rich.console import Console
from rich.table import Table

from osteocase.pipeline import extract, factories, scan
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.note_records import note_record
from osteocase.reading import read_text
from tests.benchmarks.notes import notes_of

STEPS = ("find_sections", "find_tables", "find_times", "find_sentences", "find_mentions", "find_quantities")
spent: dict[str, float] = defaultdict(float)


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its processor time added up under a name."""

    def call(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[name] += time.process_time() - start

    return call


def main(rounds: int) -> None:
    """Measure and print."""
    knowledge = knowledge_of()
    notes = [read_text(text, note_id="note") for text in [*notes_of("sample notes"), *notes_of("notes of tests")]]
    finders = {name: timed(f"component {name}", factories._finder(name)) for name in factories.FACT_COMPONENTS.values()}
    for note in notes:
        extract(note)
    for step in STEPS:
        setattr(scan, step, timed(f"scan {step.removeprefix('find_')}", getattr(scan, step)))
    for _ in range(rounds):
        for note in notes:
            made = scan.scan_text(note.text, knowledge)
            drafts: dict[str, Any] = {}
            for name, find in finders.items():
                drafts[name] = made.facts[name] = find(made)
            timed("records (Pydantic)", note_record)(note, made, drafts)
            made.let_go()
    _print(len(notes) * rounds, sum(len(note.text) for note in notes) * rounds)


def _print(notes: int, characters: int) -> None:
    total = sum(spent.values())
    table = Table(title=f"{notes} notes, {characters / total / 1000:,.0f} kB/s", title_justify="left")
    for head in ("step", "ms a note", "share"):
        table.add_column(head, justify="left" if head == "step" else "right")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        table.add_row(name, f"{seconds * 1000 / notes:.3f}", f"{seconds / total:.1%}")
    Console().print(table)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
