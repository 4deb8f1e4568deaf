"""osteocase beside its peers: the same notes, one core, in turn, several rounds; ratios with their spread.

``python -m tests.benchmarks.run [ROUNDS] [FOLDER ...]`` makes the peers' environments below ``.bench`` when they are
missing, and times the notes of the project, or the ``.txt`` files of the folders when they are given. Each side is
started anew in each round, warmed up, and timed in processor seconds over one pass.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.benchmarks.notes import KINDS, ROOT, notes_of, terms

BENCH = ROOT / ".bench"
PEERS = {
    "EDS-NLP 0.23.0": ("edsnlp", ("edsnlp==0.23.0",), 5.0),
    "medspaCy 1.3.1": ("medspacy", ("medspacy==1.3.1",), 10.0),
}
"""Name: side, what it installs, and how many times its speed osteocase wants to have."""
console = Console(stderr=True)


def main(rounds: int, folders: list[str]) -> None:
    """Measure and print."""
    (BENCH / "notes").mkdir(parents=True, exist_ok=True)
    sides = {"osteocase": (sys.executable, "osteocase")} | {
        name: (_environment(side, packages), side) for name, (side, packages, _) in PEERS.items()
    }
    sides["spaCy floor"] = (sys.executable, "spacy")
    terms_file = BENCH / "terms.json"
    terms_file.write_text(json.dumps(terms()), encoding="utf-8")
    for kind, told in (dict.fromkeys(folders, "the text files of a folder") or KINDS).items():
        notes = notes_of(kind)
        if not notes:
            sys.exit(f"There is no .txt file in {kind}.")
        notes_file = BENCH / "notes" / f"{Path(kind).name.replace(' ', '-')}.json"
        notes_file.write_text(json.dumps(notes), encoding="utf-8")
        seconds: dict[str, list[float]] = {name: [] for name in sides}
        for _ in track(range(rounds), description=kind, console=console):
            for name, (python, side) in sides.items():
                seconds[name].append(_time(python, side, notes_file, terms_file))
        _print(kind, told, notes, seconds)


def _environment(side: str, packages: tuple[str, ...]) -> str:
    """The Python of a peer's environment, which is made when it is missing."""
    folder = BENCH / side
    python = folder / "bin" / "python"
    if not (folder / ".ready").exists():
        console.print(f"installing {', '.join(packages)} into {folder.relative_to(ROOT)} …")
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        (folder / ".ready").touch()
    return str(python)


def _time(python: str, side: str, notes: Path, words: Path) -> float:
    """Processor seconds of one pass over the notes, on one core."""
    core = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    done = subprocess.run(
        [python, "-m", f"tests.benchmarks.sides.{side}_side", notes, words],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"},
        preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
    )
    return float(json.loads(done.stdout.strip().splitlines()[-1])["seconds"])


def _print(kind: str, told: str, notes: list[str], seconds: dict[str, list[float]]) -> None:
    table = Table(title=f"{kind}: {told}", title_justify="left", caption_justify="left")
    table.caption = f"{len(notes)} notes, {sum(map(len, notes)) / len(notes):,.0f} characters on average"
    for head in ("side", "notes/s (median)", "kB/s", "osteocase is faster by (median, range)", "wanted"):
        table.add_column(head, justify="left" if head == "side" else "right")
    for name, times in seconds.items():
        ratios = [other / own for other, own in zip(times, seconds["osteocase"], strict=True)]
        spread = f"{statistics.median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"
        wanted = f"{PEERS[name][2]:g}" if name in PEERS else ""
        median = statistics.median(times)
        table.add_row(
            name,
            f"{len(notes) / median:,.0f}",
            f"{sum(map(len, notes)) / median / 1000:,.0f}",
            "" if name == "osteocase" else spread,
            wanted,
        )
    Console().print(table)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, sys.argv[2:])
