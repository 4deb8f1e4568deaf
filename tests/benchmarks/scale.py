"""How time and memory grow with the number of notes.

``python -m tests.benchmarks.scale [COUNT …]`` reads so many notes each (1,000 and 10,000 unless given) with one and
with two processes, out of one JSONL file, and prints notes a second, the largest memory of all processes together, and
the memory at each fifth of the way.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from tests.benchmarks.notes import notes_of

LENGTH = 500
"""Characters that a note has at least; a warehouse holds more short notes than long ones."""


def paragraphs() -> list[str]:
    """Short notes: paragraphs of the samples and tests joined to at least ``LENGTH`` characters."""
    short: list[str] = []
    current = ""
    for text in [*notes_of("sample notes"), *notes_of("notes of tests")]:
        for piece in text.split("\n\n"):
            current = f"{current}\n\n{piece}" if current else piece
            if len(current) >= LENGTH:
                short.append(current)
                current = ""
    return short


def write_notes(path: Path, count: int) -> int:
    """Write so many notes, no two alike; gives the characters in them."""
    texts = paragraphs()
    total = 0
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            text = f"{texts[number % len(texts)]}\n\nRecord {number}."
            total += len(text)
            row = {"id": f"n{number:08}", "text": text}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return total


def _processor_seconds() -> float:
    """Of all processes that have ended; what else the machine does moves it little."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(notes: Path, out: Path, jobs: int) -> tuple[float, float, list[float]]:
    """Seconds of a batch, its processor seconds, and the memory of all its processes (MB) over time."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "osteocase",
        "batch",
        notes,
        "-o",
        out,
        "--case-column",
        "case",
        "--jobs",
        str(jobs),
    ]
    start, used = time.monotonic(), _processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = list(_memory(process))
    if process.wait() != 0:
        raise SystemExit(f"the batch ended with {process.returncode}")
    return time.monotonic() - start, _processor_seconds() - used, memory


def _memory(process: subprocess.Popen[bytes]) -> Iterator[float]:
    while process.poll() is None:
        try:
            parent = psutil.Process(process.pid)
            family = [parent, *parent.children(recursive=True)]
            yield sum(member.memory_info().rss for member in family) / 1e6
        except psutil.Error:
            pass
        time.sleep(0.5)


def main(counts: list[int]) -> None:
    """Measure and print."""
    table = Table(title=f"{os.cpu_count()} cores", title_justify="left")
    for head in (
        "notes", "MB of text", "processes", "seconds", "notes/s", "speed against one", "processor ms a note",
        "largest memory, MB",
    ):  # fmt: skip
        table.add_column(head, justify="right")
    table.add_column("memory at each fifth of the way, MB")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            notes = Path(folder) / "notes.jsonl"
            megabytes = write_notes(notes, count) / 1e6
            alone = 0.0
            for jobs in (1, 2):
                out = Path(folder) / f"out-{jobs}"
                seconds, used, memory = run(notes, out, jobs)
                alone = seconds if jobs == 1 else alone
                curve = [memory[min(len(memory) - 1, len(memory) * part // 5)] for part in range(1, 6)]
                table.add_row(
                    f"{count:,}", f"{megabytes:.1f}", str(jobs), f"{seconds:.1f}", f"{count / seconds:,.0f}",
                    f"{alone / seconds:.2f}", f"{1000 * used / count:.1f}", f"{max(memory):.0f}",
                    " ".join(f"{value:.0f}" for value in curve),
                )  # fmt: skip
                shutil.rmtree(out)
    Console(width=130).print(table)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 10_000])
