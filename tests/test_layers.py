"""The floors of the house and its walls, as pyproject.toml writes them down."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_no_floor_reaches_up_and_no_wall_is_broken() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_room_stands_on_a_floor() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {room.strip(" ()") for layer in layers for room in layer.split("|")}
    rooms = {path.parent.name for path in (ROOT / "src/osteocase").glob("*/__init__.py")}
    assert rooms <= named
