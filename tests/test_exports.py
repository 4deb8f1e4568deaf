"""What each room offers is what its ``__all__`` says."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import osteocase

ROOMS = sorted(info.name for info in pkgutil.iter_modules(osteocase.__path__) if info.ispkg)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_offers_what_it_names_and_hides_the_rest(room: str) -> None:
    module = importlib.import_module(f"osteocase.{room}")
    names = list(getattr(module, "__all__", []))
    assert [name for name in names if not hasattr(module, name)] == []
    assert len(set(names)) == len(names)
    assert names == sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))


@pytest.mark.parametrize("room", ROOMS)
def test_public_names_that_a_room_imports_are_offered_by_it(room: str) -> None:
    module = importlib.import_module(f"osteocase.{room}")
    assert module.__file__ is not None
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    brought_in = {
        alias.asname or alias.name
        for statement in tree.body
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith(f"osteocase.{room}")
        for alias in statement.names
    }
    assert brought_in - set(getattr(module, "__all__", [])) == set()
