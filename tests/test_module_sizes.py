"""A module has one job: told in its first sentence, and short enough to be read at a sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import osteocase

SOURCE = Path(osteocase.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 500
USUAL = 300
VAGUE = {"utils.py", "helpers.py", "manager.py", "common.py", "misc.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_each_module_says_its_job_and_has_room_for_no_second_one(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "the first line of a module tells its job"
    assert len(text.splitlines()) <= LONGEST
    assert path.name not in VAGUE


def test_most_modules_are_short() -> None:
    long = [path for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > USUAL]
    assert len(long) <= len(MODULES) // 10, long
