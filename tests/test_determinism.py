"""Same notes, same bytes: whatever the hash seed, the time zone and the day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CASE = "samples/plo-romosozumab"
WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
)


def output_of(arguments: tuple[str, ...], world: dict[str, str]) -> bytes:
    """What the command writes to stdout in a process of its own."""
    command = [sys.executable, "-m", "osteocase", *arguments]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **world}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", CASE),
        ("case", CASE),
        ("case", CASE, "--format", "json"),
        ("report", CASE, "--format", "markdown", "-o", "-"),
        ("report", CASE, "--format", "pdf", "-o", "-"),
        ("schema",),
        ("patterns", "list", "--format", "jsonl"),
    ],
    ids=" ".join,
)
def test_the_same_input_gives_the_same_bytes(arguments: tuple[str, ...]) -> None:
    first, second = (output_of(arguments, world) for world in WORLDS)
    assert first == second
    assert first
