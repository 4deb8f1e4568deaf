"""Same notes, same bytes: whatever the hash seed, the time zone and the day."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CASE = "samples/plo-romosozumab"
WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
)
"""Both take up what another start has kept; ``tests/test_packaging.py`` holds that a first start says the same."""
COMMANDS = (
    ("extract", CASE),
    ("case", CASE),
    ("case", CASE, "--format", "json"),
    ("report", CASE, "--format", "markdown", "-o", "-"),
    ("report", CASE, "--format", "pdf", "-o", "-"),
    ("schema",),
    ("patterns", "list", "--format", "jsonl"),
)
SCRIPT = """
import hashlib, json, os, sys, tempfile
from osteocase.cli import main

told = []
for words in json.loads(sys.argv[1]):
    with tempfile.TemporaryFile() as sink:
        kept, sys.argv[:] = os.dup(1), ["osteocase", *words]
        os.dup2(sink.fileno(), 1)
        code = None
        try:
            main()
        except SystemExit as error:
            code = error.code
        sys.stdout.flush()
        os.dup2(kept, 1)
        sink.seek(0)
        data = sink.read()
        told.append([code or 0, len(data), hashlib.sha256(data).hexdigest()])
print(json.dumps(told))
"""
"""Runs the commands one after the other in one process, for a start costs more than what is compared here."""


@cache
def outputs(world: int) -> list[tuple[int, int, str]]:
    """Exit code, length and hash of what each command writes to stdout, in a process with a world of its own."""
    command = [sys.executable, "-c", SCRIPT, json.dumps(COMMANDS)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **WORLDS[world]}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [tuple(one) for one in json.loads(done.stdout)]


@pytest.mark.usefixtures("warm_cache")
@pytest.mark.parametrize("place", range(len(COMMANDS)), ids=[" ".join(words) for words in COMMANDS])
def test_the_same_input_gives_the_same_bytes(place: int) -> None:
    first, second = outputs(0)[place], outputs(1)[place]
    assert first == second
    code, length, _ = first
    assert code == 0
    assert length > 1000
